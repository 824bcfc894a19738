import pytest

from evidence.model.doi_diagnosis import MalformedDoi, read_doi

DIAGNOSES = [
    # written, explanation, mended
    (
        "https://doi.org/410.1093/annonc/mdy1424.1017",
        "stray `4` before `10.`",
        "10.1093/annonc/mdy1424.1017",
    ),
    ("(10.1000/182", "stray `(` before `10.`", "10.1000/182"),
    ("10.10.1093/x", "stray `10.` before `10.`", "10.1093/x"),
    ("10.1093/ 10.1093/x", "doubled prefix `10.1093/ `", "10.1093/x"),
    (
        "doi.org/10.1000/182",
        "resolver's name `doi.org/` without `https://` before `10.`",
        "10.1000/182",
    ),
    ("DOI 10.1000/182", "`DOI` before `10.`", "10.1000/182"),
    (
        "https://doi.org/https://doi.org/10.1000/182",
        "damaged or doubled resolver address `https://doi.org/` before `10.`",
        "10.1000/182",
    ),
    (
        "https://doi-org.ezproxy.example.edu/10.1000/182",
        "library proxy's address `https://doi-org.ezproxy.example.edu/` before `10.`",
        "10.1000/182",
    ),
    (
        "http://onlinelibrary.example.com/doi/10.1000/182",
        "address of another site `http://onlinelibrary.example.com/doi/` before `10.`",
        "10.1000/182",
    ),
    ("1O.1093/abc", "letter `O` where the `0` of `10.` belongs", "10.1093/abc"),
    ("l0.1093/abc", "letter where the `1` of `10.` belongs", "10.1093/abc"),
    ("10.1O93/abc", "letter `O` in the registrant code", "10.1093/abc"),
    ("10,1093/abc", "wrong sign where the dot after `10` belongs", "10.1093/abc"),
    ("10. 1093/abc", "blank or doubled dot after `10`", "10.1093/abc"),
    ("10 1093/abc", "blank where the dot after `10` belongs", "10.1093/abc"),
    ("101093/abc", "the dot after `10` is missing", "10.1093/abc"),
    ("0.1093/abc", "the `1` of `10.` is missing", "10.1093/abc"),
    ("1.1093/abc", "the `0` of `10.` is missing", "10.1093/abc"),
    ("1093/abc", "the `10.` is missing", "10.1093/abc"),
    ("10.1093_abc", "wrong sign where the `/` after the prefix belongs", "10.1093/abc"),
    ("10.1093abc", "the `/` after the prefix is missing", "10.1093/abc"),
    (r"10.1371\/abc", "backslash where the `/` after the prefix belongs", "10.1371/abc"),
    ("10.1093 / abc", "blank beside the `/` after the prefix", "10.1093/abc"),
    ("10.1093%2Fannonc%2Fmdy424", "percent-encoded `/`", "10.1093/annonc/mdy424"),
    ("10.1000/18\u200b2", "invisible character U+200B", "10.1000/182"),
    ("10.1126/science. 1109070", "a blank inside the DOI", "10.1126/science.1109070"),
    ("10.1000/182 (accessed May)", "other text `(accessed May)` after the DOI", "10.1000/182"),
    ("10.1000/182; 10.1000/183", "second DOI `10.1000/183` in the field", "10.1000/182"),
    ("10.1093", "only a prefix, with nothing after the `/`", None),
    ("10.109/abc", "the registrant code `109` has 3 digits: every one has at least four", None),
    (
        "10/gf4gqc",
        "a short DOI, which only the resolver can expand",
        None,
    ),
    ("10.1.1.132.2288", "a CiteSeerX number", None),
    ("arXiv:2101.00001", "an arXiv identifier", "10.48550/arxiv.2101.00001"),
    (
        "https://www.nature.com/articles/s41571-018-0113-0.pdf",
        "a publisher's address",
        "10.1038/s41571-018-0113-0",
    ),
    ("elifesciences.org/articles/12345", "a publisher's address", "10.7554/elife.12345"),
    (
        "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)31180-6/fulltext",
        "a publisher's address",
        "10.1016/s0140-6736(20)31180-6",
    ),
    ("2101.00001v3", "an arXiv identifier", "10.48550/arxiv.2101.00001"),
    ("n/a", "a placeholder", None),
    ("Not available.", "a placeholder", None),
    ("", "nothing that could be a DOI", None),
    ("https://doi.org/", "nothing after a resolver address", None),
    ("doi:", "nothing after the label `doi:`", None),
    ("https://doi.org/gf4gqc", "a short DOI, which only the resolver can expand", None),
    (r"\url{https://doi.org/10.1000/182}", r"LaTeX's `\url`", "10.1000/182"),
    (r"\href{https://doi.org/10.1000/182}{10.1000/182}", r"LaTeX's `\href`", "10.1000/182"),
    ("１０．１０００／１８２", "full-width characters", "10.1000/182"),
    ("https://doi.org/10.1000%252F182", "percent-encoded `/`", "10.1000/182"),
    ("10.10162014.11.024", "the `/` after the prefix is missing", "10.1016/2014.11.024"),
    ("10.1093.annonc/x1", "wrong sign where the `/` after the prefix belongs", "10.1093/annonc/x1"),
    ("10/1093/abc", "wrong sign where the dot after `10` belongs", "10.1093/abc"),
    ("PMCID: PMC1234567", "a PubMed Central identifier", None),
    (
        "http://dx.doi.og/10.1000/182",
        "misspelt resolver address `http://dx.doi.og/` before `10.`",
        "10.1000/182",
    ),
    (
        "https://login.ezproxy.example.edu/login?url=https://doi.org/10.1000/182",
        "library proxy's address `https://login.ezproxy.example.edu/login?url=https://doi.org/`"
        " before `10.`",
        "10.1000/182",
    ),
    (
        "doi: 10.1000/182; published online",
        "other text `published online` after the DOI",
        "10.1000/182",
    ),
    ("see the text", "no `10.` followed by a registrant code and `/`", None),
    (
        "1O.1O93/abc",
        "letter `O` where the `0` of `10.` belongs; letter `O` in the registrant code",
        "10.1093/abc",
    ),
]


@pytest.mark.parametrize(("written", "explanation", "mended"), DIAGNOSES)
def test_a_diagnosis_says_what_stands_where(
    written: str, explanation: str, mended: str | None
) -> None:
    reading = read_doi(written)
    assert isinstance(reading, MalformedDoi)
    assert reading.explanation == explanation
    assert (reading.mended.name if reading.mended else None) == mended


def test_a_diagnosis_says_what_mends_it() -> None:
    edits = {
        "410.1093/abc": "without the stray `4` before `10.`",
        "1O.1093/abc": "with `0` for `O`",
        "0.1093/abc": "with the `1` that is missing",
        "10.1126/science. 1109070": "without the blank inside",
        "10.1093%2Fabc": "with the percent-encoding undone",
    }
    for written, edit in edits.items():
        reading = read_doi(written)
        assert isinstance(reading, MalformedDoi)
        assert [flaw.edit for flaw in reading.flaws] == [edit]


def test_a_long_lead_is_cut_short_in_the_explanation() -> None:
    reading = read_doi(
        "a very long sentence that somebody pasted before the DOI itself 10.1000/182"
    )
    assert isinstance(reading, MalformedDoi)
    assert reading.explanation.endswith("...` before `10.`")
    assert len(reading.explanation) < 90


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("10/gf4gqc", "10/gf4gqc"),
        ("doi:10/GF4GQC", "10/gf4gqc"),
        ("https://doi.org/10/gf4gqc", "10/gf4gqc"),
        ("https://doi.org/gf4gqc", "10/gf4gqc"),
        ("http://dx.doi.org/aabbe", "10/aabbe"),
        # A short DOI without its `10/` is one at the resolver's address alone.
        ("gf4gqc", ""),
        ("doi:gf4gqc", ""),
        ("https://example.org/gf4gqc", ""),
        ("https://doi.org/10.1000", ""),
        ("10/1093/abc", ""),
        ("n/a", ""),
    ],
)
def test_a_short_doi_is_told_in_its_normal_form(written: str, short: str) -> None:
    reading = read_doi(written)
    assert isinstance(reading, MalformedDoi)
    assert reading.short_doi == short
    assert ("short DOI" in reading.explanation) is bool(short)
