"""Quotes in the texts of a work: found, ambiguous, spliced, altered, not there, unchecked."""

from dataclasses import replace

import pytest

from evidence.matching.anchors.finder import ABSTRACT_ONLY, NO_TEXT, AnchorFinder
from evidence.model.anchor import Anchor, AnchorState
from evidence.model.document import Document, DocumentTable
from source_texts import abstract, full_text, line

TRIAL = full_text(
    """Zafirol for seizures in children

Abstract

Zafirol reduced the number of monthly seizures by 43% in children. It was well tolerated.

Introduction

Epilepsy is common [1]. Many drugs have been tried [2, 3] but few have been success-
ful in this age group.

Methods

We gave zafirol 10 mg/kg twice daily to 120 children aged 2–12 years for 24 weeks.

Results

The median number of seizures a month fell from 14 to 8 (P < 0.001) with the active drug. It rose
from 13 to 15 with placebo. Sleep was not affected.\fThere was no evidence that zafirol impaired
growth [4]. Adverse events occurred in 31% of the children, and led to withdrawal in 4 of 120.

Table 1. Plasma levels

Dose        Cmax (ng/mL)    AUC
5 mg/kg     310             2200
10 mg/kg    640             4510

Discussion

Treatment with zafirol was well accepted. It was well tolerated. Zafirol may be an option for
children whose seizures persist.

References

1. Able A. Epilepsy in children. J Epilepsy 2010;1:1-9.
2. Baker B. A drug. J Epilepsy 2011;2:1-9.
3. Clark C. Another drug. J Epilepsy 2012;3:1-9.
4. Davis D. Growth. J Epilepsy 2013;4:1-9.
"""
)


def anchor(quote: str, **fields: str) -> Anchor:
    return AnchorFinder([TRIAL], first_page="101-109").anchor(line(quote, **fields))


@pytest.mark.parametrize(
    "quote",
    [
        "We gave zafirol 10 mg/kg twice daily",
        "“we gave zafirol 10mg/kg twice daily”.",
        "few have been successful in this age group",
        "Many drugs have been tried but few have been successful",
        "Many drugs have been tried [2, 3] but few have been successful",
        "Adverse events … led to withdrawal in 4 of 120",
        "Adverse events [...] led to withdrawal in 4 of 120",
        "... Adverse events (…) led to withdrawal ...",
        "to 120 children [with epilepsy] aged 2-12 years",
        "[It] fell from 14 to 8",
        "[A]dverse events occurred in 31% of the children",
        "Epilepsy is common [sic]",
        "It rose from 13 to 15 with placebo. Sleep was not affected. There was no evidence",
        "10 mg/kg 640 4510",
    ],
)
def test_words_that_stand_there_are_found(quote: str) -> None:
    assert anchor(quote).state is AnchorState.FOUND


def test_a_passage_says_where_it_stands_in_the_sources_own_characters() -> None:
    found = anchor("zafirol impaired growth")
    (passage,) = found.passages
    assert passage.text == "zafirol impaired\ngrowth"
    assert TRIAL.document.text[passage.start : passage.end] == passage.text
    assert passage.sentence == "There was no evidence that zafirol impaired growth."
    assert (passage.pages, passage.page) == (("2", "102"), "102")
    assert (passage.section, passage.cites) == ("Results", ("4",))
    assert passage.place.line == 19
    assert found.file == "sources/work2020.txt"


def test_the_parts_around_an_ellipsis_are_a_passage_each() -> None:
    found = anchor("Adverse events … led to withdrawal")
    assert [each.text for each in found.passages] == ["Adverse events", "led to withdrawal"]


def test_words_that_stand_twice_are_ambiguous() -> None:
    found = anchor("It was well tolerated.")
    assert found.state is AnchorState.AMBIGUOUS
    assert [each.section for each in found.passages] == ["Abstract", "Discussion"]
    assert found.is_found


@pytest.mark.parametrize(
    ("field", "value", "section"),
    [
        ("prefix", "well accepted.", "Discussion"),
        ("suffix", "Zafirol may be", "Discussion"),
        ("prefix", "by 43% in children", "Abstract"),
        ("page", "102", "Discussion"),
        ("page", "1", "Abstract"),
        ("section", "Discussion", "Discussion"),
        ("section", "abstract", "Abstract"),
    ],
)
def test_what_stands_around_page_or_section_settles_which(
    field: str, value: str, section: str
) -> None:
    found = anchor("It was well tolerated.", **{field: value})
    assert found.state is AnchorState.FOUND
    assert found.passages[0].section == section


def test_a_prefix_that_stands_before_none_of_them_settles_nothing_and_is_told() -> None:
    found = anchor("It was well tolerated", prefix="never", suffix="Zafirol may")
    assert found.state is AnchorState.AMBIGUOUS
    assert found.reason == "the prefix `never` stands before none of them"
    both = anchor("It was well tolerated", prefix="never", suffix="ever")
    assert both.reason.endswith(" and the suffix `ever` stands behind none of them")
    assert anchor("It was well tolerated").reason == ""


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("toxic in children", "`toxic` for `non-toxic`"),
        ("It kept the symptom", "`symptom` for `symptom-free`"),
        ("tumor shrinkage", "`tumor` for `tumour`"),
        ("Randomization of haemophilia patients", "`Randomization` for `Randomisation`"),
    ],
)
def test_part_of_a_compound_and_another_spelling_are_altered_however_short(
    quote: str, change: str
) -> None:
    source = full_text(
        "The drug was non-toxic in children.\n\nIt kept the symptom-free days.\n\nThe tumour"
        " shrinkage was seen.\n\nRandomisation of haemophilia patients was done."
    )
    found = AnchorFinder([source]).anchor(line(quote))
    assert found.state is AnchorState.ALTERED
    assert [str(each) for each in found.changes] == [change]


def test_the_nearest_passage_does_not_reach_into_the_headings_before_it() -> None:
    source = full_text(
        "A trial of ibuprofen for pain\n\nResults\n\nPain was eased in 54 of 100 patients.\n\n"
        "Discussion\n\nThere were few."
    )
    found = AnchorFinder([source]).anchor(line("Pain was eased in 53 of 100 patients. There"))
    assert found.nearest
    assert found.nearest.text == "Pain was eased in 54 of 100 patients."
    assert [str(each) for each in found.changes] == ["`53` for `54`", "`There` added"]


def test_what_is_suggested_has_no_markers() -> None:
    found = anchor("Many drugs have been tested but few have been successful")
    assert found.nearest
    assert "[2, 3]" in found.nearest.text
    assert found.nearest.quotable == ("Many drugs have been tried but few have been success- ful")


def test_digits_that_may_be_a_marker_do_not_matter_and_those_of_a_name_do() -> None:
    source = full_text(
        "The drug lowered albuminuria3–5 in most and caspase3 in some of the old patients."
    )
    finder = AnchorFinder([source])
    assert finder.anchor(line("The drug lowered albuminuria in most")).state is AnchorState.FOUND
    assert finder.anchor(line("The drug lowered albuminuria3-5 in most")).state is AnchorState.FOUND
    found = finder.anchor(line("in most and caspase in some of the old patients"))
    assert [str(each) for each in found.changes] == ["`caspase` for `caspase3`"]


def test_a_text_without_any_raised_digit_has_lost_them() -> None:
    flat = full_text("The dose was 5 × 106 cells in all.")
    assert AnchorFinder([flat]).holds("The dose was 5 × 10⁶ cells")
    assert not AnchorFinder([flat]).holds("The dose was 5 × 10⁷ cells")
    raised = full_text("The dose was 5 × 106 cells in all, and 10⁹ in one.")
    assert not AnchorFinder([raised]).holds("The dose was 5 × 10⁶ cells")


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("fell from 140 to 8 (P < 0.001) with the active drug", ["`140` for `14`"]),
        ("There was evidence that zafirol impaired growth", ["`no` left out"]),
        ("Sleep was not adversely affected", ["`adversely` added"]),
        (
            "Adverse events occurred in 3.1% of the infants",
            ["`3.1` for `31`", "`infants` for `children`"],
        ),
        ("We gave zafirol 10 µg/kg twice daily", ["`µg` for `mg`"]),
        ("fell from 14 to 8 (P > 0.001) with the active drug", ["`>` for `<`"]),
    ],
)
def test_words_that_are_nearly_there_are_altered(quote: str, changes: list[str]) -> None:
    found = anchor(quote)
    assert found.state is AnchorState.ALTERED
    assert [str(each) for each in found.changes] == changes
    assert found.nearest
    assert not found.passages


def test_the_first_word_changed_is_told_too() -> None:
    found = anchor("Harmful events occurred in 31% of the children")
    assert [str(each) for each in found.changes] == ["`Harmful` for `Adverse`"]


@pytest.mark.parametrize(
    "quote",
    [
        "The median number of seizures a month fell and led to withdrawal in 4 of 120",
        "led to withdrawal in 4 of 120, with the active drug. It rose from 13 to 15",
        "We gave zafirol 10 mg/kg … may be an option for children",
        "led to withdrawal … Adverse events occurred",
        "Zafirol reduced the number of monthly seizures in 31% of the children",
    ],
)
def test_words_that_stand_apart_are_spliced(quote: str) -> None:
    found = anchor(quote)
    assert found.state is AnchorState.SPLICED
    assert len(found.passages) == 2


def test_words_that_were_left_out_without_a_sign_are_no_splice() -> None:
    found = anchor("The median number of seizures a month fell from 14 to 8 with the active drug")
    assert found.state is AnchorState.ALTERED
    assert [each.source for each in found.changes] == ["(P < 0.001)"]


def test_chance_words_here_and_there_are_no_splice() -> None:
    assert anchor("It was with the children from placebo").state is AnchorState.NOT_FOUND


def test_what_is_near_is_shown_and_what_is_far_is_not() -> None:
    near = anchor("The number of seizures a month fell from 20 to 8 in both groups of children")
    assert near.state is AnchorState.NOT_FOUND
    assert near.nearest
    assert near.nearest.section == "Results"
    assert near.changes
    far = anchor("Statins lower cholesterol by a third")
    assert far == Anchor(state=AnchorState.NOT_FOUND, file="sources/work2020.txt")


@pytest.mark.parametrize("quote", ["", "…", "“ ”", "[…]", "—"])
def test_a_quote_without_words_is_not_checked(quote: str) -> None:
    assert anchor(quote) == Anchor(state=AnchorState.UNCHECKED, reason="the quote holds no words")


def test_without_a_text_nothing_is_known() -> None:
    finder = AnchorFinder([])
    assert finder.anchor(line("Pain fell")) == Anchor(state=AnchorState.UNCHECKED, reason=NO_TEXT)
    assert not finder.holds("Pain fell")


SUMMARY = abstract(
    "Background: Gout is common. Methods: We gave colchicine to 84 adults for 12 weeks. Results:"
    " Flares fell from 3.1 to 1.2 a month in the treated group. Conclusions: Colchicine helps."
)


def test_an_abstract_can_hold_a_quote_and_cannot_lack_one() -> None:
    finder = AnchorFinder([SUMMARY])
    found = finder.anchor(line("Flares fell from 3.1 to 1.2 a month"))
    assert (found.state, found.file) == (AnchorState.FOUND, "")
    assert found.passages[0].section == "Abstract"
    lacked = finder.anchor(line("Serum urate was measured in the morning before any drug"))
    assert lacked == Anchor(state=AnchorState.UNCHECKED, reason=ABSTRACT_ONLY)


def test_a_changed_number_in_an_abstract_stands_and_another_sentence_like_it_does_not() -> None:
    finder = AnchorFinder([SUMMARY])
    altered = finder.anchor(line("Flares fell from 3.1 to 2.1 a month in the treated group"))
    assert altered.state is AnchorState.ALTERED
    like_it = finder.anchor(line("Flares fell from 3.1 to 1.2 in patients of the treated arm"))
    assert like_it.state is AnchorState.UNCHECKED


def test_the_first_text_that_has_it_wins_and_a_paged_one_lends_its_page() -> None:
    whole = "Results\n\nGout flares were rare.\n\nThey were mild."
    plain = replace(full_text(whole), file="sources/a.xml")
    paged = replace(full_text("Gout is old.\fGout flares were rare.\n\nThey were mild."))
    found = AnchorFinder([plain, paged]).anchor(line("Gout flares were rare"))
    assert (found.file, found.passages[0].pages) == ("sources/a.xml", ("2",))
    second = AnchorFinder([plain, paged]).anchor(line("Gout is old"))
    assert (second.state, second.file) == (AnchorState.FOUND, "sources/work2020.txt")
    twice = full_text("Gout flares were rare.\fGout flares were rare.")
    told = AnchorFinder([plain, twice]).anchor(line("Gout flares were rare"))
    assert told.passages[0].pages == ()


def test_a_quote_of_a_full_text_is_sought_in_the_abstract_too() -> None:
    finder = AnchorFinder([full_text("Gout is a disease of the joints."), SUMMARY])
    assert finder.anchor(line("Colchicine helps")).state is AnchorState.FOUND
    assert finder.anchor(line("Colchicine is a poison for all")).state is AnchorState.NOT_FOUND


def test_words_of_a_heading_stand_in_no_sentence() -> None:
    (passage,) = anchor("Zafirol for seizures in children").passages
    assert (passage.sentence, passage.place.file) == ("", "sources/work2020.txt")


def test_a_row_of_a_table_is_found_at_its_caption() -> None:
    (passage,) = anchor("5 mg/kg 310 2200").passages
    assert (passage.text, passage.sentence) == ("5 mg/kg 310 2200", "5 mg/kg 310 2200")
    assert passage.start == passage.end


def test_holds_tells_of_the_very_words_only() -> None:
    finder = AnchorFinder([TRIAL])
    assert finder.holds("Sleep was not affected")
    assert finder.holds("“Adverse events … led to withdrawal”")
    assert not finder.holds("Sleep was affected")
    soft = full_text("Col\u00adchi\u00adcine pre\u00advents all gout flares.")
    assert AnchorFinder([soft]).holds("Colchicine prevents all gout flares")


def test_a_document_of_a_table_alone_can_be_searched() -> None:
    caption = replace(TRIAL.document.tables[0].caption, start=0, end=0)
    document = Document("t.docx", "", tables=(DocumentTable("Table 1", caption, (("a", "b c"),)),))
    finder = AnchorFinder([replace(TRIAL, document=document)])
    assert finder.anchor(line("b c")).state is AnchorState.FOUND
    assert finder.anchor(line("b d")).state is AnchorState.NOT_FOUND


def test_an_abstract_shows_a_splice_of_long_parts_only() -> None:
    long = abstract(
        "We gave colchicine to eighty adults with painful gout of the foot in May. Others got none."
        " Flares of gout were seen less often by far in those who took the drug."
    )
    joined = "We gave colchicine to eighty adults with painful gout"
    quote = f"{joined} seen less often by far in those who took the drug"
    assert AnchorFinder([long]).anchor(line(quote)).state is AnchorState.SPLICED
    short = "We gave colchicine to eighty in those who took the drug"
    assert AnchorFinder([long]).anchor(line(short)).state is AnchorState.UNCHECKED


@pytest.mark.parametrize("quote", ["a … " * 3_000, "word " * 6_000, "[a" * 9_000, "[" * 9_000])
def test_a_hostile_quote_is_given_up(quote: str) -> None:
    found = anchor(quote)
    assert found.state in (AnchorState.NOT_FOUND, AnchorState.UNCHECKED)


def test_insertions_stand_for_a_few_words_only() -> None:
    quote = "We gave zafirol [to] 31% of the children"
    assert anchor(quote).state is AnchorState.SPLICED


def test_an_occurrence_is_one_however_often_its_first_piece_stands() -> None:
    source = full_text("Pain was rare. Pain was mild. Pain was felt in the foot.")
    found = AnchorFinder([source]).anchor(line("Pain … felt in the foot"))
    assert (found.state, found.passages[0].start) == (AnchorState.FOUND, 30)
    beside = AnchorFinder([source]).anchor(line("Pain was [very] mild"))
    assert [each.text for each in beside.passages] == ["Pain was mild"]


def test_a_word_that_a_lines_end_parts_is_no_change() -> None:
    source = full_text("The anti-\ntumour drug was given by mouth to twelve old men.")
    found = AnchorFinder([source]).anchor(
        line("The anti-tumour drug was given by mouth to twelve young men")
    )
    assert [str(each) for each in found.changes] == ["`young` for `old`"]
