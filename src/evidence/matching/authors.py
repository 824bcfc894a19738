"""Whether the authors of an entry are the authors of a record, in their order."""

from collections.abc import Iterator, Sequence

from evidence.matching.author_lists import AuthorLists, author_lists
from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.defects import authors_were_dropped, first_author_was_dropped
from evidence.matching.people import is_editorial, person
from evidence.matching.person_names import Likeness, likeness, same_group
from evidence.matching.text import words
from evidence.model.reference import Reference
from evidence.model.work import Name, Work

# From this number of authors on, nobody checks which of them a shortened list names.
_COLLABORATION = 100
_FEW, _MOST = 1 / 4, 2 / 3
_NAMED_SINGLY = 5


def compare_authors(
    reference: Reference, work: Work
) -> tuple[bool | None, tuple[Disagreement, ...]]:
    """Whether the authors agree (None: nothing to compare), and what there is to say about it.

    They agree when the first author does, or most of them do; single names may still differ.
    """
    lists = author_lists(reference, work)
    if not lists.ours or not lists.theirs:
        return _compare_groups(lists)
    if lists.partners[0] != 0 and len(lists.matched) < _FEW * len(lists.ours):
        return False, (_first_author(lists),)
    defect = _defect(lists, work)
    if defect:
        notes = tuple(d for d in _of_names(lists) if d.is_note)
        return True, (*notes, defect)
    found = (*_of_names(lists), *_of_order(lists), *_of_missing(lists))
    begins_alike = lists.partners[0] == 0 and lists.agree_at(0, 0)
    are_most = len(lists.matched) >= _MOST * len(lists.ours) and not lists.is_cut
    return begins_alike or are_most, found


def _disagreement(
    lists: AuthorLists, found: Sequence[Name], expected: Sequence[Name], message: str,
    *, is_note: bool = False,
) -> Disagreement:  # fmt: skip
    aspect = Aspect.AUTHORS
    return Disagreement(aspect, lists.field, _listed(found), _listed(expected), message, is_note)


def _compare_groups(lists: AuthorLists) -> tuple[bool | None, tuple[Disagreement, ...]]:
    """One side names groups only, or nobody."""
    ours, theirs = lists.our_groups, lists.their_groups
    if lists.ours and theirs:
        message = f"the entry names {_quoted(lists.ours)}, the record only {_quoted(theirs)}"
        is_note = not any(map(is_editorial, theirs))
        return None if is_note else False, (
            _disagreement(lists, lists.ours, theirs, message, is_note=is_note),
        )
    if not ours or not (lists.theirs or theirs):
        return None, ()
    if any(same_group(a, b) for a in ours for b in theirs):
        return True, ()
    if lists.is_cut or len(lists.theirs) >= _COLLABORATION:
        return None, ()
    if lists.theirs and set(person(lists.theirs[0]).family) <= set(words(ours[0].family)):
        return True, ()  # a whole list of names in braces
    expected = lists.theirs or theirs
    message = f"the entry names {_quoted(ours)}, the record {_quoted(expected)}"
    return False, (_disagreement(lists, ours, expected, message),)


def _of_names(lists: AuthorLists) -> Iterator[Disagreement]:
    """Names that the record does not have, or has otherwise."""
    unknown = [i for i, j in enumerate(lists.partners) if j is None]
    if len(unknown) > _NAMED_SINGLY:
        names = [lists.ours[i] for i in unknown]
        message = f"{_quoted(names)} are not among the record's {lists.field}s"
        yield _disagreement(lists, names, lists.theirs, message, is_note=_is_sampled(lists))
    else:
        yield from (_unknown(lists, i) for i in unknown)
    for i, (name, j) in enumerate(zip(lists.ours, lists.partners, strict=True)):
        if j is None:
            continue
        other = lists.theirs[j]
        alike = likeness(name, other)
        if alike is not Likeness.SAME:
            who = f"the first {lists.field}" if i == 0 else f"{lists.field} {i + 1}"
            message = f"{who} is `{name}`, the record has `{other}`"
            is_note = not _is_another_person(alike, name, other, is_first=i == 0)
            yield _disagreement(lists, (name,), (other,), message, is_note=is_note)


def _is_another_person(alike: Likeness, ours: Name, theirs: Name, *, is_first: bool) -> bool:
    """Whether someone of the same family name is meant.

    Registries may slip in an initial or have another form of a given name; hardly in the first
    author's, and not in one that they spell out.
    """
    if alike is Likeness.OTHER_INITIALS:
        return is_first or any(len(word) > 1 for word in person(theirs).given)
    is_clear = is_first or ours.given[:1].lower() != theirs.given[:1].lower()
    return alike is Likeness.OTHER_GIVEN and is_clear


def _unknown(lists: AuthorLists, i: int) -> Disagreement:
    """A name without a partner: in another's place, or too many."""
    name = lists.ours[i]
    is_note = i > 0 and _is_sampled(lists)
    if i < len(lists.theirs) and lists.theirs[i] in lists.missing:
        if i == 0:
            return _first_author(lists)
        message = f"{lists.field} {i + 1} is `{name}`, the record has `{lists.theirs[i]}`"
        return _disagreement(lists, (name,), (lists.theirs[i],), message, is_note=is_note)
    message = f"{lists.field} {i + 1} `{name}` is not among the record's {lists.field}s"
    return _disagreement(lists, (name,), lists.theirs, message, is_note=is_note)


def _is_sampled(lists: AuthorLists) -> bool:
    """Whether the entry names some of a collaboration of hundreds, the right one first."""
    is_collaboration = len(lists.theirs) >= _COLLABORATION
    return lists.is_cut and is_collaboration and lists.partners[0] == 0


def _first_author(lists: AuthorLists) -> Disagreement:
    ours, theirs = lists.ours[0], lists.theirs[0]
    message = f"the first {lists.field} is `{ours}`, the record has `{theirs}`"
    return _disagreement(lists, (ours,), (theirs,), message)


def _of_order(lists: AuthorLists) -> Iterator[Disagreement]:
    """Names that stand in another order than in the record, or a list that begins with another."""
    begins_later = lists.is_cut and lists.partners[0] not in (0, None)
    if lists.in_order and not begins_later:
        return
    theirs = [lists.theirs[j] for j in sorted(j for j in lists.partners if j is not None)]
    if lists.in_order:
        theirs = list(lists.theirs)
    ours = [name for name, _ in lists.matched]
    name, expected = next(
        (pair for pair in zip(ours, theirs, strict=False) if not likeness(*pair).is_match),
        (ours[0], theirs[0]),
    )
    message = f"the order differs: `{name}` stands where the record has `{expected}`"
    yield _disagreement(lists, ours, theirs, message)


def _of_missing(lists: AuthorLists) -> Iterator[Disagreement]:
    """Names of the record that the entry leaves out without saying `others`."""
    if lists.is_cut or not lists.missing or len(lists.theirs) <= len(lists.ours):
        return
    verb = "is" if len(lists.missing) == 1 else "are"
    message = (
        f"the record lists {len(lists.theirs)} {lists.field}s, the entry {len(lists.ours)} "
        f"without `others`: {_quoted(lists.missing)} {verb} missing"
    )
    # NASA ADS cuts the lists of collaborations without a word.
    is_cut_by_export = len(lists.ours) >= _COLLABORATION and len(lists.matched) == len(lists.ours)
    yield _disagreement(lists, lists.ours, lists.theirs, message, is_note=is_cut_by_export)


def _defect(lists: AuthorLists, work: Work) -> Disagreement | None:
    """A note in place of all errors, where the record is known to list too few."""
    kept, cited = len(lists.theirs), len(lists.ours)
    if cited <= kept or lists.missing:
        return None
    if lists.partners[:kept] == tuple(range(kept)):
        is_known = all(lists.agree_at(i, i) for i in range(kept)) and authors_were_dropped(
            work, kept=kept
        )
        named = "1 author" if kept == 1 else f"{kept} authors"
        message = f"the record lists {named}, the entry {cited}: it says nothing of the others"
    else:
        is_known = cited == kept + 1 and lists.in_order and first_author_was_dropped(work)
        is_known = is_known and lists.partners[0] is None
        message = f"the record leaves out the first author, `{lists.ours[0]}`"
    if not is_known:
        return None
    ours, theirs = _listed(lists.ours), _listed(lists.theirs)
    return Disagreement(Aspect.REGISTRY_DEFECT, lists.field, ours, theirs, message, is_note=True)


def _listed(names: Sequence[Name]) -> str:
    """`Chen, Y.` · `Chen, Y. and Chi, P.` · `Chen, Y., Chi, P., Drilon, A. and 3 more`."""
    return _joined([str(name) for name in names])


def _quoted(names: Sequence[Name]) -> str:
    return _joined([f"`{name.family}`" for name in names])


def _joined(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return ", ".join([*names[:-2], " and ".join(names[-2:])])
