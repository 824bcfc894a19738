"""A reference as a document prints it, taken apart."""

from dataclasses import dataclass

from evidence.model.work import Name


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """What an item of a reference list says of the work; what it does not say is empty.

    Every text is as printed: `venue` may be abbreviated, `doi` malformed (with its resolver, if
    that is printed). `type` is BibTeX's, as far as the item shows it; `et_al` says that the list of
    authors is cut short.
    """

    type: str = "misc"
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    editors: tuple[Name, ...] = ()
    title: str = ""
    venue: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
