"""Claims and evidence lines that are to be written into a claims file."""

from dataclasses import dataclass

from evidence.model.claim import ClaimType, Role, System, Value


@dataclass(frozen=True, slots=True)
class NewLine:
    """An evidence line to write: `reference` is the key of a .bib entry."""

    reference: str
    role: Role = Role.EVIDENCE
    page: str = ""
    section: str = ""
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim to write.

    `comments` are lines, without `#`, that go below its last key. `after` is the id of the claim
    behind which it goes, one of the file or a new one, `before` that of a claim of the file in
    front of which it goes; without both, it goes to the end.
    """

    id: str
    text: str
    type: ClaimType | None = None
    system: System | None = None
    values: tuple[Value, ...] = ()
    lines: tuple[NewLine, ...] = ()
    rests_on: tuple[str, ...] = ()
    note: str = ""
    comments: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
