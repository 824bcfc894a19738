"""What in a document deserves a claim."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.statements.finding_words import (
    states_finding,
    states_inference,
    states_result,
)
from evidence.matching.statements.table_values import table_statement
from evidence.model.document import Document, DocumentTable, Statement
from evidence.sources.documents.table_labels import TABLE_NAME

_LABEL: Final = re.compile(rf"\b{TABLE_NAME}", re.IGNORECASE)
_SHOWS: Final = re.compile(
    r"\b(?:shown|listed|given|summari[sz]ed|presented|provided|displayed|outlined|tabulated|detailed|"
    r"described|found|reported|compiled|collected|seen)\s+(?:\w+\s+){0,2}?(?:in|by)\s+"
    r"(?:\w+\s+){0,2}?table\b",
    re.IGNORECASE,
)
_TABLE_SHOWS: Final = re.compile(
    rf"(?:(?:the\s+)?(?:(?:following|next|preceding)\s+)?table|(?:the\s+)?{TABLE_NAME})"
    r"(?:\s+(?:below|above))?\s+(?:shows|lists|gives|summari[sz]es|presents|provides|displays|outlines|compares)\b"
    r"(?!\s+that\b)|see\s+(?:also\s+)?(?:the\s+)?(?:\w+\s+)?table\b",
    re.IGNORECASE,
)
_AS_SHOWN: Final = re.compile(r"\bas\s+(?:is\s+|are\s+)?\w+\s+(?:in|by)\b", re.IGNORECASE)
_INDIRECT: Final = re.compile(r"(?:how|what|which|whether|where)\b", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"(?<![\w-])\d")
_ABOVE: Final = re.compile(
    r"\b(?:table\s+above|(?:above|preceding|previous|foregoing)\s+table)\b", re.IGNORECASE
)
_REFERS: Final = re.compile(
    r"(?:for\s+(?:an?\s+|more\s+|further\s+)?(?:review|overview|details?|information|discussion)s?,?\s+)?"
    r"(?:\(?see(?:\s+also)?|cf\.?|reviewed\s+(?:in|by)|adapted\s+from|modified\s+from|"
    r"reproduced\s+from|data\s+from|sources?:?|references?:?|refs?\.?:?)"
    r"(?:\s+(?:refs?\.?|references?))?\W*",
    re.IGNORECASE,
)
_LONGEST: Final = 1_000  # characters of a sentence that only points


@dataclass(frozen=True, slots=True)
class Claimable:
    """A statement that deserves a claim.

    Of a cited table, `statement` is the table said as a sentence, at its caption. Of a statement
    without a citation that states a finding or an inference, `before` is the statement before it in
    the same paragraph, whose citations it may inherit: a proposal, never an assumption.
    """

    statement: Statement
    table: DocumentTable | None = None
    before: Statement | None = None

    @property
    def is_cited(self) -> bool:
        """Whether the document cites anything for it."""
        return bool(self.statement.citations)


def claimable(document: Document) -> tuple[Claimable, ...]:
    """What deserves a claim, in the order of the document.

    Every cited statement and every cited table does, and in a document that cites at all an uncited
    statement that states a finding or draws an inference. A cited statement that only points to a
    table which deserves one itself (`… is shown in the following table [4]`) does not.
    """
    tables = tuple(
        Claimable(table_statement(table), table)
        for table in document.tables
        if table.caption.labels and (table.caption.text or table.label)
    )
    if not tables and not any(each.labels for each in document.statements):
        return ()
    found = [*_statements(document, _Tables(tables)), *tables]
    return tuple(sorted(found, key=lambda each: each.statement.start))


class _Tables:
    """The claimable tables, by their labels and in the order of the document."""

    def __init__(self, tables: Sequence[Claimable]) -> None:
        self._labels = {_label(each.table.label) for each in tables if each.table}
        self._starts = sorted(each.statement.start for each in tables)

    def has(self, statement: Statement) -> bool:
        """Whether one of them is the table that the statement points to."""
        named = _LABEL.search(statement.text)
        if named:
            return named["number"].lower() in self._labels
        following = bisect_left(self._starts, statement.start)
        return following > 0 if _ABOVE.search(statement.text) else following < len(self._starts)


def _statements(document: Document, tables: _Tables) -> Iterator[Claimable]:
    before: Statement | None = None
    for statement in document.statements:
        if statement.labels:
            if not _REFERS.fullmatch(statement.text[:_LONGEST]) and not (
                _only_points(statement.text) and tables.has(statement)
            ):
                yield Claimable(statement)
        elif states_inference(statement.text) or states_finding(statement.text):
            is_beside = before is not None and before.paragraph == statement.paragraph
            yield Claimable(statement, before=before if is_beside else None)
        before = statement


def _only_points(text: str) -> bool:
    """Whether a sentence says where something is shown, and not what is shown there."""
    if len(text) > _LONGEST:
        return False
    if _TABLE_SHOWS.match(text):
        return not _states_more(text)
    if not _SHOWS.search(text) or _AS_SHOWN.search(text):
        return False
    return bool(_INDIRECT.match(text)) or not _states_more(text)


def _states_more(text: str) -> bool:
    rest = _LABEL.sub("", text)
    return bool(_AMOUNT.search(rest)) or states_result(rest)


def _label(text: str) -> str:
    """`9` of `Table 9`."""
    return text.rsplit(maxsplit=1)[-1].rstrip(".:").lower() if text.strip() else ""
