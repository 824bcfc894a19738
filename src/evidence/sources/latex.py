"""LaTeX markup of a value as plain text: one pass, no recursion, no input is refused.

>>> decode(r"{\\'E}mile {\\v{S}}and \\& the $^{13}$C-labelled {DNA}")
'Émile Šand & the 13C-labelled DNA'
"""

import functools
import re
import unicodedata
from typing import Final

from evidence.sources.latex_symbols import (
    ACCENTS,
    ADDRESSES,
    FIRST_ARGUMENT_IS_SILENT,
    QUOTING,
    SIGNS,
    symbol,
)

_MARKUP: Final = re.compile(r"[\\{}$~`]|--|''")
_BEYOND_BRACES: Final = re.compile(r"[\\$~`]|--|''")
_TOKEN: Final = re.compile(
    r"""  \\(?P<move>(?:hskip|kern|lower|penalty|raise|vskip)(?![A-Za-z]))
          \s*-?[\d.]*\s*(?:(?:em|ex|pt|mu|cm|mm|in)(?![a-z]))?\s*
        | \\(?P<accent>['"`^~=.]|[Hbcdkrtuv](?![A-Za-z]))
        | \\(?P<word>[A-Za-z]+)\s*
        | \\(?P<sign>.)
        | (?P<brace>[{}])
        | (?P<mark>---?|``|''|[$~`^_])
        | (?P<text>[^\\{}$~`'^_-]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_MARKS: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": " "}
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([_%#&~{}$])(?:\{\})?")
_ELSE: Final = re.compile(r"\\else\s*")
_TERM: Final = re.compile(r"[A-Za-z0-9]|\\[A-Za-z]")
_CODE_POINT: Final = re.compile(r"(?!D[89A-F])[0-9A-F]{4}", re.IGNORECASE)
_LONE_WORD: Final = re.compile(r"\s*\{*\\([A-Za-z]+)\s*\}*\s*")


def decode(text: str) -> str:
    """`text` without LaTeX, runs of blanks folded into one.

    Superscripts and subscripts are set on the line, as in Crossref's titles (`CO2`). A value that
    is one unknown command and nothing else stays as its name: ADS writes `\\apjl` for a journal.
    """
    if not _MARKUP.search(text):
        return " ".join(text.split())
    if not _BEYOND_BRACES.search(text):
        return " ".join(text.replace("{", "").replace("}", "").split())
    return _decode(text)


@functools.lru_cache(maxsize=8192)
def _decode(text: str) -> str:
    lone = _LONE_WORD.fullmatch(text)
    if lone and symbol(lone[1]) is None:
        return lone[1]
    return " ".join(_Decoder(text).read().split())


class _Decoder:
    """Walks over the tokens of a value once; holds what is pending on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.accent = ""  # waits for its letter
        self.is_math = False
        self.at_closing: dict[int, str] = {}  # what to print at a closing brace

    def read(self) -> str:
        """The plain text."""
        at = 0
        while token := _TOKEN.match(self.text, at):
            at = token.end()
            match token.lastgroup:
                case "accent":
                    self.accent = token["accent"]
                case "word":
                    at = self._word(token["word"], at)
                case "sign":
                    self.is_math = {"(": True, ")": False}.get(token["sign"], self.is_math)
                    self._print(SIGNS.get(token["sign"], token["sign"]))
                case "brace":
                    self._brace(token["brace"], token.start())
                case "mark":
                    self._mark(token["mark"], at)
                case "text":
                    self._print(token["text"])
        return "".join(self.out)

    def _print(self, text: str) -> None:
        if self.accent:
            text = text.lstrip()
            if not text:
                return
            letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
            if letter.isalpha():
                letter = unicodedata.normalize("NFC", letter + ACCENTS[self.accent])
            text = letter + text[1:]
            self.accent = ""
        self.out.append(text)

    def _brace(self, brace: str, at: int) -> None:
        if brace == "}":
            if self.accent in ("~", "^"):  # `\~{}` is the sign itself
                self.out.append(self.accent)
            self.accent = ""
            self.out.append(self.at_closing.pop(at, ""))

    def _mark(self, mark: str, at: int) -> None:
        if mark == "$":
            if not self.is_math and self.text.find("$", at) < 0:
                self._print("$")
            else:
                self.is_math = not self.is_math
        elif mark not in "^_":
            self._print(_MARKS[mark])
        elif not self.is_math:
            self._print(mark)

    def _word(self, word: str, at: int) -> int:
        """Read a command; where to go on."""
        known = symbol(word)
        if word == "ifmmode":  # REVTeX: `\ifmmode in formulas \else in text \fi`
            otherwise = _ELSE.search(self.text, at) if at <= self._last_else else None
            return otherwise.end() if otherwise else at
        closing = self._closings.get(at) if self.text.startswith("{", at) else None
        if closing is not None:
            if word in FIRST_ARGUMENT_IS_SILENT:
                return closing + 1
            if word in ADDRESSES:
                self._print(_ESCAPED.sub(r"\1", self.text[at + 1 : closing]))
                return closing + 1
            if word == "UTF" and _CODE_POINT.fullmatch(self.text, at + 1, closing):
                self._print(chr(int(self.text[at + 1 : closing], 16)))  # the otf package; ADS
                return closing + 1
            if word in QUOTING:
                self._print("“")
                self.at_closing[closing] = "”"
            elif word == "frac":
                self.at_closing[closing] = "/"
        if known is not None:
            self._print(known)
            if self.is_math and _TERM.match(self.text, at) and self.text[at - 1].isspace():
                self._print(" ")  # `n \times n`, `\log n`: typeset with a space
        return at

    @functools.cached_property
    def _last_else(self) -> int:
        return self.text.rfind("\\else")

    @functools.cached_property
    def _closings(self) -> dict[int, int]:
        """For each opening brace where its closing one stands."""
        closings: dict[int, int] = {}
        open_at: list[int] = []
        for brace in _BRACE.finditer(self.text):
            if brace[0] == "{":
                open_at.append(brace.start())
            elif brace[0] == "}" and open_at:
                closings[open_at.pop()] = brace.start()
        return closings
