from evidence.candidates.prefixes import longer_registrants, near_registrants


def test_large_registrants_come_first() -> None:
    assert next(near_registrants("10007")) == "1007"
    near = list(near_registrants("1003"))
    assert near.index("1002") < near.index("1030")


def test_the_code_of_a_large_registrant_is_taken_for_another_such_one_only_when_transposed() -> (
    None
):
    assert list(near_registrants("1016")) == ["1061"]


def test_every_code_has_four_or_five_digits_and_no_zero_in_front() -> None:
    for code in ("016", "111", "1234", "10164", "123456"):
        for near in (*near_registrants(code), *longer_registrants(code)):
            assert len(near) in (4, 5)
            assert not near.startswith("0")
            assert near != code


def test_a_lost_digit_is_looked_for_where_the_registrant_is_not_a_large_one() -> None:
    assert "55905" in set(longer_registrants("5905"))
    assert list(longer_registrants("1016")) == []
