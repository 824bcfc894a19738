"""Repairs of a registrant code: that of a large registrant, a digit more or less."""

from collections.abc import Iterator
from typing import Final

_LARGE: Final = frozenset(
    str(code)
    for code in (
        1016, 1007, 1002, 1080, 1111, 1038, 1093, 1017, 1177, 1001, 1161, 1145, 3389, 2307,
        1101, 1353, 1136, 1109, 1021, 1186, 1163, 3390, 1086, 1097, 1103, 1371, 1515, 1088,
        1155, 1051, 1523, 1126, 2478, 1128, 1090, 1073, 1039, 1063, 1037, 1590, 4324, 1098,
        2174, 1525, 1029, 1049, 1108, 1046, 1175, 1023, 2139, 1006, 1146, 1071, 1055, 1124,
        3280, 1117, 2298, 1074, 1201, 1056, 1159, 3748, 3109, 1152, 7717, 1127, 3406, 1061,
        1089, 1364, 1057, 1134, 1139, 1210, 1215, 4018, 4103, 1107, 4135, 3847, 1158, 3233,
        1115, 1200, 3897, 3354, 48550, 5281, 6084, 21203, 1149, 1542, 2196, 2147, 3322, 3758,
        7554, 7759, 12688, 21037, 26434, 1530, 1083, 1144, 1113, 1042, 1104, 1105, 1148, 1094,
        1034, 1053, 1054, 1068, 1078, 1183, 1207,
    )
)  # fmt: skip
"""The codes of large registrants: most of the hundred with most of 179,105 registered DOIs, and
others with many journals or preprints."""

_DIGITS: Final = "0123456789"


def near_registrants(code: str) -> Iterator[str]:
    """The codes of large registrants that become `code` by one slip; then, unless it is such a code
    itself, all that become it by two digits transposed or one added.
    """
    likely = (*_without(code), *_transposed(code))
    others = () if code in _LARGE else (*_with(code), *_with_another(code))
    near = [each for each in (*likely, *others) if each in _LARGE]
    near += () if code in _LARGE else likely
    yield from (each for each in dict.fromkeys(near) if each != code and _is_possible(each))


def longer_registrants(code: str) -> Iterator[str]:
    """The codes that become `code` by one digit lost: some fifty."""
    if code not in _LARGE:
        yield from (each for each in dict.fromkeys(_with(code)) if _is_possible(each))


def _is_possible(code: str) -> bool:
    """Whether a registrant can have this code: those given out have four or five digits."""
    return len(code) in (4, 5) and code[0] != "0"


def _without(code: str) -> Iterator[str]:
    yield from (code[:at] + code[at + 1 :] for at in range(len(code)))


def _transposed(code: str) -> Iterator[str]:
    yield from (code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1))


def _with(code: str) -> Iterator[str]:
    yield from (code[:at] + digit + code[at:] for at in range(len(code) + 1) for digit in _DIGITS)


def _with_another(code: str) -> Iterator[str]:
    places = range(len(code))
    yield from (code[:at] + digit + code[at + 1 :] for at in places for digit in _DIGITS)
