"""An honest search: which works share the words of a query, the rare words counting most."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from typing import Any

# Okapi BM25 with its usual constants: how fast a repeated word saturates, and how much its length
# is held against a record.
_SATURATION = 1.2
_LENGTH_SHARE = 0.75


def words(text: str) -> list[str]:
    """The words of `text` without case, accents and markup."""
    plain = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", " ", text)).casefold()
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


class Ranking:
    """Finds records by the words of their titles, names and venues, and by their years."""

    def __init__(self, records: Sequence[dict[str, Any]]) -> None:
        self._records = records
        counts = [Counter(words(" ".join(_texts(record)))) for record in records]
        self._lengths = [count.total() for count in counts]
        self._average = sum(self._lengths) / max(len(records), 1)
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for number, count in enumerate(counts):
            for word, times in count.items():
                self._postings.setdefault(word, []).append((number, times))

    def search(self, query: str) -> list[tuple[dict[str, Any], float]]:
        """The records that share a word with `query`, best first, each with its score.

        As in Crossref the score is a sum over the words of the query, so it grows with its
        length and says nothing about how sure a match is.
        """
        scores: defaultdict[int, float] = defaultdict(float)
        for word in words(query):
            postings = self._postings.get(word, [])
            rarity = log(1 + (len(self._records) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, times in postings:
                length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * self._lengths[number] / self._average
                weight = times * (_SATURATION + 1) / (times + _SATURATION * length)
                scores[number] += rarity * weight
        ranked = sorted(scores, key=lambda number: (-scores[number], number))
        return [(self._records[number], round(scores[number], 6)) for number in ranked]


def _texts(record: dict[str, Any]) -> Iterator[str]:
    for name in ("title", "subtitle", "container-title", "short-container-title"):
        yield from record.get(name) or ()
    for name in ("author", "editor"):
        for person in record.get(name) or ():
            yield from (person.get(part) or "" for part in ("given", "family", "name"))
    for name in ("volume", "page"):
        yield record.get(name) or ""
    for name in ("issued", "published-print", "published-online"):
        for parts in (record.get(name) or {}).get("date-parts") or ():
            yield from (str(year) for year in parts[:1] if year)
