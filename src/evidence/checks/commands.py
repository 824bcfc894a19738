"""The commands that findings and steps advise, quoted so that a shell takes them as they are."""

from shlex import quote

from evidence.model.claim import Claim, EvidenceLine


def line_command(name: str, claim: Claim, line: EvidenceLine) -> str:
    """`evidence judge CLAIM KEY`, or another command about a line of the claim.

    Of several lines for a work, `--at` says which, from 1.
    """
    several = len(claim.lines_for(line.reference)) > 1
    which = f" --at {claim.number_of(line)}" if several else ""
    return f"evidence {name} {quote(claim.id)} {quote(line.reference)}{which}"


def link_command(claim_id: str, key: str = "") -> str:
    """`evidence link CLAIM KEY`, which adds a line; the word `KEY` where no work is meant yet."""
    return f"evidence link {quote(claim_id)} {quote(key) if key else 'KEY'}"
