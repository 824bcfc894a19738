"""The table of rules, written out by hand: a rule that is not here does not exist."""

from collections.abc import Sequence
from typing import Any, Final

from evidence.checks import (
    bib,
    cit,
    cit_claims,
    cit_lines,
    cit_list,
    clm,
    clm_structure,
    clm_support,
    doi,
    doi_address,
    doi_duplicates,
    doi_registration,
    doi_search,
    met_identity,
    met_location,
    met_notes,
    run,
    sup_bundles,
    sup_judgements,
    sup_kinds,
    sup_limits,
    sup_names,
    sup_numbers,
    sup_places,
    sup_quotes,
    sup_sources,
    sup_species,
    sup_strength,
    sup_systems,
    upd,
    upd_versions,
)
from evidence.checks.rule import Rule
from evidence.errors import InputError

RULES: Final[tuple[Rule[Any], ...]] = (
    bib.unparsable_block,
    bib.duplicate_key,
    bib.duplicate_field,
    bib.undefined_string,
    bib.missing_field,
    bib.undefined_parent,
    doi.malformed_doi,
    doi.unregistered_doi,
    doi.cluttered_doi,
    doi.missing_doi,
    doi_search.no_such_work,
    doi_duplicates.duplicate_doi,
    doi_registration.alias_doi,
    doi_registration.other_agency,
    doi_search.unfound_work,
    doi_duplicates.duplicate_work,
    doi_duplicates.preprint_and_article,
    doi_address.contradicting_url,
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
    upd_versions.published_version,
    upd_versions.newer_version,
    upd_versions.cited_notice,
    clm.unknown_reference,
    clm.uncited_claim,
    clm_structure.duplicate_claim,
    clm_structure.circular_claims,
    clm.unlocated_value,
    clm.background_only,
    clm_structure.unknown_claim,
    clm_support.retracted_evidence,
    clm_support.doubtful_evidence,
    clm_structure.unusable_claims,
    cit.unknown_citation,
    cit.uncited_entry,
    cit.unlisted_citation,
    cit_claims.unclaimed_citation,
    cit_claims.altered_claim,
    cit_claims.reworded_claim,
    cit_claims.absent_claim,
    cit_lines.differing_citation,
    cit_lines.renumbered_list,
    cit_claims.uncited_finding,
    cit_list.uncited_item,
    cit.unreadable_document,
    cit_list.doubled_label,
    sup_quotes.quote_not_found,
    sup_quotes.altered_quote,
    sup_quotes.spliced_quote,
    sup_quotes.cut_quote,
    sup_quotes.ambiguous_quote,
    sup_places.differing_page,
    sup_places.differing_section,
    sup_places.differing_cell,
    sup_places.unfound_cell,
    sup_numbers.unquoted_number,
    sup_numbers.unstated_number,
    sup_numbers.conflicting_values,
    sup_names.unnamed_subject,
    sup_names.untitled_subject,
    sup_names.unrelated_work,
    sup_bundles.broader_claim,
    sup_systems.preclinical_evidence,
    sup_systems.differing_system,
    sup_strength.hedge_lost,
    sup_limits.limit_lost,
    sup_strength.association_as_cause,
    sup_strength.differing_denial,
    sup_strength.differing_way,
    sup_kinds.review_as_evidence,
    sup_kinds.secondary_quote,
    sup_judgements.stale_judgement,
    sup_judgements.adverse_judgement,
    sup_judgements.unsealed_judgement,
    sup_judgements.changed_source,
    sup_sources.unreadable_source,
    sup_bundles.unanchored_member,
    sup_species.differing_species,
    sup_sources.other_work_text,
    sup_limits.part_left_out,
    run.not_checked,
    run.unused_ignore,
    run.ignore_without_reason,
    run.anchor_not_checked,
    run.unused_source,
)

UPDATE_RULES: Final = tuple(
    r.code
    for r in RULES
    if r.family == "UPD"
    or r in (clm_support.retracted_evidence, clm_support.doubtful_evidence, run.not_checked)
)
"""The codes of the rules on what became of the works since the last look, and of what could not be
asked: all that is looked at where nothing else may have changed.
"""


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
