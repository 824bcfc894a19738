"""What the words around a number make of it: a bound, a label, a P value, a count, a setting."""

import re
from typing import Final

from evidence.matching.quantities.number_tokens import NumberToken
from evidence.matching.quantities.quantity import Bound
from evidence.matching.statements.meaning_words import BOUNDS

_LEFT: Final = 60  # characters before a number that can belong to it
_NEAR: Final = 4  # words
_COMPARED: Final = frozenset({"<", ">", "≤", "≥", "="})
_SOME: Final = frozenset({"some", "close to", "just over", "just under"})
_EXCEEDED: Final = frozenset(
    {"exceed", "exceeds", "exceeded", "in excess of", "upwards of", "passed", "surpassed", "topped"}
)
# Words of one kind of measure that `BOUNDS`, which counts for every sentence, does not have.
_COMPARATIVES: Final = {
    "younger than": Bound.BELOW, "shorter than": Bound.BELOW, "smaller than": Bound.BELOW,
    "older than": Bound.ABOVE, "longer than": Bound.ABOVE, "larger than": Bound.ABOVE,
}  # fmt: skip
_CURRENCIES: Final = frozenset({"€", "$", "£", "eur", "usd", "gbp", "chf", "us$", "au$"})
_BOUND_WORDS: Final = "|".join(sorted(map(re.escape, (*BOUNDS, *_SOME)), key=len, reverse=True))
_SIGNS: Final = tuple("<>≤≥≈")
_ARTICLES: Final = frozenset({"a", "an", "the", "of", "just", "only"})
_RATIO_WORDS: Final = re.compile(r"ratio|risk|HR|OR|RR|PR|SMR")
_BEHIND: Final = re.compile(
    r"(?:\sof age)?\s(?:or|and)\s(?:(more|older|over|above|greater|higher|longer|later)|"
    r"less|fewer|younger|lower|below|under|shorter|earlier)\b"
)
_AGE_BEHIND: Final = re.compile(
    r"(?:\sof age)?\s(?:or|and)\s(?:older|over|above|younger|under)\b|\sof age\b|[\s-]old\b"
)
_OLD_BEHIND: Final = re.compile(r"\s(?:or|and)\s(?:older|younger)\b")
_OF_BEHIND: Final = re.compile(
    r"\s(?:of\s(?!(?:life|survival|\w+-free)\b)[a-z]|after\b|before\b|later\b|earlier\b|"
    r"(?:courses?|treatments?|therapy|trials?|stud(?:y|ies)|periods?|follow-up)\b)",
    re.IGNORECASE,
)
_P_VALUE: Final = re.compile(
    r"\b[Pp](?:\s?-?[Vv]alues?)?(?:\s?\(?(?:for|of)\s(?:\w+\s?){1,3}?\)?)?\s?"
    r"(?:[=<>≤≥≈]|of|was|were|,|:)*\s?$|\b[Pp]_?\w{0,12}\s?[=<>≤≥≈]\s?$"
)
_RATIO: Final = re.compile(
    r"(?:\b(?:hazards?|odds|risk|rate|incidence|mortality|prevalence|geometric mean)\s(?:rate\s)?"
    r"ratios?\b|\brelative risks?\b|\b(?:[a-z]{1,3})?(?:HR|OR|RR|IRR|SHR|PR|SMR)s?\b)[^.;]{0,45}$"
)
# The step that a ratio is told for may have a number of its own: `HR per 2 cups a day`.
_RATIO_PER: Final = re.compile(
    r"(?:\bratios?|\brelative risks?|\b(?:[a-z]{1,3})?(?:HR|OR|RR|IRR|SHR|PR))\s\(?"
    r"(?:(?:per|for (?:each|every|a|an)|with each)\s[^;()]{1,40}\)?[\s,:=]{1,3}|of\s)$"
)
_LABELS: Final = frozenset({
    "phase", "type", "subtype", "genotype", "serotype", "grade", "stage", "class", "classe",
    "table", "figure", "fig", "section", "chapter", "appendix", "box", "ref", "reference",
    "equation", "cohort", "group", "arm", "model", "exon", "intron", "codon", "chromosome",
    "factor", "version", "volume", "vol", "issue", "part", "no", "number", "cycle", "period",
    "visit", "level", "tier", "category", "clade", "variant", "strain", "study", "trial",
    "panel", "item", "step", "criteria", "criterion", "page", "pp", "caspase", "interleukin",
    "status", "ecog", "hpv", "hiv", "ctcae", "recist", "coronavirus", "supplement", "line",
    "aim", "domain", "residue", "serine", "ps",
})  # fmt: skip
_TRIAL: Final = re.compile(r"[A-Z]+[a-z]*[A-Z][A-Za-z]{2,}")  # KEYNOTE, CheckMate
_TIMES: Final = {"hour": "h", "minute": "min", "day": "d", "week": "wk", "month": "mo",
                 "year": "yr"}  # fmt: skip
_UNITS: Final = frozenset(_TIMES.values())
_AGE: Final = re.compile(
    r"(?<!of )\b(?:aged?|ages)\b(?:\s(?:of|was|between|from|range))*[^\d.;]{0,12}$"
)
_SETTING: Final = re.compile(
    r"\b(?:at|after|beyond|for|over|within|every|during|by|through|until|aged?|ages|between|from|past|"
    r"last|next|first|to|per|each|post-?dose|in)\s(?:the\s)?(?:(?:first|next|last|past)\s)?"
    rf"(?:(?:[<>≤≥≈]|{_BOUND_WORDS})\s?)?(?:a\s|(?:[a-z]+\s)?follow-?up (?:of|was)\s)?$|"
    r"\b(?:median|mean)?\s?(?:follow-?up|age)\b[^.;]{0,20}$|"
    r"\b(?:infants|children|boys|girls|neonates|adolescents|adults|men|women|people|patients|those)\s"
    r"(?:aged\s)?(?:under|over|above|below|younger than|older than|[<>≤≥]|of)\s?$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\s(?:[\w'-]+\s){0,3}?(?:patients?|participants?|subjects?|people|persons?|individuals?|men|"
    r"women|adults?|child(?:ren)?|infants?|neonates?|newborns?|adolescents?|volunteers?|controls?|"
    r"boys|girls|mothers|recipients|survivors|donors|residents|nurses|deaths?|died|mice|rats|"
    r"animals?|dogs|rabbits|monkeys|pregnancies|births)\b"
)
_RESULT: Final = re.compile(
    r"(?:-|\s(?:[\w'-]+\s){0,2}?)points?\b|\s(?:\w+\s){0,2}?(?:deaths?|died)\b|"
    r"\s(?:an?|per)\s(?:day|week|month|year)\b"
)
_SAMPLE: Final = re.compile(r"\b[nN]\s?[=≈]\s?$")
_INTERVAL: Final = re.compile(
    r"(?:\bC[Ir]?Is?|\bintervals?|\brange[ds]?|\bIQR|\bquartiles?|\bBCI)\W{0,4}"
    r"(?:(?:of|from|was|were|is)\s)?$"
)
_BETWEEN: Final = re.compile(r"\bbetween\s(?:about\s|approximately\s)?$", re.IGNORECASE)
_SPREAD_WORD: Final = re.compile(r"\b(?:SD|SE|SEM|s\.d\.|standard (?:deviation|error))\W{0,3}$")


class Surroundings:
    """What stands before and behind a number; `before` is all since the number before it."""

    __slots__ = ("_line", "_token", "_words", "before")

    def __init__(self, line: str, token: NumberToken, since: int) -> None:
        self._line, self._token = line, token
        self.before = line[max(since, token.start - _LEFT) : token.start].removesuffix("-")
        self._words = self.before.split()[-_NEAR:]

    @property
    def bound(self) -> Bound:
        """The bound that a sign or words before the number set, or words behind it."""
        if self.before.rstrip().endswith(_SIGNS):
            return Bound(self.before.rstrip()[-1])
        words = self._words[:-1] if self._last in _ARTICLES | _CURRENCIES else self._words
        for length in (3, 2, 1):
            phrase = " ".join(words[-length:]).lower().lstrip("([")
            if phrase in _SOME:
                return Bound.ABOUT
            if phrase in _EXCEEDED:
                is_denied = words[-length - 1 : -length] in (["not"], ["never"])
                return Bound.AT_MOST if is_denied else Bound.ABOVE
            if phrase in _COMPARATIVES:
                return _COMPARATIVES[phrase]
            if phrase in BOUNDS and not (phrase == "over" and self._token.unit in _UNITS):
                return Bound(BOUNDS[phrase])
        behind = _BEHIND.match(self._line, self._token.stop)
        if behind:
            return Bound.AT_LEAST if behind[1] else Bound.AT_MOST
        return Bound.NONE

    @property
    def _last(self) -> str:
        """The last word before the number, in small letters."""
        return self._words[-1].lower() if self._words else ""

    @property
    def is_p_value(self) -> bool:
        """Whether it is the probability that a test gave."""
        return "p" in self.before.lower() and bool(_P_VALUE.search(self.before))

    @property
    def is_ratio(self) -> bool:
        """Whether it is a ratio of hazards, odds, risks or rates, or such a ratio's interval."""
        if _RATIO_WORDS.search(self.before):
            return bool(_RATIO.search(self.before))
        start = self._token.start
        before = self._line[max(start - _LEFT, 0) : start]
        return bool(_RATIO_WORDS.search(before) and _RATIO_PER.search(before))

    @property
    def is_label(self) -> bool:
        """Whether a bare number only names something (`phase 2`, `Table 9`, `KEYNOTE 42`)."""
        words = [word.strip("(.") for word in self._words if word not in _COMPARED]
        if not words:
            return False
        last = words[-1].lower()
        is_label = last in _LABELS or last.removesuffix("s") in _LABELS
        return is_label or bool(_TRIAL.fullmatch(words[-1]))

    @property
    def time_before(self) -> str:
        """The unit that stands before its number: the weeks of `week 12`."""
        return _TIMES.get(self._last.removesuffix("s").removeprefix("("), "")

    @property
    def is_age(self) -> bool:
        """Whether it is how old somebody is, though no unit says so."""
        is_told = "age" in self.before.lower() and bool(_AGE.search(self.before))
        return is_told or bool(_OLD_BEHIND.match(self._line, self._token.stop))

    @property
    def is_setting(self) -> bool:
        """Whether a time says when, for how long, or at what age, and not how long it took."""
        line, token = self._line, self._token
        hyphen = line[token.end : token.end + 1] == "-"
        behind = _AGE_BEHIND.match(line, token.stop) or _OF_BEHIND.match(line, token.stop)
        return hyphen or bool(behind or _SETTING.search(self.before))

    @property
    def is_result(self) -> bool:
        """Whether deaths, or the points of a score, are counted: what a study found."""
        return bool(_RESULT.match(self._line, self._token.stop))

    @property
    def is_count(self) -> bool:
        """Whether people, animals or events are counted."""
        return self.is_sample or bool(_COUNTED.match(self._line, self._token.stop))

    @property
    def is_sample(self) -> bool:
        """Whether it is the size of a group (`n = 54`)."""
        return bool(_SAMPLE.search(self.before))

    @property
    def opens_interval(self) -> bool:
        """Whether it is the lower end of an interval or range that is named so."""
        return bool(_INTERVAL.search(self.before))

    @property
    def opens_between(self) -> bool:
        """Whether an `and` behind it makes a range (`between 10 and 20 mg`)."""
        return bool(_BETWEEN.search(self.before))

    @property
    def is_spread(self) -> bool:
        """Whether it is the spread of the number before it (`SD 2`)."""
        return bool(_SPREAD_WORD.search(self.before))

    @property
    def is_cited(self) -> bool:
        """Whether a bracket opens right before it, as before the label of a reference."""
        return self.before.endswith("[")
