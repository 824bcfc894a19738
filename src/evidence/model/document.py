"""A text with its statements, its citations, its tables and its reference list."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

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
    files that it names, as written. `page_starts` are the offsets of the text at which a page
    begins, with the page's number in the file, counted from 1; `page_labels` holds for such a
    number what is printed on the page, where that is known and another: `("3", "402")`.
    `title` and `doi` are what the file itself says that the document is, apart from its text; empty
    where the format has no place for that. `is_abstract` says that there is no more of it here.
    """

    file: str
    text: str
    statements: tuple[Statement, ...] = ()
    tables: tuple[DocumentTable, ...] = ()
    listed: tuple[ListedReference, ...] = ()
    bibliographies: tuple[str, ...] = ()
    page_starts: tuple[tuple[int, str], ...] = ()
    page_labels: tuple[tuple[str, str], ...] = ()
    title: str = ""
    doi: str = ""
    is_abstract: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every marker: those of the statements, then those of the tables' captions."""
        statements = (*self.statements, *(table.caption for table in self.tables))
        return tuple(citation for statement in statements for citation in statement.citations)

    def pages_at(self, offset: int) -> tuple[str, ...]:
        """The names of the page that the character at `offset` of the text stands on.

        The number in the file comes first, then the one printed on it; none without pages.
        """
        behind = bisect_right(self.page_starts, offset, key=itemgetter(0))
        if not behind:
            return ()
        number = self.page_starts[behind - 1][1]
        return number, *(label for page, label in self.page_labels if page == number)

    def item(self, label: str) -> ListedReference | None:
        """The first item of the list with this label."""
        return next((each for each in self.listed if each.label == label), None)
