"""Words by which a sentence states a finding or an inference, and those by which it does neither.

Both lists are kept short on purpose: what they miss a person can still add, and what they take in
wrongly a person would have to throw out again.
"""

import re
from typing import Final

_NUMBER: Final = r"\d[\d.,]{0,15}"

# Finite forms only: `inhibition of kinases` names a topic, `inhibited kinases` states a result.
_RESULT_VERBS: Final = (
    r"abolish|accelerat|achiev|activat|alleviat|ameliorat|attenuat|augment|block|caus|correlat|"
    r"decreas|delay|differ|diminish|disrupt|doubl|eliminat|elevat|enhanc|eradicat|exacerbat|"
    r"halv|improv|increas|induc|inhibit|lower|mediat|penetrat|potentiat|prevent|prolong|promot|"
    r"protect|reduc|regress|restor|revers|shorten|shrank|slow|stimulat|suppress|tripl|worsen"
)
_VERB: Final = re.compile(
    rf"\b(?:(?:{_RESULT_VERBS})(?:t?ed|e?s)(?!\s+of\b)|shrank|rose|fell|cross(?:es|ed)|led\s+to|"
    r"results?\s+in|resulted\s+in|leads?\s+to|binds?\s+to|bound\s+to|"
    r"(?:can|could|did|does|do|cannot)\s+(?:not\s+)?(?:\w+ly\s+)?"
    rf"(?:cross|penetrate|(?:{_RESULT_VERBS})(?:e|t)?))\b",
    re.IGNORECASE,
)
_RELATION: Final = re.compile(
    r"\b(?:(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:associated\s+with|correlated\s+with|"
    r"linked\s+to|superior\s+to|inferior\s+to|non-?inferior\s+to|effective|ineffective|"
    r"active\s+against|(?:well|poorly)\s+tolerated|resistant\s+to|sensitive\s+to)|"
    r"(?:more|less|fewer|higher|lower|longer|shorter|greater|smaller)\b[^.;]{0,80}?\bthan|"
    r"(?:no|significant|statistically\s+significant)\s+(?:difference|improvement|reduction|"
    r"increase|decrease|benefit|effect)s?|"
    r"(?:complete|partial|objective)\s+(?:\w+\s+)?(?:regressions?|responses?|remissions?)|"
    r"(?:has|have|had|show(?:s|ed)?)\s+(?:\w+\s+)?activity\s+(?:against|in))\b",
    re.IGNORECASE,
)
# A number by itself may be a dose or a time: `5% glucose for 12 weeks`.
_MEASURE: Final = re.compile(
    r"(?:\b(?:by|to|in|was|were|is|are|of|from|than|only|about|approximately|nearly|around|up\s+to)"
    rf"\s|\(){_NUMBER}\s?(?:%|per\s?cent\b)|"
    rf"{_NUMBER}\s?(?:%|per\s?cent)\s(?:of|vs|versus|and|higher|lower|more|less|fewer)\b|"
    rf"{_NUMBER}\s?[-‐-―]?fold\b|\bp\s?[<=>≤]\s?0?[.,]\d|\b\d\d\s?%\s(?:CI\b|confidence)|"
    r"\b(?:[Mm]edian|[Mm]ean|HR|OR|RR|IC50|EC50|Ki|Kd|half-life|bioavailability|survival|mortality|"
    rf"prevalence|incidence|(?:hazard|odds|risk)\sratio)\b[^.;]{{0,60}}?\b{_NUMBER}",
)

_INFERENCE: Final = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:\w+\s+)?(?:thought|believed|assumed|expected|presumed|"
    r"hypothesi[sz]ed|likely|unlikely)\s+(?:to|that)|"
    r"it\s+(?:is|seems|appears)\s+(?:\w+\s+)?(?:thought|believed|assumed|expected|likely|unlikely|"
    r"plausible|conceivable|possible)\s+that|"
    r"suggest(?:s|ed|ing)?\s+(?:that|a|an|the)|impl(?:y|ies)\s+that|indicat(?:e|es|ing)\s+that|"
    r"(?:this|these|the)\s+(?:\w+\s+)?(?:findings?|results?|data|observations?)?\s*"
    r"(?:suggests?|impl(?:y|ies)|indicates?)|"
    r"(?:may|might|could)\s+(?:\w+ly\s+|also\s+|therefore\s+|not\s+|thus\s+)*(?!be\s+(?:found|seen|"
    r"obtained|reported|contacted|ordered|requested)\b)[a-z]{2,}|"
    r"(?:appears?|seems?)\s+to|on\s+this\s+basis|presumably)\b",
    re.IGNORECASE,
)

_OF_THE_WORK_ITSELF: Final = re.compile(
    r"\b(?:we|i)\s+(?:\w+ly\s+)?(?:measured|assessed|used|performed|conducted|enrolled|recruited|"
    r"collected|analy[sz]ed|calculated|searched|included|excluded|defined|thank|acknowledge|"
    r"randomi[sz]ed|evaluated|investigated|compared|estimated|obtained|carried|tested|studied|"
    r"aim(?:ed)?|propose|describe|review(?:ed)?|discuss|summari[sz]e|present)\b|"
    r"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:measured|assessed|calculated|performed|conducted|"
    r"collected|analy[sz]ed|recorded|obtained\s+from|purchased|defined\s+as|randomi[sz]ed|"
    r"enrolled|recruited|assigned|allocated|divided|incubated|cultured|stained|dissolved|"
    r"anaestheti[sz]ed|followed|monitored|considered|carried\s+out|determined\s+(?:by|using|with)|"
    r"evaluated\s+(?:by|using|with))\b|"
    r"\b(?:is|are)\s+(?:a|an)\s+(?:term|acronym|abbreviation)\b|"
    r"\b(?:should|must|ought\s+to|needs?\s+to|(?:is|are)\s+(?:not\s+)?recommended)\b|"
    r"\bthis\s+(?:document|page|article|paper|review|section|chapter|study\s+was|report|website|"
    r"site|work\s+was|leaflet|guideline|letter|response)\b|"
    r"\b(?:conflicts?\s+of\s+interest|competing\s+interests?|disclosures?|funded\s+by|funding|"
    r"supported\s+by\s+(?:a\s+)?(?:the\s+)?grants?|acknowledge?ments?|informed\s+consent|"
    r"ethics\s+committee|copyright|all\s+rights\s+reserved|corresponding\s+author|last\s+updated?|"
    r"privacy|cookies?|previous\s+page|next\s+page|terms\s+of\s+use|click\s+here|download)\b",
    re.IGNORECASE,
)
_INSTRUCTION: Final = re.compile(
    r"(?:please|you|your|see|refer|consult|contact|note\s+that|click|use|do\s+not|take|store|keep|ensure|"
    r"consider|monitor|administer|avoid|discontinue|report|visit|read|check|inform|tell|ask|start|"
    r"stop|give|withhold|hypothesis|objectives?|aims?|methods?|abbreviations?|keywords?|"
    r"(?:the|our|its|an?)\s+(?:\w+\s+)?(?:aim|objective|purpose|hypothesis|goal)|"
    r"(?:further|more|additional|future)\s+(?:\w+\s+)?(?:studies|research|trials|work|data)|"
    r"(?:fig(?:ure|\.)?|table|box|scheme|chart|supplementary)\s*[A-Z]?\d*[:.]?)\b",
    re.IGNORECASE,
)
_POINTER: Final = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:\w+\s+)?(?:shown|listed|given|summari[sz]ed|presented|provided|"
    r"displayed|depicted|illustrated|outlined|tabulated|detailed|described|found|reported|"
    r"compiled|collected)|can\s+be\s+(?:found|seen))\s+"
    r"(?:\w+\s+){0,2}?(?:in|by|below|above)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!…:;][\"'”’)\]]*$")
_FEWEST_WORDS: Final = 4
_LONGEST: Final = 2_000  # characters; what is longer is no sentence


def states_inference(text: str) -> bool:
    """Whether a sentence draws a conclusion or hedges: `is thought to`, `may`, `suggests`."""
    return _is_assertion(text) and bool(_INFERENCE.search(text))


def states_finding(text: str) -> bool:
    """Whether a sentence states a result: a verb of effect, a relation, or a measured number."""
    return _is_assertion(text) and states_result(text)


def states_result(text: str) -> bool:
    """Whether words of a result stand in the text, whatever kind of sentence it is."""
    return any(pattern.search(text) for pattern in (_VERB, _RELATION, _MEASURE))


def _is_assertion(text: str) -> bool:
    """Whether the text is a sentence that says something of the world.

    Questions, instructions, methods, definitions, pointers to figures, headings and what a document
    says of itself are none.
    """
    text = text.strip()
    if len(text) > _LONGEST or len(text.split()) < _FEWEST_WORDS:
        return False
    if not _SENTENCE_END.search(text):
        return False
    return not (
        _INSTRUCTION.match(text) or _OF_THE_WORK_ITSELF.search(text) or _POINTER.search(text)
    )
