"""Things by their titles, so that what has a like title is found without comparing all with all."""

from collections import Counter, defaultdict
from typing import Final, Generic, TypeVar

from evidence.matching.text import words

Titled = TypeVar("Titled")

_NEAREST: Final = 4  # of those that share words with a title
_MOST: Final = 60  # with more of one title, or sharing one word, the rest are not compared


class TitleIndex(Generic[Titled]):
    """What was added, by the title that it was added under."""

    def __init__(self) -> None:
        self._added: list[Titled] = []
        self._by_title: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, title: str, titled: Titled) -> None:
        """Keep what has this title."""
        at = len(self._added)
        self._added.append(titled)
        own = words(title)
        self._by_title[own].append(at)
        for word in set(own):
            self._by_word[word].append(at)

    def like(self, title: str) -> list[Titled]:
        """What has this title, in the order in which it was added, then what shares most words.

        A word of many titles tells nothing and is not counted.
        """
        wanted = words(title)
        if not wanted:
            return []
        found = dict.fromkeys(self._by_title.get(wanted, ())[:_MOST])
        shared: Counter[int] = Counter()
        for word in sorted(set(wanted)):
            sharing = self._by_word.get(word, ())
            if len(sharing) <= _MOST:
                shared.update(sharing)
        found |= dict.fromkeys(at for at, _ in shared.most_common(_NEAREST))
        return [self._added[at] for at in found]
