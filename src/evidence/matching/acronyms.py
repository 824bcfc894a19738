"""Whether one name of a venue is made of the initials of another: `PNAS`, `NeurIPS`."""

import re
from functools import lru_cache

from evidence.matching.text import plain, words

_SMALL_WORDS = frozenset(words("the of and for on in a an to at de la le der die das und et"))
_YEAR = re.compile(r"\W*['’]?(?:\d{4}|\d{2})\b")
_ACRONYM = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*\Z|[A-Z&]{2,}\Z|[a-z]{3,5}\Z")
_PUBLISHERS = frozenset({"ieee", "acm", "cvf", "aaai", "usenix", "siam", "spie"})
_SKIPPED = (
    _SMALL_WORDS
    | _PUBLISHERS
    | set(
        words(
            "proceedings proc international conference annual advances symposium workshop meeting"
        )
    )
)
_LONGEST = 10
_SKIPPING = 6


def is_acronym_in(short: str, doi_name: str) -> bool:
    """Whether a meeting's acronym stands in the DOI: `WMT` in `10.18653/v1/2025.wmt-1.4`."""
    line = _YEAR.sub("", plain(short))
    found = [word for word in words(line) if len(word) >= 3]
    suffix = re.split(r"[^a-z]+", doi_name.lower())
    return len(line.split()) == 1 and line.isupper() and any(word in suffix for word in found)


@lru_cache(maxsize=8192)
def is_acronym_of(short: str, long: str) -> bool:
    """Whether `short` is one word made of the beginnings of the words of `long`, in order."""
    line = _YEAR.sub("", plain(short)).strip(" .'’")
    kept = [word for word in line.split() if word.lower() not in _PUBLISHERS]
    if len(kept) != 1 or len(kept[0]) > _LONGEST or not _ACRONYM.match(kept[0].replace("-", "")):
        return False
    acronym = "".join(words(kept[0]))
    all_words = [word for word in words(long) if not word.isdecimal()]
    if len(all_words) < 2 or len(acronym) < 2:
        return False
    if all_words[0] == acronym:
        all_words = all_words[1:]  # `JNCI Journal of the National Cancer Institute`
    telling = [word for word in all_words if word not in _SMALL_WORDS]
    if len(acronym) >= _SKIPPING and _is_within(acronym, "".join(word[0] for word in telling)):
        return True
    return any(
        _spells(acronym, tuple(chosen[start:]), longest=4 if len(acronym) > 4 else 1)
        for chosen in (telling, all_words)
        for start in range(len(chosen))
        if _SKIPPED.issuperset(chosen[:start])
    )


def _is_within(acronym: str, initials: str) -> bool:
    """`NAACL-HLT`, which skips a word: the letters in order among the initials, most of them."""
    rest = iter(initials)
    return all(letter in rest for letter in acronym) and len(acronym) * 2 >= len(initials)


def _spells(acronym: str, chosen: tuple[str, ...], *, longest: int) -> bool:
    """Whether beginnings of all the words, one after another, make the acronym."""
    if not chosen or not acronym:
        return not acronym and not chosen
    first, rest = chosen[0], chosen[1:]
    return any(
        first.startswith(acronym[:size]) and _spells(acronym[size:], rest, longest=longest)
        for size in range(1, min(longest, len(first), len(acronym)) + 1)
    )
