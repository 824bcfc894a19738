"""What the negations of a clause deny."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.studies.clauses import AUXILIARIES, Clause, Sort, Token
from evidence.matching.studies.roots import word_set

PREPOSITIONS: Final = frozenset({"in", "with", "at", "after", "among", "for", "during", "between"})
"""Words before that of which something is denied."""
EFFECTS: Final = frozenset({
    "up", "down", "good", "worse", "prevent", "cause", "differ", "inhibit", "cross", "respond",
    "link", "slow", "activ",
})  # fmt: skip
"""Classes of words for what something does."""

# Words between a negation and what it denies: `did not show a significant improvement`.
_LIGHT: Final = word_set(
    "show demonstrat prov find found observ see seen lead result produc provid yield confer "
    "exhibit reveal report appear reach achiev meet met make made occur add evidenc "
    "sign signs signific statistical clinical clinicall meaning relevant additional addition new "
    "further overall clear treatment-relat relat seriou sever major apparent marked substantial "
    "strong consistent need requir least suggest indicat shown experienc develop kind such "
    "case instanc episod any known notable detectabl measurabl material first evident"
)
_NEWS: Final = word_set("signal signals concern concerns issue issues problem problems warning")
_OF_WHOM: Final = PREPOSITIONS | {"on", "of"}
_NUMBERED: Final = frozenset({"type", "types", "grade", "stage", "class", "phase"})
_ADVISING: Final = frozenset({"should", "must", "can", "could", "may", "ought"})
SCOPE: Final = 40
"""How many words behind a negation it can deny."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What a negation denies: the words, in the order of the clause, the first of them its verb or
    noun; `at` is where the negation stands.
    """

    at: int
    head: Token | None
    scope: tuple[Token, ...]


def denials_of(clause: Clause) -> Iterator[Denied]:
    """Each negation of a clause with what it denies."""
    for at, token in enumerate(clause.tokens):
        if token.sort is not Sort.NEGATION:
            continue
        scope = tuple(content_of(clause.tokens[at + 1 : at + 1 + SCOPE]))
        told = [each for each in scope if not is_light(each)]
        if not scope and (_is_left_out(clause.tokens, at) or token.folded.startswith("fail")):
            told = []  # `lower doses did not`, `in whom surgery failed`
        elif scope and _is_new_safety(scope):
            told = []  # `no new safety signal` is no denial of `safe`
        elif scope and clause.tokens[at + 1].folded == "such":
            told = []  # `no such effect`: of another clause
        elif token.folded == "none" and scope and clause.tokens[at + 1].folded in _OF_WHOM:
            told = []  # `in three on the drug and in none on placebo`
        elif any(each.folded in _NUMBERED for each in scope[:3]):
            told = []  # `did not include type 1`: neither is `type 2`
        elif _is_put_off(clause.tokens, at):
            told = []  # `should not be used before it is tested`: a condition
        elif any(each.folded == "only" for each in clause.tokens[at + 1 :]):
            told = []  # `did not fall with the lower dose, only with the higher one`
        elif not told or _is_seen_before(clause.tokens, at):  # `a difference was not seen in men`
            told = [each for each in content_of(clause.tokens[:at]) if not is_light(each)][-1:]
        elif scope[0].root == "evidenc":  # `no evidence that the drug prevents it`
            told = [each for each in told if each.kind in EFFECTS] or told
        yield Denied(at, told[0] if told else None, scope)


def _is_put_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is denied up to a time, after which it may hold."""
    behind = {each.folded for each in tokens[at + 1 :]}
    is_advice = at > 0 and tokens[at - 1].folded in _ADVISING
    return "until" in behind or (is_advice and "before" in behind)


def _is_new_safety(scope: Sequence[Token]) -> bool:
    """Whether what is denied is bad news: `no safety signal`, `no toxicity concern`."""
    return any(each.folded in _NEWS for each in scope[:4])


def _is_left_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb that is denied stands in another clause: `lower doses did not`."""
    return at > 0 and tokens[at - 1].folded in ("do", "does", "did")


def _is_seen_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb behind the negation only says that something was not seen, and no more."""
    if at == 0 or tokens[at - 1].folded not in AUXILIARIES:
        return False
    rest = [each for each in tokens[at + 1 :] if not each.folded.endswith("ly")]
    return len(rest) > 1 and is_light(rest[0]) and rest[1].folded in PREPOSITIONS


def content_of(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words that say something, and those for up and down."""
    for each in tokens:
        if each.sort is Sort.CONTENT or each.kind in ("up", "down"):
            yield each


def is_light(token: Token) -> bool:
    """Whether a word stands between a negation and what it denies, and tells nothing."""
    return token.root in _LIGHT or token.folded in _LIGHT or token.folded.endswith("ly")
