"""Two lists of authors side by side: who of the entry is who in the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evidence.matching.people import is_et_al, is_group, person
from evidence.matching.person_names import Likeness, likeness
from evidence.model.reference import Reference
from evidence.model.work import Name, Work

_LONG = 100
_EDITED = frozenset({"book", "collection", "proceedings", "mvbook", "mvcollection"})


@dataclass(frozen=True, slots=True)
class AuthorLists:
    """What is compared: persons in order, groups apart, as consortia stand first, last or between.

    `field` is the entry's field; `is_cut` says that its list ends in `others`; `partners` has for
    each of our names the index of the same person in their list.
    """

    field: str
    ours: tuple[Name, ...]
    theirs: tuple[Name, ...]
    our_groups: tuple[Name, ...]
    their_groups: tuple[Name, ...]
    is_cut: bool
    partners: tuple[int | None, ...]

    @property
    def matched(self) -> tuple[tuple[Name, Name], ...]:
        """Our names and theirs, pair by pair, in our order."""
        pairs = zip(self.ours, self.partners, strict=True)
        return tuple((name, self.theirs[j]) for name, j in pairs if j is not None)

    @property
    def missing(self) -> tuple[Name, ...]:
        """The record's persons whom the entry does not name."""
        taken = set(self.partners)
        return tuple(name for j, name in enumerate(self.theirs) if j not in taken)

    @property
    def in_order(self) -> bool:
        """Whether those who are in both lists stand in the same order in both."""
        known = [j for j in self.partners if j is not None]
        return all(i < j for i, j in pairwise(known))

    def agree_at(self, i: int, j: int) -> bool:
        """Whether our name `i` is their name `j`, spelling aside."""
        found = likeness(self.ours[i], self.theirs[j])
        return found in (Likeness.SAME, Likeness.MISSPELT)


def author_lists(reference: Reference, work: Work) -> AuthorLists:
    """The authors of both sides; for an edited volume without authors, its editors."""
    ours, field = reference.authors, "author"
    theirs = work.authors or work.editors
    if not ours:
        ours, field = reference.editors, "editor"
        theirs = work.editors or (work.authors if reference.type in _EDITED else ())
    named = tuple(name for name in ours if not is_et_al(name))
    their_persons = tuple(name for name in theirs if not is_group(name))
    groups = {name for name in named if is_group(name) and not _is_one_of(name, their_persons)}
    our_persons = tuple(name for name in named if name not in groups)
    return AuthorLists(
        field=field,
        ours=our_persons,
        theirs=their_persons,
        our_groups=tuple(name for name in named if name in groups),
        their_groups=tuple(name for name in theirs if is_group(name)),
        is_cut=reference.et_al or len(named) < len(ours),
        partners=_aligned(our_persons, their_persons),
    )


def _is_one_of(name: Name, persons: Sequence[Name]) -> bool:
    """A person whose name stands in braces: `{Jane Doe}`."""
    is_one = " and " not in name.family
    return is_one and any(likeness(name, other) is Likeness.SAME for other in persons)


def _aligned(ours: Sequence[Name], theirs: Sequence[Name]) -> tuple[int | None, ...]:
    """The same person in the same place first, then anywhere, then someone of nearly the name."""
    partners: list[int | None] = [None] * len(ours)
    free = set(range(len(theirs)))
    for i in range(min(len(ours), len(theirs))):
        if likeness(ours[i], theirs[i]) is Likeness.SAME:
            partners[i] = i
            free.discard(i)
    by_word = _by_word(theirs) if len(theirs) > _LONG else None
    for is_strict in (True, False):
        for i, name in enumerate(ours):
            if partners[i] is None:
                near = free if by_word is None else free & _sharing_a_word(name, by_word)
                partners[i] = _partner(name, i, theirs, near, is_strict=is_strict)
                free -= {partners[i]}
    return tuple(partners)


def _partner(
    name: Name, i: int, theirs: Sequence[Name], free: set[int], *, is_strict: bool
) -> int | None:
    for j in sorted(free, key=lambda j: abs(j - i)):
        found = likeness(name, theirs[j])
        if found is Likeness.SAME or (found.is_match and not is_strict):
            return j
    return None


def _by_word(names: Sequence[Name]) -> dict[str, set[int]]:
    """Where each word of a name stands: lists of thousands are not compared pair by pair."""
    found: dict[str, set[int]] = {}
    for j, name in enumerate(names):
        for word in _keys(name):
            found.setdefault(word, set()).add(j)
    return found


def _sharing_a_word(name: Name, by_word: dict[str, set[int]]) -> set[int]:
    return set().union(*(by_word.get(word, set()) for word in _keys(name)))


def _keys(name: Name) -> set[str]:
    """The words of a name, and how it begins and ends for names that are written in two ways."""
    family = "".join(person(name).family)
    full = {word for word in person(name).everything if len(word) > 1}
    return full | {f"{family[:4]}-", f"-{family[-4:]}"}
