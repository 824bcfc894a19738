"""Harmless differences between the words of two titles, one function each."""

from collections.abc import Iterator, Sequence
from enum import Enum

from rapidfuzz.distance import OSA, Levenshtein

from evidence.matching.text import GREEK

_ARTICLES = frozenset({"the", "a", "an"})
_GREEK = frozenset(GREEK)
_LATIN_FOR = {name: (name[0],) for name in GREEK} | {
    "beta": ("b", "ss"), "gamma": ("g", "y"), "mu": ("u", "m", "micro"), "omega": ("w", "o"),
    "chi": ("x", "c"), "eta": ("h", "n"), "nu": ("v", "n"),
}  # fmt: skip
_SUN = frozenset({"sun", "solar", "odot", "sub"})
_MISSPELT_AT_MOST = 2

# British and other spellings, each turned into one form wherever it stands in a word.
_SPELLINGS = (
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"),
    ("ising", "izing"), ("iser", "izer"), ("ises", "izes"), ("yse", "yze"), ("ysing", "yzing"),
    ("our", "or"), ("tre", "ter"), ("ae", "e"), ("oe", "e"), ("lling", "ling"), ("lled", "led"),
    ("ller", "ler"), ("ogue", "og"), ("sulph", "sulf"), ("grey", "gray"), ("gramme", "gram"),
    ("ence", "ense"), ("eable", "able"), ("xion", "ction"), ("ph", "f"), ("ss", "s"),
)  # fmt: skip


class Wording(Enum):
    """How the words of two titles differ."""

    SAME = "harmlessly or not at all"
    MISSPELT = "by a letter in a word or two"
    OTHER_NUMBER = "in a number"
    DIFFERENT = "otherwise"

    @property
    def agrees(self) -> bool:
        """Whether the words are the same but for spelling."""
        return self in (Wording.SAME, Wording.MISSPELT)


def compare_wording(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Wording:
    """How two sequences of folded words differ, numbers in digits."""
    found = Wording.SAME
    misspelt = 0
    for a, b, is_last in _differences(ours, theirs):
        if any(is_harmless(a, b) for is_harmless in HARMLESS):
            continue
        if is_last and _footnote_mark(a, b):
            continue
        if _number_only(a, b):
            found = Wording.OTHER_NUMBER
        elif len(a) == len(b) and all(map(_one_letter, a, b)):
            misspelt += len(a)
        else:
            return Wording.DIFFERENT
    if found is Wording.SAME and misspelt:
        return Wording.MISSPELT if misspelt <= _MISSPELT_AT_MOST else Wording.DIFFERENT
    return found


def _differences(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    """The runs of words that differ, each as we and as they have it, and whether it is the last."""
    i = j = 0
    for block in Levenshtein.opcodes(ours, theirs).as_matching_blocks():
        if block.a > i or block.b > j:
            yield ours[i : block.a], theirs[j : block.b], not block.size
        i, j = block.a + block.size, block.b + block.size


def _split_elsewhere(a: Sequence[str], b: Sequence[str]) -> bool:
    """`neuralnetwork` and `neural network`."""
    return "".join(a) == "".join(b)


def _spelt_elsewhere(a: Sequence[str], b: Sequence[str]) -> bool:
    """`ionised` and `ionized`, `tumour` and `tumor`."""
    return len(a) == len(b) and all(map(_same_spelling, a, b))


def _article(a: Sequence[str], b: Sequence[str]) -> bool:
    """A leading `The` that one side leaves out."""
    return _ARTICLES.issuperset((*a, *b))


def _greek_letter_lost(a: Sequence[str], b: Sequence[str]) -> bool:
    """`lambda 3302` where the registry lost the letter: ` 3302`."""
    return not (a and b) and _GREEK.issuperset((*a, *b))


def _greek_as_latin(a: Sequence[str], b: Sequence[str]) -> bool:
    """`TGF-beta` and `TGF-b` or `TGF-ß`."""
    return len(a) == len(b) and all(
        x == y or y in _LATIN_FOR.get(x, ()) or x in _LATIN_FOR.get(y, ())
        for x, y in zip(a, b, strict=True)
    )


def _isotope(a: Sequence[str], b: Sequence[str]) -> bool:
    """`13CO` and `CO-13`."""
    ours, theirs = sorted("".join(a)), sorted("".join(b))
    return ours == theirs and len(ours) <= 8 and any(sign.isdecimal() for sign in ours)


def _sign_of_the_sun(a: Sequence[str], b: Sequence[str]) -> bool:
    """`M sub sun`, `M(solar)`, `M⊙`, and `Zsolar` where the registry lost the sign: `Z`."""
    ours, theirs = "".join(a), "".join(b)
    short, long = sorted((ours, theirs), key=len)
    return _SUN.issuperset((*a, *b)) or (bool(short) and long.removeprefix(short) in _SUN)


HARMLESS = (
    _split_elsewhere,
    _spelt_elsewhere,
    _article,
    _greek_letter_lost,
    _greek_as_latin,
    _isotope,
    _sign_of_the_sun,
)


def _footnote_mark(a: Sequence[str], b: Sequence[str]) -> bool:
    """A mark that ran into the last word: `Downconversiona`, `networks1`."""
    ours, theirs = "".join(a), "".join(b)
    short, long = sorted((ours, theirs), key=len)
    return len(short) >= 4 and len(long) - len(short) == 1 and long.startswith(short) and (
        long[-1] in "ab123"
    )  # fmt: skip


def _same_spelling(x: str, y: str) -> bool:
    for one, other in _SPELLINGS:
        x, y = x.replace(one, other), y.replace(one, other)
    return x == y


def _number_only(a: Sequence[str], b: Sequence[str]) -> bool:
    """One number for another, or a number on one side only: `II` and `III`, `…` and `… II`."""
    return bool(a or b) and all(word.isdecimal() for word in (*a, *b))


def _one_letter(x: str, y: str) -> bool:
    return min(len(x), len(y)) >= 5 and OSA.distance(x, y, score_cutoff=1) == 1
