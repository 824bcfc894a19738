import http.client
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from standin import StandIn

PLAIN = "10.1234/jim.2019.0001"
CHAPTER = "10.4321/9780000000002.ch5"
TITLE = "Placebo lozenges for the common hiccup"


def ask(client: requests.Session, server: StandIn, **parameters: object) -> requests.Response:
    named = {name.replace("__", "."): str(value) for name, value in parameters.items()}
    return client.get(f"{server.crossref_url}/works", params=named, timeout=5)


def message(answer: requests.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    content = answer.json()
    assert content["message-type"] == "work-list"
    found: dict[str, Any] = content["message"]
    return found


def dois(answer: requests.Response) -> list[str]:
    return [item["DOI"] for item in message(answer)["items"]]


def failure(answer: requests.Response) -> tuple[str, str]:
    assert answer.status_code == 400, answer.text
    (only,) = answer.json()["message"]
    return only["type"], only["value"]


def test_clauses_mean_or_and_the_order_is_not_that_of_the_request(
    standin: StandIn, client: requests.Session
) -> None:
    answer = ask(client, standin, filter=f"doi:{CHAPTER.upper()},doi:{PLAIN}", rows=2)
    found = message(answer)
    assert [item["DOI"] for item in found.pop("items")] == [PLAIN, CHAPTER]
    assert found == {
        "facets": {},
        "total-results": 2,
        "items-per-page": 2,
        "query": {"start-index": 0, "search-terms": None},
    }


def test_unknown_dois_and_aliases_are_silently_missing(
    standin: StandIn, client: requests.Session
) -> None:
    answer = ask(client, standin, filter=f"doi:10.9999/none,doi:{PLAIN},doi:10.4321/old.2015.77")
    assert dois(answer) == [PLAIN]


def test_a_sici_is_silently_missing_from_a_list(standin: StandIn, client: requests.Session) -> None:
    sici = "10.1234/(sici)1099-0000(199805)17:5<321::aid-jim4>3.0.co;2-#"
    assert dois(ask(client, standin, filter=f"doi:{sici},doi:{PLAIN}")) == [PLAIN]


def test_a_list_never_holds_more_than_rows(standin: StandIn, client: requests.Session) -> None:
    found = message(ask(client, standin, filter=f"doi:{PLAIN},doi:{CHAPTER}", rows=1))
    assert len(found["items"]) == 1
    assert found["total-results"] == 2


def test_without_rows_a_list_stops_at_twenty(client: requests.Session) -> None:
    with StandIn([]) as server:
        wanted = [f"10.1234/{number}" for number in range(25)]
        for doi in wanted:
            server.collection.add({"DOI": doi})
        clauses = ",".join(f"doi:{doi}" for doi in wanted)
        assert dois(ask(client, server, filter=clauses)) == wanted[:20]
        assert dois(ask(client, server, filter=clauses, rows=25)) == wanted


def test_select_leaves_only_the_names_given(standin: StandIn, client: requests.Session) -> None:
    (item,) = message(ask(client, standin, filter=f"doi:{PLAIN}", select="DOI,volume,chair"))[
        "items"
    ]
    assert item == {"DOI": PLAIN, "volume": "12"}


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"select": "DOI,aliases"}, ("select-not-available", "aliases")),
        ({"select": "journal-issue"}, ("select-not-available", "journal-issue")),
        ({"filter": "dio:10.1234/x"}, ("filter-not-available", "dio")),
        ({"filter": f"doi:{PLAIN},doi:not a DOI"}, ("doi-not-valid", "not a DOI")),
        ({"filter": "doi:10/gf4gqc"}, ("doi-not-valid", "10/gf4gqc")),
        (
            {"filter": "doi:10.1234/jim.251.19.2504,2509"},
            ("pair-list-form-invalid", "doi:10.1234/jim.251.19.2504,2509"),
        ),
        ({"rows": 1001}, ("integer-not-valid", "1001")),
        ({"rows": "-1"}, ("integer-not-valid", "-1")),
        ({"rows": "many"}, ("integer-not-valid", "many")),
        ({"query__title": "hiccup"}, ("unknown-parameter", "query.title")),
        ({"query__firstpage": "1"}, ("field-query-not-available", "firstpage")),
        ({"format": "bibtex"}, ("unknown-parameter", "format")),
    ],
)
def test_what_crossref_refuses_is_refused_for_the_whole_request(
    standin: StandIn,
    client: requests.Session,
    parameters: dict[str, str],
    expected: tuple[str, str],
) -> None:
    assert failure(ask(client, standin, **parameters)) == expected


def test_all_that_is_wrong_is_said_at_once(standin: StandIn, client: requests.Session) -> None:
    answer = ask(client, standin, filter="doi:x,dio:y", select="z", rows="many")
    assert [failure["type"] for failure in answer.json()["message"]] == [
        "integer-not-valid",
        "select-not-available",
        "doi-not-valid",
        "filter-not-available",
    ]


def test_the_largest_number_of_rows_is_a_thousand(
    standin: StandIn, client: requests.Session
) -> None:
    answer = ask(client, standin, filter=f"doi:{PLAIN}", rows=1001)
    assert answer.json()["message"][0]["message"] == (
        "Integer specified as 1001 but must be a positive integer less than or equal to 1000. "
    )
    assert ask(client, standin, filter=f"doi:{PLAIN}", rows=1000).status_code == 200


@pytest.mark.parametrize(
    "parameters", [{"filter": "type:journal-article"}, {"sample": 5}, {"query__author": "quill"}]
)
def test_what_crossref_has_and_the_stand_in_does_not_play_is_501(
    standin: StandIn, client: requests.Session, parameters: dict[str, str]
) -> None:
    assert ask(client, standin, **parameters).status_code == 501


def test_a_request_line_over_4096_bytes_is_414(standin: StandIn) -> None:
    connection = http.client.HTTPConnection(urlsplit(standin.crossref_url).netloc, timeout=5)
    line = "GET /works?filter=doi:10.1234/ HTTP/1.1"
    for padding, expected in ((4096 - len(line), 200), (4097 - len(line), 414)):
        connection.request("GET", f"/works?filter=doi:10.1234/{'x' * padding}")
        answer = connection.getresponse()
        answer.read()
        assert answer.status == expected
        assert answer.headers["x-api-pool"] == "public-array"
    connection.close()


def test_a_citation_finds_its_work_before_its_figure_and_its_review(
    standin: StandIn, client: requests.Session
) -> None:
    citation = f"Quill A, Marrow BT, van der Ledge C. {TITLE}. J Imag Med 2019;12:101-109"
    answer = ask(client, standin, query__bibliographic=citation, rows=3)
    assert dois(answer) == [PLAIN, f"{PLAIN}.g002", f"{PLAIN}/review1"]
    assert message(answer)["query"] == {"start-index": 0, "search-terms": citation}


def test_a_title_alone_is_not_enough_to_come_first(
    standin: StandIn, client: requests.Session
) -> None:
    found = dois(ask(client, standin, query__bibliographic=TITLE, rows=3))
    assert PLAIN in found[1:]


def test_scores_grow_with_the_query_and_totals_are_in_the_millions(
    standin: StandIn, client: requests.Session
) -> None:
    short = message(ask(client, standin, query="hiccup", rows=1))
    long = message(ask(client, standin, query=f"{TITLE} Quill Marrow 2019", rows=1))
    assert long["items"][0]["score"] > 2 * short["items"][0]["score"] > 0
    assert min(short["total-results"], long["total-results"]) > 1_000_000


def test_a_search_looks_through_case_accents_and_markup(client: requests.Session) -> None:
    with StandIn([]) as server:
        server.collection.add({"DOI": "10.1234/a", "title": ["Über <i>H</i>iccups: Étude"]})
        server.collection.add({"DOI": "10.1234/b", "title": ["Iccups"], "issued": None})
        assert dois(ask(client, server, query="UBER etude")) == ["10.1234/a"]


def test_a_search_within_a_filter_keeps_to_it(standin: StandIn, client: requests.Session) -> None:
    found = message(ask(client, standin, query=TITLE, filter=f"doi:{CHAPTER},doi:{PLAIN}"))
    assert [item["DOI"] for item in found["items"]] == [PLAIN, CHAPTER]
    assert found["total-results"] == 2


def test_a_search_without_a_shared_word_finds_nothing(
    standin: StandIn, client: requests.Session
) -> None:
    assert dois(ask(client, standin, query__bibliographic="zzz")) == []
