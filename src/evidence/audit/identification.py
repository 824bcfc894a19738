"""From reference strings, as reference lists print them, to the works that they describe.

1. The DOIs in the strings are looked up, and what the malformed and unregistered ones may have been
   meant to be. A work found so must agree with what else the string says.
2. For the strings that have no such work a search is made; several traits of the string must
   support what it finds (`matching.citation_agreement`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidence.audit.citation_leads import Lead, follow_dois
from evidence.audit.resolution import Progress, complete, gather
from evidence.matching.citation_agreement import Agreement, Trait, agree
from evidence.matching.citation_string import CitationString, read_citation
from evidence.matching.text import enumerated, shortened
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registries

# Prefixes under which copies of well-known papers are posted.
_COPIES = frozenset({"10.65215"})
_AS_WELL = 0.5  # a work that is supported by half a trait less than the best fits as well
_ENOUGH_WITH_DOI = 2.0
# A search of the title alone, as for an entry without a DOI, may find what this one does not.
_NOTHING = "no work that agrees was found by its text"


@dataclass(frozen=True, slots=True)
class Identification:
    """The work that a reference string describes, or why there is none.

    `outcome` is Absent where the search answered and nothing agrees, Unavailable where nobody could
    be asked. `confidence` and `why` (what agrees, what does not) speak of the work that was found;
    `remark` of the DOI in the string, where it is malformed or another work's. `others` are works
    that fit as well, or that a DOI alone may have meant.
    """

    written: str
    outcome: Outcome
    confidence: Confidence | None = None
    why: str = ""
    remark: str = ""
    others: tuple[Work, ...] = ()

    @property
    def work(self) -> Work | None:
        """The work, where one was found."""
        return self.outcome.work if isinstance(self.outcome, Found) else None

    @property
    def is_certain(self) -> bool:
        """Whether the work may be taken without asking: there is no doubt, and it has a title."""
        return self.confidence is Confidence.HIGH and bool(self.work and self.work.title)


def find_works(
    texts: Iterable[str],
    registries: Registries,
    *,
    whole: bool = False,
    progress: Progress = lambda *_: None,
) -> tuple[Identification, ...]:
    """The work that each of these reference strings describes, in their order.

    A string may be a DOI and nothing else. `whole` asks for the whole records of the works, as an
    entry needs them: what comes in a list may lack the date of the journal's issue.
    """
    citations = [read_citation(text) for text in ((texts,) if isinstance(texts, str) else texts)]
    leads = follow_dois(citations, registries)
    wanting = (c for c in citations if c.describes and not leads.get(c, Lead()).work)
    asked = list(dict.fromkeys(citation.body for citation in wanting))
    answers: dict[str, tuple[Work, ...] | Unavailable] = {}
    if asked:
        search = registries.search.search(asked)
        answers = gather(search, "searching for works", len(asked), progress)
    found = [_identify(c, leads.get(c, Lead()), answers.get(c.body, ())) for c in citations]
    return tuple(_with_whole_records(found, registries, progress) if whole else found)


def _with_whole_records(
    found: Sequence[Identification], registries: Registries, progress: Progress
) -> Iterator[Identification]:
    """The same, with the whole record in place of one from a list, where it is to be had."""
    partial = (each.work.doi for each in found if each.work and each.work.is_partial)
    told = complete(partial, registries, progress)
    for each in found:
        whole = told.get(each.work.doi) if each.work else None
        is_better = whole is not None and not whole.work.origin.hand_made
        yield replace(each, outcome=whole) if whole and is_better else each


def _identify(
    citation: CitationString, lead: Lead, answer: tuple[Work, ...] | Unavailable
) -> Identification:
    if lead.work:
        return _by_doi(citation, lead, lead.work)
    if not citation.describes:
        return _without_description(citation, lead)
    if isinstance(answer, Unavailable):
        outcome: Outcome = answer
    else:
        best = _best(citation, answer)
        if best:
            return _by_search(citation, lead, best)
        outcome = Unavailable(lead.unknown) if lead.unknown else Absent(_NOTHING)
    return Identification(citation.written, outcome, remark=lead.remark, others=lead.suggested)


def _by_doi(citation: CitationString, lead: Lead, work: Work) -> Identification:
    agreement = lead.agreement
    if not citation.describes:
        confidence, why = Confidence.HIGH, "its DOI, and nothing else to compare"
    else:
        is_sure = agreement.support >= _ENOUGH_WITH_DOI and not agreement.differing
        confidence = Confidence.HIGH if is_sure else Confidence.MEDIUM
        if lead.is_repaired and not agreement.is_complete:
            confidence = Confidence.MEDIUM
        why = f"its DOI; {_why(agreement, work)}"
    return Identification(citation.written, Found(work), confidence, why, lead.remark)


def _without_description(citation: CitationString, lead: Lead) -> Identification:
    """A DOI alone that leads nowhere, or too few words."""
    nothing = Absent("neither a DOI that leads to a work nor words enough to search for one")
    outcome: Outcome = Unavailable(lead.unknown) if lead.unknown else nothing
    return Identification(citation.written, outcome, remark=lead.remark, others=lead.suggested)


def _best(citation: CitationString, works: Sequence[Work]) -> list[tuple[Work, Agreement]]:
    """The works that the string describes, the best supported first."""
    compared = [(work, agree(citation, work)) for work in works]
    fitting = [(work, agreement) for work, agreement in compared if agreement.identifies]
    return sorted(fitting, key=_rank)  # stable: among equals the order of the search


def _rank(pair: tuple[Work, Agreement]) -> tuple[float, int, int, bool]:
    work, agreement = pair
    is_copy = work.doi.prefix in _COPIES
    return -agreement.support, len(agreement.differing), len(agreement.near), is_copy


def _by_search(
    citation: CitationString, lead: Lead, fitting: Sequence[tuple[Work, Agreement]]
) -> Identification:
    work, agreement = fitting[0]
    least = agreement.support - _AS_WELL
    others = tuple(other for other, theirs in fitting[1:] if theirs.support >= least)
    why = _why(agreement, work)
    if others:
        why += "; another work fits as well"
    return Identification(
        citation.written,
        Found(work),
        _confidence(work, agreement, is_alone=not others),
        why,
        lead.remark,
        others,
    )


def _confidence(work: Work, agreement: Agreement, *, is_alone: bool) -> Confidence:
    if not is_alone or agreement.differing or work.doi.prefix in _COPIES:
        return Confidence.LOW
    return Confidence.HIGH if agreement.is_complete else Confidence.MEDIUM


def _why(agreement: Agreement, work: Work) -> str:
    """What agrees, what nearly does, and what does not, with the record's values."""
    agreeing = [str(trait) for trait in agreement.agreeing]
    verb = "agrees" if len(agreeing) == 1 else "agree"
    parts = [f"{enumerated(agreeing)} {verb}" if agreeing else "nothing agrees"]
    near, other = agreement.near, agreement.differing
    parts += [f"{trait} nearly (the record has `{_value(trait, work)}`)" for trait in near]
    parts += [f"not {trait} (the record has `{_value(trait, work)}`)" for trait in other]
    return "; ".join(parts)


def _value(trait: Trait, work: Work) -> str:
    """What the record says of the trait."""
    first = (*work.authors, *work.editors)[:1]
    values = {
        Trait.TITLE: shortened(work.title),
        Trait.AUTHOR: str(first[0]) if first else "",
        Trait.YEAR: str(work.year or ""),
        Trait.VENUE: work.venue,
        Trait.VOLUME: work.volume,
        Trait.PAGES: work.pages or work.article_number,
    }
    return values[trait]
