"""The numbers that Word shows before the paragraphs of a list."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from evidence.sources.documents.docx.names import value, w, whole

_LEVEL: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 3999


def shown_number(number: int, style: str) -> str:
    """`number` as Word shows it in one of its styles of numbers; in digits where it is another."""
    match style:
        case "lowerRoman" | "upperRoman" if 0 < number <= _LARGEST_ROMAN:
            text = ""
            for worth, letters in _ROMAN:
                text += letters * (number // worth)
                number %= worth
            return text.upper() if style == "upperRoman" else text
        case "lowerLetter" | "upperLetter" if 0 < number <= 26 * 30:
            letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
            return letter.upper() if style == "upperLetter" else letter
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, in which style its numbers are, and what stands round."""

    start: int = 1
    style: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class _List:
    """A list: its levels, and the numbers that its last paragraph had."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Shown:
    """What Word shows before a paragraph: its number alone (`3`), and with its text (`[3]`)."""

    label: str
    text: str


class Numbering:
    """The lists of a document, counted on with each paragraph."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, Any] = {}
        self._numbers: dict[str, Any] = {}
        self._by_style: dict[str, Any] = {}
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        for each in root.iter(w("abstractNum")):
            self._abstract.setdefault(each.get(w("abstractNumId"), ""), each)
            if link := value(each, "styleLink"):
                self._by_style.setdefault(link, each)
        for each in root.iter(w("num")):
            self._numbers.setdefault(each.get(w("numId"), ""), each)

    def next(self, number: tuple[str, int]) -> Shown | None:
        """What stands before the next paragraph of a list at a level; None where it is no list."""
        number_id, depth = number
        element = self._numbers.get(number_id)
        if element is None or not 0 <= depth < _LEVELS:
            return None
        own = self._list(value(element, "abstractNumId"))
        levels = own.levels | _overrides(element)
        level = levels.get(depth)
        if level is None or level.style == "bullet":
            return Shown("", "") if level else None
        restart = _restart(element, depth)
        if restart is not None and (number_id, depth) not in own.restarted:
            own.restarted.add((number_id, depth))
            own.counts[depth] = restart
        else:
            own.counts[depth] = own.counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in own.counts if each > depth]:
            del own.counts[deeper]
        return _shown(level, levels, own.counts)

    def _list(self, abstract_id: str) -> _List:
        if abstract_id not in self._lists:
            element = self._abstract.get(abstract_id)
            if element is not None and (link := value(element, "numStyleLink")):
                element = self._by_style.get(link, element)
            levels = () if element is None else element.iterfind(w("lvl"))
            read = {whole(each.get(w("ilvl"), ""), 0): _level(each) for each in levels}
            self._lists[abstract_id] = _List(read)
        return self._lists[abstract_id]


def _level(element: Any) -> Level:
    return Level(
        whole(value(element, "start"), 1),
        value(element, "numFmt") or "decimal",
        value(element, "lvlText"),
    )


def _overrides(number: Any) -> dict[int, Level]:
    return {
        whole(each.get(w("ilvl"), ""), 0): _level(level)
        for each in number.iterfind(w("lvlOverride"))
        if (level := each.find(w("lvl"))) is not None
    }


def _restart(number: Any, depth: int) -> int | None:
    for each in number.iterfind(w("lvlOverride")):
        if whole(each.get(w("ilvl"), ""), 0) == depth and (at := value(each, "startOverride")):
            return whole(at, 1)
    return None


def _shown(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> Shown:
    def number(of: re.Match[str]) -> str:
        depth = int(of[1]) - 1
        other = levels.get(depth, level)
        return shown_number(counts.get(depth, other.start), other.style)

    text = _LEVEL.sub(number, level.text)
    numbers = _LEVEL.findall(level.text)
    if not numbers:
        return Shown("", text)
    first, last = level.text.index(f"%{numbers[0]}"), level.text.rindex(f"%{numbers[-1]}") + 2
    return Shown(_LEVEL.sub(number, level.text[first:last]), text)
