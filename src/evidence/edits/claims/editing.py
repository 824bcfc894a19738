"""The text of a claims file with claims, evidence lines and documents added."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evidence.edits.claims.layout import line_texts
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


def edit_claims(
    path: Path | str,
    *,
    claims: Sequence[NewClaim] = (),
    lines: Sequence[tuple[str, NewLine]] = (),
    documents: Sequence[str] = (),
) -> ClaimsEdit:
    """The claims file at `path` with these added, in its own style, and all else untouched.

    `lines` come with the id of a claim that is there, and go behind its others; `documents` are as
    they are to be written, and those that are listed already are left. Where there is no file, or
    an empty one, the text of a new one is made. Raises InputError when the file or the part that
    is to be edited is unsound, when an id is taken or unknown, and when what is added would not be
    read back as it is meant.
    """
    path = Path(path)
    name = shown_name(path)
    is_new = not path.exists()
    before = b"" if is_new else read_bytes(path, name, code=CODE)
    text = decode(before, name, code=CODE)
    if text.strip():
        splices = _edited(ClaimsFile.read(text, name), claims, lines, documents)
    else:
        splices = (Splice(0, len(text), _new_file(name, claims, lines, documents)),)
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
    splices = [
        *document_splices(file, documents),
        *(splice for at, new in added.items() for splice in line_splices(file, at, new)),
        *claim_splices(file, ordered),
    ]
    splices.sort(key=lambda splice: splice.start)  # stable: a claim's lines before the next claim
    edited = apply_splices(file.nodes.text, splices)
    prove(edited, file.yaml, expected_data(file.yaml.data, ordered, added, documents))
    return tuple(splices)


def _new_file(
    name: str,
    claims: Sequence[NewClaim],
    lines: Sequence[tuple[str, NewLine]],
    documents: Sequence[str],
) -> str:
    """The text of a claims file that has no other claims."""
    start = f"schema: {SCHEMA}\n\nclaims: []\n"
    file = ClaimsFile.read(start, name)
    return apply_splices(start, _edited(file, claims, lines, documents))
