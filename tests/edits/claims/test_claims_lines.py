"""Evidence lines and documents added to a claims file, by whole expected texts."""

from pathlib import Path

import pytest

from edited_claims import HEAD, KEY, PAGED, edited
from evidence.edits.claims.new_claim import NewClaim, NewLine


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("claim", "line", "after"),
    [
        ("text: A.", KEY, "text: A.\n    evidence: [abc2020]"),
        ("text: A.\n    note: N.", KEY, "text: A.\n    evidence: [abc2020]\n    note: N."),
        (
            "text: |+\n      A.\n\n    note: N.",
            PAGED,
            "text: |+\n      A.\n    evidence:\n      - reference: abc2020\n"
            "        role: background\n        page: 12\n\n    note: N.",
        ),
        ("text: A.\n    evidence:", KEY, "text: A.\n    evidence: [abc2020]"),
        ("text: A.\n    evidence:  # none", KEY, "text: A.\n    evidence: [abc2020]  # none"),
        ("text: A.\n    evidence: ~", KEY, "text: A.\n    evidence: [abc2020]"),
        ("text: A.\n    evidence: []", KEY, "text: A.\n    evidence: [abc2020]"),
        (
            "text: A.\n    evidence: [  # x\n    ]",
            KEY,
            "text: A.\n    evidence: [  abc2020 # x\n    ]",
        ),
        (
            "text: A.\n    evidence: [ ]  # none\n    note: N.",
            PAGED,
            "text: A.\n    evidence:  # none\n      - reference: abc2020\n"
            "        role: background\n        page: 12\n    note: N.",
        ),
        ("text: A.\n    evidence: [x]  # y", KEY, "text: A.\n    evidence: [x, abc2020]  # y"),
        (
            "text: A.\n    evidence: [x]",
            PAGED,
            "text: A.\n    evidence: [x, {reference: abc2020, role: background, page: 12}]",
        ),
        (
            "text: A.\n    evidence: [\n      x,\n      y  # why\n    ]",
            KEY,
            "text: A.\n    evidence: [\n      x,\n      y,  # why\n      abc2020\n    ]",
        ),
        (
            "text: A.\n    evidence: [\n      x,\n      y ,  # why\n    ]",
            KEY,
            "text: A.\n    evidence: [\n      x,\n      y ,  # why\n      abc2020,\n    ]",
        ),
        (
            "text: A.\n    evidence:\n      - x  # y\n        # more on x\n    # on a",
            KEY,
            "text: A.\n    evidence:\n      - x  # y\n        # more on x\n      - abc2020\n"
            "    # on a",
        ),
        (
            "text: A.\n    evidence:\n    - x",
            PAGED,
            "text: A.\n    evidence:\n    - x\n    - reference: abc2020\n"
            "      role: background\n      page: 12",
        ),
        (
            "text: A.\n    evidence:\n      - reference: x\n        page: 3",
            KEY,
            "text: A.\n    evidence:\n      - reference: x\n        page: 3\n"
            "      - reference: abc2020",
        ),
        (
            "text: A.\n    evidence:\n      - {reference: x}",
            PAGED,
            "text: A.\n    evidence:\n      - {reference: x}\n"
            "      - {reference: abc2020, role: background, page: 12}",
        ),
    ],
)
def test_an_evidence_line_goes_behind_the_claims_others(
    claim: str, line: NewLine, after: str
) -> None:
    frame = f"{HEAD}claims:\n  - id: a\n    {{}}\n\n# about b\n  - id: b\n    text: B.\n"
    assert edited(frame.format(claim), lines=(("a", line),)) == frame.replace("{}", after)


@pytest.mark.parametrize(
    ("claim", "after"),
    [
        ("{id: a, text: A}", "{id: a, text: A, evidence: [abc2020]}"),
        ("{text: A, id: a, note: N}", "{text: A, id: a, evidence: [abc2020], note: N}"),
        ("{id: a, text: A, evidence: }", "{id: a, text: A, evidence: [abc2020]}"),
        ("{id: a, text: A, evidence: []}", "{id: a, text: A, evidence: [abc2020]}"),
        ("{id: a, text: A, evidence: [x,]}", "{id: a, text: A, evidence: [x, abc2020,]}"),
    ],
)
def test_an_evidence_line_of_a_claim_in_braces(claim: str, after: str) -> None:
    text = f"{HEAD}claims:\n  - {{}}  # c\n"
    expected = text.replace("{}", after)
    assert edited(text.replace("{}", claim), lines=(("a", KEY),)) == expected


def test_a_long_list_in_brackets_goes_on_in_the_next_line() -> None:
    keys = ", ".join(f"author{year}" for year in range(2010, 2017))
    text = f"{HEAD}claims:\n  - id: a\n    text: A.\n    evidence: [{keys}]\n"
    assert edited(text, lines=(("a", KEY),)) == text.replace("]", ",\n               abc2020]")


def test_lines_and_claims_at_the_same_place_keep_their_order() -> None:
    text = f"{HEAD}claims:\n  - id: a\n    text: A.\n    evidence:\n      - x\n"
    lines = (("a", KEY), ("a", NewLine("def2021")))
    assert edited(text, NewClaim("b", "B."), lines=lines) == (
        f"{text}      - abc2020\n      - def2021\n\n  - id: b\n    text: B.\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "documents: [b.md]\n"),
        ("documents:\n", "documents: [b.md]\n"),
        ("documents: []  # x\n", "documents: [b.md]  # x\n"),
        ("documents: [a.md]\n", "documents: [a.md, b.md]\n"),
        ("documents: [b.md]\n", "documents: [b.md]\n"),
        ("documents:\n  - a.md\n", "documents:\n  - a.md\n  - b.md\n"),
        ("documents:\n- a.md # x\n# y\n", "documents:\n- a.md # x\n- b.md\n# y\n"),
    ],
)
def test_documents(before: str, after: str) -> None:
    rest = "claims: []\n"
    assert edited(HEAD + before + rest, documents=("b.md", "b.md")) == HEAD + after + rest


def test_many_documents_stand_on_lines_of_their_own() -> None:
    documents = tuple(f"chapters/chapter {at}.md" for at in range(5))
    listed = "".join(f"  - {document}\n" for document in documents)
    assert edited("", documents=documents) == f"{HEAD}documents:\n{listed}\nclaims: []\n"
