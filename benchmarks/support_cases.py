"""Claims of several fields of medicine with their sources, and twelve ways to spoil each of them.

A case file holds sources (texts made for the purpose, pages parted by the symbol for form feed) and
claims that they support. Seven kinds of spoiling are written with each claim, as an edit of its
text or of its quote; the five others are made here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

FOLDER: Final = Path(__file__).with_name("support_cases")
PAGE_BREAK: Final = "\N{SYMBOL FOR FORM FEED}"

WRITTEN: Final = ("number", "unit", "species", "negation", "hedge", "qualifier", "entity")
"""Kinds of spoiling that stand in the case files."""
MADE: Final = ("page", "reference", "splice", "edited", "conflict")
"""Kinds that are made from the sound claim."""
CAUGHT_BY: Final[Mapping[str, frozenset[str]]] = {
    "number": frozenset({"SUP010", "SUP011"}),
    "unit": frozenset({"SUP010", "SUP011"}),
    "species": frozenset({"SUP018", "SUP032"}),
    "negation": frozenset({"SUP022"}),
    "hedge": frozenset({"SUP019"}),
    "qualifier": frozenset({"SUP004", "SUP020", "SUP034"}),
    "entity": frozenset({"SUP013", "SUP015", "SUP016"}),
    "page": frozenset({"SUP006"}),
    "reference": frozenset({"SUP001", "SUP013", "SUP015"}),
    "splice": frozenset({"SUP001", "SUP002", "SUP003"}),
    "edited": frozenset({"SUP026"}),
    "conflict": frozenset({"SUP012"}),
}
"""The rules that see each kind for what it is; any other finding is not counted."""


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work with its text."""

    key: str
    title: str
    year: str
    journal: str
    pages: str
    text: str

    @property
    def entry(self) -> str:
        """The work as BibTeX."""
        fields = {"author": f"{self.key.rstrip('0123456789').title()}, A.", "title": self.title}
        fields |= {"journal": self.journal, "year": self.year, "pages": self.pages}
        lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
        return f"@article{{{self.key},\n{lines}\n}}\n"


@dataclass(frozen=True, slots=True)
class GoldenClaim:
    """A sound claim: `data` as claims.yaml has it, `spoilt` the edits by their kind."""

    data: Mapping[str, Any]
    spoilt: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Source] = field(repr=False)

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.data["id"])

    def spoil(self, kind: str) -> "tuple[dict[str, Any], ...] | None":
        """The claim, or the claims, with this kind of spoiling; None where it does not apply."""
        claim = _copy(self.data)
        match kind:
            case "conflict":
                edit = self.spoilt.get("number")
                if not edit or edit.get("in", "text") != "text":
                    return None
                return claim, _copy(self.data) | {"id": f"{self.id}-again"} | _edited(claim, edit)
            case "page":
                return _on_another_page(claim, self.sources)
            case "reference":
                return _of_another_work(claim, self.sources)
            case "splice":
                return _spliced(claim, self.sources)
            case "edited":
                edit = next(
                    (e for e in self.spoilt.values() if e.get("in", "text") == "text"), None
                )
                return (claim | _edited(claim, edit),) if edit else None
        edit = self.spoilt.get(kind)
        return (claim | _edited(claim, edit),) if edit else None


def read_cases(half: str) -> tuple[GoldenClaim, ...]:
    """The claims of a set, as its folder is named; ids are made unique by the file's name."""
    return tuple(
        claim for path in sorted((FOLDER / half).glob("*.yaml")) for claim in _read_file(path)
    )


def _read_file(path: Path) -> Iterator[GoldenClaim]:
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # scalars stay text
    sources = {
        key: Source(
            key, *(each.get(name, "") for name in ("title", "year", "journal", "pages", "text"))
        )
        for key, each in data["sources"].items()
    }
    for claim in data["claims"]:
        known = {key: part for key, part in claim.items() if key != "spoilt"}
        known["id"] = f"{path.stem}-{claim['id']}"
        yield GoldenClaim(known, claim.get("spoilt", {}), sources)


def _copy(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "evidence": [dict(line) for line in data["evidence"]]}


def _edited(claim: Mapping[str, Any], edit: Mapping[str, Any]) -> dict[str, Any]:
    """What an edit of a case file changes: in the `text`, or in the `quote` of a `line`."""
    if edit.get("in", "text") == "text":
        return {"text": _replaced(claim["text"], edit)}
    lines = [dict(line) for line in claim["evidence"]]
    line = lines[int(edit.get("line", 0))]
    line["quote"] = _replaced(line["quote"], edit)
    return {"evidence": lines}


def _replaced(text: str, edit: Mapping[str, Any]) -> str:
    if "from" not in edit:
        return str(edit["to"])
    if edit["from"] not in text:
        raise ValueError(f"`{edit['from']}` is not in `{text}`")
    return text.replace(edit["from"], edit["to"], 1)


def _on_another_page(
    claim: dict[str, Any], sources: Mapping[str, Source]
) -> tuple[dict[str, Any], ...] | None:
    """The first line that names a page names the next page of the work, or the one before."""
    for line in claim["evidence"]:
        if "page" in line and "quote" in line:
            pages = sources[line["reference"]].text.count(PAGE_BREAK) + 1
            first = int(sources[line["reference"]].pages.partition("-")[0] or 1)
            at = int(line["page"])
            line["page"] = str(at + 1 if at + 1 < first + pages else at - 1)
            return (claim,) if pages > 1 else None
    return None


def _of_another_work(
    claim: dict[str, Any], sources: Mapping[str, Source]
) -> tuple[dict[str, Any], ...] | None:
    """The first supporting line names another work of the same file."""
    named = {line["reference"] for line in claim["evidence"]}
    others = [key for key in sources if key not in named]
    if not others:
        return None
    claim["evidence"][0]["reference"] = others[len(claim["id"]) % len(others)]
    return (claim,)


def _spliced(
    claim: dict[str, Any], sources: Mapping[str, Source]
) -> tuple[dict[str, Any], ...] | None:
    """The first quote ends in the second half of another sentence of its source."""
    for line in claim["evidence"]:
        quote = line.get("quote", "")
        words = quote.split()
        text = " ".join(sources[line["reference"]].text.replace(PAGE_BREAK, " ").split())
        others = [
            each.split()
            for each in text.split(". ")
            if each.rstrip(".") not in quote and quote.rstrip(".") not in each
        ]
        others = [each for each in others if len(each) >= 12]
        if len(words) >= 10 and others:
            other = others[len(claim["id"]) % len(others)]
            line["quote"] = " ".join((*words[: len(words) // 2], *other[len(other) // 2 :]))
            return (claim,)
    return None
