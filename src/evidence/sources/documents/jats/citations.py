"""The citation markers of a text whose parts are linked to items of the reference list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.document import CitationForm, Cited
from evidence.sources.documents.interface import KnownCitation
from evidence.sources.documents.number_lists import LONGEST_RANGE, read_numbers

_JOINT: Final = re.compile(r"\s{0,2}(?:([-‐‑‒–—−])|[,;]|&|[,;]?\s?(?:and|und|et)\s)?\s{0,2}")
_LONGEST_JOINT: Final = 8
_UNLINKED: Final = re.compile(r"\s?[,;–-]\s?\d[\d\s,;–-]{0,50}[,;–-]\s?")
_LONGEST_GAP: Final = 60
_NUMBERS: Final = re.compile(r"[\d\s,;–—‐‑−-]{1,200}")
_WITHIN: Final = 100  # characters between a bracket and what is linked in it
_OPENING: Final = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Mention:
    """What is linked, from `start` to `end` of a block's text, and the labels of those items."""

    start: int
    end: int
    labels: tuple[str, ...]
    is_raised: bool = False


class Labels:
    """The labels of the reference list, in its order, by the identifiers of its items."""

    def __init__(self, by_identifier: Mapping[str, str]) -> None:
        self._by_identifier = by_identifier
        self._ordered = tuple(dict.fromkeys(by_identifier.values()))
        self._places = {label: at for at, label in enumerate(self._ordered)}

    def of(self, identifiers: str) -> tuple[str, ...]:
        """The labels of the items with these identifiers, which blanks part; unknown ones none."""
        known = (self._by_identifier.get(each) for each in identifiers.split())
        return tuple(dict.fromkeys(filter(None, known)))

    def have(self, labels: Iterable[str]) -> bool:
        """Whether the list has all of these."""
        return all(each in self._places for each in labels)

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The labels of the list from one to the other; those two where that is no range."""
        start, end = self._places[first], self._places[last]
        if start < end < start + LONGEST_RANGE:
            return self._ordered[start : end + 1]
        return first, last


def citations_in(
    text: str, mentions: Sequence[Mention], labels: Labels
) -> tuple[KnownCitation, ...]:
    """The markers of a block: what is linked side by side is one, with the brackets around it.

    `[3]–[5]` and `[3–5]` cite all from 3 to 5, however much of it is linked.
    """
    trimmed = (_trimmed(text, each) for each in mentions)
    return tuple(
        _citation(text, group, labels)
        for group in _groups(text, [each for each in trimmed if each.start < each.end])
    )


def _trimmed(text: str, mention: Mention) -> Mention:
    linked = text[mention.start : mention.end]
    start = mention.start + len(linked) - len(linked.lstrip())
    return Mention(start, start + len(linked.strip()), mention.labels, mention.is_raised)


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions that stand side by side."""
    group: list[Mention] = []
    for mention in mentions:
        if group and not _is_side_by_side(text, group[-1].end, mention.start):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _is_side_by_side(text: str, start: int, end: int) -> bool:
    """Whether only a joint stands there, or numbers that are not linked."""
    is_gap = end - start <= _LONGEST_GAP and _UNLINKED.fullmatch(text, start, end)
    return bool(is_gap or _joint(text, start, end))


def _joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """The comma, dash or the like that alone stands there, maybe between brackets."""
    if end - start > _LONGEST_JOINT:
        return None
    between = text[start:end]
    if between[:1] in ("]", ")") and between[-1:] in ("[", "("):
        between = between[1:-1]
    return _JOINT.fullmatch(between)


def _citation(text: str, group: Sequence[Mention], labels: Labels) -> KnownCitation:
    start, end = _with_brackets(text, group[0].start, group[-1].end)
    is_bracketed = start < group[0].start
    linked = text[group[0].start : group[-1].end]
    is_numeric = linked[:1].isdigit()
    is_glued = is_numeric and start > 0 and not text[start - 1].isspace() and text[start - 1] != "("
    if group[0].is_raised or (not is_bracketed and is_glued):
        form = CitationForm.SUPERSCRIPT
    elif not is_numeric and not linked.startswith("["):
        form = CitationForm.AUTHOR_YEAR
    else:
        form = CitationForm.PARENTHESIS if text[start] == "(" else CitationForm.BRACKET
    is_narrative = not (is_bracketed or linked[:1] in "[(" or form is CitationForm.SUPERSCRIPT)
    cited = _cited(text[start:end], group, text, labels)
    return KnownCitation(start, end, cited, form, is_narrative=is_narrative)


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the marker begins and ends, with the numbers beside it that are not linked."""
    left = max(text.rfind(mark, max(start - _WITHIN, 0), start) for mark in _OPENING)
    if left < 0:
        return start, end
    right = text.find(_OPENING[text[left]], end, end + _WITHIN)
    outside = text[left + 1 : start] + text[end:right] if right >= 0 else "?"
    is_alone = not outside.strip() or bool(_NUMBERS.fullmatch(outside))
    return (left, right + 1) if is_alone else (start, end)


def _cited(written: str, group: Sequence[Mention], text: str, labels: Labels) -> tuple[Cited, ...]:
    """What the marker cites: its numbers, where the list has them all, else what is linked."""
    linked = {label for mention in group for label in mention.labels}
    numbers = read_numbers(written.strip("[]()"))
    if numbers:
        read = {each.label for each in numbers.cited}
        if linked <= read and labels.have(read):
            return numbers.cited
    found: dict[str, None] = {}
    for before, mention in zip((None, *group), group, strict=False):
        joint = before and _joint(text, before.end, mention.start)
        if before and joint and joint[1]:
            found |= dict.fromkeys(labels.between(before.labels[-1], mention.labels[0]))
        found |= dict.fromkeys(mention.labels)
    return tuple(map(Cited, found))
