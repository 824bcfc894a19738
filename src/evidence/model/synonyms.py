"""Names that a project says mean the same."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Synonyms:
    """Sets of names, each set the names of one drug or target: `RXDX-101` is `entrectinib`.

    They stand beside those that are built in; without any, these are all.
    """

    sets: tuple[tuple[str, ...], ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # What is read with synonyms is kept by them: 10,000 sets are not to be hashed each time.
        return hash(self.sets)
