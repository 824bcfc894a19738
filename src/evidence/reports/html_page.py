"""The report as its page shows it: every thing with its anchor, its findings and its links."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from evidence.model.claim import EvidenceLine
from evidence.model.finding import Finding, Suggestion
from evidence.model.report import ClaimResult, LineResult, ReferenceResult, Report, Status
from evidence.reports.pictures import Picture
from evidence.reports.summary import differences, in_order
from evidence.reports.support_words import has_texts

PictureOf: TypeAlias = Callable[[LineResult], Picture | None]
"""What gives the picture of a line's passage."""

_NO_ANCHOR: Final = re.compile(r"[^A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A name, and the anchor of the thing that it names (None: there is no such thing)."""

    name: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding, and what it is about."""

    finding: Finding
    anchor: str
    reference: Link | None
    claim: Link | None


@dataclass(frozen=True, slots=True)
class LineItem:
    """An evidence line, its reference, why that is not verified, where it is not, and the page
    that its quote stands on, where that can be shown.
    """

    result: LineResult
    reference: Link
    reason: str
    picture: Picture | None

    @property
    def line(self) -> EvidenceLine:
        """The line as its claim gives it."""
        return self.result.line


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """A claim, its lines, what it rests on, and the findings about it."""

    result: ClaimResult
    anchor: str
    lines: tuple[LineItem, ...]
    rests_on: tuple[Link, ...]
    findings: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """A reference, the claims that cite it, and the findings about it."""

    result: ReferenceResult
    anchor: str
    claims: tuple[Link, ...]
    findings: tuple[FindingItem, ...]
    differences: tuple[Finding, ...]

    @property
    def suggested_dois(self) -> tuple[Suggestion, ...]:
        """The DOIs that the entry may have been meant to name."""
        known = (item.finding.suggestion for item in self.findings)
        return tuple(suggestion for suggestion in known if suggestion and suggestion.doi)


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page lists, in its order; `with_texts` where the text of any work was at hand,
    or a person judged. `told` are the marks of what is said of its lines for good: `good` by a
    registry, `anchored` by a text, `judged` by a person.
    """

    claims: tuple[ClaimItem, ...]
    references: tuple[ReferenceItem, ...]
    findings: tuple[FindingItem, ...]
    with_texts: bool
    told: frozenset[str]


def no_picture(_: LineResult) -> Picture | None:
    """None: a page without pictures."""
    return None


def page_of(report: Report, picture_of: PictureOf = no_picture) -> Page:
    """The page of a report. The first of several things of one name is the one linked to."""
    claim_ids = [result.claim.id for result in report.claims]
    keys = [result.reference.key for result in report.references]
    claim_anchors, key_anchors = _anchors("claim", claim_ids), _anchors("reference", keys)
    links = _Links(
        _first(claim_ids, claim_anchors),
        _first(keys, key_anchors),
        _first(keys, [_reason(result) for result in report.references]),
    )
    findings = tuple(
        FindingItem(
            finding, f"finding-{number}", links.key(finding.key), links.claim(finding.claim)
        )
        for number, finding in enumerate(in_order(report.findings), start=1)
    )
    of_claim = _grouped(findings, lambda item: item.finding.claim)
    of_key = _grouped(findings, lambda item: item.finding.key)
    differing = differences(item.finding for item in findings)
    lines = [line for result in report.claims for line in result.lines]
    return Page(
        tuple(
            _claim(result, anchor, links, of_claim[result.claim.id], picture_of)
            for result, anchor in zip(report.claims, claim_anchors, strict=True)
        ),
        tuple(
            ReferenceItem(
                result,
                anchor,
                tuple(Link(id, links.claims.get(id)) for id in result.claims),
                tuple(of_key[result.reference.key]),
                tuple(differing.get(result.reference.key, ())),
            )
            for result, anchor in zip(report.references, key_anchors, strict=True)
        ),
        findings,
        has_texts(lines) or any(line.judgement for line in lines),
        frozenset(mark for line in lines for mark in _told(line)),
    )


def _told(line: LineResult) -> Iterator[str]:
    if line.status is Status.VERIFIED:
        yield "good"
    if line.is_anchored:
        yield "anchored"
    if line.is_judged:
        yield "judged"


def _reason(result: ReferenceResult) -> str:
    return "" if result.status is Status.VERIFIED else result.reason


@dataclass(frozen=True, slots=True)
class _Links:
    """The anchors of the claims, by id, and of the references, by key, with their reasons."""

    claims: Mapping[str, str]
    keys: Mapping[str, str]
    reasons: Mapping[str, str]

    def claim(self, id: str | None) -> Link | None:
        return Link(id, self.claims.get(id)) if id else None

    def key(self, key: str | None) -> Link | None:
        return Link(key, self.keys.get(key)) if key else None


def _claim(
    result: ClaimResult,
    anchor: str,
    links: _Links,
    findings: Iterable[FindingItem],
    picture_of: PictureOf,
) -> ClaimItem:
    return ClaimItem(
        result,
        anchor,
        tuple(
            LineItem(
                line,
                _link_to(line, links),
                links.reasons.get(line.line.reference, ""),
                picture_of(line),
            )
            for line in result.lines
        ),
        tuple(Link(other.claim, links.claims.get(other.claim)) for other in result.claim.rests_on),
        tuple(findings),
    )


def _link_to(line: LineResult, links: _Links) -> Link:
    return Link(line.line.reference, links.keys.get(line.line.reference))


def _grouped(
    items: Iterable[FindingItem], name_of: Callable[[FindingItem], str | None]
) -> Mapping[str, Sequence[FindingItem]]:
    groups: dict[str, list[FindingItem]] = defaultdict(list)
    for item in items:
        name = name_of(item)
        if name is not None:
            groups[name].append(item)
    return groups


def _anchors(prefix: str, names: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each name that no other has, as close to the name as a URL's fragment can be.

    >>> _anchors("claim", ["a b", "a-b", "肿瘤"])
    ('claim-a-b', 'claim-a-b-2', 'claim--')
    """
    return tuple(_distinct(f"{prefix}-{_NO_ANCHOR.sub('-', name)}" for name in names))


def _distinct(wanted: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    last: dict[str, int] = {}
    for name in wanted:
        anchor, number = name, last.get(name, 1)
        while anchor in taken:
            number += 1
            anchor = f"{name}-{number}"
        taken.add(anchor)
        last[name] = number
        yield anchor


def _first(names: Sequence[str], values: Sequence[str]) -> Mapping[str, str]:
    return dict(zip(reversed(names), reversed(values), strict=True))
