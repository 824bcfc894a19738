"""What becomes of references whose DOIs Crossref does not have, over a real HTTP server."""

from collections.abc import Iterator

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
from standin import Fault, OtherBody, Refusal, StandIn
from stopped_clock import StoppedClock

ARXIV = """@misc{quill2017,
  author = {Quill, Ada and van der Ledge, Cornelia and {Hiccup Collaboration}},
  title = {Attention is not all a hiccup needs}, year = {2017},
  publisher = {arXiv}, doi = {10.48550/arXiv.1234.56789}}"""
LOZENGES = """@article{quill2019,
  author = {Quill, Ada and Marrow, Bertram T. and van der Ledge, Cornelia}, year = {2019},
  title = {Placebo lozenges for the common hiccup: a randomised trial},
  journal = {Journal of Imaginary Medicine}, doi = {10.1234/jim.2019.0001}}"""


@pytest.fixture
def registries(standin: StandIn) -> Iterator[Registries]:
    with connect(
        crossref_url=standin.crossref_url,
        doi_url=standin.doi_url,
        datacite_url=standin.datacite_url,
        mailto="test@example.org",
        patience=Patience(tries=1),
        clock=StoppedClock().clock,
    ) as opened:
        yield opened


def look(registries: Registries, entry: str) -> Dossier:
    references = parse_bibliography(entry, "references.bib").references
    [dossier] = look_up(references, registries, lambda *_: None)
    return dossier


@pytest.mark.parametrize("year", ["2017", "2023"])
def test_datacites_record_verifies_also_by_the_year_of_the_latest_version(
    registries: Registries, year: str
) -> None:
    # arXiv's own citation of 1706.03762, of 2017, gives 2023: the year of its seventh version.
    result = judge(look(registries, ARXIV.replace("2017", year)))
    assert (result.status, result.reason) == (Status.VERIFIED, "")
    assert result.work is not None
    assert result.work.origin.registry == "DataCite"


def test_a_field_that_differs_from_datacites_record_is_told(registries: Registries) -> None:
    result = judge(look(registries, ARXIV.replace("2017", "2013")))
    assert (result.status, result.reason) == (Status.DIFFERS, "differs from the record in year")


def test_a_doi_of_another_work_at_datacite_is_told(registries: Registries) -> None:
    entry = LOZENGES.replace("10.1234/jim.2019.0001", "10.48550/arXiv.1234.56789")
    found = look(registries, entry)
    result = judge(found)
    assert result.status is Status.ANOTHER_WORK
    assert "`Attention is not all a hiccup needs`" in result.reason
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.1234/jim.2019.0001"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Refusal(503), "could not answer (503 Service Unavailable)"),
        (OtherBody("<html>"), "answered something that is not JSON"),
    ],
)
def test_without_datacites_record_it_is_known_to_be_registered_and_no_more(
    standin: StandIn, registries: Registries, fault: Fault, reason: str
) -> None:
    standin.fail(fault, route="datacite")
    result = judge(look(registries, ARXIV))
    assert result.status is Status.OTHER_AGENCY
    assert result.reason.startswith("registered with DataCite, not compared: `127.0.0.1:")
    assert result.reason.endswith(reason)
    assert result.work is None


def test_a_doi_of_datacites_that_it_shows_nobody_is_registered(registries: Registries) -> None:
    result = judge(look(registries, ARXIV.replace("10.48550/arXiv.1234.56789", "10.5281/1")))
    assert (result.status, result.reason) == (
        Status.OTHER_AGENCY,
        "registered with DataCite, not compared: DataCite has no public record of it",
    )


def test_a_version_of_a_preprint_is_no_doi_and_the_preprint_is_suggested(
    registries: Registries,
) -> None:
    found = look(registries, ARXIV.replace("56789}", "56789v7}"))
    assert judge(found).status is Status.UNREGISTERED
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.48550/arxiv.1234.56789"
    assert found.suggestion.confidence is Confidence.HIGH


@pytest.mark.parametrize("written", ["10/jim1", "https://doi.org/10/jim1", "10/JIM1"])
def test_the_doi_that_a_short_one_stands_for_is_suggested(
    standin: StandIn, registries: Registries, written: str
) -> None:
    found = look(registries, LOZENGES.replace("10.1234/jim.2019.0001", written))
    result = judge(found)
    assert (result.status, result.doi) == (Status.MALFORMED, None)
    assert result.reason == "a short DOI, which only the resolver can expand"
    assert found.suggestion is not None
    assert found.suggestion.doi == "10.1234/jim.2019.0001"
    assert found.suggestion.confidence is Confidence.HIGH
    assert "the DOI that the short DOI stands for" in found.suggestion.why
    assert len(standin.requests()) == 2


def test_a_short_doi_of_another_work_is_not_suggested(registries: Registries) -> None:
    entry = ARXIV.replace("10.48550/arXiv.1234.56789", "10/jim1")
    found = look(registries, entry)
    assert judge(found).status is Status.MALFORMED
    assert found.suggestion is None


def test_a_prefix_that_nobody_has_is_the_reason(registries: Registries) -> None:
    result = judge(look(registries, LOZENGES.replace("10.1234/jim", "10.99999/jim")))
    assert (result.status, result.reason) == (
        Status.UNREGISTERED,
        "the prefix `10.99999` is not registered (doi.org: DOI does not exist)",
    )


def test_a_doi_that_crossref_lacks_is_unchecked_while_doi_org_is_down(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(Refusal(503), route="ra", times=9)
    result = judge(look(registries, LOZENGES.replace("10.1234/jim", "10.99999/jim")))
    assert result.status is Status.UNCHECKED
