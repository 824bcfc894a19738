"""`evidence.lock` with what is noted of lines that are anchored or judged."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from evidence.edits.diff import added_diff, unified_diff
from evidence.edits.file_edit import FileEdit, encoded
from evidence.edits.splice import Splice
from evidence.matching.seals import fingerprints, seal_of
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.lock import Lock, Seal, Word
from evidence.model.work import Work
from evidence.sources.encoding import decode, read_bytes, sha256_of
from evidence.sources.file_names import shown_name
from evidence.sources.lock import CODE, SCHEMA, parse_lock

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class LockEdit(FileEdit):
    """New text for the lock at `path`, which is not written yet.

    `diff` is what lies between its old bytes and the new ones, as a unified diff.
    """

    diff: str = field(repr=False)


def seal(
    claim: Claim,
    line: EvidenceLine,
    work: Work | None,
    files: Sequence[Path],
    word: Word | None = None,
) -> Seal:
    """What is to be noted of one of the claim's lines: of the line as it will stand.

    `files` are the texts of its work, whose hashes are taken here. Raises InputError when one of
    them cannot be read.
    """
    source = ((path.name, sha256_of(path, shown_name(path), code=CODE)) for path in files)
    return Seal(
        claim.id,
        line.reference,
        claim.number_of(line),
        fingerprints(claim, line, work),
        tuple(sorted(source)),
        word,
    )


def edit_lock(path: Path, claim: Claim, new: Seal) -> LockEdit:
    """The lock at `path`, there or not, with a seal for one of the claim's lines.

    The claim's other seals stay with their lines, wherever these stand now; those whose line is
    gone are dropped. The seals of other claims are kept as they are. A seal without a person's word
    does not take the place of one with it: the judgement is to be found stale. Raises InputError
    when the file cannot be read.
    """
    name = shown_name(path)
    is_new = not path.exists()
    before = b"" if is_new else read_bytes(path, name, code=CODE)
    text = decode(before, name, code=CODE)
    edited = lock_text(_with(parse_lock(text, name), claim, new))
    if "\r\n" in text:
        edited = edited.replace("\n", "\r\n")
    after = encoded(edited, before, name, code=CODE)
    whole = (Splice(0, len(text), edited),)
    diff = unified_diff(name, text, whole) if text else added_diff(name, edited, is_new=is_new)
    return LockEdit(path, before, after, diff, is_new=is_new)


def lock_text(lock: Lock) -> str:
    """The seals as the text of a lock, a line for each, by claim, reference and position."""
    seals = sorted(
        (each for seals in lock.seals.values() for each in seals),
        key=lambda each: (each.claim, each.reference, each.at),
    )
    lines = ",\n".join(f"    {_encode(_item(each))}" for each in seals)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "schema": {_encode(SCHEMA)},\n  "lines": {body}\n}}\n'
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _item(seal: Seal) -> dict[str, Any]:
    prints, word = seal.fingerprints, seal.word
    item: dict[str, Any] = {"claim": seal.claim, "reference": seal.reference, "at": seal.at}
    item["fingerprints"] = {"claim": prints.claim, "line": prints.line}
    if prints.record:
        item["fingerprints"]["record"] = prints.record
    if seal.source:
        item["source"] = dict(seal.source)
    if word:
        item["judgement"] = {"stance": word.stance.value}
        if word.defect:
            item["judgement"]["defect"] = word.defect.value
        item["judgement"] |= {"by": word.judged.by, "on": word.judged.on.isoformat()}
    return item


def _with(lock: Lock, claim: Claim, new: Seal) -> Lock:
    """The lock with the seals of the claim put to its lines as they stand, and the new one."""
    seals = {key: each for key, each in lock.seals.items() if key[0] != claim.id}
    counted: dict[str, int] = {}
    for line in claim.evidence:
        at = counted[line.reference] = counted.get(line.reference, 0) + 1
        kept = seal_of(claim, line, lock)
        is_judged = line.stance is not None and kept is not None and kept.word is not None
        if (line.reference, at) == (new.reference, new.at) and (new.word or not is_judged):
            kept = new
        if kept:
            key = (claim.id, line.reference)
            seals[key] = (*seals.get(key, ()), replace(kept, at=at))
    return Lock(seals)
