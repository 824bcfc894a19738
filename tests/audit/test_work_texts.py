"""From where a work's text is taken, over a real HTTP server."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dossiers import HAND_MADE, read, record
from evidence.audit.work_texts import WorkTexts
from evidence.model.doi import Doi
from evidence.model.place import Place
from evidence.model.report import ReferenceResult, Status
from evidence.model.source_text import Depth, UnreadableSource
from evidence.model.work import Work
from evidence.registries.connect import connect
from evidence.registries.interface import Registries
from evidence.sources.texts.shelf import Shelf
from standin import Refusal, StandIn

LOZENGES = "10.1234/jim.2019.0001"
ABSTRACT = {"abstract": "<jats:p>Hiccups are rare.</jats:p>"}


@pytest.fixture
def registries(standin: StandIn) -> Iterator[Registries]:
    with connect(
        crossref_url=standin.crossref_url,
        doi_url=standin.doi_url,
        datacite_url=standin.datacite_url,
        europe_pmc_url=standin.europe_pmc_url,
        europe_pmc=True,
        cache_dir=None,
    ) as opened:
        yield opened


def result(
    key: str, doi: str = LOZENGES, own: str = "", work: Work | None = None
) -> ReferenceResult:
    field = f"abstract = {{{own}}}, " if own else ""
    reference = read(f"@misc{{{key}, {field}title = {{Lozenges}}}}")
    return ReferenceResult(reference, Status.VERIFIED, doi=Doi(doi) if doi else None, work=work)


def texts_of(
    folder: Path, registries: Registries | None, *results: ReferenceResult, read: str = ""
) -> WorkTexts:
    """The texts of these, of which those are going to be read that `read` names, else all."""
    known = {each.reference.key: each for each in results}
    return WorkTexts(Shelf(folder, keys=known), known, registries, read.split() or known)


def told(texts: WorkTexts, key: str) -> list[tuple[Depth, str, str]]:
    return [
        (each.depth, each.registry or "file", each.document.text) for each in texts.read(key)[0]
    ]


def test_a_file_comes_before_every_abstract(
    tmp_path: Path, standin: StandIn, registries: Registries
) -> None:
    (tmp_path / "a.txt").write_text("All of it.")
    texts = texts_of(tmp_path, registries, result("a", own="Own.", work=record(ABSTRACT)))
    assert told(texts, "a") == [(Depth.FULL_TEXT, "file", "All of it.")]
    assert standin.requests() == ()


def test_the_records_abstract_comes_before_europe_pmcs_and_the_entrys_own(
    tmp_path: Path, standin: StandIn, registries: Registries
) -> None:
    texts = texts_of(tmp_path, registries, result("a", own="Own.", work=record(ABSTRACT)))
    assert told(texts, "a") == [(Depth.ABSTRACT, "Crossref", "Hiccups are rare.")]
    assert standin.requests() == ()


def test_europe_pmcs_abstract_comes_before_the_entrys_own_with_its_types(
    tmp_path: Path, registries: Registries
) -> None:
    texts = texts_of(tmp_path, registries, result("a", own="Own.", work=record()))
    ((depth, registry, _),) = told(texts, "a")
    assert (depth, registry) == (Depth.ABSTRACT, "Europe PMC")
    assert "Randomized Controlled Trial" in texts.read("a")[0][0].publication_types


def test_the_entrys_own_abstract_is_the_last_resort(tmp_path: Path, registries: Registries) -> None:
    unknown = result("a", "10.1234/nowhere", own="Own.")
    assert told(texts_of(tmp_path, registries, unknown), "a") == [
        (Depth.ABSTRACT, "the entry", "Own.")
    ]
    assert told(texts_of(tmp_path, None, result("a", own="Own.")), "a") == [
        (Depth.ABSTRACT, "the entry", "Own.")
    ]
    assert told(texts_of(tmp_path, registries, result("a", "10.1234/nowhere")), "a") == []


def test_europe_pmc_is_asked_once_and_only_for_what_lacks_a_text_and_is_read(
    tmp_path: Path, standin: StandIn, registries: Registries
) -> None:
    (tmp_path / "b.txt").write_text("All of it.")
    texts_of(
        tmp_path,
        registries,
        result("a"),
        result("b", "10.1234/b"),
        result("c", "10.1234/c", work=record(ABSTRACT)),
        result("d", ""),
        result("e", "10.1234/e"),
        result("f", "10.1234/f"),
        read="a b c d e gone a",
    )
    [request] = standin.requests()
    assert request.parameters["query"] == f'DOI:"{LOZENGES}" OR DOI:"10.1234/e"'


def test_a_file_that_cannot_be_read_is_told_and_the_abstract_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    texts = texts_of(tmp_path, None, result("a", own="Own."))
    assert told(texts, "a") == [(Depth.ABSTRACT, "the entry", "Own.")]
    (broken,) = texts.read("a")[1]
    assert (broken.key, Path(broken.place.file).name) == ("a", "a.txt")


def test_the_abstract_of_another_work_and_of_an_unknown_key_is_not_taken(tmp_path: Path) -> None:
    other = replace(result("a", work=record(ABSTRACT)), status=Status.ANOTHER_WORK)
    texts = texts_of(tmp_path, None, other)
    assert told(texts, "a") == []
    assert told(texts, "unknown") == []


def test_a_record_that_was_made_by_hand_says_so(tmp_path: Path) -> None:
    made = result("a", work=record(ABSTRACT, origin=HAND_MADE))
    (text,) = texts_of(tmp_path, None, made).read("a")[0]
    assert text.hand_made


def test_why_not_even_an_abstract_is_at_hand_is_told(
    tmp_path: Path, standin: StandIn, registries: Registries
) -> None:
    standin.fail(Refusal(503), route="europe-pmc", times=20)
    texts = texts_of(tmp_path, registries, result("a"), result("b", own="Own.", doi=""))
    assert texts.why_not("a", ()).startswith("Europe PMC: ")
    assert texts.why_not("b", ()) == ""
    broken = UnreadableSource("a", "it is damaged", Place("sources/a.pdf"))
    assert texts.why_not("a", (broken, broken)) == "`sources/a.pdf` cannot be read"


def test_where_europe_pmc_answered_there_is_no_more_to_say(
    tmp_path: Path, registries: Registries
) -> None:
    assert texts_of(tmp_path, registries, result("a", "10.1234/none")).why_not("a", ()) == ""
