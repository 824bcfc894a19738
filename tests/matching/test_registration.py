"""Fabricated references beside right ones that look like them and have no DOI."""

import pytest

from evidence.matching.registration import is_registered_kind, is_surely_registered
from evidence.model.reference import Reference
from matching_values import entry

TEN = "; ".join(f"{letter}ang, D" for letter in "GYZSXZMWBL")


def article(**changes: str) -> Reference:
    return entry(**({"journal": "Nature", "year": "2020", "volume": "8", "pages": "1-9"} | changes))


def paper(booktitle: str, year: str = "2020", **fields: str) -> Reference:
    return entry("inproceedings", booktitle=booktitle, year=year, **fields)


@pytest.mark.parametrize(
    "reference",
    [
        article(),
        article(journal="Scientific Reports"),
        article(journal="J. Open Source Softw."),
        article(authors=f"{TEN}; Li, W; others"),
        # Two that were made up.
        paper("Proceedings of the 16th International Conference on Semantic Systems", pages="1-8"),
        paper("ACL", "2024"),
        paper("IEEE Symposium on Security and Privacy", pages="3-9"),
    ],
)
def test_works_that_would_be_registered(reference: Reference) -> None:
    assert is_surely_registered(reference)


@pytest.mark.parametrize(
    "reference",
    [
        article(year="1993"),  # Astronomy and Astrophysics 278, 549 has no DOI
        article(year=""),
        article(volume=""),  # as blogs have, written as articles
        article(pages=""),
        article(journal=""),
        article(url="https://example.org"),
        article(eprint="2410.10813"),
        article(journal="arXiv preprint arXiv:2410.10813"),
        article(journal="CoRR", volume="abs/1412.6980"),
        article(journal="Journal of Machine Learning Research"),
        article(journal="J. Mach. Learn. Res."),
        article(journal="Open Review", volume="62"),
        article(journal="Retrieved August", volume="15"),
        article(journal="See https://vicuna. lmsys. org (accessed 14 April 2023)"),
        article(journal="Black Hat", volume="15"),
        article(journal="AAS", volume="243", pages="360.19"),
        article(journal="Notion Blog"),
        article(note="in press"),
        article(authors=f"{TEN}; others"),  # Google Scholar's export of a paper in Nature
        paper("ICLR", "2025"),
        paper("International Conference on Learning Representations", "2021", pages="1-9"),
        paper("Advances in Neural Information Processing Systems", "2019", volume="32"),
        paper("{NeurIPSW} on Deep Generative Models and Downstream Applications", "2021"),
        paper("EurIPS 2025 Workshop: AI for Tabular Data", "2025"),
        paper("EAS2024, European Astronomical Society Annual Meeting", "2024", pages="1106"),
        paper(
            "Astronomical Data Analysis Software and Systems XXV", "2017", pages="431",
            series="Astronomical Society of the Pacific Conference Series",
        ),
        paper("Technical Report, University of Wisconsin-Madison", "2002"),
        paper("Proceedings of the Conference on Semantic Systems", "2020"),  # without pages
        paper("ACL", "2009"),
        entry("misc", title="A web page", year="2020"),
        entry("phdthesis", year="2020"),
    ],
    ids=lambda reference: f"{reference.venue} {reference.year}",
)  # fmt: skip
def test_works_that_may_have_no_doi(reference: Reference) -> None:
    assert not is_surely_registered(reference)


def test_articles_and_papers_without_another_address_are_of_the_kind() -> None:
    assert is_registered_kind(entry(title="A work"))
    assert not is_registered_kind(entry(isbn="978-3-642-07733-3"))
    assert not is_registered_kind(entry("book"))
