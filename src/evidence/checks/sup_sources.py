"""SUP: the files with the texts of the cited works."""

from collections.abc import Iterator

from evidence.checks.rule import Problem, rule
from evidence.matching.text import shortened
from evidence.model.finding import Severity
from evidence.model.place import Place
from evidence.model.source_text import OtherWorkText, UnreadableSource


@rule("SUP030", "unreadable-source", Severity.ERROR, each=lambda case: case.unreadable_sources)
def unreadable_source(source: UnreadableSource) -> Iterator[Problem]:
    """A file with the text of a cited work cannot be read.

    The other texts of the work are read, and the other works.

    ## Why it matters

    What the file was put there for is not checked: quotes, numbers, names.

    ## Example

    A scanned page, or a download that broke off, holds no text:

    ```yaml given
    schema: evidence/claims/1
    claims: [{id: regression, text: Tumours regressed in mice., evidence: [ardini2016]}]
    ```

    ```text ardini2016 bad
    ```

    Save the text again, or run a text recognition over the scan:

    ```text ardini2016 good
    In mice that were given entrectinib, all tumours regressed.
    ```
    """
    yield Problem(source.place, source.message, key=source.key)


@rule("SUP033", "other-work-text", Severity.WARNING, each=lambda case: case.other_work_texts)
def other_work_text(text: OtherWorkText) -> Iterator[Problem]:
    """The text that was saved for a work says of itself that it is another one.

    Its head, or what an XML or HTML file states, names a DOI as its own, and the entry's stands
    nowhere in it; or it states a title that has hardly a word of the entry's. Nothing is said where
    the title of the entry, or of the record, stands at its head (a preprint has another DOI), and
    of a text that names neither DOI nor title.

    ## Why it matters

    Quotes are looked for in it, and found or not found, as if the entry's work said so.

    ## Example

    ```bib given
    @misc{ardini2016, author = {Ardini, Elena}, year = {2016},
      title = {Growth of tumours in mice that were given entrectinib}, doi = {10.1234/growth}}
    ```

    ```yaml given
    schema: evidence/claims/1
    claims: [{id: regression, text: Tumours regressed in mice., evidence: [ardini2016]}]
    ```

    ```text ardini2016 bad
    Annals of Small Animals 2019, 5, 11-19. https://doi.org/10.1234/valves

    Repair of the mitral valve in twelve dogs

    All dogs were well after a year.
    ```

    Save the text of the work under its key, and this one under its own:

    ```text ardini2016 good
    Annals of Mice 2016, 2, 4-9. https://doi.org/10.1234/growth

    Growth of tumours in mice that were given entrectinib

    In mice that were given entrectinib, all tumours regressed.
    ```
    """
    told = f"names `{text.doi}` as its DOI" if text.doi else f"is titled `{shortened(text.title)}`"
    yield Problem(
        Place(text.file),
        f"this file is there as the text of `{text.key}`, and {told}: it seems to be another work; "
        "save the text of the work that the entry is about, or correct the entry",
        key=text.key,
        found=text.doi or text.title,
    )
