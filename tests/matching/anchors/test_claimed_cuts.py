"""What stands behind a quote, and whether a claim takes it from there."""

import pytest

from evidence.matching.anchors.claimed_cuts import claimed_cut, taken_back
from evidence.matching.anchors.finder import AnchorFinder
from source_texts import full_text, line


def behind(text: str, quote: str) -> tuple[str, str]:
    found = AnchorFinder([full_text(text)]).anchor(line(quote))
    assert found.is_found, found
    return found.behind


def test_the_rest_of_the_sentence_and_the_next_one_stand_behind_a_quote() -> None:
    text = "Wheezing was rarer in June, but not in May. It came back. All were seen.\n\nNew part."
    assert behind(text, "Wheezing was rarer in June") == (", but not in May", "It came back")
    assert behind(text, "It came back.") == ("", "All were seen")
    assert behind(text, "All were seen") == ("", "")


# claim | quote | what follows in its sentence | the next sentence | what is told of it
CLAIMED = """
Weight fell at 10 mg, but 25 mg did no harm to nerves | weight fell at 10 mg | | Doses of 25 mg had\
 no effect on nerves | sentence
Weight fell, but lower doses did not | weight fell at 10 mg | | Doses of 1 mg did not lower it |\
 sentence
Pain eased, while sleep latency was unaltered | pain eased by half | ; the latency of sleep was not\
 altered | | rest
Hearing improved, but whether speech improves is unknown | hearing improved | | Whether gains in\
 speech follow is not known and needs longer trials; whether it improves remains open | sentence
Glare was milder, but use at night was not studied | glare was milder by day | | Whether it helps\
 at night was never examined | sentence
Glare may not recur, at least in myopic eyes | glare did not recur | , at least in the eyes of the\
 myopic | | at least in the eyes of the myopic
Resistance stayed rare in urinary isolates | resistance stayed rare | in urinary isolates in spite\
 of wide use | | in urinary isolates
The enzyme was spared at 50 µM | the enzyme was not blocked | at 50 µM | | at 50 µM
""".strip().splitlines()
SOUND = """
Weight fell at 10 mg, but 25 mg did no harm to nerves | 25 mg had no effect on nerves | | Doses of\
 25 mg were not given to nerves | the quote has it
Weight fell, but lower doses did not | lower doses did not lower weight | | Doses of 1 mg did not\
 raise it | another quote denies it
Pain eased within a week | pain eased by half | ; the latency of sleep was not altered | | not said
Pain eased in adults, and sleep improved | pain eased by half | ; sleep was better in adults | | no\
 limit
Resistance stayed rare in women with cystitis | resistance stayed rare | in women with cystitis | |\
 in whom is told throughout
Resistance stayed rare in urinary isolates | urinary isolates grew; resistance stayed rare | in\
 urinary isolates | | quoted
Glare was milder, but children were not studied | glare was milder by day | | Whether it helps at\
 night was never examined | another thing that was not studied
Hearing improved | hearing improved | | Whether speech improves is unknown | not said
""".strip().splitlines()


def parts(row: str) -> tuple[str, str, tuple[str, str], str]:
    claim, quote, rest, follows, told = (each.strip() for each in row.split("|"))
    return claim, quote, (rest, follows), told


@pytest.mark.parametrize("row", CLAIMED)
def test_a_limit_of_the_claim_that_stands_behind_its_quote_is_told(row: str) -> None:
    claim, quote, follows, told = parts(row)
    wanted = {"rest": follows[0].strip(" ;"), "sentence": follows[1]}.get(told, told)
    assert claimed_cut(follows, claim, [quote]) == wanted


@pytest.mark.parametrize("row", SOUND)
def test_what_a_quote_has_or_the_claim_does_not_say_is_not(row: str) -> None:
    claim, quote, follows, _ = parts(row)
    assert claimed_cut(follows, claim, [quote]) == ""


@pytest.mark.parametrize(
    ("follows", "is_told"),
    [
        ("However, this effect was not seen in smokers", True),
        ("But the difference had disappeared by week 12", True),
        ("Nevertheless, in older women these gains were no longer present", True),
        ("However, nausea was more frequent", False),
        ("This effect was seen in smokers", False),
        ("However, this benefit was large in smokers", False),
    ],
)
def test_a_sentence_that_takes_the_quote_back_is_told(follows: str, *, is_told: bool) -> None:
    assert bool(taken_back(("", follows), ["Cough was rarer."])) == is_told


def test_what_is_said_elsewhere_or_not_next_is_not_taken_back() -> None:
    follows = "However, this effect was not seen in smokers"
    assert taken_back(("", follows), ["Cough was rarer, but not in smokers."]) == ""
    assert taken_back((" in June", follows), ["Cough was rarer."]) == ""
