"""SUP, the numbers: whether those of a claim are in its quotes, in its sources, and agreed on."""

from collections.abc import Iterator, Sequence

from evidence.checks.case import Case, each_supported, whole_case
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.quantities.claim_quantities import quantities_of
from evidence.matching.quantities.compared import is_stated
from evidence.matching.quantities.conflicting import DOSES, conflicts
from evidence.matching.quantities.periods import PERSON_TIME, StatedPeriods, claimed_periods
from evidence.matching.quantities.quantity import Quantity, Sort, Unstated
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.matching.quantities.slips import slip_of
from evidence.matching.quantities.stated_pool import StatedPool
from evidence.matching.quantities.stated_quantities import cell_quantities
from evidence.model.claim import Claim, Role
from evidence.model.finding import Severity
from evidence.model.source_text import Depth


@rule("SUP010", "unquoted-number", Severity.ERROR, each=each_supported)
def unquoted_number(supported: SupportedClaim) -> Iterator[Problem]:
    """A number of a claim is in none of the quotes and table cells that support it.

    Numbers are compared with their units (`0.1 µM` is `100 nM`), their bounds and both ends of
    their ranges. A number is quoted, too, when it is a quoted one rounded to its own last digit
    (`57 %` for `57.4%`), the percentage of `31 of 54`, the reduction that a hazard ratio means
    (`28 %` for `0.72`), or a word for it (`halved`, `about a third`). A table cell has the unit of
    its row or column.

    Nothing is said of a number that the full text of a supporting work states, in a sentence that
    shares words with the claim or in a table; times, doses and numbers of patients may stand
    anywhere in it. That does not count where the number has the digits of a quoted one that the
    claim does not have, with the decimal point moved or another unit of time (`two months` for `two
    years`). Times without a number (`within a year`,
    `once weekly`, `per patient-year`) are told only where the full texts have others and not these.
    Labels (`phase 2`), years, and words that only count what is listed (`two trials`) are no such
    numbers. Where no line supports a claim, those that give its background count.

    ## Why it matters

    A slipped decimal, another unit or a turned bound is the error that harms, and the quote shows
    it at a glance to those who look.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: response
        text: The tumour shrank in 75 % of the patients.
        evidence:
          - {reference: ardini2016, quote: "The tumour shrank in 57.4% (31/54) of the patients."}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: response
        text: The tumour shrank in 57 % of the patients.
        evidence:
          - {reference: ardini2016, quote: "The tumour shrank in 57.4% (31/54) of the patients."}
    ```
    """
    lines = _bearing(supported)
    quoted = [(each, _quoted(each)) for each in lines if _carries(each)]
    if not quoted:
        return
    claim = supported.claim
    stated = [quantity for _, those in quoted for quantity in those]
    for each in (*_unquoted(claim, stated, lines), *_unquoted_periods(claim, lines)):
        owner = next((line for line, those in quoted if each.nearest in those), quoted[0][0])
        works = ", ".join(dict.fromkeys(f"`{line.line.reference}`" for line, _ in quoted))
        yield Problem(
            claim.place,
            f"no quote or cell of {works} states `{_shown(each.quantity)}`{_nearest(each)}: correct"
            " the claim, or quote the passage that states it",
            key=owner.line.reference,
            claim=claim.id,
            found=_shown(each.quantity),
            expected=_shown(each.nearest) if each.nearest else None,
        )


@rule("SUP011", "unstated-number", Severity.WARNING, each=each_supported)
def unstated_number(supported: SupportedClaim) -> Iterator[Problem]:
    """A number of a claim is nowhere in the full texts of the works that support it.

    It is looked for, as for SUP010, in the sentences and the tables of all of them, where no line
    of the claim has a quote or a table cell. Nothing is said where the full text of one of the
    works is not at hand: it may be there. A number that is only in a figure is not found.

    ## Why it matters

    The number may be a slip of the pen, come from another work, or be computed: then the claim
    should say how.

    ## Example

    ```text ardini2016
    The half-life of the compound was 20 hours in healthy volunteers.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: half-life, text: Its half-life is 200 hours., evidence: [ardini2016]}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: half-life, text: Its half-life is 20 hours., evidence: [ardini2016]}
    ```
    """
    lines = supported.supporting
    if not lines or any(_carries(line) or line.depth is not Depth.FULL_TEXT for line in lines):
        return
    claim = supported.claim
    works = ", ".join(dict.fromkeys(f"`{line.line.reference}`" for line in lines))
    for each in lines[0].unstated:
        if all(_lacks(line, each.quantity) for line in lines):
            yield Problem(
                claim.place,
                f"the full text of {works} does not state `{_shown(each.quantity)}`"
                f"{_nearest(each)}: correct the claim, or say where the number comes from",
                key=lines[0].line.reference,
                claim=claim.id,
                found=_shown(each.quantity),
                expected=_shown(each.nearest) if each.nearest else None,
            )


@rule("SUP012", "conflicting-values", Severity.WARNING, each=whole_case)
def conflicting_values(case: Case) -> Iterator[Problem]:
    """Two claims give different values for the same thing.

    Either their sentences are the same but for the numbers, or they have structured `values` of the
    same name and target and speak of the same otherwise. Claims on other systems, doses, times,
    groups or comparators are not compared; rounding, and a bound or range that leaves room for the
    other value, is no conflict.

    ## Why it matters

    One of them is wrong, or something that tells them apart was left out.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: dose, text: The half-life of the drug was 20 hours., evidence: [ardini2016]}
      - {id: half-life, text: The drug had a half-life of 12 hours., evidence: [ardini2016]}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: fed, text: The half-life of the drug was 20 hours with food., evidence: [ardini2016]}
      - {id: fasted, text: The drug had a half-life of 12 hours., evidence: [ardini2016]}
    ```
    """
    for each in conflicts(case.claims.claims):
        said, other = _shown(each.said), _shown(each.other)
        yield Problem(
            each.later.place,
            f"`{each.later.id}` says `{said}` where `{each.earlier.id}` ({each.earlier.place}) says"
            f" `{other}`: correct one, or say what tells them apart",
            claim=each.later.id,
            found=said,
            expected=other,
        )


def _bearing(supported: SupportedClaim) -> tuple[LineSupport, ...]:
    """The lines that support the claim; those that give its background where none does."""
    background = (each for each in supported.lines if each.line.role is Role.BACKGROUND)
    return supported.supporting or tuple(background)


def _unquoted(
    claim: Claim, stated: Sequence[Quantity], lines: Sequence[LineSupport]
) -> Iterator[Unstated]:
    """The numbers of the claim that the quotes do not state, or of which they have the like where
    the claim seems to have slipped.
    """
    claimed = quantities_of(claim)
    pool = StatedPool(stated)
    for each in claimed:
        slip = slip_of(each, claimed, stated)
        is_quoted = is_stated(each, pool)
        if slip and (each.bound or not is_quoted):
            yield Unstated(each, slip)
        elif not is_quoted and not _is_elsewhere(each, lines):
            nearest = pool.nearest(each)
            if not nearest or _plain(nearest) != _plain(each):
                yield Unstated(each, nearest)


def _unquoted_periods(claim: Claim, lines: Sequence[LineSupport]) -> Iterator[Unstated]:
    """The times without a number that neither the quotes nor the full texts tell."""
    claimed = claimed_periods(claim.text)
    quotes = StatedPeriods(each.line.quote for each in lines) if claimed else None
    for each in claimed:
        if not quotes or quotes.states(each):
            continue
        if all(each_line.depth is Depth.FULL_TEXT for each_line in lines):
            told = (other for line in lines for other in line.unstated if other.quantity == each)
            lacking = tuple(told)
            if len(lacking) == len(lines):
                yield lacking[0]
        elif each.dimension == PERSON_TIME:
            yield from quotes.unstated([each])


def _carries(line: LineSupport) -> bool:
    """Whether the line brings words or a cell in which a number can be looked for."""
    cell = line.line.table.cell if line.line.table else ""
    return bool(line.line.quote or cell or (line.cell and line.cell.text))


def _quoted(line: LineSupport) -> tuple[Quantity, ...]:
    """The quantities of its quote and its cell."""
    found = list(read_quantities(line.line.quote))
    table = line.line.table
    if table:
        told = {table.cell, line.cell.text if line.cell else ""}
        for text in sorted(told):
            found += cell_quantities(text, table.column, table.row)
    return tuple(found)


def _is_elsewhere(quantity: Quantity, lines: Sequence[LineSupport]) -> bool:
    """Whether a full text states what need not be in the quotes."""
    return any(line.depth is Depth.FULL_TEXT and _states(line, quantity) for line in lines)


def _lacks(line: LineSupport, quantity: Quantity) -> bool:
    return any(each.quantity == quantity and not each.is_elsewhere for each in line.unstated)


def _states(line: LineSupport, quantity: Quantity) -> bool:
    """Whether the full text states it where it speaks of the same; anywhere, for what is told once
    for all: times, doses, numbers of patients.
    """
    is_setting = quantity.sort in (Sort.SETTING, Sort.COUNT) or quantity.dimension in DOSES
    if is_setting or not _carries(line):
        return not _lacks(line, quantity)
    return all(each.quantity != quantity for each in line.unstated)


def _shown(quantity: Quantity) -> str:
    return f"{quantity.bound}{quantity.written}"


def _plain(quantity: Quantity) -> str:
    """The quantity as readers see it, however its parts are set."""
    return _shown(quantity).replace(" ", "").replace("–", "-").casefold()


def _nearest(unstated: Unstated) -> str:
    return f"; the nearest is `{_shown(unstated.nearest)}`" if unstated.nearest else ""
