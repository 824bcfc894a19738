from dataclasses import replace

import pytest

from dossiers import DOI, HAND_MADE, TITLE, cocco, dossier, record
from evidence.checks.case import Dossier
from evidence.checks.status import judge
from evidence.matching.comparison import Aspect, Comparison, Disagreement
from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Unavailable
from evidence.model.report import Status

UNKNOWN = Absent("no registration agency knows it (doi.org: DOI does not exist)")
DATACITE = Absent("registered with DataCite, not compared: offline", agency="DataCite")


def verdict(dossier: Dossier) -> tuple[Status, str]:
    result = judge(dossier)
    return result.status, result.reason


def test_a_sound_reference_is_verified_with_its_work_and_claims() -> None:
    address = f"https://doi.org/{DOI.upper()}"
    subject = dossier(cocco(doi=address), record())
    result = judge(subject, ("kinase-activity",))
    assert (result.status, result.reason) == (Status.VERIFIED, "")
    assert (result.doi_as_written, result.doi) == (address, Doi(DOI))
    assert (result.work, result.claims) == (record(), ("kinase-activity",))


@pytest.mark.parametrize(
    ("outcome", "status", "reason"),
    [
        (UNKNOWN, Status.UNREGISTERED, UNKNOWN.reason),
        (DATACITE, Status.OTHER_AGENCY, DATACITE.reason),
        (Unavailable("offline"), Status.UNCHECKED, "offline"),
    ],
)
def test_what_was_answered_is_the_reason(
    outcome: Absent | Unavailable, status: Status, reason: str
) -> None:
    assert verdict(dossier(cocco(), outcome)) == (status, reason)
    assert judge(dossier(cocco(), outcome)).work is None


def test_a_work_that_was_meant_does_not_mend_an_unregistered_doi() -> None:
    subject = dossier(cocco(doi=f"{DOI}."), UNKNOWN, proposal=record())
    assert judge(subject).status is Status.UNREGISTERED
    assert judge(subject).work is None


def test_a_malformed_doi_is_explained_and_has_no_doi_whatever_was_meant() -> None:
    # The DOI of the first document.
    written = "https://doi.org/410.1093/annonc/mdy1424.1017"
    result = judge(dossier(cocco(doi=written), proposal=record()))
    assert (result.status, result.reason) == (Status.MALFORMED, "stray `4` before `10.`")
    assert (result.doi_as_written, result.doi, result.work) == (written, None, None)


class TestFound:
    def test_fields_that_differ_are_listed_once_each_without_notes(self) -> None:
        noted = Disagreement(Aspect.TITLE, "title", "a", "b", "a letter", is_note=True)
        wrong = Disagreement(Aspect.AUTHORS, "author", "a", "b", "invented")
        volume = Disagreement(Aspect.VOLUME, "volume", "22", "15", "differs")
        comparison = Comparison((noted, wrong, wrong, volume), title_agrees=True)
        assert verdict(replace(dossier(cocco(), record()), comparison=comparison)) == (
            Status.DIFFERS,
            "differs from the record in author, volume",
        )

    def test_notes_leave_it_verified(self) -> None:
        # A year after a date in December, and a misprint in the title.
        cited = cocco(year="2019", title=f"{TITLE}y")
        assert verdict(dossier(cited, record())) == (Status.VERIFIED, "")

    def test_a_doi_of_another_work_is_named_with_that_work(self) -> None:
        other = record({"title": ["Another title"]})
        comparison = Comparison(title_agrees=False, is_other_work=True)
        subject = replace(dossier(cocco(), other), comparison=comparison)
        assert verdict(subject) == (
            Status.ANOTHER_WORK,
            "the DOI belongs to `Another title`",
        )
        assert judge(subject).work == other

    def test_an_entry_that_says_too_little_is_unchecked(self) -> None:
        # An entry of a key and a DOI, as some exports leave them.
        bare = cocco("misc", author=None, title=None, year=None, journal=None)
        assert verdict(dossier(bare, record())) == (
            Status.UNCHECKED,
            "a record was found, and the entry says too little to compare",
        )

    @pytest.mark.parametrize("year", ["2018", "2014"])
    def test_a_record_made_by_hand_verifies_nothing(self, year: str) -> None:
        subject = dossier(cocco(year=year), record(origin=HAND_MADE))
        assert verdict(subject) == (Status.UNCHECKED, "hand-made record")
        assert judge(subject).work is not None


class TestWithoutDoi:
    def test_a_work_found_by_search_verifies(self) -> None:
        result = judge(dossier(cocco(doi=None), proposal=record()))
        assert (result.status, result.reason) == (Status.VERIFIED, f"found by search as {DOI}")
        assert (result.doi_as_written, result.doi, result.work) == (None, None, record())

    def test_a_work_found_by_search_may_differ(self) -> None:
        assert verdict(dossier(cocco(doi=None, volume="22"), proposal=record())) == (
            Status.DIFFERS,
            f"found by search as {DOI}; differs from the record in volume",
        )

    def test_a_hand_made_work_found_by_search_verifies_nothing(self) -> None:
        found = dossier(cocco(doi=None), proposal=record(origin=HAND_MADE))
        assert verdict(found) == (
            Status.UNCHECKED,
            f"found by search as {DOI}; hand-made record",
        )

    def test_nothing_found_is_told_from_nobody_asked(self) -> None:
        assert verdict(dossier(cocco(doi=None))) == (
            Status.NO_DOI,
            "no DOI, and no work found by search",
        )
        assert verdict(dossier(cocco(doi=None), search_reason="offline")) == (
            Status.UNCHECKED,
            "no DOI, and no search: offline",
        )
