"""The abstract in an entry's own field, as Zotero and publishers' exports fill it."""

import re
from typing import Final

from evidence.model.reference import Reference
from evidence.sources.abstract_markup import plain_abstract
from evidence.sources.latex import decode

_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?:\r?\n[ \t]*)++")
# LaTeX has no plain text for what is raised; the markup of HTML carries it through.
_RAISED: Final = re.compile(
    r"\\textsuperscript\s?\{([^{}\\]{1,20})\}|(?<!\\)\^(?:\{([^{}\\]{1,20})\}|([\w+−-]))"
)


def entry_abstract(reference: Reference) -> str:
    """The entry's abstract, its paragraphs parted by a blank line; empty where it has none."""
    field = reference.field("abstract")
    if field is None:
        return ""
    parts = (_plain(part) for part in _BLANK_LINE.split(field.raw))
    return "\n\n".join(filter(None, parts))


def _plain(latex: str) -> str:
    raised = _RAISED.sub(lambda found: f"<sup>{found[1] or found[2] or found[3]}</sup>", latex)
    return plain_abstract(decode(raised))
