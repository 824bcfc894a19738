from evidence.matching.listed_entries import match_listed
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    ListedReference,
    Statement,
)
from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.bibtex import parse_bibliography

PLACE = Place("page.txt")
BURNS = (
    "Rossi A, Verdi CM et al. Thermal imaging of deep burns. Wound Repair Regen 2004; 12: 101-109."
)
ENTRY = """@article{rossi2004, author = {Rossi, Anna and Verdi, Carlo M. and Neri, Elio},
  title = {Thermal {Imaging} of Deep Burns}, journal = {Wound Repair and Regeneration},
  year = {2004}, volume = {12}, number = {3}, pages = {101--109}, doi = {10.1111/wrr.04}}
"""


def match(bib: str, *texts: str, labels: str = "") -> dict[str, str]:
    """The keys of a list with these items, numbered or under these labels."""
    names = labels.split() or [str(number) for number, _ in enumerate(texts, 1)]
    listed = [ListedReference(*each, PLACE) for each in zip(names, texts, strict=True)]
    document = Document("page.txt", "", listed=tuple(listed))
    return match_listed(document, parse_bibliography(bib, "x.bib").references)


def test_an_abbreviated_item_is_the_completed_entry() -> None:
    assert match(ENTRY, BURNS) == {"1": "rossi2004"}


def test_a_mended_doi_is_the_malformed_one() -> None:
    item = "Rossi A. Thermische Bilder. 2004. https://doi.org/410.1111/wrr.04 ."
    assert match(ENTRY, item) == {"1": "rossi2004"}


def test_a_doi_that_was_put_to_another_work_leads_to_no_entry() -> None:
    item = "Kim H. Vitamin D and bones. BMJ 2011; 3: 1-9. doi:10.1111/wrr.04"
    assert match(ENTRY, item) == {}


def test_the_year_may_be_one_off_and_a_letter_wrong() -> None:
    assert match(ENTRY, BURNS.replace("2004", "2003").replace("Thermal", "Therml")) == {
        "1": "rossi2004"
    }
    assert match(ENTRY, BURNS.replace("2004", "1998")) == {}


def test_another_part_a_reply_and_another_author_are_other_works() -> None:
    entry = ENTRY.replace("Deep Burns", "Deep Burns: Part 1")
    assert match(entry, BURNS.replace("deep burns", "deep burns: Part 2")) == {}
    assert match(ENTRY, BURNS.replace("Thermal", "Reply to: Thermal")) == {}
    assert match(ENTRY, BURNS.replace("Rossi A", "Kim H")) == {}


def test_the_talk_and_the_paper_are_told_apart_by_volume_and_pages() -> None:
    paper = ENTRY.replace("rossi2004", "paper").replace("12}", "77}").replace("101--109", "1--9")
    paper = paper.replace("10.1111/wrr.04", "10.1111/other")
    assert match(paper + ENTRY, BURNS) == {"1": "rossi2004"}
    assert match(paper, BURNS) == {}


def test_a_list_without_titles_is_matched_by_author_year_volume_and_page() -> None:
    item = "Rossi, A.; Verdi, C. M. Wound Rep. Regen. 2004, 12, 101."
    assert match(ENTRY, item) == {"1": "rossi2004"}
    assert match(ENTRY, item.replace("101", "102")) == {}


def test_a_short_title_needs_the_same_author() -> None:
    entry = "@article{k, author = {Kim, H.}, title = {Burns}, journal = {BMJ}, year = {2001}}"
    assert match(entry, "Kim H. Burns. BMJ 2001; 3: 1-9.") == {"1": "k"}
    assert match(entry, "Burns. BMJ 2001; 3: 1-9.") == {}


def test_a_label_that_is_a_key_is_that_entry_unless_the_list_says_otherwise() -> None:
    assert match(ENTRY, "Letter.", labels="rossi2004") == {}
    assert match(ENTRY, BURNS, labels="rossi2004") == {"rossi2004": "rossi2004"}
    other = "Rossi A. Vitamin D and bones. BMJ 2004; 3: 1-9."
    assert match(ENTRY, other, labels="rossi2004") == {}
    twice = ENTRY + ENTRY.replace("rossi2004", "again")
    assert match(twice, BURNS, labels="again") == {"again": "again"}


def test_keys_that_the_text_cites_are_themselves() -> None:
    cited = (Cited("rossi2004"), Cited("unknown"))
    citation = Citation("[@…]", CitationForm.KEY, cited, 0, 1, PLACE)
    statement = Statement("So it is.", 0, 1, PLACE, (citation,))
    document = Document("page.md", "", (statement,))
    references = parse_bibliography(ENTRY, "x.bib").references
    assert match_listed(document, references) == {"rossi2004": "rossi2004"}


def test_the_parts_that_a_document_holds_are_used_as_they_are() -> None:
    printed = PrintedReference(
        "article", (Name("Rossi", "Anna"),), title="Thermal imaging of deep burns", year="2004"
    )
    listed = (ListedReference("1", "whatever is displayed", PLACE, printed),)
    references = parse_bibliography(ENTRY, "x.bib").references
    assert match_listed(Document("x.docx", "", listed=listed), references) == {"1": "rossi2004"}


def test_of_several_items_each_finds_its_own() -> None:
    second = ENTRY.replace("rossi2004", "rossi2004a").replace("Deep Burns", "Shallow Wounds")
    second = second.replace("101--109", "201--209").replace("wrr.04", "wrr.05")
    items = (BURNS.replace("deep burns", "shallow wounds").replace("101-109", "201-209"), BURNS)
    assert match(ENTRY + second, *items) == {"1": "rossi2004a", "2": "rossi2004"}
