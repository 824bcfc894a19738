from typing import Any
from urllib.parse import quote

import pytest
import requests

from standin import StandIn

PLAIN = "10.1234/jim.2019.0001"
SICI = "10.1234/(sici)1099-0000(199805)17:5<321::aid-jim4>3.0.co;2-#"


def ask(client: requests.Session, server: StandIn, tail: str, **options: Any) -> requests.Response:
    return client.get(f"{server.crossref_url}/works/{tail}", timeout=5, **options)


def failures(answer: requests.Response) -> list[dict[str, str]]:
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json;charset=utf-8"
    content = answer.json()
    assert content["status"] == "failed"
    assert content["message-type"] == "validation-failure"
    return list(content["message"])


def test_a_record_comes_in_crossrefs_envelope(standin: StandIn, client: requests.Session) -> None:
    answer = ask(client, standin, quote(PLAIN, safe=""))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    content = answer.json()
    message = content.pop("message")
    assert content == {"status": "ok", "message-type": "work", "message-version": "1.0.0"}
    assert message["DOI"] == PLAIN
    assert message["source"] == "Crossref"


@pytest.mark.parametrize(
    ("tail", "doi"),
    [
        (PLAIN, PLAIN),
        (PLAIN.upper(), PLAIN),
        ("10.1234%2FJIM.2019.0001", PLAIN),
        (quote(SICI, safe=""), SICI),
        (quote(SICI.upper(), safe="/"), SICI),
        ("10.1234%2Fjim.251.19.2504%2C2509", "10.1234/jim.251.19.2504,2509"),
        ("10.1234/jim.251.19.2504,2509", "10.1234/jim.251.19.2504,2509"),
        ("10.4321/annals.1967.8.", "10.4321/annals.1967.8."),
        ("10.1234.56%2Fatlas-7", "10.1234.56/atlas-7"),
        ("10.1234%2Fjim.2019.0001%2Freview1", "10.1234/jim.2019.0001/review1"),
    ],
)
def test_a_doi_is_found_encoded_or_not_and_in_any_case(
    standin: StandIn, client: requests.Session, tail: str, doi: str
) -> None:
    assert ask(client, standin, tail).json()["message"]["DOI"] == doi


@pytest.mark.parametrize(
    "tail",
    [
        f"{PLAIN}?utm_source",
        f"{PLAIN}/",
        f"{PLAIN}#page",
    ],
)
def test_an_unquoted_tail_is_lost_and_asks_for_another_doi(
    standin: StandIn, client: requests.Session, tail: str
) -> None:
    assert ask(client, standin, tail).json()["message"]["DOI"] == PLAIN


def test_an_unquoted_hash_in_a_doi_asks_for_what_stands_before_it(
    standin: StandIn, client: requests.Session
) -> None:
    assert ask(client, standin, quote(SICI, safe="/#")).status_code == 404


@pytest.mark.parametrize(
    "tail",
    [
        "10.1234%2Fjim.2019.0001%2F",
        "10.1234%2Fjim.2019.0001%3Fx",
        "10.9999/none",
        "blblbl",
        "10.5281/zenodo.1",
        "10.4321/annals.1967.8",
    ],
)
def test_an_unknown_doi_is_404_with_a_text_that_is_no_json(
    standin: StandIn, client: requests.Session, tail: str
) -> None:
    answer = ask(client, standin, tail)
    assert answer.status_code == 404
    assert answer.text == "Resource not found."


def test_the_text_of_a_404_is_sometimes_labelled_json(
    standin: StandIn, client: requests.Session
) -> None:
    labels = {ask(client, standin, f"10.9999/{n}").headers["content-type"] for n in ("1", "10")}
    assert labels == {"text/plain", "application/json;charset=utf-8"}


def test_an_alias_redirects_to_a_relative_address_with_an_empty_body(
    standin: StandIn, client: requests.Session
) -> None:
    answer = ask(client, standin, "10.4321%2FOLD.2015.77", allow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == "/works/10.1234/merged.2015.77"
    assert answer.content == b""
    followed = ask(client, standin, "10.4321%2FOLD.2015.77").json()["message"]
    assert followed["DOI"] == "10.1234/merged.2015.77"
    assert followed["aliases"] == ["10.4321/old.2015.77"]


@pytest.mark.parametrize(
    "name", ["select", "filter", "facet", "rows", "query", "sample", "offset", "sort", "cursor"]
)
def test_parameters_of_lists_are_refused_for_one_work(
    standin: StandIn, client: requests.Session, name: str
) -> None:
    assert failures(ask(client, standin, PLAIN, params={name: "DOI"})) == [
        {
            "type": "parameter-not-allowed",
            "value": name,
            "message": f"This route does not support {name}",
        }
    ]


def test_field_queries_are_refused_for_one_work(standin: StandIn, client: requests.Session) -> None:
    parameters = {"query.bibliographic": "hiccup", "query.author": "quill"}
    assert failures(ask(client, standin, PLAIN, params=parameters)) == [
        {
            "type": "parameter-not-allowed",
            "value": "query.*",
            "message": "This route does not support field query parameters",
        }
    ]


def test_parameters_that_nobody_has_are_refused(standin: StandIn, client: requests.Session) -> None:
    assert failures(ask(client, standin, PLAIN, params={"format": "bibtex"})) == [
        {
            "type": "unknown-parameter",
            "value": "format",
            "message": "Parameter format specified but there is no such parameter available on "
            "any route",
        }
    ]


def test_an_address_for_contact_is_no_reason_to_refuse(
    standin: StandIn, client: requests.Session
) -> None:
    assert ask(client, standin, PLAIN, params={"mailto": "a@b.example"}).status_code == 200


def test_the_agency_is_given_for_works_and_aliases_only(
    standin: StandIn, client: requests.Session
) -> None:
    answer = ask(client, standin, "10.4321/old.2015.77/agency").json()
    assert answer["message-type"] == "work-agency"
    assert answer["message"] == {
        "DOI": "10.4321/old.2015.77",
        "agency": {"id": "crossref", "label": "Crossref"},
    }
    assert ask(client, standin, "10.9999/none/agency").status_code == 404


def test_a_route_that_is_not_played_is_not_mistaken_for_an_absent_work(
    standin: StandIn, client: requests.Session
) -> None:
    for path in ("/journals/1234-5678", "//works/10.1234/jim.2019.0001"):
        answer = client.get(standin.crossref_url + path, timeout=5)
        assert answer.status_code == 501
        assert answer.text == f"The stand-in does not play `{path}`.\n"


@pytest.mark.parametrize(
    ("agent", "parameters", "pool"),
    [
        ("evidence", {}, ("public-single", "5", "1")),
        ("evidence (mailto:someone)", {}, ("public-single", "5", "1")),
        ("evidence (mailto:a@b.example)", {}, ("polite-single", "10", "3")),
        ("evidence", {"mailto": "a@b.example"}, ("polite-single", "10", "3")),
    ],
)
def test_the_headers_tell_the_pool_and_its_limits(
    standin: StandIn,
    client: requests.Session,
    agent: str,
    parameters: dict[str, str],
    pool: tuple[str, str, str],
) -> None:
    for doi in (PLAIN, "10.9999/none"):
        headers = ask(
            client, standin, doi, headers={"User-Agent": agent}, params=parameters
        ).headers
        assert headers["x-rate-limit-interval"] == "1s"
        assert (
            headers["x-api-pool"],
            headers["x-rate-limit-limit"],
            headers["x-concurrency-limit"],
        ) == pool
