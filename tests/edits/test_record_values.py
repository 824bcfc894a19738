from collections.abc import Mapping
from dataclasses import replace

import pytest

from dossiers import cocco, record
from evidence.edits.change import Refused
from evidence.edits.record_values import record_content
from evidence.matching.compare import compare
from evidence.model.finding import Finding, Severity
from evidence.model.reference import Reference
from evidence.model.work import Work

ASPECTS = {
    "title": "MET001", "authors": "MET002", "year": "MET003",
    "venue": "MET005", "volume": "MET006", "issue": "MET007", "pages": "MET008",
}  # fmt: skip
AUTHORS = "Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander"


def written(reference: Reference, work: Work | None = None) -> str:
    """What is written for the first thing on which the entry and the record disagree."""
    work = work or record()
    found = compare(reference, work).disagreements[0]
    finding = Finding(
        ASPECTS[found.aspect], "", Severity.ERROR, "", reference.place, reference.key,
        field=found.field, found=found.found, expected=found.expected,
    )  # fmt: skip
    field = reference.field(found.field)
    assert field
    content = record_content(finding, reference, field, work)
    return content.reason if isinstance(content, Refused) else content


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"title": "NTRK fusion-negative cancers"},
         "NTRK fusion-positive cancers and TRK inhibitor therapy"),
        ({"title": "{NTRK} fusion-negative cancers and {TRK} inhibitor"},
         "{NTRK} fusion-positive cancers and {TRK} inhibitor therapy"),
        ({"title": "{NTRK fusion-negative cancers and some other therapy}"},
         "{NTRK fusion-positive cancers and TRK inhibitor therapy}"),
        ({"author": "Cocco, Emiliano and Smith, Maurizio and Drilon, Alexander"}, AUTHORS),
        ({"author": "Cocco, E.\n    and Drilon, A.\n    and Scaltriti, M."},
         AUTHORS.replace(" and ", "\n    and ")),
        ({"author": "Cocco, E. and Smith, John and others"},
         "Cocco, Emiliano and Scaltriti, Maurizio and others"),
        ({"author": "A, B and B, C and C, D and D, E and others"}, AUTHORS),
        ({"author": None, "editor": "Smith, John"}, AUTHORS),
        ({"year": "2014"}, "2018"),
        ({"journal": "The Lancet Oncology"}, "Nature Reviews Clinical Oncology"),
        ({"journal": "{The Lancet Oncology}"}, "{Nature Reviews Clinical Oncology}"),
        ({"volume": "12"}, "15"),
        ({"number": "3"}, "12"),
        ({"pages": "831--847"}, "731--747"),
    ],
)  # fmt: skip
def test_the_record_replaces_what_differs(wrong: Mapping[str, str | None], right: str) -> None:
    kind = "book" if "editor" in wrong else "article"
    assert written(cocco(kind, **wrong)) == right


@pytest.mark.parametrize(
    ("wrong", "members", "right"),
    [
        ({"title": "A quite other thing"}, {"subtitle": ["a review & more"]},
         r"NTRK fusion-positive cancers and TRK inhibitor therapy: a review \& more"),
        ({"title": "A quite other thing"}, {"title": ["RETRACTED: <i>NTRK</i> fusion"]},
         r"\emph{NTRK} fusion"),
        ({"number": "3"}, {"issue": "suppl_8"}, "suppl 8"),
        ({"pages": "8--9"}, {"page": None, "article-number": "e17"}, "e17"),
    ],
)  # fmt: skip
def test_the_records_words_become_bibtex(
    wrong: Mapping[str, str], members: Mapping[str, object], right: str
) -> None:
    assert written(cocco(**wrong), record(members)) == right


@pytest.mark.parametrize(
    ("wrong", "members", "reason"),
    [
        ({"title": "Other"}, {"title": ["NTRK FUSION AND CANCER"]},
         "the record's title is in capitals"),
        ({"title": "Other"}, {"title": ["Decay of $B_s$ and $B_d$"]},
         "the record's title holds formulas"),
        ({"title": "Other"}, {"title": ["Caf\ufffd fusion"]}, "the record has lost a letter"),
        ({"title": "Other", "subtitle": "entirely"}, {},
         "what was compared is not this field alone"),
        ({"journal": "Lancet"}, {"container-title": ["NATURE REVIEWS"]},
         "the record's venue is in capitals"),
        ({"year": None, "date": "2014-03"}, {}, "the field holds more than the year"),
        ({"volume": "11(3)", "number": None}, {}, "the field holds the issue as well"),
        ({"volume": "15(3)", "number": None}, {}, "the field holds the volume as well"),
    ],
)  # fmt: skip
def test_what_a_record_cannot_mend_is_refused(
    wrong: Mapping[str, str | None], members: Mapping[str, object], reason: str
) -> None:
    assert written(cocco(**wrong), record(members)) == reason


def finding(code: str, field: str, found: str = "") -> Finding:
    place = cocco().place
    return Finding(code, "", Severity.ERROR, "", place, "cocco2018", field=field, found=found)


@pytest.mark.parametrize(
    ("code", "field", "work", "reason"),
    [
        ("MET002", "author", replace(record(), authors=()), "the record says nothing"),
        ("MET003", "year", replace(record(), dates=()), "the record says nothing"),
        ("MET006", "volume", record(), "the entry has the record's words already"),
        ("MET005", "title", record(), "the field is not the name of a journal or a book"),
        ("MET008", "title", record(), "the field does not hold pages alone"),
    ],
)
def test_a_finding_that_does_not_fit_its_record_changes_nothing(
    code: str, field: str, work: Work, reason: str
) -> None:
    reference = cocco()
    found = reference.field(field)
    assert found
    content = record_content(finding(code, field, found.text), reference, found, work)
    assert content == Refused(reason)
