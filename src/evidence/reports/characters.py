"""Which characters of a stranger's text may reach a reader's screen.

A title or a quote can hold anything that its file holds: an escape code that repaints the
terminal, an override that turns the reading direction, half of a surrogate pair that no encoding
can write. Each is replaced by one that can be seen.
"""

import re
from collections.abc import Iterable
from typing import Final

# U+2400 onwards depicts the control characters; U+2421 depicts DELETE.
_PICTURES: Final = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_DIRECTION_OVERRIDES: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SURROGATES: Final = range(0xD800, 0xE000)
_LINE_SEPARATORS: Final = (0x2028, 0x2029)

_EXACT: Final = _PICTURES | dict.fromkeys(
    (*range(0x80, 0xA0), *_LINE_SEPARATORS, *_DIRECTION_OVERRIDES, *_SURROGATES, 0xFFFE, 0xFFFF),
    0xFFFD,
)
_BLANK: Final = {ord("\n"), ord("\t"), *_LINE_SEPARATORS}
_VISIBLE: Final = {code: shown for code, shown in _EXACT.items() if code not in _BLANK}

_BLANKS: Final = re.compile(r"[^\S\u00a0\u202f]+")


def visible(text: str) -> str:
    """`text` without anything that acts instead of being read; line breaks and tabs stay."""
    return text.translate(_VISIBLE)


def exact(text: str) -> str:
    """`text` on one line, character for character: a line break shows as `␊`."""
    return text.translate(_EXACT)


def one_line(text: str) -> str:
    """`text` on one line, as prose: a run of blanks becomes one, no-break spaces stay."""
    return visible(_BLANKS.sub(" ", text).strip())


def between(text: str, spans: Iterable[tuple[int, int]], before: str, after: str) -> str:
    """`text` with something `before` and `after` the characters of each span.

    >>> between("one two three", [(4, 7)], "<", ">")
    'one <two> three'
    """
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], before, text[start:end], after]
        last = end
    return "".join((*pieces, text[last:]))
