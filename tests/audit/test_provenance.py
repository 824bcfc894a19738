"""What the comment above an imported entry says of where its parts are from."""

from dataclasses import replace

import pytest

from evidence.audit.identification import Identification
from evidence.audit.provenance import entry_as_printed, entry_from_record, is_usable
from evidence.edits.proposed_entry import ProposedEntry
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Unavailable
from evidence.model.printed import PrintedReference
from evidence.model.work import Name, Origin, Via, Work

PRINTED = PrintedReference(
    "article", (Name("Rossi", "A"),), title="Deep burns", venue="Wound Repair", year="2004",
    volume="12", pages="101-109",
)  # fmt: skip
WORK = Work(
    Doi("10.1111/wrr.04"), "journal-article", ("Deep burns",),
    Origin("Crossref", Via.NETWORK, None),
    authors=(Name("Rossi", "Anna"),), venues=("Wound Repair",),
)  # fmt: skip


def fields(found: ProposedEntry) -> dict[str, str]:
    return dict(found.entry.fields)


def test_what_the_record_lacks_is_as_printed_and_said_so() -> None:
    entry = entry_from_record(WORK, PRINTED)
    assert (fields(entry)["author"], fields(entry)["pages"]) == ("Rossi, Anna", "101--109")
    assert entry.comments == (
        "authors, title, journal and doi from Crossref's record of 10.1111/wrr.04;"
        " year, volume and pages as printed.",
    )


def test_a_printed_doi_stays_as_it_is() -> None:
    entry = entry_from_record(WORK, replace(PRINTED, doi="410.1111/wrr.04"))
    assert fields(entry)["doi"] == "410.1111/wrr.04"
    assert entry.comments[0].endswith("volume, pages and doi as printed.")


def test_details_of_another_type_are_not_mixed_in() -> None:
    entry = entry_from_record(WORK, replace(PRINTED, type="book"))
    assert "as printed" not in entry.comments[0]
    assert "pages" not in fields(entry)


@pytest.mark.parametrize(
    ("outcome", "why", "told"),
    [
        (Absent("no work"), "", "as printed; no work."),
        (Unavailable("offline"), "", "as printed; nobody could be asked: offline."),
        (
            Found(WORK),
            "not the year",
            "as printed; the record of 10.1111/wrr.04 leaves a doubt and was not used: not the"
            " year.",
        ),
        (
            Found(replace(WORK, origin=replace(WORK.origin, hand_made=True))),
            "",
            "as printed; the record of 10.1111/wrr.04 was made by hand and not used.",
        ),
    ],
)
def test_why_an_entry_is_as_printed(
    outcome: Absent | Unavailable | Found, why: str, told: str
) -> None:
    found = Identification("Rossi A.", outcome, Confidence.LOW, why)
    assert not is_usable(found)
    entry = entry_as_printed(PRINTED, "Rossi A. Deep burns.", found)
    assert entry.comments == (told,)
    remark = replace(found, remark="`10.1/x` leads nowhere")
    again = entry_as_printed(PRINTED, "Rossi A. Deep burns.", remark)
    assert again.comments == (f"{told} `10.1/x` leads nowhere.",)


def test_a_work_without_a_doubt_is_usable_unless_it_was_made_by_hand() -> None:
    found = Identification("Rossi A.", Found(WORK), Confidence.HIGH)
    assert is_usable(found)
    by_hand = replace(WORK, origin=replace(WORK.origin, hand_made=True))
    assert not is_usable(replace(found, outcome=Found(by_hand)))
