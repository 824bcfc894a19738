"""Whether two statements say and deny the same."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from evidence.matching.studies.aligned_denials import opposite_denial, opposite_figures
from evidence.matching.studies.clauses import AUXILIARIES, Clause, Sort, Token, read_clauses
from evidence.matching.studies.denial_counts import denial_count
from evidence.matching.studies.denials import (
    EFFECTS,
    PREPOSITIONS,
    SCOPE,
    Denied,
    content_of,
    denials_of,
    is_light,
)
from evidence.matching.studies.effects import OPPOSITE, effects_of
from evidence.matching.studies.ellipses import leaves_out
from evidence.matching.studies.shift import Shift

_NO_CHANGE: Final = frozenset(
    {"effect", "differ", "chang", "impact", "influenc", "affect", "alter"}
)
_ALIKE: Final = {"respond": "good"}
_AGENTS: Final = ("tor", "tors", "ist", "ists", "blocker", "blockers")  # `the RAF inhibitor`
_OF_NOUNS: Final = frozenset({"no", "without", "lack", "absence"})
_WHEN: Final = frozenset({"time", "point", "visit", "end", "stage", "moment", "period", "then"})
_MOST: Final = 4  # negations of one clause
_LEAST_SHARED: Final = 0.5
_LEAST_OF_OTHERS: Final = 0.75
_NOTHING: Final = re.compile(
    r"similar(?:ly)?|comparable|equivalent|unchanged|unaffected|unaltered|equal|identical|stable"
)
_SOMETHING: Final = frozenset({"up", "down", "worse", "differ", "affect", "chang", "alter"})


def differing_negation(claim: str, quotes: Sequence[str]) -> Shift | None:
    """What the claim says and a quote denies, or the other way round; None where nothing is.

    Nothing is said where the other statement denies in any words of its own (`similar`,
    `unaffected`, `well tolerated`), or where another clause of a quote agrees; and nothing where
    the claim denies no more often than its quotes, or no less often than the quote that denies:
    then a denial was put into other words (`except` for `did not hold in`).
    """
    found = _differing(claim, quotes)
    if found is not None:
        own = denial_count(claim)
        more = own > sum(map(denial_count, quotes))
        fewer = own < denial_count(quotes[found.quote])
        if more or fewer:
            return found
    return opposite_figures(claim, quotes)


def _differing(claim: str, quotes: Sequence[str]) -> Shift | None:
    ours = read_clauses(claim)
    theirs = tuple((at, read_clauses(quote)) for at, quote in enumerate(quotes))
    everything = tuple(clause for _, clauses in theirs for clause in clauses)
    for at, clauses in theirs:
        if shift := _against(ours, clauses, everything):
            return Shift(shift[0], shift[1], at)
        if shift := _against(clauses, ours, ours, beside=everything):
            return Shift(shift[1], shift[0], at)
        if words := _unchanged(ours, clauses):
            return Shift(words[0], words[1], at)
        if words := _unchanged(clauses, ours):
            return Shift(words[1], words[0], at)
    return opposite_denial(claim, quotes)


def _against(
    denying: Sequence[Clause],
    saying: Sequence[Clause],
    all_saying: Sequence[Clause],
    *,
    beside: Sequence[Clause] = (),
) -> tuple[str, str] | None:
    """The words that deny, and those that say it; nothing where a clause `beside` says it, too."""
    for number, clause in enumerate(denying):
        before = denying[number - 1] if number else None
        for denied in islice(denials_of(clause), _MOST):
            context = _context(clause, before)
            if _is_double(clause, denied) or _agrees(denied, context, clause, all_saying):
                continue
            if before is not None and leaves_out(denied, before.roots, all_saying):
                continue
            for other in saying:
                said = _said(denied, context, clause, other)
                if said and not any(_said(denied, context, clause, each) for each in beside):
                    return _words(clause, denied), said
    return None


def _unchanged(still: Sequence[Clause], moved: Sequence[Clause]) -> tuple[str, str] | None:
    """The word by which one side says that nothing changed (`similar`), and that by which the other
    says of the same that something did, where neither says anything else.
    """
    if any(clause.negates for clause in (*still, *moved)):
        return None
    for clause in still:
        word = next((t.written for t in clause.tokens if _NOTHING.fullmatch(t.folded)), "")
        if not word or _SOMETHING & _kinds(clause):
            continue
        for other in moved:
            shared = clause.roots & other.roots
            enough = max(2, _LEAST_SHARED * min(len(clause.roots), len(other.roots)))
            change = next((t.written for t in other.tokens if t.kind in _SOMETHING), "")
            if change and len(shared) >= enough and not other.denies():
                return word, change
    return None


def _context(clause: Clause, before: Clause | None) -> frozenset[str]:
    """What the clause speaks of; of one that leaves its verb out (`but not deaths`), with what the
    one before speaks of.
    """
    roots = clause.roots
    return roots | before.roots if len(roots) < 2 and before is not None else roots


def _is_double(clause: Clause, denied: Denied) -> bool:
    """Whether two negations meet in the clause, or it only says that something is no certainty."""
    negations = sum(each.sort is Sort.NEGATION for each in clause.tokens)
    return negations > 1 and denied.head is None


def _agrees(
    denied: Denied, context: frozenset[str], denying: Clause, clauses: Sequence[Clause]
) -> bool:
    """Whether a clause on the other side denies it too, or denies what is near enough to it, and
    none says it as closely.
    """
    if denied.head is None:
        return True
    kind = denied.head.kind
    if leaves_out(denied, context, clauses):
        return True
    if any(_is_denied_too(denied, each) for clause in clauses for each in denials_of(clause)):
        return True
    closest = max((_nearness(kind, context, each) for each in clauses), default=(False, 0))
    return any(
        _denies(clause, denying, kind) and _nearness(kind, context, clause) >= closest
        for clause in clauses
    )


def _is_denied_too(denied: Denied, other: Denied) -> bool:
    """Whether the same word is denied of the same thing."""
    if denied.head is None or other.head is None or other.head.kind != denied.head.kind:
        return False
    ours, theirs = (
        {
            each.kind
            for each in one.scope[1:]
            if each.kind != denied.head.kind and not is_light(each)
        }
        for one in (denied, other)
    )
    return bool(ours & theirs)


def _nearness(kind: str, context: frozenset[str], clause: Clause) -> tuple[bool, int]:
    """Whether a clause has the denied word, and how much else it shares."""
    return kind in _kinds(clause), len(context & clause.roots)


def _said(denied: Denied, context: frozenset[str], clause: Clause, other: Clause) -> str:
    """The other clause's words for what is denied, where it says it plainly; else empty."""
    assert denied.head is not None
    kind = denied.head.kind
    if _denies(other, clause, kind):
        return ""
    rest, their = context - {kind}, other.roots - {kind}
    is_agent = denied.head.folded.endswith(_AGENTS)
    word = next(
        (
            each.written
            for each in other.tokens
            if _alike(each.kind, kind) and each.folded.endswith(_AGENTS) <= is_agent
        ),
        "",
    )
    if word and _is_of_another(denied, clause, other):
        return ""
    if word:
        shares_object = _shares_object(denied, clause, other)
        is_near = len(rest & their) > 1 or _overlap(rest, their) >= _LEAST_SHARED
        return word if shares_object and is_near else ""
    if denied.head.root in _NO_CHANGE:
        about = {name for each in denied.scope for name in (each.kind, each.root)} - _NO_CHANGE
        told = (each.word.written for each in effects_of(other) if each.objects & about)
        return next(told, "") if len(rest & their) >= min(2, len(their)) else ""
    if same := _same_value(denied, clause, other):
        return same
    is_verb = denied.at > 0 and clause.tokens[denied.at - 1].folded in AUXILIARIES
    shared = rest & their
    if (
        is_verb
        and EFFECTS & _kinds(other)
        and len(shared) >= 2
        and len(shared) >= _LEAST_OF_OTHERS * len(rest)
    ):
        turned = OPPOSITE.get(kind)
        if turned is None or turned not in _kinds(other):
            return next(each.written for each in other.tokens if each.kind in shared)
    return ""


def _is_of_another(denied: Denied, clause: Clause, other: Clause) -> bool:
    """Whether the way that is denied (`without loss of efficacy`) is told of another thing there
    (`lowered the risk`).
    """
    if denied.head is None or clause.tokens[denied.at].folded not in _OF_NOUNS:
        return False
    about = (each for each in denied.scope if not is_light(each))
    ours = {each.kind for each in about if each.kind not in OPPOSITE}
    theirs = [
        each.objects
        for each in effects_of(other)
        if each.word.kind == denied.head.kind and not other.is_denied(each.at)
    ]
    return bool(ours and theirs) and all(
        each and len(each & ours) <= _LEAST_SHARED * len(ours) for each in theirs
    )


def _same_value(denied: Denied, clause: Clause, other: Clause) -> str:
    """The word of the other clause that says of its thing what is denied here: that it got better
    (`lower mortality`), where it is denied that it did (`did not improve survival`).
    """
    ours = [each for each in effects_of(clause) if each.word is denied.head and each.value]
    theirs = [each for each in effects_of(other) if each.value]
    if not ours or any(each.value != ours[0].value for each in theirs):
        return ""
    are_near = len(clause.roots & other.roots) > 1
    near = (each for each in theirs if are_near or each.objects & ours[0].objects)
    return next((each.word.written for each in near), "")


def _denies(clause: Clause, denying: Clause, kind: str) -> bool:
    """Whether the clause denies the thing, by its word of this kind or else by its first effect."""
    told = kind if kind in _kinds(clause) else _value_kind(clause)
    return clause.denies(denying, told)


def _alike(one: str, other: str) -> bool:
    return _ALIKE.get(one, one) == _ALIKE.get(other, other)


def _value_kind(clause: Clause) -> str:
    """The kind of the first word that says which way something goes."""
    return next((effect.word.kind for effect in effects_of(clause)), "")


def _limiting(denied: Denied, clause: Clause) -> tuple[Token, ...]:
    """The words behind a negation, without those that limit nothing: `at any dose`."""
    words = clause.tokens[denied.at + 1 : denied.at + 1 + SCOPE]
    ends = (at for at, (a, b) in enumerate(pairwise(words)) if _is_any(a, b))
    return tuple(content_of(words[: next(ends, len(words))]))


def _is_any(word: Token, following: Token) -> bool:
    return word.folded in PREPOSITIONS and following.folded == "any"


def _shares_object(denied: Denied, clause: Clause, other: Clause) -> bool:
    """Whether the other clause speaks of what the denied word is about, where it is about any."""
    about = {
        each.kind
        for each in _limiting(denied, clause)
        if each is not denied.head
        and each.sort is Sort.CONTENT
        and not is_light(each)
        and each.root not in _WHEN
    }
    return not about or bool(about & other.roots)


def _kinds(clause: Clause) -> frozenset[str]:
    return frozenset(each.kind for each in clause.tokens)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 1.0 if not a else 0.0
    return len(a & b) / min(len(a), len(b))


def _words(clause: Clause, denied: Denied) -> str:
    assert denied.head is not None
    words = clause.tokens[denied.at :]
    if denied.head not in words:
        return f"{denied.head.written} … {clause.tokens[denied.at].written}"
    end = words.index(denied.head) + 1
    return " ".join(each.written for each in words[:end])
