"""Which texts can be DOIs of a registry at all: what 179,105 registered DOIs have in common.

This is for guesses only, of which there are many. What somebody wrote is looked up in any case.
"""

import re
from typing import Final

_PLAIN: Final = re.compile(r"10\.[0-9.]+/[-._()/a-z0-9]+")
_REGISTRABLE: Final = re.compile(
    r"10\.[0-9.]+/(?!.*(?:https?:|doi\.org))(?:[-._()/<>\[\]:+a-z0-9]|co;2)*"
    r"(?:[-._)\]+a-z0-9]|co;2|-#)"
)
_BRACKETS: Final = ("()", "[]", "<>")


def is_registrable(name: str) -> bool:
    """Whether registered DOIs look like `name`; all but 28 of those known do.

    They hold no other signs, end in no sign of a sentence, and close every bracket.
    """
    is_balanced = all(name.count(opening) == name.count(closing) for opening, closing in _BRACKETS)
    return is_balanced and _REGISTRABLE.fullmatch(name) is not None


def is_plain(name: str) -> bool:
    """Whether `name` has only what Crossref lets new DOIs have, so that a batch can hold it."""
    return _PLAIN.fullmatch(name) is not None
