"""Volume, issue and pages of an entry against those of a record."""

from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.defects import counts_all_series
from evidence.matching.pages import (
    PageMatch,
    compare_pages,
    is_range,
    same_article_number,
    same_issue,
    same_volume,
    split_volume,
)
from evidence.matching.venues import is_series
from evidence.model.reference import Field, Reference
from evidence.model.work import Work

_PAGE_FIELDS = ("pages", "eid", "article-number", "articleno", "number")


def compare_numbering(reference: Reference, work: Work) -> tuple[Disagreement, ...]:
    """What differs in volume, issue and pages. Fields that one side lacks are no disagreement."""
    if counts_all_series(work, reference.volume):
        note = _differs(
            Aspect.REGISTRY_DEFECT, reference.field("volume"), work.volume, is_note=True
        )
        return (note, *_pages(reference, work))
    return (*_volume(reference, work), *_issue(reference, work), *_pages(reference, work))


def volumes_agree(reference: Reference, work: Work) -> bool | None:
    """Whether both name one volume; None where one of them names none."""
    volume, _ = split_volume(reference.volume)
    return same_volume(volume, work.volume)


def starts_where(reference: Reference, work: Work) -> bool | None:
    """Whether the work starts on the entry's first page, or has its article number."""
    ours = [text for text in (reference.text(name) for name in _PAGE_FIELDS[:-1]) if text]
    theirs = [text for text in (work.pages, work.article_number) if text]
    if not ours or not theirs:
        return None
    return any(same_article_number(a, b) for a in ours for b in theirs)


def _differs(
    aspect: Aspect, field: Field | None, expected: str, *, is_note: bool = False
) -> Disagreement:
    name, found = (field.name, field.text) if field else ("", "")
    if aspect is Aspect.REGISTRY_DEFECT:
        message = f"the volume is `{found}`, the record counts all series: `{expected}`"
    else:
        verb = "are" if name == "pages" else "is"
        message = f"the {name} {verb} `{found}`, the record has `{expected}`"
    return Disagreement(aspect, name, found, expected, message, is_note)


def _volume(reference: Reference, work: Work) -> tuple[Disagreement, ...]:
    """Volumes of articles, and of series of proceedings; elsewhere the entry's volume may be that
    of the series and the record's a part of the proceedings.
    """
    is_in_series = work.type == "proceedings-article" and any(map(is_series, work.venues))
    if work.type != "journal-article" and reference.type != "article" and not is_in_series:
        return ()
    volume, _ = split_volume(reference.volume)
    if same_volume(volume, work.volume) is not False:
        return ()
    return (_differs(Aspect.VOLUME, reference.field("volume"), work.volume),)


def _issue(reference: Reference, work: Work) -> tuple[Disagreement, ...]:
    """Issues of articles: `number` may also hold the article's number."""
    if work.type != "journal-article":
        return ()
    field = reference.field("number", "issue")
    _, issue = split_volume(reference.volume)
    issue = field.text if field else issue
    if same_issue(issue, work.issue) is not False:
        return ()
    if any(same_article_number(issue, other) for other in (work.article_number, work.pages)):
        return ()
    return (_differs(Aspect.ISSUE, field or reference.field("volume"), work.issue),)


def _pages(reference: Reference, work: Work) -> tuple[Disagreement, ...]:
    """Pages and article numbers: one that agrees is enough, unless the entry names a range of pages
    beside (`1--12` counts the pages of an article that has a number).
    """
    fields = [field for field in (reference.field(name) for name in _PAGE_FIELDS[:-1]) if field]
    if not fields or reference.type in ("book", "phdthesis", "thesis"):
        return ()
    number = reference.field("number")
    is_issue = number is not None and same_issue(number.text, work.issue)
    candidates = [*fields, number] if number and not is_issue else fields
    known = [text for text in (work.pages, work.article_number) if text]
    if fields[0].name != "pages" and not work.article_number and is_range(work.pages):
        return ()  # the record counts pages, the entry articles
    if is_range(reference.text("pages")) and work.pages:
        candidates, known = fields[:1], [work.pages]
    found = [compare_pages(field.text, text) for field in candidates for text in known]
    if not found or PageMatch.SAME in found or all(match is None for match in found):
        return ()
    if compare_pages(fields[0].text, work.pages or work.article_number) is None:
        return ()
    is_near = PageMatch.LAST_PAGE in found
    return (_differs(Aspect.PAGES, fields[0], known[0], is_note=is_near),)
