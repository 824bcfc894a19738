"""Roles that cite by key, of sphinxcontrib-bibtex and MyST: ``{cite:p}`a,b` ``, ``:cite:t:`a` ``"""

import re
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.markdown.pandoc_citations import locator_of

_ROLE: Final = re.compile(r"(?:foot|full)?cite(?:full|:\w+)?", re.IGNORECASE)
_NARRATIVE: Final = re.compile(r":(?:ct|t)s?\Z|:(?:author|year)", re.IGNORECASE)

# sphinxcontrib-bibtex 2.6: `{see}key{p. 3}`
_CITED: Final = re.compile(r"(?:\{[^{}]*\})?\s*([^\s{},]+)\s*(?:\{([^{}]*)\})?")


def is_citing(role: str) -> bool:
    """Whether the role of this name cites."""
    return _ROLE.fullmatch(role) is not None


def is_narrative(role: str) -> bool:
    """Whether what the role shows is part of its sentence (`cite:t`, `cite:author`)."""
    return _NARRATIVE.search(role) is not None


def cited_by_role(content: str) -> tuple[Cited, ...]:
    """What a citing role with this content cites, each key once."""
    by_label: dict[str, Cited] = {}
    for found in _CITED.finditer(content):
        by_label.setdefault(found[1], Cited(found[1], locator_of(found[2] or "")))
    return tuple(by_label.values())
