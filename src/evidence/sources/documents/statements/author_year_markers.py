"""What may cite by author and year: `(Drilon et al., 2017)`, `Chen and Chi (2018)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from evidence.model.document import CitationForm, Cited
from evidence.sources.documents.reference_list.author_year_labels import author_year_label
from evidence.sources.documents.statements.abbreviations import STARTERS
from evidence.sources.documents.statements.author_year_index import (
    AuthorYearIndex,
    Named,
    open_label,
)
from evidence.sources.documents.statements.markers import Marker

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿα-ω]"
_PARTICLE: Final = (
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu)\s|[dol]['’]|al-|el-)"
)
_FAMILY: Final = (
    rf"(?i:{_PARTICLE}){{0,3}}{_CAPITAL}[^\W\d_]{{0,30}}(?:['’‐‑-][^\W\d_]{{1,30}}){{0,3}}"
    rf"(?:\s(?:(?:of|for|on|and)\s)?{_PARTICLE}{{0,2}}{_CAPITAL}[^\W\d_]{{1,30}}(?:[‐‑-][^\W\d_]{{1,30}}){{0,2}}){{0,3}}"
)
_INITIALS: Final = r"(?:,?\s(?:[A-Z]\.[\s-]?){1,3})?"
_AND: Final = r"(?:,?\s?&\s?|,?\s(?:and|und|et|y|e|og|och|en)\s)"
_ET_AL: Final = (
    r"(?:,?\s+et\s+al\b\.?|,?\s+(?:and|&)\s+(?:colleagues|co-?workers|others)|\s+u\.\s?a\.)"
)
_NAMES: Final = (
    rf"(?P<before>(?:[A-Z]\.[\s-]?){{0,3}})(?P<family>{_FAMILY}?)(?:['’]s)?(?P<behind>{_INITIALS})"
    r"(?:\s\[[A-Z][A-Za-z]{1,9}\])?"
    rf"(?:(?P<more>(?:,\s(?:[A-Z]\.[\s-]?){{0,3}}{_FAMILY}{_INITIALS}){{0,6}}"
    rf"(?:{_AND}(?:[A-Z]\.[\s-]?){{0,3}}(?P<second>{_FAMILY}){_INITIALS}(?:['’]s)?)?)(?P<al>{_ET_AL})?(?:['’]s)?)"
)
_FULL_YEAR: Final = r"(?:1[6-9]|20)\d\d[a-z]?"
_UNDATED: Final = r"n\.\s?d\.|in\s+press|forthcoming|im\s+Druck|o\.\s?J\.|s\.\s?f\."
_YEARS: Final = (
    rf"(?P<years>(?:{_FULL_YEAR}|{_UNDATED})(?:\s?[,;/&]\s?(?:and\s)?(?:{_FULL_YEAR}\b|[a-h]\b(?![.\s]*\d))){{0,12}})"
    r"(?![\w–-])"
)
_LOCATOR: Final = (
    r"(?:\s?[,:]\s?(?P<locator>(?:(?:pp?|pages?|S|ch|chap|chapters?|sect?|sections?|figs?|figures?"
    r"|tabs?|tables?|para|vol|appendix)\b\.?\s?|§+\s?)(?:[A-Z]?\d{1,5}(?:\s?[-–]\s?[A-Z]?\d{1,5})?|[IVX]{1,6}\b)"
    r"|(?<=:)\s?\d{1,5}(?:\s?[-–]\s?\d{1,5})?))?"
)
_LEAD: Final = re.compile(
    r"\s*(?:(?:see|also|but|cf\.?|e\.?\s?g\.?|i\.?\s?e\.?|for\s+(?:an?\s+)?(?:reviews?|example|instance)"
    r"|as|reviewed|discussed|described|shown|reported|summari[sz]ed|in|by|from|adapted|data|and|vgl\.?"
    r"|siehe|voir|véase|ver)(?:[,:]?\s+|,))*+",
    re.IGNORECASE,
)
_PART: Final = re.compile(rf"{_NAMES},?\s?\(?{_YEARS}{_LOCATOR}\)?")
_PARTING: Final = re.compile(r"\s*(?:[;,]|\band\b|&)\s*|\s*\Z")
_HAS_YEAR: Final = re.compile(rf"{_FULL_YEAR}|{_UNDATED}")
_GROUP: Final = re.compile(r"[(\[]((?:[^()\[\]]|(?<= )\[[A-Z][A-Za-z]{1,9}\]){4,700})[)\]]")
_YEARS_ALONE: Final = re.compile(rf"[(\[]\s?{_YEARS}{_LOCATOR}\s?[)\]]")
_NAMES_BEFORE: Final = re.compile(rf"(?<![^\W_])(?<!['’-]){_NAMES}\s{{0,2}}\Z")
_LONGEST_NAMES: Final = 160
_EACH_YEAR: Final = re.compile(rf"({_FULL_YEAR})|({_UNDATED})|([a-h])\b")

_NO_AUTHORS: Final = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "spring", "summer", "autumn", "fall", "winter",
    "section", "figure", "table", "chapter", "appendix", "version", "phase", "since", "until",
    "from", "between", "during", "after", "before", "early", "late", "mid", "about", "around",
    "approximately", "mai", "märz", "juni", "juli", "oktober", "dezember", "basel", "zurich",
    "geneva", "london", "paris", "berlin", "tokyo", "boston", "york", "usa", "uk", "germany",
    "france", "switzerland", "japan", "china", "europe", "roche", "pfizer", "novartis", "merck",
    "amgen", "sanofi", "bayer", "ibm", "spss", "sas", "stata", "redcap", "graphpad", "week",
    "year", "years", "accessed", "updated", "published", "copyright", "recist", "ctcae",
    "meddra", "study", "trial", "cohort", "protocol", "amendment", "guideline", "guidelines",
    "edition", "release",
})  # fmt: skip


class Fit(IntEnum):
    """How sure it is that a name and a year are a citation."""

    WEAK = 1  # (Smith, 2017), and the list knows no such work
    CLEAR = 2  # (Smith et al., 2017), and the list knows no such work
    LISTED = 3


@dataclass(frozen=True, slots=True)
class AuthorYear:
    """A part of a marker, from `start` to `end` of the text, and how sure it is."""

    start: int
    end: int
    cited: tuple[Cited, ...]
    fit: Fit


@dataclass(frozen=True, slots=True)
class AuthorYearGroup:
    """What stands between two parentheses; `is_whole` when nothing but its parts does."""

    start: int
    end: int
    parts: tuple[AuthorYear, ...]
    is_whole: bool

    def markers(self, weakest: Fit) -> tuple[Marker, ...]:
        """The markers that it holds, if those below `weakest` are none."""
        sure = [each for each in self.parts if each.fit >= weakest]
        if self.is_whole and len(sure) == len(self.parts):
            by_label = {
                each.label: each for part in reversed(sure) for each in reversed(part.cited)
            }
            cited = tuple(reversed(by_label.values()))
            return (Marker(self.start, self.end, CitationForm.AUTHOR_YEAR, cited),)
        return tuple(
            Marker(each.start, each.end, CitationForm.AUTHOR_YEAR, each.cited) for each in sure
        )


def author_year_groups(text: str, index: AuthorYearIndex) -> Iterator[AuthorYearGroup]:
    """All in a block's text that may cite by author and year, in its order."""
    for found in _GROUP.finditer(text):
        if not _HAS_YEAR.search(found[1]):
            continue
        if years := _YEARS_ALONE.fullmatch(found[0]):
            before = text[max(0, found.start() - _LONGEST_NAMES) : found.start()]
            if (names := _NAMES_BEFORE.search(before)) and (cited := _read(names, years, index)):
                part = AuthorYear(*found.span(), *cited)
                if part.fit > Fit.WEAK:
                    yield AuthorYearGroup(*found.span(), (part,), is_whole=True)
        elif group := _group(found, index):
            yield group


def _group(found: re.Match[str], index: AuthorYearIndex) -> AuthorYearGroup | None:
    inner = found[1]
    offset = found.start(1)
    parts: list[AuthorYear] = []
    is_whole = True
    at = 0
    while at < len(inner):
        lead = _LEAD.match(inner, at)
        at = lead.end() if lead else at
        part = _PART.match(inner, at)
        parting = _PARTING.match(inner, part.end()) if part else None
        cited = _read(part, part, index) if part and parting else None
        if part is None or parting is None or cited is None:
            is_whole = False
            semicolon = inner.find(";", at)
            at = semicolon + 1 if semicolon >= 0 else len(inner)
            continue
        parts.append(AuthorYear(offset + part.start(), offset + part.end(), *cited))
        at = parting.end()
    return AuthorYearGroup(*found.span(), tuple(parts), is_whole) if parts else None


def _read(
    names: re.Match[str], dated: re.Match[str], index: AuthorYearIndex
) -> tuple[tuple[Cited, ...], Fit] | None:
    """What a name and its years cite, each year a work of its own."""
    family, given = names["family"], names["before"].strip() or (names["behind"] or "").strip(", ")
    others = (names["second"] or names["more"] or "").strip(" ,")
    locator = (dated["locator"] or "").strip()
    years = _each_year(dated["years"])
    while True:
        named = Named(given, others, et_al=bool(names["al"]))
        found = [index.labels(family, each, named) for each in years]
        first, _, rest = family.partition(" ")
        if any(found) or not rest:
            break
        if first.casefold() not in STARTERS:
            if not index.knows(rest):
                break
            given = first
        family = rest
    if not any(found) and family.split()[0].casefold() in _NO_AUTHORS | STARTERS:
        return None
    labels = [_label(family, *each) for each in zip(years, found, strict=True)]
    cited = tuple(Cited(label, locator) for label in dict.fromkeys(labels))
    return cited, _fit(names, found, family, index)


def _label(family: str, year: str, found: Sequence[str]) -> str:
    """The label of the one item that is meant, or of what the list lacks or leaves open."""
    if len(found) > 1:
        return open_label(family, year)
    return found[0] if found else author_year_label(family, year if year[0].isdigit() else "")


def _fit(
    names: re.Match[str], found: Sequence[Sequence[str]], family: str, index: AuthorYearIndex
) -> Fit:
    if any(len(labels) == 1 for labels in found):
        return Fit.LISTED
    is_clear = names["al"] or "&" in (names["more"] or "") or index.knows(family)
    return Fit.CLEAR if is_clear else Fit.WEAK


def _each_year(years: str) -> list[str]:
    """`2017a, b; 2018` as 2017a, 2017b and 2018."""
    each_year: list[str] = []
    for full, undated, letter in _EACH_YEAR.findall(years):
        if letter and each_year:
            each_year.append(each_year[-1][:4] + letter)
        elif full or undated:
            each_year.append(" ".join((full or undated).lower().split()))
    return each_year
