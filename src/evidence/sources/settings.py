"""The settings of a project: `evidence.toml`, or `[tool.evidence]` in `pyproject.toml`."""

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.encoding import read_text
from evidence.sources.file_names import is_file, shown_name

CONFIG_CODE: Final = "CFG001"
_OWN_FILE: Final = "evidence.toml"
_PYTHON_PROJECT: Final = "pyproject.toml"
_TABLE: Final = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*evidence[ \t]*\]", re.MULTILINE)
_TOML_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_FAIL_ON: Final = ("error", "warning", "never")
_TEXTS: Final = ("mailto", "crossref_url", "doi_url", "datacite_url", "europe_pmc_url", "fail_on")
_KEYS: Final = (
    *("references", "claims", "documents", "sources", "synonyms", "snapshot"),
    *(*_TEXTS, "europe_pmc", "select", "ignore"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of itself; an empty address stands for the usual one.

    `root` is the folder that its paths start from; `sources` is the folder with the texts of the
    cited works, `synonyms` a file with names that mean the same, where one is named.
    `claims_are_named` tells claims files that somebody asked for, and that must exist, from the
    usual `claims.yaml`; `documents_place` and `sources_place` are where documents and
    sources are named. `europe_pmc` says that abstracts are to be asked for there.
    """

    root: Path
    references: Path
    claims: tuple[Path, ...]
    documents: tuple[Path, ...] = ()
    sources: Path = Path("sources")
    synonyms: Path | None = None
    snapshot: Path | None = None
    mailto: str = ""
    crossref_url: str = ""
    doi_url: str = ""
    datacite_url: str = ""
    europe_pmc_url: str = ""
    europe_pmc: bool = False
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    claims_are_named: bool = False
    documents_place: Place | None = None
    sources_place: Place | None = None


def find_settings(folder: Path | str = ".", config: Path | str | None = None) -> Settings:
    """The settings in `config`, else in the `evidence.toml` or `pyproject.toml` of `folder`.

    No other folder is searched. Without any, the defaults: `references.bib` and `claims.yaml` in
    `folder`. Raises InputError (`CFG001`) when a settings file cannot be read or says something
    that is not known.
    """
    if config is not None:
        return _read(Path(config), is_named=True)
    for name in (_OWN_FILE, _PYTHON_PROJECT):
        try:
            return _read(Path(folder) / name, is_named=False)
        except InputError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                raise
    return _settings({}, _Config(Path(folder), Place(""), ""))


def settings_file(folder: Path) -> Path | None:
    """The file in which `find_settings` finds settings; raises InputError as that does."""
    if is_file(folder / _OWN_FILE):
        return folder / _OWN_FILE
    path = folder / _PYTHON_PROJECT
    if not is_file(path):
        return None
    name = shown_name(path)
    tool = _parse(read_text(path, name, code=CONFIG_CODE), name).get("tool")
    return path if isinstance(tool, dict) and "evidence" in tool else None


@dataclass(frozen=True, slots=True)
class _Config:
    """A settings file: its folder, its place, and its text from where our part begins."""

    root: Path
    place: Place
    text: str

    def place_of(self, key: str) -> Place:
        """Where `key` is set, else where our part begins."""
        found = re.search(rf"^([ \t]*)[\"']?{re.escape(key)}[\"']?[ \t]*=", self.text, re.MULTILINE)
        if not found:
            return self.place
        line = self.place.line + self.text.count("\n", 0, found.start())
        return Place(self.place.file, line, len(found[1]) + 1)

    def error(self, key: str, message: str) -> InputError:
        """Something wrong with the setting `key`."""
        return InputError(message, place=self.place_of(key), code=CONFIG_CODE)


def _read(path: Path, *, is_named: bool) -> Settings:
    name = shown_name(path)
    text = read_text(path, name, code=CONFIG_CODE)
    data = _parse(text, name)
    begin = 0
    if path.name == _PYTHON_PROJECT:
        tool = data.get("tool", {})
        is_there = isinstance(tool, dict) and "evidence" in tool
        if is_named and not is_there:
            message = f"`{name}` has no table `[tool.evidence]`"
            raise InputError(message, place=Place(name), code=CONFIG_CODE)
        data = tool["evidence"] if is_there else {}
        table = _TABLE.search(text)
        begin = table.start() if table else 0
    place = Place(name, text.count("\n", 0, begin) + 1)
    if not isinstance(data, dict):
        raise InputError("`tool.evidence` must be a table", place=place, code=CONFIG_CODE)
    return _settings(data, _Config(path.parent, place, text[begin:]))


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _TOML_PLACE.search(message)
        at_end = Place(name, text.count("\n") + 1)
        place = Place(name, int(found[1]), int(found[2])) if found and found[1] else at_end
        reason = _TOML_PLACE.sub("", message)
        raise InputError(
            f"this is not valid TOML: {reason}", place=place, code=CONFIG_CODE
        ) from error
    except RecursionError:
        message = f"`{name}` is nested too deeply"
        raise InputError(message, place=Place(name), code=CONFIG_CODE) from None


def _settings(data: dict[str, Any], config: _Config) -> Settings:
    for key in data:
        if key not in _KEYS:
            close = get_close_matches(key, _KEYS, n=1)
            known = ", ".join(f"`{name}`" for name in _KEYS)
            hint = f"did you mean `{close[0]}`?" if close else f"expected one of {known}"
            raise config.error(key, f"the setting `{key}` is not known, {hint}")
    texts = {key: _text(data, key, config) for key in _TEXTS if key in data}
    if texts.get("fail_on", "error") not in _FAIL_ON:
        message = f"`{texts['fail_on']}` is not known as `fail_on`"
        raise config.error("fail_on", f"{message}, expected `error`, `warning` or `never`")
    snapshot = _text(data, "snapshot", config) if "snapshot" in data else ""
    references = _text(data, "references", config) if "references" in data else "references.bib"
    claims = _texts(data, "claims", config) if "claims" in data else ("claims.yaml",)
    documents = _texts(data, "documents", config)
    sources = _text(data, "sources", config) if "sources" in data else "sources"
    synonyms = _text(data, "synonyms", config) if "synonyms" in data else ""
    return Settings(
        root=config.root,
        references=config.root / references,
        claims=tuple(config.root / name for name in claims),
        documents=tuple(config.root / name for name in documents),
        sources=config.root / sources,
        synonyms=config.root / synonyms if synonyms else None,
        snapshot=config.root / snapshot if snapshot else None,
        europe_pmc=_truth(data, "europe_pmc", config),
        select=_texts(data, "select", config),
        ignore=_texts(data, "ignore", config),
        claims_are_named=bool(data.get("claims")),
        documents_place=config.place_of("documents") if documents else None,
        sources_place=config.place_of("sources") if "sources" in data else None,
        **texts,
    )


def _text(data: dict[str, Any], key: str, config: _Config) -> str:
    value = data[key]
    if isinstance(value, str) and value.strip():
        return value
    raise config.error(key, f'`{key}` must be text, as in `{key} = "…"`')


def _truth(data: dict[str, Any], key: str, config: _Config) -> bool:
    """Yes or no; no where nothing is said."""
    value = data.get(key, False)
    if isinstance(value, bool):
        return value
    raise config.error(key, f"`{key}` must be `true` or `false`")


def _texts(data: dict[str, Any], key: str, config: _Config) -> tuple[str, ...]:
    """One text or a list of them."""
    value = data.get(key, [])
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list) and all(isinstance(one, str) and one.strip() for one in listed):
        return tuple(listed)
    raise config.error(key, f"`{key}` must be text or a list of texts")
