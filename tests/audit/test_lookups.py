"""What becomes of a reference, from its DOI field to its status, over a real HTTP server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.audit.lookups import look_up
from evidence.checks.case import Dossier
from evidence.checks.status import judge
from evidence.model.finding import Confidence
from evidence.model.report import Status
from evidence.registries.connect import connect
from evidence.registries.interface import Registries
from evidence.sources.bibtex import parse_bibliography
from evidence.wire.retry import Patience
from standin import AnotherWork, Refusal, StandIn

SNAPSHOT = Path(__file__).parents[2] / "data/entrectinib-snapshot.jsonl"
COCCO = """author = {Cocco, E. and Scaltriti, M. and Drilon, A.}, year = {2018},
  title = {NTRK fusion-positive cancers and TRK inhibitor therapy}"""


@pytest.fixture
def crossref() -> Iterator[StandIn]:
    with StandIn(
        [SNAPSHOT], as_crossref=True, agencies={"10.5281": "DataCite", "10.1430": "Crossref"}
    ) as server:
        yield server


@pytest.fixture
def registries(crossref: StandIn) -> Iterator[Registries]:
    with connect(
        crossref_url=crossref.crossref_url,
        doi_url=crossref.doi_url,
        datacite_url=crossref.datacite_url,
        mailto="test@example.org",
        patience=Patience(tries=1),
    ) as opened:
        yield opened


def dossiers(registries: Registries, *fields: str) -> tuple[Dossier, ...]:
    text = "\n".join(f"@article{{key{n}, {entry}}}" for n, entry in enumerate(fields))
    references = parse_bibliography(text, "references.bib").references
    return look_up(references, registries, lambda *_: None)


def test_a_sound_reference_is_verified(registries: Registries) -> None:
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1038/s41571-018-0113-0}}")
    assert judge(found).status is Status.VERIFIED


def test_a_doi_in_the_url_field_counts(registries: Registries) -> None:
    [found] = dossiers(registries, f"{COCCO}, url = {{https://doi.org/10.1038/s41571-018-0113-0}}")
    assert judge(found).status is Status.VERIFIED


def test_a_wrong_field_makes_it_differ(registries: Registries) -> None:
    wrong = COCCO.replace("2018", "2011")
    [found] = dossiers(registries, f"{wrong}, doi = {{10.1038/s41571-018-0113-0}}")
    result = judge(found)
    assert result.status is Status.DIFFERS
    assert result.reason == "differs from the record in year"


def test_an_unregistered_doi_is_repaired_from_its_string(registries: Registries) -> None:
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1038/s41571-0118-0113-0.}}")
    assert judge(found).status is Status.UNREGISTERED
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.1038/s41571-018-0113-0"
    assert found.suggestion.confidence is Confidence.HIGH


def test_the_doi_of_another_work_is_found_out_and_the_right_one_too(
    registries: Registries,
) -> None:
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1186/s13045-018-0622-4}}")
    result = judge(found)
    assert result.status is Status.ANOTHER_WORK
    assert "Basket trial" in result.reason
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.1038/s41571-018-0113-0"
    assert found.suggestion.why.startswith("found by a search for the title; ")


def test_another_agency_is_no_error_and_asks_for_no_repair(
    crossref: StandIn, registries: Registries
) -> None:
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.5281/zenodo.17}}")
    result = judge(found)
    assert result.status is Status.OTHER_AGENCY
    assert "DataCite" in result.reason
    assert crossref.requests("search") == ()


def test_without_doi_org_nothing_is_called_unregistered(
    crossref: StandIn, registries: Registries
) -> None:
    crossref.fail(Refusal(503), route="ra", times=9)
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1038/nowhere}}")
    assert judge(found).status is Status.UNCHECKED


def test_without_crossref_nothing_is_known(crossref: StandIn, registries: Registries) -> None:
    for route in ("single", "list", "search"):
        crossref.fail(Refusal(503), route=route, times=9)
    found = dossiers(
        registries,
        f"{COCCO}, doi = {{10.1038/s41571-018-0113-0}}",
        f"{COCCO}, doi = {{410.1038/s41571-018-0113-0}}",
        COCCO,
    )
    results = [judge(dossier) for dossier in found]
    assert [r.status for r in results] == [
        Status.UNCHECKED, Status.MALFORMED, Status.UNCHECKED,
    ]  # fmt: skip
    assert results[2].reason.startswith("no DOI, and no search: ")
    assert found[1].suggestion is not None
    assert found[1].suggestion.confidence is Confidence.LOW
    assert found[1].suggestion.why.startswith("without the stray `4` before `10.`; not looked up (")


def test_the_search_fails_and_the_string_is_enough(
    crossref: StandIn, registries: Registries
) -> None:
    crossref.fail(Refusal(503), route="search", times=9)
    [found] = dossiers(registries, f"{COCCO}, doi = {{410.1038/s41571-0118-0113-0}}")
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.1038/s41571-018-0113-0"
    assert found.suggestion.confidence is Confidence.HIGH


def test_another_works_record_in_answer_to_a_doi_is_no_answer(
    crossref: StandIn, registries: Registries
) -> None:
    crossref.fail(AnotherWork(), route="single")
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1038/s41571-018-0113-0}}")
    assert judge(found).status is Status.UNCHECKED


def test_an_entry_without_doi_is_found_by_search(registries: Registries) -> None:
    [found] = dossiers(registries, COCCO)
    result = judge(found)
    assert result.status is Status.VERIFIED
    assert result.doi is None
    assert result.reason == "found by search as 10.1038/s41571-018-0113-0"
    assert found.suggestion is not None


def test_a_work_that_nobody_wrote_is_not_found(registries: Registries) -> None:
    [found] = dossiers(
        registries, "author = {Nemo, Nils}, title = {On a work that nobody wrote}, year = {1999}"
    )
    assert judge(found).status is Status.NO_DOI
    assert found.suggestion is None


def test_an_entry_without_a_title_is_not_searched_for(
    crossref: StandIn, registries: Registries
) -> None:
    [found] = dossiers(registries, "author = {Cocco, E.}, year = {2018}")
    assert crossref.requests() == ()
    result = judge(found)
    assert result.status is Status.UNCHECKED
    assert result.reason == "no DOI, and no search: the entry has no title to search for"


@pytest.mark.parametrize("fields", ["", "year = {2018}, ", "publisher = {Springer}, "])
def test_a_record_with_nothing_to_compare_verifies_nothing(
    fields: str, registries: Registries
) -> None:
    [found] = dossiers(registries, f"{fields}doi = {{10.1038/s41571-018-0113-0}}")
    result = judge(found)
    assert result.status is Status.UNCHECKED
    assert result.reason == "a record was found, and the entry says too little to compare"


def test_authors_and_year_are_enough_to_verify(registries: Registries) -> None:
    [found] = dossiers(
        registries,
        "author = {Cocco, E. and Scaltriti, M. and Drilon, A.}, year = {2018},"
        " doi = {10.1038/s41571-018-0113-0}",
    )
    assert judge(found).status is Status.VERIFIED


def test_a_repair_whose_record_differs_elsewhere_is_not_of_high_confidence(
    registries: Registries,
) -> None:
    entry = f"{COCCO}, volume = {{99}}, doi = {{410.1038/s41571-018-0113-0}}"
    [found] = dossiers(registries, entry)
    assert found.suggestion is not None
    assert found.suggestion.confidence is Confidence.MEDIUM


def test_a_repair_with_rivals_that_nobody_could_ask_for_is_not_of_high_confidence(
    crossref: StandIn, registries: Registries
) -> None:
    # The guess without the second DOI goes with the list; the second one is asked for singly.
    crossref.fail(Refusal(503), route="single", times=99)
    [found] = dossiers(
        registries, f"{COCCO}, doi = {{410.1038/s41571-018-0113-0; 10.1093/ref:odnb/29929}}"
    )
    assert found.suggestion is not None
    assert found.suggestion.confidence is not Confidence.HIGH


def test_a_repair_that_leads_to_another_work_is_not_suggested(registries: Registries) -> None:
    entry = "author = {Nemo, Nils}, title = {On a work that nobody wrote}, year = {1999}"
    [found] = dossiers(registries, f"{entry}, doi = {{410.1038/s41571-018-0113-0}}")
    assert judge(found).status is Status.MALFORMED
    assert found.suggestion is None


def test_all_repairs_are_asked_for_together(crossref: StandIn, registries: Registries) -> None:
    dossiers(
        registries,
        f"{COCCO}, doi = {{410.1038/s41571-018-0113-0}}",
        f"{COCCO}, doi = {{10.1038/s41571-018-0113-0,}}",
    )
    assert len(crossref.requests("list")) <= 2


def test_progress_is_told_stage_by_stage(registries: Registries) -> None:
    told: list[tuple[str, int, int]] = []
    other = COCCO.replace("NTRK", "ROS1")
    text = f"@article{{a, {COCCO}, doi = {{10.1038/none}}}} @article{{b, {other}}}"
    references = parse_bibliography(text, "references.bib").references
    look_up(references, registries, lambda *step: told.append(step))
    assert ("looking up DOIs", 1, 1) in told
    assert ("asking for the agencies of DOIs", 1, 1) in told
    assert [step for step in told if step[0] == "searching for works"][-1][1:] == (2, 2)


def test_what_crossref_registered_and_has_no_record_of_is_not_called_unregistered(
    registries: Registries,
) -> None:
    [found] = dossiers(registries, f"{COCCO}, doi = {{10.1430/1}}")
    assert judge(found).status is Status.UNCHECKED
