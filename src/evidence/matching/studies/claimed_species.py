"""Whether a claim speaks of another species, or of people instead of animals, than a quote does."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from evidence.matching.statements.meaning_words import STOP_WORDS
from evidence.matching.studies.roots import root
from evidence.matching.studies.species import SPECIES, animals_in, human_tissue_in, people_in

_HEDGED: Final = re.compile(
    r"\b(?:may|might|could|potential\w*|possibl\w+|suggest\w*)\b", re.IGNORECASE
)
_NEXT: Final = re.compile(
    r"[;:]|,\s(?=(?:which|suggest\w*|indicat\w+|possibly|perhaps|but|although|though|whereas|while|"
    r"and|so|yet|as|since|because|provided|save|except|unless|against)\b)|"
    r"\s(?:and|but)\s(?=(?:it\s)?(?:may|might|could|possibly|perhaps|potentially|seem\w*|appear\w*)\b)"
)

# Whose a tissue or a protein is: `rat macrophages`, `human noradrenaline transporter`.
_OWNED: Final = re.compile(
    rf"\b(?P<whose>human|{'|'.join(SPECIES.values())})(?P<what>(?:[ -][A-Za-z][\w-]+){{1,3}})",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(r"mice|\w{3,}s", re.IGNORECASE)


def differing_species(claim: str, text: str) -> tuple[str, str] | None:
    """The claim's word and the text's, where they name only different species; people count, and
    so do their tissues. What a claim says of people with a hedge is an inference from animals.
    """
    if of_another := _tissue_of_another(claim, text):
        return of_another
    ours, theirs = animals_in(claim), animals_in(text)
    if ours and theirs:
        is_other = not ours.keys() & theirs.keys()
        return (next(iter(ours.values())), next(iter(theirs.values()))) if is_other else None
    our_people, their_people = people_in(claim), people_in(text)
    our_human = our_people or human_tissue_in(claim)
    their_human = their_people or human_tissue_in(text)
    if ours and their_human and not our_human:
        return next(iter(ours.values())), their_human
    if theirs and our_human and not their_human and not is_inferred(claim):
        return our_human, next(iter(theirs.values()))
    return None


def _tissue_of_another(claim: str, text: str) -> tuple[str, str] | None:
    """Whose the claim says that a tissue or a protein is, and whose the text, where neither names
    the other's.
    """
    for mine, ours in _owned(claim):
        for other, theirs in _owned(text):
            is_same = not ours.isdisjoint(theirs)
            if is_same and not _names(claim, other) and not _names(text, mine):
                return mine, other
    return None


def _owned(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for found in _OWNED.finditer(text):
        words = re.findall(r"\w{3,}", found["what"].casefold())
        if not _PLURAL.fullmatch(found["whose"]):
            yield found["whose"], frozenset(root(each) for each in words if each not in STOP_WORDS)


def _names(text: str, whose: str) -> bool:
    """Whether a text names the animal or, for `human`, people."""
    if whose.casefold() == "human":
        return "human" in text.casefold()
    return not animals_in(text).keys().isdisjoint(animals_in(whose))


def is_inferred(claim: str) -> bool:
    """Whether the claim hedges what it says of people, in the clause that names them."""
    return any(people_in(part) and _HEDGED.search(part) for part in _NEXT.split(claim))


def may_be_of_tissue(claim: str, quotes: Iterable[str]) -> bool:
    """Whether the claim names only tissue or proteins of people, and a quote that names nobody may
    be about them, though another one tells of animals.
    """
    if people_in(claim) or animals_in(claim) or not human_tissue_in(claim):
        return False
    return any(not (animals_in(quote) or people_in(quote)) for quote in quotes)


def is_of_two_parts(claim: str, quote: str, quotes: Iterable[str]) -> bool:
    """Whether a quote that tells of people or their tissue, and of no animal, is only for a part of
    the claim: another one names the claim's animal.
    """
    ours = animals_in(claim).keys()
    return not animals_in(quote) and any(ours & animals_in(each).keys() for each in quotes)


def exchanged_animal(claim: str, quotes: Iterable[str]) -> tuple[str, str] | None:
    """The one animal of several in a claim that no quote names, and the one that they name instead;
    None where nothing else is the same, or where more than one differs.
    """
    ours = animals_in(claim)
    theirs: dict[str, str] = {}
    for quote in quotes:
        theirs = animals_in(quote) | theirs
    mine, other = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    if len(mine) == len(other) == 1 and ours.keys() & theirs.keys():
        return ours[mine.pop()], theirs[other.pop()]
    return None
