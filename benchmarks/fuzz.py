"""100,000 spoilt inputs: no reader may raise what is not ours, or take long.

Run by hand: `python benchmarks/fuzz.py [INPUTS] [SEED]`; the same seed makes the same inputs. They
are real DOIs, .bib files and claims with pieces cut, doubled, moved and put in, and texts made of
such pieces alone; without the shared data folder (EVIDENCE_SHARED_DATA) they are made from this
repository's own files. The exit code is 1 when anything was found. Besides, every reader gets texts
that are one piece over and over: eight times the length must not take much more than eight times
the time.
"""

import csv
import faulthandler
import gzip
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from evidence.candidates.propose import propose  # noqa: E402 - `mutations` lives with the tests
from evidence.errors import InputError  # noqa: E402
from evidence.matching.citation_string import read_citation  # noqa: E402
from evidence.matching.compare import compare  # noqa: E402
from evidence.model.doi import Doi, parse_bare  # noqa: E402
from evidence.model.doi_diagnosis import read_doi  # noqa: E402
from evidence.model.work import Name, Origin, Via, Work  # noqa: E402
from evidence.sources.bibtex import parse_bibliography  # noqa: E402
from evidence.sources.claims import read_claims  # noqa: E402
from evidence.sources.encoding import decode  # noqa: E402
from evidence.sources.settings import find_settings  # noqa: E402
from mutations import (  # noqa: E402
    BIB_PIECES,
    DOI_PIECES,
    TOML_PIECES,
    YAML_PIECES,
    made_of,
    spoilt,
    spoilt_bytes,
)

_BESIDE = ROOT.parent / "shared" / "data"
SHARED = Path(os.environ.get("EVIDENCE_SHARED_DATA", _BESIDE))
INPUTS = 100_000
HANG = 60  # seconds after which one input counts as hanging: the stack is printed, the run ends
SLOW = 1.0  # seconds of the processor
SNIPPET = 4_000  # characters of a .bib file
SETTINGS = '[tool.evidence]\nreferences = "references.bib"\nclaims = ["claims.yaml"]\n'


@dataclass
class Reader:
    """Something that reads inputs; `read` raises for what is wrong, `make` makes an input."""

    name: str
    read: Callable[[bytes], None]
    make: Callable[[Random], bytes]
    inputs: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)
    failures: list[str] = field(default_factory=list)

    def take(self, seed: str) -> None:
        """Make an input from the seed and read it."""
        data = self.make(Random(seed))
        faulthandler.dump_traceback_later(HANG, exit=True)
        begun = time.process_time()
        try:
            self.read(data)
        except Exception:  # noqa: BLE001 - what is raised here is what is looked for
            self.failures.append(f"seed {seed}: {data[:200]!r}\n{traceback.format_exc(limit=-3)}")
        seconds = time.process_time() - begun
        self.inputs += 1
        self.seconds += seconds
        self.slowest = max(self.slowest, (seconds, len(data)))
        if seconds > SLOW:
            self.failures.append(f"seed {seed}: {seconds:.1f} s for {len(data):,} bytes")


def read_as_doi(data: bytes) -> None:
    """The name of a DOI, and of every candidate, is a DOI in the plain form."""
    text = data.decode("utf-8", "surrogatepass")
    read_doi(text)
    with suppress(ValueError):
        doi = Doi.parse(text)
        assert parse_bare(doi.name) == doi
    for candidate in propose(text):
        assert parse_bare(candidate.doi.name) == candidate.doi


def read_as_bib(data: bytes) -> None:
    """Bytes as `read_bibliography` takes them, from the encoding on."""
    with suppress(InputError):
        parse_bibliography(decode(data, "x.bib", code="BIB006"), "x.bib")


def read_as_claims(file: Path) -> Callable[[bytes], None]:
    """A reader of claims that goes through `file`."""

    def read(data: bytes) -> None:
        file.write_bytes(data)
        read_claims([(file, "claims.yaml")])

    return read


def read_as_settings(file: Path) -> Callable[[bytes], None]:
    """A reader of settings that goes through `file`."""

    def read(data: bytes) -> None:
        file.write_bytes(data)
        with suppress(InputError):
            find_settings(config=file)

    return read


def readers(folder: Path) -> list[Reader]:
    """The readers, each with what its inputs are made from."""
    dois, bibs = real_dois(), real_bibs()
    claims = (ROOT / "claims.yaml").read_text("utf-8")

    def doi(rng: Random) -> bytes:
        return _spoilt(rng.choice(dois), DOI_PIECES, rng)

    def bib(rng: Random) -> bytes:
        data = rng.choice(bibs)
        at = rng.randrange(max(1, len(data) - SNIPPET // 2))
        part = data[at : at + rng.randint(50, SNIPPET)]
        if rng.random() < 0.5:
            return spoilt_bytes(part, rng)
        return _spoilt(part.decode("utf-8", "replace"), BIB_PIECES, rng)

    return [
        Reader("DOI", read_as_doi, doi),
        Reader(".bib", read_as_bib, bib),
        Reader(
            "claims", read_as_claims(folder / "c.yaml"), lambda r: _spoilt(claims, YAML_PIECES, r)
        ),
        Reader(
            "settings",
            read_as_settings(folder / "pyproject.toml"),
            lambda r: _spoilt(SETTINGS, TOML_PIECES, r),
        ),
    ]


def _spoilt(text: str, pieces: tuple[str, ...], rng: Random) -> bytes:
    made = made_of(pieces, rng) if rng.random() < 0.1 else spoilt(text, pieces, rng)
    return made.encode("utf-8", "surrogatepass")


def real_dois() -> list[str]:
    """Wrong and registered DOIs; without the shared data, those of our own bibliography."""
    if not (SHARED / "doi").is_dir():
        return ["10.1186/s13045-018-0622-4", "https://doi.org/410.1093/annonc/mdy1424.1017"]
    with gzip.open(SHARED / "doi" / "registered.txt.gz", "rt", encoding="utf-8") as lines:
        dois = [line.rstrip("\n") for number, line in enumerate(lines) if number % 20 == 0]
    with gzip.open(SHARED / "doi" / "pairs.csv.gz", "rt", encoding="utf-8") as rows:
        return dois + [row["invalid"] for row in csv.DictReader(rows)]


def real_bibs() -> list[bytes]:
    """The bytes of .bib files of many programs; without the shared data, of our own."""
    folder = SHARED / "bib"
    paths = sorted(folder.iterdir()) if folder.is_dir() else [ROOT / "references.bib"]
    return [path.read_bytes() for path in paths]


# --- one piece over and over ----------------------------------------------------------------------

UNITS = (
    "{", "}", "(", ")", "[", "<", "10.", "10.1000/", "1", "0", "a", "A ", "\\", "\\'", "\\'{",
    "$", "/", "//", ".", "..", ",", ", ", ";", "-", "--", "–", "%", "%2F", " ", "\t", "\n", '"',
    "#", "&", "&amp;", "=", "@", "@a{b,", "@a{b,c={d}}\n", "and ", " and ", "A B and ", "Doe, J., ",
    "http://", "https://doi.org/", "doi:", "II ", "1-", "1--2, ", "e1", "\\href{", "\\v ", "<i>",
    "[A] ", "é", "e\u0301", "ß", "\u0130", "- ", "a: ", "? ", "|", "'", "''", "`", "_", "^", "~",
    ":", "x.", "(1)",
)  # fmt: skip
SHORT, LONG = 3_000, 24_000
MOST = 4.0  # times as long as in proportion; what takes less than FAST is not measured
FAST = 0.5


def one_field_entry(name: str) -> Callable[[str], None]:
    """A reader of a whole entry in which the text stands in one field."""

    def read(text: str) -> None:
        parse_bibliography(f"@article{{k, {name} = {{{text}}}, year = {{2000}}}}", "x.bib")

    return read


def compared(text: str) -> None:
    """An entry and a record, every field of which is the text."""
    inner = text.replace("{", "").replace("}", "").replace("\\", "").replace("@", "")
    names = ("title", "journal", "volume", "number", "pages", "year", "author")
    fields = ",".join(f"{name} = {{{inner}}}" for name in names)
    origin = Origin("Crossref", Via.NETWORK, None)
    work = Work(
        Doi("10.1000/1"), "journal-article", (inner + " x",), origin, subtitles=(inner,),
        authors=(Name(inner), Name("Doe", inner)), venues=(inner + " y",), volume=inner + "1",
        issue=inner + "2", pages=inner + "-3", article_number=inner + "e",
    )  # fmt: skip
    for reference in parse_bibliography(f"@article{{k, {fields}}}", "x.bib").references:
        compare(reference, work)
        compare(reference, Work(Doi("10.1000/1"), "book", ("A title",), origin))


def long_readers() -> dict[str, Callable[[str], object]]:
    """What reads texts, by name."""
    return {
        "read_doi": read_doi,
        "propose": propose,
        "parse_bibliography": lambda text: parse_bibliography(text, "x.bib"),
        "author": one_field_entry("author"),
        "title": one_field_entry("title"),
        "doi": one_field_entry("doi"),
        "compare": compared,
        "read_citation": read_citation,
    }


def seconds_of(read: Callable[[str], object], text: str) -> float:
    """Seconds of the processor; the second of two runs, if the first was short."""
    faulthandler.dump_traceback_later(4 * HANG, exit=True)
    for _ in range(2):
        begun = time.process_time()
        read(text)
        seconds = time.process_time() - begun
        if seconds > FAST:
            break
    return seconds


def growth() -> Iterator[str]:
    """The readers and pieces whose time grows out of proportion."""
    for name, read in long_readers().items():
        for unit in UNITS:
            text = unit * (LONG // len(unit))
            for shape in (text, f"10.1000/{text}", f"a {text} b"):
                try:
                    whole = seconds_of(read, shape)
                    part = seconds_of(read, shape[: len(shape) * SHORT // LONG])
                except Exception:  # noqa: BLE001 - what is raised here is what is looked for
                    yield f"{name} of {shape[:12]!r}…: {traceback.format_exc(limit=-3)}"
                    continue
                if whole > FAST and whole > MOST * part * LONG / SHORT:
                    yield (
                        f"{name} of {shape[:12]!r}…: {part:.2f} s for {SHORT:,} characters, "
                        f"{whole:.2f} s for {LONG:,}"
                    )


def main() -> int:
    """Print what was read and what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    seed = sys.argv[2] if len(sys.argv) > 2 else "evidence"
    with tempfile.TemporaryDirectory() as name:
        known = readers(Path(name))
        for number, reader in zip(range(count), cycle(known)):
            reader.take(f"{seed}-{number}")
    print("| reader | inputs | an input | slowest | raised, or slow |\n|---|---|---|---|---|")
    for reader in known:
        mean = 1000 * reader.seconds / max(reader.inputs, 1)
        seconds, size = reader.slowest
        print(f"| {reader.name} | {reader.inputs:,} | {mean:.1f} ms | {1000 * seconds:.0f} ms "
              f"({size:,} bytes) | {len(reader.failures)} |")  # fmt: skip
    found = [failure for reader in known for failure in reader.failures]
    found += growth()
    faulthandler.cancel_dump_traceback_later()
    print(f"\nLong texts of one piece: {len(UNITS)} pieces, {len(long_readers())} readers.")
    print("\n".join(found) or "Nothing was found.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
