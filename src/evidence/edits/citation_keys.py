"""Keys for new entries, in the style of the keys that a bibliography has.

A style is a sequence of parts: the first author's family name, the second's, the year in four
digits or two, words of the title, signs between them. It is learned by spelling the keys that are
there out of these parts.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, count, product
from string import ascii_lowercase
from typing import Final, TypeAlias

from evidence.matching.people import group_words, is_group, person
from evidence.matching.text import words
from evidence.model.reference import Reference
from evidence.model.work import Name, Work

_SIGNS: Final = re.compile(r"[:_\-./+]+")
_LETTER: Final = re.compile(r"[a-z]?")
_LABEL: Final = re.compile(r"[a-z]{1,40}(\d{4})([a-z]{0,2})")
_SMALL_WORDS: Final = frozenset(
    words(
        "a an the on of in for and to from with at by as is are do does how what why when where "
        "which der die das ein eine le la les un une"
    )
)
_TITLE_WORDS: Final = 3


class Part(Enum):
    """What a key may be made of."""

    FIRST = "the first author's family name"
    SECOND = "the second author's"
    WORD = "a telling word of the title"
    YEAR = "the year"
    SHORT_YEAR = "the last two digits of the year"
    SIGN = "signs between"


@dataclass(frozen=True, slots=True)
class KeyPart:
    """A part of a style; `like` is a sign itself, or an example of the case of a word."""

    part: Part
    like: str = ""


KeyStyle: TypeAlias = tuple[KeyPart, ...]

USUAL: Final[KeyStyle] = (KeyPart(Part.FIRST), KeyPart(Part.YEAR))
"""`drilon2017`."""


_YEARS: Final = frozenset({Part.YEAR, Part.SHORT_YEAR})


@dataclass(frozen=True, slots=True)
class _Material:
    """What a work offers for its key, folded to ASCII; of a name several forms, the usual first."""

    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    year: str = ""


def learn_key_style(references: Iterable[Reference]) -> KeyStyle:
    """The style of most keys; the usual one where most keys have none that is known."""
    styles = Counter(_style_of(each) for each in references)
    unknown = styles.pop(None, 0)
    ranked = styles.most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] >= unknown and ranked[0][0] else USUAL


def new_key(work: Work, style: KeyStyle, taken: Collection[str]) -> str:
    """A key for the work that is not among the lower-case keys `taken`: a letter tells it apart."""
    return spell_key(work.authors or work.editors, work.title, work.year, style, taken)


def spell_key(
    names: Sequence[Name],
    title: str,
    year: int | None,
    style: KeyStyle,
    taken: Collection[str],
    label: str = "",
) -> str:
    """The same, for what has these authors, this title and this year.

    Where a document calls it by a `label` such as `smith2010a`, that is its key in the usual style,
    and the key has the letter of the label in any other that ends with the year.
    """
    labelled = _LABEL.fullmatch(label)
    if labelled and style == USUAL and label not in taken:
        return label
    key = _write(style, _material(names, title, year))
    letters = ("".join(each) for size in count(1) for each in product(ascii_lowercase, repeat=size))
    has_letter = labelled and labelled[1] == str(year) and style[-1].part in _YEARS
    first = labelled[2] if labelled and has_letter else ""
    keys = (f"{key}{letter}" for letter in chain((first, ""), letters))
    return next(each for each in keys if each.lower() not in taken)


def _style_of(reference: Reference) -> KeyStyle | None:
    names = reference.authors or reference.editors
    own = _material(names, reference.title, reference.year)
    return next(_spell(reference.key, own, ()), None)


def _material(names: Sequence[Name], title: str, year: int | None) -> _Material:
    telling = [word for word in map(_ascii, words(title)) if word and word not in _SMALL_WORDS]
    forms = [*map(_forms, names[:2]), (), ()]
    return _Material(forms[0], forms[1], tuple(telling[:_TITLE_WORDS]), str(year or ""))


def _forms(name: Name) -> tuple[str, ...]:
    """The family name in full, and without its particles; of a group its first telling word."""
    if is_group(name):
        telling = group_words(name)
        found = [word for word in words(name.family) if word in telling]
        forms = [found[0] if found else "", "".join(words(name.family))]
    else:
        forms = ["".join(person(name).family), "".join(person(name).bare)]
    return tuple(filter(None, map(_ascii, forms)))


def _ascii(text: str) -> str:
    return text if text.isascii() else ""


def _spell(rest: str, own: _Material, parts: KeyStyle) -> Iterator[KeyStyle]:
    """The ways to spell a key; `parts` is the style of what stood before `rest`."""
    used = [each.part for each in parts]
    if Part.FIRST in used and _LETTER.fullmatch(rest):
        yield parts
        return
    for part, text in _candidates(own, used):
        if text and rest[: len(text)].lower() == text:
            like = "" if part in _YEARS else rest[: len(text)]
            yield from _spell(rest[len(text) :], own, (*parts, KeyPart(part, _case(like))))
    sign = _SIGNS.match(rest)
    if sign:
        yield from _spell(rest[sign.end() :], own, (*parts, KeyPart(Part.SIGN, sign[0])))


def _candidates(own: _Material, used: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    """What may come next in a key."""
    if Part.FIRST not in used:
        yield from ((Part.FIRST, form) for form in own.first)
    elif Part.SECOND not in used:
        yield from ((Part.SECOND, form) for form in own.second)
    at = used.count(Part.WORD)
    yield from ((Part.WORD, word) for word in own.title[at : at + 1])
    if _YEARS.isdisjoint(used):
        yield Part.YEAR, own.year
        yield Part.SHORT_YEAR, own.year[-2:]


def _write(style: KeyStyle, own: _Material) -> str:
    """The key that the style gives; parts that the work lacks are left out, with their signs."""
    title = iter(own.title)
    pieces: list[str] = []
    sign = ""
    for each in style:
        text = {
            Part.FIRST: (*own.first, *own.title[:1], "")[0],
            Part.SECOND: (*own.second, "")[0],
            Part.WORD: next(title, "") if each.part is Part.WORD else "",
            Part.YEAR: own.year,
            Part.SHORT_YEAR: own.year[-2:],
            Part.SIGN: "",
        }[each.part]
        if each.part is Part.SIGN:
            sign = each.like
        elif text:
            pieces += [sign if pieces else "", _cased(text, each.like)]
            sign = ""
    return "".join(pieces) or "work"


def _case(text: str) -> str:
    """An example of the case of `text`, the same for all words of that case."""
    if len(text) > 1 and text.isupper():
        return "AA"
    return "Aa" if text[:1].isupper() else ""


def _cased(text: str, like: str) -> str:
    return {"AA": text.upper(), "Aa": text.capitalize()}.get(like, text)
