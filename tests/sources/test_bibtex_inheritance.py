import time

import pytest

from evidence.model.reference import Bibliography, Reference
from evidence.model.work import Name
from evidence.sources.bibtex import parse_bibliography

PARENT = """@proceedings{acl86,
  title = {Proceedings of the 24th Meeting}, subtitle = {Papers}, editor = {Biermann, Alan},
  year = 1986, publisher = {ACL}, isbn = {1}, doi = {10.1000/whole}, url = {http://a},
  pages = {268}, note = {x}, label = {ACL},
}
"""


def parse(text: str) -> Bibliography:
    return parse_bibliography(text, "x.bib")


def first(text: str) -> Reference:
    bibliography = parse(text)
    assert not bibliography.problems
    return bibliography.references[0]


def fields(text: str) -> dict[str, str]:
    return {field.name: field.text for field in first(text).fields}


@pytest.mark.parametrize("parent_is_first", [False, True])
def test_a_paper_has_the_book_the_editors_and_the_year_of_its_proceedings(
    *, parent_is_first: bool
) -> None:
    child = "@inproceedings{harper86, crossref = {acl86}, author = {Harper, M.}, title = {Time}}\n"
    bibliography = parse(PARENT + child if parent_is_first else child + PARENT)
    paper = next(r for r in bibliography.references if r.key == "harper86")
    assert {field.name: field.text for field in paper.fields} == {
        "crossref": "acl86",
        "author": "Harper, M.",
        "title": "Time",
        "editor": "Biermann, Alan",
        "year": "1986",
        "publisher": "ACL",
        "isbn": "1",
        "note": "x",
        "booktitle": "Proceedings of the 24th Meeting",
        "booksubtitle": "Papers",
    }
    assert paper.editors == (Name("Biermann", "Alan"),)
    assert paper.authors == (Name("Harper", "M."),)
    assert (paper.venue, paper.year, paper.pages) == ("Proceedings of the 24th Meeting", 1986, "")


def test_an_inherited_field_stands_where_it_is_written() -> None:
    paper = first("@inproceedings{a, crossref={acl86}, title={Time}}\n" + PARENT)
    venue = paper.field("booktitle")
    assert venue is not None
    assert str(venue.place) == "x.bib:3:12"
    assert str(paper.place) == "x.bib:1:1"


def test_what_an_entry_has_itself_is_kept() -> None:
    text = "@inproceedings{a, booktitle={Own}, editor={Roe, R. and others}, crossref={acl86}}\n"
    assert fields(text + PARENT)["booktitle"] == "Own"
    assert first(text + PARENT).editors == (Name("Roe", "R."),)
    assert first(text + PARENT).et_al


def test_a_booktitle_of_the_parent_counts_for_more_than_its_title() -> None:
    # Written for BibTeX, which knows fields of the same name only.
    parent = "@proceedings{p, title = {The Title}, booktitle = {The Book}}"
    assert fields("@inproceedings{a, crossref={p}}" + parent)["booktitle"] == "The Book"


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("inbook", "book", {"booktitle": "T"}),
        ("incollection", "collection", {"booktitle": "T"}),
        ("incollection", "book", {"booktitle": "T"}),
        ("book", "mvbook", {"maintitle": "T"}),
        ("inproceedings", "mvproceedings", {"maintitle": "T"}),
        ("article", "periodical", {"journaltitle": "T"}),
        ("misc", "misc", {"title": "T"}),
    ],
)
def test_the_title_is_inherited_under_the_name_it_has_there(
    child: str, parent: str, expected: dict[str, str]
) -> None:
    found = fields(f"@{child}{{a, crossref = {{p}}}}\n@{parent}{{p, title = {{T}}}}")
    assert found == {"crossref": "p"} | expected


@pytest.mark.parametrize(("own", "other"), [("date", "year"), ("year", "date")])
def test_a_date_of_ones_own_keeps_the_year_of_the_parent_out(own: str, other: str) -> None:
    found = fields(f"@misc{{a, crossref={{p}}, {own}={{2001}}}}\n@misc{{p, {other}={{1999}}}}")
    assert (found[own], found.get(other)) == ("2001", None)


def test_parents_have_parents() -> None:
    text = """@inbook{a, crossref={b}}
    @book{b, crossref={c}, title={Volume 2}}
    @mvbook{c, title={All}, publisher={P}}"""
    assert fields(text) == {
        "crossref": "b",
        "publisher": "P",
        "maintitle": "All",
        "booktitle": "Volume 2",
    }


@pytest.mark.parametrize("keys", ["a", "b a", "b c a"])
def test_a_circle_of_parents_ends(keys: str) -> None:
    names = keys.split()
    entries = (
        f"@misc{{{key}, f{key} = {{x}}, crossref = {{{following}}}}}\n"
        for key, following in zip(["a", *names], [*names, "b"], strict=True)
    )
    bibliography = parse("".join(dict.fromkeys(entries)))
    found = next(r for r in bibliography.references if r.key == "a")
    assert found.text("fa") == "x"


def test_xdata_gives_all_that_it_holds_and_is_no_reference() -> None:
    text = """@xdata{press, publisher = {P}, doi = {10.1000/1}}
    @xdata{city, location = {L}, xdata = {press}}
    @book{a, title = {T}, xdata = {city, press}}"""
    bibliography = parse(text)
    assert [reference.key for reference in bibliography.references] == ["a"]
    assert fields(text) == {
        "title": "T",
        "xdata": "city, press",
        "location": "L",
        "publisher": "P",
        "doi": "10.1000/1",
    }


@pytest.mark.parametrize("entry", [
    '@IEEEtranBSTCTL{ctl, CTLuse_forced_etal = "yes"}', '@CONTROL{apsrev41Control, author="08"}',
    "@set{both, entryset = {a,b}}",
])  # fmt: skip
def test_settings_and_groups_are_no_references(entry: str) -> None:
    bibliography = parse(f"{entry}\n@misc{{a, title = {{T}}}}")
    assert [reference.key for reference in bibliography.references] == ["a"]
    assert not bibliography.problems


def test_a_parent_that_is_not_there_is_reported_once() -> None:
    # As in the database of planning papers that came without its books.
    text = "@misc{Kautz, crossref = {Intentions}}\n@misc{Bratman, CROSSREF = {Intentions}}"
    (problem,) = parse(text).problems
    assert (problem.kind, problem.key, problem.field) == ("undefined-parent", "Kautz", "crossref")
    assert f"{problem.place} {problem.message}" == (
        "x.bib:1:26 `Kautz` takes fields over from `Intentions`, which is not there: expected an "
        "entry with this key"
    )


def test_nothing_is_inherited_from_an_empty_name() -> None:
    assert not parse("@misc{a, crossref = {}, xdata = { , }, title = {T}}").problems


def test_long_chains_take_time_by_their_length_only() -> None:
    text = "".join(f"@misc{{k{at}, f{at}={{x}}, crossref={{k{at + 1}}}}}\n" for at in range(5_000))
    started = time.process_time()
    bibliography = parse(text)
    assert time.process_time() - started < 5
    assert len(bibliography.references[0].fields) == 100
