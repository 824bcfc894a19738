"""UPD, part two: another record than the cited one is the one to look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.checks.case import Case, Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.matching.text import letters
from evidence.matching.versions import Version, version_of
from evidence.model.doi import Doi
from evidence.model.finding import Severity
from evidence.model.work import Work

# How DOIs number their versions: `…/v2`, `….v2`, `…_v2`, `…-v2`, and `….2` (F1000, ESS Open).
_NUMBERED = re.compile(r"(.+?)(?:[-._/]v(\d+)|\.(\d{1,2}))")
# ChemRxiv and Cambridge Open Engage begin to count with the second version. Elsewhere a DOI without
# a number stands for all versions together (OSF, Zenodo).
_FIRST_UNNUMBERED = frozenset({"10.26434", "10.33774"})


_NEW_VERSIONS = frozenset({"new-version", "new-edition"})


@dataclass(frozen=True, slots=True)
class Successor:
    """The work of a reference, and the DOI of what came of it."""

    dossier: Dossier
    doi: Doi


def _published_versions(case: Case) -> Iterator[Successor]:
    """The cited preprints that were published; those whose published version is cited too are not
    among them.
    """
    cited = _cited(case)
    for dossier in case.dossiers:
        published = _published_as(dossier)
        if published and cited.isdisjoint(published):
            yield Successor(dossier, published[0])


def _newer_versions(case: Case) -> Iterator[Successor]:
    """The cited works of which there is a newer version that is not cited too."""
    cited = _cited(case)
    for dossier in case.dossiers:
        newer = _newest_version(dossier.work) if dossier.work else None
        if newer and newer not in cited:
            yield Successor(dossier, newer)


@rule("UPD005", "published-version", Severity.WARNING, each=_published_versions)
def published_version(successor: Successor) -> Iterator[Problem]:
    """The entry cites a preprint, and the work was published.

    The record of the preprint says so, or a search for an entry without a DOI found the published
    work. Nothing is said where the published version is in the bibliography as well.

    ## Why it matters

    The published version was reviewed, and may say something else. Journals ask for it.

    ## Example

    ```bib bad
    @article{preprint2019,
      author  = {Example, Pia},
      title   = {A preprint that was published},
      journal = {bioRxiv},
      year    = {2019},
      doi     = {10.1234/preprint},
    }
    ```

    Use instead:

    ```bib good
    @article{published2020,
      author  = {Example, Pia},
      title   = {A preprint that was published},
      journal = {Journal of Examples},
      year    = {2020},
      doi     = {10.1234/published},
    }
    ```
    """
    reference = successor.dossier.reference
    yield Problem(
        successor.dossier.doi_place,
        f"`{reference.key}` cites a preprint that was published as `{successor.doi}`",
        key=reference.key,
        expected=successor.doi.name,
    )


@rule("UPD006", "newer-version", Severity.NOTE, each=_newer_versions)
def newer_version(successor: Successor) -> Iterator[Problem]:
    """There is a newer version of the cited work.

    Nothing is said where the newer version is in the bibliography as well.

    ## Why it matters

    What the text says of the work may no longer stand in it.

    ## Example

    ```bib bad
    @misc{versions2021,
      author = {Example, Vera},
      title  = {A work in two versions},
      year   = {2021},
      doi    = {10.1234/versions.v1},
    }
    ```

    Use instead:

    ```bib good
    @misc{versions2022,
      author = {Example, Vera},
      title  = {A work in two versions},
      year   = {2022},
      doi    = {10.1234/versions.v2},
    }
    ```
    """
    reference = successor.dossier.reference
    yield Problem(
        successor.dossier.doi_place,
        f"`{reference.key}` cites a work of which there is a newer version, `{successor.doi}`",
        key=reference.key,
        expected=successor.doi.name,
    )


@rule("UPD007", "cited-notice", Severity.ERROR, each=each_dossier)
def cited_notice(dossier: Dossier) -> Iterator[Problem]:
    """The DOI is that of the notice which takes back the work that the entry describes.

    ## Why it matters

    The work itself was retracted, and its entry hides that: the notice's record looks sound.

    ## Example

    ```bib bad
    @article{example2015,
      author = {Example, Rita},
      title  = {A work that was retracted},
      year   = {2016},
      doi    = {10.1234/retracted.notice},
    }
    ```

    Cite the notice by its own title, or the work by its own DOI:

    ```bib good
    @article{retraction2016,
      author = {Example, Rita},
      title  = {Retraction: A work that was retracted},
      year   = {2016},
      doi    = {10.1234/retracted.notice},
    }
    ```
    """
    notice, title = dossier.found, letters(dossier.reference.title)
    if notice is None or not notice.takes_back or not title:
        return
    if title != letters(notice.title) and title in letters(notice.title):
        taken_back = notice.takes_back[0]
        yield Problem(
            dossier.doi_field.place,
            f"`{notice.doi}` is the notice that takes back the work, which is `{taken_back}`",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
            found=notice.doi.name,
            expected=taken_back.name,
        )


def _cited(case: Case) -> set[Doi]:
    """The DOIs that entries name, and those of the works that they are about."""
    cited = {dossier.doi for dossier in case.dossiers if dossier.doi}
    for dossier in case.dossiers:
        if dossier.work and not _is_another_version(dossier, dossier.work):
            cited.add(dossier.work.doi)
    return cited


def _is_another_version(dossier: Dossier, work: Work) -> bool:
    """Whether a search for a preprint found what was published of it."""
    is_searched = work is not dossier.found
    return is_searched and version_of(dossier.reference, work) is Version.PUBLISHED


def _published_as(dossier: Dossier) -> tuple[Doi, ...]:
    """What was published of the preprint that the entry cites."""
    work = dossier.work
    if work is None:
        return ()
    if _is_another_version(dossier, work):
        return (work.doi,)
    return work.related("is-preprint-of")


def _newest_version(work: Work) -> Doi | None:
    """The newest version after this one.

    Relations between versions run both ways (each of the 27 versions of 10.21203/rs.3.rs-708548
    has all the others), so only the numbers in their DOIs tell which came later. An update did.
    """
    updates = [u.doi for u in work.updates if u.type in _NEW_VERSIONS and u.doi]
    stem, number = _version(work.doi)
    others = {
        _version(other): other
        for other in (*work.related("has-version", "is-version-of"), *updates)
    }
    later = [other for other in others if number and other[0] == stem and other[1] > number]
    if later:
        return others[max(later)]
    return updates[-1] if updates else None


def _version(doi: Doi) -> tuple[str, int]:
    """What all versions of a work have in common, and the number of this one.

    0 stands for the DOI without a number.
    """
    found = _NUMBERED.fullmatch(doi.name)
    if not found:
        return doi.name, 1 if doi.prefix in _FIRST_UNNUMBERED else 0
    stem, marked, bare = found.groups()
    return stem, int(marked or bare)
