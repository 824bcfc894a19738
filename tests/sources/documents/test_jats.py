"""Articles in JATS, in the layouts of several publishers."""

from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.document import CitationForm, Document
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText
from evidence.sources.documents.interface import Source
from evidence.sources.documents.jats.document import read_jats
from evidence.sources.documents.read import read_document
from evidence.sources.texts.shelf import Shelf
from shown_blocks import misplaced, read, shown

ARTICLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.2//EN" "JATS-archivearticle1.dtd">
<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article">
<front><journal-meta><journal-title>J Imag Med</journal-title></journal-meta><article-meta>
<title-group><article-title>Gout<xref ref-type="fn" rid="n1">*</xref> &amp; <italic>rest</italic>
</article-title><subtitle>A trial</subtitle></title-group>
<contrib-group><contrib><name><surname>Quill</surname></name></contrib></contrib-group>
<abstract><title>Abstract</title><sec><title>Aim</title><p>To see.</p></sec></abstract>
<abstract abstract-type="graphical"><p>A picture.</p></abstract>
</article-meta></front>
<body><sec><label>1</label><title>Methods</title>
<p>Gout   hurts [<xref ref-type="bibr" rid="B1">1</xref>,
  <xref ref-type="bibr" rid="B3">3</xref>–<xref ref-type="bibr" rid="B5">5</xref>].
It is common.<sup><xref ref-type="bibr" rid="B2">2</xref>,<xref ref-type="bibr" rid="B4">4</xref>\
</sup> See <xref ref-type="fig" rid="F1">Figure 1</xref>: 10<sup>6</sup>\
<xref ref-type="table-fn" rid="t"><sup>a</sup></xref> cells.<fn><label>b</label><p>A note.</p></fn>\
</p>
<p>We list:
<list list-type="order"><list-item><p>one</p><p>more</p></list-item><list-item><p>two</p>
</list-item></list><list><list-item><label>7.</label><p>seven</p></list-item></list> and go on.</p>
<def-list><def-item><term>TRK</term><def><p>a kinase</p></def></def-item></def-list>
<disp-quote><p>Said.</p><attrib>A. Quill</attrib></disp-quote>
<boxed-text><caption><title>Box 1</title></caption><p>Boxed.</p></boxed-text>
<fig id="F1"><label>Figure 1.</label><caption><title>Flow.</title><p>All of them.</p></caption>
<graphic/></fig></sec>
<supplementary-material><caption><p>Hidden.</p></caption></supplementary-material></body>
<back><ack><p>To all.</p></ack><ref-list><title>References</title>
<ref id="B1"><label>1.</label><mixed-citation>Quill A. One. <source>J Imag</source> 2001;1:1-2.
</mixed-citation></ref>
<ref id="B2"><label>[2]</label><element-citation publication-type="journal"><person-group
 person-group-type="author"><name><surname>Marrow</surname><given-names>BT</given-names></name><etal
 /></person-group><article-title>Two</article-title><source>J Imag</source><year>2002</year>
<volume>2</volume><issue>3</issue><fpage>3</fpage><lpage>9</lpage>
<pub-id pub-id-type="doi">10.1234/b2</pub-id></element-citation></ref>
<ref id="B3"><label>3</label><mixed-citation>Three A. Three. J Imag 2003;3:1.</mixed-citation></ref>
<ref id="B4"><label>4</label><mixed-citation>Four A. Four. J Imag 2004;4:1.</mixed-citation></ref>
<ref id="B5"><label>5</label><mixed-citation>Five A. Five. J Imag 2005;5:1.</mixed-citation></ref>
</ref-list><fn-group><fn><p>No conflicts.</p></fn></fn-group></back>
<sub-article><body><p>A review of it.</p></body></sub-article></article>
"""


def test_an_article_is_read_part_by_part() -> None:
    assert shown(read_jats, ARTICLE) == [
        "heading 5:29 Gout & rest\nA trial",
        "heading 8:18 Abstract",
        "heading 8:46 Aim",
        "paragraph 8:60 To see.",
        "heading 11:19 1 Methods",
        "paragraph 12:4 Gout hurts {[1,\n3–5] -> 1, 3, 4, 5}.\nIt is common.{^{2,4 -> 2, 4}} "
        "See Figure 1: 10^{6} cells.",
        "paragraph 14:253 A note.",
        "paragraph 15:4 We list:",
        "item 1 16:39 one",
        "paragraph 16:49 more",
        "item 2 16:83 two",
        "item 7 17:57 seven",
        "paragraph 17:86 and go on.",
        "paragraph 18:27 TRK a kinase",
        "paragraph 19:16 Said.",
        "paragraph 19:33 A. Quill",
        "paragraph 20:29 Box 1",
        "paragraph 20:55 Boxed.",
        "paragraph 21:21 Figure 1. Flow.",
        "paragraph 21:70 All of them.",
        "paragraph 24:15 To all.",
        "paragraph 35:29 No conflicts.",
        "reference 1 25:47 Quill A. One. J Imag 2001;1:1-2.",
        "reference 2 27:1 Marrow BT. Two. J Imag 2002;2(3):3-9. doi:10.1234/b2",
        "reference 3 32:46 Three A. Three. J Imag 2003;3:1.",
        "reference 4 33:46 Four A. Four. J Imag 2004;4:1.",
        "reference 5 34:46 Five A. Five. J Imag 2005;5:1.",
    ]


def test_every_piece_stands_where_its_place_says() -> None:
    plain = ARTICLE.replace("&amp;", "and")
    joined = {" ", "Marrow BT. Two. J Imag 2002;2(3):3-9. doi:10.1234/b2"}
    wrong = misplaced(read(read_jats, plain), plain)
    assert [each for each in wrong if each.partition(" at page")[0].strip("'") not in joined] == []


def body(inside: str, back: str = "", front: str = "") -> str:
    return f"<article><front>{front}</front><body>{inside}</body><back>{back}</back></article>"


def blocks(inside: str, back: str = "", front: str = "") -> list[str]:
    return [
        each.partition(":")[2].partition(" ")[2]
        for each in shown(read_jats, body(inside, back, front))
    ]


def xref(rid: str, text: str) -> str:
    return f'<xref ref-type="bibr" rid="{rid}">{text}</xref>'


def ref(identifier: str, text: str, label: str = "") -> str:
    printed = f"<label>{label}</label>" if label else ""
    return f'<ref id="{identifier}">{printed}<mixed-citation>{text}</mixed-citation></ref>'


NUMBERED = "".join(ref(f"b{n}", f"Author{n} A. T. J 200{n};1:1.", str(n)) for n in range(1, 9))
NAMED = (
    ref("q", "Quill A. (2017). Gout. <italic>J Imag Med</italic> 1, 1.")
    + ref("m1", "Marrow B. (2019). Rest. J Imag Med 2, 1.")
    + ref("m2", "Marrow B. (2019). Sleep. J Imag Med 3, 1.")
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"It fell [{xref('b3', '3')}–{xref('b5', '5')}].", "It fell {[3–5] -> 3, 4, 5}."),
        (f"It fell [{xref('b3', '3')}]–[{xref('b5', '5')}].", "It fell {[3]–[5] -> 3, 4, 5}."),
        (f"It fell {xref('b3', '[3]')}, {xref('b5', '[5]')}.", "It fell {[3], [5] -> 3, 5}."),
        (f"It fell [{xref('b3', '3–5')}].", "It fell {[3–5] -> 3, 4, 5}."),
        (f"It fell [{xref('b3', '3')}, 4, {xref('b6', '6')}].", "It fell {[3, 4, 6] -> 3, 4, 6}."),
        (f"It fell [{xref('b3 b4', '3, 4')}].", "It fell {[3, 4] -> 3, 4}."),
        (f"It fell ({xref('b3', '3')}; n = 4).", "It fell (!{3 -> 3}; n = 4)."),
        (f"It fell ({xref('b3', '3')}).", "It fell {(3) -> 3}."),
        (f"It fell{xref('b3', '3')},{xref('b4', '4')}.", "It fell{3,4 -> 3, 4}."),
        (f"It fell.{xref('b3', '<sup>3</sup>')}", "It fell.{^{3 -> 3}}"),
        (f"It fell.<sup>{xref('b3', '3')}–{xref('b5', '5')}</sup>", "It fell.{^{3–5 -> 3, 4, 5}}"),
        (f"As ref. {xref('b3', '3')} says.", "As ref. !{3 -> 3} says."),
        (f"It fell [{xref('b99', '99')}].", "It fell [99]."),
        (f"It fell [{xref('b5', '5')}–{xref('b3', '3')}].", "It fell {[5–3] -> 5, 3}."),
        (f"It {xref('b3', ' ')}fell.", "It fell."),
    ],
)
def test_what_is_linked_side_by_side_is_one_marker(written: str, expected: str) -> None:
    assert blocks(f"<p>{written}</p>", f"<ref-list>{NUMBERED}</ref-list>")[0] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            f"({xref('q', 'Quill, 2017')}; {xref('m2', 'Marrow, 2019b')})",
            "{(Quill, 2017; Marrow, 2019b) -> quill2017, marrow2019b}",
        ),
        (f"{xref('q', 'Quill (2017)')} saw it", "!{Quill (2017) -> quill2017} saw it"),
        (f"Quill ({xref('q', '2017')}) saw it", "Quill {(2017) -> quill2017} saw it"),
    ],
)
def test_items_without_numbers_are_called_by_author_and_year(written: str, expected: str) -> None:
    assert blocks(f"<p>{written}</p>", f"<ref-list>{NAMED}</ref-list>")[0] == expected


def document(tmp_path: Path, text: str | bytes, name: str = "a.xml") -> Document:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_document(path, name)


def test_the_labels_of_markers_are_those_of_the_list(tmp_path: Path) -> None:
    text = body(f"<p>Gout hurts ({xref('m1', 'Marrow, 2019a')}). It stops.</p>", NAMED)
    read = document(
        tmp_path,
        text.replace("<back>", "<back><ref-list>").replace("</back>", "</ref-list></back>"),
    )
    [hurts, stops] = read.statements
    assert (hurts.text, hurts.labels, stops.labels) == ("Gout hurts.", ("marrow2019a",), ())
    assert hurts.citations[0].form is CitationForm.AUTHOR_YEAR
    assert [each.label for each in read.listed] == ["quill2017", "marrow2019a", "marrow2019b"]
    item = read.item("marrow2019a")
    assert item
    assert item.text == "Marrow B. (2019). Rest. J Imag Med 2, 1."


def test_a_list_without_labels_has_the_numbers_by_which_it_is_cited() -> None:
    unlabelled = ref("a", "Quill A. T. J 2001;1:1.") + ref("b", "Marrow B. T. J 2002;1:1.")
    unlabelled += ref("c", "Ledge C. T. J 2003;1:1.")
    assert blocks(f"<p>It fell [{xref('b', '2')}].</p>", f"<ref-list>{unlabelled}</ref-list>") == [
        "It fell {[2] -> 2}.",
        "Quill A. T. J 2001;1:1.",
        "Marrow B. T. J 2002;1:1.",
        "Ledge C. T. J 2003;1:1.",
    ]


def test_the_reference_in_parts_is_kept() -> None:
    item = (
        '<ref id="a"><label>1</label><citation citation-type="book"><person-group>'
        "<name><surname>Quill</surname><given-names>Ada</given-names></name></person-group>"
        '<person-group person-group-type="editor"><collab>Hiccup Group</collab></person-group>'
        "<chapter-title>Rest</chapter-title><source>Gout</source><year>2001</year>"
        "<publisher-name>Nowhere</publisher-name><page-range>7-9</page-range></citation></ref>"
    )
    [block] = read(read_jats, body("", f"<ref-list>{item}</ref-list>")).blocks
    assert block.text == "Quill A. Rest. Gout Nowhere 2001;:7-9."
    printed = block.printed
    assert printed
    assert (printed.title, printed.venue, printed.pages) == ("Rest", "Gout", "7-9")
    assert [each.family for each in (*printed.authors, *printed.editors)] == [
        *("Quill", "Hiccup Group")
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<ref/>", []),
        ("<ref><label>1</label></ref>", []),
        ("<ref><note><p>A note.</p></note></ref>", ["A note."]),
        (
            "<ref><citation-alternatives><mixed-citation>First A. 2001.</mixed-citation>"
            "<element-citation><year>2001</year></element-citation></citation-alternatives></ref>",
            ["First A. 2001."],
        ),
        (
            "<ref><mixed-citation>One A. 2001.</mixed-citation> "
            "<mixed-citation>Two B. 2002.</mixed-citation></ref>",
            ["One A. 2001. Two B. 2002."],
        ),
        (
            "<ref><element-citation><source>Registry</source><year>2001</year><ext-link>https://a.b"
            "</ext-link></element-citation></ref>",
            ["Registry 2001 https://a.b"],
        ),
        (
            "<ref><element-citation><collab>WHO</collab><collab/><source>Gout</source><year>2001"
            '</year><elocation-id>e1</elocation-id><ext-link ext-link-type="doi">10.1234/x'
            "</ext-link></element-citation></ref>",
            ["WHO. Gout. 2001;:e1. doi:10.1234/x"],
        ),
    ],
)
def test_items_of_the_list_in_other_forms(item: str, expected: list[str]) -> None:
    assert blocks("", f"<ref-list>{item}</ref-list>") == expected


def test_text_between_the_items_of_a_list_is_kept() -> None:
    assert blocks("<sec>Loose <sec><title/><p>text</p></sec></sec>") == ["Loose", "text"]


TABLE = """<table-wrap><label>Table 1</label><caption><title>Urate</title><p>By group [{cite}]
<xref ref-type="table-fn" rid="a">a</xref></p></caption>
<table><thead><tr><th rowspan="2">Group</th><th colspan="2">Urate<xref ref-type="table-fn" rid="a">
<sup>a</sup></xref></th></tr><tr><th>mg/dL</th><th>n</th></tr></thead>
<tfoot><tr><td>All</td><td colspan="2">9</td></tr></tfoot>
<tbody><tr><td><p>Drug</p><p>daily</p></td><td>5.1<sup>b</sup></td><td>10<sup>6</sup></td></tr>
<tr><td/><td>5.2<break/>(1)</td><td>&#8212;</td></tr></tbody></table>
<table-wrap-foot><fn id="a"><label>a</label><p>At week 12.</p></fn><p>n, number.</p>
</table-wrap-foot></table-wrap>"""


def test_a_table_has_its_cells_spelt_out_and_its_notes_below_it(tmp_path: Path) -> None:
    text = body(TABLE.format(cite=xref("b2", "2")), f"<ref-list>{NUMBERED}</ref-list>")
    read = document(tmp_path, text)
    [table] = read.tables
    assert (table.label, table.caption.text, table.caption.labels) == (
        *("Table 1", "Urate By group", ("2",)),
    )
    assert table.rows == (
        ("Group", "Urate", "Urate"),
        ("Group", "mg/dL", "n"),
        ("Drug daily", "5.1", "10⁶"),
        ("", "5.2 (1)", "—"),
        ("All", "9", "9"),
    )
    assert [each.text for each in read.statements] == ["At week 12.", "n, number."]


@pytest.mark.parametrize(
    ("wrap", "expected"),
    [
        (
            "<table-wrap><table><oasis:tgroup><oasis:tbody><oasis:row>"
            '<oasis:entry namest="c1" nameend="c2">a</oasis:entry>'
            '<oasis:entry morerows="1">b</oasis:entry></oasis:row>'
            "<oasis:row><oasis:entry>c</oasis:entry><oasis:entry>d</oasis:entry></oasis:row>"
            "</oasis:tbody></oasis:tgroup></table></table-wrap>",
            [("a", "a", "b"), ("c", "d", "b")],
        ),
        (
            "<table-wrap><label>Table 1</label><table><tr><td>a</td></tr></table>"
            "<table><tr><td>b</td></tr></table></table-wrap>",
            [("a",), ("b",)],
        ),
        ("<table-wrap><label>Table 1</label><graphic/></table-wrap>", []),
    ],
)
def test_tables_of_other_makes(wrap: str, expected: list[tuple[str, ...]]) -> None:
    [block] = read(read_jats, body(wrap)).blocks
    assert list(block.rows) == expected


def test_a_column_without_a_caption_is_text() -> None:
    wrap = "<table-wrap><table><tr><td>a</td></tr><tr><td><p>b</p></td></tr></table></table-wrap>"
    assert blocks(wrap) == ["a", "b"]
    assert blocks("<table-wrap/>") == []


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<inline-formula><tex-math>$\\mu$</tex-math></inline-formula>", "μ"),
        (
            "<disp-formula><label>(1)</label><alternatives><graphic/><tex-math>\\documentclass{a}"
            "\\begin{document}$$x$$\\end{document}</tex-math></alternatives></disp-formula>",
            "x",
        ),
        (
            "<alternatives><tex-math>no</tex-math><mml:math><mml:mn>10</mml:mn><mml:msup><mml:mi>"
            "m</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></alternatives>",
            "10m^{2}",
        ),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
        ("<alternatives><graphic/><italic>y</italic></alternatives>", "y"),
        ("H<sub>2</sub>O", "H2O"),
    ],
)
def test_formulas_stand_in_the_text(formula: str, expected: str) -> None:
    assert blocks(f"<p>of {formula} grams</p>") == [f"of {expected} grams"]


def test_an_abstract_without_a_heading_gets_one() -> None:
    meta = "<article-meta><abstract><p>It fell.</p></abstract></article-meta>"
    assert shown(read_jats, f"<article><front>{meta}</front></article>") == [
        "heading 1:31 Abstract",
        "paragraph 1:44 It fell.",
    ]


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "<!-- x --><!DOCTYPE article SYSTEM 'x.dtd'>{}",
        "<pmc-articleset>{}</pmc-articleset>",
        '\ufeff<?xml version="1.0"?>{}',
    ],
)
@pytest.mark.parametrize("name", ["a.xml", "a.nxml", "a.txt", "a.docx"])
def test_an_article_is_known_by_its_suffix_or_its_beginning(
    tmp_path: Path, wrapped: str, name: str
) -> None:
    text = wrapped.format('<article a="b">\n<front/><body><p>It fell.</p></body></article>')
    assert [each.text for each in document(tmp_path, text, name).statements] == ["It fell."]


def test_prefixes_of_names_do_not_matter(tmp_path: Path) -> None:
    text = (
        '<j:article xmlns:j="x"><j:body><j:p>It <j:bold>fell</j:bold>.</j:p></j:body></j:article>'
    )
    assert document(tmp_path, text).text == "It fell."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_the_declared_encoding_counts(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{body("<p>Café</p>")}'
    assert document(tmp_path, text.encode(encoding)).text == "Café"


def test_names_of_characters_are_known_without_their_declaration(tmp_path: Path) -> None:
    text = '<!DOCTYPE article [<!ENTITY drug "&#956;g">]>' + body(
        "<p>&alpha; &drug; &zzz; &lt;</p>"
    )
    assert document(tmp_path, text).text == "α μg &zzz; <"
    assert document(tmp_path, body("<p>&alpha;</p>")).text == "α"


def refused(text: str | bytes, name: str = "a.xml") -> str:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as raised:
        read_jats(Source(Path(name), name, data), lambda *_: None)
    assert raised.value.code == "CIT012"
    place = raised.value.place
    assert place
    return f"{place.line}:{place.column}: {raised.value.message}"


BOMB = '<!DOCTYPE a [<!ENTITY a "{0}"><!ENTITY b "{1}">]><article><body>&b;</body></article>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "\n<TEI><text/></TEI>",
            "2:1: `a.xml` is XML with the root `TEI`, expected an article in JATS",
        ),
        (
            "<article><para>DocBook</para></article>",
            "1:1: `a.xml` is XML with the root `article`, expected an article in JATS",
        ),
        (
            "<pmc-articleset><error/></pmc-articleset>",
            "1:1: `a.xml` is XML with the root `pmc-articleset`, expected an article in JATS",
        ),
        (
            "<pmc-articleset><article/>\n<article/></pmc-articleset>",
            "2:1: `a.xml` holds 2 articles, expected one: save each in a file",
        ),
        (
            "<article><body>\n<p>It fell",
            "2:11: `a.xml` is not well-formed XML (no element found): it may be cut short, save it "
            "anew",
        ),
        (
            "<article>\n <body></p>",
            "2:10: `a.xml` is not well-formed XML (mismatched tag): it may be cut short, save it "
            "anew",
        ),
        (
            "plain",
            "1:1: `a.xml` is not well-formed XML (syntax error): it may be cut short, save it anew",
        ),
        (
            '<?xml version="1.0" encoding="shift_jis"?><article/>',
            "1:1: `a.xml` is in an encoding that is not read, expected UTF-8",
        ),
        (
            BOMB.format("a" * 30, "b"),
            "1:25: `a.xml` declares `a`, an entity that is more than a character",
        ),
        (
            BOMB.format("a", "&a;&a;"),
            "1:40: `a.xml` declares `b`, an entity that is more than a character",
        ),
        (
            "<article><body>" + "<sec>" * 300,
            "1:1006: `a.xml` is nested more than 200 elements deep, which no article is",
        ),
    ],
)
def test_what_is_no_article_is_refused(text: str, message: str) -> None:
    assert refused(text) == message


def test_no_file_is_read_and_nobody_is_asked(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    text = (
        f'<!DOCTYPE article SYSTEM "{secret.as_uri()}" [<!ENTITY x SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY % y SYSTEM "{secret.as_uri()}">%y;]>' + body("<p>&x; It fell.</p>")
    )
    assert "secret" not in document(tmp_path, text).text


HOSTILE = {
    "markers": f"<p>{xref('b3', '3')}–{xref('b5', '5')} x </p>",
    "one marker": f"{xref('b3', '3')},",
    "brackets": "[[[[(((" + xref("b3", "3"),
    "cells": '<table-wrap><table><tr><td rowspan="999" colspan="999">x</td></tr></table>'
    "</table-wrap>",
    "entities": "&alpha;",
    "blanks": "<p>  \n</p>",
    "lists": "<list><list-item><p>x</p></list-item></list>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_article_is_read_to_its_end(kind: str) -> None:
    """Its size is such that anything worse than linear would not come to an end."""
    piece = HOSTILE[kind]
    text = body(piece * (100_000 // len(piece)), f"<ref-list>{NUMBERED}</ref-list>")
    assert read(read_jats, text).blocks


def test_where_something_stands_is_told_to_the_reader(tmp_path: Path) -> None:
    read = document(tmp_path, ARTICLE)
    common = next(each for each in read.statements if each.text == "It is common.")
    assert common.place == Place("a.xml", 14, 1)
    assert common.section == "1 Methods"
    assert common.labels == ("2", "4")


@pytest.mark.parametrize("body", ["", "<body/>", "<body> <sec/></body>"])
def test_an_article_without_a_body_is_only_its_abstract(tmp_path: Path, body: str) -> None:
    path = tmp_path / "quill2001.xml"
    front = (
        '<front><article-meta><article-id pub-id-type="pmid">7</article-id><article-id '
        'pub-id-type="doi">10.1234/quill</article-id><title-group><article-title>Gout <italic>in'
        "</italic> rest</article-title></title-group><abstract><p>Gout hurts.</p></abstract>"
        "</article-meta></front>"
    )
    path.write_text(f"<article>{front}{body}</article>", "utf-8")
    document = read_document(path)
    assert document.is_abstract
    assert (document.title, document.doi) == ("Gout in rest", "10.1234/quill")
    (text,) = Shelf(tmp_path).read("quill2001")
    assert isinstance(text, SourceText)
    assert text.depth is Depth.ABSTRACT
    path.write_text(f"<article>{front}<body><p>It hurts.</p></body></article>", "utf-8")
    assert not read_document(path).is_abstract
