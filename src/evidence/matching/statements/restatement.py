"""Whether a document's statement says what a claim says, and in which words it does not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel

from evidence.matching.statements.alterations import Change, alterations_of, rewordings_of, said
from evidence.matching.statements.sentence_words import CACHE, LONGEST, Meaning, Word, read_sentence
from evidence.matching.statements.spelling import joined_like

_LEAST: Final = 0.66  # likeness below which two sentences are two statements
_LEAST_ALTERED: Final = 0.75
_LEAST_RENAMED: Final = 0.8  # where each names something that the other does not
_REORDERED: Final = 0.95  # what the same words in another order count
_CONTAINED: Final = 0.9
_FEWEST_CONTAINED: Final = 3
_MOST_SHOWN: Final = 4
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "(", ")", "and", "but", "while", "whereas"})
_PREPOSITIONS: Final = frozenset({
    "in", "at", "among", "with", "without", "after", "before", "by", "during", "on", "under", "for",
    "within", "over",
})  # fmt: skip


class RestatementKind(StrEnum):
    """How a statement says what a claim says."""

    SAME = "same"
    REWORDED = "reworded"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Restatement:
    """A statement as the restatement of a claim: the changes that alter it first.

    `ratio` is how alike the two are in what they speak of, 1 for the same words.
    """

    kind: RestatementKind
    changes: tuple[Change, ...] = ()
    ratio: float = 1.0

    @property
    def alterations(self) -> tuple[Change, ...]:
        """The changes that alter what is said."""
        return tuple(change for change in self.changes if change.alters)

    @property
    def told(self) -> str:
        """The changes that matter most, in a few words: `20 → 200; `may` added`."""
        told = self.alterations or self.changes
        shown = [str(change) for change in told[:_MOST_SHOWN]]
        if len(told) > _MOST_SHOWN:
            shown.append(f"{len(told) - _MOST_SHOWN} more")
        return "; ".join(shown)

    def __str__(self) -> str:
        return f"{self.kind}: {self.told}" if self.changes else str(self.kind)


SAME: Final = Restatement(RestatementKind.SAME)


def restate(claim: str, statement: str) -> Restatement | None:
    """How the statement says what the claim says; None when it is another statement.

    SAME: but for case, quotes, dashes, blanks, the final stop, British or American spelling, and
    the spelling of numbers and units. ALTERED: a number, unit, bound, negation, hedge, or what was
    studied in was changed, dropped or added, or a name, or a word of a small set (a direction,
    degree, order, age …), was replaced by another. REWORDED: only other words or punctuation.
    Where the claim is a part of the statement, only the clause that it stands in can alter it.
    """
    if max(len(claim), len(statement)) <= LONGEST:
        claim, statement = joined_like(claim, statement), joined_like(statement, claim)
    ours, theirs = read_sentence(claim), read_sentence(statement)
    if same_words(claim) == same_words(statement):
        return SAME
    ratio = likeness(ours, theirs)
    clause = _clause_with(ours, theirs)
    if clause:
        ratio = max(ratio, _CONTAINED)
    if ratio < _LEAST:
        return None
    told = {(each.before, each.after): each for each in alterations_of(ours, clause or theirs)}
    alterations = tuple(told.values())  # what two rules find is told once
    altering = {change.kind for change in alterations}
    words = tuple(
        change
        for change in rewordings_of(ours, theirs, altering)
        if (change.before, change.after) not in told
    )
    if alterations:
        least = _LEAST_RENAMED if Meaning.NAME in altering else _LEAST_ALTERED
        if len(alterations) == 1 and not words:
            least = _LEAST  # all else is the same
        # One that keeps little more than the topic is another statement on it.
        most = max(1, (sum(bool(word.about) for word in ours) + 1) // 2)
        if ratio < least or len(alterations) > most:
            return None
    kind = RestatementKind.ALTERED if alterations else RestatementKind.REWORDED
    return Restatement(kind, alterations + words, ratio)


def likeness(ours: Sequence[Word], theirs: Sequence[Word]) -> float:
    """From 0 to 1: how far two sentences speak of the same, numbers and hedges left aside."""
    a = [word.about for word in ours if word.about]
    b = [word.about for word in theirs if word.about]
    if not a or not b:
        return 0.0
    shared = sum((Counter(a) & Counter(b)).values())
    in_any_order = 2 * shared / (len(a) + len(b))
    if in_any_order < _LEAST / 2:
        return in_any_order
    return max(Indel.normalized_similarity(a, b), _REORDERED * in_any_order)


@lru_cache(maxsize=CACHE)
def same_words(text: str) -> tuple[str, ...]:
    """What two sentences have in common that are the same, as `said` has their words."""
    words = (said(word) for word in read_sentence(text) if word.folded != "-")
    return (*words, *text[LONGEST:].split())


def _clause_with(ours: Sequence[Word], theirs: Sequence[Word]) -> Sequence[Word]:
    """The part of their sentence that holds all of ours in one piece, up to where its clause ends;
    empty when there is none.
    """
    a = [word.about for word in ours if word.about]
    told = [at for at, word in enumerate(theirs) if word.about]
    b = [theirs[at].about for at in told]
    if len(a) < _FEWEST_CONTAINED or len(b) <= len(a):
        return ()
    before = next(at for at, word in enumerate(ours) if word.about)
    behind = next(at for at, word in enumerate(reversed(ours)) if word.about)
    for start in range(len(b) - len(a) + 1):
        if b[start : start + len(a)] == a:
            first = max(told[start] - before, 0)
            return _whole_clause(theirs, first, told[start + len(a) - 1] + behind)
    return ()


def _whole_clause(words: Sequence[Word], first: int, last: int) -> Sequence[Word]:
    """The clause around these words, with what stands beside it as `, in mice,` does."""
    ends = [-1, *(at for at, word in enumerate(words) if word.folded in _CLAUSE_ENDS), len(words)]
    pieces = [(x + 1, y) for x, y in pairwise(ends) if y > x + 1]
    inside = [at for at, (x, y) in enumerate(pieces) if x <= last and y > first]
    low, high = inside[0], inside[-1]
    while low and words[pieces[low - 1][0]].folded in _PREPOSITIONS:
        low -= 1
    while high + 1 < len(pieces) and words[pieces[high + 1][0]].folded in _PREPOSITIONS:
        high += 1
    return words[pieces[low][0] : pieces[high][1]]
