"""The places of a claim, for people and for programs."""

import json
from typing import TYPE_CHECKING, Any, Final

from evidence.audit.whereabouts import Whereabouts
from evidence.reports.characters import visible
from evidence.reports.json_anchor import place_object

if TYPE_CHECKING:
    from evidence.checks.holding import Holding

SCHEMA: Final = "evidence/where/1"
"""The form of the JSON; it changes when a program that reads it would have to."""


def whereabouts_text(found: Whereabouts) -> str:
    """One place a line with what became of the words, and below it the statement."""
    if not found.places:
        return visible(f"`{found.claim.id}` stands in no document\n")
    return "".join(
        f"{visible(str(each.statement.place))}: {visible(str(each.restatement))}\n"
        f"    {visible(each.statement.text)}\n"
        for each in found.places
    )


def whereabouts_json(found: Whereabouts) -> str:
    """All that is known of the places, as `evidence/where/1`.

    `evidence where --help` says what counts as altered.
    """
    told = {
        "schema": SCHEMA,
        "claim": found.claim.id,
        "text": found.claim.text,
        "stands": found.stands,
        "places": [_standing(each) for each in found.places],
        "unreadable": [
            {"place": place_object(each.place), "message": each.message}
            for each in found.unreadable
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _standing(holding: "Holding") -> dict[str, Any]:
    return {
        "place": place_object(holding.statement.place),
        "page": holding.statement.page,
        "kind": str(holding.restatement.kind),
        "changes": [
            {"kind": str(change.kind), "before": change.before, "after": change.after}
            for change in holding.restatement.changes
        ],
        "statement": holding.statement.text,
        "cited": list(holding.statement.labels),
    }
