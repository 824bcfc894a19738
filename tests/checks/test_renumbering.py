"""Whether the numbers of a list moved under the markers."""

from evidence.checks.holding import hold
from evidence.checks.renumbering import MovedNumbers, moved_numbers
from sample_documents import REFERENCES, claim, document

MICE = "Metformin prolonged the life of old mice."
SAFE = "Most patients tolerated metformin well."
RARE = "Lactic acidosis was rare among outpatients."


def moved(*markers: str, listed: tuple[str, ...]) -> MovedNumbers:
    texts = zip((MICE, SAFE, RARE), markers, strict=False)
    claims = (
        claim("life", MICE, "ardini2016"),
        claim("safety", SAFE, "drilon2017"),
        claim("rare", RARE, "ardini2016"),
    )
    return moved_numbers(hold(document(*texts, listed=listed), claims, REFERENCES))


def told(found: MovedNumbers) -> list[tuple[str, str, str]]:
    return [(move.key, move.before, move.now) for move in found.moves]


def test_two_numbers_that_stood_for_other_items_have_moved() -> None:
    found = moved("1", "2", listed=("chen2018", "ardini2016", "drilon2017"))
    assert told(found) == [("ardini2016", "1", "2"), ("drilon2017", "2", "3")]
    assert found.was == {"1": "ardini2016", "2": "drilon2017"}


def test_one_number_has_moved_when_two_statements_agree() -> None:
    found = moved("1", "3", "1", listed=("chen2018", "ardini2016", "drilon2017"))
    assert told(found) == [("ardini2016", "1", "2")]


def test_a_number_for_which_a_claim_agrees_with_the_list_has_not_moved() -> None:
    assert moved("2", "2", "2", listed=("chen2018", "ardini2016", "drilon2017")).moves == ()


def test_a_single_other_number_is_no_renumbering() -> None:
    assert moved("1", "3", "2", listed=("chen2018", "ardini2016", "drilon2017")).moves == ()


def test_without_a_list_nothing_can_move() -> None:
    assert moved("1", "2", listed=()) == MovedNumbers()


PAIR = "Both effects were confirmed in a large registry."
TWICE = (
    ("Old mice on metformin lived longer.", "1", "ardini2016"),
    ("Weight did not change in these mice.", "1", "ardini2016"),
    ("Nausea was mild in most patients.", "2", "drilon2017"),
    ("No patient stopped the treatment.", "2", "drilon2017"),
)


def with_pair(listed: tuple[str, ...], *more: tuple[str, str, str]) -> MovedNumbers:
    said = (*TWICE, *more)
    texts = ((PAIR, "1", "2"), *((text, label) for text, label, _ in said))
    claims = (
        claim("pair", PAIR, "ardini2016", "drilon2017"),
        *(claim(f"c{at}", text, key) for at, (text, _, key) in enumerate(said)),
    )
    return moved_numbers(hold(document(*texts, listed=listed), claims, REFERENCES))


def test_a_statement_that_cites_both_says_nothing_on_a_swap() -> None:
    found = with_pair(("drilon2017", "ardini2016", "chen2018"))
    assert told(found) == [("ardini2016", "1", "2"), ("drilon2017", "2", "1")]


def test_a_statement_that_cites_both_excludes_a_move_to_a_third() -> None:
    said = ("Metformin was cheap.", "1", "chen2018"), ("Metformin was old.", "1", "chen2018")
    texts = ((PAIR, "1", "2"), *((text, label) for text, label, _ in said))
    claims = (
        claim("pair", PAIR, "ardini2016", "drilon2017"),
        *(claim(f"c{at}", text, key) for at, (text, _, key) in enumerate(said)),
    )
    listed = ("ardini2016", "drilon2017", "chen2018")
    assert moved_numbers(hold(document(*texts, listed=listed), claims, REFERENCES)).moves == ()


def test_statements_that_cite_one_each_refute_a_swap() -> None:
    more = ("Metformin was cheap.", "1", "drilon2017"), ("Metformin was old.", "2", "ardini2016")
    assert with_pair(("drilon2017", "ardini2016", "chen2018"), *more).moves == ()
