"""How a year of publication is written: four digits, from the first printed books on."""

from typing import Final

YEAR: Final = r"(?:1[5-9]|20)\d\d"
"""A pattern of 1500 to 2099; what may stand around it is said where it is used."""
