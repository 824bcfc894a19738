import pytest

from dossiers import DOI, HAND_MADE, TITLE, cocco, record
from evidence.audit.proposals import best_candidate, best_match, namesake
from evidence.candidates.candidate import Candidate
from evidence.checks.case import Proposal
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.reference import Reference
from evidence.model.work import Work
from evidence.registries.interface import Sifted

CUT = Candidate(Doi(DOI), ("without the final `.`",))
STRANGER = record({"DOI": "10.1234/stranger", "title": ["Basket trials in paediatric oncology"]})
TWIN = record({"DOI": "10.65215/twin"})
BY_SEARCH = "found by a search for the title"
ALL_AGREE = "title, authors and year agree with Crossref's record"


def matched(reference: Reference, *works: Work) -> tuple[str, Confidence, str]:
    """What a search's best match is, how sure, and why."""
    return told(best_match(reference, works))


def told(proposal: Proposal | None) -> tuple[str, Confidence, str]:
    assert proposal is not None
    return proposal.work.doi.name, proposal.confidence, proposal.why


class TestBestMatch:
    def test_title_authors_and_year_of_the_only_work_give_high_confidence(self) -> None:
        assert matched(cocco(doi=None), STRANGER, record()) == (
            DOI,
            Confidence.HIGH,
            f"{BY_SEARCH}; {ALL_AGREE}",
        )

    @pytest.mark.parametrize(
        ("missing", "parts"),
        [("year", "title and authors"), ("author", "title and year")],
    )
    def test_what_the_entry_does_not_say_cannot_make_it_certain(
        self, missing: str, parts: str
    ) -> None:
        assert matched(cocco(doi=None, **{missing: None}), record()) == (
            DOI,
            Confidence.MEDIUM,
            f"{BY_SEARCH}; {parts} agree with Crossref's record",
        )

    def test_a_field_that_differs_lowers_the_confidence_and_is_told(self) -> None:
        assert matched(cocco(doi=None, volume="22"), record()) == (
            DOI,
            Confidence.MEDIUM,
            f"{BY_SEARCH}; {ALL_AGREE}; another field differs",
        )

    def test_of_two_works_that_fit_the_first_is_proposed_without_certainty(self) -> None:
        # Copies of famous papers under the prefix 10.65215 take the first ranks of a search.
        assert matched(cocco(doi=None), TWIN, record()) == (
            "10.65215/twin",
            Confidence.MEDIUM,
            f"{BY_SEARCH}; {ALL_AGREE}; another work fits as well",
        )
        assert matched(cocco(doi=None), record(), record())[:2] == (DOI, Confidence.HIGH)

    def test_a_record_made_by_hand_is_never_certain_and_says_so(self) -> None:
        assert matched(cocco(doi=None), record(origin=HAND_MADE)) == (
            DOI,
            Confidence.MEDIUM,
            f"{BY_SEARCH}; title, authors and year agree with a record made by hand, not looked up"
            " in a registry",
        )

    @pytest.mark.parametrize(
        ("change", "agreement"),
        [
            ({"title": "Basket trials in paediatric oncology"}, "authors and year"),
            ({"author": "Smith, John"}, "title and year"),
            ({"year": "1987"}, "title and authors"),
            ({"author": None, "year": None}, "title"),
        ],
        ids=["title", "authors", "year", "title alone"],
    )
    def test_one_wrong_field_does_not_hide_the_work(
        self, change: dict[str, str | None], agreement: str
    ) -> None:
        differs = any(change.values())
        assert matched(cocco(doi=None, **change), record()) == (
            DOI,
            Confidence.MEDIUM,
            f"{BY_SEARCH}; {agreement} agree with Crossref's record"
            + ("; another field differs" if differs else ""),
        )

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "Basket trials in paediatric oncology"},
            {"author": "Smith, John", "journal": "Cancer Cell"},
            {"year": "1987"},
            {"author": None, "year": None},
        ],
        ids=["title", "authors and journal", "year", "title alone"],
    )
    def test_with_other_pages_it_is_another_work(self, change: dict[str, str | None]) -> None:
        elsewhere = change | {"volume": "3", "pages": "1--9"}
        assert best_match(cocco(doi=None, **elsewhere), [record()]) is None

    def test_the_address_in_print_alone_may_speak_for_a_paper(self) -> None:
        paper = record({"type": "proceedings-article", "container-title": ["Proceedings of SPIE"]})
        cited = {"title": "Basket trials", "author": None, "year": None, "journal": "Proc. SPIE"}
        assert matched(cocco(doi=None, **cited), paper)[2] == (
            f"{BY_SEARCH}; venue, volume and first page agree with Crossref's record; another"
            " field differs"
        )

    def test_the_work_with_the_fewest_differences_is_proposed(self) -> None:
        # 10.1101/2024.12.05.626885 lists two authors fewer than 10.1126/science.adv9817.
        other = record({"DOI": "10.1234/other", "volume": "3", "page": "1-9"})
        assert matched(cocco(doi=None), other, record())[:2] == (DOI, Confidence.HIGH)

    def test_a_preprint_is_not_the_article_that_is_cited(self) -> None:
        preprint = record(
            {"DOI": "10.1101/1", "type": "posted-content", "container-title": [], "volume": None}
        )
        assert best_match(cocco(doi=None), [preprint]) is None
        assert namesake(cocco(doi=None), [STRANGER, preprint]) == preprint
        assert namesake(cocco(doi=None), [STRANGER]) is None

    def test_the_article_of_a_cited_preprint_is_not_certain_and_must_agree_in_all(self) -> None:
        cited = {"journal": "arXiv:1801.01234", "volume": None, "number": None, "pages": None}
        assert matched(cocco(doi=None, **cited), record()) == (
            DOI,
            Confidence.MEDIUM,
            f"{BY_SEARCH}; {ALL_AGREE}; it is another version of what is cited",
        )
        cited["author"] = "Cocco, Emiliano and Drilon, Alexander"
        assert best_match(cocco(doi=None, **cited), [record()]) is None

    def test_a_search_may_find_nothing(self) -> None:
        assert best_match(cocco(doi=None), []) is None


class TestBestCandidate:
    def test_the_registered_candidate_that_agrees_is_proposed_with_its_edit(self) -> None:
        # A final full stop: 80 % of 5,747 repairs that OpenCitations confirmed at doi.org.
        sifted = Sifted({Doi(DOI): record()})
        assert told(best_candidate(cocco(doi=f"{DOI}."), [CUT], sifted)) == (
            DOI,
            Confidence.HIGH,
            f"without the final `.`; {ALL_AGREE}",
        )

    def test_a_registered_candidate_of_another_work_is_passed_over(self) -> None:
        # `…22241-2_16` without its last digit is another chapter of the book.
        other = Candidate(STRANGER.doi, ("without a `6`",))
        sifted = Sifted({STRANGER.doi: STRANGER, Doi(DOI): record()})
        assert told(best_candidate(cocco(), [other, CUT], sifted))[:2] == (DOI, Confidence.HIGH)
        assert best_candidate(cocco(), [other], sifted) is None

    def test_a_candidate_that_is_not_registered_is_no_proposal(self) -> None:
        assert best_candidate(cocco(), [CUT], Sifted()) is None

    def test_a_candidate_that_could_not_be_asked_leaves_a_doubt(self) -> None:
        unasked = Candidate(Doi("10.1234/unasked"), ("without `x` at the end",))
        sifted = Sifted({Doi(DOI): record()}, {unasked.doi: "503"})
        assert told(best_candidate(cocco(), [CUT, unasked], sifted)) == (
            DOI,
            Confidence.MEDIUM,
            f"without the final `.`; {ALL_AGREE}; not every alternative could be looked up",
        )

    def test_two_candidates_that_lead_to_one_work_leave_none(self) -> None:
        alias = Candidate(Doi("10.1234/alias"), ("without `x` at the end",))
        sifted = Sifted({Doi(DOI): record(), alias.doi: record()})
        assert told(best_candidate(cocco(), [CUT, alias], sifted))[1] is Confidence.HIGH

    def test_a_doubt_about_another_entry_s_candidate_is_not_this_one_s(self) -> None:
        sifted = Sifted({Doi(DOI): record()}, {Doi("10.1234/elsewhere"): "503"})
        assert told(best_candidate(cocco(), [CUT], sifted))[1] is Confidence.HIGH


def test_a_misprint_in_the_title_does_not_lower_the_confidence() -> None:
    assert matched(cocco(doi=None, title=f"{TITLE}y"), record())[1] is Confidence.HIGH
