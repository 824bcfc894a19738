"""The passages of a work that most likely state a claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from evidence.matching.anchors.bm25 import Ranking
from evidence.matching.anchors.claim_parts import ClaimParts, Counts
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.folding import Span
from evidence.matching.anchors.proposal import Proposal
from evidence.matching.anchors.searched_text import SearchedText
from evidence.matching.anchors.sections import PATH, kinds_of
from evidence.matching.anchors.stating_cells import StatingCell, stating_cells
from evidence.model.claim import Claim, EvidenceLine, TableCell
from evidence.model.document import Document, Statement
from evidence.model.place import Place
from evidence.model.synonyms import Synonyms

BUILT_IN: Final = Synonyms()

_LEAST: Final = 0.05  # of the claim, that a passage must carry to be worth a look
_OF_METHODS: Final = 0.7  # a claim tells what was found, and seldom what was done
_LEAST_OF_EACH: Final = 0.12  # of the claim, that each of two sentences must add to the other


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Sentences that stand together, or a cell of a table, with what they have of the claim."""

    searched: SearchedText
    counts: Counts
    score: float
    sentences: tuple[Statement, ...] = ()
    cell: TableCell | None = None
    caption: Statement | None = None

    def overlaps(self, other: "_Candidate") -> bool:
        """Whether a sentence stands in both."""
        return any(each in other.sentences for each in self.sentences)


def propose_passages(
    claim: Claim,
    finder: AnchorFinder,
    *,
    limit: int = 5,
    synonyms: Synonyms = BUILT_IN,
) -> tuple[Proposal, ...]:
    """The likeliest passages of a work's texts, the best first: sentences, two neighbours where
    each adds a part of the claim, and table cells with one of its values.

    Each was found again by the `finder` of these texts, and stands here once, as the first text
    that has it gives it.
    """
    parts = ClaimParts(claim, synonyms)
    singles = [
        [(each, parts.counts(each.text)) for each in _sentences(text.document)]
        for text in finder.texts
    ]
    ranking = Ranking(parts.parts, [counts for those in singles for _, counts in those])
    found: list[_Candidate] = []
    for text, those in zip(finder.texts, singles, strict=True):
        found += _windows(text, those, ranking)
        for cell in stating_cells(claim, text.document.tables, synonyms):
            found.append(_of_cell(text, cell, parts, ranking))
    found.sort(key=lambda each: -each.score)
    return tuple(_chosen(found, finder, parts, limit))


def _sentences(document: Document) -> tuple[Statement, ...]:
    """The sentences of a text without its title, which says what the work is about, not what it
    found.
    """
    first = document.statements[:1]
    has_title = first and not first[0].start and not first[0].text.endswith((".", "!", "?"))
    return document.statements[1:] if has_title else document.statements


def _windows(
    text: SearchedText, sentences: Sequence[tuple[Statement, Counts]], ranking: Ranking
) -> Iterator[_Candidate]:
    """The sentences one by one, and neighbours that carry more together than the better of them."""
    single = [_of_sentences(text, ranking, each, one) for one, each in sentences]
    yield from single
    for a, b in pairwise(single):
        if a.sentences[0].paragraph == b.sentences[0].paragraph and _add_up(a, b, ranking):
            both = _of_sentences(text, ranking, a.counts + b.counts, *a.sentences, *b.sentences)
            if both.score > max(a.score, b.score):
                yield both


def _of_sentences(
    text: SearchedText, ranking: Ranking, counts: Counts, *sentences: Statement
) -> _Candidate:
    section = text.passage(Span(sentences[0].start, sentences[0].end)).section
    is_method = kinds_of(section.rpartition(PATH)[2]) == {"methods"}
    score = ranking.score(counts) * (_OF_METHODS if is_method else 1)
    return _Candidate(text, counts, score, sentences)


def _add_up(a: _Candidate, b: _Candidate, ranking: Ranking) -> bool:
    """Whether each of two sentences has a good part of the claim that the other lacks."""
    both = list(zip(a.counts.parts, b.counts.parts, strict=True))
    ours = ranking.share([bool(x and not y) for x, y in both])
    theirs = ranking.share([bool(y and not x) for x, y in both])
    return min(ours, theirs) >= _LEAST_OF_EACH


def _of_cell(
    text: SearchedText, found: StatingCell, parts: ClaimParts, ranking: Ranking
) -> _Candidate:
    counts = parts.counts(found.text, found.quantities)
    return _Candidate(
        text, counts, ranking.score(counts), cell=found.cell, caption=found.table.caption
    )


def _chosen(
    ordered: Sequence[_Candidate], finder: AnchorFinder, parts: ClaimParts, limit: int
) -> Iterator[Proposal]:
    """The best that do not overlap, as proposals."""
    taken: list[_Candidate] = []
    told: set[tuple[str, TableCell | None]] = set()
    for candidate in ordered:
        if len(taken) >= limit or candidate.score < _LEAST:
            return
        if any(candidate.overlaps(each) for each in taken):
            continue
        proposal = _cell_proposal(candidate) or _proposal(candidate, finder)
        if proposal is None or (proposal.quote, proposal.table) in told:
            continue
        told.add((proposal.quote, proposal.table))
        taken.append(candidate)
        both = list(zip(parts.parts, candidate.counts.parts, strict=True))
        yield replace(
            proposal,
            has=tuple(part.written for part, count in both if count),
            lacks=tuple(part.written for part, count in both if not count),
        )


def _cell_proposal(candidate: _Candidate) -> Proposal | None:
    cell, caption = candidate.cell, candidate.caption
    if cell is None or caption is None:
        return None
    shown = candidate.searched.passage(Span(caption.start, caption.start + 1))
    sentence = caption.text or cell.label
    passage = replace(shown, text=cell.cell, end=shown.start, sentence=sentence)
    score = min(candidate.score, 1.0)
    return Proposal(passage, cell.cell, score, file=candidate.searched.source.file, table=cell)


def _proposal(candidate: _Candidate, finder: AnchorFinder) -> Proposal | None:
    """The sentences as a quote; None where the finder does not find them just there: they stand in
    a better text as well, or cannot be told as one piece.
    """
    first, last = candidate.sentences[0], candidate.sentences[-1]
    quote = " ".join(each.text for each in candidate.sentences)
    file = candidate.searched.source.file
    anchor = finder.anchor(EvidenceLine("", Place(""), quote=quote))
    if not anchor.is_found or anchor.file != file:
        return None
    there = [each for each in anchor.passages if first.start <= each.start < last.end]
    return Proposal(there[0], quote, min(candidate.score, 1.0), file=file) if there else None
