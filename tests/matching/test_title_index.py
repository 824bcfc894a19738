"""Things found by their titles."""

from evidence.matching.title_index import TitleIndex


def index(*titles: str) -> TitleIndex[str]:
    found: TitleIndex[str] = TitleIndex()
    for title in titles:
        found.add(title, title)
    return found


def test_the_same_title_comes_first_whatever_its_case_and_signs() -> None:
    titles = ("Deep burns of the hand in children", "Deep Burns: of the Hand", "Vitamin D")
    assert index(*titles).like("deep burns of the hand") == [titles[1], titles[0]]


def test_a_title_that_shares_no_word_is_not_found() -> None:
    assert index("Deep burns", "Vitamin D").like("Yawning in monkeys") == []
    assert index("Deep burns", "").like("") == []


def test_no_more_than_the_four_nearest_are_found() -> None:
    titles = [f"Burns of kind{number}" for number in range(9)]
    assert index(*titles).like("Scalds and burns of kind7")[0] == "Burns of kind7"
    assert len(index(*titles).like("Scalds and burns of kind7")) == 4


def test_words_of_very_many_titles_tell_nothing() -> None:
    titles = [f"Burns {number}" for number in range(61)]
    assert index(*titles).like("Burns") == []
    assert index(*titles).like("Burns 7") == ["Burns 7"]
    assert len(index(*["Burns"] * 80).like("Burns")) == 60
