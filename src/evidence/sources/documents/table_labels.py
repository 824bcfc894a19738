"""What a table is called: `Table 9`, `Online Table 2`, `Table B.1`, `Tableau IV`."""

import re
from typing import Final

_NUMBER: Final = r"(?:[A-Z]{0,2}\.?\d{1,3}(?:\.\d{1,2})*[A-Za-z]?|[IVXL]{1,6}|[A-H])(?!\w)"
_KIND: Final = (
    r"(?:(?:supplementary|supplemental|suppl\.?|extended\s+data|appendix|online|web)\s+){0,2}"
)
_WORD: Final = r"(?:table|tab\.?|tabelle|tableau|tabla|tabella|tabel)"

TABLE_NAME: Final = rf"{_KIND}{_WORD}s?\s+(?P<number>(?-i:{_NUMBER}))"
"""Pattern, in any case, of a table's name; a letter or a Roman number alone is a capital."""

_CAPTION: Final = re.compile(
    rf"\s*(?P<label>{_KIND}{_WORD}\s+(?-i:{_NUMBER}))"
    r"(?P<parting>\s*[.:|–—-]\s+|\s*[.:|–—]|\s+(?=\S)|\s*$)",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"\([^()]*(?:\)\s*|\Z)")  # `Table 9 (continued)`
_LETTER: Final = re.compile(r"[^\W\d_]")


def split_label(text: str) -> tuple[str, int]:
    """A caption's label (`Table 9`) and where the rest begins; without a label, nothing and 0."""
    found = _CAPTION.match(text)
    return ("", 0) if found is None else (" ".join(found["label"].split()), found.end())


def is_caption(text: str) -> bool:
    """Whether a text begins as the caption of a table does.

    `Table 9 shows …` speaks of a table, `Table 9 Inhibition of …` is its caption.
    """
    found = _CAPTION.match(text)
    if found is None:
        return False
    if found["parting"].strip() or "\t" in found["parting"]:
        return True
    remark = _REMARK.match(text, found.end())
    first = _LETTER.search(text, remark.end() if remark else found.end())
    return first is None or not first[0].islower()
