"""The passages that are proposed for a line, for people and for programs."""

import json
import re
from collections.abc import Iterator
from typing import Final

from evidence.audit.anchoring import Anchoring, LineToAnchor
from evidence.matching.anchors.proposal import Proposal
from evidence.matching.statements.agreeing_words import agreeing_spans
from evidence.model.anchor import Anchor
from evidence.reports import support_words
from evidence.reports.characters import between, one_line
from evidence.reports.columns import wrap
from evidence.reports.json_anchor import (
    Json,
    anchor_object,
    cell_object,
    passage_object,
    place_object,
)
from evidence.reports.style import Style
from evidence.reports.wording import count

SCHEMA: Final = "evidence/anchor/1"
"""The form of the JSON; it changes when a program that reads it would have to."""

_BAR: Final = 10
_MOST_LACKING: Final = 8
_WORD: Final = re.compile(r"\S+")


def proposals_text(subject: LineToAnchor, *, color: bool = False, width: int = 80) -> str:
    """The passages with their numbers; below each what it says, and what of the claim it lacks.

    The bar says how much of the claim it carries. In colour, the words that both have are
    underlined.
    """
    style = Style(color)
    blocks = (
        "\n".join(_block(at, each, subject.claim.text, style, width))
        for at, each in enumerate(subject.proposals, 1)
    )
    return "\n\n".join(blocks) + "\n"


def unanchored_text(found: Anchor, *, width: int = 80) -> str:
    """What became of words that are not found once, and the passage that is most like them."""
    word, detail = support_words.ANCHOR_WORDS[found.state], support_words.anchor_detail(found)
    lines = [wrap(one_line(f"{word}: {detail}" if detail else word), width)]
    passage, place = support_words.nearest(found)
    if passage:
        shown = f"nearest{f', {place}' if place else ''}: “{passage}”"
        lines.append(wrap(one_line(shown), width, "    "))
    return "\n".join(lines) + "\n"


def anchoring_json(
    subject: LineToAnchor,
    *,
    looked_for: Anchor | None = None,
    anchoring: Anchoring | None = None,
    written: bool = False,
) -> str:
    """The line, its proposals, what became of the words that were `looked_for`, and the anchoring
    if there is one, as `evidence/anchor/1`.
    """
    claim, line = subject.claim, subject.line
    told = {
        "schema": SCHEMA,
        "claim": claim.id,
        "text": claim.text,
        "reference": line.reference,
        "at": claim.number_of(line),
        "depth": subject.depth,
        "files": [text.file for text in subject.texts if text.file],
        "unreadable": [
            {"place": place_object(each.place), "message": each.message}
            for each in subject.unreadable
        ],
        "quote": line.quote or None,
        "proposals": [_proposal(at, each) for at, each in enumerate(subject.proposals, 1)],
        "looked_for": anchor_object(looked_for) if looked_for else None,
        "anchored": _anchored(anchoring, written=written) if anchoring else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _block(at: int, proposal: Proposal, claim: str, style: Style, width: int) -> Iterator[str]:
    """One proposal: number, bar and place; what stands there; what it lacks."""
    filled = min(max(round(_BAR * proposal.score), 1), _BAR)
    cell = proposal.table
    named = ", ".join(filter(None, (cell.label, cell.row, cell.column))) if cell else ""
    place = ", ".join(filter(None, (named, support_words.passage_place(proposal.passage))))
    lead = f"{at}  "
    yield wrap(one_line(f"{'█' * filled}{'░' * (_BAR - filled)}  {place}"), width, lead)
    indent = " " * len(lead)
    said = f"“{_marked(one_line(proposal.quote), claim, style)}”"
    yield wrap(said, width, indent)
    if cell:
        yield wrap(one_line(proposal.passage.sentence), width, indent)
    if proposal.lacks:
        more = len(proposal.lacks) - _MOST_LACKING
        lacking = ", ".join(proposal.lacks[:_MOST_LACKING])
        beyond = f" and {count(more, 'more word')}" if more > 0 else ""
        yield wrap(one_line(f"lacks: {lacking}{beyond}"), width, indent)


def _marked(text: str, claim: str, style: Style) -> str:
    """The text with what the claim says too underlined, word by word: lines are broken."""
    before, behind = style.underlined("\0").split("\0")
    spans = (
        (start + word.start(), start + word.end())
        for start, end in agreeing_spans(text, one_line(claim))[0]
        for word in _WORD.finditer(text[start:end])
    )
    return between(text, spans, before, behind)


def _proposal(at: int, proposal: Proposal) -> Json:
    return {
        "number": at,
        "score": round(proposal.score, 3),
        "quote": proposal.quote,
        "file": proposal.file or None,
        "passage": passage_object(proposal.passage),
        "table": cell_object(proposal.table) if proposal.table else None,
        "has": list(proposal.has),
        "lacks": list(proposal.lacks),
    }


def _anchored(anchoring: Anchoring, *, written: bool) -> Json:
    line = anchoring.line
    return {
        "place": place_object(anchoring.place),
        "quote": line.quote or None,
        "page": line.page or None,
        "section": line.section or None,
        "prefix": line.prefix or None,
        "suffix": line.suffix or None,
        "table": cell_object(line.table) if line.table else None,
        "written": written,
        "diff": anchoring.claims.diff + anchoring.lock.diff,
    }
