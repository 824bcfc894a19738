"""An entry of a bibliography, as written."""

import re
from dataclasses import dataclass

from evidence.model.doi_syntax import RESOLVER
from evidence.model.ignore import Ignore
from evidence.model.place import Place
from evidence.model.work import Name

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `raw` is the value as written (macros and `#` resolved), `text` without LaTeX.

    `name` is in lower case; `place` is where the value begins, after its delimiter: in another
    entry, where the field is inherited from it.
    """

    name: str
    raw: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of `references.bib`.

    `key` and `type` are as written, `type` in lower case; `et_al` says that the list of authors (of
    editors, where there are no authors) ends in `others`.
    """

    key: str
    type: str
    fields: tuple[Field, ...]
    place: Place
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    et_al: bool = False

    def field(self, *names: str) -> Field | None:
        """The first field of these names that is not empty."""
        for name in names:
            for known in self.fields:
                if known.name == name and known.text:
                    return known
        return None

    def text(self, *names: str) -> str:
        """The plain text of the first of these fields that is not empty, else an empty string."""
        found = self.field(*names)
        return found.text if found else ""

    @property
    def doi_field(self) -> Field | None:
        """Where the entry names its DOI: the `doi` field, else a `url` at the DOI resolver."""
        written = self.field("doi")
        if written:
            return written
        address = self.field("url")
        return address if address and RESOLVER.match(address.text) else None

    @property
    def title(self) -> str:
        """The title; for a part of a book without one, its chapter."""
        return self.text("title", "chapter" if self.type == "inbook" else "title")

    @property
    def year(self) -> int | None:
        """The year of the `year` or `date` field."""
        found = _YEAR.search(self.text("year", "date"))
        return int(found[0]) if found else None

    @property
    def venue(self) -> str:
        """The journal, the book or the series that holds the work."""
        return self.text("journal", "journaltitle", "booktitle", "maintitle", "series")

    @property
    def volume(self) -> str:
        """The volume as written."""
        return self.text("volume")

    @property
    def issue(self) -> str:
        """The issue as written."""
        return self.text("number", "issue")

    @property
    def pages(self) -> str:
        """Pages or article number as written."""
        return self.text("pages", "eid", "article-number", "articleno")


@dataclass(frozen=True, slots=True)
class BibProblem:
    """Something in a .bib file that could not be read as it stands.

    `kind` is one of `unparsable`, `duplicate-key`, `duplicate-field`, `undefined-string`,
    `undefined-parent`.
    """

    kind: str
    message: str
    place: Place
    key: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All that was read from a .bib file: what is sound, what is not, and what to ignore."""

    file: str
    references: tuple[Reference, ...] = ()
    problems: tuple[BibProblem, ...] = ()
    ignores: tuple[Ignore, ...] = ()
