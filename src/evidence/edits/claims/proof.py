"""The proof that edits of a claims file changed nothing but what they should."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from evidence.edits.claims.layout import line_texts, value_texts
from evidence.edits.claims.line_change import Value, changed_line
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.errors import InputError
from evidence.model.claim import ClaimsProblem
from evidence.model.place import Place
from evidence.sources.yaml_nodes import compact
from evidence.sources.yaml_places import YamlFile, read_yaml

Data: TypeAlias = dict[str, Any]


def expected_data(
    before: Data,
    claims: Sequence[tuple[int, NewClaim]],
    lines: Mapping[int, Sequence[NewLine]],
    documents: Sequence[str],
    changes: Mapping[int, Mapping[int, Mapping[str, Value]]],
) -> Data:
    """What the file says once it is edited, from what it said.

    The new claims come with the index in the old list before which they go, in the order of the
    file; the lines with the index of their claim; changed values with those of claim and line.
    """
    data = dict(before)
    if documents:
        data["documents"] = [*(data.get("documents") or ()), *documents]
    old = list(data.get("claims") or ())
    for at, added in lines.items():
        told = old[at].get("evidence") or ()
        old[at] = {**old[at], "evidence": [*told, *map(line_texts, added)]}
    for at, by_line in changes.items():
        changed = [
            changed_line(line, by_line[which]) if which in by_line else line
            for which, line in enumerate(old[at]["evidence"])
        ]
        old[at] = {**old[at], "evidence": changed}
    merged: list[Any] = []
    done = 0
    for at, claim in claims:
        merged += [*old[done:at], claim_data(claim)]
        done = at
    if claims or lines or changes:
        data["claims"] = [*merged, *old[done:]]
    return data


def claim_data(claim: NewClaim) -> Data:
    """A new claim as the data of the file."""
    data: Data = {"id": claim.id, "text": claim.text}
    if claim.type:
        data["type"] = claim.type.value
    if claim.system:
        data["system"] = claim.system.value
    if claim.values:
        data["values"] = [value_texts(value) for value in claim.values]
    if claim.lines:
        data["evidence"] = [line_texts(line) for line in claim.lines]
    if claim.rests_on:
        data["rests_on"] = list(claim.rests_on)
    if claim.note.strip():
        data["note"] = claim.note
    return data


def prove(text: str, before: YamlFile, expected: Data) -> None:
    """Raises InputError when `text`, edited from what `before` was read from, does not say this."""
    after = read_yaml(text, before.name)
    is_same = len(after.problems) == len(before.problems)
    if not is_same or _spelt_out(after.data) != _spelt_out(expected):
        raise InputError(
            "the edits would change more than they should, or not be read as they are meant: "
            "nothing is written; please report this, with the file",
            place=Place(before.name),
        )


def prove_sound(problems: Sequence[ClaimsProblem], what: str, name: str) -> None:
    """Raises InputError with the first of the problems of `what`."""
    if problems:
        message = f"{what} cannot be written: {problems[0].message}"
        raise InputError(message, place=Place(name))


def _spelt_out(data: Any) -> Any:
    """The data as it is read: no blanks around texts, an evidence line never a key alone."""
    data = compact(data)
    for claim in data["claims"] if isinstance(data.get("claims"), list) else ():
        if isinstance(claim, dict) and isinstance(claim.get("evidence"), list):
            claim["evidence"] = [
                {"reference": line} if isinstance(line, str) else line for line in claim["evidence"]
            ]
    return data
