"""A page of HTML as a tree of its elements."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "img"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    own_text: str = ""

    def all(self, *tags: str) -> list["Element"]:
        found = [self] if self.tag in tags or not tags else []
        return found + [element for child in self.children for element in child.all(*tags)]

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", self.own_text).strip()


class Tree(HTMLParser):
    """The page as elements; fails where a tag is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self.open = Element("#", {})
        self.feed(page)
        self.close()
        assert self.open is self.root, f"{self.open.tag} is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        assert len(element.attributes) == len(attrs), f"an attribute of {tag} is doubled"
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.tag == tag, f"</{tag}> closes <{self.open.tag}>"
        assert self.open.parent
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        element: Element | None = self.open
        while element:
            element.own_text += data
            element = element.parent


def by_id(page: Element, name: str) -> Element:
    (found,) = (element for element in page.all() if element.attributes.get("id") == name)
    return found
