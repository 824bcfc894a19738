"""What a person said of an evidence line, and whether it still says it of the same thing."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Stance(StrEnum):
    """What the work says to the claim, in a person's reading (after VA-Spec and SciFact)."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    DISPUTES = "disputes"
    NEUTRAL = "neutral"


class Defect(StrEnum):
    """What is wrong with the citation, in a person's reading (the citation-integrity labels)."""

    NOT_SUBSTANTIATED = "not-substantiated"
    OVERSIMPLIFIED = "oversimplified"
    CONTRADICTED = "contradicted"
    MISQUOTED = "misquoted"
    INDIRECT = "indirect"
    IRRELEVANT = "irrelevant"


AGAINST: Final = frozenset({Stance.DISPUTES, Stance.NEUTRAL})
"""The stances of a work that does not bear the claim."""

GRAVE: Final = frozenset(
    {Defect.NOT_SUBSTANTIATED, Defect.CONTRADICTED, Defect.MISQUOTED, Defect.IRRELEVANT}
)
"""The defects that leave nothing of a work's support; with the others it says the thing less
simply, or at second hand.
"""
_REWRITTEN: Final = frozenset({"claim", "line"})


@dataclass(frozen=True, slots=True)
class Judged:
    """Who judged, and on what day."""

    by: str
    on: datetime.date


class JudgementState(StrEnum):
    """Whether a judgement is still about what stands there."""

    CURRENT = "current"
    STALE = "stale"  # claim, line, record or text have changed since
    UNSEALED = "unsealed"  # typed by hand: nobody noted what it was about


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on an evidence line.

    `changed` names what is not as it was when it was given: `claim`, `line`, `record`, `source`.
    """

    stance: Stance
    state: JudgementState
    defect: Defect | None = None
    judged: Judged | None = None
    changed: tuple[str, ...] = ()

    @property
    def is_adverse(self) -> bool:
        """The work does not bear the claim, in words that claim and line have still: once they are
        rewritten, nobody has judged them.
        """
        is_against = self.stance in AGAINST or self.defect in GRAVE
        return is_against and not _REWRITTEN.intersection(self.changed)
