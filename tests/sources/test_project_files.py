from pathlib import Path

import pytest

from evidence.sources import project_files
from evidence.sources.project_files import ProjectFiles, find_project_files


def make(folder: Path, *names: str, content: str = "") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def found(folder: Path) -> list[str]:
    return [path.as_posix() for path in find_project_files(folder).documents]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert find_project_files(tmp_path / "no") == ProjectFiles((), (), is_cut=False)


def test_bibliographies_and_documents(tmp_path: Path) -> None:
    make(tmp_path, "b.bib", "a.BIB", "refs/c.bib", "x.md", "part/y.DOCX", "z.rst", "t.txt", "p.pdf")
    make(tmp_path, "data.csv", "x.py", "claims.yaml")
    files = find_project_files(tmp_path)
    assert [path.as_posix() for path in files.bibliographies] == ["a.BIB", "b.bib", "refs/c.bib"]
    assert found(tmp_path) == ["p.pdf", "t.txt", "x.md", "z.rst", "part/y.DOCX"]


def test_files_about_a_project_and_folders_of_tools_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "README.md", "LICENSE.txt", "changelog.rst", "requirements-dev.txt", "~$a.docx")
    make(tmp_path, ".git/a.md", "node_modules/a.md", ".venv/a.md", "build/a.md", ".a.md", "TODO.md")
    make(tmp_path, "1/2/3/deep.md", "1/2/3/4/deeper.md", "licensing.md")
    assert found(tmp_path) == ["licensing.md", "1/2/3/deep.md"]


def test_names_that_no_claims_file_can_hold_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "line\nend.md", " blank.md", "half\udcff.md", "da\tta/a.md", "ä ö.md")
    assert found(tmp_path) == ["ä ö.md"]


def test_what_is_made_from_another_document_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "a.pdf", "b.html", "b.md", "c.html", "d.pdf", "papers/works.pdf")
    assert found(tmp_path) == ["a.docx", "b.md", "c.html", "d.pdf"]


def test_latex_files_that_belong_to_another_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "main.tex", content="% !TeX\n\n  \\documentclass[a4paper]{article}\n")
    make(tmp_path, "chapter.tex", content="% \\documentclass{article}\n\\section{One}\n")
    assert found(tmp_path) == ["main.tex"]


def test_too_much_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.md", "b.md", "c.md")
    monkeypatch.setattr(project_files, "MOST_DOCUMENTS", 2)
    files = find_project_files(tmp_path)
    assert (len(files.documents), files.is_cut) == (2, True)
    monkeypatch.setattr(project_files, "MOST_FILES", 1)
    files = find_project_files(tmp_path)
    assert (len(files.documents), files.is_cut) == (1, True)


def test_links_between_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/x.md")
    (tmp_path / "a/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.tex").symlink_to(tmp_path / "nowhere")
    assert found(tmp_path) == ["a/x.md"]
