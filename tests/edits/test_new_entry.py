import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from citations import CROSSREF, article
from evidence.edits.bibtex_entry import as_bibtex
from evidence.edits.new_entry import new_entry
from evidence.matching.compare import compare
from evidence.model.reference import Reference
from evidence.model.work import DateKind, Name, Work, WorkDate
from evidence.registries.crossref_record import work_from
from evidence.sources.bibtex import parse_bibliography
from shared_data import shared_file

# Not a defect of the entry: a soft hyphen that is half of a mangled letter is left out, and a
# formula in TeX is written as plain text, which comparing reads otherwise.
UNLIKE = {"10.1111/j.1574-6941.1993.tb00013.x", "10.1109/led.2013.2242039"}


def fields(work: Work) -> dict[str, str]:
    return dict(new_entry(work).fields)


def read(work: Work) -> Reference:
    """The entry of the work as our own reader reads it."""
    bibliography = parse_bibliography(as_bibtex(work), "new.bib")
    assert bibliography.problems == ()
    (reference,) = bibliography.references
    return reference


def test_an_article_has_the_fields_of_printed_lists_in_their_order() -> None:
    assert as_bibtex(article()) == (
        "@article{drilon2017,\n"
        "  author = {Drilon, Alexander and Siena, Salvatore and Ou, Sai-Hong},\n"
        "  title = {Safety and Antitumor Activity of the Multitargeted Pan-{TRK}, {ROS1}, and {ALK}"
        " Inhibitor Entrectinib: Combined Results from Two Phase {I} Trials ({ALKA}-372-001 and"
        " {STARTRK}-1)},\n"
        "  journal = {Cancer Discovery},\n"
        "  year = {2017},\n"
        "  volume = {7},\n"
        "  number = {4},\n"
        "  pages = {400--409},\n"
        "  doi = {10.1158/2159-8290.cd-16-1237},\n"
        "}"
    )


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("journal-article", "article"),
        ("proceedings-article", "inproceedings"),
        ("book-chapter", "incollection"),
        ("reference-entry", "incollection"),
        ("book", "book"),
        ("monograph", "book"),
        ("edited-book", "book"),
        ("proceedings", "proceedings"),
        ("report", "techreport"),
        ("dissertation", "phdthesis"),
        ("dataset", "misc"),
        ("posted-content", "misc"),
        ("peer-review", "misc"),
        ("", "misc"),
    ],
)
def test_the_type_follows_the_registrys(kind: str, type: str) -> None:
    assert new_entry(article(type=kind)).type == type


def test_what_holds_the_work_and_who_publishes_it_stand_where_the_type_wants_them() -> None:
    chapter = fields(article(type="book-chapter", editors=(Name("Bellows", "Bo"),)))
    assert list(chapter) == [
        "author", "title", "booktitle", "editor", "publisher", "year", "volume", "number", "pages",
        "doi",
    ]  # fmt: skip
    assert chapter["editor"] == "Bellows, Bo"
    assert "publisher" not in fields(article())
    assert fields(article(type="report"))["institution"].startswith("American")
    assert fields(article(type="dissertation"))["school"].startswith("American")
    assert "journal" not in fields(article(type="posted-content"))


def test_editors_stand_in_an_edited_book_and_not_beside_the_authors_of_an_article() -> None:
    editors = (Name("Bellows", "Bo"),)
    assert (
        fields(article(type="edited-book", authors=(), editors=editors))["editor"] == "Bellows, Bo"
    )
    assert "editor" not in fields(article(editors=editors))
    assert "editor" not in fields(article(type="book", editors=editors))


def test_an_article_number_stands_in_pages() -> None:
    assert fields(article(pages="", article_number="e0249838"))["pages"] == "e0249838"
    assert fields(article(pages="L89-L93"))["pages"] == "L89--L93"


def test_what_the_registry_does_not_say_is_left_out() -> None:
    bare = article(
        authors=(), dates=(), venues=(), volume="", issue="", pages="", publisher="", titles=()
    )
    assert as_bibtex(bare) == ("@article{work,\n  doi = {10.1158/2159-8290.cd-16-1237},\n}")


@pytest.mark.parametrize(
    ("title", "subtitles", "written"),
    [
        ("Icons", ("How the East dreams",), "Icons: How the East dreams"),
        ("What now?", ("A study",), "What now? A study"),
        ("Icons: how the East dreams", ("How the East Dreams",), "Icons: how the East dreams"),
        ("HfO<sub>2</sub> on <i>graphene</i>", (), r"{HfO\textsubscript{2}} on \emph{graphene}"),
        ("10<sup>13</sup> cells &amp; 5% of $2", (), r"10\textsuperscript{13} cells \& 5\% of \$2"),
        ("Growth of $\\mathrm{GeO}_{2}$ films", (), "Growth of {GeO2} films"),
        ("A {half brace~", (), r"A \textbraceleft{}half brace\textasciitilde{}"),
        ("Bell\x07 and\nline", (), "Bell and line"),
        ("Größe der β-Zellen", (), "Größe der β-Zellen"),
    ],
)  # fmt: skip
def test_a_title_is_safe_for_latex_and_keeps_its_meaning(
    title: str, subtitles: tuple[str, ...], written: str
) -> None:
    work = article(titles=(title,), subtitles=subtitles)
    assert fields(work)["title"] == written
    assert not compare(read(work), work).differs


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ((Name("van den Oord", "Aäron"),), "van den Oord, Aäron"),
        ((Name("Orr", "Paul", "Jr"),), "Orr, Jr, Paul"),
        ((Name("GTEx Consortium", is_group=True),), "{GTEx Consortium}"),
        ((Name("Smith and Sons", is_group=True), Name("Roe", "R")), "{Smith and Sons} and Roe, R"),
        ((Name("Pham Minh"),), "{Pham Minh}"),
        ((Name("Plato"),), "Plato"),
        ((Name("O’Dea & Co", "A."),), r"O’Dea \& Co, A."),
    ],
)
def test_names_are_read_back_as_they_were(names: tuple[Name, ...], written: str) -> None:
    work = article(authors=names)
    assert fields(work)["author"] == written
    assert not compare(read(work), work).differs


@pytest.mark.parametrize(
    ("doi", "written"),
    [
        ("10.1007/978-3-319-12772-9_1", "10.1007/978-3-319-12772-9_1"),
        ("10.1002/(sici)1<321::aid-jim4>3.0.co;2-#", "10.1002/(sici)1<321::aid-jim4>3.0.co;2-#"),
        ("10.1234/a}b", "https://doi.org/10.1234/a%7Db"),
        ("10.1234/a\\b", "https://doi.org/10.1234/a%5Cb"),
    ],
)
def test_a_doi_stays_as_it_is_unless_it_would_end_the_value(doi: str, written: str) -> None:
    work = article(doi)
    assert fields(work)["doi"] == written
    doi_field = read(work).doi_field
    assert doi_field
    assert doi_field.text == written


def test_no_title_can_break_out_of_its_entry() -> None:
    for title in (
        "}, author = {Eve}",
        '"}\n@article{eve, title = {x}}',
        "\\",
        "{",
        "$",
        "%",
        "@x{",
    ):
        reference = read(article(titles=(title,), venues=(title,), authors=(Name(title, title),)))
        assert {field.name for field in reference.fields} == set(fields(article()))
        assert reference.key


def test_the_year_is_the_issues_rather_than_the_first_online() -> None:
    dates = (WorkDate(DateKind.ONLINE, 2016, 12), WorkDate(DateKind.ISSUE, 2017, 1))
    assert fields(article(dates=dates))["year"] == "2017"


def test_real_records_are_read_back_without_a_disagreement() -> None:
    path = shared_file(Path("crossref/works.jsonl.gz"))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        works = [work_from(json.loads(line), CROSSREF) for line in islice(lines, 0, None, 5)]
    unlike = set()
    for work in works:
        comparison = compare(read(work), work)
        if comparison.disagreements or comparison.is_other_work:
            unlike.add(work.doi.name)
    assert unlike <= UNLIKE
