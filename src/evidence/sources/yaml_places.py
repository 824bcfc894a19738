"""YAML as plain data, with the place of every key and value.

Scalars stay what was written (`no`, `12:30`, `010`): text, or None where nothing, `~` or `null`
stands. What could grow or run (aliases, tags) is refused. The parser's events are taken one by
one, so that no nesting is too deep for the stack.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from evidence.model.claim import ClaimsProblem
from evidence.model.place import Place
from evidence.sources.positions import Positions

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indices that lead to a value, from the outside in."""

Spot: TypeAlias = tuple[int, int]
"""A line and a column, from 1: a `Place` for every value would take half of the time."""

# libyaml needs quadratic time for deep nesting; a claims file is six levels deep.
DEEPEST: Final = 50

LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""PyYAML's, over libyaml where that is there."""

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing, without quotes."""

# YAML 1.1, section 5.1
_UNPRINTABLE: Final = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What stands in a YAML file.

    `data` is made of dict, list, str and None; it is None when nothing stands there, or nothing
    that can be relied on. `values` and `keys` say where these stand, `doubled` are the mappings in
    which a key stands twice: its first value is in `data`.
    """

    name: str
    data: Any
    values: dict[Path, Spot]
    keys: dict[Path, Spot]
    doubled: frozenset[Path]
    problems: tuple[ClaimsProblem, ...]

    def place_of(self, path: Path) -> Place:
        """Where the value at `path` stands, else the nearest one around it."""
        while path and path not in self.values:
            path = path[:-1]
        return Place(self.name, *self.values[path])

    def place_of_key(self, path: Path) -> Place:
        """Where the key stands that `path` ends in, else the nearest value around it."""
        return Place(self.name, *self.keys[path]) if path in self.keys else self.place_of(path)


def read_yaml(text: str, name: str) -> YamlFile:
    """The one document in `text`; `name` is the file in places. Nothing in `text` raises."""
    builder = _Builder(name)
    unprintable = _UNPRINTABLE.search(text)
    try:
        if unprintable:
            place = Positions.of(text, name).place(unprintable.start())
            message = f"the character U+{ord(unprintable[0]):04X} is not allowed in YAML"
            raise _UnreadableError(message, place)
        builder.read(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        builder.refuse(*_explain(error, text, name))
    except _UnreadableError as error:
        builder.refuse(error.message, error.place)
    data = None if builder.is_refused else builder.data
    return YamlFile(
        name,
        data,
        builder.values,
        builder.keys,
        frozenset(builder.doubled),
        tuple(builder.problems),
    )


class _UnreadableError(Exception):
    """After this nothing can be read."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


@dataclass(slots=True)
class _Open:
    """A mapping or a sequence that is being read; `key` waits for its value."""

    content: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    is_twice: bool = False


@dataclass(slots=True)
class _Builder:
    """Puts the data together from the parser's events."""

    name: str
    data: Any = None
    is_refused: bool = False
    values: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    doubled: set[Path] = field(default_factory=set)
    problems: list[ClaimsProblem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.values[()] = (1, 1)

    def refuse(self, message: str, place: Place) -> None:
        """Report what makes all data unreliable."""
        self.is_refused = True
        self.problems.append(ClaimsProblem(message, place))

    def read(self, events: Iterable[yaml.Event]) -> None:
        """Take all events; raises _UnreadableError."""
        documents = 0
        for event in events:
            match event:  # the frequent ones first
                case yaml.ScalarEvent():
                    is_null = event.value in NULLS and event.implicit[0]
                    self._take(None if is_null else event.value, self._spot(event))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._open.pop()
                case yaml.MappingStartEvent():
                    self._enter({}, self._spot(event))
                case yaml.SequenceStartEvent():
                    self._enter([], self._spot(event))
                case yaml.AliasEvent():
                    spot = _spot(event.start_mark)
                    message = f"aliases such as `*{event.anchor}` are not supported"
                    self.refuse(message, self._place(spot))
                    self._take(None, spot)
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        place = self._place(_spot(event.start_mark))
                        raise _UnreadableError("a second YAML document begins, expected one", place)

    def _place(self, spot: Spot) -> Place:
        return Place(self.name, *spot)

    def _spot(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Spot:
        """Where a value or a key begins; refuses its anchor and its tag."""
        spot = _spot(event.start_mark)
        if event.anchor is not None:
            message = f"anchors such as `&{event.anchor}` are not supported"
            self.refuse(message, self._place(spot))
        if event.tag is not None:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(f"tags such as `{shown}` are not supported", self._place(spot))
        return spot

    def _enter(self, content: dict[str, Any] | list[Any], spot: Spot) -> None:
        if len(self._open) == DEEPEST:
            message = f"more than {DEEPEST} levels of nesting are not supported"
            raise _UnreadableError(message, self._place(spot))
        if self._open and isinstance(self._open[-1].content, dict) and self._open[-1].key is None:
            message = "a key must be plain text, not a list or a mapping"
            raise _UnreadableError(message, self._place(spot))
        path = self._take(content, spot)
        self._open.append(_Open(content, path))

    def _take(self, value: Any, spot: Spot) -> Path:
        """Put a value, or a mapping's key, where it belongs; its path."""
        if not self._open:
            self.data = value
            self.values[()] = spot
            return ()
        around = self._open[-1]
        if isinstance(around.content, list):
            path = (*around.path, len(around.content))
            around.content.append(value)
        elif around.key is None:
            return self._take_key(around, around.content, value or "", spot)
        else:
            path = (*around.path, around.key)
            if around.is_twice:
                path = (*path, "the second time")
            else:
                around.content[around.key] = value
            around.key = None
        self.values[path] = spot
        return path

    def _take_key(self, around: _Open, content: dict[str, Any], key: str, spot: Spot) -> Path:
        path = (*around.path, key)
        around.key = key
        around.is_twice = key in content
        if around.is_twice:
            self.doubled.add(around.path)
            line = self.keys[path][0]
            message = f"`{key}` stands here already in line {line}, expected it once"
            self.problems.append(ClaimsProblem(message, self._place(spot)))
        else:
            self.keys[path] = spot
        return path


def _spot(mark: Any) -> Spot:
    return mark.line + 1, mark.column + 1


def _explain(error: yaml.MarkedYAMLError, text: str, name: str) -> tuple[str, Place]:
    """The parser's trouble as a sentence, and its place."""
    end = len(text.rstrip())
    mark = error.problem_mark
    if mark is None or (mark.index >= end and error.context_mark):
        mark = error.context_mark  # at the end of the file: where the unclosed thing begins
    if mark is None or mark.index >= end:
        place = Positions.of(text, name).place(max(end - 1, 0))
    else:
        place = Place(name, *_spot(mark))
    stray = text[mark.index : mark.index + 1] if mark else ""
    problem = error.problem or "it cannot be read"
    if "cannot start any token" in problem and stray == "\t":
        return "a tab stands where YAML allows spaces only", place
    if "cannot start any token" in problem:
        return f"a value cannot begin with `{stray}`, expected it in quotes", place
    if "mapping values are not allowed" in problem:
        return "a `:` is not expected here: put the value in quotes or mend the indentation", place
    context = f" {error.context}" if error.context else ""
    return f"this is not valid YAML: {problem}{context}", place
