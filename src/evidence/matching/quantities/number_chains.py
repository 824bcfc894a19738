"""Numbers that are tied to each other: lists with one unit, ranges, spreads, parts of a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Final

from evidence.matching.quantities.dimensions import base_unit
from evidence.matching.quantities.number_contexts import Surroundings
from evidence.matching.quantities.number_tokens import NumberToken, number_tokens

_RANGE: Final = re.compile(r"\s?-\s?|\s(?:to|through)\s|\s?-to-\s?")
_SPREAD: Final = re.compile(r"\s?\(?\s?±\s?")
_LIST: Final = re.compile(r"\s?[,;]\s(?:and|or)\s|\s(?:and|or)\s")
_VERSUS: Final = re.compile(
    r"\s(?:vs?\.?|versus|compared (?:with|to)|against|instead of|rather than)\s"
)
_COMMA: Final = re.compile(r"\s?,\s?")
_OF: Final = re.compile(r"\s(?:out )?of (?:the |a total of |all |these )?")
_LONGEST_GAP: Final = 24
_TIMES: Final = frozenset({"s", "mo"})
_SHARED: Final = (3, 4, 5, 10)
_ODDS: Final = 4  # the most to which groups are drawn by lot


class Link(Enum):
    """How a number is tied to the one before it."""

    RANGE = "range"
    SPREAD = "spread"
    LIST = "list"
    VERSUS = "versus"  # the numbers of groups that are held against each other
    COMMA = "comma"  # of a list, or between a count and its share: `31, 57%`
    PART = "part"  # `31 of 54`
    SHARE = "share"  # `one in five`
    SLASH = "slash"  # a part, or a blood pressure
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class Chain:
    """Numbers in a row, `links` between each and the next; what stands around the first of them."""

    tokens: tuple[NumberToken, ...]
    links: tuple[Link, ...]
    around: Surroundings

    @property
    def is_bare(self) -> bool:
        """Whether no number of it has a unit."""
        return not any(token.unit for token in self.tokens)

    def parts(self) -> Iterator[tuple[NumberToken, NumberToken | None, Decimal | None]]:
        """Each number with the other end where it begins a range, and its whole where it has one.

        A ratio such as `2:1` gives nothing, a titre of `1:640` what it was diluted to.
        """
        if Link.COLON in self.links:
            if len(self.tokens) == 2 and self.tokens[0].value == 1 and self.tokens[1].value > _ODDS:
                yield self.tokens[1], None, None  # a titre
            return
        has_slash = Link.SLASH in self.links
        at = 0
        while at < len(self.tokens):
            token, link = self.tokens[at], self.links[at] if at < len(self.links) else None
            following = self.tokens[at + 1] if link else None
            is_range = link is Link.RANGE and not has_slash
            whole = following.value if following and _is_part(token, following, link) else None
            yield token, following if is_range else None, whole
            at += 2 if is_range or link is Link.SHARE or (whole and token.value == 1) else 1


def number_chains(line: str) -> Iterator[Chain]:
    """The numbers of a line that `one_line` gave, those that belong together as one chain, each
    with the unit that they share.
    """
    tokens: list[NumberToken] = []
    links: list[Link] = []
    since, around = 0, None
    for token in number_tokens(line):
        if tokens and around:
            link = _link(line, tokens, token, around)
            if link:
                links.append(link)
                tokens.append(token)
                continue
            yield Chain(_with_units(tokens, links, around), tuple(links), around)
            since = tokens[-1].stop
        tokens, links, around = [token], [], Surroundings(line, token, since)
    if tokens and around:
        yield Chain(_with_units(tokens, links, around), tuple(links), around)


def _link(
    line: str, tokens: list[NumberToken], other: NumberToken, around: Surroundings
) -> Link | None:
    """How the last of the numbers is tied to the next one, by what stands between them."""
    one = tokens[-1]
    gap = line[one.stop : other.start]
    if not gap or len(gap) > _LONGEST_GAP:
        return None
    is_first = len(tokens) == 1
    if _RANGE.fullmatch(gap):
        is_time = is_first and bool(around.time_before) and other.unit  # `by week 12 to 70 %`
        return None if is_time or _are_apart(one, other, gap) else Link.RANGE
    if _SPREAD.fullmatch(gap):
        return Link.SPREAD
    if gap in ("/", " / ", "/-", ":", " : "):
        return Link.COLON if ":" in gap else Link.SLASH
    if _COMMA.fullmatch(gap):
        return Link.RANGE if is_first and around.opens_interval else Link.COMMA
    if _LIST.fullmatch(gap):
        return Link.RANGE if is_first and gap == " and " and around.opens_between else Link.LIST
    if _VERSUS.fullmatch(gap):
        return Link.VERSUS
    if one.unit or other.unit:
        return None
    if gap in (" in ", " in every ") and _is_share(one, other):
        return Link.SHARE
    return Link.PART if _OF.fullmatch(gap) else None


def _are_apart(one: NumberToken, other: NumberToken, gap: str) -> bool:
    """Whether two numbers with units are no range: `12 weeks to 70 %`, `5 mg -3 mg`."""
    if not one.unit or one.unit == other.unit or gap == "-":
        return False
    if not gap.strip().isalpha() or not other.unit:
        return not gap.strip().isalpha()
    dimensions = {base_unit(one.unit)[1], base_unit(other.unit)[1]}
    return len(dimensions) > 1 and not dimensions <= _TIMES


def _is_share(one: NumberToken, other: NumberToken) -> bool:
    """Whether `four in five` tells how large a part is, and no count."""
    if one.step != 1 or other.step != 1 or not one.value < other.value:
        return False
    is_small = other.is_word == one.is_word and other.value in _SHARED
    return one.value == 1 or is_small


def _is_part(one: NumberToken, other: NumberToken, link: Link | None) -> bool:
    """Whether the first number is a part of the second."""
    if link not in (Link.PART, Link.SHARE, Link.SLASH) or one.unit or other.unit:
        return False
    return one.step == other.step == 1 and one.value <= other.value


def _with_units(
    tokens: list[NumberToken], links: list[Link], around: Surroundings
) -> tuple[NumberToken, ...]:
    """The numbers with the unit that the list, range or spread has at its end, or at its start."""
    read = list(tokens)
    comma_only = links == [Link.COMMA]
    if not comma_only:
        for at in range(len(read) - 2, -1, -1):
            is_odd = read[at].is_word and not read[at + 1].is_word  # `after three and 14.8 %`
            if read[at + 1].unit and not (read[at].unit or is_odd or links[at] is Link.PART):
                read[at] = replace(read[at], unit=read[at + 1].unit, shown=read[at + 1].shown)
    for at, (one, other) in enumerate(pairwise(read)):
        if one.unit and not other.unit and links[at] in (Link.RANGE, Link.SPREAD):
            read[at + 1] = replace(other, unit=one.unit, shown=one.shown)
    if not any(token.unit for token in read):
        unit = around.time_before
        if not unit and around.is_age and read[0].value <= 120:
            unit = "yr"
        if unit:
            # `On day 14, 36 of 58 patients`: what is a part of something is no time.
            parts = {
                each for at, link in enumerate(links) if link is Link.PART for each in (at, at + 1)
            }
            read = [
                token if at in parts else replace(token, unit=unit, shown=f" {unit}")
                for at, token in enumerate(read)
            ]
    return tuple(read)
