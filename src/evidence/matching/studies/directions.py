"""Whether two statements tell the same direction of the same thing."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token, read_clauses
from evidence.matching.studies.effects import CHANGES, OPPOSITE, THAN, Effect, effects_of
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift

# Pairs of words for what something does: one for the other turns a finding round.
_ROLES: Final = (
    (r"agonis(?:t|ts|m|e|es|ed)", r"antagonis(?:t|ts|m|e|es|ed)"),
    (r"sensiti(?:ve|vity)|susceptib(?:le|ility)", r"resist(?:ant|ance)|refractory|insensitive"),
    (
        r"activat(?:e|es|ed|ing|ion|or)|stimulat(?:e|es|ed|ing|ion)|upregulat\w+",
        r"inhibit(?:s|ed|ing|ion|or)?|block(?:s|ed|ing|ade|er)?|suppress(?:es|ed|ing|ion)?|"
        r"abolish\w*|inactivat\w+|downregulat\w+|antagoni[sz]\w+|antagonist|prevent\w*|reduc\w*|"
        r"decreas\w*|attenuat\w*|impair\w*|disrupt\w*|lower\w*",
    ),
    (
        r"gain(?:s|ed|ing)?",
        r"loss(?:es)?|los[et]s?|losing|fell|fall|lower|reduc\w+|decreas\w+|down",
    ),
    (r"superior(?:ity)?", r"inferior(?:ity)?"),
    (r"noninferior(?:ity)?", r"inferior(?:ity)?"),
    (r"hypertension|hypertensive", r"hypotension|hypotensive"),
    (r"hyperglyc(?:a)?emi[ac]", r"hypoglyc(?:a)?emi[ac]"),
    (r"hyperkal(?:a)?emi[ac]", r"hypokal(?:a)?emi[ac]"),
    (r"tachycardia", r"bradycardia"),
    (r"benefit(?:s|ed|ted|ting)?|beneficial", r"harm(?:s|ed|ful|ing)?"),
    (r"positive(?:ly)?", r"negative(?:ly)?|inverse(?:ly)?"),
    (r"induc(?:e|es|er|ers)", r"inhibit(?:s|or|ors)?"),
)
_ROLE_PATTERNS: Final = tuple((re.compile(a), re.compile(b)) for a, b in _ROLES)
_CONTROLS: Final = word_set(
    "placebo controls untreated usual standard sham comparator conventional"
)
_ALIVE: Final = frozenset({"death", "surviv"})
_LEAST_SHARED: Final = 0.5


def differing_direction(claim: str, quotes: Sequence[str]) -> Shift | None:
    """Words by which the claim tells the other direction of a thing that a quote tells of too.

    Nothing is said where either denies anything, where both directions stand on one side, or where
    the two are compared the other way round (`A was lower than B`, `B was higher than A`).
    """
    ours = read_clauses(claim)
    theirs = [(at, clause) for at, quote in enumerate(quotes) for clause in read_clauses(quote)]
    for clause in ours:
        told = _against(clause, theirs) or _other_role(clause, theirs)
        if told:
            return told
    return None


def _against(clause: Clause, theirs: Sequence[tuple[int, Clause]]) -> Shift | None:
    for effect in effects_of(clause):
        if clause.is_denied(effect.at):
            continue
        opposite, same = None, False
        for at, other in theirs:
            for told in effects_of(other):
                if other.is_denied(told.at):
                    continue
                if any(each.root == effect.word.root for each in other.tokens):
                    same = True  # `lower the rate of elevation`, of the same
                agrees = _compare(effect, told, clause, other)
                turns = _turns(clause, effect, other, told)
                if agrees is None or turns is None:
                    continue
                if agrees is not turns:
                    same = True
                else:
                    opposite = Shift(effect.word.written, told.word.written, at)
        if opposite and not same:
            return opposite
    return None


def _compare(ours: Effect, theirs: Effect, clause: Clause, other: Clause) -> bool | None:
    """Whether both go the same way; None where they are not about the same thing."""
    is_same_thing = bool(ours.objects & theirs.objects)
    topics = len((clause.roots - CHANGES) & (other.roots - CHANGES))
    if ours.value and theirs.value:
        is_same_thing = is_same_thing or bool(ours.objects & _ALIVE and theirs.objects & _ALIVE)
        if not is_same_thing:
            return True if ours.value == theirs.value and topics else None
        return ours.value == theirs.value
    if not is_same_thing or topics < min(2, len(clause.roots - CHANGES)):
        return None
    if theirs.way == ours.way:
        return True
    return False if theirs.way == OPPOSITE.get(ours.way) else None


def _turns(clause: Clause, ours: Effect, other: Clause, theirs: Effect) -> bool | None:
    """Whether the two compare the other way round (`lower on A than on B`, `higher on B than on
    A`); None where that is unclear.
    """
    if _is_control(clause, ours.at) != _is_control(other, theirs.at):
        return True if _compared(clause)[1] and _compared(other)[1] else None
    a, b = _compared(clause), _compared(other)
    if a[1] & b[0] and a[0] & b[1]:
        return True
    return None if (a[1] & b[0] and b[1]) or (a[0] & b[1] and a[1]) else False


def _is_control(clause: Clause, at: int) -> bool:
    """Whether the effect is told of the control: `mortality was higher on placebo`."""
    words = [token.folded for token in clause.tokens]
    cut = next((place for place, word in enumerate(words) if word in THAN), len(words))
    end = next((p for p in range(at, len(words)) if words[p] in ("and", ",", "but")), len(words))
    return any(word in _CONTROLS for place, word in enumerate(words[: min(cut, end, at + 5)]))


def _compared(clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before a comparison, and what something is compared with, words of both aside."""
    words = clause.tokens
    cut = next((at for at in range(len(words)) if _compares(words, at)), len(words))
    behind: list[Token] = []
    for token in words[cut + 1 :]:
        if token.sort is Sort.MARK or (behind and token.sort is not Sort.CONTENT):
            break
        if token.sort is Sort.CONTENT:
            behind.append(token)
    rest = [token for token in words if token.sort is Sort.CONTENT and token not in behind]
    return _names(rest), _names(behind)


def _compares(tokens: Sequence[Token], at: int) -> bool:
    """Whether a `than` stands here before what is compared, and not before a bound (`more than 1000
    mg`).
    """
    is_bound = at + 1 < len(tokens) and tokens[at + 1].sort is Sort.NUMBER
    return tokens[at].folded in THAN and not (tokens[at].folded == "than" and is_bound)


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(each.root for each in tokens if each.kind not in CHANGES)


def _other_role(clause: Clause, theirs: Sequence[tuple[int, Clause]]) -> Shift | None:
    """A word for which the other of its pair stands in the clause that is nearest."""
    if clause.negates or not theirs:
        return None
    at, other = max(theirs, key=lambda each: len(each[1].roots & clause.roots))
    ways = ({each.kind for each in one.tokens} for one in (clause, other))
    if other.negates or any({"up", "down"} <= each for each in ways):
        return None
    for one, opposite in _ROLE_PATTERNS:
        for mine, turned in ((one, opposite), (opposite, one)):
            word, their = _word(clause, mine), _word(other, turned)
            if word is None or their is None or _word(clause, turned) or _word(other, mine):
                continue
            rest = clause.roots - {word.kind}
            shared = rest & (other.roots - {their.kind})
            if shared and len(shared) >= _LEAST_SHARED * min(len(rest), len(other.roots) - 1):
                return Shift(word.written, their.written, at)
    return None


def _word(clause: Clause, pattern: re.Pattern[str]) -> Token | None:
    return next((each for each in clause.tokens if pattern.fullmatch(each.folded)), None)
