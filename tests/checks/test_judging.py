"""A person's word, held against what stands there now."""

import datetime
from dataclasses import replace

import pytest

from dossiers import HAND_MADE, record
from evidence.checks.judging import judgement_of, noted_source
from evidence.matching.seals import fingerprints
from evidence.model.claim import Claim, EvidenceLine, System
from evidence.model.judgement import Defect, Judged, Judgement, JudgementState, Stance
from evidence.model.lock import Lock, Seal, Word
from evidence.model.place import Place
from evidence.model.work import Update, Work

PLACE = Place("claims.yaml")
READER = Judged("A. Reader", datetime.date(2026, 1, 31))
LINE = EvidenceLine("x", PLACE, page="3", stance=Stance.SUPPORTS, judged=READER)
CLAIM = Claim("pain", "It eases pain.", PLACE, evidence=(LINE,))
WORK = record()
FILES = (("sources/x.txt", "aa"), ("sources/x.pdf", "bb"))
SEAL = Seal(
    "pain",
    "x",
    1,
    fingerprints(CLAIM, LINE, WORK),
    (("x.pdf", "bb"), ("x.txt", "aa")),
    Word(Stance.SUPPORTS, None, READER),
)


def lock(seal: Seal = SEAL) -> Lock:
    return Lock({("pain", "x"): (seal,)})


def judged(
    line: EvidenceLine = LINE,
    *,
    text: str = CLAIM.text,
    work: Work | None = WORK,
    files: tuple[tuple[str, str], ...] = FILES,
    seal: Seal = SEAL,
) -> Judgement | None:
    claim = replace(CLAIM, text=text, evidence=(line,))
    return judgement_of(claim, line, work, files, lock(seal))


def changed(judgement: Judgement | None) -> tuple[str, ...]:
    assert judgement is not None
    assert (judgement.state is JudgementState.STALE) is bool(judgement.changed)
    return judgement.changed


def test_a_judgement_of_what_stands_there_is_current() -> None:
    current = Judgement(Stance.SUPPORTS, JudgementState.CURRENT, None, READER)
    assert judged() == current
    assert judged(replace(LINE, note="n", place=Place("b", 9)), text="It  eases\npain.") == current


def test_a_line_that_nobody_judged_has_none() -> None:
    assert judged(replace(LINE, stance=None, judged=None)) is None


def test_what_was_typed_by_hand_is_unsealed() -> None:
    unsealed = Judgement(Stance.SUPPORTS, JudgementState.UNSEALED, None, READER)
    assert judgement_of(CLAIM, LINE, WORK, FILES, Lock()) == unsealed
    assert judged(seal=replace(SEAL, word=None)) == unsealed  # anchored, and judged by hand


def test_what_has_changed_is_named() -> None:
    assert changed(judged(text="It eases all pain.")) == ("claim",)
    assert changed(judged(replace(LINE, page="4"))) == ("line",)
    assert changed(judged(replace(LINE, stance=Stance.PARTLY))) == ("judgement",)
    assert changed(judged(replace(LINE, defect=Defect.INDIRECT))) == ("judgement",)
    assert changed(judged(replace(LINE, judged=None))) == ("judgement",)
    retracted = replace(WORK, updates=(Update("retraction"),))
    assert changed(judged(work=retracted)) == ("record",)
    assert changed(judged(files=(("sources/x.txt", "cc"),))) == ("source",)
    everything = judged(replace(LINE, page="4", judged=None), text="No.", work=retracted)
    assert changed(everything) == ("claim", "line", "record", "judgement")
    claim = replace(CLAIM, system=System.PATIENT)
    assert changed(judgement_of(claim, LINE, WORK, FILES, lock())) == ("claim",)


def test_a_record_that_is_not_at_hand_is_not_compared() -> None:
    assert changed(judged(work=None)) == ()
    assert changed(judged(work=record({"title": ["Else"]}, origin=HAND_MADE))) == ()
    unseen = replace(SEAL, fingerprints=replace(SEAL.fingerprints, record=""))
    assert changed(judged(seal=unseen)) == ()


@pytest.mark.parametrize(
    ("files", "other"),
    [
        (FILES, ""),
        ((), ""),  # not at hand on this computer
        (FILES[:1], ""),
        ((*FILES, ("sources/x.html", "dd")), ""),
        ((("elsewhere/y.txt", "aa"),), ""),  # renamed
        ((("sources/x.txt", "bb"), ("sources/x.pdf", "aa")), ""),
        ((FILES[0], ("sources/x.pdf", "dd")), "sources/x.pdf"),
        ((("sources/x.html", "dd"), ("sources/x.md", "ee")), "sources/x.html"),
    ],
)
def test_a_text_that_is_another_one(files: tuple[tuple[str, str], ...], other: str) -> None:
    assert noted_source(CLAIM, LINE, files, lock()) == other
    assert changed(judged(files=files)) == (("source",) if other else ())


def test_where_nothing_was_noted_no_text_is_another_one() -> None:
    assert noted_source(CLAIM, LINE, FILES, Lock()) == ""
    assert noted_source(CLAIM, LINE, FILES, lock(replace(SEAL, source=()))) == ""
