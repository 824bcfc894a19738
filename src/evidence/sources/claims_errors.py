"""What pydantic finds wrong with a claims file, as sentences with places."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

from pydantic_core import ErrorDetails

from evidence.model.claim import ClaimsProblem
from evidence.model.judgement import Stance
from evidence.sources.claims_schema import (
    RESERVED,
    SCHEMA,
    Claim,
    File,
    Judged,
    Line,
    Number,
    Shape,
    Table,
)
from evidence.sources.yaml_places import Path, YamlFile

_PARTS: Final[dict[str | int, type[Shape]]] = {
    "evidence": Line,
    "values": Number,
    "table": Table,
    "judged": Judged,
}
_EXAMPLES: Final = {
    "evidence": "`evidence: [ardini2016]`",
    "rests_on": "`rests_on: [another-claim]`",
    "documents": "`documents: [text.md]`",
    "ignore": "`ignore: {MET001: reason}`",
    "values": "`values: [{name: IC50, value: 7}]`",
    "table": "`table: {label: Table 1}`",
    "variants": "`variants: [other words]`",
    "judged": "`judged: {by: A. Reader, on: 2026-01-31}`",
}


def problem_of(error: ErrorDetails, around: Path, file: YamlFile) -> ClaimsProblem:
    """The problem behind one validation error; `around` leads to what was validated."""
    path = around + tuple(error["loc"])
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    match error["type"]:
        case "missing":
            expected = f", expected `schema: {SCHEMA}`" if field == "schema" else ""
            return ClaimsProblem(f"`{field}` is missing{expected}", file.place_of(path[:-1]))
        case "extra_forbidden":
            return ClaimsProblem(_unknown_key(path), file.place_of_key(path))
        case "string_pattern_mismatch" if path[-1] == "[key]":
            message = f"`{path[-2]}` is not the code of a rule, expected one such as `MET001`"
            return ClaimsProblem(message, file.place_of_key(path[:-1]))
        case "no_stance":
            key = error["ctx"]["key"]
            known = ", ".join(f"`{stance}`" for stance in Stance)
            message = f"`{key}` stands here without a `stance`, expected one of {known}"
            return ClaimsProblem(message, file.place_of((*path, key)))
        case _:
            return ClaimsProblem(_wrong_value(error, path, field), file.place_of(path))


def _unknown_key(path: Path) -> str:
    key = str(path[-1])
    shape = _shape_at(path[:-1])
    if key in RESERVED.get(shape.__name__, ()):
        return f"`{key}` is reserved for a later version"
    known = [field.alias or name for name, field in shape.model_fields.items()]
    close = get_close_matches(key, known, n=1)
    if close:
        return f"`{key}` is not known here, did you mean `{close[0]}`?"
    return f"`{key}` is not known here, expected one of {_listed(known)}"


def _shape_at(path: Path) -> type[Shape]:
    shape: type[Shape] = Claim if path[:1] == ("claims",) else File
    for part in path[2:]:
        shape = _PARTS.get(part, shape)
    return shape


def _wrong_value(error: ErrorDetails, path: Path, field: str) -> str:
    given, is_member = error["input"], isinstance(path[-1], int)
    what = f"a member of `{field}`" if is_member else f"`{field}`"
    match error["type"]:
        case "string_too_short":
            return f"{what} is empty, expected text"
        case "string_unicode":
            return f"{what} holds half of a surrogate pair, expected whole characters"
        case "string_pattern_mismatch":
            return f"`{given}` is not an id, expected letters, digits and `._:-` only"
        case "no_date" if isinstance(given, str):
            return f"`{given}` is not a date, expected one such as `2026-01-31`"
        case "enum" | "literal_error" if isinstance(given, str):
            allowed = str(error["ctx"]["expected"]).replace("'", "`")
            return f"`{given}` is not known as `{field}`, expected {allowed}"
        case "enum" | "literal_error" | "string_type" | "no_date":
            return f"{what} must be text, not {_kind(given)}"
        case "list_type":
            example = _EXAMPLES.get(field, f"`{field}: [{{id: …, text: …}}]`")
            return f"{what} must be a list, not {_kind(given)}: write {example}"
        case _ if is_member and field == "claims":
            return f"a claim must be a mapping with `id` and `text`, not {_kind(given)}"
        case _ if is_member and field == "evidence":
            return f"{what} must be the key of a reference or a mapping, not {_kind(given)}"
        case _:
            example = "" if is_member else f": write {_EXAMPLES[field]}"
            return f"{what} must be a mapping, not {_kind(given)}{example}"


def _kind(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return "text"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
