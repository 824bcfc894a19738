"""Works by their DOI: in few requests, each answer for the DOI that asked, kept for later."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Via, Work
from evidence.registries.interface import Registries, Sifted
from evidence.wire.clock import SYSTEM_CLOCK
from standin import StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

WORKS = Path(__file__).parents[1] / "data" / "works.jsonl"

LOZENGES = Doi("10.1234/jim.2019.0001")
BALDNESS = Doi("10.1234/jim.2016.0012")
NOTICE = Doi("10.1234/jim.2018.0003")
SICI = Doi("10.1234/(sici)1099-0000(199805)17:5<321::aid-jim4>3.0.co;2-#")
COMMA = Doi("10.1234/jim.251.19.2504,2509")
FINAL_DOT = Doi("10.4321/annals.1967.8.")
ALIAS = Doi("10.4321/old.2015.77")
PRIMARY = Doi("10.1234/merged.2015.77")
MISSING = Doi("10.1234/nothing.1")
ABSENT = Absent("not in Crossref")
OFFLINE = Unavailable("offline, and not in the cache")


def found(outcome: Outcome | None) -> Work:
    assert isinstance(outcome, Found), outcome
    return outcome.work


def asked(standin: StandIn) -> list[str]:
    return [request.route.value for request in standin.requests()]


def test_several_dois_take_one_request(standin: StandIn, registries: Registries) -> None:
    dois = [LOZENGES, BALDNESS, NOTICE, FINAL_DOT]
    outcomes = dict(registries.works.resolve(dois))
    assert [found(outcomes[doi]).doi for doi in dois] == dois
    assert asked(standin) == ["list"]
    assert registries.requests() == 1


def test_one_doi_is_asked_for_alone(standin: StandIn, registries: Registries) -> None:
    assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).doi == LOZENGES
    assert asked(standin) == ["single"]


def test_a_doi_is_told_once_however_often_it_is_asked_for(registries: Registries) -> None:
    told = [doi for doi, _ in registries.works.resolve([LOZENGES, BALDNESS, LOZENGES])]
    assert sorted(told, key=str) == [BALDNESS, LOZENGES]


def test_nothing_asked_costs_nothing(standin: StandIn, registries: Registries) -> None:
    assert list(registries.works.resolve([])) == []
    assert registries.works.sift([]) == Sifted()
    assert standin.requests() == ()


@pytest.mark.parametrize("doi", [SICI, COMMA], ids=str)
def test_a_doi_that_a_filter_cannot_hold_is_asked_for_alone(
    standin: StandIn, registries: Registries, doi: Doi
) -> None:
    outcomes = dict(registries.works.resolve([LOZENGES, doi, BALDNESS]))
    assert [found(outcomes[d]).doi for d in (LOZENGES, doi, BALDNESS)] == [LOZENGES, doi, BALDNESS]
    assert asked(standin) == ["list", "single"]


@pytest.mark.parametrize(
    "name",
    [
        *("10.1234/a%2fb", "10.1234/a?b=c", "10.1234/a#b", "10.1234/a/", "10.1234/.."),
        *("10.1234/a//b", "10.1234/한국", "10.1234/a&b+c", '10.1234/"a\\b"', "10.1234/works/x"),
    ],
)
def test_every_character_of_a_doi_arrives(
    standin: StandIn, open_registries: Connect, name: str
) -> None:
    standin.collection.add({"DOI": name, "title": ["This one"]})
    for requests in (1, 0):
        with open_registries() as registries:
            assert found(dict(registries.works.resolve([Doi(name)]))[Doi(name)]).title == "This one"
            assert registries.requests() == requests


def test_what_a_batch_lacks_is_asked_for_alone_before_it_is_absent(
    standin: StandIn, registries: Registries
) -> None:
    outcomes = dict(registries.works.resolve([LOZENGES, MISSING, BALDNESS]))
    assert outcomes[MISSING] == ABSENT
    assert asked(standin) == ["list", "single"]


def test_many_dois_go_in_batches_of_fifty(standin: StandIn, registries: Registries) -> None:
    for number in range(120):
        standin.collection.add({"DOI": f"10.1234/many.{number}", "title": [f"{number}"]})
    dois = [Doi(f"10.1234/many.{number}") for number in range(120)]
    outcomes = dict(registries.works.resolve(dois))
    assert [found(outcomes[doi]).title for doi in dois] == [str(n) for n in range(120)]
    assert asked(standin) == ["list", "list", "list"]


def test_an_alias_leads_to_the_record_that_lists_it(
    standin: StandIn, registries: Registries
) -> None:
    work = found(dict(registries.works.resolve([ALIAS]))[ALIAS])
    assert (work.doi, work.aliases) == (PRIMARY, (ALIAS,))
    assert [request.status for request in standin.requests()] == [301, 200]


def test_an_alias_is_known_from_the_record_that_a_batch_brought(
    standin: StandIn, registries: Registries
) -> None:
    outcomes = dict(registries.works.resolve([ALIAS, PRIMARY]))
    assert found(outcomes[ALIAS]) == found(outcomes[PRIMARY])
    assert asked(standin) == ["list"]


def test_a_first_look_up_comes_from_the_network_now(registries: Registries) -> None:
    origin = found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).origin
    assert (origin.registry, origin.via, origin.hand_made) == ("Crossref", Via.NETWORK, False)
    assert origin.retrieved is not None
    assert abs((datetime.now(UTC) - origin.retrieved).total_seconds()) < 5


def test_the_next_run_asks_nobody(standin: StandIn, open_registries: Connect) -> None:
    dois = [LOZENGES, SICI, COMMA, ALIAS, PRIMARY, MISSING, FINAL_DOT]
    with open_registries() as registries:
        first = dict(registries.works.resolve(dois))
    standin.forget()
    with open_registries() as registries:
        second = dict(registries.works.resolve(dois))
        assert registries.requests() == 0
    assert standin.requests() == ()
    assert second[MISSING] == ABSENT
    for doi in set(dois) - {MISSING}:
        before, after = found(first[doi]), found(second[doi])
        assert (after.doi, after.title, after.updates) == (before.doi, before.title, before.updates)
        assert after.origin.via is Via.CACHE
        assert after.origin.retrieved == before.origin.retrieved


def test_adding_one_reference_takes_one_request(standin: StandIn, open_registries: Connect) -> None:
    dois = [LOZENGES, BALDNESS, FINAL_DOT, SICI]
    with open_registries() as registries:
        list(registries.works.resolve(dois))
    standin.forget()
    with open_registries() as registries:
        list(registries.works.resolve([*dois, NOTICE]))
    assert asked(standin) == ["single"]


def test_offline_the_cache_is_all_there_is(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES, MISSING]))
    standin.forget()
    with open_registries(offline=True) as registries:
        outcomes = dict(registries.works.resolve([LOZENGES, MISSING, BALDNESS, SICI]))
    assert found(outcomes[LOZENGES]).origin.via is Via.CACHE
    assert outcomes[MISSING] == ABSENT
    assert outcomes[BALDNESS] == outcomes[SICI] == OFFLINE
    assert standin.requests() == ()


def test_what_is_too_old_is_asked_for_again_and_good_enough_offline(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES]))
    _let_all_expire(tmp_path / "cache")
    with open_registries(offline=True) as registries:
        work = found(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
        assert work.origin.via is Via.CACHE
    standin.forget()
    with open_registries() as registries:
        work = found(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
        assert work.origin.via is Via.NETWORK
    assert asked(standin) == ["single"]


def _let_all_expire(folder: Path) -> None:
    with sqlite3.connect(folder / "answers.sqlite") as file:
        file.execute(
            "UPDATE responses SET value = json_set(value, '$.expires', '2020-01-01T00:00:00+00:00')"
        )
    file.close()


def test_two_runs_at_once_share_what_they_find(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as one, open_registries() as other:
        list(one.works.resolve([LOZENGES]))
        assert found(dict(other.works.resolve([LOZENGES]))[LOZENGES]).origin.via is Via.CACHE
        list(other.works.resolve([BALDNESS]))
        list(one.works.resolve([BALDNESS]))
    assert asked(standin) == ["single", "single"]


def test_another_crossref_has_answers_of_its_own(open_registries: Connect) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES]))
    with open_registries(crossref_url="http://127.0.0.1:9", offline=True) as registries:
        assert dict(registries.works.resolve([LOZENGES])) == {LOZENGES: OFFLINE}


def test_crossref_is_told_who_asks(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(mailto="ada@example.org") as registries:
        list(registries.works.resolve([LOZENGES]))
        list(registries.works.resolve([NOTICE, BALDNESS]))
    for request in standin.requests():
        assert "(mailto:ada@example.org)" in request.headers["user-agent"]
        assert "evidence-ledger/" in request.headers["user-agent"]


def test_who_asked_is_not_kept(open_registries: Connect, tmp_path: Path) -> None:
    with open_registries(mailto="ada@example.org") as registries:
        list(registries.works.resolve([LOZENGES, BALDNESS, MISSING, SICI]))
        registries.search.search("lozenges")
        list(registries.agencies.locate([MISSING]))
    for file in (tmp_path / "cache").iterdir():
        assert b"ada@example.org" not in file.read_bytes()


@pytest.mark.parametrize(("mailto", "singles"), [("", 6), ("ada@example.org", 11)])
def test_crossref_never_has_to_refuse_us(
    open_registries: Connect, mailto: str, singles: int
) -> None:
    """In real time: one second's worth of single records and one more, and two lists."""
    dois = [Doi(f"10.1234/nothing,{number}") for number in range(singles)]
    with StandIn([WORKS], enforce_limits=True) as strict:
        with open_registries(
            crossref_url=strict.crossref_url, mailto=mailto, clock=SYSTEM_CLOCK
        ) as registries:
            assert set(dict(registries.works.resolve(dois)).values()) == {ABSENT}
            assert set(registries.works.sift([LOZENGES, MISSING]).works) == {LOZENGES}
            assert set(registries.works.sift([NOTICE, MISSING, FINAL_DOT]).works) == {
                NOTICE,
                FINAL_DOT,
            }
        assert {request.status for request in strict.requests()} == {200, 404}


def test_guesses_take_one_request_and_are_never_asked_for_alone(
    standin: StandIn, registries: Registries
) -> None:
    guesses = [LOZENGES, *(Doi(f"10.1234/guess.{n}") for n in range(33)), NOTICE]
    found = registries.works.sift(guesses)
    assert found.unasked == {}
    assert {doi: work.doi for doi, work in found.works.items()} == {
        LOZENGES: LOZENGES,
        NOTICE: NOTICE,
    }
    assert asked(standin) == ["list"]


def test_wrong_guesses_are_remembered_but_not_as_absent(
    standin: StandIn, open_registries: Connect
) -> None:
    guesses = [MISSING, Doi("10.1234/nothing.2"), LOZENGES]
    with open_registries() as registries:
        registries.works.sift(guesses)
    standin.forget()
    with open_registries() as registries:
        assert set(registries.works.sift(guesses).works) == {LOZENGES}
        assert standin.requests() == ()
        assert dict(registries.works.resolve([MISSING])) == {MISSING: ABSENT}
    assert asked(standin) == ["single"]


def test_a_guess_that_a_filter_cannot_hold_is_tried_alone_up_to_ten(
    standin: StandIn, registries: Registries
) -> None:
    guesses = [SICI, *(Doi(f"10.1234/guess,{n}") for n in range(20))]
    found = registries.works.sift(guesses)
    assert set(found.works) == {SICI}
    assert set(found.unasked) == set(guesses[10:])
    assert asked(standin) == ["single"] * 10


def test_a_lone_guess_is_tried_alone(standin: StandIn, registries: Registries) -> None:
    assert set(registries.works.sift([NOTICE]).works) == {NOTICE}
    assert registries.works.sift([MISSING]) == Sifted()
    assert asked(standin) == ["single", "single"]


def test_offline_guesses_that_nobody_knows_are_unavailable(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries() as registries:
        registries.works.sift([LOZENGES, MISSING])
    standin.forget()
    with open_registries(offline=True) as registries:
        assert registries.works.sift([BALDNESS]) == Sifted({}, {BALDNESS: OFFLINE.reason})
        assert registries.works.sift([MISSING]) == Sifted()
        found = registries.works.sift([LOZENGES, BALDNESS])
        assert (set(found.works), set(found.unasked)) == ({LOZENGES}, {BALDNESS})
    assert standin.requests() == ()


def test_a_run_that_finds_all_in_the_cache_never_loads_habanero(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES, MISSING]))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from evidence.model.doi import Doi\n"
        "from evidence.registries.connect import connect\n"
        "with connect(crossref_url=sys.argv[1], cache_dir=Path(sys.argv[2])) as registries:\n"
        "    dois = [Doi('10.1234/jim.2019.0001'), Doi('10.1234/nothing.1')]\n"
        "    print([type(o).__name__ for _, o in registries.works.resolve(dois)])\n"
        "print('habanero' in sys.modules, 'httpx2' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, standin.crossref_url, str(tmp_path / "cache")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "['Found', 'Absent']\nFalse False\n"
