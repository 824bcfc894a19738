"""Claims that give different values for the same thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from evidence.matching.quantities.claim_quantities import quantities_of, value_quantities
from evidence.matching.quantities.compared import is_stated
from evidence.matching.quantities.quantity import Quantity, Sort
from evidence.matching.quantities.stated_pool import StatedPool, digits
from evidence.matching.statements.meaning_words import OPPOSITES
from evidence.matching.statements.sentence_words import Meaning, Word, read_sentence, stem
from evidence.matching.text import letters
from evidence.model.claim import Claim, Value

_WORDS: Final = (
    "show", "shows", "showed", "shown", "have", "had", "has", "was", "were", "being", "value",
    "values", "rate", "rates", "result", "results", "resulted", "resulting", "yield", "yields",
    "yielded", "found", "find", "observe", "observed", "observes", "report", "reported",
    "reports", "reach", "reached", "achieve", "achieved", "achieves", "occur", "occurred",
    "occurs", "occurring", "measure", "measured", "estimate", "estimated", "estimates",
    "amount", "amounted", "inhibit", "inhibits", "inhibited", "inhibiting", "inhibition",
    "against", "active", "activity", "potent", "potently", "potency", "about", "approximately",
    "around", "compare", "compared", "versus", "vs", "than", "respectively", "give", "gives",
    "gave", "given", "produce", "produced", "lead", "led", "overall", "study", "studies",
    "trial", "patient", "patients", "participant", "participants", "subject", "subjects",
    "people", "who", "whose", "treat", "treated", "treatment", "receive", "received",
    "receiving", "associate", "associated", "average", "typically", "level", "levels", "each",
    "both", "can", "will", "seen", "cause", "caused", "causes", "experience", "experienced",
    "develop", "developed",
)  # fmt: skip
_NEUTRAL: Final = frozenset(map(stem, _WORDS))
_IGNORED: Final = frozenset({Meaning.NUMBER, Meaning.UNIT, Meaning.BOUND, Meaning.HEDGE,
                             Meaning.STOP})  # fmt: skip
_LONG: Final = 12  # words that two claims do not share by chance
_MOST: Final = 25  # claims on one thing that another is held against
DOSES: Final = frozenset({"g", "g/g", "g/m2", "U", "U/g", "U/m2", "mol/g"})
"""The dimensions of doses: under what something was found, rather than what was found."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims on the same thing, and what the later one says where the earlier says another."""

    earlier: Claim
    later: Claim
    said: Quantity
    other: Quantity


def conflicts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """The first conflict of each claim with one before it, in the order of the claims."""
    by_sentence: defaultdict[object, list[_Read]] = defaultdict(list)
    by_value: defaultdict[object, list[tuple[_Read, Value]]] = defaultdict(list)
    for claim in claims:
        read = _Read(claim)
        if not read.quantities:
            continue
        found = next(_of_sentence(read, by_sentence[read.topic][:_MOST]), None)
        for value in claim.values:
            about = letters(value.name), letters(value.target)
            found = found or next(_of_value(read, value, by_value[about][:_MOST]), None)
            by_value[about].append((read, value))
        by_sentence[read.topic].append(read)
        if found:
            yield found


class _Read:
    """A claim with what has to be the same in another one for the two to conflict."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.quantities = quantities_of(claim)

    @cached_property
    def pool(self) -> StatedPool:
        return StatedPool(self.quantities)

    @cached_property
    def words(self) -> Sequence[Word]:
        return read_sentence(self.claim.text)

    @cached_property
    def topic(self) -> frozenset[tuple[str, int]]:
        """What the sentence says but for its quantities: words, names, directions, labels."""
        told = {end / each.scale for each in self.quantities for end in (each.low, each.high)}
        numbers = {f"{each.normalize():f}" for each in told}
        counts = Counter(filter(None, map(_topic, self.words)))
        counts.update(
            word.folded
            for word in self.words
            if word.folded[0].isdecimal() and _plain(word.folded) not in numbers
        )
        return frozenset(counts.items())

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The words of the sentence as they follow each other, without numbers and units."""
        told = (word for word in self.words if word.meaning not in (Meaning.NUMBER, Meaning.UNIT))
        return tuple(word.folded for word in told if not word.folded[0].isdecimal())

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the sentence, but for what its values are about."""
        about = {letters(part) for v in self.claim.values for part in (v.name, v.target)}
        named = (word.folded for word in self.words if word.meaning is Meaning.NAME)
        return frozenset(name for name in named if letters(name) not in about)

    @cached_property
    def has_results(self) -> bool:
        """Whether it tells more than times, doses and numbers of people."""
        return not all(map(_is_setting, self.quantities))

    @cached_property
    def settings(self) -> frozenset[tuple[object, ...]]:
        """Under what something was found: the times and doses of the sentence."""
        return frozenset(
            (each.low, each.high, each.dimension)
            for each in self.quantities
            if each.sort is Sort.SETTING or each.dimension in DOSES
        )


def _topic(word: Word) -> str:
    if word.meaning in _IGNORED or word.about in _NEUTRAL:
        return ""
    if word.folded in OPPOSITES:
        return OPPOSITES[word.folded]
    if word.meaning in (Meaning.NEGATION, Meaning.SYSTEM):
        return word.folded
    return word.about


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _of_sentence(read: _Read, others: Sequence[_Read]) -> Iterator[Conflict]:
    """Conflicts with claims whose sentence is the same but for its numbers."""
    for other in others:
        pair = _copied(read, other) or (
            None if _are_apart(read, other) else _difference(read, other)
        )
        if pair:
            yield Conflict(other.claim, read.claim, *pair)


def _of_value(
    read: _Read, value: Value, others: Sequence[tuple[_Read, Value]]
) -> Iterator[Conflict]:
    """Conflicts with claims that have another number for a value of the same name and target."""
    for other, theirs in others:
        if other.claim is read.claim or _are_apart(read, other) or not _are_alike(read, other):
            continue
        ours, those = value_quantities(value), value_quantities(theirs)
        if ours and those and _contradict(ours[0], those[0]):
            yield Conflict(other.claim, read.claim, ours[0], those[0])


def _are_apart(one: _Read, other: _Read) -> bool:
    """Whether the two were made in different systems, or under different conditions."""
    systems = {claim.system for claim in (one.claim, other.claim)} - {None}
    return len(systems) > 1 or bool(
        one.settings and other.settings and one.settings != other.settings and one.has_results
    )


def _copied(one: _Read, other: _Read) -> tuple[Quantity, Quantity] | None:
    """The one quantity in which two sentences of the same words differ, where it cannot be that
    the same was found under two conditions: two or more results are the same, or one is and the
    number is only written with its decimal point or its unit elsewhere.
    """
    if one.order != other.order or len(one.quantities) != len(other.quantities):
        return None
    pairs = [(a, b) for a, b in zip(one.quantities, other.quantities, strict=True) if _differ(a, b)]
    if len(pairs) != 1 or {one.claim.system, other.claim.system} - {None, one.claim.system}:
        return None
    same = [a for a, b in zip(one.quantities, other.quantities, strict=True) if not _differ(a, b)]
    results = sum(1 + each.is_range for each in same if not _is_setting(each))
    is_slip = _is_written_alike(*pairs[0])
    is_copy = results > 1 or (is_slip and (results or len(one.order) > _LONG))
    return pairs[0] if is_copy and _contradict(*pairs[0]) else None


def _differ(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.dimension) != (other.low, other.high, other.dimension)


def _is_written_alike(one: Quantity, other: Quantity) -> bool:
    is_same_number = one.low / one.scale == other.low / other.scale
    return is_same_number or (digits(one) == digits(other) and one.dimension == other.dimension)


def _are_alike(one: _Read, other: _Read) -> bool:
    """Whether two claims speak of the same under the same conditions: one may say less of it, but
    neither names what the other does not.
    """
    if one.names != other.names or one.settings != other.settings:
        return False
    ours, theirs = ({word for word, _ in each.topic} for each in (one, other))
    return ours <= theirs or theirs <= ours


def _difference(one: _Read, other: _Read) -> tuple[Quantity, Quantity] | None:
    """What one says and the other says instead; None where that is only the setting, or where one
    says no more than that it leaves something out.
    """
    ours = [each for each in one.quantities if not is_stated(each, other.pool)]
    theirs = [each for each in other.quantities if not is_stated(each, one.pool)]
    if not ours or not theirs:
        return None
    for read, lost in ((one, ours), (other, theirs)):
        results = [each for each in read.quantities if not _is_setting(each)]
        if results and any(map(_is_setting, lost)):
            return None
    pairs = ((a, b) for a in ours for b in theirs if _contradict(a, b))
    return next(pairs, None)


def _is_setting(quantity: Quantity) -> bool:
    is_sample = quantity.sort is Sort.COUNT and quantity.whole is None
    return is_sample or quantity.sort is Sort.SETTING or quantity.dimension in DOSES


def _contradict(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities, told of the same, cannot both be right."""
    if one.is_range != other.is_range and one.dimension == other.dimension:
        return one.high < other.low or other.high < one.low
    if is_stated(one, StatedPool([other])) or is_stated(other, StatedPool([one])):
        return False
    is_same_number = one.low / one.scale == other.low / other.scale
    return one.dimension == other.dimension or is_same_number
