"""What alters a claim, beside what looks like it and does not."""

import pytest

from evidence.matching.statements.contrasts import is_drug
from evidence.matching.statements.restatement import restate


@pytest.mark.parametrize(
    ("claim", "statement", "change"),
    [
        ("Patients didn't respond to the drug.", "Patients did respond to the drug.",
         "`not` dropped"),
        ("It can cross the placenta.", "It can’t cross the placenta.", "`not` added"),
        ("The effect won't last.", "The effect will last.", "`not` dropped"),
        ("Neither arm improved survival.", "Either arm improved survival.", "`Neither` dropped"),
        ("The tumour no longer grew in adults.", "The tumour grew in adults.",
         "`no longer` dropped"),
        ("Patients failed to respond to therapy.", "Patients responded to therapy.",
         "`failed to` dropped"),
        ("There was a lack of efficacy in asthma.", "There was efficacy in asthma.",
         "`lack of` dropped"),
        ("They were free of pain after surgery.", "They had pain after surgery.",
         "`free of` dropped"),
        ("Non-smokers did best.", "Smokers did best.", "`Non -` dropped"),
        ("It was given twice daily for gout.", "It was given once daily for gout.", "twice → once"),
        ("The dose was double that of placebo.", "The dose was triple that of placebo.",
         "double → triple"),
        ("It helps low-risk patients with melanoma.", "It helps high-risk patients with melanoma.",
         "low → high"),
        ("Mortality was higher in smokers.", "Mortality was lower in smokers.", "higher → lower"),
        ("The drug significantly increased survival in adults.",
         "The drug markedly reduced survival in adults.", "increased → reduced"),
        ("It is first-line treatment of gout.", "It is second-line treatment of gout.",
         "first → second"),
        ("Major bleeding was rare with it.", "Minor bleeding was rare with it.", "Major → Minor"),
        ("Patients with diabetes improved.", "Patients without diabetes improved.",
         "`without` added"),
        ("Apixaban was effective in stroke.", "Edoxaban was effective in stroke.",
         "Apixaban → Edoxaban"),
        ("Strokes were fewer compared with warfarin.", "Strokes were fewer compared with aspirin.",
         "warfarin → aspirin"),
        ("Pain was less compared with exercise.", "Pain was less compared with massage.",
         "exercise → massage"),
        ("Chronic hepatitis A was cured by rest.", "Chronic hepatitis C was cured by rest.",
         "A → C"),
        ("Growth was not reduced in mice.", "Growth increased in mice and was not reduced.",
         "`increased` added"),
        ("Growth increased in mice and was not reduced.", "Growth was not reduced in mice.",
         "`increased` dropped"),
        ("The disease was stable at a year.", "The disease was unstable at a year.",
         "stable → unstable"),
        ("Hypotension was seen at a high dose.", "Hypertension was seen at a high dose.",
         "Hypotension → Hypertension"),
        ("The AUC was 50 ng·h/mL in adults.", "The AUC was 50 ng/h/mL in adults.",
         "ng·h/mL → ng/h/mL"),
        ("Counts were 5 × 10⁹/L in men.", "Counts were 5 × 10⁶/L in men.", "5 × 10^9 → 5 × 10^6"),
        ("TNF-α was blocked by the drug.", "TNF-β was blocked by the drug.", "α → β"),
    ],
)  # fmt: skip
def test_a_word_that_turns_the_claim_alters_it(claim: str, statement: str, change: str) -> None:
    assert str(restate(claim, statement)) == f"altered: {change}"


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("Patients didn’t respond to the drug.", "Patients did not respond to the drug."),
        ("It can’t cross the placenta.", "It cannot cross the placenta."),
        ("Tumour growth stopped.", "Tumor growth stopped."),
        ("The half-life was 5 h.", "The halflife was 5 h."),
        ("The half life was 5 h.", "The half-life was 5 h."),
        ("Leukaemia was treated with oestrogen.", "Leukemia was treated with estrogen."),
        ("Patients were randomised to care.", "Patients were randomized to care."),
        ("Five per cent relapsed in a year.", "5% relapsed in a year."),
        ("Nonsmokers did best.", "Non-smokers did best."),
        ("A double-blind trial failed.", "A double blind trial failed."),
        ("It was given at 10 mg/kg/day to dogs.", "It was given at 10 mg kg⁻¹ day⁻¹ to dogs."),
        ("Counts were 5 × 10⁹/L in men.", "Counts were 5x10^9/L in men."),
        ("TNF-α was blocked by the drug.", "TNF-alpha was blocked by the drug."),
    ],
)
def test_spelling_is_no_change(claim: str, statement: str) -> None:
    assert str(restate(claim, statement)) == "same"


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("It reduced pain in adults.", "It lessened pain in adults."),
        (
            "It lowers glucose in adults with diabetes.",
            "It reduces glucose in adults with diabetes.",
        ),
        ("It was given once daily for gout.", "It was given daily for gout."),
        ("Neither dose nor age changed the response.", "Neither dose or age changed the response."),
        ("A potent ALK inhibitor is used.", "A potent inhibitor of ALK is used."),
        ("Once relapsed, men were treated.", "When relapsed, men were treated."),
    ],
)
def test_a_synonym_only_rewords(claim: str, statement: str) -> None:
    assert str(restate(claim, statement)).startswith("reworded")


def test_not_able_is_not_notable() -> None:
    assert str(restate("It is not able to cross.", "It is notable to cross.")) != "same"


def test_drugs_are_known_by_their_stems() -> None:
    drugs = ("bevacizumab", "imatinib", "losartan", "ramipril", "atorvastatin", "bisoprolol",
             "omeprazole", "amoxicillin", "aciclovir", "sitagliptin", "aspirin")  # fmt: skip
    assert all(map(is_drug, drugs))
    words = ("protein", "routine", "within", "control", "baseline", "tablet", "survive", "decline")
    assert not any(map(is_drug, words))


@pytest.mark.parametrize(
    "grouped", ["14\u202f264", "14\u00a0264", "14\u2009264", "14 264", "14,264", "14264"]
)
def test_digits_are_grouped_in_many_ways(grouped: str) -> None:
    claim = "Of 14,264 patients most had a stroke."
    assert str(restate(claim, f"Of {grouped} patients most had a stroke.")) == "same"
    altered = restate(claim, f"Of {grouped.replace('264', '246')} patients most had a stroke.")
    assert str(altered).startswith("altered: 14,264 → 14")


def test_a_point_groups_digits_only_in_german() -> None:
    german = "Es wurden 18.113 Patienten behandelt."
    assert str(restate(german, "Es wurden 18 113 Patienten behandelt.")) == "same"
    assert str(restate(german, "Es wurden 18 131 Patienten behandelt.")) == (
        "altered: 18113 → 18131"
    )
    assert str(restate("The ratio was 18.113 in adults.", "The ratio was 18 113 in adults.")) == (
        "altered: 18.113 → 18113"
    )


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("IL-2 100 mg was given to men.", "IL-2 at 100 mg was given to men."),
        ("Two 500-mg tablets were given.", "2 500-mg tablets were given."),
    ],
)
def test_two_numbers_side_by_side_are_not_one(claim: str, statement: str) -> None:
    assert not restate(claim, statement).alterations  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("statement", "before", "after"),
    [
        ("The drug {} blood glucose in adults.", "lowers", "raises"),
        ("Renal function {} with age.", "declines", "increases"),
        ("Blood pressure {} at night.", "falls", "rises"),
        ("It {} the QT interval.", "shortens", "prolongs"),
        ("It {} the quality of sleep.", "improves", "worsens"),
        ("The patient {} weight on it.", "gains", "loses"),
        ("Weight {} was seen in adults.", "gain", "loss"),
        ("Blood pressure went {} on it.", "up", "down"),
        ("Values were {} the limit of detection.", "below", "above"),
        ("Curves were {} the line of identity.", "under", "over"),
        ("It is given {} meals.", "before", "after"),
        ("Pain in the {} limb was treated.", "upper", "lower"),
        ("There were {} strokes with it.", "more", "fewer"),
        ("Rash was {} in trials.", "rare", "common"),
        ("The drug was {} to warfarin in stroke.", "superior", "equivalent"),
        ("{} of the cohort responded.", "Two thirds", "Two fifths"),
        ("{} the cohort responded.", "Half of", "A quarter of"),
        ("{} patients bled more often.", "Elderly", "Young"),
        ("{} cleared the drug slowly.", "Infants", "Neonates"),
        ("{} cleared the drug slowly.", "Adults", "Adolescents"),
        ("It was absorbed in the {} state.", "fasting", "fed"),
        ("{} bled more often.", "Men", "Women"),
        ("Nach 24 {} war die Wirkung vorbei.", "Stunden", "Tagen"),
        ("Der Wert lag {} 5 mg.", "unter", "über"),
        ("Es wird {} täglich gegeben.", "einmal", "zweimal"),
        ("Das Mittel {} den Blutdruck.", "senkte", "erhöhte"),
        ("Das Mittel {} den Blutdruck.", "steigerte", "verringerte"),
        ("Blutungen waren {} als sonst.", "häufiger", "seltener"),
        ("Das Risiko war {} so hoch.", "doppelt", "halb"),
        ("Le traitement {} la survie.", "augmente", "diminue"),
    ],
)
def test_the_other_of_two_words_alters_the_claim(statement: str, before: str, after: str) -> None:
    restated = restate(statement.format(before), statement.format(after))
    assert restated is not None
    assert restated.alterations
    assert restated.told.split()[0] == before.split()[0]
    assert str(restate(statement.format(before), statement.format(before))) == "same"


@pytest.mark.parametrize(
    ("claim", "statement", "told"),
    [
        ("Apixaban was noninferior to warfarin for stroke.",
         "Apixaban was superior to warfarin for stroke.",
         "altered: `non -` dropped; inferior → superior"),
        ("It was noninferior to warfarin in stroke.", "It was not inferior to warfarin in stroke.",
         "reworded: non - → not"),
        ("It was noninferior to warfarin in stroke.", "It was non-inferior to warfarin in stroke.",
         "same"),
        ("Two-thirds of patients responded.", "Two thirds of patients responded.", "same"),
        ("A third dose of the vaccine helps.", "The third dose of the vaccine helps.",
         "reworded: A → The"),
        ("Das Mittel wirkt bei Gicht.", "Das Mittel wirkt nicht bei Gicht.",
         "altered: `nicht` added"),
        ("Es gab einen Effekt auf Blutungen.", "Es gab keinen Effekt auf Blutungen.",
         "altered: `keinen` added"),
        ("Es wirkt bei Gicht und Rheuma.", "Es wirkt nicht nur bei Gicht und Rheuma.",
         "reworded: `nicht nur` added"),
        ("Nach 24 Stunden war die Wirkung vorbei.", "Nach 24 h war die Wirkung vorbei.", "same"),
        ("Es wird einmal täglich gegeben.", "Es wird täglich gegeben.",
         "reworded: `einmal` dropped"),
        ("Das Mittel senkte den Blutdruck.", "Das Mittel verringerte den Blutdruck.",
         "reworded: senkte → verringerte"),
        ("Le produit a réduit la douleur.", "Le produit n’a pas réduit la douleur.",
         "altered: `not` added"),
        ("Le produit agit avec repas.", "Le produit agit sans repas.", "altered: `sans` added"),
    ],
)  # fmt: skip
def test_what_looks_like_a_turn_is_told_from_one(claim: str, statement: str, told: str) -> None:
    assert str(restate(claim, statement)) == told
