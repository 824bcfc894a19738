"""What is remarked of a claim without anything being wrong."""

from dataclasses import replace

import pytest

from evidence.checks.holding import HeldDocument, Holding
from evidence.checks.remarks import with_remarks
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.statements.restatement import SAME
from evidence.matching.studies.study import Study
from evidence.model.claim import Claim, EvidenceLine, Role, System
from evidence.model.document import Citation, CitationForm, Cited, Document, Statement
from evidence.model.place import Place
from evidence.model.report import ClaimResult, Level

PLACE = Place("claims.yaml", 4, 5)
MICE = Study((System.ANIMAL,), ("mice",), "title", species=("mouse",))
CELLS = Study((System.CELL,), ("cells",), "title")
PATIENTS = Study((System.PATIENT,), ("patients",), "title")


def line(reference: str, role: Role = Role.EVIDENCE, quote: str = "") -> EvidenceLine:
    return EvidenceLine(reference, PLACE, role, quote=quote)


def claim(*lines: EvidenceLine, text: str = "Entrectinib shrinks tumours.") -> Claim:
    return Claim("tumours", text, PLACE, evidence=lines)


def remarks(
    of: Claim, *supports: LineSupport, held: tuple[HeldDocument, ...] = ()
) -> tuple[str, ...]:
    result = ClaimResult(of, Level.VERIFIED, at_risk=False, broken=False)
    supported = (SupportedClaim(of, supports),) if supports else ()
    [told] = with_remarks([result], supported, held)
    assert replace(told, remarks=()) == result
    return told.remarks


def document(
    of: Claim, *labels: str, wording: str = "Entrectinib shrinks tumours."
) -> HeldDocument:
    """A document with a statement of the claim that cites these."""
    place = Place("page.md", 7, 1)
    cited = tuple(Cited(label) for label in labels)
    citation = Citation("[1]", CitationForm.BRACKET, cited, 0, 3, place)
    statement = Statement(wording, 0, 9, place, (citation,) if labels else ())
    holding = Holding(of, statement, SAME, wording)
    return HeldDocument(Document("page.md", wording), {}, (holding,))


@pytest.mark.parametrize(
    ("studies", "expected"),
    [
        ((MICE,), ("all evidence is from animals (mice)",)),
        ((CELLS, MICE), ("all evidence is from cells, animals (mice)",)),
        ((MICE, PATIENTS), ()),
        ((MICE, Study()), ()),  # of one nothing is known
        ((PATIENTS,), ()),
    ],
)
def test_evidence_that_is_all_preclinical_is_remarked(
    studies: tuple[Study, ...], expected: tuple[str, ...]
) -> None:
    supports = [LineSupport(line(f"k{at}"), study=each) for at, each in enumerate(studies)]
    assert remarks(claim(*(each.line for each in supports)), *supports) == expected


def test_what_is_there_for_background_is_no_evidence() -> None:
    supports = (
        LineSupport(line("a"), study=MICE),
        LineSupport(line("b", Role.BACKGROUND), study=PATIENTS),
    )
    of = claim(*(each.line for each in supports))
    assert remarks(of, *supports) == ("all evidence is from animals (mice)",)


def test_the_species_may_be_told_by_the_claim_or_a_quote() -> None:
    animals = replace(MICE, species=())
    assert remarks(claim(), LineSupport(line("a"), study=animals)) == (
        "all evidence is from animals",
    )
    quoted = LineSupport(line("a", quote="Tumours of rats regressed."), study=animals)
    assert remarks(claim(), quoted) == ("all evidence is from animals (rats)",)


def test_where_no_text_was_looked_at_nothing_is_remarked() -> None:
    assert remarks(claim(line("a"))) == ()


def test_a_statement_that_cites_nothing_of_its_own_is_remarked() -> None:
    of = claim(line("a"), line("b"), line("a"), line("c", Role.BACKGROUND))
    assert remarks(of, held=(document(of),)) == (
        "the statement at page.md:7:1 cites nothing of its own: `a`, `b` were added by a person",
    )
    one = claim(line("a"))
    assert remarks(one, held=(document(one),)) == (
        "the statement at page.md:7:1 cites nothing of its own: `a` was added by a person",
    )
    none = claim(line("c", Role.BACKGROUND))
    assert remarks(none, held=(document(none),)) == (
        "the statement at page.md:7:1 cites nothing of its own",
    )


def test_one_statement_that_cites_is_enough() -> None:
    of = claim(line("a"))
    assert remarks(of, held=(document(of), document(of, "1"))) == ()


def test_a_table_and_another_claims_statement_say_nothing_of_citations() -> None:
    of = claim(line("a"))
    other = replace(of, id="other", place=Place("claims.yaml", 40, 5))
    assert remarks(of, held=(document(of, wording=""),)) == ()
    assert remarks(of, held=(document(other),)) == ()
