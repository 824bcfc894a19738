"""DOI: what a search says of an entry to whose work no DOI leads, where it finds none either."""

from collections.abc import Iterator

from evidence.checks.case import Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.matching.compare import compare
from evidence.matching.registration import is_registered_kind, is_surely_registered
from evidence.matching.text import shortened
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.finding import Severity
from evidence.model.outcome import Absent


@rule("DOI005", "no-such-work", Severity.ERROR, each=each_dossier)
def no_such_work(dossier: Dossier) -> Iterator[Problem]:
    """A search finds no work like this one, though such a work would be registered.

    It is said of articles since 2005 with volume and pages, and of papers of meetings since 2012,
    in journals and meetings that register their DOIs with Crossref, as far as we know. Where that
    is in doubt, or another version of the work is registered, there is only the note
    `unfound-work`. A search that does not answer never leads to this finding.

    ## Why it matters

    Fabricated references look just like this: a sound title, real names, and no such work.

    ## Example

    ```bib bad
    @article{nemo1999,
      author  = {Nemo, Nils},
      title   = {On a work that nobody ever wrote},
      journal = {Annals of Oncology},
      volume  = {10},
      pages   = {1--9},
      year    = {2019},
    }
    ```

    Use instead a work that exists, with its DOI:

    ```bib good
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    is_missed = _was_not_found(dossier) and is_surely_registered(dossier.reference)
    if is_missed and not _has_other_version(dossier):
        yield _problem(dossier, _namesake(dossier))


@rule("DOI009", "unfound-work", Severity.NOTE, each=each_dossier)
def unfound_work(dossier: Dossier) -> Iterator[Problem]:
    """A search finds no work like this one, which may well have no DOI.

    Preprints, reports, talks, what is older than DOIs, and the papers of journals and meetings that
    register none often cannot be found.

    ## Why it matters

    Nobody but a reader can tell whether the reference is right.

    ## Example

    ```bib bad
    @article{nemo1989,
      author  = {Nemo, Nils},
      title   = {On a work that nobody ever wrote},
      journal = {Annals of Oncology},
      year    = {1989},
    }
    ```

    An entry that says where else the work can be found is passed over:

    ```bib good
    @article{nemo1989,
      author  = {Nemo, Nils},
      title   = {On a work that nobody ever wrote},
      journal = {Annals of Oncology},
      year    = {1989},
      url     = {https://example.org/nemo1989.pdf},
    }
    ```
    """
    reference = dossier.reference
    if not _was_not_found(dossier) or not is_registered_kind(reference):
        return
    if _has_other_version(dossier):
        yield _problem(dossier, _namesake(dossier))
    elif not is_surely_registered(reference):
        yield _problem(dossier, "; such works often have no DOI")


def _was_not_found(dossier: Dossier) -> bool:
    """Whether a search was made for the work, and answered without it."""
    is_astray = isinstance(dossier.reading, MalformedDoi) or (
        isinstance(dossier.outcome, Absent) and not dossier.outcome.agency
    )
    was_searched = (dossier.reading is None or is_astray) and not dossier.search_reason
    return was_searched and dossier.proposal is None and dossier.guess is None


def _has_other_version(dossier: Dossier) -> bool:
    """Whether the search found a work of this title by one of these authors."""
    near = dossier.near
    return near is not None and compare(dossier.reference, near).authors_agree is not False


def _namesake(dossier: Dossier) -> str:
    """What to say of a registered work of the same title."""
    near = dossier.near
    if near is None:
        return ""
    by = f" by {near.authors[0].family}" if near.authors else ""
    when = f", {near.year}" if near.year else ""
    where = f", {shortened(near.venue)}" if near.venue else ""
    return f"; `{near.doi}` has this title{by}{when}{where}"


def _problem(dossier: Dossier, more: str) -> Problem:
    return Problem(
        dossier.place_of("title"),
        f"no registered work was found for `{dossier.reference.title}`{more}",
        key=dossier.reference.key,
        field="title",
        found=dossier.reference.title,
    )
