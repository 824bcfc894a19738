"""UPD: what became of a work after it was published."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evidence.checks.case import Case, Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Severity
from evidence.model.work import Update


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that befell the work of one reference."""

    dossier: Dossier
    update: Update


def _events(*types: str) -> Callable[[Case], Iterable[Event]]:
    """The updates of these types, of every work that an entry is about, each notice once.

    The publisher and Retraction Watch may both tell of a notice, under different types.
    """

    def each(case: Case) -> Iterator[Event]:
        for dossier in case.dossiers:
            notices: dict[object, Update] = {}
            for update in dossier.work.updates if dossier.work else ():
                if update.type in types:
                    notices.setdefault(update.doi or update, update)
            yield from (Event(dossier, update) for update in notices.values())

    return each


def _problem(event: Event) -> Iterator[Problem]:
    update, reference = event.update, event.dossier.reference
    when = f" on {update.date:%Y-%m-%d}" if update.date else ""
    notice = f", see `{update.doi}`" if update.doi else ""
    source = f" ({update.source})" if update.source else ""
    what = update.type.replace("-", " ")
    yield Problem(
        event.dossier.doi_place,
        f"the work of `{reference.key}` has a notice of {what}{when}{notice}{source}",
        key=reference.key,
    )


@rule("UPD001", "retracted-work", Severity.ERROR, each=each_dossier)
def retracted_work(dossier: Dossier) -> Iterator[Problem]:
    """The work was retracted, withdrawn or removed.

    Crossref's records carry the publishers' notices and those of Retraction Watch; of old records
    only the title says so.

    ## Why it matters

    Nothing rests on a work that its publisher took back, unless the text is about the retraction.

    ## Example

    ```bib bad
    @article{retracted2015,
      author = {Example, Rita},
      title  = {A work that was retracted},
      year   = {2015},
      doi    = {10.1234/retracted},
    }
    ```

    Where the text is about the retraction itself, say so:

    ```bib good
    % evidence: ignore UPD001 -- cited as an example of a retracted work
    @article{retracted2015,
      author = {Example, Rita},
      title  = {A work that was retracted},
      year   = {2015},
      doi    = {10.1234/retracted},
    }
    ```
    """
    work = dossier.work
    if not (work and work.is_withdrawn):
        return
    withdrawals = [update for update in work.updates if update.withdraws]
    for update in withdrawals[:1]:
        yield from _problem(Event(dossier, update))
    if not withdrawals:
        yield Problem(
            dossier.doi_place,
            f"the record's title says that the work was taken back: `{work.title}`",
            key=dossier.reference.key,
        )


@rule("UPD002", "expression-of-concern", Severity.WARNING, each=_events("expression-of-concern"))
def expression_of_concern(event: Event) -> Iterator[Problem]:
    """The publisher has voiced doubts about the work and not taken it back.

    ## Why it matters

    An inquiry is often under way; the work may be retracted, corrected or cleared.

    ## Example

    ```bib bad
    @article{concern2013,
      author = {Example, Carl},
      title  = {A work with an expression of concern},
      year   = {2013},
      doi    = {10.1234/concern},
    }
    ```

    Once the notice has been read, say what it means for the text:

    ```bib good
    % evidence: ignore UPD002 -- the concern is about figure 3, which we do not use
    @article{concern2013,
      author = {Example, Carl},
      title  = {A work with an expression of concern},
      year   = {2013},
      doi    = {10.1234/concern},
    }
    ```
    """
    yield from _problem(event)


@rule(
    "UPD003",
    "corrected-work",
    Severity.NOTE,
    each=_events(
        "correction", "corrigendum", "erratum", "addendum", "clarification", "publisher-note"
    ),
)
def corrected_work(event: Event) -> Iterator[Problem]:
    """The work was corrected after publication.

    ## Why it matters

    The number that the text quotes may be the one that was put right.

    ## Example

    ```bib bad
    @article{corrected2016,
      author = {Example, Cora},
      title  = {A work that was corrected},
      year   = {2016},
      doi    = {10.1234/corrected},
    }
    ```

    Once the notice has been read, say what it means for the text:

    ```bib good
    % evidence: ignore UPD003 -- the correction is to an affiliation
    @article{corrected2016,
      author = {Example, Cora},
      title  = {A work that was corrected},
      year   = {2016},
      doi    = {10.1234/corrected},
    }
    ```
    """
    yield from _problem(event)


@rule("UPD004", "partly-retracted-work", Severity.WARNING, each=_events("partial-retraction"))
def partly_retracted_work(event: Event) -> Iterator[Problem]:
    """Part of the work was retracted.

    ## Why it matters

    The claim may rest on the part that no longer stands.

    ## Example

    ```bib bad
    @article{partly2017,
      author = {Example, Paul},
      title  = {A work that was retracted in part},
      year   = {2017},
      doi    = {10.1234/partly},
    }
    ```

    Once the notice has been read, say what it means for the text:

    ```bib good
    % evidence: ignore UPD004 -- only experiment 2 was retracted; we cite experiment 1
    @article{partly2017,
      author = {Example, Paul},
      title  = {A work that was retracted in part},
      year   = {2017},
      doi    = {10.1234/partly},
    }
    ```
    """
    yield from _problem(event)
