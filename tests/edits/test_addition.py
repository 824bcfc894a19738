from pathlib import Path

import pytest

from citations import article
from evidence.edits.addition import Addition, add_works, write_addition
from evidence.errors import InputError
from evidence.model.doi import Doi
from evidence.model.work import Name, Work
from evidence.sources.bibtex import parse_bibliography

WORK = article(titles=("Safety of entrectinib in two trials",))
COCCO = """@article{Cocco2018,
  author  = {Cocco, Emiliano and Scaltriti, Maurizio},
  title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
  year    = 2018
}
"""
ADDED = """@article{Drilon2017,
  author  = {Drilon, Alexander and Siena, Salvatore and Ou, Sai-Hong},
  title   = {Safety of entrectinib in two trials},
  journal = {Cancer Discovery},
  year    = 2017,
  volume  = 7,
  number  = 4,
  pages   = {400--409},
  doi     = {10.1158/2159-8290.cd-16-1237}
}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "references.bib"
    path.write_text(COCCO, "utf-8")
    return path


def add(path: Path, *works: Work) -> Addition:
    addition = add_works(path, works)
    write_addition(addition)
    return addition


def test_the_new_entry_stands_at_the_end_in_the_files_own_style(file: Path) -> None:
    addition = add(file, WORK)
    assert file.read_text("utf-8") == f"{COCCO}\n{ADDED}"
    assert [(each.work, each.key, each.already) for each in addition.works] == [
        (WORK, "Drilon2017", None)
    ]
    assert not addition.is_new


def test_nothing_is_written_before_it_is_asked_for(file: Path) -> None:
    addition = add_works(file, [WORK])
    assert file.read_text("utf-8") == COCCO
    assert addition.after == f"{COCCO}\n{ADDED}".encode()


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new.bib"
    assert add(path, WORK).is_new
    assert path.read_text("utf-8").startswith("@article{drilon2017,\n  author = {Drilon, ")
    assert path.read_text("utf-8").endswith("}\n")


def test_no_file_is_made_for_nothing(tmp_path: Path) -> None:
    add(tmp_path / "new.bib")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("tail", "gap"),
    [
        ("", "\n"),
        ("\n", ""),
        ("\n\n\n", ""),
        ("% the end", "\n\n"),
        ("@comment{jabref-meta: x}", "\n\n"),
    ],
)
def test_what_stands_at_the_end_stays_and_the_entries_stand_apart(
    file: Path, tail: str, gap: str
) -> None:
    before = COCCO + tail
    file.write_text(before, "utf-8")
    add(file, WORK)
    assert file.read_text("utf-8") == f"{before}{gap}{ADDED}"


def test_a_last_line_without_its_end_gets_one(file: Path) -> None:
    file.write_text(COCCO.rstrip(), "utf-8")
    add(file, WORK)
    assert file.read_text("utf-8") == f"{COCCO}\n{ADDED}"


def test_entries_without_blank_lines_between_them_stay_close(file: Path) -> None:
    before = COCCO + COCCO.replace("Cocco2018", "Other2018")
    file.write_text(before, "utf-8")
    add(file, WORK)
    assert file.read_text("utf-8") == before + ADDED


@pytest.mark.parametrize(
    ("codec", "mark", "line_end"),
    [
        ("utf-8", b"\xef\xbb\xbf", "\r\n"),
        ("utf-16-le", b"\xff\xfe", "\n"),
        ("utf-16-be", b"\xfe\xff", "\r\n"),
        ("utf-8", b"", "\r"),
    ],
)
def test_encoding_mark_and_line_ends_are_the_files(
    file: Path, codec: str, mark: bytes, line_end: str
) -> None:
    before = mark + COCCO.replace("\n", line_end).encode(codec)
    file.write_bytes(before)
    add(file, WORK)
    assert file.read_bytes() == before + f"\n{ADDED}".replace("\n", line_end).encode(codec)


def test_a_letter_that_the_files_encoding_lacks_is_spelt_in_latex(file: Path) -> None:
    before = f"% Encoding: cp1252\n{COCCO}".encode("cp1252")
    file.write_bytes(before)
    name, title = Name("Ołęcki", "Šárka"), "β-catenin in März"
    add(file, article(authors=(name,), titles=(title,)))
    text = file.read_bytes().removeprefix(before).decode("cp1252")
    assert r"{O{\l}{\k{e}}cki, Šárka}" in text
    assert "in März}" in text
    [_, added] = parse_bibliography(file.read_bytes().decode("cp1252"), "x.bib").references
    assert (added.authors, added.title) == ((name,), title)


def test_a_letter_that_nothing_can_spell_is_refused(file: Path) -> None:
    before = f"% Encoding: latin1\n{COCCO}".encode("latin-1")
    file.write_bytes(before)
    with pytest.raises(InputError, match="which lacks `漢`: save it as UTF-8 first"):
        add(file, article(titles=("On 漢",)))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{old, doi = {10.1158/2159-8290.CD-16-1237}}",
        "@misc{old, doi = {https://doi.org/10.1158/2159-8290.cd-16-1237}}",
        "@misc{old, url = {http://dx.doi.org/10.1158/2159-8290.CD-16-1237}}",
        "@misc{old, doi = {10.4321/alias}}",
        "@misc{old, doi = {https://doi.org/410.1158/2159-8290.cd-16-1237}}",
        "@article{old, author = {Drilon, A. and Siena, S. and others}, journal = {Cancer Discov.},"
        " title = {Safety of entrectinib in two trials}, year = {2017}}",
    ],
)
def test_a_work_that_is_there_already_is_not_added_again(file: Path, entry: str) -> None:
    file.write_text(COCCO + entry, "utf-8")
    addition = add(file, article(titles=WORK.titles, aliases=(Doi("10.4321/alias"),)))
    (done,) = addition.works
    assert done.already
    assert (done.key, done.already.place.line) == ("old", 6)
    assert file.read_text("utf-8") == COCCO + entry


def test_another_work_of_the_same_title_is_added(file: Path) -> None:
    # The talk and the paper.
    file.write_text(
        "@article{old, author = {Drilon, A. and Siena, S.}, journal = {Annals of Oncology},"
        " title = {Safety of entrectinib in two trials}, year = {2017}, volume = {27}}",
        "utf-8",
    )
    (done,) = add(file, WORK).works
    assert done.already is None


def test_several_works_are_added_in_one_go_each_once(file: Path) -> None:
    other = article("10.1/b", titles=("Quite another work on tumours of the brain",))
    addition = add(file, WORK, other, WORK)
    assert [each.key for each in addition.works] == ["Drilon2017", "Drilon2017a", "Drilon2017"]
    twice = addition.works[2].already
    assert twice
    assert twice.place.line == 7
    assert file.read_text("utf-8").count("@article") == 3


def test_keys_of_entries_that_cannot_be_read_are_taken_too(file: Path) -> None:
    file.write_text(f"{COCCO}@article{{DRILON2017, title = {{X}}, title = {{Y}}}}\n", "utf-8")
    (done,) = add(file, WORK).works
    assert done.key == "Drilon2017a"


@pytest.mark.parametrize(
    "tail",
    [
        "@article{open,\n  title = {Never closed,\n",
        '@article{open, title = "Never closed\n',
        "@comment{ never closed\n",
        "@string{open = {x\n",
        '@preamble{"x\n',
    ],
)
def test_nothing_is_added_behind_a_block_that_is_not_closed(file: Path, tail: str) -> None:
    file.write_text(COCCO + tail, "utf-8")
    with pytest.raises(InputError, match=r"behind the last block of .*, which cannot be read"):
        add(file, WORK)
    assert file.read_text("utf-8") == COCCO + tail


def test_what_cannot_be_read_is_an_error_and_stays(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError):
        add(file, WORK)
    with pytest.raises(InputError, match="is a folder"):
        add(tmp_path, WORK)
    with pytest.raises(InputError, match="no folder"):
        add(tmp_path / "none" / "x.bib", WORK)


def test_a_file_that_changed_meanwhile_is_not_written(file: Path, tmp_path: Path) -> None:
    addition = add_works(file, [WORK])
    file.write_text("@misc{x, title = {New}}", "utf-8")
    with pytest.raises(InputError, match="has changed since it was read"):
        write_addition(addition)
    fresh = add_works(tmp_path / "fresh.bib", [WORK])
    (tmp_path / "fresh.bib").write_text("@misc{x, title = {New}}", "utf-8")
    with pytest.raises(InputError, match="has changed since it was read"):
        write_addition(fresh)
    assert file.read_text("utf-8") == "@misc{x, title = {New}}"
