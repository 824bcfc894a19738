"""An import into a project whose reference list was renumbered under the markers."""

from evidence.audit.document_claims import DocumentClaims, plan_claims
from evidence.checks.holding import hold
from evidence.model.claim import Claim, Claims, EvidenceLine
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    ListedReference,
    Statement,
)
from evidence.model.place import Place
from evidence.sources.bibtex import parse_bibliography

FILE = "claims.yaml"
WORKS = {
    "adams2001": ("Adams A", "Fever in infants after a vaccination against measles"),
    "baker2002": ("Baker B", "Cough in smokers who moved to the mountains"),
    "clark2003": ("Clark C", "Sleep of nurses during long night shifts"),
    "davis2004": ("Davis D", "Back pain of gardeners treated by exercise"),
    "evans2005": ("Evans E", "Hearing loss in musicians of large orchestras"),
}
BIB = "\n".join(
    f"@article{{{key}, author = {{{name.replace(' ', ', ')}.}}, title = {{{title}}},"
    f" year = {{{key[-4:]}}}}}"
    for key, (name, title) in WORKS.items()
)
SAID = {
    "fever": ("Fever is common in vaccinated infants.", "adams2001"),
    "cough": ("Mountain air eases the cough of smokers.", "baker2002"),
    "sleep": ("Night shifts shorten the sleep of nurses.", "clark2003"),
    "pain": ("Exercise relieves the back pain of gardeners.", "davis2004"),
    "hearing": ("Orchestral musicians lose some of their hearing.", "evans2005"),
}
CLAIMS = tuple(
    Claim(id, text, Place(FILE, 4), evidence=(EvidenceLine(key, Place(FILE, 6)),))
    for id, (text, key) in SAID.items()
)
NEW = "Half of the participants were men."


def statement(text: str, line: int, *labels: str) -> Statement:
    place = Place("page.txt", line, 1)
    marker = Citation("[…]", CitationForm.BRACKET, tuple(map(Cited, labels)), line, line, place)
    return Statement(text, line * 100, line * 100 + 50, place, (marker,) if labels else ())


def plan(order: str, *new: str, has_been_updated: bool = False) -> DocumentClaims:
    """The page with its works in this order (`badce`), new statements with these labels, and the
    markers of the others as they were, unless they are updated.
    """
    keys = [next(key for key in WORKS if key[0] == letter) for letter in order]
    listed = tuple(
        ListedReference(str(n), f"{WORKS[k][0]}. {WORKS[k][1]}. BMJ {k[-4:]}.", Place("page.txt"))
        for n, k in enumerate(keys, 1)
    )
    labels = {key: str(at) for at, key in enumerate(keys if has_been_updated else WORKS, 1)}
    statements = [
        statement(text, line, labels[key]) for line, (text, key) in enumerate(SAID.values(), 1)
    ]
    statements += (
        statement(NEW.replace("Half", f"{at} of ten"), at + 10, *labels_.split())
        for at, labels_ in enumerate(new, 1)
    )
    document = Document("page.txt", "", tuple(statements), listed=listed)
    held = hold(document, CLAIMS, parse_bibliography(BIB, "references.bib").references)
    return plan_claims(held, Claims(CLAIMS), held.keys, FILE)


def made(found: DocumentClaims) -> list[str]:
    return [each.claim.lines[0].reference for each in found.new]


def test_numbers_that_changed_places_add_no_line_and_wait_alone() -> None:
    found = plan("abedc", "1", "3", "4", "2 5")
    assert [(move.before, move.now) for move in found.moves] == [("3", "5"), ("5", "3")]
    assert (found.new and made(found), found.grown) == (["adams2001", "davis2004"], ())
    assert [each.labels for each in found.waiting] == [("3",), ("2", "5")]


def test_behind_an_item_that_came_first_every_number_waits() -> None:
    assert not plan("abcde").moves
    found = plan("abecd", "1", "2", "6")
    assert [(move.before, move.now) for move in found.moves] == [
        ("3", "4"), ("4", "5"), ("5", "3")
    ]  # fmt: skip
    assert found.grown == ()
    found = plan("eabcd", "1", "5")
    assert (made(found), len(found.waiting)) == ([], 2)


def test_what_is_renumbered_with_its_markers_grows_as_ever() -> None:
    found = plan("abedc", "3", has_been_updated=True)
    assert (found.moves, found.waiting) == ((), ())
    assert made(found) == ["evans2005"]


def test_a_statement_that_may_inherit_a_moved_number_waits_as_well() -> None:
    found = plan("abedc", "3", "")
    assert [each.text for each in found.waiting] == [NEW.replace("Half", "1 of ten")]


def test_a_swap_beside_a_statement_that_cites_both_adds_no_line() -> None:
    """Fever and cough were 1 and 2; what cites both cannot say that they still are."""
    works = [*WORKS][:2]
    said = {
        "Infants and smokers were examined together.": ("1 2", works),
        "Fever is common in vaccinated infants.": ("1", works[:1]),
        "Fever lasts for two nights in most infants.": ("1", works[:1]),
        "Mountain air eases the cough of smokers.": ("2", works[1:]),
        "Cough returns when smokers leave the mountains.": ("2", works[1:]),
    }
    claims = tuple(
        Claim(
            f"c{at}",
            text,
            Place(FILE, at),
            evidence=tuple(EvidenceLine(key, Place(FILE, at)) for key in keys),
        )
        for at, (text, (_, keys)) in enumerate(said.items(), 1)
    )
    listed = tuple(
        ListedReference(str(n), f"{WORKS[k][0]}. {WORKS[k][1]}. BMJ {k[-4:]}.", Place("page.txt"))
        for n, k in enumerate(reversed(works), 1)
    )
    statements = tuple(
        statement(text, at, *labels.split())
        for at, (text, (labels, _)) in enumerate(said.items(), 1)
    )
    document = Document("page.txt", "", (*statements, statement(NEW, 9, "1")), listed=listed)
    held = hold(document, claims, parse_bibliography(BIB, "references.bib").references)
    found = plan_claims(held, Claims(claims), held.keys, FILE)
    assert [(move.before, move.now) for move in found.moves] == [("1", "2"), ("2", "1")]
    assert (found.grown, found.new) == ((), ())
    assert [each.text for each in found.waiting] == [NEW]
