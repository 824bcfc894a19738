from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from evidence.model.claim import EvidenceLine, TableCell, Value
from evidence.model.finding import Finding, Severity
from evidence.model.report import Run
from evidence.model.work import Origin, Update, Via
from evidence.reports import wording
from sample_references import STARTED, yaml

RUN = Run(0, 0, 0, 0, 2, "crossref", STARTED)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("crossref", "works from Crossref (2 requests)"),
        ("cache", "works from the cache (2 requests)"),
        ("snapshot", "works from the snapshot, not from Crossref (2 requests)"),
        ("crossref+snapshot", "works from Crossref and the snapshot (2 requests)"),
        (
            "crossref+datacite+cache",
            "works from Crossref, DataCite and the cache (2 requests)",
        ),
        ("medra", "works from medra (2 requests)"),
        ("none", "no record of any work (2 requests)"),
        ("", "no record of any work (2 requests)"),
    ],
)
def test_where_the_works_came_from(source: str, words: str) -> None:
    assert wording.works_from(replace(RUN, source=source)) == words


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin("crossref", Via.CACHE, STARTED), "Crossref, 22 Nov 2026, from the cache"),
        (Origin("Crossref", Via.NETWORK, STARTED), "Crossref, 22 Nov 2026, asked in this run"),
        (Origin("datacite", Via.SNAPSHOT, None), "DataCite, date unknown, from the snapshot"),
        (
            Origin("crossref", Via.SNAPSHOT, STARTED, hand_made=True),
            "hand-made record in the snapshot: compared, not verified",
        ),
        (
            Origin("crossref", Via.CACHE, STARTED, hand_made=True),
            "hand-made record in the cache: compared, not verified",
        ),
    ],
)
def test_who_vouches_for_a_record(origin: Origin, words: str) -> None:
    assert wording.origin(origin) == words


def test_times_are_in_utc_and_months_in_english() -> None:
    east = timezone(timedelta(hours=9))
    assert wording.time(datetime(2027, 1, 1, 8, 5, tzinfo=east)) == "31 Dec 2026, 23:05 UTC"
    assert wording.time(datetime(2026, 5, 1, 8, 5)) == "1 May 2026, 08:05 UTC"  # noqa: DTZ001
    assert [wording.day(date(2026, month, 2)).split()[1] for month in range(1, 13)] == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip
    assert wording.in_utc(STARTED).tzinfo is UTC


def test_one_is_not_many() -> None:
    assert [wording.count(n, "claim") for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (EvidenceLine("k", yaml(1)), ""),
        (EvidenceLine("k", yaml(1), page="403"), "p. 403"),
        (EvidenceLine("k", yaml(1), page="4", section="Results"), "p. 4, section Results"),
        (
            EvidenceLine("k", yaml(1), table=TableCell("Table 9", "ROS-1", "IC50", "7")),
            "Table 9, row ROS-1, column IC50, cell 7",
        ),
    ],
)
def test_where_in_the_work(line: EvidenceLine, words: str) -> None:
    assert wording.locator(line) == words


def test_a_value_with_all_and_with_nothing() -> None:
    assert wording.value(Value("IC50", "7")) == ("IC50", "", "7")
    assert wording.value(Value("PFS", "11.2", "mo", "NTRK", "placebo", "54", "8–15")) == (
        "PFS",
        "NTRK",
        "11.2 mo, against placebo, n = 54, CI 8–15",
    )


def test_what_became_of_a_work() -> None:
    assert wording.update(Update("expression-of-concern")) == "expression of concern"
    known = Update("retraction", None, date(2010, 2, 6), "retraction-watch")
    assert wording.update(known) == "retraction, 6 Feb 2010 (retraction-watch)"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://evidence.example/rules/DOI001", "https://evidence.example/rules/DOI001"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("https://x.example/ onclick=y", ""),
        ('https://x.example/">', ""),
        ("docs/rules/DOI001.md", ""),
    ],
)
def test_only_an_address_of_the_web_is_a_rules_page(url: str, page: str) -> None:
    finding = Finding("DOI001", "malformed-doi", Severity.ERROR, "x", yaml(1), url=url)
    assert wording.rule_page(finding) == page


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("", []),
        ("plain", [("plain", False)]),
        ("`a` is not `b`.", [("a", True), (" is not ", False), ("b", True), (".", False)]),
        ("a ` b", [("a ` b", False)]),
        ("``", []),
    ],
)
def test_values_of_a_message(message: str, parts: list[tuple[str, bool]]) -> None:
    assert list(wording.values_marked(message)) == parts
