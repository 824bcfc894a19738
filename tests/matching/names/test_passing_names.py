"""What a work names only where it tells of other works."""

import pytest

from dossiers import said
from evidence.checks import sup_names
from evidence.matching.names.subjects import SubjectKind
from named_works import claim_of, entry, line, named_in, supported
from source_texts import full_text

WORK = """Introduction

Scabies is treated with creams [1]. Malathion and tablets of albendazole are used too [2].

Results

Mites were gone in 41 of 50 villagers after permethrin. Nobody had a rash. Benzyl benzoate had been
used before [3].

References

1. Ant A. Creams. 2001.
2. Bee B. Tablets. 2002.
3. Cat C. Lotions. 2003.
"""
QUOTE = "Mites were gone in 41 of 50 villagers"


def passing(claim: str, *quotes: str, text: str = WORK) -> list[str]:
    lines = [line("work2020", quote=quote) for quote in quotes] or [line("work2020")]
    naming = named_in(entry("work2020"), full_text(text)).naming(claim_of(claim, *lines))
    return [each.written for each in naming.in_passing]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Albendazole cleared mites.", ["Albendazole"]),
        ("Permethrin cleared mites.", []),  # in its results
        ("Ivermectin cleared mites.", []),  # not there at all
        ("Permethrin on top of albendazole cleared mites.", []),  # background of the claim
        ("Mites were cleared with malathion.", ["malathion"]),
        ("Mites were cleared without a placebo.", []),
    ],
)
def test_a_name_that_stands_by_citations_only_is_in_passing(claim: str, told: list[str]) -> None:
    assert passing(claim, QUOTE) == told


def test_what_a_quote_names_and_works_without_quotes_or_citations_are_left_alone() -> None:
    claim = "Albendazole cleared mites."
    assert passing(claim, QUOTE, "tablets of albendazole are used too") == []
    assert passing(claim) == []
    plain = "Tablets of albendazole are used too. Mites were gone in 41 of 50 villagers."
    assert passing(claim, QUOTE, text=plain) == []


def test_a_claim_on_what_its_work_names_in_passing_is_told_once() -> None:
    claim = claim_of(
        "Albendazole cleared mites.",
        line("work2020", quote=QUOTE),
        line("work2020", quote="Nobody had a rash."),
    )
    work = ("A trial in villages", full_text(WORK))
    (told,) = said(sup_names.unnamed_subject, supported(claim, [work, work]))
    assert "names `Albendazole` only where it tells of other works" in told


def test_a_claim_of_two_works_may_take_the_name_from_the_other() -> None:
    claim = claim_of(
        "Albendazole cleared mites.",
        line("work2020", quote=QUOTE),
        line("other", quote="Albendazole was given."),
    )
    other = full_text("Albendazole was given. It was safe.", key="other")
    works = [("A trial", full_text(WORK)), ("Another", other)]
    assert said(sup_names.unnamed_subject, supported(claim, works)) == []


def test_the_kind_of_what_looks_like_a_substance() -> None:
    naming = named_in(entry("work2020"), full_text(WORK)).naming(
        claim_of("Mites died of crotonin.", line("work2020", quote=QUOTE))
    )
    assert [each.kind for each in naming.unnamed] == [SubjectKind.SUBSTANCE]
