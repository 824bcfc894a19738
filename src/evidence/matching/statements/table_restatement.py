"""Whether a table says what a claim with values says: its values, and its caption."""

from typing import Final

from evidence.matching.statements.restatement import Restatement, RestatementKind, restate
from evidence.matching.statements.stated_values import StatedValues
from evidence.matching.statements.table_values import (
    table_statement,
    table_topic,
    table_values,
    told_values,
)
from evidence.model.claim import Claim
from evidence.model.document import DocumentTable

_RANKS: Final = (RestatementKind.ALTERED, RestatementKind.REWORDED, RestatementKind.SAME)


class RestatedTable:
    """A table, compared with claims by what it states."""

    def __init__(self, table: DocumentTable) -> None:
        values = table_values(table)
        self.statement = table_statement(table)
        self._has_values = bool(values)
        self._topic = table_topic(table)
        self._stated = StatedValues(values)

    def restate(self, claim: Claim) -> tuple[str, Restatement | None]:
        """How the table says the claim, with the text or variant that its caption is like.

        A claim in words of its own has no such text, and is held by its values alone: most of them
        must be there. Where its text is the table's, what is changed in the caption counts as well.
        None where the table is of something else.
        """
        if not self._has_values:
            return "", None
        compared = self._stated.compare(claim.values)
        is_about = 2 * compared.there > len(claim.values)
        wording, caption = self._captioned(claim, is_about=is_about)
        if not (caption or is_about):
            return "", None
        changes = compared.changes + (caption.changes if caption else ())
        if any(change.alters for change in changes):
            kind = RestatementKind.ALTERED
        else:
            kind = caption.kind if caption else RestatementKind.SAME
        ratio = caption.ratio if caption else 1.0
        if compared.there < len(claim.values):
            ratio *= compared.there / len(claim.values)
        return wording, Restatement(kind, changes, ratio)

    def _captioned(self, claim: Claim, *, is_about: bool) -> tuple[str, Restatement | None]:
        """The wording of the claim that the caption is most like, and how it restates it."""
        told = told_values(claim.values)
        likest: tuple[str, Restatement | None] = ("", None)
        for wording in (claim.text, *claim.variants):
            theirs = wording.rstrip(". ")
            if not theirs.endswith(told):
                continue
            # The values carry the likeness where the table has them; else the caption must.
            behind = told if is_about else ""
            found = restate(theirs.removesuffix(told) + behind, self._topic + behind)
            if found and (likest[1] is None or _weight(found) > _weight(likest[1])):
                likest = wording, found
        return likest


def _weight(found: Restatement) -> tuple[int, float]:
    return _RANKS.index(found.kind), found.ratio
