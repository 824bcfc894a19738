"""Whether the year of an entry is a year of the work, and if not, whether that is harmless.

Print, online, issued, the issue's own and the event's year are all right. Measured on 474 articles
with a print and an online date: the years are equal in 72 %, differ by one in 19 %, and by three or
more in 8 % (back issues that were digitised later).
"""

from collections.abc import Sequence

from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.text import words
from evidence.model.reference import Reference
from evidence.model.work import DateKind, Work, WorkDate

_BOOKS = frozenset(
    {"book", "monograph", "edited-book", "reference-book", "book-chapter", "book-section",
     "book-part", "reference-entry", "book-set", "proceedings"}
)  # fmt: skip
_WHOLE_BOOKS = frozenset({"book", "monograph", "edited-book", "reference-book"})
_FIRST_ONLINE_JOURNALS = 1998
_FIRST_ELECTRONIC_BOOKS, _SOON = 2005, 2
_LATE_MONTH = 10
_AFTER_THE_MEETING = "proceedings appear after their meeting"


def compare_year(
    reference: Reference,
    work: Work,
    *,
    is_elsewhere: bool = False,
    is_on_other_pages: bool = False,
) -> tuple[bool | None, Disagreement | None]:
    """Whether the year is right or harmlessly near, and what there is to say about it.

    No year is near when the work is said to be `is_elsewhere`, in another venue: two papers of the
    same title by the same authors differ in both. Where `is_on_other_pages`, the proceedings of a
    meeting are not taken for those of the year after either.
    """
    year = reference.year
    dates = tuple(known for known in work.dates if known.kind is not DateKind.CREATED)
    if year is None or not dates:
        return None, None
    if any(known.year == year for known in dates):
        return True, None
    reason = "" if is_elsewhere else _harmless(year, dates, reference, work)
    if is_on_other_pages and reason == _AFTER_THE_MEETING:
        reason = ""
    said = f"the year is {year}, the record has {described(dates)}"
    return bool(reason), Disagreement(
        aspect=Aspect.YEAR_NEAR if reason else Aspect.YEAR,
        field="year" if reference.field("year") else "date",
        found=str(year),
        expected=described(dates),
        message=f"{said}: {reason}" if reason else said,
        is_note=bool(reason),
    )


def described(dates: Sequence[WorkDate]) -> str:
    """`2016 (print) and 2015 (online)`: each year once, with its kinds."""
    kinds: dict[int, list[str]] = {}
    for known in dates:
        names = kinds.setdefault(known.year, [])
        if known.kind.value not in names:
            names.append(known.kind.value)
    parts = []
    for year, names in kinds.items():
        telling = [name for name in names if name != DateKind.ISSUED] or names
        parts.append(f"{year} ({', '.join(telling)})")
    return " and ".join(parts)


def _harmless(
    year: int, dates: Sequence[WorkDate], reference: Reference, work: Work
) -> str:  # the reason, empty when there is none
    if _is_late_in_the_year_before(year, dates, work):
        return "published at the end of the year before"
    if _is_early_access(year, dates, work):
        return "its DOI was registered that year, ahead of the issue"
    if _is_proceedings_of_a_meeting(year, dates, work):
        return _AFTER_THE_MEETING
    if _is_in_the_meetings_name(year, work):
        return "the meeting was held that year"
    if _is_digitised(year, dates, work):
        return "the record has no print date, only that of the electronic edition"
    if _is_journal_version(year, dates, reference, work):
        return "the record is the preprint's"
    return ""


def _is_late_in_the_year_before(year: int, dates: Sequence[WorkDate], work: Work) -> bool:
    """Online in December, in the volume of the next year.

    A date without a month takes the month in which the DOI was registered, in the same year.
    """
    published = [known for known in dates if known.kind is not DateKind.EVENT]
    eve = [known for known in published if known.year + 1 == year]
    registered = [known for known in work.dates if known.kind is DateKind.CREATED]
    late = [known for known in (*eve, *registered) if (known.month or 0) >= _LATE_MONTH]
    return bool(eve) and any(known.year + 1 == year for known in late)


def _is_early_access(year: int, dates: Sequence[WorkDate], work: Work) -> bool:
    """IEEE deposits a paper on early access with the DOI and later replaces the date by print's."""
    created = [known.year for known in work.dates if known.kind is DateKind.CREATED]
    return year in created and year < min(known.year for known in dates)


def _is_proceedings_of_a_meeting(year: int, dates: Sequence[WorkDate], work: Work) -> bool:
    """A record that gives the meeting's year, without a month, as the date of publication."""
    return work.type == "proceedings-article" and all(
        known.year + 1 == year and (known.month is None or known.kind is DateKind.EVENT)
        for known in dates
    )


def _is_in_the_meetings_name(year: int, work: Work) -> bool:
    """A volume that appeared after its meeting: `… at MICCAI 2021`, `2008 15th IEEE …`."""
    if work.type == "journal-article":
        return False
    return any(str(year) in words(text) for text in (*work.titles, *work.venues))


def _is_digitised(year: int, dates: Sequence[WorkDate], work: Work) -> bool:
    """An e-book of an older book, a back issue put online, an issue that appeared late.

    An article that was born online has no print date either: for articles a gap of more than one
    year is harmless only where the entry's year is older than electronic journals are, and the
    record's is not (of the large publishers, all but a few began between 1995 and 2000). A DOI
    that was registered years after its online date tells that this is the date of print, an
    article number without pages that nothing was printed before. E-books have come out with, or
    soon after, the printed ones since about 2005.
    """
    earliest = min(known.year for known in dates)
    if earliest <= year:
        return False
    if work.type in _WHOLE_BOOKS and _was_registered_later(dates, work):
        return True
    kinds = {known.kind for known in dates}
    if DateKind.ONLINE not in kinds or kinds & {DateKind.PRINT, DateKind.ISSUE}:
        return False
    if work.type in _BOOKS:
        return year < _FIRST_ELECTRONIC_BOOKS or earliest - year <= _SOON
    return earliest - year == 1 or _is_back_issue(year, earliest, dates, work)


def _is_back_issue(year: int, earliest: int, dates: Sequence[WorkDate], work: Work) -> bool:
    was_printed = bool(work.pages) or not work.article_number
    is_older = year < _FIRST_ONLINE_JOURNALS <= earliest
    return is_older and was_printed and not _was_registered_later(dates, work)


def _was_registered_later(dates: Sequence[WorkDate], work: Work) -> bool:
    """A book whose record was made years after the date it gives: an online edition's."""
    registered = [known.year for known in work.dates if known.kind is DateKind.CREATED]
    return bool(registered) and min(registered) - max(known.year for known in dates) >= 2


def _is_journal_version(
    year: int, dates: Sequence[WorkDate], reference: Reference, work: Work
) -> bool:
    """An article cited with its journal, year of publication and the DOI of its preprint.

    A preprint may be revised after the article is out (arXiv 1706.03762: 2017 to 2023).
    """
    years = [known.year for known in dates]
    is_after = min(years) < year <= max(years) + 3
    return work.type == "posted-content" and bool(reference.venue) and is_after
