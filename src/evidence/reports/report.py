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
) -> str:
    """The result of a check as `text`, `markdown`, `html` or `json`.

    With `findings_only` it is what `evidence check` shows, as `text` or `json`. `color` and `width`
    (in columns) are for a terminal. With `output` the text is written to that file as well, whole
    or not at all. Raises InputError for an unknown format and for a file that cannot be written.
    """
    show = render_check if findings_only else render
    text = show(result, format, color=color, width=width)
    if output is not None:
        write_file(Path(output), text)
    return text
