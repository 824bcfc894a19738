"""Keys of evidence lines set, replaced and removed, by whole expected texts."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from edited_claims import HEAD, KEY
from evidence.edits.claims.editing import edit_claims, write_claims_edit
from evidence.edits.claims.line_change import LineChange, Value
from evidence.errors import InputError
from evidence.sources.claims import read_claims

JUDGED: Mapping[str, Value] = {
    "stance": "partly",
    "judged": {"by": "A. Reader", "on": "2026-01-31"},
}
TOLD = """\
        stance: partly
        judged: {by: A. Reader, on: "2026-01-31"}
"""
LONG = (
    "Of three patients with disease of the brain, two had a complete response: it was seen at week "
    "8 and lasted for a year # or longer."
)
FOLDED = """\
        quote: >-
          Of three patients with disease of the brain, two had a complete response: it was seen at
          week 8 and lasted for a year # or longer.
"""
START = f"{HEAD}claims:\n  - id: a\n    text: A.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(text: str, values: Mapping[str, Value], at: int = 0, claim: str = "a") -> str:
    path = Path("claims.yaml")
    path.write_bytes(text.encode())
    write_claims_edit(edit_claims(path, changes=[LineChange(claim, at, values)]))
    return path.read_bytes().decode()


def of_evidence(before: str, values: Mapping[str, Value], at: int = 0) -> str:
    """What becomes of a claim's `evidence`, and of a claim behind it that stays."""
    rest = "\n  # the next\n  - {id: b, text: B, evidence: [x]}\n"
    after = changed(START + before + rest, values, at)
    assert after.startswith(START)
    assert after.endswith(rest)
    return after[len(START) : -len(rest)]


def test_a_key_alone_below_a_dash() -> None:
    before = "    evidence:\n      - x  # on x\n        # more\n      # on y\n      - y\n"
    assert of_evidence(before, JUDGED) == (
        "    evidence:\n      - reference: x  # on x\n        # more\n"
        f"{TOLD}      # on y\n      - y\n"
    )
    assert of_evidence(before, {"reference": "z", "page": "3"}, 1) == before.replace(
        "- y\n", "- reference: z\n        page: 3\n"
    )


def test_a_key_alone_in_brackets() -> None:
    before = "    evidence: [x, 'm']  # on both\n    # of a\n    note: N\n"
    listed = "    evidence:  # on both\n      - x\n      - reference: m\n"
    assert of_evidence(before, JUDGED, 1) == f"{listed}{TOLD}    # of a\n    note: N\n"
    assert of_evidence(before, {"page": "3"}, 1) == before.replace(
        "'m'", "{reference: 'm', page: 3}"
    )
    assert of_evidence("    evidence: [x]\n", {"quote": LONG}) == (
        f"    evidence:\n      - reference: x\n{FOLDED}"
    )


def test_a_mapping_in_braces_among_others_in_brackets() -> None:
    before = "    evidence: [{reference: x, page: 3}, {reference: z, role: data}]\n"
    assert of_evidence(before, JUDGED) == (
        f"    evidence:\n      - reference: x\n        page: 3\n{TOLD}"
        "      - reference: z\n        role: data\n"
    )
    assert of_evidence(before, {"page": None, "stance": "neutral"}) == before.replace(
        "page: 3", "stance: neutral"
    )


def test_brackets_with_comments_stay() -> None:
    before = "    evidence: [x,  # on x\n      y]\n"
    assert of_evidence(before, JUDGED) == before.replace(
        "[x", '[{reference: x, stance: partly, judged: {by: A. Reader, on: "2026-01-31"}}'
    )


def test_a_claim_in_braces_stays_so() -> None:
    text = f"{HEAD}claims:\n  - {{id: a, text: A, evidence: [x, {{reference: z, page: 3}}]}}  # c\n"
    assert changed(text, {**JUDGED, "quote": "so: 3"}, 1) == text.replace(
        "page: 3",
        'page: 3, quote: "so: 3", stance: partly, judged: {by: A. Reader, on: "2026-01-31"}',
    )
    assert changed(text, {"stance": "partly"}) == text.replace(
        "[x", "[{reference: x, stance: partly}"
    )


def test_braces_below_a_dash() -> None:
    before = "    evidence:\n      - {reference: x, page: 3}  # c\n      - z\n"
    assert of_evidence(before, {"page": "44"}) == before.replace("3", "44")
    assert of_evidence(before, JUDGED) == (
        f"    evidence:\n      - reference: x  # c\n        page: 3\n{TOLD}      - z\n"
    )
    commented = before.replace("x,", "x,  # c\n         ")
    assert of_evidence(commented, JUDGED) == commented.replace(
        "page: 3", 'page: 3, stance: partly, judged: {by: A. Reader, on: "2026-01-31"}'
    )


def test_entries_of_their_own_lines_keep_their_comments() -> None:
    before = """\
    evidence:
      - reference: x
        page:   # which?
        quote: >-  # theirs
          old
          words
        # below
        stance: neutral  # why
        defect: indirect  # because
        judged: {by: B, on: 2020-01-01}  # then
        note: n
"""
    values = {**JUDGED, "page": "7", "quote": "new", "defect": None}
    assert (
        of_evidence(before, values)
        == """\
    evidence:
      - reference: x
        page: 7   # which?
        quote: new  # theirs
        # below
        stance: partly  # why
          # because
        judged: {by: A. Reader, on: "2026-01-31"}  # then
        note: n
"""
    )
    assert FOLDED.replace(">-", ">-  # theirs") in of_evidence(before, {"quote": LONG})


def test_a_mapping_on_lines_of_its_own() -> None:
    before = """\
    evidence:
      - reference: x
        stance: neutral
        judged:
          by: B  # q
          on: 2020-01-01
"""
    assert of_evidence(before, JUDGED) == before.replace("neutral", "partly").replace(
        "B  # q\n          on: 2020-01-01", 'A. Reader  # q\n          on: "2026-01-31"'
    )


def test_new_keys_stand_in_their_order() -> None:
    before = "    evidence:\n      - reference: x\n        quote: q\n        note: n\n"
    assert of_evidence(before, {"judged": JUDGED["judged"], "stance": "partly", "page": "3"}) == (
        "    evidence:\n      - reference: x\n        page: 3\n        quote: q\n"
        f"        note: n\n{TOLD}"
    )


NEITHER = {"page": None, "section": None}


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("- page: 3\n        reference: x\n", {"page": None}, "- reference: x\n"),
        (
            "- page: 3\n        # c\n        reference: x\n",
            {"page": None},
            "- \n        # c\n        reference: x\n",
        ),
        (
            "- reference: x\n        page: 3\n        section: S\n",
            {"page": None, "section": ""},
            "- reference: x\n",
        ),
        ("- {page: 3, section: S, reference: x}\n", NEITHER, "- {reference: x}\n"),
        ("- {reference: x, page: 3, section: S}\n", NEITHER, "- {reference: x}\n"),
        ("- {page: 3, reference: x, section: S}\n", NEITHER, "- {reference: x}\n"),
        ("- {reference: x, page: }\n", {"page": "3"}, "- {reference: x, page: 3}\n"),
        ("- x\n", {"page": None}, "- x\n"),
        ("- {reference: x, page:   3}\n", {"page": " 3 "}, "- {reference: x, page:   3}\n"),
    ],
)  # fmt: skip
def test_keys_that_go(before: str, values: Mapping[str, Value], after: str) -> None:
    head = "    evidence:\n      "
    assert of_evidence(head + before, values) == head + after


def test_the_line_ends_and_the_end_of_the_file_stay() -> None:
    text = (START + "    evidence:\n      - x\n").replace("\n", "\r\n").rstrip()
    assert changed(text, {"page": "3"}) == text.replace("- x", "- reference: x\r\n        page: 3")
    text = text.replace("- x", "- reference: x\r\n        page: 3")
    assert changed(text, {"page": None}) == text.removesuffix("\r\n        page: 3")


def test_the_quotes_of_the_file_are_taken() -> None:
    text = f"{HEAD}claims:\n- id: a\n  text: 'A.'\n  evidence:\n  - x\n"
    assert "\n    quote: 'b'\n" in changed(text, {"quote": "b"})


def test_a_mapping_that_is_too_long_for_braces_stands_on_lines() -> None:
    by = "The reading committee of the guideline on analgesia after the extraction of teeth"
    values: Mapping[str, Value] = {"judged": {"by": by, "on": "2026-01-31"}, "stance": "supports"}
    assert of_evidence("    evidence: [x]\n", values) == (
        "    evidence:\n      - reference: x\n        stance: supports\n        judged:\n"
        f'          by: {by}\n          on: "2026-01-31"\n'
    )


def test_several_lines_of_several_claims_at_once() -> None:
    path = Path("claims.yaml")
    path.write_text(START + "    evidence: [x, z]\n  - {id: b, text: B, evidence: [x]}\n")
    values = {"page": "3"}
    changes = [LineChange(*which, values) for which in (("a", 0), ("b", 0), ("a", 1), ("a", 1))]
    edit = edit_claims(path, changes=changes)
    lines = edit.after.decode().splitlines()
    assert lines[-2] == "    evidence: [{reference: x, page: 3}, {reference: z, page: 3}]"
    assert lines[-1] == "  - {id: b, text: B, evidence: [{reference: x, page: 3}]}"
    assert edit.place_of("a", 1, "page").column == 62


LINES = (
    "- x",
    "- 'x'  # c",
    "- {reference: x}",
    "- {reference: x, page: 3,\n     note: n}",
    "-   reference: x\n          page: >-\n            3\n          note: n",
    "-\n        reference: x\n        judged:\n          on: 2020-02-02\n          by: B"
    "\n        stance: neutral",
    "- {judged: {by: B, on: 2020-02-02}, stance: neutral, reference: x}",
    "- reference: x\n        table:\n            label: T\n        quote: |\n          a"
    "\n          b",
)
VALUES: tuple[Mapping[str, Value], ...] = (
    JUDGED,
    {"quote": LONG, "page": None},
    {"quote": "a \"b\"\n# c: 'd'", "stance": None, "judged": None},
    {"table": {"label": "Table 2", "row": "", "cell": "1, 2"}, "section": "- [x]"},
    {"note": None, "quote": None, "table": None},
)


@pytest.mark.parametrize("before", ["      {}\n      - z", "      - z\n      {}"])
@pytest.mark.parametrize(("line", "values"), [*product(LINES, VALUES)])
def test_any_line_takes_any_values(line: str, values: Mapping[str, Value], before: str) -> None:
    is_first = before.endswith("z")
    text = f"{START}    evidence:\n{before.format(line)}\n    note: N\n"
    after = changed(text, values, 0 if is_first else 1)
    [claim] = read_claims([(Path("claims.yaml"), "claims.yaml")]).claims
    told = claim.evidence[0 if is_first else 1]
    assert claim.evidence[1 if is_first else 0].reference == "z"
    for key, value in values.items():
        if isinstance(value, str) or (value is None and key in ("page", "quote", "note")):
            assert str(getattr(told, key)) == (value or "")
    assert changed(after, values, 0 if is_first else 1) == after


@pytest.mark.parametrize(
    ("claim", "at", "values", "told"),
    [
        ("z", 0, {}, "claims.yaml:3:3: CLM010 there is no claim `z` to change"),
        ("a", 1, {}, "claims.yaml:3:5: CLM010 `a` has no evidence line 2, it has 1"),
        ("a", -1, {}, "`a` has no evidence line 0, it has 1"),
        ("b", 0, {}, "`b` has no evidence line 1, it has 0"),
        ("a", 0, {"stance": "yes"}, "line 1 of `a` cannot be written: `yes` is not known as"),
        ("a", 0, {"pgae": "3"}, "line 1 of `a` cannot be written: `pgae` is not known here, did"),
        ("a", 0, {"defect": "indirect"}, "line 1 of `a` cannot be written: `defect` stands here w"),
        ("a", 0, {"reference": None}, "line 1 of `a` cannot be written: `reference` is missing"),
        ("c", 0, {"page": "3"}, "the file cannot be edited before this is mended: `pgae` is not"),
        ("d", 0, {"page": "3"}, "`page` stands here without a `:`, expected `page: …`"),
    ],
)
def test_a_change_that_cannot_be_made(
    claim: str, at: int, values: Mapping[str, Value], told: str
) -> None:
    text = (
        f"{START}    evidence: [x]\n  - {{id: b, text: B}}\n"
        "  - {id: c, text: C, evidence: [{reference: x, pgae: 3}]}\n"
        "  - {id: d, text: D, evidence: [{reference: x, page}]}\n"
    )
    with pytest.raises(InputError) as caught:
        changed(text, values, at, claim)
    assert told in str(caught.value)
    assert Path("claims.yaml").read_text() == text


def test_lines_are_added_or_changed_not_both() -> None:
    path = Path("claims.yaml")
    path.write_text(f"{START}    evidence: [x]\n")
    with pytest.raises(InputError, match="lines are added to this claim or changed, not both"):
        edit_claims(path, lines=[("a", KEY)], changes=[LineChange("a", 0, {"page": "3"})])
