"""Blocks of a document as lines of text, for whole comparisons."""

from pathlib import Path

from evidence.sources.documents.interface import Block, Contents, Format, Source


def read(reader: Format, text: str | bytes, name: str = "page") -> Contents:
    data = text.encode() if isinstance(text, str) else text
    return reader(Source(Path(name), name, data), lambda *_: None)


def shown(reader: Format, text: str | bytes) -> list[str]:
    """A line for each block: kind, label, place, and its text with what the format knows of it.

    Superscripts stand in `^{}`, markers in `{} -> what they cite`, a narrative one with `!`.
    """
    return [show(block) for block in read(reader, text).blocks]


def show(block: Block) -> str:
    place = block.place(0)
    label = f" {block.label}" if block.label else ""
    head = f"{block.kind.value}{label} {place.line}:{place.column}"
    if not block.rows:
        return f"{head} {_annotated(block)}"
    caption = f" <{show(block.caption)}>" if block.caption else ""
    rows = " / ".join(" | ".join(row) for row in block.rows)
    return f"{head}{caption} {rows}"


def _annotated(block: Block) -> str:
    inserted = [(span.start, "^{") for span in block.superscripts]
    inserted += [(span.end, "}") for span in block.superscripts]
    for citation in block.citations:
        cited = ", ".join(f"{each.label} {each.locator}".strip() for each in citation.cited)
        inserted += [(citation.start, "{"), (citation.end, f" -> {cited}}}")]
        inserted += [(citation.start, "!")] if citation.is_narrative else []
    text = block.text
    for offset, mark in sorted(inserted, key=lambda pair: pair[0], reverse=True):
        text = text[:offset] + mark + text[offset:]
    return text


def misplaced(contents: Contents, text: str) -> list[str]:
    """The pieces of all blocks that do not stand in the source where their places say."""
    lines = text.split("\n")
    wrong = []
    for block in contents.blocks:
        ends = [offset for offset, _ in block.places[1:]] + [len(block.text)]
        for (offset, place), end in zip(block.places, ends, strict=True):
            piece = block.text[offset:end].rstrip("\n")
            if not lines[place.line - 1][place.column - 1 :].startswith(piece):
                wrong.append(f"{piece!r} at {place}")
    return wrong
