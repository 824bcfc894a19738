"""SUP: the drugs, targets and comparators of a claim, and the works that do not name them."""

from collections.abc import Iterator, Sequence
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.checks.unnamed import (
    bearing,
    exchanged_in,
    in_passing,
    is_anchored_beside,
    is_read,
    is_unrelated,
    lacking,
    named_of,
    unnamed_anywhere,
    unnamed_of,
)
from evidence.matching.names.subjects import Exchanged, Looked, Subject, SubjectKind
from evidence.model.claim import Role
from evidence.model.finding import Severity

_DRUG: Final = SubjectKind.DRUG
_TARGET: Final = SubjectKind.TARGET
_LOOKED_AT: Final = {
    Looked.TITLE: "the title of `{}`",
    Looked.ABSTRACT: "the title and the abstract of `{}`",
    Looked.FULL_TEXT: "the full text of `{}`",
}

_NOT_AT_HAND: Final = {
    Looked.TITLE: ", and no text of it is at hand",
    Looked.ABSTRACT: ", and no more of it is at hand",
}


@rule("SUP013", "unnamed-subject", Severity.WARNING, each=each_supported)
def unnamed_subject(supported: SupportedClaim) -> Iterator[Problem]:
    """The full text of a work does not name the drug or the comparator of the claim.

    A drug is known by the stem of its international name, by a list or by its company's code; names
    that mean the same are built in for a few, and all others come from `synonyms.yaml`. Where a
    claim has several drugs, each work needs to name one of them, and each of them one work. It is
    also told where a quote names another drug, comparator or target in the place of the claim's,
    but not where it says `the drug`; where the only class of drugs, hormone or germ of the claim is
    another one than that of the quote; where a name stands between the same words as another one
    of the quote (`falciparum malaria`, `vivax malaria`), or is another of the same family
    (`interleukin-13`, `interleukin-33`; `type 1`, `type 2`), and no quote has it; and where the
    work is about another drug, and names that of the claim in passing, and no quote does. So it is
    where a quoted work names it only in its introduction or in sentences that cite others, and no
    quote and no other work does. Background, methods and definitions need not name anything, unless
    the claim has no other line.

    ## Why it matters

    The claim says of one drug what was found with another one, or cites another work than it means.

    ## Example

    ```text ardini2016
    Mice with human tumours were given crizotinib or a placebo by mouth. Tumours shrank with
    crizotinib, and grew in the mice that received the placebo. The inhibition of ALK was complete.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: shrinking
        text: Entrectinib inhibits ALK and shrinks tumours in mice.
        evidence: [ardini2016]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: shrinking
        text: Crizotinib inhibits ALK and shrinks tumours in mice.
        evidence: [ardini2016]
    ```
    """
    told_of_claim = unnamed_anywhere(supported)
    passed: list[Subject] = []
    for support in bearing(supported):
        if is_unrelated(support) and not is_anchored_beside(supported, support):
            continue
        missing = lacking(supported, support) if is_read(support) else ()
        others = [each for each in exchanged_in(support) if each.subject not in told_of_claim]
        told: list[str] = []
        if missing:
            told.append(f"{_where(support)} {_names_none(support, missing)}")
        told += map(_instead, others)
        known = (*missing, *passed, *(each.subject for each in others))
        beside = [each for each in in_passing(supported, support) if each not in known]
        passed += beside
        told += map(_beside, beside)
        if told:
            advice = "cite a work on it, or add its other names to the file of synonyms"
            if others or beside:
                advice = "correct the claim or the line"
            message = f"{', and '.join(told)}: {advice}"
            if not missing:
                message = f"`{support.line.reference}`: {message}"
            subjects = missing or [*(each.subject for each in others), *beside][:1]
            yield _problem(supported, support, message, subjects)


@rule("SUP014", "untitled-subject", Severity.NOTE, each=each_supported)
def untitled_subject(supported: SupportedClaim) -> Iterator[Problem]:
    """The title of a work, or title and abstract, do not name the drug of the claim.

    That is all that can be said where the text is not at hand. Nothing is said of a work whose
    title names a drug of the claim or all of its targets. Works cited as background are told of too
    where they stand in a row with others, and then of their full text as well: they may not bear
    what the claim says.

    ## Why it matters

    A work on a class of drugs, or on another drug, is often cited in a row with those that the
    claim rests on.

    ## Example

    ```bib given
    @article{chen2018, author = {Chen, Y.}, title = {A trial of TRK inhibitors}, year = {2018}}
    @article{ardini2016, author = {Ardini, E.}, title = {Entrectinib, an ALK inhibitor},
      year = {2016}}
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: activity
        text: Entrectinib inhibits ALK and TRKA.
        evidence: [chen2018, ardini2016]
    ```

    Put the text of the work into `sources`, or leave the work out:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: activity, text: Entrectinib inhibits ALK and TRKA., evidence: [ardini2016]}
    ```
    """
    for support in supported.lines:
        role = support.line.role
        is_in_row = role is Role.BACKGROUND and len(supported.lines) > 1
        is_short = support.naming.looked in (Looked.TITLE, Looked.ABSTRACT)
        if not (is_in_row or (is_short and role.supports)) or is_unrelated(support):
            continue
        missing = unnamed_of(support, _DRUG, _TARGET)
        if not missing or named_of(support, _DRUG):
            continue
        if named_of(support, _TARGET) and not unnamed_of(support, _TARGET):
            continue
        if named_of(support, _TARGET) and not unnamed_of(support, _DRUG):
            continue
        more = _NOT_AT_HAND.get(support.naming.looked, "")
        message = f"{_where(support)} {_names_none(support, missing)}{more}"
        yield _problem(supported, support, message, missing)


@rule("SUP015", "unrelated-work", Severity.WARNING, each=each_supported)
def unrelated_work(supported: SupportedClaim) -> Iterator[Problem]:
    """A work names neither the drug nor any target of the claim that it should support.

    The whole text was looked through, or the abstract where the claim names both a drug and a
    target. The list of references of the work does not count.

    ## Why it matters

    It is likely another work than the one that was meant: a wrong key, or a wrong number.

    ## Example

    ```text ardini2016
    In this trial of 302 children with asthma, daily budesonide reduced the number of attacks.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: activity, text: Entrectinib inhibits ALK and ROS1., evidence: [ardini2016]}
    ```

    ```text ardini2016 good
    Entrectinib inhibited ALK and ROS1 in the test tube.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: asthma, text: Budesonide prevents attacks of asthma., evidence: [ardini2016]}
    ```
    """
    for support in supported.supporting:
        if is_unrelated(support) and not is_anchored_beside(supported, support):
            missing = unnamed_of(support, _DRUG, _TARGET)
            message = f"{_where(support)} {_names_none(support, missing)}: is it the work meant?"
            yield _problem(supported, support, message, missing)


def _where(support: LineSupport) -> str:
    return _LOOKED_AT[support.naming.looked].format(support.line.reference)


def _names_none(support: LineSupport, missing: Sequence[Subject]) -> str:
    """`does not name A`, `names neither A nor B nor C`."""
    is_two = support.naming.looked is Looked.ABSTRACT
    names = " nor ".join(f"`{each.written}`" for each in missing)
    if len(missing) == 1:
        return f"{'do' if is_two else 'does'} not name {names}"
    return f"{'name' if is_two else 'names'} neither {names}"


def _instead(exchanged: Exchanged) -> str:
    mine, other = f"`{exchanged.subject.written}`", f"`{exchanged.instead}`"
    if exchanged.quote:
        return f"its quote names {other} where the claim has {mine}"
    return f"it is about {other} and names {mine}, of which the claim speaks, in passing only"


def _beside(subject: Subject) -> str:
    return f"it names `{subject.written}` only where it tells of other works, and no quote does"


def _problem(
    supported: SupportedClaim, support: LineSupport, message: str, subjects: Sequence[Subject]
) -> Problem:
    return Problem(
        support.line.place,
        message,
        key=support.line.reference,
        claim=supported.claim.id,
        expected=", ".join(each.written for each in subjects),
    )
