"""The texts of the bibliography's works, from wherever there is one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from evidence.audit.resolution import Progress
from evidence.matching.text import enumerated
from evidence.model.report import ReferenceResult
from evidence.model.source_text import SourceText, UnreadableSource
from evidence.registries.interface import Registries
from evidence.sources.entry_abstract import entry_abstract
from evidence.sources.texts.abstracts import abstract_text
from evidence.sources.texts.shelf import Shelf

_THE_ENTRY: Final = "the entry"
UNREAD: Final = "cannot be read"


class WorkTexts:
    """Reads the texts of one work at a time, and keeps none but abstracts.

    `results` are what became of the references, by their key; `keys` those that are going to be
    read; Europe PMC, where it is asked at all, is asked for the abstracts that these lack. Without
    `registries` nobody is.
    """

    def __init__(
        self,
        shelf: Shelf,
        results: Mapping[str, ReferenceResult],
        registries: Registries | None,
        keys: Iterable[str],
    ) -> None:
        self._shelf = shelf
        self._results = results
        lacking = [
            each.doi
            for key in dict.fromkeys(keys)
            if (each := results.get(key)) and each.doi and not self._is_known(each)
        ]
        asks = registries.abstracts if registries and lacking else None
        self._asked = asks.abstracts_of(lacking) if asks else {}
        self._unanswered = asks.failures() if asks else ()
        self._lacking = frozenset(lacking)

    def read(
        self, key: str, progress: Progress = lambda *_: None
    ) -> tuple[tuple[SourceText, ...], tuple[UnreadableSource, ...]]:
        """The full texts of a work, or else its abstract; and the files that could not be read."""
        read = self._shelf.read(key, progress)
        texts = tuple(each for each in read if isinstance(each, SourceText))
        unreadable = tuple(each for each in read if isinstance(each, UnreadableSource))
        return texts or tuple(self._abstract(key)), unreadable

    def why_not(self, key: str, unreadable: Sequence[UnreadableSource]) -> str:
        """Why the full text of a work is not at hand, or not even its abstract, where there is more
        to say than that; `unreadable` are its files that could not be read.
        """
        if unreadable:
            files = dict.fromkeys(f"`{each.place.file}`" for each in unreadable)
            return f"{enumerated(tuple(files))} {UNREAD}"
        result = self._results.get(key)
        is_open = result and result.doi in self._lacking and result.doi not in self._asked
        return f"Europe PMC: {'; '.join(self._unanswered)}" if is_open and self._unanswered else ""

    def _is_known(self, result: ReferenceResult) -> bool:
        work = result.cited_work
        return bool(self._shelf.files(result.reference.key) or (work and work.abstract))

    def _abstract(self, key: str) -> Iterator[SourceText]:
        """The abstract in the record, else the one that was asked for, else the entry's own."""
        result = self._results.get(key)
        if result is None:
            return
        work, found = result.cited_work, self._asked.get(result.doi) if result.doi else None
        if work and work.abstract:
            origin = work.origin
            yield abstract_text(key, work.abstract, origin.registry, hand_made=origin.hand_made)
        elif found:
            types = found.publication_types
            yield abstract_text(key, found.text, found.registry, publication_types=types)
        elif own := entry_abstract(result.reference):
            yield abstract_text(key, own, _THE_ENTRY)
