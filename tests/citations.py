"""Works as Crossref would tell them, for the tests that hold references against them."""

from typing import Any

from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Origin, Via, Work, WorkDate

CROSSREF = Origin("Crossref", Via.NETWORK, None)
HAND_MADE = Origin("Crossref", Via.SNAPSHOT, None, hand_made=True)


def article(doi: str = "10.1158/2159-8290.cd-16-1237", **members: Any) -> Work:
    """The trial of entrectinib that the first document cites, with other members where given."""
    known: dict[str, Any] = {
        "type": "journal-article",
        "titles": (
            "Safety and Antitumor Activity of the Multitargeted Pan-TRK, ROS1, and ALK Inhibitor"
            " Entrectinib: Combined Results from Two Phase I Trials (ALKA-372-001 and STARTRK-1)",
        ),
        "authors": (
            Name("Drilon", "Alexander"),
            Name("Siena", "Salvatore"),
            Name("Ou", "Sai-Hong"),
        ),
        "dates": (WorkDate(DateKind.PRINT, 2017, 4),),
        "venues": ("Cancer Discovery", "Cancer Discov"),
        "volume": "7",
        "issue": "4",
        "pages": "400-409",
        "publisher": "American Association for Cancer Research (AACR)",
        "origin": CROSSREF,
    }
    return Work(doi=Doi(doi), **(known | members))
