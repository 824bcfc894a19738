"""Words of a statement that deny, hedge or limit it, and which of them stand for one another in two
statements on the same matter.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token

Keys = frozenset[str]

_ANYBODY: Final = frozenset({"patient", "patients", "participants", "people", "subjects", "those"})
_OF_WHAT: Final = frozenset({
    "in", "among", "for", "with", "when", "where", "if", "at", "after", "by", "on", "during",
})  # fmt: skip
_BEGINNING: Final = 5  # letters that words of one family have in common
_HARDLY: Final = 2
_LEAST: Final = 4
_NEAR: Final = 0.5
_FEW: Final = 5
_ROUNDED: Final = 10
_OTHER_KIND: Final = 0.25
_NEXT_TO: Final = 0.5


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes what its clause says.

    `about` are the keys of the clause: of one that has hardly any, with those of the next in the
    sentence, and of one without any, of the one before. `behind` are those of the words behind it,
    up to a comma. `is_plain` where the word can mean nothing else.
    """

    clause: int
    sentence: int
    word: Token
    about: Keys
    behind: Keys
    is_plain: bool = True


def keys_of(clause: Clause | Sequence[Token], skips: Callable[[Token], bool]) -> Keys:
    """What a clause speaks of: its words by their classes, its people, its numbers without their
    decimals; but for the words that are skipped.
    """
    tokens = clause.tokens if isinstance(clause, Clause) else clause
    return frozenset(
        _rounded(each.folded) if each.sort is Sort.NUMBER else each.kind
        for each in tokens
        if not skips(each)
        and each.sort in (Sort.CONTENT, Sort.PEOPLE, Sort.NUMBER)
        and each.folded not in _ANYBODY
    )


def _rounded(number: str) -> str:
    value = number.replace(",", "")
    is_large = value.replace(".", "", 1).isdecimal() and float(value) >= _ROUNDED
    return str(round(float(value))) if is_large else value


def cues_in(
    clauses: Sequence[Clause],
    is_cue: Callable[[Sequence[Token], int], bool],
    skips: Callable[[Token], bool],
    is_plain: Callable[[Token], bool],
) -> Iterator[Cue]:
    """Each cue of a statement, in its order."""
    for number, clause in enumerate(clauses):
        tokens = clause.tokens
        for at, token in enumerate(tokens):
            if not is_cue(tokens, at):
                continue
            following = clauses[number + 1] if number + 1 < len(clauses) else None
            if following and following.sentence != clause.sentence:
                following = None
            then = keys_of(following, skips) if following else frozenset[str]()
            behind = keys_of(_phrase(tokens[at + 1 :]), skips) or keys_of(tokens[at + 1 :], skips)
            own = _without(tokens, at, skips)
            about = own or keys_of(clause, skips)
            if at + 1 == len(tokens) and then:  # `…, possibly | because it was late`
                about = behind = then
            elif not own and len(about) < _HARDLY:  # `but not if | it was late`
                about |= then
            if not about and number:
                about = keys_of(clauses[number - 1], skips)
            yield Cue(number, clause.sentence, token, about, behind, is_plain(token))


def _without(tokens: Sequence[Token], at: int, skips: Callable[[Token], bool]) -> Keys:
    """What stands behind a `without`, a `with no` or a `not in`, up to a comma: of nothing else it
    speaks.
    """
    before = tokens[at - 1].folded if at else ""
    behind = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    is_elliptic = tokens[at].folded == "not" and behind in _OF_WHAT
    is_of_noun = tokens[at].folded == "without" or (tokens[at].folded, before) == ("no", "with")
    if not (is_elliptic or is_of_noun):
        return frozenset()
    return keys_of(_phrase(tokens[at + 1 :]), skips)


def _phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    return list(takewhile(lambda each: each.sort is not Sort.MARK, tokens))


def shared(keys: Keys, others: Keys) -> Keys:
    """The keys that the others have as well, or a word that begins alike."""
    beginnings = {each[:_BEGINNING] for each in others if len(each) >= _LEAST}
    return frozenset(each for each in keys if each in others or _begins(each, beginnings))


def _begins(key: str, beginnings: Collection[str]) -> bool:
    """Whether it begins as one of these, of four letters or five: `cure` and `cured`."""
    return len(key) >= _LEAST and (
        key[:_BEGINNING] in beginnings or (len(key) > _LEAST and key[:_LEAST] in beginnings)
    )


@dataclass(frozen=True, slots=True)
class Sides:
    """The clauses of two statements by their keys."""

    ours: Sequence[Keys]
    theirs: Sequence[Keys]

    def are_of_one_matter(self, mine: Cue, other: Cue) -> bool:
        """Whether a cue of theirs can stand for one of ours: their clauses are near enough to one
        another, measured by the clause of the other side that is nearest; or one says too little.
        """
        both = len(mine.about & other.about)
        nearest = max((len(mine.about & each) for each in self.theirs), default=0)
        back = max((len(other.about & each) for each in self.ours), default=0)
        if both >= _NEAR * nearest or (back > 1 and both >= _NEAR * back):
            return True
        few = min(len(mine.about), len(other.about))
        return few <= _FEW and (2 * both > few or max(nearest, back) < 2)


def unanswered(
    ours: Sequence[Cue], theirs: Sequence[Cue], sides: Sides, said: Keys
) -> Iterator[Cue]:
    """Our cues for which none of theirs stands, those on the same matter first. Each stands for one
    in a sentence: what is said once may have been said twice.
    """
    pairs = sorted(
        (_unlikeness(mine, other), at, to)
        for at, mine in enumerate(ours)
        for to, other in enumerate(theirs)
    )
    answered: set[int] = set()
    taken: set[tuple[int, int]] = set()
    for _, at, to in pairs:
        place = to, ours[at].sentence
        if at in answered or place in taken or not sides.are_of_one_matter(ours[at], theirs[to]):
            continue
        answered.add(at)
        taken.add(place)
    used = {to for to, _ in taken}
    free = [each for to, each in enumerate(theirs) if to not in used]
    restated = [each for each in free if 2 * len(shared(each.about, said)) >= len(each.about)]
    for at, mine in enumerate(ours):
        if at in answered:
            continue
        # One of the others may stand for it that is about what our side says as well; for one that
        # says too little to tell, any.
        may_stand = restated if len(mine.about) > _FEW else free
        may_stand = [each for each in may_stand if each.is_plain or each.about & mine.about]
        if may_stand:
            other = may_stand.pop()
            free = [each for each in free if each is not other]
            restated = [each for each in restated if each is not other]
            continue
        yield mine


def _unlikeness(mine: Cue, other: Cue) -> tuple[float, float]:
    """By which pairs of cues are ordered: those whose clauses have most in common first."""
    both = len(mine.about & other.about)
    sizes = sorted((len(mine.about), len(other.about)))
    of_one_kind = 0.0 if mine.is_plain is other.is_plain else _OTHER_KIND
    next_to = mine.behind & other.behind
    fewest = min(len(mine.behind), len(other.behind))
    alike = both / max(1, sizes[0]) + _NEXT_TO * len(next_to) / max(1, fewest)
    return of_one_kind - alike, -both / max(1, sizes[1])
