"""A line of evidence that links a claim to an entry of the .bib file."""

from dataclasses import dataclass
from typing import Final

from evidence.edits.claims.editing import ClaimsEdit, edit_claims
from evidence.edits.claims.new_claim import NewLine
from evidence.errors import InputError
from evidence.model.claim import Claim, EvidenceLine, Role
from evidence.model.doi import WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.place import Place
from evidence.model.reference import Reference
from evidence.project import Project, did_you_mean
from evidence.sources.file_names import shown_name

_PLACES: Final = ("page", "section", "quote")


@dataclass(frozen=True, slots=True)
class Linking:
    """A new line of a claim: the edit that adds it, and where it will stand.

    Where the claim has such a line, `already` is that one, and there is no edit.
    """

    claim: Claim
    line: NewLine
    place: Place
    edit: ClaimsEdit | None = None
    already: EvidenceLine | None = None


def link(
    project: Project,
    claim: str,
    key: str,
    *,
    role: Role | str = Role.EVIDENCE,
    page: str = "",
    section: str = "",
    quote: str = "",
    note: str = "",
) -> Linking:
    """The line that links the claim with this id to the entry `key`, or to the one with that DOI.

    A line for the same entry in the same role is the same one, unless both say where in the work,
    and not the same. Nothing is written. Raises InputError when there is no such claim or entry,
    with those that may have been meant, and when the claims file cannot be edited.
    """
    found = project.find_claim(claim)
    reference = _reference(project, key)
    line = NewLine(reference.key, Role(role), page, section, quote, note)
    already = next((each for each in found.evidence if _is_same(each, line)), None)
    if already:
        return Linking(found, line, already.place, already=already)
    path = next(each for each in project.settings.claims if shown_name(each) == found.place.file)
    edit = edit_claims(path, lines=[(claim, line)])
    return Linking(found, line, edit.place_of(claim, len(found.evidence), "reference"), edit)


def _reference(project: Project, key: str) -> Reference:
    found = project.reference(key)
    if found:
        return found
    references = project.bibliography.references
    dois = ((reference, reference.doi_field) for reference in references)
    written = [(reference, read_doi(field.text)) for reference, field in dois if field]
    reading = read_doi(key)
    if isinstance(reading, WrittenDoi):
        for reference, named in written:
            if isinstance(named, WrittenDoi) and named.doi == reading.doi:
                return reference
        name = reading.doi.name
        raise InputError(f"no entry has the DOI `{name}`: `evidence add {name}` adds one")
    for reference, named in written:
        if named.written == key:  # a malformed one, as it stands there
            return reference
    known = did_you_mean(key, (reference.key for reference in references))
    raise InputError(f"there is no entry `{key}` in `{project.bibliography.file}`{known}")


def _is_same(there: EvidenceLine, line: NewLine) -> bool:
    """Whether a line says the same: nothing that both of them say differs."""
    if (there.reference, there.role) != (line.reference, line.role):
        return False
    pairs = ((getattr(each, key).strip() for each in (there, line)) for key in _PLACES)
    return all(old == new or not (old and new) for old, new in pairs)
