"""Which statement a claim is, and what labels stand for."""

from evidence.checks.holding import HeldDocument, hold
from evidence.model.claim import Claim, Value
from evidence.model.document import Document
from sample_documents import REFERENCES, claim, document, table

MICE = "Entrectinib slowed the growth of tumours in mice."
HALF_LIFE = "In healthy volunteers the half-life of entrectinib was 20 hours."
IC50S = (
    Value("IC50", "7", "nmol/L", "ROS1"),
    Value("IC50", "12", "nM", "ALK"),
)
HEAD = ("Target", "IC50 (nmol/L)")


def held(document: Document, *claims: Claim) -> HeldDocument:
    return hold(document, claims, REFERENCES)


def places(held: HeldDocument) -> list[tuple[str, int, str]]:
    """Each claim with the line that it stands in, and how."""
    return [(h.claim.id, h.statement.place.line, str(h.restatement)) for h in held.places]


def test_a_claim_stands_where_its_text_does() -> None:
    found = held(document((HALF_LIFE,), (MICE, "1")), claim("growth", MICE))
    assert places(found) == [("growth", 2, "same")]


def test_a_variant_is_as_good_as_the_text() -> None:
    growth = claim("growth", MICE, variants=("Tumours of mice grew more slowly on entrectinib.",))
    found = held(document(("Tumours of mice grew more slowly on entrectinib.", "1")), growth)
    assert places(found) == [("growth", 1, "same")]
    assert found.holdings[0].wording == growth.variants[0]


def test_the_statement_that_keeps_most_of_the_claim_is_its_own() -> None:
    texts = ((MICE.replace("mice", "rats"),), (MICE.replace("slowed", "clearly slowed"),))
    assert places(held(document(*texts), claim("growth", MICE))) == [
        ("growth", 1, "altered: mice → rats"),
        ("growth", 2, "reworded: `clearly` added"),
    ]
    assert [
        h.statement.place.line for h in held(document(*texts), claim("growth", MICE)).holdings
    ] == [2]


def test_a_statement_may_be_several_claims() -> None:
    both = "Entrectinib slowed the growth of tumours in mice; it was cleared by the liver."
    found = held(
        document((both, "1")),
        claim("growth", MICE),
        claim("clearance", "Entrectinib was cleared by the liver.", variants=(both,)),
    )
    assert [(name, told.partition(":")[0]) for name, _, told in places(found)] == [
        ("growth", "reworded"),
        ("clearance", "same"),
    ]


def test_what_is_another_claim_is_not_an_altered_form_of_this_one() -> None:
    short, long = HALF_LIFE, HALF_LIFE.replace("20", "40")
    found = held(document((short,)), claim("short", short), claim("long", long))
    assert places(found) == [("short", 1, "same")]
    assert [(near.claim.id, near.statement.place.line) for near in found.nearest] == [("long", 1)]


def test_what_is_another_claim_is_not_this_one_in_other_words() -> None:
    rats, dogs = "Metformin prolonged life in old rats.", "Apixaban prolonged life in old rats."
    found = held(document((rats,)), claim("rats", rats), claim("dogs", dogs))
    assert places(found) == [("rats", 1, "same")]
    assert places(held(document((rats,)), claim("dogs", dogs))) == [
        ("dogs", 1, "altered: Apixaban → Metformin")
    ]


def test_of_many_forms_of_a_sentence_none_is_taken_for_another() -> None:
    form = "In mice, metformin inhibited its target with an IC50 of {} nmol/L."
    text = document(*((form.format(number),) for number in (5, 6, 7)))
    two = [claim(f"c{number}", form.format(number)) for number in (5, 6)]
    assert places(held(text, *two)) == [("c5", 1, "same"), ("c6", 2, "same")]
    assert places(held(text, two[0])) == [
        ("c5", 1, "same"),
        ("c5", 2, "altered: 5 → 6"),
        ("c5", 3, "altered: 5 → 7"),
    ]


def test_a_sentence_is_the_altered_form_of_one_claim_only() -> None:
    form = "In mice, metformin inhibited its target with an IC50 of {} nmol/L."
    text = document((form.format(7),))
    gone = [claim("first", form.format(5)), claim("second", form.format(6))]
    found = held(text, *gone)
    assert places(found) == [("first", 1, "altered: 5 → 7")]
    assert [near.claim.id for near in found.nearest] == ["second"]


def test_the_same_sentence_with_other_markers_is_the_claim_again() -> None:
    text = document((MICE, "1"), (MICE, "2"), listed=["ardini2016", "chen2018"])
    assert places(held(text, claim("growth", MICE), claim("twin", MICE))) == [
        ("growth", 1, "same"),
        ("twin", 1, "same"),
        ("growth", 2, "same"),
        ("twin", 2, "same"),
    ]


def test_a_second_place_that_says_something_else_is_seen() -> None:
    text = document((HALF_LIFE,), (MICE,), (HALF_LIFE.replace("20", "200"),))
    assert places(held(text, claim("half-life", HALF_LIFE))) == [
        ("half-life", 1, "same"),
        ("half-life", 3, "altered: 20 → 200"),
    ]


def test_values_stand_in_a_table_however_names_and_units_are_spelt() -> None:
    text = document(tables=(table(HEAD, ("ROS-1", "7"), ("ALK", "12"), ("TRKA", "1.7")),))
    found = held(text, claim("ic50", "It inhibits two kinases at nanomolar levels.", values=IC50S))
    assert places(found) == [("ic50", 50, "same")]
    assert found.holdings[0].wording == ""


def test_a_number_of_the_table_that_changed_alters_the_claim() -> None:
    text = document(tables=(table(HEAD, ("ROS-1", "7"), ("ALK", "120")),))
    found = held(text, claim("ic50", "It inhibits two kinases.", values=IC50S))
    assert places(found) == [("ic50", 50, "altered: 12 nM → 120 nmol/L (ALK)")]


def test_a_unit_of_the_table_that_changed_alters_the_claim() -> None:
    text = document(tables=(table(("Target", "IC50 (µmol/L)"), ("ROS-1", "7"), ("ALK", "12")),))
    found = held(text, claim("ic50", "It inhibits two kinases.", values=IC50S))
    assert [change.kind.value for change in found.holdings[0].restatement.changes] == [
        "unit",
        "unit",
    ]


def test_a_table_of_other_things_holds_nothing() -> None:
    text = document(tables=(table(HEAD, ("ROS-1", "7"), ("TRKA", "12")),))
    assert places(held(text, claim("ic50", "It inhibits two kinases.", values=IC50S))) == []


def test_labels_of_the_list_stand_for_entries() -> None:
    text = document((MICE, "1", "2"), listed=["chen2018", "unknown"])
    found = held(text)
    assert found.keys == {"1": "chen2018"}
    assert found.keys_of(text.statements[0]) == ("chen2018",)


def test_keys_stand_for_themselves() -> None:
    text = document((MICE, "chen2018", "nobody"))
    assert held(text).keys == {"chen2018": "chen2018"}


def test_many_claims_and_statements_are_held_in_their_order() -> None:
    texts = [(f"Drug number {n} cured asthma in rats.",) for n in range(300)]
    claims = [claim(f"c{n}", f"Drug number {n} cured asthma in rats.") for n in range(300)]
    found = held(document(*texts), *reversed(claims))
    assert [(h.claim.id, h.statement.place.line) for h in found.places] == [
        (f"c{n}", n + 1) for n in range(300)
    ]
