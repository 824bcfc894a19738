"""Numbers however they are written: roman, arabic, in words, with leading zeros."""

import re

_ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})\Z", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LONGEST = 18  # Python refuses to read thousands of digits
_IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
             "eight": 8, "nine": 9, "ten": 10}  # fmt: skip


def roman(word: str) -> int | None:
    """What a roman numeral below 400 stands for; None for any other word."""
    if not _ROMAN.match(word):
        return None
    values = [_VALUES[letter] for letter in word.lower()]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def number(word: str) -> int | None:
    """What a word stands for when it is a number in digits, roman letters or English."""
    if word.isdecimal() and len(word) <= _LONGEST:
        return int(word)
    return _IN_WORDS.get(word.lower()) or roman(word)


def as_digits(word: str) -> str:
    """The word with a number in digits, without leading zeros; any other word as it is."""
    known = number(word)
    return word if known is None else str(known)
