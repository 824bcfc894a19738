"""Footnotes of reStructuredText that only cite: `.. [#a] See also :cite:p:`drilon2017`.`"""

from collections.abc import Mapping

from docutils import nodes

from evidence.model.document import Cited
from evidence.sources.documents.citing_notes import only_points
from evidence.sources.documents.restructured_text.syntax import cited


def citing_notes(document: nodes.document) -> Mapping[str, tuple[Cited, ...]]:
    """What the footnotes that only cite cite, by the names that marks call them by."""
    return {
        name: works
        for note in document.findall(nodes.footnote)
        if (works := cited_alone(note))
        for name in (*note["names"], *note["ids"])
    }


def cited_alone(note: nodes.footnote) -> tuple[Cited, ...]:
    """What a footnote that only cites cites, each label once; nothing for one with its own text."""
    by_label: dict[str, Cited] = {}
    text = " ".join(part.astext() for part in note.children if not isinstance(part, nodes.label))
    for marker in note.findall(cited):
        text = text.replace(marker.astext(), " ", 1)
        for each in marker.works:
            by_label.setdefault(each.label, each)
    return tuple(by_label.values()) if only_points(text) else ()
