import subprocess
import sys

import pytest

from evidence.errors import InputError
from evidence.reports.table import CHECK_FORMATS, REPORT_FORMATS, render, render_check
from sample_report import clean_report


def test_every_format_ends_in_one_line_break() -> None:
    for name in REPORT_FORMATS:
        text = render(clean_report(), name)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
    for name in CHECK_FORMATS:
        assert render_check(clean_report(), name).endswith("\n")


def test_an_unknown_format_is_named_with_those_that_are_known() -> None:
    with pytest.raises(InputError) as raised:
        render(clean_report(), "pdf")
    assert str(raised.value) == (
        "`pdf` is not a format; expected one of html, markdown, json, text."
    )
    with pytest.raises(InputError, match="expected one of text, json"):
        render_check(clean_report(), "html")


def test_the_table_imports_no_format() -> None:
    program = (
        "import sys, evidence.reports.table; "
        "print([n for n in sys.modules if n == 'jinja2' or n == 'evidence.reports.text'])"
    )
    out = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert out.stdout == "[]\n"
