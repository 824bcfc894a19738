"""Text folded for finding, with its offsets."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.matching.anchors.folding import Folded, Span

WORDS = (
    "blood", "flow", "5", "12.5", "efficacy", "TGF-β", "mL/min", "(n", "=", "31)", "P<0.05", "mM",
    "naïve", "“high", "risk”", "patients’", "anti-tumour", "2–12", "−3", "±", "IC₅₀", "10⁶", "≤",
    "7·5", "of", "the", "coefﬁcient", "µg", "and", "CD4", "95%", "r²", "Sjögren",
)  # fmt: skip
BLANKS = (" ", "\n", "  ", "\u00a0", "\u2009", " \n ", "\n\n")
SAME = {
    "-": "-‐‑–—−", "–": "-‐‑–—−", "−": "-–−", "“": "\"'«", "”": "\"'»", "’": "'′",
    "fi": ("fi", "ﬁ"), "ﬁ": ("fi", "ﬁ"), "β": ("β", "beta"),
}  # fmt: skip


def found(text: str, wanted: str) -> list[str]:
    return [text[each.start : each.end] for each in Folded(text).find(Folded(wanted))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the Half-Life was long", "half-life WAS"),
        ("a ﬂuid of high efﬁcacy", "fluid of high efficacy"),
        ("an IC₅₀ of 3", "IC50 of 3"),
        ("the so-called “gold standard”", "'gold standard'"),
        ("from 5\u20137 days", "5-7 days"),
        ("at −3 °C", "-3 °C"),
        ("given\u00a05\u202fmg", "given 5 mg"),
        ("in 5mg doses", "5 mg doses"),
        ("with P<0.05 and", "P < 0.05"),
        ("ki\u00adnase", "kinase"),
        ("the TGF-β1 level", "TGF-beta1"),
        ("10⁶ cells", "10^6 cells"),
        ("Cafe\u0301 study", "café"),
        ("Brand® tablets", "brand tablets"),
        ("line one\nline two", "one line"),
        ("the 5 − 7 range", "5-7"),
        ("seen in patients3,4 who", "in patients"),
        ("a `quoted' word", "'quoted' word"),
        ("a trial of noninferiority", "of non-inferiority"),
        ("a non-inferiority trial", "noninferiority trial"),
        ("6\u2009609 patients", "6609 patients"),
        ("6\u202f609 patients", "6,609 patients"),
        ("6609 patients", "6,609 patients"),
        ("6\u00a0609 patients", "6 609 patients"),
        ("1,234,567 people", "1234567 people"),
        ("5 × 10⁶ cells", "5 x 10^6 cells"),
        ("5 × 10⁻⁶ M", "5×10^-6 M"),
        ("Figure 1 Survival of all", "Figure 1. Survival of all"),
        ("see Table 2. Survival", "Table 2 survival"),
        ("1.73 m² of it", "1.73 m2 of it"),
        ("a dose-dependent effect", "dependent effect"),
        ("a dose-dependent effect", "a dose"),
        ("in placebo-controlled trials", "in placebo"),
    ],
)
def test_what_is_printed_otherwise_is_found(text: str, wanted: str) -> None:
    assert len(found(text, wanted)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a dose of 15 mg", "5 mg"),
        ("a dose of 5 mg", "50 mg"),
        ("a dose of 0.5 mg", "5 mg"),
        ("a dose of 5.5 mg", "of 5"),
        ("a value of 7·5", "7.5"),
        ("1 000 patients", "1000 patients"),
        ("6,609 patients", "609 patients"),
        ("6\u2009609 patients", "of 6"),
        ("0,125 mg", "0125 mg"),
        ("IL-2\u00a0100 mg", "IL-2100 mg"),
        ("in vitamin D,125 mg", "D125 mg"),
        ("5 × 10⁶ cells", "5 × 106 cells"),
        ("5 × 106 cells", "5 × 10^6 cells"),
        ("5 × 10⁻⁶ M", "5 × 10^6 M"),
        ("10⁶ cells", "6 cells"),
        ("5 × 10⁶ cells", "5 × 10"),
        ("non-toxic in children", "toxic in children"),
        ("non‑significant (P = 0.4)", "significant (P = 0.4)"),
        ("in-\nsignificant change", "significant change"),
        ("non-small-cell lung cancer", "small-cell lung cancer"),
        ("symptom-free patients", "symptom"),
        ("a range of 5–7 days", "7 days"),
        ("a range of 5–7 days", "range of 5"),
        ("COVID-19 patients", "19 patients"),
        ("The dose in mg 2. After it", "mg 2 after it"),
        ("at −3 °C", "3 °C"),
        ("at 3 °C", "-3 °C"),
        ("≤5 days", "<5 days"),
        ("±5 days", "-5 days"),
        ("at grade 5. 5 patients", "5.5 patients"),
        ("5 mM of it", "5 mm of it"),
        ("20 MBq", "20 mBq"),
        ("the anticoagulant", "coagulant"),
        ("long term use", "long-term use"),
        ("naïve cells", "naive cells"),
        ("tumours", "tumors"),
        ("patients", "patient"),
        ("anything", "–"),
    ],
)
def test_another_number_sign_or_word_is_not(text: str, wanted: str) -> None:
    assert found(text, wanted) == []


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
def test_a_hyphen_at_the_end_of_a_line_is_read_both_ways(hyphen: str) -> None:
    text = f"the anti{hyphen}\n tumour effect of pre-\nand post-treatment"
    for wanted in ("antitumour effect", "anti-tumour effect", "pre- and post-treatment"):
        assert len(found(text, wanted)) == 1
    assert found(text, "anti tumour effect") == []


def test_a_dash_between_numbers_at_the_end_of_a_line_stays_one() -> None:
    assert found("for 5-\n10 days", "5-10 days") == ["5-\n10 days"]
    assert found("for 5-\n10 days", "510 days") == []


def test_the_case_of_a_unit_is_kept_only_where_it_tells_units_apart() -> None:
    assert found("5\n mM", "5 mM") == ["5\n mM"]
    assert found("Median and MEAN", "median and mean") == ["Median and MEAN"]
    assert found("Multiple myeloma (MM)", "multiple myeloma (mm)") == ["Multiple myeloma (MM)"]


def test_what_is_skipped_leaves_neither_a_blank_nor_itself() -> None:
    text = "Pain fell [12] in most [3, 4]. It rose later."
    folded = Folded(text, [Span(10, 14), Span(23, 29)])
    assert folded.text == "pain fell in most . it rose later."
    assert folded.find(Folded("fell in most. It rose")) == [Span(5, 38)]


def test_the_offsets_of_a_match_leave_out_what_stands_around_it() -> None:
    text = "(see “The Eﬀect” below)"
    assert found(text, "the effect") == ["The Eﬀect"]


def test_no_more_places_are_given_than_are_asked_for() -> None:
    assert len(Folded("pain " * 80).find(Folded("pain"))) == 50
    assert len(Folded("pain " * 80).find(Folded("pain"), 3)) == 3


def printed_otherwise(text: str, chance: random.Random) -> str:
    """The text in another way of printing."""
    pieces: list[str] = []
    for part in re.split(r"(\s+|fi|.)", text, flags=re.DOTALL):
        if part.isspace():
            part = chance.choice(BLANKS)
        elif part in SAME:
            part = chance.choice(SAME[part])
        elif part.isalpha() and part.isascii() and part not in "Mm":
            part = chance.choice((part.lower(), part.upper()))
        if part.isalpha() and pieces and pieces[-1].isalpha() and chance.random() < 0.05:
            pieces.append("\u00ad")
        pieces.append(part)
    return "".join(pieces)


texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(BLANKS)), min_size=1, max_size=40
)


@given(texts, st.data(), st.randoms(use_true_random=False))
def test_any_words_in_any_printing_are_found_at_their_own_offsets(
    parts: list[tuple[str, str]], data: st.DataObject, chance: random.Random
) -> None:
    text = "".join(word + blank for word, blank in parts)
    ends = [each.span() for each in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(ends) - 1))
    last = data.draw(st.integers(first, len(ends) - 1))
    start, end = ends[first][0], ends[last][1]
    wanted = Folded(printed_otherwise(text[start:end], chance))
    if wanted.letters and any(map(str.isalnum, wanted.letters)):
        places = Folded(text).find(wanted, len(text))
        assert Span(start, end) in places, (text, text[start:end], wanted.text, places)


@given(texts, st.data())
def test_a_changed_digit_is_never_found(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "".join(word + blank for word, blank in parts)
    digits = [each.start() for each in re.finditer(r"[0-9]", text)]
    if digits:
        at = data.draw(st.sampled_from(digits))
        other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
        changed = text[:at] + other + text[at + 1 :]
        assert Folded(text).find(Folded(changed)) == []


def test_a_hostile_text_is_folded_in_time_that_grows_with_it() -> None:
    for unit in ("-\n", " \n", "\u00ad", "M", "e\u0301", "'", "^-"):
        assert Folded(unit * 100_000).find(Folded("5 mg of it")) == []
