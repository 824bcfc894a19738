"""Names in the place of others: `pneumonectomy` for `lobectomy`, `interleukin-13` for `-33`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.names.folded_names import name_key
from evidence.matching.names.rare_names import (
    RareName,
    WordFamilies,
    is_spelt_out,
    seldom_names,
    words_for_names,
)
from evidence.matching.names.target_names import is_target_symbol
from evidence.matching.studies.roots import is_classed

_MEMBER: Final = re.compile(
    r"\b(?P<family>[A-Za-z]{2,}?)(?P<joint>-(?=\d)| (?=[A-Z]\b)| (?=[IVX]+\b)| (?=[α-ωϵε])|(?=\d))"
    r"(?P<member>\d{1,3}(?:\.\d)?[A-Za-z]{0,5}|[A-Z]|[IVX]{1,4}|[α-ωϵε]\d?)(?![\w%]|[.,]\d)"
)
# What is told apart by its number: `type 2 poliovirus`, `a grade 3 tumour`, `CA 19-9`.
_LABELLED: Final = re.compile(
    r"\b(?P<family>(?i:(?:sero|geno|sub)?type|grade|stage|phase|class)|CA) "
    r"(?P<member>\d{1,3}(?:-\d)?[a-d]?)(?!\w|%|[.,]\d|[-–/]\d| (?:and|or|to) \d)"
)
_LEAST_SHARED: Final = 2  # words near to both names
_ALIKE: Final = 4  # letters with which words of one family begin
# Words before a number, a letter or a Roman numeral that are no families.
_NO_FAMILY: Final = frozenset({
    "age", "appendix", "arm", "auc", "box", "case", "ci", "class", "cm", "cohort", "covid", "day",
    "dose", "ec", "ed", "fig", "figure", "gi", "grade", "group", "hour", "hr", "ic", "kd", "ki",
    "ld", "level", "mg", "ml", "mm", "month", "n", "nct", "or", "p", "page", "panel", "part",
    "patient", "ph", "phase", "ref", "rr", "score", "section", "stage", "step", "table", "type",
    "visit", "vitamin", "week", "year",
})  # fmt: skip


def replaced_names(claim: str, quote: str, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each name of the claim that no quote has and the quote's name in its place, which the claim
    has not: between the same words, or another member of the same family.
    """
    yield from _between_the_same(claim, quote, quotes)
    yield from _of_one_family(claim, quote, quotes)


def _between_the_same(claim: str, quote: str, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    in_claim = WordFamilies(words_for_names(claim))
    in_quotes = WordFamilies(word for each in quotes for word in words_for_names(each))
    ours = [each for each in seldom_names(claim) if not in_quotes.has(name_key(each.written))]
    theirs = [each for each in seldom_names(quote) if not in_claim.has(name_key(each.written))]
    for mine in ours:
        for other in theirs:
            is_short = mine.is_symbol and is_spelt_out(mine.written, quote)
            if _is_in_place(mine, other) and not (is_short or mine.may_be(other)):
                yield mine.written, other.written
                break


def _is_in_place(mine: RareName, other: RareName) -> bool:
    """Whether the same word stands before or behind both, another one near to both, and they are of
    one kind. Words that are not so rare must stand between the same two, and tell of no change.
    """
    if mine.is_symbol is not other.is_symbol or mine.written.endswith("ly"):
        return False
    if any(is_target_symbol(name_key(each.written).upper()) for each in (mine, other)):
        return False  # is told by its place
    if len(mine.near & other.near) < _LEAST_SHARED:
        return False
    beside = (mine.before == other.before != ""), (mine.behind == other.behind != "")
    if mine.is_rare and other.is_rare:
        return any(beside)
    are_alike = mine.written[:_ALIKE].casefold() == other.written[:_ALIKE].casefold()
    are_of_change = is_classed(mine.written) or is_classed(other.written)
    return all(beside) and not are_alike and not are_of_change


def _of_one_family(claim: str, quote: str, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    ours, theirs = _members(claim), _members(quote)
    everywhere = [_members(each) for each in quotes]
    for family in ours.keys() & theirs.keys():
        quoted = set[str]().union(*(each.get(family, {}) for each in everywhere))
        mine = [name for key, name in ours[family].items() if key not in quoted]
        other = [name for key, name in theirs[family].items() if key not in ours[family]]
        if mine and other:
            yield mine[0], other[0]


def _members(text: str) -> dict[str, dict[str, str]]:
    """The members of each family in a text, as written, by their numbers."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for each in _MEMBER.finditer(text):
        family = each["family"].casefold()
        is_known = is_target_symbol(name_key(each[0]).upper())
        if family not in _NO_FAMILY and not is_known:
            found[family][each["member"].casefold()] = each[0]
    for each in _LABELLED.finditer(text):
        found[each["family"].casefold()][each["member"].casefold()] = each[0]
    return found
