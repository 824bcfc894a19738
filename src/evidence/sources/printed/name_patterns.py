"""How printed lists write one name: the patterns of family names, initials and given names."""

import re
from typing import Final

from evidence.model.name_words import GENERATIONS, PARTICLES
from evidence.model.years import YEAR

# A capital; beyond Latin-1, where ranges cannot tell the case, any letter.
CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
LETTER: Final = r"[^\W\d_]"
HYPHEN: Final = "[-‐‑]"
APOSTROPHE: Final = "['’ʼ`]"

PARTICLE: Final = "(?:" + "|".join(sorted(PARTICLES, key=len, reverse=True)) + "|St\\.|'t)"
_GLUED: Final = rf"(?:[dlmnotDLMNOT]{APOSTROPHE}|(?:[aAeE][lnrsz]|[aA][sd]h){HYPHEN}|D[ei]|Mc|Mac)?"
WORD: Final = (
    rf"(?:{_GLUED}{CAPITAL}|[DLMNOT]{APOSTROPHE}){LETTER}+(?:(?:{APOSTROPHE}|{HYPHEN}){LETTER}+)*"
)
FAMILY: Final = rf"(?:{PARTICLE}\s)*{WORD}(?:{HYPHEN}?\s(?:{PARTICLE}\s){{0,3}}{WORD}){{0,3}}?"

# One letter, or two that spell one sound: `Ch.`, `Yu.`
_INITIAL: Final = rf"(?:Ch|Th|Ph|Sh|Zh|Kh|Yu|Ya|Ye|Ju|Cz|Sz|Ts|Gy|Ny|Cs|Zs|Rh|Wm|Chr|{CAPITAL})"
# `Y`, `SI`, `J-P`
RUN: Final = rf"{CAPITAL}(?:{HYPHEN}?{CAPITAL}){{0,5}}(?![\w.]\w|\w|{HYPHEN}\w)"
_TIGHT: Final = rf"{_INITIAL}\.(?:{HYPHEN}?{_INITIAL}\.){{1,4}}(?!{CAPITAL})"
# The first letter of a journal behind the last name: `J. Med. Chem.`, `N. Engl. J. Med.`
_JOURNAL: Final = rf"(?:[JQZ]\.\s{CAPITAL}[a-z]+\.|[NS]\.\s(?:Engl|Afr)\.)"
# `A. B.`, but not the first two letters of `U.S.`
SPACED: Final = rf"{_INITIAL}\.(?:\s?{HYPHEN}?(?!{_JOURNAL}){_INITIAL}\.(?!{CAPITAL})){{0,4}}"
STOPPED: Final = rf"(?:{_TIGHT}|{SPACED})"
STOPPED_BEFORE_FAMILY: Final = rf"{_INITIAL}\.(?:\s?{HYPHEN}?{_INITIAL}\.){{0,4}}"
SUFFIX: Final = "(?:" + "|".join(sorted(GENERATIONS - {"v"}, key=len, reverse=True)) + r")\b\.?"
GIVEN: Final = rf"(?:{WORD}|{_INITIAL}\.)(?:\s{WORD}|\s?{_INITIAL}\.|\s{CAPITAL}(?!\w)){{0,3}}"

# What may follow a name, and is no part of it.
AFTER: Final = rf"(?=\s*(?:[,;.:(\[]|$)|\s(?:and|&|und|et)\s|\s[\"“”'‘«„]|\s{YEAR})"

_SUFFIX_PART: Final = rf"(?:,?\s(?P<suffix>(?i:{SUFFIX})))?"
# `Chen Y`, `van den Oord A.B.`
FAMILY_FIRST: Final = re.compile(rf"(?P<family>{FAMILY})\s(?P<given>{STOPPED}|{RUN}){_SUFFIX_PART}")
# `Y. Chen`, `Y Chen`
INITIALS_FIRST: Final = re.compile(
    rf"(?P<given>{STOPPED_BEFORE_FAMILY}|{RUN})\s?(?P<family>{FAMILY}){_SUFFIX_PART}{AFTER}"
)
# `Chen, Y.`
FAMILY_COMMA: Final = re.compile(
    rf"(?P<family>{FAMILY}),\s(?P<given>{STOPPED}|{RUN}){_SUFFIX_PART}"
)
# `Chen, Yan`
FAMILY_COMMA_GIVEN: Final = re.compile(
    rf"(?P<family>{FAMILY}),\s(?P<given>{GIVEN}){_SUFFIX_PART}{AFTER}"
)
# `Yan B. Chen`
GIVEN_FIRST: Final = re.compile(
    rf"(?P<given>{WORD}(?:\s{WORD}){{0,1}}?(?:\s{CAPITAL}\.?(?!\w)){{0,2}})\s(?P<family>{FAMILY})"
    rf"{_SUFFIX_PART}{AFTER}"
)
