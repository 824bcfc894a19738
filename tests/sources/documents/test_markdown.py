import pytest

from evidence.errors import InputError
from evidence.model.document import CitationForm, Cited
from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.markdown.document import read_markdown
from shown_blocks import misplaced, read, shown

PAGE = """\
---
title: "Statins: a page"
author: !expr x
bibliography: [trials.bib, "reviews.bib"]
---

# Statins and *risk* {#sec:risk .unnumbered}

Statins lower **LDL cholesterol** in adults [1, 2]. The effect
grows with the dose.^3,4^ It was first
seen in rabbits<sup>5</sup>.

Warnings
--------

- Myopathy is rare \\[6\\];
  it needs care.

  So does `CYP3A4`.
- Liver enzymes rise

  1. slowly
  1. reversibly

3. third
5. fifth

> Quoted &amp; kept [7].

```r
plot(x[1])
```

    indented [2]

Line one\\
line two<br>three
"""


def test_a_page_is_read_block_by_block() -> None:
    assert shown(read_markdown, PAGE) == [
        "heading 7:3 Statins and risk",
        "paragraph 9:1 Statins lower LDL cholesterol in adults [1, 2]. The effect\n"
        "grows with the dose.^{3,4} It was first\nseen in rabbits^{5}.",
        "heading 13:1 Warnings",
        "item 16:3 Myopathy is rare [6];\nit needs care.",
        "paragraph 19:3 So does CYP3A4.",
        "item 20:3 Liver enzymes rise",
        "item 1 22:6 slowly",
        "item 2 23:6 reversibly",
        "item 3 25:4 third",
        "item 5 26:4 fifth",
        "paragraph 28:3 Quoted & kept [7].",
        "paragraph 36:1 Line one\nline two\nthree",
    ]


@pytest.mark.parametrize(
    ("front", "files"),
    [
        ("bibliography: refs.bib", ("refs.bib",)),
        ("bibliography:\n  - a.bib\n  - b.bib\nlang: en", ("a.bib", "b.bib")),
        ("bibliography:\n- a.bib", ("a.bib",)),
        ("title: none", ()),
        ("bibliography: [", ()),
        ("bibliography: {a: b}", ()),
    ],
)
def test_the_front_matter_names_the_bibliographies(front: str, files: tuple[str, ...]) -> None:
    contents = read(read_markdown, f"---\n{front}\n---\nText.\n")
    assert contents.bibliographies == files
    assert [block.text for block in contents.blocks] == ["Text."]


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert shown(read_markdown, "---\n\nText.\n\n---\n") == ["paragraph 3:1 Text."]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Held [@a].", "Held {[@a] -> a}."),
        (
            "Held [see @a, pp. 33-35, 38 and passim; -@b_2].",
            "Held {[see @a, pp. 33-35, 38 and passim; -@b_2] -> a pp. 33-35, 38, b_2}.",
        ),
        ("Held [@a; @a].", "Held {[@a; @a] -> a}."),
        ("Held [@a,\nchap. iv].", "Held {[@a, chap. iv] -> a chap. iv}."),
        ("Held [@a, mild cases].", "Held {[@a, mild cases] -> a}."),
        ("Held [@a{p. 3}].", "Held {[@a{p. 3}] -> a p. 3}."),
        ("Held [@a, 33].", "Held {[@a, 33] -> a 33}."),
        (
            "Held [@{https://x.org/a_b?c=1}].",
            "Held {[@{https://x.org/a_b?c=1}] -> https://x.org/a_b?c=1}.",
        ),
        ("@a showed it.", "!{@a -> a} showed it."),
        ("As @a:b.c. And", "As !{@a:b.c -> a:b.c}. And"),
        ("@a [p. 3] showed", "!{@a -> a p. 3} showed"),
        ("@a [p. 3; see @b] showed", "!{@a -> a p. 3, b} showed"),
        ("@a [in German] showed", "!{@a -> a} [in German] showed"),
        ("@a [text](x) showed", "!{@a -> a} text showed"),
        ("Held^[see @a, p. 4].", "Held{^[see @a, p. 4] -> a p. 4}."),
        ("Held {cite:p}`a,b`.", "Held {{cite:p}`a,b` -> a, b}."),
        ("Held {cite}`a`.", "Held {{cite}`a` -> a}."),
        ("{cite:t}`a` showed", "!{a -> a} showed"),
        ("Held {cite:ps}`{see}a{p. 3}`.", "Held {{cite:ps}`{see}a{p. 3}` -> a p. 3}."),
    ],
)
def test_citations_by_key(written: str, read_as: str) -> None:
    assert shown(read_markdown, written) == [f"paragraph 1:1 {read_as}"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Mail a@b.org or <a@b.org>.", "Mail a@b.org or a@b.org."),
        ("In `@a` and `[@a]`.", "In @a and [@a]."),
        ("Not \\@a, nor [mail a@b.org].", "Not @a, nor [mail a@b.org]."),
        ("See @fig:flow, @tbl-2 and [@eq:one].", "See @fig:flow, @tbl-2 and [@eq:one]."),
        ("By [@someone](https://x.org/@someone).", "By @someone."),
        ("At https://x.org/@someone today", "At https://x.org/@someone today"),
        ("See [^1] and {ref}`Part two <two>`.", "See  and Part two."),
        ("Costs $5 and $6, or $5-$6.", "Costs $5 and $6, or $5-$6."),
        ("H~2~O, not ~~struck~~.", "H2O, not ~~struck~~."),
        ("A ^ b ^ c", "A ^ b ^ c"),
    ],
)
def test_what_only_looks_like_a_citation(written: str, read_as: str) -> None:
    assert shown(read_markdown, written) == [f"paragraph 1:1 {read_as}"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("It held [[3]](#ref3).", "It held [3]."),
        ("It held [3](#r3).", "It held [3]."),
        ("It held ([3](#r3), [4](#r4)).", "It held (3, 4)."),
        ("It held [[3](#r3),[4](#r4)].", "It held [3,4]."),
        ("It held.<sup>[3](#r3)</sup>", "It held.^{3}"),
        ("It held.^[3](#r3)^", "It held.^{3}"),
        ("It held.$^{3,4}$", "It held.^{3,4}"),
        ("It held.{sup}`3`", "It held.^{3}"),
        ("In [2019](https://x.org) it held.", "In 2019 it held."),
        ("It held [1].\n\n[1]: https://x.org", "It held [1]."),
        ("So $x^2$ rose", "So x^2 rose"),
        ("digits²³ stay", "digits²³ stay"),
    ],
)
def test_numbers_that_are_linked_or_raised(written: str, read_as: str) -> None:
    assert shown(read_markdown, written) == [f"paragraph 1:1 {read_as}"]


def test_tables_take_pandocs_captions() -> None:
    page = (
        "Table: Dose and *effect* [@a] {#tbl:dose}\n\n"
        "| Drug | mg/m<sup>2</sup> | Cells<sup>a</sup> |\n|---|---|---|\n"
        "| A | 5<sup>b</sup> | 10^6^ |\n| B \\| C | | 7 |\n\n"
        "| X | Y |\n|---|---|\n| 1 | 2 |\n\n  : After it [4]\n\n"
        "| X | Y |\n|---|---|\n| 1 | 2 |\n: Below it\n\n"
        "Table 9. A neighbour.\n\n| X |\n|---|\n| 1 |\n"
    )
    assert shown(read_markdown, page) == [
        "table 3:1 <paragraph 1:8 Dose and effect {[@a] -> a}> "
        "Drug | mg/m² | Cells / A | 5 | 10⁶ / B | C |  | 7",
        "table 8:1 <paragraph 12:5 After it [4]> X | Y / 1 | 2",
        "table 14:1 <paragraph 17:3 Below it> X | Y / 1 | 2",
        "paragraph 19:1 Table 9. A neighbour.",
        "table 21:1 X / 1",
    ]


def test_a_caption_without_a_table_stays_text() -> None:
    assert shown(read_markdown, ": alone\n\nText.") == [
        "paragraph 1:1 : alone",
        "paragraph 3:1 Text.",
    ]


def test_footnotes_are_paragraphs_of_their_own() -> None:
    page = (
        "Held[^1] well^[An aside, [2].].\n\n"
        "[^1]: As Ito said.\n[^b]: Two\n    lines\n\n    and more\n"
    )
    assert shown(read_markdown, page) == [
        "paragraph 1:1 Held well.",
        "paragraph 1:16 An aside, [2].",
        "paragraph 3:7 As Ito said.",
        "paragraph 4:7 Two\nlines",
        "paragraph 7:5 and more",
    ]


def test_a_footnote_that_only_cites_is_a_marker_of_its_statement() -> None:
    page = (
        "Rose.^[See @a2005.] Fell.[^a] Held.[^b] Sank.^[cf. @a, pp. 3-5; also {cite:t}`b`]\n"
        "Slept.[^c] Ran.^[@a says otherwise.] Sat.^[See @fig:one.] Lay.[^d]\n\n"
        "[^a]: See e.g. @a and [@b, p. 5].\n"
        "[^b]: See {cite:p}`a{p. 3},b`.\n\n    And more.\n"
        "[^c]: It slept in @a only.\n"
        "[^d]: See {ref}`one`.\n"
    )
    assert shown(read_markdown, page) == [
        "paragraph 1:1 Rose.{^[See @a2005.] -> a2005} Fell.{[^a] -> a, b p. 5} "
        "Held.{[^b] -> a p. 3, b} Sank.{^[cf. @a, pp. 3-5; also {cite:t}`b`] -> a pp. 3-5, b}\n"
        "Slept. Ran. Sat. Lay.",
        "paragraph 2:18 !{@a -> a} says otherwise.",
        "paragraph 2:44 See @fig:one.",
        "paragraph 7:5 And more.",
        "paragraph 8:7 It slept in !{@a -> a} only.",
        "paragraph 9:7 See one.",
    ]


def test_a_footnote_that_holds_a_reference_is_cited_by_its_mark() -> None:
    page = (
        "It held.[^1] It fell[^b][^c].\n\n"
        "[^1]: Ito K, Abe S. On holding.\n    Lancet 2001; 3: 4-9.\n[^b]: As in mice.\n"
        "[^c]: Abe S. On falling. Lancet 2002; 4: 11-19.\n"
    )
    blocks = read(read_markdown, page).blocks
    assert [(block.kind, block.label, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "", "It held.[^1] It fell[^c]."),
        (BlockKind.REFERENCE, "1", "Ito K, Abe S. On holding.\nLancet 2001; 3: 4-9."),
        (BlockKind.PARAGRAPH, "", "As in mice."),
        (BlockKind.REFERENCE, "c", "Abe S. On falling. Lancet 2002; 4: 11-19."),
    ]
    assert [each.cited for each in blocks[0].citations] == [(Cited("1"),), (Cited("c"),)]


def test_divs_directives_html_and_figures() -> None:
    page = (
        "::: {#refs}\nIn a div.\n:::\n\n"
        "```{note}\n:class: wide\nIn a note [5].\n```\n\n"
        "```{code-block} python\nx[1]\n```\n\n"
        "~~~{warning}\nNever closed.\n\n"
        "![Figure 1: survival [3]](f.png)\n\n"
        '<div class="x">\nRaw <b>words</b><sup>2</sup>\n</div>\n'
    )
    assert shown(read_markdown, page) == [
        "paragraph 2:1 In a div.",
        "paragraph 7:1 In a note [5].",
        "paragraph 15:1 Never closed.",
        "paragraph 17:3 Figure 1: survival [3]",
        "paragraph 20:1 Raw words^{2}",
    ]


def test_a_bracket_that_none_closes_is_text() -> None:
    page = "Rose [1 and ![2.\n\nFell [3 [@a] and [so [it](http://x.org) [4 *was* [@b"
    assert shown(read_markdown, page) == [
        "paragraph 1:1 Rose [1 and ![2.",
        "paragraph 3:1 Fell [3 {[@a] -> a} and [so it [4 was [!{@b -> b}",
    ]


def test_every_word_stands_where_its_place_says() -> None:
    page = (
        "# A & b #\n\nAn [open *bracket* [stays\n\n"
        "- > deep *words* `code` here\n  > and [there](x 'y') **so**\n\n"
        "A  <sup>1</sup> line\\\n   with [@a] and * then\ttabs\n\tof [text][r] <http://x.org>\n\n"
        "[r]: http://y.org\n"
    )
    assert misplaced(read(read_markdown, page), page) == []


def test_lines_may_end_in_any_way() -> None:
    assert shown(read_markdown, b"# A\r\n\r\nOne\rtwo\n") == [
        "heading 1:3 A",
        "paragraph 3:1 One\ntwo",
    ]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="page:1:3: CIT012 the byte 0xff"):
        read(read_markdown, b"a \xff")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3000,
        "[1 " * 30_000,
        "[@a; " * 3000,
        "^[" * 3000,
        "[^a]: " * 3000,
        "```{note}\n" * 3000,
        "> " * 3000 + "a",
        "<!-- " * 3000,
        "|a" * 3000 + "\n" + "|-" * 3000,
        "{a}`" * 3000,
    ],
)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    for block in read(read_markdown, text).blocks:
        assert block.place(len(block.text)).line >= 1


def test_citations_are_by_key() -> None:
    (block,) = read(read_markdown, "Held [@a].").blocks
    assert block.citations[0].form is CitationForm.KEY
