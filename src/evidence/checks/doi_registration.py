"""DOI, part two: a sound identifier, and how it is registered and used."""

from collections.abc import Iterator

from evidence.checks.case import Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Confidence, Severity, Suggestion
from evidence.model.outcome import Absent


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
    """The DOI is registered, with an agency whose record was not compared.

    Records of Crossref and of DataCite are compared, those of other agencies (mEDRA, JaLC, KISTI,
    ...) are not. It is also said where DataCite does not answer, or has no public record.

    ## Why it matters

    The link works. Whether it leads to the work that the entry describes was not checked.

    ## Example

    ```bib bad
    @article{esempio2020, author = {Example, A.}, title = {A work in Italian}, year = {2020},
      doi = {10.3280/example}}
    ```

    There is nothing to mend: check by hand that the DOI leads to the right work, then accept the
    finding with a reason.

    ```bib good
    % evidence: ignore DOI008 -- looked at by hand: the right article
    @article{esempio2020, author = {Example, A.}, title = {A work in Italian}, year = {2020},
      doi = {10.3280/example}}
    ```
    """
    if isinstance(dossier.outcome, Absent) and dossier.outcome.agency:
        yield Problem(
            dossier.doi_field.place,
            f"`{dossier.doi}` is {dossier.outcome.reason}",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
        )
