"""The lines of a claim that quote their work, and what is said of a quote in a finding."""

from collections.abc import Iterator
from typing import Final

from evidence.checks.rule import Problem
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.anchors.claimed_cuts import claimed_cut, taken_back
from evidence.matching.text import shortened
from evidence.model.anchor import Anchor, AnchorState, Passage
from evidence.model.finding import Suggestion

_SHOWN: Final = 100  # characters of what is cut


def in_state(supported: SupportedClaim, state: AnchorState) -> Iterator[tuple[LineSupport, Anchor]]:
    """The lines of which this became of the quote, in whatever role."""
    for support in supported.lines:
        if support.anchor and support.anchor.state is state:
            yield support, support.anchor


def said_beside(supported: SupportedClaim, support: LineSupport) -> list[str]:
    """The other quotes from the same work, which may have what one of them leaves out."""
    same = support.line.reference
    others = (each.line for each in supported.lines if each is not support)
    return [line.quote for line in others if line.quote and line.reference == same]


def problem_of(
    supported: SupportedClaim,
    support: LineSupport,
    message: str,
    expected: str | None = None,
    suggestion: Suggestion | None = None,
) -> Problem:
    """The problem at the line, with the quote as what was found."""
    return Problem(
        support.line.place,
        message,
        key=support.line.reference,
        claim=supported.claim.id,
        field="quote",
        found=support.line.quote,
        expected=expected,
        suggestion=suggestion,
    )


def cut_behind(
    supported: SupportedClaim, support: LineSupport, behind: tuple[str, str]
) -> Iterator[Problem]:
    """What the words behind the quote take back, or the claim says with them and no quote does."""
    key, claim = support.line.reference, supported.claim.text
    quotes = [each.line.quote for each in supported.lines if each.line.quote]
    if cut := claimed_cut(behind, claim, quotes):
        advice = ", which the claim says too and no quote has: quote it as well"
    elif cut := taken_back(behind, (claim, *quotes)):
        advice = ": quote it too, and see whether the claim still holds"
    if cut:
        shown = shortened(one_line(cut), _SHOWN)
        message = f"the quote from `{key}` ends before `{shown}`{advice}"
        yield problem_of(supported, support, message, cut)


def where(passage: Passage) -> str:
    """` on page 403`, for use in a message; empty where there are no pages."""
    return f" on page {passage.page}" if passage.page else ""


def one_line(text: str) -> str:
    """The words without line ends."""
    return " ".join(text.split())
