"""How long a document of 300 pages takes to import, in every format.

The documents repeat the paragraphs of `marker_cases`, a page being 500 words. The import runs as a
user runs it, without a network, in an empty folder. It is compared with the format's library alone,
which reads the same file and does nothing with it: no import can be faster.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import Final

from marker_documents import FORMS, writable, write_document
from marker_paragraphs import HELD_OUT, TUNED, Paragraph

_PAGES: Final = 300
_WORDS_A_PAGE: Final = 500
_ROW: Final = "{:6} {:>8} {:>9} {:>11} {:>7} {:>8}"
_IMPORT: Final = "from evidence.cli import main; main()"
_ALONE: Final = {
    ".txt": "import sys; open(sys.argv[1], encoding='utf-8').read()",
    ".md": (
        "import sys; from markdown_it import MarkdownIt;"
        "MarkdownIt().enable('table').parse(open(sys.argv[1], encoding='utf-8').read())"
    ),
    ".html": (
        "import sys; from bs4 import BeautifulSoup;"
        "BeautifulSoup(open(sys.argv[1], 'rb').read(), 'html.parser')"
    ),
    ".tex": (
        "import sys; from pylatexenc.latexwalker import LatexWalker;"
        "LatexWalker(open(sys.argv[1], encoding='utf-8').read()).get_latex_nodes()"
    ),
    ".docx": (
        "import sys, docx;[(p.text, p.style.name) for p in docx.Document(sys.argv[1]).paragraphs]"
    ),
    ".pdf": (
        "import sys, pypdf; [page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]"
    ),
}


def paragraphs() -> list[Paragraph]:
    """Enough for 300 pages, no two alike."""
    found: list[Paragraph] = []
    words = 0
    for number, paragraph in enumerate(cycle((*TUNED, *HELD_OUT))):
        if words >= _PAGES * _WORDS_A_PAGE:
            break
        found.append(tuple(f"In series {number}, {sentence}" for sentence in paragraph))
        words += sum(len(sentence.split()) for sentence in found[-1])
    return found


def main() -> None:
    """Print the table."""
    print(f"\n## A document of {_PAGES} pages\n")
    print(_ROW.format("format", "size", "claims", "import", "alone", "ratio"))
    content = paragraphs()
    brackets = {form.suffix: form for form in FORMS if form.name == "brackets"}
    for suffix, form in brackets.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"review{suffix}")
            path.write_bytes(write_document(writable(content, form), form))
            taken = _timed(folder, _IMPORT, "import", path.name, "--offline", "--quiet")
            alone = _timed(folder, _ALONE[suffix], path.name)
            claims = Path(folder, "claims.yaml").read_text().count("- id:")
            row = f"{path.stat().st_size / 1e6:.1f} MB", claims, f"{taken:.1f} s", f"{alone:.1f} s"
            print(_ROW.format(suffix, *row, f"{taken / alone:.1f}"))


def _timed(folder: str, *command: str) -> float:
    """Seconds that the command takes as a process of its own."""
    cache = Path(folder, "cache")
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", *command],
        cwd=folder,
        env=os.environ | {"EVIDENCE_CACHE_DIR": str(cache)},
        check=True,
        capture_output=True,
    )
    taken = time.perf_counter() - started
    shutil.rmtree(cache, ignore_errors=True)
    return taken


if __name__ == "__main__":
    main()
