"""`evidence rules`: the table of rules, or one rule's page."""

import click

import evidence


@click.command(
    epilog="""\b
Examples:
  evidence rules
  evidence rules DOI001
  evidence rules malformed-doi
""",
)
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or show the page of one (or of a family: MET)."""
    if code:
        click.echo("\n".join(rule.page() for rule in evidence.find_rules(code)), nl=False)
        return
    longest = max(len(rule.name) for rule in evidence.RULES)
    for rule in evidence.RULES:
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{longest}}  {rule.summary}")
