import datetime
from pathlib import Path

import pytest

from evidence.model.claim import (
    Claim,
    Claims,
    ClaimType,
    EvidenceLine,
    RestsOn,
    Role,
    System,
    TableCell,
    Value,
)
from evidence.model.ignore import Ignore
from evidence.model.judgement import Defect, Judged, Stance
from evidence.model.place import Place
from evidence.sources.claims import read_claims

HEAD = "schema: evidence/claims/1\n"


def read(folder: Path, text: str) -> Claims:
    path = folder / "c.yaml"
    path.write_text(text, encoding="utf-8")
    return read_claims([(path, "c.yaml")])


def problems(folder: Path, text: str) -> list[str]:
    return [f"{problem.place} {problem.message}" for problem in read(folder, text).problems]


def at(line: int, column: int) -> Place:
    return Place("c.yaml", line, column)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").touch()
    text = f"""\
{HEAD}documents: [docs/a.md]
ignore:
  CIT001: the document is a draft
  CIT002:
claims:
  - id: ic50
    text: "  It inhibits ROS1: 7 nmol/L. "
    variants: [" ROS1 is inhibited. ", Another wording.]
    type: pharmacodynamic
    system: biochemical
    values: [{{name: IC50, target: ROS1, value: 07, unit: nmol/L, n: 3, ci: 6-8, comparator: x}}]
    evidence:
      - ardini2016
      - reference: drilon2017
        role: background
        system: patient
        design: phase-1
        quote: their words
        page: 403
        section: Results
        table: {{label: Table 9, row: ROS-1, column: IC50, cell: 7}}
        note: ours
    rests_on: [bbb, other]
    note: a note
    ignore: {{CLM005: no page numbers}}
  - id: bbb
    text: Plain.
    evidence:
"""
    claims = read(tmp_path, text)
    assert claims == Claims(
        claims=(
            Claim(
                id="ic50",
                text="It inhibits ROS1: 7 nmol/L.",
                place=at(7, 9),
                type=ClaimType.PHARMACODYNAMIC,
                system=System.BIOCHEMICAL,
                values=(Value("IC50", "07", "nmol/L", "ROS1", "x", "3", "6-8"),),
                evidence=(
                    EvidenceLine("ardini2016", at(14, 9)),
                    EvidenceLine(
                        "drilon2017",
                        at(15, 20),
                        role=Role.BACKGROUND,
                        system=System.PATIENT,
                        design="phase-1",
                        quote="their words",
                        page="403",
                        section="Results",
                        table=TableCell("Table 9", "ROS-1", "IC50", "7"),
                        note="ours",
                    ),
                ),
                rests_on=(RestsOn("bbb", at(24, 16)), RestsOn("other", at(24, 21))),
                note="a note",
                variants=("ROS1 is inhibited.", "Another wording."),
            ),
            Claim("bbb", "Plain.", at(27, 9)),
        ),
        documents=((tmp_path / "docs" / "a.md").as_posix(),),
        ignores=(
            Ignore("CIT001", "the document is a draft", at(4, 3)),
            Ignore("CIT002", "", at(5, 3)),
            Ignore("CLM005", "no page numbers", at(26, 14), claim="ic50"),
        ),
    )


def test_several_files_are_read_in_their_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        text = f"{HEAD}ignore: {{CLM001: {name}}}\nclaims: [{{id: {name}, text: t}}]"
        (tmp_path / f"{name}.yaml").write_text(text)
    claims = read_claims([(tmp_path / f"{name}.yaml", f"{name}.yaml") for name in ("b", "a")])
    assert [c.id for c in claims.claims] == ["b", "a"]
    assert [i.reason for i in claims.ignores] == ["b", "a"]
    assert claims.claims[0].place == Place("b.yaml", 3, 15)


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    sound = tmp_path / "a.yaml"
    sound.write_text(f"{HEAD}claims: [{{id: a, text: t}}]")
    (tmp_path / "b.yaml").write_bytes(b"schema: \xff")
    names = ("no.yaml", "b.yaml", "a.yaml")
    claims = read_claims([(tmp_path / name, name) for name in names])
    assert [c.id for c in claims.claims] == ["a"]
    missing, undecodable = claims.problems
    assert (str(missing.place), missing.message) == ("no.yaml:1:1", "`no.yaml` was not found")
    assert str(undecodable.place) == "b.yaml:1:9"
    assert undecodable.message.startswith("the byte 0xff is not utf-8")


EXPECTED = "expected `schema: evidence/claims/1` and a list of `claims`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"c.yaml:1:1 `c.yaml` is empty, {EXPECTED}"),
        ("\n# nothing\n", f"c.yaml:1:1 `c.yaml` is empty, {EXPECTED}"),
        ("\n- a", f"c.yaml:2:1 `c.yaml` is not a mapping, {EXPECTED}"),
        ("a: @b", "c.yaml:1:4 a value cannot begin with `@`, expected it in quotes"),
        (f"{HEAD}claims: *x", "c.yaml:2:9 aliases such as `*x` are not supported"),
        ("claims: []", "c.yaml:1:1 `schema` is missing, expected `schema: evidence/claims/1`"),
        (HEAD, "c.yaml:1:1 `claims` is missing"),
        (f"{HEAD}claims:", "c.yaml:1:1 `claims` is missing"),
        (
            "schema: evidence/claims/2\nclaims: []",
            "c.yaml:1:9 `evidence/claims/2` is not known as `schema`, expected `evidence/claims/1`",
        ),
        (
            f"{HEAD}claims: x",
            "c.yaml:2:9 `claims` must be a list, not text: write `claims: [{id: …, text: …}]`",
        ),
        (
            f"{HEAD}claims: []\ndocuments: x",
            "c.yaml:3:12 `documents` must be a list, not text: write `documents: [text.md]`",
        ),
        (
            f"{HEAD}claims: []\ndocuments: [no.md]",
            "c.yaml:3:13 the document `no.md` was not found, expected a path from the folder of "
            "this file",
        ),
        (
            f"{HEAD}claims: []\ndocments: [a]",
            "c.yaml:3:1 `docments` is not known here, did you mean `documents`?",
        ),
        (
            f"{HEAD}claims: []\nxyz:",
            "c.yaml:3:1 `xyz` is not known here, expected one of `schema`, `documents`, `claims`, "
            "`ignore`",
        ),
        (
            f"{HEAD}claims: []\nignore: {{met1: x}}",
            "c.yaml:3:10 `met1` is not the code of a rule, expected one such as `MET001`",
        ),
        (
            f"{HEAD}claims: []\nignore: [MET001]",
            "c.yaml:3:9 `ignore` must be a mapping, not a list: write `ignore: {MET001: reason}`",
        ),
        (
            f"{HEAD}claims: []\nclaims: []",
            "c.yaml:3:1 `claims` stands here already in line 2, expected it once",
        ),
    ],
)
def test_what_is_wrong_with_the_file_is_explained(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [expected]


def test_a_persons_word_and_where_it_stands(tmp_path: Path) -> None:
    text = f"""\
{HEAD}claims:
  - id: a
    text: t
    evidence:
      - reference: b
        page: 3
        quote: >-
          their
          words
        prefix: before
        suffix: " behind "
        stance: disputes
        defect: contradicted
        judged: {{by: " A. Reader ", on: " 2026-01-31 "}}
      - {{reference: c, stance: , defect: , judged: }}
"""
    read_back = read(tmp_path, text)
    assert read_back.problems == ()
    line, bare = read_back.claims[0].evidence
    assert (line.prefix, line.quote, line.suffix) == ("before", "their words", "behind")
    assert (line.stance, line.defect) == (Stance.DISPUTES, Defect.CONTRADICTED)
    assert line.judged == Judged("A. Reader", datetime.date(2026, 1, 31))
    assert (bare.stance, bare.defect, bare.judged) == (None, None, None)
    assert [line.place_of(key) for key in ("page", "quote", "stance")] == [
        at(7, 15),
        at(8, 16),
        at(13, 17),
    ]
    assert line.place_of("section") == line.place == at(6, 20)


# The third and following lines of a claim → what is wrong with it.
IN_A_CLAIM: dict[str, str | list[str]] = {
    "txt: x": "5:5 `txt` is not known here, did you mean `text`?",
    "stance:": "5:5 `stance` is not known here, expected one of `id`, `text`, `variants`, `type`, "
    "`system`, `values`, `evidence`, `rests_on`, `note`, `ignore`",
    "expires: 2030": "5:5 `expires` is reserved for a later version",
    "variants: a": "5:15 `variants` must be a list, not text: write `variants: [other words]`",
    "variants: ['']": "5:16 a member of `variants` is empty, expected text",
    "type: foo": "5:11 `foo` is not known as `type`, expected `mechanism`, `pharmacodynamic`, "
    "`pharmacokinetic`, `efficacy`, `safety`, `comparative`, `epidemiology`, `economic`, "
    "`background` or `inference`",
    "system: [cell]": "5:13 `system` must be text, not a list",
    "note: {a: b}": "5:11 `note` must be text, not a mapping",
    "evidence: a": "5:15 `evidence` must be a list, not text: write `evidence: [ardini2016]`",
    "evidence: [[a]]": "5:16 a member of `evidence` must be the key of a reference or a mapping, "
    "not a list",
    "evidence: [~]": "5:16 a member of `evidence` must be the key of a reference or a mapping, "
    "not empty",
    "evidence: [{page: 1}]": "5:16 `reference` is missing",
    "evidence: ['']": "5:16 `reference` is empty, expected text",
    "evidence: [{reference: a, role: x}]": "5:37 `x` is not known as `role`, expected `evidence`, "
    "`background`, `method`, `data`, `definition` or `contrary`",
    "evidence: [{reference: a, design: x}]": "5:39 `x` is not known as `design`, expected "
    "`in-vitro`, `animal`, `case-report`, `phase-1`, `phase-2`, `phase-3`, `basket-trial`, `rct`, "
    "`cohort`, `pooled-analysis`, `meta-analysis`, `review`, `guideline` or `label`",
    "evidence: [{reference: a, refrence: x}]": "5:31 `refrence` is not known here, did you mean "
    "`reference`?",
    "evidence: [{reference: a, stance: yes}]": "5:39 `yes` is not known as `stance`, expected "
    "`supports`, `partly`, `disputes` or `neutral`",
    "evidence: [{reference: a, stance: partly, defect: x}]": "5:55 `x` is not known as `defect`, "
    "expected `not-substantiated`, `oversimplified`, `contradicted`, `misquoted`, `indirect` or "
    "`irrelevant`",
    "evidence: [{reference: a, defect: indirect}]": "5:39 `defect` stands here without a `stance`, "
    "expected one of `supports`, `partly`, `disputes`, `neutral`",
    "evidence: [{reference: a, judged: {by: B, on: 2026-01-31}}]": "5:39 `judged` stands here "
    "without a `stance`, expected one of `supports`, `partly`, `disputes`, `neutral`",
    "evidence: [{reference: a, judged: x}]": "5:39 `judged` must be a mapping, not text: write "
    "`judged: {by: A. Reader, on: 2026-01-31}`",
    "evidence: [{reference: a, stance: partly, judged: {by: B}}]": "5:55 `on` is missing",
    "evidence: [{reference: a, stance: partly, judged: {on: 2026-01-31}}]": "5:55 `by` is missing",
    "evidence: [{reference: a, stance: partly, judged: {by: B, at: C}}]": [
        "5:55 `on` is missing",
        "5:63 `at` is not known here, expected one of `by`, `on`",
    ],
    "evidence: [{reference: a, stance: partly, judged: {by: B, on: 31.1.2026}}]": "5:67 `31.1.2026`"
    " is not a date, expected one such as `2026-01-31`",
    "evidence: [{reference: a, stance: partly, judged: {by: B, on: 2026-02-30}}]": "5:67 "
    "`2026-02-30` is not a date, expected one such as `2026-01-31`",
    "evidence: [{reference: a, stance: partly, judged: {by: B, on: 20260131}}]": "5:67 "
    "`20260131` is not a date, expected one such as `2026-01-31`",
    "evidence: [{reference: a, stance: partly, judged: {by: B, on: [x]}}]": "5:67 `on` must be "
    "text, not a list",
    "evidence: [{reference: a, table: x}]": "5:38 `table` must be a mapping, not text: write "
    "`table: {label: Table 1}`",
    "evidence: [{reference: a, table: {row: x}}]": "5:38 `label` is missing",
    "evidence: [{reference: a, table: {label: x, rwo: y}}]": "5:49 `rwo` is not known here, did "
    "you mean `row`?",
    "rests_on: a": "5:15 `rests_on` must be a list, not text: write `rests_on: [another-claim]`",
    "rests_on: [{a: b}]": "5:16 a member of `rests_on` must be text, not a mapping",
    "rests_on: ['']": "5:16 a member of `rests_on` is empty, expected text",
    "values: [a]": "5:14 a member of `values` must be a mapping, not text",
    "values: [{name: a}]": "5:14 `value` is missing",
    "values: [{name: a, value: b, units: c}]": "5:34 `units` is not known here, did you mean "
    "`unit`?",
    "ignore: {CLM05: x}": "5:14 `CLM05` is not the code of a rule, expected one such as `MET001`",
    "ignore: {CLM005: [x]}": "5:22 `CLM005` must be text, not a list",
    "text: again": "5:5 `text` stands here already in line 4, expected it once",
}


@pytest.mark.parametrize(("line", "expected"), IN_A_CLAIM.items())
def test_a_claim_with_a_problem_is_left_out_and_the_others_kept(
    tmp_path: Path, line: str, expected: str | list[str]
) -> None:
    text = f"{HEAD}claims:\n  - id: a\n    text: t\n    {line}\n  - id: b\n    text: t\n"
    claims = read(tmp_path, text)
    told = [expected] if isinstance(expected, str) else expected
    assert [f"{p.place} {p.message}" for p in claims.problems] == [f"c.yaml:{one}" for one in told]
    assert [c.id for c in claims.claims] == ["b"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("{text: t}", "3:3 `id` is missing"),
        ("{id: a}", "3:3 `text` is missing"),
        ("{id: a, text: }", "3:3 `text` is missing"),
        ("{id: a, text: '  '}", "3:17 `text` is empty, expected text"),
        ("{id: a b, text: t}", "3:8 `a b` is not an id, expected letters, digits and `._:-` only"),
        ("{id: '', text: t}", "3:8 `` is not an id, expected letters, digits and `._:-` only"),
        ("a", "3:3 a claim must be a mapping with `id` and `text`, not text"),
        ("", "3:2 a claim must be a mapping with `id` and `text`, not empty"),
    ],
)
def test_a_claim_needs_an_id_and_a_text(tmp_path: Path, claim: str, expected: str) -> None:
    assert problems(tmp_path, f"{HEAD}claims:\n- {claim}\n") == [f"c.yaml:{expected}"]


def test_all_that_is_wrong_is_listed_at_once_in_order(tmp_path: Path) -> None:
    text = (
        f"{HEAD}docs: x\nclaims:\n  - id: a\n    tpye: x\n    evidence: b\n    id: c\n"
        "  - id: d\n    text: t\n    system: mouse\n    values: x\nignore: {a: b}\n"
    )
    places = [str(p.place) for p in read(tmp_path, text).problems]
    assert places == [
        "c.yaml:2:1", "c.yaml:4:5", "c.yaml:5:5", "c.yaml:6:15", "c.yaml:7:5", "c.yaml:10:13",
        "c.yaml:11:13", "c.yaml:12:10",
    ]  # fmt: skip


@pytest.mark.parametrize("id", ["a", "C-3", "1.2:x_y", "Größe", "no", "010"])
def test_ids_are_letters_digits_and_a_few_signs(tmp_path: Path, id: str) -> None:
    claims = read(tmp_path, f"{HEAD}claims: [{{id: {id}, text: t}}]")
    assert [c.id for c in claims.claims] == [id]


def test_doubled_ids_unknown_references_and_cycles_are_for_the_rules(tmp_path: Path) -> None:
    claims = "[{id: a, text: t, rests_on: [a]}, {id: a, text: t, evidence: [nobody]}]"
    assert not problems(tmp_path, f"{HEAD}claims: {claims}")
