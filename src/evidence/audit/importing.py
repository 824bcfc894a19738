"""A document into a project: entries for the works that it lists, claims for what it states."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence.audit.document_claims import (
    DocumentClaims,
    GrownClaim,
    ImportedClaim,
    plan_claims,
)
from evidence.audit.import_references import ImportedReferences, import_references
from evidence.audit.import_remarks import Remark, gone_documents, remarks
from evidence.audit.refused_documents import prove_document
from evidence.checks.holding import hold
from evidence.edits.addition import Addition, write_addition
from evidence.edits.claims.editing import ClaimsEdit, edit_claims, write_claims_edit
from evidence.edits.claims.new_claim import NewLine
from evidence.edits.diff import added_diff, unified_diff
from evidence.edits.splice import Splice
from evidence.errors import InputError
from evidence.model.claim import Claims
from evidence.model.document import Document
from evidence.project import first_claims_file
from evidence.registries.interface import Registries
from evidence.sources.claims import read_claims
from evidence.sources.documents.interface import Progress
from evidence.sources.documents.read import read_document
from evidence.sources.encoding import decode
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.settings import Settings
from evidence.sources.writing import write_bytes


@dataclass(frozen=True, slots=True)
class Import:
    """What a document adds to a project; nothing of it is written yet.

    `references` holds the new entries of the .bib file, `claims` the edit of the claims file.
    `new` are its new claims, `grown` those that get lines, both in the order of the document;
    `remarks` say what was left as it is, for a person to look at.
    """

    document: Document
    references: ImportedReferences
    claims: ClaimsEdit
    new: tuple[ImportedClaim, ...] = ()
    grown: tuple[GrownClaim, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be written."""
        return all(edit.before == edit.after for edit in (self.references.addition, self.claims))

    @property
    def diff(self) -> str:
        """What both files would become, as unified diffs."""
        return _diff_of(self.references.addition) + self.claims.diff


def import_document(
    path: Path | str,
    settings: Settings,
    registries: Registries,
    *,
    progress: Progress = lambda *_: None,
) -> Import:
    """What the document at `path` adds to the .bib file and the first claims file of the settings.

    Neither has to exist. A statement that a claim says already keeps all that a person wrote, and
    gets lines for works that it newly cites, but none while the numbers of the list have moved.
    What the document cites without an entry, no longer cites, or says otherwise is remarked on and
    left. Raises InputError when the document or one of the files cannot be read or used.
    """
    path = Path(path)
    target = first_claims_file(settings)
    prove_document(path, settings)
    document = read_document(path, progress=progress)
    claims = _sound_claims(settings)
    imported = import_references(document, settings.references, registries, progress=progress)
    held = hold(document, claims.claims, imported.references)
    plan = plan_claims(held, claims, imported.keys, shown_name(target))
    listed = {*map(_real, claims.documents), *map(_real, settings.documents)}
    own = claims.claims if listed == {_real(path)} else ()  # others may hold what this one does not
    told = remarks(held, plan, own, imported.keys, shown_name(target))
    told += gone_documents(held, claims, [*claims.documents, *settings.documents])
    edit = _edit(plan, target, _documents(path, settings, claims))
    grown = tuple(each for each in plan.grown if each.claim.place.file == shown_name(target))
    return Import(document, imported, edit, plan.new, grown, told)


def write_import(imported: Import) -> None:
    """Write the .bib file and the claims file, each whole or not at all.

    Raises InputError when one of them is not what it was when it was read or has no folder, with
    neither written; and when one cannot be written: the message says whether the other one is.
    """
    addition, claims = imported.references.addition, imported.claims
    for edit in (addition, claims):
        if not edit.path.parent.is_dir():
            raise InputError(f"`{edit.name}` cannot be written: there is no folder for it.")
        edit.prove_current()
    write_addition(addition)
    if addition.is_new and addition.after == addition.before and claims.after:
        write_bytes(addition.path, addition.after)  # a project has a .bib file, be it empty
    try:
        write_claims_edit(claims)
    except InputError as error:
        if addition.after == addition.before:
            raise
        there = shown_name(addition.path)
        message = f"{error.message} (`{there}` has its new entries; import again for the claims)"
        raise InputError(message, place=error.place, code=error.code) from error


def _diff_of(addition: Addition) -> str:
    name = shown_name(addition.path)
    text = decode(addition.before, name, code="")
    after = decode(addition.after, name, code="")
    if not text:
        return added_diff(name, after, is_new=addition.is_new)
    return unified_diff(name, text, (Splice(len(text), len(text), after[len(text) :]),))


def _sound_claims(settings: Settings) -> Claims:
    """The claims of all files. Raises InputError when there are some that cannot be read: what they
    say would be imported a second time.
    """
    files = [(path, shown_name(path)) for path in settings.claims if is_file(path)]
    claims = read_claims(files)
    if claims.left_out:
        place = claims.problems[0].place if claims.problems else None
        left_out = claims.left_out[0]
        message = f"the claim `{left_out}` cannot be used as it stands: `evidence check` says why"
        raise InputError(message, place=place, code="CLM010")
    return claims


def _edit(plan: DocumentClaims, target: Path, documents: tuple[str, ...]) -> ClaimsEdit:
    """The edit of the claims file; a document that states nothing makes no new one."""
    if not (plan.new or plan.known):
        is_new = not is_file(target)
        return ClaimsEdit(target, b"", b"", "", is_new=True) if is_new else edit_claims(target)
    return edit_claims(
        target,
        claims=[each.claim for each in plan.new],
        lines=list(_lines(plan, shown_name(target))),
        documents=documents,
    )


def _lines(plan: DocumentClaims, file: str) -> Iterator[tuple[str, NewLine]]:
    for each in plan.grown:
        if each.claim.place.file == file:
            yield from ((each.claim.id, line) for line in each.lines)


def _documents(path: Path, settings: Settings, claims: Claims) -> tuple[str, ...]:
    """The document as a path from the claims file's folder, unless the project names it already."""
    named = {*map(_real, claims.documents), *map(_real, settings.documents)}
    if _real(path) in named:
        return ()
    folder = settings.claims[0].parent
    return (Path(os.path.relpath(path, folder)).as_posix(),)


def _real(path: Path | str) -> str:
    return os.path.realpath(path)
