"""A person's word on an evidence line, written down with what it is about."""

import datetime
from dataclasses import dataclass
from typing import Final

from evidence.audit.claim_lines import claims_file
from evidence.audit.line_to_judge import LineToJudge, line_to_judge
from evidence.audit.noted_edits import write_noted
from evidence.edits.claims.editing import ClaimsEdit, edit_claims
from evidence.edits.claims.line_change import LineChange, Value
from evidence.edits.lock import LockEdit, edit_lock, seal
from evidence.errors import InputError
from evidence.model.judgement import GRAVE, Defect, Judged, Stance
from evidence.model.lock import Seal, Word
from evidence.model.place import Place
from evidence.project import Project
from evidence.registries.interface import Registries
from evidence.sources.lock import LOCK_FILE

# Where a day begins first: UTC+14, in Kiribati.
_FARTHEST_EAST: Final = datetime.timezone(datetime.timedelta(hours=14))


@dataclass(frozen=True, slots=True)
class Judging:
    """A judgement, not written yet: the edits that write it down, and where it will stand."""

    subject: LineToJudge
    seal: Seal
    place: Place
    claims: ClaimsEdit
    lock: LockEdit


def judge(
    project: Project,
    claim: str,
    key: str = "",
    *,
    stance: Stance | str,
    by: str,
    on: datetime.date,
    defect: Defect | str | None = None,
    note: str = "",
    at: int | None = None,
    registries: Registries | None = None,
) -> Judging:
    """A person's word on a line, found as `line_to_judge` finds it.

    `by` says who judged, `on` when. A `note` goes behind the one that is there. Judging again
    renews the word and what is noted with it. Nothing is written. Raises InputError as
    `line_to_judge` does, without a name, for a day that is not yet anywhere, for a defect that the
    stance rules out, and when one of the files cannot be read or edited.
    """
    subject = line_to_judge(project, claim, key, at=at, registries=registries)
    return judge_line(project, subject, stance=stance, by=by, on=on, defect=defect, note=note)


def judge_line(
    project: Project,
    subject: LineToJudge,
    *,
    stance: Stance | str,
    by: str,
    on: datetime.date,
    defect: Defect | str | None = None,
    note: str = "",
) -> Judging:
    """A person's word on a line that is at hand; as `judge` else."""
    by = " ".join(by.split())
    if not by:
        raise InputError("nobody is named who judges: expected a name")
    word = Word(Stance(stance), Defect(defect) if defect else None, Judged(by, on))
    _prove_word(word)
    found, line = subject.claim, subject.line
    values: dict[str, Value] = {
        "stance": word.stance.value,
        "defect": word.defect.value if word.defect else None,
        "judged": {"by": by, "on": on.isoformat()},
    }
    if note.strip() and note.strip() not in line.note:
        values["note"] = " / ".join(filter(None, (line.note, note.strip())))
    path = claims_file(project, found)
    claims = edit_claims(path, changes=[LineChange(found.id, subject.index, values)])
    made = seal(found, line, subject.work, subject.files, word)
    lock = edit_lock(project.settings.root / LOCK_FILE, found, made)
    return Judging(subject, made, claims.place_of(found.id, subject.index, "stance"), claims, lock)


def write_judging(judging: Judging) -> None:
    """Write the claims file and the lock, each whole or not at all.

    Raises InputError when one of them is not what it was when it was read, with neither written;
    and when one cannot be written: then the claims file is put back as it was, and where that fails
    as well, the message says so.
    """
    write_noted(
        judging.claims,
        judging.lock,
        what="the judgement",
        again="judge again to note what it is about",
    )


def _prove_word(word: Word) -> None:
    """Raises InputError when stance and defect contradict each other, and for a day to come."""
    if word.stance is Stance.SUPPORTS and word.defect in GRAVE:
        raise InputError(
            f"a work that is judged `{word.defect}` does not support the claim: give the stance "
            "`partly`, `disputes` or `neutral`, or another defect"
        )
    latest = datetime.datetime.now(_FARTHEST_EAST).date()
    if word.judged.on > latest:
        raise InputError(f"`{word.judged.on}` is a day to come, expected one up to today")
