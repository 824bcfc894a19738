"""The folder with the texts of the cited works, a file or several for a key."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.model.document import Document
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText, UnreadableSource
from evidence.sources.documents.formats import Kind, is_refused, kind_by_suffix
from evidence.sources.documents.interface import UNREADABLE, Progress, Source
from evidence.sources.documents.read import document_of
from evidence.sources.encoding import read_bytes, sha256_of
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.settings import CONFIG_CODE, Settings
from evidence.sources.texts.file_stems import Stems, file_stem, folded
from evidence.sources.texts.kept_documents import KeptDocuments

_CODE: Final = "SUP030"

# What marks paragraphs, sections and tables itself is read before what only looks so.
_BEST_FIRST: Final = (Kind.JATS, Kind.HTML, Kind.MARKDOWN, Kind.PLAIN_TEXT, Kind.PDF)


def shelf_of(settings: Settings, *, keys: Iterable[str] = (), kept: Path | None = None) -> "Shelf":
    """A project's shelf. Raises InputError (`CFG001`) where the settings name a file as its folder.

    A folder that is not there is empty: the texts of other people's works are not kept in git.
    """
    if settings.sources_place and is_file(settings.sources):
        name = shown_name(settings.sources)
        message = f"`{name}` is a file, expected the folder with the texts of the cited works"
        raise InputError(message, place=settings.sources_place, code=CONFIG_CODE)
    return Shelf(settings.sources, keys=keys, kept=kept)


class Shelf:
    """The texts in a folder; `kept` is where what was drawn from them is kept, if anywhere.

    `keys` are all that may have a file there: what is called as one of them belongs to no other.
    The folder is looked through once, when the first key is asked for. A text is in memory only
    while it is read.
    """

    def __init__(self, folder: Path, *, keys: Iterable[str] = (), kept: Path | None = None) -> None:
        self._folder = folder
        self._stems = Stems(keys)
        self._kept = KeptDocuments(kept) if kept else None

    def files(self, key: str) -> tuple[Path, ...]:
        """The files named by the key, whatever their suffix, the best to read first.

        A character that file names cannot hold may be a `_` there, unless that is another key, or
        may be meant for one. Raises InputError when the folder cannot be looked through.
        """
        found = (path for stem in self._stems.of(key) for path in self._by_stem.get(stem, ()))
        return tuple(sorted(found, key=_rank))

    def unused(self, keys: Iterable[str]) -> tuple[Path, ...]:
        """The files that belong to none of these keys, by their names: those that are called as
        none of them, and those of a kind that is not read. Raises InputError as `files`.

        What file managers leave behind, bibliographies and a README are meant for no entry.
        """
        used = {
            path
            for key in keys
            for path in (*self.files(key), *self._by_stem.get(file_stem(key), ()))
        }
        return tuple(sorted(each for each in self._held if each not in used and _is_meant(each)))

    def read(
        self, key: str, progress: Progress = lambda *_: None
    ) -> tuple[SourceText | UnreadableSource, ...]:
        """Every text of the work that the entry `key` is about, the best first: in full, or an
        abstract where the file says that it holds no more.

        A file that cannot be read takes its place with the reason, and so does one that may be
        another key's, where the key has none of its own. Raises InputError as `files`.
        """
        files = self.files(key)
        if not files:
            return tuple(self._disputed(key))
        return tuple(self._read(key, path, progress) for path in files)

    def _disputed(self, key: str) -> Iterator[UnreadableSource]:
        """The files that are called as the key would be, and as another key would be."""
        rivals = " or ".join(f"`{rival}`" for rival in self._stems.rivals(key))
        for path in self._by_stem.get(file_stem(key), ()) if rivals else ():
            message = f"the file may be meant for `{key}` or {rivals}: give one of them another key"
            yield UnreadableSource(key, message, Place(shown_name(path)))

    def _read(self, key: str, path: Path, progress: Progress) -> SourceText | UnreadableSource:
        name = shown_name(path)
        try:
            document, digest = self._document(path, name, progress)
        except InputError as error:
            return UnreadableSource(key, error.message, error.place or Place(name))
        depth = Depth.ABSTRACT if document.is_abstract else Depth.FULL_TEXT
        return SourceText(key, depth, document, name, digest)

    def _document(self, path: Path, name: str, progress: Progress) -> tuple[Document, str]:
        """The document in a file, and the SHA-256 of the bytes that it was read from."""
        suffix = path.suffix.lower()
        # A LaTeX file may name others, whose text is part of it.
        kept = self._kept if kind_by_suffix(suffix) is not Kind.LATEX else None
        if kept:
            digest = sha256_of(path, name, code=UNREADABLE)
            if document := kept.document(digest, suffix, name):
                return document, digest
        source = Source(path, name, read_bytes(path, name, code=UNREADABLE))
        digest = hashlib.sha256(source.data).hexdigest()
        document = document_of(source, progress, in_depth=True)
        if kept:
            kept.keep(digest, suffix, document)
        return document, digest

    @cached_property
    def _by_stem(self) -> Mapping[str, list[Path]]:
        by_stem: defaultdict[str, list[Path]] = defaultdict(list)
        for path in self._held:
            if kind_by_suffix(path.suffix) or is_refused(path.suffix):
                by_stem[folded(path.stem)].append(path)
        return by_stem

    @cached_property
    def _held(self) -> tuple[Path, ...]:
        """All that stands in the folder."""
        name = shown_name(self._folder)
        try:
            return tuple(self._folder.iterdir())
        except FileNotFoundError:
            return ()
        except NotADirectoryError as error:
            message = f"`{name}` is a file, expected the folder with the texts of the cited works"
            raise InputError(message, place=Place(name), code=_CODE) from error
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = f"the folder `{name}` cannot be read: {reason}"
            raise InputError(message, place=Place(name), code=_CODE) from error


def _is_meant(path: Path) -> bool:
    """Whether a person put the file there as a text."""
    name = path.name.lower()
    is_left = name.startswith((".", "~$", "readme")) or name in ("thumbs.db", "desktop.ini")
    return not (is_left or name.endswith(".bib")) and is_file(path)


def _rank(path: Path) -> tuple[int, str]:
    kind = kind_by_suffix(path.suffix)
    is_known = kind in _BEST_FIRST
    return (_BEST_FIRST.index(kind) if kind and is_known else len(_BEST_FIRST), path.name)
