"""Which passages of a work are proposed for a claim, in which order, and what they lack."""

from dataclasses import replace

import pytest

from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.passages import propose_passages
from evidence.matching.anchors.proposal import Proposal
from evidence.model.anchor import AnchorState, CellState
from evidence.model.claim import Claim, TableCell, Value
from evidence.model.document import DocumentTable
from evidence.model.place import Place
from evidence.model.source_text import SourceText
from evidence.model.synonyms import Synonyms
from source_texts import abstract, full_text, line

TRIAL = full_text(
    """Nebulised colistin for bronchiectasis

Abstract

Nebulised colistin lowered the rate of exacerbations in adults with bronchiectasis.

Introduction

Bronchiectasis is common [1]. Many treatments have been tried [2, 3] but few lower the rate of
exacerbations in adults.

Methods

We gave 210 adults with bronchiectasis colistin 1 million units twice daily for 12 months, and
counted exacerbations.

Results

The yearly rate of exacerbations was 0.58 with the drug and 0.95 with placebo (rate ratio 0.61).
Cough was no better. Bronchospasm occurred in 9 of 105 patients.\fThe lung function did not change.
It fell by 12 mL a year. Sputum density of Pseudomonas aeruginosa fell by 2.1 log10 CFU/mL.

Table 1. Inhibition of isolates

Drug        MIC90 (mg/L)    Isolates
colistin    2               105
tobramycin  16              98

Discussion

It was well borne. Nebulised colistin may be useful where other treatments fail.

References

1. Able A. Bronchiectasis. Chest J 2010;1:1-9.
2. Baker B. A drug. Chest J 2011;2:1-9.
3. Clark C. Another drug. Chest J 2012;3:1-9.
"""
)


def claim(text: str, *values: Value) -> Claim:
    return Claim("c", text, Place("claims.yaml", 3, 5), values=values)


def proposed(text: str, *values: Value, limit: int = 5) -> tuple[Proposal, ...]:
    return propose_passages(
        claim(text, *values), AnchorFinder([TRIAL], first_page="211-212"), limit=limit
    )


def test_the_sentence_with_the_numbers_is_first_though_it_calls_the_drug_the_drug() -> None:
    first = proposed(
        "Yearly exacerbations were fewer with nebulised colistin than with placebo (0.58 against "
        "0.95)."
    )[0]
    assert first.quote.startswith("The yearly rate of exacerbations was 0.58 with the drug and")
    assert first.passage.pages == ("1", "211")
    assert first.passage.section == "Results"
    assert first.file == "sources/work2020.txt"
    assert first.has[:2] == ("0.58", "0.95")
    assert first.lacks[0] == "colistin"  # names come before words


def test_a_number_counts_in_another_unit_and_a_name_by_another_name() -> None:
    text = full_text(
        "Patients were followed for a year.\n\nThe MIC of rifampin was 0.4 µg/mL in one of the "
        "isolates.\n\nIsolates of other patients had higher MICs.\n"
    )
    [first, *_] = propose_passages(
        claim("Rifampicin has an MIC of 400 ng/mL."), AnchorFinder([text])
    )
    assert first.quote.startswith("The MIC of rifampin")
    assert first.lacks == ()
    own = Synonyms((("zafirol", "ZF-1"),))
    named = full_text("ZF-1 did it.\n\nSomething else did it, too.")
    [found, *_] = propose_passages(claim("Zafirol did it."), AnchorFinder([named]), synonyms=own)
    assert found.has == ("Zafirol",)


def test_words_of_one_family_and_class_agree() -> None:
    first = proposed("Lung function was unchanged, although it decreased by 12 mL yearly.")[0]
    assert "The lung function did not change. It fell by 12 mL a year." in first.quote


def test_two_neighbours_are_one_passage_where_both_carry_a_part() -> None:
    first = proposed("Cough did not improve, and bronchospasm occurred in 9 of 105 patients.")[0]
    assert first.quote == "Cough was no better. Bronchospasm occurred in 9 of 105 patients."
    alone = proposed("Bronchospasm occurred in 9 of 105 patients.")[0]
    assert alone.quote == "Bronchospasm occurred in 9 of 105 patients."


def test_no_sentence_is_proposed_twice() -> None:
    found = proposed("Colistin lowered exacerbations in adults with bronchiectasis.", limit=20)
    sentences = [each.quote for each in found]
    assert len(set(sentences)) == len(sentences)
    assert not any(a != b and a in b for a in sentences for b in sentences)


def test_what_was_done_comes_behind_what_was_found() -> None:
    text = "Colistin lowered the count of exacerbations in adults with bronchiectasis."
    found = [each.passage.section for each in proposed(text)]
    assert found[0] == "Abstract"
    assert "Methods" in found[1:]


def test_the_title_is_no_finding() -> None:
    found = proposed("Nebulised colistin for bronchiectasis.", limit=20)
    assert not any(each.quote == "Nebulised colistin for bronchiectasis" for each in found)
    untitled = abstract("Nebulised colistin helps. It is safe")
    assert (
        propose_passages(claim("Nebulised colistin helps."), AnchorFinder([untitled]))[0].score > 0
    )


@pytest.mark.parametrize(
    "text",
    [
        "Few treatments lower the rate of exacerbations in adults.",
        "The sputum density of P. aeruginosa fell by 2.1 log10 CFU/mL.",
        "Colistin may be useful.",
        "Colistin had an MIC90 of 2 mg/L.",
    ],
)
def test_what_is_proposed_is_found_again(text: str) -> None:
    finder = AnchorFinder([TRIAL], first_page="211-212")
    for each in proposed(text, limit=20):
        if each.table:
            assert finder.cell(each.table).state is CellState.FOUND
        else:
            found = finder.anchor(line(each.quote))
            assert found.state is AnchorState.FOUND
            assert found.passages == (each.passage,)


def test_a_sentence_that_markers_part_is_quoted_without_them() -> None:
    first = proposed("Many treatments have been tried, but few lower exacerbations in adults.")[0]
    assert first.quote == (
        "Many treatments have been tried but few lower the rate of exacerbations in adults."
    )


def test_a_cell_that_states_the_value_for_its_target_is_proposed() -> None:
    value = Value("MIC90", "2", "mg/L", target="colistin")
    first = proposed("The MIC90 of colistin was 2 mg/L.", value)[0]
    assert first.table == TableCell("Table 1", "colistin", "MIC90 (mg/L)", "2")
    assert first.quote == "2"
    assert first.passage.sentence == "Inhibition of isolates"
    assert first.passage.pages == ("2", "212")
    assert first.lacks == ()


def test_without_values_a_number_of_the_claim_for_a_drug_that_it_names() -> None:
    found = proposed("Colistin had an MIC90 of 2 mg/L.")
    assert [each.table.row for each in found if each.table] == ["colistin"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MIC90 of colistin.", Value("MIC90", "16", "mg/L", target="colistin")),  # another row
        ("MIC90 of colistin.", Value("MIC90", "2", "µg/L", target="colistin")),
        ("MIC90 of gentamicin.", Value("MIC90", "2", "mg/L", target="gentamicin")),
        ("The MIC90 was 2 mg/L.", None),  # of nothing that is named
    ],
)
def test_other_cells_are_not_proposed(text: str, value: Value | None) -> None:
    found = proposed(text, *([value] if value else []), limit=20)
    assert not any(each.table for each in found)


def test_a_cell_that_cannot_be_told_from_another_is_not_proposed() -> None:
    [table] = TRIAL.document.tables
    twice = replace(table, rows=(*table.rows, ("colistin", "2", "7")))
    value = Value("MIC90", "2", "mg/L", target="colistin")

    def cells(table: DocumentTable) -> list[TableCell]:
        text = replace(TRIAL, document=replace(TRIAL.document, tables=(table,)))
        found = propose_passages(
            claim("The MIC90 of colistin.", value), AnchorFinder([text]), limit=20
        )
        return [each.table for each in found if each.table]

    assert len(cells(table)) == 1
    assert len(cells(twice)) == 1  # both say `2`, and one names both
    assert cells(replace(twice, label="")) == []
    assert cells(replace(table, rows=table.rows[:1])) == []


def other_text(text: str, file: str) -> SourceText:
    return full_text(text, file=file)


def test_a_sentence_that_several_texts_have_stands_once_as_in_the_best_with_its_page() -> None:
    first = other_text("Colistin lowered the rate of exacerbations.", "sources/work2020.xml")
    first = replace(first, document=replace(first.document, page_starts=()))
    second = other_text(
        "Cover\fColistin lowered the rate of\nexacerbations. Only the print has this on colistin.",
        "sources/work2020.txt",
    )
    found = propose_passages(
        claim("Colistin lowered exacerbations."), AnchorFinder([first, second])
    )
    assert [(each.quote, each.file[-3:], each.passage.page) for each in found] == [
        ("Colistin lowered the rate of exacerbations.", "xml", "2"),
        ("Only the print has this on colistin.", "txt", "2"),
    ]


def test_nothing_is_proposed_where_nothing_is_like_the_claim() -> None:
    assert proposed("Aspirin prevents colorectal tumours.") == ()
    assert propose_passages(claim("Colistin helps."), AnchorFinder([])) == ()
    assert proposed("It is so.") == ()


def test_the_limit_holds_and_the_best_come_first() -> None:
    found = proposed("Colistin lowered exacerbations in adults with bronchiectasis.", limit=20)
    assert len(found) > 2
    assert [each.score for each in found] == sorted((f.score for f in found), reverse=True)
    assert all(0 < each.score <= 1 for each in found)
    text = "Colistin lowered exacerbations in adults with bronchiectasis."
    assert proposed(text, limit=2) == found[:2]
