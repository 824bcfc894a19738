from collections.abc import Sequence

import pytest

from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.html.document import read_html
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.reference_list.splitting import split_references
from shown_blocks import read

STONE = "Stone L, Roe K. Cold rooms and sleep. Sleep Med 2011; 4: 12-19."
OSEI = "Osei K. Naps in nurses. Int J Nurs 2016;8(2):7. doi:10.1000/naps.1"
LIND = "Lind Ø, et al. Light at night. BMJ 2014;349:g5000."


def made(kind: BlockKind, text: str, label: str = "", line: int = 1) -> Block:
    builder = BlockBuilder()
    for at, each in enumerate(text.splitlines(keepends=True)):
        column = 1 + len(each) - len(each.lstrip())
        builder.add(each.lstrip(), Place("t.md", line + at, column))
    block = builder.block(kind, label=label)
    assert block is not None
    return block


def paragraph(text: str) -> Block:
    return made(BlockKind.PARAGRAPH, text)


def heading(text: str) -> Block:
    return made(BlockKind.HEADING, text)


def item(text: str, label: str = "") -> Block:
    return made(BlockKind.ITEM, text, label)


def listed(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    return [(each.label, each.text) for each in split_references(blocks)[1]]


def body(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in split_references(blocks)[0]]


SAID = paragraph("They slept well [1].")


@pytest.mark.parametrize(
    "title",
    [
        "References", "REFERENCES", "7. References", "References:", "Literature cited",
        "Works cited", "Bibliography", "Literatur", "Literaturverzeichnis", "Références",
        "Bibliografía", "VI Reference list", "**References**",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.PARAGRAPH])
def test_a_list_stands_under_its_heading(title: str, kind: BlockKind) -> None:
    blocks = [SAID, made(kind, title), paragraph("1. " + STONE), paragraph("2. " + OSEI)]
    assert listed(blocks) == [("1", STONE), ("2", OSEI)]
    assert body(blocks) == [SAID.text, title]


@pytest.mark.parametrize("marker", ["{}. ", "[{}] ", "({}) ", "{}) ", "{} ", "[{}]"])
def test_numbers_of_any_style_are_the_labels(marker: str) -> None:
    blocks = [heading("References"), *(paragraph(marker.format(n) + STONE) for n in (1, 2, 2, 4))]
    assert [label for label, _ in listed(blocks)] == ["1", "2", "2", "4"]
    assert {text for _, text in listed(blocks)} == {STONE}


def test_a_list_in_one_paragraph_has_an_item_a_line_and_wrapped_lines() -> None:
    text = f"Reviewed in May.\n[1] {STONE}\n[2] Osei K. Naps. Int J\nNurs 2016;8:7-\n9.\n[3] {LIND}"
    blocks = [heading("References"), made(BlockKind.PARAGRAPH, text, line=5)]
    assert listed(blocks) == [
        ("1", STONE),
        ("2", "Osei K. Naps. Int J Nurs 2016;8:7-9."),
        ("3", LIND),
    ]
    assert body(blocks) == ["References", "Reviewed in May."]
    assert [str(each.place) for each in split_references(blocks)[1]] == [
        "t.md:6:5",
        "t.md:7:5",
        "t.md:10:5",
    ]


def test_a_paragraph_may_begin_with_the_rest_of_the_item_before() -> None:
    blocks = [
        heading("References"),
        paragraph("1. Stone L, Roe K. Cold rooms and sleep. Sleep"),
        paragraph(f"Med 2011; 4: 12-19.\n2. {OSEI}"),
    ]
    assert listed(blocks) == [("1", STONE), ("2", OSEI)]


def test_the_heading_may_be_a_line_of_the_same_paragraph() -> None:
    blocks = [paragraph(f"They rested.\nReferences\n1. {STONE}\n2. {OSEI}")]
    assert listed(blocks) == [("1", STONE), ("2", OSEI)]
    assert body(blocks) == ["They rested.", "References"]


def test_an_item_may_run_over_several_paragraphs() -> None:
    blocks = [
        heading("References"),
        item("Stone L, Roe K. Cold rooms and sleep.", "1"),
        paragraph("Sleep Med 2011; 4: 12-19."),
        item("Osei K. Naps in nurses. Int J Nurs 2016;8(2):7.", "2"),
        paragraph("https://doi.org/10.1000/\nnaps.1"),
        paragraph("We thank all nurses."),
        paragraph("And the patients."),
    ]
    assert listed(blocks) == [
        ("1", STONE),
        ("2", "Osei K. Naps in nurses. Int J Nurs 2016;8(2):7. https://doi.org/10.1000/naps.1"),
    ]
    assert body(blocks) == ["References", "We thank all nurses.", "And the patients."]


def test_the_next_heading_ends_the_list() -> None:
    blocks = [
        heading("References"),
        item(STONE, "1"),
        heading("Appendix"),
        item("Wash the hands.", "1"),
        item("Dry them, as in 2014;3:4.", "2"),
    ]
    assert listed(blocks) == [("1", STONE)]
    assert len(body(blocks)) == 4


def test_a_new_count_of_what_is_no_reference_ends_the_list() -> None:
    blocks = [
        heading("References"),
        item(STONE, "1"),
        item(OSEI, "2"),
        paragraph("Checklist for wards."),
        item("Wash the hands.", "1"),
        item("Dry them.", "2"),
    ]
    assert [label for label, _ in listed(blocks)] == ["1", "2"]
    assert body(blocks)[1:] == ["Checklist for wards.", "Wash the hands.", "Dry them."]


def test_a_list_goes_on_below_headings_within_it() -> None:
    blocks = [
        heading("References"),
        heading("Trials"),
        item(STONE, "1"),
        item(OSEI, "2"),
        heading("Guidelines"),
        item(LIND, "3"),
    ]
    assert [label for label, _ in listed(blocks)] == ["1", "2", "3"]
    assert body(blocks) == ["References", "Trials", "Guidelines"]


def test_data_on_file_is_an_item_of_a_list_with_a_heading() -> None:
    blocks = [heading("References"), item(STONE, "1"), item("Data on file, Acme.", "2")]
    assert listed(blocks)[1] == ("2", "Data on file, Acme.")


def test_a_heading_without_a_list_is_only_a_heading() -> None:
    blocks = [heading("Sources"), paragraph("Iron comes from meat and lentils."), item("Eggs")]
    assert listed(blocks) == []
    assert body(blocks) == ["Sources", "Iron comes from meat and lentils.", "Eggs"]


def test_tables_and_titles_between_items_are_not_lost() -> None:
    table = Block(BlockKind.TABLE, "", ((0, Place("t.md")),), rows=(("a", "b"), ("c", "d")))
    blocks = [heading("References"), item(STONE, "1"), table, paragraph("Trials"), item(OSEI, "2")]
    assert listed(blocks) == [("1", STONE), ("2", OSEI)]
    assert split_references(blocks)[0] == (blocks[0], table, blocks[3])


def test_items_without_numbers_are_labelled_by_author_and_year() -> None:
    blocks = [
        heading("References"),
        paragraph("Baker, A. (2015). Loop diuretics. Heart, 12(3), 45-50."),
        paragraph("van der Berg, J., & Smith, K. L. (2012a). Torasemide. J Cardiol, 3, 1-9."),
        paragraph("World Health Organization. (2019). On salt. Geneva."),
        paragraph("World Health Organization (WHO), 2020. On salt. Geneva."),
        paragraph("World Health Organization, 2021. On salt. Geneva."),
        item(LIND),
        item("Lee K. One. Lancet 2011;1:1-2."),
        item("Lee K. Two. Lancet 2011;1:3-4."),
        item("Sartore-Bianchi A, Roe K. Genes. JAMA 2001;1:5."),
        item("A. N. O'Brien, B. Roe, and C. Poe, “Beds,” Ward, vol. 3, pp. 1-2, 1999."),
        item("Alexander Meyer, Bo Li. Pillows (n = 2018). Sleep 2020; 1: 2."),
        item("Jan van der Berg, Bo Li. Pillows. Sleep 2021; 1: 2."),
        item("王伟. Pillows. Sleep 2022; 1: 2."),
        item("Data on file."),
        paragraph("Written in 2021 by the ward's staff."),
    ]
    assert [label for label, _ in listed(blocks)] == [
        "baker2015",
        "vanderberg2012a",
        "worldhealthorganization2019",
        "worldhealthorganization2020",
        "worldhealthorganization2021",
        "lind2014",
        "lee2011a",
        "lee2011b",
        "sartorebianchi2001",
        "obrien1999",
        "meyer2020",
        "vanderberg2021",
        "王伟2022",
        "dataonfile",
    ]
    assert body(blocks) == ["References", "Written in 2021 by the ward's staff."]


def test_a_letter_that_is_taken_is_not_given_again() -> None:
    texts = ("Lee K. A. BMJ 2011a;1:1-2.", "Lee K. B. BMJ 2011;1:3-4.", "Lee K. C. BMJ 2011;1:5-6.")
    assert [label for label, _ in listed([heading("References"), *map(item, texts)])] == [
        "lee2011a",
        "lee2011b",
        "lee2011c",
    ]


def test_a_paragraph_of_several_items_without_numbers_is_taken_apart() -> None:
    by_lines = paragraph(f"{STONE}\n{OSEI}\n{LIND}")
    assert listed([heading("References"), by_lines]) == [
        ("stone2011", STONE),
        ("osei2016", OSEI),
        ("lind2014", LIND),
    ]
    hanging = paragraph(
        "Stone L, Roe K. Cold rooms and\n   sleep. Sleep Med 2011; 4: 12-19.\nOsei K. Naps in\n"
        "   nurses. Int J Nurs 2016;8(2):7. doi:10.1000/naps.1"
    )
    assert listed([heading("References"), hanging]) == [("stone2011", STONE), ("osei2016", OSEI)]
    wrapped = paragraph("Stone L, Roe K. Cold rooms and\nsleep. Sleep Med 2011;\n4: 12-19.")
    assert listed([heading("References"), wrapped]) == [("stone2011", STONE)]


def test_what_follows_an_item_without_number_may_be_its_rest() -> None:
    blocks = [
        heading("References"),
        paragraph(STONE),
        paragraph("https://doi.org/10.1000/sleep"),
        paragraph("Guidelines"),
        paragraph("Ministry leaflet, undated."),
        paragraph(OSEI),
    ]
    assert listed(blocks) == [
        ("stone2011", f"{STONE} https://doi.org/10.1000/sleep"),
        ("ministryleaflet", "Ministry leaflet, undated."),
        ("osei2016", OSEI),
    ]
    assert body(blocks) == ["References", "Guidelines"]


def test_without_a_heading_it_is_the_last_run_of_items_that_look_like_references() -> None:
    blocks = [
        item("Offer melatonin to adults (Stone 2011).", "1"),
        item("Stop it after two weeks.", "2"),
        paragraph("They slept."),
        item(STONE, "1"),
        item(OSEI, "2"),
        paragraph("PMID: 12345"),
        item(LIND, "3"),
        paragraph("Last update: 3 May 2020"),
    ]
    assert listed(blocks) == [("1", STONE), ("2", f"{OSEI} PMID: 12345"), ("3", LIND)]
    assert body(blocks) == [
        "Offer melatonin to adults (Stone 2011).",
        "Stop it after two weeks.",
        "They slept.",
        "Last update: 3 May 2020",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("Offer melatonin to adults (Stone et al., 2011).", "Stop it in 2 weeks [4]."),
        ("Weigh 5 mg in a room at 20 °C.", "Shake for 10-20 min; cool."),
        ("In 2018, 12 of 30 centres took part.", "In 2019, 14 did."),
        ("Primary outcome: sleep at 12 weeks.", "See https://example.org for forms."),
    ],
)
def test_steps_and_recommendations_are_no_reference_list(items: tuple[str, ...]) -> None:
    blocks = [SAID, *(item(each, str(at)) for at, each in enumerate(items, start=1))]
    assert split_references(blocks) == (tuple(blocks), ())


def test_blocks_that_the_format_calls_references_are_the_list_wherever_they_are() -> None:
    printed = PrintedReference(authors=(Name("Abel", "B"),), year="2001")
    blocks = [
        made(BlockKind.REFERENCE, STONE, "stone:11"),
        paragraph("They slept."),
        made(BlockKind.REFERENCE, OSEI, "2"),
        made(BlockKind.REFERENCE, f"[3] {LIND}"),
        Block(BlockKind.REFERENCE, "Sleep of nurses", ((0, Place("t.md")),), printed=printed),
        item("Poe R. Not cited here. Ward 2001;1:2.", "1"),
    ]
    assert [label for label, _ in listed(blocks)] == ["stone:11", "2", "3", "abel2001"]
    assert split_references(blocks)[1][3].printed == printed
    assert body(blocks) == ["They slept.", "Poe R. Not cited here. Ward 2001;1:2."]


def test_a_raised_number_is_the_number_of_an_item() -> None:
    builder = BlockBuilder()
    builder.add("12", Place("t.docx", 4), is_superscript=True)
    builder.add(STONE, Place("t.docx", 4, 3))
    block = builder.block(BlockKind.PARAGRAPH)
    assert block is not None
    assert listed([heading("References"), block]) == [("12", STONE)]


def test_an_item_that_says_nothing_has_a_label_all_the_same() -> None:
    assert listed([heading("References"), item(STONE), item("— ???"), item(OSEI)])[1][0] == "ref2"


def test_two_lists_are_both_kept() -> None:
    blocks = [heading("References"), item(STONE, "1"), heading("References"), item(OSEI, "1")]
    assert listed(blocks) == [("1", STONE), ("1", OSEI)]


def test_without_blocks_there_is_nothing() -> None:
    assert split_references(()) == ((), ())


DATED = "Adams, R. (2003) 'Other burns', Science, 304(5677), pp. 1623–1627."
BODY_IN_COMMAS = "IPCC, 2014. Climate Change 2014: Burns. Cambridge: University Press."
BODY_IN_BRACKETS = "EEA (2019) The European environment. Copenhagen: Environment Agency."
IMPRINT = "Haute Autorité de santé. Soins des brûlures. Saint-Denis: HAS; 2016."


@pytest.mark.parametrize("body_item", [BODY_IN_COMMAS, BODY_IN_BRACKETS])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_line_of_a_body_and_a_year_is_an_item(body_item: str, at: int) -> None:
    texts = [DATED, STONE]
    texts.insert(at, body_item)
    for blocks in ([paragraph("\n".join(texts))], [paragraph(text) for text in texts]):
        assert [text for _, text in listed([heading("References"), *blocks])] == texts


def test_lines_without_margin_are_items_where_the_one_before_is_complete() -> None:
    wrapped = (
        "Adams, R. (2003) 'Other burns', Science,\n304(5677), pp. 1623–1627.\n"
        "Lal, R. and Baker, T. (2004) Chapter.\nIn D. Bianchi & E. Neri (Eds.), Handbook (2nd ed.,"
        "\npp. 12–20). Springer.\nStone L,\nRoe K. Cold rooms. A title.\nPLoS ONE 2011;4:12-19."
    )
    assert [text for _, text in listed([heading("References"), paragraph(wrapped)])] == [
        DATED,
        "Lal, R. and Baker, T. (2004) Chapter. In D. Bianchi & E. Neri (Eds.), Handbook (2nd ed.,"
        " pp. 12–20). Springer.",
        "Stone L, Roe K. Cold rooms. A title. PLoS ONE 2011;4:12-19.",
    ]


def test_the_first_item_may_show_its_publisher_only() -> None:
    blocks = [heading("References"), paragraph(IMPRINT), paragraph(STONE)]
    assert [text for _, text in listed(blocks)] == [IMPRINT, STONE]


def test_signs_that_link_back_are_no_part_of_an_item() -> None:
    text = f"^ a b {STONE}\n^ {DATED} ↩︎"
    assert [text for _, text in listed([heading("References"), paragraph(text)])] == [STONE, DATED]


def test_a_page_links_back_from_its_items() -> None:
    page = (
        '<ol class="references"><li>^ <cite>Poe, Edgar (May 2003). <i>Burns</i>.</cite></li>'
        '<li><b><a href="#a">^</a></b> <cite>Roe K (2001). "Cold". <i>Lancet</i>.</cite></li>'
        "<li>Lind A. Light. BMJ 2014;3:5. <a>↩︎</a></li></ol>"
    )
    contents = read(read_html, page)
    assert listed(contents.blocks) == [
        ("1", "Poe, Edgar (May 2003). Burns."),
        ("2", 'Roe K (2001). "Cold". Lancet.'),
        ("3", "Lind A. Light. BMJ 2014;3:5."),
    ]
