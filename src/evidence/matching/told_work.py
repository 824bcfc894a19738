"""Of which work a text says that it is: by the DOI at its head, or by its title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.fuzz import partial_ratio

from evidence.matching.text import letters, words
from evidence.matching.title_fields import titles_of
from evidence.model.document import Document
from evidence.model.doi import Doi
from evidence.model.doi_syntax import PREFIX_PATTERN
from evidence.model.reference import Reference
from evidence.model.source_text import OtherWorkText, SourceText
from evidence.model.work import Work

_HEAD: Final = 3_000  # characters: the first page, up to the end of most abstracts
_BEFORE: Final = 80  # characters in which a text says what the DOI is of
_DOI: Final = re.compile(rf"(?<![\w.]){PREFIX_PATTERN}/[^\s\"<>|]{{1,200}}")
_END: Final = ".,;:'’”)]}"
# What a head names beside the work itself.
_BESIDE: Final = re.compile(
    r"\b(?:cit(?:e|ed|ing)|comment\w*|correct\w*|corrigend\w*|data\w*|deposited|editorial|errat\w*"
    r"|figshare|material\w*|originally|preprint|previous\w*|protocol|refer\w*|regist\w*"
    r"|related|repl(?:y|ies)|retract\w*|see|supplement\w*|version|zenodo|dryad|osf)\b",
    re.IGNORECASE,
)
# Data, figures, protocols and registrations: no works with a text of their own.
_NO_ARTICLES: Final = (
    *("10.5061/", "10.5281/", "10.6084/", "10.17632/", "10.17605/", "10.7910/", "10.17504/"),
    *("10.3886/", "10.1594/", "10.13039/", "10.1186/isrctn"),
)
_SAME_WORK: Final = (
    *("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-same-as"),
    *("is-manuscript-of", "has-manuscript", "is-translation-of", "has-translation"),
    "is-identical-to",
)
_ALIKE: Final = 85.0  # of the letters of a title, found in one piece
_SHARED: Final = 0.2  # of the words of the shorter title
_LEAST_WORDS: Final = 3  # that a title must have to tell works apart
_LEAST_LETTERS: Final = 4


def other_work_told(
    text: SourceText, reference: Reference, doi: Doi | None, work: Work | None
) -> OtherWorkText | None:
    """The other work that the text says it is of; None where it says nothing clear of the kind.

    It is none where the entry's DOI stands anywhere in the text, or the title of entry or record at
    its head: a preprint has another DOI, a manuscript none. A DOI in the reference list, or of what
    a head names beside the work itself (data, a comment), tells nothing.
    """
    document = text.document
    titles = [title for title in (reference.title, *(titles_of(work) if work else ())) if title]
    own = {each.name for each in _own(doi, work)}
    if not titles or _names(document, own) or _is_titled(document, titles):
        return None
    if own:
        for found in _at_head(document):
            if not any(each.startswith(found) or found.startswith(each) for each in own):
                return OtherWorkText(text.key, text.file, doi=found)
    if _share_nothing(document.title, titles):
        return OtherWorkText(text.key, text.file, title=document.title)
    return None


def _own(doi: Doi | None, work: Work | None) -> Iterator[Doi]:
    if doi:
        yield doi
    if work:
        yield from (work.doi, *work.aliases, *work.related(*_SAME_WORK))


def _names(document: Document, dois: Iterable[str]) -> bool:
    """Whether one of the DOIs stands in the text, however its lines are broken."""
    told = (document.doi, document.text, *(each.text for each in document.listed))
    text = "".join("\n".join(told).split()).lower().replace("%2f", "/")
    return any(doi in text for doi in dois)


def _is_titled(document: Document, titles: Sequence[str]) -> bool:
    """Whether one of the titles stands at the head, for a slip or a line end."""
    head = letters(f"{document.title} {document.text[:_HEAD]}")
    wanted = [letters(title) for title in titles]
    return any(partial_ratio(each, head) >= _ALIKE for each in wanted if each)


def _at_head(document: Document) -> Iterator[str]:
    """The DOIs that the text may have as its own, the one that its file states first."""
    if document.doi:
        yield document.doi.lower()
        return
    listed = "\n".join(each.text for each in document.listed).lower()
    head = document.text[:_HEAD]
    for found in _DOI.finditer(head):
        doi = found[0].lower().rstrip(_END)
        before = head[max(0, found.start() - _BEFORE) : found.start()]
        beside = _BESIDE.search(before.rpartition("\n\n")[2])
        if not beside and doi not in listed and not doi.startswith(_NO_ARTICLES):
            yield doi


def _share_nothing(told: str, titles: Sequence[str]) -> bool:
    """Whether two titles that are long enough have hardly a word in common."""
    ours = _telling(told)
    others = [_telling(title) for title in titles]
    return len(ours) >= _LEAST_WORDS and all(
        len(each) >= _LEAST_WORDS and len(ours & each) <= _SHARED * min(len(ours), len(each))
        for each in others
    )


def _telling(title: str) -> frozenset[str]:
    return frozenset(word for word in words(title) if len(word) >= _LEAST_LETTERS)
