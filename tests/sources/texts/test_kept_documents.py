import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    DocumentTable,
    ListedReference,
    Statement,
)
from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.read import read_document
from evidence.sources.texts import kept_form
from evidence.sources.texts.kept_documents import KeptDocuments
from evidence.sources.texts.kept_files import kept_files
from evidence.sources.texts.readers_version import readers_version

HASH = "a" * 64
HERE, ELSEWHERE = Place("a.tex", 2, 3), Place("b.tex", 4)
SAID = Statement(
    "Iron\nrose \ud83d — “by 12 ng/mL”.", 0, 30, HERE,
    (Citation("[1]", CitationForm.BRACKET, (Cited("1", "p. 3"),), 5, 8, ELSEWHERE),),
    3, "Results", "2",
)  # fmt: skip
DOCUMENT = Document(
    "a.tex",
    "Iron\nrose",
    (SAID,),
    (DocumentTable("Table 1", SAID, (("a", "b"), ("1", ""))),),
    (
        ListedReference("1", "Chen.", HERE),
        ListedReference("2", "Okafor.", HERE, PrintedReference(authors=(Name("O", "C"),))),
    ),
    ("refs.bib",),
    ((0, "1"), (5, "2")),
    (("1", "628"),),
)


def spoilt(packed: bytes) -> bytes:
    return packed[:30] + bytes([packed[30] ^ 255]) + packed[31:]


def cut_off(packed: bytes) -> bytes:
    return packed[:-8]


def of_another_version(packed: bytes) -> bytes:
    _, values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return with_values("other", values)


def with_a_number_for_a_text(packed: bytes) -> bytes:
    version, values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return with_values(version, [values[0], 7, *values[2:]])


def with_a_field_less(packed: bytes) -> bytes:
    version, values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return with_values(version, values[:-1])


def with_a_place_of_nothing(packed: bytes) -> bytes:
    version, values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    values[4][0][2] = ["x", 1]
    return with_values(version, values)


def with_no_list(packed: bytes) -> bytes:
    version, values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    values[2] = "none"
    return with_values(version, values)


def of_something_else(_: bytes) -> bytes:
    return zlib.compress(b'{"a": 1, "b": 2}')


def nested(_: bytes) -> bytes:
    return zlib.compress(b"[" * 100_000)


def with_values(version: str, values: object) -> bytes:
    return zlib.compress(json.dumps([version, values]).encode())


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = KeptDocuments(tmp_path / "texts")
    kept.keep(HASH, ".tex", DOCUMENT)
    assert kept.document(HASH, ".tex", "a.tex") == DOCUMENT


def test_it_belongs_to_its_hash_and_its_suffix(tmp_path: Path) -> None:
    kept = KeptDocuments(tmp_path)
    kept.keep(HASH, ".txt", DOCUMENT)
    assert kept.document("b" * 64, ".txt", "a.tex") is None
    assert kept.document(HASH, ".md", "a.tex") is None


def test_its_places_are_those_of_the_file_by_its_name_of_today(tmp_path: Path) -> None:
    kept = KeptDocuments(tmp_path)
    kept.keep(HASH, ".tex", DOCUMENT)
    renamed = kept.document(HASH, ".tex", "c.tex")
    assert renamed is not None
    assert renamed.statements[0].place == Place("c.tex", 2, 3)
    assert renamed.statements[0].citations[0].place == ELSEWHERE


@pytest.mark.parametrize(
    "harm",
    [
        spoilt, cut_off, of_another_version, with_a_number_for_a_text, with_a_field_less,
        with_a_place_of_nothing, with_no_list, of_something_else, nested,
    ],
)  # fmt: skip
def test_what_is_damaged_or_foreign_is_of_no_use(
    harm: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    kept = KeptDocuments(tmp_path / "texts")
    kept.keep(HASH, ".tex", DOCUMENT)
    (path,) = kept_files(tmp_path)
    path.write_bytes(harm(path.read_bytes()))
    assert kept.document(HASH, ".tex", "a.tex") is None
    kept.keep(HASH, ".tex", DOCUMENT)
    assert kept.document(HASH, ".tex", "a.tex") == DOCUMENT


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("a file")
    kept = KeptDocuments(tmp_path / "texts")
    kept.keep(HASH, ".txt", DOCUMENT)
    assert kept.document(HASH, ".txt", "a.tex") is None
    assert kept_files(tmp_path) == []


def test_only_kept_documents_are_files_of_the_cache(tmp_path: Path) -> None:
    KeptDocuments(tmp_path / "texts").keep(HASH, ".txt", DOCUMENT)
    (tmp_path / "texts" / "notes.txt").write_text("mine")
    assert [path.name for path in kept_files(tmp_path)] == [f"{HASH}.txt.kept"]


def test_every_document_of_ours_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = KeptDocuments(tmp_path)
    folder = Path(__file__).parents[3] / "documents"
    documents = [read_document(path) for path in sorted(folder.iterdir())]
    assert any(document.tables and document.listed for document in documents)
    for number, document in enumerate(documents):
        kept.keep(f"{number:064}", ".txt", document)
        assert kept.document(f"{number:064}", ".txt", document.file) == document


def test_a_value_of_a_new_kind_is_not_passed_over() -> None:
    @dataclass(frozen=True)
    class Other:
        share: float

    with pytest.raises(TypeError, match="a document holds no"):
        kept_form._form(Other)


def test_the_version_of_the_readers_is_the_same_twice_and_short() -> None:
    assert readers_version() == readers_version()
    assert len(readers_version()) == 16


def test_equal_but_for_a_page_is_not_equal() -> None:
    assert replace(DOCUMENT, page_labels=()) != DOCUMENT
