"""What should change in an entry, what did, and what was left."""

from dataclasses import dataclass
from typing import Final

from evidence.model.place import Place

_SHOWN: Final = 100  # characters of a value or a reason in a line for people


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an entry and the content that it should have, in BibTeX.

    `code` names the rule that asks for it, `why` what speaks for it. `takes_macros`: a value made
    of macros or with `#` may be replaced as a whole.
    """

    key: str
    field: str
    content: str
    code: str
    why: str
    takes_macros: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something is not written."""

    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that was made: `before` and `after` are the field's content, without delimiters.

    `place` is where the value stands in the file as it was; for a new field, where its entry does.
    """

    place: Place
    key: str
    field: str
    before: str
    after: str
    code: str
    why: str
    is_new: bool = False

    def __str__(self) -> str:
        verb = "new field " if self.is_new else ""
        return f"{self.place}: {verb}{self.field}: {_short(self.after)} ({self.code}, {self.why})"


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that no edit was made for, and why; `place` is the finding's."""

    place: Place
    key: str
    field: str
    code: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: left as it is: {self.field}: {self.reason} ({self.code})"


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]}…"
