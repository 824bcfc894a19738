from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from citations import HAND_MADE, article
from evidence.audit.identification import Identification, find_works
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import DateKind, Name, Work, WorkDate
from evidence.registries.interface import Registries, Sifted

WORK = article()
PRINTED = (
    "Drilon A, Siena S, et al. Safety and antitumor activity of the multitargeted pan-TRK, ROS1,"
    " and ALK inhibitor entrectinib: combined results from two phase I trials (ALKA-372-001 and"
    " STARTRK-1). Cancer Discov. 2017;7(4):400–409."
)
OTHER = article(
    "10.1038/s41571-018-0113-0",
    titles=("NTRK fusion-positive cancers and TRK inhibitor therapy",),
    authors=(Name("Cocco", "Emiliano"),),
    dates=(WorkDate(DateKind.PRINT, 2018),),
    venues=("Nature Reviews Clinical Oncology",),
    volume="15",
    issue="12",
    pages="731-747",
)
EVERYTHING = "title, first author, year, venue, volume, issue and pages agree"


@dataclass(slots=True)
class Told:
    """Registries that know what they were told, and write down what they are asked."""

    works: tuple[Work, ...] = ()
    hits: tuple[Work, ...] | Unavailable = ()
    outcomes: Mapping[Doi, Outcome] = field(default_factory=dict)
    whole: Mapping[Doi, Outcome] = field(default_factory=dict)
    located: Mapping[Doi, Absent | Unavailable] = field(default_factory=dict)
    searches: list[str] = field(default_factory=list)
    completed: list[Doi] = field(default_factory=list)

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        known: dict[Doi, Outcome] = {work.doi: Found(work) for work in self.works}
        known.update(self.outcomes)
        return ((doi, known.get(doi, Absent("not in Crossref"))) for doi in dois)

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        self.completed.extend(dois)
        return ((doi, self.whole[doi]) for doi in dois)

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        return Sifted({work.doi: work for work in self.works if work.doi in guesses})

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        self.searches.extend(descriptions)
        return ((description, self.hits) for description in descriptions)

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        return ((doi, self.located.get(doi, Absent("no agency knows it"))) for doi in dois)

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        return ((short, WORK.doi) for short in short_dois)


def find(text: str, told: Told, *, whole: bool = False) -> Identification:
    """What becomes of one string."""
    registries = Registries(told, told, told, lambda: 0)
    (found,) = find_works([text], registries, whole=whole)
    return found


def test_a_work_that_agrees_in_everything_is_found_with_high_confidence() -> None:
    told = Told(hits=(OTHER, WORK))
    found = find(PRINTED, told)
    assert (found.work, found.confidence, found.why) == (WORK, Confidence.HIGH, EVERYTHING)
    assert (found.others, found.remark) == ((), "")
    assert told.searches == [PRINTED]
    assert found.is_certain


def test_nothing_is_found_where_nothing_agrees_although_the_search_answered() -> None:
    found = find(PRINTED, Told(hits=(OTHER,)))
    assert found.outcome == Absent("no work that agrees was found by its text")
    assert (found.confidence, found.why) == (None, "")
    assert not found.is_certain


def test_a_search_that_does_not_answer_is_no_answer() -> None:
    found = find(PRINTED, Told(hits=Unavailable("Crossref: 503")))
    assert found.outcome == Unavailable("Crossref: 503")


def test_what_differs_is_told_with_the_records_value_and_lowers_the_confidence() -> None:
    near = find(PRINTED.replace("2017", "2018"), Told(hits=(WORK,)))
    assert near.confidence is Confidence.MEDIUM
    assert near.why == (
        "title, first author, venue, volume, issue and pages agree;"
        " year nearly (the record has `2017`)"
    )
    off = find(PRINTED.replace(":400–409", ":512–20"), Told(hits=(WORK,)))
    assert off.confidence is Confidence.LOW
    assert off.why == (
        "title, first author, year, venue, volume and issue agree;"
        " not pages (the record has `400-409`)"
    )


def test_of_two_works_the_one_that_agrees_with_more_is_found() -> None:
    # A preprint and its article, with one title and the same authors.
    preprint = article("10.1101/1", type="posted-content", venues=(), volume="", issue="", pages="")
    found = find(PRINTED, Told(hits=(preprint, WORK)))
    assert (found.work, found.confidence, found.others) == (WORK, Confidence.HIGH, ())


def test_of_two_works_that_agree_alike_neither_is_sure() -> None:
    twin = article("10.1158/twin")
    found = find(PRINTED, Told(hits=(WORK, twin)))
    assert (found.work, found.confidence, found.others) == (WORK, Confidence.LOW, (twin,))
    assert found.why == f"{EVERYTHING}; another work fits as well"


def test_a_copy_of_a_well_known_paper_comes_after_the_paper_and_is_never_sure() -> None:
    copy = article("10.65215/abc", type="posted-content")
    assert find(PRINTED, Told(hits=(copy, WORK))).work == WORK
    assert find(PRINTED, Told(hits=(copy,))).confidence is Confidence.LOW


def test_the_doi_in_the_string_is_looked_up_before_any_search() -> None:
    told = Told(works=(WORK,))
    found = find(f"{PRINTED} doi:{WORK.doi}.", told)
    assert (found.work, found.confidence) == (WORK, Confidence.HIGH)
    assert found.why == f"its DOI; {EVERYTHING}"
    assert told.searches == []


def test_a_doi_of_another_work_is_said_so_and_the_work_is_searched_for() -> None:
    told = Told(works=(OTHER,), hits=(WORK,))
    found = find(f"{PRINTED} doi:{OTHER.doi}", told)
    assert (found.work, found.confidence) == (WORK, Confidence.HIGH)
    remark = f"`{OTHER.doi}` is the DOI of another work, `{OTHER.title}`"
    assert found.remark == remark
    nothing = find(f"{PRINTED} doi:{OTHER.doi}", Told(works=(OTHER,)))
    assert (nothing.outcome, nothing.remark) == (
        Absent("no work that agrees was found by its text"),
        remark,
    )


def test_a_slip_in_the_string_does_not_outweigh_its_doi() -> None:
    found = find(f"{PRINTED.replace('2017', '2013')} doi:{WORK.doi}", Told(works=(WORK,)))
    assert (found.work, found.confidence) == (WORK, Confidence.MEDIUM)
    assert found.why.endswith("not year (the record has `2017`)")


@pytest.mark.parametrize(
    ("written", "edit"),
    [
        (f"https://doi.org/4{WORK.doi}", "without the stray `4` before `10.`"),
        (f"doi:{WORK.doi}x", ""),
    ],
)
def test_a_doi_that_leads_nowhere_is_repaired_where_the_string_agrees(
    written: str, edit: str
) -> None:
    found = find(f"{PRINTED} {written}", Told(works=(WORK,), hits=(WORK,)))
    assert (found.work, found.confidence) == (WORK, Confidence.HIGH)
    assert edit in found.remark
    assert found.remark


def test_a_repair_that_the_string_does_not_describe_is_not_taken() -> None:
    found = find(f"{PRINTED} https://doi.org/4{OTHER.doi}", Told(works=(OTHER,)))
    assert found.outcome == Absent("no work that agrees was found by its text")


def test_a_doi_alone_is_found_by_itself() -> None:
    found = find(f"https://doi.org/{WORK.doi}", Told(works=(WORK,)))
    assert (found.work, found.confidence) == (WORK, Confidence.HIGH)
    assert found.why == "its DOI, and nothing else to compare"
    assert find("doi:10/abcde", Told(works=(WORK,))).work == WORK  # a short one


@pytest.mark.parametrize("number", ["3. doi:", "[3] ", "(3) https://doi.org/"])
def test_a_doi_alone_may_have_its_number_in_the_list(number: str) -> None:
    assert find(f"{number}{WORK.doi}", Told(works=(WORK,))).work == WORK


def test_a_malformed_doi_alone_is_explained_and_never_read_as_the_repaired_one() -> None:
    found = find("410.1158/2159-8290.cd-16-1237", Told(works=(WORK,)))
    assert isinstance(found.outcome, Absent)
    assert found.others == (WORK,)
    assert found.remark.startswith(
        "`410.1158/2159-8290.cd-16-1237` is not a DOI: stray `4` before `10.`"
    )


def test_an_unregistered_doi_alone_is_not_found() -> None:
    found = find("10.1158/nope", Told())
    assert isinstance(found.outcome, Absent)
    assert found.remark == "`10.1158/nope` leads nowhere: no agency knows it"


@pytest.mark.parametrize(
    "told",
    [
        Told(outcomes={WORK.doi: Unavailable("offline")}),
        Told(located={WORK.doi: Absent("offline", agency="mEDRA")}),
        Told(located={WORK.doi: Unavailable("offline")}),
    ],
    ids=["Crossref silent", "another agency", "doi.org silent"],
)
def test_a_doi_that_cannot_be_compared_leaves_the_work_unknown(told: Told) -> None:
    alone = find(WORK.doi.name, told)
    assert (alone.outcome, alone.remark) == (Unavailable("offline"), "")
    described = find(f"{PRINTED} doi:{WORK.doi}", told)
    assert described.outcome == Unavailable("offline")
    assert described.remark == f"`{WORK.doi}` cannot be compared: offline"
    found = find(f"{PRINTED} doi:{WORK.doi}", replace(told, hits=(WORK,)))
    assert (found.work, found.confidence) == (WORK, Confidence.HIGH)


def test_a_record_made_by_hand_finds_nothing() -> None:
    by_hand = article(origin=HAND_MADE)
    for text in (WORK.doi.name, f"{PRINTED} doi:{WORK.doi}"):
        found = find(text, Told(works=(by_hand,)))
        assert found.outcome == Unavailable("a record made by hand is no registry's")
        assert found.others == (by_hand,)
    repaired = find(f"{PRINTED} https://doi.org/4{WORK.doi}", Told(works=(by_hand,)))
    assert repaired.work is None


def test_too_few_words_are_not_searched_for() -> None:
    told = Told(hits=(WORK,))
    assert isinstance(find("Drilon 2017", told).outcome, Absent)
    assert isinstance(find("", told).outcome, Absent)
    assert told.searches == []


def test_the_whole_record_takes_the_place_of_the_one_in_a_list() -> None:
    partial, whole = article(is_partial=True), article(publisher="AACR")
    told = Told(hits=(partial,), whole={WORK.doi: Found(whole)})
    assert find(PRINTED, told).work == partial
    assert find(PRINTED, told, whole=True).work == whole
    assert told.completed == [WORK.doi]
    silent = Told(hits=(partial,), whole={WORK.doi: Unavailable("503")})
    assert find(PRINTED, silent, whole=True).work == partial


def test_several_strings_are_searched_for_together_each_once_and_told_in_their_order() -> None:
    told = Told(works=(OTHER,), hits=(WORK,))
    texts = [PRINTED, OTHER.doi.name, f"[3] {PRINTED}"]
    stages: list[str] = []
    registries = Registries(told, told, told, lambda: 0)
    found = find_works(texts, registries, progress=lambda stage, *_: stages.append(stage))
    assert [each.written for each in found] == texts
    assert [each.work for each in found] == [WORK, OTHER, WORK]
    assert told.searches == [PRINTED]
    assert stages == ["searching for works"]


def test_one_string_is_one_reference_and_not_its_letters() -> None:
    told = Told(works=(WORK,))
    (found,) = find_works(WORK.doi.name, Registries(told, told, told, lambda: 0))
    assert found.work == WORK


def test_the_first_editor_stands_for_the_author_where_there_is_none() -> None:
    book = article(
        type="edited-book", titles=("A handbook of organ music and its players",), authors=(),
        editors=(Name("Bellows", "Bo"),), venues=(), volume="", issue="", pages="",
    )  # fmt: skip
    found = find(
        "Roe R, editor. A handbook of organ music and its players. 2017.", Told(hits=(book,))
    )
    assert found.work is None
    found = find("Bellows B. A handbook of organ music and its players. 2017.", Told(hits=(book,)))
    assert found.work == book


def test_a_record_without_a_title_is_found_and_never_certain() -> None:
    found = find(WORK.doi.name, Told(works=(article(titles=()),)))
    assert found.work
    assert not found.is_certain
