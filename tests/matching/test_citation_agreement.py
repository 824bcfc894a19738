from dataclasses import replace

import pytest

from citations import article
from evidence.matching.citation_agreement import Agreement, Trait, agree
from evidence.matching.citation_string import read_citation
from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Work, WorkDate

WORK = article()
TITLE = (
    "Safety and antitumor activity of the multitargeted pan-TRK, ROS1, and ALK inhibitor"
    " entrectinib: combined results from two phase I trials (ALKA-372-001 and STARTRK-1)"
)
VANCOUVER = f"Drilon A, Siena S, Ou S-HI, et al. {TITLE}. Cancer Discov. 2017;7(4):400–409."
ALL = (Trait.TITLE, Trait.AUTHOR, Trait.YEAR, Trait.VENUE, Trait.VOLUME, Trait.ISSUE, Trait.PAGES)
RETRACTED_TITLE = "RETRACTED: Moonlight cures baldness in mice"


def agreement(text: str, work: Work = WORK) -> Agreement:
    return agree(read_citation(text), work)


@pytest.mark.parametrize(
    "text",
    [
        VANCOUVER,
        f"Drilon, A., Siena, S., & Ou, S. (2017). {TITLE}. Cancer Discovery, 7(4), 400–409.",
        f"Drilon, Alexander, et al. “{TITLE}.” Cancer Discovery 7, no. 4 (2017): 400–409.",
        f"A. Drilon et al., “{TITLE},” Cancer Discov., vol. 7, no. 4, pp. 400–409, Apr. 2017.",
        VANCOUVER.upper(),
        VANCOUVER.replace("–", "\u00ad"),  # a dash that was lost on the way out of a PDF
        VANCOUVER.replace("multitargeted", "multi- targeted"),
    ],
)
def test_everything_agrees_in_every_style(text: str) -> None:
    found = agreement(text)
    assert (found.agreeing, found.near, found.differing) == (ALL, (), ())
    assert found.is_complete
    assert found.identifies


def test_a_year_one_off_counts_half() -> None:
    found = agreement(VANCOUVER.replace("2017", "2018"))
    assert found.near == (Trait.YEAR,)
    assert found.support == 5.5
    assert found.identifies
    assert not found.is_complete


@pytest.mark.parametrize(
    ("before", "after", "trait"),
    [
        ("2017;7(4)", "2012;7(4)", Trait.YEAR),
        ("7(4)", "9(4)", Trait.VOLUME),
        ("7(4)", "7(6)", Trait.ISSUE),
        (":400–409", ":512–20", Trait.PAGES),
        ("Drilon A, Siena S, Ou S-HI", "Doe J, Roe R", Trait.AUTHOR),
    ],
)
def test_what_the_string_says_otherwise_differs(before: str, after: str, trait: Trait) -> None:
    found = agreement(VANCOUVER.replace(before, after))
    assert found.differing == (trait,)
    assert not found.is_complete


def test_one_slip_is_borne_but_not_in_the_author() -> None:
    assert agreement(VANCOUVER.replace("7(4)", "9(4)")).identifies
    assert not agreement(VANCOUVER.replace("7(4)", "9(4)").replace(":400", ":512")).identifies
    assert not agreement(VANCOUVER.replace("Drilon A, Siena S, Ou S-HI", "Doe J, Roe R")).identifies


def test_what_is_not_printed_is_not_held_against_the_work() -> None:
    found = agreement(f"Drilon A. {TITLE}. 2017")
    assert found.agreeing == (Trait.TITLE, Trait.AUTHOR, Trait.YEAR)
    assert found.differing == ()
    assert found.identifies  # all that it says agrees
    assert not found.is_complete


def test_without_a_title_all_the_rest_must_agree() -> None:
    short = "Drilon, A., et al. 2017, Cancer Discov., 7, 400"
    assert agreement(short).identifies
    assert not agreement(short).is_complete  # journals exist that begin each issue with page 1
    assert agreement(short.replace("2017", "2018")).identifies  # the volume tells the year
    for before, after in (("7,", "8,"), ("400", "512"), ("Cancer Discov.", "Nature")):
        assert not agreement(short.replace(before, after)).identifies


def test_another_title_at_the_same_place_is_another_work() -> None:
    # A letter and the paper before it on one page.
    text = "Drilon A. A short reply concerning dosing schedules. Cancer Discov. 2017;7(4):400-1."
    found = agreement(text)
    assert Trait.TITLE in found.differing
    assert not found.identifies


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Slow waves in sleeping snails: II. Dreams", "Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails. Part II", "Slow waves in sleeping snails. Part I"),
        ("Slow waves in sleeping snails III", "Slow waves in sleeping snails II"),
        ("Comment on: Slow waves in sleeping snails", "Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails: reply", "Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails", "Reply to: Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails", "Erratum: Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails", "Slow waves in sleeping snails: a reply"),
        ("Slow waves in sleeping snails", "Slow waves in sleeping snails. II"),
        ("Slow waves in sleeping snails", "Slow waves in sleeping snails: II"),
    ],
)
def test_a_part_a_reply_or_an_erratum_is_another_work(text: str, title: str) -> None:
    twin = article(titles=(title,), pages="500-501")
    found = agreement(f"Drilon A. {text}. Cancer Discov. 2017;7(4):400–409.", twin)
    assert not found.identifies


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Slow waves in sleeping snails: II. Dreams", "Slow waves in sleeping snails: II. Dreams"),
        ("Reply to: Slow waves in sleeping snails", "Reply to: Slow waves in sleeping snails"),
        ("Slow waves in sleeping snails", "Slow waves in sleeping snails: A cohort study"),
        ("Slow waves in <i>sleeping</i> snails", "Slow waves in <i>sleeping</i> snails"),
        ("Slow waves in sleeping snalis", "Slow waves in sleeping snails"),
    ],
)
def test_the_same_title_in_other_words_is_the_work(text: str, title: str) -> None:
    found = agreement(
        f"Drilon A. {text}. Cancer Discov. 2017;7(4):400–409.", article(titles=(title,))
    )
    assert found.identifies
    assert Trait.TITLE in found.agreeing


def test_a_retracted_work_is_found_by_its_title_without_the_mark() -> None:
    work = article(titles=(RETRACTED_TITLE,))
    text = "Drilon A. Moonlight cures baldness in mice. Cancer Discov. 2017;7(4):400–409."
    assert agreement(text, work).identifies
    notice = replace(work, takes_back=(Doi("10.1/x"),), titles=("Retraction: Moonlight cures",))
    assert not agreement(text, notice).identifies


def test_a_title_of_many_works_needs_the_pages() -> None:
    work = article(titles=("Introduction",))
    text = "Drilon A. Introduction. Cancer Discov. 2017;7(4):400–409."
    assert agreement(text, work).identifies
    assert not agreement(text, work).is_complete
    assert not agreement(text.replace(":400–409", ""), work).identifies
    assert not agreement(text.replace(":400", ":512"), work).identifies


def test_a_title_inside_a_longer_one_needs_more_than_author_and_year() -> None:
    work = article(titles=("Slow waves in sleeping snails",))
    longer = "Drilon A. The association between dreams and slow waves in sleeping snails: review."
    assert not agreement(f"{longer} 2017", work).identifies


def test_other_works_than_articles_need_three_traits() -> None:
    chapter = article(
        type="book-chapter", titles=("The spleen as a musical instrument",), venues=("Organs",),
        volume="", issue="", pages="93-118",
    )  # fmt: skip
    text = "The spleen as a musical instrument. In: Organs. 2017."
    assert agreement(text, chapter).identifies
    assert not agreement(text, replace(chapter, type="journal-article")).identifies


def test_a_short_title_may_go_without_its_subtitle() -> None:
    work = article(titles=("Icons",), subtitles=("How the East dreams of the West",))
    assert agreement("Drilon A. Icons. Cancer Discov. 2017;7(4):400–9.", work).identifies


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (Name("van den Oord", "Aäron"), "van den Oord A"),
        (Name("van den Oord", "Aäron"), "Oord A van den"),
        (Name("Peña Ochoa", "Mónica"), "Pena Ochoa M"),
        (Name("Müller", "Karl"), "K. Muller"),
        (Name("Kountouras", "J"), "Kountouros J"),  # a slip in a long name
        (Name("GTEx Consortium", is_group=True), "GTEx Consortium"),
    ],
)
def test_the_first_author_is_known_however_it_is_printed(name: Name, printed: str) -> None:
    text = VANCOUVER.replace("Drilon A", printed)
    assert Trait.AUTHOR in agreement(text, article(authors=(name, Name("Siena", "S")))).agreeing


def test_an_author_in_another_place_says_nothing() -> None:
    # The registry may lack the first author.
    later = VANCOUVER.replace("Drilon A, Siena S, ", "Doe JA, Roe RB, Poe EA, Coe LM, Drilon A, ")
    found = agreement(later)
    assert Trait.AUTHOR not in (*found.agreeing, *found.differing)


def test_a_record_without_names_or_dates_is_silent() -> None:
    found = agreement(VANCOUVER, article(authors=(), dates=()))
    assert {Trait.AUTHOR, Trait.YEAR}.isdisjoint((*found.agreeing, *found.differing))
    assert found.identifies


def test_a_volume_that_is_the_year_must_stand_there_twice() -> None:
    work = article(volume="2017", pages="1-7", dates=(WorkDate(DateKind.PRINT, 2017),))
    once = f"Drilon A. {TITLE}. Cancer Discov. 2017."
    assert Trait.VOLUME not in agreement(once, work).agreeing
    twice = agreement(once.replace("2017.", "2017, vol. 2017."), work)
    assert Trait.VOLUME in twice.agreeing


def test_a_low_number_is_no_page_unless_it_stands_where_pages_do() -> None:
    work = article(pages="4-6", volume="22")
    text = "Drilon A. 4 cases of nothing. Cancer Discov. 2017;22"
    assert Trait.PAGES not in agreement(text, work).agreeing
    assert Trait.PAGES in agreement(f"{text}:4-6.", work).agreeing


def test_an_article_number_is_a_page() -> None:
    work = article(pages="", article_number="e0249838")
    text = f"Drilon A. {TITLE}. PLOS ONE 2017;16(4):e0249838."
    assert Trait.PAGES in agreement(text, work).agreeing


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        (VANCOUVER, False),
        ("Drilon A, 2017, Cancer Discovery", False),
        ("Drilon A. Safety and activity of entrectinib. Cancer Discov. 2017;7(4):400–9.", False),
        ("Cocco E. NTRK fusion-positive cancers and therapy. Nat Rev. 2018;15:731-47.", True),
        ("Cocco E. NTRK fusion-positive cancers and therapy. 2017.", True),
        ("Nothing of what is said here", True),
    ],
)
def test_a_string_with_a_doi_may_describe_another_work(text: str, is_other: bool) -> None:  # noqa: FBT001
    assert agreement(text).contradicts is is_other
