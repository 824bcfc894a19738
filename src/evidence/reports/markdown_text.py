"""A stranger's text inside Markdown: shown as it is, whatever Markdown makes of its characters.

After CommonMark 0.31 and GitHub's tables and autolinks.
"""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.statements.agreeing_words import Span
from evidence.model.doi import Doi
from evidence.reports.characters import between, exact, one_line
from evidence.reports.wording import values_marked

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>|~^$@]|&(?=#?\w+;)")
_BLOCK_START: Final = re.compile(r"^(?:[-+=#]|\d+(?=[.)](?:\s|$)))")
_AUTOLINK: Final = re.compile(r"(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
# Stands for the sign until the text is escaped; `one_line` leaves no such character in any text.
_OPEN: Final = "\x01"
_BACKTICKS: Final = re.compile(r"`+")


def escape(text: str) -> str:
    r"""`text` as prose on one line.

    >>> print(escape("# a|b <i>*c*</i>"))
    \# a\|b \<i\>\*c\*\</i\>
    """
    return _escaped(one_line(text))


def _escaped(line: str) -> str:
    safe = _AUTOLINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", line))
    return _BLOCK_START.sub(_escape_block_start, safe)


def code(text: str) -> str:
    """`text` exactly as it is, set as code.

    One with a pipe is set by a tag: inside a table's code span a pipe would end the cell.
    """
    shown = exact(text)
    if not shown.strip() or "|" in shown:
        return f"<code>{escape(shown)}</code>"
    longest = max(map(len, _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    # A blank next to each fence is dropped, if there is one at both ends.
    room = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{room}{shown}{room}{fence}"


def message(text: str) -> str:
    """A message with the values between its backticks set as code."""
    return "".join(
        code(part) if is_value else _inner(part) for part, is_value in values_marked(text)
    )


def marked(text: str, spans: Sequence[Span]) -> str:
    """`text`, which is `one_line` already, in bold what the spans hold."""
    return _escaped(between(text, spans, _OPEN, _OPEN)).replace(_OPEN, "**")


def doi_link(doi: Doi, name: str) -> str:
    """A link to the DOI's address, named by the DOI as the reader knows it."""
    address = doi.url.replace("(", "%28").replace(")", "%29")
    return f"[{escape(name)}]({address})"


def _inner(part: str) -> str:
    """Prose between two values, with the blanks at its ends."""
    lead = " " if part[0].isspace() else ""
    end = " " if part[-1].isspace() and part.strip() else ""
    return f"{lead}{escape(part)}{end}"


def _escape_block_start(start: re.Match[str]) -> str:
    marker = start[0]
    return f"{marker}\\" if marker.isdigit() else f"\\{marker}"
