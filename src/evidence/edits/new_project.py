"""The files that make a project of a folder."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from evidence.edits.claims.layout import ClaimsStyle, list_entry
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.project import first_claims_file
from evidence.sources.claims_json_schema import claims_json_schema
from evidence.sources.claims_schema import SCHEMA
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.project_files import ProjectFiles, find_project_files
from evidence.sources.settings import find_settings, settings_file
from evidence.sources.writing import write_bytes

_SCHEMA_FILE: Final = Path(".evidence/claims-1.schema.json")
_SHOWN: Final = 5  # .bib files that are named where it is not clear which one is meant
_BIBLIOGRAPHY: Final = """\
% The works that the claims rest on. `evidence add DOI` and `evidence import DOCUMENT` add entries.
"""
_CLAIMS: Final = """\
{modeline}
#
# The claims of this project: what its texts state, and the works that this rests on.
# `evidence import DOCUMENT` writes them from a text, `evidence link CLAIM KEY` adds a work to one,
# `evidence check` says whether they hold.

{head}
# A claim looks like this. `evidence` names entries of {references}; a key alone is enough.
#
#   - id: ibuprofen-dental-pain
#     text: Ibuprofen 400 mg eases pain after tooth extraction better than placebo.
#     type: efficacy
#     system: patient
#     evidence:
#       - reference: moore2015
#         page: 12

claims: []
"""
_NO_DOCUMENTS: Final = "# documents: [the-text.md]    # the texts that state the claims\n"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to make; `what` says in a few words what it is."""

    path: Path
    content: str = field(repr=False)
    what: str


@dataclass(frozen=True, slots=True)
class NewProject:
    """The files that a folder lacks to be a project; nothing is written yet.

    `documents` are paths from the folder. `modeline` is what makes an editor use the schema, where
    there was a claims file before the schema.
    """

    folder: Path
    files: tuple[NewFile, ...]
    documents: tuple[Path, ...] = ()
    modeline: str = ""


def plan_project(folder: Path | str = ".", *, references: Path | str | None = None) -> NewProject:
    """What the folder, which need not exist, lacks to be a project.

    `references` is its .bib file where there are several, a path from the current folder. Raises
    InputError when it is not clear which one it is, when the one that is named is not there but
    others are, and when the settings that are there cannot be used.
    """
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"`{shown_name(folder)}` is not a folder")
    found = find_project_files(folder)
    bibliography, files = _bibliography(folder, found, references)
    settings = find_settings(folder)
    claims = first_claims_file(settings)
    has_claims = any(map(is_file, settings.claims))
    has_schema = os.path.lexists(folder / _SCHEMA_FILE)
    modeline = f"# yaml-language-server: $schema={_inside(folder / _SCHEMA_FILE, claims.parent)}"
    if not has_claims:
        paths = [_inside(folder / document, claims.parent) for document in found.documents]
        text = _CLAIMS.format(
            modeline=modeline, head=_head(paths), references=_inside(bibliography, folder)
        )
        files.append(NewFile(claims, text, _listed(paths, is_cut=found.is_cut)))
    if not has_schema:
        text = json.dumps(claims_json_schema(), indent=2, ensure_ascii=False) + "\n"
        files.append(NewFile(folder / _SCHEMA_FILE, text, "the shape of claims, for editors"))
    is_told = has_claims and not has_schema
    return NewProject(folder, tuple(files), found.documents, modeline if is_told else "")


def write_project(project: NewProject) -> None:
    """Make the files. Raises InputError when one has come to be meanwhile, or cannot be written."""
    for file in project.files:
        if os.path.lexists(file.path):
            message = f"`{shown_name(file.path)}` is there already and is never overwritten"
            raise InputError(message, place=Place(shown_name(file.path)))
        try:
            file.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            name = shown_name(file.path.parent)
            raise InputError(f"the folder `{name}` cannot be made: {reason}") from error
        write_bytes(file.path, file.content.encode())


def _bibliography(
    folder: Path, found: ProjectFiles, references: Path | str | None
) -> tuple[Path, list[NewFile]]:
    """The .bib file, and the files that are missing for it: itself, settings that name it."""
    home, usual = settings_file(folder), find_settings(folder).references
    if references is not None:
        path = Path(references)
    elif is_file(usual) or not found.bibliographies:
        path = usual
    elif home is None and len(found.bibliographies) == 1:
        path = folder / found.bibliographies[0]
    else:
        names = _named(found.bibliographies)
        where = f"as `references` in `{shown_name(home)}`" if home else "with --references"
        raise InputError(f"no `{usual.name}`, but {names}: name the one that is meant {where}")
    files = []
    if _inside(path, folder) != _inside(usual, folder):
        if home:
            message = f"`{shown_name(home)}` names another .bib file, `{_inside(usual, folder)}`"
            raise InputError(message, place=Place(shown_name(home)))
        written = json.dumps(_inside(path, folder), ensure_ascii=False)
        text = f"references = {written}\n"
        files.append(NewFile(folder / "evidence.toml", text, "the settings"))
    if not is_file(path):
        if references is not None and found.bibliographies:
            names = _named(found.bibliographies)
            message = f"there is no `{shown_name(path)}`, but {names}: name the one that is meant"
            raise InputError(f"{message}, or make an empty file of that name first")
        files.append(NewFile(path, _BIBLIOGRAPHY, "the works, none yet"))
    return path, files


def _named(paths: Sequence[Path]) -> str:
    names = [f"`{path.as_posix()}`" for path in paths[:_SHOWN]]
    return ", ".join(names) + (", …" if len(paths) > _SHOWN else "")


def _head(documents: Sequence[str]) -> str:
    """The first keys of a claims file, up to the empty line."""
    if not documents:
        return f"schema: {SCHEMA}\n{_NO_DOCUMENTS}"
    lines = list_entry("documents", documents, 0, ClaimsStyle())
    return "".join(f"{line}\n" for line in (f"schema: {SCHEMA}", *lines))


def _listed(documents: Sequence[str], *, is_cut: bool) -> str:
    count = f"{len(documents)} document" + ("" if len(documents) == 1 else "s")
    cut = ", and there are more" if is_cut else ""
    return f"no claims yet, {count}{cut}"


def _inside(path: Path, folder: Path) -> str:
    """A path from the folder, with `/`."""
    return Path(os.path.relpath(path, folder)).as_posix()
