"""RUN: the run itself: what it could not check, and what it was told to pass over."""

from collections import defaultdict
from collections.abc import Iterator

from evidence.checks.case import Case, whole_case
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Severity
from evidence.model.ignore import Ignore
from evidence.model.report import ReferenceResult, Status

_MOST_KEYS = 5


@rule("RUN001", "not-checked", Severity.NOTE, each=whole_case)
def not_checked(case: Case) -> Iterator[Problem]:
    """Some references could not be checked.

    Nobody could be asked about them, or only a record made by hand answered. That is neither good
    nor bad: nothing is known. A run with nothing worse exits with 3, with `--allow-unchecked` with
    0. There is one finding for each reason.

    ## Why it matters

    A list without findings that was never looked up looks the same as a good one.

    ## Example

    ```bib bad
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018},
      doi = {10.1234/unavailable}}
    ```

    There is nothing to mend in the entry: run the check again when the service answers.
    """
    by_reason: defaultdict[str, list[ReferenceResult]] = defaultdict(list)
    for result in case.references:
        if result.status is Status.UNCHECKED:
            by_reason[_whole_reason(result)].append(result)
    for reason, results in by_reason.items():
        keys = [f"`{result.reference.key}`" for result in results]
        listed = ", ".join(keys[:_MOST_KEYS])
        more = f" and {len(keys) - _MOST_KEYS} more" if len(keys) > _MOST_KEYS else ""
        count = "1 reference was" if len(keys) == 1 else f"{len(keys)} references were"
        yield Problem(
            results[0].reference.place,
            f"{count} not checked ({reason}): {listed}{more}",
            key=results[0].reference.key if len(results) == 1 else None,
        )


def _whole_reason(result: ReferenceResult) -> str:
    """Why nothing is known: for a record made by hand, why no registry's record was at hand."""
    asked = result.work.origin.instead_of if result.work else ""
    return f"{result.reason}; Crossref: {asked}" if asked else result.reason


@rule("RUN002", "unused-ignore", Severity.WARNING, each=lambda case: case.unused_ignores)
def unused_ignore(ignore: Ignore) -> Iterator[Problem]:
    """An ignore silences nothing.

    ## Why it matters

    It would silence the next finding of its kind, which nobody has looked at yet.

    ## Example

    ```bib bad
    % evidence: ignore MET003 -- the book was reissued
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018}}
    ```

    Use instead:

    ```bib good
    @misc{chen2018, author = {Chen, Y.}, title = {A work}, year = {2018}}
    ```
    """
    yield Problem(
        ignore.place,
        f"`{ignore.code}` is ignored here, and there is nothing to ignore",
        key=ignore.key,
        claim=ignore.claim,
    )


@rule("RUN003", "ignore-without-reason", Severity.ERROR, each=lambda case: case.ignores)
def ignore_without_reason(ignore: Ignore) -> Iterator[Problem]:
    """An ignore gives no reason, so it counts for nothing.

    ## Why it matters

    The next reader has to find out again why the finding was thought harmless.

    ## Example

    ```bib bad
    % evidence: ignore BIB005
    @misc{chen2018, title = {A work}, year = {2018}}
    ```

    Use instead:

    ```bib good
    % evidence: ignore BIB005 -- published without an author
    @misc{chen2018, title = {A work}, year = {2018}}
    ```
    """
    if not ignore.reason:
        yield Problem(
            ignore.place,
            f"`{ignore.code}` is ignored without a reason: give one, or it counts for nothing",
            key=ignore.key,
            claim=ignore.claim,
        )
