"""A person's word on an evidence line, held against what stands there now."""

from pathlib import PurePosixPath
from typing import TypeAlias

from evidence.matching.seals import fingerprints, seal_of
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.judgement import Judgement, JudgementState
from evidence.model.lock import Lock, Seal
from evidence.model.work import Work

Files: TypeAlias = tuple[tuple[str, str], ...]
"""The texts of a work that were read, each with its SHA-256."""


def judgement_of(
    claim: Claim, line: EvidenceLine, work: Work | None, files: Files, lock: Lock
) -> Judgement | None:
    """What a person said of the line, and whether all is as it was then; None if nobody did.

    A record or a text that is not at hand now is not compared.
    """
    if line.stance is None:
        return None
    seal = seal_of(claim, line, lock)
    if seal is None or seal.word is None:
        return Judgement(line.stance, JudgementState.UNSEALED, line.defect, line.judged)
    changed = _changed(seal, claim, line, work, files)
    state = JudgementState.STALE if changed else JudgementState.CURRENT
    return Judgement(line.stance, state, line.defect, line.judged, changed)


def noted_source(claim: Claim, line: EvidenceLine, files: Files, lock: Lock) -> str:
    """The text of the work that is not the one which was noted when somebody anchored or judged the
    line. Empty where it is, where nothing was noted, and where no text is at hand now.
    """
    seal = seal_of(claim, line, lock)
    return _other_text(seal, files) if seal else ""


def _changed(
    seal: Seal, claim: Claim, line: EvidenceLine, work: Work | None, files: Files
) -> tuple[str, ...]:
    was, now = seal.fingerprints, fingerprints(claim, line, work)
    word = seal.word
    differs = {
        "claim": was.claim != now.claim,
        "line": was.line != now.line,
        "record": bool(was.record and now.record and was.record != now.record),
        "source": bool(_other_text(seal, files)),
        "judgement": word is not None
        and (word.stance, word.defect, word.judged) != (line.stance, line.defect, line.judged),
    }
    return tuple(name for name, is_other in differs.items() if is_other)


def _other_text(seal: Seal, files: Files) -> str:
    """A file of a noted name and other bytes, else any where none of the noted is left.

    A text that came to be beside the noted one changes nothing.
    """
    noted = dict(seal.source)
    if not noted or not files:
        return ""
    there = {sha256 for _, sha256 in files}
    for file, sha256 in files:
        before = noted.get(PurePosixPath(file).name)
        if before is not None and before != sha256 and before not in there:
            return file
    return "" if there & set(noted.values()) else files[0][0]
