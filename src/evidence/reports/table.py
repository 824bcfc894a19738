"""The formats by name: what each command offers. A format is imported when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from types import MappingProxyType
from typing import Final, TypeAlias

from evidence.errors import InputError
from evidence.model.report import Report
from evidence.reports.interface import Format


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of the place where a text will be read; `width` counts columns, `pictures` are
    for a page.
    """

    color: bool = False
    width: int = 80
    pictures: bool = True


_Maker: TypeAlias = Callable[[Terminal], Format]


def _text(terminal: Terminal) -> Format:
    from evidence.reports.text import TextFormat

    return TextFormat(color=terminal.color, width=terminal.width)


def _check_text(terminal: Terminal) -> Format:
    from evidence.reports.check_text import CheckTextFormat

    return CheckTextFormat(color=terminal.color, width=terminal.width)


def _markdown(_: Terminal) -> Format:
    from evidence.reports.markdown import MarkdownFormat

    return MarkdownFormat()


def _json(_: Terminal) -> Format:
    from evidence.reports.json import JsonFormat

    return JsonFormat()


def _html(terminal: Terminal) -> Format:
    from evidence.reports.html import HtmlFormat

    return HtmlFormat(pictures=terminal.pictures)


REPORT_FORMATS: Final[Mapping[str, _Maker]] = MappingProxyType(
    {"html": _html, "markdown": _markdown, "json": _json, "text": _text}
)
CHECK_FORMATS: Final[Mapping[str, _Maker]] = MappingProxyType({"text": _check_text, "json": _json})


def render(
    report: Report, format: str, *, color: bool = False, width: int = 80, pictures: bool = True
) -> str:
    """The whole report, claims and references and findings, in a format of `REPORT_FORMATS`.

    Raises InputError for a name that is not in it.
    """
    return _render(report, REPORT_FORMATS, format, Terminal(color, width, pictures))


def render_check(report: Report, format: str, *, color: bool = False, width: int = 80) -> str:
    """The findings and what was checked, in a format of `CHECK_FORMATS`.

    Raises InputError for a name that is not in it.
    """
    return _render(report, CHECK_FORMATS, format, Terminal(color, width))


def _render(report: Report, formats: Mapping[str, _Maker], name: str, terminal: Terminal) -> str:
    maker = formats.get(name)
    if maker is None:
        raise InputError(f"`{name}` is not a format; expected one of {', '.join(formats)}.")
    stream = StringIO()
    maker(terminal).write(report, stream)
    return stream.getvalue()
