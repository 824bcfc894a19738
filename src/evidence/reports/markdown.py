"""The report as Markdown, for a pull request or the supplement of a paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from evidence.matching.statements.agreeing_words import agreeing_spans
from evidence.model.anchor import Anchor
from evidence.model.finding import Finding
from evidence.model.report import ClaimResult, LineResult, ReferenceResult, Report, Status
from evidence.reports import support_words, wording
from evidence.reports.characters import one_line
from evidence.reports.citation import (
    doi_apart,
    doi_name,
    reference_byline,
    reference_source,
    resolves,
    work_description,
)
from evidence.reports.markdown_text import code, doi_link, escape, marked, message
from evidence.reports.summary import differences, funnel, in_order, notices, overview
from evidence.reports.support_words import has_texts


@dataclass(frozen=True, slots=True)
class MarkdownFormat:
    """GitHub's Markdown: a list of the claims, a table of the references, a list of findings."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the figures, the claims, the references and the findings."""
        stream.writelines(f"{line}\n" for line in _page(report))


def _page(report: Report) -> Iterator[str]:
    yield from ("# Evidence report", "")
    for part in (wording.time(report.run.started), *report.documents, *overview(report)):
        yield f"- {escape(part)}"
    for notice in notices(report):
        yield from ("", f"> **{escape(notice)}**")
    yield from ("", "## Claims", "")
    yield from _claims(report) if report.claims else ["No claims."]
    yield from ("", "## References", "")
    yield from _references(report) if report.references else ["No references."]
    yield from ("", "## Findings", "")
    yield from _findings(report.findings) if report.findings else ["No findings."]


def _claims(report: Report) -> Iterator[str]:
    yield from ("| Level | Claims | |", "| :--- | ---: | :--- |")
    for stage in funnel(report):
        reached = "–" if stage.reached is None else stage.reached
        yield f"| {stage.label} | {reached} | {stage.note} |"
    yield ""
    with_depth = has_texts([line for result in report.claims for line in result.lines])
    for result in report.claims:
        yield from _claim(result, with_depth=with_depth)


def _claim(result: ClaimResult, *, with_depth: bool) -> Iterator[str]:
    claim = result.claim
    risk = ", **broken**" if result.broken else ", **at risk**" if result.at_risk else ""
    yield f"- {code(claim.id)} ({result.level}{risk}): {escape(claim.text)}"
    kind = ", ".join(filter(None, (claim.type, claim.system)))
    if kind:
        yield f"  - {kind}"
    for value in claim.values:
        name, target, number = wording.value(value)
        yield f"  - {escape(' '.join(filter(None, (name, target))))}: {escape(number)}"
    for line in result.lines:
        yield from _evidence(claim.text, line, with_depth=with_depth)
    if claim.rests_on:
        yield f"  - rests on {', '.join(code(other.claim) for other in claim.rests_on)}"
    if claim.note:
        yield f"  - note: {escape(claim.note)}"
    yield from (f"  - remark: {message(remark)}" for remark in result.remarks)
    if with_depth or any(line.judgement for line in result.lines):
        yield from (f"  - read next: {message(step)}" for step in result.to_read)
    yield f"  - {code(str(claim.place))}"


def _evidence(claim: str, result: LineResult, *, with_depth: bool) -> Iterator[str]:
    line = result.line
    withdrawn = f"**{wording.WITHDRAWN}**" if result.is_withdrawn else ""
    depth = support_words.depth(result) if with_depth and result.status else ""
    where = (wording.locator(line), support_words.studied(result), line.design, depth)
    said = [wording.line_status(result), withdrawn, *map(escape, where)]
    yield f"  - {line.role} {code(line.reference)}: {', '.join(filter(None, said))}"
    if line.quote:
        ours, theirs = one_line(claim), one_line(line.quote)
        in_ours, in_theirs = agreeing_spans(ours, theirs)
        yield f"    - claim: {marked(ours, in_ours)}"
        yield f"    - quote: {marked(theirs, in_theirs)}"
    if line.note:
        yield f"    - note: {escape(line.note)}"
    yield from (f"    - {said}" for said in _support(result))


def _support(result: LineResult) -> Iterator[str]:
    """What the work's text says, and apart from it what a person does."""
    anchor, cell, judgement = result.anchor, result.cell, result.judgement
    if anchor:
        yield _said(
            "text", support_words.ANCHOR_WORDS[anchor.state], _detail(anchor, result.line.page)
        )
        passage, place = support_words.nearest(anchor)
        if passage:
            yield f"nearest passage{escape(f', {place}' if place else '')}: “{escape(passage)}”"
    if cell:
        detail = escape(support_words.cell_detail(cell, result.line.table))
        yield _said("text", support_words.CELL_WORDS[cell.state], detail)
    if judgement:
        known = (support_words.judgement_by(judgement), support_words.judgement_caution(judgement))
        said = "; ".join(escape(part) for part in known if part)
        yield _said("judged", support_words.judgement_said(judgement), said)


def _detail(anchor: Anchor, page: str) -> str:
    return message(support_words.anchor_detail(anchor, page))


def _said(who: str, word: str, detail: str) -> str:
    return f"{who}: **{word}**" + (f"; {detail}" if detail else "")


def _references(report: Report) -> Iterator[str]:
    yield "| Reference | Status | DOI | Entry | Record | Cited by |"
    yield "| :--- | :--- | :--- | :--- | :--- | :--- |"
    differing = differences(report.findings)
    for result in report.references:
        reference = result.reference
        entry = (reference.title or "(no title)", reference_byline(reference))
        cells = (
            code(reference.key),
            _status(result),
            "<br>".join(_identifiers(result)),
            "<br>".join(escape(part) for part in (*entry, reference_source(reference)) if part),
            "<br>".join(_record(result, differing.get(reference.key, ()))),
            ", ".join(map(code, result.claims)),
        )
        yield f"| {' | '.join(cells)} |"


def _status(result: ReferenceResult) -> str:
    withdrawn = result.work is not None and result.work.is_withdrawn
    words = f"**{result.status}**" + (f", **{wording.WITHDRAWN}**" if withdrawn else "")
    return f"{words}: {message(result.reason)}" if result.reason else words


def _identifiers(result: ReferenceResult) -> Iterator[str]:
    """The DOI with its address; as written where that differs, and alone where it is malformed."""
    if result.doi:
        name = doi_name(result)
        yield doi_link(result.doi, name) if resolves(result) else code(name)
    if written := doi_apart(result):
        yield f"as written: {code(written)}"


def _record(result: ReferenceResult, differing: Iterable[Finding]) -> Iterator[str]:
    work = result.work
    if work is None:
        return
    if work.doi != result.doi:
        yield doi_link(work.doi, work.doi.name)
    yield escape(wording.origin(work.origin))
    if result.status is Status.ANOTHER_WORK:
        yield f"leads to: {escape(work_description(work))}"
    for finding in differing:
        yield escape(wording.difference(finding))
    for update in work.updates:
        notice = f", {doi_link(update.doi, update.doi.name)}" if update.doi else ""
        yield f"{escape(wording.update(update))}{notice}"


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in in_order(findings):
        page = wording.rule_page(finding)
        rule = f"[{finding.code}](<{page}>)" if page else finding.code
        yield (
            f"- **{finding.severity}** {rule} {finding.name} at {code(str(finding.place))}: "
            f"{message(finding.message)}"
        )
        known = finding.suggestion
        if known:
            new = code(known.doi or known.value)
            yield f"  - suggestion: {new} ({known.confidence}): {message(known.why)}"
