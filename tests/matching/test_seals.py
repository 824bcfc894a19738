"""What makes a fingerprint change, and which seal belongs to which line."""

import datetime
from dataclasses import replace

import pytest

from evidence.matching.seals import claim_print, fingerprints, line_print, record_print, seal_of
from evidence.model.claim import Claim, EvidenceLine, Role, System, TableCell, Value
from evidence.model.doi import Doi
from evidence.model.lock import Lock, Seal
from evidence.model.place import Place
from evidence.model.work import DateKind, Name, Update, Work, WorkDate
from matching_values import CROSSREF, HAND_MADE

PLACE = Place("claims.yaml")
LINE = EvidenceLine("moore2015", PLACE, quote="eases pain", page="3")
CLAIM = Claim("pain", "It eases  pain.", PLACE, values=(Value("NNT", "2.5"),), evidence=(LINE,))
WORK = Work(
    Doi("10.1002/x"),
    "journal-article",
    ("Ibuprofen for <i>dental</i> pain",),
    CROSSREF,
    authors=(Name("Moore", "R. A."), Name("Müller")),
    dates=(WorkDate(DateKind.ONLINE, 2015), WorkDate(DateKind.PRINT, 2016)),
)


def test_a_claim_changes_with_what_it_states() -> None:
    same = replace(CLAIM, text="It eases\npain. ", note="n", variants=("v",), place=Place("b"))
    assert claim_print(same) == claim_print(CLAIM)
    assert len(claim_print(CLAIM)) == 16
    others = (
        replace(CLAIM, text="It eases most pain."),
        replace(CLAIM, values=(Value("NNT", "2.6"),)),
        replace(CLAIM, values=(Value("NNT", "2.5", "%"),)),
        replace(CLAIM, system=System.PATIENT),
    )
    assert len({claim_print(each) for each in (CLAIM, *others)}) == 5


def test_a_line_changes_with_what_it_points_at() -> None:
    same = replace(LINE, quote="eases\n  pain", note="n", design="rct", place=Place("b", 7))
    assert line_print(same) == line_print(LINE)
    others = (
        replace(LINE, quote="eases most pain"),
        replace(LINE, page="", section="3"),
        replace(LINE, role=Role.BACKGROUND),
        replace(LINE, table=TableCell("3")),
    )
    assert len({line_print(each) for each in (LINE, *others)}) == 5


def test_letters_that_are_composed_or_not_are_the_same() -> None:
    assert line_print(replace(LINE, quote="Ménière")) == line_print(
        replace(LINE, quote="Me\u0301nie\u0300re")
    )


def test_a_record_changes_with_its_work_and_with_what_became_of_it() -> None:
    retraction = Update("retraction", Doi("10.1002/r"), datetime.date(2020, 1, 1), "publisher")
    same = (
        replace(WORK, titles=("Ibuprofen for dental pain",)),
        replace(WORK, authors=(Name("MOORE"), Name("Muller"))),
        replace(WORK, dates=(*WORK.dates, WorkDate(DateKind.ISSUE, 2014)), is_partial=True),
        replace(WORK, volume="7", abstract="It does."),
    )
    assert {record_print(each) for each in same} == {record_print(WORK)}
    others = (
        replace(WORK, doi=Doi("10.1002/y")),
        replace(WORK, titles=("Ibuprofen for dental pains",)),
        replace(WORK, authors=WORK.authors[:1]),
        replace(WORK, dates=WORK.dates[1:]),
        replace(WORK, updates=(retraction,)),
        replace(WORK, titles=("RETRACTED: Ibuprofen for dental pain",)),
    )
    assert len({record_print(each) for each in (WORK, *others)}) == 7
    twice = replace(retraction, source="retraction-watch")
    assert record_print(replace(WORK, updates=(retraction, twice))) == record_print(others[4])


def test_without_a_registrys_record_nothing_is_said_of_it() -> None:
    assert record_print(None) == ""
    assert record_print(replace(WORK, origin=HAND_MADE)) == ""
    assert fingerprints(CLAIM, LINE, None).record == ""


def lock(*lines: EvidenceLine) -> Lock:
    """The seals of lines as they stood one behind the other."""
    seals = (
        Seal("pain", "moore2015", at, fingerprints(CLAIM, line, None))
        for at, line in enumerate(lines, 1)
    )
    return Lock({("pain", "moore2015"): tuple(seals)})


A, B, C = (
    replace(LINE, page=page, place=Place("claims.yaml", 7 + at)) for at, page in enumerate("345")
)
A2 = replace(A, place=Place("claims.yaml", 20))
OTHER = EvidenceLine("vane1971", PLACE)


@pytest.mark.parametrize(
    ("sealed", "lines", "found"),
    [
        ((A, B), (A, B), [1, 2]),
        ((A, B), (B, OTHER, A), [2, None, 1]),
        ((A, B), (C, A, B), [None, 1, 2]),
        ((A, B), (C, B), [1, 2]),  # the first one was edited
        ((A, B), (B,), [2]),
        ((A,), (C,), [1]),
        ((A,), (A, C), [1, None]),
        ((A, A2), (A, A2), [1, 2]),
        ((A,), (A, A2), [1, None]),
        ((), (A,), [None]),
    ],
)
def test_a_seal_goes_with_its_line(
    sealed: tuple[EvidenceLine, ...],
    lines: tuple[EvidenceLine, ...],
    found: list[int | None],
) -> None:
    claim = replace(CLAIM, evidence=lines)
    seals = [seal_of(claim, line, lock(*sealed)) for line in lines]
    assert [seal.at if seal else None for seal in seals] == found
