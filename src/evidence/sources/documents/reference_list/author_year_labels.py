"""Labels for the items of a list without numbers: the first author's family name and the year.

>>> label_of("Drilon A, Siena S, Ou SI, et al. Safety and activity. Cancer Discov 2017;7:400-409.")
'drilon2017'
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, product
from string import ascii_lowercase
from typing import Final

from evidence.model.name_words import GROUP_WORDS
from evidence.model.years import YEAR

_BEYOND_DECOMPOSITION: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S+", re.IGNORECASE)
_YEAR: Final = rf"{YEAR}[a-z]?(?![\w./])"
# The most telling first: `(2017a)`, `(2017, May)`; `2017;7` or `2017 Apr;7`; at the end of a part.
_YEARS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\(\s?({_YEAR})(?:\s?[,)]|\s?\w+\.?\))",
        rf"(?<![\w-])({_YEAR})(?:\s[A-Z][a-z]{{2,8}}\.?(?:[-–/][A-Z][a-z]{{2,8}})?(?:\s\d{{1,2}})?)?\s?[;:]",
        rf"(?<![\w-])({_YEAR})\s?(?:\.|$)",
        rf"(?<![\w-])({_YEAR})",
    )
)
_YEAR_WITH_STOP: Final = re.compile(rf"({YEAR}[a-z]?)\.(?=\s|$)")

_INITIALS: Final = r"(?:[^\W\d_a-z]\.?[-\s]?){1,4}"
_GIVEN_FIRST: Final = re.compile(
    r"(?:[^\W\d_]\.[-\s]?){1,4}\s?([^,.;:()&\d]+?)(?=\s?[,.;:(&]|\sand\b|\set\sal|$)"
)
_FAMILY_COMMA: Final = re.compile(rf"([^,.;:()&\d]+?)\s?,\s?{_INITIALS}(?:[,.&;(\s]|$)")
_FAMILY_INITIALS: Final = re.compile(
    r"([^,.;:()&\d]+?)\s[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z]{1,2})?(?:\s(?:Jr|Sr|II|III|2nd|3rd)\b)?"
    r"(?=\s?[,.;:(&]|\sand\b|\set\sal|$)"
)
_NAMES: Final = re.compile(r"[^,.;:()&\d]+")
_AND: Final = re.compile(r"\s(?:and|und|et|y)\s")
_PARTICLE: Final = re.compile(
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu)\s)+"
)
_BODY_WORDS: Final = GROUP_WORDS | {"of", "for", "on", "centers", "centre", "nations", "bank"}
_HEAD: Final = 200


def label_of(text: str) -> str:
    """`familyYEAR` of an item as printed, in ASCII and lower case, with the letter of `2017a`.

    Empty when the item begins with no name and holds no year.
    """
    return author_year_label(first_family(text), year(text))


def author_year_label(family: str, year: str) -> str:
    """The label of the work that this author published in this year."""
    return folded_family(family) + year.lower()


def folded_family(family: str) -> str:
    """The letters of a family name in ASCII and lower case; those of another script as they are."""
    decomposed = unicodedata.normalize("NFKD", family.lower().translate(_BEYOND_DECOMPOSITION))
    letters = "".join(each for each in decomposed if each.isalpha())
    return "".join(each for each in letters if each.isascii()) or letters


def year(text: str) -> str:
    """The year of publication of an item as printed, with its letter; empty when there is none."""
    bare = _YEAR_WITH_STOP.sub(r"\1 .", _ADDRESS.sub(" ", text))
    return next((found[1] for each in _YEARS if (found := each.search(bare))), "")


def first_family(text: str) -> str:
    """The family name of the first author of an item as printed, or the name of a body."""
    head = text[:_HEAD].lstrip(" \"“'‘")
    for pattern in (_FAMILY_COMMA, _GIVEN_FIRST, _FAMILY_INITIALS):
        if found := pattern.match(head):
            return found[1].strip()
    found = _NAMES.match(head)
    name = _AND.split(found[0], maxsplit=1)[0].strip() if found else ""
    return _of_full_name(name) if found and head[found.end() :].startswith(",") else name


def unique_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels in their order; of those that are alike each gets a letter that is free."""
    many = {label: _letters() for label, times in Counter(labels).items() if times > 1}
    taken = set(labels) - many.keys()
    unique = []
    for label in labels:
        free = label
        if label in many:
            free = next(each for end in many[label] if (each := label + end) not in taken)
            taken.add(free)
        unique.append(free)
    return tuple(unique)


def _letters() -> Iterator[str]:
    """`a` to `z`, then `aa` and so on."""
    return ("".join(each) for size in count(1) for each in product(ascii_lowercase, repeat=size))


def _of_full_name(name: str) -> str:
    """The family name in `Drilon`, `van der Berg` (given names behind it) or `Alexander Drilon`; of
    a body its whole name.
    """
    words = name.split()
    if len(words) < 2 or _PARTICLE.match(name) or not _BODY_WORDS.isdisjoint(name.lower().split()):
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1][0].islower():
        at -= 1
    return " ".join(words[at:])
