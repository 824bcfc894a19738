"""DOI: the identifier, whether it is one and whether it leads anywhere."""

from collections.abc import Iterator

from evidence.checks.case import Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.finding import Confidence, Severity, Suggestion
from evidence.model.outcome import Absent, Unavailable


@rule("DOI001", "malformed-doi", Severity.ERROR, each=each_dossier)
def malformed_doi(dossier: Dossier) -> Iterator[Problem]:
    """What stands in the field is not a DOI.

    A DOI is `10.`, a registrant code of at least four digits, `/`, and a suffix without blanks. It
    may be written plainly, as an address at `doi.org`, with the label `doi:`, in any case, and with
    LaTeX's escapes. Anything else that would have to be cut or changed makes it malformed, however
    plain the cut: nobody else can be sure to read it in the same way.

    ## Why it matters

    The link is dead, and no registry can be asked about the work. Where the string itself, or a
    search, leads to a work whose title, authors and year agree with the entry, its DOI is suggested
    with the edit that was made.

    ## Example

    ```bib bad
    @article{demetri2018,
      author  = {Demetri, G. D. and Paz-Ares, L. and Farago, A. F. and others},
      title   = {Efficacy and safety of entrectinib in patients with NTRK fusion-positive
                 (NTRK-fp) Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and ALKA-372-001},
      year    = {2018},
      doi     = {https://doi.org/410.1093/annonc/mdy1424.1017},
    }
    ```

    Use instead:

    ```bib good
    @article{demetri2018,
      author  = {Demetri, G. D. and Paz-Ares, L. and Farago, A. F. and others},
      title   = {Efficacy and safety of entrectinib in patients with NTRK fusion-positive
                 (NTRK-fp) Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and ALKA-372-001},
      year    = {2018},
      doi     = {10.1093/annonc/mdy424.017},
    }
    ```
    """
    if isinstance(dossier.reading, MalformedDoi):
        yield Problem(
            dossier.doi_field.place,
            f"`{dossier.reading.written}` is not a DOI: {dossier.reading.explanation}",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
            found=dossier.reading.written,
            suggestion=dossier.suggestion,
        )


@rule("DOI002", "unregistered-doi", Severity.ERROR, each=each_dossier)
def unregistered_doi(dossier: Dossier) -> Iterator[Problem]:
    """No registration agency knows this DOI.

    Crossref was asked for the record and doi.org for the agency; both answered that there is none.
    A service that does not answer never leads to this finding.

    ## Why it matters

    The link is dead: usually a slip of the keyboard, sometimes a reference that never existed.

    ## Example

    ```bib bad
    @article{chen2018,
      author  = {Chen, Yiqi and Chi, Ping},
      title   = {Basket trial of {TRK} inhibitors demonstrates efficacy in {TRK} fusion-positive
                 cancers},
      year    = {2018},
      doi     = {10.1186/s13045-018-0622-4.},
    }
    ```

    Use instead:

    ```bib good
    @article{chen2018,
      author  = {Chen, Yiqi and Chi, Ping},
      title   = {Basket trial of {TRK} inhibitors demonstrates efficacy in {TRK} fusion-positive
                 cancers},
      year    = {2018},
      doi     = {10.1186/s13045-018-0622-4},
    }
    ```
    """
    if isinstance(dossier.outcome, Absent) and not dossier.outcome.agency and dossier.reading:
        yield Problem(
            dossier.doi_field.place,
            f"`{dossier.reading.written}` is not registered: {dossier.outcome.reason}",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
            found=dossier.reading.written,
            suggestion=dossier.suggestion,
        )


@rule("DOI003", "cluttered-doi", Severity.NOTE, each=each_dossier)
def cluttered_doi(dossier: Dossier) -> Iterator[Problem]:
    """The DOI is legal, and written with more around it than the field needs.

    ## Why it matters

    Many bibliography styles put `https://doi.org/` before the field by themselves, so that the
    printed link has it twice.

    ## Example

    ```bib bad
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {https://doi.org/10.1186/s13045-018-0622-4}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {10.1186/s13045-018-0622-4}}
    ```
    """
    reading = dossier.reading
    is_other_work = dossier.comparison is not None and dossier.comparison.is_other_work
    is_wrong = isinstance(dossier.outcome, Absent) or is_other_work or dossier.proposal is not None
    if (
        isinstance(reading, WrittenDoi)
        and reading.form
        and not is_wrong
        and dossier.doi_field.name == "doi"
    ):
        yield Problem(
            dossier.doi_field.place,
            f"`{reading.written}` is written with {reading.form}: `{reading.doi}` is enough",
            key=dossier.reference.key,
            field="doi",
            found=reading.written,
            expected=reading.doi.name,
            suggestion=_plain_form(dossier, reading.doi),
        )


def _plain_form(dossier: Dossier, doi: Doi) -> Suggestion:
    """The DOI alone. Where nobody could be asked it may still be wrong, clutter or not."""
    if isinstance(dossier.outcome, Unavailable):
        why = "the same DOI in the plain form; not looked up"
        return Suggestion(Confidence.MEDIUM, why, doi=doi.name)
    return Suggestion(Confidence.HIGH, "the same DOI in the plain form", doi=doi.name)


@rule("DOI004", "missing-doi", Severity.NOTE, each=each_dossier)
def missing_doi(dossier: Dossier) -> Iterator[Problem]:
    """The entry names no DOI, and a search found the work that it is about.

    ## Why it matters

    A DOI leads every reader to the same work, and lets retractions be seen.

    ## Example

    ```bib bad
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      journal = {Nature Reviews Clinical Oncology},
      year    = {2018},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      journal = {Nature Reviews Clinical Oncology},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    if dossier.reading is None and dossier.proposal:
        source = " (hand-made record)" if dossier.proposal.work.origin.hand_made else ""
        yield Problem(
            dossier.reference.place,
            f"`{dossier.reference.key}` has no DOI; its work is registered as"
            f" `{dossier.proposal.work.doi}`{source}",
            key=dossier.reference.key,
            expected=dossier.proposal.work.doi.name,
            suggestion=dossier.suggestion,
        )
