"""SUP, systems: in what a claim says that something was found, and in what it was."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.statements.claim_words import is_preclinical, named_systems
from evidence.matching.studies import claimed_species, in_words, species
from evidence.matching.studies.populations import unnamed_population
from evidence.model.claim import Claim, ClaimType, Role, System
from evidence.model.finding import Severity
from evidence.model.source_text import Depth

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
        if _differ(said, made_in, claim, each) and not _species_problem(claim, each):
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


@rule("SUP032", "differing-species", Severity.ERROR, each=each_supported)
def differing_species(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim says mice, and the words that it rests on say rats.

    The words are those of the line's quote, else of the sentence that it stands in. Where these
    name no species, or nothing is quoted, the work's title and abstract count if they name a single
    one, and its full text if it names the claim's nowhere. People count, too: patients for mice,
    adults for children, men for women. Where the full texts of all the works behind a claim are at
    hand, people of an age or a sex, volunteers and animals must be named by one of them, not only
    as those who were not studied; ages told in years count (`aged 65 or over`).

    ## Why it matters

    Doses, kinetics and effects differ from species to species, and from children to adults; a claim
    that names the wrong one is simply false.

    ## Example

    The quote stands in the work, and tells of rats:

    ```text ardini2016
    Tumours regressed in 9 of 10 rats that were given the drug by mouth.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: The drug made tumours regress in mice.
        evidence:
          - reference: ardini2016
            quote: Tumours regressed in 9 of 10 rats that were given the drug by mouth.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression
        text: The drug made tumours regress in rats.
        evidence:
          - reference: ardini2016
            quote: Tumours regressed in 9 of 10 rats that were given the drug by mouth.
    ```
    """
    claim, has_told = supported.claim, False
    quotes = [each.line.quote for each in supported.quotes]
    for each in supported.supporting:
        told = _species_problem(claim, each)
        is_of_part = claimed_species.is_of_two_parts(claim.text, each.line.quote, quotes)
        if told and not is_of_part and not claimed_species.may_be_of_tissue(claim.text, quotes):
            has_told = True
            ours, theirs, where = told
            yield Problem(
                each.line.place,
                f"`{claim.id}` says `{ours}`, and {where} of `{each.line.reference}` says "
                f"`{theirs}`: put right what is wrong",
                key=each.line.reference,
                claim=claim.id,
                found=ours,
                expected=theirs,
            )
    if not has_told:
        yield from _unnamed_problem(supported)


def _unnamed_problem(supported: SupportedClaim) -> Iterator[Problem]:
    """People or animals of the claim that no quote names, or whom no work behind it studied, where
    others are; the works of its background count where nothing supports it.
    """
    claim = supported.claim
    background = tuple(each for each in supported.lines if each.line.role is Role.BACKGROUND)
    lines = supported.supporting or background
    if not lines:
        return
    told, why = None, "which no quote names"
    if all(each.line.quote for each in lines):
        told = claimed_species.exchanged_animal(claim.text, [each.line.quote for each in lines])
    if not told and all(each.depth is Depth.FULL_TEXT for each in lines):
        told = unnamed_population(claim.text, [each.study.populations for each in lines])
        why = "whom no text of its works tells of"
    if told:
        works = ", ".join(dict.fromkeys(f"`{each.line.reference}`" for each in lines))
        yield Problem(
            lines[0].line.place,
            f"`{claim.id}` says `{told[0]}`, {why} ({works}): they tell of `{told[1]}`; put right "
            "what is wrong",
            key=lines[0].line.reference,
            claim=claim.id,
            found=told[0],
            expected=told[1],
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
    if said <= _HUMAN and species.people_in(each.line.quote):
        return False  # the work tells of them, whatever its title says
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


def _species_problem(claim: Claim, each: LineSupport) -> tuple[str, str, str] | None:
    """The claim's word, the work's word for another species, and where that stands."""
    passages = each.anchor.passages if each.anchor and each.anchor.is_found else ()
    sentences = " … ".join(passage.sentence or passage.text for passage in passages)
    for text, where in ((each.line.quote, "the quote"), (sentences, "the sentence quoted")):
        if not text:
            continue
        told = claimed_species.differing_species(claim.text, text) or species.differing_population(
            claim.text, text
        )
        if told:
            return *told, where
        if species.animals_in(text) or species.people_in(text):
            return None
    return _unnamed_species(claim.text, each)


def _unnamed_species(claim: str, each: LineSupport) -> tuple[str, str, str] | None:
    """The claim's species, where the work names another one and not it."""
    ours, theirs = species.animals_in(claim), each.study.species
    if not ours or not theirs or ours.keys() & set(theirs):
        return None
    if each.depth is Depth.FULL_TEXT:
        return next(iter(ours.values())), ", ".join(theirs), "the text"
    if len(theirs) == 1:
        where = "the abstract" if each.depth is Depth.ABSTRACT else "the title"
        return next(iter(ours.values())), theirs[0], where
    return None
