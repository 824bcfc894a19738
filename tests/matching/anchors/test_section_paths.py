"""The headings above a passage, and whether a line names one of them."""

import pytest

from evidence.matching.anchors.sections import PATH, Sections, is_in_section
from source_texts import abstract, full_text

PAPER = """Sleep in shift workers

Abstract

Background

Shift work is frequent among nurses and it was studied here.

Results

Sleep was short in those who work at night.

Introduction

Many people work at night, and few like it.

2 Methods

2.1 Participants

We asked 40 nurses how long they had slept.

3 Results

3.1 Length of sleep

They had slept for six hours on average.

Discussion

Six hours are too few for most people."""


def path_of(words: str) -> str:
    document = full_text(PAPER).document
    return Sections(document, is_abstract=False).path(document.text.index(words))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Shift work", "Abstract › Background"),
        ("Sleep was", "Abstract › Results"),
        ("Many people", "Introduction"),
        ("We asked", "2 Methods › 2.1 Participants"),
        ("They had", "3 Results › 3.1 Length of sleep"),
        ("Six hours are", "Discussion"),
    ],
)
def test_the_path_has_the_part_of_the_paper_and_the_numbered_headings(
    words: str, path: str
) -> None:
    assert path_of(words) == path


def test_an_abstract_is_one_and_a_text_without_headings_has_no_path() -> None:
    summary = abstract("Sleep was short.").document
    assert Sections(summary, is_abstract=True).path(3) == "Abstract"
    assert Sections(full_text("Sleep was short.").document, is_abstract=False).path(3) == ""


@pytest.mark.parametrize(
    ("named", "path"),
    [
        ("Results", "3 Results › 3.1 Length of sleep"),
        ("3", "3 Results › 3.1 Length of sleep"),
        ("Section 3.1", "3 Results › 3.1 Length of sleep"),
        ("length of sleep", "3 Results › 3.1 Length of sleep"),
        ("Sleeping", "3 Results › 3.1 Length of sleep"),
        ("results", "Results and discussion"),
        ("Results and Discussion", "Discussion"),
        ("Methods", "Patients and methods"),
        ("abstract", "Summary"),
        ("Findings", "Abstract › Results"),
    ],
)
def test_a_section_may_be_named_by_any_heading_above(named: str, path: str) -> None:
    assert is_in_section(named, path) is True


@pytest.mark.parametrize(
    ("named", "path"),
    [
        ("Results", "Introduction"),
        ("Abstract", "3 Results › 3.1 Length of sleep"),
        ("Pharmacokinetics", "3 Results › 3.1 Length of sleep"),
        ("Discussion", "Abstract › Results"),
    ],
)
def test_another_section_is_another(named: str, path: str) -> None:
    assert is_in_section(named, path) is False


@pytest.mark.parametrize(
    ("named", "path"),
    [
        ("Results", ""),
        ("Results", "12 Clinical pharmacology"),
        ("Table 2", "Results"),
        ("Online appendix", "Results"),
        ("7.2", "Results"),
        ("", "Results"),
    ],
)
def test_what_cannot_be_compared_is_no_other_section(named: str, path: str) -> None:
    assert is_in_section(named, path) is None


def test_a_long_heading_is_no_part_of_a_paper() -> None:
    heading = "Results of earlier trials of drugs for sleep at night"
    assert is_in_section("Methods", heading) is None
    assert PATH == " › "
