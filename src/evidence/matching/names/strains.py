"""Strains of germs by a letter or a number: `serogroup B`, `hepatitis C`, `influenza A and B`."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.matching.names.sought import sought
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.text_subjects import Mention

_STRAINS: Final = re.compile(
    r"\b(?P<head>serogroup|serotype|serovar|genotype|subtype|hepatitis|influenza)"
    r"(?:s| virus(?:es)?| types?)? (?P<which>(?:[A-Z]|\d{1,2}[A-F]?)"
    r"(?:(?:, (?:and |or )?|/| and | or )(?:[A-Z]|\d{1,2}[A-F]?)){0,12})(?![\w%./-]|, \d| and \d)",
    re.IGNORECASE,
)
_STRAIN: Final = re.compile(r"\b(?:[A-Z]|\d{1,2}[A-F]?)\b")


def strains_in(text: str) -> Iterator[Mention]:
    """The strains that a text names, each at the place of its letter."""
    for found in _STRAINS.finditer(text):
        for each in _STRAIN.finditer(found["which"]):
            start = found.start("which") + each.start()
            written = f"{found['head']} {each[0]}"
            yield Mention(
                sought(Subject(written, SubjectKind.STRAIN), (written,)), start, start + 1
            )
