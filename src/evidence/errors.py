"""Everything that `evidence` raises on purpose.

    EvidenceError            something a user can be told in one sentence
    ├── InputError           a file, an option or a value that cannot be used, and where
    └── ServiceError         a service that did not answer as it should

What a check finds is never raised: findings are values.
"""

from evidence.model.place import Place


class EvidenceError(Exception):
    """The sentence that a user should read."""


class InputError(EvidenceError):
    """A file, an option or a value that cannot be used.

    `code` names the rule or kind of trouble (`BIB006`), `place` where it is; both may be empty for
    trouble that lies in no file.
    """

    def __init__(self, message: str, *, place: Place | None = None, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.code = code

    def __str__(self) -> str:
        code = f"{self.code} " if self.code else ""
        return f"{self.place}: {code}{self.message}" if self.place else f"{code}{self.message}"


class ServiceError(EvidenceError):
    """A service that did not answer, or answered something it should not."""
