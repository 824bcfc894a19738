"""A new DOI in entries of many hands; each expected text stands out in full."""

import pytest

from evidence.edits.change import Change
from evidence.edits.draft import draft
from evidence.sources.bibtex import parse_bibliography

STYLES = {
    "aligned, trailing comma": (
        "@article{k,\n  author    = {A},\n  title     = {T},\n  year      = {2018},\n}\n",
        "@article{k,\n  author    = {A},\n  title     = {T},\n  year      = {2018},\n"
        "  doi       = {10.1234/x},\n}\n",
    ),
    "aligned values, no trailing comma": (
        "@article{k,\n author=  {A},\n title=   {T},\n year=    2018}",
        "@article{k,\n author=  {A},\n title=   {T},\n year=    2018,\n doi=     {10.1234/x}}",
    ),
    "flush right, as ADS writes": (
        '@ARTICLE{k,\n       author = {A},\n        title = "{T}",\n         year = 2018,\n}',
        '@ARTICLE{k,\n       author = {A},\n        title = "{T}",\n         year = 2018,\n'
        "          doi = {10.1234/x},\n}",
    ),
    "quotes, tab, upper case": (
        '@article{k,\n\tTITLE = "T",\n\tYEAR = "2018"\n}',
        '@article{k,\n\tTITLE = "T",\n\tYEAR = "2018",\n\tDOI = "10.1234/x"\n}',
    ),
    "capitalised, as BibDesk writes": (
        "@article{k,\n\tTitle = {T},\n\tYear = {2018}}",
        "@article{k,\n\tTitle = {T},\n\tYear = {2018},\n\tDoi = {10.1234/x}}",
    ),
    "leading commas": (
        "@article{k\n  , title = {T}\n  , year = {2018}\n  }",
        "@article{k\n  , title = {T}\n  , year = {2018}\n  , doi = {10.1234/x}\n  }",
    ),
    "one line, in parentheses": (
        "@misc(k, title={T}, year=2018)",
        "@misc(k, title={T}, year=2018, doi={10.1234/x})",
    ),
    "a single field": ("@misc{k, title={T},}", "@misc{k, title={T}, doi={10.1234/x},}"),
    "carriage returns": (
        "@misc{k,\r\n  title = {T},\r\n  year = 2018\r\n}",
        "@misc{k,\r\n  title = {T},\r\n  year = 2018,\r\n  doi = {10.1234/x}\r\n}",
    ),
    "lone carriage returns": (
        "@misc{k,\r  title = {T},\r}\r",
        "@misc{k,\r  title = {T},\r  doi = {10.1234/x},\r}\r",
    ),
    "a value in the line below its name": (
        "@misc{k,\n  title =\n    {T},\n}",
        "@misc{k,\n  title =\n    {T},\n  doi = {10.1234/x},\n}",
    ),
    "a field that is commented out, at the end": (
        "@misc{k,\n  title = {T},\n  % doi = {10.1/old},\n}",
        "@misc{k,\n  title = {T},\n  doi = {10.1234/x},\n  % doi = {10.1/old},\n}",
    ),
    "a comment that belongs to the last field": (
        "@misc{k,\n  title = {T}, % sure\n  % doi = {10.1/old},\n}",
        "@misc{k,\n  title = {T}, % sure\n  doi = {10.1234/x},\n  % doi = {10.1/old},\n}",
    ),
    "a comment behind fields in one line": (
        "@misc{k, title={T}, year=1, % sure\n  % doi = {10.1/old},\n}",
        "@misc{k, title={T}, year=1, % sure\n doi={10.1234/x},\n  % doi = {10.1/old},\n}",
    ),
    "a comment before the last field": (
        "@misc{k,\n  title = {T}, % sure\n  year = 2018\n}",
        "@misc{k,\n  title = {T}, % sure\n  year = 2018,\n  doi = {10.1234/x}\n}",
    ),
    "an empty field of that name": (
        "@misc{k,\n  doi = {},\n  title = {T}\n}",
        "@misc{k,\n  doi = {10.1234/x},\n  title = {T}\n}",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_new_field_is_in_the_style_of_its_entry(style: str) -> None:
    before, after = STYLES[style]
    bibliography = parse_bibliography(before, "x.bib")
    change = Change("k", "doi", "10.1234/x", "DOI004", "")
    drafted = draft(before, before.encode(), bibliography, [change])
    assert drafted.left == ()
    assert drafted.text == after


def test_a_quote_in_the_value_is_not_put_between_quotes() -> None:
    before = '@misc{k, title="T", year="1"}'
    change = Change("k", "doi", '10.1234/"x"', "DOI004", "")
    drafted = draft(before, before.encode(), parse_bibliography(before, "x.bib"), [change])
    assert drafted.text == '@misc{k, title="T", year="1", doi={10.1234/"x"}}'
