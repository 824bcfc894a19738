from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from pdf_writer import text_page, write_pdf

QUOTE = "the compound crossed the blood-brain barrier of mice"
CLAIMS = f"""schema: evidence/claims/1
claims:
  - id: brain
    text: The compound crosses the blood-brain barrier in mice.
    evidence:
      - reference: lind2019
        quote: {QUOTE}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "references.bib").write_text(
        "@article{lind2019, author = {Lind, J.}, title = {Into the brain}, year = {2019}}\n"
    )
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    (tmp_path / "sources").mkdir()
    lines = ["Results", "", f"At all doses {QUOTE} within an hour."]
    (tmp_path / "sources/lind2019.pdf").write_bytes(write_pdf([text_page(lines)]))
    return tmp_path


def written(folder: Path, *options: str) -> str:
    arguments = ("report", "--offline", "--output", "report.html", *options)
    assert guarded(commands, arguments) == 0
    return (folder / "report.html").read_text("utf-8")


def test_the_quoted_page_is_shown_in_the_report(folder: Path) -> None:
    page = written(folder)
    assert "quote found" in page
    assert page.count('<img src="data:image/png;base64,') == 1


def test_the_report_can_leave_the_pictures_out(folder: Path) -> None:
    page = written(folder, "--no-pictures")
    assert "Evidence report" in page
    assert "<img" not in page
