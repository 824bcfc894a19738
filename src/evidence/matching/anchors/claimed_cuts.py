"""The words behind a quote that a claim says as well, or that take back what it says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from evidence.matching.anchors.cut_words import DOUBTED, ENDS_WITH_PEOPLE
from evidence.matching.anchors.stated_cut import states_cut, tells
from evidence.matching.statements.sentence_words import Meaning, read_sentence
from evidence.matching.studies.roots import root

_DENIAL: Final = re.compile(
    r"\b(?:not?|nor|never|neither|none|nobody|without|cannot|fail(?:ed|s)?|lack\w*|absen(?:t|ce)|only"
    r"|but|except\w*|although|though|however|whether|unknown|uncertain|unclear|surrogate|no\slonger"
    r"|un(?:changed|altered|affected|touched|proven|proved|confirmed|studied|tested|able|likely)"
    r"|exclud\w+|limit\w+|yet\sto|await\w*|remains?\sto|too\s(?:short|small|few|early)|neither"
    r"|spared|gone|lost|disappear\w+|whereas|unless|until|no\s\w+)\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(
    r"[;:]\s|,\s(?!(?:\w+\s){0,2}\w+,)|\s(?=(?:but|whereas|although|though|while|since|yet(?!\sto)|and|as)\s)"
)
_LIMITING_PHRASE: Final = re.compile(
    r"(?P<phrase>(?:in|among|within|for|at|above|below|during|under|after|before|until|up\sto|from)"
    r"\s[^,;:()]{3,80}?)(?=[,;:()]|\s(?:in|at|for|with|by|of|on|after|before|during|from|despite"
    r"|than|to|and|or|which|that)\s|$)",
    re.IGNORECASE,
)
_ELLIPTIC: Final = re.compile(
    r"\b(?:did|do|does|was|were|had|has|have|could)\s(?:not|no(?:\s(?:such|similar))?(?:\s\w+)?)\W*$",
    re.IGNORECASE,
)
_DENIES: Final = re.compile(r"\b(?:not?|nor|never|neither|none|without|un\w+ed)\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.;]\s")
_DENYING: Final = re.compile(r"^(?:un|non)(?=\w{4})")
_TAKEN_BACK: Final = re.compile(
    r"(?:however|but|yet|nevertheless|nonetheless|still|even so|that said),?\s(?:\w+,?\s){0,6}?"
    r"(?:this|these|the|such|that|its)\s(?:\w+\s){0,2}?(?:effects?|differences?|associations?|benefits?"
    r"|advantages?|reductions?|increases?|improvements?|findings?|results?|gains?|responses?"
    r"|relations?|relationships?|declines?|rise|fall|drop|protection|superiority)\s(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
_GONE: Final = re.compile(
    r"(?:\w+\s){0,6}?(?:(?:was|were|is|are|did|does|do|had|has|could|can|should|may|might)\s"
    r"(?:\w+\s){0,2}?(?:not|no\slonger|never|lost|gone|absent|small|attenuated|confined|limited"
    r"|restricted|explained|due|owed?)\b|disappeared|vanished|waned|faded|cannot|lost\s|needs?\sto"
    r"|remains?\sto|awaits?)",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(r"\bat\sleast\s(?:in|at|for|when|with|within|among|under)\b", re.I)
_STUDIED: Final = re.compile(
    r"\b(?:(?:not|never|yet\sto|must|needs?\sto|whether|remains?\sto|awaits?|lack\w*)\s(?:\w+,?\s){0,6}?"
    r"(?:measure|test|examine|stud(?:y|i)|investigat|assess|evaluat|explor)\w*|un(?:tested|studied"
    r"|examined|explored))\b",
    re.IGNORECASE,
)
_ENOUGH: Final = 2  # words, or one name or number


def claimed_cut(behind: tuple[str, str], claim: str, quotes: Sequence[str]) -> str:
    """The denial, doubt or condition that follows a quote in its source, in the claim's words as
    well, where no quote has them; empty for none.

    It takes two of the words that tell, or a number, in one clause of the claim which denies or
    doubts as well; of a condition (`in urinary isolates`) all of its words.
    """
    quoted = {key for quote in quotes for key in _keys(quote)}
    rest, follows = behind
    if rest[:1].isalnum() and (phrase := _LIMITING_PHRASE.match(rest)):
        words = phrase["phrase"]
        asked = _keys(words) - quoted
        whole = _keys(words)
        is_said = _weight(asked) >= _ENOUGH and asked == whole and asked <= _keys(claim)
        if is_said and not ENDS_WITH_PEOPLE.search(words):
            return words
    for piece in (rest, follows):
        if _limits(piece):
            asked = _keys(piece) - quoted
            clauses = list(_limited_clauses(claim))
            if any(_weight(asked & _keys(each)) >= _ENOUGH for each in clauses):
                return piece.strip(" ,;:")
            if any(_is_denied_so(each, piece, quotes) for each in clauses):
                return piece.strip(" ,;:")
    return ""


def taken_back(behind: tuple[str, str], said: Iterable[str]) -> str:
    """The sentence behind a quote that takes back what it says (`However, this effect was not seen
    in …`), where none of these texts says so; empty for none.
    """
    follows = behind[1]
    found = _TAKEN_BACK.match(follows)
    if behind[0] or not found or not _GONE.match(found["what"]):
        return ""
    return "" if states_cut(found["what"], said) else follows


def _is_denied_so(clause: str, piece: str, quotes: Sequence[str]) -> bool:
    """Whether a clause that leaves out its verb (`but lower doses did not`) denies what these words
    deny, and no sentence that is quoted does.
    """
    asked = _keys(clause)
    if not _ELLIPTIC.search(clause) or not (_DENIES.search(piece) and asked & _keys(piece)):
        return False
    said = (each for quote in quotes for each in _SENTENCE_END.split(quote))
    return not any(_DENIES.search(each) and asked & _keys(each) for each in said)


def _limits(text: str) -> bool:
    return bool(_DENIAL.search(text) or DOUBTED.search(text) or _AT_LEAST.search(text))


def _limited_clauses(claim: str) -> Iterator[str]:
    at = 0
    for end in (*(found.start() for found in _CLAUSE_END.finditer(claim)), len(claim)):
        clause = claim[at:end]
        at = end
        if _limits(clause):
            yield clause


def _keys(text: str) -> set[str]:
    """What a text speaks of: its words by what their families have in common, its names, and its
    numbers of two digits.
    """
    keys = {"?studied"} if _STUDIED.search(text) else set()
    for word in read_sentence(text):
        match word.meaning:
            case Meaning.NUMBER if len(word.folded) > 1:
                keys.add(f"#{word.folded}")
            case Meaning.NAME:
                keys.add(f"#{word.folded}")
            case _ if tells(word):
                keys.add(root(_DENYING.sub("", word.folded)))
    return keys


def _weight(keys: Iterable[str]) -> int:
    return sum(_ENOUGH if each.startswith("#") else 1 for each in keys)
