import json

from citations import HAND_MADE, article
from evidence.audit.identification import Identification
from evidence.edits.bibtex_entry import as_bibtex
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Unavailable
from evidence.model.work import Update
from evidence.reports.identification import (
    identification_bibtex,
    identification_json,
    identification_text,
)

WORK = article(titles=("Safety of <i>entrectinib</i>",))
TWIN = article("10.1158/twin", titles=("Safety of entrectinib",), origin=HAND_MADE)
RETRACTED = article("10.1158/r", titles=("Moonlight",), updates=(Update("retraction"),))
SURE = Identification(
    "Drilon A. Safety. 2017", Found(WORK), Confidence.HIGH, "title and year agree"
)
UNSURE = Identification(
    "[7] Drilon. Moonlight", Found(RETRACTED), Confidence.LOW, "title agrees", others=(TWIN,)
)
MISSING = Identification(
    "Roe R.\x1b[2J @article{x, Nothing", Absent("no work found"), remark="`10.1/x` leads nowhere"
)
UNKNOWN = Identification("Poe P. Something. 2011", Unavailable("Crossref: 503"))
EVERYTHING = (SURE, UNSURE, MISSING, UNKNOWN)
SOURCE = "Drilon A, Siena S, Ou SH. Cancer Discovery 2017;7(4):400-409"


def test_the_text_says_what_each_string_is_and_how_sure_that_is() -> None:
    assert identification_text(EVERYTHING) == (
        "Drilon A. Safety. 2017\n"
        "  found, high confidence: title and year agree\n"
        f"  Safety of entrectinib. {SOURCE} 10.1158/2159-8290.cd-16-1237 [Crossref, via network]\n"
        "\n"
        "[7] Drilon. Moonlight\n"
        "  found, low confidence: title agrees\n"
        f"  RETRACTED OR WITHDRAWN: Moonlight. {SOURCE} 10.1158/r [Crossref, via network]\n"
        f"  perhaps Safety of entrectinib. {SOURCE} 10.1158/twin [hand-made record]\n"
        "\n"
        "Roe R.␛[2J @article{x, Nothing\n"
        "  no work found\n"
        "  note: `10.1/x` leads nowhere\n"
        "\n"
        "Poe P. Something. 2011\n"
        "  not checked: Crossref: 503"
    )


def test_the_json_has_the_same_as_values() -> None:
    data = json.loads(identification_json(EVERYTHING))
    assert data["schema"] == "evidence/find/1"
    sure, unsure, missing, unknown = data["references"]
    assert sure == {
        "written": "Drilon A. Safety. 2017",
        "status": "found",
        "reason": None,
        "confidence": "high",
        "why": "title and year agree",
        "remark": None,
        "work": {
            "doi": "10.1158/2159-8290.cd-16-1237",
            "type": "journal-article",
            "title": "Safety of <i>entrectinib</i>",
            "authors": [
                {"family": "Drilon", "given": "Alexander"},
                {"family": "Siena", "given": "Salvatore"},
                {"family": "Ou", "given": "Sai-Hong"},
            ],
            "year": 2017,
            "venue": "Cancer Discovery",
            "volume": "7",
            "issue": "4",
            "pages": "400-409",
            "article_number": None,
            "publisher": "American Association for Cancer Research (AACR)",
            "registry": "Crossref",
            "hand_made": False,
            "retracted": False,
        },
        "others": [],
    }
    assert (unsure["work"]["retracted"], unsure["confidence"]) == (True, "low")
    assert [(each["doi"], each["hand_made"]) for each in unsure["others"]] == [
        ("10.1158/twin", True)
    ]
    assert (missing["status"], missing["reason"]) == ("not-found", "no work found")
    assert (missing["work"], missing["remark"]) == (None, "`10.1/x` leads nowhere")
    assert (unknown["status"], unknown["reason"]) == ("unchecked", "Crossref: 503")


def test_the_bibtex_has_each_work_once_and_comments_for_the_rest() -> None:
    again = Identification("Drilon again", Found(WORK), Confidence.HIGH, "its DOI")
    assert identification_bibtex((*EVERYTHING, again)) == (
        f"{as_bibtex(WORK, 'drilon2017')}\n"
        "\n"
        "% low confidence, title agrees: [7] Drilon. Moonlight\n"
        "% retracted or withdrawn\n"
        f"{as_bibtex(RETRACTED, 'drilon2017a')}\n"
        "\n"
        "% not found: Roe R.␛[2J (at)article{x, Nothing\n"
        "% note: `10.1/x` leads nowhere\n"
        "\n"
        "% not checked, Crossref: 503: Poe P. Something. 2011\n"
        "\n"
        "% found already, drilon2017: Drilon again"
    )
