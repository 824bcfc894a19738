"""What may cite by number, as far as its form and what stands around it tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from evidence.model.document import CitationForm, Cited
from evidence.sources.documents.interface import Span
from evidence.sources.documents.number_lists import (
    NumberList,
    number_range,
    read_numbers,
)
from evidence.sources.documents.statements.citing_style import Numbering, Reading
from evidence.sources.documents.statements.marker_guards import (
    LARGEST,
    Surroundings,
    begins_sentence,
    enumerates,
    is_bracket_citation,
    is_parenthesis_citation,
)
from evidence.sources.documents.statements.markers import Marker, hide
from evidence.sources.documents.statements.superscript_guards import (
    is_flattened_after_stop,
    is_flattened_after_word,
    is_raised_citation,
)

_BRACKETS: Final = re.compile(r"[\[［【]([^\[\]［］【】]{1,200})[\]］】]")
_PARENTHESES: Final = re.compile(r"[(（]([^()（）]{1,200})[)）]")
_CARETS: Final = re.compile(r"\^(?:\{([^{}\^]{1,120})\}|([^\^{}A-Za-z]{1,120})\^)")
_DIGIT: Final = "[⁰¹²³⁴-⁹]"
_RAISED_CHARACTERS: Final = re.compile(
    rf"(?<!{_DIGIT}){_DIGIT}{{1,4}}+(?!{_DIGIT})"
    rf"(?:\s?[˒‚⸴,;⁻–—‐‑‒−﹣˗-]\s?{_DIGIT}{{1,4}}+(?!{_DIGIT})){{0,40}}+"
)
_NUMBERS: Final = r"([1-9]\d{0,2}+(?:[,–‑-][1-9]\d{0,2}+){0,30}+)"
_END: Final = r"(?=\s|\Z|[)\]”’\"](?:\s|\Z|[.,;])|[.,;:?!](?:\s|\Z))"
_AFTER_STOP: Final = re.compile(
    rf"(?:(?<=[^\W\d_]|[)\]”’\"%])([.,;:?!])|(?<=\d)(\.))[”’\"]?{_NUMBERS}{_END}"
)
_AFTER_WORD: Final = re.compile(rf"(?:(?<=[^\W\d_]{{4}})|(?<=[A-Za-z][)\]”])){_NUMBERS}{_END}")
_RUN_EDGES: Final = " \t\r\n\u00a0\u2009\u202f,;."
_JOINT: Final = re.compile(r"\s{0,2}(?:([-‐‑‒–—−]|--)|[,;]|&|[,;]?\s?(?:and|und|et|y)\s)?\s{0,2}")
_LONGEST_JOINT: Final = 9
_LONGEST_CHAIN: Final = 50


class _Counts(Enum):
    """What a number in parentheses may count; a sentence only where another is counted too."""

    ITEM = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a marker, and what kind of reading makes it one."""

    start: int
    end: int
    reading: Reading
    form: CitationForm
    numbers: NumberList

    @property
    def marker(self) -> Marker:
        """The marker that it then is."""
        return Marker(self.start, self.end, self.form, self.numbers.cited)


def numeric_candidates(
    text: str, superscripts: Sequence[Span], numbering: Numbering
) -> list[Candidate]:
    """All that may cite by number in a block's text, in its order, none over another.

    The markers that are known already are hidden in the text.
    """

    def raised(text: str, numbering: Numbering) -> Iterator[Candidate]:
        return _raised(text, superscripts, numbering)

    found: list[Candidate] = []
    for candidates in (_in_brackets, raised, _in_parentheses, _flattened):
        new = _chained(text, list(candidates(text, numbering)))
        found += new
        text = hide(text, [each.marker for each in new])
    return sorted(found, key=lambda each: each.start)


def _in_brackets(text: str, numbering: Numbering) -> Iterator[Candidate]:
    for found in _BRACKETS.finditer(text):
        numbers = read_numbers(found[1])
        if numbers is None:
            continue
        start, end = found.span()
        if text[start - 1 : start] == text[end : end + 1] == "^":
            start, end = start - 1, end + 1
        if is_bracket_citation(numbers, Surroundings.of(text, start, end), numbering.largest):
            yield Candidate(start, end, Reading.CERTAIN, CitationForm.BRACKET, numbers)


def _raised(text: str, superscripts: Sequence[Span], numbering: Numbering) -> Iterator[Candidate]:
    largest = numbering.largest or LARGEST
    runs = [_inner(text, span.start, span.end) for span in superscripts]
    spelt = [(found.span(), found.span()) for found in _RAISED_CHARACTERS.finditer(text)]
    carets = [(found.span(), found.span(1 if found[1] else 2)) for found in _CARETS.finditer(text)]
    end_of_last = 0
    for (start, end), (first, last) in sorted(runs + spelt + carets):
        numbers = read_numbers(text[first:last])
        if numbers is None or numbers.largest > largest or start < end_of_last:
            continue
        if is_raised_citation(numbers, Surroundings.of(text, start, end)):
            end_of_last = end
            yield Candidate(start, end, Reading.RAISED, CitationForm.SUPERSCRIPT, numbers)


def _inner(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """A raised run without the blanks and commas at its edges, and what is in its brackets."""
    run = text[start:end]
    start += len(run) - len(run.lstrip(_RUN_EDGES))
    end = max(start, end - (len(run) - len(run.rstrip(_RUN_EDGES))))
    is_enclosed = text[start : start + 1] in {"(", "["} and text[end - 1 : end] in {")", "]"}
    return (start, end), (start + 1, end - 1) if is_enclosed else (start, end)


def _in_parentheses(text: str, numbering: Numbering) -> Iterator[Candidate]:
    found = list(_possible_parentheses(text, numbering))
    counts = [_counts(text, each) for each in found]
    in_run: set[int] = set()
    for index, (first, second) in enumerate(pairwise(found)):
        if second.numbers.numbers == (first.numbers.largest + 1,):
            is_list = counts[index] is not None and counts[index] == counts[index + 1]
            is_first = first.numbers.numbers == (1,) and counts[index + 1] is _Counts.ITEM
            in_run |= {index, index + 1} if is_list or is_first else set()
    for index, each in enumerate(found):
        if index not in in_run and counts[index] is not _Counts.ITEM:
            yield each


def _possible_parentheses(text: str, numbering: Numbering) -> Iterator[Candidate]:
    for found in _PARENTHESES.finditer(text):
        numbers = read_numbers(found[1])
        if numbers is None:
            continue
        start, end = found.span()
        around = Surroundings.of(text, start, end)
        largest = numbering.largest or (LARGEST if numbers.is_named else 0)
        if is_parenthesis_citation(numbers, around, largest):
            reading = Reading.CERTAIN if numbers.is_named else Reading.PARENTHESIS
            yield Candidate(start, end, reading, CitationForm.PARENTHESIS, numbers)


def _counts(text: str, each: Candidate) -> _Counts | None:
    """Whether it may count what follows: `We tested (1) whether … and (2) whether …`."""
    if len(each.numbers.numbers) > 1 or each.reading is Reading.CERTAIN:
        return None
    around = Surroundings.of(text, each.start, each.end)
    if enumerates(around):
        return _Counts.ITEM
    return _Counts.SENTENCE if begins_sentence(around) else None


def _flattened(text: str, numbering: Numbering) -> Iterator[Candidate]:
    if not numbering.largest:
        return
    spans = [(found.span(3), found.start()) for found in _AFTER_STOP.finditer(text)]
    spans += [(found.span(1), found.start()) for found in _AFTER_WORD.finditer(text)]
    for (start, end), stop in sorted(spans):
        numbers = read_numbers(text[start:end])
        if numbers is None or numbers.largest > numbering.largest:
            continue
        is_list = len(numbers.numbers) > 1
        around = (
            Surroundings.of(text, stop, end) if stop < start else Surroundings.of(text, start, end)
        )
        if stop < start:
            cites = is_flattened_after_stop(text[stop], around, is_list=is_list)
        else:
            cites = is_flattened_after_word(around)
        if cites:
            yield Candidate(start, end, Reading.FLATTENED, CitationForm.SUPERSCRIPT, numbers)


def _chained(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, where `[1], [2]` is one and `[1]–[3]` a range."""
    chains: list[list[Candidate]] = []
    for each in found:
        if chains and _is_joined(text, chains[-1][-1], each) and len(chains[-1]) < _LONGEST_CHAIN:
            chains[-1].append(each)
        else:
            chains.append([each])
    return [chain[0] if len(chain) == 1 else _joined(text, chain) for chain in chains]


def _is_joined(text: str, first: Candidate, second: Candidate) -> bool:
    if second.start - first.end > _LONGEST_JOINT or first.reading is Reading.FLATTENED:
        return False
    joint = _JOINT.fullmatch(text, first.end, second.start)
    return joint is not None and (not joint[1] or _between(first, second) is not None)


def _between(first: Candidate, second: Candidate) -> tuple[str, ...] | None:
    """The labels from the last number of the one to the first of the other."""
    return number_range(str(first.numbers.numbers[-1]), str(second.numbers.numbers[0]))


def _joined(text: str, chain: Sequence[Candidate]) -> Candidate:
    cited = list(chain[0].numbers.cited)
    for first, second in pairwise(chain):
        joint = _JOINT.fullmatch(text, first.end, second.start)
        if joint and joint[1]:
            cited += [Cited(label) for label in (_between(first, second) or ())[1:-1]]
        cited += second.numbers.cited
    by_label = {each.label: each for each in reversed(cited)}
    numbers = NumberList(
        tuple(by_label[label] for label in dict.fromkeys(each.label for each in cited)),
        tuple(number for each in chain for number in each.numbers.numbers),
        is_named=chain[0].numbers.is_named,
    )
    return replace(chain[0], end=chain[-1].end, numbers=numbers)
