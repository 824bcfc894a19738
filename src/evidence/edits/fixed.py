"""The outcome of fixing a .bib file, and how it gets onto the disk."""

import codecs
import os
from dataclasses import dataclass, field
from typing import Final

from evidence.edits.change import Edit, Left
from evidence.edits.file_edit import FileEdit
from evidence.edits.propose import FIXABLE
from evidence.model.report import Report
from evidence.sources.encoding import encode

_HEADER_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Fixed(FileEdit):
    """What was done to a .bib file, which is not written yet.

    `edits` are in the order of the file; `left` are the findings that an edit might have mended,
    and why none did; `diff` is a unified diff; `report` is the check that asked for the edits.
    """

    edits: tuple[Edit, ...]
    left: tuple[Left, ...]
    diff: str = field(repr=False)
    report: Report = field(repr=False)

    @property
    def others(self) -> int:
        """How many findings of the check no edit can mend."""
        return sum(finding.code not in FIXABLE for finding in self.report.findings)

    @property
    def patch(self) -> bytes | None:
        """The diff in the file's own encoding, as `git apply` and `patch` need it.

        None for UTF-16 and UTF-32, which neither of them takes for text.
        """
        if self.before.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
            return None
        *header, body = self.diff.split("\n", _HEADER_LINES)
        like = self.before.removeprefix(codecs.BOM_UTF8)
        head = b"".join(os.fsencode(f"{line}\n") for line in header)
        return head + (body.encode() if like != self.before else encode(body, self.before))


def write_fixed(fixed: Fixed) -> None:
    """Put the edited text in the place of the file, whole or not at all; its permissions stay.

    A file with nothing to change is not touched. Raises InputError when the file is not what it was
    when it was read, and when it cannot be written.
    """
    fixed.write()
