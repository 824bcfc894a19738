"""The items of a reference list by their first author and year, as markers name them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from evidence.model.document import ListedReference
from evidence.model.printed import PrintedReference
from evidence.sources.documents.reference_list.author_year_labels import (
    first_family,
    folded_family,
    year,
)
from evidence.sources.documents.statements.body_names import other_names
from evidence.sources.printed_references import read_printed

_PARTICLES: Final = re.compile(
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|al|el|d['’]|al-|el-)\s?)+(?=\w)",
    re.IGNORECASE,
)
_UNDATED: Final = re.compile(r"\bn\.\s?d\.|\bno date\b|\bo\.\s?J\.|\bs\.\s?f\.", re.IGNORECASE)
_IN_PRESS: Final = re.compile(
    r"\b(?:in\s+press|forthcoming|im\s+Druck|sous presse)\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LETTERED_YEAR: Final = re.compile(r"\d{4}[a-z]\Z")
_LONGEST_INITIALS: Final = 4
_HEAD: Final = 400
_MOST: Final = 60  # works of one name and year that are told apart


@dataclass(frozen=True, slots=True)
class Named:
    """What a marker says of the authors behind the first one's family name.

    `given` are the first author's initials or given names, `others` further authors; `et_al` says
    that there are more.
    """

    given: str = ""
    others: str = ""
    et_al: bool = False


@dataclass(frozen=True)
class _Item:
    listed: ListedReference
    head: str  # of its text, folded: what further authors are looked for in
    has_letter: bool  # the list itself prints `2018a`

    @cached_property
    def parts(self) -> PrintedReference:
        return self.listed.printed or read_printed(self.listed.text)

    def names(self, others: str) -> bool:
        words = (word for word in fold_words(others).split() if len(word) > 1)
        return all(f" {word} " in self.head for word in words)

    def is_by(self, given: str) -> bool:
        return bool(self.parts.authors) and _agree(given, self.parts.authors[0].given)

    def has_so_many(self, *, et_al: bool) -> bool:
        return (len(self.parts.authors) > 1 or self.parts.et_al) is et_al


@dataclass(frozen=True, slots=True)
class AuthorYearIndex:
    """Finds the items that a family name and a year name."""

    items: dict[tuple[str, str], list[_Item]] = field(repr=False)
    families: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, listed: Sequence[ListedReference]) -> "AuthorYearIndex":
        """An index of the list by all forms that its first authors' names may take in the text."""
        items: dict[tuple[str, str], list[_Item]] = defaultdict(list)
        for each in listed:
            head = each.text[:_HEAD]
            item = _Item(each, fold_words(head), bool(_LETTERED_YEAR.search(_printed_year(each))))
            for name in _names_of(each, head):
                for dated in _dates_of(each):
                    items[name, dated].append(item)
        return cls(dict(items), frozenset(name for name, _ in items))

    def labels(self, family: str, written_year: str, named: Named) -> tuple[str, ...]:
        """The labels of the items that a first author and a year may mean: one where that is clear.

        Of several it is the one by the other authors that are named, by the first author with
        these initials, by one author or by more. A year without a letter does not tell `2018a`
        from `2018b`.
        """
        found = self._by(family, written_year)
        if 1 < len(found) <= _MOST:
            found = _told_apart(found, named)
        return _labels(found[:_MOST])

    def labels_of_year(self, family: str, written_year: str) -> tuple[str, ...]:
        """The labels of all items by this first author of this year."""
        return _labels(self._by(family, written_year))

    def _by(self, family: str, written_year: str) -> list[_Item]:
        dated = _wanted(written_year)
        for name in (folded_family(family), folded_family(_PARTICLES.sub("", family))):
            for date in (dated, f"{dated}?"):
                if found := self.items.get((name, date)):
                    return found
        return []

    def knows(self, family: str) -> bool:
        """Whether any item is by this first author."""
        return folded_family(family) in self.families


def open_label(family: str, year: str) -> str:
    """What stands for several items between which a marker leaves it open: no key has a comma."""
    return f"{family}, {year}"


def items_left_open(
    labels: Iterable[str], listed: Sequence[ListedReference]
) -> dict[str, tuple[str, ...]]:
    """Of each `open_label` among these, the labels of the items that it stands for."""
    made = [(label, *label.rpartition(", ")) for label in labels]
    index = AuthorYearIndex.of(listed if any(family for _, family, _, _ in made) else ())
    found = {label: index.labels_of_year(family, dated) for label, family, _, dated in made}
    return {label: several for label, several in found.items() if len(several) > 1}


def fold_words(text: str) -> str:
    """The words of the text in lower case, without accents and marks, a blank on each side."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return f" {' '.join(_WORD.findall(bare))} "


def _labels(items: Iterable[_Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.listed.label for each in items))


def _told_apart(found: list[_Item], named: Named) -> list[_Item]:
    if named.others:
        found = [each for each in found if each.names(named.others)] or found
    if named.given:
        return [each for each in found if each.is_by(named.given)] or found
    if named.others or any(each.has_letter for each in found):
        return found
    return [each for each in found if each.has_so_many(et_al=named.et_al)] or found


def _agree(given: str, other: str) -> bool:
    """Whether initials or given names can be the same person's: `J.`, `JA`, `John`."""
    pairs = list(zip(_given_names(given), _given_names(other), strict=False))
    return bool(pairs) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)


def _given_names(given: str) -> Iterator[str]:
    """Each given name or initial, folded: `JA` are two, as are `Jean-Paul`."""
    for name in _LETTERS.findall(given):
        is_run = name.isupper() and len(name) <= _LONGEST_INITIALS
        yield from (fold_words(each).strip() for each in (name if is_run else (name,)))


def _printed_year(item: ListedReference) -> str:
    return ((item.printed.year if item.printed else "") or year(item.text)).lower()


def _dates_of(item: ListedReference) -> tuple[str, ...]:
    """The year as it may be written in a marker; with `?` where the letter may be missing."""
    if found := _printed_year(item):
        labelled = _LETTERED_YEAR.search(item.label)
        found = labelled[0] if labelled and labelled[0][:-1] == found else found
        return (found, f"{found[:4]}?") if found[4:] else (found,)
    if _IN_PRESS.search(item.text):
        return ("in press",)
    return ("n.d.",) if _UNDATED.search(item.text) else ()


def _wanted(written_year: str) -> str:
    if written_year[:1].isdigit():
        return written_year.lower()
    return "in press" if _IN_PRESS.search(written_year) else "n.d."


def _names_of(item: ListedReference, head: str) -> set[str]:
    families = [first_family(item.text)]
    if item.printed and item.printed.authors:
        families.append(item.printed.authors[0].family)
    names: set[str] = set()
    for family in families:
        names |= {family, _PARTICLES.sub("", family), *other_names(family, head)}
    return {folded_family(each) for each in names} - {""}
