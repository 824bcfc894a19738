"""How far each claim's evidence carries it, and whether it is at risk.

Levels after `docs/statuses.md`: a claim is `linked` when every reference that it names is in the
bibliography, `verified` when every one of them is verified, `anchored` when each line that supports
it quotes words or names a table cell that stand in the work's text, `judged` when a person has
judged each of these lines as it stands now, none of them against the claim. Nothing makes a claim
`approved` yet.
"""

from collections.abc import Mapping, Sequence

from evidence.checks.grounds import in_order
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.model.claim import Claim, Claims
from evidence.model.report import ClaimResult, Level, LineResult, ReferenceResult, Status

# Known to be wrong, as against not known to be right.
_UNSOUND = frozenset({Status.DIFFERS, Status.ANOTHER_WORK, Status.MALFORMED, Status.UNREGISTERED})


def stand(
    claims: Claims,
    references: tuple[ReferenceResult, ...],
    supported: Sequence[SupportedClaim] = (),
) -> tuple[ClaimResult, ...]:
    """Every claim with its level and risk, in the order of the file.

    `supported` are the same claims with what their works' texts say of them; without it no text was
    looked at, and no claim is more than `verified`.

    An inference has the lowest level, and the risk, of what it rests on; nothing can rest on what
    is uncited. A claim whose lines are all there for other purposes has no support: it is at risk.
    Claims that rest on each other in a circle, and what rests on those, are `uncited`.
    """
    by_key = {result.reference.key: result for result in reversed(references)}
    supports = {id(each.claim): each.lines for each in supported}
    standing: dict[str, ClaimResult] = {}
    results: dict[int, ClaimResult] = {}
    for claim in in_order(claims):
        grounds = [standing.get(ground.claim) for ground in claim.rests_on]
        lines = _line_results(claim, by_key, supports.get(id(claim), ()))
        result = _result(claim, lines, grounds)
        results[id(claim)] = result
        standing.setdefault(claim.id, result)
    return tuple(
        results.get(id(claim))
        or _result(claim, _line_results(claim, by_key, supports.get(id(claim), ())), [None])
        for claim in claims.claims
    )


def _line_results(
    claim: Claim, references: Mapping[str, ReferenceResult], supports: Sequence[LineSupport]
) -> tuple[LineResult, ...]:
    """What became of each line; `supports` are empty where no text was looked at."""
    read = supports or [LineSupport(line) for line in claim.evidence]
    return tuple(_line_result(each, references) for each in read)


def _result(
    claim: Claim, lines: tuple[LineResult, ...], grounds: Sequence[ClaimResult | None]
) -> ClaimResult:
    """One claim's result; a ground that does not exist, or is a circle's, is None."""
    supporting = [line for line in lines if line.line.role.supports]
    firm = [ground for ground in grounds if ground]
    return ClaimResult(
        claim=claim,
        level=_level(lines, grounds),
        at_risk=any(not line.is_sound or line.is_disputed for line in supporting)
        or any(_is_shaky(ground) for ground in grounds)
        or bool(lines and not supporting and not grounds),
        broken=(bool(supporting) and all(_is_unsound(line) for line in supporting))
        or any(g.broken for g in firm),
        lines=lines,
    )


def _level(lines: Sequence[LineResult], grounds: Sequence[ClaimResult | None]) -> Level:
    levels = [ground.level if ground else Level.UNCITED for ground in grounds]
    if lines:
        levels.append(_level_of_lines(lines))
        if not grounds and not any(line.line.role.supports for line in lines):
            levels.append(Level.LINKED)
    return min(levels, key=lambda level: level.rank, default=Level.UNCITED)


def _level_of_lines(lines: Sequence[LineResult]) -> Level:
    if any(line.status is None for line in lines):
        return Level.UNCITED
    if any(line.status is not Status.VERIFIED for line in lines):
        return Level.LINKED
    supporting = [line for line in lines if line.line.role.supports]
    if not supporting or not all(line.is_anchored for line in supporting):
        return Level.VERIFIED
    is_judged = all(line.is_judged and not line.is_disputed for line in supporting)
    return Level.JUDGED if is_judged else Level.ANCHORED


def _line_result(support: LineSupport, references: Mapping[str, ReferenceResult]) -> LineResult:
    result = references.get(support.line.reference)
    work = result.cited_work if result else None
    return LineResult(
        support.line,
        result.status if result else None,
        is_withdrawn=bool(work and work.is_withdrawn),
        depth=support.depth,
        anchor=support.anchor,
        cell=support.cell,
        studied=support.study.systems,
        judgement=support.judgement,
        of_other_work=support.of_other_work,
    )


def _is_shaky(ground: ClaimResult | None) -> bool:
    """Whether a ground bears nothing for certain: it is missing, at risk, or itself uncited."""
    return ground is None or ground.at_risk or ground.level is Level.UNCITED


def _is_unsound(line: LineResult) -> bool:
    """Whether the line is known to bear nothing: an unchecked one may still prove sound."""
    return line.status is None or line.is_withdrawn or line.status in _UNSOUND
