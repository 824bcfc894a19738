"""How far each claim's evidence carries it, and whether it is at risk.

Levels after `docs/statuses.md`: a claim is `linked` when every reference that it names is in the
bibliography, `verified` when every one of them is verified. The higher levels need the works' own
texts and a person's judgement; no claim reaches them here.
"""

from collections.abc import Mapping, Sequence

from evidence.checks.grounds import in_order
from evidence.model.claim import Claim, Claims, EvidenceLine
from evidence.model.report import ClaimResult, Level, LineResult, ReferenceResult, Status

# Known to be wrong, as against not known to be right.
_UNSOUND = frozenset({Status.DIFFERS, Status.ANOTHER_WORK, Status.MALFORMED, Status.UNREGISTERED})


def stand(claims: Claims, references: tuple[ReferenceResult, ...]) -> tuple[ClaimResult, ...]:
    """Every claim with its level and risk, in the order of the file.

    An inference has the lowest level, and the risk, of what it rests on; nothing can rest on what
    is uncited. A claim whose lines are all there for other purposes has no support: it is at risk.
    Claims that rest on each other in a circle, and what rests on those, are `uncited`.
    """
    by_key = {result.reference.key: result for result in reversed(references)}
    standing: dict[str, ClaimResult] = {}
    results: dict[int, ClaimResult] = {}
    for claim in in_order(claims):
        grounds = [standing.get(ground.claim) for ground in claim.rests_on]
        result = _result(claim, by_key, grounds)
        results[id(claim)] = result
        standing.setdefault(claim.id, result)
    return tuple(
        results.get(id(claim)) or _result(claim, by_key, [None]) for claim in claims.claims
    )


def _result(
    claim: Claim, references: Mapping[str, ReferenceResult], grounds: Sequence[ClaimResult | None]
) -> ClaimResult:
    """One claim's result; a ground that does not exist, or is a circle's, is None."""
    lines = tuple(_line_result(line, references) for line in claim.evidence)
    supporting = [line for line in lines if line.line.role.supports]
    firm = [ground for ground in grounds if ground]
    return ClaimResult(
        claim=claim,
        level=_level(lines, grounds),
        at_risk=any(not line.is_sound for line in supporting)
        or any(_is_shaky(ground) for ground in grounds)
        or bool(lines and not supporting and not grounds),
        broken=(bool(supporting) and all(_is_unsound(line) for line in supporting))
        or any(g.broken for g in firm),
        lines=lines,
    )


def _level(lines: Sequence[LineResult], grounds: Sequence[ClaimResult | None]) -> Level:
    levels = [ground.level if ground else Level.UNCITED for ground in grounds]
    if lines:
        levels.append(_level_of_lines([line.status for line in lines]))
        if not grounds and not any(line.line.role.supports for line in lines):
            levels.append(Level.LINKED)
    return min(levels, key=lambda level: level.rank, default=Level.UNCITED)


def _level_of_lines(statuses: Sequence[Status | None]) -> Level:
    if None in statuses:
        return Level.UNCITED
    is_verified = all(status is Status.VERIFIED for status in statuses)
    return Level.VERIFIED if is_verified else Level.LINKED


def _line_result(line: EvidenceLine, references: Mapping[str, ReferenceResult]) -> LineResult:
    result = references.get(line.reference)
    if result is None:
        return LineResult(line, None)
    work = result.cited_work
    return LineResult(line, result.status, bool(work and work.is_withdrawn))


def _is_shaky(ground: ClaimResult | None) -> bool:
    """Whether a ground bears nothing for certain: it is missing, at risk, or itself uncited."""
    return ground is None or ground.at_risk or ground.level is Level.UNCITED


def _is_unsound(line: LineResult) -> bool:
    """Whether the line is known to bear nothing: an unchecked one may still prove sound."""
    return line.status is None or line.is_withdrawn or line.status in _UNSOUND
