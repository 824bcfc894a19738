"""The names of a body that an item of a reference list gives, in full and by its initials.

>>> sorted(other_names("World Health Organization", "World Health Organization (WHO). 2019."))
['WHO', 'World Health Organization']
"""

import re
from typing import Final

_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z]{0,8}[A-Z]")
_IN_FULL_FIRST: Final = re.compile(rf"\s*([^()\[\]\d]{{3,120}}?)\s?[(\[]({_ACRONYM.pattern})[)\]]")
_ACRONYM_FIRST: Final = re.compile(rf"\s*({_ACRONYM.pattern})\s?[(\[]([^()\[\]\d]{{6,120}})[)\]]")
_WHOLE: Final = re.compile(r"[^,.;:()\[\]&\d]+")
_CAPITALS: Final = re.compile(r"\b[A-Z]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTING: Final = re.compile(r"[^\w\s'’‐‑-]")
_SMALL_WORDS: Final = frozenset(("the", "of", "for", "on", "and", "in", "to", "de", "des", "für"))
_FEWEST_INITIALS: Final = 3


def other_names(family: str, head: str) -> set[str]:
    """What the first author of an item is called as well, if it is a body.

    `head` is the beginning of the item. A name and an acronym that stand together there are one
    body's; else a name in full has its initials, and an acronym the first words of which it is
    made.
    """
    if found := _IN_FULL_FIRST.match(head) or _ACRONYM_FIRST.match(head):
        return {found[1].strip(), found[2].strip()}
    if _ACRONYM.fullmatch(family) and family.isupper() and len(family) >= _FEWEST_INITIALS:
        return _spelt_out(family, head)
    whole = _WHOLE.match(head)
    names = {family, whole[0].strip()} if whole else {family}
    initials = {"".join(_CAPITALS.findall(name)) for name in names}
    return names | {each for each in initials if len(each) >= _FEWEST_INITIALS}


def _spelt_out(acronym: str, head: str) -> set[str]:
    """The words in a row whose initials are the acronym, as `European Environment Agency`."""
    telling = [each for each in _WORD.finditer(head) if each[0].lower() not in _SMALL_WORDS]
    initials = "".join(each[0][0] for each in telling)
    at = initials.find(acronym)
    while at >= 0:
        name = head[telling[at].start() : telling[at + len(acronym) - 1].end()]
        if not _PARTING.search(name):
            return {name}
        at = initials.find(acronym, at + 1)
    return set()
