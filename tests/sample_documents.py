"""Documents made by hand: statements with their markers, tables, a reference list."""

from collections.abc import Sequence
from typing import Any

from evidence.checks.case import Case, UnreadableDocument
from evidence.checks.holding import hold
from evidence.checks.rule import Rule
from evidence.model.claim import Claim, Claims, ClaimsProblem, EvidenceLine, RestsOn, Role, Value
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    DocumentTable,
    ListedReference,
    Statement,
)
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.sources.bibtex import parse_bibliography

FILE = "documents/a.md"
REFERENCES = parse_bibliography(
    """
@article{ardini2016, author = {Ardini, E.}, title = {A pan-kinase inhibitor},
  journal = {Mol Cancer Ther}, year = {2016}, volume = {15}, pages = {628--639}}
@article{chen2018, author = {Chen, Y.}, title = {A trial of baskets in cancer},
  journal = {J Hematol Oncol}, year = {2018}, volume = {11}, pages = {78}}
@article{drilon2017, author = {Drilon, A.}, title = {Safety of an inhibitor in patients},
  journal = {Cancer Discov}, year = {2017}, volume = {7}, pages = {400--409}}
""",
    "references.bib",
).references
PRINTED = {
    "ardini2016": "Ardini E. A pan-kinase inhibitor. Mol Cancer Ther 2016; 15: 628-639.",
    "chen2018": "Chen Y. A trial of baskets in cancer. J Hematol Oncol 2018; 11: 78.",
    "drilon2017": "Drilon A. Safety of an inhibitor in patients. Cancer Discov 2017; 7: 400-409.",
    "unknown": "Okafor B. Something else entirely, unknown to all. J Med 2001; 1: 1-9.",
}


def statement(
    text: str, *labels: str, at: int, form: CitationForm = CitationForm.BRACKET, file: str = FILE
) -> Statement:
    """A statement in line `at`, with one marker for its labels in column 70."""
    written = f"[{', '.join(labels)}]"
    cited = tuple(map(Cited, labels))
    start = at * 1000
    marker = Citation(written, form, cited, start + 900, start + 910, Place(file, at, 70))
    citations = (marker,) if labels else ()
    return Statement(text, start, start + 910, Place(file, at), citations, paragraph=0)


def document(
    *statements: tuple[str, ...] | Statement,
    listed: Sequence[str] | dict[str, str] = (),
    tables: tuple[DocumentTable, ...] = (),
    file: str = FILE,
) -> Document:
    """Statements, each a text and its labels, one a line; `listed` are the entries of the list from
    line 101 on, numbered from 1, or by their labels.
    """
    numbered = (
        listed
        if isinstance(listed, dict)
        else {str(at): name for at, name in enumerate(listed, start=1)}
    )
    items = tuple(
        ListedReference(label, PRINTED[name], Place(file, 100 + at))
        for at, (label, name) in enumerate(numbered.items(), start=1)
    )
    made = tuple(
        each if isinstance(each, Statement) else statement(*each, at=at, file=file)
        for at, each in enumerate(statements, start=1)
    )
    text = "\n\n".join(each.text for each in made)
    return Document(file, text, made, tables, items)


def table(*rows: tuple[str, ...], labels: tuple[str, ...] = ("1",), at: int = 50) -> DocumentTable:
    """`Table 9`, with its caption in line `at`."""
    return DocumentTable("Table 9", statement("Inhibition of kinases", *labels, at=at), rows)


def claim(
    name: str,
    text: str,
    *lines: str | EvidenceLine,
    variants: tuple[str, ...] = (),
    values: tuple[Value, ...] = (),
    rests_on: tuple[str, ...] = (),
    note: str = "",
    at: int = 3,
) -> Claim:
    """A claim in line `at` of claims.yaml, its lines from the next line on.

    Claims are told apart by their places: those in the third line have a column each.
    """
    column = 9 if at != 3 or name == "half-life" else 9 + int.from_bytes(name.encode())
    return Claim(
        name,
        text,
        Place("claims.yaml", at, column),
        note=note,
        values=values,
        evidence=tuple(
            EvidenceLine(each, Place("claims.yaml", at + number, 9))
            if isinstance(each, str)
            else each
            for number, each in enumerate(lines, start=1)
        ),
        rests_on=tuple(RestsOn(each, Place("claims.yaml", at + 9, 9)) for each in rests_on),
        variants=variants,
    )


def background(key: str) -> EvidenceLine:
    """A line that does not support its claim."""
    return EvidenceLine(key, Place("claims.yaml", 8, 9), Role.BACKGROUND)


def held_case(
    *documents: Document,
    claims: tuple[Claim, ...] = (),
    references: tuple[Reference, ...] = REFERENCES,
    problems: tuple[ClaimsProblem, ...] = (),
    unreadable: tuple[str, ...] = (),
) -> Case:
    """A case about these documents with the claims that they hold."""
    names = tuple(each.file for each in documents) + unreadable
    return Case(
        Bibliography("references.bib", references),
        Claims(claims, names, problems),
        held=tuple(hold(each, claims, references) for each in documents),
        unreadable=tuple(UnreadableDocument("holds no text", Place(name)) for name in unreadable),
    )


def said(rule: Rule[Any], case: Case) -> list[str]:
    """What a rule finds in a case: place and message of each finding."""
    return [f"{found.place}: {found.message}" for found in rule.run(case)]
