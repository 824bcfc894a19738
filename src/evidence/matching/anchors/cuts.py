"""What a quote leaves out of its own sentence that would change what it says."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.anchors.cut_words import (
    DENYING,
    DOUBTED,
    DOUBTING,
    ENDS_WITH_PEOPLE,
    EXCEPTING,
    LIMITING,
    NOT_SIGNIFICANT,
    OF_WHOM,
    OPENING,
)
from evidence.matching.anchors.folding import Span
from evidence.matching.anchors.searched_text import SearchedText

_PART_END: Final = re.compile(r"[,;:()\[\]–—]\s*|\s-\s|\.(?=\s|$)")
_LONGEST: Final = 400  # characters of a sentence that are looked at on either side of a quote
_SHOWN: Final = 120
_NEAR_WORDS: Final = 9  # words before a quote that may speak of what it says
_NEAR_VALUE: Final = 60  # characters of a part of a sentence that gives a p value
_SWALLOWED: Final = 300
_ENDING: Final = " .\"'”’"
_DENIED: Final = re.compile(
    r"\b(?:not|no|neither|nor|none|never|without|exclud\w+)\b", re.IGNORECASE
)
_SENTENCE_END: Final = re.compile(r"[.;]\s")
_NEXT_DENIED: Final = re.compile(r"n?or\b", re.IGNORECASE)
_ALIKE: Final = re.compile(
    r"\b(?:similar\w*|comparabl[ey]|unchanged|unaltered|the\ssame|equal(?:ly)?|non-?significan\w+)\b",
    re.IGNORECASE,
)
_CONCEDING: Final = re.compile(
    r"(?:but|although|though|albeit|however|even\sthough|yet)\b", re.IGNORECASE
)
_SAID_OF_NEXT: Final = re.compile(
    r"(?:but|although|though|albeit|however)\s(?:this|it|that|the\slatter|the\s(?:\w+\s)?(?:change"
    r"|difference|increase|decrease|reduction|rise|fall|effect|finding))\b",
    re.IGNORECASE,
)
_UNDONE: Final = re.compile(
    r"(?:but|although|though|however),?\swe\s(?:did|have|had|could)\snot\s(?:record|measure|test|"
    r"examine|study|assess|investigate|look|compare|ask|monitor|follow)",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(
    r"(?:and|while|whereas)\s(?:\w+\s){0,6}?(?:was|were|is|are|may|might|could|can|did|had|has|\w+ed)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"which\s(?:\w+\s){0,3}?(?:did|was|were|is|are|has|have|could)\s(?:\w+\s)?not\b", re.IGNORECASE
)


def cut_qualifier(spans: Sequence[Span], searched: SearchedText) -> str:
    """The qualifier that a quote leaves out, in the source's own spelling; empty for none.

    It stands behind the quote in its last sentence, before it in its first, or where an ellipsis
    is. What merely adds to a sentence may be left out.
    """
    whole = [searched.sentences(span) for span in spans]
    if not all(whole):
        return ""
    first, last = spans[0], spans[-1]
    before = searched.without_markers(max(whole[0][0].start, first.start - _LONGEST), first.start)
    behind = searched.without_markers(last.end, min(whole[-1][-1].end, last.end + _LONGEST))
    said = searched.document.text[last.start : last.end]
    return (
        _behind(said, behind)
        or _before(before)
        or next(
            (
                found
                for at in range(len(spans) - 1)
                if (found := _swallowed(spans[at], spans[at + 1], searched))
            ),
            "",
        )
    )


def left_behind(span: Span, searched: SearchedText) -> tuple[str, str]:
    """The rest of the sentence that a span ends in, and the sentence behind it in its paragraph."""
    whole = searched.sentences(span)
    if not whole:
        return "", ""
    last = whole[-1]
    rest = searched.without_markers(span.end, min(last.end, span.end + _LONGEST)).rstrip(_ENDING)
    then = searched.sentence_behind(last)
    follows = (
        searched.without_markers(then.start, min(then.end, then.start + _LONGEST)) if then else ""
    )
    return rest if any(map(str.isalnum, rest)) else "", follows.rstrip(_ENDING)


def _behind(said: str, rest: str) -> str:
    """The qualifier in the rest of a sentence that a quote ends in."""
    rest = rest.rstrip(_ENDING)
    if not any(map(str.isalnum, rest)):
        return ""
    parts = [(at, end) for at, end in _parts(rest) if any(map(str.isalnum, rest[at:end]))]
    start = parts[0][0]
    is_attached = not _PART_END.match(rest.lstrip())
    first = rest[start:]
    if is_attached and ENDS_WITH_PEOPLE.search(said) and OF_WHOM.match(first):
        return _shown(first)
    if LIMITING.match(first) or (is_attached and _ends_with_only(rest[slice(*parts[0])])):
        return _shown(first)
    said = _SENTENCE_END.split(said)[-1]
    is_denied = _DENIED.search(said) is not None
    for at, end in parts:
        if is_denied and _NEXT_DENIED.match(rest, at):
            continue  # it denies one thing more, in the same breath
        if _UNDONE.match(rest, at):
            continue  # it says what else was not looked at
        is_of_next = _SAID_OF_NEXT.match(rest, at) and _NEXT_CLAUSE.match(rest, start)
        if is_of_next or (is_denied and _is_conceded(rest, at)):
            continue
        is_taken_back = EXCEPTING.match(rest, at) or _RELATIVE.match(rest, at)
        if is_taken_back or DOUBTED.search(rest, at, end):
            return _shown(rest[at:])
        is_near = at == start or end - at < _NEAR_VALUE
        if NOT_SIGNIFICANT.match(rest, at) and is_near and not (is_denied or _ALIKE.search(said)):
            return _shown(rest[at:])
    return ""


def _is_conceded(rest: str, at: int) -> bool:
    """Whether the rest only grants something to what a quote denies: `though fewer fell`
    takes nothing back of `did not differ`.
    """
    opening = _CONCEDING.match(rest, at)
    return opening is not None and not DENYING.search(rest, opening.end())


def _ends_with_only(part: str) -> bool:
    return part.rstrip(" .").endswith((" only", " alone"))


def _before(rest: str) -> str:
    """The qualifier in the beginning of a sentence that a quote leaves out."""
    if not any(map(str.isalnum, rest)):
        return ""
    parts = [(at, end) for at, end in _parts(rest) if any(map(str.isalnum, rest[at:end]))]
    at, end = parts[-1]
    near = " ".join(rest[at:end].split()[-_NEAR_WORDS:])
    is_attached = bool(re.search(r"\w\s*\Z", rest)) or rest.rstrip().endswith(("that,", "that:"))
    if is_attached and DOUBTING.search(near):
        return _shown(rest[at:])
    opening = rest[parts[0][0] :]
    return _shown(opening.rstrip(" ,;:")) if OPENING.match(opening) else ""


def _swallowed(one: Span, other: Span, searched: SearchedText) -> str:
    """The qualifier between two pieces of a quote, in the sentences that they stand in."""
    start, end = one.end, other.start
    ends = [each.end for each in searched.sentences(one) if each.end < end]
    if not ends:
        found = searched.without_markers(start, min(end, start + _SWALLOWED))
        return _shown(found.strip(" ,;:")) if DENYING.search(found) else ""
    begins = [each.start for each in searched.sentences(other) if each.start > start]
    said = searched.document.text[one.start : one.end]
    rest = _behind(said, searched.without_markers(start, ends[-1]))
    return rest or (_before(searched.without_markers(begins[0], end)) if begins else "")


def _parts(text: str) -> list[tuple[int, int]]:
    """The parts of a sentence between its commas, semicolons and brackets."""
    parts, at = [], 0
    for found in _PART_END.finditer(text):
        parts.append((at, found.start()))
        at = found.end()
    parts.append((at, len(text)))
    return [(at + len(text[at:end]) - len(text[at:end].lstrip()), end) for at, end in parts]


def _shown(text: str) -> str:
    """The words on one line, cut at a word where they are many."""
    line = " ".join(text.split()).strip(" ,;:.")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
