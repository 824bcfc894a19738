"""The tools that are measured side by side, each run over a .bib file against one server."""

import json
import os
import re
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from habanero import Crossref
from httpx2 import HTTPError, InvalidURL

from bench_requests import MAILTO, ROOT
from evidence.sources.bibtex import parse_bibliography

BIBAUDIT: Final = "bibaudit==0.1.2"
_DRIVER: Final = Path(__file__).with_name("bibaudit_driver.py")
_ABOUT_OTHERS: Final = frozenset({"duplicate-doi", "duplicate-work", "preprint-and-article"})


@dataclass(frozen=True)
class Said:
    """What a tool said of an entry: what it calls wrong, and all its words about the entry."""

    wrong: frozenset[str] = frozenset()
    words: str = ""


class Tool(Protocol):
    """A checker of bibliographies."""

    name: str

    def run(self, folder: Path, bib: str, url: str) -> Mapping[str, Said]:
        """What it says of each entry of `bib`, by key; `folder` is empty and its own."""
        ...


class Evidence:
    """`evidence check`, with everything on."""

    name = "evidence"

    def run(self, folder: Path, bib: str, url: str) -> Mapping[str, Said]:
        """What is wrong are errors and warnings of MET and DOI, but those on two entries."""
        (folder / "references.bib").write_text(bib, encoding="utf-8")
        services = {
            "PYTHONPATH": str(ROOT / "src"),
            "EVIDENCE_MAILTO": MAILTO,
            "EVIDENCE_CROSSREF_URL": url,
            "EVIDENCE_DOI_URL": f"{url}/doi.org",
            "EVIDENCE_DATACITE_URL": f"{url}/datacite",
            "EVIDENCE_CACHE_DIR": str(folder / "cache"),
        }
        command = [sys.executable, "-m", "evidence", "check", "--quiet", "--output", "report.json"]
        ran = subprocess.run(command, cwd=folder, env=os.environ | services, check=False)
        if ran.returncode not in (0, 1, 3):
            raise SystemExit(f"`evidence check` exited with {ran.returncode}")
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        wrong, words = defaultdict(set), defaultdict(list)
        for finding in report["findings"]:
            words[finding["key"]].append(json.dumps(finding, ensure_ascii=False))
            is_serious = finding["severity"] != "note" and finding["code"][:3] in ("MET", "DOI")
            if is_serious and finding["name"] not in _ABOUT_OTHERS:
                wrong[finding["key"]].add(finding["name"])
        return {
            reference["key"]: Said(
                frozenset(wrong[reference["key"]]), "\n".join(words[reference["key"]])
            )
            for reference in report["references"]
        }


class Bibaudit:
    """bibaudit in an environment of its own, with Crossref and DataCite alone.

    Its other sources (PubMed, Europe PMC, OpenAlex, Open Library, Retraction Watch) are not played
    here, and are switched off by its own options.
    """

    name = BIBAUDIT.replace("==", " ")

    def __init__(self) -> None:
        """Install it, once. Raises SystemExit with the reason when that fails."""
        self._python = ROOT / "build" / "bench-bibaudit" / "bin" / "python"
        if not self._python.exists():
            venv.create(self._python.parents[1], with_pip=True)
        install = [str(self._python), "-m", "pip", "install", "--quiet", BIBAUDIT]
        ran = subprocess.run(install, capture_output=True, text=True, check=False)
        if ran.returncode:
            lines = ran.stderr.strip().splitlines() or ["pip gave no reason"]
            raise SystemExit(f"{BIBAUDIT} cannot be installed: {lines[-1]}")

    def run(self, folder: Path, bib: str, url: str) -> Mapping[str, Said]:
        """What is wrong are the errors of entries whose verdict makes its exit code 1, or the
        verdict itself where it has none, but retractions.
        """
        (folder / "references.bib").write_text(bib, encoding="utf-8")
        command = [
            str(self._python), str(_DRIVER), url, f"{url}/datacite", "check", "references.bib",
            "--format", "json", "--output", "report.json", "--mailto", MAILTO,
            "--cache-dir", "cache", "--no-corroborate", "--no-retraction-check", "--no-isbn",
            "--no-europepmc", "--no-openalex",
        ]  # fmt: skip
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if ran.returncode not in (0, 1):
            raise SystemExit(f"bibaudit exited with {ran.returncode}: {ran.stderr}")
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        return {each["key"]: self._said(each) for each in report["results"]}

    @staticmethod
    def _said(result: dict[str, object]) -> Said:
        issues = result["issues"]
        assert isinstance(issues, list)
        words = json.dumps(result, ensure_ascii=False)
        if not result["fails"] or result["verdict"] == "RETRACTED":
            return Said(words=words)
        errors = {
            f"{each['field']}/{each['kind']}" for each in issues if each["severity"] == "error"
        }
        return Said(frozenset(errors or {str(result["verdict"])}), words)


class Habanero:
    """What one writes in ten lines: each DOI asked for by itself, title and year compared.

    The title is equal when its letters and digits are, the year when it is that of `issued`. An
    entry without a DOI is passed over. It is fed what our reader makes of the .bib file, so that
    LaTeX is no matter, and runs inside the benchmark's own process, already started.
    """

    name = "habanero alone"

    def run(self, folder: Path, bib: str, url: str) -> Mapping[str, Said]:  # noqa: ARG002
        """What is wrong are a DOI that is not found, a title and a year."""
        crossref = Crossref(base_url=url, mailto=MAILTO)
        said = {}
        for entry in parse_bibliography(bib, "references.bib").references:
            wrong = set()
            doi = entry.text("doi")
            if doi:
                try:
                    record = crossref.works(ids=[doi])["message"]
                except (HTTPError, InvalidURL, RuntimeError, ValueError):
                    wrong.add("not found")
                else:
                    titles = record.get("title") or [""]
                    issued = (record.get("issued") or {}).get("date-parts") or [[None]]
                    if _plain(entry.title) != _plain(titles[0]):
                        wrong.add("title")
                    if entry.year != issued[0][0]:
                        wrong.add("year")
            said[entry.key] = Said(frozenset(wrong))
        return said


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
