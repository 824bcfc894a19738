"""What the DOI in a reference string leads to, in the light of what else the string says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence.audit.explanation import Explanation, Verdict, explain_dois
from evidence.matching.citation_agreement import Agreement, agree
from evidence.matching.citation_string import CitationString
from evidence.matching.text import shortened
from evidence.model.work import Work
from evidence.registries.interface import Registries

_NOTHING: Final = Agreement()


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a DOI leads: to the `work` of the string, or nowhere, and `remark` says why not.

    `agreement` is that of the string with the work; `is_repaired` says that the DOI had to be
    changed. `suggested` are works that a DOI without any description may have meant; `unknown` is
    why nothing can be said of the DOI.
    """

    work: Work | None = None
    agreement: Agreement = _NOTHING
    is_repaired: bool = False
    remark: str = ""
    suggested: tuple[Work, ...] = ()
    unknown: str = ""


def follow_dois(
    citations: Sequence[CitationString], registries: Registries
) -> dict[CitationString, Lead]:
    """Where the DOI of each string leads; strings that describe a work and name none are left out.

    Where a string describes nothing, all that is written should be a DOI.
    """
    written = {c: c.doi if c.describes else c.unnumbered for c in citations}
    written = {citation: text for citation, text in written.items() if text}
    explained = explain_dois(written.values(), registries)
    return {c: _lead(c, each) for c, each in zip(written, explained, strict=True)}


def _lead(citation: CitationString, explanation: Explanation) -> Lead:
    if explanation.work:
        return _agreeing(citation, explanation.work)
    written, reason = f"`{explanation.written}`", explanation.reason
    if explanation.verdict in (Verdict.UNCHECKED, Verdict.OTHER_AGENCY):
        remark = f"{written} cannot be compared: {reason}" if citation.describes else ""
        return Lead(remark=remark, unknown=reason)
    flaw = "is not a DOI" if explanation.verdict is Verdict.MALFORMED else "leads nowhere"
    return _repaired(citation, Lead(remark=f"{written} {flaw}: {reason}"), explanation)


def _agreeing(citation: CitationString, work: Work) -> Lead:
    """The work of a DOI, unless the string describes another one."""
    agreement = agree(citation, work)
    if citation.describes and agreement.contradicts:
        title = shortened(work.title) or work.doi.name
        return Lead(remark=f"`{work.doi}` is the DOI of another work, `{title}`")
    if work.origin.hand_made:
        return Lead(suggested=(work,), unknown="a record made by hand is no registry's")
    return Lead(work, agreement)


def _repaired(citation: CitationString, lead: Lead, explanation: Explanation) -> Lead:
    """The work of the first guess that the string describes; without a description nothing can
    tell which guess is right.
    """
    known = [(guess, work) for guess, work in explanation.known if not work.origin.hand_made]
    if not citation.describes:
        unasked = "" if known else next(iter(explanation.unasked.values()), "")
        return replace(lead, suggested=tuple(work for _, work in known), unknown=unasked)
    for guess, work in known:
        agreement = agree(citation, work)
        if agreement.identifies:
            remark = f"{lead.remark}; read {guess.why}"
            return Lead(work, agreement, is_repaired=True, remark=remark)
    return lead
