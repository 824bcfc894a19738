from dataclasses import replace
from pathlib import Path

from evidence.model.report import Report
from evidence.reports.table import render_check
from hostile_report import with_text_everywhere
from sample_report import clean_report, empty_report, full_report, unchecked_report

EXPECTED = Path(__file__).with_name("expected")


def check_text(report: Report, *, color: bool = False, width: int = 80) -> str:
    return render_check(report, "text", color=color, width=width)


def test_findings_come_in_the_order_of_the_files_and_the_summary_last() -> None:
    assert check_text(full_report()) == (EXPECTED / "check.txt").read_text("utf-8")


def test_the_lines_of_findings_are_not_wrapped_and_the_summary_is() -> None:
    wide = check_text(full_report(), width=1000).splitlines()
    narrow = check_text(full_report(), width=40).splitlines()
    blank = wide.index("")
    assert narrow[: blank + 1] == wide[: blank + 1]
    assert len(wide) == blank + 2
    assert len(narrow) > blank + 2
    assert max(map(len, narrow[blank:])) <= 40


def test_a_clean_run_is_one_sentence() -> None:
    assert check_text(clean_report(), width=200) == (
        "Nothing found in 1 reference (1 verified) and 1 claim (1 verified) with 31 rules; "
        "0 not checked; works from Crossref (1 request).\n"
    )


def test_an_empty_project_is_one_sentence() -> None:
    assert check_text(empty_report(), width=200) == (
        "Nothing found in 0 references and 0 claims with 31 rules; "
        "0 not checked; no record of any work (0 requests).\n"
    )


def test_what_a_snapshot_alone_says_is_not_crossrefs_word_and_verifies_nothing() -> None:
    text = check_text(unchecked_report(with_hand_made_record=True), width=200)
    assert text == (
        "Nothing found in 1 reference (1 unchecked) and 1 claim (1 linked; 1 at risk) "
        "with 31 rules; 1 not checked; works from the snapshot, not from Crossref (0 requests).\n"
    )


def test_unreadable_input_is_said() -> None:
    text = check_text(unchecked_report(with_hand_made_record=False), width=200)
    assert text.startswith("Part of the input could not be read, and was not checked.\n")


def test_severities_alone_have_a_colour() -> None:
    colored = check_text(full_report(), color=True)
    assert "references.bib:62:13: \x1b[31merror\x1b[0m DOI001 malformed-doi: " in colored
    assert "references.bib:25:13: \x1b[33mwarning\x1b[0m MET003" in colored
    assert colored.count("\x1b[0m") == len(full_report().findings)


def test_a_finding_stays_on_its_line_whatever_it_quotes() -> None:
    report = replace(with_text_everywhere("a\nb\x1b[2J\x85c"), references=(), claims=())
    lines = check_text(report, width=200).splitlines()
    assert len(lines) == 2 * len(report.findings) + 2
    assert "\x1b" not in "".join(lines)
