"""Citations by Word's own means: sources kept in the package, named by fields."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.docx.field_items import FieldItem, page_locator
from evidence.sources.documents.docx.package import Package

# ISO/IEC 29500-1, 22.6; the older of the two names stands in files of Word 2003's format.
_NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    "http://schemas.microsoft.com/office/word/2004/10/bibliography",
)
_TYPES: Final = {
    "JournalArticle": "article",
    "ArticleInAPeriodical": "article",
    "Book": "book",
    "BookSection": "incollection",
    "ConferenceProceedings": "inproceedings",
    "Report": "techreport",
}
_TOKEN: Final = re.compile(r'"([^"]*)"|(\S+)')


def read_word_sources(package: Package) -> dict[str, PrintedReference]:
    """The sources that the document keeps, by their tags."""
    sources: dict[str, PrintedReference] = {}
    for part in package.related.get("customXml", ()):
        if part not in package.parts or b"bibliography" not in package.data(part):
            continue
        root = package.root(part)
        namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
        if namespace in _NAMESPACES:
            for element in root.iter(f"{{{namespace}}}Source"):
                source = _Source(element, namespace)
                sources.setdefault(source.text("Tag"), source.printed())
    return sources


def read_word_citation(code: str, sources: Mapping[str, PrintedReference]) -> tuple[FieldItem, ...]:
    """The works that `CITATION Tag \\p 3 \\m Other` names, if any."""
    tokens = [quoted or bare for quoted, bare in _TOKEN.findall(code)][1:]
    tags: list[str] = tokens[:1]
    pages: dict[str, str] = {}
    for switch, argument in pairwise(tokens[1:]):
        if switch == "\\m":
            tags.append(argument)
        elif switch == "\\p":
            pages[tags[-1]] = argument
    return tuple(
        FieldItem(tag, sources.get(tag, PrintedReference()), page_locator(pages.get(tag, "")))
        for tag in tags
        if not tag.startswith("\\")
    )


class _Source:
    """A source element, with its namespace."""

    def __init__(self, element: Any, namespace: str) -> None:
        self._element = element
        self._namespace = namespace

    def text(self, *names: str) -> str:
        """The text at a path, empty where there is none."""
        return self._text_in(self._element, *names)

    def printed(self) -> PrintedReference:
        """The source in the terms of a printed reference."""
        return PrintedReference(
            type=_TYPES.get(self.text("SourceType"), "misc"),
            authors=self._names("Author"),
            editors=self._names("Editor"),
            title=self.text("Title"),
            venue=next(
                (
                    found
                    for name in ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName")
                    if (found := self.text(name))
                ),
                "",
            ),
            year=self.text("Year"),
            volume=self.text("Volume"),
            issue=self.text("Issue"),
            pages=self.text("Pages"),
            publisher=self.text("Publisher"),
            doi=self.text("DOI"),
            url=self.text("URL"),
        )

    def _names(self, role: str) -> tuple[Name, ...]:
        if group := self.text("Author", role, "Corporate"):
            return (Name(group, is_group=True),)
        found = self._element.find(self._path("Author", role, "NameList"))
        names = []
        for person in () if found is None else found:
            given = (self._text_in(person, "First"), self._text_in(person, "Middle"))
            family = self._text_in(person, "Last")
            if family:
                names.append(Name(family, " ".join(part for part in given if part)))
        return tuple(names)

    def _text_in(self, element: Any, *names: str) -> str:
        found = element.find(self._path(*names))
        return "" if found is None else " ".join("".join(found.itertext()).split())

    def _path(self, *names: str) -> str:
        return "/".join(f"{{{self._namespace}}}{name}" for name in names)
