"""What a claim says more, or otherwise, than its quotes; and sound rewordings, which are quiet."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from evidence.matching.studies.strength import (
    Shift,
    causal_claim,
    differing_direction,
    differing_negation,
    lost_hedge,
    lost_limit,
)

TESTS: dict[str, Callable[[str, Sequence[str]], Shift | None]] = {
    "hedge": lost_hedge,
    "limit": lost_limit,
    "causal": causal_claim,
    "neg": differing_negation,
    "dir": differing_direction,
}


def _pairs(name: str) -> list[tuple[str, str, str]]:
    """What stands before each claim of a table, the claim, and its quote."""
    blocks = (Path(__file__).parents[2] / "data/strength" / name).read_text("utf-8").split("\n\n")
    lines = [block.splitlines() for block in blocks if block.strip()]
    return [
        (*claim.split(": ", 1), quote.removeprefix("quote: "))  # type: ignore[misc]
        for claim, quote in lines
    ]


SOUND = [(claim, quote) for _, claim, quote in _pairs("sound.txt")]
SPOILT = _pairs("spoilt.txt")
each_test = pytest.mark.parametrize("kind", TESTS)


@each_test
@pytest.mark.parametrize(("claim", "quote"), SOUND)
def test_a_sound_rewording_is_quiet(kind: str, claim: str, quote: str) -> None:
    assert TESTS[kind](claim, (quote,)) is None


@each_test
@pytest.mark.parametrize(("claim", "quote"), SOUND)
def test_a_quote_is_no_finding_against_itself(kind: str, claim: str, quote: str) -> None:
    assert TESTS[kind](quote, (quote,)) is None
    assert TESTS[kind](claim, (claim,)) is None


@pytest.mark.parametrize(("kind", "claim", "quote"), SPOILT)
def test_a_spoilt_claim_is_found(kind: str, claim: str, quote: str) -> None:
    assert TESTS[kind](claim, (quote,)) is not None


def test_the_words_of_both_sides_are_told() -> None:
    claim = "Aspirin prolonged survival."
    assert differing_negation(claim, ("Aspirin did not prolong survival.",)) == Shift(
        "Aspirin prolonged survival", "not prolong survival", 0
    )
    assert differing_direction(claim, ("Aspirin shortened survival.",)) == Shift(
        "prolonged", "shortened", 0
    )
    assert lost_hedge(claim, ("Aspirin may prolong survival.",)) == Shift("", "may", 0)
    assert causal_claim(claim, ("Aspirin use was associated with longer survival.",)) == Shift(
        "prolonged", "associated with", 0
    )
    assert lost_limit(claim, ("Aspirin prolonged survival only in men.",)) == Shift(
        "", "only in men", 0
    )


@each_test
def test_nothing_is_said_without_a_quote(kind: str) -> None:
    assert TESTS[kind]("Aspirin prolongs survival.", ()) is None


@pytest.mark.parametrize(
    ("kind", "claim", "quotes"),
    [
        ("hedge", "It heals ulcers.", ("It may heal ulcers.", "It heals ulcers.")),
        ("neg", "It lowers pressure.", ("It did not lower pressure.", "It lowered pressure.")),
        ("dir", "It lowers pressure.", ("It raised pressure.", "It lowered pressure.")),
        ("limit", "It heals ulcers.", ("It heals ulcers only in men.", "It heals ulcers.")),
    ],
)
def test_another_quote_that_says_it_is_enough(
    kind: str, claim: str, quotes: tuple[str, ...]
) -> None:
    assert TESTS[kind](claim, quotes[:1]) is not None
    assert TESTS[kind](claim, quotes) is None


def test_a_finding_names_the_quote_that_differs() -> None:
    quotes = ("Blood pressure was measured at home.", "The drug did not lower pressure.")
    shift = differing_negation("The drug lowered pressure.", quotes)
    assert shift is not None
    assert shift.quote == 1


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        # A hedge over another clause than the claim's.
        ("The drug reduced relapses by 20%.",
         "The drug reduced relapses by 20%, and it may reduce admissions."),
        # A recommendation.
        ("Clinicians should offer the drug.", "We suggest that clinicians offer the drug."),
        # A past ability.
        ("The virus was found in semen.", "The virus could be detected in semen."),
        ("Relapse was less common in May 2019.", "In May 2019 relapse was less common."),
    ],
)  # fmt: skip
def test_not_every_hedge_is_one_of_the_finding(claim: str, quote: str) -> None:
    assert lost_hedge(claim, (quote,)) is None


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The drug lowered pressure.", "The drug lowered pressure with no adverse effects."),
        ("The drug lowered pressure.", "The drug not only lowered pressure but relieved pain."),
        ("The drug can be taken with meals.", "The drug can be taken with or without meals."),
        ("Relapses fell, but not deaths.", "The drug reduced relapses but did not reduce deaths."),
        ("The drug reduced relapses.", "The drug reduced relapses but did not reduce deaths."),
        ("Non-smokers lived longer.", "Survival was longer among people who did not smoke."),
    ],
)
def test_not_every_negation_denies_the_finding(claim: str, quote: str) -> None:
    assert differing_negation(claim, (quote,)) is None


@pytest.mark.parametrize(
    ("claim", "quote", "spoilt"),
    [
        # `no` right behind the verb denies it.
        ("Zinc caused no rash in dogs.", "Zinc did not cause a rash in dogs.",
         "Zinc caused a rash in dogs."),
        # A condition is no denial.
        ("The vaccine needs a further trial before infants receive it.",
         "Infants should not receive the vaccine before a further trial is done.", ""),
        # A clause without its verb.
        ("Falls were made rarer by exercise (9% vs 21%) but not by wearing padded hips.",
         "Exercise made falls rarer. Padded hips had no use for walking, nor did they make falls "
         "rarer.", ""),
        # What is denied `at any` place is denied at each.
        ("Appetite was not reduced in cats.", "Appetite was not reduced at any visit.",
         "Appetite was reduced in cats."),
        ("Corneal thickness did not change by then.",
         "Corneal thickness was not changed at that time.",
         "The drops changed corneal thickness by then."),
        ("Wheeze was not seen with the spray.", "No case of wheeze was seen.",
         "Wheeze was seen with the spray."),
        # A prefix.
        ("The hearing loss was probably reversible in all children.",
         "In children the hearing loss was reversible.",
         "The hearing loss was irreversible in all children."),
        ("The patch is likely to be cost-effective at this price.",
         "At this price the patch is likely to be cost-effective.",
         "The patch is unlikely to be cost-effective at this price."),
        ("Children, untreated or treated, recovered.", "Treated children recovered.", ""),
        # Inferior.
        ("Cream was non-inferior to tablets for itch.", "Cream was non-inferior to tablets.",
         "Cream was inferior to tablets for itch."),
        ("Clots in the inferior vena cava were rare; heparin was non-inferior to warfarin.",
         "Heparin was non-inferior to warfarin.", ""),
        ("Gel proved non-inferior but not superior to foam for burns.",
         "Gel was non-inferior, but not superior, to foam in healing burns, without more pain.",
         "Gel proved superior to foam for burns."),
        # Two subjects of one verb.
        ("Iodine does block the uptake of zinc and copper.",
         "The uptake of zinc and copper was completely blocked, and it returned later.",
         "Iodine does not block the uptake of zinc and copper."),
        # What is called significant, of another thing.
        ("The gain was significant only with exercise.",
         "Mood was poorer, although the difference was not significant.", ""),
        ("Croup occurred in 5% of infants on the drug and in none on placebo.",
         "Weight fell by 3% with placebo in infants.", ""),
        ("Five had a rash, and of the others none.", "Rash was seen in five, in the rest none.",
         ""),
        ("Cream helps adults with type 2 diabetes heal faster.",
         "The trial of the cream did not include adults with type 1 diabetes.", ""),
        ("Whether dust harms infants is not known.", "Whether dust harms infants is unknown.",
         "Whether dust harms infants is known."),
        ("The valve opened after 3.1 minutes in 40% of calves.",
         "The valve had opened in 40% of calves.",
         "The valve never opened in 40% of calves."),
    ],
)  # fmt: skip
def test_a_denial_is_told_from_its_sound_look_alike(claim: str, quote: str, spoilt: str) -> None:
    assert differing_negation(claim, (quote,)) is None
    assert not spoilt or differing_negation(spoilt, (quote,)) is not None


@pytest.mark.parametrize(
    ("claim", "quote", "spoilt"),
    [
        # A second verb of the claim is a statement of its own.
        ("Yoga was associated with better sleep in 31% and may shorten migraine.",
         "Yoga was associated with better sleep in 31%, and may shorten migraine.",
         "Yoga was associated with better sleep in 31% and shortens migraine."),
        # A hedge before `because`.
        ("Calcium fell in goats, perhaps since the resin binds calcium.",
         "Hypocalcaemia was found in goats, possibly because the resin binds calcium.",
         "Calcium fell in goats, since the resin binds calcium."),
        # A hedge in a clause that is put in is none over the one around it.
        ("Dogs with kidney failure were not tested.",
         "Dogs with kidney failure, in whom filtration may be lower, were not tested.",
         "Filtration is lower in dogs with kidney failure."),
        ("The drug may be active in calves whose blood carries such cells.",
         "We suggest that the drug may be active in calves whose blood carries cells of this kind.",
         ""),
        # What is denied on both sides is no hedge.
        ("The data suggest that diet had no influence on growth.",
         "The data suggest that diet did not influence growth.",
         "Diet had no influence on growth."),
        # An unknown that the quote has over something else.
        ("Rickets seemed to arise within 12 months, although the diet was unknown.",
         "Rickets appeared to arise within 12 months, although the diet was not known.",
         "Rickets arose within 12 months, although the diet was unknown."),
        ("It may block the action potential of nerves.", "It may block nerves.",
         "It blocks the action potential of nerves."),
    ],
)  # fmt: skip
def test_a_lost_hedge_is_told_from_its_sound_look_alike(
    claim: str, quote: str, spoilt: str
) -> None:
    assert lost_hedge(claim, (quote,)) is None
    assert not spoilt or lost_hedge(spoilt, (quote,)) is not None


def test_all_of_the_animals_in_other_words_is_no_wider() -> None:
    quote = "All 8 lambs given the serum lived without fits for a day."
    assert (
        lost_limit("The serum kept all 8 lambs alive, in all 8 animals given it.", (quote,)) is None
    )
    excepted = "The serum kept lambs alive, without any trial in goats."
    assert lost_limit("The serum kept lambs alive, and also in goats.", (excepted,)) is not None


def test_a_negation_of_one_finding_of_two_is_told_apart() -> None:
    quote = "The drug reduced relapses but did not reduce deaths."
    assert differing_negation("The drug reduced deaths.", (quote,)) is not None


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The patch eased itching, yet did nothing of the kind when worn for under a day.",
         "Itching was eased by the patch, except when it was worn for less than a day."),
        ("No benefit was left once the vials had been kept warm.",
         "The benefit was lost when the vials were kept warm."),
        ("Walking speed rose, but people with a pacemaker were not included.",
         "Walking speed rose in people without a pacemaker."),
    ],
)  # fmt: skip
def test_a_denial_in_other_words_is_none_that_was_put_in(claim: str, quote: str) -> None:
    assert differing_negation(claim, (quote,)) is None


def test_where_both_deny_once_it_is_not_told_which_finding_is_denied() -> None:
    """The price of the test before this one."""
    quote = "The drug reduced relapses but did not reduce deaths."
    assert differing_negation("The drug did not reduce relapses.", (quote,)) is None


def test_a_hedge_over_one_clause_of_a_claim_excuses_no_other() -> None:
    quotes = ("Iron may ease fatigue. It may also soothe restless legs.",)
    claim = "Iron eases fatigue, and it may soothe restless legs."
    assert lost_hedge(claim, quotes) == Shift("", "may", 0)
    assert lost_hedge(claim.replace("eases", "may ease"), quotes) is None


def test_a_word_that_makes_certain_is_told() -> None:
    quotes = ("Sleep improved. The effect of light on mood is uncertain.",)
    shift = lost_hedge("Sleep improved, and an effect of light on mood is established.", quotes)
    assert shift == Shift("established", "uncertain", 0)


def test_a_word_that_makes_certain_counts_where_the_clause_says_nothing_else() -> None:
    quotes = ("Iron lowered fatigue by a third, but the result needs confirmation.",)
    shift = lost_hedge("Iron lowered fatigue by a third; this result is established.", quotes)
    assert shift == Shift("established", "confirmation", 0)
    sound = "Iron lowered fatigue by a third; this result is not yet established."
    assert lost_hedge(sound, quotes) is None


def test_figures_of_a_quote_deny_an_effect_that_another_quote_tells() -> None:
    quotes = (
        "Femoral neck thickness changed by 0.1% with the drug (95% CI −0.4 to 0.6).",
        "Spine bone density rose by 3.0% with the drug (95% CI 2.1 to 3.9).",
    )
    shift = differing_negation("The drug raised femoral neck thickness.", quotes)
    assert shift is not None
    assert shift.quote == 0
    assert differing_negation("The drug raised spine bone density.", quotes) is None


@pytest.mark.parametrize("kind", TESTS)
def test_a_hostile_text_is_read_to_its_end(kind: str) -> None:
    """Its size is such that anything worse than linear would not come to an end."""
    for text in (
        "not " * 50_000,
        "may reduce, " * 20_000,
        "a" * 500_000,
        "in patients with " * 30_000,
    ):
        assert TESTS[kind](text, (text,)) is None
        TESTS[kind]("The drug reduced deaths.", (text, "The drug did not reduce deaths."))
