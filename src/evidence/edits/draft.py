"""The text of a .bib file with changes made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence.edits.change import Change, Edit, Left, Refused
from evidence.edits.entry_text import EntryText, locate
from evidence.edits.placing import Placed, place_new_field, place_value
from evidence.edits.proof import Contents, changed, prove, prove_unchanged
from evidence.edits.splice import Splice, apply_splices
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Field, Reference
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.positions import Positions


@dataclass(frozen=True, slots=True)
class Draft:
    """The new text and what it says, with the edits in the order of the file."""

    text: str
    bibliography: Bibliography
    splices: tuple[Splice, ...] = ()
    edits: tuple[Edit, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class _Subject:
    """A change, the entry that it is for, and the field, with its offset, where there is one."""

    change: Change
    reference: Reference
    entry: EntryText
    field: Field | None
    at: int

    @property
    def place(self) -> Place:
        return self.field.place if self.field else self.reference.place

    @property
    def is_inherited(self) -> bool:
        """Whether the field stands in another entry (`crossref`)."""
        return not self.entry.at <= self.at < self.entry.end


def draft(text: str, data: bytes, bibliography: Bibliography, changes: Iterable[Change]) -> Draft:
    """`text` with the changes that can be made.

    It was read from `data`, and `bibliography` from it. Raises InputError when it was not, and when
    anything but the edited fields would read otherwise afterwards.
    """
    broken = {each.key for each in bibliography.problems if each.kind == "unparsable"}
    made: list[tuple[Placed, Edit]] = []
    left: list[Left] = []
    subjects = tuple(_subjects(text, bibliography, changes))
    if not all(_stands(text, subject) for subject in subjects):
        prove_unchanged(text, bibliography)
    for subject in subjects:
        placed = _place(text, data, subject, is_broken=subject.reference.key in broken)
        change = subject.change
        if isinstance(placed, Refused):
            reason = placed.reason
            left.append(Left(subject.place, change.key, change.field, change.code, reason))
        else:
            made.append((placed, _edit(subject, placed)))
    if not made:
        return Draft(text, bibliography, left=tuple(left))
    made.sort(key=lambda pair: pair[0].splice)
    splices = tuple(placed.splice for placed, _ in made)
    edited = apply_splices(text, splices)
    after = parse_bibliography(edited, bibliography.file)
    prove(text, bibliography, after, _contents(made))
    return Draft(edited, after, splices, tuple(edit for _, edit in made), tuple(left))


def _subjects(
    text: str, bibliography: Bibliography, changes: Iterable[Change]
) -> Iterator[_Subject]:
    wanted: dict[str, list[Change]] = {}
    for change in changes:
        wanted.setdefault(change.key, []).append(change)
    positions = Positions.of(text, bibliography.file)
    starts = [_offset(positions, reference.place) for reference in bibliography.references]
    ends = [*starts[1:], len(text)]
    for reference, start, end in zip(bibliography.references, starts, ends, strict=False):
        changes_here = wanted.get(reference.key)
        if changes_here is None:
            continue
        entry = locate(text, start, end)
        if entry is None or entry.key != reference.key:
            raise changed(bibliography.file)
        for change in changes_here:
            field = next((f for f in reference.fields if f.name == change.field), None)
            at = _offset(positions, field.place) if field else start
            yield _Subject(change, reference, entry, field, at)


def _offset(positions: Positions, place: Place) -> int:
    try:
        return positions.offset(place)
    except IndexError:
        raise changed(positions.file) from None


def _stands(text: str, subject: _Subject) -> bool:
    """Whether the field's content can be seen to stand where it was read; no macro's can."""
    written = subject.entry.holding(subject.at)
    if subject.field is None or subject.is_inherited:
        return True
    if written is None:
        return False
    start, end = written.content or (written.value_at, written.end)
    return text[start:end] == subject.field.raw


def _place(text: str, data: bytes, subject: _Subject, *, is_broken: bool) -> Placed | Refused:
    if subject.is_inherited:
        return Refused("the entry inherits it: it can be edited where it stands")
    if subject.field:
        return place_value(data, subject.entry, subject.change, subject.at)
    if is_broken:
        return Refused("no field is added to an entry that is broken")
    return place_new_field(text, data, subject.entry, subject.change)


def _edit(subject: _Subject, placed: Placed) -> Edit:
    change, field = subject.change, subject.field
    return Edit(
        place=subject.place,
        key=change.key,
        field=change.field,
        before=field.raw if field else "",
        after=placed.raw,
        code=change.code,
        why=change.why,
        is_new=field is None,
    )


def _contents(made: Iterable[tuple[Placed, Edit]]) -> Contents:
    contents: dict[str, dict[str, str]] = {}
    for placed, edit in made:
        contents.setdefault(edit.key, {})[edit.field] = placed.raw
    return contents
