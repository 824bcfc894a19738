"""What a source states of a claim's quantities: sound paraphrases, and slips of all kinds."""

import pytest

from evidence.matching.quantities.claim_quantities import quantities_of, value_quantities
from evidence.matching.quantities.compared import unstated_in
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.model.claim import Claim, Value
from evidence.model.place import Place


def claim(text: str, *values: Value) -> Claim:
    return Claim("c", text, Place("claims.yaml"), values=values)


def unstated(text: str, source: str) -> list[str]:
    return [
        each.quantity.written
        for each in unstated_in(quantities_of(claim(text)), read_quantities(source))
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # oncology
        ("The response rate was 57 %.", "Objective responses occurred in 57.4% (31/54)."),
        ("57 % of 54 patients responded.", "31 of 54 patients had a response."),
        ("31 of 54 patients responded.", "a response in 57.4% of the 54 patients"),
        ("It inhibits the kinase at 7 nM.", "with an IC50 of 0.007 µM"),
        ("The risk fell by 28 % (95 % CI 10–42 %).", "HR, 0.72; 95% CI, 0.58 to 0.90"),
        ("Median survival was 2 years.", "median overall survival, 24 months"),
        # told side by side, computed, or with what stands between number and unit
        ("More than four in five falls (84%; 210 of 250) were at night.", "Of 250, 210 (84%) fell"),
        ("Three in ten wounds broke open.", "31% of the wounds broke open"),
        ("Falls halved (6.4 to 3.2).", "reduced the falls from 6.4 to 3.2"),
        ("Pain days fell by around 40% (2.5 to 1.5).", "from 2.5 in March to 1.5 in May"),
        (
            "Rates were 36% v 47%; aOR 0.63, 0.52 to 0.76.",
            "36%, 47% (OR, 0.63; 95% CI, 0.52 to 0.76)",
        ),
        ("A 19% lower risk per drink.", "falls (HR per 2 drinks/day 0.81, 95% CI 0.70–0.93)"),
        ("Fever lasted 8.1 days.", "fever for 8.1 (SD 3.2) days"),
        ("Fever lasted 8.1 days.", "fever for 8.1 (6.2 to 9.4) days"),
        ("Healing rose at 12 weeks to 70%.", "At week 12, healing was seen in 70%"),
        ("It was given at 50 mg/kg a week.", "with 10, 25 and 50 mg/kg per week"),
        ("It was given at 50 mg/kg per week.", "at 50 mg/kg, weekly"),
        ("The ratio passed 0.9 at once.", "when the ratio exceeded 0.9"),
        ("Dogs below a body weight of 7 kg gained.", "only in dogs weighing less than 7 kg"),
        ("It has about a tenth of its potency.", "4.6 µM; 27 µM for the other; and 0.44 µM"),
        ("Infants under six months were seen.", "infants younger than six months"),
        # cardiology
        ("Stroke was halved.", "the relative risk of stroke was reduced by 50%"),
        ("Mortality doubled.", "mortality was 2.1-fold higher"),
        ("Mortality doubled from 20 % to 41 %.", "mortality was 20% versus 41%"),
        ("Bleeding was twice as frequent.", "bleeding (relative risk 2.0; 95% CI 1.6-2.5)"),
        ("Bleeding rose by 28 %.", "hazard ratio for bleeding 1.28"),
        ("Systolic pressure fell by 12 mm Hg.", "a change of −12 mmHg"),
        # infectious disease, vaccines
        ("About a third relapsed.", "Relapse was seen in 34% of patients."),
        ("Over 80 % of infants seroconverted.", "Seroconversion occurred in 83% of infants."),
        ("More than half had fever.", "fever was reported by 57.4%"),
        ("One in five children was admitted.", "20% of the children were admitted"),
        ("Efficacy was 95 % after two doses.", "vaccine efficacy was 95.0% (90.3 to 97.6)"),
        ("CD4 counts were below 0.35 × 10^9/L.", "fewer than 350 cells/µL"),
        # psychiatry, neurology
        ("Scores fell by 12 points at week 8.", "a 12-point reduction after 8 weeks"),
        ("Treatment lasted a median of 3 months.", "for a median of 12 weeks"),
        ("Remission lasted 12 months.", "remission for 52 weeks"),
        # nephrology, laboratory
        ("Potassium was 5 mmol/L.", "serum potassium of 5 mEq/L"),
        ("Fasting glucose was 7.0 mmol/L.", "fasting glucose, 126 mg/dL"),
        ("Fasting glucose was 126 mg/dL.", "fasting glucose, 7.0 mmol/L"),
        ("eGFR fell below 60 mL/min/1.73 m².", "an eGFR < 60 ml per min per 1.73 m2"),
        # surgery, paediatrics, pharmacology
        ("Paracetamol 1 g was given.", "1000 mg of paracetamol"),
        ("The dose was 600 mg daily.", "600 mg/day"),
        ("The dose was 10–20 mg.", "10 mg to 20 mg"),
        ("Doses of up to 20 mg were used.", "10–20 mg daily"),
        ("Adults over 18 years took part.", "patients aged ≥18 years"),
        ("Children aged 2 to 12 years took part.", "aged 2-12 years"),
        ("Seven patients died.", "7 patients died"),
        ("About 60 % went home.", "57.4% went home"),
        ("Nearly half went home.", "47% went home"),
        ("Infection was less frequent (P<0.05).", "P = 0.03"),
        ("The sensitivity was 92 %.", "a sensitivity of 0.92"),
        ("The effect was 1.5-fold.", "an increase of 50%"),
        ("The rate fell by 50 %.", "a twofold reduction"),
        ("At most 3 % were readmitted.", "3% were readmitted"),
        ("At least 90 % were vaccinated.", "coverage was 90%"),
        ("Less than 5 % had pain.", "pain in <5%"),
        ("Three kinases were studied in two trials.", "nothing is counted here"),
        ("The dose was 12 mg.", "12.0 mg"),
        ("Some 60 % were cured.", "a cure rate of 61%"),
        ("Isolates with an MIC above 8 mg/L failed.", "whose MIC exceeded 8 mg/L"),
        # computed from two that are quoted side by side
        ("Pain fell by 21 mm, or 31 %.", "Pain fell from 68 to 47 mm."),
        ("Cure was 13 percentage points likelier.", "cure in 57% against 70%"),
        ("It is 200 times as selective.", "a Ki of 3.1 nM, and of 640 nM at the other receptor"),
    ],
)
def test_a_sound_paraphrase_is_stated(text: str, source: str) -> None:
    assert unstated(text, source) == []


@pytest.mark.parametrize(
    ("text", "source", "lost"),
    [
        ("The response rate was 570 %.", "57.4% (31/54)", "570 %"),
        ("The response rate was 57.4 %.", "a response rate of 57%", "57.4 %"),
        ("310 of 54 patients responded.", "31 of 54 patients", "310"),
        ("13 of 54 patients responded.", "31 of 54 patients (57%)", "13"),
        ("It inhibits the kinase at 7 µM.", "with an IC50 of 7 nM", "7 μM"),
        ("The dose was 6 g.", "a dose of 6 mg", "6 g"),
        ("Pain lasted 12 days.", "pain for 12 hours", "12 days"),
        ("Treatment lasted 12 months.", "treatment for 12 weeks", "12 months"),
        ("Treatment lasted 120 weeks.", "treatment for 12 weeks", "120 weeks"),
        ("The dose was 5 mg/m2.", "a dose of 5 mg/kg", "5 mg/m2"),
        ("At most 50 % relapsed.", "at least 50% relapsed", "50 %"),
        ("At least 50 % relapsed.", "less than 50% relapsed", "50 %"),
        ("Half of them, 57 %, relapsed.", "more than 50%, and half, relapsed", "57 %"),
        ("50 % relapsed.", "more than 50% relapsed", "50 %"),
        ("More than 57 % relapsed.", "57% relapsed", "57 %"),
        ("Fewer than 57 % relapsed.", "57% relapsed", "57 %"),
        ("HR 0.72 (95% CI 0.53–0.97).", "HR 0.72 (95% CI 0.53-0.91)", "0.53-0.97"),
        ("The difference was seen (P = 0.3).", "P = 0.03", "0.3"),
        ("The difference was seen (P = 0.03).", "0.03 mg", "0.03"),
        ("The hazard ratio was 0.27.", "a hazard ratio of 0.72", "0.27"),
        ("Two thirds relapsed.", "34% of patients relapsed", "Two thirds"),
        ("Mortality doubled.", "mortality rose by 20%", "doubled"),
        ("70 patients died.", "seven patients died", "70"),
        ("It was seen in 20 trials.", "in two trials", "20"),
        ("Glucose was 126 mmol/L.", "glucose of 126 mg/dL", "126 mmol/L"),
        ("About 80 % relapsed.", "57% relapsed", "80 %"),
        ("7 ± 4 nM", "7 ± 2 nM", "4 nM"),
        ("Visits fell by about 1.4 %.", "a rate ratio of 0.86 (95% CI 0.83 to 0.98)", "1.4 %"),
        ("Pain fell by 41 mm.", "Pain fell from 68 to 47 mm.", "41 mm"),
        ("It is 2000 times as selective.", "a Ki of 3.1 nM, and of 640 nM there", "2000 times"),
        ("46 points", "a difference of 4.6", "46"),
        ("Four in five fell.", "42% fell", "Four in five"),
        ("Falls halved (6.4 to 5.2).", "reduced the falls from 6.4 to 5.2", "halved"),
        ("Pain days fell by 4% (2.5 to 1.5).", "from 2.5 in March to 1.5 in May", "4%"),
        ("47%; aOR 0.63, 0.52 to 0.96.", "47% (odds ratio, 0.63; 0.52 to 0.76)", "0.52 to 0.96"),
        ("A 27% lower risk.", "HR per 2 drinks/day 0.93", "27%"),
        ("Fever lasted 8.1 weeks.", "fever for 8.1 (SD 3.2) days", "8.1 weeks"),
        ("It was given at 50 mg/kg per hour.", "with 50 mg/kg per week", "50 mg/kg per hour"),
        ("It was given at 50 µg/kg per week.", "at 50 mg/kg, weekly", "50 μg/kg per week"),
        ("Dogs of 70 kg gained.", "only in dogs weighing less than 7 kg", "70 kg"),
        ("Infants under six months were seen.", "infants older than six months", "six months"),
    ],
)
def test_a_slip_is_not_stated(text: str, source: str, lost: str) -> None:
    assert unstated(text, source) == [lost]


@pytest.mark.parametrize(
    ("text", "source", "nearest"),
    [
        ("7 µM", "12 nM and 7 nM and 8 µM", "7 nM"),
        ("5.7 %", "5 % and 57%", "57%"),
        ("60 %", "12% and 57% and 7 mg", "57%"),
        ("60 %", "7 mg", None),
        ("60 %", "nothing", None),
    ],
)
def test_the_likest_stated_quantity_is_named(text: str, source: str, nearest: str | None) -> None:
    (found,) = unstated_in(read_quantities(text), read_quantities(source))
    assert (found.nearest.written if found.nearest else None) == nearest


def test_values_are_read_beside_the_sentence_and_told_once() -> None:
    values = (
        Value("IC50", "7", "nmol/L", "ROS1"),
        Value("ORR", "57", "%", n="31/54", ci="43–71"),
        Value("score", "12", n="54"),
    )
    found = quantities_of(claim("It inhibits ROS1 at 7 nM; the score was 12.", *values))
    assert [each.written for each in found] == ["7 nM", "12", "57 %", "31", "54", "43-71 %"]


def test_a_value_has_its_comparator_as_bound() -> None:
    (found,) = value_quantities(Value("risk", "5", "%", comparator="<"))
    assert f"{found.bound}{found.written}" == "<5 %"
