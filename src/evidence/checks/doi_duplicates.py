"""DOI, part three: entries of one work, by their DOI or by what they say.

Every later entry is reported, with the first one's key and place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.checks.alike import Alike, traits_of
from evidence.checks.case import Case, Dossier, whole_case
from evidence.checks.rule import Problem, rule
from evidence.checks.same_work import (
    is_held_by,
    is_published_from,
    is_same_work,
    titles_agree,
)
from evidence.matching.entry_types import is_book
from evidence.matching.versions import names_preprint
from evidence.model.doi import Doi
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.finding import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry, and an earlier one of the same work."""

    first: Dossier
    later: Dossier


@rule("DOI006", "duplicate-doi", Severity.WARNING, each=whole_case)
def duplicate_doi(case: Case) -> Iterator[Problem]:
    """Two entries name the same DOI.

    An alias names the DOI that the work is registered under; a malformed DOI whose repair is
    certain names the repaired one. A book and its chapters may share the book's DOI. Of two entries
    with different titles, one has a wrong DOI, or both name that of something larger.

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
    entries: dict[Doi, Dossier] = {}
    for dossier in case.dossiers:
        named = _named_dois(dossier)
        shared = next((doi for doi in named if doi in entries), None)
        if shared and not _share_a_book(dossier, entries[shared]):
            first = entries[shared]
            titles = first.reference.title, dossier.reference.title
            is_other = all(titles) and not titles_agree(first.reference, dossier.reference)
            yield Problem(
                dossier.doi_field.place,
                f"`{shared}` is also the DOI of {_told(first)}"
                f"{', which has another title' if is_other else ''}",
                key=dossier.reference.key,
                field=dossier.doi_field.name,
                found=shared.name,
            )
        for doi in named:
            entries.setdefault(doi, dossier)


def _share_a_book(a: Dossier, b: Dossier) -> bool:
    """Whether the DOI is rightly that of both: of a book and of what it holds."""
    if is_held_by(a.reference, b.reference) or is_held_by(b.reference, a.reference):
        return True
    work = a.work if a.work is a.found else None
    return bool(work and is_book(work)) and not titles_agree(a.reference, b.reference)


def _repeated(case: Case) -> Iterator[Pair]:
    """Entries of one work, at least one of which names no DOI that could tell."""
    by_doi: dict[Doi, Dossier] = {}
    preprints, others = Alike(), Alike()
    for dossier in case.dossiers:
        alike = preprints if _cites_preprint(dossier) else others
        traits, work = traits_of(dossier.reference), _certain_work(dossier)
        first = by_doi.get(work) if work else None
        if first is None or (first.doi and dossier.doi):
            first = next((o for o in alike.by(traits) if _is_repeated(dossier, o)), None)
        if first and first.reference.key != dossier.reference.key:
            yield Pair(first, dossier)
        else:
            alike.add(dossier, traits)
        if work:
            by_doi.setdefault(work, dossier)


@rule("DOI010", "duplicate-work", Severity.WARNING, each=_repeated)
def duplicate_work(pair: Pair) -> Iterator[Problem]:
    """Two entries are of the same work, and not both name its DOI.

    Title, authors and year agree, and where both entries give volume and pages, those too; or a
    search found one work for both.

    ## Why it matters

    The same work would be printed twice in the list, and counted twice as evidence.

    ## Example

    ```bib bad
    @article{example2020, author = {Example, Dora}, title = {A work that is listed twice},
      journal = {Journal of Examples}, year = {2020}, volume = {7}, pages = {10--19}}
    @article{Example:2020, author = {Example, D.}, title = {A Work That Is Listed Twice.},
      journal = {J. Examples}, year = {2020}}
    ```

    Use instead:

    ```bib good
    @article{example2020, author = {Example, Dora}, title = {A work that is listed twice},
      journal = {Journal of Examples}, year = {2020}, volume = {7}, pages = {10--19}}
    ```
    """
    reference = pair.later.reference
    yield Problem(
        reference.place,
        f"`{reference.key}` is the same work as {_told(pair.first)}",
        key=reference.key,
    )


def _published_twice(case: Case) -> Iterator[Pair]:
    """Entries of a preprint and of what was published of it, whichever comes first."""
    preprints, others = Alike(), Alike()
    told = _related(case.dossiers)
    are_preprints = [_cites_preprint(dossier) for dossier in case.dossiers]
    has_preprints = any(are_preprints)
    for at, dossier in enumerate(case.dossiers):
        traits = traits_of(dossier.reference) if has_preprints else ()
        first: Dossier | None
        if at in told:
            first = case.dossiers[told[at]]
        elif are_preprints[at]:
            first = next((o for o in others.by(traits) if _is_published(o, dossier)), None)
        else:
            first = next((o for o in preprints.by(traits) if _is_published(dossier, o)), None)
        if first:
            yield Pair(first, dossier)
        (preprints if are_preprints[at] else others).add(dossier, traits)


@rule("DOI011", "preprint-and-article", Severity.NOTE, each=_published_twice)
def preprint_and_article(pair: Pair) -> Iterator[Problem]:
    """A preprint and the article that it became are both in the bibliography.

    The registry says so, or title and authors agree.

    ## Why it matters

    It is one study: counted twice, it looks like two.

    ## Example

    ```bib bad
    @article{example2019, author = {Example, Poul}, title = {A study that was posted first},
      journal = {bioRxiv}, year = {2019}}
    @article{example2020, author = {Example, Poul}, title = {A study that was posted first},
      journal = {Journal of Examples}, year = {2020}, volume = {7}, pages = {20--29}}
    ```

    Use instead:

    ```bib good
    @article{example2020, author = {Example, Poul}, title = {A study that was posted first},
      journal = {Journal of Examples}, year = {2020}, volume = {7}, pages = {20--29}}
    ```
    """
    reference = pair.later.reference
    what = "the preprint" if _cites_preprint(pair.later) else "the published form"
    yield Problem(
        reference.place,
        f"`{reference.key}` is {what} of the same work as {_told(pair.first)}",
        key=reference.key,
    )


def _related(dossiers: Sequence[Dossier]) -> dict[int, int]:
    """The later entry to the earlier one, where a record says that they are preprint and published
    form.
    """
    at_doi: dict[Doi, int] = {}
    for at, dossier in enumerate(dossiers):
        for doi in filter(None, (*_named_dois(dossier), _certain_work(dossier))):
            at_doi.setdefault(doi, at)
    told: dict[int, int] = {}
    for at, dossier in enumerate(dossiers):
        work = dossier.work
        for doi in work.related("is-preprint-of", "has-preprint") if work else ():
            other = at_doi.get(doi, at)
            if other != at:
                told.setdefault(max(at, other), min(at, other))
    return told


def _is_repeated(dossier: Dossier, other: Dossier) -> bool:
    both_tell = dossier.doi and other.doi
    return not both_tell and is_same_work(dossier.reference, other.reference)


def _is_published(article: Dossier, preprint: Dossier) -> bool:
    return is_published_from(article.reference, preprint.reference)


def _cites_preprint(dossier: Dossier) -> bool:
    """Whether the entry is of a preprint, as the record of its DOI says or the entry itself."""
    if dossier.found and dossier.work is dossier.found:
        return dossier.found.type == "posted-content"
    return names_preprint(dossier.reference)


def _named_dois(dossier: Dossier) -> tuple[Doi, ...]:
    """The DOI that the entry names, or means for certain, and the one that its work goes by."""
    if dossier.doi:
        work = dossier.work if dossier.work is dossier.found else None
        return (dossier.doi, work.doi) if work else (dossier.doi,)
    is_repaired = isinstance(dossier.reading, MalformedDoi)
    return (certain,) if is_repaired and (certain := _certain_work(dossier)) else ()


def _certain_work(dossier: Dossier) -> Doi | None:
    """The DOI that the work of the entry is registered under, where there is no doubt."""
    if dossier.doi:
        return dossier.work.doi if dossier.work else None
    proposal = dossier.proposal
    return proposal.work.doi if proposal and proposal.confidence is Confidence.HIGH else None


def _told(dossier: Dossier) -> str:
    """An entry by its key and place, for a message about another one."""
    place = dossier.reference.place
    return f"`{dossier.reference.key}` ({place.file}:{place.line})"
