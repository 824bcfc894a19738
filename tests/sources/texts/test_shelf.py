from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText, UnreadableSource
from evidence.sources.settings import find_settings
from evidence.sources.texts.shelf import Shelf, shelf_of
from pdf_writer import text_page, write_pdf


def put(folder: Path, name: str, text: str = "Iron rose in all women of the ward.") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(shelf: Shelf, key: str) -> list[str]:
    return [path.name for path in shelf.files(key)]


def test_a_text_is_read_in_full_with_its_hash(tmp_path: Path) -> None:
    path = put(tmp_path, "chen2018.txt")
    (text,) = Shelf(tmp_path).read("chen2018")
    assert isinstance(text, SourceText)
    assert (text.key, text.depth, text.file) == ("chen2018", Depth.FULL_TEXT, path.as_posix())
    assert text.document.text == "Iron rose in all women of the ward."
    assert text.sha256 == "3a408e87d6a592860882bfe2c4ffa60295ee7f3dc1f5af73a13d3b521c9bef20"


def test_the_files_of_a_key_come_with_the_best_to_read_first(tmp_path: Path) -> None:
    for suffix in ("pdf", "TXT", "md", "docx", "htm", "xml", "png", "bib"):
        put(tmp_path, f"chen2018.{suffix}")
    put(tmp_path, "chen2018a.txt")
    put(tmp_path, "Chen2018.html")
    assert names(Shelf(tmp_path), "chen2018") == [
        "chen2018.xml", "chen2018.htm", "chen2018.md", "chen2018.TXT", "chen2018.pdf",
        "chen2018.docx",
    ]  # fmt: skip


def test_what_file_names_cannot_hold_may_be_an_underscore_there(tmp_path: Path) -> None:
    put(tmp_path, "DBLP_conf_iron_Chen18.txt")
    shelf = Shelf(tmp_path)
    assert names(shelf, "DBLP:conf/iron/Chen18") == ["DBLP_conf_iron_Chen18.txt"]
    assert names(shelf, "DBLP-conf-iron-Chen18") == []


def test_a_key_with_a_full_stop_is_a_stem_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, "chen.v2.txt")
    assert names(Shelf(tmp_path), "chen") == []
    assert names(Shelf(tmp_path), "chen.v2") == ["chen.v2.txt"]


def test_accents_are_the_same_taken_apart_or_not(tmp_path: Path) -> None:
    put(tmp_path, "mu\u0308ller2020.txt")
    assert len(names(Shelf(tmp_path), "m\u00fcller2020")) == 1


def test_without_a_folder_no_key_has_a_text(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "none")
    assert shelf.files("chen2018") == ()
    assert shelf.read("chen2018") == ()


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sources` is a file, expected the folder"):
        Shelf(put(tmp_path, "sources")).files("chen2018")


def test_the_files_that_belong_to_no_key(tmp_path: Path) -> None:
    for name in ("chen2018.txt", "CHEN2018.PDF", "chen2018 (1).pdf", "chen2018", "chen2018.epub"):
        put(tmp_path, name)
    for name in (".chen.pdf.icloud", "~$chen2018.docx", "README.md", "refs.bib", "Thumbs.db"):
        put(tmp_path, name)
    (tmp_path / "figures.pdf").mkdir()
    unused = Shelf(tmp_path).unused(["chen2018", "gone2019"])
    assert [path.name for path in unused] == [
        "CHEN2018.PDF",
        "chen2018",
        "chen2018 (1).pdf",
        "chen2018.epub",
    ]
    assert Shelf(tmp_path / "none").unused(["chen2018"]) == ()


def test_a_file_is_no_folder_of_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "refs.bib")
    put(tmp_path, "evidence.toml", "mailto = 'a@example.org'\nsources = 'refs.bib'\n")
    settings = find_settings()
    with pytest.raises(InputError) as refused:
        shelf_of(settings)
    assert str(refused.value) == (
        "evidence.toml:2:1: CFG001 `refs.bib` is a file, expected the folder with the texts of the"
        " cited works"
    )


def test_a_folder_that_is_not_there_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "evidence.toml", "sources = 'not-in-git'\n")
    assert shelf_of(find_settings()).read("chen2018") == ()


def test_the_folder_is_looked_through_once(tmp_path: Path) -> None:
    put(tmp_path, "chen2018.txt")
    shelf = Shelf(tmp_path)
    assert names(shelf, "chen2018") == ["chen2018.txt"]
    put(tmp_path, "okafor2019.txt")
    assert names(shelf, "okafor2019") == []


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "chen2018.txt"
    path.write_bytes(b"Iron rose.\nIt was \xff.")
    put(tmp_path, "chen2018.doc", "x")
    put(tmp_path, "chen2018.md")
    good, bad, old = Shelf(tmp_path).read("chen2018")
    assert isinstance(good, SourceText)
    assert bad == UnreadableSource(
        "chen2018",
        "the byte 0xff is not utf-8: save the file as UTF-8, in the program that it was written"
        " with",
        Place(path.as_posix(), 2, 8),
    )
    assert isinstance(old, UnreadableSource)
    assert "is a Word document of the old format: save it as .docx" in old.message


def test_a_pdf_with_a_password_is_unreadable_and_one_encrypted_without_is_read(
    tmp_path: Path,
) -> None:
    page = write_pdf([text_page(["Iron rose in all women of the ward."])])
    for key, password in (("open", ""), ("shut", "x")):
        writer = PdfWriter(clone_from=BytesIO(page))
        writer.encrypt(password, owner_password="y", algorithm="AES-256")
        buffer = BytesIO()
        writer.write(buffer)
        (tmp_path / f"{key}.pdf").write_bytes(buffer.getvalue())
    (readable,) = Shelf(tmp_path).read("open")
    assert isinstance(readable, SourceText)
    assert readable.document.text == "Iron rose in all women of the ward."
    (shut,) = Shelf(tmp_path).read("shut")
    assert isinstance(shut, UnreadableSource)
    assert "is protected by a password" in shut.message


def test_a_kept_text_is_not_read_again_but_the_same(tmp_path: Path) -> None:
    path = tmp_path / "chen2018.pdf"
    path.write_bytes(write_pdf([text_page(["Iron rose in all women.", "", "Zinc did not."])]))
    told: list[str] = []
    first = Shelf(tmp_path, kept=tmp_path / "kept").read("chen2018", lambda *at: told.append(at[0]))
    assert told == ["reading pages", "reading sentences"]
    second = Shelf(tmp_path, kept=tmp_path / "kept").read(
        "chen2018", lambda *at: told.append(at[0])
    )
    assert told == ["reading pages", "reading sentences"]
    assert first == second == Shelf(tmp_path).read("chen2018")


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    put(tmp_path, "chen2018.txt", "Iron rose in all women.")
    shelf = Shelf(tmp_path, kept=tmp_path / "kept")
    (before,) = shelf.read("chen2018")
    put(tmp_path, "chen2018.txt", "Iron fell in all women.")
    (after,) = shelf.read("chen2018")
    assert isinstance(before, SourceText)
    assert isinstance(after, SourceText)
    assert after.document.text == "Iron fell in all women."
    assert before.sha256 != after.sha256


def test_a_latex_text_is_never_kept_as_it_may_name_other_files(tmp_path: Path) -> None:
    put(tmp_path, "chen2018.tex", "\\begin{document}Iron. \\input{more}\\end{document}")
    put(tmp_path, "more.tex", "It rose in winter.")
    shelf = Shelf(tmp_path, kept=tmp_path / "kept")
    shelf.read("chen2018")
    put(tmp_path, "more.tex", "It fell in winter.")
    (text,) = shelf.read("chen2018")
    assert isinstance(text, SourceText)
    assert "It fell in winter." in text.document.text


def test_a_kept_text_has_the_name_that_its_file_has_now(tmp_path: Path) -> None:
    old = put(tmp_path, "chen2018.txt")
    Shelf(tmp_path, kept=tmp_path / "kept").read("chen2018")
    old.rename(tmp_path / "chen2019.txt")
    (text,) = Shelf(tmp_path, kept=tmp_path / "kept").read("chen2019")
    assert isinstance(text, SourceText)
    assert text.document.file == (tmp_path / "chen2019.txt").as_posix()
    assert text.document.statements[0].place == Place(text.document.file)


KEYS = ("conf/x:1", "conf_x_1", "conf/y:1", "conf:y/1", "chen2018")


def test_a_file_that_is_called_as_another_key_belongs_to_that_key_only(tmp_path: Path) -> None:
    put(tmp_path, "conf_x_1.txt")
    shelf = Shelf(tmp_path, keys=KEYS)
    assert names(shelf, "conf_x_1") == ["conf_x_1.txt"]
    assert shelf.read("conf/x:1") == ()


def test_a_file_that_two_keys_may_mean_belongs_to_neither_and_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "conf_y_1.txt").as_posix()
    shelf = Shelf(tmp_path, keys=KEYS)
    for key, rival in (("conf/y:1", "conf:y/1"), ("conf:y/1", "conf/y:1")):
        assert names(shelf, key) == []
        message = f"the file may be meant for `{key}` or `{rival}`: give one of them another key"
        assert shelf.read(key) == (UnreadableSource(key, message, Place(path)),)


def test_a_key_with_a_file_of_its_own_is_not_asked_what_the_other_is(tmp_path: Path) -> None:
    put(tmp_path, "a:b.txt")
    put(tmp_path, "a_b.txt")
    shelf = Shelf(tmp_path, keys=("a:b", "a?b"))
    (text,) = shelf.read("a:b")
    assert isinstance(text, SourceText)
    assert Path(text.file).name == "a:b.txt"
    (disputed,) = shelf.read("a?b")
    assert isinstance(disputed, UnreadableSource)
