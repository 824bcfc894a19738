"""What a page says of itself in its head: the work that it holds, and whether it holds one at all.

The names of the meta elements are Highwire Press's, which Google Scholar reads and publishers give,
and Dublin Core's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evidence.sources.documents.html.elements import BLOCKS
from evidence.sources.documents.html.tokens import StartTag, Text, tokens
from evidence.sources.documents.interface import Block

_TITLES: Final = ("citation_title", "dc.title", "dcterms.title")
_DOIS: Final = ("citation_doi", "prism.doi", "dc.identifier", "dcterms.identifier")
_DOI: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|(?:info:)?doi[:/]\s*)?(10\.\d{4,9}\S*/\S+)", re.IGNORECASE
)

_BODY: Final = BLOCKS - {"html"}  # `body` is one of them
_MOST_WORDS: Final = 150  # of a page that stands before a work; the shortest abstracts have more
_WALL: Final = re.compile(
    r"""just\sa\smoment | (?:checking|verifying)\syour\sbrowser | attention\srequired
      | enable\s(?:your\s)?(?:javascript|cookies)
      | (?:javascript|cookies)\s(?:is|are|must\sbe|has\sto\sbe|have\sto\sbe)\s
        (?:disabled|required|enabled|turned\s(?:off|on)|not\s(?:enabled|supported))
      | (?:you\sare|you're)\s(?:a\shuman|human|not\sa\srobot) | are\syou\sa\s(?:human|robot)
      | \bre?captcha\b | \bcaptcha\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """`name` is what the browser's window is called, `title` and `doi` are the work's."""

    name: str = ""
    title: str = ""
    doi: str = ""


def read_head(page: str) -> Head:
    """What stands before the first block of the page's body."""
    found: dict[str, str] = {}
    is_name = False
    for token in tokens(page):
        match token:
            case StartTag() if token.name in _BODY:
                break
            case StartTag(name="meta"):
                name = token.attributes.get("name", token.attributes.get("property", ""))
                found.setdefault(name.lower(), token.attributes.get("content", ""))
            case Text() if is_name:
                found["title"] = found.get("title", "") + token.text
        if not isinstance(token, Text):
            is_name = isinstance(token, StartTag) and token.name == "title"
    dois = (_DOI.fullmatch(found.get(name, "").strip()) for name in _DOIS)
    return Head(
        " ".join(found.get("title", "").split()),
        next((" ".join(found[name].split()) for name in _TITLES if found.get(name)), ""),
        next((each[1] for each in dois if each), ""),
    )


def is_wall(head: Head, blocks: Iterable[Block]) -> bool:
    """Whether the page is one that a site shows before the work: it wants a browser that runs
    scripts or keeps cookies, or a proof that a person is there.
    """
    text = " ".join((head.name, *(block.text for block in blocks)))
    return len(text.split()) < _MOST_WORDS and _WALL.search(text) is not None
