"""One name of a .bib file: BibTeX's three forms, biblatex's named parts, groups in braces."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.model.work import Name
from evidence.sources.latex import decode


@dataclass(frozen=True, slots=True)
class Separator:
    """What parts a text where it stands outside braces."""

    plain: re.Pattern[str]
    braced: re.Pattern[str]

    @classmethod
    def of(cls, pattern: str) -> "Separator":
        """The separator that `pattern`, which has no groups, describes."""
        return cls(
            re.compile(pattern, re.IGNORECASE),
            re.compile(rf"({pattern})|\\.|[{{}}]", re.IGNORECASE | re.DOTALL),
        )

    def split(self, text: str) -> list[str]:
        """The parts of `text`, stripped of blanks."""
        if "{" not in text and "\\" not in text:
            return [part.strip() for part in self.plain.split(text)]
        if not self.plain.search(text):
            return [text.strip()]
        parts, depth, start = [], 0, 0
        for mark in self.braced.finditer(text):
            if mark[1] is None:
                depth = max(0, depth + {"{": 1, "}": -1}.get(mark[0], 0))
            elif depth == 0:
                parts.append(text[start : mark.start()].strip())
                start = mark.end()
        return [*parts, text[start:].strip()]


COMMA: Final = Separator.of(",")
_BLANK: Final = Separator.of(r"[\s~]+")
_EQUALS: Final = Separator.of("=")
_NAMED_PARTS: Final = re.compile(r"(?:family|given|prefix|suffix|useprefix|id|\w+-i)\s*=")
_GENERATION: Final = re.compile(r"(?:jr|sr|ii|iii|iv|[234](?:nd|rd|th))\.?", re.IGNORECASE)
_DEGREE: Final = re.compile(r"(?:ph\.?\s?d|m\.?d|esq|m\.?sc|b\.?sc|frcp)\.?", re.IGNORECASE)
_ONE_INITIAL: Final = re.compile(r"[^\W\d_]\.?")


def read_name(written: str) -> Name | None:
    """The name that `written`, one member of a list of names, spells; None where there is none.

    The forms are `First von Last`, `von Last, First`, `von Last, Jr, First` (BibTeX), and
    `family=…, given=…` (biblatex). A name wholly in braces is a group's.
    """
    if has_named_parts(written):
        return _from_named_parts(written)
    inner = inside_braces(written)
    if inner is not None:
        group = decode(inner)
        return Name(group, is_group=True) if group else None
    parts = [part for part in COMMA.split(written) if part]
    if not parts:
        return None
    last, *rest = parts
    if not rest:
        return _from_words(_BLANK.split(last))
    if len(rest) == 1:
        return _person(last, rest[0], "")
    if len(rest) == 2 and is_suffix(rest[1]):  # the wrong way round
        return _person(last, rest[0], rest[1])
    return _person(last, " ".join(rest[1:]), rest[0])


def has_named_parts(written: str) -> bool:
    """Whether a name is written in biblatex's extended format."""
    return "=" in written and bool(_NAMED_PARTS.match(written))


def is_suffix(text: str) -> bool:
    """Whether `text` is what may follow a name: a generation or a degree."""
    return bool(_GENERATION.fullmatch(text) or _DEGREE.fullmatch(text))


def inside_braces(text: str) -> str | None:
    """What stands inside when one pair of braces holds all of `text`, else None."""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    depth = 0
    for brace in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return text[1:-1].strip() if brace.end() == len(text) else None
    return None


def _person(last: str, first: str, suffix: str) -> Name | None:
    words = _BLANK.split(last) if " " in last else [last]
    if not suffix and len(words) > 1 and _GENERATION.fullmatch(words[-1]):
        last, suffix = " ".join(words[:-1]), words[-1]
    family, given = decode(last), decode(first)
    return Name(family, given, decode(suffix) if suffix else "") if family or given else None


def _from_words(words: list[str]) -> Name | None:
    """A name without commas: what begins in lower case before the last word belongs to it."""
    suffix = ""
    if len(words) > 1 and _GENERATION.fullmatch(words[-1]):
        suffix = words.pop()
    if len(words) == 2 and _ONE_INITIAL.fullmatch(words[1]) and len(words[0].strip(".")) > 1:
        return _person(words[0], words[1], suffix)  # `Smith J`
    begins = len(words) - 1
    for at, word in enumerate(words[:-1]):
        if _is_particle(word):
            begins = at
            break
    return _person(" ".join(words[begins:]), " ".join(words[:begins]), suffix)


def _is_particle(word: str) -> bool:
    """Whether the word's first letter is in lower case.

    A letter in braces has no case (`{e}`), unless the braces are an accent's (`{\\'e}`).
    """
    if word[:1].isupper() or (word.startswith("{") and not word.startswith("{\\")):
        return False
    first = next((letter for letter in decode(word) if letter.isalpha()), "")
    return first.islower()


def _from_named_parts(written: str) -> Name | None:
    parts = {}
    for part in COMMA.split(written):
        name, *value = _EQUALS.split(part)
        parts[name.lower()] = decode("=".join(value).strip('"'))
    family = " ".join(part for part in (parts.get("prefix"), parts.get("family")) if part)
    given, suffix = parts.get("given", ""), parts.get("suffix", "")
    return Name(family, given, suffix) if family or given else None
