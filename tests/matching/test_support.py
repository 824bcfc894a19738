"""Works that a search finds for entries with a wrong field, and works that only look like them."""

from dataclasses import replace

import pytest

from evidence.matching.compare import compare
from evidence.matching.support import is_meant
from evidence.model.reference import Reference
from evidence.model.work import Work
from matching_values import entry, record

GRAPHS = record(
    title="Connectivity of Soft Random Geometric Graphs over Annuli",
    authors="Giles, Alexander P.; Georgiou, Orestis; Dettmann, Carl P.",
    dates="online 2015-12-29, print 2016-02",
    venues=("Journal of Statistical Physics",),
    volume="162",
    pages="1068-1083",
)
LICHEN = record(
    title="Lichen planus",
    authors="Black, M. M.",
    dates="print 1972",
    venues=("Archives of Dermatology",),
    volume="106",
    pages="547-548",
)
MEMORY = record(
    "proceedings-article",
    title="A-Mem: Agentic Memory for LLM Agents",
    authors="Xu, Wujiang; Liang, Zujie",
    dates="print 2025, event 2025-12",
    venues=("Advances in Neural Information Processing Systems 38",),
    pages="20004-20031",
)
MAGNETISM = record(
    title="GALACTIC MAGNETISM: Recent Developments and Perspectives",
    authors="Beck, Rainer; Brandenburg, Axel",
    dates="print 1996-09",
    venues=("Annual Review of Astronomy and Astrophysics",),
    volume="34",
    pages="155-206",
)


def graphs(**changes: str) -> Reference:
    fields = {
        "authors": "Giles, A. P.; Georgiou, O.; Dettmann, C. P.",
        "title": "Connectivity of Soft Random Geometric Graphs over Annuli",
        "journal": "Journal of Statistical Physics",
        "volume": "162",
        "pages": "1068--1083",
        "year": "2016",
    }
    return entry(**(fields | changes))


def meant(reference: Reference, work: Work) -> bool:
    return is_meant(reference, work, compare(reference, work))


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"title": "Connectivity of Soft Random Geometric Graphs"},  # cut short
        {"title": "Something that the authors never wrote"},
        {"authors": "Penrose, M. D."},
        {"year": "2011"},
        {"volume": "169"},
        {"journal": "Annals of Applied Probability"},
    ],
    ids=lambda change: next(iter(change), "sound"),
)
def test_one_wrong_field_does_not_hide_the_work(change: dict[str, str]) -> None:
    assert meant(graphs(**change), GRAPHS)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Something that the authors never wrote"},
        {"authors": "Penrose, M. D."},
        {"year": "2011"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_on_other_pages_it_is_another_work(change: dict[str, str]) -> None:
    assert not meant(graphs(**change, volume="26", pages="10--20"), GRAPHS)
    assert not meant(graphs(**change, journal="Nature", volume="26"), GRAPHS)


def test_another_part_or_a_reply_is_another_work() -> None:
    assert not meant(graphs(title="Reply to: Random Geometric Graphs", year="2017"), GRAPHS)


def test_without_numbers_to_compare_three_fields_are_enough() -> None:
    reference = graphs(year="2011", volume="", pages="")
    assert meant(reference, GRAPHS)
    assert not meant(graphs(year="2011", volume="", pages="", journal=""), GRAPHS)


def test_a_title_that_many_works_have_needs_the_address_in_print() -> None:
    cited = {"title": "Lichen planus", "authors": "Smith, J.", "year": "1972",
             "journal": "Archives of Dermatology"}  # fmt: skip
    assert meant(entry(**cited, volume="106", pages="547"), LICHEN)
    assert not meant(entry(**cited), LICHEN)


def test_a_paper_cited_with_the_year_of_the_proceedings() -> None:
    """10.52202/085713-0593, cited as of 2026 and with other pages."""
    reference = entry(
        title="A-mem: Agentic memory for llm agents", authors="Xu, W.; Liang, Z.", year="2026",
        journal="Advances in Neural Information Processing Systems", volume="38",
        pages="17577--17604",
    )  # fmt: skip
    assert meant(reference, MEMORY)


def test_a_paper_with_two_wrong_fields_needs_its_page() -> None:
    cited = {"title": MEMORY.title, "authors": "Roe, R.; Doe, J.", "year": "2011",
             "booktitle": "Advances in Neural Information Processing Systems 38"}  # fmt: skip
    assert meant(entry("inproceedings", **cited, pages="20004--20031"), MEMORY)
    assert not meant(entry("inproceedings", **cited, volume="38"), replace(MEMORY, volume="38"))


def test_two_papers_of_one_title_by_the_same_authors_have_other_pages() -> None:
    """ARA&A 41, 117, whose DOI is not registered, beside 10.1146/annurev.astro.34.1.155."""
    reference = entry(
        title="Galactic Magnetism: Recent Developments and Perspectives",
        authors="Beck, Rainer; Brandenburg, Axel", year="2003", journal=r"araa", volume="41",
        pages="117-158",
    )  # fmt: skip
    assert not meant(reference, MAGNETISM)


def test_a_thesis_is_not_its_abstract_in_a_journal() -> None:
    """10.1086/133923, of 1997, for a thesis of 1996."""
    title = "Spectropolarimetry of High-Polarization Seyfert 1 Galaxies"
    abstract = record(
        title=title, authors="Martel, A. R.", dates="print 1997",
        venues=("Publications of the Astronomical Society of the Pacific",), volume="109",
        pages="630",
    )  # fmt: skip
    assert not meant(
        entry("phdthesis", title=title, authors="Martel, André R.", year="1996"), abstract
    )
