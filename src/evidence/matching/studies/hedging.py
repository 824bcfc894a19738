"""Whether a claim states flatly what the words that it rests on only suppose."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from evidence.matching.studies.clauses import LONGEST
from evidence.matching.studies.hedged_clauses import claimed_clauses, quoted_clauses
from evidence.matching.studies.keys import Part, parts_of, phrases_of, sentence_of
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.significance import significance_of

_HEDGE: Final = re.compile(
    r"\b(?:(?-i:may)(?! \d)|(?-i:^May)(?= [a-z])|might|"
    r"could(?! not)(?! be (?:\w+ly )?(?:detected|measured|determined|identified|seen|observed|"
    r"demonstrated|shown|given|obtained|evaluated|assessed|included|analy[sz]ed))|"
    r"suggest(?:s|ed|ing|ive)?(?! (?:that )?(?:clinicians|physicians|doctors|using|offering|"
    r"patients (?:be|should)|against|giving|starting|adding|treatment with|the use of))|"
    r"appear(?:s|ed)? (?:not to|to|that|as|safe|effective|well|similar|more|less|promising|\w+ive)|"
    r"seem(?:s|ed)?|possibly|potentially|perhaps|presumably|probably|apparently|conceivably|"
    r"preliminary|exploratory|hypothes[ie]s-generating|hypothesi[sz]ed?|speculat\w+|postulated|"
    r"trend(?:s|ed)?(?! (?:in|over|analysis))|tend(?:s|ed)? to|(?<!more )(?<!less )(?<!as )likely"
    r"(?! to be (?:given|prescribed|referred))|putative(?:ly)?|"
    r"(?:is|are|was|were|been) (?:thought|believed|assumed|presumed) (?:to|that)|"
    r"(?:is|are) expected to|"
    r"(?:not|n't|non|without) ?-?(?:reach(?:ing)? )?(?:statistical(?:ly)? )?significan(?:t|ce|tly)|"
    r"did not reach (?:\w+ )?significance|numerically|uncertain|unknown|unclear|unproven|"
    r"(?:is|are|was|were|remains?) (?:\w+ )?possible(?! to)|possible that|"
    r"can ?not (?:be )?(?:excluded?|ruled? out|settled?|judged?|answered?)|"
    r"(?:not|n't) (?:exclude|rule out)|needs? (?:\w+ )?(?:confirmation|to be confirmed)|"
    r"(?:must )?awaits? |remains? to be|due to chance|"
    r"(?:not|n't) (?:be (?:taken|read) as|(?:be )?prove[dns]?|proof))\b",
    re.IGNORECASE,
)
# Words by which a claim may hedge, more than are hedges in a quote; and words that may stand for a
# hedge where they are in the clause that restates it.
_LIKELY: Final = re.compile(
    r"\b(?:may|maybe|might|could|can|possibl[ey]|possibilit\w+|"
    r"(?<!action )(?<!membrane )(?<!evoked )"
    r"potential\w*|perhaps|probabl[ey]|"
    r"presum\w+|suggest\w*|appear\w*|seem\w*|apparent\w*|prelimin\w+|explorat\w+|hypothe\w+|"
    r"speculat\w+|postulat\w+|trend\w*|tend\w*|likely|unlikely|putative\w*|thought|believed|"
    r"assumed|promis\w+|hint\w*|candidate|plausibl\w+|uncertain\w*|unclear|unknown|"
    r"unproven|unproved|in theory|theoretical\w*|suspected|reportedly|"
    r"sometimes|occasional\w*|implicat\w+|conceivabl\w+|numerical\w*|"
    r"consistent with|compatible|non-?significant\w*|insignificant\w*|"
    r"(?:not|no longer|n't)(?: \w+ly)? significant\w*|"
    r"raises? (?:the|a) (?:question|possib\w+)|await\w*|remains? to be|yet to|"
    r"too (?:few|short|small|early)|chance|only a trial|caution\w*|speculative|"
    r"(?:carr(?:y|ies)|poses?|have|has) (?:a|some) (?:\w+ )?risks?|"
    r"(?:under|being) (?:study|evaluation|investigation))\b",
    re.IGNORECASE,
)
_FAINT: Final = re.compile(
    r"\b(?:not|no|fail(?:s|ed|ing)?|lack\w*|without|neither|nor|none|cannot|absence|risk of|"
    r"risks?|some|investigat\w+|stud(?:y|ied|ies)|reports?|un(?:affected|changed)|similar\w*|comparable|"
    r"evidence|signals?|limited|associated|association|linked|about to|open|early|initial|pilot|"
    r"expected|proposed|reported|considered|whether|would|should)\b",
    re.IGNORECASE,
)
# Verbs that draw a conclusion: a hedge for `suggests`, none for `may`.
_INFERRING: Final = re.compile(
    r"\b(?:indicat\w+|point(?:s|ed|ing)? to\w*|reflect(?:s|ed|ing)?|support\w*|in favou?r of)\b",
    re.IGNORECASE,
)
_NEGATION: Final = re.compile(r"\b(?:not|no|without|neither|nor|none|cannot)\b")
_SEEMING: Final = re.compile(r"suggest|appear|seem|likely|tend", re.IGNORECASE)
_MODAL: Final = re.compile(r"may|might|could|possibly|perhaps|potentially|probably", re.IGNORECASE)
_BOOSTER: Final = re.compile(
    r"\b(?:prov(?:e[dns]?|ing)|proof|establish(?:ed|es|ing)|certain(?:ly)?|definite(?:ly)?|"
    r"definitively|undoubted(?:ly)?|(?:beyond|without|no) (?:any )?doubt|conclusive(?:ly)?|"
    r"unequivocal(?:ly)?|clearly|always|invariably|demonstrat(?:ed|es|ing)|confirm(?:ed|s|ing)|"
    r"rul(?:e[ds]?|ing) out|(?:is|are|was|were) caused by)\b",
    re.IGNORECASE,
)
_UNPROVED: Final = re.compile(
    rf"\b(?:not|no|never|cannot|yet to|nor)\W+(?:\w+ ){{0,3}}?(?:{_BOOSTER.pattern})", re.IGNORECASE
)
_SIGNIFICANCE: Final = re.compile(r"significan|numerically|trend", re.IGNORECASE)
_INTRODUCING: Final = re.compile(r"(?:suggest|hypothes|thought|believ|seem|appear)", re.IGNORECASE)
_APART: Final = re.compile(
    r"\W*(?:except|unless|but|although|though|while|whereas|because|since|despite|if|provided|and|"
    r"whose|who|which)\b",
    re.IGNORECASE,
)
_BARE: Final = word_set("suggest signif differ link good chang statistic up down trend")
_LEAST_SHARED: Final = 2
_SHARE: Final = 0.4
_SHARE_OF_FLAT: Final = 0.3  # where the claim hedges nothing at all


def lost_hedge(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The hedge of a clause of a quote that the claim's clause on the same states as a fact.

    None where a clause of the claim that is nearest to it hedges in any words, and where another
    clause of the quotes says the same without a hedge.
    """
    ours, theirs = claimed_clauses(claim), quoted_clauses(quotes)
    hedges = dict(_hedges(theirs))
    if not hedges:
        return None
    kept = _kept(ours, theirs, hedges)
    flat = [
        each.keys for at, each in enumerate(theirs) if at not in hedges and _is_flat(at, theirs)
    ]
    share = _SHARE if any(map(_is_hedged, ours)) else _SHARE_OF_FLAT
    for at, hedge in hedges.items():
        if at in kept:
            continue
        for part in ours:
            is_same = _restates(part, theirs[at], flat, share)
            if is_same and not _may_hedge(part, theirs[at], hedge):
                return Shift(_boost(part, quotes), hedge, theirs[at].quote)
    return _boosted(ours, theirs, hedges, kept, quotes)


def _hedges(parts: Sequence[Part]) -> Iterator[tuple[int, str]]:
    """Each clause of the quotes that is hedged, with its hedge or the one that stands over it."""
    own = [_hedge(part.text) for part in parts]
    for at in range(len(parts)):
        if hedge := own[at] or _carried(parts, own, at):
            yield at, hedge


@lru_cache(maxsize=4_096)
def _hedge(text: str) -> str:
    found = _HEDGE.search(text)
    return found[0].strip() if found else ""


def _is_flat(at: int, parts: Sequence[Part]) -> bool:
    """Whether the figures of its sentence do not deny that there is a difference."""
    sentence = " ".join(each.text for each in sentence_of(parts[at], parts))
    return significance_of(sentence) is not False


def _carried(parts: Sequence[Part], hedges: Sequence[str], at: int) -> str:
    """The hedge of another clause of the sentence that is about this one: what introduces it
    (`these data suggest, however, that`), or denies that it is significant.
    """
    for other in (at - 1, at + 1):
        if not 0 <= other < len(parts) or not hedges[other]:
            continue
        one, this = parts[other], parts[at]
        if (one.quote, one.clause.sentence) != (this.quote, this.clause.sentence):
            continue
        least = 1 if hedges[other].endswith("significantly") else _LEAST_SHARED
        if len(one.clause.roots - _BARE) > least:
            continue
        is_introduced = _INTRODUCING.match(hedges[other]) and not _APART.match(this.text)
        if is_introduced if other < at else _SIGNIFICANCE.search(hedges[other]):
            return hedges[other]
    return ""


def _kept(ours: Sequence[Part], theirs: Sequence[Part], hedges: Mapping[int, str]) -> set[int]:
    """The hedged clauses of the quotes that a clause of the claim hedges, too.

    A clause with a hedge keeps those that it is nearest to: all where it is near to none. One with
    a word that may be a hedge keeps those that no clause of the claim is nearer to.
    """
    kept: set[int] = set()
    for part in ours:
        if _is_hedged(part) and not _is_of_another(part, theirs, hedges):
            near = {at: len(part.keys & theirs[at].keys) for at in hedges}
            kept.update(at for at in hedges if near[at] == max(near.values()))
    for at, hedge in hedges.items():
        near_ours = [len(part.keys & theirs[at].keys) for part in ours]
        closest = (part for part, n in zip(ours, near_ours, strict=True) if n == max(near_ours))
        if any(_may_hedge(part, theirs[at], hedge) for part in closest):
            kept.add(at)
    return kept


def _is_of_another(part: Part, theirs: Sequence[Part], hedges: Mapping[int, str]) -> bool:
    """Whether a clause of the claim has nothing in common with any that is hedged, and restates one
    that is not: then what it hedges is none of those.
    """
    if any(part.keys & theirs[at].keys for at in hedges):
        return False
    enough = max(1, min(_LEAST_SHARED, len(part.keys) - 1))
    flat = (other for at, other in enumerate(theirs) if at not in hedges)
    return any(len(part.keys & other.keys) >= enough for other in flat)


def _is_hedged(part: Part) -> bool:
    text = _BOOSTER.sub(" ", part.text)
    return bool(_hedge(text) or _LIKELY.search(text))


def _may_hedge(part: Part, other: Part, hedge: str) -> bool:
    """Whether a clause of the claim hedges what the other does: by a word that is one, or by one
    that may be, unless the clause of the quote has it as well (`the risk`, `not`).
    """
    if _is_hedged(part):
        return True
    text, theirs = _BOOSTER.sub(" ", part.text), other.text.casefold()
    if text != part.text:
        return bool(_UNPROVED.search(part.text))
    if not _MODAL.match(hedge) and _INFERRING.search(text):
        return True
    found = [each[0].casefold() for each in _FAINT.finditer(text)]
    if found and not _MODAL.match(hedge) and not _SEEMING.match(hedge):
        return True
    if _NEGATION.search(theirs):  # `no influence`, of `did not influence`
        found = [word for word in found if not _NEGATION.fullmatch(word)]
    return any(not re.search(rf"\b{re.escape(word)}\b", theirs) for word in found)


def _restates(part: Part, hedged: Part, flat: Sequence[frozenset[str]], share: float) -> bool:
    """Whether the claim's clause, or a phrase of it, says what the hedged one says, and what no
    clause without a hedge does.
    """
    return any(
        _is_same(phrase, hedged.keys, flat, share, is_whole=phrase is part)
        for phrase in (part, *phrases_of(part))
    )


def _is_same(
    phrase: Part,
    hedged: frozenset[str],
    flat: Sequence[frozenset[str]],
    share: float,
    *,
    is_whole: bool,
) -> bool:
    shared = phrase.keys & hedged
    least = min(len(phrase.keys), len(hedged))
    few = min(_LEAST_SHARED, least) if is_whole and share == _SHARE else 1
    if len(shared) < max(few, share * least):
        return False
    own = shared.difference(*flat)
    closest = max((len(phrase.keys & keys) for keys in flat), default=0)
    return bool(own) and (len(own) > 1 or len(shared) > closest)


def _boosted(
    ours: Sequence[Part],
    theirs: Sequence[Part],
    hedges: Mapping[int, str],
    kept: Collection[int],
    quotes: Sequence[str],
) -> Shift | None:
    """A word of the claim that makes something certain (`proves`), where no quote has it and the
    quote that is nearest hedges what the claim does not.
    """
    for part in ours:
        booster = _boost(part, quotes)
        if not booster or part.clause.negates or _is_hedged(part):
            continue
        rest = part.keys - parts_of(booster)[0].keys
        most = max(len(rest & each.keys) for each in theirs)
        nearest = {each.quote for each in theirs if len(rest & each.keys) == most}
        for at, hedge in hedges.items():
            is_same = bool(rest) and rest <= theirs[at].keys
            if (at not in kept and theirs[at].quote in nearest) or is_same:
                return Shift(booster, hedge, theirs[at].quote)
    return None


def _boost(part: Part, quotes: Sequence[str]) -> str:
    """The word of the claim's clause that makes it certain, if no quote has one of its family."""
    found = _BOOSTER.search(part.text)
    if found is None:
        return ""
    family = re.compile(rf"\b{re.escape(found[0][:4])}", re.IGNORECASE)
    said = any(
        family.search(each[:LONGEST]) and not re.search(r"\b(?:not|no|n't)\b", each[:LONGEST])
        for each in quotes
    )
    return "" if said else found[0]
