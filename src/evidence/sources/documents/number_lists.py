"""The numbers inside a marker: `3, 6–8`, `refs 1 and 2`, `12, p. 3`, `43•, 44•`."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.model.document import Cited

LONGEST_RANGE: Final = 100

_SUPERSCRIPT_DIGITS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁻⁃﹣－˗", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\n\r\t", " "),
        **dict.fromkeys("˒‚⸴،、", ","),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
        **_SUPERSCRIPT_DIGITS,
    }
)
_MARKS: Final = r"[•●∙·*†‡▪■◾]*"  # annotated references: `of interest`, `of outstanding interest`
_NAMED: Final = re.compile(
    r"(?:refs?|references?|citations?)\b[.:]?\s*(?:nos?\.\s*)?", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"(?:(?:see|also|cf\.?|e\.?\s?g\.?|i\.?\s?e\.?|reviewed\s+(?:in|by)|for\s+(?:an?\s+)?reviews?"
    r"|for\s+example|for\s+instance|in|vgl\.?|siehe|voir|véase)(?:[,:]\s*|\s+|(?<=\.)))+",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(
    r"[,;]?\s*(?:et\s+seq\.?|ff\.?|(?:and\s+)?(?:the\s+)?references\s+(?:cited\s+)?therein"
    r"|and\s+others|among\s+others|inter\s+alia|for\s+(?:an?\s+)?reviews?)\s*$",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    rf"{_MARKS}(\d{{1,4}}){_MARKS}(?:\s?-{{1,3}}\s?(\d{{1,4}}){_MARKS})?(?![\w.])"
    rf"|(\d{{1,4}})([a-h](?:\s?[-,]\s?[a-h])*)(?!\w)"
)
_LOCATOR: Final = re.compile(
    r"\s*[,:]?\s*\(?((?:pp?|pages?|S|ch|chap|chapters?|sect?|sections?|§+|figs?|figures?|tabs?"
    r"|tables?|vol|paras?|box|appendix|eqs?|theorem|lemma)\.?\s*"
    r"(?:[A-Z]{0,2}\d+[a-z]?|[A-Z]\b)(?:\s?-{1,2}\s?[A-Z]{0,2}\d+[a-z]?)?)\)?",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(
    r"\s*(?:[,;]\s*(?:(?:and|und|et|y|as well as)\s+|&\s*)?|\s(?:and|und|et|y)\s+|&\s*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberList:
    """The works that the numbers of a marker name, each once, in its order.

    `numbers` are those that are written: the ends of a range, not what lies between. `is_named`
    says that the marker calls them references.
    """

    cited: tuple[Cited, ...]
    numbers: tuple[int, ...]
    is_named: bool = False

    @property
    def largest(self) -> int:
        """The largest number."""
        return max(self.numbers)


def fold_numbers(text: str) -> str:
    """The text with one kind of dash, blank and digit."""
    return text.translate(_FOLDED)


def read_numbers(inner: str) -> NumberList | None:
    """The numbers of what stands between brackets; None when it is anything but such a list."""
    text = fold_numbers(inner).strip()
    if lead := _LEAD.match(text):
        text = text[lead.end() :]
    named = _NAMED.match(text)
    text = _TRAIL.sub("", text[named.end() :] if named else text)
    by_label: dict[str, Cited] = {}
    numbers: list[int] = []
    at = 0
    while item := _ITEM.match(text, at):
        first, last, single, part = item.groups()
        labels = _labels(first or single, last or first or single)
        if labels is None:
            return None
        locator = _LOCATOR.match(text, item.end())
        for label in labels:
            by_label.setdefault(label, Cited(label, locator[1] if locator else part or ""))
        numbers += [int(labels[0]), int(labels[-1])] if last else [int(labels[0])]
        end = (locator or item).end()
        if end == len(text):
            return NumberList(tuple(by_label.values()), tuple(numbers), is_named=named is not None)
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            return None
        at = separator.end()
    return None


def number_range(first: str, last: str) -> tuple[str, ...] | None:
    """All labels from one to the other; None where that is no range of a reference list."""
    return _labels(first, last)


def _labels(first: str, last: str) -> tuple[str, ...] | None:
    start, end = int(first), int(last)
    if first.startswith("0") or last.startswith("0") or not start <= end < start + LONGEST_RANGE:
        return None
    return tuple(str(number) for number in range(start, end + 1))
