"""Claims and the texts of their works, made by hand for the tests of names."""

from collections.abc import Sequence

from evidence.checks.case import Case
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.names.named_subjects import NamedSubjects
from evidence.model.anchor import Anchor, AnchorState
from evidence.model.claim import Claim, Claims, EvidenceLine, Role, TableCell, Value
from evidence.model.document import Document, DocumentTable, ListedReference, Statement
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Field, Reference
from evidence.model.source_text import Depth, SourceText
from evidence.model.synonyms import Synonyms
from evidence.model.work import Work

HERE = Place("claims.yaml", 3, 9)


def entry(key: str = "w", title: str = "") -> Reference:
    """An entry that has no more than a title."""
    fields = (Field("title", title, title, HERE),) if title else ()
    return Reference(key, "article", fields, HERE)


def text_of(
    text: str,
    *,
    depth: Depth = Depth.FULL_TEXT,
    cells: Sequence[str] = (),
    listed: str = "",
) -> SourceText:
    """A work's text, with one table that has these cells in a row."""
    tables = (DocumentTable("Table 1", Statement("", 0, 0, HERE), (tuple(cells),)),)
    items = (ListedReference("1", listed, HERE),) if listed else ()
    document = Document("w.txt", text, tables=tables if cells else (), listed=items)
    return SourceText("w", depth, document)


def line(
    key: str = "w",
    *,
    quote: str = "",
    role: Role = Role.EVIDENCE,
    page: str = "",
    table: TableCell | None = None,
    at: int = 6,
) -> EvidenceLine:
    """An evidence line in line `at` of claims.yaml."""
    return EvidenceLine(key, Place("claims.yaml", at, 9), role, quote=quote, page=page, table=table)


def claim_of(text: str, *lines: EvidenceLine, values: tuple[Value, ...] = ()) -> Claim:
    """The claim `c` in line 3 of claims.yaml."""
    return Claim("c", text, HERE, values=values, evidence=lines)


def named_in(
    reference: Reference,
    *texts: SourceText,
    work: Work | None = None,
    synonyms: Synonyms = Synonyms(),  # noqa: B008 (it is frozen)
) -> NamedSubjects:
    """The names in a work."""
    return NamedSubjects(reference, work, texts, synonyms)


def supported(
    claim: Claim,
    works: Sequence[tuple[str, SourceText | None]],
    *,
    state: AnchorState = AnchorState.FOUND,
    synonyms: Synonyms = Synonyms(),  # noqa: B008
) -> Case:
    """A case about one claim, with the title and the text of each of its lines' works."""
    lines = []
    for each, (title, text) in zip(claim.evidence, works, strict=True):
        texts = (text,) if text else ()
        subjects = named_in(entry(each.reference, title), *texts, synonyms=synonyms)
        lines.append(
            LineSupport(
                each,
                text.depth if text else Depth.NONE,
                Anchor(state=state) if each.quote else None,
                naming=subjects.naming(claim),
            )
        )
    case = SupportedClaim(claim, tuple(lines))
    return Case(Bibliography("references.bib"), Claims((claim,)), supported=(case,))
