"""What the full text of a work states, its tables included."""

from dataclasses import replace

from evidence.matching.quantities.stated_quantities import StatedQuantities, cell_quantities
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.document import Document, DocumentTable, Statement
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText

HERE = Place("sources/x.txt")


def sentence(text: str) -> Statement:
    return Statement(text, 0, len(text), HERE)


def full_text(
    *sentences: str, tables: tuple[DocumentTable, ...] = (), depth: Depth = Depth.FULL_TEXT
) -> SourceText:
    text = "\n".join(sentences)
    return SourceText("x", depth, Document("x", text, tuple(map(sentence, sentences)), tables))


def lost(text: str, *texts: SourceText) -> list[str]:
    found = StatedQuantities(texts).unstated(Claim("c", text, HERE))
    return [each.quantity.written for each in found if not each.is_elsewhere]


def elsewhere(text: str, *texts: SourceText) -> list[str]:
    found = StatedQuantities(texts).unstated(Claim("c", text, HERE))
    return [each.quantity.written for each in found if each.is_elsewhere]


TABLE = DocumentTable(
    "Table 2",
    sentence("Inhibition of kinases by 10 mg/L"),
    (
        ("Kinase", "IC50 (nM)", "Inhibited, n (%)", "P value"),
        ("ROS1", "7 ± 2", "31 (57)", "0.03"),
        ("ALK (96 h)", "12 µM", "–", "", "44"),
    ),
)


def test_all_sentences_are_read_and_only_what_they_lack_is_told() -> None:
    text = full_text("The half-life was 20 hours.", "Of 54 patients, 31 responded.")
    assert lost("Half-life 20 h; 57 % responded, of 54.", text) == ["57 %"]
    assert lost("Half-life 200 h in 54 patients.", text) == ["200 h"]


def test_a_number_is_elsewhere_that_only_other_sentences_state() -> None:
    text = full_text("Sputum conversion was seen in 83%.", "Ethambutol was stopped in 12%.")
    claim = "Sputum conversion was seen in 12 %."
    assert elsewhere(claim, text) == ["12 %"]
    assert lost(claim, text) == []
    assert elsewhere("Conversion of the sputum: 83 %.", text) == []


def test_a_rounded_number_counts_where_the_text_speaks_of_the_same() -> None:
    text = full_text("Sputum conversion was seen in 83.4%.", "Ethambutol was stopped in 12.3%.")
    assert elsewhere("Sputum conversion was seen in 83 %.", text) == []
    assert elsewhere("Sputum conversion was seen in 12 %.", text) == ["12 %"]


def test_nothing_is_said_of_an_abstract_or_without_a_text() -> None:
    assert lost("The half-life is 20 hours.", full_text("Nothing.", depth=Depth.ABSTRACT)) == []
    assert lost("The half-life is 20 hours.") == []


def test_nothing_is_said_of_what_is_longer_than_a_book() -> None:
    assert lost("The half-life is 20 hours.", full_text("no " * 700_000)) == []


def test_nothing_is_said_of_a_text_of_nothing_but_numbers() -> None:
    assert lost("The half-life is 20 hours.", full_text(*["1 2 3 4 5 6 7 8 9 "] * 5_000)) == []
    assert lost("The half-life is 20 hours.", full_text("no " * 20_000)) == []


def test_two_numbers_of_a_whole_text_are_not_computed_with() -> None:
    assert lost("The half-life rose by 20 hours.", full_text("5 hours. 25 hours.")) == ["20 hours"]


def test_what_the_claim_quotes_is_not_sought_in_the_text() -> None:
    about = Claim("c", "Half-life 20 h, clearance 3 L/h.", HERE)
    quoting = replace(about, evidence=(EvidenceLine("x", HERE, quote="a half-life of 20 h"),))
    text = full_text("Clearance was 4 L/h.")
    found = StatedQuantities([text]).unstated
    assert [each.quantity.written for each in found(about)] == ["20 h", "3 L/h"]
    assert [each.quantity.written for each in found(quoting)] == ["3 L/h"]


def test_a_time_without_a_number_must_be_there_in_about_that_length() -> None:
    text = full_text("Death within 12 months was the outcome; visits at three months.")
    assert lost("Few died within a year.", text) == []
    assert lost("Few died within a week.", text) == ["within a week"]


def test_an_abstract_beside_the_full_text_is_read_too() -> None:
    texts = (full_text("Nothing."), full_text("20 hours", depth=Depth.ABSTRACT))
    assert lost("The half-life is 20 hours.", *texts) == []


def test_a_cell_has_the_unit_of_its_column_or_its_own() -> None:
    text = full_text(tables=(TABLE,))
    assert lost("It inhibits ROS1 at 7 nM.", text) == []
    assert lost("It inhibits ROS1 at 0.007 µM, ALK at 12 µM.", text) == []
    assert lost("It inhibits ROS1 at 7 µM.", text) == ["7 μM"]
    assert lost("Inhibited were 31 patients, or 57 % (P = 0.03), after 96 h.", text) == []
    assert lost("It was given at 10 mg/L.", text) == []


def test_a_cell_without_a_unit_may_be_in_any() -> None:
    (found,) = cell_quantities("7", "Value", "ROS1")
    assert (found.dimension, found.written) == ("?", "7")
    assert lost("It was 44 %.", full_text(tables=(TABLE,))) == []


def test_a_units_column_tells_the_unit_of_its_row() -> None:
    rows = (("Parameter", "Unit", "Result"), ("Clearance", "mL/min", "44"))
    text = full_text(tables=(DocumentTable("Table 1", sentence("Kinetics"), rows),))
    assert lost("Clearance was 44 mL/min.", text) == []
    assert lost("Clearance was 44 L/min.", text) == ["44 L/min"]


def test_a_table_without_rows_has_only_its_caption() -> None:
    text = full_text(tables=(DocumentTable("Table 1", sentence("After 20 hours")),))
    assert lost("It lasted 20 hours.", text) == []


def test_words_in_a_cell_are_no_quantity() -> None:
    assert list(cell_quantities("not reached", "Months", "")) == []
