"""How passages are weighed by what they have of a claim."""

import pytest

from evidence.matching.anchors.bm25 import Ranking
from evidence.matching.anchors.claim_parts import Counts, Part, PartKind

WORDS = (Part("a", PartKind.WORD), Part("b", PartKind.WORD))
SENTENCES = [Counts((1, 0), 10), Counts((1, 1), 10), Counts((1, 0), 10), Counts((0, 0), 10)]


def test_an_average_sentence_with_every_part_once_carries_the_whole() -> None:
    assert Ranking(WORDS, SENTENCES).score(Counts((1, 1), 10)) == pytest.approx(1)


def test_the_rarer_part_tells_more() -> None:
    ranking = Ranking(WORDS, SENTENCES)
    assert ranking.score(Counts((0, 1), 10)) > ranking.score(Counts((1, 0), 10)) > 0
    assert ranking.share([False, True]) == pytest.approx(1 - ranking.share([True, False]))


def test_repeating_a_part_adds_ever_less() -> None:
    ranking = Ranking(WORDS, SENTENCES)
    once, twice, thrice = (ranking.score(Counts((count, 0), 10)) for count in (1, 2, 3))
    assert 0 < thrice - twice < twice - once < once


def test_a_long_passage_is_held_against_itself() -> None:
    ranking = Ranking(WORDS, SENTENCES)
    assert ranking.score(Counts((1, 1), 30)) < ranking.score(Counts((1, 1), 10))


def test_numbers_and_names_tell_more_than_words() -> None:
    parts = tuple(Part("a", kind) for kind in PartKind)
    ranking = Ranking(parts, [Counts((1, 1, 1), 10), Counts((0, 0, 0), 10)])
    number, name, word = ranking.weights
    assert number > name > word


def test_without_sentences_or_parts_nothing_is_divided_by_nothing() -> None:
    assert Ranking((), []).score(Counts((), 0)) == 0
    assert Ranking(WORDS, [Counts((0, 0), 0)]).score(Counts((0, 0), 0)) == 0
