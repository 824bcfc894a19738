"""Formulas of a LaTeX document as LaTeX whose plain text reads as the formula does."""

import re
from typing import Final

from evidence.sources.documents.latex.commands import LAYOUT, UNITS
from evidence.sources.documents.latex.files import LatexFile
from evidence.sources.documents.latex.state import LatexState
from evidence.sources.latex_symbols import SILENT, symbol

_COMMAND: Final = re.compile(r"\\(?:([A-Za-z]+)|.)", re.DOTALL)
_DEEPEST: Final = 20
_MOST_EXPANDED: Final = 2_000_000  # characters of macros in all formulas of a document
_COST_OF_ONE: Final = 10

_READ: Final = re.compile(
    r"""  \\(?:[dtc]?frac|nicefrac|sfrac)(?![A-Za-z])\s*
          (?:(?P<upper>[^\s{}\\]|\\[A-Za-z]+)|(?P<fraction>(?=\{)))
        | \\(?P<word>[A-Za-z]+)(?![A-Za-z])(?!\s*[{\[])
        | \\.
        | \^\s*(?:\{\s*(?P<exponent>(?:[-−–+]\s*)?\d{1,4}(?P<decimals>\.\d{1,4})?)\s*\}
                |(?P<digit>\d))""",
    re.VERBOSE | re.DOTALL,
)
_TEN: Final = re.compile(r"(?<![\d.,])10\Z")
_RAISED: Final = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


def expanded(state: LatexState, file: LatexFile, start: int, end: int) -> str:
    """A formula with the document's own commands replaced by what they stand for.

    Raises InputError when they would never end.
    """
    text = file.text[start:end]
    replaced = False

    def body(command: re.Match[str]) -> str:
        nonlocal replaced
        if command[1] not in state.macros:
            return command[0]
        replaced = True
        meant = state.macros[command[1]].replace("$", "")
        state.expanded += len(meant) + _COST_OF_ONE
        if state.expanded > _MOST_EXPANDED:
            most = f"{_MOST_EXPANDED / 1e6:.0f} million characters"
            raise file.error(f"the macros in the formulas hold more than {most}", start)
        return f"{{{meant}}}"

    for _ in range(_DEEPEST):
        replaced = False
        text = _COMMAND.sub(body, text)
        if not replaced:
            return text
    raise file.error(f"files and macros are nested more than {_DEEPEST} deep", start)


def readable(formula: str) -> str:
    """A formula whose fractions, exponents and unknown commands stay to be seen in plain text.

    `\\tfrac12` is 1/2, `10^{-6}` is 10⁻⁶, which `10-6` is not; a command that nobody knows is its
    name, unless it has arguments: these stand for it. The exponent of a letter stands on the line
    as that of a unit does in titles (`m2`).
    """
    return _READ.sub(_readable, formula)


def _readable(found: re.Match[str]) -> str:
    before = found.string[max(found.start() - 6, 0) : found.start()]
    if found["upper"] or found["fraction"] is not None:
        parted = "\\ " if before[-1:].isdigit() else ""  # 1½ is not 11/2
        return f"{parted}\\frac" + (f"{{{found['upper']}}}" if found["upper"] else "")
    if word := found["word"]:
        return _word(word, before) or found[0]
    exponent = "".join((found["exponent"] or found["digit"] or "").split())
    base = before.rstrip(" }")
    if not exponent or not base or (exponent.isdigit() and not base[-1].isdigit()):
        return found[0]
    if found["decimals"] or (exponent.isdigit() and not _TEN.search(base)):  # 5² may cite 2
        return f"\\textasciicircum{{}}{exponent}"
    return exponent.translate(_RAISED)


def _word(word: str, before: str) -> str:
    """What an unknown command is shown as; nothing for one that is known."""
    if word in SILENT or word in LAYOUT or symbol(word) is not None:
        return ""
    if word in UNITS:
        return ("\\ " if before[-1:].isdigit() else "") + UNITS[word]
    return ("\\ " if before[-1:].isalnum() else "") + word
