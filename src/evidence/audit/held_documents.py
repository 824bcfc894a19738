"""The documents of a project, read and held against its claims and its references."""

from pathlib import Path
from typing import TYPE_CHECKING

from evidence.audit.resolution import Progress
from evidence.checks.case import UnreadableDocument
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.project import Project
from evidence.sources.file_names import is_file, shown_name

if TYPE_CHECKING:
    from evidence.checks.holding import HeldDocument

_STAGE = "reading documents"


def held_documents(
    project: Project, progress: Progress = lambda *_: None
) -> "tuple[tuple[HeldDocument, ...], tuple[UnreadableDocument, ...]]":
    """The documents that could be read, each with the claims that it holds, and the others.

    A document that is not there is in neither: it is among the problems of the claims already.
    """
    names = tuple(dict.fromkeys(project.claims.documents))
    paths = [path for path in map(Path, names) if is_file(path)]
    if not paths:
        return (), ()
    from evidence.checks.holding import hold
    from evidence.sources.documents.read import read_document

    held: list[HeldDocument] = []
    unreadable: list[UnreadableDocument] = []
    for at, path in enumerate(paths):
        progress(_STAGE, at, len(paths))
        name = shown_name(path)
        try:
            document = read_document(path, name)
        except InputError as error:
            unreadable.append(UnreadableDocument(error.message, error.place or Place(name)))
            continue
        held.append(hold(document, project.claims.claims, project.bibliography.references))
    progress(_STAGE, len(paths), len(paths))
    return tuple(held), tuple(unreadable)
