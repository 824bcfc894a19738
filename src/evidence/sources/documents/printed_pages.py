"""The numbers that are printed on the pages of a document, from what stands in their margins."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_NUMBER: Final = r"(?P<prefix>OF|[A-Za-z])?(?P<number>\d{1,5})"
_FORMS: Final = (
    re.compile(rf"{_NUMBER}(?=[\s|•·,;–—-]|\Z)"),
    re.compile(rf"(?:.*[\s|•·–—-])?{_NUMBER}\W*\Z"),
    re.compile(
        rf"\W*(?:page|p\.|seite|s\.)\s*{_NUMBER}(?:\s*(?:of|/|von|sur|de)\s*\d{{1,5}})?\W*\Z",
        re.IGNORECASE,
    ),
)
_LONGEST: Final = 200  # characters of a running head
_PART: Final = 0.6  # of the pages: title pages and full-page tables often have no number
_FEWEST: Final = 2


def printed_pages(margins: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """For pages, by their number in the file, the number that is printed on them.

    `margins` are the outermost lines of each page. Numbers count only where they go up by one from
    page to page on most pages, in one series alone; a page without one between two that have theirs
    is counted too. Nothing is given where the printed numbers are those in the file.
    """
    pages = [{*_numbers(lines)} for lines in margins]
    series = Counter(
        (prefix, number - page)
        for page, found in enumerate(pages, 1)
        for prefix, number in found
        if prefix or number != page
    )
    enough = max(_FEWEST, len(pages) * _PART)
    ((prefix, ahead), times), *others = series.most_common(2) or [(("", 0), 0)]
    if times < enough or (others and others[0][1] == times):
        return ()
    shown = [page for page, found in enumerate(pages, 1) if (prefix, page + ahead) in found]
    return tuple((str(page), f"{prefix}{page + ahead}") for page in range(shown[0], shown[-1] + 1))


def _numbers(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    for line in lines:
        text = line.strip()
        if len(text) <= _LONGEST:
            for form in _FORMS:
                if found := form.match(text):
                    yield found["prefix"] or "", int(found["number"])
