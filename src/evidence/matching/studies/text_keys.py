"""What a text speaks of, as limits are compared."""

from evidence.matching.studies.clauses import Token, read_clauses
from evidence.matching.studies.cues import Keys, keys_of


def keys_in(text: str) -> Keys:
    """The keys of all clauses of a text."""
    return frozenset[str]().union(*(keys_of(each, skips_none) for each in read_clauses(text)))


def skips_none(_: Token) -> bool:
    """Leaves no word out."""
    return False
