"""What counts as the same statement, as other words for it, and as another statement."""

import pytest

from evidence.matching.statements.nearest_statements import StatementIndex
from evidence.matching.statements.restatement import RestatementKind, restate

CLAIM = "Entrectinib inhibits ROS1 and ALK with IC50 values of 7 and 12 nmol/L."


def told(claim: str, statement: str) -> str:
    return str(restate(claim, statement))


@pytest.mark.parametrize(
    "statement",
    [
        "ENTRECTINIB inhibits ROS1 and ALK  with IC50 values of 7 and 12 nmol/l",
        "Entrectinib inhibits ROS-1 and ALK with IC50 values of 7 and 12 nM.",
        "Entrectinib inhibits ROS1 and ALK with IC50 values of seven and twelve nmol/L.",
    ],
)
def test_case_blanks_stops_and_spellings_of_numbers_and_units_do_not_count(statement: str) -> None:
    assert told(CLAIM, statement) == "same"


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("It crosses the blood–brain barrier.", "It crosses the blood-brain barrier"),
        ("The patient’s “own” cells were used.", 'The patient\'s "own" cells were used.'),
        ("In 1,000 patients the dose was 5 µg/mL.", "In 1000 patients the dose was 5 mcg/mL."),
        ("Mortality fell by 0·5%.", "Mortality fell by 0.5 %."),
        ("It was given at 3 mg per kg.", "It was given at 3 mg/kg."),
        ("A phase II trial was stopped.", "A phase 2 trial was stopped."),
        ("Pain lasted 12 hours.", "Pain lasted 12 h."),
        ("Responses were seen in ≥ 50% of them.", "Responses were seen in >= 50% of them."),
        ("Clearance was 5 mL/min/1.73 m² in men.", "Clearance was 5 ml/min/1.73 m2 in men."),
        ("It was cleared at 4 ng mL-1.", "It was cleared at 4 ng/mL."),
        ("The area was 20 mg/m² and/or less.", "The area was 20 mg/m2 and/or less."),
    ],
)
def test_two_spellings_of_one_statement(claim: str, statement: str) -> None:
    assert told(claim, statement) == "same"


@pytest.mark.parametrize(
    ("claim", "statement", "change"),
    [
        (CLAIM, CLAIM.replace("7 and", "70 and"), "7 → 70"),
        (CLAIM, CLAIM.replace("7 and 12", "12 and 7"), "7, 12 → 12, 7"),
        (CLAIM, CLAIM.replace("nmol/L", "µmol/L"), "nmol/L → μmol/L"),
        (CLAIM, CLAIM.replace("nmol/L", "nm"), "nmol/L → nm"),
        (CLAIM, CLAIM.replace("inhibits", "may inhibit"), "`may` added"),
        (CLAIM, CLAIM.replace("inhibits", "does not inhibit"), "`not` added"),
        (CLAIM, CLAIM.replace("of 7", "of about 7"), "`about` added"),
        (CLAIM, "In mice, e" + CLAIM[1:], "`mice` added"),
        (CLAIM, CLAIM.replace("ALK", "TRKA"), "ALK → TRKA"),
        ("It is thought to cross the placenta.", "It crosses the placenta.", "`thought` dropped"),
        ("These data suggest benefit in asthma.", "These data show benefit in asthma.",
         "`suggest` dropped"),
        ("It was tolerated without serious harm.", "It was tolerated with serious harm.",
         "`without` dropped"),
        ("Survival was more than 12 months.", "Survival was less than 12 months.",
         "more than → less than"),
        ("Survival was at least 12 months.", "Survival was 12 months.", "`at least` dropped"),
        ("Seizures stopped after 12 weeks.", "Seizures stopped after 12 months.", "weeks → months"),
        ("Tumours regressed in mice.", "Tumours regressed in patients.", "mice → patients"),
        ("Tumours regressed in rats.", "Tumours regressed in mice.", "rats → mice"),
        ("The drug increased survival.", "The drug decreased survival.", "increased → decreased"),
        ("A phase II trial was stopped.", "A phase III trial was stopped.", "II → III"),
        ("The change was −5 mmHg.", "The change was 5 mmHg.", "-5 → 5"),
        ("Of them, two patients relapsed.", "Of them, five patients relapsed.", "two → five"),
    ],
)  # fmt: skip
def test_what_alters_a_claim(claim: str, statement: str, change: str) -> None:
    assert told(claim, statement) == f"altered: {change}"


@pytest.mark.parametrize(
    ("claim", "statement", "change"),
    [
        (CLAIM, CLAIM.replace("inhibits", "potently inhibits"), "`potently` added"),
        (CLAIM, CLAIM.replace("ALK", "ALK,"), "punctuation"),
        ("The dose was 7.0 mg in adults.", "The dose given was 7 mg in adults.", "`given` added"),
        ("It may slow growth in mice.", "It might slow growth in mice.", "may → might"),
        ("It slowed growth in animals.", "It slowed growth in mice.", "animals → mice"),
        ("Growth did not stop.", "Growth never did stop.", "`never` added; `not` dropped"),
        ("It treats asthma, not only cough.", "It treats asthma, and cough.", "not only → and"),
        ("Values are in Table 3 for men.", "Values are in Table 4 for men.", "3 → 4"),
        ("In May 2019, trials began.", "In May, 2019, trials began.", "punctuation"),
        ("5% of men and 9% of women relapsed.", "9% of women and 5% of men relapsed.", ""),
    ],
)
def test_other_words_for_the_same_alter_nothing(claim: str, statement: str, change: str) -> None:
    found = told(claim, statement)
    assert found.startswith("reworded: ")
    assert change in found


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        (CLAIM, "It crosses the blood–brain barrier."),
        ("It inhibits ALK with an IC50 of 12 nM.", "It inhibits ROS1 with an IC50 of 7 nM."),
        ("Half of the patients relapsed.", "The authors thank the patients."),
        ("Asthma improved.", ""),
    ],
)
def test_another_statement_is_none(claim: str, statement: str) -> None:
    assert restate(claim, statement) is None


def test_numbers_of_another_clause_do_not_alter_the_claim() -> None:
    claim = "Semaglutide lowers body weight in adults."
    beside = "Semaglutide lowers body weight in adults, and 12 trials are under way."
    assert told(claim, beside) == "reworded: `and 12 trials are under way` added"


def test_a_hedge_in_the_clause_of_the_claim_alters_it() -> None:
    claim = "Semaglutide lowers body weight in adults."
    assert told(claim, "It is not known whether semaglutide lowers body weight in adults, and 12 "
                       "trials are under way.") == "altered: `not` added"  # fmt: skip


def test_many_changes_are_cut_short() -> None:
    claim = (
        "In all arms of this randomised trial, adults of both sexes with chronic severe asthma "
        "took {} mg of the drug."
    )
    found = told(claim.format("1, 2, 3, 4 and 5"), claim.format("11, 12, 13, 14 and 15"))
    assert found == "altered: 1 → 11; 2 → 12; 3 → 13; 4 → 14; 1 more"


def test_of_two_sentences_that_share_a_topic_and_no_number_neither_is_the_other() -> None:
    claim = "In healthy volunteers the half-life of entrectinib was 20 hours."
    other = "Healthy volunteers had a shorter half-life of entrectinib than patients with asthma."
    assert restate(claim, other) is None
    assert restate("Doses were 1, 2 and 3 mg.", "Doses were 11, 12 and 13 mg.") is None


def test_changes_say_their_kind_and_alterations_come_first() -> None:
    found = restate(
        "The daily dose for adults was 7 mg.", "The usual daily dose for adults was 8 mg."
    )
    assert found is not None
    assert found.kind is RestatementKind.ALTERED
    assert [(c.kind.value, c.before, c.after) for c in found.changes] == [
        ("number", "7", "8"),
        ("word", "", "usual"),
    ]


def test_the_very_words_are_found_among_statements_of_the_same_words() -> None:
    texts = [f"The response rate was {number}% in adults with sarcoma." for number in range(900)]
    near = StatementIndex(texts).restatements("The response rate was 731% in adults with sarcoma.")
    assert (near[0].position, str(near[0].restatement)) == (731, "same")


def test_the_nearest_is_told_only_where_anything_is_like_the_claim() -> None:
    index = StatementIndex(
        ["Statins lower cholesterol in adults.", "Asthma is common in children."]
    )
    near = index.nearest("Statins lower cholesterol and mortality in old age.")
    assert near is not None
    assert near[0] == 0
    assert 0.4 < near[1] < 0.6
    assert index.nearest("Entrectinib crosses the placenta.") is None
