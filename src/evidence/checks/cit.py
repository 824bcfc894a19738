"""CIT: the document's citations, its reference list, and the .bib file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence.checks.case import Case, UnreadableDocument, each_document, whole_case
from evidence.checks.cited_labels import first_citations, is_number, numbers_of
from evidence.checks.rule import Problem, rule
from evidence.matching.text import enumerated, shortened
from evidence.model.document import CitationForm
from evidence.model.finding import Severity
from evidence.sources.documents.statements.author_year_index import items_left_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidence.checks.holding import HeldDocument
    from evidence.model.document import Citation

# Fields of the entries that name another entry by its key.
_NAMING = ("crossref", "xref", "xdata", "related", "entryset")


@rule("CIT001", "unknown-citation", Severity.ERROR, each=each_document)
def unknown_citation(held: HeldDocument) -> Iterator[Problem]:
    """A document cites a work that has no entry in the .bib file.

    That is a key which no entry has, or an item of the document's own reference list which is the
    work of no entry.

    ## Why it matters

    What has no entry is never looked up: nobody would learn that it was retracted.

    ## Example

    ```markdown bad
    Larotrectinib shrank tumours of the salivary gland [@drilon2018].
    ```

    Write the key of an entry, or add the work with `evidence add`:

    ```markdown good
    Larotrectinib shrank tumours of the salivary gland [@ardini2016].
    ```
    """
    listed = {item.label: item for item in reversed(held.document.listed)}
    for label, item in reversed(listed.items()):
        if label not in held.keys:
            yield Problem(
                item.place,
                f"`{label}` of the reference list has no entry in the .bib file: "
                f"{shortened(item.text)}",
                found=label,
            )
    for label, citation in first_citations(held.document).items():
        is_by_list = bool(listed) and citation.form is CitationForm.AUTHOR_YEAR
        if label in listed or label in held.keys or is_number(label) or is_by_list:
            continue
        yield Problem(
            citation.place,
            f"`{label}` is cited here, and the .bib file has no such entry",
            key=label,
            found=label,
        )


@rule("CIT002", "uncited-entry", Severity.NOTE, each=whole_case)
def uncited_entry(case: Case) -> Iterator[Problem]:
    """An entry of the .bib file is cited by no document and named by no claim.

    Entries that other entries point to (`crossref`, `related`) count as named. Nothing is said
    while a document or a claim could not be read.

    ## Why it matters

    It is left over from an earlier version, or the sentence that should cite it lost its marker.

    ## Example

    ```bib given
    @article{ardini2016, author = {Ardini, E.}, title = {A work on kinases}, year = {2016}}
    @article{chen2018, author = {Chen, Y.}, title = {A trial of baskets}, year = {2018}}
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```

    Use instead:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [@ardini2016; @chen2018].
    ```
    """
    if not (case.has_all_documents and case.has_all_claims):
        return
    named = {key for held in case.held for key in held.keys.values()}
    named |= {line.reference for claim in case.claims.claims for line in claim.evidence}
    for reference in case.bibliography.references:
        pointed = " ".join(reference.text(name) for name in _NAMING)
        named |= set(pointed.replace(",", " ").split())
    for reference in case.bibliography.references:
        if reference.key not in named:
            yield Problem(
                reference.place,
                f"`{reference.key}` is cited by no document and named by no claim",
                key=reference.key,
            )


@rule("CIT003", "unlisted-citation", Severity.ERROR, each=each_document)
def unlisted_citation(held: HeldDocument) -> Iterator[Problem]:
    """A marker cites a number, or an author and year, that the reference list does not have.

    An author and year that several items of the list share, so that the marker does not say which
    of them it means, count as well. A document that cites by number and has no list at all has one
    finding.

    ## Why it matters

    A reader cannot follow the marker. Often an item was deleted from the list, or the list was cut
    off when the text was copied.

    ## Example

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [2].

    ## References

    1. Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.
    ```

    Use instead:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [1].

    ## References

    1. Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.
    ```
    """
    document = held.document
    listed = {item.label for item in document.listed}
    unlisted: dict[int, tuple[Citation, list[str]]] = {}
    for label, citation in first_citations(document).items():
        is_by_list = is_number(label) or (listed and citation.form is CitationForm.AUTHOR_YEAR)
        if is_by_list and label not in listed and label not in held.keys:
            unlisted.setdefault(citation.start, (citation, []))[1].append(label)
    labels_without_item = [label for _, labels in unlisted.values() for label in labels]
    left_open = items_left_open(labels_without_item, document.listed)
    numbers = numbers_of(document)
    for citation, cited_here in unlisted.values():
        if not listed:
            message = (
                f"`{citation.written}` cites by number, and the document has no reference list"
            )
            yield Problem(citation.place, message, found=cited_here[0])
            return
        for label in cited_here:
            if several := left_open.get(label):
                yield Problem(
                    citation.place,
                    f"`{label}` is one of {len(several)} items of the list: {', '.join(several)}",
                    found=label,
                    expected=" or ".join(several),
                )
        labels = [label for label in cited_here if label not in left_open]
        if not labels:
            continue
        cited = enumerated([f"`{label}`" for label in labels])
        expected = f"{numbers[0]} to {numbers[-1]}" if numbers else None
        yield Problem(
            citation.place,
            f"`{citation.written}` cites {cited}, and the reference list has"
            f" {expected or 'no such item'}",
            found=", ".join(labels),
            expected=expected,
        )


@rule("CIT012", "unreadable-document", Severity.ERROR, each=lambda case: case.unreadable)
def unreadable_document(document: UnreadableDocument) -> Iterator[Problem]:
    """A document cannot be read.

    It is of a format that is not read, encrypted, broken, or without any text (a scanned PDF). The
    other documents are checked. A run with such a finding exits with 2.

    ## Why it matters

    A document that was not read would look like one in which nothing is wrong.

    ## Example

    A file without any text:

    ```markdown bad

    ```

    With some:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```
    """
    yield Problem(document.place, document.message)
