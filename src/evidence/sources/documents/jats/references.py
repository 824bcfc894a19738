"""What the items of an article's reference list are called."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.sources.documents.jats.printed import CITATIONS, citations_of, printed_reference
from evidence.sources.documents.jats.tree import Element
from evidence.sources.documents.reference_list.author_year_labels import (
    author_year_label,
    label_of,
    unique_labels,
)

_NUMBER: Final = re.compile(r"\d{1,3}")
_LABEL: Final = re.compile(r"[^\s\[\]().,;]{1,40}")


def labels_of(items: Sequence[Element], article: Element) -> tuple[str, ...]:
    """What each item of the list is called.

    That is the label that it is printed with; else the number by which the text cites it, or its
    place in a list that is cited by numbers; else its first author and the year.
    """
    own = [_printed_label(item) for item in items]
    if not any(own):
        own = _cited_labels(items, article) or own
    named = [at for at, label in enumerate(own) if not label]
    made = unique_labels([_author_and_year(items[at]) or f"ref{at + 1}" for at in named])
    for at, label in zip(named, made, strict=True):
        own[at] = label
    return tuple(own)


def by_identifier(items: Sequence[Element], labels: Sequence[str]) -> dict[str, str]:
    """The labels by the identifiers of the items, and of what is in them, in their order."""
    return {
        identifier: label
        for item, label in zip(items, labels, strict=True)
        for identifier in _identifiers(item)
    }


def _printed_label(item: Element) -> str:
    label = item.first("label")
    found = _LABEL.fullmatch(label.words.strip("[]().,; ")) if label is not None else None
    return found[0] if found else ""


def _cited_labels(items: Sequence[Element], article: Element) -> list[str]:
    """The numbers of a list that prints none, after those in the text that are linked to items."""
    cited: dict[str, Counter[str]] = {}
    words = 0
    for xref in article.descendants("xref"):
        if xref.attributes.get("ref-type") == "bibr":
            written = xref.words.strip("[]()")
            if _NUMBER.fullmatch(written):
                cited.setdefault(xref.attributes.get("rid", ""), Counter())[written] += 1
            else:
                words += any(map(str.isalpha, written))
    if not cited or words > sum(each.total() for each in cited.values()):
        return []
    numbers = [
        next((cited[name].most_common(1)[0][0] for name in _identifiers(item) if name in cited), "")
        for item in items
    ]
    taken = set(numbers)
    return [
        number or (place if (place := str(at)) not in taken else "")
        for at, number in enumerate(numbers, start=1)
    ]


def _identifiers(item: Element) -> Iterator[str]:
    if "id" in item.attributes:
        yield item.attributes["id"]
    for each in item.descendants(*CITATIONS):
        if "id" in each.attributes:
            yield each.attributes["id"]


def _author_and_year(item: Element) -> str:
    printed = printed_reference(item)
    if printed and printed.authors:
        return author_year_label(printed.authors[0].family, printed.year)
    citation = next(citations_of(item), None)
    return label_of(citation.words) if citation is not None else ""
