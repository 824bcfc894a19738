"""What the texts of the cited works say of the claims: one work at a time, its text then let go."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from evidence.audit.resolution import Progress
from evidence.audit.work_texts import UNREAD, WorkTexts
from evidence.checks.judging import judgement_of, noted_source
from evidence.checks.source_reading import SourceReading
from evidence.checks.support import LineSupport, SourceSupport, SupportedClaim
from evidence.matching.anchors.finder import NO_TEXT, AnchorFinder
from evidence.matching.told_work import other_work_told
from evidence.model.anchor import AnchorState, CellState
from evidence.model.claim import Claim
from evidence.model.lock import Lock
from evidence.model.report import ReferenceResult
from evidence.model.source_text import Depth, OtherWorkText, UnreadableSource
from evidence.model.synonyms import Synonyms
from evidence.project import Project
from evidence.registries.interface import Registries
from evidence.sources.file_names import shown_name
from evidence.sources.lock import lock_of
from evidence.sources.synonyms import synonyms_of
from evidence.sources.texts.shelf import shelf_of

_READING: Final = "reading sources"
_SEARCHING: Final = "looking for quotes in other sources"
_LOST: Final = (AnchorState.NOT_FOUND, AnchorState.UNCHECKED)

_At: TypeAlias = tuple[int, int]
"""A line: the claim's position in the project, and its own in the claim."""


def source_support(
    project: Project,
    references: Sequence[ReferenceResult],
    registries: Registries,
    *,
    kept: Path | None = None,
    progress: Progress = lambda *_: None,
) -> SourceSupport:
    """What the texts at hand say of each claim, in the order of the claims.

    A text is a file in the project's folder of sources, else an abstract: the registry's, Europe
    PMC's where it is asked, or the entry's own. `kept` is the folder where what was drawn from
    files is kept. Raises InputError when the file with synonyms, or the lock, cannot be used.
    """
    claims = project.claims.claims
    results = {each.reference.key: each for each in reversed(references)}
    places = _places(claims, results)
    shelf = shelf_of(project.settings, keys=results, kept=kept)
    texts = WorkTexts(shelf, results, registries, places)
    synonyms, lock = synonyms_of(project.settings), lock_of(project.settings)
    found: dict[_At, LineSupport] = {}
    unreadable: list[UnreadableSource] = []
    of_others: list[OtherWorkText] = []
    for done, (key, lines) in enumerate(places.items()):
        progress(_READING, done, len(places))
        reading, broken = _read(texts, results[key], synonyms, progress)
        unreadable += broken
        others = tuple(_of_other_works(reading, results[key]))
        of_others += others
        reason = texts.why_not(key, broken)
        for at in lines:
            support = _support(reading, claims[at[0]], at[1], results[key], lock)
            support = replace(support, of_other_work=bool(others))
            found[at] = _with_reason(support, reason) if reason else support
    progress(_READING, len(places), len(places))
    found |= _elsewhere(found, texts, results, progress)
    return SourceSupport(
        tuple(_supported(claims, found)),
        tuple(unreadable),
        tuple(of_others),
        tuple(shown_name(path) for path in shelf.unused(results)),
    )


def _supported(
    claims: Sequence[Claim], found: Mapping[_At, LineSupport]
) -> Iterator[SupportedClaim]:
    """The claims with all their lines; of a line without an entry nothing is known."""
    for at, claim in enumerate(claims):
        lines = enumerate(claim.evidence)
        yield SupportedClaim(
            claim, tuple(found.get((at, which)) or LineSupport(line) for which, line in lines)
        )


def _places(
    claims: Sequence[Claim], results: Mapping[str, ReferenceResult]
) -> dict[str, list[_At]]:
    """The lines that name each entry of the bibliography, in the order of the claims."""
    places: defaultdict[str, list[_At]] = defaultdict(list)
    for at, claim in enumerate(claims):
        for which, line in enumerate(claim.evidence):
            if line.reference in results:
                places[line.reference].append((at, which))
    return places


def _read(
    texts: WorkTexts, result: ReferenceResult, synonyms: Synonyms, progress: Progress
) -> tuple[SourceReading, tuple[UnreadableSource, ...]]:
    read, unreadable = texts.read(result.reference.key, progress)
    return SourceReading(result.reference, result.cited_work, read, synonyms), unreadable


def _support(
    reading: SourceReading, claim: Claim, which: int, result: ReferenceResult, lock: Lock
) -> LineSupport:
    """What the work says of the claim by one of its lines, and what a person said of the line."""
    line = claim.evidence[which]
    support = reading.support(claim, line)
    return replace(
        support,
        judgement=judgement_of(claim, line, result.cited_work, support.files, lock),
        noted=noted_source(claim, line, support.files, lock),
    )


def _of_other_works(reading: SourceReading, result: ReferenceResult) -> Iterator[OtherWorkText]:
    for text in reading.texts:
        told = other_work_told(text, result.reference, result.doi, result.cited_work)
        if text.file and told:
            yield told


def _with_reason(support: LineSupport, reason: str) -> LineSupport:
    """The same line; where its quote or its cell was not looked for, with one reason more."""
    anchor, cell = support.anchor, support.cell
    if support.depth is Depth.FULL_TEXT:
        return support
    if anchor and anchor.state is AnchorState.UNCHECKED:
        anchor = replace(anchor, reason=_joined(anchor.reason, reason))
    if cell and cell.state is CellState.UNCHECKED:
        cell = replace(cell, reason=_joined(cell.reason, reason))
    return replace(support, anchor=anchor, cell=cell)


def _joined(reason: str, more: str) -> str:
    return more if reason == NO_TEXT and more.endswith(UNREAD) else f"{reason}; {more}"


def _elsewhere(
    found: Mapping[_At, LineSupport],
    texts: WorkTexts,
    results: Mapping[str, ReferenceResult],
    progress: Progress,
) -> dict[_At, LineSupport]:
    """The lines whose quote stands in the text of another work, with the entries of those."""
    lost = {at: each for at, each in found.items() if each.anchor and each.anchor.state in _LOST}
    holders: defaultdict[_At, list[str]] = defaultdict(list)
    for done, key in enumerate(reversed([*results]) if lost else ()):
        progress(_SEARCHING, done, len(results))
        finder = AnchorFinder(texts.read(key, progress)[0])
        for at, support in lost.items():
            if support.line.reference != key and finder.holds(support.line.quote):
                holders[at].append(key)
    if lost:
        progress(_SEARCHING, len(results), len(results))
    return {
        at: replace(lost[at], anchor=replace(anchor, elsewhere=tuple(keys)))
        for at, keys in holders.items()
        if (anchor := lost[at].anchor)
    }
