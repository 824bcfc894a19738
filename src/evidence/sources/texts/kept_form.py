"""A document as plain lists, and the same document again."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

from evidence.model.document import Document
from evidence.model.place import Place

Values: TypeAlias = Any
"""Lists, texts, numbers, truth values and None, as JSON has them."""


def as_values(document: Document) -> Values:
    """The document without the name of its file."""
    return _form(Document).pack(replace(document, file=""), document.file)


def from_values(values: Values, file: str) -> Document:
    """The document that `as_values` gave, of a file that is now called `file`.

    Raises ValueError when the values are none of a document.
    """
    document: Document = _form(Document).unpack(values, file)
    return replace(document, file=file)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a type is written and read, each with the name of the document's file."""

    pack: Callable[[Any, str], Values]
    unpack: Callable[[Values, str], Any]


@cache
def _form(hint: Any) -> _Form:
    """The form of a type that documents are made of. Raises TypeError for any other."""
    if hint in _PLAIN:
        return _plain(hint)
    if hint is Place:
        return _Form(_pack_place, _unpack_place)
    if get_origin(hint) is tuple:
        return _of_tuple(*get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        (held,) = (each for each in get_args(hint) if each is not NoneType)
        return _optional(_form(held))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Form(lambda value, _: value.value, lambda value, _: hint(value))
    if is_dataclass(hint):
        return _of_dataclass(hint)
    raise TypeError(f"a document holds no {hint}")


_PLAIN: Final = (str, int, bool)


def _plain(expected: type) -> _Form:
    def unpack(value: Values, _file: str) -> Any:
        if type(value) is not expected:
            raise ValueError(f"expected {expected.__name__}")
        return value

    return _Form(lambda value, _: value, unpack)


def _pack_place(place: Place, file: str) -> Values:
    at: list[Values] = [place.line, place.column]
    return at if place.file == file else [*at, place.file]


def _unpack_place(values: Values, file: str) -> Place:
    line, column, *other = _list(values)
    if type(line) is not int or type(column) is not int or not all(map(_is_text, other)):
        raise ValueError("expected a line and a column, and the file if it is another")
    return Place(other[0] if other else file, line, column)


def _is_text(value: Values) -> bool:
    return isinstance(value, str)


def _optional(held: _Form) -> _Form:
    return _Form(
        lambda value, file: None if value is None else held.pack(value, file),
        lambda value, file: None if value is None else held.unpack(value, file),
    )


def _of_tuple(*hints: Any) -> _Form:
    if len(hints) == 2 and hints[1] is Ellipsis:
        each = _form(hints[0])
        return _Form(
            lambda values, file: [each.pack(value, file) for value in values],
            lambda values, file: tuple([each.unpack(value, file) for value in _list(values)]),
        )
    forms = tuple(map(_form, hints))
    return _Form(
        lambda values, file: _packed(forms, values, file),
        lambda values, file: tuple(_unpacked(forms, values, file)),
    )


def _of_dataclass(kind: Any) -> _Form:
    hints = get_type_hints(kind)
    names = tuple(each.name for each in fields(kind))
    forms = tuple(_form(hints[name]) for name in names)
    return _Form(
        lambda value, file: _packed(forms, [getattr(value, name) for name in names], file),
        lambda values, file: kind(*_unpacked(forms, values, file)),
    )


def _packed(forms: tuple[_Form, ...], values: Any, file: str) -> Values:
    return [form.pack(value, file) for form, value in zip(forms, values, strict=True)]


def _unpacked(forms: tuple[_Form, ...], values: Values, file: str) -> list[Any]:
    return [form.unpack(value, file) for form, value in zip(forms, _list(values), strict=True)]


def _list(values: Values) -> list[Values]:
    if not isinstance(values, list):
        raise ValueError("expected a list")
    return values
