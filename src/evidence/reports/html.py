"""The report as one HTML file that needs nothing else: to be sent, printed, kept."""

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from evidence.model.finding import Severity
from evidence.model.report import Level, Report, Status
from evidence.reports import citation, glossary, summary, wording
from evidence.reports.characters import exact, visible
from evidence.reports.html_page import page_of

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
    Severity.ERROR: "wrong",
    Severity.WARNING: "doubtful",
    Severity.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class HtmlFormat:
    """No script, no request: the page's own policy forbids the browser both."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the page."""
        style = files("evidence.reports").joinpath("templates", "report.css").read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        page = (
            _environment()
            .get_template("report.html")
            .render(
                report=report,
                page=page_of(report),
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
        finalize=_finalize,
    )
    environment.globals |= {
        "marks": _MARKS,
        "citation": citation,
        "glossary": glossary,
        "summary": summary,
        "wording": wording,
    }
    environment.filters |= {"exact": exact, "message": _message}
    return environment


def _finalize(value: object) -> str:
    """Every value that the page prints passes here, before it is escaped."""
    return value if isinstance(value, Markup) else visible(str(value))


def _message(text: str) -> Markup:
    """A message with the values between its backticks set as code."""
    parts = wording.values_marked(visible(text))
    code, prose = Markup("<code>{}</code>"), Markup("{}")
    return Markup("").join((code if is_value else prose).format(part) for part, is_value in parts)
