"""Entries and records for the tests of comparing, in a line or two each."""

from evidence.model.doi import Doi
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.work import DateKind, Name, Origin, Via, Work, WorkDate

PLACE = Place("references.bib")
CROSSREF = Origin("crossref", Via.NETWORK, None)
HAND_MADE = Origin("crossref", Via.SNAPSHOT, None, hand_made=True)


def name(text: str) -> Name:
    """`Chen, Yiyi` as a person, `{ATLAS Collaboration}` as a group."""
    if text.startswith("{"):
        return Name(text.strip("{}"), is_group=True)
    family, _, given = text.partition(", ")
    return Name(family, given)


def names(text: str) -> tuple[Name, ...]:
    """`Chen, Y; Chi, P`."""
    return tuple(name(part.strip()) for part in text.split(";") if part.strip())


def entry(
    type: str = "article",
    authors: str = "",
    editors: str = "",
    **fields: str,
) -> Reference:
    """An entry; `article_number` stands for the field `article-number`, `; others` for et al."""
    return Reference(
        key="key",
        type=type,
        fields=tuple(
            Field(field.replace("_", "-"), text, text, PLACE) for field, text in fields.items()
        ),
        place=PLACE,
        authors=names(authors.removesuffix("; others")),
        editors=names(editors),
        et_al=authors.endswith("; others"),
    )


def record(
    type: str = "journal-article",
    title: str = "",
    authors: str = "",
    dates: str = "",
    venues: tuple[str, ...] = (),
    doi: str = "10.1000/x",
    origin: Origin = CROSSREF,
    editors: str = "",
    subtitle: str = "",
    volume: str = "",
    issue: str = "",
    pages: str = "",
    article_number: str = "",
) -> Work:
    """A record; `dates` as in `print 2016-03, online 2015`."""
    return Work(
        doi=Doi(doi),
        type=type,
        titles=(title,) if title else (),
        origin=origin,
        subtitles=(subtitle,) if subtitle else (),
        authors=names(authors),
        editors=names(editors),
        dates=tuple(_date(part) for part in dates.split(", ") if part),
        venues=venues,
        volume=volume,
        issue=issue,
        pages=pages,
        article_number=article_number,
    )


def _date(text: str) -> WorkDate:
    kind, _, day = text.partition(" ")
    return WorkDate(DateKind(kind), *map(int, day.split("-")))
