"""`evidence.lock` read, and refused with the place of what is wrong."""

import datetime
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.judgement import Defect, Judged, Stance
from evidence.model.lock import Fingerprints, Lock, Seal, Word
from evidence.sources.lock import lock_of, read_lock
from evidence.sources.settings import Settings

HEAD = '{\n  "schema": "evidence/lock/1",\n  "lines": [\n'
ANCHORED = (
    '    {"claim": "a", "reference": "x", "at": 1, "fingerprints": {"claim": "1", "line": "2"}}'
)
JUDGED = (
    '    {"claim": "a", "reference": "x", "at": 2, "fingerprints": {"claim": "1", "line": "3", '
    '"record": "4"}, "source": {"x.txt": "ff"}, "judgement": {"stance": "partly", "defect": '
    '"indirect", "by": "A. Reader", "on": "2026-01-31"}}'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str) -> Lock:
    Path("evidence.lock").write_text(text, "utf-8")
    return read_lock(Path("evidence.lock"), "evidence.lock")


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


def test_the_seals_of_a_project(folder: Path) -> None:
    settings = Settings(folder, Path(), ())
    assert lock_of(settings) == Lock()
    read(f"{HEAD}{ANCHORED},\n{JUDGED}\n  ]\n}}\n")
    word = Word(Stance.PARTLY, Defect.INDIRECT, Judged("A. Reader", datetime.date(2026, 1, 31)))
    assert lock_of(settings).of("a", "x") == (
        Seal("a", "x", 1, Fingerprints("1", "2")),
        Seal("a", "x", 2, Fingerprints("1", "3", "4"), (("x.txt", "ff"),), word),
    )
    assert lock_of(settings).of("a", "y") == ()


@pytest.mark.parametrize("text", ["", " \n", f"{HEAD}]}}", f"{HEAD}{ANCHORED}]}}"])
def test_a_lock_of_any_layout(text: str) -> None:
    assert len(read(text).of("a", "x")) == text.count("claim") // 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{HEAD}<<<<<<< mine\n{ANCHORED}\n=======\n{JUDGED}\n>>>>>>> theirs\n",
            "evidence.lock:4:1: LCK001 a merge was not finished here: keep the lines of both sides",
        ),
        (f"{HEAD}{ANCHORED}\n{JUDGED}\n  ]\n}}\n", "evidence.lock:5:5: LCK001 this is not valid"),
        (f"{HEAD}{ANCHORED}", "evidence.lock:4:90: LCK001 this is not valid JSON"),
        ("[" * 100_000, "LCK001 `evidence.lock` is not a lock: take the file from the last commit"),
        ("1" * 10_000, "LCK001 `evidence.lock` is not a lock: take the file from the last commit"),
        ("[]", "evidence.lock:1:1: LCK001 `evidence.lock` is not a lock, expected `schema` and"),
        ('{"schema": "evidence/lock/1", "lines": {}}', "is damaged, expected `schema` and a list"),
        (
            '{"schema": "evidence/lock/2", "lines": []}',
            "has the schema `evidence/lock/2`, and this version reads `evidence/lock/1` only",
        ),
        (
            '{"schema": "evidence/lock/1", "more": 1, "lines": []}',
            "expected `schema` and a",
        ),
        (
            f"{HEAD}{JUDGED},\n{JUDGED}]}}",
            "evidence.lock:5:5: LCK001 line 2 of `a` for `x` stands here twice: remove it",
        ),
        (
            f"{HEAD}{ANCHORED},\n{JUDGED.replace('partly', 'yes')}]}}",
            "evidence.lock:5:5: LCK001 this line cannot be used (`judgement.stance`: input should",
        ),
        ('{"schema": "evidence/lock/1", "lines": [1], "lines": []}', "is not a lock: take the"),
        (
            '{"schema": "evidence/lock/1", "\\u006cines": [7]}',
            "evidence.lock:1:1: LCK001 this line cannot be used (expected a mapping)",
        ),
        (f"{HEAD}7]}}", "evidence.lock:4:1: LCK001 this line cannot be used (expected a mapping)"),
        (
            HEAD + ANCHORED.replace('"at": 1', '"at": 0') + "]}",
            "(`at`: input should be greater than or equal to 1)",
        ),
        (
            HEAD + ANCHORED.replace('"line"', '"lines": [], "line"') + "]}",
            "(`fingerprints.lines`: extra inputs are not permitted)",
        ),
    ],
)
def test_a_lock_that_cannot_be_used(text: str, told: str) -> None:
    assert told in refused(text)


def test_a_lock_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "evidence.lock").symlink_to(folder / "nothing")
    with pytest.raises(InputError, match=r"LCK001 `evidence\.lock` was not found"):
        read_lock(Path("evidence.lock"), "evidence.lock")
