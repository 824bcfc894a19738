"""One spelling for what British and American writers spell in two ways, and for contractions."""

import re
from typing import Final

_RULES: Final = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"(tum|col|behavi|fav|lab|neighb|vap|od|hum|flav|harb|rum|hon)our", r"\1or"),
        (r"ae|oe", "e"),  # haemorrhage, oedema, leukaemia, oestrogen
        (r"([^aeiou])is(e[drs]?|ing|ations?)$", r"\1iz\2"),
        (r"lys(e[drs]?|ing)$", r"lyz\1"),
        (r"(cent|lit|met|theat|fib|calib)re(s?)$", r"\1er\2"),
        (r"logue(s?)$", r"log\1"),
        (r"sulph", "sulf"),
        (r"^leuco", "leuko"),
        (r"([aeiou][^aeiou]+[aeiou])ll(ed|ing|er)$", r"\1l\2"),  # labelled, but not killed
        (r"programme", "program"),
        (r"(def|lic|off)ence", r"\1ense"),
        (r"^ageing$", "aging"),
        (r"^grey", "gray"),
    )
)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{6,}")
_APART_WORDS: Final = re.compile(r"([^\W\d_]{2,})[-‐‑ ](?=([^\W\d_]{3,}))")
_APART: Final = frozenset({"not", "no", "is", "in", "at", "for", "so"})
_SHORTEST: Final = 5  # letters: `does` and `toe` are no spellings of `des` and `te`
_CONTRACTED: Final = (
    (re.compile(r"\bcan(?:'t|not)\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"\bshan't\b", re.IGNORECASE), "shall not"),
    (re.compile(r"(?<=[A-Za-z])n't\b", re.IGNORECASE), " not"),
    (re.compile(r"\bper cent\b", re.IGNORECASE), "percent"),
    (re.compile(r"\b(half)[- ](?=li(?:fe|ves)\b)", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(double|triple)[- ](?=blind|dummy)", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(non)(?=inferior)", re.IGNORECASE), r"\1-"),
    (re.compile(r"\b(?:ne\s|n')([^\W\d_]+(?:'[^\W\d_]+)?)\spas\b", re.IGNORECASE), r"not \1"),
)
# Not behind a name (`IL-2 100 mg`) or a decimal; `2 500-mg tablets` are two of 500 mg.
_GROUPED: Final = re.compile(r"(?<![\w.,·^])(?<![^\W\d_]-)[1-9]\d{0,2}(?:\s\d{3})+(?!\d|-[^\W\d_])")
_GERMAN_GROUPED: Final = re.compile(r"(?<![\w.,·^])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_GERMAN: Final = re.compile(
    r"\b(?:und|mit|bei|wurden?|nicht|dem|eine[nr]?|sind|waren|für|auf|nach|zur|zum|oder|durch|"
    r"keine?|ohne|hatten?|erhielten|betrug|Patient(?:en|innen))\b"
)


def one_spelling(folded: str) -> str:
    """A word in small letters as both spellings have it: `tumor`, `leukemia`, `randomized`.

    It is only good for comparing: words that are spelt in one way only may come out as none.
    """
    if len(folded) < _SHORTEST:
        return folded
    for pattern, one in _RULES:
        folded = pattern.sub(one, folded)
    return folded


def written_out(line: str) -> str:
    """The sentence with `did not` for `didn't`, `can not` for `cannot`, `percent` for `per cent`,
    `14264` for `14 264` and, in a German one, for `14.264`.

    Its apostrophes must be straight ones, its blanks as NFKC has them.
    """
    line = _GROUPED.sub(lambda found: re.sub(r"\s", "", found[0]), line)
    if _GERMAN.search(line):
        line = _GERMAN_GROUPED.sub(lambda found: found[0].replace(".", ""), line)
    for pattern, out in _CONTRACTED:
        line = pattern.sub(out, line)
    return line


def joined_like(text: str, other: str) -> str:
    """The text with those words closed that the other writes as one: `half life` as `halflife`."""
    closed = {one_spelling(word.casefold()) for word in _LONG_WORD.findall(other)}

    def close(found: re.Match[str]) -> str:
        is_one = one_spelling(f"{found[1]}{found[2]}".casefold()) in closed
        return found[1] if is_one and found[1].casefold() not in _APART else found[0]

    return _APART_WORDS.sub(close, text)
