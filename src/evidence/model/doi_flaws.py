"""What keeps a text from being a DOI: each flaw in words, with what mends it.

The text is read again and again: each reading names one flaw and mends it, until a DOI is left or
nothing more is known to help. The kinds of flaw are those met in real bibliographies: the corpus of
invalid DOIs of OpenCitations, and 15,570 doi fields of public .bib files.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from evidence.model.doi_leads import describe_lead
from evidence.model.doi_slips import PREFIX_SLIPS
from evidence.model.doi_syntax import (
    PREFIX_PATTERN,
    is_doi,
    short_doi,
    strip_wrapper,
    undo_latex,
)

_CORE: Final = re.compile(rf"{PREFIX_PATTERN}/[^\s/]")
_ANOTHER: Final = re.compile(rf"{PREFIX_PATTERN}/")
_COMMAND: Final = re.compile(r"\\(url|href|nolinkurl|path|texttt)\s*\{([^{}]*)\}(?:\s*\{[^{}]*\})?")
_MOST_FLAWS: Final = 8


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that keeps a string from being a DOI.

    `what` names it ("stray `4` before `10.`"), `edit` says what mends it ("without the stray `4`
    before `10.`"), `excerpt` is the text at fault, `instead` what belongs there (None: unknown).
    """

    what: str
    edit: str
    excerpt: str
    instead: str | None = ""


_Diagnosis = tuple[Flaw, str]


def explain(flaws: Iterable[Flaw]) -> str:
    """The flaws in words."""
    return "; ".join(flaw.what for flaw in flaws)


def find_flaws(written: str) -> tuple[tuple[Flaw, ...], str]:
    """What is wrong with a text that is no DOI, and the text with all of it mended: a DOI, where
    that was possible.
    """
    if short_doi(written):
        flaw = Flaw("a short DOI, which only the resolver can expand", "", written.strip(), None)
        return (flaw,), ""
    flaws: list[Flaw] = []
    text = written.strip()
    command = _COMMAND.fullmatch(text)
    if command:
        flaws.append(Flaw(f"LaTeX's `\\{command[1]}`", f"without LaTeX's `\\{command[1]}`", text))
        text = command[2].strip()
    text, wrapper = strip_wrapper(undo_latex(text))
    if not text and wrapper:
        flaws.append(_unmendable(f"nothing after {wrapper}", "")[0])
    while text and len(flaws) < _MOST_FLAWS and not is_doi(text):
        flaw, mended = _first_flaw(text)
        flaws.append(flaw)
        if flaw.instead is None or mended == text:
            break
        text = mended
    return tuple(flaws) or (_unmendable("nothing that could be a DOI", "")[0],), text


def _first_flaw(text: str) -> _Diagnosis:
    """The first flaw that is met in `text`, and `text` with it mended."""
    for diagnose in _DIAGNOSES:
        diagnosis = diagnose(text)
        if diagnosis:
            return diagnosis
    return _unmendable("no `10.` followed by a registrant code and `/`", text)


def _unmendable(what: str, excerpt: str) -> _Diagnosis:
    return Flaw(what, "", excerpt, None), excerpt


def _cut(text: str, start: int, end: int, what: str, instead: str = "") -> _Diagnosis:
    """A flaw that is mended by taking `text[start:end]` out, or putting `instead` in its place."""
    excerpt = text[start:end]
    article = "" if what.startswith(("the ", "a ", "an ")) else "the "
    edit = f"with `{instead}` for `{excerpt}`" if instead else f"without {article}{what}"
    return Flaw(what, edit, excerpt, instead), text[:start] + instead + text[end:]


def _placeholder(text: str) -> _Diagnosis | None:
    """A word that says that there is no DOI."""
    words = re.sub(r"[\W_]+", " ", text).strip().casefold()
    if not words:
        return _unmendable("nothing that could be a DOI", text)
    return _unmendable("a placeholder", text) if words in _PLACEHOLDERS else None


_PLACEHOLDERS: Final = frozenset(
    {
        *("na", "n a", "none", "nan", "null", "nil", "no doi", "not available", "not applicable"),
        *("not found", "missing", "tba", "tbd", "todo", "to do", "unknown", "unavailable", "xxx"),
        *("doi", "in press", "forthcoming", "pending", "xx", "x", "no", "none available", "dummy"),
        *("no doi available", "doi not available", "not assigned", "to appear", "submitted"),
    }
)


def _other_identifier(text: str) -> _Diagnosis | None:
    """An identifier of another kind that stands alone in the field."""
    preprint = _ARXIV.fullmatch(text)
    if preprint:
        doi = f"10.48550/arXiv.{preprint[1]}"
        return Flaw("an arXiv identifier", f"as arXiv registers `{text}`", text, doi), doi
    for address, form in _ADDRESSES:
        article = re.fullmatch(
            rf"(?:https?://)?(?:www\.)?{address}(?:[/?#.].*)?", text, re.IGNORECASE
        )
        if article:
            doi = form.format(article[1])
            return Flaw(
                "a publisher's address", f"as the publisher registers `{text}`", text, doi
            ), doi
    for pattern, kind in _OTHER_IDENTIFIERS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return _unmendable(kind, text)
    return None


# DataCite has the DOIs of arXiv, without the version.
_ARXIV: Final = re.compile(r"(?:arxiv:\s*)?([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?", re.IGNORECASE)
# Addresses without a DOI in them that end in its suffix.
_ADDRESSES: Final = (
    (r"nature\.com/articles/([a-z0-9-]+)", "10.1038/{}"),
    (r"elifesciences\.org/articles/([0-9]+)", "10.7554/eLife.{}"),
    (r"(?:thelancet|cell)\.com/.+/(?:pii)?(s[0-9]{4}-[0-9]{3}[0-9x]\([0-9]{2}\)[0-9]{5}-[0-9x])",
     "10.1016/{}"),
)  # fmt: skip
_OTHER_IDENTIFIERS: Final = (
    (r"10\.1\.1(?:\.[0-9]+){2,3}", "a CiteSeerX number"),
    (r"(?:pmid:?\s*)?[0-9]{5,8}", "a bare number such as a PubMed identifier"),
    (r"(?:pmcid:?\s*)?pmc[0-9]+", "a PubMed Central identifier"),
    (r"(?:isbn:?\s*)?97[89][-0-9]{10,14}", "an ISBN"),
    (r"(?:issn:?\s*)?[0-9]{4}-[0-9]{3}[0-9x]", "an ISSN"),
)


def _invisible(text: str) -> _Diagnosis | None:
    """A control or zero-width character, as copied from a PDF or a web page."""
    for at, character in enumerate(text):
        if not character.isprintable() and not character.isspace():
            return _cut(text, at, at + 1, f"invisible character U+{ord(character):04X}")
    return None


def _wide(text: str) -> _Diagnosis | None:
    """Full-width forms of characters, as East Asian keyboards write them."""
    found = re.search("[\uff01-\uff5e]+", text)
    if not found:
        return None
    narrow = re.sub("[\uff01-\uff5e]", lambda wide: unicodedata.normalize("NFKC", wide[0]), text)
    return Flaw("full-width characters", "with plain characters", found[0], narrow), narrow


def _before(text: str) -> _Diagnosis | None:
    """Something that stands before `10.`."""
    core = _CORE.search(text)
    if not core or core.start() == 0:
        return None
    before = text[: core.start()]
    if re.fullmatch(rf"{PREFIX_PATTERN}/+\s*", before):
        what = f"doubled prefix `{before}`"
    elif re.fullmatch(r"[\d.,;:()\[\]<>\"'/\\|*_-]{1,4}", before):
        what = f"stray `{before}` before `10.`"
    else:
        what = f"{describe_lead(before)} before `10.`"
    return _cut(text, 0, core.start(), what)


def _percent_encoded(text: str) -> _Diagnosis | None:
    """A DOI taken out of an address, its `/` still encoded, perhaps twice."""
    found = re.search(rf"{PREFIX_PATTERN}(%(?:25)*2f)", text, re.IGNORECASE)
    if not found:
        return None
    edit = "with the percent-encoding undone"
    return Flaw("percent-encoded `/`", edit, found[1], "/"), unquote(text)


def _misspelt_prefix(text: str) -> _Diagnosis | None:
    """A prefix in which one character is wrong, lost or blank."""
    for pattern, what, instead in PREFIX_SLIPS:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            start, end = found.span("slip")
            flaw, mended = _cut(text, start, end, what, instead)
            # `instead` may stand for a lost character: then nothing was there to name.
            edit = flaw.edit if found["slip"] else f"with the `{instead}` that is missing"
            return Flaw(what, edit, flaw.excerpt, instead), mended
    return None


def _incomplete(text: str) -> _Diagnosis | None:
    """A prefix without a suffix, or a registrant code that is too short."""
    # No registrant code has more than five digits yet: longer ones hold the suffix as well.
    if re.fullmatch(r"10\.[0-9]{4,5}/*\s*", text):
        return _unmendable("only a prefix, with nothing after the `/`", text)
    short = re.match(r"10\.([0-9]{1,3})/\S", text)
    if not short:
        return None
    digits = "1 digit" if len(short[1]) == 1 else f"{len(short[1])} digits"
    what = f"the registrant code `{short[1]}` has {digits}: every one has at least four"
    return _unmendable(what, text)


def _inside(text: str) -> _Diagnosis | None:
    """A blank after the DOI has begun: other text follows, or the DOI is broken in two."""
    gap = re.search(r"\s+", text)
    if not gap or not _CORE.match(text):
        return None
    rest = text[gap.end() :]
    # No registered DOI ends in one of these: they belong to the text that follows.
    end = len(text[: gap.start()].rstrip(",;:"))
    second = _ANOTHER.search(rest)
    if second:
        what = f"second DOI `{rest[second.start() :]}` in the field"
        return _cut(text, end, len(text), what)
    if re.fullmatch(r"[^\s]*\d[^\s]*", rest) and not re.match(r"[(\[]", rest):
        flaw = Flaw("a blank inside the DOI", "without the blank inside", gap[0])
        return flaw, text[: gap.start()] + rest
    shown = rest if len(rest) <= 40 else f"{rest[:37]}..."
    return _cut(text, end, len(text), f"other text `{shown}` after the DOI")


_DIAGNOSES: Final[tuple[Callable[[str], _Diagnosis | None], ...]] = (
    _placeholder,
    _invisible,
    _wide,
    _other_identifier,
    _percent_encoded,
    _before,
    _inside,
    _incomplete,
    _misspelt_prefix,
)
