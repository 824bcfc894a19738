import base64
import json
from pathlib import Path
from typing import Any

import pytest

from docx_writer import Control, DocxWriter, FieldCode, NoteMark, Xml, csl_citation, mendeley_tag
from evidence.model.document import CitationForm, Cited
from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.docx.document import read_docx
from evidence.sources.documents.interface import Block, BlockKind, Source

STATINS = {
    "id": 11,
    "uris": ["http://zotero.org/users/1/items/AAAA1111"],
    "itemData": {
        "id": 11,
        "type": "article-journal",
        "title": "Statins after <i>acute</i> coronary events",
        "container-title": "Annals of Lipids",
        "author": [
            {"family": "Berg", "given": "Anna M.", "non-dropping-particle": "van den"},
            {"literal": "Oslo Lipid Group"},
        ],
        "issued": {"date-parts": [["2015", 3]]},
        "volume": "12",
        "issue": 4,
        "page": "101-9",
        "DOI": "10.5555/lipids.1",
    },
}
ASTHMA = {
    "id": 12,
    "uris": ["http://zotero.org/users/1/items/BBBB2222"],
    "locator": "44",
    "label": "page",
    "itemData": {
        "type": "book",
        "title": "Inhaled steroids in childhood asthma",
        "author": [{"family": "Ødegård", "given": "Per"}],
        "issued": {"raw": "May 2018"},
        "publisher": "Fjord Press",
    },
}
HEPATITIS = {
    "id": 13,
    "uris": ["http://zotero.org/users/1/items/CCCC3333"],
    "itemData": {
        "type": "article-journal",
        "title": "Hepatitis C cure rates in prisons",
        "author": [{"family": "Okafor", "given": "Chidi"}],
        "issued": {"date-parts": [[2018]]},
    },
}


def blocks(writer: DocxWriter) -> tuple[Block, ...]:
    source = Source(Path("a.docx"), "a.docx", writer.data())
    return read_docx(source, lambda *_: None).blocks


def references(found: tuple[Block, ...]) -> dict[str, Block]:
    return {block.label: block for block in found if block.kind is BlockKind.REFERENCE}


def zotero(shown: str, *items: dict[str, Any], is_raised: bool = False) -> FieldCode:
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {csl_citation(items)} "
    return FieldCode(code, shown, is_raised)


def cited(found: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [
        tuple(each.label for each in citation.cited)
        for block in found
        for citation in block.citations
    ]


def test_a_zotero_field_is_a_citation_of_the_works_that_it_holds() -> None:
    writer = DocxWriter()
    writer.paragraph("Statins help ", zotero("[1]", STATINS), ".")
    found = blocks(writer)
    (citation,) = found[0].citations
    assert found[0].text == "Statins help [1]."
    assert found[0].text[citation.start : citation.end] == "[1]"
    assert citation.cited == (Cited("1"),)
    assert citation.form is CitationForm.FIELD
    assert references(found)["1"].printed == PrintedReference(
        type="article",
        authors=(Name("van den Berg", "Anna M."), Name("Oslo Lipid Group", is_group=True)),
        title="Statins after acute coronary events",
        venue="Annals of Lipids",
        year="2015",
        volume="12",
        issue="4",
        pages="101-9",
        doi="10.5555/lipids.1",
    )
    assert references(found)["1"].text == (
        "van den Berg AM, Oslo Lipid Group. Statins after acute coronary events. "
        "Annals of Lipids 2015;12(4):101-9. doi:10.5555/lipids.1"
    )


def test_a_raised_field_is_a_field_and_no_superscript() -> None:
    writer = DocxWriter()
    writer.paragraph("Statins help.", zotero("1", STATINS, is_raised=True))
    (first, _) = blocks(writer)
    assert first.citations[0].form is CitationForm.FIELD
    assert first.superscripts == ()


def test_a_locator_says_where_in_the_work() -> None:
    writer = DocxWriter()
    writer.paragraph("So it is ", zotero("[1, p. 44]", ASTHMA), ".")
    assert blocks(writer)[0].citations[0].cited == (Cited("1", "p. 44"),)


def test_numbers_are_told_from_other_markers_where_the_order_is_another() -> None:
    # The style sorts the numbers; the field keeps the order in which the author chose.
    writer = DocxWriter()
    writer.paragraph("First ", zotero("[1]", STATINS), ", both ", zotero("[1,2]", ASTHMA, STATINS))
    found = blocks(writer)
    assert cited(found) == [("1",), ("2", "1")]
    assert references(found)["2"].text.startswith("Ødegård P.")


def test_numbers_are_told_from_the_printed_bibliography() -> None:
    writer = DocxWriter()
    writer.paragraph("Both ", zotero("(1,2)", ASTHMA, STATINS), ".")
    writer.heading("References")
    writer.body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        ' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>1.</w:t><w:tab/><w:t>Van den Berg A. Statins after acute coronary events. "
        "Ann Lipids 2015.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>2. Ødegård P. Inhaled Steroids in Childhood Asthma. 2018.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>3. Nobody N. Read but never cited. 2001.</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    found = blocks(writer)
    assert cited(found) == [("2", "1")]
    assert [(block.kind, block.label, block.text) for block in found[1:]] == [
        (BlockKind.HEADING, "", "References"),
        (
            BlockKind.REFERENCE,
            "1",
            "Van den Berg A. Statins after acute coronary events. Ann Lipids 2015.",
        ),
        (BlockKind.REFERENCE, "2", "Ødegård P. Inhaled Steroids in Childhood Asthma. 2018."),
        (BlockKind.REFERENCE, "3", "Nobody N. Read but never cited. 2001."),
    ]
    assert [block.printed is not None for block in found[2:]] == [True, True, False]


def test_a_bibliography_in_one_paragraph_has_an_entry_on_each_line() -> None:
    writer = DocxWriter()
    writer.paragraph("Both ", zotero("[1], [2]", STATINS, ASTHMA), ".")
    lines = "<w:br/>".join(
        f"<w:t>[{n}]{text}</w:t>" for n, text in enumerate(("A. One.", "B. Two.", "C. Three."), 1)
    )
    code = Xml('<w:fldSimple w:instr=" ADDIN ZOTERO_BIBL CSL_BIBLIOGRAPHY "><w:r>'
               f"{lines}</w:r></w:fldSimple>")  # fmt: skip
    writer.paragraph(code)
    found = references(blocks(writer))
    assert {label: found[label].text for label in found} == {
        "1": "A. One.",
        "2": "B. Two.",
        "3": "C. Three.",
    }
    assert [found[label].printed is None for label in "123"] == [False, False, True]


def test_author_and_year_markers_are_labelled_by_family_name_and_year() -> None:
    other = {**HEPATITIS, "uris": ["http://zotero.org/x"]}
    other["itemData"] = {**HEPATITIS["itemData"], "title": "Hepatitis B vaccines in prisons"}  # type: ignore[dict-item]
    writer = DocxWriter()
    writer.paragraph("A ", zotero("(van den Berg, 2015; Ødegård, 2018)", STATINS, ASTHMA), ".")
    writer.paragraph("B ", zotero("(Okafor, 2018a)", HEPATITIS), zotero("(Okafor, 2018b)", other))
    writer.paragraph("C ", zotero("(Okafor, 2018a)", HEPATITIS), ".")
    found = blocks(writer)
    assert cited(found) == [
        ("vandenberg2015", "odegard2018"),
        ("okafor2018a",),
        ("okafor2018b",),
        ("okafor2018a",),
    ]
    assert list(references(found)) == [
        "vandenberg2015",
        "odegard2018",
        "okafor2018a",
        "okafor2018b",
    ]


def test_works_that_display_the_same_number_do_not_share_it() -> None:
    writer = DocxWriter()
    writer.paragraph("A ", zotero("[1]", STATINS), " and B ", zotero("[1]", HEPATITIS), ".")
    assert cited(blocks(writer)) == [("1",), ("okafor2018",)]


def test_mendeley_desktop_numbers_its_items_anew_in_each_field() -> None:
    def field_of(item: dict[str, Any], shown: str) -> FieldCode:
        code = csl_citation([{**item, "id": "ITEM-1"}], mendeley={"formattedCitation": shown})
        return FieldCode(f"ADDIN CSL_CITATION {code}", shown)

    writer = DocxWriter()
    writer.paragraph("A ", field_of(STATINS, "[1]"), " B ", field_of(HEPATITIS, "[2]"))
    assert cited(blocks(writer)) == [("1",), ("2",)]


def test_mendeley_cite_keeps_its_citations_in_content_controls() -> None:
    writer = DocxWriter()
    writer.paragraph("Statins help ", Control(mendeley_tag([STATINS, HEPATITIS]), ["[1,2]"]), ".")
    writer.body(
        '<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/></w:sdtPr><w:sdtContent>'
        "<w:p><w:r><w:t>1. Berg. Statins after acute coronary events</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>2. Okafor. Hepatitis C cure rates in prisons</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    found = blocks(writer)
    assert cited(found) == [("1", "2")]
    assert [block.kind for block in found] == [
        BlockKind.PARAGRAPH,
        BlockKind.REFERENCE,
        BlockKind.REFERENCE,
    ]


def endnote(*records: tuple[int, str, str, str], pages: str = "") -> str:
    return "<EndNote>" + "".join(
        f"<Cite><Author>{author.split(',')[0]}</Author><Year>{year}</Year>"
        f"<RecNum>{number}</RecNum>{f'<Pages>{pages}</Pages>' if pages else ''}"
        f"<DisplayText>[1]</DisplayText><record><rec-number>{number}</rec-number>"
        f'<foreign-keys><key app="EN" db-id="lib1">{number}</key></foreign-keys>'
        '<ref-type name="Journal Article">17</ref-type><contributors><authors>'
        f'<author><style face="normal" size="100%">{author}</style></author>'
        "<author>World Asthma Board,</author></authors></contributors>"
        f"<titles><title>{title}</title><secondary-title>Lung & Airway</secondary-title></titles>"
        f"<pages>7-19</pages><volume>3</volume><number>2</number><dates><year>{year}</year></dates>"
        "<electronic-resource-num>10.5555/lung.7</electronic-resource-num></record></Cite>"
        for number, author, year, title in records
    ) + "</EndNote>"  # fmt: skip


LUNG = (7, "Vega, Luz", "2019", "Airways in winter and in spring")
HEART = (8, "Ito, Ken", "2020", "Hearts at altitude: a cohort")


def test_an_endnote_field_holds_records_in_its_code() -> None:
    writer = DocxWriter()
    writer.paragraph("Air ", FieldCode(f" ADDIN EN.CITE {endnote(LUNG, pages='9')}", "[1]"), ".")
    found = blocks(writer)
    assert found[0].citations[0].cited == (Cited("1", "p. 9"),)
    assert references(found)["1"].printed == PrintedReference(
        type="article",
        authors=(Name("Vega", "Luz"), Name("World Asthma Board", is_group=True)),
        title="Airways in winter and in spring",
        venue="Lung & Airway",
        year="2019",
        volume="3",
        issue="2",
        pages="7-19",
        doi="10.5555/lung.7",
    )


def test_endnote_data_in_chunks_is_joined_after_decoding() -> None:
    payload = endnote(LUNG, HEART).encode()
    cut = len(payload) // 2 + 1
    chunks = [base64.b64encode(part).decode() for part in (payload[:cut], payload[cut:] + b"\0")]
    writer = DocxWriter()
    writer.paragraph("Air ", FieldCode(" ADDIN EN.CITE ", "[1, 2]", data=chunks), ".")
    assert cited(blocks(writer)) == [("1", "2")]


def test_an_endnote_field_without_records_takes_the_printed_entry() -> None:
    bare = (
        "<EndNote><Cite><Author>Vega</Author><Year>2019</Year><RecNum>7</RecNum></Cite></EndNote>"
    )
    writer = DocxWriter()
    writer.paragraph("Air ", FieldCode(f"ADDIN EN.CITE {bare}", "(Vega, 2019)"), ".")
    writer.paragraph(FieldCode("ADDIN EN.REFLIST", "VEGA, L. 2019. Airways. Lung, 3, 7-19."))
    found = blocks(writer)
    assert cited(found) == [("vega2019",)]
    assert references(found)["vega2019"].text == "VEGA, L. 2019. Airways. Lung, 3, 7-19."
    assert references(found)["vega2019"].printed is None


def test_words_own_citations_name_sources_kept_in_the_package() -> None:
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
        "<b:Source><b:Tag>Roy21</b:Tag><b:SourceType>JournalArticle</b:SourceType>"
        "<b:Author><b:Author><b:NameList><b:Person><b:Last>Roy</b:Last><b:First>Mira</b:First>"
        "<b:Middle>K.</b:Middle></b:Person></b:NameList></b:Author></b:Author>"
        "<b:Title>Iron in pregnancy</b:Title><b:JournalName>Obstet Lett</b:JournalName>"
        "<b:Year>2021</b:Year><b:Volume>9</b:Volume><b:Pages>1-8</b:Pages></b:Source>"
        "<b:Source><b:Tag>WHO20</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author>"
        "<b:Corporate>World Health Office</b:Corporate></b:Author></b:Author>"
        "<b:Title>Anaemia worldwide</b:Title><b:Year>2020</b:Year></b:Source></b:Sources>"
    )
    writer = DocxWriter()
    writer.paragraph(
        "Iron helps ",
        FieldCode(r" CITATION Roy21 \p 3 \l 1033  \m WHO20", "(Roy, 2021, p. 3; WHO, 2020)"),
        ".",
    )
    writer.part("customXml/item1.xml", sources.encode(), "application/xml", "customXml")
    found = blocks(writer)
    assert found[0].citations[0].cited == (Cited("roy2021", "p. 3"), Cited("worldhealthoffice2020"))
    assert references(found)["roy2021"].printed == PrintedReference(
        type="article",
        authors=(Name("Roy", "Mira K."),),
        title="Iron in pregnancy",
        venue="Obstet Lett",
        year="2021",
        volume="9",
        pages="1-8",
    )


def test_a_citavi_field_holds_its_references() -> None:
    entry = {
        "ReferenceId": "r1",
        "PageRange": {"OriginalString": "100-105"},
        "Reference": {
            "$id": "2",
            "Authors": [{"FirstName": "Ines", "LastName": "Costa"}],
            "Title": "Sleep in the elderly",
            "Year": "2016",
            "ReferenceType": "JournalArticle",
            "Periodical": {"Name": "Sleep Lett"},
            "PageRange": "<sp><n>5</n></sp><os>5-9</os>",
            "Doi": "10.5555/s.1",
        },
    }
    again = {"ReferenceId": "r1", "Reference": {"$ref": "2"}}
    held = json.dumps({"Entries": [entry, again], "Text": "(Costa 2016)"})
    code = f"ADDIN CitaviPlaceholder{base64.b64encode(held.encode()).decode()}"
    writer = DocxWriter()
    writer.paragraph("Sleep ", Control("CitaviPlaceholder#1", [FieldCode(code, "(Costa 2016)")]))
    found = blocks(writer)
    assert found[0].citations[0].cited == (Cited("costa2016", "pp. 100-105"),)
    printed = references(found)["costa2016"].printed
    assert printed is not None
    assert (printed.venue, printed.pages, printed.doi) == ("Sleep Lett", "5-9", "10.5555/s.1")


@pytest.mark.parametrize(
    "code",
    [
        "ADDIN ZOTERO_ITEM CSL_CITATION {broken",
        "ADDIN ZOTERO_ITEM CSL_CITATION " + '{"a":' * 5000,
        'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": 7}',
        'ADDIN CSL_CITATION {"citationItems": [{"itemData": ["x"]}, null, 3]}',
        "ADDIN EN.CITE <EndNote><Cite></Cite></EndNote>",
        "ADDIN EN.CITE <!DOCTYPE a [<!ENTITY e 'x'>]><EndNote><Cite>&e;</Cite></EndNote>",
        "ADDIN EN.CITE not xml",
        "ADDIN CitaviPlaceholder%%%",
        "ADDIN CitaviPlaceholder" + base64.b64encode(b"[1]").decode(),
        "CITATION",
    ],
)
def test_a_field_that_cannot_be_made_out_is_the_text_that_it_displays(code: str) -> None:
    writer = DocxWriter()
    writer.paragraph("Air ", FieldCode(code, "[4]"), ".")
    (block,) = blocks(writer)
    assert block.text == "Air [4]."
    assert block.citations == ()


def test_a_footnote_that_holds_fields_cites_by_its_mark() -> None:
    writer = DocxWriter()
    writer.paragraph("Statins help.", NoteMark("footnote", 2), " Air is free.")
    writer.notes("footnote", {2: [zotero("van den Berg, Statins, 2015", STATINS), "."]})
    found = blocks(writer)
    assert found[0].text == "Statins help.1 Air is free."
    assert found[0].citations[0].cited == (Cited("vandenberg2015"),)
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH, BlockKind.REFERENCE]


def test_the_results_of_a_table_of_contents_are_no_text() -> None:
    writer = DocxWriter()
    writer.paragraph(FieldCode(r' TOC \o "1-3" ', "1 Introduction 3"))
    writer.paragraph("Text.")
    assert [block.text for block in blocks(writer)] == ["Text."]


def test_a_field_that_never_ends_does_not_swallow_the_text() -> None:
    writer = DocxWriter()
    writer.paragraph(Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "One.")
    writer.paragraph(Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "Two.")
    writer.paragraph(Xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'), "Three.")
    assert [block.text for block in blocks(writer)] == ["One.", "Two.", "Three."]


def test_authors_that_a_field_displays_in_the_sentence_stay_in_it() -> None:
    writer = DocxWriter()
    writer.paragraph(
        zotero("Okafor (2018)", HEPATITIS),
        " found cures (see ",
        zotero("Ødegård, 2018", ASTHMA),
        ").",
    )
    writer.paragraph("Cures ", zotero("(Okafor, 2018)", HEPATITIS), ".")
    found = blocks(writer)
    narrative = [each.is_narrative for block in found for each in block.citations]
    assert narrative == [True, False, False]


def test_a_range_of_numbers_names_all_works_in_it() -> None:
    many = [
        {"id": n, "itemData": {"title": f"Work {n}", "issued": {"date-parts": [[2000 + n]]}}}
        for n in range(1, 6)
    ]
    writer = DocxWriter()
    writer.paragraph("All ", zotero("[1,3–6]", *many), " and one ", zotero("[1]", many[0]), ".")
    found = blocks(writer)
    assert cited(found) == [("1", "3", "4", "5", "6"), ("1",)]
    assert references(found)["6"].text == "Work 5. 2005."


def test_fields_nested_without_end_are_read() -> None:
    writer = DocxWriter()
    deep = 3000
    writer.paragraph(
        Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * deep),
        Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * deep),
        "After.",
    )
    assert [block.text for block in blocks(writer)] == ["After."]
