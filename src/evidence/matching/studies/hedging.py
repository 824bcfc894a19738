"""Whether a claim states flatly what the words that it rests on only suppose."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token, read_clauses, read_quotes
from evidence.matching.studies.cues import Cue, Keys, Sides, cues_in, keys_of, shared
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift

# Words by which a work says that it only supposes something.
_HEDGE: Final = re.compile(
    r"may|might|could|suggest(?:s|ed|ing|ive)?|appear(?:s|ed|ing)?|seem(?:s|ed|ing|ingly)?|"
    r"possibl[ey]|perhaps|probabl[ey]|(?:un)?likely|presumably|potentially|apparently|conceivably|"
    r"putative(?:ly)?|preliminary|exploratory|hypothe\w+|speculat\w+|postulated|trend(?:s|ed)?|"
    r"tend(?:s|ed)|thought|believed|assumed|presumed|uncertain|unclear|unknown|unproven|numerically|"
    r"confirmation"
)
# Words by which a claim may: more than are hedges in a quote.
_LIKELY: Final = re.compile(
    r"may|maybe|might|could|can|would|should|possib\w+|potential\w*|perhaps|probab\w+|presum\w+|"
    r"suggest\w*|appear\w*|seem\w*|apparent\w*|prelimin\w+|explorat\w+|hypothe\w+|speculat\w+|"
    r"postulat\w+|trend\w*|tend\w*|likely|unlikely|putative\w*|thought|believed|assumed|promis\w+|"
    r"hint\w*|candidate|plausibl\w+|uncertain\w*|unclear|unknown|unproven|unproved|theor\w+|"
    r"suspected|reportedly|implicat\w+|conceivabl\w+|numerical\w*|consistent|compatible|question\w*|"
    r"carr(?:y|ies)|poses?|await\w*|chance|caution\w*|whether|indicat\w+|argu(?:es?|ed|ing)|impl(?:y|ies|ied|ying)|"
    r"considered|expected|proposed|hopes?|open|risks?|sometimes|occasional\w*"
)
# Verbs that draw a conclusion: a hedge for `suggests`, none for `may`.
_INFERRING: Final = re.compile(
    r"point(?:s|ed|ing)?|reflect(?:s|ed|ing)?|support\w*|sign|favou?r\w*"
)
_SEEMING: Final = re.compile(r"suggest\w*|appear\w*|seem\w*|likely|thought|believed")
_BOOSTER: Final = re.compile(
    r"prov(?:e[dns]?|ing)|proof|establish(?:ed|es|ing)|certain(?:ly)?|definite(?:ly)?|"
    r"definitively|undoubted(?:ly)?|doubt|conclusive(?:ly)?|unequivocal(?:ly)?|clearly|always|"
    r"invariably|demonstrat(?:ed|es|ing)|confirm(?:ed|s|ing)|ruled|rules"
)
_RECOMMENDED: Final = word_set(
    "clinicians physicians doctors using offering against giving starting adding patients"
)
_PAST: Final = word_set(
    "detected measured determined identified seen observed demonstrated shown given obtained "
    "evaluated assessed included analysed analyzed tested"
)
# Words that stand over all that their clause says.
_OVER_ALL: Final = re.compile(
    r"preliminary|exploratory|confirmation|trend|unknown|unclear|uncertain"
)
_EXCLUDED: Final = re.compile(r"exclude[ds]?|ruled?")
_CERTAIN: Final = frozenset({
    "established", "confirmed", "known", "clear", "certain", "proven", "proved", "settled",
})  # fmt: skip
_ELECTRIC: Final = frozenset({"action", "membrane", "evoked"})  # potentials
_MOST: Final = 24  # cues of a statement: every pair of two is compared
_SHARE: Final = 0.5
_SHARE_OF_FLAT: Final = 0.3  # where the claim hedges nothing at all
_CLASSED: Final = frozenset({"probable", "possible"})
_SURE: Final = frozenset({"proven", "definite", "confirmed", "established"})
_BESIDE: Final = 3
_REACH: Final = 4  # words behind a hedge that tell what it is
_BEFORE: Final = 6


def lost_hedge(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The hedge of a quote over what the claim states as a fact.

    Each hedge of a quote is answered by one of the claim on the same matter, in whichever words.
    One without an answer is told where the claim says what it stands over, and no other clause of
    the quotes says it without a hedge; so is a word of the claim that makes certain what a quote
    hedges (`proves`).
    """
    parts = read_quotes(quotes)
    ours, theirs = read_clauses(claim), [each for _, each in parts]
    hedges = [
        each
        for each in islice(cues_in(theirs, _is_hedge, _is_likely, _is_likely), _MOST)
        if each.about
    ]
    if not ours or not hedges:
        return None
    said = [keys_of(each, _is_likely) for each in ours]
    flat = {each.folded for clause in theirs for each in clause.tokens if not _is_hedging(each)}
    own = [
        each
        for each in islice(cues_in(ours, _may_hedge, _is_likely, _is_likely), _MOST)
        if each.word.folded not in flat  # `can` and `risk`, where the quote has them too
    ]
    sides = Sides([keys_of(each, _is_likely) for each in theirs], said)
    answered = {each.clause for each in hedges if _is_answered(each, own, sides)}
    for hedge in hedges:
        if hedge.clause in answered:
            continue
        if _is_said(hedge, said, theirs, is_flat=not own) and not _is_said_flatly(
            hedge, hedges, theirs, said
        ):
            return Shift(_booster(ours, quotes), hedge.word.written, parts[hedge.clause][0])
    return None


def _is_answered(hedge: Cue, own: Sequence[Cue], sides: Sides) -> bool:
    """Whether a word of the claim hedges the same, or something of which no quote speaks."""
    for each in own:
        if _INFERRING.fullmatch(each.word.folded) and not _SEEMING.fullmatch(hedge.word.folded):
            continue
        if sides.are_of_one_matter(hedge, each):
            return True
        if hedge.behind and 2 * len(shared(hedge.behind, each.behind)) >= len(hedge.behind):
            return True
        if 2 * max(len(each.about & keys) for keys in sides.ours) < len(each.about):
            return True
    return False


def _is_said(hedge: Cue, said: Sequence[Keys], theirs: Sequence[Clause], *, is_flat: bool) -> bool:
    """Whether the claim says what the hedge stands over: half of it; or, where it hedges nothing,
    a third, and half of all that it says is in the hedge's sentence.
    """
    everything = frozenset[str]().union(*said)
    is_over_all = _OVER_ALL.fullmatch(hedge.word.folded) is not None
    over = hedge.about if is_over_all or not hedge.behind else hedge.behind
    both = shared(over, everything)
    if not is_flat:
        return len(both) >= _SHARE * len(over) and len(shared(hedge.about, everything)) > 1
    sentence = frozenset[str]().union(
        *(keys_of(each, _is_likely) for each in theirs if each.sentence == hedge.sentence)
    )
    is_of_sentence = len(shared(everything, sentence)) >= _SHARE * len(everything)
    return (
        bool(both) and len(both) >= _SHARE_OF_FLAT * len(over) and (is_of_sentence or len(both) > 1)
    )


def _is_said_flatly(
    hedge: Cue, hedges: Sequence[Cue], theirs: Sequence[Clause], said: Sequence[Keys]
) -> bool:
    """Whether another clause of the quotes says without a hedge what the claim does."""
    hedged = {_over(each, theirs) for each in hedges}
    mine = frozenset[str]().union(*said) & keys_of(theirs[_over(hedge, theirs)], _is_likely)
    return any(
        at not in hedged and mine <= keys_of(each, _is_likely) for at, each in enumerate(theirs)
    )


def _over(hedge: Cue, theirs: Sequence[Clause]) -> int:
    """The clause that a hedge stands over: of one at the end (`…, possibly | because`) the next."""
    clause = theirs[hedge.clause]
    ends = clause.tokens[-1] is hedge.word and hedge.clause + 1 < len(theirs)
    is_inside = ends and theirs[hedge.clause + 1].sentence == clause.sentence
    return hedge.clause + is_inside


def _is_hedge(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word hedges: no recommendation (`we suggest that clinicians …`), no past ability
    (`could be detected`, `could not`), no month; `cannot be excluded` does.
    """
    token = tokens[at]
    if _EXCLUDED.fullmatch(token.folded):
        return _is_denied(tokens, at)
    if not _HEDGE.fullmatch(token.folded) or (token.written == "May" and at):
        return False
    beside = {each.folded for each in tokens[max(0, at - _BESIDE) : at + _BESIDE + 1]}
    if token.folded in _CLASSED and beside & _SURE:
        return False  # `proven or probable` is how sure a diagnosis was
    behind = {each.folded for each in tokens[at + 1 : at + 1 + _REACH]}
    match token.root:
        case "suggest":
            return not behind & _RECOMMENDED
        case "could":
            is_counted = "be" in behind and _is_of_some(tokens[max(0, at - _BEFORE) : at])
            return not behind & _PAST and "not" not in behind and not is_counted
        case "trend" | "tend":
            return not any(each.sort is Sort.NEGATION for each in tokens)
    return True


def _may_hedge(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    if word in _CERTAIN:
        return _is_denied(tokens, at)
    if word == "potential" and at and tokens[at - 1].folded in _ELECTRIC:
        return False
    if _EXCLUDED.fullmatch(word):
        return _is_denied(tokens, at) or any(each.folded == "too" for each in tokens[:at])
    return any(each.fullmatch(word) for each in (_HEDGE, _LIKELY, _INFERRING))


def _is_of_some(tokens: Sequence[Token]) -> bool:
    """Whether the words tell how many: `31% of the samples`."""
    return any(
        one.sort is Sort.NUMBER and other.folded in ("%", "of") for one, other in pairwise(tokens)
    )


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    return any(each.sort is Sort.NEGATION for each in tokens[:at])


def _is_hedging(token: Token) -> bool:
    return any(each.fullmatch(token.folded) for each in (_HEDGE, _EXCLUDED))


def _is_likely(token: Token) -> bool:
    return _is_hedging(token) or _LIKELY.fullmatch(token.folded) is not None


def _booster(ours: Sequence[Clause], quotes: Sequence[str]) -> str:
    """The word of the claim that makes something certain, if no quote has one of its family."""
    for clause in ours:
        for token in clause.tokens:
            is_booster = _BOOSTER.fullmatch(token.folded) and not clause.negates
            if is_booster and not any(token.folded[:4] in each.casefold() for each in quotes):
                return token.written
    return ""
