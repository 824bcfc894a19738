"""SUP, systems: in what a claim says that something was found, and in what it was."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.sup_species import other_species
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.statements.claim_words import is_preclinical, named_systems
from evidence.matching.studies import claimed_species, in_words, species
from evidence.model.claim import Claim, ClaimType, System
from evidence.model.finding import Severity

_OF_THE_BENCH: Final = (ClaimType.MECHANISM, ClaimType.PHARMACODYNAMIC)
_SAYS_PRECLINICAL: Final = re.compile(
    r"\b(?:pre-?clinical\w*|non-?clinical\w*|in[ -]vitro|in[ -]vivo|ex[ -]vivo|in[ -]silico|"
    r"animals?|cells?|cell[ -]lines?|cultured?|xenografts?|allografts?|organoids?|models?|rodents?|"
    r"experimental(?:ly)?|transgenic|knock-?out|laboratory|tumou?r-bearing|assays?|enzymes?|"
    r"recombinant|IC50|EC50|Ki|Kd|computational|simulat\w+|docking|isolated|slices?|\w+cytes|"
    r"\w+blasts|neurons|microsomes|membranes|monolayers|explants|islets|larvae?|isolates|strains?|"
    r"MIC(?:50|90)?s?)\b",
    re.IGNORECASE,
)
_HUMAN: Final = frozenset({System.HEALTHY_VOLUNTEER, System.PATIENT})
_PRECLINICAL: Final = frozenset(in_words.PRECLINICAL)
_IN_CLAIM: Final = re.compile(r"\bpre-?clinical\w*|\bnon-?clinical\w*", re.IGNORECASE)


@rule("SUP017", "preclinical-evidence", Severity.WARNING, each=each_supported)
def preclinical_evidence(supported: SupportedClaim) -> Iterator[Problem]:
    """All the work behind a claim was made in animals, cells or less, and its text does not say so.

    What a work was made in is told by the line's `system` or `design`, else by words of the work's
    title, abstract or text; where that is not known of every line that supports the claim, nothing
    is said. The claim must say it in its text (`in mice`, `in vitro`, `in preclinical studies`):
    its own field `system` is not what readers see. Claims of a mechanism or of an effect on a
    target, and those that state an IC50 or the like, are not taken for clinical ones.

    ## Why it matters

    "Induces complete tumour regression" reads as a result in patients. Most of what works in mice
    does not work in people.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Entrectinib induces complete tumour regression.
        type: efficacy
        evidence: [{reference: ardini2016, system: animal}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression
        text: In mice, entrectinib induces complete tumour regression.
        type: efficacy
        evidence: [{reference: ardini2016, system: animal}]
    ```
    """
    claim, lines = supported.claim, supported.supporting
    if claim.type in _OF_THE_BENCH or _says_system(claim.text) or species.people_in(claim.text):
        return
    made_in = in_words.systems_in_words([each.study for each in lines])
    if not made_in:
        return
    told = "; ".join(
        f"`{each.line.reference}`: {in_words.told_in_words(each.study)}" for each in lines
    )
    yield Problem(
        claim.place,
        f"the text of `{claim.id}` does not say that all its evidence is preclinical, made in "
        f"{made_in} ({told}): say so in the text, or cite work in patients",
        claim=claim.id,
        field="text",
    )


@rule("SUP018", "differing-system", Severity.WARNING, each=each_supported)
def differing_system(supported: SupportedClaim) -> Iterator[Problem]:
    """A work behind a claim was made in something else than the claim says.

    Clinical work behind a statement about preclinical studies, or work in animals behind one about
    patients. What the claim says is told by its text, else by its `system`; what the work was made
    in by the line's `system` or `design`, else by words of its title, abstract or text. Work in
    healthy volunteers counts as work in people, unless it stands behind the efficacy or the safety
    of something in patients. Between cells and animals only the line's own word counts.

    ## Why it matters

    A work that was made in patients may well mention what was found in mice before; then it is not
    the source. And what was found in mice was not found in patients.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: bbb-penetration
        text: Entrectinib crosses the blood–brain barrier in preclinical studies.
        evidence: [{reference: ardini2016, system: patient}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: bbb-penetration
        text: Entrectinib crosses the blood–brain barrier in preclinical studies.
        evidence: [{reference: ardini2016, system: animal}]
    ```
    """
    claim = supported.claim
    said, words = _said_system(claim)
    if not said:
        return
    for each in supported.supporting:
        made_in = frozenset(each.study.systems)
        if _differ(said, made_in, claim, each) and not other_species(claim, each):
            yield Problem(
                each.line.place,
                f"`{claim.id}` says `{words}`, and `{each.line.reference}` was made in "
                f"{in_words.made_in_words(each.study)} ({in_words.told_in_words(each.study)}): "
                "cite work that was made in what the claim says, or say what this one was made in",
                key=each.line.reference,
                claim=claim.id,
                found=", ".join(each.study.systems),
                expected=", ".join(system for system in System if system in said),
            )


def _says_system(text: str) -> bool:
    return any((_SAYS_PRECLINICAL.search(text), named_systems(text), species.animals_in(text)))


def _said_system(claim: Claim) -> tuple[frozenset[System], str]:
    """The systems that a claim's text names, else its `system`; and the words, or the field."""
    named = named_systems(species.without_donors(claim.text))
    if is_preclinical(claim.text) or _IN_CLAIM.search(claim.text):
        found = _IN_CLAIM.search(claim.text)
        if not _HUMAN & named.keys():
            return _PRECLINICAL, found[0] if found else "preclinical"
    if named:
        return frozenset(named), ", ".join(named.values())
    if people := species.people_in(species.without_donors(claim.text)):
        return _HUMAN, people
    if claim.system and not _SAYS_PRECLINICAL.search(claim.text):
        return frozenset({claim.system}), f"system: {claim.system}"
    return frozenset(), ""


def _differ(
    said: frozenset[System], made_in: frozenset[System], claim: Claim, each: LineSupport
) -> bool:
    """Whether a work was made in nothing that the claim says."""
    if not made_in or said & made_in:
        return False
    if said == {System.IN_SILICO} and each.study.told_by != "line":
        return False  # a model is one of patients, and says so
    quote = each.line.quote
    is_quoted = not said.isdisjoint(named_systems(quote))
    if is_quoted or (said <= _HUMAN and species.people_in(quote)):
        return False  # the work tells of them, whatever its title says
    if said == {System.ANIMAL} and species.animals_in(quote):
        return False
    if said == {System.EX_VIVO} and species.without_donors(quote) != quote:
        return False  # `biopsies from patients`
    if said <= _HUMAN and made_in <= _HUMAN:
        is_result = claim.type in (ClaimType.EFFICACY, ClaimType.SAFETY)
        return is_result and System.PATIENT in said
    if said <= _PRECLINICAL and made_in <= _PRECLINICAL:
        return each.study.told_by == "line" and (said == {System.ANIMAL}) != (
            made_in == {System.ANIMAL}
        )
    if claimed_species.is_inferred(claim.text) and said <= _HUMAN:
        return False  # `may help patients` is an inference from what was seen in mice
    return (said <= _PRECLINICAL and made_in <= _HUMAN) or (
        said <= _HUMAN and made_in <= _PRECLINICAL
    )
