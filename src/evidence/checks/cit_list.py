"""CIT: the reference list of a document on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence.checks.case import each_document
from evidence.checks.cited_labels import first_citations
from evidence.checks.rule import Problem, rule
from evidence.matching.text import shortened
from evidence.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidence.checks.holding import HeldDocument


@rule("CIT011", "uncited-item", Severity.WARNING, each=each_document)
def uncited_item(held: HeldDocument) -> Iterator[Problem]:
    """No marker of the document cites an item of its reference list.

    A list in a document without any marker has one finding.

    ## Why it matters

    The sentence that cited it was deleted, or lost its marker.

    ## Example

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [1].

    ## References

    1. Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.
    2. Chen Y. Another work. J Hematol Oncol 2018; 11: 78.
    ```

    Use instead:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [1, 2].

    ## References

    1. Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.
    2. Chen Y. Another work. J Hematol Oncol 2018; 11: 78.
    ```
    """
    listed = held.document.listed
    cited = first_citations(held.document)
    if listed and not cited:
        count = "1 item" if len(listed) == 1 else f"{len(listed)} items"
        yield Problem(
            listed[0].place,
            f"the reference list has {count}, and no marker was found in the text",
        )
        return
    for item in listed:
        if item.label not in cited:
            yield Problem(
                item.place,
                f"no marker cites `{item.label}` of the reference list: {shortened(item.text)}",
                key=held.keys.get(item.label),
                found=item.label,
            )


@rule("CIT013", "doubled-label", Severity.ERROR, each=each_document)
def doubled_label(held: HeldDocument) -> Iterator[Problem]:
    """Two items of the reference list have the same label: a number, or a name and year.

    ## Why it matters

    A marker with this label may mean either of them.

    ## Example

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [1].

    ## References

    [1] Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.

    [1] Chen Y. Another work. J Hematol Oncol 2018; 11: 78.
    ```

    Use instead:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [1, 2].

    ## References

    [1] Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.

    [2] Chen Y. Another work. J Hematol Oncol 2018; 11: 78.
    ```
    """
    first = {item.label: item for item in reversed(held.document.listed)}
    for item in held.document.listed:
        if item is not first[item.label]:
            yield Problem(
                item.place,
                f"`{item.label}` of the reference list stands already at {first[item.label].place}",
                found=item.label,
            )
