"""Where the title of a record stands in a reference string, and whether it is the work's own there.

What stands around it counts as well: behind `Reply to:` it is the title of another work, and before
`II` that of another part.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from rapidfuzz.fuzz import partial_ratio_alignment

from evidence.matching.citation_string import CitationString
from evidence.matching.labels import derived_as
from evidence.matching.numerals import roman
from evidence.matching.text import letters, words
from evidence.matching.titles import TitleKind, compare_titles
from evidence.model.work import WITHDRAWAL_LABEL, Work

# Crossref's rule asks for a partial ratio above 0.75 of a whole string; here both sides are folded
# and cut to the title, so that two titles of one series reach that as well.
_SIMILAR: Final = 88.0
_TELLING_WORDS, _TELLING_LETTERS = 4, 20
_HEAD_WORDS: Final = 4
_WORDS_AROUND: Final = 3
_OTHERS: Final = frozenset({TitleKind.OTHER_PART, TitleKind.DERIVED})


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """The words from `start` to `end` of a reference string that are a record's title.

    `is_same`: word for word, but for harmless differences; `is_other`: it is the title of another
    part, of a reply, of an erratum; `is_telling`: long enough not to be the title of many works.
    """

    start: int
    end: int
    is_same: bool
    is_other: bool
    is_telling: bool


def find_title(citation: CitationString, work: Work) -> CitedTitle | None:
    """The record's title in the string, the longest form of it that is there; None without one."""
    forms = (_find(citation.words, form) for form in dict.fromkeys(_forms(work)))
    return max(filter(None, forms), key=_worth, default=None)


def _worth(title: CitedTitle) -> tuple[bool, bool, int]:
    return not title.is_other, title.is_same, title.end - title.start


def _forms(work: Work) -> Iterator[str]:
    """The titles without the mark of a work that was retracted, and without what a title can do
    without: a subtitle, but not `a reply` and not the number of a part.
    """
    for marked in work.titles:
        title = marked if work.takes_back else WITHDRAWAL_LABEL.sub("", marked)
        full = [f"{title}: {subtitle}" for subtitle in work.subtitles] or [title]
        yield from full
        if compare_titles((title,), full).kind not in _OTHERS:
            yield title
        head = title.partition(": ")[0]
        if len(words(head)) >= _HEAD_WORDS and compare_titles((head,), full).kind.agrees:
            yield head


def _find(cited: tuple[str, ...], title: str) -> CitedTitle | None:
    wanted = letters(title)
    is_telling = len(words(title)) >= _TELLING_WORDS and len(wanted) >= _TELLING_LETTERS
    ends = [0, *accumulate(map(len, cited))]
    text = "".join(cited)
    span = _exact(text, wanted, ends)
    if span is None and is_telling and len(wanted) <= len(text):
        span = _similar(text, wanted, ends)
    if span is None:
        return None
    start, end = span
    kind = compare_titles((" ".join(cited[start:end]),), (title,)).kind
    is_other = kind in _OTHERS or _is_other_work(cited, start, end, title)
    return CitedTitle(start, end, kind.agrees and not is_other, is_other, is_telling)


def _exact(text: str, wanted: str, ends: list[int]) -> tuple[int, int] | None:
    """The words that are the title letter by letter."""
    boundaries = {offset: at for at, offset in enumerate(ends)}
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if start in boundaries and end in boundaries:
            return boundaries[start], boundaries[end]
        start = text.find(wanted, start + 1)
    return None


def _similar(text: str, wanted: str, ends: list[int]) -> tuple[int, int] | None:
    """The words that are most like the title, if they are like enough."""
    found = partial_ratio_alignment(wanted, text, score_cutoff=_SIMILAR)
    if found is None:
        return None
    start = min(range(len(ends)), key=lambda at: abs(ends[at] - found.dest_start))
    end = min(range(len(ends)), key=lambda at: abs(ends[at] - found.dest_end))
    return (start, end) if start < end else None


def _is_other_work(cited: tuple[str, ...], start: int, end: int, title: str) -> bool:
    """Whether the words around make it the title of another part or of a reply."""
    following = cited[end : end + 2]
    if following[:1] in (("part",), ("pt",)) or any((roman(w) or 0) > 1 for w in following[:1]):
        return len(following[0]) > 1
    known = derived_as(title)
    own = " ".join(cited[start:end])
    before = (" ".join(cited[max(0, start - n) : start]) for n in range(1, _WORDS_AROUND + 1))
    after = (" ".join(cited[end : end + n]) for n in range(1, _WORDS_AROUND))
    around = [f"{lead}{sign} {own}" for lead in before for sign in ("", ":")]
    around += [f"{own}: {tail}" for tail in after]
    return any(kind and kind != known for kind in map(derived_as, around))
