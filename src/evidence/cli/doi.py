"""`evidence doi`: what a DOI is, or what is wrong with it and what may have been meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.options import Services, service_options
from evidence.reports.wording import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_SHOWN = 5


@click.command(
    epilog="""\b
Exit codes: 0 all are registered, 1 one is not or is no DOI,
2 wrong use, 3 something could not be looked up.

\b
Examples:
  evidence doi 10.1093/annonc/mdy424.017
  evidence doi 10.48550/arXiv.1706.03762 10/gf4gqc
  evidence doi "https://doi.org/410.1093/annonc/mdy1424.1017"
""",
)
@click.argument("dois", metavar="DOI...", nargs=-1, required=True)
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@service_options
def doi(dois: tuple[str, ...], format: str, **services: Any) -> int:
    """Explain DOIs: what each one is, what is wrong with it, what it may have been meant to be."""
    with Services(**services).open(evidence.find_settings()) as registries:
        explanations = evidence.explain_dois(dois, registries)
    if format == "json":
        data = {"schema": "evidence/doi/1", "dois": [_as_json(e) for e in explanations]}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join("\n".join(map(_visible, _lines(e))) for e in explanations))
    return _exit_code(explanations)


def _lines(explanation: evidence.Explanation) -> Iterator[str]:
    """What a person should read about one DOI."""
    yield explanation.written
    reason = f": {explanation.reason}" if explanation.reason else ""
    yield f"  {explanation.verdict}{reason}"
    if explanation.doi and explanation.doi.name != explanation.written:
        yield f"  normal form {explanation.doi}"
    if explanation.stands_for:
        yield f"  stands for {explanation.stands_for}"
    if explanation.work:
        yield f"  {_cite(explanation.work)}"
    if explanation.candidates:
        yield f"  {_count(explanation)}"
    for candidate, work in explanation.known:
        yield f"    {candidate.doi}  {candidate.why}"
        yield f"      {_cite(work)}"
    if explanation.unasked and not explanation.known:
        for candidate in explanation.candidates[:_MOST_SHOWN]:
            yield f"    {candidate.doi}  {candidate.why}; not looked up"


def _visible(line: str) -> str:
    """The line with what a terminal would obey, not show, spelled out."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)


def _count(explanation: evidence.Explanation) -> str:
    """How many guesses there are, how many were found, and how many nobody could be asked for."""
    known, unasked = explanation.known, explanation.unasked
    guesses = len(explanation.candidates)
    found = f"{len(known)} of {guesses} candidates found" if known else f"{guesses} candidates"
    if known:
        found += "; only the title can tell which was meant"
    elif not unasked:
        return f"none of {guesses} candidates was found"
    if unasked:
        found += f"; {len(unasked)} not looked up ({next(iter(unasked.values()))})"
    return f"{found}:"


def _cite(work: evidence.Work) -> str:
    """A work in one line, with who vouches for it."""
    author = work.authors[0].family if work.authors else ""
    others = " et al." if len(work.authors) > 1 else ""
    parts = (f"{author}{others}", f"“{work.title}”", work.venue, str(work.year or ""))
    origin = work.origin
    whose = "hand-made record" if origin.hand_made else f"{origin.registry}, via {origin.via}"
    fate = f"{WITHDRAWN.upper()}: " if work.is_withdrawn else ""
    return f"{fate}{', '.join(part for part in parts if part)} [{whose}]"


def _as_json(explanation: evidence.Explanation) -> dict[str, Any]:
    known = {candidate.doi: work for candidate, work in explanation.known}
    return {
        "written": explanation.written,
        "doi": explanation.doi.name if explanation.doi else None,
        "status": explanation.verdict,
        "reason": explanation.reason,
        "stands_for": explanation.stands_for.name if explanation.stands_for else None,
        **_work_as_json(explanation.work),
        "candidates": [
            {
                "doi": candidate.doi.name,
                "why": candidate.why,
                "looked_up": candidate.doi not in explanation.unasked,
                **_work_as_json(known.get(candidate.doi)),
            }
            for candidate in explanation.candidates
        ],
    }


def _work_as_json(work: evidence.Work | None) -> dict[str, Any]:
    """What is told of a work: its title, who vouches for it, and whether it was retracted."""
    return {
        "title": work.title if work else None,
        "registry": work.origin.registry if work else None,
        "hand_made": work.origin.hand_made if work else None,
        "retracted": work.is_withdrawn if work else None,
    }


def _exit_code(explanations: Sequence[evidence.Explanation]) -> int:
    """As for `check`: what is wrong weighs more than what is not known."""
    verdicts = {str(explanation.verdict) for explanation in explanations}
    if verdicts & {"malformed", "unregistered"}:
        return 1
    return 3 if "unchecked" in verdicts else 0
