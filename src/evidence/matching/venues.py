"""Whether two names of a journal, a book or proceedings are one venue's.

Abbreviations are matched word by word instead of by a table: ISO 4 and the NLM abbreviate a word to
its beginning (`Clin.`) or to its first letter, some in between and its last (`Natl`), in order,
leaving out articles and prepositions.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from evidence.matching.acronyms import is_acronym_of
from evidence.matching.journal_macros import JOURNAL_MACROS, LATER_NAMES
from evidence.matching.text import letters, plain, same_but_for_lost_letters, words

_SMALL_WORDS = frozenset(
    words(
        "the of and for on in a an to at de la le les l des du der die das und et y e i del della "
        "di dello degli van het en do da dos para za im ser series section with from"
    )
)
_AT_THE_END = (
    ("united", "states", "america"), ("usa",), ("u", "s", "a"), ("online",), ("print",),
    ("u", "s"), ("electronic",), ("online", "edition"), ("english", "edition"), ("internet",),
    ("international", "edition"), ("int", "ed"), ("new",), ("papers",),
)  # fmt: skip
_GENERIC = frozenset(
    words(
        "proceedings proceeding proc conference conf international int intl annual symposium symp "
        "workshop workshops congress meeting transactions lecture notes lncs series volume vol "
        "part advances papers abstracts extended first second third fourth fifth sixth seventh "
        "eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth thirtieth fortieth twenty thirty forty fifty "
        "main track companion joint acm ieee cvf society association th st nd rd january february "
        "march april may june july august september october november december ca usa"
    )
)
_SERIES = re.compile(
    r"\b(?:lecture notes|conference proceedings|conference series|proceedings series|spie proceed"
    r"|proceedings of spie|symposium series|communications in computer and information science|ifip"
    r"|advances in (?:intelligent|soft|experimental)|studies in|procedia|springer|methods in"
    r"|topics in|conf\.? ser)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"proc\b|proceeding|conf\b|conferen|symposi|workshop|congres|meeting|colloqui|kolloqui|tagung"
    r"|convention|school|seminar|forum|assembly|\b(?:acm|ieee|spie|iau|aip|aiaa|ifip)\b"
    r"|advances in|lecture notes|series|\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:\d+(?:st|nd|rd|th)?|[ivxlc]+)$")
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|ssrn|preprints?|e-prints?|research square|psyarxiv|"
    r"techrxiv)\b|^(?:corr|hal)(?:$|[\s,:]+abs)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[\[(][^\[\]()]*[\])]")
_SUBTITLE = re.compile(r"\s*(?::|\s[–—-]\s|/|=|;|(?<=[a-z]{5})\. (?=[A-Z][a-z]{3,})).*$")
_VOWELS = frozenset("aeiou")
_SOCIETIES = frozenset({"ACM", "IEEE", "EURASIP", "SIAM", "IET", "AIP", "APS", "OSA"})
_ELISION = re.compile(r"\b(?:dell|nell|sull|all|l|d)['’]", re.IGNORECASE)
_ACRONYM_ASIDE = re.compile(r"[\[(]([A-Z][\w'’-]{2,})(?: \d{4})?[\])]")
_ENOUGH = 0.5


def is_preprint_server(venue: str) -> bool:
    """Whether the venue is where preprints are posted: `arXiv e-prints`, `CoRR`."""
    return bool(_PREPRINT.search(plain(venue)))


def same_venue(ours: Iterable[str], theirs: Iterable[str], *, proceedings: bool = False) -> bool:
    """Whether any name of the one side is a name of the other side's venue.

    `proceedings` compares the words that tell a meeting from others, as their volumes go by many
    names.
    """
    ours, theirs = tuple(ours), tuple(theirs)
    if any(_same(a, b) for a in ours for b in theirs):
        return True
    if not proceedings or not any(map(_is_meeting, (*ours, *theirs))):
        return False
    return any(_same_meeting(a, b) for a in ours for b in theirs)


def is_series(venue: str) -> bool:
    """Whether the venue is a series of proceedings (`Lecture Notes in …`), not one volume of it."""
    return bool(_SERIES.search(plain(venue)))


def _is_meeting(venue: str) -> bool:
    """Whether the name is of a meeting or its proceedings, and of no journal or book."""
    return bool(_MEETING.search(plain(venue)))


@lru_cache(maxsize=8192)
def _same(a: str, b: str) -> bool:
    if letters(a) == letters(b) or same_but_for_lost_letters(a, b):
        return True
    a = JOURNAL_MACROS.get(letters(a), a)
    a = LATER_NAMES.get(letters(a), a)
    return any(
        _same_words(x, y) or is_acronym_of(x, y) or is_acronym_of(y, x)
        for x, x_is_cut in _forms(a)
        for y, y_is_cut in _forms(b)
        if not (x_is_cut and y_is_cut)
    )


@lru_cache(maxsize=8192)
def _forms(venue: str) -> tuple[tuple[str, bool], ...]:
    """The name; without what stands in brackets, or that alone when it is an acronym; without a
    leading acronym; without its subtitle. True where the rest may also be another venue's, so that
    two such rests say nothing: `J. Phys.: Condens. Matter` and `J. Phys.: Conf. Ser.`.
    """
    line = plain(venue)
    found = [(line, False)]
    without_aside = _ASIDE.sub("", line)
    if without_aside != line:
        found.append((without_aside, False))
        found.extend((aside, False) for aside in _ACRONYM_ASIDE.findall(line))
    first, _, rest = without_aside.partition(" ")
    if first in _SOCIETIES or (first.isupper() and is_acronym_of(first, rest)):
        found.append((rest.lstrip(" :–—-"), first in _SOCIETIES))
    without_subtitle = _SUBTITLE.sub("", without_aside)
    if without_subtitle != without_aside and words(without_subtitle):
        found.append((without_subtitle, True))
    return tuple(found)


@lru_cache(maxsize=8192)
def _telling(venue: str) -> tuple[str, ...]:
    """The words that an abbreviation keeps."""
    found = words(_ELISION.sub(" ", plain(venue)))
    return tuple(
        word
        for i, word in enumerate(found)
        if word not in _SMALL_WORDS or (i and i == len(found) - 1 and len(word) == 1)
    )


_MOST_WORDS = 60  # of a name: each is a step deeper into `_aligned`


def _same_words(a: str, b: str) -> bool:
    if words(a) == words(b):
        return True
    short, long = sorted((_core(a), _core(b)), key=len)
    if not short:
        return False
    if len(long) == 1:
        return _abbreviates_alone(short[0], long[0])
    if _ends_in_section(short, long):
        long = long[: len(short)]
    return 1 < len(short) <= _MOST_WORDS and _aligned(short, long)


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Each word of the one for a word of the other, or for the initials of several: `IAU`."""
    if not short or not long:
        return not short and not long
    if _abbreviates(short[0], long[0], last=len(short) == 1) and _aligned(short[1:], long[1:]):
        return True
    size = len(short[0])
    if size < 3 or size > len(long) or short[0] != "".join(word[0] for word in long[:size]):
        return False
    return _aligned(short[1:], long[size:])


def _abbreviates_alone(x: str, y: str) -> bool:
    """Titles of one word are hardly ever abbreviated: `Cancer` is not `Cancers`."""
    short, long = sorted((x, y), key=len)
    is_cut = len(short) >= 5 and len(long) - len(short) >= 3 and short[-1] not in _VOWELS
    return short == long or (is_cut and long.startswith(short))


def _core(venue: str) -> tuple[str, ...]:
    """The telling words without place and edition at the end."""
    found = _telling(venue)
    for tail in _AT_THE_END:
        if len(found) > len(tail) and found[-len(tail) :] == tail:
            return found[: -len(tail)]
    return found


def _ends_in_section(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """`Acta Cryst. D` for `Acta Crystallographica Section D Biological Crystallography`."""
    return len(short) > 1 and len(short[-1]) == 1 and long[len(short) - 1] == short[-1]


def _abbreviates(x: str, y: str, *, last: bool) -> bool:
    """`clin` for `clinical`, `natl` for `national`; a last letter is a section, but for `j`."""
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if len(short) == 1 and last:
        return short == "j" and long == "journal"
    if short[0] != long[0] or short.isdecimal() or long.isdecimal():
        return False
    if long.startswith(short):
        return True
    is_contraction = short[-1] == long[-1] or not _VOWELS.intersection(short)
    return len(short) >= 2 and is_contraction and _is_within(short, long)


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _same_meeting(a: str, b: str) -> bool:
    """`15th IEEE International Conference on Image Processing`, `2008 15th … (ICIP)`."""
    ours, theirs = _meeting(a), _meeting(b)
    if not ours or not theirs:
        return False
    shared = sum(any(_abbreviates(x, y, last=False) for y in theirs) for x in ours)
    return shared / min(len(ours), len(theirs)) > _ENOUGH or (
        shared >= 2 and shared / min(len(ours), len(theirs)) >= _ENOUGH
    )


@lru_cache(maxsize=4096)
def _meeting(venue: str) -> frozenset[str]:
    return frozenset(
        word
        for word in _telling(venue)
        if word not in _GENERIC and not _NUMBERING.match(word) and len(word) > 1
    )
