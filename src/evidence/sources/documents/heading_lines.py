"""Which lines of a text without markup are headings, and which head the reference list."""

import re
import unicodedata
from typing import Final

_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[A-H])[.)]?\s+(?=\S)")
_SUBSECTION: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+[^\W\d]")
_RULE: Final = re.compile(r"([=~\-_*^#\"'+])\1{2,}")
_CITES: Final = re.compile(r"\[\d|\(\d+(?:[-–,; ]\s*\d+)*\)$|\[@")
_STOPS: Final = (".", ";", ",", "!")
_TWO_SENTENCES: Final = re.compile(r"[^\W\d_]{3}\. [^\W\d_]")
_STATES: Final = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "can", "could", "may", "might", "will",
    "would", "did", "does", "do", "inhibits", "inhibited", "showed", "shows", "crosses", "reduced",
    "reduces", "increased", "increases",
})  # fmt: skip
_ASKS: Final = re.compile(r"(?:What|How|Why|When|Where|Who|Which)\b")
_LONGEST: Final = 80
_SHORTEST_CAPITALS: Final = 4
_MOST_WORDS: Final = 12

# In English, German, French, Spanish, Italian, Portuguese, Dutch and the Nordic languages.
_REFERENCES: Final = frozenset({
    "references", "reference", "reference list", "list of references", "references cited",
    "references and notes", "notes and references", "references and further reading",
    "bibliography", "bibliographic references", "selected bibliography", "selected references",
    "literature", "literature cited", "cited literature", "works cited", "citations", "sources",
    "key references", "cited references", "cited works", "endnotes",
    "literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis", "referenzen",
    "bibliographie", "bibliografie", "references bibliographiques", "ouvrages cites",
    "referencias", "referencias bibliograficas", "bibliografia", "literatura citada",
    "riferimenti", "riferimenti bibliografici", "referencias citadas",
    "literatuur", "literatuurlijst", "referenties", "referenser", "referencer", "referanser",
    "litteratur", "litteraturliste", "kallor",
})  # fmt: skip
_EDGES: Final = "#*=_:.–—-| \t\n"


def is_reference_heading(text: str) -> bool:
    """Whether `text` is what a reference list is headed by, in any case, numbered or not."""
    if len(text) > _LONGEST:
        return False
    bare = text.strip(_EDGES)
    bare = bare[found.end() :] if (found := _NUMBERED.match(bare)) else bare
    decomposed = unicodedata.normalize("NFKD", bare.strip(_EDGES).casefold())
    folded = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(folded.split()) in _REFERENCES


def is_underline(text: str) -> bool:
    """Whether the line is a rule below a heading."""
    return _RULE.fullmatch(text) is not None


def is_in_capitals(text: str) -> bool:
    """Whether the line is a heading in capitals: an abbreviation alone is not enough."""
    letters = sum(each.isalpha() for each in text[:_LONGEST])
    return (
        letters >= _SHORTEST_CAPITALS
        and len(text) <= _LONGEST
        and text.upper() == text
        and not text.endswith(_STOPS)
        and not _CITES.search(text)
    )


def is_subsection(text: str) -> bool:
    """Whether the line is a heading such as `2.1 Results`."""
    return _SUBSECTION.match(text) is not None and is_title(text)


def is_title(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, and no statement."""
    if len(text) > _LONGEST or text.endswith(_STOPS):
        return False
    bare = text[found.end() :] if (found := _NUMBERED.match(text)) else text
    said = bare.split()
    if not said or len(said) > _MOST_WORDS or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if _CITES.search(text) or _TWO_SENTENCES.search(bare):
        return False
    return bool(_ASKS.match(bare)) or text.endswith("?") or _STATES.isdisjoint(said)
