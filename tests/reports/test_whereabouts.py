"""The places of a claim, as text and as JSON."""

import json

from evidence.audit.whereabouts import Whereabouts
from evidence.checks.case import UnreadableDocument
from evidence.model.place import Place
from evidence.reports.whereabouts import whereabouts_json, whereabouts_text
from sample_documents import FILE, claim, document, held_case

CLAIM = claim("half-life", "In healthy volunteers the half-life of metformin was 6 hours.")
UNREAD = UnreadableDocument("holds no text", Place("scan.pdf", 1, 1))


def found(*texts: str) -> Whereabouts:
    held = held_case(document(*((text, "1") for text in texts)), claims=(CLAIM,)).held
    places = tuple(place for each in held for place in each.places)
    return Whereabouts(CLAIM, places, (UNREAD,))


def test_one_place_a_line_with_the_statement_below() -> None:
    assert whereabouts_text(found(CLAIM.text, CLAIM.text.replace("6", "60"))) == (
        f"{FILE}:1:1: same\n    {CLAIM.text}\n"
        f"{FILE}:2:1: altered: 6 → 60\n    {CLAIM.text.replace('6', '60')}\n"
    )


def test_a_claim_without_a_place_is_said_to_stand_nowhere() -> None:
    assert whereabouts_text(found()) == "`half-life` stands in no document\n"


def test_json_has_a_form_of_its_own_and_the_whole_message() -> None:
    told = json.loads(whereabouts_json(found(CLAIM.text)))
    assert told == {
        "schema": "evidence/where/1",
        "claim": "half-life",
        "text": CLAIM.text,
        "stands": True,
        "places": [
            {
                "place": {"file": FILE, "line": 1, "column": 1},
                "page": "",
                "kind": "same",
                "changes": [],
                "statement": CLAIM.text,
                "cited": ["1"],
            }
        ],
        "unreadable": [
            {"place": {"file": "scan.pdf", "line": 1, "column": 1}, "message": "holds no text"}
        ],
    }
