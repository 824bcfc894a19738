"""Claims added to a claims file, by whole expected texts."""

from pathlib import Path

import pytest

from edited_claims import HEAD, KEY, PAIN, edited
from evidence.edits.claims.editing import edit_claims, write_claims_edit
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.errors import InputError
from evidence.model.claim import ClaimType, System, Value


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_file() -> None:
    claims = [
        NewClaim(
            "cox-2",
            "Ibuprofen inhibits COX-1 and COX-2: in human whole blood, at concentrations that are "
            "reached with the usual doses of this medicine.",
            ClaimType.PHARMACODYNAMIC,
            System.EX_VIVO,
            (Value("IC50", "1.1", "µmol/L", "COX-2"), Value("IC50", "2-3", n="5", ci="1, 4")),
            (NewLine("warner1999"), NewLine("vane2001")),
            comments=("The sentence before cites [4] as well; is it meant here too?",),
        ),
        NewClaim(
            "dose",
            "no",
            system=System.PATIENT,
            lines=(KEY, NewLine("moore2015", page="7", quote="one: two", note="Read on 12 May.")),
            rests_on=("cox-2",),
            note="12:30",
        ),
    ]
    edit = edit_claims("claims.yaml", claims=claims, documents=["a page.md", "b.docx"])
    assert edit.is_new
    assert edit.before == b""
    write_claims_edit(edit)
    expected = """\
schema: evidence/claims/1
documents: [a page.md, b.docx]

claims:
  - id: cox-2
    text: >-
      Ibuprofen inhibits COX-1 and COX-2: in human whole blood, at concentrations that are reached
      with the usual doses of this medicine.
    type: pharmacodynamic
    system: ex-vivo
    values:
      - {name: IC50, target: COX-2, value: 1.1, unit: µmol/L}
      - {name: IC50, value: 2-3, n: 5, ci: "1, 4"}
    evidence: [warner1999, vane2001]
    # The sentence before cites [4] as well; is it meant here too?

  - id: dose
    text: "no"
    system: patient
    evidence:
      - reference: abc2020
      - reference: moore2015
        page: 7
        quote: "one: two"
        note: Read on 12 May.
    rests_on: [cox-2]
    note: "12:30"
"""
    assert Path("claims.yaml").read_text("utf-8") == expected
    added = "".join(f"+{line}\n" for line in expected.splitlines())
    assert edit.diff == f"--- /dev/null\n+++ b/claims.yaml\n@@ -0,0 +1,27 @@\n{added}"


def test_an_empty_file_is_filled() -> None:
    expected = f"{HEAD}documents: [a.md]\n\nclaims: []\n"
    assert edited("", documents=("a.md",)) == expected
    assert edited("\r\n \n", documents=("a.md",)) == expected


def test_a_new_claim_leaves_comments_with_the_claim_that_they_belong_to() -> None:
    text = f"""\
# Ours.
{HEAD}
claims:
- id: a   # first
  text: A.
  # about a

  # also about a

# about b
- id: b
  text: B.

# later

ignore: {{}}
"""
    assert (
        edited(text, NewClaim("c", "C.", after="a"), PAIN)
        == f"""\
# Ours.
{HEAD}
claims:
- id: a   # first
  text: A.
  # about a

  # also about a

- id: c
  text: C.

# about b
- id: b
  text: B.

- id: pain
  text: Ibuprofen eases pain.
  evidence: [moore2015]

# later

ignore: {{}}
"""
    )


def test_new_claims_may_follow_new_claims() -> None:
    claims = (
        NewClaim("a1", "A", after="a"),
        NewClaim("a3", "A", after="a"),
        NewClaim("z", "Z"),
        NewClaim("a2", "A", after="a1"),
    )
    text = edited(HEAD + "claims:\n  - {id: a, text: A}\n  - {id: b, text: B}\n", *claims)
    ids = [line.split("id: ")[1].split(",")[0] for line in text.splitlines() if "id: " in line]
    assert ids == ["a", "a1", "a2", "a3", "b", "z"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "claims:\n  # the pains\n  - {id: a, text: A}\n\n  - {id: b, text: B}\n",
            "claims:\n  - id: x\n    text: X.\n\n  - id: w\n    text: W.\n\n"
            "  # the pains\n  - {id: a, text: A}\n\n  - {id: b, text: B}\n",
        ),
        (
            "claims: # all\n\n- id: a\n  text: A\n",
            "claims: # all\n- id: x\n  text: X.\n\n- id: w\n  text: W.\n\n- id: a\n  text: A\n",
        ),
    ],
)
def test_new_claims_in_front_of_the_first(old: str, new: str) -> None:
    claims = (NewClaim("x", "X.", before="a"), NewClaim("w", "W.", after="x"))
    assert edited(HEAD + old, *claims) == HEAD + new


def test_new_claims_between_two_go_first_behind_the_one_and_then_before_the_other() -> None:
    claims = (
        NewClaim("x", "X", before="b"),
        NewClaim("z", "Z"),
        NewClaim("a1", "A", after="a"),
        NewClaim("x1", "X", after="x"),
    )
    text = edited(HEAD + "claims:\n  - {id: a, text: A}\n  - {id: b, text: B}\n", *claims)
    ids = [line.split("id: ")[1].split(",")[0] for line in text.splitlines() if "id: " in line]
    assert ids == ["a", "a1", "x", "x1", "b", "z"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims: []\n", "claims:\n  - id: pain\n"),
        ("claims: [  ] # none yet\n", "claims: # none yet\n  - id: pain\n"),
        ("claims:\n", "claims:\n  - id: pain\n"),
        ("claims: ~\n", "claims:\n  - id: pain\n"),
        ("'claims' : null", "'claims' :\n  - id: pain\n"),
        ("documents:\n- a.md\nclaims: []\n", "documents:\n- a.md\nclaims:\n- id: pain\n"),
    ],
)
def test_the_first_claim(before: str, after: str) -> None:
    new = NewClaim("pain", "P.")
    Path("a.md").touch()
    indent = "  " if after.endswith("\n- id: pain\n") else "    "
    end = "" if not before.endswith("\n") else "\n"
    assert edited(HEAD + before, new) == f"{HEAD}{after}{indent}text: P.{end}"


def test_the_style_of_the_other_claims_is_taken_over() -> None:
    text = (
        "schema: 'evidence/claims/1'\r\nclaims:\r\n-   id: 'a'\r\n    text: \"A.\"\r\n"
        "    evidence:\r\n      - x\r\n-   id: 'b'\r\n    text: \"B.\"\r\n    evidence:\r\n"
        "      - y\r\n      - z"
    )
    long = "word " * 30
    new = NewClaim("c", "C.", ClaimType.SAFETY, lines=(KEY, KEY), note=long)
    assert edited(text, new) == (
        f"{text}\r\n-   id: 'c'\r\n    text: \"C.\"\r\n    type: 'safety'\r\n    evidence:\r\n"
        f"      - 'abc2020'\r\n      - 'abc2020'\r\n    note: >-\r\n      {'word ' * 18}word\r\n"
        f"      {'word ' * 10}word"
    )


def test_long_texts_stay_on_a_line_where_none_is_folded() -> None:
    long = "A long text. " * 12
    text = f"{HEAD}claims:\n  - id: a\n    text: {long.strip()}\n"
    assert edited(text, NewClaim("b", long)) == (f"{text}\n  - id: b\n    text: {long.strip()}\n")


def test_a_byte_order_mark_an_encoding_and_document_markers_stay() -> None:
    path = Path("claims.yaml")
    text = f"---\n{HEAD}claims:\n  - id: a\n    text: Ä.\n...\n"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_bytes(text.encode(encoding))
        write_claims_edit(edit_claims(path, claims=[NewClaim("b", "β.")]))
        expected = text.replace("...\n", "\n  - id: b\n    text: β.\n...\n")
        assert path.read_bytes() == expected.encode(encoding)
    path.write_bytes(f"# -*- coding: latin-1 -*-\n{text}".encode("latin-1"))
    write_claims_edit(edit_claims(path, claims=[NewClaim("b", "Ö.")]))
    assert b"text: \xd6." in path.read_bytes()
    with pytest.raises(InputError, match="is in an encoding which lacks `β`: save it as UTF-8"):
        edit_claims(path, claims=[NewClaim("c", "β.")])


def test_many_works_stand_on_lines_of_their_own() -> None:
    keys = [f"author{year}" for year in range(2010, 2022)]
    claim = NewClaim("a", "A.", lines=tuple(map(NewLine, keys)), rests_on=tuple(keys))
    lines = "".join(f"      - reference: {key}\n" for key in keys)
    others = "".join(f"      - {key}\n" for key in keys)
    assert edited("", claim) == (
        f"{HEAD}\nclaims:\n  - id: a\n    text: A.\n    evidence:\n{lines}    rests_on:\n{others}"
    )
