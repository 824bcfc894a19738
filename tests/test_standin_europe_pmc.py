"""The stand-in as Europe PMC."""

import pytest
import requests

from standin import StandIn

ASKED = "query=DOI%3A%2210.1234%2Fjim.2019.0001%22&resultType=core&format=json"


def get(standin: StandIn, client: requests.Session, query: str) -> requests.Response:
    return client.get(f"{standin.europe_pmc_url}/search?{query}", timeout=5)


def test_a_search_lists_what_fits_in_the_form_of_the_service(
    standin: StandIn, client: requests.Session
) -> None:
    content = get(standin, client, f"{ASKED}&pageSize=1").json()
    assert content["hitCount"] == 2
    [result] = content["resultList"]["result"]
    assert result["pubTypeList"] == {"pubType": ["research-article"]}
    assert standin.requests("europe-pmc")[0].status == 200


def test_a_lite_result_has_no_abstract(standin: StandIn, client: requests.Session) -> None:
    content = get(standin, client, ASKED.replace("core", "lite")).json()
    assert all("abstractText" not in each for each in content["resultList"]["result"])


def test_a_phrase_is_found_in_longer_dois_too(standin: StandIn, client: requests.Session) -> None:
    asked = "query=DOI:%2210.1234/jim.2016.0012%22&format=json"
    results = get(standin, client, asked).json()["resultList"]["result"]
    assert [each["doi"] for each in results] == [
        *("10.1234/jim.2016.0012", "10.1234/jim.2016.0012.s1")
    ]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (ASKED.replace("&format=json", ""), 400),
        (ASKED.replace("core", "all"), 400),
        (f"{ASKED}&pageSize=1001", 400),
        (f"{ASKED}&pageSize=x", 400),
        ("format=json", 400),
        (f"{ASKED}&synonym=true", 501),
        ("query=hiccup&format=json", 501),
        (f"{ASKED}&x={'y' * 4100}", 414),
    ],
)
def test_what_the_service_would_not_take_is_refused(
    standin: StandIn, client: requests.Session, query: str, status: int
) -> None:
    assert get(standin, client, query).status_code == status
