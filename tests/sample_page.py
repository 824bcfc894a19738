"""A page on an invented drug, as a web site would print it, for the tests of the import."""

PAGE = """\
Home   Search   Help

How hiccalin works

Hiccalin is active against the hiccup receptors HCR1 and HCR2 [1-3]. Preclinical studies found that
hiccalin can cross the blood–brain barrier [2, 4]. On this basis, hiccalin is thought to calm the
hiccup centre of the brainstem.

Its affinity for several receptors is listed in the table below [2].

Table 3: Affinity of hiccalin for hiccup receptors [2]

Receptor  Ki (nmol/L)
HCR-1     0.4
HCR-2     31

In a randomised trial, hiccalin halved the duration of hiccups in patients [1]. It also reduced
relapses by 40% (including those after meals).

References

  1. Quill A, Marrow BT, van der Ledge C. Placebo lozenges for the common hiccup:
     a randomised trial. J Imaginary Med 2019; 12: 101-109.
  2. Ember FG. Slow waves in sleeping snails. Journal of Imaginary Medicine 1998; 17: 321-330.
  3. Ness O, Orr P. Memory of water in tap water. Annals of Invented Results 2015; 48: 77-81.
     https://doi.org/410.1234/merged.2015.77
  4. Umber V, Wick X. Telepathic triage in the emergency department.
     Journal of Imaginary Medicine 2020; 13: 205-212.

Last update: 3 May 2021
"""

CLAIMS = """\
schema: evidence/claims/1
documents: [page.txt]

claims:
  - id: hiccup-receptors-hcr1-hcr2
    text: Hiccalin is active against the hiccup receptors HCR1 and HCR2.
    evidence: [quill2019, ember1998, ness2015]

  - id: cross-blood-brain-barrier
    text: Preclinical studies found that hiccalin can cross the blood–brain barrier.
    type: pharmacokinetic
    system: animal
    evidence: [ember1998, umber2020]

  - id: calm-hiccup-centre-brainstem
    text: On this basis, hiccalin is thought to calm the hiccup centre of the brainstem.
    type: inference
    note: The document cites nothing here.
    # proposed, for a person to decide: rests_on: [cross-blood-brain-barrier], the sentence before

  - id: affinity-hiccup-hcr1-hcr2
    text: "Affinity of hiccalin for hiccup receptors: Ki 0.4 nmol/L for HCR-1, 31 nmol/L for HCR-2."
    type: pharmacodynamic
    values:
      - {name: Ki, target: HCR-1, value: 0.4, unit: nmol/L}
      - {name: Ki, target: HCR-2, value: 31, unit: nmol/L}
    evidence: [ember1998]

  - id: duration-hiccups-patients
    text: In a randomised trial, hiccalin halved the duration of hiccups in patients.
    system: patient
    evidence: [quill2019]

  - id: reduced-relapses
    text: It also reduced relapses by 40% (including those after meals).
    note: The document cites nothing here.
    # proposed, for a person to decide: evidence: [quill2019], cited by the sentence before
"""
