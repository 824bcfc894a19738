"""Every claim of a text, the works that it rests on, and whether they hold.

    >>> import evidence
    >>> evidence.Doi.parse("https://doi.org/10.1158/1535-7163.MCT-15-0758").name
    '10.1158/1535-7163.mct-15-0758'

A project is a folder with `references.bib` and `claims.yaml`. `load_project` reads it, `check`
looks every reference up and says what it found, `report` puts that into a form for readers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from evidence.version import __version__

if TYPE_CHECKING:
    from evidence.audit.anchoring import (
        Anchoring,
        LineToAnchor,
        anchor,
        find_passages,
        write_anchoring,
    )
    from evidence.audit.engine import check
    from evidence.audit.explanation import Explanation, explain_dois
    from evidence.audit.fixing import fix
    from evidence.audit.identification import Identification, find_works
    from evidence.audit.importing import Import, import_document, write_import
    from evidence.audit.judging import (
        Judging,
        judge,
        judge_line,
        write_judging,
    )
    from evidence.audit.line_to_judge import LineToJudge, line_to_judge
    from evidence.audit.whereabouts import Whereabouts, where_is
    from evidence.checks.holding import Holding
    from evidence.checks.table import RULES, UPDATE_RULES, find_rules
    from evidence.edits.addition import Addition, add_works, write_addition
    from evidence.edits.bibtex_entry import as_bibtex
    from evidence.edits.claims.editing import ClaimsEdit, edit_claims, write_claims_edit
    from evidence.edits.claims.line_change import LineChange
    from evidence.edits.claims.linking import Linking, link
    from evidence.edits.claims.new_claim import NewClaim, NewLine
    from evidence.edits.fixed import Fixed, write_fixed
    from evidence.edits.new_project import NewProject, plan_project, write_project
    from evidence.errors import EvidenceError, InputError, ServiceError
    from evidence.matching.anchors.proposal import Proposal
    from evidence.model.claim import Claim, ClaimType, EvidenceLine, Role, System, Value
    from evidence.model.document import Document, Statement
    from evidence.model.doi import Doi
    from evidence.model.finding import Finding, Severity
    from evidence.model.judgement import Defect, Stance
    from evidence.model.reference import Reference
    from evidence.model.report import Report, Status
    from evidence.model.work import Work
    from evidence.project import Project, load_project
    from evidence.registries.connect import connect
    from evidence.registries.interface import Registries
    from evidence.reports.report import report
    from evidence.sources.documents.read import read_document
    from evidence.sources.settings import Settings, find_settings
    from evidence.wire.cache_info import cache_info, clear_cache

# Where each name lives. They are imported when first used: `evidence --version` needs none.
_HOMES = {
    "Addition": "evidence.edits.addition",
    "Anchoring": "evidence.audit.anchoring",
    "Claim": "evidence.model.claim",
    "ClaimType": "evidence.model.claim",
    "ClaimsEdit": "evidence.edits.claims.editing",
    "Defect": "evidence.model.judgement",
    "Document": "evidence.model.document",
    "Doi": "evidence.model.doi",
    "EvidenceError": "evidence.errors",
    "EvidenceLine": "evidence.model.claim",
    "Explanation": "evidence.audit.explanation",
    "Finding": "evidence.model.finding",
    "Fixed": "evidence.edits.fixed",
    "Holding": "evidence.checks.holding",
    "Identification": "evidence.audit.identification",
    "Import": "evidence.audit.importing",
    "InputError": "evidence.errors",
    "Judging": "evidence.audit.judging",
    "LineChange": "evidence.edits.claims.line_change",
    "LineToAnchor": "evidence.audit.anchoring",
    "LineToJudge": "evidence.audit.line_to_judge",
    "Linking": "evidence.edits.claims.linking",
    "NewClaim": "evidence.edits.claims.new_claim",
    "NewLine": "evidence.edits.claims.new_claim",
    "NewProject": "evidence.edits.new_project",
    "Project": "evidence.project",
    "Proposal": "evidence.matching.anchors.proposal",
    "RULES": "evidence.checks.table",
    "Reference": "evidence.model.reference",
    "Registries": "evidence.registries.interface",
    "Report": "evidence.model.report",
    "Role": "evidence.model.claim",
    "ServiceError": "evidence.errors",
    "Settings": "evidence.sources.settings",
    "Severity": "evidence.model.finding",
    "Stance": "evidence.model.judgement",
    "Statement": "evidence.model.document",
    "Status": "evidence.model.report",
    "System": "evidence.model.claim",
    "UPDATE_RULES": "evidence.checks.table",
    "Value": "evidence.model.claim",
    "Whereabouts": "evidence.audit.whereabouts",
    "Work": "evidence.model.work",
    "add_works": "evidence.edits.addition",
    "anchor": "evidence.audit.anchoring",
    "as_bibtex": "evidence.edits.bibtex_entry",
    "cache_info": "evidence.wire.cache_info",
    "check": "evidence.audit.engine",
    "clear_cache": "evidence.wire.cache_info",
    "connect": "evidence.registries.connect",
    "edit_claims": "evidence.edits.claims.editing",
    "explain_dois": "evidence.audit.explanation",
    "find_passages": "evidence.audit.anchoring",
    "find_rules": "evidence.checks.table",
    "find_settings": "evidence.sources.settings",
    "find_works": "evidence.audit.identification",
    "fix": "evidence.audit.fixing",
    "import_document": "evidence.audit.importing",
    "judge": "evidence.audit.judging",
    "judge_line": "evidence.audit.judging",
    "line_to_judge": "evidence.audit.line_to_judge",
    "link": "evidence.edits.claims.linking",
    "load_project": "evidence.project",
    "plan_project": "evidence.edits.new_project",
    "read_document": "evidence.sources.documents.read",
    "report": "evidence.reports.report",
    "where_is": "evidence.audit.whereabouts",
    "write_addition": "evidence.edits.addition",
    "write_anchoring": "evidence.audit.anchoring",
    "write_claims_edit": "evidence.edits.claims.editing",
    "write_fixed": "evidence.edits.fixed",
    "write_import": "evidence.audit.importing",
    "write_judging": "evidence.audit.judging",
    "write_project": "evidence.edits.new_project",
}

__all__ = [
    "RULES",
    "UPDATE_RULES",
    "Addition",
    "Anchoring",
    "Claim",
    "ClaimType",
    "ClaimsEdit",
    "Defect",
    "Document",
    "Doi",
    "EvidenceError",
    "EvidenceLine",
    "Explanation",
    "Finding",
    "Fixed",
    "Holding",
    "Identification",
    "Import",
    "InputError",
    "Judging",
    "LineChange",
    "LineToAnchor",
    "LineToJudge",
    "Linking",
    "NewClaim",
    "NewLine",
    "NewProject",
    "Project",
    "Proposal",
    "Reference",
    "Registries",
    "Report",
    "Role",
    "ServiceError",
    "Settings",
    "Severity",
    "Stance",
    "Statement",
    "Status",
    "System",
    "Value",
    "Whereabouts",
    "Work",
    "__version__",
    "add_works",
    "anchor",
    "as_bibtex",
    "cache_info",
    "check",
    "clear_cache",
    "connect",
    "edit_claims",
    "explain_dois",
    "find_passages",
    "find_rules",
    "find_settings",
    "find_works",
    "fix",
    "import_document",
    "judge",
    "judge_line",
    "line_to_judge",
    "link",
    "load_project",
    "plan_project",
    "read_document",
    "report",
    "where_is",
    "write_addition",
    "write_anchoring",
    "write_claims_edit",
    "write_fixed",
    "write_import",
    "write_judging",
    "write_project",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'evidence' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
