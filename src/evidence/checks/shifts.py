"""Findings about a claim whose words differ from those that it quotes."""

from collections.abc import Callable, Iterator, Sequence

from evidence.checks.rule import Problem
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.shift import Shift


def shift_problems(
    supported: SupportedClaim,
    compare: Callable[[str, Sequence[str]], Shift | None],
    told: Callable[[Shift], str],
) -> Iterator[Problem]:
    """The finding at the line whose quote differs; one for each claim."""
    quoted = supported.quotes
    if not quoted:
        return
    shift = compare(supported.claim.text, tuple(each.line.quote for each in quoted))
    if shift:
        line = quoted[shift.quote].line
        yield Problem(
            line.place,
            f"`{supported.claim.id}` {told(shift)} (`{line.reference}`)",
            key=line.reference,
            claim=supported.claim.id,
            field="text",
            found=shift.ours or None,
            expected=shift.theirs or None,
        )
