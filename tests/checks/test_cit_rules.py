"""The rules on documents: what each finds, and what looks like it and is none."""

from assembled_documents import assembled, listed
from evidence.checks import cit, cit_list
from evidence.checks.engine import run_rules
from evidence.checks.table import find_rules
from evidence.model.claim import ClaimsProblem
from evidence.model.document import CitationForm, Document, ListedReference
from evidence.model.place import Place
from sample_documents import FILE, background, claim, document, said, statement
from sample_documents import held_case as case

MICE = "Entrectinib slowed the growth of tumours in mice."
SAFE = "Most patients tolerated entrectinib well."
HALF_LIFE = "In healthy volunteers the half-life of entrectinib was 20 hours."


def test_without_a_document_nothing_is_said() -> None:
    quiet = case(claims=(claim("growth", MICE, "ardini2016"),))
    assert run_rules(find_rules("CIT"), quiet) == ()


def test_a_document_that_agrees_with_its_claims_is_clean() -> None:
    text = document((MICE, "1"), (SAFE, "2", "3"), listed=["ardini2016", "chen2018", "drilon2017"])
    claims = (
        claim("growth", MICE, "ardini2016"),
        claim("safety", SAFE, background("chen2018"), "drilon2017"),
    )
    assert run_rules(find_rules("CIT"), case(text, claims=claims)) == ()


# CIT001, CIT003


def test_a_key_without_an_entry() -> None:
    keyed = [
        statement(MICE, key, at=at, form=CitationForm.KEY)
        for at, key in ((1, "ardini2016"), (2, "ardini2061"), (3, "ardini2061"))
    ]
    found = case(document(*keyed))
    assert said(cit.unknown_citation, found) == [
        f"{FILE}:2:70: `ardini2061` is cited here, and the .bib file has no such entry"
    ]
    assert said(cit.unlisted_citation, found) == []


def test_an_item_of_the_list_without_an_entry() -> None:
    found = case(document((MICE, "1", "2"), listed=["ardini2016", "unknown"]))
    assert said(cit.unknown_citation, found) == [
        f"{FILE}:102:1: `2` of the reference list has no entry in the .bib file: "
        "Okafor B. Something else entirely, unknown to all. J Med 2001; 1: 1-9."
    ]


def test_a_number_that_the_list_does_not_have() -> None:
    found = case(document((MICE, "1", "3", "4"), (SAFE, "3"), listed=["ardini2016", "chen2018"]))
    assert said(cit.unlisted_citation, found) == [
        f"{FILE}:1:70: `[1, 3, 4]` cites `3` and `4`, and the reference list has 1 to 2"
    ]
    assert said(cit.unknown_citation, found) == []


def test_numbers_without_any_list_are_one_finding() -> None:
    found = case(document((MICE, "1"), (SAFE, "2")))
    assert said(cit.unlisted_citation, found) == [
        f"{FILE}:1:70: `[1]` cites by number, and the document has no reference list"
    ]


def test_an_author_and_year_that_the_list_does_not_have() -> None:
    listed = {"ardini2016": "ardini2016"}
    cited = statement(MICE, "berg2001", at=1, form=CitationForm.AUTHOR_YEAR)
    assert said(cit.unlisted_citation, case(document(cited, listed=listed))) == [
        f"{FILE}:1:70: `[berg2001]` cites `berg2001`, and the reference list has no such item"
    ]
    assert said(cit.unknown_citation, case(document(cited, listed=listed))) == []
    assert len(said(cit.unknown_citation, case(document(cited)))) == 1


def test_an_author_and_year_that_several_items_of_the_list_share() -> None:
    references = listed(
        "Smith A. Burns in adults. J Med 2011;3:1-9.", "Smith J. Burns in men. J Med 2011;3:10-19."
    )
    text = ("It fell (Smith, 2011; Berg et al., 2001).", "It rose (A. Smith, 2011).")
    found = case(assembled(*text, references=references))
    [file] = found.claims.documents
    assert said(cit.unlisted_citation, found) == [
        f"{file}:1:9: `Smith, 2011` is one of 2 items of the list: smith2011a, smith2011b",
        f"{file}:1:9: `(Smith, 2011; Berg et al., 2001)` cites `berg2001`, and the reference list"
        " has no such item",
    ]


# CIT002


def test_an_entry_that_nobody_names() -> None:
    text = document((MICE, "1"), listed=["ardini2016"])
    claims = (claim("safety", SAFE, "drilon2017"),)
    assert said(cit.uncited_entry, case(text, claims=claims)) == [
        "references.bib:4:1: `chen2018` is cited by no document and named by no claim"
    ]


def test_entries_are_not_called_uncited_while_a_document_is_unreadable() -> None:
    text = document((MICE, "1"), listed=["ardini2016"])
    assert said(cit.uncited_entry, case(text, unreadable=("b.docx",))) == []
    problem = ClaimsProblem("misspelt", Place("claims.yaml"))
    assert said(cit.uncited_entry, case(text, problems=(problem,))) == []


# CIT011, CIT012, CIT013


def test_an_item_that_no_marker_names() -> None:
    found = case(document((MICE, "1"), listed=["ardini2016", "chen2018"]))
    [finding] = cit_list.uncited_item.run(found)
    assert finding.message.startswith("no marker cites `2` of the reference list: Chen Y. A trial")
    assert finding.key == "chen2018"


def test_a_list_without_any_marker_is_one_finding() -> None:
    found = case(document((MICE,), listed=["ardini2016", "chen2018"]))
    assert [f.message for f in cit_list.uncited_item.run(found)] == [
        "the reference list has 2 items, and no marker was found in the text"
    ]


def test_the_place_of_the_first_item_with_the_same_number_is_told() -> None:
    text = document((MICE, "1"), listed=["ardini2016", "chen2018"])
    assert said(cit_list.doubled_label, case(text)) == []
    second = ListedReference("1", text.listed[1].text, Place(FILE, 105))
    doubled = Document(FILE, text.text, text.statements, (), (text.listed[0], second))
    assert said(cit_list.doubled_label, case(doubled)) == [
        f"{FILE}:105:1: `1` of the reference list stands already at {FILE}:101:1"
    ]


def test_an_unreadable_document_says_why() -> None:
    found = case(unreadable=("scan.pdf",))
    assert said(cit.unreadable_document, found) == ["scan.pdf:1:1: holds no text"]
