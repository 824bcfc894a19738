"""SUP: the page, the section and the table cell that a line names, against the work's text."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.anchors.pages import is_on_page
from evidence.matching.anchors.sections import is_in_section
from evidence.matching.pages import is_beyond
from evidence.matching.text import enumerated, shortened
from evidence.model.anchor import CellState, Passage
from evidence.model.claim import TableCell
from evidence.model.finding import Confidence, Severity, Suggestion


@rule("SUP006", "differing-page", Severity.ERROR, each=each_supported)
def differing_page(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote stands on another page than its line says.

    A page may be named by its number in the file, by what is printed on it, or as counted from the
    first page of the work in its record. Any of them will do, and a range that holds it; a quote
    that goes on on the next page stands on both. Where the text has no pages, no more is known than
    those of the work by its record: a page is told that lies beyond them, however it is counted.

    ## Why it matters

    The page is there so that a reader finds the words at once. A wrong one also tells of a quote
    that was copied from somewhere else.

    ## Example

    ```text ardini2016
    The compound was given by mouth.␌In all mice of the higher dose, the tumours stopped growing.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Tumours stopped growing in mice.
        evidence: [{reference: ardini2016, quote: the tumours stopped growing, page: 1}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Tumours stopped growing in mice.
        evidence: [{reference: ardini2016, quote: the tumours stopped growing, page: 2}]
    ```
    """
    for support, passages in _found(supported):
        named = support.line.page
        if named and not any(each.pages for each in passages):
            yield from _beyond(supported, support)
            continue
        told = [is_on_page(named, each.pages) for each in passages] if named else []
        if told and all(each is False for each in told):
            pages = list(dict.fromkeys(map(_page, passages)))
            first = passages[0].page
            yield _problem(
                supported,
                support,
                "page",
                named,
                first,
                f"the line names page `{named}` of `{support.line.reference}`, and the quote stands"
                f" on page {enumerated(pages)}",
                Suggestion(Confidence.MEDIUM, "the quote was found there", value=first)
                if len(pages) == 1
                else None,
            )


@rule("SUP007", "differing-section", Severity.WARNING, each=each_supported)
def differing_section(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote stands in another section than its line says.

    The line may name any heading above the quote, by its words or its number; `Results` is also the
    part of the paper that `3.2 Tumour growth` belongs to, and `Results and discussion` counts for
    both. Where the text has no headings, nothing is said.

    ## Why it matters

    What the introduction says of others, or the discussion hopes, is not a result.

    ## Example

    ```text ardini2016
    Introduction

    Earlier compounds made tumours shrink in mice.

    Results

    Entrectinib was given to twelve mice with tumours of the colon, and to six without.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Tumours shrank in mice.
        evidence: [{reference: ardini2016, quote: made tumours shrink in mice, section: Results}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Tumours shrank in mice.
        evidence:
          - {reference: ardini2016, quote: made tumours shrink in mice, section: Introduction}
    ```
    """
    for support, passages in _found(supported):
        named = support.line.section
        told = [is_in_section(named, each.section) for each in passages] if named else []
        if told and all(each is False for each in told):
            sections = list(dict.fromkeys(f"`{each.section}`" for each in passages))
            yield _problem(
                supported,
                support,
                "section",
                named,
                passages[0].section,
                f"the line names the section `{named}` of `{support.line.reference}`, and the quote"
                f" stands under {enumerated(sections)}",
            )


@rule("SUP008", "differing-cell", Severity.ERROR, each=each_supported)
def differing_cell(supported: SupportedClaim) -> Iterator[Problem]:
    """A table cell says something else than its line.

    Numbers and units are compared in one form (`1,000` and `1000`, `nM` and `nmol/L`); a unit may
    stand in the cell, in the head of its row or column, or in the caption.

    ## Why it matters

    A value that was taken from the row above is the commonest slip with tables.

    ## Example

    ```text ardini2016
    Table 2. Inhibition of kinases

    Kinase    IC50 (nmol/L)
    ROS1      7
    ALK       12
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: alk
        text: Entrectinib inhibits ALK.
        evidence:
          - {reference: ardini2016, table: {label: Table 2, row: ALK, column: IC50, cell: 7}}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: alk
        text: Entrectinib inhibits ALK.
        evidence:
          - {reference: ardini2016, table: {label: Table 2, row: ALK, column: IC50, cell: 12 nM}}
    ```
    """
    for support in supported.lines:
        table, cell = support.line.table, support.cell
        if table and cell and cell.state is CellState.DIFFERS:
            yield _problem(
                supported,
                support,
                "table",
                table.cell,
                cell.text,
                f"{_cell(table)} of `{support.line.reference}` says `{cell.text}`, not"
                f" `{table.cell}`",
                Suggestion(Confidence.MEDIUM, "this is what the cell says", value=cell.text),
            )


@rule("SUP009", "unfound-cell", Severity.WARNING, each=each_supported)
def unfound_cell(supported: SupportedClaim) -> Iterator[Problem]:
    """The text has tables, and the one that a line names, or its row or column, is not among them.

    Row and column are named by what stands at their beginning. A name that fits several of them
    fits none. Where the columns of a printed table could not be told apart, nothing is said.

    ## Why it matters

    The value cannot be looked up, by a program or by a reader.

    ## Example

    ```text ardini2016
    Table 2. Inhibition of kinases

    Kinase    IC50 (nmol/L)
    ROS1      7
    ALK       12
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: trk
        text: Entrectinib inhibits TRKA.
        evidence: [{reference: ardini2016, table: {label: Table 2, row: TRKA, column: IC50}}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: ros1
        text: Entrectinib inhibits ROS1.
        evidence: [{reference: ardini2016, table: {label: Table 2, row: ROS-1, column: IC50}}]
    ```
    """
    for support in supported.lines:
        table, cell = support.line.table, support.cell
        if not table or not cell or cell.state not in (CellState.NO_TABLE, CellState.NO_CELL):
            continue
        there = enumerated([f"`{shortened(each, 40)}`" for each in cell.candidates])
        key = support.line.reference
        if cell.state is CellState.NO_TABLE:
            message = f"`{table.label}` is not among the tables of `{key}` that could be read"
        else:
            message = f"{_cell(table)} of `{key}` is not there, or not once"
        yield _problem(
            supported,
            support,
            "table",
            table.label if cell.state is CellState.NO_TABLE else _named(table),
            None,
            f"{message}; there are {there}" if there else message,
        )


def _found(supported: SupportedClaim) -> Iterator[tuple[LineSupport, tuple[Passage, ...]]]:
    """The lines whose quote was found, with its places: of a quote in pieces the first one."""
    for support in supported.lines:
        anchor = support.anchor
        if anchor and anchor.is_found:
            yield support, anchor.passages


def _beyond(supported: SupportedClaim, support: LineSupport) -> Iterator[Problem]:
    named, pages = support.line.page, support.pages
    if is_beyond(named, pages):
        yield _problem(
            supported,
            support,
            "page",
            named,
            pages,
            f"the line names page `{named}` of `{support.line.reference}`, and by its record the"
            f" work has the pages `{pages}`",
        )


def _page(passage: Passage) -> str:
    """`403 (4 in the file)`."""
    number = passage.pages[0]
    return passage.page if number == passage.page else f"{passage.page} ({number} in the file)"


def _cell(table: TableCell) -> str:
    return f"the cell {_named(table)} in `{table.label}`"


def _named(table: TableCell) -> str:
    return " × ".join(f"`{part}`" for part in (table.row, table.column) if part) or "of any row"


def _problem(
    supported: SupportedClaim,
    support: LineSupport,
    field: str,
    found: str,
    expected: str | None,
    message: str,
    suggestion: Suggestion | None = None,
) -> Problem:
    return Problem(
        support.line.place,
        message,
        key=support.line.reference,
        claim=supported.claim.id,
        field=field,
        found=found,
        expected=expected,
        suggestion=suggestion,
    )
