"""What a raised number, or one that has lost its rise, is when it is no citation."""

import re
from typing import Final

from evidence.sources.documents.number_lists import NumberList
from evidence.sources.documents.statements.marker_guards import Surroundings

_UNIT: Final = re.compile(r"(?:\A|[^A-Za-zµμÅ])(?:[kcdmnpµμ]?m|Å|sec|yr)\Z|/(?:s|h|min)\Z")
_UNIT_AFTER_NUMBER: Final = re.compile(r"\d\s?(?:in|ft|yd|mi|inch|feet|ha|a)\Z")
_NUMBER: Final = re.compile(r"(?:\A|[^\w.,-])(\d+(?:[.,]\d+)*)\Z")
_SYMBOL: Final = re.compile(r"(?:\A|[^\w/-])[A-Za-zα-ωΑ-Ω]\Z")
_NAMED_BY_LETTER: Final = re.compile(
    r"\b(?i:vitamins?|hepatitis|influenza|type|groups?|class|factor|protein|grade|arms?|cohorts?|strain"
    r"|kinase|stage|virus|panel|table|figure|part)\s[A-Z]\Z"
)
_COUNTED: Final = re.compile(
    r"\b(?:phases?|types?|grades?|stages?|days?|weeks?|months?|years?|groups?|cohorts?|arms?|levels?|class"
    r"|cycles?|table|figure|part)\s\d+\Z",
    re.IGNORECASE,
)
_ION: Final = re.compile(r"(?:\A|[^\w])(?:[A-Z][a-z]?\d{0,2}){1,4}\Z")
_SIGNS: Final = frozenset("+−⁺⁻⁼±")
_MINUS: Final = frozenset("-–")
_ENDS: Final = frozenset(".!?")
_POWERS: Final = frozenset({2, 3})
_BASES: Final = frozenset({"10", "2"})

_ABBREVIATION: Final = re.compile(
    r"(?:\A|[^\w.])(?:figs?|tabs?|nos?|vols?|vs|pp?|eqs?|refs?|sect?|chap|ch|approx|ca|cf|ver|v|art"
    r"|suppl|nr|abb|st|dr|no|[A-Za-z])\.\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:://|www\.|10\.\d{4})\S*\Z|@\S*\Z")
_TOKEN: Final = re.compile(r"[^\W_]+\Z")
_CAPITAL_AFTER: Final = re.compile(r"\s+[“\"(\[]?[A-Z]|\s*\Z")
_DIGITS_OF_YEAR: Final = 4
_LONG_WORD: Final = 7  # `Metformin3` cites, `Smad3` and `Notch1` are names
_STEMS: Final = frozenset({
    "caspase", "claudin", "connexin", "aquaporin", "interleukin", "integrin", "cyclin", "notch",
    "galectin", "kinase", "exon", "intron", "type", "grade", "stage", "phase", "day", "week",
    "month", "year", "group", "arm", "cohort", "level", "step", "cycle", "class", "table",
    "figure", "fig", "box", "appendix", "equation", "section", "chapter", "version", "model",
    "site", "case", "patient", "sample", "line", "position", "residue", "serine", "threonine",
    "tyrosine", "cysteine", "lysine", "arginine", "histidine", "aspartate", "glutamate",
    "chromosome", "lane", "layer", "panel", "compound", "ligand", "frizzled", "toll", "smad",
    "syndecan", "glypican", "annexin", "desmoglein", "collagen", "laminin", "kinesin", "myosin",
    "plexin", "semaphorin", "ephrin", "angiopoietin", "histone", "subunit", "isoform", "domain",
    "helix", "loop", "motif", "factor", "fraction", "lead", "channel", "score", "vitamin",
    "visit", "test", "item", "question", "part", "plate", "well", "replicate", "batch", "trial",
    "study", "note", "page", "volume", "issue", "rule", "scheme", "complement", "dectin",
    "siglec", "nectin", "cadherin", "neuropilin", "activin", "survivin", "nanog", "frag",
})  # fmt: skip


def is_raised_citation(numbers: NumberList, around: Surroundings) -> bool:
    """Whether a raised list of numbers cites, and is no exponent, charge or mass number."""
    before, after = around.before, around.after
    if not before.strip() or after[:1] in _SIGNS or before[-1] in _SIGNS:
        return False
    if after[:1].isalnum() and not (before[-1] in _ENDS and after[:1].isupper()):
        return False
    if len(numbers.numbers) > 1:
        return True
    if number := _NUMBER.search(before):
        return number[1] not in _BASES or _COUNTED.search(before) is not None
    if numbers.largest in _POWERS:
        if _UNIT_AFTER_NUMBER.search(before) or _UNIT.search(before):
            return False
        return not _SYMBOL.search(before) or _NAMED_BY_LETTER.search(before) is not None
    return not (after[:1] in _MINUS and _ION.search(before))


def is_flattened_after_stop(stop: str, around: Surroundings, *, is_list: bool) -> bool:
    """Whether the numbers behind a stop or comma were raised: `barrier.3,6 In mice`."""
    before = around.before.rstrip('”’"') + stop
    if _ABBREVIATION.search(before) or _ADDRESS.search(before):
        return False
    if stop == ":" and not is_list:
        return False
    if not around.before[-1:].isdigit():
        return True
    # `KM12.3 In mice`, `in 2017.3 In mice`: else a decimal
    token = _TOKEN.search(around.before)
    is_word = token is not None and (token[0][:2].isalpha() or len(token[0]) == _DIGITS_OF_YEAR)
    return stop == "." and is_word and _CAPITAL_AFTER.match(around.after) is not None


def is_flattened_after_word(around: Surroundings) -> bool:
    """Whether the numbers that touch a word were raised: `barrier3,6 and`, but not `caspase3`."""
    token = _TOKEN.search(around.before)
    if token is None:
        return True
    word = token[0]
    if word.casefold() in _STEMS or word.casefold().removesuffix("s") in _STEMS:
        return False
    is_word = word.islower() or (word[1:].islower() and len(word) >= _LONG_WORD)
    return is_word and not _ADDRESS.search(around.before)
