"""A .bib file as a `Bibliography`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evidence.model.ignore import Ignore
from evidence.model.place import Place
from evidence.model.reference import Bibliography, BibProblem, Reference
from evidence.sources.bibtex_blocks import (
    Block,
    BrokenBlock,
    EntryBlock,
    StringBlock,
)
from evidence.sources.bibtex_entries import EntryReader
from evidence.sources.bibtex_failures import explain_failure, key_of
from evidence.sources.bibtex_ignores import Span, read_ignores
from evidence.sources.bibtex_inheritance import inherit
from evidence.sources.bibtex_splitting import split_blocks
from evidence.sources.encoding import read_text
from evidence.sources.positions import Positions

# Data for other entries, groups of entries, and the settings of IEEEtran, REVTeX and achemso.
_NO_WORKS: Final = frozenset({"control", "ieeetranbstctl", "set", "xdata"})


def read_bibliography(path: Path, name: str) -> Bibliography:
    """What stands in the .bib file at `path`; `name` is the file in places and messages.

    Raises InputError (`BIB006`) when the file cannot be read or is not text.
    """
    return parse_bibliography(read_text(path, name, code="BIB006"), name)


def parse_bibliography(text: str, name: str) -> Bibliography:
    """What stands in `text`, the content of a .bib file; nothing in it raises.

    Keys that differ in case are different entries, as in biber; classic BibTeX takes them for the
    same one. Of two entries with one key, and of two fields with one name, the first counts. An
    entry without a key is a problem and no reference: nothing can cite it. What an entry inherits
    (`crossref`, `xdata`) is among its fields.
    """
    positions = Positions.of(text, name)
    blocks = tuple(split_blocks(text))
    entries, problems = _read_blocks(blocks, text, positions)
    references, orphans = inherit(entries)
    problems += orphans
    directives = tuple(read_ignores(text, [_span(block) for block in blocks], positions))
    problems += [found for found in directives if isinstance(found, BibProblem)]
    if not references and not problems and not _is_meant_empty(text):
        message = f"no entry was found in `{name}`, expected BibTeX as in `@article{{key, …}}`"
        problems.append(BibProblem("unparsable", message, Place(name)))
    return Bibliography(
        name,
        tuple(each for each in references.values() if each.type not in _NO_WORKS),
        tuple(sorted(problems, key=lambda problem: problem.place)),
        tuple(found for found in directives if isinstance(found, Ignore)),
    )


def _is_meant_empty(text: str) -> bool:
    """Whether a file has comments (`% …`) alone: one without any may be what is left of another."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(line.lstrip().startswith("%") for line in lines)


def _read_blocks(
    blocks: Sequence[Block], text: str, positions: Positions
) -> tuple[dict[str, Reference], list[BibProblem]]:
    reader = EntryReader(text, positions)
    references: dict[str, Reference] = {}
    problems = reader.problems
    for block in blocks:
        match block:
            case StringBlock():
                reader.define(block)
            case BrokenBlock():
                message = explain_failure(block, positions)
                place = positions.place(block.at)
                problems.append(BibProblem("unparsable", message, place, key_of(block) or None))
            case EntryBlock() if block.key in references:
                first = references[block.key].place.line
                message = f"`{block.key}` is already the key of the entry in line {first}"
                place = positions.place(block.at)
                problems.append(BibProblem("duplicate-key", message, place, block.key))
            case EntryBlock():
                reference = reader.read(block)
                if reference:
                    references[reference.key] = reference
            case _:
                pass
    return references, problems


def _span(block: Block) -> Span:
    match block:
        case EntryBlock():
            return Span(block.at, block.end, block.key)
        case BrokenBlock():
            return Span(block.at, block.end, key_of(block))
        case _:
            return Span(block.at, block.end)
