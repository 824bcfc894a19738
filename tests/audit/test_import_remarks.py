"""What an import leaves as it is, and tells."""

from pathlib import Path

import pytest

from evidence.audit.document_claims import plan_claims
from evidence.audit.import_remarks import gone_documents, remarks
from evidence.checks.holding import hold
from evidence.model.claim import Claim, Claims, EvidenceLine
from evidence.model.document import Citation, CitationForm, Cited, Document, Statement
from evidence.model.place import Place

FILE = "claims.yaml"
KEYS = {"1": "quill2018", "2": "ember1998"}
SNAILS = "Snails sleep in slow waves for 14 hours."


def said(text: str, line: int, *labels: str) -> Statement:
    place = Place("page.txt", line, 1)
    marker = Citation("[…]", CitationForm.BRACKET, tuple(map(Cited, labels)), line, line, place)
    return Statement(text, line * 100, line * 100 + 50, place, (marker,) if labels else ())


def claim(id: str, text: str, *references: str, file: str = FILE) -> Claim:
    lines = tuple(EvidenceLine(key, Place(file, 9)) for key in references)
    return Claim(id, text, Place(file, 4), evidence=lines)


def told(claims: tuple[Claim, ...], *statements: Statement) -> list[str]:
    held = hold(Document("page.txt", "", statements), claims, ())
    plan = plan_claims(held, Claims(claims), KEYS, FILE)
    return [str(each) for each in remarks(held, plan, claims, KEYS, FILE)]


def test_a_claim_that_stands_as_it_is_is_no_remark() -> None:
    assert told((claim("a", SNAILS, "quill2018"),), said(SNAILS, 1, "1")) == []


def test_labels_without_an_entry_are_told_once_for_each_statement() -> None:
    assert told((), said(SNAILS, 1, "1", "8", "9"), said("Bees dance [x].", 2, "7")) == [
        "page.txt:1:1: the document cites `8` and `9` here, which have no entry: no line",
        "page.txt:2:1: the document cites `7` here, which has no entry: no line",
    ]


def test_every_place_where_a_claim_is_altered_is_told() -> None:
    other = SNAILS.replace("14", "40")
    found = told((claim("a", SNAILS, "quill2018"),), said(SNAILS, 1, "1"), said(other, 2, "1", "2"))
    assert found == ["page.txt:2:1: `a` says it otherwise, and is left: altered: 14 → 40"]


def test_a_line_that_is_cited_at_one_of_two_places_is_cited() -> None:
    old = (claim("a", SNAILS, "quill2018", "ember1998"),)
    assert told(old, said(SNAILS, 1, "1"), said(SNAILS, 2, "2")) == []
    assert told(old, said(SNAILS, 1, "1"), said(SNAILS, 2, "1")) == [
        "page.txt:1:1: `a` rests on `ember1998`, not cited here: left"
    ]
    assert told(old, said(SNAILS, 1)) == []


def test_a_claim_that_no_statement_says_is_told() -> None:
    assert told((claim("a", "Tap water forgets.", "quill2018"),), said(SNAILS, 1, "1")) == [
        "claims.yaml:4:1: no statement of `page.txt` says `a`: left"
    ]


def test_documents_that_are_gone_are_told_where_their_claims_may_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.md").touch()
    claims = Claims((claim("a", SNAILS), claim("b", "Tap water forgets.")))
    held = hold(Document("page.txt", "", (said(SNAILS, 1),)), claims.claims, ())
    documents = ("there.md", "gone.md", Path("gone.md"))
    assert [str(each) for each in gone_documents(held, claims, documents)] == [
        "page.txt:1:1: the document `gone.md` is not there any more, and `page.txt` says 1 of 2"
        " claims: if it is the same text under another name, take the old name out of `documents`"
    ]
    nothing = hold(Document("page.txt", "", (said("Bees dance.", 1),)), claims.claims, ())
    assert gone_documents(nothing, claims, documents) == ()
