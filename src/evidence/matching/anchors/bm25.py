"""How well passages answer to the parts of a claim, by Okapi BM25.

Robertson S, Zaragoza H. The probabilistic relevance framework: BM25 and beyond. Foundations and
Trends in Information Retrieval 2009;3:333–389.
"""

from collections.abc import Sequence
from math import log
from typing import Final

from evidence.matching.anchors.claim_parts import Counts, Part, PartKind

K1: Final = 1.2
"""How soon more of the same part adds nothing; section 3.2 there: from 1.2 to 2."""

B: Final = 0.5
"""How much a long passage is held against itself; section 3.2 there: from 0.5 to 0.8. The least of
it, since sentences are long for what they say, and not for being wordy.
"""

_WEIGHTS: Final = {PartKind.NUMBER: 2.0, PartKind.NAME: 1.5, PartKind.WORD: 1.0}
"""A number or a name tells more of a finding than a word that is as rare."""


class Ranking:
    """The weights of a claim's parts among the sentences of a work."""

    def __init__(self, parts: Sequence[Part], sentences: Sequence[Counts]) -> None:
        total = len(sentences)
        self._length = sum(each.length for each in sentences) / max(total, 1) or 1.0
        held = [sum(each.parts[at] > 0 for each in sentences) for at in range(len(parts))]
        # With one added in the logarithm a part that most sentences have still counts a little.
        self.weights = tuple(
            _WEIGHTS[part.kind] * log(1 + (total - count + 0.5) / (count + 0.5))
            for part, count in zip(parts, held, strict=True)
        )
        self._whole = sum(self.weights) or 1.0

    def score(self, counts: Counts) -> float:
        """How much of the claim a passage carries: 1 where an average sentence has each part."""
        norm = K1 * (1 - B + B * counts.length / self._length)
        return (
            sum(
                weight * count * (K1 + 1) / (count + norm)
                for weight, count in zip(self.weights, counts.parts, strict=True)
                if count
            )
            / self._whole
        )

    def share(self, present: Sequence[bool]) -> float:
        """The share of the claim that these parts make up."""
        both = zip(self.weights, present, strict=True)
        return sum(weight for weight, is_there in both if is_there) / self._whole
