"""`evidence.lock`: what was noted of evidence lines when they were anchored or judged.

JSON with a line for each of them, in order, so that changes of different lines merge in git.
"""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evidence.errors import InputError
from evidence.model.judgement import Defect, Judged, Stance
from evidence.model.lock import Fingerprints, Lock, Seal, Word
from evidence.model.place import Place
from evidence.sources.encoding import read_text
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.positions import Positions
from evidence.sources.settings import Settings

SCHEMA: Final = "evidence/lock/1"
LOCK_FILE: Final = "evidence.lock"
CODE: Final = "LCK001"
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_LINES: Final = re.compile(r'"lines"\s*:\s*\[')
_BETWEEN: Final = re.compile(r"[\s,]*")
_REMEDY: Final = "take the file from the last commit, or remove it and judge again"
_AGAIN: Final = "remove it, and judge the line again"


def lock_of(settings: Settings) -> Lock:
    """The seals in the `evidence.lock` of a project's root. Raises InputError as `read_lock`."""
    path = settings.root / LOCK_FILE
    return read_lock(path, shown_name(path))


def read_lock(path: Path, name: str) -> Lock:
    """The seals in the file at `path`; none where there is no file. `name` is the file in places.

    Raises InputError (`LCK001`) with the place of what is wrong: a merge that was not finished, no
    JSON, another version, a line that is not what it should be or stands twice.
    """
    if not (is_file(path) or path.is_symlink()):
        return Lock()
    return parse_lock(read_text(path, name, code=CODE), name)


def parse_lock(text: str, name: str) -> Lock:
    """The seals in a lock's text, be it empty; raises InputError as `read_lock` does."""
    if not text.strip():
        return Lock()
    positions = Positions.of(text, name)
    conflict = _CONFLICT.search(text)
    if conflict:
        message = "a merge was not finished here: keep the lines of both sides, without the marks"
        raise InputError(message, place=positions.place(conflict.start()), code=CODE)
    data = _parsed(text, positions)
    if not isinstance(data, dict) or "schema" not in data:
        message = f"`{name}` is not a lock, expected `schema` and `lines`: {_REMEDY}"
        raise InputError(message, place=Place(name), code=CODE)
    if data["schema"] != SCHEMA:
        message = (
            f"`{name}` has the schema `{data['schema']}`, and this version reads `{SCHEMA}` only: "
            "update `evidence-ledger`"
        )
        raise InputError(message, place=Place(name), code=CODE)
    if len(data) != 2 or not isinstance(data.get("lines"), list):
        message = f"`{name}` is damaged, expected `schema` and a list of `lines` only: {_REMEDY}"
        raise InputError(message, place=Place(name), code=CODE)
    seals: dict[tuple[str, str], tuple[Seal, ...]] = {}
    starts = tuple(_starts(text))
    for number, item in enumerate(data["lines"]):
        place = positions.place(starts[number]) if number < len(starts) else Place(name)
        seal = _seal(item, place)
        there = seals.get((seal.claim, seal.reference), ())
        if any(each.at == seal.at for each in there):
            message = f"line {seal.at} of `{seal.claim}` for `{seal.reference}` stands here twice"
            raise InputError(f"{message}: {_AGAIN}", place=place, code=CODE)
        seals[seal.claim, seal.reference] = (*there, seal)
    return Lock(seals)


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Fingerprints(_Shape):
    claim: str
    line: str
    record: str = ""


class _Judgement(_Shape):
    """The same keys and words as in a claims file."""

    stance: Annotated[Stance, Field(strict=False)]
    defect: Annotated[Defect | None, Field(strict=False)] = None
    by: str
    on: Annotated[datetime.date, Field(strict=False)]


class _Line(_Shape):
    claim: str
    reference: str
    at: Annotated[int, Field(ge=1)]
    fingerprints: _Fingerprints
    source: dict[str, str] = {}
    judgement: _Judgement | None = None


def _parsed(text: str, positions: Positions) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = positions.place(min(error.pos, max(len(text) - 1, 0)))
        message = f"this is not valid JSON ({error.msg}): {_REMEDY}"
        raise InputError(message, place=place, code=CODE) from error
    except (RecursionError, ValueError) as error:  # too deep; a million digits; a key twice
        message = f"`{positions.file}` is not a lock: {_REMEDY}"
        raise InputError(message, place=Place(positions.file), code=CODE) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _starts(text: str) -> Iterator[int]:
    """Where each member of `lines` begins in the text, which is sound JSON."""
    decoder = json.JSONDecoder()
    found = _LINES.search(text)
    at = found.end() if found else len(text)
    while (at := _after_blanks(text, at)) < len(text) and text[at] != "]":
        yield at
        at = decoder.raw_decode(text, at)[1]


def _after_blanks(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _seal(item: Any, place: Place) -> Seal:
    try:
        line = _Line.model_validate(item)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        what = f"`{where}`: {first['msg'].lower()}" if where else "expected a mapping"
        message = f"this line cannot be used ({what}): {_AGAIN}"
        raise InputError(message, place=place, code=CODE) from error
    told = line.judgement
    word = Word(told.stance, told.defect, Judged(told.by, told.on)) if told else None
    prints = Fingerprints(line.fingerprints.claim, line.fingerprints.line, line.fingerprints.record)
    source = tuple(line.source.items())
    return Seal(line.claim, line.reference, line.at, prints, source, word)
