"""The citation commands of LaTeX, natbib and biblatex.

https://ctan.org/pkg/natbib, section 2.3; https://ctan.org/pkg/biblatex, section 3.9.
"""

import re
from dataclasses import dataclass
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.latex import decode

# The sentence needs them: `\citet{drilon2017} showed that …`.
_NARRATIVE: Final = frozenset({
    "citet", "citealt", "citeauthor", "citefullauthor", "textcite", "textcites", "citetitle",
    "smartcitet", "citeNP", "citeA", "citeN", "shortciteN", "shortciteA",
})  # fmt: skip
_OTHERS: Final = frozenset({
    "cite", "citep", "citealp", "citeyear", "citeyearpar", "citenum", "citedate", "citeurl",
    "parencite", "parencites", "autocite", "autocites", "footcite", "footcites", "footcitetext",
    "footfullcite", "supercite", "supercites", "fullcite", "cites", "smartcite", "smartcites",
    "onlinecite", "shortcite", "citeyearNP", "notecite", "pnotecite", "volcite", "citetalias",
    "citepalias", "avolcite", "pvolcite",
})  # fmt: skip
CITING: Final = frozenset(
    form for name in _NARRATIVE | _OTHERS for form in (name, name[:1].upper() + name[1:])
)
"""Every command that cites; with a capital it stands at the beginning of a sentence."""

_KEYS: Final = re.compile(r"\s*\{([^{}]*)\}")
_MULTIPLE: Final = re.compile(r"[a-z]cites$|^cites$")
_PARENTHESES: Final = re.compile(r"(?:\([^()]{0,200}\)){0,2}")


@dataclass(frozen=True, slots=True)
class CiteCommand:
    """What a command cites, in its order, and where it ends; nothing when it names no key."""

    cited: tuple[Cited, ...]
    end: int
    is_narrative: bool


def cite_command(arguments: Arguments, name: str, at: int) -> CiteCommand | None:
    """The command `name` whose arguments begin at `at`; None when it has none.

    Of two notes the second, and a single one, says where in the work; it is the last key's.
    """
    name = name[:1].lower() + name[1:]
    cited: dict[str, Cited] = {}
    has_several = _MULTIPLE.search(name) is not None
    if has_several and (found := _PARENTHESES.match(arguments.file.text, at)):
        at = found.end()
    end = None
    while end is None or has_several:
        notes, behind = arguments.options(arguments.skip_blanks(at), most=2)
        keys = _KEYS.match(arguments.file.text, behind)
        if not keys:
            break
        at = end = keys.end()
        labels = [key for key in (each.strip() for each in keys[1].split(",")) if key]
        locator = decode(notes[-1]) if notes else ""
        for label in labels:
            cited.setdefault(label, Cited(label, locator if label == labels[-1] else ""))
    return None if end is None else CiteCommand(tuple(cited.values()), end, name in _NARRATIVE)
