"""SUP: what a person said of an evidence line, and whether it is still about what stands there."""

from collections.abc import Iterator
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.commands import line_command
from evidence.checks.rule import Problem, rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.text import enumerated
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.finding import Severity
from evidence.model.judgement import Judgement, JudgementState

_IN_WORDS: Final = {
    "claim": "the claim",
    "line": "the line's quote, place or role",
    "record": "the record of the work",
    "source": "the text of the work",
    "judgement": "the judgement itself",
}


@rule("SUP026", "stale-judgement", Severity.WARNING, each=each_supported)
def stale_judgement(supported: SupportedClaim) -> Iterator[Problem]:
    """What a person judged has changed since.

    `evidence judge` notes in `evidence.lock` what a judgement was about: the claim (text, values,
    system), the line (quote, page, section, table, role), the work's record, the files with its
    text, and the judgement itself. White space does not count; a record or a text that is not at
    hand is not compared.

    ## Why it matters

    The person said it of other words. A claim that was made stronger after the review, or a work
    that was retracted, would keep its approval.

    ## Example

    When this was judged, the claim was about mice:

    ```json evidence.lock
    {
      "schema": "evidence/lock/1",
      "lines": [
        {"claim": "regression", "reference": "ardini2016", "at": 1,
         "fingerprints": {"claim": "6841ae456b1f2cdc", "line": "29f257e09acbcbfe"},
         "judgement": {"stance": "supports", "by": "A. Reader", "on": "2026-01-31"}}
      ]
    }
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in patients.
        evidence:
          - reference: ardini2016
            stance: supports
            judged: {by: A. Reader, on: 2026-01-31}
    ```

    Read the work again, and judge again (`evidence judge regression ardini2016`), or take the
    change back:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in mice.
        evidence:
          - reference: ardini2016
            stance: supports
            judged: {by: A. Reader, on: 2026-01-31}
    ```
    """
    claim = supported.claim
    for line, judgement in _judged(supported):
        if judgement.state is JudgementState.STALE:
            changed = enumerated([_IN_WORDS[part] for part in judgement.changed])
            verb = "has" if len(judgement.changed) == 1 else "have"
            yield _problem(
                claim,
                line,
                f"{_who(judgement)} judged {_word(judgement)} of `{line.reference}` for "
                f"`{claim.id}`, and {changed} {verb} changed since: read it again, then "
                f"`{_renewal(claim, line)}`",
            )


@rule("SUP027", "adverse-judgement", Severity.WARNING, each=each_supported)
def adverse_judgement(supported: SupportedClaim) -> Iterator[Problem]:
    """A person judged that a work does not support the claim, and it stands there as support.

    That is the `stance` `disputes` or `neutral`, or the `defect` `not-substantiated`,
    `contradicted`, `misquoted` or `irrelevant`. It puts the claim at risk. `partly`,
    `oversimplified` and `indirect` are shown in reports. Once claim or line are rewritten, the
    judgement is stale (SUP026) instead.

    ## Why it matters

    Somebody has read the work. Until the claim, the line or its role is mended, the text cites it
    for what it does not say.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in patients.
        evidence: [{reference: ardini2016, stance: disputes, defect: contradicted}]
    ```

    Say what the work says, or what it is there for:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in patients.
        evidence: [{reference: ardini2016, role: contrary, stance: disputes}]
    ```
    """
    for line, judgement in _judged(supported):
        if line.role.supports and judgement.is_adverse:
            yield _problem(
                supported.claim,
                line,
                f"`{line.reference}` is there to support `{supported.claim.id}`, and "
                f"{_who(judgement)} judged {_word(judgement)}: mend the claim, or give the line "
                "another role",
            )


@rule("SUP028", "unsealed-judgement", Severity.NOTE, each=each_supported)
def unsealed_judgement(supported: SupportedClaim) -> Iterator[Problem]:
    """A judgement was typed by hand, and nobody noted what it was about.

    So it looks, too, once a claim that was judged has got another id, and where the file
    `evidence.lock` was not committed with the claims.

    ## Why it matters

    When the claim or the line changes, nobody will notice that it was judged before. The claim does
    not reach the level `judged` by it.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in mice.
        evidence: [{reference: ardini2016, stance: supports}]
    ```

    `evidence judge regression ardini2016` writes the judgement, and notes in `evidence.lock` what
    it is about:

    ```json evidence.lock
    {
      "schema": "evidence/lock/1",
      "lines": [
        {"claim": "tumours", "reference": "ardini2016", "at": 1,
         "fingerprints": {"claim": "6841ae456b1f2cdc", "line": "29f257e09acbcbfe"},
         "judgement": {"stance": "supports", "by": "A. Reader", "on": "2026-01-31"}}
      ]
    }
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: tumours
        text: Tumours regressed in mice.
        evidence:
          - reference: ardini2016
            stance: supports
            judged: {by: A. Reader, on: 2026-01-31}
    ```
    """
    for line, judgement in _judged(supported):
        if judgement.state is JudgementState.UNSEALED:
            yield _problem(
                supported.claim,
                line,
                f"{_word(judgement)} stands here for `{line.reference}`, and `evidence.lock` has "
                f"no line for it: {_unsealed(judgement)} "
                f"`{_renewal(supported.claim, line)}` notes what is judged",
            )


@rule("SUP029", "changed-source", Severity.WARNING, each=each_supported)
def changed_source(supported: SupportedClaim) -> Iterator[Problem]:
    """The text of a work is another file than when the line was anchored or judged.

    The files' SHA-256 are noted in `evidence.lock`. A text that came to be beside the noted one,
    or one that is not at hand, changes nothing; a line that was judged has a finding of its own
    (SUP026) instead.

    ## Why it matters

    Pages, tables and wording differ between a manuscript and the published version: the quote may
    stand elsewhere, or not any more.

    ## Example

    ```json evidence.lock
    {
      "schema": "evidence/lock/1",
      "lines": [
        {"claim": "regression", "reference": "ardini2016", "at": 1,
         "fingerprints": {"claim": "6841ae456b1f2cdc", "line": "8c85d8d9a0e901c2"},
         "source": {"ardini2016.txt":
           "69794855ce98e6cd5b8be6b102f5a4ee9239cb4cba8a785126b72c27ea277fdc"}}
      ]
    }
    ```

    ```yaml given
    schema: evidence/claims/1
    claims:
      - id: regression
        text: Tumours regressed in mice.
        evidence: [{reference: ardini2016, quote: tumours regressed}]
    ```

    ```text ardini2016 bad
    In treated mice, all tumours regressed within ten days.
    ```

    Look whether the line is right for the new text, then judge it, or put the old text back:

    ```text ardini2016 good
    In treated mice, all tumours regressed.
    ```
    """
    for each in supported.lines:
        if each.noted and not _is_stale(each):
            line = each.line
            yield Problem(
                line.place,
                f"`{each.noted}` is not the text of `{line.reference}` that was read when this "
                "line was anchored or judged: see whether it says the same, then "
                f"`{_renewal(supported.claim, line)}`",
                key=line.reference,
                claim=supported.claim.id,
                found=each.noted,
            )


def _judged(supported: SupportedClaim) -> Iterator[tuple[EvidenceLine, Judgement]]:
    """The lines that a person judged."""
    for each in supported.lines:
        if each.judgement:
            yield each.line, each.judgement


def _is_stale(support: LineSupport) -> bool:
    return support.judgement is not None and support.judgement.state is JudgementState.STALE


def _problem(claim: Claim, line: EvidenceLine, message: str) -> Problem:
    place = line.place_of("stance")
    return Problem(place, message, key=line.reference, claim=claim.id, field="stance")


def _who(judgement: Judgement) -> str:
    told = judgement.judged
    return f"{told.by} ({told.on:%Y-%m-%d})" if told else "a person"


def _word(judgement: Judgement) -> str:
    """The stance, and the defect where there is one."""
    return f"`{judgement.stance}`" + (f" (`{judgement.defect}`)" if judgement.defect else "")


def _renewal(claim: Claim, line: EvidenceLine) -> str:
    """The command that judges the line again."""
    return line_command("judge", claim, line)


def _unsealed(judgement: Judgement) -> str:
    """Why nothing may be noted of it: who judged is written down with the rest by a command."""
    if judgement.judged is None:
        return "it was typed by hand;"
    return "was the claim renamed, the lock not committed, or this typed by hand?"
