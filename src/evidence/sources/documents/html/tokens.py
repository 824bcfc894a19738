"""A page as tags and texts, each with its offset, in one pass.

The rules are those of the HTML Living Standard, 13.2.5, as far as they matter to text: what is left
open at the end of the page goes to its end, and nothing is ever looked at twice. The standard
library's parser, which Beautiful Soup builds on, takes quadratic time for tags and comments that
are left open, and does not say where texts stand.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

_MARKUP: Final = re.compile(
    r"<(?:!--|[!?]|/?[A-Za-z])|&(?:#(?:[0-9]{1,8}|[xX][0-9A-Fa-f]{1,8})|[A-Za-z][A-Za-z0-9]{0,40});?"
)
_NAME: Final = re.compile(r"[^\s/>]+")
_GAP: Final = re.compile(r"[\s/]*")
_ATTRIBUTE: Final = re.compile(r"([^\s/>][^\s/>=]*)(\s*=\s*)?")
_UNQUOTED: Final = re.compile(r"[^\s>]*")

# Their content is text whatever it looks like, and none of it is shown.
_RAW: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
}


@dataclass(frozen=True, slots=True)
class StartTag:
    """A tag that opens an element; names are in lower case, the first of each attribute counts."""

    offset: int
    name: str
    attributes: dict[str, str]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class EndTag:
    """A tag that closes an element."""

    offset: int
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text as it stands there, or the character that a reference stands for."""

    offset: int
    text: str
    is_reference: bool = False


Token: TypeAlias = StartTag | EndTag | Text


def tokens(text: str) -> Iterator[Token]:
    """The tags and texts of a page, in its order."""
    is_xml = text.startswith("<?xml")
    done = 0
    while found := _MARKUP.search(text, done):
        start = found.start()
        if start > done:
            yield Text(done, text[done:start])
        if found[0][0] == "&":
            done = found.end()
            character = html.unescape(found[0])
            yield Text(start, character, is_reference=character != found[0])
        elif found[0][1] in "!?":
            done = _after_declaration(text, start)
        elif found[0][1] == "/":
            name = _name(text, start + 2)
            done = _after(text, ">", start)
            yield EndTag(start, name)
        else:
            tag, done = _start_tag(text, start)
            if not tag:
                return
            yield tag
            if tag.name in _RAW and not (tag.is_empty and is_xml):
                end = _RAW[tag.name].search(text, done)
                done = end.start() if end else len(text)
    if done < len(text):
        yield Text(done, text[done:])


def _after_declaration(text: str, start: int) -> int:
    """The end of a comment or declaration."""
    if text.startswith("<!--", start):
        return _after(text, "-->", start + 2)
    if text.startswith("<![CDATA[", start):
        return _after(text, "]]>", start)
    return _after(text, ">", start)


def _after(text: str, ending: str, start: int) -> int:
    at = text.find(ending, start)
    return at + len(ending) if at >= 0 else len(text)


def _start_tag(text: str, start: int) -> tuple[StartTag | None, int]:
    """The tag and its end; none when the page ends within it."""
    name = _name(text, start + 1)
    done = start + 1 + len(name)
    attributes: dict[str, str] = {}
    while True:
        gap = _end(_GAP, text, done)
        if gap >= len(text):
            return None, gap
        if text[gap] == ">":
            return StartTag(start, name, attributes, text[gap - 1] == "/"), gap + 1
        attribute = _ATTRIBUTE.match(text, gap)
        assert attribute, "neither a gap nor the tag's end"
        done, value = attribute.end(), ""
        if attribute[2]:
            quote = text[done : done + 1]
            if quote and quote in "\"'":
                end = text.find(quote, done + 1)
                if end < 0:
                    return None, len(text)
                value, done = text[done + 1 : end], end + 1
            else:
                end = _end(_UNQUOTED, text, done)
                value, done = text[done:end], end
        attributes.setdefault(attribute[1].lower(), html.unescape(value))


def _name(text: str, start: int) -> str:
    return text[start : _end(_NAME, text, start)].lower()


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
