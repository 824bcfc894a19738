"""The words by which texts name ages and sexes of people, species and healthy volunteers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from evidence.matching.studies.species import ORIGIN, SPECIES

# All that tells of the same: for each, one of them is enough to say that a text is about it.
_TOLD: Final = {
    "age:child": r"child|children|paediatrics?|pediatrics?|boys?|girls?|schoolchildren|juvenile|"
    r"pupils|minors",
    "age:child/infant": r"infants?|toddlers?|baby|babies|preschool\w*",
    "age:child/infant/neonate": r"neonates?|neonatal|newborns?|pre-?term",
    "age:child/adolescent": r"adolescents?|adolescence|teens?|teenagers?|young people|youths?",
    "age:adult": r"adults?|middle-aged|students|veterans|workers|pregnan\w+|"
    r"post-?menopaus\w+",
    "age:adult/elderly": r"elderly|old(?:er)? (?:adults?|people|persons|patients|men|women)|"
    r"geriatric|octogenarians|nursing homes?",
    "sex:man": r"men|males?|prostat\w+",
    "sex:woman": r"women|woman|females?|mothers?|maternal|menstrua\w+",
    "kind:volunteer": r"volunteers?|healthy|normal subjects",
    "kind:human": r"patients?|participants?|outpatients?|inpatients?|humans?|people|persons?",
} | {f"kind:{name}": words for name, words in SPECIES.items()}  # fmt: skip
_STRAINS: Final = {
    "kind:mouse": r"C57BL\S*|BALB/?c|NOD|SCID|nude mice|mdx|[Xx]enografts?",
    "kind:rat": r"Sprague[ -]Dawley|Wistar|Zucker|Fischer 344|Long[ -]Evans|SHR",
    "kind:rabbit": r"New Zealand White",
    "kind:monkey": r"[Cc]ynomolgus|[Rr]hesus|primates",
    "kind:pig": r"Yucatan|Göttingen|Goettingen",
    "kind:guinea pig": r"Dunkin[ -]Hartley",
}  # fmt: skip
_ALSO: Final = {
    "girl": ("sex:woman",), "girls": ("sex:woman",), "boy": ("sex:man",), "boys": ("sex:man",),
    "men": ("age:adult", "kind:human"), "women": ("age:adult", "kind:human"),
    "woman": ("age:adult", "kind:human"), "young people": ("age:adult",),
    "children": ("kind:human",), "adults": ("kind:human",), "infants": ("kind:human",),
}  # fmt: skip
# A sex that is told of a part of people, or by its name, tells of the other as well.
_PART: Final = r"%|percent|per cent|half|thirds?|quarters?|majority|most|mainly"
_BOTH_SEXES: Final = re.compile(
    rf"(?:{_PART}) (?:of (?:them|the \w+) )?(?:were |was )?(?:(?:wo)?men|(?:fe)?males?)\b|"
    r"\d (?:\([^)]{1,20}\) )?(?:were|was) (?:(?:wo)?men|(?:fe)?males?)\b|"
    r"\bsex(?:es)?\b(?! (?:hormone|steroid|worker))|\bgender\b|\bwomen and men\b|\bmen and women\b",
    re.IGNORECASE,
)
_SEX_WORDS: Final = frozenset({"men", "women", "male", "males", "female", "females", "sex",
                               "sexes", "gender"})  # fmt: skip
_AGES: Final = re.compile(
    r"\b(?:aged?|ages|older than|younger than)(?: (?:of|was|were|is|between|from|at least|over|"
    r"under|range|ranged))*(?: ?[≥>≤<])? ?(?P<first>\d{1,3})(?:\.\d+)?"
    r"(?:(?: ?[-–] ?| to | and )(?P<last>\d{1,3}))?"
    r"(?! ?(?:-|months?|mo\b|weeks?|wk|days?|hours?|h\b|min|%))|"
    r"\b(?P<old>\d{1,3})(?:(?: ?[-–] ?| to )(?P<older>\d{1,3}))?[ -]years?(?: of age|[ -]old|"
    r" (?:or|and) (?:older|over|more|above))",
    re.IGNORECASE,
)
_AGE_WORDS: Final = frozenset({"age", "aged", "ages", "older", "younger", "year", "years"})
_OPEN: Final = re.compile(
    r"(?:at least|over|older than|≥|>) ?\d+\b|"
    r"\d (?:years )?(?:of age )?(?:or|and) (?:older|over|more|above)"
)
_ADULT: Final = 18
_ADOLESCENT: Final = 12
_AT_SCHOOL: Final = 6
_WINDOW: Final = 40  # characters around a word in which its number or its part stands
_WORD: Final = re.compile(r"[A-Za-z][A-Za-zö\d]+|[Cc](?=\.)")  # the latter of C. elegans
_EITHER_CASE: Final = re.compile(r"\[[A-Z]([a-z])\]")
_SURE: Final = re.compile(r"(?:[A-Za-zö\d](?!\?))+")  # the letters before one that may be missing


def _pattern(words: dict[str, str], flags: re.RegexFlag) -> re.Pattern[str]:
    # The names of groups may hold neither blanks nor signs: they are counted instead.
    parts = (f"(?P<g{at}>{each})" for at, each in enumerate(words.values()))
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)", flags)


_NAMED: Final = _pattern(_TOLD, re.IGNORECASE)
_PATHS: Final = tuple(_TOLD)
_OF_STRAIN: Final = _pattern(_STRAINS, re.NOFLAG)
_PATHS_OF_STRAINS: Final = tuple(_STRAINS)
_FIRST: Final = frozenset(
    found[0].lower()
    for words in chain(_TOLD.values(), _STRAINS.values())
    for alternative in words.split("|")
    if (found := _SURE.match(_EITHER_CASE.sub(r"\1", alternative)))
)
_WHOLE: Final = _FIRST | _SEX_WORDS | _AGE_WORDS
_BEGINNINGS: Final = tuple(each for each in _FIRST if len(each) > 1)


def told_populations(text: str) -> Iterator[tuple[str, int, str]]:
    """Every population that the text names, where, and by what words: `age:child/infant`,
    `sex:woman`, `kind:rat`, `kind:volunteer`. What a reagent was made in does not count.

    Most words begin no such name, and are passed over at once.
    """
    for word in _WORD.finditer(text):
        if not _may_begin(word[0]):
            continue
        at, end, small = word.start(), word.end(), word[0].lower()
        yield from _named(text, at)
        if small in _SEX_WORDS and (
            found := _BOTH_SEXES.search(text, max(at - _WINDOW, 0), end + 9)
        ):
            yield from ((path, at, found[0]) for path in ("sex:man", "sex:woman"))
        if small in _AGE_WORDS and (found := _AGES.search(text, max(at - 12, 0), end + _WINDOW)):
            yield from ((path, at, found[0]) for path in _ages(found))


def _is_origin(text: str, at: int) -> bool:
    """Whether the word only says where a reagent or a disease comes from (`anti-mouse`)."""
    return text[max(at - 5, 0) : at].lower() == "anti-" or bool(ORIGIN.match(text, at))


@lru_cache(maxsize=20_000)
def _may_begin(word: str) -> bool:
    small = word.lower()
    return small in _WHOLE or small.startswith(_BEGINNINGS)


def _named(text: str, at: int) -> Iterator[tuple[str, int, str]]:
    for pattern, paths in ((_NAMED, _PATHS), (_OF_STRAIN, _PATHS_OF_STRAINS)):
        if (found := pattern.match(text, at)) and not _is_origin(text, at):
            path = paths[int(str(found.lastgroup)[1:])]
            for each in (path, *_ALSO.get(found[0].lower(), ())):
                yield each, at, found[0]


def _ages(found: re.Match[str]) -> Iterator[str]:
    """The ages of one number of years, or of the two ends of a range."""
    ends = [int(each) for each in found.group("first", "last", "old", "older") if each]
    below = found[0].lower().startswith("younger")
    for years in ends:
        if years - below >= _ADULT:
            yield "age:adult"
        elif years >= _ADOLESCENT:
            yield "age:child/adolescent"
        else:
            yield "age:child/schoolchild" if years >= _AT_SCHOOL else "age:child"
    if len(ends) == 1 and _OPEN.search(found.string, max(found.start() - 12, 0), found.end() + 24):
        yield "age:adult"
