"""Texts as YAML scalars that every YAML reader reads back as the very same text."""

import re
from typing import Final

import yaml

WIDTH: Final = 100
"""Columns; longer texts are folded where they can be."""

# What YAML 1.1 (PyYAML) or YAML 1.2 (editors) would not read as text; a number that reads back as
# it is written may stand bare, as in `value: 7`.
_NUMBER: Final = re.compile(r"0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9]", re.ASCII)
_NUMBER_1_2: Final = re.compile(
    r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+", re.ASCII
)
_WORD_1_1: Final = re.compile(r"[yYnN]")
_RESOLVER: Final = yaml.resolver.Resolver()
_TEXT_TAG: Final = "tag:yaml.org,2002:str"

# Line breaks of YAML 1.1, and what is no YAML or no sign: these need an escape.
_ESCAPED: Final = re.compile(
    "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NOT_PLAIN: Final = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|^\.\.\.|^=$|: |:$| #|^\s|\s$|^$")
_NOT_PLAIN_IN_FLOW: Final = re.compile(r"[,\[\]{}:]")
_ESCAPES: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_GAP: Final = re.compile(r"(?<=\S) (?=\S)")


def scalar(text: str, *, flow: bool, quote: str = "") -> str:
    """`text` on one line: bare where it can be, else in quotes.

    `flow` is for a place inside `[…]` or `{…}`. `quote` are the quotes that the file prefers, also
    around a text that needs none.
    """
    if _ESCAPED.search(text):
        return _double_quoted(text)
    if not quote and _is_plain(text, flow=flow):
        return text
    if quote == "'" or ("\\" in text or '"' in text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def folded(text: str, width: int) -> list[str] | None:
    """`text` as the lines of a `>-` scalar of up to `width` characters, None where it cannot be.

    A line is broken only at a single blank: any other one would not be read back.
    """
    if _ESCAPED.search(text) or text != text.strip() or not text:
        return None
    lines: list[str] = []
    words: list[str] = []
    length = 0
    for word in _GAP.split(text):
        if words and length + 1 + len(word) > width:
            lines.append(" ".join(words))
            words, length = [], 0
        length += len(word) + (1 if words else 0)
        words.append(word)
    return [*lines, " ".join(words)]


def _is_plain(text: str, *, flow: bool) -> bool:
    if _NUMBER.fullmatch(text):
        return True
    if _NOT_PLAIN.search(text) or (flow and _NOT_PLAIN_IN_FLOW.search(text)):
        return False
    if _NUMBER_1_2.fullmatch(text) or _WORD_1_1.fullmatch(text):
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == _TEXT_TAG)


def _double_quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if not _ESCAPED.match(sign):
        return sign
    code = ord(sign)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
