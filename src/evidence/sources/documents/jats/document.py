"""Articles in JATS or its predecessor, the NLM's DTD, to `Contents`."""

from collections.abc import Iterator
from typing import Final

from evidence.errors import InputError
from evidence.sources.documents.interface import UNREADABLE, Contents, Progress, Source
from evidence.sources.documents.jats.blocks import JatsBlocks
from evidence.sources.documents.jats.citations import Labels
from evidence.sources.documents.jats.references import by_identifier, labels_of
from evidence.sources.documents.jats.tree import Element, read_tree

_SET: Final = "pmc-articleset"
_PARTS: Final = ("front", "body", "back")
_NOT_IN_WORDS: Final = frozenset({"graphical", "toc", "key-image"})


def read_jats(source: Source, progress: Progress) -> Contents:
    """The article's title, abstract, text, tables and reference list, without its supplements.

    Places are exact, in lines and columns of the file. Marks of footnotes are left out of the
    text, and the footnotes follow the paragraph; formulas stand in it as text. Raises InputError
    (`CIT012`) when the file is not well-formed, or is not an article. One without a body is only
    its abstract.
    """
    article = _article(read_tree(source, progress), source.name)
    lists = (each for part in article.elements(*_PARTS) for each in part.descendants("ref-list"))
    items = [item for each in lists for item in each.elements("ref")]
    labels = labels_of(items, article)
    blocks = JatsBlocks(Labels(by_identifier(items, labels)))
    for front in article.elements("front"):
        _read_front(front, blocks)
    for tag in ("body", "floats-group", "back"):
        for part in article.elements(tag):
            blocks.read(part)
    blocks.references(zip(items, labels, strict=True))
    metas = [meta for front in article.elements("front") for meta in front.elements("article-meta")]
    return Contents(
        tuple(blocks.blocks),
        title=next((each.words for meta in metas for each in _titles(meta)), ""),
        doi=next((each.words for meta in metas for each in _dois(meta)), ""),
        is_abstract=not any(body.words for body in article.elements("body")),
    )


def _article(root: Element, name: str) -> Element:
    """The one article in a document. Raises InputError when there is none, or more than one."""
    articles = [*root.elements("article")] if root.tag == _SET else [root]
    if len(articles) > 1:
        message = f"`{name}` holds {len(articles)} articles, expected one: save each in a file"
        raise InputError(message, place=articles[1].place, code=UNREADABLE)
    if not articles or articles[0].tag != "article" or articles[0].first(*_PARTS) is None:
        message = f"`{name}` is XML with the root `{root.tag[:40]}`, expected an article in JATS"
        raise InputError(message, place=root.place, code=UNREADABLE)
    return articles[0]


def _titles(meta: Element) -> Iterator[Element]:
    for group in meta.elements("title-group"):
        yield from group.elements("article-title")


def _dois(meta: Element) -> Iterator[Element]:
    for each in meta.elements("article-id"):
        if each.attributes.get("pub-id-type") == "doi":
            yield each


def _read_front(front: Element, blocks: JatsBlocks) -> None:
    """The title and the abstracts; who wrote the article, and where, is no part of its text."""
    for meta in front.elements("article-meta"):
        for group in meta.elements("title-group"):
            blocks.heading(*group.elements("article-title", "subtitle"))
        for abstract in meta.elements("abstract", "trans-abstract"):
            if abstract.attributes.get("abstract-type", "") not in _NOT_IN_WORDS:
                blocks.abstract(abstract)
