"""`evidence.lock` written: seals put, moved, dropped and kept."""

import datetime
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.edits.lock import edit_lock, lock_text, seal
from evidence.errors import InputError
from evidence.matching.seals import claim_print, line_print
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.judgement import Defect, Judged, Stance
from evidence.model.lock import Fingerprints, Lock, Seal, Word
from evidence.model.place import Place
from evidence.sources.lock import read_lock

PLACE = Place("claims.yaml")
WORD = Word(Stance.PARTLY, Defect.INDIRECT, Judged("A. Reader", datetime.date(2026, 1, 31)))
A, B, C = (EvidenceLine("x", Place("claims.yaml", line), page=str(line)) for line in (7, 8, 9))
CLAIM = Claim("pain", "It eases pain.", PLACE, evidence=(A, B))
PATH = Path("evidence.lock")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(claim: Claim, line: EvidenceLine, word: Word | None = None) -> None:
    edit_lock(PATH, claim, seal(claim, line, None, (), word)).write()


def lock() -> Lock:
    return read_lock(PATH, "evidence.lock")


def test_a_new_lock() -> None:
    Path("x.txt").write_text("It eases pain.")
    sha256 = hashlib.sha256(b"It eases pain.").hexdigest()
    made = seal(CLAIM, B, None, (Path("x.txt"),), WORD)
    edit = edit_lock(PATH, CLAIM, made)
    text = (
        '{\n  "schema": "evidence/lock/1",\n  "lines": [\n'
        '    {"claim": "pain", "reference": "x", "at": 2, "fingerprints": {"claim": "'
        f'{claim_print(CLAIM)}", "line": "{line_print(B)}"}}, "source": {{"x.txt": "{sha256}"}}, '
        '"judgement": {"stance": "partly", "defect": "indirect", "by": "A. Reader", '
        '"on": "2026-01-31"}}\n  ]\n}\n'
    )
    assert (edit.after.decode(), edit.is_new) == (text, True)
    assert edit.diff.startswith("--- /dev/null\n+++ b/evidence.lock\n@@ -0,0 +1,6 @@\n+{\n")
    edit.write()
    assert lock().of("pain", "x") == (made,)
    again = edit_lock(PATH, CLAIM, made)
    assert (again.diff, again.after) == ("", again.before)


def test_the_seals_of_others_stay() -> None:
    others = [
        Seal("other", "x", 1, Fingerprints("1", "2", "3"), (("x.pdf", "f"),), WORD),
        Seal("gone", "ü\ud800", 7, Fingerprints("1", "2")),
    ]
    text = lock_text(Lock({(each.claim, each.reference): (each,) for each in others}))
    PATH.write_text(text, "utf-8")
    put(CLAIM, A)
    before, after = text.splitlines(), PATH.read_text("utf-8").splitlines()
    assert [json.loads(line.removesuffix(","))["claim"] for line in after if '"at"' in line] == [
        "gone",
        "other",
        "pain",
    ]
    assert {line.removesuffix(",") for line in before} < {line.removesuffix(",") for line in after}
    assert lock().of("other", "x") == (others[0],)


def test_seals_move_with_their_lines_and_go_with_them() -> None:
    put(CLAIM, A, WORD)
    put(CLAIM, B)
    before = {line_print(each): each for each in (A, B, C)}
    put(replace(CLAIM, evidence=(C, B, A)), C)
    assert [before[each.fingerprints.line] for each in lock().of("pain", "x")] == [C, B, A]
    assert [each.word for each in lock().of("pain", "x")] == [None, None, WORD]
    put(replace(CLAIM, evidence=(A,)), A, WORD)
    assert [(each.at, each.word) for each in lock().of("pain", "x")] == [(1, WORD)]


def test_what_was_judged_is_not_sealed_anew_without_a_word() -> None:
    put(CLAIM, A, WORD)
    quoted = replace(A, quote="eases", stance=Stance.PARTLY)
    put(replace(CLAIM, evidence=(quoted, B)), quoted)
    assert lock().of("pain", "x")[0].fingerprints.line == line_print(A)
    unjudged = replace(quoted, stance=None)
    put(replace(CLAIM, evidence=(unjudged, B)), unjudged)
    [kept] = lock().of("pain", "x")
    assert (kept.fingerprints.line, kept.word) == (line_print(unjudged), None)


def test_line_ends_stay() -> None:
    put(CLAIM, A)
    PATH.write_bytes(PATH.read_bytes().replace(b"\n", b"\r\n"))
    put(CLAIM, B)
    data = PATH.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == 7


def test_a_lock_or_a_text_that_cannot_be_read() -> None:
    PATH.write_text("{")
    with pytest.raises(InputError, match=r"evidence\.lock:1:1: LCK001 this is not valid JSON"):
        put(CLAIM, A)
    with pytest.raises(InputError, match=r"`gone\.txt` was not found"):
        seal(CLAIM, A, None, (Path("gone.txt"),))
    assert lock_text(Lock()) == '{\n  "schema": "evidence/lock/1",\n  "lines": []\n}\n'
