"""No text, however spoilt, raises anything but our own errors.

`benchmarks/fuzz.py` does the same with 100,000 texts made from real data.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.candidates.propose import propose
from evidence.errors import InputError
from evidence.model.doi import Doi, parse_bare
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.claims import read_claims
from evidence.sources.encoding import decode
from evidence.sources.settings import find_settings
from mutations import (
    BIB_PIECES,
    DOI_PIECES,
    TOML_PIECES,
    YAML_PIECES,
    made_of,
    spoilt,
    spoilt_bytes,
)

ROOT = Path(__file__).parents[2]
DOIS = (
    "10.1186/s13045-018-0622-4",
    "https://doi.org/410.1093/annonc/mdy1424.1017",
    "10.1002/(SICI)1097-0134(20000515)39:3<216::AID-PROT40>3.0.CO;2-#",
    r"doi: 10.1000/a\_b, 10.1001/jama.251.19.2504,2509",
)
BIB = (ROOT / "references.bib").read_text("utf-8")
CLAIMS = (ROOT / "claims.yaml").read_text("utf-8")
SETTINGS = '[tool.evidence]\nreferences = "references.bib"\nclaims = ["claims.yaml"]\n'

few = settings(max_examples=250, derandomize=True, deadline=None)


@st.composite
def damaged(draw: st.DrawFn, texts: Sequence[str], pieces: Sequence[str]) -> str:
    """One of the texts, spoilt, or a text made of pieces alone."""
    rng: Random = draw(st.randoms(use_true_random=False))
    if draw(st.integers(0, 9)) == 0:
        return made_of(pieces, rng)
    return spoilt(draw(st.sampled_from(texts)), pieces, rng)


@given(damaged(DOIS, DOI_PIECES))
@few
def test_a_doi_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        doi = Doi.parse(text)
        assert parse_bare(doi.name) == doi


@given(damaged(DOIS, DOI_PIECES))
@few
def test_candidates_are_dois(text: str) -> None:
    for candidate in propose(text):
        assert parse_bare(candidate.doi.name) == candidate.doi


@given(damaged([BIB], BIB_PIECES))
@few
def test_any_bibliography_is_read(text: str) -> None:
    parse_bibliography(text, "x.bib")


@given(st.randoms(use_true_random=False))
@few
def test_any_bytes_are_text_or_refused(rng: Random) -> None:
    with suppress(InputError):
        parse_bibliography(decode(spoilt_bytes(BIB.encode(), rng), "x.bib", code="BIB006"), "x.bib")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "file"


@given(text=damaged([CLAIMS], YAML_PIECES))
@few
def test_any_claims_are_read(text: str, file: Path) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    read_claims([(file, "claims.yaml")])


@given(text=damaged([SETTINGS], TOML_PIECES))
@few
def test_any_settings_are_read_or_refused(text: str, file: Path) -> None:
    path = file.with_name("pyproject.toml")
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(InputError):
        find_settings(config=path)
