from evidence.checks.table import RULES, UPDATE_RULES, select_rules


def test_a_look_at_what_became_of_the_works_takes_these_rules_alone() -> None:
    assert (
        *("UPD001", "UPD002", "UPD003", "UPD004", "UPD005", "UPD006", "UPD007"),
        *("CLM008", "CLM009", "RUN001"),
    ) == UPDATE_RULES
    assert [rule.code for rule in select_rules(UPDATE_RULES)] == list(UPDATE_RULES)
    assert {rule.code for rule in RULES} >= set(UPDATE_RULES)
