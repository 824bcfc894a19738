"""RUN: the run itself: what it could not check, and what it was told to pass over."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from evidence.checks.case import Case, whole_case
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport
from evidence.matching.file_keys import meant_key
from evidence.model.anchor import AnchorState, CellState
from evidence.model.finding import Severity
from evidence.model.ignore import Ignore
from evidence.model.place import Place
from evidence.model.report import LineResult, ReferenceResult, Status
from evidence.model.source_text import Depth
from evidence.sources.texts.file_stems import file_stem

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


@rule("RUN004", "anchor-not-checked", Severity.NOTE, each=whole_case)
def anchor_not_checked(case: Case) -> Iterator[Problem]:
    """Some quotes or table cells could not be looked for.

    No text of the work was at hand, or only its abstract, which need not hold them. That is neither
    good nor bad: nothing is known. A run with nothing worse exits with 3, with `--allow-unchecked`
    with 0. There is one finding for each work.

    ## Why it matters

    A quote that nobody looked for looks the same as one that was found.

    ## Example

    Without a text of `ardini2016`:

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in mice.
        evidence: [{reference: ardini2016, quote: All tumours regressed in treated mice.}]
    ```

    Put the text into the folder `sources`, named after the key: `sources/ardini2016.pdf`.
    """
    by_key: defaultdict[str, list[LineSupport]] = defaultdict(list)
    for claim in case.supported:
        for each in claim.lines:
            if is_unchecked(each):
                by_key[each.line.reference].append(each)
    for key, lines in by_key.items():
        reasons = (each.reason for line in lines for each in (line.anchor, line.cell) if each)
        reason = next((f" ({each})" for each in reasons if each), "")
        count = (
            "1 quote or table cell" if len(lines) == 1 else f"{len(lines)} quotes or table cells"
        )
        yield Problem(
            lines[0].line.place,
            f"{count} of `{key}` could not be looked for{reason}{_advice(key, lines)}",
            key=key,
        )


def _advice(key: str, lines: Sequence[LineSupport]) -> str:
    """What is to be done where the text is not there; nothing can be where it cannot be used."""
    if any(line.depth is Depth.FULL_TEXT for line in lines):
        return ""
    return f": put its full text, as `{file_stem(key)}.pdf`, into the folder of sources"


def is_unchecked(line: LineSupport | LineResult) -> bool:
    """Whether a quote or a table cell of the line could not be looked for."""
    is_quote = line.anchor is not None and line.anchor.state is AnchorState.UNCHECKED
    return is_quote or (line.cell is not None and line.cell.state is CellState.UNCHECKED)


def _whole_reason(result: ReferenceResult) -> str:
    """Why nothing is known: for a record made by hand, why no registry's record was at hand."""
    asked = result.work.origin.instead_of if result.work else ""
    return f"{result.reason}; Crossref: {asked}" if asked else result.reason


def _unused_ignores(case: Case) -> Iterator[tuple[Ignore, bool]]:
    """The ignores that silenced nothing, and whether there is such a rule."""
    for ignore in case.unused_ignores:
        yield ignore, ignore.code in case.rule_codes


@rule("RUN002", "unused-ignore", Severity.WARNING, each=_unused_ignores)
def unused_ignore(told: tuple[Ignore, bool]) -> Iterator[Problem]:
    """An ignore silences nothing, or names a rule that does not exist.

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
    ignore, is_known = told
    why = "there is nothing to ignore" if is_known else "no rule has this code"
    yield Problem(
        ignore.place,
        f"`{ignore.code}` is ignored here, and {why}",
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


@rule("RUN005", "unused-source", Severity.NOTE, each=whole_case)
def unused_source(case: Case) -> Iterator[Problem]:
    """Files in the folder of the texts belong to no entry.

    A text is called as the key of its entry, in the same letters, with the suffix of its format:
    `ardini2016.pdf`. Hidden files, folders, bibliographies and a README are passed over.

    ## Why it matters

    Somebody put the text there to be read, and nothing says that it was not.

    ## Example

    ```yaml given
    schema: evidence/claims/1
    claims: [{id: regression, text: Tumours regressed in mice., evidence: [ardini2016]}]
    ```

    ```text Ardini2016 bad
    In mice that were given entrectinib, all tumours regressed.
    ```

    Name it after the key:

    ```text ardini2016 good
    In mice that were given entrectinib, all tumours regressed.
    ```
    """
    files = case.unused_sources
    if not files:
        return
    keys = [entry.key for entry in case.bibliography.references]
    shown = [_with_key(file, meant_key(file, keys)) for file in files[:_MOST_KEYS]]
    more = f" and {len(files) - _MOST_KEYS} more" if len(files) > _MOST_KEYS else ""
    count = "1 file belongs" if len(files) == 1 else f"{len(files)} files belong"
    yield Problem(
        Place(files[0]),
        f"{count} to no entry, expected the name of a file to be a key with the suffix of a format "
        f"that is read: {', '.join(shown)}{more}",
    )


def _with_key(file: str, key: str) -> str:
    name = file.rpartition("/")[2]
    return f"`{name}` (meant for `{key}`?)" if key else f"`{name}`"
