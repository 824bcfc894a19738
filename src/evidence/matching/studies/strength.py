"""How a claim's words differ in strength from the quotes that it rests on, all tests together."""

from evidence.matching.studies.causes import causal_claim
from evidence.matching.studies.directions import differing_direction
from evidence.matching.studies.hedging import lost_hedge
from evidence.matching.studies.left_out import left_out
from evidence.matching.studies.limits import lost_limit
from evidence.matching.studies.polarity import differing_negation
from evidence.matching.studies.shift import Shift

__all__ = [
    "Shift",
    "causal_claim",
    "differing_direction",
    "differing_negation",
    "left_out",
    "lost_hedge",
    "lost_limit",
]
