"""Claims files of any layout, edited: all stays as it was, and what was meant is there."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edited_claims import HEAD, edited
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.model.claim import Claim, Claims, ClaimType, Role, System, Value
from evidence.sources.claims import read_claims


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


Told = tuple[tuple[object, ...], list[object], list[object], list[str]]
VALUE = ("name", "value", "unit", "target")
SIGNS = [*"-#'\"\\{},%@!|>?=~\u2028\x85\ufeff\xa0\t😀"]
WORDS = ["pain", "COX-2", "12:30", "no", "# x", "a: b", "[4]", "&a", "*a", "µmol/L", "null", "<<"]
MORE = ["---", "...", "1e5", "0x1F", "word " * 25]
TEXTS = st.one_of(
    st.lists(st.sampled_from(SIGNS + WORDS + MORE), min_size=1, max_size=9).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.sampled_from(
        ["0", "-1", "1.50", "2020-01-01", "1_000", "0o7", "yes", "Y", ".5", "+1", "1:2"]
    ),
).filter(lambda text: text.strip())
OPTIONAL = st.one_of(st.just(""), TEXTS)
NEW_LINES = st.builds(
    NewLine, TEXTS, st.sampled_from(Role), OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL
) | st.builds(NewLine, TEXTS)
NEW_CLAIMS = st.builds(
    NewClaim,
    st.sampled_from(["new", "12", "12:30", "no", "1.2.3"]),
    TEXTS,
    st.none() | st.sampled_from(ClaimType),
    st.none() | st.sampled_from(System),
    st.lists(st.builds(Value, TEXTS, TEXTS, OPTIONAL, OPTIONAL), max_size=2).map(tuple),
    st.lists(NEW_LINES, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    OPTIONAL,
    st.lists(TEXTS, max_size=2).map(tuple),
    st.sampled_from([None, "a", "b", "c"]),
)
EVIDENCE = [
    "",
    "evidence:",
    "evidence: [ ]",
    "evidence: ~ # none",
    "evidence: [x, y]",
    "evidence: [ x , ]",
    "evidence: [\n@ x, # y\n@ {reference: z}\n@]",
    "evidence:\n@- x\n@# on a",
    "evidence:\n@  -   x\n@    # y",
    "evidence:\n@  -\n@    reference: x\n@    quote: |+\n@       # y\n\n",
    "evidence:\n@  - {reference: x}",
    "'evidence':\n@    - reference: x\n@      note: >\n@        y\n@         z\n",
    "? evidence\n@: - x",
]
BLOCKS = [
    "- id: {id}\n@text: A.\n@E\n@note: N",
    "- id: '{id}'\n@E\n@text: >-\n@  A # b\n@  c\n\n@# below",
    '- # first\n@text: "A\n\n@  b" # c\n@id: {id}\n@E',
    "-\n@id: {id}\n@text: |2\n@    A\n@E",
]
FLOWS = ["- {id: {id}, text: A}", "- {id: {id}, text: 'A',\n@evidence: [x]} # c"]
GAPS = ["\n", "\n\n", "\n# about the next\n", "\n\n   # what\n#and\n\n\n"]
HEADS = ["", "documents:\n", "documents: [a.md]\n", "documents:\n- a.md\n# x\n", "ignore: {}\n"]
ENDS = ["", "\n", "\n...\n", "\n# end", "\n\ndocuments:\n  - 'a.md'"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """A claims file of some layout, with the claims a, b and c."""
    dash = draw(st.sampled_from(["", "  ", "    "]))
    text = draw(st.sampled_from(["", "---\n", "# Ours: ä\n"])) + HEAD + draw(st.sampled_from(HEADS))
    text += "claims:" + draw(st.sampled_from(["\n", " # all\n", "\n\n"]))
    for at, id in enumerate("abc"):
        block = draw(st.sampled_from(BLOCKS * 2 + FLOWS)).replace("{id}", id)
        evidence = draw(st.sampled_from(EVIDENCE))
        block = block.replace("@E\n", f"@{evidence}\n" if evidence else "")
        column = dash + ("   " if block.startswith("-\n") else "  ")
        gap = draw(st.sampled_from(GAPS)) if at else ""
        text += gap + dash + block.replace("@E", f"@{evidence}").replace("@", column).rstrip(" ")
    ends = [end for end in ENDS if "documents" not in end or "documents" not in text]
    text += draw(st.sampled_from(ends))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=150)
@given(
    text=files(),
    claims=st.lists(NEW_CLAIMS, max_size=2, unique_by=lambda claim: claim.id),
    lines=st.lists(st.tuples(st.sampled_from("abc"), NEW_LINES), max_size=3),
    documents=st.lists(st.sampled_from(["b.md", "c: d.md"]), max_size=2, unique=True),
)
def test_edits_keep_every_byte_and_add_what_is_meant(
    text: str,
    claims: list[NewClaim],
    lines: list[tuple[str, NewLine]],
    documents: list[str],
) -> None:
    before = read(text)
    assert [claim.id for claim in before.claims] == ["a", "b", "c"]
    assert not any("found" not in problem.message for problem in before.problems)
    after = edited(text, *claims, lines=tuple(lines), documents=tuple(documents))
    assert is_kept(text, after)
    read_again = read(after)
    expected = {claim.id: told(claim) for claim in before.claims}
    for id, line in lines:
        expected[id][1].append(told_line(line))
    for new in claims:
        evidence: list[object] = [told_line(line) for line in new.lines]
        facts = (new.text.strip(), new.type, new.system, new.note.strip())
        values: list[object] = [
            tuple(getattr(value, key).strip() for key in VALUE) for value in new.values
        ]
        expected[new.id] = (facts, evidence, values, [other.strip() for other in new.rests_on])
    assert {claim.id: told(claim) for claim in read_again.claims} == expected
    assert read_again.documents == (*before.documents, *documents)
    ids = [claim.id for claim in read_again.claims]
    assert [id for id in ids if id in "abc"] == ["a", "b", "c"]
    for new in claims:
        if new.after:
            between = ids[ids.index(new.after) + 1 : ids.index(new.id)]
            assert {each.after for each in claims if each.id in between} <= {new.after}


def read(text: str) -> Claims:
    path = Path("claims.yaml")
    path.write_bytes(text.encode())
    return read_claims([(path, "claims.yaml")])


def told(claim: Claim) -> Told:
    facts = (claim.text, claim.type, claim.system, claim.note)
    lines: list[object] = [
        (line.reference, line.role, line.page, line.section, line.quote, line.note)
        for line in claim.evidence
    ]
    values: list[object] = [tuple(getattr(value, key) for key in VALUE) for value in claim.values]
    return facts, lines, values, [other.claim for other in claim.rests_on]


def told_line(line: NewLine) -> tuple[object, ...]:
    texts = (line.page, line.section, line.quote, line.note)
    return (line.reference.strip(), line.role, *(text.strip() for text in texts))


def is_kept(before: str, after: str) -> bool:
    """Whether all that was there still is, in its order, but for `[]`, `~` and blanks."""
    kept, there = (iter(re.sub(r"[][~\s]", "", text)) for text in (before, after))
    lines, new_lines = before.splitlines(), iter(after.splitlines())
    whole = [line for line in lines if not re.search("evidence|documents|claims:|[{]|x|z", line)]
    return all(sign in there for sign in kept) and all(line in new_lines for line in whole)
