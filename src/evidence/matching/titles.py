"""Whether two titles name one publication.

Titles agree when they are the same letters, or when every difference between them is on the list of
harmless ones: labels that a registry adds (`labels`), differences between the words themselves
(`wording`), and a subtitle that one side leaves out (here).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import islice

from rapidfuzz.fuzz import ratio

from evidence.matching.labels import derived_as, stripped
from evidence.matching.numerals import as_digits
from evidence.matching.text import letters, plain, same_but_for_lost_letters, words
from evidence.matching.wording import Wording, compare_wording

# Below this similarity of letters (0 to 100) two titles have nothing to do with each other.
_STRONG = 72.0

_LONG_TITLE, _SHORT_FORM = 22, 10
_MOST_CUTS = 40  # places where a subtitle may begin; a pasted page has thousands
_PART_WORDS = frozenset({"part", "pt", "teil", "partie", "parte"})


class TitleKind(Enum):
    """How two titles compare."""

    SAME = "the same title"
    MISSPELT = "the same title but for a letter"
    DIFFERENT = "another wording"
    OTHER_PART = "another part of the same series"
    DERIVED = "a reply to, an erratum of, a review of the other"
    UNRELATED = "nothing in common"

    @property
    def agrees(self) -> bool:
        """Whether the title names the same publication."""
        return self in (TitleKind.SAME, TitleKind.MISSPELT)


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """The best that two sets of titles have to offer, and the similarity behind it."""

    kind: TitleKind
    similarity: float = 100.0


_ORDER = tuple(TitleKind)
_OF_WORDING = {
    Wording.SAME: TitleKind.SAME,
    Wording.MISSPELT: TitleKind.MISSPELT,
    Wording.OTHER_NUMBER: TitleKind.OTHER_PART,
}


def compare_titles(ours: Iterable[str], theirs: Iterable[str], *, book: bool = False) -> TitleMatch:
    """The best match between any title of the entry and any title of the record.

    `book` allows a main title of one word (`Gravity`) to stand for title and subtitle.
    """
    theirs = tuple(theirs)
    best = TitleMatch(TitleKind.UNRELATED, 0.0)
    for a in ours:
        for b in theirs:
            found = _compare(a, b, book=book)
            if found.kind is TitleKind.SAME:
                return found
            if (_ORDER.index(found.kind), -found.similarity) < (
                _ORDER.index(best.kind),
                -best.similarity,
            ):
                best = found
    return best


@lru_cache(maxsize=4096)
def _compare(ours: str, theirs: str, *, book: bool) -> TitleMatch:
    if letters(ours) == letters(theirs):
        return TitleMatch(TitleKind.SAME)
    if same_but_for_lost_letters(ours, theirs):
        return TitleMatch(TitleKind.SAME)
    similarity = ratio(letters(ours), letters(theirs))
    if derived_as(ours) != derived_as(theirs):
        return TitleMatch(TitleKind.DERIVED, similarity)
    ours, theirs = stripped(ours, theirs), stripped(theirs, ours)
    a, b = canonical(ours), canonical(theirs)
    if "".join(a) == "".join(b):
        return TitleMatch(TitleKind.SAME, similarity)
    spelled = compare_wording(words(ours), words(theirs))
    wording = spelled if spelled.agrees else compare_wording(a, b)
    if wording in _OF_WORDING:
        return TitleMatch(_OF_WORDING[wording], similarity)
    for short, long in ((ours, theirs), (theirs, ours)):
        if _is_main_title(short, long, book=book) or _is_short_form(short, long):
            return TitleMatch(TitleKind.SAME, similarity)
    kind = TitleKind.DIFFERENT if similarity >= _STRONG else TitleKind.UNRELATED
    return TitleMatch(kind, similarity)


@lru_cache(maxsize=4096)
def canonical(title: str) -> tuple[str, ...]:
    """The folded words with `Part I` as `1`, and other numbers in digits too."""
    found: list[str] = []
    previous = ""
    for word in words(title):
        if previous in _PART_WORDS and found and as_digits(word).isdecimal():
            found.pop()
        found.append(as_digits(word))
        previous = word
    return tuple(found)


def _is_main_title(short: str, long: str, *, book: bool) -> bool:
    """The short title is the long one without its subtitle, or without what stands before it."""
    wanted = canonical(short)
    if len(wanted) < (1 if book else 2):
        return False
    for head, tail in islice(_cuts(long), _MOST_CUTS):
        if _agree(wanted, canonical(head)) and _is_subtitle(tail):
            return True
        if len(wanted) >= 4 and _agree(wanted, canonical(tail)) and _is_subtitle(head):
            return True
    return False


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return "".join(a) == "".join(b) or compare_wording(a, b) is Wording.SAME


def _cuts(title: str) -> Iterator[tuple[str, str]]:
    line = plain(title)
    for i, sign in enumerate(line):
        is_dash = sign in "-–—" and line[i - 1 : i + 2] == f" {sign} "
        is_stop = sign in ":?!;." and line[i + 1 : i + 2] in (" ", "")
        if is_dash or is_stop or sign in "—([":
            yield line[:i], line[i + 1 :]


def _is_subtitle(text: str) -> bool:
    """Something that a title can do without: not the number of a part, not `a reply`."""
    found = canonical(text)
    if not found or derived_as(text):
        return False
    is_numbered = found[0].isdecimal() and (len(found) == 1 or len(found[0]) < 4)
    return not is_numbered and not found[-1].isdecimal()


def _is_short_form(short: str, long: str) -> bool:
    """A very long title (of an old book, of an act) cited by its beginning."""
    a, b = words(short), words(long)
    return len(b) >= _LONG_TITLE and len(a) >= _SHORT_FORM and b[: len(a)] == a
