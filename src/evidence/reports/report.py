"""A report as text, and into a file when one is named."""

from pathlib import Path

from evidence.model.report import Report
from evidence.reports.output import write_file
from evidence.reports.table import render, render_check


def report(
    result: Report,
    format: str = "text",
    *,
    output: Path | str | None = None,
    findings_only: bool = False,
    color: bool = False,
    width: int = 80,
    pictures: bool = True,
) -> str:
    """The result of a check as `text`, `markdown`, `html` or `json`.

    With `findings_only` it is what `evidence check` shows, as `text` or `json`. `color` and `width`
    (in columns) are for a terminal; `pictures` are for `html`: the passages that are quoted, on
    their pages, where their PDF is at hand. With `output` the text is written to that file as well,
    whole or not at all. Raises InputError for an unknown format and for a file that cannot be
    written.
    """
    if findings_only:
        text = render_check(result, format, color=color, width=width)
    else:
        text = render(result, format, color=color, width=width, pictures=pictures)
    if output is not None:
        write_file(Path(output), text)
    return text
