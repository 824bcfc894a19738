"""Ids for new claims that say what they are about: `alk-stat3-phosphorylation`."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final

from evidence.matching.statements.finding_words import states_result
from evidence.matching.text import fold, words

_LONGEST: Final = 37  # characters, so that `-2` fits into 40
_MOST_WORDS: Final = 4
_MOST_NAMES: Final = 3
_LONGEST_TEXT: Final = 1_500

_BRACKETED: Final = re.compile(r"\s*[(\[]([^()\[\]]{0,400})[)\]]")
_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑–'’][^\W_]+)*")
_HYPHEN: Final = re.compile(r"[-‐‑–]")
_PART: Final = re.compile(r"[^\W_]+")
_LONGEST_SPELT: Final = 120
_NAME: Final = re.compile(r"(?=.*[A-Z])(?=.*(?:\d|[A-Z].*[A-Z]))|^[a-z][A-Z]")
_NUMBERED: Final = re.compile(r"([^\W\d_]{1,5})[-‐‑–](\d{1,4}[A-Z]?)")

# Words of grammar, of saying and showing, of research in general, and units; folded.
_EMPTY: Final = frozenset(
    words(
        """a about above across additionally after again against all along already also
        although among an and another any are as at basis be because been before being
        below between both but by can cannot could despite did do does due during each
        either especially for from further furthermore given had has have having hence how
        however if in including indeed instead into is it its just like likely many may
        might more moreover most much must near nevertheless no non nor not of off on one
        only onto or other others our over own per rather respectively same several shall
        she should since so some still such than that the their them then there thereby
        therefore these they this those though through throughout thus to together too
        toward towards two three under unlike until up upon variety various very via was
        we well were what when where whereas whether which while who whose why will with
        within without would yet according appear appears believed conclude concluded
        confirmed considered demonstrate demonstrated demonstrates described estimated
        evaluated expected find finding findings found indicate indicated indicates
        investigated known observed presumed proposed propose report reported reports
        reveal revealed reveals said see seen show showed showing shown shows studied
        suggest suggested suggests summarised summarises summarized summarizes thought
        able capable addition analysis associated available based case cases common
        compared data effect effects evidence experiment experiments following high higher
        important increased level levels low lower model models new number overall paper
        percent potential present previous previously produced rate rates recent recently
        related result results significant similar studies study table time total trial
        trials treated treatment use used using value values work works year years month
        months week weeks day days hour hours minute minutes preclinical clinical vivo
        vitro p ci hr or nm mg ml kg g l mol nmol umol pm mmol h n"""
    )
)
# Kept although they end like participles and adverbs, which tell less than nouns.
_LESS_TELLING: Final = re.compile(r"(?:ed|ly|ing|ive|able)$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a statement: folded, and how much it tells (3 a name, 2 a noun, 1 the rest)."""

    text: str
    weight: int


def shared_words(statements: Sequence[str]) -> frozenset[str]:
    """The words that more than half of the statements share, such as the drug that all are about:
    they tell no claim from another. None of a single statement.
    """
    counts = Counter(word for text in statements for word in {each.text for each in _words(text)})
    return frozenset(word for word, n in counts.items() if n > 1 and 2 * n > len(statements))


def claim_id(statement: str, shared: Collection[str], taken: Collection[str]) -> str:
    """An id of two to four telling words in the order of the text, not among the `taken` ones.

    Names of genes, drugs and models come first, then nouns; words in brackets only where there is
    nothing else. The same statement gives the same id.
    """
    words = _words(statement)
    telling = [word for word in words if word.text not in shared] or words
    id = "-".join(_chosen(telling)) or "claim"
    return id if id not in taken else next(n for n in _numbered(id) if n not in taken)


def _numbered(id: str) -> Iterator[str]:
    return (f"{id}-{n}" for n in count(2))


def _words(statement: str) -> list[_Word]:
    """The words that tell something, each once, in the order of the text; of `ROS-1` the name."""
    text = _without_brackets(statement[:_LONGEST_TEXT])
    found: dict[str, _Word] = {}
    for written in _WORD.findall(_NUMBERED.sub(r"\1\2", text)):
        for part in _HYPHEN.split(written):
            word = _read(part)
            if word:
                found.setdefault(word.text, word)
    return list(found.values())


def _without_brackets(text: str) -> str:
    """The text without what stands in brackets; an abbreviation there replaces its words:
    `anaplastic lymphoma kinase (ALK)` → `ALK`.
    """
    kept, at = "", 0
    for found in _BRACKETED.finditer(text):
        kept += text[at : found.start()]
        at = found.end()
        short = found[1].strip()
        spelt = _spelt_out(kept, short)
        if spelt is not None:
            kept = f"{kept[:spelt]}{short}"
    return kept + text[at:]


def _spelt_out(text: str, short: str) -> int | None:
    """Where at the end of the text the words begin whose first letters are an abbreviation."""
    initials = [letter.lower() for letter in short if letter.isupper()]
    words = list(_PART.finditer(text[-_LONGEST_SPELT:]))[-len(initials) :]
    if len(initials) < 2 or [word[0][0].lower() for word in words] != initials:
        return None
    return max(len(text) - _LONGEST_SPELT, 0) + words[0].start()


@lru_cache(maxsize=16_384)
def _read(written: str) -> _Word | None:
    """A word without its hyphens and possessive ending; None for one that tells nothing."""
    text = re.sub(r"['’]s?$", "", written)
    folded = re.sub(r"[^a-z0-9]", "", fold(text))
    if len(folded) < 2 or folded in _EMPTY or folded[0].isdecimal():
        return None
    if _NAME.search(written):
        return _Word(folded, 3)
    is_less = len(folded) < 4 or _LESS_TELLING.search(folded) or states_result(written)
    return _Word(folded, 1 if is_less else 2)


def _chosen(words: Sequence[_Word]) -> list[str]:
    """The most telling words that fit, in the order of the text."""
    ranked = sorted(range(len(words)), key=lambda at: (-words[at].weight, at))
    chosen: list[int] = []
    names = 0
    for at in ranked:
        word = words[at]
        if len(chosen) == _MOST_WORDS or (len(chosen) > 1 and word.weight == 1):
            break
        if word.weight == 3 and names == _MOST_NAMES:
            continue
        if sum(len(words[each].text) + 1 for each in chosen) + len(word.text) > _LONGEST:
            continue
        names += word.weight == 3
        chosen.append(at)
    return [words[at].text for at in sorted(chosen)]
