"""Words that look like the names of substances, and words of the language that end so."""

import pytest

from evidence.matching.names.general_words import is_substance_like


@pytest.mark.parametrize(
    "word",
    ["tropicamide", "edrophonium", "silibinin", "malathion", "peonidin", "berberine", "maltol"],
)
def test_a_word_may_end_as_a_substance(word: str) -> None:
    assert is_substance_like(word)


@pytest.mark.parametrize(
    "word",
    [
        "routine", "margin", "within", "guideline", "endothelium", "haemoglobin", "methodone",
        "someone", "uterine", "midbrain", "milestone", "headline", "sin", "tablet", "controls",
    ],
)  # fmt: skip
def test_words_of_the_language_and_of_the_body_do_not(word: str) -> None:
    assert not is_substance_like(word)
