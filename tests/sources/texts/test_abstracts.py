import pytest

from evidence.model.place import Place
from evidence.model.source_text import Depth
from evidence.sources.texts.abstracts import abstract_text


def said(text: str) -> list[tuple[str, str]]:
    document = abstract_text("a", text, "Crossref").document
    return [(each.section, each.text) for each in document.statements]


def test_an_abstract_says_where_it_is_from_and_that_it_is_no_full_text() -> None:
    text = abstract_text("chen2018", "Iron rose.", "the entry", hand_made=True)
    assert (text.key, text.depth, text.registry, text.hand_made, text.file, text.sha256) == (
        "chen2018", Depth.ABSTRACT, "the entry", True, "", "",
    )  # fmt: skip
    assert text.document.text == "Iron rose."


@pytest.mark.parametrize(
    "written",
    [
        "BACKGROUND: Iron is low. METHODS: We asked 40 women. CONCLUSION: It rose.",
        "Background: Iron is low.\nMethods: We asked 40 women.\nConclusion: It rose.",
        "BACKGROUND\n\nIron is low.\r\n\r\nMethods:\r\n\r\nWe asked 40 women.\n \nConclusion.\n\n"
        "It rose.",
    ],
)
def test_headings_are_the_sections_of_what_follows(written: str) -> None:
    assert [(section.rstrip(":.").lower(), text) for section, text in said(written)] == [
        ("background", "Iron is low."),
        ("methods", "We asked 40 women."),
        ("conclusion", "It rose."),
    ]


def test_headings_may_be_of_several_words() -> None:
    assert said("MATERIALS AND METHODS: We asked. Main outcome measures: Iron.") == [
        ("MATERIALS AND METHODS", "We asked."),
        ("Main outcome measures", "Iron."),
    ]


def test_words_of_the_text_are_no_headings() -> None:
    text = "We report two results: iron rose, and zinc fell. Results were the same in men."
    assert said(text) == [
        ("", "We report two results: iron rose, and zinc fell."),
        ("", "Results were the same in men."),
    ]


def test_offsets_and_places_are_those_of_the_abstract() -> None:
    document = abstract_text("a", "RESULTS: Iron rose.\n\n  It fell\nlater.", "Crossref").document
    assert [document.text[each.start : each.end] for each in document.statements] == [
        "Iron rose.",
        "It fell\nlater.",
    ]
    assert [each.place for each in document.statements] == [Place("", 1, 10), Place("", 3, 3)]


def test_an_abstract_of_blanks_says_nothing() -> None:
    assert said(" \n\n \n") == []


def test_a_very_long_abstract_takes_no_time_of_its_own() -> None:
    assert len(said("Iron rose: \n" * 20_000)) <= 20_000
