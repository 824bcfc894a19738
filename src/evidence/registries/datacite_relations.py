"""What a DataCite record says of other works, and of what became of its own, in Crossref's words.

Relation types after the DataCite Metadata Schema 4.6; those that Crossref has no word for, or that
say nothing about the standing of the work (`Cites`, `IsSupplementTo`), are left out.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from evidence.model.doi import Doi
from evidence.model.work import Relation, Update
from evidence.registries.json_parts import doi_in, items, part, text

_VERSIONS: Final = {
    "IsVersionOf": "is-version-of",
    "IsNewVersionOf": "is-version-of",
    "HasVersion": "has-version",
}
_SUPERSEDED: Final = frozenset({"IsPreviousVersionOf", "IsObsoletedBy"})
# DataCite's guide for preprints: the article's DOI, "normally with the isVersionOf relationType".
_PUBLISHED_AS: Final = frozenset({"IsVersionOf", "IsPreviousVersionOf"})
_ARXIV: Final = "10.48550"
_DEPOSITOR: Final = "publisher"


def relations_of(record: object, doi: Doi, kind: str) -> Iterator[Relation]:
    """The relations of the work `doi`, of Crossref's type `kind`, to other works."""
    for said, other in _related(record, doi):
        if _is_article_of(said, other, doi, kind):
            yield Relation("is-preprint-of", other)
        elif said in _VERSIONS:
            yield Relation(_VERSIONS[said], other)


def updates_of(record: object, doi: Doi, kind: str) -> Iterator[Update]:
    """What became of the work: a date of withdrawal, a newer version."""
    for item in items(part(record, "dates")):
        if text(part(item, "dateType")) == "Withdrawn":
            yield Update("withdrawal", date=_day(part(item, "date")), source=_DEPOSITOR)
    for said, other in _related(record, doi):
        if said in _SUPERSEDED and not _is_article_of(said, other, doi, kind):
            yield Update("new-version", other, source=_DEPOSITOR)


def _related(record: object, doi: Doi) -> Iterator[tuple[str, Doi]]:
    """DataCite's words for the relations to other works, those by DOI."""
    for item in items(part(record, "relatedIdentifiers")):
        other = doi_in(part(item, "relatedIdentifier"))
        is_doi = text(part(item, "relatedIdentifierType")).casefold() == "doi"
        if other and is_doi and other != doi:
            yield text(part(item, "relationType")), other


def _is_article_of(said: str, other: Doi, doi: Doi, kind: str) -> bool:
    """Whether a preprint names its article: a version that somebody else registered.

    Other versions of a preprint are registered by its own server, or are on arXiv.
    """
    is_preprint = kind == "posted-content" and said in _PUBLISHED_AS
    return is_preprint and other.prefix not in (doi.prefix, _ARXIV)


def _day(value: object) -> date | None:
    """The day that a date begins with; None where it names none."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
