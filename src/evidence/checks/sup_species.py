"""SUP, species and people: who a claim says was studied, and who was."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.studies import claimed_species, species
from evidence.matching.studies.populations import unnamed_population
from evidence.model.claim import Claim, Role
from evidence.model.finding import Severity
from evidence.model.source_text import Depth


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
        told = other_species(claim, each)
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


def other_species(claim: Claim, each: LineSupport) -> tuple[str, str, str] | None:
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
