"""Which of a claim's drugs, targets and comparators its works do not name, as far as it matters."""

from collections.abc import Iterator, Sequence

from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.names.subjects import Exchanged, Looked, Subject, SubjectKind

_ABOUT = (SubjectKind.DRUG, SubjectKind.TARGET)
_DRUGS = (SubjectKind.DRUG, SubjectKind.COMPARATOR)


def bearing(supported: SupportedClaim) -> tuple[LineSupport, ...]:
    """The lines that bear the claim: those that support it; where all are background, those of them
    that quote their work.
    """
    quoted = (each for each in supported.lines if _is_quoted(each))
    return supported.supporting or tuple(quoted)


def is_anchored_beside(supported: SupportedClaim, support: LineSupport) -> bool:
    """Whether the line has a quote that its work has, and another line's work names the claim's
    drug or target: then each may bear its own part of the claim.
    """
    others = (each for each in supported.lines if each.line.reference != support.line.reference)
    return _is_quoted(support) and any(named_of(each, *_ABOUT) for each in others)


def _is_quoted(support: LineSupport) -> bool:
    return bool(support.anchor and support.anchor.is_found)


def unnamed_of(support: LineSupport, *kinds: SubjectKind) -> tuple[Subject, ...]:
    """The subjects of these kinds that the work does not name."""
    return tuple(each for each in support.naming.unnamed if each.kind in kinds)


def named_of(support: LineSupport, *kinds: SubjectKind) -> tuple[Subject, ...]:
    """The subjects of these kinds that the work names."""
    return tuple(each for each in support.naming.named if each.kind in kinds)


def is_read(support: LineSupport) -> bool:
    """Whether all of the work was looked through."""
    return support.naming.looked is Looked.FULL_TEXT


def is_unrelated(support: LineSupport) -> bool:
    """Whether the work names nothing of what the claim is about.

    Of an abstract that is only said where the claim names both a drug and a target: an abstract may
    well name one of them by its class alone.
    """
    if not support.line.role.supports or named_of(support, *_ABOUT):
        return False
    if support.naming.looked is Looked.ABSTRACT:
        return all(unnamed_of(support, kind) for kind in _ABOUT)
    return is_read(support) and bool(unnamed_of(support, *_ABOUT))


def lacking(supported: SupportedClaim, support: LineSupport) -> tuple[Subject, ...]:
    """The drugs and comparators of the claim that the full text should name and does not.

    Several drugs may be divided among several works, and a comparator stands in one of them.
    """
    is_beside = is_anchored_beside(supported, support)
    lines = supported.lines if is_beside else bearing(supported)
    others = tuple(each for each in lines if each is not support)
    has_a_drug = is_beside or bool(named_of(support, SubjectKind.DRUG))
    return tuple(
        subject
        for subject in unnamed_of(support, *_DRUGS)
        if (subject.kind is SubjectKind.DRUG and not has_a_drug) or _is_nowhere(subject, others)
    )


def in_passing(supported: SupportedClaim, support: LineSupport) -> tuple[Subject, ...]:
    """What the work names only where it tells of other works, and no other work of the claim names
    on its own account.
    """
    others = [each for each in supported.lines if each.line.reference != support.line.reference]
    return tuple(
        subject
        for subject in support.naming.in_passing
        if all(
            is_read(each) and subject in (*each.naming.unnamed, *each.naming.in_passing)
            for each in others
        )
    )


def exchanged_in(support: LineSupport) -> Iterator[Exchanged]:
    """What the line's quote names instead of what the claim names, where the quote was found, or
    what its work is about instead.
    """
    for each in support.naming.exchanged:
        if not each.quote or (_is_quoted(support) and each.quote == support.line.quote):
            yield each


def unnamed_anywhere(supported: SupportedClaim) -> tuple[Subject, ...]:
    """What the claim names beside drugs and none of its works does, where all of them were read.

    Works that name nothing of it at all are left out.
    """
    lines = bearing(supported)
    related = [each for each in lines if not is_unrelated(each)]
    if not related or not all(map(is_read, lines)):
        return ()
    return tuple(
        subject
        for subject in related[0].naming.unnamed
        if subject.kind not in _DRUGS
        and _is_nowhere(subject, lines if subject.kind is SubjectKind.NAME else related)
    )


def _is_nowhere(subject: Subject, lines: Sequence[LineSupport]) -> bool:
    """Whether all of these works were read and none of them names the subject."""
    return all(is_read(each) and subject in each.naming.unnamed for each in lines)
