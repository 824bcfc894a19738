"""Claims files that are not edited, and why; edits that are not written."""

from pathlib import Path

import pytest

from edited_claims import HEAD, KEY, PAIN, edited
from evidence.edits.claims.editing import ClaimsEdit, edit_claims, write_claims_edit
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.errors import InputError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(text: str, *claims: NewClaim, **more: tuple[object, ...]) -> str:
    with pytest.raises(InputError) as caught:
        edited(text, *claims, **more)  # type: ignore[arg-type]
    assert Path("claims.yaml").read_bytes() == text.encode()
    return str(caught.value)


TWO = f"{HEAD}claims:\n  - id: a\n    text: A.\n  - id: b\n    texts: B.\n  - {{id: c, id: d}}\n"


@pytest.mark.parametrize(
    ("text", "claim", "told"),
    [
        ("schema: [\n", PAIN, "claims.yaml:1:9: CLM010 the file cannot be edited before this is"),
        ("- a\n", PAIN, "claims.yaml:1:1: CLM010 `claims.yaml` is not a block mapping, expected"),
        ("# a\n", PAIN, "claims.yaml:1:1: CLM010 `claims.yaml` is not a block mapping, expected"),
        ("{schema: evidence/claims/1, claims: []}\n", PAIN, "is not a block mapping"),
        ("schema: evidence/claims/2\nclaims: []\n", PAIN, "claims.yaml:1:9: CLM010 `schema` must"),
        ("claims: []\n", PAIN, "claims.yaml:1:1: CLM010 `schema` must be `evidence/claims/1`"),
        (f"{HEAD}claims: []\nclaims: []\n", PAIN, "claims.yaml:3:1: CLM010 the file cannot be"),
        (HEAD, PAIN, "claims.yaml:1:1: CLM010 `claims:` is missing: add it behind `schema`"),
        (f"{HEAD}claims: x\n", PAIN, "claims.yaml:2:9: CLM010 `claims` must be a list"),
        (f"{HEAD}claims: [ # x\n]\n", PAIN, "claims.yaml:2:9: CLM010 `claims` is an empty list"),
        (f"{HEAD}claims: [{{id: a, text: A}}]\n", PAIN, "claims.yaml:2:9: CLM010 the claims stand"),
        (TWO, NewClaim("b", "B."), "claims.yaml:5:5: CLM010 there is a claim `b` already"),
        (TWO, NewClaim("e", "E.", after="z"), "CLM010 there is no claim `z` to put `e` behind"),
        (TWO, NewClaim("e", "E.", before="z"), "there is no claim `z` to put `e` in front of"),
        (
            TWO,
            NewClaim("e", " "),
            "claims.yaml:1:1: the claim `e` cannot be written: `text` is empty",
        ),
        (
            TWO,
            NewClaim("e e", "E."),
            "claims.yaml:1:1: the claim `e e` cannot be written: `e e` is no",
        ),
    ],
)
def test_a_claim_that_cannot_be_added(text: str, claim: NewClaim, told: str) -> None:
    assert told in refused(text, claim)


def test_two_new_claims_with_one_id() -> None:
    assert "there is a claim `pain` already" in refused(TWO, PAIN, PAIN)


@pytest.mark.parametrize(
    ("id", "line", "told"),
    [
        ("z", KEY, "claims.yaml:3:3: CLM010 there is no claim `z` to add evidence to"),
        ("b", KEY, "claims.yaml:5:5: CLM010 the file cannot be edited before this is mended: `te"),
        ("c", KEY, "claims.yaml:7:13: CLM010 the file cannot be edited before this is mended: `i"),
        ("a", NewLine(""), "claims.yaml:1:1: an evidence line of `a` cannot be written: `refe"),
    ],
)
def test_a_line_that_cannot_be_added(id: str, line: NewLine, told: str) -> None:
    assert told in refused(TWO, lines=((id, line),))


def test_documents_that_are_no_list() -> None:
    told = refused(f"{HEAD}documents: a.md\nclaims: []\n", documents=("b.md",))
    assert told.startswith("claims.yaml:2:12: CLM010 `documents` must be a list: write")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("claims:\n- {id: a, text: A, evidence}\n", "3:20: CLM010 `evidence` stands here without"),
        ("claims:\n- id: a\n  text: A\n  ? evidence\n", "5:5: CLM010 `evidence` stands here with"),
        (
            "? documents\nclaims: [{id: a, text: A}]\n",
            "2:3: CLM010 `documents` stands here without",
        ),
        ("? claims\n", "2:3: CLM010 `claims` stands here without a `:`, expected `claims: []`"),
    ],
)
def test_a_key_without_a_colon_is_told_as_the_reason(text: str, told: str) -> None:
    if "? claims" in text:
        assert refused(HEAD + text, PAIN).startswith(f"claims.yaml:{told}")
    else:
        message = refused(HEAD + text, lines=(("a", KEY),), documents=("a.md",))
        assert message.startswith(f"claims.yaml:{told}")


def test_an_empty_evidence_with_a_colon_is_filled() -> None:
    text = f"{HEAD}claims:\n- {{id: a, text: A, evidence: }}\n"
    assert "evidence: [abc2020]" in edited(text, lines=(("a", KEY),))


def test_half_a_character_is_not_written() -> None:
    told = refused(TWO, NewClaim("e", "half a pair: \ud83d"))
    assert "the claim `e` cannot be written: `text` holds half of a surrogate pair" in told


def test_what_is_no_claim_stays() -> None:
    text = f"{HEAD}claims:\n  - a\n  -\n  - [b]\n"
    assert edited(text, PAIN).startswith(f"{text}  - id: pain\n")


def test_what_is_unsound_elsewhere_stays() -> None:
    assert edited(TWO, PAIN).startswith(TWO)
    new = edited(TWO, lines=(("a", KEY),))
    assert new == TWO.replace("A.\n", "A.\n    evidence: [abc2020]\n")


def test_a_file_that_changed_is_not_written() -> None:
    path = Path("claims.yaml")
    new = edit_claims(path, claims=[PAIN])
    path.write_text("mine")
    with pytest.raises(InputError, match="has changed since it was read"):
        write_claims_edit(new)
    path.write_text(TWO)
    old = edit_claims(path, claims=[PAIN])
    path.write_text(TWO + "\n")
    with pytest.raises(InputError, match="has changed since it was read"):
        write_claims_edit(old)
    path.unlink()
    with pytest.raises(InputError, match="has changed since it was read"):
        write_claims_edit(old)


def test_nothing_to_do_changes_nothing() -> None:
    edit: ClaimsEdit = edit_claims("claims.yaml")
    assert edit.after == f"{HEAD}\nclaims: []\n".encode()
    Path("claims.yaml").write_text(TWO)
    edit = edit_claims("claims.yaml")
    assert (edit.after, edit.diff, edit.is_new) == (edit.before, "", False)
    write_claims_edit(edit)


def test_the_diff_of_an_edit() -> None:
    Path("claims.yaml").write_text(TWO)
    assert edit_claims("claims.yaml", lines=[("a", KEY)]).diff == (
        "--- a/claims.yaml\n+++ b/claims.yaml\n@@ -2,6 +2,7 @@\n claims:\n   - id: a\n"
        "     text: A.\n"
        "+    evidence: [abc2020]\n   - id: b\n     texts: B.\n   - {id: c, id: d}\n"
    )
