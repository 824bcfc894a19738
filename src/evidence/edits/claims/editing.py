"""The text of a claims file with claims, lines and documents added, and lines changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evidence.edits.claims.layout import line_texts
from evidence.edits.claims.line_change import LineChange
from evidence.edits.claims.line_splices import change_splices, changes_by_line
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.edits.claims.places import (
    CODE,
    ClaimsFile,
    claim_splices,
    document_splices,
    in_order,
    line_splices,
    lines_by_claim,
)
from evidence.edits.claims.proof import claim_data, expected_data, prove, prove_sound
from evidence.edits.diff import added_diff, unified_diff
from evidence.edits.file_edit import FileEdit, encoded
from evidence.edits.splice import Splice, apply_splices
from evidence.model.place import Place
from evidence.sources.claims import claim_problems, line_problems
from evidence.sources.claims_schema import SCHEMA
from evidence.sources.encoding import decode, read_bytes
from evidence.sources.file_names import shown_name


@dataclass(frozen=True, slots=True)
class ClaimsEdit(FileEdit):
    """New text for the claims file at `path`, which is not written yet.

    `diff` is what lies between its old bytes and the new ones, as a unified diff.
    """

    diff: str = field(repr=False)

    def place_of(self, claim: str, line: int, key: str) -> Place:
        """Where a key of the claim's line with this index will have its value."""
        file = ClaimsFile.read(decode(self.after, self.name, code=CODE), self.name)
        return file.yaml.place_of(("claims", file.ids()[claim], "evidence", line, key))


def edit_claims(
    path: Path | str,
    *,
    claims: Sequence[NewClaim] = (),
    lines: Sequence[tuple[str, NewLine]] = (),
    documents: Sequence[str] = (),
    changes: Sequence[LineChange] = (),
) -> ClaimsEdit:
    """The claims file at `path` with these added and changed, in its own style, and all else
    untouched.

    `lines` come with the id of a claim that is there, and go behind its others; `documents` are as
    they are to be written, and those that are listed already are left; `changes` give keys of lines
    that are there other values. A claim gets new lines or changed ones, not both at once. Where
    there is no file, or an empty one, the text of a new one is made. Raises InputError when the
    file or the part that is to be edited is unsound, when an id is taken or unknown, and when what
    is written would not be read back as it is meant.
    """
    path = Path(path)
    name = shown_name(path)
    is_new = not path.exists()
    before = b"" if is_new else read_bytes(path, name, code=CODE)
    text = decode(before, name, code=CODE)
    if text.strip():
        splices = _edited(ClaimsFile.read(text, name), claims, lines, documents, changes)
    else:
        splices = (Splice(0, len(text), _new_file(name, claims, lines, documents, changes)),)
    edited = apply_splices(text, splices)
    diff = unified_diff(name, text, splices) if text else added_diff(name, edited, is_new=is_new)
    after = encoded(edited, before, name, code=CODE)
    return ClaimsEdit(path, before, after, diff, is_new=is_new)


def write_claims_edit(edit: ClaimsEdit) -> None:
    """Put the new text in the place of the file, whole or not at all.

    Raises InputError when the file is not what it was when it was read, and when it cannot be
    written.
    """
    edit.write()


def _edited(
    file: ClaimsFile,
    claims: Sequence[NewClaim],
    lines: Sequence[tuple[str, NewLine]],
    documents: Sequence[str],
    changes: Sequence[LineChange],
) -> tuple[Splice, ...]:
    """The changes of a file, proved."""
    listed = file.yaml.data.get("documents") or ()
    there = {each.strip() for each in listed if isinstance(each, str)}
    documents = [each for each in dict.fromkeys(documents) if each.strip() not in there]
    for claim in claims:
        problems = claim_problems(claim_data(claim), (), file.yaml)
        prove_sound(problems, f"the claim `{claim.id}`", file.name)
    for id, line in lines:
        problems = line_problems(line_texts(line), (), file.yaml)
        prove_sound(problems, f"an evidence line of `{id}`", file.name)
    ordered, added = in_order(file, claims), lines_by_claim(file, lines)
    changed = changes_by_line(file, changes)
    for at in added.keys() & changed.keys():
        raise file.error("lines are added to this claim or changed, not both at once", "claims", at)
    splices = [
        *document_splices(file, documents),
        *(splice for at, new in changed.items() for splice in change_splices(file, at, new)),
        *(splice for at, new in added.items() for splice in line_splices(file, at, new)),
        *claim_splices(file, ordered),
    ]
    splices.sort(key=lambda splice: splice.start)  # stable: a claim's lines before the next claim
    edited = apply_splices(file.nodes.text, splices)
    prove(edited, file.yaml, expected_data(file.yaml.data, ordered, added, documents, changed))
    return tuple(splices)


def _new_file(
    name: str,
    claims: Sequence[NewClaim],
    lines: Sequence[tuple[str, NewLine]],
    documents: Sequence[str],
    changes: Sequence[LineChange],
) -> str:
    """The text of a claims file that has no other claims."""
    start = f"schema: {SCHEMA}\n\nclaims: []\n"
    file = ClaimsFile.read(start, name)
    return apply_splices(start, _edited(file, claims, lines, documents, changes))
