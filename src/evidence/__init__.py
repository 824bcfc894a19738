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
    from evidence.audit.engine import check
    from evidence.audit.explanation import Explanation, explain_dois
    from evidence.audit.fixing import fix
    from evidence.audit.identification import Identification, find_works
    from evidence.checks.table import RULES, UPDATE_RULES, find_rules
    from evidence.edits.addition import Addition, add_works, write_addition
    from evidence.edits.bibtex_entry import as_bibtex
    from evidence.edits.fixed import Fixed, write_fixed
    from evidence.errors import EvidenceError, InputError, ServiceError
    from evidence.model.claim import Claim, EvidenceLine
    from evidence.model.doi import Doi
    from evidence.model.finding import Finding, Severity
    from evidence.model.reference import Reference
    from evidence.model.report import Report, Status
    from evidence.model.work import Work
    from evidence.project import Project, load_project
    from evidence.registries.connect import connect
    from evidence.registries.interface import Registries
    from evidence.reports.report import report
    from evidence.sources.settings import Settings, find_settings
    from evidence.wire.cache_info import cache_info, clear_cache

# Where each name lives. They are imported when first used: `evidence --version` needs none.
_HOMES = {
    "RULES": "evidence.checks.table",
    "Addition": "evidence.edits.addition",
    "Claim": "evidence.model.claim",
    "Doi": "evidence.model.doi",
    "EvidenceError": "evidence.errors",
    "EvidenceLine": "evidence.model.claim",
    "Explanation": "evidence.audit.explanation",
    "Finding": "evidence.model.finding",
    "Fixed": "evidence.edits.fixed",
    "Identification": "evidence.audit.identification",
    "InputError": "evidence.errors",
    "Project": "evidence.project",
    "Reference": "evidence.model.reference",
    "Registries": "evidence.registries.interface",
    "Report": "evidence.model.report",
    "ServiceError": "evidence.errors",
    "Settings": "evidence.sources.settings",
    "Severity": "evidence.model.finding",
    "Status": "evidence.model.report",
    "UPDATE_RULES": "evidence.checks.table",
    "Work": "evidence.model.work",
    "add_works": "evidence.edits.addition",
    "as_bibtex": "evidence.edits.bibtex_entry",
    "cache_info": "evidence.wire.cache_info",
    "check": "evidence.audit.engine",
    "clear_cache": "evidence.wire.cache_info",
    "connect": "evidence.registries.connect",
    "explain_dois": "evidence.audit.explanation",
    "find_rules": "evidence.checks.table",
    "find_settings": "evidence.sources.settings",
    "find_works": "evidence.audit.identification",
    "fix": "evidence.audit.fixing",
    "load_project": "evidence.project",
    "report": "evidence.reports.report",
    "write_addition": "evidence.edits.addition",
    "write_fixed": "evidence.edits.fixed",
}

__all__ = [
    "RULES",
    "UPDATE_RULES",
    "Addition",
    "Claim",
    "Doi",
    "EvidenceError",
    "EvidenceLine",
    "Explanation",
    "Finding",
    "Fixed",
    "Identification",
    "InputError",
    "Project",
    "Reference",
    "Registries",
    "Report",
    "ServiceError",
    "Settings",
    "Severity",
    "Status",
    "Work",
    "__version__",
    "add_works",
    "as_bibtex",
    "cache_info",
    "check",
    "clear_cache",
    "connect",
    "explain_dois",
    "find_rules",
    "find_settings",
    "find_works",
    "fix",
    "load_project",
    "report",
    "write_addition",
    "write_fixed",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'evidence' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
