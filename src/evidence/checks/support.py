"""What the texts of the cited works say of each claim that rests on them."""

from dataclasses import dataclass, field

from evidence.matching.names.subjects import Naming
from evidence.matching.quantities.quantity import Unstated
from evidence.matching.studies.study import Study
from evidence.model.anchor import Anchor, CellAnchor
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.judgement import Judgement
from evidence.model.source_text import Depth, OtherWorkText, UnreadableSource


@dataclass(frozen=True, slots=True)
class LineSupport:
    """One evidence line, and what its work's texts say of the claim.

    `of_other_work`: a text that was read says of itself that it is another work.

    `depth` is that of the deepest text at hand. `anchor` tells of the quote and `cell` of the table
    cell, None where the line names none. `unstated` are the quantities of the claim that the full
    text states nowhere: empty where no full text is at hand. `naming` says which of the claim's
    subjects the work names, `study` what kind of work it is and in what it was made. `files` are
    the texts with their SHA-256; `noted` is what was noted of them when somebody anchored or judged
    the line, where that is another one. `pages` are the work's by its record.
    """

    line: EvidenceLine
    depth: Depth = Depth.NONE
    anchor: Anchor | None = None
    cell: CellAnchor | None = None
    unstated: tuple[Unstated, ...] = ()
    naming: Naming = field(default_factory=Naming)
    study: Study = field(default_factory=Study)
    judgement: Judgement | None = None
    files: tuple[tuple[str, str], ...] = ()
    noted: str = ""
    of_other_work: bool = False
    pages: str = ""


@dataclass(frozen=True, slots=True)
class SupportedClaim:
    """A claim with the support of each of its lines, in their order."""

    claim: Claim
    lines: tuple[LineSupport, ...] = ()

    @property
    def supporting(self) -> tuple[LineSupport, ...]:
        """The lines that are there to support the claim."""
        return tuple(each for each in self.lines if each.line.role.supports)

    @property
    def quotes(self) -> tuple[LineSupport, ...]:
        """The supporting lines that quote their work."""
        return tuple(each for each in self.supporting if each.line.quote)


@dataclass(frozen=True, slots=True)
class SourceSupport:
    """Every claim with what its works' texts say of it, the texts that could not be read, and
    those that are of another work than they are there for. `unused` are the files in the folder of
    the texts that belong to no entry.
    """

    claims: tuple[SupportedClaim, ...] = ()
    unreadable: tuple[UnreadableSource, ...] = ()
    of_other_works: tuple[OtherWorkText, ...] = ()
    unused: tuple[str, ...] = ()
