"""An XML document as elements and texts, each with its exact place.

The standard library's expat says in which line and column every text stands, reads no file and no
address but the bytes at hand, and takes time in proportion to their size; lxml knows lines only.
"""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias
from xml.parsers import expat

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import UNREADABLE, Progress, Source

# An article of journals is nested some 30 deep, in tables and formulas.
_DEEPEST: Final = 200
_LARGEST_STEP: Final = 1_000_000  # bytes
# A character that an article names for itself; whatever is longer was made to grow.
_LONGEST_ENTITY: Final = 20


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one line, or a line end, from `place` on."""

    text: str
    place: Place


@dataclass(slots=True)
class Element:
    """An element; `tag` and the names of attributes are without their prefixes."""

    tag: str
    attributes: Mapping[str, str]
    place: Place
    children: list["Node"] = field(default_factory=list)

    def elements(self, *tags: str) -> Iterator["Element"]:
        """The elements directly in it, those of these names if any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child

    def first(self, *tags: str) -> "Element | None":
        """The first element directly in it with one of these names."""
        return next(self.elements(*tags), None)

    def descendants(self, *tags: str) -> Iterator["Element"]:
        """All elements in it of these names, in their order."""
        for child in self.elements():
            if child.tag in tags:
                yield child
            yield from child.descendants(*tags)

    def texts(self) -> Iterator[str]:
        """All characters in it, in their order."""
        for child in self.children:
            if isinstance(child, Text):
                yield child.text
            else:
                yield from child.texts()

    @property
    def words(self) -> str:
        """All that it holds, on one line."""
        return " ".join("".join(self.texts()).split())


Node: TypeAlias = Element | Text


def read_tree(source: Source, progress: Progress) -> Element:
    """The root of the document in a file.

    Entities of HTML are known without a document type, and no other is looked up anywhere. Raises
    InputError (`CIT012`) when the bytes are not whole, well-formed XML, or were made to harm.
    """
    reader = _Reader(source)
    done, size = 0, len(source.data)
    try:
        while done < size:
            progress("reading", done, size)
            reader.parser.Parse(source.data[done : done + _LARGEST_STEP])
            done += _LARGEST_STEP
        reader.parser.Parse(b"", True)  # noqa: FBT003 - it is the end
    except expat.ExpatError as error:
        place = Place(source.name, error.lineno, error.offset + 1)
        reason = expat.ErrorString(error.code) if error.code else str(error)
        raise InputError(
            f"`{source.name}` is not well-formed XML ({reason}): it may be cut short, save it anew",
            place=place,
            code=UNREADABLE,
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that expat does not know
        message = f"`{source.name}` is in an encoding that is not read, expected UTF-8"
        raise InputError(message, place=Place(source.name), code=UNREADABLE) from error
    progress("reading", size, size)
    return reader.root


class _Reader:
    """Builds the tree as expat goes through the bytes."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._document = Element("", {}, Place(source.name))
        self._open = [self._document]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = False  # the place of a text is known only as it comes
        # Without this, a name that the document type outside declares would be an error.
        self.parser.UseForeignDTD()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add
        self.parser.EntityDeclHandler = self._declare
        self.parser.SkippedEntityHandler = self._skip

    @property
    def root(self) -> Element:
        """The element that holds all others."""
        return next(self._document.elements())

    def _here(self) -> Place:
        parser = self.parser
        return Place(self._name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            self._refuse(f"is nested more than {_DEEPEST} elements deep, which no article is")
        bare = {_bare(key): value for key, value in attributes.items()}
        element = Element(_bare(name), bare, self._here())
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _add(self, text: str) -> None:
        self._open[-1].children.append(Text(text, self._here()))

    def _declare(self, name: str, *declared: str | int | None) -> None:
        value = declared[1]
        if isinstance(value, str) and (len(value) > _LONGEST_ENTITY or "&" in value):
            self._refuse(f"declares `{name[:40]}`, an entity that is more than a character")

    def _skip(self, name: str, is_parameter: int) -> None:
        if not is_parameter:
            self._add(html.unescape(f"&{name};"))

    def _refuse(self, reason: str) -> NoReturn:
        place = self._here()
        raise InputError(f"`{self._name}` {reason}", place=place, code=UNREADABLE)


def _bare(name: str) -> str:
    """The name without its prefix: `mml:math` is `math`."""
    return name.rpartition(":")[2]
