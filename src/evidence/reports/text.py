"""The report as text for a terminal: the claims with their evidence, the references, the findings.

Lines are as wide as the terminal, and never wider than a hundred columns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from evidence.model.report import Report
from evidence.reports import wording
from evidence.reports.style import Style
from evidence.reports.summary import Stage, funnel, in_order, notices, overview
from evidence.reports.text_blocks import Blocks, Line

_WIDEST: Final = 100
_NARROWEST: Final = 40
_BAR: Final = 24


@dataclass(frozen=True, slots=True)
class TextFormat:
    """`width` counts the terminal's columns; without `color` there are no codes in the text."""

    color: bool = False
    width: int = 80

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the figures, the claims, the references and the findings."""
        width = min(max(self.width, _NARROWEST), _WIDEST)
        blocks = Blocks.of(report, Style(self.color), width)
        stream.writelines(f"{line}\n" for line in _page(report, blocks))


def _page(report: Report, blocks: Blocks) -> Iterator[Line]:
    yield blocks.style.heading("Evidence report") + f" · {wording.time(report.run.started)}"
    for part in (*report.documents, *overview(report)):
        yield blocks.prose(part)
    for notice in notices(report):
        yield ""
        yield blocks.style.heading(blocks.prose(notice))
    claims = [blocks.claim(result) for result in report.claims]
    if claims:
        claims.insert(0, _funnel(funnel(report), len(report.claims)))
    yield from _section(blocks.style.heading("Claims"), claims, "No claims.")
    references = [blocks.reference(result) for result in report.references]
    yield from _section(blocks.style.heading("References"), references, "No references.")
    findings = [blocks.finding(finding) for finding in in_order(report.findings)]
    yield from _section(blocks.style.heading("Findings"), findings, "No findings.")


def _section(heading: Line, items: Iterable[Iterable[Line]], without: Line) -> Iterator[Line]:
    yield ""
    yield heading
    for item in items or [[without]]:
        yield ""
        yield from item


def _funnel(stages: Iterable[Stage], claims: int) -> Iterator[Line]:
    for stage in stages:
        reached = "–" if stage.reached is None else str(stage.reached)
        # A level that one claim in a thousand reached must not look like one that none did.
        length = -(-_BAR * (stage.reached or 0) // claims)
        bar = ("█" * length).ljust(_BAR if stage.reached is not None else 0)
        yield f"{stage.label:<10} {reached:>4}  {bar}{'  ' if bar else ''}{stage.note}".rstrip()
