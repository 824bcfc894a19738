"""A project: the bibliography and the claims of one text, with their settings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import Final, TypeAlias

from evidence.errors import InputError
from evidence.model.claim import Claim, Claims, ClaimsProblem
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.sources.bibtex import read_bibliography
from evidence.sources.claims import read_claims
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.settings import Settings, find_settings

FileName: TypeAlias = str | PathLike[str]

_SHOWN: Final = 3  # names that may have been meant


@dataclass(frozen=True, slots=True)
class Project:
    """All that was read. `has_claims` says whether there is a claims file, or ought to be one."""

    settings: Settings
    bibliography: Bibliography
    claims: Claims
    has_claims: bool

    def reference(self, key: str) -> Reference | None:
        """The entry with this key."""
        return next((one for one in self.bibliography.references if one.key == key), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the entries, in the order of the file."""
        return tuple(one.key for one in self.bibliography.references)

    def claim(self, id: str) -> Claim | None:
        """The first claim with this id."""
        return next((one for one in self.claims.claims if one.id == id), None)

    def find_claim(self, id: str) -> Claim:
        """The first claim with this id.

        Raises InputError when there is none: with the ids that may have been meant, or with what
        keeps it from being read.
        """
        if not self.has_claims:
            name = shown_name(first_claims_file(self.settings))
            raise InputError(f"there is no `{name}`: `evidence init` makes one")
        found = self.claim(id)
        if found:
            return found
        claims, known = self.claims.claims, tuple(claim.id for claim in self.claims.claims)
        problems = self.claims.problems
        if problems and (id in self.claims.left_out or not claims):
            first = problems[0]
            message = f"the claim `{id}` cannot be read before this is mended: {first.message}"
            raise InputError(message, place=first.place, code="CLM010")
        expected = f", expected one of the {len(known)} ids" if known else ": there are none yet"
        raise InputError(f"there is no claim `{id}`{did_you_mean(id, known) or expected}")


def first_claims_file(settings: Settings) -> Path:
    """The claims file that new claims go to, there or not. Raises InputError without a name."""
    if not settings.claims:
        raise InputError("the settings name no claims file: expected `claims` to hold one")
    return settings.claims[0]


def did_you_mean(wanted: str, names: Iterable[str]) -> str:
    """`, did you mean …?` with the names that hold the wanted one or are spelt alike, if any."""
    known = tuple(dict.fromkeys(names))
    holding = [name for name in known if wanted and wanted.lower() in name.lower()]
    close = dict.fromkeys([*holding[:_SHOWN], *get_close_matches(wanted, known, _SHOWN)])
    shown = " or ".join(f"`{name}`" for name in list(close)[:_SHOWN])
    return f", did you mean {shown}?" if shown else ""


def load_project(
    folder: FileName = ".",
    *,
    config: FileName | None = None,
    references: FileName | None = None,
    claims: FileName | Sequence[FileName] | None = None,
) -> Project:
    """The project in `folder`, with the settings found there or in `config`.

    `references` and `claims` replace what the settings say; like `config` they are paths from the
    current folder. Raises InputError when the settings or the .bib file cannot be used; what is
    wrong with the claims stands in `claims.problems`, so that the references can still be checked.
    """
    settings = find_settings(Path(folder), None if config is None else Path(config))
    if references is not None:
        settings = replace(settings, references=Path(references))
    named = (claims,) if isinstance(claims, str | PathLike) else tuple(claims or ())
    if named:
        paths = tuple(Path(name) for name in named)
        settings = replace(settings, claims=paths, claims_are_named=True)
    bibliography = _read_references(settings.references)
    has_claims = settings.claims_are_named or any(map(is_file, settings.claims))
    read = Claims()
    if has_claims:
        read = read_claims([(path, shown_name(path)) for path in settings.claims])
    return Project(settings, bibliography, _with_documents(read, settings), has_claims)


def _read_references(path: Path) -> Bibliography:
    name = shown_name(path)
    try:
        return read_bibliography(path, name)
    except InputError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        folder = shown_name(path.parent)
        message = f"`{path.name}` was not found in `{folder}`; name another file with --references"
        raise InputError(message, place=Place(name), code=error.code) from error


def _with_documents(claims: Claims, settings: Settings) -> Claims:
    """The claims with the documents that the settings name; one that is missing is a problem."""
    place = settings.documents_place
    if place is None:
        return claims
    missing = tuple(
        ClaimsProblem(f"the document `{shown_name(path)}` was not found", place)
        for path in settings.documents
        if not is_file(path)
    )
    documents = tuple(path.as_posix() for path in settings.documents)
    return replace(
        claims,
        documents=tuple(dict.fromkeys((*claims.documents, *documents))),
        problems=(*claims.problems, *missing),
    )
