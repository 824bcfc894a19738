"""Works by what they say of themselves."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.model.outcome import Unavailable
from evidence.model.work import Via, Work
from evidence.registries.interface import Registries
from scripted_server import answer, serving
from standin import OtherBody, Refusal, StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

LOZENGES = "Quill Marrow van der Ledge. Placebo lozenges for the common hiccup. 2019"


def works(answered: tuple[Work, ...] | Unavailable) -> tuple[Work, ...]:
    assert not isinstance(answered, Unavailable), answered
    return answered


def search(registries: Registries, description: str) -> tuple[Work, ...] | Unavailable:
    ((asked, answered),) = registries.search.search([description])
    assert asked == description
    return answered


def rows(*types: str) -> bytes:
    items = [{"DOI": f"10.1234/{n}", "type": kind} for n, kind in enumerate(types)]
    return answer(json.dumps({"message": {"total-results": 9_000_000, "items": items}}))


def test_the_best_comes_first(standin: StandIn, registries: Registries) -> None:
    found = works(search(registries, LOZENGES))
    assert found[0].doi.name == "10.1234/jim.2019.0001"
    assert found[0].origin.via is Via.NETWORK
    assert len(found) <= 5
    assert [request.route for request in standin.requests()] == ["search"]


def test_what_nobody_cites_is_left_out_and_five_remain(open_registries: Connect) -> None:
    noise = ("component", "peer-review", "journal-issue", "journal", "grant")
    reply = rows(*noise, *["journal-article"] * 3, "book", "posted-content", "dataset")
    with serving(reply) as server, open_registries(crossref_url=server.url) as registries:
        found = works(search(registries, "x"))
    assert [work.type for work in found] == ["journal-article"] * 3 + ["book", "posted-content"]


def test_a_row_that_is_no_record_is_left_out(open_registries: Connect) -> None:
    body = '{"message": {"total-results": 2, "items": [null, {"DOI": "10.1234/x"}, {"DOI": 5}]}}'
    with serving(answer(body)) as server, open_registries(crossref_url=server.url) as registries:
        assert [w.doi.name for w in works(search(registries, "x"))] == ["10.1234/x"]


def test_the_same_search_is_asked_once(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        first = works(search(registries, LOZENGES))
    standin.forget()
    for offline in (False, True):
        with open_registries(offline=offline) as registries:
            again = works(search(registries, LOZENGES))
            assert [work.doi for work in again] == [work.doi for work in first]
            assert again[0].origin.via is Via.CACHE
            assert again[0].origin.retrieved == first[0].origin.retrieved
    assert standin.requests() == ()


def test_many_are_searched_for_each_once_and_what_is_kept_comes_first(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries() as registries:
        search(registries, LOZENGES)
    standin.forget()
    asked = ["hiccup", "", LOZENGES, " hiccup", "baldness of the knee", "hiccup"]
    with open_registries() as registries:
        told = list(registries.search.search(asked))
    assert [description for description, _ in told[:2]] == ["", LOZENGES]
    assert sorted(description for description, _ in told) == sorted(set(asked))
    assert dict(told)["hiccup"] == dict(told)[" hiccup"]
    assert len(standin.requests()) == 2


def test_works_that_were_found_are_partial_also_from_the_cache(open_registries: Connect) -> None:
    for _ in range(2):
        with open_registries() as registries:
            assert {work.is_partial for work in works(search(registries, LOZENGES))} == {True}


def test_refreshing_searches_anew(standin: StandIn, open_registries: Connect) -> None:
    for _ in range(2):
        with open_registries(refresh=True) as registries:
            for _ in range(2):
                search(registries, LOZENGES)
    assert len(standin.requests()) == 2


def test_one_failing_search_does_not_lose_the_others(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(OtherBody("[]"))
    told = dict(registries.search.search(["hiccup", "baldness", "lozenges"]))
    assert sum(isinstance(answered, Unavailable) for answered in told.values()) == 1
    assert len(told) == 3


def test_blanks_do_not_make_another_search(standin: StandIn, registries: Registries) -> None:
    search(registries, "placebo  lozenges\n")
    search(registries, " placebo lozenges")
    assert len(standin.requests()) == 1


def test_offline_a_new_search_is_unavailable(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(offline=True) as registries:
        assert search(registries, "x") == Unavailable("offline, and not in the cache")
    assert standin.requests() == ()


@pytest.mark.parametrize("description", ["", "  \n"])
def test_nothing_to_search_for_finds_nothing(
    standin: StandIn, registries: Registries, description: str
) -> None:
    assert search(registries, description) == ()
    assert standin.requests() == ()


@pytest.mark.parametrize("word", ["lozenge", "Ünï", "早期"])
def test_a_long_description_is_cut_at_a_word(
    standin: StandIn, registries: Registries, word: str
) -> None:
    works(search(registries, " ".join([word] * 3000)))
    (request,) = standin.requests()
    assert request.line_length <= 4096
    (asked,) = parse_qs(urlsplit(request.target).query)["query.bibliographic"]
    assert set(asked.split()) == {word}


def test_half_a_surrogate_pair_does_no_harm(standin: StandIn, registries: Registries) -> None:
    works(search(registries, "placebo \ud800 lozenges"))
    assert len(standin.requests()) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[]", "gave an answer that cannot be read"),
        ('{"message": {}}', "gave an answer that cannot be read"),
        (
            '{"message": {"total-results": 1, "items": 3}}',
            "Crossref answered a search with something that is not a list",
        ),
    ],
)
def test_an_odd_answer_is_unavailable_and_not_kept(
    standin: StandIn, registries: Registries, body: str, reason: str
) -> None:
    standin.fail(OtherBody(body))
    answered = search(registries, LOZENGES)
    assert isinstance(answered, Unavailable)
    assert reason in answered.reason
    assert works(search(registries, LOZENGES))


def test_a_failing_search_is_unavailable(standin: StandIn, registries: Registries) -> None:
    standin.fail(Refusal(504), times=4)
    answered = search(registries, LOZENGES)
    assert isinstance(answered, Unavailable)
    assert answered.reason.endswith("could not answer (504 Gateway Timeout)")
