"""Whether two names are one person's, with the harmless differences named one by one."""

from enum import Enum

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from evidence.matching.people import Person, group_words, person
from evidence.matching.text import REPLACEMENT
from evidence.model.work import Name

_SIMILAR_GIVEN = 75.0
_MORE_WORDS = 2

# Each row: one given name and what people of that name are called.
_NICKNAMES = (
    "robert rob bob bobby bert", "william will bill billy willy liam", "richard rick dick rich",
    "margaret peggy meg maggie greta", "elizabeth liz beth betty bess elisabeth lisa",
    "edward ed ted eddie ned", "john jack johnny jon", "james jim jimmy", "michael mike mick misha",
    "henry harry hank", "charles chuck charlie", "theodore ted", "anthony tony", "katherine kate "
    "kathy kit cathy", "alexander sasha sandy alex", "joseph joe pepe", "francisco paco pancho",
    "jose pepe", "susan sue", "thomas tom", "lawrence larry", "eugene gene", "barbara babs",
    "dorothy dot dolly", "james jaime", "mohammad md mohd muhammad mohammed", "antonio toni",
    "peter pete petr piotr pierre", "john juan jean johannes hans jan ivan",
)  # fmt: skip

# Spellings of one sound in different transliterations, folded to the shortest one.
_TRANSLITERATIONS = (
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("sz", "s"), ("ij", "i"), ("yu", "u"),
    ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("kh", "h"), ("ph", "f"),
    ("dj", "d"), ("tch", "ch"), ("tsch", "ch"), ("cz", "ch"), ("ck", "k"), ("y", "i"), ("j", "i"),
    ("ii", "i"), ("ss", "s"), ("nn", "n"), ("ll", "l"), ("ff", "f"), ("tt", "t"),
)  # fmt: skip


class Likeness(Enum):
    """How close two names are."""

    SAME = "one person"
    MISSPELT = "one letter of the family name differs"
    OTHER_INITIALS = "same family name, other initials"
    OTHER_GIVEN = "same family name, another given name"
    OTHER = "another person"

    @property
    def is_match(self) -> bool:
        """Whether one takes the other's place in a list of authors."""
        return self is not Likeness.OTHER


def likeness(ours: Name, theirs: Name) -> Likeness:
    """How close an entry's name is to a record's."""
    if (ours.family, ours.given) == (theirs.family, theirs.given):
        return Likeness.SAME
    a, b = person(ours), person(theirs)
    if _same_family(a, b) or _first_letters_lost(theirs, a, b):
        found = _given_likeness(a, b)
        if found is Likeness.SAME or not _same_words(a, b):
            return found
        return Likeness.SAME
    if _same_words(a, b) or _broken_characters(theirs, a, b):
        return Likeness.SAME
    if _one_letter_apart(a, b) and _given_likeness(a, b) is Likeness.SAME:
        return Likeness.MISSPELT
    return Likeness.OTHER


def same_group(ours: Name, theirs: Name) -> bool:
    """Whether two names of groups share what tells them from other groups."""
    a, b = group_words(ours), group_words(theirs)
    return a <= b or b <= a or "".join(sorted(a)) == "".join(sorted(b))


def _same_family(a: Person, b: Person) -> bool:
    if a.family == b.family:
        return True
    if not a.family or not b.family:
        return False
    return (
        "".join(a.family) == "".join(b.family)
        or "".join(a.bare) == "".join(b.bare)
        or _is_shortened(a.bare, b.bare)
        or _is_shortened(b.bare, a.bare)
        or _sound("".join(a.bare)) == _sound("".join(b.bare))
    )


def _is_shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """`García` for `García Satorras`, `Battaia` for `Arrigoni Battaia`."""
    if len(short) >= len(long) or len("".join(short)) < 3:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


def _sound(word: str) -> str:
    """`Gottlober` for `Gottloeber`, `Hristov` for `Khristov`: one spelling of a sound."""
    for spelling, sound in _TRANSLITERATIONS:
        word = word.replace(spelling, sound)
    return word


def _first_letters_lost(theirs: Name, a: Person, b: Person) -> bool:
    """The registry lost an accented capital: `ierssen` for `Þierssen`, `res` for `Andres`."""
    if not theirs.family[:1].islower() or len(b.family) != 1 or not a.family:
        return False
    ours, kept = "".join(a.family), b.family[0]
    return len(kept) >= 4 and 0 < len(ours) - len(kept) <= 2 and ours.endswith(kept)


def _broken_characters(theirs: Name, a: Person, b: Person) -> bool:
    """The registry shows U+FFFD or `?` where it lost a letter: `Casta\ufffdo`."""
    lost = theirs.family.count(REPLACEMENT) + theirs.family.count("?")
    if not lost:
        return False
    ours, kept = "".join(a.family), "".join(b.family)
    return len(kept) >= 2 and OSA.distance(ours, kept) <= 2 * lost and ours[-1] == kept[-1]


def _same_words(a: Person, b: Person) -> bool:
    """Family and given names swapped or split elsewhere: `Rouse D. M.`, `Le Rest, Catherine`.

    Each word of the shorter name has its own word, or its initial, in the longer one, and at least
    one word stands in both in full.
    """
    ours, theirs = list(a.everything), list(b.everything)
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    if len(theirs) - len(ours) > _MORE_WORDS:
        return False
    if len(ours) < 2:
        return "".join(a.everything) == "".join(b.everything)
    rest = [word for word in ours if word not in theirs]
    left = [word for word in theirs if word not in ours]
    in_full = [word for word in ours if word in theirs and len(word) > 1]
    if not in_full:
        return sorted("".join(ours)) == sorted("".join(theirs)) and len(set(ours) & set(theirs)) > 0
    for word in rest:
        partner = next((o for o in left if _initial_of(word, o) or _initial_of(o, word)), None)
        if partner is None:
            return False
        left.remove(partner)
    return True


def _initial_of(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def _one_letter_apart(a: Person, b: Person) -> bool:
    ours, theirs = "".join(a.family), "".join(b.family)
    shorter = min(len(ours), len(theirs))
    allowed = 2 if shorter >= 9 else 1 if shorter >= 5 else 0
    return OSA.distance(ours, theirs, score_cutoff=allowed) <= allowed


def _given_likeness(a: Person, b: Person) -> Likeness:
    """Whether the given names can be one person's, of whom we know that the family name is."""
    if not a.given or not b.given:
        return Likeness.SAME
    if "".join(a.given) == "".join(b.given):
        return Likeness.SAME
    full = [word for word in a.given if len(word) > 1], [word for word in b.given if len(word) > 1]
    if full[0] and full[1]:
        if any(_same_given(x, y) for x in full[0] for y in full[1]):
            return Likeness.SAME
        if _names_a_middle_name(a.given, b.given) or _names_a_middle_name(b.given, a.given):
            return Likeness.SAME
        return Likeness.OTHER_GIVEN
    if {word[0] for word in a.given} & {word[0] for word in b.given}:
        return Likeness.SAME
    if _sound(a.given[0])[0] == _sound(b.given[0])[0] or _has_cut_initial(a, b):
        return Likeness.SAME
    return Likeness.OTHER_INITIALS


def _has_cut_initial(a: Person, b: Person) -> bool:
    """A nickname stands for the initial: `Bob` for `R.`."""
    for ours, theirs in ((a.given, b.given), (b.given, a.given)):
        called = {name[0] for row in _NICKNAMES if ours[0] in row.split() for name in row.split()}
        if theirs[0][0] in called:
            return True
    return False


def _names_a_middle_name(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """`Robert M. Kirby` is called `Mike`: the other's name has our second initial."""
    return any(len(word) == 1 and theirs[0].startswith(word) for word in ours[1:])


def _same_given(x: str, y: str) -> bool:
    """`Alex` and `Alexander`, `Sergey` and `Serguei`, `Md` and `Mohammad`, `Bob` and `Robert`."""
    short, long = sorted((x, y), key=len)
    if long.endswith(short) and len(short) >= 3:  # a registry that cut `And` as a conjunction
        return True
    if ratio(x, y) >= _SIMILAR_GIVEN or ratio(_sound(x), _sound(y)) >= _SIMILAR_GIVEN:
        return True
    if x[:3] == y[:3] or (x[0] == y[0] and _is_contraction(short, long)):
        return True
    return any(x in row.split() and y in row.split() for row in _NICKNAMES)


def _is_contraction(short: str, long: str) -> bool:
    letters = iter(long)
    return len(short) >= 2 and all(letter in letters for letter in short)
