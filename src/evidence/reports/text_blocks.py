"""A claim, a reference and a finding as blocks of text for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from evidence.model.claim import Value
from evidence.model.finding import Finding
from evidence.model.report import ClaimResult, ReferenceResult, Report, Status
from evidence.reports import wording
from evidence.reports.characters import exact, one_line
from evidence.reports.citation import (
    doi_apart,
    doi_name,
    reference_byline,
    reference_source,
    work_description,
)
from evidence.reports.columns import pad, width_of, wrap
from evidence.reports.style import Style
from evidence.reports.summary import differences
from evidence.reports.support_words import has_texts
from evidence.reports.text_evidence import EvidenceBlocks, lead

Line: TypeAlias = str

_INDENT: Final = "    "


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a report says of each thing in it, `width` columns wide."""

    style: Style
    width: int
    evidence: EvidenceBlocks
    differences: Mapping[str, Sequence[Finding]]

    @classmethod
    def of(cls, report: Report, style: Style, width: int) -> "Blocks":
        """The blocks of a report; of several entries of one key, the first gives the reason."""
        reasons = {r.reference.key: r.reason for r in reversed(report.references)}
        with_depth = has_texts([line for result in report.claims for line in result.lines])
        evidence = EvidenceBlocks(style, width, reasons, with_depth)
        return cls(style, width, evidence, differences(report.findings))

    def prose(self, text: str, before: str = "") -> Line:
        """The text wrapped, with an indent that hangs under what stands `before` it."""
        return wrap(one_line(text), self.width, before)

    def claim(self, result: ClaimResult) -> Iterator[Line]:
        """A claim with its values, its evidence and what it rests on."""
        claim = result.claim
        yield self._title(claim.id, self._level(result))
        yield self.evidence.claim_text(result)
        kind = ", ".join(filter(None, (claim.type, claim.system)))
        yield from self._labelled("type", kind)
        yield from self._values(claim.values)
        for line in result.lines:
            yield from self.evidence.line(claim.text, line)
        yield from self._labelled("rests on", ", ".join(other.claim for other in claim.rests_on))
        yield from self._labelled("note", claim.note)
        for remark in result.remarks:
            yield from self._labelled("remark", remark)
        if self.evidence.with_depth or any(line.judgement for line in result.lines):
            for number, step in enumerate(result.to_read):
                yield from self._labelled("" if number else "read next", step)
        yield from self._labelled("place", str(claim.place))

    def reference(self, result: ReferenceResult) -> Iterator[Line]:
        """A reference with its status, what its record says, and the claims that cite it."""
        reference = result.reference
        withdrawn = result.work is not None and result.work.is_withdrawn
        alarm = f", {self.style.alarm(wording.WITHDRAWN)}" if withdrawn else ""
        yield self._title(reference.key, self.style.status(result.status) + alarm)
        for text in (reference.title or "(no title)", reference_byline(reference)):
            yield from self._indented(text)
        yield from self._indented(reference_source(reference))
        yield from self._exactly("doi", doi_name(result))
        yield from self._exactly("as written", doi_apart(result))
        yield from self._labelled("reason", result.reason)
        yield from self._record(result)
        yield from self._labelled("cited by", ", ".join(result.claims) or "no claim")

    def finding(self, finding: Finding) -> Iterator[Line]:
        """A finding with its place, its sentence and what to do about it."""
        severity = self.style.status(finding.severity)
        place = one_line(str(finding.place))
        yield wrap(f"{place}: {severity} {finding.code} {finding.name}", self.width)
        yield from self._indented(finding.message)
        if finding.suggestion:
            yield from self._labelled("suggestion", wording.suggestion(finding.suggestion))

    def _record(self, result: ReferenceResult) -> Iterator[Line]:
        work = result.work
        if work is None:
            return
        identifier = "" if work.doi == result.doi else f"{work.doi}: "
        yield from self._labelled("record", identifier + wording.origin(work.origin))
        if result.status is Status.ANOTHER_WORK:
            yield from self._labelled("leads to", work_description(work))
        for finding in self.differences.get(result.reference.key, ()):
            yield from self._labelled("differs", wording.difference(finding))
        for update in work.updates:
            notice = f", {update.doi}" if update.doi else ""
            yield from self._labelled("update", wording.update(update) + notice)

    def _values(self, values: tuple[Value, ...]) -> Iterator[Line]:
        rows = [tuple(map(one_line, wording.value(value))) for value in values]
        widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
        for number, row in enumerate(rows):
            before = lead("" if number else "values")
            aligned = before + "  ".join(map(pad, row, widths)).rstrip()
            fits = width_of(aligned) <= self.width
            yield aligned if fits else self.prose(" ".join(row), before)

    def _level(self, result: ClaimResult) -> str:
        if result.broken:
            return f"{result.level}, {self.style.alarm('broken')}"
        if result.at_risk:
            return f"{result.level}, {self.style.alarm('at risk')}"
        return self.style.status(result.level)

    def _title(self, name: str, status: str) -> Line:
        return wrap(f"{self.style.heading(one_line(name))}: {status}", self.width)

    def _indented(self, text: str) -> Iterator[Line]:
        if text:
            yield self.prose(text, _INDENT)

    def _labelled(self, label: str, text: str) -> Iterator[Line]:
        if text:
            yield self.prose(text, lead(label))

    def _exactly(self, label: str, text: str) -> Iterator[Line]:
        """The text with its blanks as they are: a stand-in keeps `wrap` from folding them."""
        if text:
            stand_in = "\ue000"
            kept = exact(text).replace(" ", stand_in)
            yield wrap(kept, self.width, lead(label)).replace(stand_in, " ")
