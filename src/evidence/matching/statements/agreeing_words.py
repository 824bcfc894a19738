"""Which words, numbers and names of two texts are the same, and where they stand in each."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias, assert_never

from evidence.matching.statements.sentence_words import (
    CACHE,
    LONGEST,
    Meaning,
    Word,
    read_sentence,
    stem,
)

Span: TypeAlias = tuple[int, int]
"""The characters of a text from the first number up to the second."""

_SIGNS: Final = frozenset("%‰°")
_AHEAD: Final = 24  # letters that may lie between a word and the next: read_sentence drops few
_JOINTS: Final = frozenset({"and", "or", "to", "versus", "vs", ",", "-", "/", "und", "et"})
_NARROW: Final = 2  # characters between two words that are marked as one

_Told: TypeAlias = tuple[str, Span]


def agreeing_spans(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the first text says something that the second says too, and the reverse.

    Words agree by their stem, numbers by their value together with their unit, however that is
    spelt. Words that every sentence has are passed over; neighbours are one span.

    >>> agreeing_spans("It inhibits ALK at 12 nmol/L.", "ALK was inhibited (IC50, 12 nM).")
    (((3, 15), (19, 28)), ((0, 3), (8, 17), (25, 30)))
    """
    ours, theirs = _told(one), _told(other)
    shared = {key for key, _ in ours} & {key for key, _ in theirs}
    return _joined(one, ours, shared), _joined(other, theirs, shared)


@lru_cache(maxsize=CACHE)
def _told(text: str) -> tuple[_Told, ...]:
    """What a text says, word by word, each in one form, with its place."""
    words = read_sentence(text)
    spans = _spans(text, words)
    return tuple(
        (key, span)
        for at, (word, span) in enumerate(zip(words, spans, strict=True))
        if span and (key := _key(words, at, word))
    )


def _key(words: Sequence[Word], at: int, word: Word) -> str:
    """The one form of a word, empty where it says nothing by itself."""
    match word.meaning:
        case Meaning.NUMBER:
            return f"#{_value(word.folded)} {_unit_behind(words, at)}"
        case Meaning.UNIT:
            number = words[at - 1] if at else word
            return _key(words, at - 1, number) if number.meaning is Meaning.NUMBER else ""
        case Meaning.STOP | Meaning.BOUND:
            return ""
        case Meaning.HEDGE:
            return word.written.casefold()
        case Meaning.NEGATION | Meaning.SYSTEM | Meaning.CONTRAST | Meaning.NAME:
            return stem(word.folded)
        case Meaning.WORD:
            return word.about
        case unknown:
            assert_never(unknown)


def _value(folded: str) -> str:
    digits, times, power = folded.partition("×")
    plain = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return plain + times + power


def _unit_behind(words: Sequence[Word], at: int) -> str:
    """The unit of a number; in `7 and 12 nmol/L` both have the one that stands behind the last."""
    for word in words[at + 1 : at + 8]:
        if word.meaning is Meaning.UNIT:
            return word.folded
        if word.meaning is not Meaning.NUMBER and word.folded not in _JOINTS:
            return ""
    return ""


def _spans(text: str, words: Sequence[Word]) -> Iterator[Span | None]:
    """Where each word stands in the text; None for one that is written out of others (`not` of
    `didn't`) and so stands nowhere.

    Only letters, digits and a few signs are compared: all else may be folded away in the word.
    """
    letters, places = _letters(text[:LONGEST])
    at = 0
    for word in words:
        wanted = _letters_alone(word.written)
        found = letters.find(wanted, at, at + _AHEAD + len(wanted)) if wanted else -1
        if found < 0:
            yield None
            continue
        at = found + len(wanted)
        yield places[found][0], places[at - 1][1]


@lru_cache(maxsize=CACHE)
def _letters_alone(word: str) -> str:
    return _letters(word)[0]


def _letters(text: str) -> tuple[str, Sequence[Span]]:
    """The letters and digits in compatibility form, and the characters that each one comes from."""
    if text.isascii():
        kept = [(sign, at) for at, sign in enumerate(text) if sign.isalnum() or sign == "%"]
        return "".join(sign for sign, _ in kept), [(at, at + 1) for _, at in kept]
    letters: list[str] = []
    places: list[Span] = []
    for start, end in _clusters(text):
        for letter in unicodedata.normalize("NFKC", text[start:end]):
            if letter.isalnum() or letter in _SIGNS:
                letters.append(letter)
                places.append((start, end))
    return "".join(letters), places


def _clusters(text: str) -> Iterator[Span]:
    """Each character together with the accents that follow it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield start, end
            start = end


def _joined(text: str, told: Sequence[_Told], shared: set[str]) -> tuple[Span, ...]:
    """The spans of what is shared; those that only a blank or a hyphen parts become one."""
    spans: list[Span] = []
    for key, (start, end) in told:
        if key not in shared:
            continue
        if spans and start - spans[-1][1] <= _NARROW and not _parts(text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _parts(between: str) -> bool:
    """Whether what stands between two words keeps their marks apart: a letter, a comma."""
    return any(not (sign.isspace() or sign in "-‐‑–/·") for sign in between)
