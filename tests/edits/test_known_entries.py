"""The entry that a work has already."""

import pytest

from evidence.edits.known_entries import KnownEntries
from evidence.model.doi import Doi
from evidence.model.reference import Reference
from evidence.sources.bibtex import parse_bibliography

ENTRY = """@article{{{key}, author = {{Rossi, Anna}}, title = {{Thermal imaging of deep burns}},
  journal = {{Wound Repair}}, year = {{2004}}, volume = {{12}}, pages = {{101--109}},
  doi = {{{doi}}}}}
"""
DOI = Doi.parse("10.1111/wrr.04")


def entry(key: str, doi: str = "") -> Reference:
    return parse_bibliography(ENTRY.format(key=key, doi=doi), "x.bib").references[0]


def find(*there: Reference, dois: tuple[Doi, ...] = ()) -> str | None:
    found = KnownEntries(there).find(dois, entry("own"))
    return found.key if found else None


@pytest.mark.parametrize(
    ("written", "dois", "is_found"),
    [
        ("10.1111/wrr.04", (DOI,), True),
        ("https://doi.org/10.1111/WRR.04", (DOI,), True),
        ("10.1111/wrr.99", (DOI,), False),  # one title, two works
        ("10.1111/wrr.99", (), True),
        ("", (DOI,), True),
        ("410.1111/wrr.04", (DOI,), True),
    ],
)
def test_a_doi_decides_where_both_sides_have_one(
    written: str, dois: tuple[Doi, ...], *, is_found: bool
) -> None:
    assert find(entry("there", written), dois=dois) == ("there" if is_found else None)


def test_the_first_of_several_is_found_and_what_is_added_counts() -> None:
    assert (
        find(entry("a", "10.1111/other"), entry("b"), entry("c", "10.1111/wrr.04"), dois=(DOI,))
        == "b"
    )
    known = KnownEntries(())
    assert known.find((DOI,), entry("own")) is None
    known.add(entry("later"))
    found = known.find((DOI,), entry("own"))
    assert found is not None
    assert found.key == "later"
