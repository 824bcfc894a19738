from typing import Any

import pytest
import requests

from standin import StandIn


def agencies(client: requests.Session, server: StandIn, tail: str) -> Any:
    answer = client.get(f"{server.doi_url}/ra/{tail}", timeout=5)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json;charset=UTF-8"
    return answer.json()


def test_the_agency_comes_in_a_list_as_it_was_recorded(
    standin: StandIn, client: requests.Session
) -> None:
    answer = client.get(f"{standin.doi_url}/ra/10.1234", timeout=5)
    assert answer.text == '[\n  {\n    "DOI": "10.1234",\n    "RA": "Crossref"\n  }\n]'


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("10.1234", "Crossref"),
        ("10.1234/JIM.2019.0001", "Crossref"),
        ("10.4321/old.2015.77", "Crossref"),
        ("10.4321%2Fdataset.7", "DataCite"),
        ("10.5281", "DataCite"),
        ("10.5281/zenodo.1", "DataCite"),
        ("10.1430/8105", "mEDRA"),
    ],
)
def test_works_records_and_configured_prefixes_have_their_agency(
    standin: StandIn, client: requests.Session, name: str, agency: str
) -> None:
    (found,) = agencies(client, standin, name)
    assert found["RA"] == agency


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("10.1234/none", "DOI does not exist"),
        ("10.99999", "DOI does not exist"),
        ("10.5281/zenodo.0", "DOI does not exist"),
        ("410.1234%2Fjim.2019.0001", "Invalid DOI"),
        ("foo", "Invalid DOI"),
    ],
)
def test_what_does_not_exist_is_200_with_a_status(
    standin: StandIn, client: requests.Session, name: str, status: str
) -> None:
    (found,) = agencies(client, standin, name)
    assert found == {"DOI": name.replace("%2F", "/"), "status": status}


def test_several_are_asked_with_commas_and_an_encoded_comma_separates_nothing(
    standin: StandIn, client: requests.Session
) -> None:
    found = agencies(client, standin, "10.1430,10.1234%2Fjim.251.19.2504%2C2509,x")
    assert [entry.get("RA") for entry in found] == ["mEDRA", "Crossref", None]


def test_more_than_six_are_refused(standin: StandIn, client: requests.Session) -> None:
    six = ",".join(["10.1234"] * 6)
    assert len(agencies(client, standin, six)) == 6
    answer = client.get(f"{standin.doi_url}/ra/{six},10.1430", timeout=5)
    assert answer.status_code == 400


def test_a_handle_is_found_or_not(standin: StandIn, client: requests.Session) -> None:
    root = f"{standin.doi_url}/api/handles/"
    found = client.get(f"{root}10.1234/jim.2019.0001", timeout=5)
    assert (found.status_code, found.json()["responseCode"]) == (200, 1)
    missing = client.get(f"{root}10.1234/none", timeout=5)
    assert missing.status_code == 404
    assert missing.json() == {"responseCode": 100, "handle": "10.1234/none"}
    assert client.get(f"{root}10.1234", timeout=5).status_code == 404


def test_a_short_doi_is_a_handle_with_an_alias(standin: StandIn, client: requests.Session) -> None:
    # As recorded for 10/p54k, whose alias is in capitals.
    answer = client.get(f"{standin.doi_url}/api/handles/10/JIM1", timeout=5)
    assert answer.status_code == 200
    told = answer.json()
    assert (told["responseCode"], told["handle"]) == (1, "10/JIM1")
    [admin, alias] = told["values"]
    assert admin["type"] == "HS_ADMIN"
    assert (alias["index"], alias["type"]) == (1, "HS_ALIAS")
    assert alias["data"] == {"format": "string", "value": "10.1234/JIM.2019.0001"}
    assert client.get(f"{standin.doi_url}/api/handles/10/none", timeout=5).status_code == 404


def test_doi_org_and_datacite_have_no_pools(standin: StandIn, client: requests.Session) -> None:
    for address in (f"{standin.doi_url}/ra/10.1234", f"{standin.datacite_url}/dois/10.1234/x"):
        assert "x-api-pool" not in client.get(address, timeout=5).headers


def test_datacite_gives_a_record_in_any_case_of_the_doi(
    standin: StandIn, client: requests.Session
) -> None:
    answer = client.get(f"{standin.datacite_url}/dois/10.4321%2FDATASET.7", timeout=5)
    assert answer.headers["content-type"] == "application/vnd.api+json; charset=utf-8"
    assert answer.json()["data"]["attributes"]["publicationYear"] == 2019


def test_datacite_says_in_json_that_it_has_no_record(
    standin: StandIn, client: requests.Session
) -> None:
    answer = client.get(f"{standin.datacite_url}/dois/10.4321/none", timeout=5)
    assert answer.status_code == 404
    assert answer.json() == {
        "errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
    }
