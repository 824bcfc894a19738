"""From a project to its report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evidence.audit.held_documents import held_documents
from evidence.audit.lookups import look_up
from evidence.audit.resolution import Progress
from evidence.checks.case import Case, Dossier
from evidence.checks.engine import run_rules
from evidence.checks.reading_list import to_read
from evidence.checks.remarks import with_remarks
from evidence.checks.rule import Rule
from evidence.checks.run import is_unchecked
from evidence.checks.standing import stand
from evidence.checks.status import NOT_CHECKED, judge
from evidence.checks.support import SourceSupport
from evidence.checks.table import RULES, select_rules
from evidence.model.outcome import Found
from evidence.model.report import ClaimResult, ReferenceResult, Report, Run, Status
from evidence.model.work import Origin, Via
from evidence.project import Project
from evidence.registries.connect import connect
from evidence.registries.interface import Registries
from evidence.sources.file_names import shown_name
from evidence.sources.texts.kept_files import kept_folder

# The families of the rules that suggest what a wrong DOI was meant to be.
_ON_WRONG_DOIS = frozenset({"DOI", "MET"})
_ON_DOCUMENTS = "CIT"
_ON_SOURCES = "SUP"
_ON_SOURCES_TOO = frozenset({"RUN004", "RUN005"})
_ON_INPUT = frozenset({"CLM010", "CIT012"})
_LED_ASTRAY = frozenset({Status.MALFORMED, Status.UNREGISTERED, Status.ANOTHER_WORK})
_SOURCES = ("crossref", "datacite", "cache", "snapshot")


def check(
    project: Project,
    registries: Registries | None = None,
    *,
    select: Sequence[str] | str = (),
    ignore: Sequence[str] | str = (),
    cache_dir: Path | str | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Look up every reference of the project, read the texts of the cited works, run the rules.

    `select` and `ignore` are codes, beginnings of codes or names of rules; `select` replaces the
    project's own selection, `ignore` adds to it. Without `registries` the services that the
    project's settings name are asked. `cache_dir` is the folder where what was drawn from texts is
    kept (and, without `registries`, their answers); without it nothing is kept. What a registry
    answers, or fails to answer, stands in the report. Raises InputError for a code that no rule
    has, and for a file with synonyms or a lock that cannot be used.
    """
    settings = project.settings
    chosen, passed_over = _codes(select), _codes(ignore)
    rules = select_rules(chosen or settings.select, (*settings.ignore, *passed_over))
    kept = kept_folder(cache_dir) if cache_dir else None
    if registries is not None:
        return _audit(project, registries, rules, kept, progress)
    with connect(
        mailto=settings.mailto,
        crossref_url=settings.crossref_url,
        doi_url=settings.doi_url,
        datacite_url=settings.datacite_url,
        europe_pmc=settings.europe_pmc,
        europe_pmc_url=settings.europe_pmc_url,
        snapshot=settings.snapshot,
        cache_dir=cache_dir,
    ) as opened:
        return _audit(project, opened, rules, kept, progress)


def _codes(given: Sequence[str] | str) -> Sequence[str]:
    """One code is a sequence of one, not of its letters."""
    return (given,) if isinstance(given, str) else given


def _audit(
    project: Project,
    registries: Registries,
    rules: Sequence[Rule[Any]],
    kept: Path | None,
    progress: Progress,
) -> Report:
    started = datetime.now(UTC)
    reads = any(rule.family == _ON_DOCUMENTS for rule in rules)
    held, unreadable = held_documents(project, progress) if reads else ((), ())
    repairs = any(rule.family in _ON_WRONG_DOIS for rule in rules)
    dossiers = look_up(project.bibliography.references, registries, progress, repairs=repairs)
    references = _judge(project, dossiers)
    support = _support(project, references, registries, rules, kept, progress)
    claims = _with_steps(
        with_remarks(stand(project.claims, references, support.claims), support.claims, held),
        shown_name(project.settings.sources),
    )
    case = Case(
        bibliography=project.bibliography,
        claims=project.claims,
        dossiers=dossiers,
        references=references,
        claim_results=claims,
        ignores=project.bibliography.ignores + project.claims.ignores,
        held=held,
        unreadable=unreadable,
        supported=support.claims,
        unreadable_sources=support.unreadable,
        other_work_texts=support.of_other_works,
        unused_sources=support.unused,
    )
    unusable = bool(project.claims.problems or unreadable)
    # What could not be read is named, whichever rules were chosen.
    told = tuple(rule for rule in RULES if rule.code in _ON_INPUT and rule not in rules)
    return Report(
        run=Run(
            references=len(references),
            claims=len(claims),
            rules=len(rules),
            unchecked=sum(result.status in _unchecked(rules) for result in references)
            + sum(is_unchecked(line) for claim in claims for line in claim.lines),
            requests=registries.requests(),
            source=_source(dossiers),
            started=started,
        ),
        references=references,
        claims=claims,
        findings=run_rules((*rules, *told) if unusable else rules, case),
        documents=project.claims.documents,
        unusable=unusable,
    )


def _support(
    project: Project,
    references: Sequence[ReferenceResult],
    registries: Registries,
    rules: Sequence[Rule[Any]],
    kept: Path | None,
    progress: Progress,
) -> SourceSupport:
    """What the texts of the works say, where a rule looks at them and a claim names a work."""
    is_asked = any(rule.family == _ON_SOURCES or rule.code in _ON_SOURCES_TOO for rule in rules)
    if not is_asked or not any(claim.evidence for claim in project.claims.claims):
        return SourceSupport()
    from evidence.audit.source_support import source_support

    return source_support(project, references, registries, kept=kept, progress=progress)


def _with_steps(claims: Iterable[ClaimResult], sources: str) -> tuple[ClaimResult, ...]:
    """The claims with what a reviewer has to read next."""
    return tuple(replace(claim, to_read=to_read(claim, sources=sources)) for claim in claims)


def _unchecked(rules: Sequence[Rule[Any]]) -> frozenset[Status]:
    """The statuses that leave something open.

    Where only the updates of works are looked at, that of a work to which no DOI leads is open.
    """
    families = {rule.family for rule in rules}
    watches_only = "UPD" in families and not families & _ON_WRONG_DOIS
    return NOT_CHECKED | _LED_ASTRAY if watches_only else NOT_CHECKED


def _judge(project: Project, dossiers: Iterable[Dossier]) -> tuple[ReferenceResult, ...]:
    citing: dict[str, list[str]] = {}
    for claim in project.claims.claims:
        for line in claim.evidence:
            citing.setdefault(line.reference, []).append(claim.id)
    return tuple(
        judge(dossier, tuple(dict.fromkeys(citing.get(dossier.reference.key, ()))))
        for dossier in dossiers
    )


def _source(dossiers: Iterable[Dossier]) -> str:
    """Where the works came from: several sources joined by `+`, `none` when there was no work."""
    works = [d.outcome.work for d in dossiers if isinstance(d.outcome, Found)]
    works += [d.proposal.work for d in dossiers if d.proposal]
    sources = {_source_of(work.origin) for work in works}
    return "+".join(name for name in _SOURCES if name in sources) or "none"


def _source_of(origin: Origin) -> str:
    """The registry that was asked in this run, else where its record was kept."""
    return origin.registry.lower() if origin.via is Via.NETWORK else origin.via
