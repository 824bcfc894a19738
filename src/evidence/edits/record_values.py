"""What a registry's record says, as the content of the field that says otherwise."""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from evidence.edits.bibtex_text import bibtex_names, bibtex_pages, bibtex_text
from evidence.edits.change import Refused
from evidence.matching.pages import split_volume
from evidence.matching.text import REPLACEMENT, plain
from evidence.model.finding import Finding
from evidence.model.reference import Field, Reference
from evidence.model.work import WITHDRAWAL_LABEL, Work
from evidence.sources.bibtex_names import inside_braces

_TEX: Final = re.compile(r"\\|\$.*\$|<mml:|<math\b|<tex-math", re.DOTALL | re.IGNORECASE)
_PROTECTED: Final = re.compile(r"\{([^{}\\]*[A-Z][^{}\\]*)\}")
_AND: Final = re.compile(r"\s+and\s+")
_VENUES: Final = frozenset({"journal", "journaltitle", "booktitle"})
_NUMBERS: Final = frozenset({"number", "issue"})
_PAGES: Final = frozenset({"pages", "eid", "article-number", "articleno"})


def record_content(
    finding: Finding, reference: Reference, field: Field, work: Work
) -> str | Refused:
    """The content that the finding's `field` should have by the record of `work`."""
    value = _VALUES[finding.code]
    content = value(finding, reference, field, work)
    if isinstance(content, Refused):
        return content
    if not content:
        return Refused("the record says nothing")
    if REPLACEMENT in content:
        return Refused("the record has lost a letter")
    return Refused("the entry has the record's words already") if content == field.raw else content


def _title(finding: Finding, _: Reference, field: Field, work: Work) -> str | Refused:
    title = WITHDRAWAL_LABEL.sub("", work.title)
    if work.subtitles:
        title = f"{title}: {work.subtitles[0]}"
    if plain(field.text) != finding.found:
        return Refused("what was compared is not this field alone")
    if _TEX.search(title):
        return Refused("the record's title holds formulas")
    if title.isupper() and not field.text.isupper():
        return Refused("the record's title is in capitals")
    return _protected(bibtex_text(title), field.raw)


def _protected(content: str, before: str) -> str:
    """`content` with braces around what had braces before: all of it, or the same words."""
    if inside_braces(before.strip()) is not None:
        return f"{{{content}}}"
    words = sorted(set(_PROTECTED.findall(before)), key=len, reverse=True)
    if not words:
        return content
    either = "|".join(map(re.escape, words))
    return re.sub(rf"(?<![\w{{\\])(?:{either})(?![\w}}])", r"{\g<0>}", content)


def _names(_: Finding, reference: Reference, field: Field, work: Work) -> str:
    """As many names as the entry has, where it leaves out the others."""
    if field.name == "author":
        ours, theirs = reference.authors, work.authors or work.editors
    else:
        ours, theirs = reference.editors, work.editors or work.authors
    separator = _AND.search(field.raw)
    between = separator[0] if separator else " and "
    is_cut = reference.et_al and len(theirs) > len(ours)
    names = bibtex_names(theirs[: len(ours)] if is_cut else theirs, between)
    return f"{names}{between}others" if is_cut else names


def _year(finding: Finding, _: Reference, field: Field, work: Work) -> str | Refused:
    if field.text != finding.found:
        return Refused("the field holds more than the year")
    return str(work.year or "")


def _venue(_: Finding, __: Reference, field: Field, work: Work) -> str | Refused:
    if field.name not in _VENUES:
        return Refused("the field is not the name of a journal or a book")
    if work.venue.isupper() and not field.text.isupper() and " " in work.venue:
        return Refused("the record's venue is in capitals")
    return _protected(bibtex_text(work.venue), field.raw)


def _volume(_: Finding, reference: Reference, __: Field, work: Work) -> str | Refused:
    if split_volume(reference.volume)[1]:
        return Refused("the field holds the issue as well")
    return bibtex_text(work.volume)


def _issue(_: Finding, __: Reference, field: Field, work: Work) -> str | Refused:
    if field.name not in _NUMBERS:
        return Refused("the field holds the volume as well")
    return bibtex_text(work.issue.replace("_", " "))  # `suppl_8`


def _pages(_: Finding, __: Reference, field: Field, work: Work) -> str | Refused:
    if field.name not in _PAGES:
        return Refused("the field does not hold pages alone")
    return bibtex_pages(work.pages or work.article_number)


_Value: TypeAlias = Callable[[Finding, Reference, Field, Work], str | Refused]
_VALUES: Final[Mapping[str, _Value]] = {
    "MET001": _title,
    "MET002": _names,
    "MET003": _year,
    "MET005": _venue,
    "MET006": _volume,
    "MET007": _issue,
    "MET008": _pages,
}

RECORD_CODES: Final = frozenset(_VALUES)
"""The rules whose findings a field of the record can mend. A year that is only near the record's is
not among them: more often than not the entry has the year of print, and the record lacks it.
"""
