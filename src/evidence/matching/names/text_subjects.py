"""The drugs, targets and comparators that a sentence names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from evidence.matching.names.drug_names import is_drug_code, is_drug_name
from evidence.matching.names.folded_names import name_key, name_words
from evidence.matching.names.series import members_of
from evidence.matching.names.sought import ENGLISH, Sought, sought
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.synonyms import first_words, most_words, names_by_key
from evidence.matching.names.target_names import is_called_target, is_target_symbol
from evidence.matching.statements.sentence_words import CACHE, LONGEST
from evidence.model.synonyms import Synonyms

_WORD: Final = re.compile(r"[^\W_]+")
_HYPHENS: Final = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_JOINT: Final = re.compile(r"[-./:' ’]{0,2}")
_COMPARING: Final = re.compile(
    r"(?:versus|vs\.?|compared (?:with|to)|comparison (?:with|to)|compared against|than|over"
    r"|relative to|(?:inferior|superior|equivalent|comparable|similar) to|instead of)"
    r"(?: (?:that|those|in|with|of|on|for|given|receiving|treated|taking|the|patients|a)){0,5} "
    r"(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    r"(?:\b(?:added to|on top of|background(?: of)?|add-on to|combin\w+ with|together with|plus|in "
    r"addition to|refractory to|resistant to|resistance to|intolerant (?:of|to)|failed|failure "
    r"(?:of|on|with)|pre-?treated with|previously (?:\w+ )?(?:with|received|on)|prior|previous"
    r"|concomitant|despite|unlike|uncontrolled (?:with|on))|\+) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_BESIDE_BEHIND: Final = re.compile(
    r"[- ](?:refractory|resistan\w+|resistant|pre-?treated|experienced|na[iï]ve|intoleran\w+|like)"
)
_RESISTANT: Final = re.compile(r"-(?:resistan|susceptib|sensitiv)")  # what germs and tumours are
_STANDARDS: Final = re.compile(
    r"\b(?:the )?(?:standard(?: of)? care|usual care|standard (?:therapy|treatment)|routine care|"
    r"best supportive care)\b",
    re.IGNORECASE,
)
_STANDARD_WORDS: Final = (
    "standard",
    "usual",
    "routine",
    "conventional",
    "supportive",
    "SOC",
    "SoC",
)
_PLACEBO_WORDS: Final = ("placebo", "dummy", "sham", "vehicle")
_LOOKED_BACK: Final = 90


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence names a subject. `is_beside` says that it is no more than background there:
    `added to metformin`, `crizotinib-resistant`.
    """

    sought: Sought
    start: int
    end: int
    is_beside: bool = False

    @property
    def subject(self) -> Subject:
        """The subject as it is written here."""
        return self.sought.subject


@lru_cache(maxsize=CACHE)
def subjects_in(text: str, synonyms: Synonyms) -> tuple[Mention, ...]:
    """What a sentence names, in its order, each thing once.

    An abbreviation is a target only where it is known, or where the words behind it say so: it is
    better to miss a name than to take `PFS` or `NSCLC` for one.
    """
    found: list[Mention] = []
    for mention in _mentions(text[:LONGEST].translate(_HYPHENS), synonyms):
        if not any(mention.sought.is_same(each.sought) for each in found):
            found.append(mention)
    return tuple(found)


def _mentions(text: str, synonyms: Synonyms) -> Iterator[Mention]:
    words = list(_WORD.finditer(text))
    longest, firsts = most_words(synonyms), first_words(synonyms)
    at = 0
    while at < len(words):
        taken = 1
        follows = words[at + 1][0][0] if at + 1 < len(words) else ""
        may_go_on = name_key(words[at][0]) in firsts or follows.isdigit() or follows.isupper()
        for count in range(min(longest if may_go_on else 1, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + count - 1].end()
            if count > 1 and not _are_joined(text, words[at : at + count]):
                continue
            found = _named(text, start, end, synonyms)
            if found and not _RESISTANT.match(text, end):
                yield Mention(found, start, end, is_beside=_is_beside(text, start, end))
                taken = count
                break
        at += taken
    yield from _series(text, synonyms)
    for standard in _STANDARDS.finditer(text):
        if _is_compared(text, standard.start()):
            subject = Subject(standard[0], SubjectKind.COMPARATOR)
            yield Mention(sought(subject, _STANDARD_WORDS), standard.start(), standard.end())


def _series(text: str, synonyms: Synonyms) -> Iterator[Mention]:
    """The members of a family that stand in a series without its name: `JAK1/2`."""
    for start, end, name in members_of(text):
        subject = Subject(name, SubjectKind.TARGET)
        known = names_by_key(synonyms).get(name_key(name))
        if known and known.kind is SubjectKind.TARGET:
            yield Mention(sought(subject, known.names), start, end)
        elif is_target_symbol(name.replace("-", "")):
            yield Mention(sought(subject, (name,)), start, end)


def _are_joined(text: str, words: list[re.Match[str]]) -> bool:
    """Whether only a hyphen, a blank or the like stands between the words."""
    return all(_JOINT.fullmatch(text, one.end(), two.start()) for one, two in pairwise(words))


def _named(text: str, start: int, end: int, synonyms: Synonyms) -> Sought | None:
    """The subject whose name stands from `start` to `end`."""
    written = text[start:end]
    key = name_key(written)
    if key == "placebo":
        return sought(Subject(written, SubjectKind.COMPARATOR), _PLACEBO_WORDS)
    known = names_by_key(synonyms).get(key)
    if known and _is_name(written, key, known.kind) and not _is_measured(written, text[end:]):
        kind = known.kind
        names: tuple[str, ...] = (*known.names, *_spelt_before(text, start, key))
    elif (is_drug_code(written) and not re.match(r"-\d", text[end : end + 2])) or (
        written.isalpha() and not written.isupper() and is_drug_name(key)
    ):
        kind, names = SubjectKind.DRUG, (written,)
    elif _is_symbol(written, text[end : end + 40]):
        kind, names = SubjectKind.TARGET, (written, *_spelt_before(text, start, key))
    else:
        return None
    if kind is SubjectKind.DRUG and _is_compared(text, start):
        kind = SubjectKind.COMPARATOR
    return sought(Subject(written, kind), names)


def _is_name(written: str, key: str, kind: SubjectKind) -> bool:
    """Whether it is the name and no word that is spelt like it."""
    if kind is not SubjectKind.TARGET or re.search(r"[^\W\d_]{5}|\d", written):
        return key not in ENGLISH
    return sum(map(str.isupper, written)) > (1 if key in ENGLISH else 0)


def _is_measured(written: str, behind: str) -> bool:
    """Whether an abbreviation is what is measured: `eGFR` the filtration rate, `8 MET-hours`."""
    is_hours = written == "MET" and re.match(r"[- ]?(?:s\b|h\b|hours?|min)", behind) is not None
    return written == "eGFR" or is_hours


def _is_symbol(written: str, behind: str) -> bool:
    if " " in written or "/" in written:
        return False
    bare = re.sub(r"[-.]", "", written)
    if is_target_symbol(bare):
        return True
    return "-" not in written and is_called_target(bare, behind)


def _spelt_before(text: str, start: int, key: str) -> Iterator[str]:
    """What an abbreviation in parentheses stands for: the words before it with these initials."""
    if text[start - 1 : start] != "(":
        return
    before = name_words(text[max(0, start - _LOOKED_BACK) : start - 1])
    for count in range(2, min(len(before), len(key)) + 1):
        words = before[-count:]
        if "".join(word if word.isdigit() else word[0] for word in words) == key:
            yield " ".join(words)


def _is_compared(text: str, start: int) -> bool:
    return _COMPARING.search(text[max(0, start - _LOOKED_BACK) : start]) is not None


def _is_beside(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LOOKED_BACK) : start]
    return bool(_BESIDE.search(before) or _BESIDE_BEHIND.match(text, end))
