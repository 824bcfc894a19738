"""What is known from before: not asked for again, unless it is too old or was to be refreshed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crossref_lookups import (
    ALIAS,
    BALDNESS,
    COMMA,
    FINAL_DOT,
    LOZENGES,
    MISSING,
    NOTICE,
    NOWHERE,
    OFFLINE,
    SICI,
    Connect,
    asked,
    found,
)
from evidence.model.outcome import Unavailable
from evidence.model.work import Via
from evidence.registries.crossref_addresses import CrossrefAddresses
from evidence.wire import ages
from evidence.wire.record_cache import RecordCache
from standin import Refusal, StandIn


@pytest.mark.parametrize("body", [{}, {"message": {"DOI": "10.9999/other"}}, {"message": []}])
def test_what_lies_in_the_cache_and_is_no_record_of_the_work_is_asked_for_again(
    standin: StandIn, open_registries: Connect, tmp_path: Path, body: object
) -> None:
    addresses = CrossrefAddresses(standin.crossref_url)
    listed = {"message": {"items": [{"DOI": "10.9999/other"}]}}
    with closing(RecordCache(tmp_path / "cache")) as cache:
        cache.remember({addresses.single(LOZENGES): body}, age=ages.FOUND)
        cache.remember({addresses.listed(LOZENGES): listed}, age=ages.FOUND)
    with open_registries() as registries:
        outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS]))
    assert found(outcomes[LOZENGES]).doi == LOZENGES
    assert asked(standin) == ["list"]


def test_refreshing_asks_anew_for_each_thing_once(
    standin: StandIn, open_registries: Connect
) -> None:
    dois = [LOZENGES, BALDNESS, SICI, MISSING]
    with open_registries() as registries:
        list(registries.works.resolve(dois))
        list(registries.search.search(["lozenges"]))
    before = sorted(asked(standin))
    standin.collection.add({"DOI": LOZENGES.name, "title": ["Now retracted"]})
    standin.forget()
    with open_registries(refresh=True) as registries:
        for _ in range(2):
            outcomes = dict(registries.works.resolve(dois))
            list(registries.search.search(["lozenges"]))
            assert found(outcomes[LOZENGES]).title == "Now retracted"
            assert outcomes[MISSING] == NOWHERE
    assert sorted(asked(standin)) == before == ["list", "ra", "search", "single"]
    with open_registries(offline=True) as registries:
        assert found(dict(registries.works.resolve(dois))[LOZENGES]).title == "Now retracted"


def test_what_cannot_be_asked_anew_is_unavailable_and_stays_in_the_cache(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES]))
    standin.fail(Refusal(403), times=9)
    with open_registries(refresh=True) as registries:
        assert isinstance(dict(registries.works.resolve([LOZENGES]))[LOZENGES], Unavailable)
    with open_registries() as registries:
        assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).origin.via is Via.CACHE


def test_the_next_run_asks_nobody(standin: StandIn, open_registries: Connect) -> None:
    dois = [LOZENGES, SICI, COMMA, ALIAS, MISSING, FINAL_DOT]
    with open_registries() as registries:
        first = dict(registries.works.resolve(dois))
    standin.forget()
    with open_registries() as registries:
        second = dict(registries.works.resolve(dois))
        assert registries.requests() == 0
    assert standin.requests() == ()
    assert second[MISSING] == NOWHERE
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
    assert outcomes[MISSING] == NOWHERE
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


def test_who_asked_is_not_kept(open_registries: Connect, tmp_path: Path) -> None:
    with open_registries(mailto="ada@example.org") as registries:
        list(registries.works.resolve([LOZENGES, BALDNESS, MISSING, SICI]))
        list(registries.search.search(["lozenges"]))
        list(registries.agencies.locate([MISSING]))
    for file in (tmp_path / "cache").iterdir():
        assert b"ada@example.org" not in file.read_bytes()


def test_a_run_that_finds_all_in_the_cache_never_loads_habanero(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES, BALDNESS, MISSING]))
        list(registries.search.search(["lozenges"]))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from evidence.model.doi import Doi\n"
        "from evidence.registries.connect import connect\n"
        "folder = Path(sys.argv[3])\n"
        "urls = {'crossref_url': sys.argv[1], 'doi_url': sys.argv[2]}\n"
        "with connect(**urls, cache_dir=folder) as registries:\n"
        "    dois = [Doi('10.1234/jim.2019.0001'), Doi('10.1234/nothing.1')]\n"
        "    print([type(o).__name__ for _, o in registries.works.resolve(dois)])\n"
        "    print([len(w) for _, w in registries.search.search(['lozenges'])])\n"
        "print('habanero' in sys.modules, 'httpx2' in sys.modules)\n"
    )
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            standin.crossref_url,
            standin.doi_url,
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "['Found', 'Absent']\n[1]\nFalse False\n"


def test_abstracts_come_with_lists_and_searches(standin: StandIn, open_registries: Connect) -> None:
    standin.collection.works[LOZENGES.name]["abstract"] = "<jats:p>Hiccups <b>stopped</b>.</jats:p>"
    for via in (Via.NETWORK, Via.CACHE):
        with open_registries() as registries:
            outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS]))
            [(_, hits)] = registries.search.search(["placebo lozenges hiccup"])
        assert not isinstance(hits, Unavailable)
        for work in (found(outcomes[LOZENGES]), hits[0]):
            assert (work.abstract, work.origin.via) == ("Hiccups stopped.", via)
        assert found(outcomes[BALDNESS]).abstract == ""
    assert len(standin.requests()) == 2


def test_what_was_kept_before_abstracts_were_asked_for_is_still_of_use(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    before = CrossrefAddresses(standin.crossref_url)
    filtered = "filter=doi%3A10.1234%2Fjim.2019.0001&rows=1&select="
    assert before.listed(LOZENGES).startswith(f"{standin.crossref_url}/works?{filtered}DOI%2Ctype")
    assert "abstract" not in before.listed(LOZENGES) + before.searched("hiccup", 10)
    listed = {"message": {"items": [{"DOI": LOZENGES.name, "title": ["Lozenges"]}]}}
    with closing(RecordCache(tmp_path / "cache")) as cache:
        cache.remember(
            {before.listed(LOZENGES): listed, before.searched("hiccup", 10): listed},
            age=ages.FOUND,
        )
    with open_registries() as registries:
        work = found(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
        [(_, hits)] = registries.search.search(["hiccup"])
    assert (work.title, work.abstract) == ("Lozenges", "")
    assert not isinstance(hits, Unavailable)
    assert [each.title for each in hits] == ["Lozenges"]
    assert standin.requests() == ()
