"""From a project to the edits of its .bib file."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from evidence.audit.engine import check
from evidence.audit.resolution import Progress
from evidence.edits.change import Change, Left
from evidence.edits.diff import unified_diff
from evidence.edits.draft import Draft, draft
from evidence.edits.fixed import Fixed
from evidence.edits.propose import PLAIN_FORM, Proposed, propose
from evidence.edits.splice import Splice
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.model.reference import Bibliography
from evidence.model.report import Report
from evidence.project import Project
from evidence.registries.interface import Registries
from evidence.sources.encoding import decode, encode, read_bytes

_CODE: Final = "BIB006"
# A repaired DOI may bring up fields that differ, and their edits one that differs no more.
_MOST_ROUNDS: Final = 4


def fix(
    project: Project,
    registries: Registries | None = None,
    *,
    select: Sequence[str] | str = (),
    ignore: Sequence[str] | str = (),
    unsafe: bool = False,
    progress: Progress = lambda *_: None,
) -> Fixed:
    """Check the project as `check` does, and edit its .bib file as the findings ask; in memory.

    Safe are the plain form of a DOI and suggestions of high confidence; with `unsafe`, suggestions
    of medium confidence are taken too, and fields from the registry's record. An entry whose edits
    may bring up new findings is checked again, so that fixing the result changes nothing more.
    Raises InputError for a claims file that cannot be used (nobody knows what it accepts), for a
    code that no rule has, and for a .bib file that changed since the project was loaded.
    """
    data, text = _read(project)

    def audit(bibliography: Bibliography) -> Report:
        part = replace(project, bibliography=bibliography)
        return check(part, registries, select=select, ignore=ignore, progress=progress)

    report = audit(project.bibliography)
    drafted, left = _settle(
        propose(report, unsafe=unsafe),
        lambda changes: draft(text, data, project.bibliography, changes),
        lambda bibliography: propose(audit(bibliography), unsafe=unsafe),
    )
    name = project.bibliography.file
    return Fixed(
        project.settings.references,
        before=data,
        after=_encoded(drafted, data, name),
        edits=drafted.edits,
        left=tuple(_left(left, project.bibliography)),
        diff=_diff(name, text, data, drafted.splices),
        report=report,
    )


def _read(project: Project) -> tuple[bytes, str]:
    """The bytes of the .bib file, and its text, where both it and the claims can be used."""
    for problem in project.claims.problems:
        message = f"{problem.message}: nothing is edited, as what the claims accept is not known"
        raise InputError(message, place=problem.place)
    name = project.bibliography.file
    data = read_bytes(project.settings.references, name, code=_CODE)
    text = decode(data, name, code=_CODE)
    if encode(text, data) != data:  # cp932 and its like have two codes for some characters
        message = f"`{name}` cannot be edited: its encoding would spell other characters anew"
        raise InputError(message, place=Place(name), code=_CODE)
    return data, text


def _settle(
    proposed: Proposed,
    make: Callable[[Iterable[Change]], Draft],
    look_again: Callable[[Bibliography], Proposed],
) -> tuple[Draft, list[Left]]:
    """The draft to whose edited entries nothing is left to do, and what was not done."""
    changes: dict[tuple[str, str], Change] = {}
    left: list[Left] = []
    drafted = make(())
    for _ in range(_MOST_ROUNDS):
        left += proposed.left
        new = [change for change in proposed.changes if _is_new(change, changes)]
        if not new:
            break
        changes |= {(change.key, change.field): change for change in new}
        drafted = make(changes.values())
        keys = {change.key for change in new if change.code != PLAIN_FORM}
        if not keys.intersection(edit.key for edit in drafted.edits):
            break
        proposed = look_again(_only(drafted.bibliography, keys))
    return drafted, [*left, *drafted.left]


def _is_new(change: Change, changes: dict[tuple[str, str], Change]) -> bool:
    known = changes.get((change.key, change.field))
    return known is None or known.content != change.content


def _only(bibliography: Bibliography, keys: set[str]) -> Bibliography:
    references = tuple(each for each in bibliography.references if each.key in keys)
    return replace(bibliography, references=references)


def _left(left: Iterable[Left], bibliography: Bibliography) -> Iterator[Left]:
    """Each once, where it stands in the file as it is, in the order of the file."""
    entries = {reference.key: reference for reference in bibliography.references}
    once: dict[tuple[str, str, str], Left] = {}
    for one in left:
        field = next((f for f in entries[one.key].fields if f.name == one.field), None)
        place = field.place if field else entries[one.key].place
        once.setdefault((one.key, one.field, one.code), replace(one, place=place))
    yield from sorted(once.values(), key=lambda one: (one.place, one.code))


def _encoded(drafted: Draft, data: bytes, name: str) -> bytes:
    """The draft's bytes, which must read as its text: an edit can look like a declaration."""
    after = encode(drafted.text, data)
    if decode(after, name, code=_CODE) != drafted.text:
        message = "the edits would change how the file is decoded: nothing is written"
        raise InputError(message, place=Place(name))
    return after


def _diff(name: str, text: str, data: bytes, splices: Sequence[Splice]) -> str:
    """The diff, with the byte-order mark of UTF-8 where the file has one: it is in line 1."""
    mark = "\ufeff" if data.startswith(codecs.BOM_UTF8) else ""
    shifted = [Splice(s.start + len(mark), s.end + len(mark), s.text) for s in splices]
    return unified_diff(name, mark + text, shifted)
