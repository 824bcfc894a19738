"""Real .bib files of many programs; skipped where the shared collection is absent."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pylatexenc.latex2text import LatexNodes2Text

from evidence.errors import InputError
from evidence.model.reference import Bibliography
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.bibtex_parsed_blocks import parse_blocks
from evidence.sources.bibtex_splitting import paint, split_blocks
from evidence.sources.encoding import read_text
from evidence.sources.latex import decode
from shared_data import shared_file

UNDECLARED = "sciunto-org__python-bibtexparser__gbk_test.bib"
ENTRY = re.compile(
    r"@[ \t]*(?!string|comment|preamble|control|ieeetranbstctl|set\b|xdata)\w+[ \t]*[{(]",
    re.IGNORECASE,
)
COMMENT = re.compile(r"^[ \t]*%.*$", re.MULTILINE)

# What pylatexenc reads in another way: formulas and signs on purpose; and it drops the argument of
# `\texttt`, `\textup` and `\mbox`, and the logos.
OWN_WAY = re.compile(
    r"[$^_~%`'&]|--|\\[,;:/ (\-\\\n]|\\(?:url|href|kern|slash|texttt|textup|mbox|La|TeX|JRSSBd)"
)


@pytest.fixture(scope="module")
def files() -> list[tuple[str, Bibliography]]:
    """The text and the content of each file that is in UTF-8 or says what else it is in."""
    paths = [path for path in shared_file(Path("bib")).iterdir() if path.name != UNDECLARED]
    assert len(paths) > 30
    texts = [(read_text(path, path.name, code="BIB006"), path.name) for path in paths]
    return [(text, parse_bibliography(text, name)) for text, name in texts]


def test_gbk_without_a_declaration_is_refused_with_the_place() -> None:
    path = shared_file(Path("bib") / UNDECLARED)
    with pytest.raises(InputError, match=r"x\.bib:1:10: BIB006 the byte 0xbf is not utf-8"):
        read_text(path, "x.bib", code="BIB006")


def test_every_entry_is_read_or_its_loss_reported(files: list[tuple[str, Bibliography]]) -> None:
    for text, bibliography in files:
        entries = ENTRY.findall(COMMENT.sub("", text.replace("\r", "\n")))
        lost = {
            problem
            for problem in bibliography.problems
            if problem.kind == "duplicate-key" or "has no key" in problem.message
        }
        assert len(bibliography.references) + len(lost) == len(entries), bibliography.file
        assert {p for p in bibliography.problems if p.kind == "unparsable"} <= lost


def test_every_block_is_as_the_parser_has_it(files: list[tuple[str, Bibliography]]) -> None:
    for text, bibliography in files:
        assert list(split_blocks(text)) == list(parse_blocks(text, paint(text))), bibliography.file


def test_every_value_stands_at_its_place(files: list[tuple[str, Bibliography]]) -> None:
    checked = 0
    for text, bibliography in files:
        lines = re.split(r"\r\n|\r|\n", text)
        for reference in bibliography.references:
            place = reference.place
            assert lines[place.line - 1].startswith("@", place.column - 1)
            for field in reference.fields:
                line, column = field.place.line, field.place.column
                before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
                if before.rstrip().endswith(("{", '"')) and "#" not in after:
                    assert after.startswith(re.split(r"[\r\n]", field.raw)[0]), field
                    checked += 1
    assert checked > 50_000


def test_plain_text_agrees_with_pylatexenc(files: list[tuple[str, Bibliography]]) -> None:
    reader = LatexNodes2Text(keep_comments=True)
    raws = {raw for raw in _titles_and_journals(files) if "\\" in raw and not OWN_WAY.search(raw)}
    assert len(raws) > 100
    for raw in raws:
        assert decode(raw) == " ".join(reader.latex_to_text(raw).split())


def _titles_and_journals(files: list[tuple[str, Bibliography]]) -> Iterator[str]:
    for _, bibliography in files:
        for reference in bibliography.references:
            for field in reference.fields:
                if field.name in ("title", "journal", "booktitle", "publisher"):
                    yield field.raw
