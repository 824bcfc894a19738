"""One form for words of one family: `reduces`, `reduction`; and classes of words that stand for one
another where a finding is told: `lower`, `cut` and `decrease`.
"""

import re
from functools import lru_cache
from typing import Final

from evidence.matching.statements.spelling import one_spelling

# The longest endings first; what is left has four letters or more.
_ENDINGS: Final = tuple(
    re.compile(f"(?<=[a-z]{{4}}){ending}$")
    for ending in (
        r"(?:ations?|at(?:ed|es?|ing|ors?|ive|ory))",
        r"(?:abilit(?:y|ies)|ably|able)",
        r"(?:ions?|ively|ives?|ments?|ness|ances?|ences?|antly|ently|ants?|ents?|ors?|ers?)",
        r"(?:ically|ical|ics?|ally|als?|ity|ities|ly|ings?|ed|ies|es|s|e|y)",
    )
)
_IRREGULAR: Final = {
    "reduct": "reduc", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise",
    "grew": "grow", "shrank": "shrink", "shrunk": "shrink", "died": "death", "die": "death",
    "dies": "death", "dead": "death", "dying": "death", "deaths": "death", "led": "lead",
    "worse": "worsen", "absorpt": "absorb", "resolut": "resolv", "prevent": "prevent",
    "lived": "live", "lives": "live", "life": "live", "growth": "grow", "growing": "grow",
    "loss": "loss", "losses": "loss", "lose": "loss", "loses": "loss", "lost": "loss",
    "losing": "loss", "responded": "respons", "respond": "respons", "responds": "respons",
    "responder": "respons", "responders": "respons", "mice": "mouse", "efficacious": "efficac",
    "cut": "cut", "cuts": "cut", "cutting": "cut", "differ": "differ", "differs": "differ",
    "safet": "safe", "safety": "safe", "metabolism": "metabol", "metaboliz": "metabol",
    "higher": "higher", "greater": "greater", "longer": "longer", "shorter": "shorter",
    "larger": "larger", "smaller": "smaller", "highest": "highest", "lowest": "lowest",
    "fewer": "fewer", "lower": "lower", "effects": "effect", "better": "better",
    "action": "act", "actions": "act", "acts": "act", "acted": "act", "acting": "act",
    "toxicity": "toxic", "patients": "patient", "clearance": "clear", "clearances": "clear",
}  # fmt: skip
_CLASSES: Final = {
    "down": "reduc lower decreas declin fall fewer less drop diminish cut attenu shorten halv fell "
    "shrink lessen smaller shorter curb trim downregul lowest loss",
    "up": "increas rais rise higher greater more elev prolong longer extend enhanc doubl "
    "tripl lengthen augment boost grow larger upregul rais gain highest accelerat",
    "good": "improv better benefit effect effectiv efficac superior favor help",
    "worse": "worsen deterior aggrav",
    "cross": "cross penetr pass enter permeat reach",
    "inhibit": "inhib inhibit block suppress abolish antagon inactiv",
    "prevent": "prevent protect avert avoid",
    "link": "associ link correl relat",
    "differ": "differ distinct",
    "toler": "toler safe",
    "respond": "respons remiss regress",
    "cause": "caus induc lead trigger provok result elicit",
    "death": "death mortal fatal",
    "bind": "bind bound affin",
    "activ": "activ stimul",
    "slow": "slow delay retard",
    "detect": "detect measur found",
    "recommend": "recommend advis indic",
    "excrete": "excret eliminat clear",
    "studi": "studi includ enrol enroll recruit",
}
_CLASS_OF: Final = {root: name for name, roots in _CLASSES.items() for root in roots.split()}


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks."""
    return frozenset(words.split())


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """What the words of a family have in common, good only for comparing."""
    word = one_spelling(word.casefold())
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in (*_ENDINGS, *_ENDINGS):
        cut = ending.sub("", word)
        if cut != word:
            word = _IRREGULAR.get(cut, cut)
        if word in _CLASS_OF:
            break
    return word


def is_classed(word: str) -> bool:
    """Whether the word belongs to a class, as those do that tell of a change or an effect."""
    return root(word) in _CLASS_OF


def class_of(word_root: str) -> str:
    """The class of words that this root belongs to, else the root itself."""
    return _CLASS_OF.get(word_root, word_root)
