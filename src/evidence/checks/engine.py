"""Runs rules over a case, and takes out what a person has accepted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from evidence.checks.case import Case
from evidence.checks.rule import Rule
from evidence.checks.table import RULES
from evidence.model.finding import Finding
from evidence.model.ignore import Ignore


def run_rules(rules: Sequence[Rule[Any]], case: Case) -> tuple[Finding, ...]:
    """Every finding that is not ignored, by file and place.

    The rules on the run itself come last: they speak of the ignores that had nothing to do.
    """
    about_input = [r for r in rules if r.family != "RUN"]
    about_run = [r for r in rules if r.family == "RUN"]
    findings, used = _without_ignored(_run(about_input, case), case.ignores)
    checked = {r.code for r in rules}
    unused = tuple(
        ignore
        for ignore in case.ignores
        if ignore not in used and ignore.reason and _concerns(ignore.code, checked)
    )
    known = frozenset(r.code for r in RULES)
    told = replace(case, unused_ignores=unused, rule_codes=known)
    late, _ = _without_ignored(_run(about_run, told), case.ignores)
    return tuple(sorted(findings + late, key=lambda f: (f.place, f.code)))


def _run(rules: Iterable[Rule[Any]], case: Case) -> list[Finding]:
    return [finding for rule in rules for finding in rule.run(case)]


def _without_ignored(
    findings: Iterable[Finding], ignores: Sequence[Ignore]
) -> tuple[list[Finding], set[Ignore]]:
    """The findings that stand, and the ignores that silenced one of the others."""
    standing: list[Finding] = []
    used: set[Ignore] = set()
    by_subject: defaultdict[tuple[str, str | None], list[Ignore]] = defaultdict(list)
    for ignore in ignores:
        by_subject[ignore.code, ignore.key].append(ignore)
    for finding in findings:
        near = {(finding.code, finding.key), (finding.code, None)}
        silencers = [i for subject in near for i in by_subject[subject] if _silences(i, finding)]
        used.update(silencers)
        if not silencers:
            standing.append(finding)
    return standing, used


def _silences(ignore: Ignore, finding: Finding) -> bool:
    return (
        bool(ignore.reason)
        and (ignore.key is None or ignore.key == finding.key)
        and (ignore.claim is None or ignore.claim == finding.claim)
    )


def _concerns(code: str, checked: set[str]) -> bool:
    """Whether the ignored rule ran, or does not exist; rules on the run itself are left out."""
    is_known = any(rule.code == code for rule in RULES)
    return (code in checked or not is_known) and not code.startswith("RUN")
