from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.sources.documents.html.document import read_html
from evidence.sources.documents.interface import Contents, Source
from shown_blocks import misplaced, read, shown

PAGE = """\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Journal</title>
<script>document.write("<p>[1]</p>")</script><style>p {}</style></head>
<body>
<header><h1>Journal</h1></header><nav><ul><li>Home</ul></nav>
<main><header><h1>Beta blockers &amp; asthma</h1></header>
<p>They lower  pulse&nbsp;rate <a href="#r1">[1,
  2]</a>.<sup>3,<a href="#r4">4</a></sup> <!-- [9] --> At &lt; 60 &foo; AT&T<br>a new line
<p>Not closed <span hidden>no</span><b aria-hidden="true">no</b>here <cite>Book</cite>.
<div>Loose <div>inner</div> tail</div>
<ul><li>one<li><p>two</p><p>more</p></ul>
<ol start="3"><li>three<ol><li>inner</ol><li value="9">nine<li>ten</ol>
<ol reversed><li>c<li>b<li>a</ol><ol type="a"><li>lettered</ol>
<dl><dt>Term<dd>Meaning [5]</dl>
<blockquote>Said</blockquote><pre><code>x[1]</code></pre><pre>kept</pre>
<figure><img src="f.png"><figcaption>Figure 1. Flow</figcaption></figure>
</main>
<aside>Related [7]</aside><footer>Imprint</footer>
</body></html>
"""


def test_a_page_is_read_block_by_block() -> None:
    assert shown(read_html, PAGE) == [
        "heading 6:19 Beta blockers & asthma",
        "paragraph 7:4 They lower pulse\xa0rate [1,\n2].^{3,4} At < 60 &foo; AT&T\na new line",
        "paragraph 9:4 Not closed here Book.",
        "paragraph 10:6 Loose",
        "paragraph 10:17 inner",
        "paragraph 10:29 tail",
        "item 11:9 one",
        "item 11:19 two",
        "paragraph 11:29 more",
        "item 3 12:19 three",
        "item 1 12:32 inner",
        "item 9 12:56 nine",
        "item 10 12:64 ten",
        "item 3 13:18 c",
        "item 2 13:23 b",
        "item 1 13:28 a",
        "item 13:51 lettered",
        "paragraph 14:9 Term",
        "paragraph 14:17 Meaning [5]",
        "paragraph 15:13 Said",
        "paragraph 15:63 kept",
        "paragraph 16:38 Figure 1. Flow",
    ]


def test_tables_spread_cells_over_what_they_span() -> None:
    page = """\
<table><caption><p>Table 1. <b>Dose</b></p><p>by drug [4]</p></caption>
<thead><tr><th rowspan=2>Drug<th colspan=2>mg/m<sup>2</sup><tr><th>Low<sup>a</sup><th>High</thead>
<tbody><tr><td rowspan=0>A<td>1<td><p>2<p>3</td></tr><tr><td>4<td>5<sup>b</sup></tr></tbody>
</table>"""
    assert shown(read_html, page) == [
        "table 1:1 <paragraph 1:20 Table 1. Dose\nby drug [4]> "
        "Drug | mg/m² | mg/m² / Drug | Low | High / A | 1 | 2 3 / A | 4 | 5"
    ]


def test_tables_that_only_lay_out_are_text() -> None:
    page = """\
<table role="presentation"><tr><td>First<td>Second</table>
<table><tr><td>Around<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>
<table><tr><td>A box.</table><table></table>"""
    assert shown(read_html, page) == [
        "paragraph 1:36 First",
        "paragraph 1:45 Second",
        "paragraph 2:16 Around",
        "table 2:26 a | b / c | d",
        "paragraph 3:16 A box.",
    ]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        (
            '<ol class="references"><li><p>Ito K. 2001;3:4.</p><p>Article <a>CAS</a>'
            " <a>Google Scholar</a></p><li>Roe J. 2002.</ol>",
            ["reference 1 1:31 Ito K. 2001;3:4.", "reference 2 1:102 Roe J. 2002."],
        ),
        (
            '<div id="refs" class="references csl-bib-body"><div class="csl-entry">'
            '<div class="csl-left-margin">[7] </div><div>Ito K. 2001.</div></div></div>',
            ["reference 7 1:115 Ito K. 2001."],
        ),
        (
            '<section role="doc-bibliography"><h2>Works</h2><ul>'
            '<li role="doc-biblioentry">Ito K. 2001.<hr>Lancet.</ul></section>',
            ["heading 1:38 Works", "reference 1:79 Ito K. 2001.\nLancet."],
        ),
        (
            "<section id=references><h2>Works</h2><p>In the order cited.<p>1. Ito K."
            "<p>Roe J. 2002.</section><p>Behind.",
            [
                "heading 1:28 Works",
                "paragraph 1:41 In the order cited.",
                "reference 1 1:66 Ito K.",
                "reference 1:75 Roe J. 2002.",
                "paragraph 1:100 Behind.",
            ],
        ),
        (
            '<table class="ref-list"><tr><td>(3)<td>Ito K.<tr><td>[ito]<td>Roe J.</table>',
            ["reference 3 1:40 Ito K.", "reference ito 1:63 Roe J."],
        ),
        (
            '<ol reversed class="citation-list"><li>Ito<li>Roe</ol>',
            ["reference 2 1:40 Ito", "reference 1 1:47 Roe"],
        ),
        (
            '<h2 id="references">References</h2><ol><li>Ito K.</ol>',
            ["heading 1:21 References", "item 1 1:44 Ito K."],
        ),
        (
            'Held<sup class="reference"><a href="#n1">[1]</a></sup> up.',
            ["paragraph 1:1 Held^{[1]} up."],
        ),
    ],
)
def test_reference_lists_are_known_by_class_id_and_role(page: str, blocks: list[str]) -> None:
    assert shown(read_html, page) == blocks


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div style='display: none'>no</div>yes", "yes"),
        ("<div role=navigation>no</div>yes", "yes"),
        ("<p>yes<a class='headerlink'>no</a>", "yes"),
        ("<template>no</template><noscript>no</noscript><svg><text>no</svg>yes", "yes"),
        ("<textarea></p>no</textarea>yes", "yes"),
        ("<style>a</style >yes<script>a</scripts></script>", "yes"),
        ("yes<script>never closed <p>no", "yes"),
        ("yes<!-- never closed <p>no", "yes"),
        ("yes<p title='never closed>no", "yes"),
        ("yes<p title=", "yes"),
        ("<span hidden><div>no</div></span>yes", "yes"),
        ("<article><footer>yes</footer></article>", "yes"),
        ("<aside class='references'><p>Ito 2001</aside>", "Ito 2001"),
        ("<aside role=doc-footnote>yes</aside>", "yes"),
        ("</p></td>y<b/>e<wbr>s</br></b>", "yes"),
        ("<td>yes</td>", "yes"),
        ("<![CDATA[ > ]]><?php > ye", "ye"),
        ("p < 0.05 &#8211; &#x2013; &notin; 5&#32;mg", "p < 0.05 – – ∉ 5 mg"),
        ("a<i style='vertical-align:super'>3</i>", "a3"),
    ],
)
def test_what_is_shown(page: str, text: str) -> None:
    assert " ".join(block.text for block in read(read_html, page).blocks).strip(" >") == text


def test_xhtml_closes_empty_elements() -> None:
    page = '<?xml version="1.0"?><html><script src="x"/><p>One<a id="p3"/> two</p></html>'
    assert shown(read_html, page) == ["paragraph 1:48 One two"]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff<p>Größe".encode(),
        "<p>Größe".encode("utf-16"),
        '<meta charset="iso-8859-1"><p>Größe–'.encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Größe".encode(
            "cp1252"
        ),
        '<?xml version="1.0" encoding="ISO-8859-1"?><p>Größe'.encode("cp1252"),
        '<meta charset="rot13"><p>Größe'.encode(),
    ],
)
def test_the_encoding_is_what_the_mark_or_the_page_says(data: bytes) -> None:
    assert read(read_html, data).blocks[0].text.startswith("Größe")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="page:1:23: CIT012 the byte 0xff is not utf-8"):
        read(read_html, b'<meta charset="utf-8">\xff')
    with pytest.raises(InputError, match="page:1:2: CIT012 `page` is not text: it holds a NUL"):
        read(read_html, b"a\0")


def test_every_word_stands_where_its_place_says() -> None:
    page = PAGE.replace("&amp;", "a").replace("&nbsp;", " ").replace("&lt;", "l")
    assert misplaced(read(read_html, page), page) == []


def test_progress_is_told_every_million_characters() -> None:
    told: list[tuple[str, int, int]] = []
    source = Source(Path("page"), "page", ("<p>" + "word " * 220_000 + "<b>x</b>").encode())
    read_html(source, lambda stage, done, of: told.append((stage, done, of)))
    assert told == [
        ("reading", 0, 1_100_011),
        ("reading", 1_100_003, 1_100_011),
        ("reading", 1_100_011, 1_100_011),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + "text",
        "<table><tr><td>" * 5_000 + "text",
        "<ol reversed><li>" * 5_000 + "text",
        "<div class=references><p>2001</p>" * 10_000,
        "<a " * 10_000,
        "<!--" * 10_000,
        "<" * 10_000,
        "&" * 10_000,
        "<p " + "a=b " * 10_000,
        "<table>" + "<tr><td colspan=1000 rowspan=60000>x" * 2_000 + "</table>",
        "<b>" * 5_000 + "<p>x" * 5_000 + "</b>" * 5_000,
    ],
)
def test_hostile_pages_are_read(page: str) -> None:
    for block in read(read_html, page).blocks:
        assert block.place(0).line == 1
        assert sum(map(len, block.rows)) < 30_000


def read_page(page: str) -> Contents:
    source = Source(Path("a.html"), "a.html", page.encode())
    return read_html(source, lambda *_: None)


@pytest.mark.parametrize(
    "page",
    [
        "<title>Just a moment...</title><body><h1>Checking your browser</h1>",
        "<title>x</title><p>Please enable JavaScript and cookies to continue.",
        "<p>JavaScript is disabled in your browser. <p>Verify that you are not a robot.",
        "<h1>Cookies must be enabled</h1>",
    ],
)
def test_a_page_that_a_site_shows_before_the_work_is_not_taken_for_it(page: str) -> None:
    with pytest.raises(InputError) as refused:
        read_page(page)
    assert refused.value.message == (
        "`a.html` holds no text but a page that a site shows before it, to see who asks: open the "
        "address in a browser, and save the page again once the text is shown"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p>Please enable JavaScript.</p><p>" + "Gout hurts. " * 80,
        "<title>Gout</title><p>It takes just one moment, and cookies are eaten.",
        "<p>Gout hurts.</p><script>enable JavaScript</script>",
    ],
)
def test_a_work_is_read_whatever_a_site_writes_beside_it(page: str) -> None:
    assert read_page(page).blocks


def test_the_head_of_a_page_says_which_work_it_holds() -> None:
    page = """<html><head><title>Gout | J</title><meta name="citation_title" content="Gout &amp;
    rest"><meta name="dc.identifier" content="7"><meta NAME="citation_doi"
    content="https://doi.org/10.1234/Quill"></head><body><meta name="dc.title" content="x">
    <p>It hurts."""
    contents = read_page(page)
    assert (contents.title, contents.doi) == ("Gout & rest", "10.1234/Quill")
    assert read_page("<p>It hurts.<meta name=citation_title content=x>").title == ""
