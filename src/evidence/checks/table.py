"""The table of rules, written out by hand: a rule that is not here does not exist."""

from collections.abc import Sequence
from typing import Any, Final

from evidence.checks import (
    bib,
    clm,
    clm_structure,
    doi,
    doi_registration,
    met_identity,
    met_location,
    met_notes,
    run,
    upd,
)
from evidence.checks.rule import Rule
from evidence.errors import InputError

RULES: Final[tuple[Rule[Any], ...]] = (
    bib.unparsable_block,
    bib.duplicate_key,
    bib.duplicate_field,
    bib.undefined_string,
    bib.missing_field,
    doi.malformed_doi,
    doi.unregistered_doi,
    doi.cluttered_doi,
    doi.missing_doi,
    doi.no_such_work,
    doi_registration.duplicate_doi,
    doi_registration.alias_doi,
    doi_registration.other_agency,
    met_identity.differing_title,
    met_identity.differing_authors,
    met_identity.differing_year,
    met_identity.neighbouring_year,
    met_location.differing_venue,
    met_location.differing_volume,
    met_location.differing_issue,
    met_location.differing_pages,
    met_notes.differing_type,
    met_identity.another_work,
    met_notes.registry_defect,
    met_notes.noted_difference,
    upd.retracted_work,
    upd.expression_of_concern,
    upd.corrected_work,
    upd.partly_retracted_work,
    clm.unknown_reference,
    clm.uncited_claim,
    clm_structure.duplicate_claim,
    clm_structure.circular_claims,
    clm.unlocated_value,
    clm.background_only,
    clm_structure.unknown_claim,
    clm_structure.unusable_claims,
    run.not_checked,
    run.unused_ignore,
    run.ignore_without_reason,
)


def select_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule[Any], ...]:
    """The rules whose code or name is selected (all, when nothing is) and not ignored.

    A code may be cut short: `MET` stands for the family. Raises InputError for a code that no rule
    has, and when no rule is left.
    """
    selected = {r.code for code in select for r in find_rules(code)} if select else None
    ignored = {r.code for code in ignore for r in find_rules(code)}
    rules = tuple(
        r for r in RULES if (selected is None or r.code in selected) and r.code not in ignored
    )
    if not rules:
        raise InputError("every rule that is selected is also ignored: nothing would be checked")
    return rules


def find_rules(code: str) -> tuple[Rule[Any], ...]:
    """The rules that a code, the beginning of one, or a name stands for.

    Raises InputError when there is none.
    """
    wanted = code.strip()
    found = tuple(
        r
        for r in RULES
        if r.name == wanted.lower() or (wanted and r.code.startswith(wanted.upper()))
    )
    if not found:
        raise InputError(
            f"`{code}` is not the code or name of a rule: `evidence rules` lists them all"
        )
    return found
