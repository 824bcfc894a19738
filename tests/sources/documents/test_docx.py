from pathlib import Path

import pytest
from docx.oxml import OxmlElement, parse_xml

from docx_writer import DocxWriter, NoteMark, Raised, Xml, packed, unpacked
from evidence.model.document import CitationForm, Cited
from evidence.model.place import Place
from evidence.sources.documents.docx.document import read_docx
from evidence.sources.documents.interface import Block, BlockKind, Source, Span

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(data: bytes) -> tuple[Block, ...]:
    return read_docx(Source(Path("a.docx"), "a.docx", data), lambda *_: None).blocks


def blocks(writer: DocxWriter) -> tuple[Block, ...]:
    return read(writer.data())


def shown(writer: DocxWriter) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.label, block.text) for block in blocks(writer)]


def run(text: str, properties: str) -> Xml:
    return Xml(f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")


def test_paragraphs_headings_and_lists_are_blocks_of_their_kinds() -> None:
    writer = DocxWriter()
    writer.document.add_heading("Ferritin", 0)
    writer.heading("Results", 2)
    writer.paragraph("Iron rose.")
    writer.paragraph("first", style="List Number")
    writer.paragraph("second", style="List Number")
    writer.paragraph("point", style="List Bullet")
    writer.paragraph("   ")
    assert shown(writer) == [
        ("heading", "", "Ferritin"),
        ("heading", "", "Results"),
        ("paragraph", "", "Iron rose."),
        ("item", "1", "first"),
        ("item", "2", "second"),
        ("item", "", "point"),
    ]


def test_places_count_paragraphs_and_characters() -> None:
    writer = DocxWriter()
    writer.paragraph("One.")
    writer.table([["a", "b"]])
    writer.paragraph("It fell", Raised("3"), " fast.")
    last = blocks(writer)[-1]
    assert last.place(0) == Place("a.docx", 4, 1)
    assert last.place(last.text.index("fast")) == Place("a.docx", 4, 10)


def test_a_heading_is_known_by_the_style_that_its_style_is_based_on() -> None:
    writer = DocxWriter()
    style = writer.document.styles.add_style("berschrift1", 1)
    style.base_style = writer.document.styles["Heading 1"]
    outlined = writer.document.styles.add_style("Kapitel", 1)
    outlined.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    writer.paragraph("Ergebnisse", style="berschrift1")
    writer.paragraph("Methoden", style="Kapitel")
    assert [kind for kind, *_ in shown(writer)] == ["heading", "heading"]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    writer = DocxWriter()
    one, two = (writer.document.styles.add_style(name, 1) for name in ("One", "Two"))
    one.base_style, two.base_style = two, one
    writer.paragraph("Text.", style="One")
    assert shown(writer) == [("paragraph", "", "Text.")]


def test_a_paragraph_in_bold_that_reads_as_a_title_is_a_heading() -> None:
    writer = DocxWriter()
    writer.paragraph(run("Adverse events", "<w:b/>"))
    writer.paragraph(run("Nausea was seen in 4 of 9 patients.", "<w:b/>"))
    writer.paragraph(run("Table 1. Doses", "<w:b/>"))
    assert [kind for kind, *_ in shown(writer)] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("properties", "is_raised"),
    [
        ('<w:vertAlign w:val="superscript"/>', True),
        ('<w:position w:val="6"/>', True),
        ('<w:rStyle w:val="Mark"/>', True),
        ('<w:vertAlign w:val="subscript"/>', False),
        ('<w:position w:val="-6"/>', False),
        ('<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>', False),
    ],
)
def test_what_stands_above_the_line_is_superscript(properties: str, *, is_raised: bool) -> None:
    writer = DocxWriter()
    style = writer.document.styles.add_style("Mark", 2)
    style.font.superscript = True
    writer.paragraph("Tumours shrank", run("3,4", properties), ".")
    assert blocks(writer)[0].superscripts == ((Span(14, 17),) if is_raised else ())


def numbering(writer: DocxWriter, *levels: str) -> None:
    """A list with the id 90 of these levels."""
    root = writer.document.part.numbering_part.element
    inner = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    root.append(
        parse_xml(
            f'<w:num {W} w:numId="91"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )


def item(writer: DocxWriter, text: str, number: int = 90, level: int = 0) -> None:
    paragraph = writer.paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_numbers_are_those_that_word_shows() -> None:
    writer = DocxWriter()
    numbering(
        writer,
        '<w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/>',
        '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>',
        '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/>',
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>',
    )
    for text, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1), ("f", 2), ("g", 3)):
        item(writer, text, level=level)
    item(writer, "h", number=91)
    item(writer, "i", number=91)
    item(writer, "j", number=404)
    assert [label for _, label, _ in shown(writer)] == [
        "3", "3.a", "3.b", "4", "4.a", "I", "", "5", "6", "",
    ]  # fmt: skip


def test_a_number_of_a_paragraph_in_a_list_can_be_switched_off() -> None:
    writer = DocxWriter()
    paragraph = writer.paragraph("Remark.", style="List Number")
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>'))
    assert shown(writer) == [("paragraph", "", "Remark.")]


def test_a_table_repeats_merged_cells_and_gives_those_inside_it_after_it() -> None:
    writer = DocxWriter()
    table = writer.table([["Drug", "Dose", "x"], ["Iron", "5", "6"], ["", "7", "8"]])
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Dose (mg/m"
    raised = table.cell(0, 1).paragraphs[0].add_run("2")
    raised.font.superscript = True
    table.cell(0, 1).paragraphs[0].add_run(")")
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Iron"
    mark = table.cell(1, 1).paragraphs[0].add_run("a")
    mark.font.superscript = True
    inner = table.cell(2, 2).add_table(2, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "ner"
    outer, nested = blocks(writer)
    assert outer.rows == (
        ("Drug", "Dose (mg/m²)", "Dose (mg/m²)"),
        ("Iron", "5", "6"),
        ("Iron", "7", "8"),
    )
    assert nested.rows == (("in", "ner"), ("", ""))


def test_a_table_of_one_column_only_frames_its_text() -> None:
    writer = DocxWriter()
    writer.table([["Iron rose in all patients."]])
    assert shown(writer) == [("paragraph", "", "Iron rose in all patients.")]


def captioned(*parts: str) -> list[tuple[str, str]]:
    """The tables of a document of captions (`c:…`), texts and tables, each with its caption."""
    writer = DocxWriter()
    for part in parts:
        if part == "table":
            writer.table([["a", "b"]])
        elif part.startswith("c:"):
            writer.paragraph(part[2:], style="Caption")
        else:
            writer.paragraph(part)
    found = [block for block in blocks(writer) if block.kind is BlockKind.TABLE]
    return [("table", block.caption.text if block.caption else "") for block in found]


def test_captions_stand_above_their_tables() -> None:
    assert captioned("c:Doses", "", "table", "c:Ages", "table", "Text.") == [
        ("table", "Doses"),
        ("table", "Ages"),
    ]


def test_captions_stand_below_their_tables_where_the_document_puts_them_there() -> None:
    assert captioned("Text.", "table", "c:Doses", "table", "c:Ages") == [
        ("table", "Doses"),
        ("table", "Ages"),
    ]


def test_the_caption_of_a_figure_is_none_of_a_table() -> None:
    assert captioned("c:Figure 1: Curves", "table") == [("table", "")]


def test_a_caption_is_known_by_its_number_as_well() -> None:
    writer = DocxWriter()
    field = '<w:fldSimple w:instr=" SEQ Table \\* ARABIC "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    writer.paragraph("Table ", Xml(field), ": Doses")
    writer.table([["a", "b"]])
    (table,) = blocks(writer)
    assert table.caption is not None
    assert table.caption.text == "Table 9: Doses"


def test_the_number_that_word_puts_before_a_caption_is_part_of_it() -> None:
    writer = DocxWriter()
    numbering(writer, '<w:numFmt w:val="decimal"/><w:lvlText w:val="Table %1:"/>')
    item(writer, "Doses")
    writer.document.paragraphs[-1].style = "Caption"
    writer.table([["a", "b"]])
    (table,) = blocks(writer)
    assert table.caption is not None
    assert table.caption.text == "Table 1: Doses"


def test_tracked_changes_are_read_as_accepted_and_comments_are_left_out() -> None:
    writer = DocxWriter()
    writer.paragraph(
        "Iron ",
        Xml('<w:ins w:id="1"><w:r><w:t>rose</w:t></w:r></w:ins>'),
        Xml('<w:del w:id="2"><w:r><w:delText>fell</w:delText><w:t>fell</w:t></w:r></w:del>'),
        Xml('<w:moveFrom w:id="3"><w:r><w:t> soon</w:t></w:r></w:moveFrom>'),
        Xml('<w:moveTo w:id="4"><w:r><w:t> late</w:t></w:r></w:moveTo>'),
        Xml('<w:commentRangeStart w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'),
        ".",
    )
    gone = writer.table([["a", "b"], ["c", "d"]])
    gone.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    found = blocks(writer)
    assert found[0].text == "Iron rose late."
    assert found[1].rows == (("a", "b"),)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    writer = DocxWriter()
    first = writer.paragraph("Iron ")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="1"/></w:rPr>'))
    writer.paragraph("rose.")
    assert [block.text for block in blocks(writer)] == ["Iron rose."]


def test_what_is_typed_with_special_elements_is_text() -> None:
    writer = DocxWriter()
    writer.paragraph(
        Xml(
            "<w:r><w:t>p</w:t><w:noBreakHyphen/><w:t>va</w:t><w:softHyphen/><w:t>lue</w:t>"
            "<w:tab/><w:t>5 \uf06dg</w:t><w:br/><w:sym w:font='Symbol' w:char='F0B3'/>"
            "<w:sym w:font='Wingdings' w:char='F04A'/><w:sym w:font='Symbol' w:char='zz'/></w:r>"
            "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        )
    )
    assert blocks(writer)[0].text == "p-value\t5 μg\n≥linkx=1"


def test_text_boxes_are_read_once_and_placeholders_not_at_all() -> None:
    writer = DocxWriter()
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    writer.paragraph(
        "Around ",
        Xml(
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
            "</w:r>"
        ),
        "the box.",
        Xml(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    assert [block.text for block in blocks(writer)] == ["Around the box.", "Boxed."]


ENDNOTES = {
    2: " Chen Y, Chi P. Basal insulin at night. Diabetes Lett 2018;11:78-81.",
    3: " Okafor C. Cure in prisons. Hepatol Lett 2019;4:7-9.",
}


def test_endnotes_that_are_references_are_the_list_and_their_marks_cite() -> None:
    writer = DocxWriter()
    writer.paragraph("Insulin helps.", NoteMark("endnote", 2), NoteMark("endnote", 3))
    writer.paragraph("So does care.", NoteMark("endnote", 2))
    writer.notes("endnote", ENDNOTES)
    found = blocks(writer)
    assert found[0].text == "Insulin helps.iii"
    assert [(each.cited, each.form) for each in found[0].citations] == [
        ((Cited("i"),), CitationForm.SUPERSCRIPT),
        ((Cited("ii"),), CitationForm.SUPERSCRIPT),
    ]
    assert found[1].citations[0].cited == (Cited("i"),)
    assert [(block.kind, block.label, block.text) for block in found[2:]] == [
        (BlockKind.REFERENCE, "i", ENDNOTES[2].strip()),
        (BlockKind.REFERENCE, "ii", ENDNOTES[3].strip()),
    ]


def test_notes_are_numbered_as_the_settings_say() -> None:
    writer = DocxWriter()
    writer.paragraph("Insulin helps.", NoteMark("endnote", 2))
    writer.notes("endnote", ENDNOTES)
    settings = (
        f'<w:settings {W}><w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="4"/>'
        "</w:endnotePr></w:settings>"
    )
    parts = unpacked(writer.data())
    parts["word/settings.xml"] = settings.encode()
    assert read(packed(parts))[0].text == "Insulin helps.4"


def test_remarks_in_notes_are_paragraphs_and_their_marks_no_text() -> None:
    writer = DocxWriter()
    writer.paragraph("Doses fell", NoteMark("footnote", 2), " in spring.")
    writer.notes("footnote", {2: "Measured twice in each ward."})
    assert shown(writer) == [
        ("paragraph", "", "Doses fell in spring."),
        ("paragraph", "", "Measured twice in each ward."),
    ]
    assert blocks(writer)[0].superscripts == ()


def test_footnotes_are_references_only_where_they_read_as_such() -> None:
    writer = DocxWriter()
    writer.paragraph("A", NoteMark("footnote", 2), " B", NoteMark("footnote", 3), ".")
    writer.notes("footnote", {2: ENDNOTES[2], 3: "Measured twice in each ward."})
    found = blocks(writer)
    assert found[0].text == "A1 B."
    assert [block.kind for block in found[1:]] == [BlockKind.PARAGRAPH, BlockKind.REFERENCE]


def test_a_document_in_strict_open_xml_is_read_alike() -> None:
    writer = DocxWriter()
    writer.heading("Iron")
    writer.paragraph("Iron rose.")
    parts = unpacked(writer.data())
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        parts[name] = (
            parts[name]
            .replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/",
                b"http://purl.oclc.org/ooxml/officeDocument/",
            )
        )
    assert [block.kind for block in read(packed(parts))] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_the_text_is_found_by_its_relation_and_nothing_outside_is_asked_for() -> None:
    writer = DocxWriter()
    writer.paragraph("Iron rose.")
    parts = unpacked(writer.data())
    parts["word/text2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/text2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    more = (
        b'<Relationship Id="x1" TargetMode="External" Target="http://127.0.0.1:9/styles.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
    )
    name = "word/_rels/text2.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", more + b"</Relationships>")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/text2.xml")
    assert [block.text for block in read(packed(parts))] == ["Iron rose."]


def test_progress_counts_paragraphs() -> None:
    writer = DocxWriter()
    for number in range(60):
        writer.paragraph(f"Patient {number} slept.")
    told: list[tuple[str, int, int]] = []
    source = Source(Path("a.docx"), "a.docx", writer.data())
    read_docx(source, lambda *step: told.append(step))
    assert told == [("reading paragraphs", 50, 60), ("reading paragraphs", 60, 60)]


def test_a_document_without_styles_and_lists_is_read() -> None:
    writer = DocxWriter()
    writer.paragraph("Iron rose.", style="List Number")
    parts = unpacked(writer.data())
    name = "word/_rels/document.xml.rels"
    parts = {each: data for each, data in parts.items() if each != name}
    assert [block.text for block in read(packed(parts))] == ["Iron rose."]


def test_rows_and_paragraphs_inside_content_controls_are_read() -> None:
    writer = DocxWriter()
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    wrapped = f"<w:sdt><w:sdtContent>{row.format('b')}</w:sdtContent></w:sdt>"
    writer.body(f"<w:tbl>{row.format('a')}{wrapped}</w:tbl>")
    writer.body("<w:sdt><w:sdtContent><w:p><w:r><w:t>c</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    found = blocks(writer)
    assert found[0].rows == (("a", ""), ("b", ""))
    assert found[1].text == "c"
