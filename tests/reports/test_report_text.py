from dataclasses import replace
from pathlib import Path

import pytest

from evidence.reports.columns import width_of
from evidence.reports.table import render
from hostile_report import with_text_everywhere
from sample_report import clean_report, empty_report, full_report, unchecked_report
from sample_support import supported_report

EXPECTED = Path(__file__).with_name("expected")


@pytest.mark.parametrize(("width", "name"), [(80, "report.txt"), (60, "report-60.txt")])
def test_everything_is_shown_in_the_width_of_the_terminal(width: int, name: str) -> None:
    text = render(full_report(), "text", width=width)
    assert text == (EXPECTED / name).read_text("utf-8")
    assert max(map(width_of, text.splitlines())) <= width


def test_a_line_tells_what_the_text_and_a_person_say_of_it() -> None:
    text = render(supported_report(), "text")
    assert text == (EXPECTED / "supported.txt").read_text("utf-8")


def test_where_no_text_is_at_hand_that_is_said_once_and_not_of_each_line() -> None:
    (claim,) = clean_report().claims
    steps = replace(clean_report(), claims=(replace(claim, to_read=("get the full text",)),))
    assert render(steps, "text") == render(clean_report(), "text")
    assert "no text" not in render(clean_report(), "text")
    read = replace(supported_report(), claims=(*supported_report().claims, *steps.claims))
    assert "menichincheri2016: verified; no text\n" in render(read, "text")
    assert "    read next   get the full text\n" in render(read, "text")


def test_words_that_agree_are_underlined_one_by_one_on_a_terminal() -> None:
    colored = render(supported_report(), "text", color=True)
    marked = "\x1b[4mblood–brain\x1b[0m \x1b[4mbarrier\x1b[0m in \x1b[4mmice\x1b[0m."
    assert f"Entrectinib \x1b[4mcrosses\x1b[0m the {marked}" in colored


def test_registry_text_and_person_have_three_words_and_three_colours() -> None:
    colored = render(supported_report(), "text", color=True)
    assert "menichincheri2016: \x1b[32mverified\x1b[0m; full text" in colored
    assert "    text        \x1b[34mquote found\x1b[0m: p. 403" in colored
    assert "    judged      \x1b[35msupports,\x1b[0m by M. Okafor" in colored
    assert "    judged      partly, oversimplified, by M. Okafor" in colored  # out of date


def test_no_line_is_wider_than_a_hundred_columns() -> None:
    text = render(full_report(), "text", width=300)
    assert text == render(full_report(), "text", width=100)
    assert 90 < max(map(width_of, text.splitlines())) <= 100


def test_a_terminal_narrower_than_forty_columns_gets_forty() -> None:
    text = render(full_report(), "text", width=10)
    assert text == render(full_report(), "text", width=40)


def test_nothing_checked_is_said_before_anything_else() -> None:
    text = render(unchecked_report(with_hand_made_record=False), "text")
    assert text == (EXPECTED / "unchecked.txt").read_text("utf-8")


def test_hand_made_records_verify_nothing() -> None:
    text = render(unchecked_report(with_hand_made_record=True), "text")
    said = text.replace("nothing here is verified", "").replace("compared, not verified", "")
    said = said.replace("1 not verified", "").replace("verified      0", "")
    assert "verified" not in said
    assert "    record      hand-made record in the snapshot: compared, not verified\n" in text


def test_an_empty_project_says_so() -> None:
    assert render(empty_report(), "text") == (
        "Evidence report · 22 Nov 2026, 16:40 UTC\n"
        "0 references\n"
        "0 claims\n"
        "31 rules\n"
        "0 not checked\n"
        "no record of any work (0 requests)\n"
        "\n"
        "Claims\n"
        "\n"
        "No claims.\n"
        "\n"
        "References\n"
        "\n"
        "No references.\n"
        "\n"
        "Findings\n"
        "\n"
        "No findings.\n"
    )


def test_levels_that_nobody_assesses_are_not_counted_as_failures() -> None:
    assert (
        "all claims    1  ████████████████████████\n"
        "linked        1  ████████████████████████\n"
        "verified      1  ████████████████████████  1 not anchored\n"
        "anchored      0\n"
        "judged        0\n"
        "approved      –  no command sets it\n"
    ) in render(clean_report(), "text")


def test_colour_is_on_status_words_and_names_only() -> None:
    plain = render(full_report(), "text")
    colored = render(full_report(), "text", color=True)
    assert "\x1b" not in plain
    assert "\x1b[1mdemetri2018\x1b[0m: \x1b[31mmalformed\x1b[0m\n" in colored
    assert "\x1b[1mwakefield1998\x1b[0m: \x1b[32mverified\x1b[0m, \x1b[31mretracted" in colored
    assert "\x1b[1mtrial-design\x1b[0m: \x1b[32mverified\x1b[0m\n" in colored
    for code in ("\x1b[0m", *(f"\x1b[{number}m" for number in (1, 4, *range(31, 37)))):
        colored = colored.replace(code, "")
    assert colored == plain


def test_a_verified_claim_in_danger_is_not_green() -> None:
    colored = render(full_report(), "text", color=True)
    assert "\x1b[1mretracted-support\x1b[0m: verified, \x1b[31mbroken\x1b[0m\n" in colored


def test_text_of_strangers_cannot_steer_the_terminal() -> None:
    text = render(with_text_everywhere("a\x1b[2J\r\u202eb\ud800\x9b1m\x00"), "text")
    assert not set(text) & set("\x1b\r\u202e\ud800\x9b\x00")
    assert "␛[2J" in text


def test_the_longest_words_are_broken_at_the_edge() -> None:
    text = render(with_text_everywhere("unbroken" * 40), "text", width=60)
    assert max(map(width_of, text.splitlines())) == 60


def test_blanks_and_breaks_inside_a_written_doi_are_shown_as_they_are() -> None:
    text = render(with_text_everywhere("10.1/a  b\nc"), "text")
    assert "    as written  10.1/a  b␊c\n" in text
