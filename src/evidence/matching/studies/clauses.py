"""A statement's clauses, and in each what it says, what it denies and what it only supposes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from evidence.matching.statements.meaning_words import NUMBERS
from evidence.matching.statements.spelling import written_out
from evidence.matching.studies.roots import class_of, root, word_set

LONGEST: Final = 4_000
"""How many characters of a statement are read: more than any has."""

_MOST_CLAUSES: Final = 40  # of one statement: every pair of two is compared
_QUOTES: Final = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ"), "'") | dict.fromkeys(map(ord, "‐‑−﹣－"), "-")
_EN_DASH: Final = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")
# What looks like a negation and denies nothing, or names a thing by it; `non-small-cell` is a name.
_PLAIN: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), one)
    for pattern, one in (
        (r"\b(?:not|non)[- ]?inferior", "noninferior"),
        (r"\bnot only\b|\bnot just\b|\bnot to mention\b", " "),
        (
            r"\bwith(?: or|/| and) without\b|\bwhether or not\b|\bif not\b|\bwithout exception\b",
            " ",
        ),
        (r"\b(?:no|not) (?:more|less|fewer|greater|later|earlier|longer|higher) than\b", "within"),
        (r"\bno longer\b|\bnot yet\b|\bfail(?:s|ed)? to\b", "not"),
        (r"\b(?:go|goes|went|going) (?:along|hand in hand) with\b", "associated with"),
        (r"\bthe same (?=(?:association|effect|relation|difference|link)s?\b)", "the "),
        (r"\bup to\b|\bor (?:more|less|fewer|longer|later|earlier|greater|higher)\b", " "),
        (
            r"\bno matter\b|\bno doubt\b|\bno (?:bar|barrier|obstacle|hindrance) to\b|"
            r"\bno\. ?(?=\d)",
            " ",
        ),
        (r"\bnon[- ](?=[a-z])", "non"),
        (r"\b(\d+)-(?=(?:day|week|month|year)\b)", r"\1 "),
    )
)
_FUSED: Final = word_set(
    "induced related associated mediated driven dependent "
    "positive negative free resistant sensitive "
    "refractory naive mutant mutated type cause up on wide acting release based line"
)
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:[\w'/-]*\w)?|…|\.\.\.|[^\w\s]")
_NEGATIONS: Final = frozenset({
    "not", "no", "never", "none", "neither", "nor", "without", "cannot", "failed", "fails", "fail",
    "failing", "unable", "lack", "lacks", "lacked", "lacking", "absence", "devoid",
})  # fmt: skip
_OF_NOUNS: Final = frozenset({"no", "without", "lack", "absence", "devoid"})
# Words with which a statement denies something in another way than by a negation.
_DENYING: Final = re.compile(
    r"un(?!i|der|til|less\b)\w{4,}|contraindicat\w*|in(?:adequate|effective|active|sensitive|"
    r"dependent|sufficient|tolerant|conclusive|frequent|significant|distinguishable)\w*|"
    r"dis(?:appear|continu)\w*|non(?:signific|respon|effect|exist)\w*|ab(?:sent|sence|olish\w*)|"
    r"similar\w*|compar(?:able|ably)|equal\w*|equivalent\w*|same|identical\w*|alike|rare(?:ly)?|"
    r"hardly|barely|scarcely|minimal\w*|negligible|well|toler\w*|safe\w*|free|prevent(?:s|ed|ing)?|"
    r"avoid\w*|avert\w*|protect\w*|spar(?:e|es|ed|ing)|neutral\w*|regardless|irrespective|"
    r"despite|fail\w*|miss\w*|exclud\w*|rul(?:ed|es)|refut\w*|refractory|resist\w*|poor(?:ly)?|"
    r"futil\w*|stopp\w*|halt\w*|block\w*|zero|0|0\.0+|escap\w*|contrary|contradict\w*|"
    r"suppress\w*|inhibit\w*|eradicat\w*|nobody|nothing|unlikely|disprov\w*|negative\w*|within"
)
# Words that may come to a denial where the statements share no verb.
_STILL: Final = re.compile(
    r"maintain\w*|preserv\w*|remain\w*|kept|retain\w*|stable|constant|alone|low|lower|less|fewer|"
    r"few|little|limited|loss|lost|only|held|consistent|eliminat\w*|worse\w*"
)
_STOPS: Final = word_set(
    "a an the of in on at to for from by with and or as is are was were be been being that which "
    "this these those it its their they them we our he she his her has have had also than then "
    "there into after before during do does did who whom whose when where if so such both each "
    "through via per while among between within about over under vs versus compared will would "
    "can may might could should must shall not no but however thus therefore because since "
    "although though whereas yet either what how all any some other another most more many very "
    "up out well just even still already further than same one two three"
)
_UNITS: Final = word_set(
    "mg g kg ug μg µg ng ml l dl mm cm nm um μm µm mol mmol nmol pmol umol μmol µmol mmhg iu cfu "
    "mg/kg g/kg μg/kg µg/kg mg/l g/l ng/ml μg/ml µg/ml mmol/l nmol/l pmol/l mg/dl g/dl mg/m "
    "ml/min log day days week weeks month months year years hour hours h min minutes daily weekly "
    "percent points percentage ci sd or hr rr"
)
AUXILIARIES: Final = word_set(
    "is are was were be been being has have had do does did will would can could may might should "
    "must shall"
)
"""Verbs that go before another one."""

_PEOPLE: Final = word_set(
    "patient patients participants participant people subjects subject adults adult children "
    "women men individuals volunteers persons those group groups arm arms cases treatment "
    "treated therapy study trial data results"
)
_BREAKS: Final = frozenset({";", ":", "—", "–", "(", ")", "…", "...", "[", "]", "?", "!"})
_SPLITTING: Final = word_set(
    "but while whereas although though however because since yet despite unless except which who "
    "whose if"
)
_ENDING: Final = _BREAKS | _SPLITTING | {".", "that"}
# Anything that may be a verb; a noun taken for one does no harm.
_VERB: Final = re.compile(r"ed$|(?<![sui])s$|^(?:fell|rose|led|grew|cut|kept|found|had|became)$")
_BEHIND_COMMA: Final = frozenset({
    "provided", "save", "so", "suggesting", "indicating", "implying", "reflecting",
})  # fmt: skip
_JOINING: Final = frozenset({"and", "or", "nor", "but"})
_SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z“\"(])|(?<=[\d)%][.!?])\s+(?=[A-Z])"
)


class Sort(StrEnum):
    """What a word is to its clause."""

    CONTENT = "content"
    NEGATION = "negation"
    DENYING = "denying"
    PEOPLE = "people"
    NUMBER = "number"
    STOP = "stop"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written; its root, and the class of words that stand for it."""

    written: str
    folded: str
    root: str
    sort: Sort

    @property
    def kind(self) -> str:
        """The class of the root."""
        return class_of(self.root)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing; `sentence` counts the sentences from 0."""

    tokens: tuple[Token, ...]
    sentence: int

    @property
    def roots(self) -> frozenset[str]:
        """The classes of all that it speaks of."""
        return frozenset(each.kind for each in self.tokens if each.sort is Sort.CONTENT)

    @property
    def negates(self) -> bool:
        """Whether a `not`, a `no` or the like stands in it."""
        return any(each.sort is Sort.NEGATION for each in self.tokens)

    def is_denied(self, at: int) -> bool:
        """Whether a negation stands over the word there: any but a `no` or `without` that is
        further behind it than the next word (`caused no harm`, but: `slept with no harm`).
        """
        return any(
            (each.sort is Sort.NEGATION and not (place > at and each.folded in _OF_NOUNS))
            or (place == at + 1 and each.folded == "no")
            for place, each in enumerate(self.tokens)
        )

    def denies(self, other: "Clause | None" = None, kind: str = "") -> bool:
        """Whether it denies anything, in whichever words; those that the other has too aside, and
        a `no` or `without` that stands behind the word of this kind.
        """
        shared = {each.kind for each in other.tokens} if other else frozenset()
        said = next((at for at, each in enumerate(self.tokens) if each.kind == kind), None)
        if self.negates if said is None else self.is_denied(said):
            return True
        told = (each for each in self.tokens if each.kind not in shared)
        return any(
            _DENYING.fullmatch(each.folded) or (said is None and _STILL.fullmatch(each.folded))
            for each in told
        )


@lru_cache(maxsize=4_096)
def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a statement in their order."""
    line = _EN_DASH.sub("-", written_out(text[:LONGEST].translate(_QUOTES)))
    for pattern, one in _PLAIN:
        line = pattern.sub(one, line)
    clauses = (
        Clause(tokens, at)
        for at, sentence in enumerate(_SENTENCE_END.split(line))
        for tokens in _parts(
            [_token(each) for found in _TOKEN.findall(sentence) for each in _apart(found)]
        )
        if any(token.sort is not Sort.MARK for token in tokens)
    )
    return tuple(islice(clauses, _MOST_CLAUSES))


def read_quotes(quotes: Sequence[str]) -> list[tuple[int, Clause]]:
    """The clauses of several texts, each with the place of its text; their sentences are counted
    through.
    """
    found: list[tuple[int, Clause]] = []
    for at, quote in enumerate(quotes):
        before = found[-1][1].sentence + 1 if found else 0
        found.extend(
            (at, replace(each, sentence=before + each.sentence)) for each in read_clauses(quote)
        )
    return found


def _apart(word: str) -> list[str]:
    """`blood-brain` as two words, `drug-induced` as one: it names no effect of the clause. A minus
    stays.
    """
    parts = word.split("-")
    if word == "-" or parts[-1].casefold() in _FUSED:
        return [word]
    return [part for part in parts if part]


@lru_cache(maxsize=16_384)
def _token(written: str) -> Token:
    folded = written.casefold()
    number = NUMBERS.get(folded, "")
    if number.isdigit() and folded not in _STOPS:
        folded = number
    return Token(written, folded, root(folded), _sort(folded))


def _sort(folded: str) -> Sort:
    if folded[0].isdigit():
        return Sort.NUMBER
    if not folded[0].isalpha():
        return Sort.MARK
    if folded in _NEGATIONS:
        return Sort.NEGATION
    if folded in _PEOPLE:
        return Sort.PEOPLE
    return Sort.STOP if folded in _STOPS or folded in _UNITS else Sort.CONTENT


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    cuts = [0, *(at for at in range(1, len(tokens)) if _splits(tokens, at)), len(tokens)]
    for start, end in pairwise(cuts):
        yield tuple(tokens[start:end])


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the `and` joins two subjects of one verb: `the death of mice and rats was …`."""
    begin = next((p + 1 for p in range(at - 1, -1, -1) if tokens[p].folded in _ENDING), 0)
    before, behind = tokens[begin:at], tokens[at + 1 : at + 4]
    if any(each.sort is Sort.NEGATION for each in behind[:2]):
        return False
    return not any(each.folded in AUXILIARIES or _VERB.search(each.folded) for each in before)


def _splits(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new clause begins here: behind a semicolon, at `but`, at `and did not`."""
    folded = tokens[at].folded
    if tokens[at - 1].folded in _BREAKS or folded in _SPLITTING:
        return True
    if folded in _BEHIND_COMMA and tokens[at - 1].folded == ",":
        return True
    if folded not in _JOINING:
        return False
    following = tokens[at + 1 : at + 4]
    if folded == "and" and _is_listed(tokens, at):
        return False
    return any(
        each.sort is Sort.NEGATION or each.folded in AUXILIARIES
        for each in following[: 2 if folded == "or" else 3]
    )
