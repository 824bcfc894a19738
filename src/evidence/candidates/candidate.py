"""A guess at the DOI that was meant, and the edits that lead to it in words."""

from dataclasses import dataclass

from evidence.matching.text import enumerated
from evidence.model.doi import Doi


@dataclass(frozen=True, slots=True)
class Candidate:
    """A DOI that may have been meant. Nobody has looked it up.

    `edits` say what was done to the string, in order: "without the stray `4` before `10.`".
    `is_blind` marks one of many edits of a kind that are tried in turn, such as each digit left
    out: nothing in the string speaks for this one, only a registry and the work's title can.
    """

    doi: Doi
    edits: tuple[str, ...]
    is_blind: bool = False

    @property
    def why(self) -> str:
        """All edits as one phrase: "without the stray `4` before `10.` and two stray `1`s"."""
        cuts = [edit.removeprefix("without ") for edit in self.edits if _is_cut(edit)]
        others = [edit for edit in self.edits if not _is_cut(edit)]
        return enumerated((["without " + enumerated(cuts)] if cuts else []) + others)


def _is_cut(edit: str) -> bool:
    return edit.startswith("without ")
