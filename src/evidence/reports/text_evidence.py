"""An evidence line as a block of text: what the registry, the work's text and a person say of it.

The three have three labels and three colours, and none stands in for another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.statements.agreeing_words import Span, agreeing_spans
from evidence.model.anchor import Anchor, AnchorState, CellState
from evidence.model.judgement import Judgement, JudgementState
from evidence.model.report import ClaimResult, LineResult, Status
from evidence.reports import support_words, wording
from evidence.reports.characters import one_line
from evidence.reports.columns import wrap
from evidence.reports.style import Style

_INDENT: Final = "    "
_LABEL: Final = 12  # columns of the longest label, `definition`, and the gap that follows


@dataclass(frozen=True, slots=True)
class EvidenceBlocks:
    """The lines of a claim, `width` columns wide. `reasons` say why a reference has its status.

    Without `with_depth` no text of any work was at hand, which is said once and not of each line.
    """

    style: Style
    width: int
    reasons: Mapping[str, str]
    with_depth: bool

    def claim_text(self, result: ClaimResult) -> str:
        """The claim's words; labelled where there are quotes to compare them with."""
        text = one_line(result.claim.text)
        quotes = [line.line.quote for line in result.lines if line.line.quote]
        if not quotes:
            return wrap(text, self.width, _INDENT)
        return wrap(self._marked(text, quotes), self.width, lead("claim"))

    def line(self, claim: str, result: LineResult) -> Iterator[str]:
        """One line of evidence; `claim` is the text that its quote is compared with."""
        line = result.line
        yield wrap(self._reference(result), self.width, lead(line.role))
        system = ", ".join(filter(None, (support_words.studied(result), line.design)))
        for text in (wording.locator(line), system):
            yield from self._labelled("", text)
        if line.quote:
            marked = self._marked(one_line(line.quote), [claim])
            yield wrap(f"“{marked}”", self.width, lead("quote"))
        yield from self._labelled("", line.note)
        if result.anchor:
            yield from self._anchor(result.anchor, line.page)
        if result.cell:
            word = support_words.CELL_WORDS[result.cell.state]
            said = support_words.cell_detail(result.cell, line.table)
            yield self._text(word, said, is_found=result.cell.state is CellState.FOUND)
        if result.judgement:
            yield self._judgement(result.judgement)

    def _reference(self, result: LineResult) -> str:
        word = wording.line_status(result)
        status = self.style.status(result.status) if result.status else self.style.alarm(word)
        said = f"{one_line(result.line.reference)}: {status}"
        if result.is_withdrawn:
            said += ", " + self.style.alarm(wording.WITHDRAWN)
        reason = self.reasons.get(result.line.reference, "")
        if reason and result.status is not Status.VERIFIED:
            said += f"; {one_line(reason)}"
        if self.with_depth and result.status:
            said += f"; {one_line(support_words.depth(result))}"
        return said

    def _anchor(self, anchor: Anchor, page: str) -> Iterator[str]:
        word = support_words.ANCHOR_WORDS[anchor.state]
        detail = support_words.anchor_detail(anchor, page)
        yield self._text(word, detail, is_found=anchor.state is AnchorState.FOUND)
        passage, place = support_words.nearest(anchor)
        if passage:
            yield from self._labelled("", f"nearest{f', {place}' if place else ''}: “{passage}”")

    def _text(self, word: str, detail: str, *, is_found: bool) -> str:
        shown = self.style.found(word) if is_found else word
        said = f"{shown}: {one_line(detail)}" if detail else shown
        return wrap(said, self.width, lead("text"))

    def _judgement(self, judgement: Judgement) -> str:
        said = f"{support_words.judgement_said(judgement)}, "
        said += one_line(support_words.judgement_by(judgement))
        if judgement.state is JudgementState.CURRENT:
            return wrap(self._painted(said), self.width, lead("judged"))
        caution = one_line(support_words.judgement_caution(judgement))
        return wrap(f"{said}; {caution}", self.width, lead("judged"))

    def _painted(self, said: str) -> str:
        """The first word in the colour of a person's word."""
        first, blank, rest = said.partition(" ")
        return self.style.person(first) + blank + rest

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        if text:
            yield wrap(one_line(text), self.width, lead(label))

    def _marked(self, text: str, others: Sequence[str]) -> str:
        """The text with what it shares with the others underlined, word by word: lines are broken,
        and what fills them up is not to be underlined.
        """
        if not self.style.color:
            return text
        spans = [span for other in others for span in agreeing_spans(text, one_line(other))[0]]
        pieces, last = [], 0
        for start, end in _apart(spans):
            words = text[start:end].split(" ")
            pieces += [text[last:start], " ".join(map(self.style.underlined, words))]
            last = end
        return "".join((*pieces, text[last:]))


def lead(label: str) -> str:
    """What stands before the text that a label names."""
    return _INDENT + label.ljust(_LABEL)


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap as one."""
    ordered = sorted(spans)
    while ordered:
        start, end = ordered.pop(0)
        while ordered and ordered[0][0] <= end:
            end = max(end, ordered.pop(0)[1])
        yield start, end
