"""What was noted of evidence lines when somebody anchored or judged them: `evidence.lock`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidence.model.judgement import Defect, Judged, Stance


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What a claim, one of its lines and the record of its work said, as short hashes.

    `record` is empty where no registry's record was at hand.
    """

    claim: str
    line: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word on a line, as it was given."""

    stance: Stance
    defect: Defect | None
    judged: Judged


@dataclass(frozen=True, slots=True)
class Seal:
    """What one evidence line was about when it was anchored or judged.

    `at` counts, from 1, the lines of the claim with this `reference`. `source` are the names of the
    work's texts, without folders, with the SHA-256 of their bytes in hexadecimal. `word` is None
    where nobody judged the line.
    """

    claim: str
    reference: str
    at: int
    fingerprints: Fingerprints
    source: tuple[tuple[str, str], ...] = ()
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """All seals of a project, by the claim's id and the line's reference."""

    seals: Mapping[tuple[str, str], tuple[Seal, ...]] = field(default_factory=dict)

    def of(self, claim: str, reference: str) -> tuple[Seal, ...]:
        """The seals of a claim's lines with this reference."""
        return self.seals.get((claim, reference), ())
