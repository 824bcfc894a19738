"""Braces around what a BibTeX style that sets titles in lower case would spoil."""

import re
from typing import Final

# A command with its brace, an escaped sign, else a word with the sub- and superscripts in it.
_PART: Final = re.compile(
    r"\\[A-Za-z]+\{? | \\. | [{}]"
    r"| (?P<word>[^\W_](?:[^\W_] | ['’] | \\text(?:sub|super)script\{[^\s{}]*\})*)",
    re.VERBOSE,
)
_BEGINNING: Final = re.compile(r"(?:.*[:?!.])?(?:\\emph\{|\W)*", re.DOTALL)
_COMMAND: Final = re.compile(r"\\[a-z]+")
_SHORT: Final = 3  # letters: `of`, `and`, `the` are in lower case in every title
_SENTENCE_CASE: Final = 0.5


def protect_capitals(title: str) -> str:
    """`title`, in BibTeX, with braces around words whose capitals mean something.

    These are acronyms and mixed spellings (`NTRK`, `mRNA`, `pH`, `H2O`), and in a title that is in
    lower case elsewhere every capitalised word inside a sentence: a name. A title in capitals
    throughout has nothing to protect.

    >>> protect_capitals("Safety of pan-TRK inhibitors in Japanese patients: A study")
    'Safety of pan-{TRK} inhibitors in {Japanese} patients: A study'
    """
    if title.isupper():
        return title
    names_stand_out = _is_in_sentence_case(title)
    pieces, done = [], 0
    for part in _PART.finditer(title):
        word = part["word"]
        if word is None:
            continue
        begins = bool(_BEGINNING.fullmatch(title[: part.start()]))
        is_name = names_stand_out and word[:1].isupper() and not begins
        if is_name or _is_mixed(word, begins=begins):
            pieces += [title[done : part.start()], f"{{{word}}}"]
            done = part.end()
    return "".join((*pieces, title[done:]))


def _is_mixed(word: str, *, begins: bool) -> bool:
    """Whether there is a capital behind the first letter, or a lone one inside a sentence."""
    bare = _COMMAND.sub("", word)
    if any(sign.isupper() for sign in bare[1:]):
        return True
    return len(bare) == 1 and bare.isupper() and not begins


def _is_in_sentence_case(title: str) -> bool:
    words = [p["word"] for p in _PART.finditer(title) if p["word"]][1:]
    telling = [word for word in words if len(word) > _SHORT and word[0].isalpha()]
    small = sum(word[0].islower() for word in telling)
    return bool(telling) and small > _SENTENCE_CASE * len(telling)
