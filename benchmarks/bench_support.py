"""How many spoilt claims are noticed over the cited works' own texts, and how many sound ones are
called wrong.

Each kind of spoiling makes a project of its own, in which every claim that can be is spoilt in this
way. A spoilt claim is caught when it has a finding of a rule that is made for this kind; findings
of other rules are not counted. `by a note` are those of the caught that have no more than a note. A
sound claim with a warning or an error of the family SUP is a false alarm; notes are counted apart.
All claims were written by people who had not seen the rules; those called new were measured once,
when the rules were done. docs/benchmarks.md tells which sets were read when. Those that were tuned
on are many, and take half an hour: `--all`.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

import evidence
from support_cases import CAUGHT_BY, MADE, PAGE_BREAK, WRITTEN, GoldenClaim, Source, read_cases

_NEW: Final = {"close paraphrase, new to the rules": "close_new"}
_TUNED: Final = {
    "close paraphrase, tuned on": "close_tuned",
    "free paraphrase, tuned on": "free_tuned",
}
_FAMILY: Final = "SUP"
_PERSON: Final = "A. Reader"
_DAY: Final = date(2026, 1, 31)
_AT_ONCE: Final = 40
_ROW: Final = "{:12} {:>7} {:>7} {:>8} {:>10}"
_RULES: Final = "{:8} {:24} {:>7} {:>7} {:>7}"


def main() -> None:
    """Print the new set, with `--all` the others as well; with `-v` what was missed in those, with
    `-vv` in all.
    """
    for title, half in (_NEW | _TUNED if "--all" in sys.argv[1:] else _NEW).items():
        claims = read_cases(half)
        tells = "-vv" in sys.argv[1:] or ("-v" in sys.argv[1:] and half in _TUNED.values())
        fields = len({claim.id.partition("-")[0] for claim in claims})
        print(f"\n## Support, {title}: {len(claims)} claims in {fields} fields\n")
        sound = check([(claim.id, (dict(claim.data),)) for claim in claims], claims)
        caught: Counter[str] = Counter()
        missed = _print_catches(claims, sound, caught)
        alarms = _print_alarms(claims, sound, caught)
        if tells:
            print("\n".join(alarms))
            print("\n".join(missed))


def _print_catches(
    claims: Sequence[GoldenClaim],
    sound: Mapping[str, Sequence[evidence.Finding]],
    by_rule: Counter[str],
) -> list[str]:
    """The table of what was caught, counted by rule as well; what was not, a line each."""
    print(_ROW.format("kind", "spoilt", "caught", "share", "by a note"))
    missed: list[str] = []
    total: Counter[str] = Counter()
    for kind in (*WRITTEN, *MADE):
        made = [(claim.id, parts) for claim in claims if (parts := claim.spoil(kind))]
        found = _checked(made, claims) if kind == "edited" else check(made, claims)
        count = Counter(spoilt=len(made))
        for id, parts in made:
            old = {_key(f) for f in sound.get(id, ())}
            new = [f for each in parts for f in found.get(each["id"], ()) if _key(f) not in old]
            telling = [f for f in new if f.code in CAUGHT_BY[kind]]
            by_rule.update({_rule(f) for f in telling})
            count["caught"] += bool(telling)
            count["noted"] += bool(telling) and not any(map(_weighs, telling))
            if not telling:
                told = ", ".join(sorted({f.code for f in new})) or "nothing"
                missed.append(f"missed {kind}: {id} ({told}): {parts[-1]}")
        print(_row(kind, count))
        total += count
    print(_row("all", total))
    return missed


def _row(kind: str, count: Counter[str]) -> str:
    share = _share(count["caught"], count["spoilt"])
    return _ROW.format(kind, count["spoilt"], count["caught"], share, count["noted"])


def _checked(
    made: Sequence[tuple[str, tuple[dict[str, Any], ...]]], claims: Sequence[GoldenClaim]
) -> dict[str, list[evidence.Finding]]:
    """The findings on claims that were judged before they were spoilt, a few at once: a judgement
    reads its whole project anew.
    """
    found: dict[str, list[evidence.Finding]] = {}
    for at in range(0, len(made), _AT_ONCE):
        batch = made[at : at + _AT_ONCE]
        those = {id for id, _ in batch}
        found |= check(batch, [each for each in claims if each.id in those], sealed=True)
    return found


def _print_alarms(
    claims: Sequence[GoldenClaim],
    sound: Mapping[str, Sequence[evidence.Finding]],
    caught: Counter[str],
) -> list[str]:
    """The table of the rules: in how many spoilt claims each told the slip, on how many sound ones
    it raised an alarm or made a note. The alarms are given back, a line each.
    """
    found = [(id, f) for id, findings in sound.items() for f in findings]
    alarms = Counter(rule for _, rule in {(id, _rule(f)) for id, f in found if _weighs(f)})
    notes = Counter(rule for _, rule in {(id, _rule(f)) for id, f in found if not _weighs(f)})
    alarmed = sum(any(map(_weighs, sound.get(claim.id, ()))) for claim in claims)
    print(f"\nfalse alarms: {alarmed} of {len(claims)} claims ({_share(alarmed, len(claims))})\n")
    print(_RULES.format("rule", "", "caught", "alarms", "notes"))
    for rule in sorted({*caught, *alarms, *notes}):
        counts = (caught[rule], alarms[rule], notes[rule])
        print(_RULES.format(*rule.split(" ", 1), *counts))
    return [
        f"alarm: {each.claim}: {each.code} {each.message}" for _, each in found if _weighs(each)
    ]


def check(
    made: Iterable[tuple[str, tuple[dict[str, Any], ...]]],
    claims: Sequence[GoldenClaim],
    *,
    sealed: bool = False,
) -> dict[str, list[evidence.Finding]]:
    """The findings of the family SUP on each claim of one project, by the claim's id.

    `sealed`: a person judged the sound claims before they were spoilt.
    """
    spoilt = [each for _, parts in made for each in parts]
    sound = {claim.id: claim for claim in claims}
    found: defaultdict[str, list[evidence.Finding]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {key: one for claim in claims for key, one in claim.sources.items()}
        _write_sources(folder, sources)
        if sealed:
            _write_claims(folder, [dict(sound[each["id"]].data) for each in spoilt])
            spoilt = _judged(folder, spoilt)
        _write_claims(folder, spoilt)
        with evidence.connect(offline=True) as registries:
            report = evidence.check(evidence.load_project(folder), registries, select=_FAMILY)
    for finding in report.findings:
        if finding.code.startswith(_FAMILY) and finding.claim:
            found[finding.claim].append(finding)
    return found


def _judged(folder: Path, spoilt: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The spoilt claims with what a person said of their first lines when they were sound."""
    judged = []
    for claim in spoilt:
        project = evidence.load_project(folder)
        key = claim["evidence"][0]["reference"]
        judging = evidence.judge(
            project, claim["id"], key, at=1, stance="supports", by=_PERSON, on=_DAY
        )
        evidence.write_judging(judging)
        first, *others = claim["evidence"]
        word = {"stance": "supports", "judged": {"by": _PERSON, "on": _DAY.isoformat()}}
        judged.append(claim | {"evidence": [first | word, *others]})
    return judged


def _write_sources(folder: Path, sources: Mapping[str, Source]) -> None:
    (folder / "sources").mkdir()
    entries = []
    for key, source in sources.items():
        text = source.text.replace(PAGE_BREAK, "\f")
        (folder / "sources" / f"{key}.txt").write_text(text, "utf-8")
        entries.append(source.entry)
    (folder / "references.bib").write_text("\n".join(entries), "utf-8")


def _write_claims(folder: Path, claims: Sequence[Mapping[str, Any]]) -> None:
    data = {"schema": "evidence/claims/1", "claims": list(claims)}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / "claims.yaml").write_text(text, "utf-8")


def _rule(finding: evidence.Finding) -> str:
    return f"{finding.code} {finding.name}"


def _key(finding: evidence.Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _weighs(finding: evidence.Finding) -> bool:
    return finding.severity is not evidence.Severity.NOTE


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
