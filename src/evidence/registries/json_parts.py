"""Parts of a registry's JSON, in which anything may be missing, null or of an odd shape."""

from evidence.model.doi import Doi, parse_bare, read_legal


def part(value: object, name: str) -> object:
    """The member of an object; None where there is no object or no such member."""
    return value.get(name) if isinstance(value, dict) else None


def items(value: object) -> list[object]:
    """The members of a list; a value that should be in a list and stands alone is one too."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def text(value: object) -> str:
    """The text without outer blanks; empty for what is neither text nor a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    # JSON can spell half a surrogate pair, which no output could encode.
    return value.strip().encode(errors="replace").decode() if isinstance(value, str) else ""


def texts(*values: object) -> tuple[str, ...]:
    """The texts of several lists, in order, each once, without empty ones."""
    found = (text(item) for value in values for item in items(value))
    return tuple(dict.fromkeys(filter(None, found)))


def doi_in(value: object) -> Doi | None:
    """The DOI, which some publishers deposit as an address."""
    written = text(value)
    plain = parse_bare(written)
    if plain:
        return plain
    legal = read_legal(written)
    return legal.doi if legal else None
