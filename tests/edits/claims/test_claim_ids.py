"""Ids that say what a claim is about."""

import pytest

from evidence.edits.claims.ids import claim_id, shared_words

STATEMENTS = (
    "Baricitinib is active against Janus kinase 1 (JAK1), JAK2 and TYK2 proteins.",
    "Studies have demonstrated that baricitinib can cross the placenta of rats.",
    "In patients, baricitinib completely suppressed STAT3 phosphorylation for 12 hours.",
    "Baricitinib was associated with alopecia areata remission (in 35% of all patients treated).",
)
SHARED = shared_words(STATEMENTS)


def test_words_that_most_statements_share_are_left_out() -> None:
    assert frozenset({"baricitinib"}) == SHARED
    assert shared_words(STATEMENTS[:1]) == frozenset()


@pytest.mark.parametrize(
    ("statement", "id"),
    [
        (STATEMENTS[0], "janus-kinase-jak2-tyk2"),
        (STATEMENTS[1], "cross-placenta-rats"),
        (STATEMENTS[2], "patients-stat3-phosphorylation"),
        (STATEMENTS[3], "alopecia-areata-remission"),
        ("Activity against anaplastic lymphoma kinase (ALK) and ROS-1.", "activity-alk-ros1"),
        ("β-Lactam allergy is over-reported in Göteborg.", "beta-lactam-allergy-goteborg"),
        ("IC50 7 nmol/L for ROS-1, 12 nmol/L for ALK.", "ic50-ros1-alk"),
        ("Crohn's disease responded to infliximab.", "crohn-disease-infliximab"),
        ("Es gibt 12 %.", "es-gibt"),
        ("It was 12 (3).", "claim"),
        ("药物有效。", "claim"),
        ("a" * 60 + " word.", "word"),
    ],
)
def test_an_id_is_a_few_telling_words_in_the_order_of_the_text(statement: str, id: str) -> None:
    assert claim_id(statement, SHARED, ()) == id


def test_where_all_words_are_shared_they_are_used() -> None:
    assert claim_id("Baricitinib works.", SHARED, ()) == "baricitinib"


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"cross-placenta-rats"}
    assert claim_id(STATEMENTS[1], SHARED, taken) == "cross-placenta-rats-2"
    assert claim_id(STATEMENTS[1], SHARED, {*taken, "cross-placenta-rats-2"}).endswith("-3")


def test_ids_are_short() -> None:
    long = "Pseudohypoparathyroidism accompanies hypogammaglobulinaemia and thrombocytopenia."
    assert claim_id(long, (), ()) == "pseudohypoparathyroidism-accompanies"
    assert len(claim_id(long * 300, (), ())) <= 40
