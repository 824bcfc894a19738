import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.matching.statements.agreeing_words import Span, agreeing_spans


def shown(text: str, spans: tuple[Span, ...]) -> str:
    """The text with brackets around the spans."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "[", text[start:end], "]"]
        last = end
    return "".join((*pieces, text[last:]))


def marked(one: str, other: str) -> tuple[str, str]:
    ours, theirs = agreeing_spans(one, other)
    return shown(one, ours), shown(other, theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # words by their stem, whatever their case; words of every sentence are passed over
        ("The drug [crosses] the placenta.", "It [crossed] into the milk."),
        # names, and neighbours as one
        ("[Apixaban] for the [blood–brain barrier]", "the [blood-brain barrier] and [APIXABAN]"),
        # numbers with their units, however these are spelt
        ("[ALK] at [12 nmol/L]", "([12 nM], [ALK])"),
        ("doses of [1,000 mg]", "[1000 mg] once"),
        ("[3.90 per cent] of them", "was [3.9%]"),
        # a unit behind the last number is that of both
        ("[7] and [12 nmol/L]", "[7.0 nM] or [12 nM]"),
        # the same number of something else is another number
        ("12 mg a day", "12 weeks"),
        ("12 mg", "12 of the women"),
        ("10 mg", "100 mg"),
        # a decimal point belongs to the number
        ("a ratio of 1.5", "15 women"),
        # hedges are the very words, negations are one
        ("It [may not help].", "It [may help no] one."),
        ("It may help.", "It possibly cures."),
        ("found in [mice]", "a [mouse] was"),
        # accents however they are made, ligatures, small digits
        ("Cafe\u0301 [nai\u0308ve ﬁbrosis]", "[naïve fibrosis]"),
        ("an [IC₅₀]", "the [IC50]"),
        ("10⁻³ of [patients]", "[patients]"),
        # what stands nowhere as such is not marked
        ("They didn’t [relapse].", "not one [relapsed]"),
        ("", "anything"),
    ],
)
def test_what_two_texts_have_in_common_is_marked_in_both(one: str, other: str) -> None:
    plain = [text.replace("[", "").replace("]", "") for text in (one, other)]
    assert marked(*plain) == (one, other)
    assert marked(*reversed(plain)) == (other, one)


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_spans_of_any_texts_lie_in_order_within_them(one: str, other: str) -> None:
    for text, spans in zip((one, other), agreeing_spans(one, other), strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize("piece", ["a", "a ", "12 ", "\u0301", "1,", "- ", "mg/kg "])
def test_a_text_of_any_length_is_read_to_its_end(piece: str) -> None:
    """Its size is such that anything worse than linear would not come to an end."""
    ours, theirs = agreeing_spans(piece * 200_000, piece * 200_000)
    assert ours == theirs
