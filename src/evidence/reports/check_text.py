"""The text of `evidence check`: the findings, one a line as an editor reads them, and a summary."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from evidence.model.finding import Finding
from evidence.model.report import Report
from evidence.reports import wording
from evidence.reports.characters import one_line
from evidence.reports.columns import width_of, wrap
from evidence.reports.style import Style
from evidence.reports.summary import claims_counted, in_order, overview, references_counted
from evidence.reports.wording import count, works_from


@dataclass(frozen=True, slots=True)
class CheckTextFormat:
    """Findings first. Their lines are never wrapped, so that they can be clicked and searched."""

    color: bool = False
    width: int = 80

    def write(self, report: Report, stream: TextIO) -> None:
        """Write every finding with its suggestion, then what was checked and what was not."""
        style = Style(self.color)
        for finding in in_order(report.findings):
            stream.writelines(f"{line}\n" for line in _lines(finding, style))
        if report.findings:
            stream.write("\n")
        for line in _summary(report, self.width):
            stream.write(f"{line}\n")


def _lines(finding: Finding, style: Style) -> Iterator[str]:
    severity = style.status(finding.severity)
    place = one_line(str(finding.place))
    yield f"{place}: {severity} {finding.code} {finding.name}: {one_line(finding.message)}"
    if finding.suggestion:
        yield f"    suggestion: {one_line(wording.suggestion(finding.suggestion))}"


def _summary(report: Report, width: int) -> Iterator[str]:
    if report.unusable:
        yield wrap("Part of the input could not be read, and was not checked.", width)
    if report.findings:
        yield from _joined(overview(report), width)
    else:
        yield wrap(_nothing_found(report), width)


def _nothing_found(report: Report) -> str:
    counted = (references_counted(report), claims_counted(report))
    checked = " and ".join(f"{total} ({parts})" if parts else total for total, parts in counted)
    run = report.run
    return (
        f"Nothing found in {checked} with {count(run.rules, 'rule')}; "
        f"{run.unchecked} not checked; {works_from(run)}."
    )


def _joined(parts: tuple[str, ...], width: int) -> Iterator[str]:
    """The parts with dots between them, broken before a part where that is enough."""
    line = ""
    for part in parts:
        longer = f"{line} · {part}" if line else part
        if line and width_of(f"{longer} ·") > width:
            yield wrap(f"{line} ·", width)
            line = part
        else:
            line = longer
    yield wrap(line, width)
