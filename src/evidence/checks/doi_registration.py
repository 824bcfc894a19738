"""DOI, part two: a sound identifier, and how it is registered and used."""

from collections import defaultdict
from collections.abc import Iterator

from evidence.checks.case import Case, Dossier, each_dossier, whole_case
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Confidence, Severity, Suggestion
from evidence.model.outcome import Absent


@rule("DOI006", "duplicate-doi", Severity.WARNING, each=whole_case)
def duplicate_doi(case: Case) -> Iterator[Problem]:
    """Two entries name the same DOI.

    ## Why it matters

    The same work would be printed twice in the list, and counted twice as evidence.

    ## Example

    ```bib bad
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {10.1186/s13045-018-0622-4}}
    @misc{chenchi, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {10.1186/S13045-018-0622-4}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {10.1186/s13045-018-0622-4}}
    ```
    """
    entries: defaultdict[str, list[Dossier]] = defaultdict(list)
    for dossier in case.dossiers:
        if dossier.doi:
            entries[dossier.doi.name].append(dossier)
    for doi, (first, *others) in entries.items():
        for other in others:
            yield Problem(
                other.doi_field.place,
                f"`{doi}` is also the DOI of `{first.reference.key}`"
                f" ({first.reference.place.file}:{first.reference.place.line})",
                key=other.reference.key,
                field=other.doi_field.name,
                found=doi,
            )


@rule("DOI007", "alias-doi", Severity.NOTE, each=each_dossier)
def alias_doi(dossier: Dossier) -> Iterator[Problem]:
    """The DOI works, and its registry prefers another one for the same work.

    ## Why it matters

    The old DOI keeps leading to the work; lists of references find each other by the new one.

    ## Example

    ```bib bad
    @misc{old2020, author = {Example, A.}, title = {A work with two DOIs}, year = {2020},
      doi = {10.1234/alias.old}}
    ```

    Use instead:

    ```bib good
    @misc{old2020, author = {Example, A.}, title = {A work with two DOIs}, year = {2020},
      doi = {10.1234/alias.new}}
    ```
    """
    work = dossier.work
    if work and dossier.doi and work.doi != dossier.doi:
        yield Problem(
            dossier.doi_field.place,
            f"`{dossier.doi}` is an alias: the work is registered as `{work.doi}`",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
            found=dossier.doi.name,
            expected=work.doi.name,
            suggestion=Suggestion(
                Confidence.MEDIUM, "the DOI that the registry itself uses", doi=work.doi.name
            ),
        )


@rule("DOI008", "other-agency", Severity.NOTE, each=each_dossier)
def other_agency(dossier: Dossier) -> Iterator[Problem]:
    """The DOI is registered, with an agency whose records were not compared.

    ## Why it matters

    The link works. Whether it leads to the work that the entry describes was not checked.

    ## Example

    ```bib bad
    @misc{data2020, author = {Example, A.}, title = {A data set}, year = {2020},
      doi = {10.5281/zenodo.1234567}}
    ```

    There is nothing to mend: check by hand that the DOI leads to the right work, then accept the
    finding with a reason.

    ```bib good
    % evidence: ignore DOI008 -- looked at by hand: the right data set
    @misc{data2020, author = {Example, A.}, title = {A data set}, year = {2020},
      doi = {10.5281/zenodo.1234567}}
    ```
    """
    if isinstance(dossier.outcome, Absent) and dossier.outcome.agency:
        yield Problem(
            dossier.doi_field.place,
            f"`{dossier.doi}` is registered with {dossier.outcome.agency}: not compared",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
        )
