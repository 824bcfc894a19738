"""The report as one HTML file that needs nothing else: to be sent, printed, kept."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from evidence.matching.statements.agreeing_words import Span, agreeing_spans
from evidence.model.anchor import AnchorState, CellState
from evidence.model.finding import Severity
from evidence.model.report import Level, Report, Status
from evidence.reports import citation, glossary, summary, support_words, wording
from evidence.reports.characters import between, exact, visible
from evidence.reports.html_page import no_picture, page_of
from evidence.reports.pictures import MOST, Pictures

# The mark beside a word: a reader who does not see its colour sees its shape. `Level.VERIFIED` is
# the same word, and so the same key, as `Status.VERIFIED`.
_MARKS: Final = {
    Status.VERIFIED: "good",
    Status.DIFFERS: "doubtful",
    Status.ANOTHER_WORK: "wrong",
    Status.MALFORMED: "wrong",
    Status.UNREGISTERED: "wrong",
    Status.OTHER_AGENCY: "unknown",
    Status.NO_DOI: "doubtful",
    Status.UNCHECKED: "unknown",
    Level.UNCITED: "empty",
    Level.LINKED: "linked",
    Level.ANCHORED: "anchored",
    Level.JUDGED: "judged",
    Level.APPROVED: "approved",
    AnchorState.FOUND: "anchored",
    AnchorState.AMBIGUOUS: "doubtful",
    AnchorState.SPLICED: "wrong",
    AnchorState.ALTERED: "wrong",
    AnchorState.NOT_FOUND: "wrong",
    AnchorState.UNCHECKED: "unknown",
    Severity.ERROR: "wrong",
    Severity.WARNING: "doubtful",
    Severity.NOTE: "note",
}
# Apart from those: a cell that `differs` is wrong, a reference that does is doubtful.
_CELL_MARKS: Final = {
    CellState.FOUND: "anchored",
    CellState.DIFFERS: "wrong",
    CellState.NO_TABLE: "doubtful",
    CellState.NO_CELL: "doubtful",
    CellState.UNCHECKED: "unknown",
}
# Stand for the tags until the text is escaped; `visible` leaves no such character in any text.
_OPEN, _CLOSE = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class HtmlFormat:
    """No script, no request: the page's own policy forbids the browser both.

    With `pictures` it shows the pages that the quotes stand on, where a PDF is at hand, but not
    more than `most` of them.
    """

    pictures: bool = True
    most: int = MOST

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the page."""
        style = files("evidence.reports").joinpath("templates", "report.css").read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        pictures = Pictures(self.most)
        listed = page_of(report, pictures.picture_of if self.pictures else no_picture)
        page = (
            _environment()
            .get_template("report.html")
            .render(
                report=report,
                page=listed,
                pictures_left_out=pictures.left_out,
                style=Markup(style),
                style_hash=f"sha256-{digest}",
            )
        )
        stream.write(f"{page}\n")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("evidence.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.globals |= {
        "marks": _MARKS,
        "cell_marks": _CELL_MARKS,
        "citation": citation,
        "glossary": glossary,
        "agreeing": agreeing_spans,
        "summary": summary,
        "support": support_words,
        "wording": wording,
    }
    environment.filters |= {"exact": exact, "marked": _marked, "message": _message}
    return environment


def _finalize(value: object) -> str:
    """Every value that the page prints passes here, before it is escaped."""
    return value if isinstance(value, Markup) else visible(str(value))


def _message(text: str) -> Markup:
    """A message with the values between its backticks set as code."""
    parts = wording.values_marked(visible(text))
    code, prose = Markup("<code>{}</code>"), Markup("{}")
    return Markup("").join((code if is_value else prose).format(part) for part, is_value in parts)


def _marked(text: str, spans: Sequence[Span]) -> Markup:
    """The text, with what the spans hold marked."""
    safe = str(escape(between(visible(text), spans, _OPEN, _CLOSE)))
    return Markup(safe.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>"))
