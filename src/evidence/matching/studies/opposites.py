"""What a clause of a claim says, and that of a quote the opposite, told without a negation."""

from collections.abc import Callable, Sequence
from typing import Final

from evidence.matching.studies.aligned_figures import other_significance
from evidence.matching.studies.inferiority import other_standing
from evidence.matching.studies.keys import Pair, Part, parts_of, quoted_parts
from evidence.matching.studies.prefixes import other_prefix
from evidence.matching.studies.shift import Shift

_TESTS: Final[tuple[Callable[[Pair], bool], ...]] = (
    other_standing,
    other_significance,
    other_prefix,
)


def opposite(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The clause of the claim that calls something (non-)inferior or superior where a quote calls
    it the opposite, or says what the figures of a quote deny (`P = 0.4`), or has a word of the
    quote with the prefix that turns it round (`irreversible`); None where nothing does.
    """
    ours, theirs = parts_of(claim), quoted_parts(quotes)
    for test in _TESTS:
        for part in ours:
            for other in theirs:
                if test(Pair(part, other, ours, theirs)):
                    return Shift(_shown(part), _shown(other), other.quote)
    return None


def _shown(part: Part) -> str:
    """The clause, as far as it fits a message."""
    words = part.text.strip(" ,;.").split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
