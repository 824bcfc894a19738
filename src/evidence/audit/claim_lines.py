"""One evidence line of a project, found by its claim and its work."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidence.audit.lookups import look_up
from evidence.audit.resolution import Progress
from evidence.checks.case import Dossier
from evidence.checks.commands import link_command
from evidence.checks.status import judge as result_of
from evidence.errors import InputError
from evidence.model.claim import Claim
from evidence.model.report import ReferenceResult
from evidence.project import Project, did_you_mean
from evidence.registries.interface import Registries
from evidence.sources.file_names import shown_name


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """The evidence line with the position `index` of a claim, and what became of its reference.

    Where nobody was asked, the result has no work.
    """

    claim: Claim
    index: int
    result: ReferenceResult


def claim_line(
    project: Project,
    claim: str,
    key: str,
    *,
    at: int | None,
    registries: Registries | None,
    progress: Progress,
) -> ClaimLine:
    """The claim's line for the entry `key`: the only one, or the `at`-th of them, from 1.

    Without `key` the claim must have one line. Without `registries` nobody is asked for the work's
    record. Raises InputError when there is no such claim, line or entry, with those that may have
    been meant.
    """
    found = project.find_claim(claim)
    index = _index(found, key, at)
    name = found.evidence[index].reference
    reference = project.reference(name)
    if reference is None:
        known = did_you_mean(name, (each.key for each in project.bibliography.references))
        message = f"there is no entry `{name}` in `{project.bibliography.file}`{known}"
        raise InputError(message, place=found.evidence[index].place)
    dossier = Dossier(reference)
    if registries is not None:
        [dossier] = look_up([reference], registries, progress)
    return ClaimLine(found, index, result_of(dossier))


def claims_file(project: Project, claim: Claim) -> Path:
    """The file that the claim stands in."""
    return next(each for each in project.settings.claims if shown_name(each) == claim.place.file)


def _index(claim: Claim, key: str, at: int | None) -> int:
    """The position of the line that is meant."""
    keys = [line.reference for line in claim.evidence]
    link = f"`{link_command(claim.id, key)}` adds one"
    if not keys:
        raise InputError(f"`{claim.id}` names no evidence: {link}", place=claim.place)
    if not key and len(set(keys)) > 1:
        raise InputError(f"`{claim.id}` has {len(keys)} lines: name one of {_listed(keys)}")
    key = key or keys[0]
    alike = claim.lines_for(key)
    if not alike:
        known = did_you_mean(key, keys) or f", expected one of {_listed(keys)}"
        message = f"`{claim.id}` has no line for `{key}`{known}"
        raise InputError(f"{message} ({link})", place=claim.place)
    if at is None and len(alike) > 1:
        places = ", ".join(str(line.place) for line in alike)
        message = f"`{claim.id}` has {len(alike)} lines for `{key}`: name one by its number"
        raise InputError(f"{message}, from 1 to {len(alike)} ({places})")
    if at is not None and not 1 <= at <= len(alike):
        count = "1 line" if len(alike) == 1 else f"{len(alike)} lines"
        raise InputError(f"`{claim.id}` has {count} for `{key}`, not {at}", place=claim.place)
    return claim.evidence.index(alike[(at or 1) - 1])


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in dict.fromkeys(keys))
