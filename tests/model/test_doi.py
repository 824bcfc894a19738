import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import Doi
from evidence.model.doi import WrittenDoi
from evidence.model.doi_diagnosis import MalformedDoi, read_doi
from shared_data import shared_file


@pytest.mark.parametrize(
    "name",
    [
        "10.1002/(SICI)1097-0134(20000515)39:3<216::AID-PROT40>3.0.CO;2-#",
        "10.1000.10/123456",
        "10.1001/jama.251.19.2504,2509",
        "10.1023/a:1022840711221+",
        "10.1007/978-94-007-6167-4_342-6#",
        "10.1179/cmq.1996.35.4.353.",
        "10.5424/http://dx.doi.org/10.5424/sjar/20110903-330-10",
        "10.1641/0006-3568(2003)053[0917:ARFTAT]2.0.CO;2",
        "10.21795/kcla.2007.19.3-하.111",
    ],
)
def test_unusual_dois_are_dois_and_keep_every_character(name: str) -> None:
    ascii_lower = "".join(c.lower() if c.isascii() else c for c in name)
    assert Doi.parse(name).name == ascii_lower


@pytest.mark.parametrize(
    "written",
    [
        "10.1158/1535-7163.MCT-15-0758",
        "10.1158/1535-7163.mct-15-0758",
        "  10.1158/1535-7163.mct-15-0758\n",
        "https://doi.org/10.1158/1535-7163.MCT-15-0758",
        "http://dx.doi.org/10.1158/1535-7163.MCT-15-0758",
        "HTTPS://DOI.ORG/10.1158/1535-7163.MCT-15-0758",
        "https://doi.org/10.1158%2F1535-7163.MCT-15-0758",
        "doi:10.1158/1535-7163.MCT-15-0758",
        "DOI: 10.1158/1535-7163.MCT-15-0758",
        "https://www.doi.org/10.1158/1535-7163.MCT-15-0758",
        "info:doi/10.1158/1535-7163.MCT-15-0758",
        "urn:doi:10.1158%2F1535-7163.MCT-15-0758",
    ],
)
def test_every_legal_way_to_write_a_doi_names_the_same_one(written: str) -> None:
    assert Doi.parse(written) == Doi("10.1158/1535-7163.mct-15-0758")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"10.1007/978-3-319-59767-6\_30", "10.1007/978-3-319-59767-6_30"),
        (r"10.1007/978-3-319-59767-6{\_}30", "10.1007/978-3-319-59767-6_30"),
        (r"10.1002/a\textless{}b\textgreater c", "10.1002/a<b>c"),
        ("10.1002/a$<$b$>$c", "10.1002/a<b>c"),
        (r"10.1002/a\%b\#", "10.1002/a%b#"),
        ("{10.1002/abc}", "10.1002/abc"),
    ],
)
def test_latex_escapes_are_undone(written: str, name: str) -> None:
    reading = read_doi(written)
    assert isinstance(reading, WrittenDoi)
    assert reading.doi.name == name
    assert reading.form == "LaTeX escapes"


def test_the_form_says_what_stands_around_the_doi() -> None:
    forms = {
        "10.1000/182": "",
        "https://doi.org/10.1000/182": "a resolver address",
        "doi:10.1000/182": "the label `doi:`",
        "INFO:doi/10.1000/182": "the label `info:doi/`",
        "urn:doi:10.1000/182": "the label `urn:doi:`",
        r"https://doi.org/10.1000/18\_2": "a resolver address and LaTeX escapes",
    }
    for written, form in forms.items():
        reading = read_doi(written)
        assert isinstance(reading, WrittenDoi)
        assert reading.form == form


def test_case_folds_in_ascii_only() -> None:
    assert Doi.parse("10.1000/ABC") == Doi.parse("10.1000/abc")
    assert Doi.parse("10.1000/Ä") != Doi.parse("10.1000/ä")


def test_parts_path_and_address() -> None:
    doi = Doi.parse("10.1002/(SICI)1:2<3>3.0.CO;2-#?x%y")
    assert doi.prefix == "10.1002"
    assert doi.suffix == "(sici)1:2<3>3.0.co;2-#?x%y"
    assert doi.path == "10.1002%2F%28sici%291%3A2%3C3%3E3.0.co%3B2-%23%3Fx%25y"
    assert doi.url == "https://doi.org/10.1002/(sici)1:2%3C3%3E3.0.co;2-%23%3Fx%25y"
    assert str(doi) == doi.name


def test_parse_says_why_a_string_is_not_a_doi() -> None:
    with pytest.raises(ValueError, match=r"^stray `4` before `10\.`$"):
        Doi.parse("410.1093/annonc/mdy1424.1017")


def test_percent_encoding_counts_in_addresses_alone() -> None:
    assert Doi.parse("https://doi.org/10.1000/a%3Cb").name == "10.1000/a<b"
    assert Doi.parse("doi:10.1000/a%3Cb").name == "10.1000/a%3cb"


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    reading = read_doi(text)
    assert reading.written == text
    if isinstance(reading, MalformedDoi):
        assert reading.explanation
    else:
        assert read_doi(reading.doi.name) == WrittenDoi(reading.doi.name, reading.doi)


def test_every_registered_doi_is_legal() -> None:
    lines = gzip.decompress(shared_file(Path("doi/registered.txt.gz")).read_bytes()).decode()
    malformed = [name for name in lines.splitlines() if isinstance(read_doi(name), MalformedDoi)]
    # Two lines of the list are no DOIs: one holds a blank, one a backslash of JSON.
    assert malformed == ["10.1126/science. 1109070", r"10.1371\/journal.pone.0033693"]
