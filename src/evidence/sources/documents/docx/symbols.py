"""Characters of the Symbol font, which Word keeps as codes of their own."""

from typing import Final

# Adobe's Symbol encoding, as far as texts use it: a code, and the character that is shown.
_FROM: Final = (
    "ABCDEFGHIKLMNOPQRSTUWXYZ"
    "abcdefghijklmnopqrstuwxyz"
    "\xa3\xb3\xb1\xb0\xb4\xa5\xae\xac\xad\xaf\xb7\xd7\xbb\xb9\xba\xb5\xd6\xce\xa2\xb2\x2d\x40\x5e"
)
_TO: Final = "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηιϕκλμνοπθρστυωξψζ≤≥±°×∞→←↑↓•⋅≈≠≡∝√∈′″−≅⊥"
_SHOWN: Final = dict(zip(_FROM, _TO, strict=True))
# Word adds 0xF000 to the codes of such fonts (ISO/IEC 29500-1, 17.3.3.30).
_SHIFT: Final = 0xF000
_SHIFTED: Final = {_SHIFT + code: _SHOWN.get(chr(code), chr(code)) for code in range(0x20, 0x100)}


def symbol(font: str, code: str) -> str:
    """The character with a hexadecimal code in a font; empty where the code is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0 < number < _SHIFT + 0x100 or 0xD800 <= number < 0xE000:
        return ""
    shift = number & ~0xFF == _SHIFT
    if font.casefold().startswith("symbol"):
        character = chr(number & 0xFF) if shift else chr(number)
        return _SHOWN.get(character, character)
    return "" if shift else chr(number)


def show_symbols(text: str) -> str:
    """`text` with what it holds of shifted codes shown as in the Symbol font."""
    return text.translate(_SHIFTED)
