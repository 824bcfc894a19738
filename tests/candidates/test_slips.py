import pytest

from evidence.candidates.slips import suffix_slips


@pytest.mark.parametrize(
    ("suffix", "meant", "edit"),
    [
        ("mdy4124.017", "mdy424.017", "without a stray `1`"),
        ("mdy1424.1017", "mdy424.017", "without two stray `1`s"),
        ("mdy4214.0417", "mdy424.017", "without a stray `1` and a stray `4`"),
        ("mdy244.017", "mdy424.017", "with `42` for `24`"),
        ("dmy424.017", "mdy424.017", "with `md` for `dm`"),
        ("mdy42b.017", "mdy428.017", "with `8` for `b`"),
        ("s10680-009-9196-.8", "s10680-009-9196-8", "without a stray `.`"),
        ("978-3-319-00933-9-17", "978-3-319-00933-9_17", "with `_` for `-`"),
        ("fmicb.2015.0133", "fmicb.2015.01133", "with the second `1` that is missing"),
        ("j.pone.01.014138", "j.pone.01.014", "without `138` at the end"),
        ("journal.pmed1000097", "journal.pmed.1000097", "with the `.` that is missing"),
        ("s10551-013-1876y", "s10551-013-1876-y", "with the `-` that is missing"),
        ("nature1401", "nature14017", "with a `7` that is missing"),
        ("mdy44.017", "mdy424.017", "with a `2` that is missing"),
        ("mdy434.017", "mdy424.017", "with `2` for `3`"),
    ],
)
def test_each_slip_is_mended_and_named(suffix: str, meant: str, edit: str) -> None:
    assert dict(suffix_slips(suffix))[meant] == edit


def test_nothing_comes_twice_and_the_suffix_itself_never() -> None:
    found = [mended for mended, _ in suffix_slips("mdy1144.0117")]
    assert len(found) == len(set(found))
    assert "mdy1144.0117" not in found


def test_the_sign_that_the_suffix_has_more_of_is_the_likelier_one_lost() -> None:
    dotted = [mended for mended, _ in suffix_slips("aair.2013.56.371")]
    assert dotted.index("aair.2013.5.6.371") < dotted.index("aair.2013.5-6.371")
    hyphened = [mended for mended, _ in suffix_slips("978-6583115-26-3")]
    assert hyphened.index("978-65-83115-26-3") < hyphened.index("978-65.83115-26-3")


@pytest.mark.parametrize("suffix", ["a", "1", "-", "."])
def test_the_shortest_suffixes_do_no_harm(suffix: str) -> None:
    assert suffix not in dict(suffix_slips(suffix))
