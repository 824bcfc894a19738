"""A file of synonyms (YAML): names of drugs and targets that mean the same."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from evidence.errors import InputError
from evidence.model.claim import ClaimsProblem
from evidence.model.synonyms import Synonyms
from evidence.sources.encoding import read_text
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.settings import Settings
from evidence.sources.yaml_places import Path as YamlPath
from evidence.sources.yaml_places import YamlFile, read_yaml

SCHEMA: Final = "evidence/synonyms/1"
USUAL_NAME: Final = "synonyms.yaml"
"""The file in the root of a project that is read where the settings name none."""

_CODE: Final = "SYN001"
_KEYS: Final = ("schema", "synonyms")
_EXPECTED: Final = f"expected `schema: {SCHEMA}` and a list of `synonyms`"


def synonyms_of(settings: Settings) -> Synonyms:
    """The project's own synonyms: those of the file that the settings name, which must exist, else
    of `synonyms.yaml` where there is one. Raises InputError (`SYN001`) as `read_synonyms` does.
    """
    path = synonyms_file(settings)
    if settings.synonyms is None and not is_file(path):
        return Synonyms()
    return read_synonyms(path, shown_name(path))


def synonyms_file(settings: Settings) -> Path:
    """The file that the project's synonyms are read from, there or not."""
    return settings.synonyms or settings.root / USUAL_NAME


def read_synonyms(path: Path, name: str) -> Synonyms:
    """The sets of names in the file at `path`, `name` in messages.

    Raises InputError (`SYN001`) with the first thing that is wrong: a file that cannot be read, an
    unknown key, a set with fewer than two names, a name in two sets.
    """
    file = read_yaml(read_text(path, name, code=_CODE), name)
    problems = sorted((*file.problems, *_problems(file)), key=lambda problem: problem.place)
    if problems:
        raise InputError(problems[0].message, place=problems[0].place, code=_CODE)
    return Synonyms(tuple(tuple(map(str.strip, names)) for names in file.data["synonyms"]))


def _problems(file: YamlFile) -> Iterator[ClaimsProblem]:
    data = file.data
    if not isinstance(data, dict):
        if not file.problems:
            kind = "is empty" if data is None else "is not a mapping"
            yield ClaimsProblem(f"`{file.name}` {kind}, {_EXPECTED}", file.place_of(()))
        return
    for key in data.keys() - {*_KEYS}:
        yield ClaimsProblem(_unknown_key(key), file.place_of_key((key,)))
    if data.get("schema") != SCHEMA:
        given = f"`{data['schema']}` is not a schema of synonyms" if data.get("schema") else ""
        message = f"{given or '`schema` is missing'}, expected `schema: {SCHEMA}`"
        yield ClaimsProblem(message, file.place_of(("schema",)))
    sets = data.get("synonyms")
    if isinstance(sets, list):
        yield from _set_problems(sets, file)
    else:
        message = "`synonyms` must be a list of sets: write `synonyms: [[one name, another]]`"
        yield ClaimsProblem(message, file.place_of(("synonyms",)))


def _unknown_key(key: str) -> str:
    close = get_close_matches(key, _KEYS, n=1)
    meant = f"did you mean `{close[0]}`?" if close else "expected `schema` and `synonyms`"
    return f"`{key}` is not known here, {meant}"


def _set_problems(sets: list[Any], file: YamlFile) -> Iterator[ClaimsProblem]:
    """What is wrong with the sets, and with the names in them."""
    first: dict[str, int] = {}
    for at, names in enumerate(sets):
        path: YamlPath = ("synonyms", at)
        if not isinstance(names, list) or len(names) < 2:
            message = "a set of synonyms must be a list of two names or more: `[one name, another]`"
            yield ClaimsProblem(message, file.place_of(path))
            continue
        for index, name in enumerate(names):
            place = file.place_of((*path, index))
            if not isinstance(name, str) or not any(map(str.isalnum, name)):
                yield ClaimsProblem("a name must be text with a letter or a digit in it", place)
                continue
            folded = " ".join(name.casefold().split())
            if folded in first:
                where = f"in line {first[folded]}"
                message = (
                    f"the name `{name.strip()}` stands {where} already, expected it in one set"
                )
                yield ClaimsProblem(message, place)
            first.setdefault(folded, place.line)
