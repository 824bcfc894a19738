"""Several requests at once: nobody waits for another's, and what fails is told of as ever."""

import signal
import subprocess
import sys
import time as wall
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.registries.interface import Registries
from evidence.wire.clock import SYSTEM_CLOCK
from evidence.wire.retry import Patience
from standin import (
    AnotherWork,
    CutConnection,
    Fault,
    Hang,
    OtherBody,
    Refusal,
    StandIn,
    TruncatedBody,
)

Connect = Callable[..., AbstractContextManager[Registries]]

LOZENGES = Doi("10.1234/jim.2019.0001")
COMMA = Doi("10.1234/jim.251.19.2504,2509")
MISSING = Doi("10.1234/nothing.1")
ABSENT = Absent("not in Crossref")
NOWHERE = Absent("no registration agency knows it (doi.org: DOI does not exist)")
LISTS = (50, 95, 95)
PATIENT = Patience(read_timeout=10)


def add_many(standin: StandIn) -> list[Doi]:
    """The DOIs of so many works that they fill three lists."""
    names = [f"10.1234/many.{number:03}" for number in range(sum(LISTS))]
    for name in names:
        standin.collection.add({"DOI": name, "title": [name]})
    return [Doi(name) for name in names]


@pytest.fixture
def open_well(standin: StandIn, open_registries: Connect) -> Connect:
    """Opens registries for a polite user whose Crossref has answered before."""

    @contextmanager
    def opened(patience: Patience = PATIENT) -> Iterator[Registries]:
        with open_registries(mailto="ada@example.org", patience=patience) as registries:
            list(registries.works.resolve([LOZENGES]))
            standin.forget()
            yield registries

    return opened


@pytest.fixture
def well(open_well: Connect) -> Iterator[Registries]:
    with open_well() as registries:
        yield registries


def names_of(outcomes: dict[Doi, Outcome]) -> dict[Doi, str]:
    return {doi: o.work.title for doi, o in outcomes.items() if isinstance(o, Found)}


def test_a_list_that_hangs_keeps_no_other_waiting(standin: StandIn, well: Registries) -> None:
    dois = [*add_many(standin), COMMA]
    standin.fail(Hang(), route="list")
    outcomes = well.works.resolve(dois)
    early = dict(islice(outcomes, len(dois) - max(LISTS)))
    assert {type(outcome) for outcome in early.values()} == {Found}
    standin.release()
    assert set(early | dict(outcomes)) == set(dois)


def test_what_a_list_lacks_is_confirmed_when_a_list_that_hung_has_answered(
    standin: StandIn, well: Registries
) -> None:
    dois = add_many(standin)
    missing = [Doi(f"10.1234/nothing.{number:03}") for number in range(20)]
    mixed = [doi for pair in zip(dois[::12], missing, strict=True) for doi in pair]
    standin.fail(Hang(), route="list")
    outcomes = well.works.resolve([*mixed, *(doi for doi in dois if doi not in mixed)])
    early = dict(islice(outcomes, len(LISTS) * 40))
    standin.release()
    told = early | dict(outcomes)
    assert {doi for doi, outcome in told.items() if outcome == NOWHERE} == set(missing)
    assert names_of(told) == {doi: doi.name for doi in dois}
    assert len(standin.requests("ra")) == 4


def test_searches_go_side_by_side(standin: StandIn, well: Registries) -> None:
    standin.fail(Hang(), route="search")
    asked = [f"placebo lozenges {number}" for number in range(6)]
    answers = well.search.search(asked)
    early = dict(islice(answers, 5))
    standin.release()
    told = early | dict(answers)
    assert set(told) == set(asked)
    assert not any(isinstance(answer, Unavailable) for answer in told.values())


@pytest.mark.parametrize(("mailto", "count"), [("", 4), ("ada@example.org", 9)])
def test_a_slow_service_is_not_asked_for_more_at_once_than_it_allows(
    open_registries: Connect, mailto: str, count: int
) -> None:
    """In real time: each answer takes longer than the pace leaves between two requests."""
    dois = [Doi(f"10.1234/nothing,{number}") for number in range(count)]
    with (
        StandIn([], enforce_limits=True, latency=0.4) as strict,
        open_registries(
            crossref_url=strict.crossref_url, mailto=mailto, patience=PATIENT, clock=SYSTEM_CLOCK
        ) as registries,
    ):
        begun = wall.monotonic()
        assert set(dict(registries.works.resolve(dois)).values()) == {ABSENT}
        assert {request.status for request in strict.requests()} == {404}
    if mailto:
        assert wall.monotonic() - begun < 0.4 * count * 0.8  # side by side


def test_who_stops_early_waits_for_nobody(standin: StandIn, open_well: Connect) -> None:
    dois = [*add_many(standin), COMMA]
    standin.fail(Hang(), route="list", times=3)
    begun = wall.monotonic()
    with open_well() as registries:
        for doi, outcome in registries.works.resolve(dois):
            assert (doi, type(outcome)) == (COMMA, Found)
            break
    assert wall.monotonic() - begun < 5
    standin.release()


def test_what_was_told_before_the_stop_is_kept(standin: StandIn, open_well: Connect) -> None:
    dois = add_many(standin)
    with open_well() as registries:
        first, _ = next(iter(registries.works.resolve(dois)))
    standin.forget()
    with open_well() as registries:
        assert isinstance(dict(registries.works.resolve([first]))[first], Found)
    assert standin.requests() == ()


SCRIPT = """
import sys
from pathlib import Path
from evidence.model.doi import Doi
from evidence.registries.connect import connect
url, folder, *names = sys.argv[1:]
with connect(crossref_url=url, mailto="ada@example.org", cache_dir=Path(folder)) as registries:
    print("ready", flush=True)
    sys.stdin.readline()
    outcomes = dict(registries.works.resolve([Doi(name) for name in names]))
    print(len(outcomes), {type(outcome).__name__ for outcome in outcomes.values()})
"""


def start(standin: StandIn, folder: Path, dois: list[Doi]) -> "subprocess.Popen[str]":
    arguments = [standin.crossref_url, str(folder), *map(str, dois)]
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_two_processes_share_one_cache(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    dois = [*add_many(standin), COMMA]
    two = [start(standin, tmp_path / "cache", dois) for _ in range(2)]
    told = [process.communicate("go\n", timeout=30) for process in two]
    assert told == [("241 {'Found'}\n", "")] * 2
    assert [process.returncode for process in two] == [0, 0]
    standin.forget()
    with open_registries() as registries:
        assert len(names_of(dict(registries.works.resolve(dois)))) == 241
    assert standin.requests() == ()


def test_an_interrupt_ends_the_run_whatever_hangs(standin: StandIn, tmp_path: Path) -> None:
    standin.fail(Hang(), times=9)
    process = start(standin, tmp_path / "cache", add_many(standin))
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    until = wall.monotonic() + 10
    while not standin.requests() and wall.monotonic() < until:
        wall.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=5)
    assert process.returncode != 0
    assert said.rstrip().endswith("KeyboardInterrupt")
    standin.release()


@pytest.mark.parametrize(
    "fault",
    [
        *(Refusal(429), Refusal(429, "1"), Refusal(503), Refusal(500), Refusal(504)),
        *(CutConnection(), TruncatedBody(), OtherBody("<html>", "text/html"), OtherBody("[]")),
        *(Hang(), AnotherWork(), Refusal(403), Refusal(400)),
    ],
    ids=str,
)
def test_a_fault_loses_nothing_and_the_next_run_goes_on_from_what_was_told(
    standin: StandIn, open_well: Connect, fault: Fault
) -> None:
    dois = [*add_many(standin), COMMA]
    standin.fail(fault, times=3)
    with open_well(Patience(read_timeout=0.2)) as registries:
        outcomes = dict(registries.works.resolve([*dois, MISSING]))
    assert set(outcomes) == {*dois, MISSING}
    found = names_of(outcomes)
    assert all(found[doi] == doi.name for doi in found if doi != COMMA)
    assert not any(isinstance(outcomes[doi], Absent) for doi in dois)
    assert not isinstance(outcomes[MISSING], Found)
    standin.release()
    with open_well() as registries:
        again = dict(registries.works.resolve([*dois, MISSING]))
    assert len(names_of(again)) == len(dois)
    assert again[MISSING] == NOWHERE
    asked = [request.parameters.get("rows", "1") for request in standin.requests()]
    assert sum(map(int, asked)) <= len(dois) - len(found) + 2


def test_a_service_that_never_answers_well_is_soon_left_alone(
    standin: StandIn, open_well: Connect
) -> None:
    with open_well() as registries:
        standin.fail(Refusal(503), times=999)
        outcomes = dict(registries.works.resolve([*add_many(standin), COMMA, MISSING]))
    assert {type(outcome) for outcome in outcomes.values()} == {Unavailable}
    assert len(standin.requests()) <= 4 * 4
