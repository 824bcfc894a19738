"""The names at the beginning of a printed reference, in any of the usual ways to write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence.model.name_words import GROUP_WORDS
from evidence.model.work import Name
from evidence.model.years import YEAR
from evidence.sources.printed.name_patterns import (
    FAMILY_COMMA,
    FAMILY_COMMA_GIVEN,
    FAMILY_FIRST,
    GIVEN_FIRST,
    INITIALS_FIRST,
)

_SEPARATOR: Final = re.compile(
    r"\s?[,;]?\s?(?:…|\.\s\.\s\.)\s?"
    r"|\s?[,;](?:\s?(?:and|&|und|et(?!\sal))\s|\s)|\s(?:and|&|und|et(?!\sal))\s"
)
_ET_AL: Final = re.compile(
    r"[,;]?\s?(?:\b(?:et\sal|et\scoll|and\sothers|and\scolleagues)\b\.?|…)", re.IGNORECASE
)
_END: Final = re.compile(rf"\s?[.,:;(\[]|\s[\"“'‘«„(\[]|\s{YEAR}|\s?$")
_COMMA: Final = re.compile(r"\s?,\s(?![12]\d\d\d)")
_EDITORS: Final = re.compile(
    r",?\s?[(\[]?\b(?:eds?|editors?|hrsg|éds?)\b\.?[)\]]?\.?,?", re.IGNORECASE
)
_EDITORS_BEHIND: Final = re.compile(rf"(?:{_EDITORS.pattern})\Z", re.IGNORECASE)
_FOR_GROUP: Final = re.compile(r"(?:(?:for|on\sbehalf\sof|and)\s)?(?:the\s)?(?=[A-Z])")
_LEAD: Final = re.compile(r"for\s|on\sbehalf|and\s|the\s")
_GROUP_END: Final = re.compile(r"(?<!\bInc)(?<!\bSt)\.(?=\s|$)|\s?[;:([]|,(?=\s)")
_WORDS: Final = re.compile(r"\S+")
_MORE_GROUP_WORDS: Final = frozenset(
    _WORDS.findall(
        "administration centre center centres centers authority service board college union "
        "academy bureau office secretariat nations school federation staff who fda ema nice hhs "
        "cdc nih pharma pharmaceuticals gmbh therapeutics genentech clinicaltrials.gov "
        "autorité agence société ministère collège académie fédération haut conseil "
        "sociedad agencia ministerio organización sociedade sociedad società agenzia istituto "
        "ministero gesellschaft verband verein bund bundesamt institut kommission ministerium "
        "vereniging raad stichting"
    )
)
# German compounds: `Bundesärztekammer`, `Fachgesellschaft`.
_GROUP_ENDINGS: Final = (
    "kammer", "gesellschaft", "ministerium", "verband", "behörde", "ausschuss", "kommission",
    "vereinigung", "bundesamt", "stiftung", "agentur",
)  # fmt: skip
# A title of these words names no group: `A pilot study`, `Basket study of`.
_TITLE_WORDS: Final = re.compile(
    r"(?:An?|Une?|Eine?)\s|.*\bstud(?:y|ies)\s(?:of|in|on|to|with|for)\b", re.IGNORECASE
)
_GROUP_BEFORE_PERSONS: Final = re.compile(r"([^\W\d_a-z][^;.,]{2,80});\s")
_END_OF_GROUP: Final = re.compile(
    rf"(?<!\bInc)\.(?=\s|$)|\s?[([](?={YEAR})|:(?=\s)|,(?=\s(?:[\"“«„]|{YEAR}[a-z]?[.:]))"
)
_FEWEST_OF_ACRONYM: Final = 3  # capitals before `Group`: fewer are a person's initials
_LONGEST_GROUP: Final = 14  # words
_FEWEST_IN_FULL: Final = 2
_LONGEST_RUN: Final = 5  # letters of initials without stops, and a stop


@dataclass(frozen=True, slots=True)
class NameList:
    """Names up to `end` of a text; `are_editors` where the list says so."""

    names: tuple[Name, ...] = ()
    end: int = 0
    et_al: bool = False
    are_editors: bool = False

    def are_before_comma(self, text: str) -> bool:
        """Whether a comma parts the names, which begin with initials, from what follows."""
        return bool(self.names) and _COMMA.match(text, self.end) is not None


def read_names(text: str) -> NameList:
    """The list with which `text` begins; an empty one where it begins with something else.

    A group may stand before the persons: `BALANCE investigators; Geddes JR, Goodwin GM`.
    """
    group = _GROUP_BEFORE_PERSONS.match(text)
    if group and _is_group(group[1]):
        persons = _read_persons(text[group.end() :])
        if persons.names:
            names = (Name(group[1], is_group=True), *persons.names)
            return replace(persons, names=names, end=group.end() + persons.end)
    return _read_persons(text)


def _read_persons(text: str) -> NameList:
    for patterns in (
        (FAMILY_FIRST,),
        (FAMILY_COMMA, INITIALS_FIRST, FAMILY_COMMA_GIVEN),
        (INITIALS_FIRST,),
        (FAMILY_COMMA_GIVEN, GIVEN_FIRST),
    ):
        found = _scan(text, patterns)
        if found.names:
            return found
    found = _scan(text, (GIVEN_FIRST,))
    if len(found.names) >= _FEWEST_IN_FULL or (found.names and found.et_al):
        return found
    return _read_group_alone(text)


def _scan(text: str, patterns: Sequence[re.Pattern[str]]) -> NameList:
    """Names of which the first is written as the first pattern says, the others as any of them."""
    names: list[Name] = []
    position = end = 0
    is_cut = False
    usable = patterns[:1]
    while True:
        name, end_of_name = _read_person(text, position, usable)
        if name and names and patterns[0] is INITIALS_FIRST and _lacks_stops(name, names[0]):
            break
        if names and name is None:
            name, end_of_name = _read_group(text, position)
            if name and patterns[0] is INITIALS_FIRST and not _LEAD.match(text, position):
                break  # the elements of these lists are parted by commas as well
        if name is None:
            break
        end = end_of_name
        names.append(name)
        usable = patterns
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            break
        is_cut = is_cut or "…" in separator[0] or ". ." in separator[0]
        position = separator.end()
    if not names:
        return NameList()
    more = _ET_AL.match(text, end)
    if more:
        end = more.end()
        group, until = _read_group(text, _past_separator(text, end))
        names, end = ([*names, group], until) if group else (names, end)
    editors = _EDITORS.match(text, end)
    end = editors.end() if editors else end
    if not (editors or more or text[end - 1] == "." or _END.match(text, end)):
        return NameList()
    if patterns[0] is FAMILY_FIRST:
        names = _without_last_stop(names)
    return NameList(tuple(names), end, is_cut or bool(more), bool(editors))


def _past_separator(text: str, at: int) -> int:
    separator = _SEPARATOR.match(text, at)
    return separator.end() if separator else len(text)


def _without_last_stop(names: Sequence[Name]) -> list[Name]:
    """The names; where initials have no stops, the last has not the one that ends the list."""
    *others, last = names
    has_stops = any("." in name.given for name in others) or last.given.count(".") != 1
    if not has_stops and len(last.given) <= _LONGEST_RUN:
        last = replace(last, given=last.given.removesuffix("."))
    return [*others, last]


def _read_person(
    text: str, at: int, patterns: Sequence[re.Pattern[str]]
) -> tuple[Name | None, int]:
    found = next(filter(None, (pattern.match(text, at) for pattern in patterns)), None)
    name = _name(found) if found else None
    return (name, found.end()) if found and name and not _names_group(name) else (None, at)


def _names_group(name: Name) -> bool:
    """Whether the words of a name are a group's; one word may be a person's family name."""
    is_acronym = name.given.isalpha() and len(name.given) >= _FEWEST_OF_ACRONYM
    if is_acronym and _is_group(name.family):
        return True
    is_long = " " in name.family or any(map(str.islower, name.given))
    return is_long and _is_group(f"{name.given} {name.family}")


def _lacks_stops(name: Name, first: Name) -> bool:
    """Whether the list's initials have stops, and these have none: they are words of a title."""
    return "." in first.given and "." not in name.given


def _name(found: re.Match[str]) -> Name | None:
    given = found["given"]
    if any(letter.islower() for letter in given[:1]):
        return None
    return Name(found["family"], given, (found["suffix"] or "").strip())


def _read_group(text: str, at: int) -> tuple[Name | None, int]:
    """A group behind persons: `for the RECIST Working Group`."""
    lead = _FOR_GROUP.match(text, at)
    if lead is None:
        return None, at
    end = _GROUP_END.search(text, lead.end())
    until = end.start() if end else len(text)
    written = text[lead.end() : until]
    return (Name(written, is_group=True), until) if _is_group(written) else (None, at)


def _is_group(written: str) -> bool:
    words = [word.strip(".,()'’").lower() for word in written.split()]
    if not 0 < len(words) <= _LONGEST_GROUP:
        return False
    if _TITLE_WORDS.match(written):
        return False
    is_named = not (GROUP_WORDS | _MORE_GROUP_WORDS).isdisjoint(words)
    return is_named or any(word.endswith(_GROUP_ENDINGS) for word in words)


def _read_group_alone(text: str) -> NameList:
    """A group in place of all authors: its name ends with the first full stop, or at the year."""
    end = _END_OF_GROUP.search(text)
    if end is None or end.start() < 2:
        return NameList()
    editors = _EDITORS_BEHIND.search(text, 0, end.start())
    written = text[: editors.start() if editors else end.start()].strip(" ,")
    is_acronym = written.isupper() and len(written.split()) == 1 and len(written) <= 8
    if not (is_acronym or (written[:1].isupper() and _is_group(written))):
        return NameList()
    rest = text[end.end() :].strip()
    if not rest:
        return NameList()  # a title that is all there is
    return NameList((Name(written, is_group=True),), end.start(), are_editors=bool(editors))
