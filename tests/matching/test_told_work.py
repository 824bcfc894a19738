"""Of which work a text says that it is."""

from dataclasses import replace

import pytest

from evidence.matching.told_work import other_work_told
from evidence.model.document import Document, ListedReference
from evidence.model.doi import Doi
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.source_text import Depth, OtherWorkText, SourceText
from evidence.model.work import Origin, Relation, Via, Work

HERE = Place("references.bib", 1)
TITLE = "Colchicine for flares of gout in adults: a randomised trial"
OWN = Doi("10.1234/gout.1")
HEAD = "Annals of Asthma 2020;4:1-9. https://doi.org/10.1234/asthma.7.\n\n"
TEXT = "Inhaled steroids in children with asthma\n\nAll children wheezed less.\n"


def entry(title: str = TITLE) -> Reference:
    fields = (Field("title", title, title, HERE),) if title else ()
    return Reference("lind2019", "article", fields, HERE)


def told(
    text: str, doi: Doi | None = OWN, work: Work | None = None, title: str = TITLE, listed: str = ""
) -> OtherWorkText | None:
    items = (ListedReference("1", listed, Place("a.txt")),) if listed else ()
    document = Document("a.txt", text, listed=items)
    source = SourceText("lind2019", Depth.FULL_TEXT, document, "a.txt", "0")
    return other_work_told(source, entry(title), doi, work)


def work(**more: object) -> Work:
    made = Work(OWN, "journal-article", (TITLE,), Origin("Crossref", Via.CACHE, None))
    return replace(made, **more)  # type: ignore[arg-type]


def test_the_doi_at_the_head_of_another_work_is_told() -> None:
    assert told(HEAD + TEXT) == OtherWorkText("lind2019", "a.txt", doi="10.1234/asthma.7")


def test_the_doi_that_an_xml_file_states_is_told() -> None:
    document = Document("a.xml", TEXT, title="Steroids", doi="10.1234/ASTHMA.7")
    source = SourceText("lind2019", Depth.FULL_TEXT, document, "a.xml", "0")
    assert other_work_told(source, entry(), OWN, None) == OtherWorkText(
        "lind2019", "a.xml", doi="10.1234/asthma.7"
    )


def test_a_stated_title_with_hardly_a_word_of_the_entrys_is_told() -> None:
    stated = "Inhaled steroids in children with asthma"
    document = Document("a.xml", "They wheezed less.", title=stated)
    source = SourceText("lind2019", Depth.FULL_TEXT, document, "a.xml", "0")
    assert other_work_told(source, entry(), None, None) == OtherWorkText(
        "lind2019", "a.xml", title=stated
    )
    for same in ("Colchicine in adults with gout", "Gout", ""):
        kept = replace(source, document=replace(document, title=same))
        assert other_work_told(kept, entry(), None, None) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="made by hand, with neither DOI nor title of its own"),
        pytest.param(f"{HEAD}{TEXT}\n\nThis is doi:10.1234/GOUT.\n1.", id="own DOI, broken"),
        pytest.param(f"{HEAD}{TITLE}\n\nFlares fell.", id="a preprint with the same title"),
        pytest.param(
            f"{HEAD}Colchicine for flares of\ngout in adults - a rando-\nmised trial", id="broken"
        ),
        pytest.param(f"Comment on: https://doi.org/10.1234/asthma.7\n\n{TEXT}", id="a comment"),
        pytest.param(f"Data are at https://doi.org/10.1234/data.7\n\n{TEXT}", id="data"),
        pytest.param(f"https://doi.org/10.5061/dryad.7\n\n{TEXT}", id="a repository"),
        pytest.param(f"https://doi.org/10.1234/gout.1.g001\n\n{TEXT}", id="a figure of its own"),
        pytest.param("x " * 1_600 + HEAD + TEXT, id="far below the head"),
    ],
)
def test_what_does_not_say_so_clearly_is_passed_over(text: str) -> None:
    assert told(text) is None


def test_a_doi_of_the_reference_list_tells_nothing() -> None:
    assert told(HEAD + TEXT, listed="Steroids. https://doi.org/10.1234/asthma.7") is None


def test_aliases_and_preprints_of_the_record_are_the_work_itself() -> None:
    other = Doi("10.1234/asthma.7")
    assert told(HEAD + TEXT, work=work()) is not None
    assert told(HEAD + TEXT, work=work(aliases=(other,))) is None
    assert told(HEAD + TEXT, work=work(relations=(Relation("has-preprint", other),))) is None
    assert told(HEAD + TEXT, work=work(relations=(Relation("is-comment-on", other),))) is not None


def test_the_title_of_the_record_will_do() -> None:
    assert told(HEAD + TEXT, work=work(titles=(TEXT.partition("\n")[0],))) is None


def test_an_entry_without_a_doi_or_a_title_cannot_be_compared() -> None:
    assert told(HEAD + TEXT, doi=None) is None
    assert told(HEAD + TEXT, title="") is None
