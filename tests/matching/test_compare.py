from dataclasses import replace

import pytest

from evidence.matching.compare import compare
from evidence.matching.comparison import Aspect
from evidence.model.reference import Reference
from evidence.model.work import Work
from matching_values import entry, record

PAPER = record(
    title="NTRK fusion-positive cancers and TRK inhibitor therapy",
    authors="Cocco, Emiliano; Scaltriti, Maurizio; Drilon, Alexander",
    dates="print 2018-12, online 2018-10",
    venues=("Nature Reviews Clinical Oncology", "Nat Rev Clin Oncol"),
    doi="10.1038/s41571-018-0113-0",
    volume="15",
    issue="12",
    pages="731-747",
)
SOUND = {
    "title": "NTRK fusion-positive cancers and TRK inhibitor therapy",
    "authors": "Cocco, E; Scaltriti, M; Drilon, A",
    "journal": "Nat. Rev. Clin. Oncol.",
    "year": "2018",
    "volume": "15",
    "number": "12",
    "pages": "731--47",
}


def cited(**changes: str) -> Reference:
    return entry(**{**SOUND, **changes})


def aspects(reference: Reference, work: Work = PAPER) -> list[tuple[Aspect, bool]]:
    return [(d.aspect, d.is_note) for d in compare(reference, work).disagreements]


def test_a_sound_entry_agrees_in_all() -> None:
    found = compare(cited(), PAPER)
    assert found.disagreements == ()
    assert (found.title_agrees, found.authors_agree, found.year_agrees) == (True, True, True)
    assert found.identifies
    assert not found.differs
    assert not found.is_other_work


def test_fields_that_one_side_lacks_are_no_disagreement() -> None:
    bare = compare(entry(title=SOUND["title"]), PAPER)
    assert (bare.disagreements, bare.authors_agree, bare.year_agrees) == ((), None, None)
    assert not bare.identifies
    nothing = compare(cited(), record())
    assert (nothing.disagreements, nothing.title_agrees) == ((), None)


@pytest.mark.parametrize(
    ("change", "aspect"),
    [
        ({"year": "2014"}, Aspect.YEAR),
        ({"authors": "Smith, J; Scaltriti, M; Drilon, A"}, Aspect.AUTHORS),
        ({"authors": "Scaltriti, M; Cocco, E; Drilon, A"}, Aspect.AUTHORS),
        ({"authors": "Cocco, E; Scaltriti, M; Drilon, A; Mallory, Q"}, Aspect.AUTHORS),
        ({"title": "Basket trial of TRK inhibitors demonstrates efficacy"}, Aspect.TITLE),
        ({"title": "NTRK fusion-negative cancers and TRK inhibitor therapy"}, Aspect.TITLE),
        ({"volume": "22"}, Aspect.VOLUME),
        ({"number": "3"}, Aspect.ISSUE),
        ({"pages": "400--410"}, Aspect.PAGES),
        ({"journal": "Journal of Clinical Oncology"}, Aspect.VENUE),
    ],
)
def test_one_spoilt_field_is_found_and_nothing_else(change: dict[str, str], aspect: Aspect) -> None:
    assert aspects(cited(**change)) == [(aspect, False)]
    assert not compare(cited(**change), PAPER).is_other_work


def test_a_letter_in_the_title_is_a_note() -> None:
    reference = cited(title="NTRK fusion-positive cancers and TRK inhibitor therapyy")
    assert aspects(reference) == [(Aspect.TITLE, True)]
    assert compare(reference, PAPER).identifies


def test_messages_quote_both_sides() -> None:
    (found,) = compare(cited(journal="Journal of Clinical Oncology"), PAPER).disagreements
    assert found.message == (
        "the journal is `Journal of Clinical Oncology`, the record has `Nature Reviews Clinical"
        " Oncology`"
    )
    assert (found.field, found.found, found.expected) == (
        "journal", "Journal of Clinical Oncology", "Nature Reviews Clinical Oncology",
    )  # fmt: skip


class TestOtherWorks:
    def test_the_doi_of_another_work(self) -> None:
        """10.12688/f1000research.26932.2 cited for Credit Lost."""
        work = record(
            title="Recognizing the value of software: a software citation guide",
            authors="Katz, Daniel S.; Chue Hong, Neil P.; Bouquin, Daina",
            dates="online 2021-01",
            venues=("F1000Research",),
            volume="9",
        )
        reference = entry(
            title="Credit Lost: Two decades of software citation in astronomy",
            authors="Bouquin, Daina; others", journal="F1000Research", volume="9", year="2020",
        )  # fmt: skip
        found = compare(reference, work)
        assert found.is_other_work
        assert [d.aspect for d in found.disagreements if not d.is_note][:2] == [
            Aspect.TITLE, Aspect.AUTHORS,
        ]  # fmt: skip

    def test_a_title_alone_does_not_make_another_work(self) -> None:
        assert not compare(cited(title="Über Fusionen in Geschwülsten"), PAPER).is_other_work

    @pytest.mark.parametrize(
        "title", ["Erratum: NTRK fusion-positive cancers and TRK inhibitor therapy",
                  "NTRK fusion-positive cancers and TRK inhibitor therapy. II"],
    )  # fmt: skip
    def test_an_erratum_and_another_part_are_other_works(self, title: str) -> None:
        work = replace(PAPER, titles=(title,), pages="801", issue="1")
        assert compare(cited(), work).is_other_work

    @pytest.mark.parametrize("type", ["peer-review", "component", "journal-issue"])
    def test_a_review_and_a_supplement_are_not_the_paper(self, type: str) -> None:
        assert compare(cited(), replace(PAPER, type=type)).is_other_work
        loose = replace(cited(), type="misc")
        assert not compare(loose, replace(PAPER, type=type)).is_other_work

    def test_a_chapter_with_the_papers_title(self) -> None:
        work = replace(PAPER, type="book-chapter", venues=("Kinases in Cancer",), volume="",
                       issue="", pages="1-20")  # fmt: skip
        assert compare(cited(), work).is_other_work

    def test_a_paper_of_proceedings_cited_from_a_journal_is_the_paper(self) -> None:
        """10.1007/978-3-642-04346-8_62, cited from IJDAR 13, pages 1-23, in the same year."""
        series = replace(
            PAPER,
            type="book-chapter",
            venues=("Lecture Notes in Computer Science", "Technology for Digital Libraries"),
            volume="",
            issue="",
            pages="473-474",
        )
        found = compare(cited(), series)
        assert not found.is_other_work
        assert [d.aspect for d in found.disagreements if not d.is_note] == [
            Aspect.VENUE, Aspect.PAGES,
        ]  # fmt: skip
        assert compare(cited(year="2011"), series).is_other_work

    def test_a_title_that_thousands_have(self) -> None:
        ours = entry(title="Introduction", authors="Chen, Y", year="2010", journal="Nature")
        theirs = record(title="Introduction", authors="Smith, J", dates="print 1998",
                        venues=("Gut",))  # fmt: skip
        assert compare(ours, theirs).is_other_work

    def test_without_a_title_all_else_must_speak_against_it(self) -> None:
        work = replace(PAPER, titles=())
        assert not compare(cited(year="2011"), work).is_other_work
        assert compare(cited(year="2011", authors="Smith, J"), work).is_other_work

    def test_another_wording_by_others_elsewhere(self) -> None:
        changed = {"title": "NTRK fusion-positive sarcomas and TRK inhibitor therapy"}
        assert not compare(cited(**changed), PAPER).is_other_work
        changed |= {"authors": "Smith, J", "journal": "Gut"}
        assert compare(cited(**changed), PAPER).is_other_work

    def test_two_papers_of_one_title_by_the_same_authors(self) -> None:
        """The Solar Chemical Composition, ASP Conf. Ser. 336 and Nuclear Physics A 777."""
        reference = entry(
            "inproceedings", title="The Solar Chemical Composition",
            authors="Asplund, M.; Grevesse, N.; Sauval, A. J.", year="2005",
            booktitle="Cosmic Abundances as Records of Stellar Evolution", volume="336",
        )  # fmt: skip
        work = record(
            title="The solar chemical composition", venues=("Nuclear Physics A",), volume="777",
            authors="Asplund, Martin; Grevesse, Nicolas; Jacques Sauval, A.",
            dates="print 2006-10, created 2005-06",
        )  # fmt: skip
        assert not compare(reference, work).identifies


class TestPartsOfBooks:
    chapter = record(
        "book-chapter",
        title="System aspmt2smt: Computing ASPMT Theories by SMT Solvers",
        authors="Bartholomew, Michael; Lee, Joohyung",
        dates="print 2014",
        venues=("Lecture Notes in Computer Science", "Logics in Artificial Intelligence"),
        pages="529-542",
    )

    def test_springers_inbook_has_the_papers_title_in_chapter(self) -> None:
        reference = entry(
            "inbook", authors="Bartholomew, Michael; Lee, Joohyung", year="2014",
            chapter="System aspmt2smt: Computing ASPMT Theories by SMT Solvers",
            title="Logics in Artificial Intelligence: 14th European Conference", pages="529--542",
        )  # fmt: skip
        assert compare(reference, self.chapter).disagreements == ()
        assert compare(reference, self.chapter).identifies

    def test_the_book_of_springers_inbook_is_compared_too(self) -> None:
        fields = {"chapter": self.chapter.title, "year": "2014", "pages": "529--542"}
        other = entry("inbook", title="Graphics Gems", **fields)
        assert aspects(other, self.chapter) == [(Aspect.VENUE, False)]
        assert aspects(entry("inbook", **fields), self.chapter) == []

    def test_a_book_without_its_subtitle(self) -> None:
        work = replace(self.chapter, venues=("Kinases in Cancer",))
        sound = entry("incollection", booktitle="Kinases in Cancer: From Bench to Bedside")
        assert aspects(sound, work) == []
        wrong = entry("incollection", booktitle="Kinases in Neurology")
        assert aspects(wrong, work) == [(Aspect.VENUE, False)]

    def test_a_volume_known_by_its_series_only(self) -> None:
        reference = entry("inproceedings", booktitle="Logics in AI, JELIA 2014")
        work = replace(self.chapter, venues=("Lecture Notes in Computer Science",))
        assert compare(reference, work).disagreements == ()
        assert aspects(reference, replace(work, venues=("Graphics Gems",))) == [
            (Aspect.VENUE, False)
        ]

    def test_a_meeting_known_by_its_acronym_in_the_doi(self) -> None:
        reference = entry("inproceedings", booktitle="WMT")
        work = record(
            "proceedings-article",
            doi="10.18653/v1/2025.wmt-1.4",
            venues=("Proceedings of the Tenth Conference on Machine Translation",),
        )
        assert compare(reference, work).disagreements == ()

    def test_a_title_with_the_book_that_holds_it(self) -> None:
        """10.1007/978-1-4613-4208-3_5."""
        work = record("book-chapter", title="Quarks and Strings on a Lattice",
                      venues=("New Phenomena in Subnuclear Physics",))  # fmt: skip
        reference = entry(
            "incollection",
            title="Quarks and Strings on a Lattice, in New Phenomena in Subnuclear Physics: Part A",
        )
        assert compare(reference, work).title_agrees

    def test_a_chapter_cited_by_its_books_doi(self) -> None:
        """10.4324/9781315807041, cited for a chapter of 1995."""
        reference = entry(
            "incollection", title="Let's Not Be Indifferent", authors="Thompson, M. M.",
            booktitle="Attitude Strength: Antecedents and Consequences", year="1995",
        )  # fmt: skip
        found = compare(reference, record("book", title="Attitude Strength", dates="online 2014"))
        assert not found.is_other_work
        assert [(d.aspect, d.is_note) for d in found.disagreements] == [
            (Aspect.TYPE, True), (Aspect.YEAR_NEAR, True),
        ]  # fmt: skip
        assert found.disagreements[0].message == (
            "the record is of the book `Attitude Strength` that holds the cited chapter"
        )
        other = compare(reference, record("book", title="Graphics Gems", dates="online 2014"))
        assert other.differs


class TestDiscussions:
    paper = record(
        title="That BLUP is a Good Thing: The Estimation of Random Effects",
        authors="Robinson, G. K.", dates="print 1991-02", venues=("Statistical Science",),
        volume="6", issue="1",
    )  # fmt: skip
    comment = entry(
        title="Comment on “That BLUP is a Good Thing: The Estimation of Random Effects”",
        authors="Speed, Terry", journal="Statistical Science", volume="6", number="1",
        pages="42--44", year="1991",
    )  # fmt: skip

    def test_one_doi_for_a_paper_and_its_discussion(self) -> None:
        for work in (self.paper, replace(self.paper, pages="15-51")):
            found = compare(self.comment, work)
            assert not found.differs
            assert not found.is_other_work
            assert [d.message for d in found.disagreements] == [
                "the record is of `That BLUP is a Good Thing: The Estimation of Random Effects`,"
                " which the entry discusses"
            ]

    @pytest.mark.parametrize(
        "work",
        [
            replace(paper, pages="15-32"),
            replace(paper, volume="7"),
            replace(paper, issue="2"),
            replace(paper, venues=("Biometrika",)),
            replace(paper, titles=("Generalised linear models",)),
        ],
    )
    def test_a_discussion_elsewhere_is_another_work(self, work: Work) -> None:
        assert compare(self.comment, work).is_other_work

    def test_an_erratum_is_no_discussion(self) -> None:
        title = f"Erratum: {self.paper.title}"
        reference = replace(
            self.comment,
            fields=(replace(self.comment.fields[0], text=title), *self.comment.fields[1:]),
        )
        assert compare(reference, self.paper).is_other_work


class TestPreprints:
    def test_a_preprint_cited_where_the_record_is_published(self) -> None:
        reference = cited(journal="arXiv e-prints", volume="", number="", pages="arXiv:1234.5678")
        assert aspects(reference) == [(Aspect.VENUE, True)]
        (found,) = compare(reference, PAPER).disagreements
        assert found.message == (
            "the entry cites the preprint, the record is of `Nature Reviews Clinical Oncology`"
        )

    def test_a_journal_cited_by_its_preprints_doi(self) -> None:
        work = record("posted-content", title=SOUND["title"], authors=SOUND["authors"],
                      dates="posted 2017-05")  # fmt: skip
        found = compare(cited(), work)
        assert [(d.aspect, d.is_note) for d in found.disagreements] == [
            (Aspect.YEAR_NEAR, True), (Aspect.TYPE, True),
        ]  # fmt: skip
        assert found.disagreements[1].message == (
            "the record is a preprint, the entry names the journal `Nat. Rev. Clin. Oncol.`"
        )
        assert found.identifies


class TestNamesOfJournals:
    def test_what_is_printed_decides(self) -> None:
        """JabRef keeps the full name in `fjournal`."""
        wrong = entry(journal="Journal of Proteomics", fjournal="Nature Reviews Clinical Oncology")
        assert aspects(wrong) == [(Aspect.VENUE, False)]

    def test_the_full_name_explains_an_acronym(self) -> None:
        sound = entry(journal="NRCOx", fjournal="Nature Reviews Clinical Oncology")
        assert aspects(sound) == []


class TestSubtitles:
    gaia = record(
        title="<i>Gaia</i> Early Data Release 3", subtitle="Summary of the contents and properties"
    )

    @pytest.mark.parametrize(
        ("title", "agrees"),
        [
            ("Gaia Early Data Release 3. Summary of the contents and properties", True),
            ("Gaia Early Data Release 3", True),
            ("Gaia Early Data Release 3. Parallax bias", True),  # nothing in common with it
            ("Gaia Early Data Release 3. Summary of the kinases and properties", False),
        ],
    )
    def test_a_word_of_the_subtitle_changed(self, title: str, agrees: bool) -> None:  # noqa: FBT001
        assert compare(entry(title=title), self.gaia).title_agrees is agrees


class TestTypes:
    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            ("article", "journal-article"),
            ("inproceedings", "proceedings-article"),
            ("inproceedings", "book-chapter"),
            ("incollection", "book-chapter"),
            ("inbook", "book-chapter"),
            ("book", "monograph"),
            ("phdthesis", "dissertation"),
            ("techreport", "report"),
            ("misc", "journal-article"),
            ("software", "dataset"),
            ("article", "other"),
            ("article", ""),
        ],
    )
    def test_types_that_fit(self, ours: str, theirs: str) -> None:
        assert compare(entry(ours), record(theirs)).disagreements == ()

    def test_types_that_do_not_fit_are_a_note(self) -> None:
        (found,) = compare(entry("article"), record("report")).disagreements
        assert (found.aspect, found.is_note) == (Aspect.TYPE, True)
        assert found.message == "the entry is `@article`, the record is of type `report`"

    def test_a_preprint_cited_as_such(self) -> None:
        reference = entry("article", journal="bioRxiv")
        assert compare(reference, record("posted-content")).disagreements == ()


class TestVenues:
    @pytest.mark.parametrize(
        ("reference", "work"),
        [
            (entry("book", series="Graduate Texts"), record("monograph", venues=("Another",))),
            (entry("phdthesis", series="Theses"), record("dissertation", venues=("Another",))),
            (entry("inbook", booktitle="Gravity"), record("book", venues=("Another",))),
            (entry("inproceedings", series="LNCS"),
             record("proceedings-article", venues=("Graphics Gems",))),
        ],
    )  # fmt: skip
    def test_what_is_no_venue_of_the_record_is_not_compared(
        self, reference: Reference, work: Work
    ) -> None:
        assert Aspect.VENUE not in [d.aspect for d in compare(reference, work).disagreements]


def test_subtitles_of_either_side() -> None:
    """10.3115/1073083.1073135: BLEU, with its subtitle apart."""
    work = record(title="BLEU", subtitle="a method for automatic evaluation of translation")
    written = entry(title="BLEU: a method for automatic evaluation of translation")
    apart = entry(title="BLEU", subtitle="a method for automatic evaluation of translation")
    added = entry(title="BLEU", titleaddon="a method for automatic evaluation of translation")
    assert all(compare(reference, work).title_agrees for reference in (written, apart, added))
