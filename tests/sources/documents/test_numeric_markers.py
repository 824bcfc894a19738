"""Markers by number in all their forms, each beside what only looks like one."""

import pytest

from assembled_documents import assembled, numbered
from evidence.model.document import CitationForm


def labels(text: str, *, size: int = 60) -> str:
    """What a paragraph cites, in a document whose list has this many items."""
    document = assembled(text, references=numbered(size) if size else ())
    return ",".join(label for each in document.statements for label in each.labels)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("[3]", "3"),
        ("[1-5]", "1,2,3,4,5"),
        ("[3, 6, 7]", "3,6,7"),
        ("[3,6–8]", "3,6,7,8"),
        ("[3‒5]", "3,4,5"),
        ("[3—5]", "3,4,5"),
        ("[3‑5]", "3,4,5"),
        ("[3--5]", "3,4,5"),
        ("[3,\u20096]", "3,6"),
        ("[3,\u00a06]", "3,6"),
        ("[3; 6]", "3,6"),
        ("[3 and 6]", "3,6"),
        ("[3 & 6]", "3,6"),
        ("[3, 6, and 7]", "3,6,7"),
        ("[3\n, 6]", "3,6"),
        ("[1][2]", "1,2"),
        ("[1],[2]", "1,2"),
        ("[1], [2] and [5]", "1,2,5"),
        ("[1]–[3]", "1,2,3"),
        ("(refs 1, 2)", "1,2"),
        ("[refs. 1, 2]", "1,2"),
        ("(ref. 4)", "4"),
        ("[see 4]", "4"),
        ("[e.g., 4, 5]", "4,5"),
        ("[43•, 44•]", "43,44"),
        ("[43••, *44]", "43,44"),
        ("[4 et seq.]", "4"),
        ("[4, and references therein]", "4"),
        ("【3】", "3"),
        ("^3,6,7^", "3,6,7"),
        ("^[3]^", "3"),
        ("³˒⁶⁻⁸", "3,6,7,8"),
        ("³,⁶", "3,6"),
        ("«3,6–8»", "3,6,7,8"),
        ("«3»,«6»", "3,6"),
        ("«3»–«6»", "3,4,5,6"),
        ("«(3,6)»", "3,6"),
        ("(3, 6)", "3,6"),
        ("(3–6)", "3,4,5,6"),
        ("(3)", "3"),
        ("[70]", "70"),
    ],
)
def test_reads_every_form_of_a_list_of_numbers(marker: str, expected: str) -> None:
    assert labels(f"Statins lower cholesterol {marker}.") == expected


def test_reads_the_place_in_a_work() -> None:
    document = assembled("It is so [12, p. 3; 14].", references=numbered(20))
    twelve, fourteen = document.statements[0].cited
    assert (twelve.label, twelve.locator) == ("12", "p. 3")
    assert (fourteen.label, fourteen.locator) == ("14", "")


@pytest.mark.parametrize(
    "text",
    [
        "A range of no list [3-1].",
        "A range of too many [1-300].",
        "In the year [2018].",
        "In the years [2016, 2017] and [2015–2018].",
        "The ratio was 2.1 [95% CI 1.2–3.4].",
        "All patients [n = 12] took part.",
        "An interval [0.3–0.5] and [0, 1].",
        "Median age was 54 [43–65] years.",
        "Scores in the range [1, 10] are usual.",
        "The [1,2,4]triazolo and the [1,2,4]-triazole rings.",
        "The benzo[1,2-b]furan and imidazo[1,2]pyridine cores.",
        "Given [18F]FDG, [3H]thymidine and [Ca2+] buffers.",
        "The code x[1], a_b[2] and y[0].",
        "A [2]rotaxane and [60]fullerene.",
        "In [Table 3] and [Fig. 2].",
        "It was [007] and [1,000] and [12345].",
    ],
)
def test_brackets_that_hold_other_numbers_cite_nothing(text: str) -> None:
    assert labels(f"{text} But this is so [4].") == "4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barrier[3]. In mice", "3"),
        ("TRKA[3] and ROS1[4] fell.", "3,4"),
        ("Barrier.[3]In mice it fell.", "3"),
        ("A [3]-mediated effect on x, TRK[4]-positive.", "4"),
    ],
)
def test_brackets_that_touch_a_word(text: str, expected: str) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 10«6» cells or 10⁷ cells in mice.«4»", "4"),
        ("At 1.73 m«2» and 5 cm³ it held.«4»", "4"),
        ("Ca«2+», Ca²⁺, «18»F-FDG, ¹⁸F, [«18»F]FDG and kg⁻¹ matter.«4»", "4"),
        ("R«2» was 0.9, χ² was 3 and I«2» was 43%.«4»", "4"),
        ("Cells (10^6 per well) were kept at 37 °C^4^ for 2 days.", "4"),
        ("The 2«nd» dose of 10«−6» M and 10^6^ cells, 10^-3^ M.«4»", "4"),
        ("Vitamin D«3» and hepatitis B«2» fell.", "3,2"),
        ("In phase 2«5» and COVID-19«6» and 2016«7» and in 45%«8» of women.", "5,6,7,8"),
        ("A number beyond the list«61» and one of it.«60»", "60"),
    ],
)
def test_raised_numbers(text: str, expected: str) -> None:
    assert labels(text) == expected


def test_numbers_raised_behind_authors_names_are_their_addresses() -> None:
    document = assembled(
        "Jane Doe«1,2», John Roe«2» and Mary Major«3»",
        "«1»Department of Medicine, Basel",
        "Statins lower cholesterol.«4»",
        references=numbered(9),
    )
    assert [each.labels for each in document.statements] == [(), (), ("4",)]


@pytest.mark.parametrize(
    "text",
    [
        "It took (5) days in (3) patients.",
        "We aimed (1) to test and (2) to see.",
        "Aims were: (1) survival; (2) growth; and (3) weight.",
        "There were two aims. (1) To test it. (2) To see it.",
        "See Figure 2(3), Eq. (3), Section (2) and serine (5).",
        "In the years (2018) and (2016, 2017).",
        "At (12 nmol/L) in (3 of 6), (n=3), with (50, 100 mg).",
        "The volume 29(8) and f(3) and Cu(2).",
        "The median was 3 (2–5) days.",
        "A number beyond the list (61).",
        "Either (i) or (ii), (a) or (b).",
    ],
)
def test_parentheses_that_hold_other_numbers_cite_nothing(text: str) -> None:
    assert labels(f"{text} Statins help (4, 7), and fibrates do (9).") == "4,7,9"


@pytest.mark.parametrize(
    "before",
    [
        *("with a Ki of 0.56 nM", "of 5 nM", "in 30 ng", "of 12 ns", "at 4 nm", "with 5 N"),
        *("of 0.2 µM", "of 7 mmHg", "of 3 kBq", "in 10 h", "to 5 T", "by 12%", "at 37 °C"),
        *("but not", "until now", "of three", "in serum", "as a tablet", "of none", "in a note"),
    ],
)
def test_parentheses_behind_a_unit_or_a_word_cite(before: str) -> None:
    assert labels(f"Factor Xa is blocked {before} (11). Statins help (4).") == "11,4"


@pytest.mark.parametrize("unit", ["nM", "ng", "µg/mL", "mg/kg", "°C", "kPa"])
def test_parentheses_that_touch_a_unit_cite(unit: str) -> None:
    assert labels(f"It fell at 5 {unit}(11). Statins help (4).") == "11,4"


@pytest.mark.parametrize(
    "before",
    ["in Table A", "in Fig. 3", "at Ser473", "of type", "in exon 12", "in panel B", "at grade 3"],
)
def test_parentheses_behind_what_is_numbered_cite_nothing(before: str) -> None:
    assert labels(f"It is seen {before} (11). Statins help (4).") == "4"


def test_parentheses_cite_only_where_the_document_has_no_plainer_form() -> None:
    assert labels("It was seen in men [3] and in three (3) women (4, 5).") == "3"
    assert labels("It was seen in men«3» and in three (3) women (4, 5).") == "3"
    assert labels("It was seen in women (4, 5).", size=0) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It passes the barrier.3,6,7 In mice too.", "3,6,7"),
        ("It passes the barrier3,6 and others.", "3,6"),
        ("It passes,3–5 as others,6 say.", "3,4,5,6"),
        ("He said “it grew.”5 Then it stopped.", "5"),
        ("It inhibits kinases (ALK)8 too.", "8"),
        ("In KM12.4 The end came in 2017.9 Then nothing.10", "4,9,10"),
        ("Smith et al.10 showed it.", "10"),
        ("Metformin3 helps.", "3"),
        ("Caspase3, claudin5, FGFR1-3, CD8 and Smad3 rose.", ""),
        ("See Fig.3 and p.3 at pH 7.4, 5.6 mg, v1.3 The end.", ""),
        ("See https://doi.org/x.3 and others.", ""),
        ("On day3 and in stage2 at 12:30 a ratio:3 of it.", ""),
    ],
)
def test_superscripts_that_have_lost_their_rise(text: str, expected: str) -> None:
    assert labels(text, size=20) == expected


def test_lost_superscripts_are_not_looked_for_beside_plainer_forms() -> None:
    assert labels("It passes [3] the barrier4 in mice.") == "3"
    assert labels("It passes the barrier.4 In mice.", size=0) == ""


def test_a_number_that_is_no_marker_stays_in_its_sentence() -> None:
    text = "It fell (95% CI 0.89-1.06).2 Then (2) it rose [3]. It held [4]."
    document = assembled(text, references=numbered(9))
    assert [(each.text, each.labels) for each in document.statements] == [
        ("It fell (95% CI 0.89-1.06).2", ()),
        ("Then (2) it rose.", ("3",)),
        ("It held.", ("4",)),
    ]


def test_without_a_list_brackets_and_raised_numbers_still_cite() -> None:
    assert labels("It passes [3] the barrier«4» (5).", size=0) == "3,4"


def test_a_marker_knows_its_form_and_is_written_as_it_stands() -> None:
    document = assembled("It passes [1], [2] the barrier«4».", references=numbered(9))
    first, second = document.statements[0].citations
    assert (first.written, first.form) == ("[1], [2]", CitationForm.BRACKET)
    assert (second.written, second.form) == ("4", CitationForm.SUPERSCRIPT)
    assert document.text[first.start : first.end] == first.written
    assert str(second.place) == "review.txt:1:31"
