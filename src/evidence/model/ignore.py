"""A person's word that a finding is known and accepted."""

from dataclasses import dataclass

from evidence.model.place import Place


@dataclass(frozen=True, slots=True)
class Ignore:
    """Do not report `code`: for the entry `key`, for the claim `claim`, or anywhere when both are
    empty. Without a `reason` it counts for nothing and is reported itself.
    """

    code: str
    reason: str
    place: Place
    key: str | None = None
    claim: str | None = None
