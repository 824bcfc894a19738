"""Where a claim stands in the documents of its project."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.audit.held_documents import held_documents
from evidence.audit.resolution import Progress
from evidence.checks.case import UnreadableDocument
from evidence.errors import InputError
from evidence.model.claim import Claim
from evidence.project import Project

if TYPE_CHECKING:
    from evidence.checks.holding import Holding


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of one claim, document by document; `unreadable` are those not looked into."""

    claim: Claim
    places: "tuple[Holding, ...]"
    unreadable: tuple[UnreadableDocument, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether a document says what the claim says."""
        return any(not holding.is_altered for holding in self.places)


def where_is(project: Project, id: str, *, progress: Progress = lambda *_: None) -> Whereabouts:
    """Every place where the claim with this id stands; nobody is asked over the network.

    Raises InputError when there is no such claim, and when the project names no documents.
    """
    claim = project.find_claim(id)
    if not project.claims.documents:
        raise InputError("the project names no documents: list them as `documents` in claims.yaml")
    held, unreadable = held_documents(project, progress)
    # By its place, since several claims may have this id.
    places = tuple(
        holding for each in held for holding in each.places if holding.claim.place == claim.place
    )
    return Whereabouts(claim, places, unreadable)
