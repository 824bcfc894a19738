"""How many denials a text has, however they are worded: `except` as well as `not`."""

import re
from functools import lru_cache
from typing import Final

_DENIALS: Final = re.compile(
    r"\b(?:no|not(?! only\b)|never|neither|none|nobody|nothing|without|cannot|except(?:ed|ing)?|"
    r"exclud(?:es?|ed|ing)|unless|lack(?:s|ed|ing)?|absen(?:t|ce)|fail(?:s|ed|ing|ure to)?|"
    r"lost|unable|only|insufficient|unlikely|hardly|"
    r"too (?:small|slight|few|little|short|weak|low)|"
    r"un(?:affected|changed|altered|known|clear|certain|tested|studied|explored|treated|proven)|"
    r"non[- ]?(?:significant|inferior\w*|smok\w+|drink\w+))\b|n't\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def denial_count(text: str) -> int:
    """The denials of a text; `neither … nor` is one."""
    return sum(1 for _ in _DENIALS.finditer(text))
