import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.edits.diff import unified_diff
from evidence.edits.splice import Splice, apply_splices

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
TEXT = "".join(f"line {number}\n" for number in range(1, 21))


def replace(text: str, *words: tuple[str, str]) -> list[Splice]:
    return [Splice(at := text.index(old), at + len(old), new) for old, new in words]


def test_changes_stand_between_three_lines_of_context() -> None:
    splices = replace(TEXT, ("line 5\n", "line 5\nnew\n"), ("16", "sixteen"))
    assert unified_diff("refs.bib", TEXT, splices) == (
        "--- a/refs.bib\n+++ b/refs.bib\n"
        "@@ -3,6 +3,7 @@\n line 3\n line 4\n line 5\n+new\n line 6\n line 7\n line 8\n"
        "@@ -13,7 +14,7 @@\n line 13\n line 14\n line 15\n-line 16\n+line sixteen\n"
        " line 17\n line 18\n line 19\n"
    )


def test_changes_whose_context_touches_share_a_hunk() -> None:
    splices = replace(TEXT, ("line 1\n", "first\n"), ("line 8", "eighth"), ("line 20", "last"))
    assert unified_diff("x", TEXT, splices).count("@@ -") == 2


def test_two_changes_of_one_line_are_one() -> None:
    text = "a = {x}, b = {y}"
    assert unified_diff("x", text, replace(text, ("x", "1"), ("y", "2"))) == (
        "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n"
        "-a = {x}, b = {y}\n\\ No newline at end of file\n"
        "+a = {1}, b = {2}\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize("splices", [[], [Splice(0, 4, "line")]])
def test_nothing_changed_is_no_diff(splices: list[Splice]) -> None:
    assert unified_diff("x", TEXT, splices) == ""


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("my refs.bib", "--- a/my refs.bib\t\n"),
        ("/home/me/refs.bib", "--- a/home/me/refs.bib\n"),
        ('a"b\n.bib', '--- "a/a\\"b\\n.bib"\n'),
    ],
)
def test_a_name_that_patch_would_misread_is_marked(name: str, header: str) -> None:
    assert unified_diff(name, "a\n", [Splice(0, 1, "b")]).startswith(header)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[Splice]]:
    text = draw(st.text("ab{\r\n", min_size=1, max_size=60).filter(lambda text: text[0] != "\r"))
    cuts = sorted(draw(st.sets(st.integers(0, len(text) - 1), max_size=8)))
    new = st.text("xy\n", max_size=4)
    return text, [Splice(a, b, draw(new)) for a, b in list(pairwise(cuts))[::2]]


@given(edits())
def test_applying_the_diff_gives_the_new_text(case: tuple[str, list[Splice]]) -> None:
    text, splices = case
    assert patched(text, unified_diff("x", text, splices)) == apply_splices(text, splices)


def patched(text: str, diff: str) -> str:
    """The text with the diff applied as POSIX describes; asserts that each line fits."""
    old, new, at = _LINE.findall(text), list[str](), 0
    for line, following in pairwise([*_LINE.findall(diff)[2:], ""]):
        content = line[1:].removesuffix("\n") if following.startswith("\\") else line[1:]
        if line.startswith("@@"):
            start, _, start_after, _ = map(int, re.findall(r"\d+", line))
            new += old[at : start - 1]
            at = start - 1
            assert len(new) == start_after - 1
        elif line[0] in " -":
            assert old[at] == content
            at += 1
        if line[0] in " +":
            new.append(content)
    return "".join(new + old[at:])


@pytest.mark.parametrize("program", ["git", "patch"])
@pytest.mark.parametrize("name", ["refs.bib", "my refs.bib", "mes références.bib"])
def test_git_and_patch_take_it(tmp_path: Path, program: str, name: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    text = TEXT.replace("line 9\n", "line 9\r\n") + "no end"
    splices = replace(text, ("line 2", "two"), ("9\r\n", "9,\r\nnew\r\n"), ("no end", "the end"))
    file = tmp_path / name
    file.write_text(text, "utf-8", newline="")
    diff = unified_diff(name, text, splices)
    command = ["git", "apply"] if program == "git" else ["patch", "--binary", "-p1"]
    subprocess.run(command, cwd=tmp_path, input=diff.encode(), check=True, capture_output=True)
    assert file.read_bytes() == apply_splices(text, splices).encode()
