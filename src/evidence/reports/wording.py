"""The words that every format uses for the same thing: counts, dates, origins, places in a work."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from evidence.model.claim import EvidenceLine, TableCell, Value
from evidence.model.finding import Finding, Suggestion
from evidence.model.report import LineResult, Run
from evidence.model.work import Origin, Update, Via

WITHDRAWN: Final = "retracted or withdrawn"

# Not `strftime`: its month names change with the reader's locale, a report must not.
_MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_REGISTRIES: Final = {"crossref": "Crossref", "datacite": "DataCite"}
_SOURCES: Final = _REGISTRIES | {"cache": "the cache", "snapshot": "the snapshot"}
_VIA: Final = {
    Via.NETWORK: "asked in this run",
    Via.CACHE: "from the cache",
    Via.SNAPSHOT: "from the snapshot",
}


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def day(moment: date) -> str:
    """`22 Nov 2026`."""
    return f"{moment.day} {_MONTHS[3 * moment.month - 3 : 3 * moment.month]} {moment.year}"


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; one without a zone is taken to be in UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def time(moment: datetime) -> str:
    """`22 Nov 2026, 16:40 UTC`."""
    known = in_utc(moment)
    return f"{day(known)}, {known:%H:%M} UTC"


def works_from(run: Run) -> str:
    """Where the works of this run came from, with the number of requests."""
    requests = count(run.requests, "request")
    sources = [part for part in run.source.split("+") if part and part != "none"]
    if not sources:
        return f"no record of any work ({requests})"
    *others, last = (_SOURCES.get(name, name) for name in sources)
    names = f"{', '.join(others)} and {last}" if others else last
    caution = ", not from Crossref" if sources == ["snapshot"] else ""
    return f"works from {names}{caution} ({requests})"


def origin(known: Origin) -> str:
    """Who vouches for a record, since when, and how it came here."""
    if known.hand_made:
        return f"hand-made record in the {known.via}: compared, not verified"
    since = day(in_utc(known.retrieved)) if known.retrieved else "date unknown"
    return f"{_REGISTRIES.get(known.registry.lower(), known.registry)}, {since}, {_VIA[known.via]}"


def update(known: Update) -> str:
    """What became of a work, when, and who says so; without the notice's DOI."""
    when = f", {day(known.date)}" if known.date else ""
    who = f" ({known.source})" if known.source else ""
    return f"{known.type.replace('-', ' ')}{when}{who}"


def locator(line: EvidenceLine) -> str:
    """Where in the work the finding stands; empty where the line does not say."""
    page = f"p. {line.page}" if line.page else ""
    section = f"section {line.section}" if line.section else ""
    return ", ".join(part for part in (page, section, _cell(line.table)) if part)


def value(known: Value) -> tuple[str, str, str]:
    """A number that a claim states, as name, target and the number with what belongs to it."""
    number = " ".join(part for part in (known.value, known.unit) if part)
    against = f"against {known.comparator}" if known.comparator else ""
    size = f"n = {known.n}" if known.n else ""
    interval = f"CI {known.ci}" if known.ci else ""
    return known.name, known.target, ", ".join(filter(None, (number, against, size, interval)))


def line_status(result: LineResult) -> str:
    """The status of the line's reference, in a word or two."""
    return result.status.value if result.status else "unknown reference"


def suggestion(known: Suggestion) -> str:
    """What to write instead, how sure that is, and why."""
    return f"{known.doi or known.value} ({known.confidence}): {known.why}"


def difference(finding: Finding) -> str:
    """What the entry and the record say of one field."""
    return f"{finding.field}: the entry says {finding.found}, the record {finding.expected}"


def rule_page(finding: Finding) -> str:
    """The address of the rule's page; empty for what is no address of the web."""
    return finding.url if _ADDRESS.fullmatch(finding.url) else ""


def values_marked(message: str) -> Iterator[tuple[str, bool]]:
    """The parts of a message, and of each whether it is a value that stood between backticks."""
    parts = message.split("`")
    if len(parts) % 2 == 0:  # a backtick without its partner: the message marks nothing
        parts = [message]
    for number, part in enumerate(parts):
        if part:
            yield part, number % 2 == 1


def _cell(table: TableCell | None) -> str:
    if table is None:
        return ""
    parts = (("", table.label), ("row ", table.row), ("column ", table.column))
    return ", ".join(f"{name}{text}" for name, text in (*parts, ("cell ", table.cell)) if text)
