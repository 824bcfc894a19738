"""Names of WordprocessingML's elements and attributes, and the small questions asked of them."""

from typing import Any, Final

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML (ISO/IEC 29500-1, 17)."""
    return f"{{{_MAIN}}}{name}"


def mc(name: str) -> str:
    """The full name of an element of markup compatibility (ISO/IEC 29500-3)."""
    return f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"


VAL: Final = w("val")
_OFF: Final = ("0", "false", "off", "none")


def value(element: Any, *path: str) -> str:
    """The `w:val` of what stands at `path` below `element`, empty where there is none."""
    for name in path:
        if element is None:
            return ""
        element = element.find(w(name))
    return "" if element is None else str(element.get(VAL, ""))


def whole(text: str, otherwise: int) -> int:
    """`text` as a whole number that fits Word's, or `otherwise`."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise


def is_on(properties: Any, name: str) -> bool | None:
    """Whether a property that can be on or off is on; None where nothing is said of it."""
    found = None if properties is None else properties.find(w(name))
    if found is None:
        return None
    return str(found.get(VAL, "true")) not in _OFF
