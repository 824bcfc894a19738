"""What the elements of HTML and their attributes say of the text in them."""

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

Attributes: TypeAlias = Mapping[str, str]


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
"""Elements without an end tag. HTML Living Standard, 13.1.2."""

HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
CELLS: Final = frozenset(("td", "th"))
LISTS: Final = _names("ul ol menu")
CONTENT: Final = _names("main article section")
"""A header, footer or aside within one of these belongs to the text, else to the page."""

BLOCKS: Final = (
    HEADINGS
    | CELLS
    | LISTS
    | CONTENT
    | _names(
        "address aside blockquote body caption center dd details dir div dl dt fieldset figcaption"
        " figure footer form header hgroup hr html legend li optgroup p pre summary table tbody"
        " tfoot thead tr"
    )
)
"""Elements before and after which a line ends."""

_NEVER_SHOWN: Final = _names(
    "nav script style noscript template title button select textarea svg iframe object audio video"
    " canvas datalist annotation rp rt"
)
_FURNITURE: Final = _names("header footer aside")
_FURNITURE_ROLES: Final = _names(
    "navigation banner contentinfo search menu menubar toolbar dialog alertdialog tooltip doc-toc"
    " doc-backlink"
)
_FURNITURE_CLASSES: Final = _names(
    "mw-cite-backlink mw-editsection mw-jump-link toc headerlink anchorjs-link footnote-back"
    " footnote-backref reversefootnote sr-only visually-hidden screen-reader-text"
)
_UNSHOWN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED_STYLE: Final = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_REFERENCE_LIST: Final = re.compile(
    r"(?:[a-z]+-)*(?:references|ref-?list|reference-?list|citation-?list|cited-?list|bibliography"
    r"|literature-?cited|works-?cited|csl-bib-body|doc-bibliography)",
)
_REFERENCE: Final = _names(
    "doc-biblioentry biblioentry csl-entry bib-entry ref-item reference-item citation-item"
)
_NO_LIST: Final = HEADINGS | _names("html body main article a p span sup cite li nav")


def is_hidden(tag: str, attributes: Attributes, *, is_in_content: bool) -> bool:
    """Whether the element is not shown, or is a part of the page and not of its text."""
    if tag in _NEVER_SHOWN:
        return True
    if tag in ("html", "body") or not attributes:
        return tag in _FURNITURE and not is_in_content
    style = attributes.get("style", "")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _UNSHOWN_STYLE.search(style)
    ):
        return True
    roles = _words(attributes, "role")
    if roles & _FURNITURE_ROLES or _words(attributes, "class") & _FURNITURE_CLASSES:
        return True
    if tag not in _FURNITURE or is_in_content:
        return False
    return not (
        is_reference_list(tag, attributes) or any(word.startswith("doc-") for word in roles)
    )


def is_raised(tag: str, attributes: Attributes) -> bool:
    """Whether the element is a superscript."""
    return tag == "sup" or _RAISED_STYLE.search(attributes.get("style", "")) is not None


def is_reference_list(tag: str, attributes: Attributes) -> bool:
    """Whether the element's role, class or id says that it holds the reference list."""
    if tag in _NO_LIST or not attributes:
        return False
    words = _words(attributes, "class", "id", "role", "epub:type")
    return any(_REFERENCE_LIST.fullmatch(word) for word in words)


def is_reference(attributes: Attributes) -> bool:
    """Whether the element's role or class says that it is an item of the reference list."""
    return bool(attributes) and not _REFERENCE.isdisjoint(
        _words(attributes, "class", "role", "epub:type")
    )


def number(attributes: Attributes, name: str) -> int | None:
    """The attribute's whole number, if it has one."""
    written = attributes.get(name, "").strip()
    return int(written) if re.fullmatch(r"[+-]?\d{1,9}", written, re.ASCII) else None


def _words(attributes: Attributes, *names: str) -> set[str]:
    return {word for name in names for word in attributes.get(name, "").lower().split()}
