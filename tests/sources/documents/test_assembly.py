"""Documents from blocks: statements, tables, sections, offsets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembled_documents import FILE, assembled, block, cited, numbered
from evidence.model.document import CitationForm, Cited, Document
from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind, Contents, KnownCitation, Span
from evidence.sources.documents.statements.assembly import assemble

_ROWS = (("Target", "IC50 (nM)"), ("MET", "4"))


def table(caption: str = "") -> Block:
    """A table, with this caption if it has one."""
    return Block(
        BlockKind.TABLE,
        "",
        ((0, Place(FILE, 5, 1)),),
        rows=_ROWS,
        caption=block(caption, line=4) if caption else None,
    )


def document(*blocks: Block) -> Document:
    """What these blocks and a list of nine references make."""
    heading = block("References", BlockKind.HEADING, line=999)
    return assemble(Contents((*blocks, heading, *numbered(9))), FILE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It falls [3].", "It falls."),
        ("It falls [3], and rises [4] again.", "It falls, and rises again."),
        ("It falls.«3»", "It falls."),
        ("It falls.[3].", "It falls."),
        ("It falls,[3], in mice.", "It falls, in mice."),
        ("By Smith et al.,[3] it falls.", "By Smith et al., it falls."),
        ("It falls (see [3]).", "It falls."),
        ("It falls (reviewed in [3] and [4]).", "It falls."),
        ("It falls ([3]; Figure 2).", "It falls (Figure 2)."),
        ("It falls (Figure 2; [3]).", "It falls (Figure 2)."),
        ("It falls (p < 0.05) [3].", "It falls (p < 0.05)."),
        ("[3] showed that it falls.", "showed that it falls."),
        ("It\nfalls\u00a0in\u202fmice\u00ad [3] .", "It falls in mice."),
        ("The blood-\nbrain and pre-\nand postnatal.", "The blood-brain and pre- and postnatal."),
        ("About 10«6» cells, p = .03, Ca«2+», 2«nd».", "About 10⁶ cells, p = .03, Ca²⁺, 2nd."),
        ("A “typographic” quote – and a dash [3].", "A “typographic” quote – and a dash."),
        ("TRK[3]-positive tumours.", "TRK-positive tumours."),
    ],
)  # fmt: skip
def test_a_statement_is_one_sound_line(text: str, shown: str) -> None:
    assert [each.text for each in assembled(text, references=numbered(9)).statements] == [shown]


def test_a_marker_after_the_stop_belongs_to_the_sentence_before_it() -> None:
    assert cited(assembled("It falls.«3,6,7» In mice it rises.[4]", references=numbered(9))) == [
        ("It falls.", "3,6,7"),
        ("In mice it rises.", "4"),
    ]


def test_a_sentence_may_begin_in_lower_case_behind_a_marker() -> None:
    text = "It was seen in rats [1]. siponimod was safe in women [2]."
    found = assembled(text, references=numbered(9)).statements
    assert [(each.text, each.labels) for each in found] == [
        ("It was seen in rats.", ("1",)),
        ("siponimod was safe in women.", ("2",)),
    ]


def test_a_marker_before_the_first_sentence_belongs_to_it() -> None:
    (only,) = assembled("[1]. It fell.", references=numbered(9)).statements
    assert (only.text, only.labels) == ("It fell.", ("1",))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It rose.[citation needed] Ca²⁺ fell [2].", ["It rose.", "Ca²⁺ fell."]),
        ("It rose.[who?] calcium fell.[sic] All", ["It rose.", "calcium fell.", "All"]),
        ("Some[by whom?] say so [clarification needed].", ["Some say so."]),
        ("He wrote “teh [sic] cat”.", ["He wrote “teh [sic] cat”."]),
        ("It rose.[unpublished] It fell.", ["It rose.[unpublished] It fell."]),
    ],
)
def test_an_editors_note_is_no_part_of_a_statement(text: str, shown: list[str]) -> None:
    found = assembled(text, references=numbered(9)).statements
    assert [each.text for each in found] == shown


def test_headings_make_sections_and_are_statements_only_where_they_cite() -> None:
    made = document(
        block("Methods", BlockKind.HEADING),
        block("It fell."),
        block("Growth falls [3]", BlockKind.HEADING),
        block("It rose.", BlockKind.ITEM),
    )
    assert [(each.text, each.section, each.paragraph, each.labels) for each in made.statements] == [
        ("It fell.", "Methods", 0, ()),
        ("Growth falls", "Methods", 1, ("3",)),
        ("It rose.", "Growth falls", 2, ()),
    ]


@pytest.mark.parametrize(
    ("blocks", "label", "caption"),
    [
        ((block("Table 9: Kinases [3]"), table()), "Table 9", "Kinases"),
        ((table(), block("Table 9. Kinases [3]")), "Table 9", "Kinases"),
        ((table("Table 9 Kinases [3]"),), "Table 9", "Kinases"),
        ((table("Kinases [3]"),), "", "Kinases"),
        ((block("Suppl. Table S2 | Kinases [3]"), table()), "Suppl. Table S2", "Kinases"),
        ((block("Tab. 3 – Kinases [3]"), table()), "Tab. 3", "Kinases"),
        ((block("TABLE IV. Kinases [3]", BlockKind.HEADING), table()), "TABLE IV", "Kinases"),
    ],
)  # fmt: skip
def test_a_table_takes_its_caption(blocks: tuple[Block, ...], label: str, caption: str) -> None:
    made = document(*blocks)
    (only,) = made.tables
    assert (only.label, only.caption.text, only.caption.labels) == (label, caption, ("3",))
    assert only.rows == _ROWS
    assert made.statements == ()


def test_a_paragraph_that_speaks_of_the_table_is_not_its_caption() -> None:
    made = document(block("Table 9 shows the kinases [3]."), table())
    assert cited(made) == [("Table 9 shows the kinases.", "3")]
    assert (made.tables[0].label, made.tables[0].caption.text) == ("", "")
    assert made.tables[0].caption.place == Place(FILE, 5, 1)


def test_each_of_two_tables_takes_the_caption_on_its_own_side() -> None:
    made = document(table(), block("Table 1. One"), table(), block("Table 2. Two"))
    assert [each.label for each in made.tables] == ["Table 1", "Table 2"]


def test_a_known_marker_is_kept_and_nothing_is_read_inside_it() -> None:
    builder = BlockBuilder()
    builder.add("It falls (see ", Place(FILE, 1, 1))
    builder.cite("[@a, p. 3; @b]", (Cited("a", "p. 3"), Cited("b")), Place(FILE, 1, 15))
    builder.add("), as ", Place(FILE, 1, 29))
    builder.cite("@c [4]", (Cited("c"),), Place(FILE, 1, 35), is_narrative=True)
    builder.add(" showed.", Place(FILE, 1, 41))
    built = builder.block(BlockKind.PARAGRAPH)
    assert built is not None
    made = assemble(Contents((built,), ("refs.bib",)), FILE)
    assert cited(made) == [("It falls, as @c [4] showed.", "a,b,c")]
    assert made.bibliographies == ("refs.bib",)
    assert made.statements[0].citations[0].form is CitationForm.KEY


def test_a_paragraph_of_nothing_but_a_marker_keeps_it() -> None:
    assert cited(document(block("[3]"), block("* * *"))) == [("", "3")]


def test_statements_and_citations_stand_where_they_say() -> None:
    made = document(block("A title", BlockKind.HEADING), block("It falls [3]. It rises."))
    first, second = made.statements
    assert made.text[first.start : first.end] == "It falls [3]."
    assert made.text[second.start : second.end] == "It rises."
    assert made.text[first.citations[0].start : first.citations[0].end] == "[3]"
    assert made.text.startswith("A title\n\nIt falls")


_TEXT = st.text(st.sampled_from("aB.1,3[]()^-–;: \n\ue000\u00ad³é&(7)?“”"), min_size=1, max_size=60)
_KNOWN = st.lists(st.tuples(_TEXT, _TEXT, st.booleans()), max_size=3)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    builder = BlockBuilder()
    builder.add("x", Place(FILE))
    for plain, marker, is_narrative in draw(_KNOWN):
        builder.add(plain, Place(FILE), is_superscript=draw(st.booleans()))
        builder.cite(marker, (Cited("known"),), Place(FILE), is_narrative=is_narrative)
    builder.add(draw(_TEXT), Place(FILE), is_superscript=draw(st.booleans()))
    kind = draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM]))
    built = builder.block(kind)
    assert built is not None
    return built


@given(st.lists(_blocks(), max_size=4), st.booleans())
def test_whatever_the_blocks_hold_offsets_are_sound_and_no_known_marker_is_lost(
    blocks: list[Block],
    has_table: bool,  # noqa: FBT001
) -> None:
    made = document(*blocks, *([table()] if has_table else []))
    statements = [*made.statements, *(each.caption for each in made.tables)]
    citations = [citation for each in statements for citation in each.citations]
    assert all(made.text[each.start : each.end] == each.written for each in citations)
    assert all(0 <= each.start <= each.end <= len(made.text) for each in statements)
    assert all("\n" not in each.text for each in statements)
    known = sum(len(each.citations) for each in blocks)
    assert sum(each.labels == ("known",) for each in citations) == known


def test_a_known_marker_that_shows_nothing_is_kept() -> None:
    built = block("It falls.")
    hidden = KnownCitation(9, 9, (Cited("a"),), CitationForm.FIELD)
    made = assemble(Contents((replace(built, citations=(hidden,)),)), FILE)
    assert cited(made) == [("It falls.", "a")]


def test_a_raised_run_that_holds_a_known_marker_is_read_once() -> None:
    built = block("It falls.«3,6»")
    known = KnownCitation(9, 12, (Cited("a"),), CitationForm.FIELD)
    assert built.superscripts == (Span(9, 12),)
    assert cited(document(replace(built, citations=(known,)))) == [("It falls.", "a")]


def test_a_label_and_a_title_above_a_table_are_its_caption() -> None:
    made = document(
        block("It fell."), block("Table 1"), block("mRNA after stimulation [3]", line=2), table()
    )
    (only,) = made.tables
    assert (only.label, only.caption.text, only.caption.labels) == (
        "Table 1",
        "mRNA after stimulation",
        ("3",),
    )
    (citation,) = only.caption.citations
    assert made.text[citation.start : citation.end] == "[3]"
    assert citation.place == Place(FILE, 2, 24)
    assert [each.text for each in made.statements] == ["It fell."]


@pytest.mark.parametrize(
    "blocks",
    [
        (table(), block("Table 1"), block("Pain fell [3]."), table("Table 2: Doses")),
        (block("Table 1 shows pain."), block("Pain fell [3]."), table()),
        (block("Table 1"), block("Pain fell [3]." + " It was so." * 40), table()),
        (block("Table 1"), block("Pain fell [3].", BlockKind.ITEM), table()),
    ],
)
def test_a_paragraph_above_a_table_may_be_a_statement(blocks: tuple[Block, ...]) -> None:
    assert ("Pain fell.", "3") in cited(document(*blocks))


def test_each_table_below_another_takes_its_own_label_and_title() -> None:
    made = document(
        block("Table 1"), block("Pain [3]"), table(), block("Table 2"), block("Sleep [4]"), table()
    )
    assert [(each.label, each.caption.text) for each in made.tables] == [
        ("Table 1", "Pain"),
        ("Table 2", "Sleep"),
    ]
    assert made.statements == ()


def test_a_title_keeps_the_markers_that_its_format_knows() -> None:
    builder = BlockBuilder()
    builder.add("Pain per 10", Place(FILE, 2, 1))
    builder.add("6", Place(FILE, 2, 12), is_superscript=True)
    builder.cite(" [@a]", (Cited("a"),), Place(FILE, 2, 13))
    title = builder.block(BlockKind.PARAGRAPH)
    assert title is not None
    made = assemble(Contents((block("Table 1"), title, table()), ("refs.bib",)), FILE)
    assert made.tables[0].caption.text == "Pain per 10⁶"
    assert made.tables[0].caption.labels == ("a",)


def test_the_text_keeps_what_is_raised_and_cites_nothing() -> None:
    made = assembled("About 10«6» cells fell to 4 mg/m«2».«3»", references=numbered(9))
    assert made.text.startswith("About 10⁶ cells fell to 4 mg/m².3")
    (citation,) = made.citations
    assert made.text[citation.start : citation.end] == "3"
