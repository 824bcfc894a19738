"""The syntax of DOIs, and what may legally stand around one, as text.

Syntax after the DOI Handbook: `10.`, a registrant code of digits (which may be sub-divided by
dots), `/`, and a suffix of any printable characters. Nothing in the suffix can be called wrong by
its look: registered DOIs hold `<`, `#`, `+`, `//`, and end in `.`; only a look-up can tell.
"""

import re
from typing import Final
from urllib.parse import unquote

# Every registrant code that was ever given out has at least four digits.
PREFIX_PATTERN: Final = r"10\.[0-9]{4,9}(?:\.[0-9]+)*"

RESOLVER: Final = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
"""The address of the DOI resolver, in the ways in which it was ever recommended."""

_DOI: Final = re.compile(rf"{PREFIX_PATTERN}/\S+")
_LABEL: Final = re.compile(r"(info:doi/|urn:doi:|doi:)\s*", re.IGNORECASE)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_SHORTENED: Final = re.compile(r"10/([a-z0-9]{3,})", re.IGNORECASE)
_SHORTENED_AT_RESOLVER: Final = re.compile(r"([a-z0-9]{4,})", re.IGNORECASE)

# How LaTeX spells a character that it gives a meaning of its own.
_LATEX: Final = re.compile(
    r"""\{\\([_%&\#$])\} | \\([_%&\#$~{}])
      | \\text(underscore|less|greater)(?:\{\}|\s+|(?![a-z])) | \$\\?([<>_])\$
      | [{}]""",
    re.VERBOSE,
)
_AT_RESOLVER: Final = "a resolver address"
_LATEX_WORDS: Final = {"underscore": "_", "less": "<", "greater": ">"}


def is_doi(text: str) -> bool:
    """Whether `text` is a DOI and nothing else."""
    return _DOI.fullmatch(text) is not None and text.isprintable()


def undo_latex(text: str) -> str:
    """`text` with LaTeX's spellings of single characters undone (`\\_`, `\\textless`, `$<$`)."""
    return _LATEX.sub(_latex_character, text) if re.search(r"[\\${]", text) else text


def strip_wrapper(text: str) -> tuple[str, str]:
    """What stands inside the legal wrapper, and the wrapper in words (empty when there is none).

    Percent-encoding counts in addresses and in the URIs `info:doi/` (RFC 4452) and `urn:doi:`.
    """
    resolver = RESOLVER.match(text)
    if resolver:
        return _decoded(text[resolver.end() :]), _AT_RESOLVER
    label = _LABEL.match(text)
    if label:
        name = label[1].lower()
        inner = text[label.end() :]
        return (inner if name == "doi:" else _decoded(inner)), f"the label `{name}`"
    return text, ""


def short_doi(written: str) -> str:
    """The normal form (`10/gf4gqc`) of a short DOI, as shortdoi.org gives them out; else empty.

    At the resolver's address it stands without its `10/` as well.
    """
    text, wrapper = strip_wrapper(written.strip())
    found = _SHORTENED.fullmatch(text)
    if not found and wrapper == _AT_RESOLVER:
        found = _SHORTENED_AT_RESOLVER.fullmatch(text)
    return f"10/{found[1].lower()}" if found else ""


def _decoded(text: str) -> str:
    return unquote(text) if _PERCENT.search(text) else text


def _latex_character(match: re.Match[str]) -> str:
    braced, escaped, word, math = match.groups()
    return braced or escaped or math or (_LATEX_WORDS[word] if word else "")
