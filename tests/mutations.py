"""Sound texts spoilt by chance, for the tests and the benchmark that hold readers to their word."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_MOST_EDITS: Final = 8
_LONGEST_CUT: Final = 60

DOI_PIECES: Final = (
    "10.", "/", "//", "%2F", "%", "doi:", "https://doi.org/", "http://dx.doi.org/", "\\_", "{", "}",
    "$<$", "<", ">", "&lt;", "&amp;", "(", ")", "[", "]", ".", "..", ",", ";", "#", "?", " ", "\n",
    "–", "‐", "О", "O", "l", "0", "1", "e", "x", "v1", "/abstract", "/pdf", "arXiv:", "10.1.1.1.2",
    "\u200b", "\ufeff", "\udc80", "\0", "ﬁ", "é", "SICI", "3.0.CO;2-#", "²", "٣", "İ", "ſ",
)  # fmt: skip
BIB_PIECES: Final = (
    "@", "@article{", "\n@misc{x,", "@comment{", "@string{a = {b}}", "@string(a = ", "@preamble{",
    "@xdata{x,", "{", "}", "{{", "}}", '"', '{"}', "(", ")", "=", "#", ",", "\\", "\\\\", "\\'",
    "\\v{", "\\ifmmode", "\\else", "\\href{", "\\url{", "$", "$^{", "~", "--", "%", "\n% ",
    "% evidence: ignore MET001 -- x\n", "% evidence: ignore", " and ", " others", " et al.", ", Jr",
    "crossref = {", "xdata = {a,b},", "author = {", "doi = {10.", "year = ", "\r", "\r\n", "\n",
    "\t", "\f", "\u2028", "\x85", "\xa0", "\ufeff", "\udc80", "é", "ﬁ", "²", "jan",
)  # fmt: skip
YAML_PIECES: Final = (
    ":", ": ", "- ", "\n", "\n  ", "\n- ", "{", "}", "[", "]", ",", "?", "&a", "*a", "!!int ", "! ",
    "|\n", ">-\n", "'", '"', "\\", "#", " #", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "~", "null",
    "schema: evidence/claims/1\n", "claims:\n", "- id: a\n", "    text: b\n", "evidence: [a]",
    "rests_on: [a]", "ignore: {MET001: x}", "ignore: {X: }", "documents: [a]", "\t", "\r", "\x00",
    "\u2028", "\x85", "\ufeff", "\udc80", "é", "😀", "role: ", "system: cell",
    "values: [{name: a}]",
)  # fmt: skip
TOML_PIECES: Final = (
    "=", " = ", "[", "]", "[[", "]]", "{", "}", ",", "'", '"', '"""', "\\", "#", "\n", ".", "true",
    "1", "-", "1979-05-27", "[tool.evidence]\n", "references = ", "claims = []", "select = 'X'",
    "ignore = [1]", "fail_on = 'never'", "snapshot = ''", "\r", "\x00", "é", "\ufeff", "\udc80",
)  # fmt: skip


def spoilt(text: str, pieces: Sequence[str], rng: Random) -> str:
    """`text` after some edits: cut, doubled, moved, or with pieces put in."""
    for _ in range(rng.randint(1, _MOST_EDITS)):
        at = rng.randint(0, len(text))
        end = min(len(text), at + rng.randint(0, _LONGEST_CUT))
        text = rng.choice(_EDITS)(text, at, end, rng.choice(pieces))
    return text


def spoilt_bytes(data: bytes, rng: Random) -> bytes:
    """`data` with some bytes that are others, too many or too few."""
    spoilt = bytearray(data)
    for _ in range(rng.randint(1, _MOST_EDITS)):
        at = rng.randint(0, len(spoilt))
        spoilt[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
    return bytes(spoilt)


def made_of(pieces: Sequence[str], rng: Random) -> str:
    """A text of nothing but pieces."""
    return "".join(rng.choices(pieces, k=rng.randint(0, 40)))


_EDITS: Final[tuple[Callable[[str, int, int, str], str], ...]] = (
    lambda text, at, _, piece: text[:at] + piece + text[at:],
    lambda text, at, end, piece: text[:at] + piece + text[end:],
    lambda text, at, end, _: text[:at] + text[end:],
    lambda text, at, end, _: text[:end] + text[at:],
    lambda text, at, end, piece: text[:at] + piece * (end - at) + text[at:],
    lambda text, at, end, _: text[end:] + text[at:end] + text[:at],
    lambda text, at, _, __: text[:at],
    lambda text, at, end, _: text[:at] + text[at:end].swapcase() + text[end:],
)
