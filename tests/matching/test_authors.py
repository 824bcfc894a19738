from itertools import repeat

import pytest

from evidence.matching.authors import compare_authors
from evidence.matching.comparison import Aspect, Disagreement
from evidence.model.reference import Reference
from evidence.model.work import Work
from matching_values import HAND_MADE, entry, name, record

FOUR = "Cocco, Emiliano; Scaltriti, Maurizio; Drilon, Alexander; Siena, Salvatore"


def messages(reference: Reference, work: Work) -> list[str]:
    return [f"{'note: ' if d.is_note else ''}{d.message}" for d in said(reference, work)]


def said(reference: Reference, work: Work) -> tuple[Disagreement, ...]:
    return compare_authors(reference, work)[1]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Cocco, E; Scaltriti, M; Drilon, A; Siena, S", FOUR),
        # consortia first, last, between, or left out (10.1016/j.jcmg.2017.01.027)
        (FOUR, f"{{The ATLAS Collaboration}}; {FOUR}"),
        (f"{FOUR}; {{EACVI-ASE-Industry Standardization Task Force}}", FOUR),
        (FOUR, FOUR.replace("; Siena", "; {GTEx Consortium}; Siena")),
        # an address filed as an author (10.3934/mbe.2022096)
        (FOUR, FOUR.replace("; Dri", "; {Division of Public Health, Osaka Institute}; Dri")),
        # an author listed twice (10.1016/j.jcmg.2017.01.027)
        (f"{FOUR}; Drilon, Alexander", f"{FOUR}; Drilon, Alexander"),
        ("{MAGPI Team}", "{And The MAGPI Team}; Mendel, J. T."),
    ],
)
def test_the_same_authors(ours: str, theirs: str) -> None:
    assert compare_authors(entry(authors=ours), record(authors=theirs)) == (True, ())


@pytest.mark.parametrize(
    ("reference", "work"),
    [
        (entry(), record(authors=FOUR)),
        (entry(authors=FOUR), record()),
        (entry(authors="{CMS Collaboration}; others"), record(authors=FOUR)),
    ],
)
def test_a_side_without_authors_says_nothing(reference: Reference, work: Work) -> None:
    assert compare_authors(reference, work) == (None, ())


@pytest.mark.parametrize("cut", ["Cocco, E", "Cocco, E; Drilon, A"])
def test_a_list_cut_by_others_is_right(cut: str) -> None:
    assert compare_authors(entry(authors=f"{cut}; others"), record(authors=FOUR)) == (True, ())
    assert messages(entry(authors=f"{cut}; et al."), record(authors=FOUR)) == []


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (FOUR.replace("Cocco", "Smith"),
         "the first author is `Smith, Emiliano`, the record has `Cocco, Emiliano`"),
        (FOUR.replace("Drilon, Alexander", "Mallory, Quentin"),
         "author 3 is `Mallory, Quentin`, the record has `Drilon, Alexander`"),
        (f"{FOUR}; Mallory, Quentin", "author 5 `Mallory, Quentin` is not among the record's"
         " authors"),
        (FOUR.replace("; Drilon", "; Mallory, Quentin; Drilon"),
         "author 3 `Mallory, Quentin` is not among the record's authors"),
        ("Cocco, Emiliano; Scaltriti, Maurizio; Siena, Salvatore",
         "the record lists 4 authors, the entry 3 without `others`: `Drilon` is missing"),
        ("Cocco, Emiliano", "the record lists 4 authors, the entry 1 without `others`:"
         " `Scaltriti`, `Drilon` and `Siena` are missing"),
        ("Scaltriti, Maurizio; Cocco, Emiliano; Drilon, Alexander; Siena, Salvatore",
         "the order differs: `Scaltriti, Maurizio` stands where the record has `Cocco, Emiliano`"),
        ("Cocco, Goran; Scaltriti, Maurizio; Drilon, Alexander; Siena, Salvatore",
         "the first author is `Cocco, Goran`, the record has `Cocco, Emiliano`"),
        ("Cocco, X.; Scaltriti, Maurizio; Drilon, Alexander; Siena, Salvatore",
         "the first author is `Cocco, X.`, the record has `Cocco, Emiliano`"),
        (FOUR.replace("Alexander", "Goran"),
         "author 3 is `Drilon, Goran`, the record has `Drilon, Alexander`"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(ours: str, expected: str) -> None:
    assert messages(entry(authors=ours), record(authors=FOUR)) == [expected]


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        (FOUR.replace("Scaltriti", "Scaltritti"), None),
        (FOUR.replace("Scaltriti", "Scaltrifi"),
         "author 2 is `Scaltrifi, Maurizio`, the record has `Scaltriti, Maurizio`"),
        (FOUR.replace("Alexander", "Anselm"),
         "author 3 is `Drilon, Anselm`, the record has `Drilon, Alexander`"),
    ],
)  # fmt: skip
def test_small_differences_behind_the_first_author_are_notes(
    ours: str, expected: str | None
) -> None:
    found = messages(entry(authors=ours), record(authors=FOUR))
    assert found == ([f"note: {expected}"] if expected else [])


def test_another_initial_is_an_error_where_the_record_spells_the_name_out() -> None:
    message = "author 3 is `Drilon, X.`, the record has `Drilon, {}`"
    ours = entry(authors=FOUR.replace("Alexander", "X."))
    assert messages(ours, record(authors=FOUR)) == [message.format("Alexander")]
    initials = record(authors=FOUR.replace("Alexander", "A."))
    assert messages(ours, initials) == [f"note: {message.format('A.')}"]


def test_a_shortened_list_must_begin_with_the_first_author() -> None:
    work = record(authors=FOUR)
    reference = entry(authors="Scaltriti, Maurizio; Drilon, Alexander; others")
    agrees, (found,) = compare_authors(reference, work)
    assert agrees is False
    assert found.message == (
        "the order differs: `Scaltriti, Maurizio` stands where the record has `Cocco, Emiliano`"
    )
    assert found.found == "Scaltriti, Maurizio and Drilon, Alexander"
    assert found.expected == ("Cocco, Emiliano, Scaltriti, Maurizio, Drilon, Alexander and 1 more")


def test_other_authors_are_said_in_one_sentence() -> None:
    reference = entry(authors="Katz, D. S.; Chue Hong, N. P.; Clark, T.")
    assert compare_authors(reference, record(authors=FOUR)) == (
        False,
        (
            Disagreement(
                Aspect.AUTHORS,
                "author",
                "Katz, D. S.",
                "Cocco, Emiliano",
                "the first author is `Katz, D. S.`, the record has `Cocco, Emiliano`",
            ),
        ),
    )


def test_many_unknown_names_are_said_in_one_sentence() -> None:
    invented = "; ".join(f"Mallory{letter}, Q" for letter in "abcdefgh")
    found = messages(entry(authors=f"{FOUR}; {invented}"), record(authors=FOUR))
    assert found == ["`Mallorya`, `Malloryb`, `Malloryc` and 5 more are not among the record's"
                     " authors"]  # fmt: skip


def test_most_authors_agree_though_the_first_is_another() -> None:
    assert compare_authors(entry(authors=FOUR.replace("Cocco", "Smith")), record(authors=FOUR))[0]
    two = entry(authors="Smith, J; Scaltriti, M")
    assert compare_authors(two, record(authors="Cocco, E; Scaltriti, M"))[0] is False


class TestRecordsThatListTooFew:
    def test_the_first_author_only_as_in_old_records(self) -> None:
        work = record(authors="Cocco, E", dates="print 1998")
        (found,) = said(entry(authors=FOUR), work)
        assert (found.aspect, found.is_note) == (Aspect.REGISTRY_DEFECT, True)
        assert found.message == (
            "the record lists 1 author, the entry 4: it says nothing of the others"
        )
        assert found.expected == "Cocco, E"

    @pytest.mark.parametrize("two", ["Cocco, E; Drilon, A"])
    def test_one_more_than_a_record_of_today_is_an_error(self, two: str) -> None:
        work = record(authors="Cocco, E", dates="print 2018")
        assert messages(entry(authors=two), work) == [
            "author 2 `Drilon, A` is not among the record's authors"
        ]
        physical_review = record(
            authors="Cocco, E", dates="print 2001", doi="10.1103/physrevb.64.1"
        )
        assert not said(entry(authors=two), physical_review)[0].is_note
        monograph = record("monograph", authors="Cocco, E", dates="print 1996")
        assert not said(entry(authors=two), monograph)[0].is_note
        of_the_ama = record(authors="Cocco, E", dates="print 1990", doi="10.1001/jama.1990.1")
        assert said(entry(authors=two), of_the_ama)[0].is_note

    def test_a_hand_made_record_keeps_the_first_three(self) -> None:
        three = "; ".join(FOUR.split("; ")[:3])
        work = record(authors=three, origin=HAND_MADE)
        assert messages(entry(authors=FOUR), work) == [
            "note: the record lists 3 authors, the entry 4: it says nothing of the others"
        ]
        assert not said(entry(authors=FOUR), record(authors=three))[0].is_note

    def test_another_first_author_is_no_defect(self) -> None:
        work = record(authors="Smith, E", dates="print 1998")
        assert messages(entry(authors=FOUR), work) == [
            "the first author is `Cocco, Emiliano`, the record has `Smith, E`"
        ]
        work = record(authors="Cocco, X", dates="print 1998")
        assert not said(entry(authors=FOUR), work)[0].is_note

    def test_the_first_author_left_out(self) -> None:
        """10.1097/00008469-199710000-00007 lacks Clavel-Chapelon."""
        work = record(
            authors="van Liere, M J; Giubout, C; Corre, C Le",
            doi="10.1097/00008469-199710000-00007",
        )
        ours = "Clavel-Chapelon, F; van Liere, M. J.; Giubout, C.; Le Corre, C."
        assert messages(entry(authors=ours), work) == [
            "note: the record leaves out the first author, `Clavel-Chapelon, F`"
        ]
        elsewhere = record(authors="van Liere, M J; Giubout, C; Corre, C Le")
        assert not any(d.is_note for d in said(entry(authors=ours), elsewhere))


class TestCollaborations:
    names = "; ".join(f"{a * 2}{b}ard, Q" for a in "ABCDEFGHIJK" for b in "aeiouklmnr")

    def test_nobody_checks_whom_a_shortened_list_names(self) -> None:
        reference = entry(authors="AAaard, Q; Abbott, B; AAeard, Q; others")
        assert [d.is_note for d in said(reference, record(authors=self.names))] == [True]
        nobody = "; ".join(repeat("Nobody, B", 6))
        reference = entry(authors=f"AAaard, Q; {nobody}; others")
        assert [d.is_note for d in said(reference, record(authors=self.names))] == [True]

    def test_but_its_first_author_must_be_right(self) -> None:
        reference = entry(authors="Abbott, B; AAaard, Q; others")
        assert not all(d.is_note for d in said(reference, record(authors=self.names)))

    def test_an_export_may_cut_the_list_without_a_word(self) -> None:
        cut = "; ".join(self.names.split("; ")[:100])
        assert [d.is_note for d in said(entry(authors=cut), record(authors=self.names))] == [True]

    def test_names_are_found_in_any_place(self) -> None:
        turned = "; ".join(reversed(self.names.split("; ")))
        (found,) = said(entry(authors=turned), record(authors=self.names))
        assert found.message.startswith("the order differs")


class TestGroups:
    def test_a_group_in_place_of_persons_is_a_note(self) -> None:
        agrees, (found,) = compare_authors(
            entry(authors=FOUR), record(authors="{SPRINT Research Group}")
        )
        assert agrees is None
        assert found.is_note
        assert found.message == (
            "the entry names `Cocco`, `Scaltriti`, `Drilon` and 1 more, the record only `SPRINT"
            " Research Group`"
        )

    def test_the_staff_is_in_nobodys_place(self) -> None:
        agrees, (found,) = compare_authors(
            entry(authors="Pepino, V"), record(authors="{The PLOS ONE Staff}")
        )
        assert agrees is False
        assert not found.is_note

    def test_a_placeholder_in_place_of_persons_is_wrong(self) -> None:
        """10.64898/2026.02.13.26346236."""
        reference = entry(authors="{Sino-US-DrugQA authors}")
        agrees, (found,) = compare_authors(reference, record(authors="Cocco, E; Drilon, A"))
        assert agrees is False
        assert found.message == (
            "the entry names `Sino-US-DrugQA authors`, the record `Cocco` and `Drilon`"
        )

    def test_braces_make_no_group_of_persons(self) -> None:
        work = record(authors="Doe, Jane; Smith, John")
        assert compare_authors(entry(authors="{Jane Doe}; Smith, John"), work) == (True, ())
        assert compare_authors(entry(authors="{Doe, Jane and Smith, John}"), work) == (True, ())

    def test_another_group_is_wrong(self) -> None:
        reference = entry(authors="{CMS Collaboration}")
        assert compare_authors(reference, record(authors="{ATLAS Collaboration}"))[0] is False


class TestEditors:
    def test_an_edited_volume_is_compared_by_its_editors(self) -> None:
        reference = entry("book", editors="Heckbert, P. S.")
        assert compare_authors(reference, record("book", editors="Heckbert, Paul")) == (True, ())
        assert compare_authors(reference, record("book", authors="Heckbert, Paul")) == (True, ())
        (found,) = said(reference, record("book", editors="Foley, James"))
        assert found.field == "editor"
        assert found.message == (
            "the first editor is `Heckbert, P. S.`, the record has `Foley, James`"
        )

    def test_editors_given_as_authors(self) -> None:
        reference = entry("book", authors="Heckbert, P. S.")
        assert compare_authors(reference, record("book", editors="Heckbert, Paul")) == (True, ())

    def test_the_editors_of_a_chapters_book_are_not_its_authors(self) -> None:
        reference = entry("incollection", editors="Heckbert, P. S.")
        assert compare_authors(reference, record(authors="Zuiderveld, Karel")) == (None, ())


def test_names_are_shown_as_written() -> None:
    assert str(name("van den Oord, Aaron")) == "van den Oord, Aaron"
