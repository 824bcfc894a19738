"""Entries, records, dossiers and claims made by hand, for the tests of the rules."""

from collections.abc import Mapping
from typing import Any

from evidence.checks.case import Case, Dossier, Proposal
from evidence.checks.rule import Rule
from evidence.matching.compare import compare
from evidence.model.claim import Claim, Claims, EvidenceLine, RestsOn, Role, TableCell, Value
from evidence.model.doi_diagnosis import read_doi
from evidence.model.finding import Confidence
from evidence.model.outcome import Found, Outcome
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.model.report import ClaimResult, Level, LineResult, Status
from evidence.model.work import Origin, Via, Work
from evidence.registries.crossref_record import work_from
from evidence.sources.bibtex import parse_bibliography

CROSSREF = Origin("Crossref", Via.NETWORK, None)
HAND_MADE = Origin("Crossref", Via.SNAPSHOT, None, hand_made=True)
DOI = "10.1038/s41571-018-0113-0"
TITLE = "NTRK fusion-positive cancers and TRK inhibitor therapy"

_COCCO = {
    "author": "Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander",
    "title": TITLE,
    "journal": "Nature Reviews Clinical Oncology",
    "year": "2018",
    "volume": "15",
    "number": "12",
    "pages": "731--747",
    "doi": DOI,
}
_RECORD: Mapping[str, object] = {
    "DOI": DOI,
    "type": "journal-article",
    "title": [TITLE],
    "author": [
        {"family": "Cocco", "given": "Emiliano"},
        {"family": "Scaltriti", "given": "Maurizio"},
        {"family": "Drilon", "given": "Alexander"},
    ],
    "container-title": ["Nature Reviews Clinical Oncology"],
    "volume": "15",
    "issue": "12",
    "page": "731-747",
    "published-print": {"date-parts": [[2018, 12]]},
}


def read(text: str) -> Reference:
    """The first entry of a bibliography."""
    return parse_bibliography(text, "references.bib").references[0]


def cocco(kind: str = "article", /, **changes: str | None) -> Reference:
    """A sound entry, with these fields instead; None leaves one out.

    The fields stand one a line from line 2, their values in column 16: author, title, journal,
    year, volume, number, pages, doi (line 9), then what is new.
    """
    fields = (f"  {name:<9} = {{{text}}},\n" for name, text in (_COCCO | changes).items() if text)
    return read(f"@{kind}{{cocco2018,\n{''.join(fields)}}}\n")


def record(changes: Mapping[str, object] | None = None, *, origin: Origin = CROSSREF) -> Work:
    """The sound entry's work, with these members of Crossref's JSON instead."""
    return work_from({**_RECORD, **(changes or {})}, origin)


def dossier(
    reference: Reference | None = None,
    found: Work | Outcome | None = None,
    *,
    proposal: Work | None = None,
    search_reason: str = "",
) -> Dossier:
    """What the look-ups leave behind: the outcome of the entry's DOI, and what else was found."""
    reference = reference or cocco()
    outcome = Found(found) if isinstance(found, Work) else found
    return Dossier(
        reference,
        read_doi(reference.doi_field.text) if reference.doi_field else None,
        outcome,
        compare(reference, outcome.work) if isinstance(outcome, Found) else None,
        proposed(reference, proposal) if proposal else None,
        search_reason=search_reason,
    )


def proposed(reference: Reference, work: Work) -> Proposal:
    """The work as the one that the entry means."""
    return Proposal(work, compare(reference, work), Confidence.HIGH, "found by hand")


def case(*dossiers: Dossier) -> Case:
    """A case about these references alone."""
    return Case(Bibliography("references.bib"), Claims(), dossiers)


def claims_case(*claims: Claim) -> Case:
    """A case about these claims; of their references all but `nobody…` are in the bibliography."""
    return Case(
        Bibliography("references.bib"),
        Claims(claims),
        claim_results=tuple(_result(claim) for claim in claims),
    )


def claim(
    name: str,
    *lines: EvidenceLine,
    rests_on: tuple[str, ...] = (),
    at: int = 3,
    values: tuple[str, ...] = (),
) -> Claim:
    """A claim in line `at` of claims.yaml; its grounds stand four lines below, column 18."""
    return Claim(
        name,
        "A claim.",
        Place("claims.yaml", at, 5),
        values=tuple(Value("IC50", value) for value in values),
        evidence=lines,
        rests_on=tuple(RestsOn(ground, Place("claims.yaml", at + 4, 18)) for ground in rests_on),
    )


def line(
    key: str,
    role: Role = Role.EVIDENCE,
    *,
    at: int = 6,
    page: str = "",
    table: TableCell | None = None,
) -> EvidenceLine:
    """A line of evidence in line `at` of claims.yaml."""
    return EvidenceLine(key, Place("claims.yaml", at, 9), role, page=page, table=table)


def said(rule: Rule[Any], case: Case) -> list[str]:
    """What a rule finds in a case: place, code and message of each finding."""
    return [str(finding) for finding in rule.run(case)]


def _result(claim: Claim) -> ClaimResult:
    lines = (
        LineResult(line, None if line.reference.startswith("nobody") else Status.VERIFIED)
        for line in claim.evidence
    )
    return ClaimResult(claim, Level.LINKED, at_risk=False, broken=False, lines=tuple(lines))
