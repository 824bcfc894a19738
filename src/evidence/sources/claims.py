"""Claims files (YAML) as `Claims`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from evidence.errors import InputError
from evidence.model.claim import (
    Claim,
    Claims,
    ClaimsProblem,
    EvidenceLine,
    RestsOn,
    TableCell,
    Value,
)
from evidence.model.ignore import Ignore
from evidence.model.judgement import Judged
from evidence.model.place import Place
from evidence.sources import claims_schema as shape
from evidence.sources.claims_errors import problem_of
from evidence.sources.encoding import read_text
from evidence.sources.file_names import is_file
from evidence.sources.yaml_places import Path as YamlPath
from evidence.sources.yaml_places import YamlFile, read_yaml

# What a finding may be about on its own.
_PLACED: Final = ("quote", "page", "section", "table", "system", "stance")

_Shape = TypeVar("_Shape", bound=shape.Shape)
_EXPECTED: Final = f"expected `schema: {shape.SCHEMA}` and a list of `claims`"


def read_claims(paths: Sequence[tuple[Path, str]]) -> Claims:
    """What stands in the claims files, each with the name that it has in places.

    Nothing raises: what is wrong, from a file that does not exist to a misspelt key, is among the
    problems, all of them at once. A claim with a problem is left out, the others are there. The
    documents are paths from the current folder, and a document that does not exist is a problem.
    """
    files = [_read_file(path, name) for path, name in paths]
    return Claims(
        claims=tuple(claim for file in files for claim in file.claims),
        documents=tuple(document for file in files for document in file.documents),
        problems=tuple(problem for file in files for problem in file.problems),
        ignores=tuple(ignore for file in files for ignore in file.ignores),
        left_out=tuple(id for file in files for id in file.left_out),
    )


def claim_problems(claim: Any, path: YamlPath, file: YamlFile) -> tuple[ClaimsProblem, ...]:
    """What is wrong with a claim, the data that stands at `path` of the file or is to go there."""
    return _problems(shape.Claim, claim, path, file)


def line_problems(line: Any, path: YamlPath, file: YamlFile) -> tuple[ClaimsProblem, ...]:
    """What is wrong with an evidence line, in the same way."""
    return _problems(shape.Line, line, path, file)


def _problems(
    model: type[shape.Shape], data: Any, path: YamlPath, file: YamlFile
) -> tuple[ClaimsProblem, ...]:
    problems = (problem_of(one, path, file) for one in _shaped(model, data)[1])
    return tuple(sorted(problems, key=lambda problem: problem.place))


def _shaped(model: type[_Shape], data: Any) -> tuple[_Shape | None, list[ErrorDetails]]:
    """The data in its shape, or all that keeps it from having this."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _read_file(path: Path, name: str) -> Claims:
    try:
        text = read_text(path, name, code="CLM010")
    except InputError as error:
        place = error.place or Place(name)
        return Claims(problems=(ClaimsProblem(error.message, place),))
    return _Reader(read_yaml(text, name), path.parent, name).read()


class _Reader:
    """Reads one file; `problems` grows on the way."""

    def __init__(self, file: YamlFile, folder: Path, name: str) -> None:
        self.file = file
        self.folder = folder
        self.name = name
        self.problems = list(file.problems)

    def read(self) -> Claims:
        """All that the file holds."""
        data = self.file.data
        if not isinstance(data, dict):
            if not self.problems:
                kind = "is empty" if data is None else "is not a mapping"
                message = f"`{self.name}` {kind}, {_EXPECTED}"
                self.problems.append(ClaimsProblem(message, self.file.place_of(())))
            return Claims(problems=tuple(self.problems))
        _, broken = self._check(shape.File, data, ())
        sound = {key: value for key, value in data.items() if value and key not in broken}
        ignores = list(self._ignores(sound.get("ignore", {}), (), None))
        doubled = {path[:2] for path in self.file.doubled}
        claims: list[Claim] = []
        left_out: list[str] = []
        for at, item in enumerate(sound.get("claims", [])):
            path = ("claims", at)
            claim, _ = self._check(shape.Claim, item, path)
            if claim and path not in doubled:
                claims.append(self._claim(claim, path))
                ignores += self._ignores(claim.ignore, path, claim.id)
            elif isinstance(item, dict) and isinstance(item.get("id"), str):
                left_out.append(item["id"])
        documents = tuple(self._documents(sound.get("documents", [])))
        problems = tuple(sorted(self.problems, key=lambda problem: problem.place))
        return Claims(tuple(claims), documents, problems, tuple(ignores), tuple(left_out))

    def _check(
        self, model: type[_Shape], data: Any, around: YamlPath
    ) -> tuple[_Shape | None, set[int | str]]:
        """The data in its shape (None: it has another), and the entries with something wrong."""
        shaped, found = _shaped(model, data)
        self.problems += (problem_of(one, around, self.file) for one in found)
        return shaped, {one["loc"][0] for one in found if one["loc"]}

    def _claim(self, claim: shape.Claim, path: YamlPath) -> Claim:
        return Claim(
            id=claim.id,
            text=claim.text,
            place=self.file.place_of((*path, "id")),
            type=claim.type,
            system=claim.system,
            values=tuple(Value(**value.model_dump()) for value in claim.values),
            evidence=tuple(
                self._line(line, (*path, "evidence", at)) for at, line in enumerate(claim.evidence)
            ),
            rests_on=tuple(
                RestsOn(other, self.file.place_of((*path, "rests_on", at)))
                for at, other in enumerate(claim.rests_on)
            ),
            note=claim.note,
            variants=tuple(claim.variants),
        )

    def _line(self, line: shape.Line, path: YamlPath) -> EvidenceLine:
        return EvidenceLine(
            reference=line.reference,
            place=self.file.place_of((*path, "reference")),
            role=line.role,
            system=line.system,
            design=line.design or "",
            quote=line.quote,
            page=line.page,
            section=line.section,
            table=TableCell(**line.table.model_dump()) if line.table else None,
            note=line.note,
            prefix=line.prefix,
            suffix=line.suffix,
            stance=line.stance,
            defect=line.defect,
            judged=Judged(line.judged.by, line.judged.on) if line.judged else None,
            places=tuple(
                (key, self.file.place_of((*path, key)))
                for key in _PLACED
                if (*path, key) in self.file.values
            ),
        )

    def _ignores(
        self, written: Mapping[str, str | None], path: YamlPath, claim: str | None
    ) -> Iterator[Ignore]:
        for code, reason in written.items():
            place = self.file.place_of_key((*path, "ignore", code))
            yield Ignore(code, (reason or "").strip(), place, claim=claim)

    def _documents(self, written: Sequence[str]) -> Iterator[str]:
        """The documents as paths from the current folder; they are named from the file's own."""
        for at, document in enumerate(written):
            path = self.folder / document.strip()
            if not is_file(path):
                message = f"the document `{document}` was not found, expected a path from the "
                place = self.file.place_of(("documents", at))
                self.problems.append(ClaimsProblem(f"{message}folder of this file", place))
            yield path.as_posix()
