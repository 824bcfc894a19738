"""The form in which text is compared: without markup, case, accents, punctuation.

plain(text)    a readable line: no markup, entities or white-space runs
words(text)    the words of that line, folded
letters(text)  the folded words run together, so that blanks and hyphens do not count
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

_CACHE = 16_384
_LONGEST = 4_000
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_MATHML_ALTERNATIVE = re.compile(
    r"<(mml:annotation|annotation|tex-math|jats:tex-math)\b.*?</\1>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_AAS_TAG = re.compile(r"\[/?(?:ITAL|BOLD|SUB|SUP|TSUP|SCP|SC|RM|CLC|GR|UNDL)\]")
_TEX_PREAMBLE = re.compile(
    r"\\documentclass.*?\\begin\s*\{document\}(?:\s*\\landscape)?|\\end\s*\{document\}", re.DOTALL
)
_TEX_LENGTH = re.compile(r"[-{]*\d*\.\d+\s?(?:ex|em)\b}?")
_TEX_LAYOUT = re.compile(
    r"\\(?:ensuremath|mathrm|mathbf|mathit|mathsf|mathcal|text\w*|rm|it|bf|em|raisebox|[hv]space)\b"
)
_WORD = re.compile(r"[^\W_]+")
_NEEDS_FOLDING = re.compile(r"[&<\\\['`]|ex")  # in ASCII; the rest of `fold` is beyond it
_BLANKS = re.compile(r"\s+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ′`´ʻ"))

# Letters that Unicode does not decompose into a base letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
     "ħ": "h", "ŋ": "n", "ŧ": "t", "⊙": " sun ", "☉": " sun ", "&": " and "}
)  # fmt: skip

GREEK: tuple[str, ...] = tuple(
    _WORD.findall(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma sigma tau upsilon phi chi psi omega"
    )
)
"""Names of the Greek letters in the order of Unicode, final sigma included."""

_GREEK_NAMES = str.maketrans(
    {chr(0x3B1 + i): f" {name} " for i, name in enumerate(GREEK)}
    | {"ϑ": " theta ", "ϕ": " phi ", "ϵ": " epsilon ", "ϖ": " pi ", "ϱ": " rho "}
)


@lru_cache(maxsize=_CACHE)
def plain(text: str) -> str:
    """`text` as a person would read it aloud: markup and escapes gone, one blank between words."""
    text = text[:_LONGEST]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", _MATHML_ALTERNATIVE.sub("", text))
    if "\\document" in text:
        text = _TEX_PREAMBLE.sub(" ", text)
    if "[" in text:
        text = _AAS_TAG.sub("", text)
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=_CACHE)
def fold(text: str) -> str:
    """`plain(text)` without case, accents, ligatures and TeX; Greek letters spelled out."""
    text = plain(text)
    if "\\" in text or ("ex" in text and "." in text):
        text = _TEX_LAYOUT.sub(" ", _TEX_LENGTH.sub(" ", text))
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text.lower().replace("&", " and ")
    text = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    text = text.translate(_UNDECOMPOSED)
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_GREEK_NAMES)


@lru_cache(maxsize=_CACHE)
def words(text: str) -> tuple[str, ...]:
    """The folded words: runs of letters and digits."""
    if text.isascii() and not _NEEDS_FOLDING.search(text):
        return tuple(_WORD.findall(text[:_LONGEST].lower()))
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=_CACHE)
def letters(text: str) -> str:
    """The folded words without anything between them."""
    return "".join(words(text))


def same_but_for_lost_letters(ours: str, theirs: str) -> bool:
    """Whether two texts differ only where U+FFFD stands for letters lost (each at most two)."""
    lost = ours.count(REPLACEMENT) + theirs.count(REPLACEMENT)
    if not lost:
        return False
    a, b = letters(ours), letters(theirs)
    return bool(a and b) and OSA.distance(a, b, score_cutoff=2 * lost) <= 2 * lost


def enumerated(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`: for use in a message."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def shortened(text: str, limit: int = 80) -> str:
    """`plain(text)`, cut at a word after `limit` characters, for use in a message."""
    line = plain(text)
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]} …"
