import gzip
from pathlib import Path

import pytest

from evidence.candidates.registrable import is_plain, is_registrable
from shared_data import shared_file


@pytest.mark.parametrize(
    "name",
    [
        "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#",
        "10.1641/0006-3568(2003)053[0917:arftat]2.0.co;2",
        "10.1023/a:1022840711221+",
        "10.1179/cmq.1996.35.4.353.",
        "10.1016/s0140-6736(20)30211-7",
        "10.4028/www.scientific.net/kem.396-398.565",
    ],
)
def test_unusual_dois_that_exist_are_guesses(name: str) -> None:
    assert is_registrable(name)


@pytest.mark.parametrize(
    "name",
    [
        "10.1016/s0140-6736(20)30211-7)",
        "10.1000/182;",
        "10.1000/182>",
        "10.1000/182?x=1",
        "10.1000/182#page-1",
        "10.1000/182https://doi.org/10.1000/183",
        "10.1000/18\u20102",
        "10.1000/182,10.1000/183",
    ],
)
def test_what_is_added_to_dois_is_no_guess(name: str) -> None:
    assert not is_registrable(name)


def test_plain_is_what_a_batch_can_hold() -> None:
    assert is_plain("10.1016/s0140-6736(20)30211-7")
    assert not is_plain("10.1093/ref:odnb/29929")


def test_nearly_every_registered_doi_would_be_a_guess() -> None:
    packed = shared_file(Path("doi/registered.txt.gz")).read_bytes()
    names = gzip.decompress(packed).decode().lower().splitlines()
    assert sum(not is_registrable(name) for name in names) <= 28
