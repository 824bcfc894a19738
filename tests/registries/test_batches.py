"""Which DOIs may be asked for together, and how many."""

import gzip
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.model.doi import Doi
from evidence.registries.batches import batches, is_plain
from shared_data import shared_file


@pytest.mark.parametrize(
    "name",
    [
        "10.1093/annonc/mdy424.017",
        "10.1016/s0140-6736(20)31180-6",
        "10.1234.56/a_b-c",
        "10.1234/x.",
    ],
)
def test_most_dois_may_stand_in_a_filter(name: str) -> None:
    assert is_plain(Doi(name))


@pytest.mark.parametrize(
    "name",
    [
        "10.1001/jama.251.19.2504,2509",
        "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#",
        "10.1234/a%2fb",
        "10.1234/a?b",
        "10.1234/a#b",
        "10.1234/a+b",
        "10.1234/하",
        "10.1234/" + "a" * 2000,
    ],
)
def test_awkward_dois_are_asked_for_alone(name: str) -> None:
    assert not is_plain(Doi(name))


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (50, [50]), (101, [50, 50, 1])])
def test_a_batch_holds_fifty_at_most(count: int, sizes: list[int]) -> None:
    dois = [Doi(f"10.1234/x.{number}") for number in range(count)]
    found = list(batches(dois))
    assert [len(batch) for batch in found] == sizes
    assert [doi for batch in found for doi in batch] == dois


@settings(max_examples=30)
@given(st.lists(st.text("ab()/._-9", min_size=1, max_size=600).map(lambda s: Doi(f"10.1234/{s}"))))
def test_no_request_line_is_too_long(dois: list[Doi]) -> None:
    for batch in batches([doi for doi in dois if is_plain(doi)]):
        clauses = ",".join(f"doi:{doi}" for doi in batch)
        query = urlencode({"filter": clauses, "rows": len(batch)})
        assert len(f"GET /works?{query} HTTP/1.1") < 4000


def test_nearly_all_registered_dois_may_stand_in_a_filter() -> None:
    path = shared_file(Path("doi/registered.txt.gz"))
    names = gzip.decompress(path.read_bytes()).decode().split("\n")[::20]
    plain = sum(is_plain(Doi(name.lower())) for name in names)
    assert plain / len(names) > 0.98
