"""Words that decide what a sentence says: bounds, negations, hedges, and what was studied in."""

from typing import Final

from evidence.matching.statements.spelling import one_spelling

NUMBERS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "twenty": "20",
    "once": "once", "twice": "2 times", "thrice": "3 times", "half": "half", "double": "double",
    "doubled": "double", "doubles": "double", "doubling": "double",
    "triple": "triple", "tripled": "triple", "triples": "triple", "tripling": "triple",
    "halve": "halve", "halved": "halve", "halves": "halve", "halving": "halve",
    "einmal": "once", "zweimal": "2 times", "dreimal": "3 times", "doppelt": "double",
    "halb": "half",
} | {
    f"{above}{joint}{below}{plural}": f"{value}/{at}"
    for above, value in (("one", 1), ("two", 2), ("three", 3), ("four", 4))
    for at, below in ((3, "third"), (4, "quarter"), (5, "fifth"), (6, "sixth"), (10, "tenth"))
    for joint in (" ", " - ")
    for plural in ("s" if value > 1 else "",)
} | {
    # Without its `of` it may be the next in a row: `a third dose`.
    f"a {below} of": f"1/{at}"
    for at, below in ((3, "third"), (4, "quarter"), (5, "fifth"), (6, "sixth"), (10, "tenth"))
}  # fmt: skip
"""Numbers in words, in digits. `one` is left out: it is a pronoun more often than a number."""

_AT_MOST: Final = (
    "at most", "up to", "a maximum of", "no more than", "not more than", "no higher than",
    "not higher than", "no greater than", "not greater than", "no longer than", "not longer than",
)  # fmt: skip
_AT_LEAST: Final = (
    "at least", "no less than", "no fewer than", "not less than", "no lower than", "not lower than",
)  # fmt: skip
BOUNDS: Final = (
    dict.fromkeys(("less than", "fewer than", "lower than", "under", "below"), "<")
    | dict.fromkeys(("more than", "greater than", "higher than", "over", "above", "exceeding"), ">")
    | dict.fromkeys(_AT_MOST, "≤")
    | dict.fromkeys(_AT_LEAST, "≥")
    | dict.fromkeys(
        ("about", "approximately", "around", "roughly", "circa", "ca", "nearly", "almost", "etwa"),
        "≈",
    )
    | {"unter": "<", "weniger als": "<", "über": ">", "mehr als": ">"}
    | {"höchstens": "≤", "mindestens": "≥"}
)
"""Words that bound the number behind them, as a sign."""

NEGATIONS: Final = frozenset({
    "not", "no", "never", "none", "neither", "nothing", "without", "unable",
    "nonsignificant", "failed", "fails", "failing", "lack", "lacked", "lacking",
    "fail to", "failed to", "fails to", "failing to", "unable to", "absence of", "lack of",
    "lacks", "no longer", "free of", "free from", "devoid of", "non -",
    "nicht", "kein", "keine", "keinem", "keinen", "keiner", "keines", "ohne", "weder", "sans",
})  # fmt: skip
"""Words that turn a sentence into its opposite."""

HEDGES: Final = frozenset({
    "may", "might", "could", "possibly", "perhaps", "maybe", "probably", "presumably", "likely",
    "unlikely", "potentially", "apparently", "seemingly", "putative", "putatively", "conceivably",
    "suggest", "suggests", "suggested", "suggesting", "seem", "seems", "seemed", "thought",
    "believed", "presumed", "assumed", "hypothesised", "hypothesized", "speculated", "postulated",
    "unclear", "uncertain", "appear to", "appears to", "appeared to", "tend to", "tends to",
    "tended to", "expected to", "appear that", "appears that",
})  # fmt: skip
"""Words that say that something is not certain."""

SYSTEMS: Final = (
    dict.fromkeys(("preclinical", "nonclinical", "pre - clinical", "non - clinical"), "preclinical")
    | dict.fromkeys(("animal", "animals", "vivo", "xenograft", "xenografts"), "preclinical/animal")
    | dict.fromkeys(("mouse", "mice", "murine"), "preclinical/animal/mouse")
    | dict.fromkeys(("rat", "rats"), "preclinical/animal/rat")
    | dict.fromkeys(("rabbit", "rabbits"), "preclinical/animal/rabbit")
    | dict.fromkeys(("dog", "dogs", "canine"), "preclinical/animal/dog")
    | dict.fromkeys(("pig", "pigs", "porcine"), "preclinical/animal/pig")
    | dict.fromkeys(("monkey", "monkeys", "macaque", "macaques"), "preclinical/animal/monkey")
    | dict.fromkeys(("vitro", "cell line", "cell lines"), "preclinical/cell")
    | dict.fromkeys(("patient", "patients"), "clinical/patient")
    | dict.fromkeys(("volunteer", "volunteers"), "clinical/volunteer")
    | {"clinical": "clinical", "humans": "clinical"}
)
"""Words for what a finding was made in, from the general to the particular: `animal` may stand for
`mouse`, but neither for `patient`.
"""

STOP_WORDS: Final = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as",
    "is", "are", "was", "were", "be", "been", "being", "that", "which", "this", "these", "those",
    "it", "its", "their", "has", "have", "had", "also", "than", "then", "there", "into", "after",
    "do", "does", "did", "nor"
})  # fmt: skip
"""Words that every sentence has."""

_UP: Final = (
    "increase", "increases", "increased", "increasing", "higher", "greater", "more", "longer",
    "improve", "improves", "improved", "improving", "better", "superior", "raised", "rose",
    "gained", "high", "highest", "elevated", "rise", "rises", "rising", "prolonged", "prolongs",
    "prolong", "enhanced", "enhances", "accelerated", "accelerates",
    "raise", "raises", "raising", "gains", "gaining", "prolonging", "upper",
    "erhöhte", "erhöhten", "erhöht", "steigerte", "steigerten", "steigert", "höher",
    "augmente", "augmentent", "augmenté",
)  # fmt: skip
_DOWN: Final = (
    "decrease", "decreases", "decreased", "decreasing", "lower", "smaller", "less", "fewer",
    "shorter", "worsen", "worsens", "worsened", "worsening", "worse", "inferior", "reduce",
    "reduces", "reduced", "reducing", "fell", "lost", "low", "lowest", "lowers", "lowered",
    "lowering", "falls", "shortened", "shortens", "diminished", "diminishes", "attenuated",
    "decline", "declines", "declined", "declining", "falling", "drops", "dropped", "dropping",
    "loses", "lose", "losing",
    "senkte", "senkten", "senkt", "verringerte", "verringerten", "verringert", "niedriger",
    "diminue", "diminuent", "diminué",
)  # fmt: skip

OPPOSITES: Final = {
    one_spelling(word): way for way, words in (("up", _UP), ("down", _DOWN)) for word in words
}
"""Which way a word points; one for another that points the other way turns a finding round."""
