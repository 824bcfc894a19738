"""BIB: the bibliography file itself."""

from collections.abc import Callable, Iterable, Iterator

from evidence.checks.case import Case, Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Severity
from evidence.model.reference import BibProblem


def _problems(kind: str) -> Callable[[Case], Iterable[BibProblem]]:
    """The reader's problems of one kind."""
    return lambda case: (p for p in case.bibliography.problems if p.kind == kind)


def _as_read(problem: BibProblem) -> Iterator[Problem]:
    yield Problem(problem.place, problem.message, key=problem.key, field=problem.field)


@rule("BIB001", "unparsable-block", Severity.ERROR, each=_problems("unparsable"))
def unparsable_block(problem: BibProblem) -> Iterator[Problem]:
    """Part of the bibliography cannot be read.

    ## Why it matters

    LaTeX may read the broken entry in its own way, or skip it without a word; nothing in it could
    be checked here. Entries before and after it were read.

    ## Example

    ```bib bad
    @article{ardini2016,
      title = {Entrectinib, a Pan-TRK, ROS1, and ALK Inhibitor,
      year  = {2016}
    }
    ```

    Use instead:

    ```bib good
    @article{ardini2016,
      author = {Ardini, Elena},
      title  = {Entrectinib, a Pan-TRK, ROS1, and ALK Inhibitor},
      year   = {2016}
    }
    ```
    """
    yield from _as_read(problem)


@rule("BIB002", "duplicate-key", Severity.ERROR, each=_problems("duplicate-key"))
def duplicate_key(problem: BibProblem) -> Iterator[Problem]:
    """Two entries have the same key, so one of them can never be cited.

    ## Why it matters

    A claim that names the key may rest on either work. Only the first entry was checked.

    ## Example

    ```bib bad
    @misc{chen2018, author = {Chen, Y.}, title = {One work}, year = {2018}}
    @misc{chen2018, author = {Chen, Z.}, title = {Another work}, year = {2018}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018a, author = {Chen, Y.}, title = {One work}, year = {2018}}
    @misc{chen2018b, author = {Chen, Z.}, title = {Another work}, year = {2018}}
    ```
    """
    yield from _as_read(problem)


@rule("BIB003", "duplicate-field", Severity.WARNING, each=_problems("duplicate-field"))
def duplicate_field(problem: BibProblem) -> Iterator[Problem]:
    """A field stands twice in one entry.

    ## Why it matters

    BibTeX takes the first, other programs the last: the reader of the text may see a year or a
    DOI that nobody checked. The first one was checked here.

    ## Example

    ```bib bad
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018}, year = {2019}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018}}
    ```
    """
    yield from _as_read(problem)


@rule("BIB004", "undefined-string", Severity.WARNING, each=_problems("undefined-string"))
def undefined_string(problem: BibProblem) -> Iterator[Problem]:
    """A value is a bare word that no `@string` defines.

    ## Why it matters

    BibTeX prints nothing in its place, with a warning that scrolls by. Each such word is reported
    once, where it is first used.

    ## Example

    ```bib bad
    @article{chen2018, author = {Chen, Y.}, title = {A work}, journal = jho, year = 2018}
    ```

    Use instead:

    ```bib good
    @string{jho = {Journal of Hematology & Oncology}}
    @article{chen2018, author = {Chen, Y.}, title = {A work}, journal = jho, year = 2018}
    ```
    """
    yield from _as_read(problem)


@rule("BIB005", "missing-field", Severity.WARNING, each=each_dossier)
def missing_field(dossier: Dossier) -> Iterator[Problem]:
    """An entry lacks its title, its year, or anybody who made it.

    ## Why it matters

    Without them nobody can tell whether a DOI leads to the right work: neither a reader nor
    this program. A work whose own record names nobody (an editorial, an index) needs no author.

    ## Example

    ```bib bad
    @misc{chen2018, title = {Basket trial of TRK inhibitors}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018, author = {Chen, Yiqi}, title = {Basket trial of TRK inhibitors}, year = 2018}
    ```
    """
    reference = dossier.reference
    missing = [
        name
        for name, is_there in (
            ("author", _has_makers(dossier)),
            ("title", reference.title),
            ("year", reference.text("year", "date")),
        )
        if not is_there
    ]
    if missing and reference.type not in _WITHOUT_A_WORK and not reference.field("crossref"):
        yield Problem(
            reference.place,
            f"`{reference.key}` has no {' and no '.join(missing)}",
            key=reference.key,
        )


@rule("BIB007", "undefined-parent", Severity.WARNING, each=_problems("undefined-parent"))
def undefined_parent(problem: BibProblem) -> Iterator[Problem]:
    """An entry takes fields over from another one that is not in the file.

    ## Why it matters

    What the other entry would give, often the book, its editors and the year, is missing in print,
    and could not be checked here. Each missing entry is reported once, where it is first named.

    ## Example

    ```bib bad
    @misc{chi2018, crossref = {trkinhibitors2018}, author = {Chi, P.}, title = {A part of a work},
      year = {2018}}
    ```

    Use instead:

    ```bib good
    @misc{chi2018, crossref = {trkinhibitors2018}, author = {Chi, P.}, title = {A part of a work},
      year = {2018}}
    @misc{trkinhibitors2018, editor = {Chen, Y.}, title = {A work}, year = {2018}}
    ```
    """
    yield from _as_read(problem)


def _has_makers(dossier: Dossier) -> bool:
    """Whether the entry names anybody, or the record of its work names nobody either."""
    reference, work = dossier.reference, dossier.found
    named = reference.authors or reference.editors or reference.text("organization")
    return bool(named) or (work is not None and not work.authors and not work.editors)


_WITHOUT_A_WORK = frozenset({"online", "www", "software", "dataset", "manual"})
