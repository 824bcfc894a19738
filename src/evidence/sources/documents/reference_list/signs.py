"""What shows that a text is an item of a reference list, and not a recommendation or a step."""

import re
from typing import Final

from evidence.model.years import YEAR

_YEAR: Final = re.compile(rf"(?<![\w-]){YEAR}[a-z]?\b|\b(?:in press|n\.d\.)", re.IGNORECASE)
_IDENTIFIER: Final = re.compile(
    r"\b10\.\d{4,9}/|\bdoi(?:\.org|:\s?\S)|\bPM(?:ID|CID):?\s?\S|\barXiv:|\bISBN\b|\bNCT\d{8}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_VISITED: Final = re.compile(
    r"\b(?:accessed|available (?:at|from|online)|cited|retrieved|abgerufen)\b", re.IGNORECASE
)
# `Chen Y, Chi P`, `Drilon, A., Siena`, `A. Drilon, S. Siena`, `Drilon A. Title`.
_AUTHORS: Final = re.compile(
    r"(?:[^\W\d_][\w'’-]*\s){0,3}[^\W\d_][\w'’-]*"
    r"(?:\s[^\W\d_a-z]{1,3}(?:-[^\W\d_a-z])?(?=[,.;:]|\set\sal|\s(?:and|&))"
    r"|,\s(?:[^\W\d_a-z]\.[-\s]?){1,4})"
    r"|(?:[^\W\d_a-z]\.[-\s]?){1,4}[^\W\d_a-z][\w'’-]+(?=,|\sand\b|\s&|\set\sal)"
)
# `2018;15(12):731-747`, `2018 Dec;15`; `15(12), 731–747`; `15: 731`; `vol. 15`, `pp. 3-9`.
_LOCATION: Final = re.compile(
    rf"\b{YEAR}[a-z]?(?:\s[A-Z][a-z]{{2,8}}(?:\s\d{{1,2}})?)?\s?;\s?\w"
    r"|\b\d{1,4}\s?(?:\([^()]{1,20}\))?\s?[:,]\s?(?:pp?\.\s?)?[A-Za-z]?\d{1,6}\s?[-–—]{1,2}\s?[A-Za-z]?\d"
    r"|\b\d{1,4}\s?\(\d{1,4}\)\s?[:,]\s?[A-Za-z]{0,2}\d"
    r"|\b\d{1,4}\s?:\s?[A-Za-z]?\d{2,6}\b|\b(?:vol\.|pp?\.)\s?\d",
    re.IGNORECASE,
)
# `Geneva: World Health Organization; 2016`.
_IMPRINT: Final = re.compile(rf":\s[^\W\d_a-z][^:;]{{1,80}};\s?c?{YEAR}\b")
# `IPCC, 2014. Climate`, `EEA (2019) The`, `World Health Organization (WHO). (2019).`
_GROUP_AND_YEAR: Final = re.compile(
    r"(?!(?:In|On|By|Since|From|Until|Before|After|During)\s)[^\W\d_a-z][\w'’.&/-]*"
    r"(?:\s(?:of|the|and|for|on|in|de|la|du|des|der|die|das|für|und|et|y|del|&|[^\W\d_a-z][\w'’.&/-]*)){0,12}"
    r"(?:\s?[(\[][A-Z][A-Za-z]{1,9}[)\]])?\.?"
    rf"(?:,\s{YEAR}[a-z]?[.:]|[.,]?\s\({YEAR}[a-z]?\)(?:[.,:]|\s[^\W\d_a-z]|\s[\"“'‘«„]))"
)
_IN: Final = re.compile(r"in:?\s", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.)\]\d]\Z|(?:https?://|\bdoi\S*\s?|\b10\.\d{4,9}/)\S+\Z")
_REST: Final = re.compile(
    r"(?:https?://|www\.|doi\b|10\.\d{4,9}/|PMC?ID|PMID|available (?:at|from)|accessed|epub|in:|"
    r"erratum|\[|\(\d{4})",
    re.IGNORECASE,
)
_ONLY_IDENTIFIER: Final = re.compile(
    r"(?:https?://|www\.|doi\b|10\.\d{4,9}/|PMC?ID|PMID)", re.IGNORECASE
)
_SEARCHED: Final = 3000  # characters: an item is not longer, whatever stands behind it


def looks_like_reference(text: str) -> bool:
    """Whether an item cites a publication: a year or identifier, and authors or a location."""
    text = text[:_SEARCHED]
    if _IDENTIFIER.search(text):
        return True
    is_dated = _YEAR.search(text) is not None
    if _ADDRESS.search(text):
        return is_dated or _VISITED.search(text) is not None
    return is_dated and bool(
        begins_with_authors(text) or _LOCATION.search(text) or _IMPRINT.search(text)
    )


def begins_with_authors(text: str) -> bool:
    """Whether a line begins as an item of a list by authors does, and not as its second line.

    The author may be a body, behind whose name the year stands.
    """
    text = text[:_SEARCHED]
    return bool(_AUTHORS.match(text) or _GROUP_AND_YEAR.match(text))


def may_follow(item: str, line: str, text: str) -> bool:
    """Whether `text`, a line, may begin an item behind `item`, whose last line so far is `line`.

    A line of authors does so where the item before has its year and ends as a sentence or a
    number does: else it is a wrapped line with more authors, with editors or with a journal.
    """
    is_complete = _ENDS.search(line[-_SEARCHED:].rstrip()) and looks_like_reference(item)
    return bool(is_complete) and begins_with_authors(text) and not _IN.match(text)


def begins_with_identifier(text: str) -> bool:
    """Whether a paragraph of its own begins with the address or the DOI of the item before it."""
    return _ONLY_IDENTIFIER.match(text) is not None


def completes(before: str, text: str) -> bool:
    """Whether `text`, a paragraph of its own, is the rest of the item `before`."""
    if text[:1].islower() or begins_with_identifier(text):
        return True
    is_dated = _YEAR.search(before[:_SEARCHED]) is not None
    if not is_dated and _YEAR.search(text[:_SEARCHED]):
        return bool(_LOCATION.search(text[:_SEARCHED]))
    return not is_dated and _REST.match(text) is not None
