"""Notes in brackets that an editor left in a text, and that are no part of what it states."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.model.document import CitationForm
from evidence.sources.documents.statements.markers import Marker

# The notes of Wikipedia's inline templates: https://en.wikipedia.org/wiki/Template:Inline_tags
_NOTE: Final = re.compile(
    r"\[(?:(?:[a-z]{1,15} ){1,4}needed"
    r"|(?:(?:according )?to |by |for )?wh(?:o|om|at|en|ere|y|ich|ose)\?"
    r"|how(?: often| many| much)?\?|clarify|dubious(?: [–-] discuss)?|disputed(?: [–-] discuss)?"
    r"|failed verification|not (?:in citation given|verified in body)|original research\??"
    r"|unreliable (?:medical )?source\??|weasel words|vague|update)\]"
    r"|(?<=[.?!])\[sic!?\]",
    re.IGNORECASE,
)


def editorial_notes(text: str) -> Iterator[Marker]:
    """`[citation needed]`, `[who?]` and the like, as markers that cite nothing.

    `[sic]` is one only behind a stop: elsewhere it is part of what is quoted.
    """
    for found in _NOTE.finditer(text):
        yield Marker(*found.span(), CitationForm.BRACKET, ())
