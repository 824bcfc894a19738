from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence.model.doi import Doi
from evidence.reports.characters import exact, one_line
from evidence.reports.markdown_text import code, doi_link, escape, marked, message
from evidence.reports.table import render
from hostile_report import with_text_everywhere
from sample_references import AWKWARD, MALFORMED
from sample_report import empty_report, full_report, unchecked_report
from sample_support import supported_report

EXPECTED = Path(__file__).with_name("expected")
LISTS = {"h1", "h2", "ul", "li", "p", "blockquote", "strong", "code", "a", "br"}
TAGS = LISTS | {"table", "thead", "tbody", "tr", "th", "td"}


class TextOf(HTMLParser):
    """The text of a page, and the names of its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markdown: str) -> TextOf:
    """What a reader of Markdown with tables makes of it."""
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    return TextOf(
        markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    )


def test_everything_is_shown() -> None:
    assert render(full_report(), "markdown") == (EXPECTED / "report.md").read_text("utf-8")


def test_claim_and_quote_stand_below_each_other_with_what_became_of_them() -> None:
    markdown = render(supported_report(), "markdown")
    assert markdown == (EXPECTED / "supported.md").read_text("utf-8")


def test_hand_made_records_verify_nothing() -> None:
    markdown = render(unchecked_report(with_hand_made_record=True), "markdown")
    assert markdown == (EXPECTED / "unchecked.md").read_text("utf-8")


def test_an_empty_project_says_so() -> None:
    markdown = render(empty_report(), "markdown")
    assert markdown.endswith(
        "## Claims\n\nNo claims.\n\n"
        "## References\n\nNo references.\n\n"
        "## Findings\n\nNo findings.\n"
    )


def test_a_reader_sees_the_texts_as_they_were_given() -> None:
    page = read(render(full_report(), "markdown"))
    assert page.text.count(AWKWARD) == 2
    assert MALFORMED in page.text
    assert page.tags <= TAGS


def test_what_is_no_doi_is_no_link() -> None:
    links = read(render(full_report(), "markdown")).links
    assert "https://doi.org/10.1021/acs.jmedchem.6b00064" in links
    assert not [link for link in links if "410.1093" in link]
    assert "https://doi.org/10.1158/2159-8290.cd-0" not in links  # unregistered


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "| a | b |",
        "``` x",
        "![a](http://x.example/y.png)",
        "> # - 1. a",
        "&lt;b&gt;",
        "~~gone~~",
        "a\n\n# b\n\n---\n",
        "javascript:alert(1)",
    ],
)
def test_text_of_strangers_stays_text(text: str) -> None:
    page = read(render(with_text_everywhere(text), "markdown"))
    assert not page.tags & {"script", "img", "del", "h3", "hr", "pre", "em"}
    assert all(link.startswith("https://doi.org/10.1000/") for link in page.links)
    assert page.text.count(one_line(text)) >= 20


@given(st.text())
@example("1. a")
@example("12)")
@example("- a")
@example("=")
@example("a <b@example.org> \\")
@example("www.example.org https://doi.org/410.1093/x")
@example("`` ` ``")
@example("&amp; &#35; & R&D;")
def test_prose_comes_back_as_it_was(text: str) -> None:
    page = read(escape(text))
    assert page.tags <= {"p"}
    assert page.text.strip() == one_line(text).strip()
    cells = read(f"| a | b |\n| - | - |\n| {escape(text)} | end |")
    assert cells.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert cells.text.split("b", 1)[1].split() == [*one_line(text).split(), "end"]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
@example(["1. a", "*b*", "[c](d)", "# e"])
def test_a_text_with_marks_comes_back_as_it_was(parts: list[str]) -> None:
    words = [word for part in parts for word in one_line(part).split()]
    text = " ".join(words)
    ends = [len(" ".join(words[: at + 1])) for at in range(len(words))]
    spans = [(end - len(word), end) for word, end in zip(words, ends, strict=True)][::2]
    page = read(
        f"- quote: {marked(text, [span for span in spans if text[slice(*span)].isalnum()])}"
    )
    assert page.tags <= {"ul", "li", "strong"}
    assert page.text.split() == ["quote:", *words]


@given(st.text(min_size=1))
@example("`")
@example("``a`")
@example(" ")
@example("a|b")
@example("\\|")
def test_code_comes_back_as_it_was(text: str) -> None:
    page = read(f"x {code(text)} x")
    assert page.tags == {"p", "code"}
    if "|" not in text and text.strip():
        assert page.text == f"x {exact(text)} x\n"


@pytest.mark.parametrize("text", ["a|b", "a\\|b", "|", "`|`"])
def test_a_pipe_ends_no_cell(text: str) -> None:
    row = f"| {code(text)} | {escape(text)} | end |"
    page = read(f"| a | b | c |\n| - | - | - |\n{row}\n")
    assert page.text.split() == ["a", "b", "c", text, text, "end"]


def test_no_bare_address_is_left_to_be_linked() -> None:
    assert escape("see https://doi.org/410.1 and www.x.org") == (
        "see https:\\//doi.org/410.1 and www\\.x.org"
    )


def test_values_of_a_message_are_code_unless_a_backtick_is_alone() -> None:
    assert message("`a*b` is *not* `c`.") == "`a*b` is \\*not\\* `c`."
    assert message("`a` is ` not") == "\\`a\\` is \\` not"
    assert message("") == ""


def test_the_address_of_a_link_cannot_be_closed_early() -> None:
    assert doi_link(Doi("10.1002/(sici)1(2<3::a>4)"), "x") == (
        "[x](https://doi.org/10.1002/%28sici%291%282%3C3::a%3E4%29)"
    )
