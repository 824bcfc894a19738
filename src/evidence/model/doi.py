"""Digital Object Identifiers: their syntax, their normal form, and the legal ways to write one.

Syntax after the DOI Handbook: `10.`, a registrant code of digits (which may be sub-divided by
dots), `/`, and a suffix of any printable characters. Nothing in the suffix can be called wrong by
its look: registered DOIs hold `<`, `#`, `+`, `//`, and end in `.`; only a look-up can tell.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

_ASCII_LOWER: Final = str.maketrans({chr(code): chr(code + 32) for code in range(65, 91)})

# Every registrant code that was ever given out has at least four digits.
PREFIX_PATTERN: Final = r"10\.[0-9]{4,9}(?:\.[0-9]+)*"

_DOI: Final = re.compile(rf"({PREFIX_PATTERN})/(\S+)")
RESOLVER: Final = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_LABEL: Final = re.compile(r"doi:\s*", re.IGNORECASE)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")

# How LaTeX spells a character that it gives a meaning of its own.
_LATEX: Final = re.compile(
    r"""\{\\([_%&\#$])\} | \\([_%&\#$~{}])
      | \\text(underscore|less|greater)(?:\{\}|\s+|(?![a-z])) | \$\\?([<>_])\$
      | [{}]""",
    re.VERBOSE,
)
_LATEX_WORDS: Final = {"underscore": "_", "less": "<", "greater": ">"}


@dataclass(frozen=True, slots=True)
class Doi:
    """A DOI in normal form: two that differ only in the case of ASCII letters are equal.

    >>> Doi.parse("https://doi.org/10.1158/1535-7163.MCT-15-0758").name
    '10.1158/1535-7163.mct-15-0758'
    """

    name: str

    @classmethod
    def parse(cls, text: str) -> "Doi":
        """The DOI that `text` writes in any of the legal ways.

        Raises ValueError, with what stands in the way, when it is not a DOI.
        """
        # The diagnosis is made of this module's parts, so it cannot be imported at the top.
        from evidence.model.doi_diagnosis import MalformedDoi, read_doi

        reading = read_doi(text)
        if isinstance(reading, MalformedDoi):
            raise ValueError(reading.explanation)
        return reading.doi

    @property
    def prefix(self) -> str:
        """`10.` and the registrant code."""
        return self.name.partition("/")[0]

    @property
    def suffix(self) -> str:
        """All that follows the first `/`."""
        return self.name.partition("/")[2]

    @property
    def path(self) -> str:
        """The name as one segment of a URL's path, so that `#`, `?`, `%` and `/` survive."""
        return quote(self.name, safe="")

    @property
    def url(self) -> str:
        """The address at the DOI resolver."""
        return f"https://doi.org/{quote(self.name, safe='/:;()._-')}"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class WrittenDoi:
    """A DOI together with the legal way in which it was written.

    `form` says in words what stands around it (`a resolver address`); empty for the plain form.
    """

    written: str
    doi: Doi
    form: str = ""


def parse_bare(text: str) -> Doi | None:
    """The DOI, when `text` is one and nothing else."""
    if not (_DOI.fullmatch(text) and text.isprintable()):
        return None
    return Doi(text.translate(_ASCII_LOWER))


def read_legal(written: str) -> WrittenDoi | None:
    """The DOI in any of the legal ways to write one, else None.

    Legal are the plain form, an address at `doi.org`, `dx.doi.org` or `www.doi.org` (where
    percent-encoding counts), the label `doi:`, and LaTeX's escapes, in any case.
    """
    text = written.strip()
    plain = parse_bare(text)
    if plain and "\\" not in text and "$<$" not in text and "{" not in text:
        return WrittenDoi(written, plain)
    forms = []
    unescaped = undo_latex(text)
    if unescaped != text:
        forms.append("LaTeX escapes")
    body, wrapper = strip_wrapper(unescaped)
    if wrapper:
        forms.insert(0, wrapper)
    doi = parse_bare(body)
    return WrittenDoi(written, doi, " and ".join(forms)) if doi else None


def undo_latex(text: str) -> str:
    """`text` with LaTeX's spellings of single characters undone (`\\_`, `\\textless`, `$<$`)."""
    return _LATEX.sub(_latex_character, text) if re.search(r"[\\${]", text) else text


def strip_wrapper(text: str) -> tuple[str, str]:
    """What stands inside the legal wrapper, and the wrapper in words (empty when there is none)."""
    resolver = RESOLVER.match(text)
    if resolver:
        inner = text[resolver.end() :]
        return (unquote(inner) if _PERCENT.search(inner) else inner), "a resolver address"
    label = _LABEL.match(text)
    if label:
        return text[label.end() :], "the label `doi:`"
    return text, ""


def _latex_character(match: re.Match[str]) -> str:
    braced, escaped, word, math = match.groups()
    return braced or escaped or math or (_LATEX_WORDS[word] if word else "")
