"""A report in figures, and what a reader must know before reading on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence.model.anchor import AnchorState
from evidence.model.finding import Finding, Severity
from evidence.model.report import Level, LineResult, Report, Status
from evidence.model.work import Via
from evidence.reports.wording import count, works_from


@dataclass(frozen=True, slots=True)
class Stage:
    """One level of the funnel: how many claims `reached` it (None: not assessed), and in `note`
    what became of those that went no further.
    """

    level: Level
    reached: int | None
    note: str

    @property
    def label(self) -> str:
        """The level's name; every claim is at least uncited, so the first holds them all."""
        return "all claims" if self.level is Level.UNCITED else self.level.value


def status_counts(report: Report) -> tuple[tuple[Status, int], ...]:
    """How many references have each status, without those that none has."""
    counts = Counter(result.status for result in report.references)
    return tuple((status, counts[status]) for status in Status if counts[status])


def level_counts(report: Report) -> tuple[tuple[Level, int], ...]:
    """How many claims stand at each level, the best first, without those where none stands."""
    counts = Counter(result.level for result in report.claims)
    return tuple((level, counts[level]) for level in reversed(Level) if counts[level])


def risk_counts(report: Report) -> tuple[tuple[str, int], ...]:
    """How many claims are at risk and how many broken, without the word that is true of none."""
    broken = sum(result.broken for result in report.claims)
    at_risk = sum(result.at_risk and not result.broken for result in report.claims)
    return tuple((word, n) for word, n in (("at risk", at_risk), ("broken", broken)) if n)


def severity_counts(report: Report) -> tuple[tuple[Severity, int], ...]:
    """How many findings have each severity, the worst first, without those that none has."""
    counts = Counter(finding.severity for finding in report.findings)
    return tuple((severity, counts[severity]) for severity in Severity if counts[severity])


def funnel(report: Report) -> tuple[Stage, ...]:
    """How many claims reached each level.

    No command approves a claim: where none stands there, that level is not assessed, which is not
    the same as reached by none.
    """
    ranks = [result.level.rank for result in report.claims]
    assessed = max((Level.JUDGED.rank, *ranks))
    return tuple(_stage(level, ranks, assessed) for level in Level)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a reader meets them: by file, line, column, code."""
    return tuple(sorted(findings, key=lambda f: (f.place, f.code, f.message)))


def differences(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """For each entry, by its key, the findings that set a field of it against the record."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        is_of_record = finding.code.startswith("MET")
        if is_of_record and finding.key and finding.field and finding.found and finding.expected:
            found[finding.key].append(finding)
    return found


def references_counted(report: Report) -> tuple[str, str]:
    """How many references, and how many of each status: `2 references`, `1 verified, 1 no-doi`."""
    parts = (f"{number} {status}" for status, number in status_counts(report))
    return count(report.run.references, "reference"), ", ".join(parts)


def claims_counted(report: Report) -> tuple[str, str]:
    """How many claims, and how many at each level and at risk: `2 claims`, `2 linked; 1 broken`."""
    parts = ", ".join(f"{number} {level}" for level, number in level_counts(report))
    risk = ", ".join(f"{number} {word}" for word, number in risk_counts(report))
    return count(report.run.claims, "claim"), "; ".join(filter(None, (parts, risk)))


def overview(report: Report) -> tuple[str, ...]:
    """References, claims, rules, what was not checked, and where the works came from."""
    run = report.run
    counted = (references_counted(report), claims_counted(report))
    return (
        *(f"{total}: {parts}" if parts else total for total, parts in counted),
        count(run.rules, "rule"),
        f"{run.unchecked} not checked",
        works_from(run),
    )


def notices(report: Report) -> tuple[str, ...]:
    """What a reader must know before believing anything else; empty when all is as it should be."""
    said = []
    if report.unusable:
        said.append("Part of the input could not be read: this report is not complete.")
    statuses = [result.status for result in report.references]
    unchecked = statuses.count(Status.UNCHECKED)
    works = [result.work for result in report.references if result.work]
    lines = [line for result in report.claims for line in result.lines if line.line.quote]
    unsought = sum(map(_is_unsought, lines))
    if statuses and Status.VERIFIED not in statuses:
        said.append(_nothing_verified(report))
    elif unchecked:
        number = count(len(statuses), "reference")
        said.append(f"{unchecked} of {number} could not be checked against a registry.")
    if any(w.origin.via is Via.SNAPSHOT and not w.origin.hand_made for w in works):
        said.append(
            "Records from a snapshot speak for the date that they carry; no registry was asked "
            "about them in this run."
        )
    if unsought:
        number = count(len(lines), "quote")
        said.append(f"{unsought} of {number} could not be looked for in the works' own texts.")
    return tuple(said)


def _is_unsought(line: LineResult) -> bool:
    return line.anchor is None or line.anchor.state is AnchorState.UNCHECKED


def _nothing_verified(report: Report) -> str:
    works = [result.work for result in report.references if result.work]
    if works and all(work.origin.hand_made for work in works):
        why = "The records of the works were made by hand and are only compared with the entries"
    elif all(result.status is Status.UNCHECKED for result in report.references):
        why = "No work could be looked up"
    else:
        why = "No reference agrees with a registry's record"
    return f"{why}: nothing here is verified."


def _stage(level: Level, ranks: Sequence[int], assessed: int) -> Stage:
    if level.rank > assessed:
        return Stage(level, None, "no command sets it")
    reached = sum(rank >= level.rank for rank in ranks)
    stayed = ranks.count(level.rank)
    if not stayed or level.rank == assessed:
        return Stage(level, reached, "")
    above = tuple(Level)[level.rank + 1]
    missed = "uncited" if level is Level.UNCITED else f"not {above}"
    return Stage(level, reached, f"{stayed} {missed}")
