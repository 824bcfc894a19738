"""What the words of a report mean, for a reader who meets them for the first time."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from evidence.model.report import Level, Status

STATUS_MEANINGS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.VERIFIED: "A registry’s record agrees with the entry.",
        Status.DIFFERS: "A registry has a record, and something in the entry disagrees with it.",
        Status.ANOTHER_WORK: "The DOI belongs to other work than the entry describes.",
        Status.MALFORMED: "What is written is not a DOI.",
        Status.UNREGISTERED: "No registration agency knows the DOI.",
        Status.OTHER_AGENCY: "Registered elsewhere, and not compared with a record.",
        Status.NO_DOI: "The entry has no DOI, and no work was found for it.",
        Status.UNCHECKED: "Nobody could be asked, only a hand-made record answered, or the entry "
        "says too little to compare.",
    }
)

LEVEL_MEANINGS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        Level.UNCITED: "The claim names no evidence, or some that does not exist.",
        Level.LINKED: "Every reference that it names is an entry of the bibliography.",
        Level.VERIFIED: "Every reference that it names is verified against a registry.",
        Level.ANCHORED: "Each line that bears it names words or a table cell, and these were found "
        "in the cited work’s own text.",
        Level.JUDGED: "A person has judged each of these lines, none of them against the claim, "
        "and nothing has changed since.",
        Level.APPROVED: "A person has approved the claim. No command sets this level, so no claim "
        "reaches it.",
    }
)

RISK_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "at risk": "Something that supports the claim is not sound, or not known to be.",
        "broken": "The claim has support, and none of it is sound or may still prove to be.",
    }
)

LINE_MEANINGS: Final = (
    ("verified", "good", "A registry’s record agrees with the reference. It says nothing about the "
     "claim."),
    ("quote found", "anchored", "The program found the very words in the work’s own text. It does "
     "not say that they support the claim."),
    ("judged", "judged", "A person said what the work says to the claim."),
)  # fmt: skip
"""The three things that are told of a line, by whom, each with the mark that stands beside it."""

MARK_MEANING: Final = (
    "A word, number or name that stands in the claim and in the quote, in whatever form."
)
