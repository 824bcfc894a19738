"""What is wrong with a string that should be a DOI: what stands where, and what belongs there.

The text is read again and again: each reading names one flaw and mends it, until a DOI is left or
nothing more is known to help. The kinds of flaw are those met in real bibliographies: the corpus of
invalid DOIs of OpenCitations, and 15,570 doi fields of public .bib files.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from evidence.model.doi import (
    PREFIX_PATTERN,
    Doi,
    WrittenDoi,
    parse_bare,
    read_legal,
    strip_wrapper,
    undo_latex,
)
from evidence.model.doi_slips import PREFIX_SLIPS

_CORE: Final = re.compile(rf"{PREFIX_PATTERN}/[^\s/]")
_ANOTHER: Final = re.compile(rf"{PREFIX_PATTERN}/")
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


@dataclass(frozen=True, slots=True)
class MalformedDoi:
    """A string that is not a DOI as written.

    `mended` is the DOI that is left when every flaw is mended as its `edit` says, where there is
    one: a guess, which nobody has looked up.
    """

    written: str
    flaws: tuple[Flaw, ...]
    mended: Doi | None = None

    @property
    def explanation(self) -> str:
        """The flaws in words."""
        return "; ".join(flaw.what for flaw in self.flaws)


def read_doi(written: str) -> WrittenDoi | MalformedDoi:
    """The DOI that `written` names in a legal way, else what is wrong with it.

    >>> reading = read_doi("https://doi.org/410.1093/annonc/mdy1424.1017")
    >>> reading.explanation
    'stray `4` before `10.`'
    """
    legal = read_legal(written)
    if legal:
        return legal
    text, wrapper = strip_wrapper(undo_latex(written.strip()))
    flaws: list[Flaw] = []
    while len(flaws) < _MOST_FLAWS and not parse_bare(text):
        flaw, mended = _first_flaw(text, is_wrapped=bool(wrapper))
        flaws.append(flaw)
        if flaw.instead is None or mended == text:
            break
        text = mended
    return MalformedDoi(written, tuple(flaws), parse_bare(text))


_Diagnosis = tuple[Flaw, str]


def _first_flaw(text: str, *, is_wrapped: bool) -> _Diagnosis:
    """The first flaw that is met in `text`, and `text` with it mended."""
    if not text and is_wrapped:
        return _unmendable("nothing after the resolver's address", "")
    for diagnose in _DIAGNOSES:
        for diagnosis in diagnose(text):
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


def _placeholder(text: str) -> Iterator[_Diagnosis]:
    """A word that says that there is no DOI."""
    words = re.sub(r"[\W_]+", " ", text).strip().casefold()
    if not words:
        yield _unmendable("nothing that could be a DOI", text)
    elif words in _PLACEHOLDERS:
        yield _unmendable("a placeholder", text)


_PLACEHOLDERS: Final = frozenset(
    {
        *("na", "n a", "none", "nan", "null", "nil", "no doi", "not available", "not applicable"),
        *("not found", "missing", "tba", "tbd", "todo", "to do", "unknown", "unavailable", "xxx"),
        *("doi", "in press", "forthcoming", "pending", "xx", "x"),
    }
)


def _other_identifier(text: str) -> Iterator[_Diagnosis]:
    """An identifier of another kind that stands alone in the field."""
    for pattern, kind in _OTHER_IDENTIFIERS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            yield _unmendable(kind, text)
            return


_OTHER_IDENTIFIERS: Final = (
    (r"10/[a-z0-9]+", "a short DOI, which only the resolver can expand"),
    (r"10\.1\.1(?:\.[0-9]+){2,3}", "a CiteSeerX number"),
    (r"(?:arxiv:)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?", "an arXiv identifier"),
    (r"(?:pmid:?\s*)?[0-9]{5,8}", "a bare number such as a PubMed identifier"),
    (r"pmc[0-9]+", "a PubMed Central identifier"),
    (r"(?:isbn:?\s*)?97[89][-0-9]{10,14}", "an ISBN"),
    (r"(?:issn:?\s*)?[0-9]{4}-[0-9]{3}[0-9x]", "an ISSN"),
)


def _invisible(text: str) -> Iterator[_Diagnosis]:
    """A control or zero-width character, as copied from a PDF or a web page."""
    for at, character in enumerate(text):
        if not character.isprintable() and not character.isspace():
            flaw, mended = _cut(text, at, at + 1, f"invisible character U+{ord(character):04X}")
            yield flaw, mended
            return


def _before(text: str) -> Iterator[_Diagnosis]:
    """Something that stands before `10.`."""
    core = _CORE.search(text)
    if not core or core.start() == 0:
        return
    before = text[: core.start()]
    another_start = re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/+\s*", before)
    if another_start:
        yield _cut(text, 0, core.start(), f"doubled prefix `{before}`")
    elif re.fullmatch(r"[\d.,;:()\[\]<>\"'/\\|*_-]{1,4}", before):
        yield _cut(text, 0, core.start(), f"stray `{before}` before `10.`")
    else:
        yield _cut(text, 0, core.start(), f"{_describe_lead(before)} before `10.`")


def _describe_lead(before: str) -> str:
    """In words, what kind of text stands before a DOI."""
    lead = before.strip()
    address = re.match(r"(?:https?:/{0,2}|www\.)([^\s/?#]*)", lead, re.IGNORECASE)
    host = (address[1] if address else "").casefold()
    if re.search(r"doi[.-]org", host) and not re.fullmatch(r"(?:dx\.|www\.)?doi\.org", host):
        return f"library proxy's address `{lead}`"
    if re.fullmatch(r"(?:dx\.|www\.)?doi\.org/+", lead, re.IGNORECASE):
        return f"resolver's name `{lead}` without `https://`"
    if re.search(r"doi\.org", lead, re.IGNORECASE):
        return f"damaged or doubled resolver address `{lead}`"
    if host:
        return f"address of another site `{lead}`"
    return f"`{lead}`" if len(lead) <= 60 else f"`{lead[:57]}...`"


def _percent_encoded(text: str) -> Iterator[_Diagnosis]:
    """A DOI taken out of an address, its `/` still encoded."""
    if re.search(rf"{PREFIX_PATTERN}%2f", text, re.IGNORECASE):
        flaw = Flaw("percent-encoded `/`", "with the percent-encoding undone", "%2F", "/")
        yield flaw, unquote(text)


def _misspelt_prefix(text: str) -> Iterator[_Diagnosis]:
    """A prefix in which one character is wrong, lost or blank."""
    for pattern, what, instead in PREFIX_SLIPS:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            start, end = found.span("slip")
            flaw, mended = _cut(text, start, end, what, instead)
            # `instead` may stand for a lost character: then nothing was there to name.
            edit = flaw.edit if found["slip"] else f"with the `{instead}` that is missing"
            yield Flaw(what, edit, flaw.excerpt, instead), mended
            return


def _incomplete(text: str) -> Iterator[_Diagnosis]:
    """A prefix without a suffix, or a registrant code that is too short."""
    if re.fullmatch(rf"{PREFIX_PATTERN}/*\s*", text):
        yield _unmendable("only a prefix, with nothing after the `/`", text)
        return
    short = re.match(r"10\.([0-9]{1,3})/\S", text)
    if short:
        digits = "1 digit" if len(short[1]) == 1 else f"{len(short[1])} digits"
        yield _unmendable(
            f"the registrant code `{short[1]}` has {digits}: every one has at least four", text
        )


def _inside(text: str) -> Iterator[_Diagnosis]:
    """A blank after the DOI has begun: other text follows, or the DOI is broken in two."""
    gap = re.search(r"\s+", text)
    if not gap or not _CORE.match(text):
        return
    rest = text[gap.end() :]
    second = _ANOTHER.search(rest)
    if second:
        other = rest[second.start() :]
        end = len(text[: gap.start()].rstrip(",;"))
        yield _cut(text, end, len(text), f"second DOI `{other}` in the field")
    elif re.fullmatch(r"[^\s]*\d[^\s]*", rest) and not re.match(r"[(\[]", rest):
        flaw = Flaw("a blank inside the DOI", "without the blank inside", gap[0])
        yield flaw, text[: gap.start()] + rest
    else:
        shown = rest if len(rest) <= 40 else f"{rest[:37]}..."
        yield _cut(text, gap.start(), len(text), f"other text `{shown}` after the DOI")


_DIAGNOSES: Final[tuple[Callable[[str], Iterator[_Diagnosis]], ...]] = (
    _placeholder,
    _invisible,
    _other_identifier,
    _percent_encoded,
    _before,
    _inside,
    _incomplete,
    _misspelt_prefix,
)
