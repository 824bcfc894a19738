"""What became of a sentence's numbers, units, negations, hedges, names and contrasts in another."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

from rapidfuzz.distance import LCSseq, Levenshtein

from evidence.matching.statements.contrasts import CONTRASTS, are_opposite
from evidence.matching.statements.meaning_words import OPPOSITES
from evidence.matching.statements.sentence_words import Meaning, Word, stem

_HEDGES_APART: Final = 4
_LOOKED_AT: Final = 12  # words of a run that was replaced
_DIRECTION: Final = -1  # the set of `increased` and `decreased`
_COMPARING: Final = frozenset({"versus", "vs", "than", "compared", "against"})
_CHOSEN_WORDS: Final = (Meaning.BOUND, Meaning.NEGATION, Meaning.HEDGE, Meaning.SYSTEM)

_Member: TypeAlias = tuple[int | str, Word]


@dataclass(frozen=True, slots=True)
class Change:
    """What the claim says and the statement says instead; either is empty where nothing stands."""

    kind: Meaning
    before: str
    after: str

    @property
    def alters(self) -> bool:
        """Whether it changes what is said, and not only the words."""
        return self.kind not in (Meaning.WORD, Meaning.STOP)

    def __str__(self) -> str:
        if self.before and self.after:
            return f"{self.before} → {self.after}"
        if not (self.before or self.after):
            return "punctuation"
        return f"`{self.before}` dropped" if self.before else f"`{self.after}` added"


def alterations_of(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """What the second sentence says otherwise than the first: numbers and units first."""
    yield from _numbers(ours, theirs)
    yield from _pairs(Meaning.UNIT, _once(ours, Meaning.UNIT), _once(theirs, Meaning.UNIT))
    for kind in (Meaning.BOUND, Meaning.NEGATION):
        yield from _pairs(kind, _of(ours, kind), _of(theirs, kind))
    yield from _pairs(Meaning.HEDGE, _hedges(ours), _hedges(theirs))
    yield from _systems(ours, theirs)
    yield from _names(ours, theirs)
    yield from _compared(ours, theirs)
    yield from _contrasts(ours, theirs)
    yield from _turned(ours, theirs)


def _of(words: Sequence[Word], kind: Meaning) -> list[Word]:
    return [word for word in words if word.meaning is kind]


def _once(words: Sequence[Word], kind: Meaning) -> list[Word]:
    return list({word.folded: word for word in reversed(_of(words, kind))}.values())[::-1]


def _pairs(kind: Meaning, ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """What is on one side only, as changes from one into the other as far as they go."""
    lost, new = _lacking(ours, theirs), _lacking(theirs, ours)
    for at in range(max(len(lost), len(new))):
        before = lost[at].written if at < len(lost) else ""
        after = new[at].written if at < len(new) else ""
        yield Change(kind, before, after)


def _lacking(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    """The words of ours that theirs have not, or not as often."""
    left = Counter(_key(word) for word in theirs)
    lost = []
    for word in ours:
        if left[_key(word)]:
            left[_key(word)] -= 1
        else:
            lost.append(word)
    return lost


def _key(word: Word) -> str:
    if word.meaning is Meaning.NUMBER and "." in word.folded:
        digits, times, power = word.folded.partition("×")
        return digits.rstrip("0").rstrip(".") + times + power
    return stem(word.folded) if word.meaning is Meaning.NAME else word.folded


def _numbers(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    a, b = _of(ours, Meaning.NUMBER), _of(theirs, Meaning.NUMBER)
    changes = tuple(each for each in _pairs(Meaning.NUMBER, a, b) if not _is_left_out(each))
    yield from changes
    if not _lacking(a, b) + _lacking(b, a) and [*map(_key, a)] != [*map(_key, b)]:
        # The same numbers in another order: a change of meaning, unless the words moved with them.
        x = [word.folded for word in ours if word.about]
        y = [word.folded for word in theirs if word.about]
        if LCSseq.similarity(x, y) == sum((Counter(x) & Counter(y)).values()):
            before, after = (", ".join(word.written for word in side) for side in (a, b))
            yield Change(Meaning.NUMBER, before, after)


def _hedges(words: Sequence[Word]) -> list[Word]:
    """The hedges, those that belong together (`thought that it may`) as one."""
    found: list[Word] = []
    last = -_HEDGES_APART - 1
    for at, word in enumerate(words):
        if word.meaning is Meaning.HEDGE:
            if at - last > _HEDGES_APART:
                found.append(word)
            last = at
    return found


def _systems(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    a, b = _once(ours, Meaning.SYSTEM), _once(theirs, Meaning.SYSTEM)
    lost = [word for word in a if not any(_compatible(word, other) for other in b)]
    new = [word for word in b if not any(_compatible(word, other) for other in a)]
    yield from _pairs(Meaning.SYSTEM, lost, new)


def _compatible(one: Word, other: Word) -> bool:
    """Whether one is the other, or a kind of it."""
    a, b = f"{one.folded}/", f"{other.folded}/"
    return a.startswith(b) or b.startswith(a)


def _is_left_out(change: Change) -> bool:
    """Whether it is only `once daily` for `daily`."""
    return f"{change.before}{change.after}".casefold() in ("once", "einmal")


def _names(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """Names that stand for each other; a name more or less may only be spelt out."""
    lost = _missing(_once(ours, Meaning.NAME), theirs)
    new = _missing(_once(theirs, Meaning.NAME), ours)
    if len(lost) == len(new):
        yield from _pairs(Meaning.NAME, lost, new)


def _missing(words: Sequence[Word], elsewhere: Sequence[Word]) -> list[Word]:
    """Those that stand nowhere in the other sentence, as a name or as any word."""
    there = {stem(word.folded) for word in elsewhere}
    return [word for word in words if stem(word.folded) not in there]


def _compared(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """What a finding is compared with (`compared with warfarin`, `than placebo`)."""
    lost, new = _missing(_standards(ours), theirs), _missing(_standards(theirs), ours)
    for before, after in zip(lost, new, strict=False):
        if before.meaning is not Meaning.NAME or after.meaning is not Meaning.NAME:
            yield Change(Meaning.NAME, before.written, after.written)


def _standards(words: Sequence[Word]) -> list[Word]:
    """The first word that says something behind each word of comparison."""
    found, is_awaited = [], False
    for word in words:
        if is_awaited and word.about:
            found.append(word)
            is_awaited = False
        elif word.folded in _COMPARING:
            is_awaited = True
        elif word.meaning is Meaning.NUMBER or word.meaning is Meaning.SYSTEM:
            is_awaited = False
    return found


def _contrasts(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """Words for which another of their set stands; and a direction that is told beside the other,
    where only one was.
    """
    a, b = _by_set(ours), _by_set(theirs)
    for at in a.keys() & b.keys():
        lost, new = _less(a[at], b[at]), _less(b[at], a[at])
        for (_, before), (_, after) in zip(lost, new, strict=False):
            yield Change(Meaning.CONTRAST, before.written, after.written)
        if at == _DIRECTION and not lost:
            there = {which for which, _ in a[at]}
            yield from (Change(Meaning.CONTRAST, "", w.written) for m, w in new if m not in there)
        elif at == _DIRECTION and not new:
            there = {which for which, _ in b[at]}
            yield from (Change(Meaning.CONTRAST, w.written, "") for m, w in lost if m not in there)


def _by_set(words: Sequence[Word]) -> dict[int, list[_Member]]:
    """The words of contrast by their set, each with the member that it is."""
    found: defaultdict[int, list[_Member]] = defaultdict(list)
    for word in words:
        if word.folded in OPPOSITES:
            found[_DIRECTION].append((OPPOSITES[word.folded], word))
        for at, which in CONTRASTS.get(word.folded, {}).items():
            found[at].append((which, word))
    return found


def _less(ours: Sequence[_Member], theirs: Sequence[_Member]) -> list[_Member]:
    """The members of ours that theirs have not, or not as often."""
    left = Counter(which for which, _ in theirs)
    lost = []
    for which, word in ours:
        if left[which]:
            left[which] -= 1
        else:
            lost.append((which, word))
    return lost


def _turned(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Change]:
    """`unstable` for `stable`, `hypertension` for `hypotension`."""
    for before, after in _replaced(ours, theirs):
        for one, other in product(before[:_LOOKED_AT], after[:_LOOKED_AT]):
            if are_opposite(one.folded, other.folded):
                yield Change(Meaning.NEGATION, one.written, other.written)


def rewordings_of(
    ours: Sequence[Word], theirs: Sequence[Word], altering: AbstractSet[Meaning]
) -> Iterator[Change]:
    """The runs of other words, in the order of the sentence, but for those that alter it; without
    any it is punctuation.
    """
    told = False
    for before, after in _replaced(ours, theirs):
        told = True
        if not {word.meaning for word in (*before, *after)} <= altering:
            yield Change(Meaning.WORD, _line(before), _line(after))
    if not told:
        yield Change(Meaning.STOP, "", "")


def _replaced(
    ours: Sequence[Word], theirs: Sequence[Word]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    a = [word for word in ours if word.meaning is not Meaning.STOP]
    b = [word for word in theirs if word.meaning is not Meaning.STOP]
    i = j = 0
    codes = Levenshtein.opcodes([*map(said, a)], [*map(said, b)])
    for block in codes.as_matching_blocks():
        if block.a > i or block.b > j:
            yield a[i : block.a], b[j : block.b]
        i, j = block.a + block.size, block.b + block.size


def _line(words: Sequence[Word]) -> str:
    return " ".join(word.written for word in words)


def said(word: Word) -> str:
    """A word as it is compared with others: of hedges and the like the very word, of numbers, units
    and names one form for all spellings.
    """
    is_chosen = word.meaning in _CHOSEN_WORDS and word.written[0].isalpha()
    return word.written.casefold() if is_chosen else word.folded
