"""Which DOIs may be asked for together, and how many."""

import gzip
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.model.doi import Doi
from evidence.registries.batches import batches, clauses, is_plain
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


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        *((0, []), (1, [1]), (50, [50]), (51, [51]), (100, [100]), (101, [50, 51])),
        *((150, [50, 100]), (151, [76, 75]), (240, [50, 95, 95]), (301, [50, 84, 84, 83])),
    ],
)
def test_lists_are_few_and_even_and_the_first_is_short_where_that_costs_nothing(
    count: int, sizes: list[int]
) -> None:
    dois = [Doi(f"10.1234/x.{number:03}") for number in range(count)]
    found = batches(dois, room=4000)
    assert [len(batch) for batch in found] == sizes
    assert [doi for batch in found for doi in batch] == dois


def test_long_dois_make_shorter_lists() -> None:
    dois = [Doi(f"10.1234/{'x' * 80}.{number:03}") for number in range(99)]
    assert [len(batch) for batch in batches(dois, room=3600)] == [33, 33, 33]


@settings(max_examples=30)
@given(
    st.lists(st.text("ab()/._-9", min_size=1, max_size=600).map(lambda s: Doi(f"10.1234/{s}"))),
    st.integers(2100, 4000),
)
def test_no_list_has_more_bytes_than_there_is_room(dois: list[Doi], room: int) -> None:
    plain = [doi for doi in dois if is_plain(doi)]
    found = batches(plain, room=room)
    assert [doi for batch in found for doi in batch] == plain
    for batch in found:
        assert len(clauses(batch)) <= room
        assert 1 <= len(batch) <= 100


@given(st.lists(st.text("ab()/._-9", min_size=1).map(lambda s: Doi(f"10.1234/{s}"))))
def test_clauses_are_encoded_as_a_query_is(dois: list[Doi]) -> None:
    written = ",".join(f"doi:{doi}" for doi in dois)
    assert clauses(dois) == urlencode({"x": written}).removeprefix("x=")


def test_nearly_all_registered_dois_may_stand_in_a_filter() -> None:
    path = shared_file(Path("doi/registered.txt.gz"))
    names = gzip.decompress(path.read_bytes()).decode().split("\n")[::20]
    plain = sum(is_plain(Doi(name.lower())) for name in names)
    assert plain / len(names) > 0.98
