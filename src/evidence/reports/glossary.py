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
        Level.ANCHORED: "Each quote or table cell was found in the cited work.",
        Level.JUDGED: "A person has judged each line of evidence.",
        Level.APPROVED: "A person has approved the claim.",
    }
)

RISK_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "at risk": "Something that supports the claim is not sound, or not known to be.",
        "broken": "The claim has support, and none of it is sound or may still prove to be.",
    }
)
