"""What a registry says, as the content of a BibTeX field."""

import html
import re
from collections.abc import Sequence
from typing import Final

from evidence.model.work import Name

_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*>")
_COMMANDS: Final = {
    "i": "emph", "em": "emph", "italic": "emph", "sub": "textsubscript", "inf": "textsubscript",
    "sup": "textsuperscript",
}  # fmt: skip
_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\N{HYPHEN}": "-",  # no font of LaTeX's own has these two
        "\N{NON-BREAKING HYPHEN}": "-",
    }
    | {sign: f"\\{sign}" for sign in "&%$#_"}
)
_BETWEEN_PAGES: Final = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_PARTS_NAMES: Final = re.compile(r",|\band\b", re.IGNORECASE)


def bibtex_text(text: str) -> str:
    """`text`, which may hold entities and markup, on one line with LaTeX's signs escaped.

    Italics, superscripts and subscripts become commands; other markup and control characters are
    left out. Letters stay as they are: a file that cannot hold them cannot hold the value.
    """
    unescaped = html.unescape(html.unescape(text))  # some publishers escape twice
    pieces, open_tags, done = [], list[str](), 0
    for tag in _TAG.finditer(unescaped):
        pieces.append(unescaped[done : tag.start()].translate(_ESCAPES))
        done = tag.end()
        closes, name = tag[1], tag[2].lower().removeprefix("jats:")
        if name in _COMMANDS and not closes:
            open_tags.append(name)
            pieces.append(f"\\{_COMMANDS[name]}{{")
        elif open_tags and closes and open_tags[-1] == name:
            open_tags.pop()
            pieces.append("}")
    pieces += [unescaped[done:].translate(_ESCAPES), "}" * len(open_tags)]
    line = " ".join("".join(pieces).split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line))


def bibtex_names(names: Sequence[Name], separator: str = " and ") -> str:
    """The names as BibTeX parts them: `van den Oord, Aäron and {The Group}`."""
    return separator.join(map(_name, names))


def bibtex_pages(pages: str) -> str:
    """Pages with BibTeX's double hyphen between the first and the last: `731--747`, `S1--S9, S12`.

    A number with hyphens of its own (`12-1-12-14`) stays as it is.
    """
    parts = (_BETWEEN_PAGES.split(part.strip()) for part in pages.split(","))
    joined = (("--" if len(part) == 2 else "-").join(part) for part in parts)
    return bibtex_text(", ".join(joined))


def _name(name: Name) -> str:
    family, suffix, given = map(bibtex_text, (name.family, name.suffix, name.given))
    if suffix and not given:  # `King, Jr.` would be a person whose given name is Jr.
        family, suffix = f"{family} {suffix}", ""
    if name.is_group or _PARTS_NAMES.search(family) or (" " in family and not given):
        family = f"{{{family}}}"
    return ", ".join(part for part in (family, suffix, given) if part)
