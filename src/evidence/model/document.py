"""A text with its statements, its citations, its tables and its reference list."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.model.place import Place
from evidence.model.printed import PrintedReference


class CitationForm(StrEnum):
    """How a marker names what it cites."""

    BRACKET = "bracket"  # [1-5]
    PARENTHESIS = "parenthesis"  # (3, 6)
    SUPERSCRIPT = "superscript"
    AUTHOR_YEAR = "author-year"  # (Drilon et al., 2017)
    KEY = "key"  # [@drilon2017], \cite{drilon2017}
    FIELD = "field"  # of a reference manager, in a word processor's file


@dataclass(frozen=True, slots=True)
class Cited:
    """One work that a marker names, by its label, and where in the work (`p. 3`), if it says so.

    The label is the number in a numbered list (`"3"`), else a key.
    """

    label: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation marker from `start` to `end` of the document's text.

    `cited` is in the marker's order, each label once, ranges spelt out.
    """

    written: str
    form: CitationForm
    cited: tuple[Cited, ...]
    start: int
    end: int
    place: Place

    @property
    def labels(self) -> tuple[str, ...]:
        """What it cites."""
        return tuple(each.label for each in self.cited)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence from `start` to `end` of the document's text, with the markers that belong to it.

    `text` is the sentence on one line without its markers; `paragraph` counts the paragraphs and
    list items of the document from 0; `section` is the heading that it stands under; `page` is
    empty where the format has no pages.
    """

    text: str
    start: int
    end: int
    place: Place
    citations: tuple[Citation, ...] = ()
    paragraph: int = 0
    section: str = ""
    page: str = ""

    @property
    def cited(self) -> tuple[Cited, ...]:
        """All that the statement cites, in its order, each label once."""
        by_label: dict[str, Cited] = {}
        for citation in self.citations:
            for each in citation.cited:
                by_label.setdefault(each.label, each)
        return tuple(by_label.values())

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all that it cites."""
        return tuple(each.label for each in self.cited)


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table with its caption.

    `label` is what the text calls it (`Table 9`), `caption` the rest without its markers, a
    statement of its own kind: its citations are the table's. `rows` are the cells as plain text,
    the heads of the columns first.
    """

    label: str
    caption: Statement
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ListedReference:
    """An item of the document's reference list.

    `label` is what markers name it by, `text` the item as printed, without its number; `printed` is
    set where the document itself holds the reference in parts (the fields of a reference manager).
    """

    label: str
    text: str
    place: Place
    printed: PrintedReference | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read from a document.

    `text` is its plain text, the paragraphs parted by a blank line; `listed` is in the order of the
    list, empty where the document keeps its references elsewhere: `bibliographies` are the .bib
    files that it names, as written.
    """

    file: str
    text: str
    statements: tuple[Statement, ...] = ()
    tables: tuple[DocumentTable, ...] = ()
    listed: tuple[ListedReference, ...] = ()
    bibliographies: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every marker: those of the statements, then those of the tables' captions."""
        statements = (*self.statements, *(table.caption for table in self.tables))
        return tuple(citation for statement in statements for citation in statement.citations)

    def item(self, label: str) -> ListedReference | None:
        """The first item of the list with this label."""
        return next((each for each in self.listed if each.label == label), None)
