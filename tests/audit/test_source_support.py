"""What the works' texts say of a project's claims, and what is kept of the texts."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.audit.engine import check
from evidence.audit.source_support import source_support
from evidence.checks.case import Dossier
from evidence.checks.status import judge
from evidence.checks.support import LineSupport, SourceSupport
from evidence.model.anchor import AnchorState
from evidence.model.source_text import Depth, SourceText
from evidence.project import load_project
from evidence.registries.connect import connect
from evidence.registries.interface import Registries

BIB = "\n".join(f"@misc{{{key}, title = {{On iron, {key}}}}}" for key in "abcd")
TEXTS = {
    "a": "Iron rose in all women of the ward.",
    "b": "Zinc fell in most men of the ward.",
    "c": "It is known that iron rose in all women of the ward. Copper did not change.",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("references.bib").write_text(BIB)
    Path("sources").mkdir()
    for key, text in TEXTS.items():
        Path(f"sources/{key}.txt").write_text(text)
    return tmp_path


@pytest.fixture
def offline() -> Iterator[Registries]:
    with connect(offline=True, cache_dir=None) as opened:
        yield opened


def held_texts() -> int:
    """How many texts are in memory, those of other tests among them."""
    gc.collect()
    return sum(isinstance(each, SourceText) for each in gc.get_objects())


def supported(
    registries: Registries, *lines: str, told: list[tuple[str, int, int, int]] | None = None
) -> SourceSupport:
    """What is found of one claim with these lines; `told` gets the steps, and the texts held."""
    evidence = "".join(f"\n      - {line}" for line in lines)
    Path("claims.yaml").write_text(
        "schema: evidence/claims/1\nclaims:\n  - id: iron\n    text: Iron rose in women.\n"
        f"    evidence: {evidence or '[]'}\n"
    )
    project = load_project()
    references = [judge(Dossier(each)) for each in project.bibliography.references]

    before = held_texts() if told is not None else 0

    def progress(what: str, done: int, total: int) -> None:
        if told is not None:
            told.append((what, done, total, held_texts() - before))

    return source_support(project, references, registries, progress=progress)


def quoting(key: str, quote: str) -> str:
    return f"{{reference: {key}, quote: {quote}}}"


def anchors(support: SourceSupport) -> list[tuple[AnchorState, tuple[str, ...]] | None]:
    (claim,) = support.claims
    return [
        (each.anchor.state, each.anchor.elsewhere) if each.anchor else None for each in claim.lines
    ]


def test_each_line_is_held_against_its_own_work(offline: Registries) -> None:
    (claim,) = supported(offline, quoting("a", "Iron rose"), "b", "d").claims
    assert [(each.line.reference, each.depth) for each in claim.lines] == [
        ("a", Depth.FULL_TEXT), ("b", Depth.FULL_TEXT), ("d", Depth.NONE),
    ]  # fmt: skip
    first = claim.lines[0]
    assert first.anchor
    assert first.anchor.state is AnchorState.FOUND
    assert [name for name, _ in first.files] == ["sources/a.txt"]


def test_a_quote_that_stands_in_other_works_names_them(offline: Registries) -> None:
    quote = "iron rose in all women of the ward"
    assert anchors(supported(offline, quoting("b", quote))) == [(AnchorState.NOT_FOUND, ("a", "c"))]


def test_a_quote_that_is_found_is_looked_for_nowhere_else(offline: Registries) -> None:
    told: list[tuple[str, int, int, int]] = []
    found = supported(offline, quoting("a", "Iron rose in all women of the ward"), told=told)
    assert anchors(found) == [(AnchorState.FOUND, ())]
    assert "looking for quotes in other sources" not in {what for what, *_ in told}


def test_a_quote_without_a_text_is_looked_for_in_the_others(offline: Registries) -> None:
    quote = "Copper did not change"
    assert anchors(supported(offline, quoting("d", quote))) == [(AnchorState.UNCHECKED, ("c",))]
    nowhere = quoting("d", "Selenium did not change")
    assert anchors(supported(offline, nowhere)) == [(AnchorState.UNCHECKED, ())]


def test_of_a_line_without_an_entry_nothing_is_known(offline: Registries) -> None:
    (claim,) = supported(offline, quoting("gone2000", "Iron rose"), "a").claims
    missing, there = claim.lines
    assert missing == LineSupport(claim.claim.evidence[0])
    assert there.depth is Depth.FULL_TEXT


def test_the_texts_are_let_go_one_after_the_other(offline: Registries) -> None:
    keys = [f"k{number}" for number in range(9)]
    Path("references.bib").write_text("\n".join(f"@misc{{{key}, title = {{T}}}}" for key in keys))
    for key in keys:
        Path(f"sources/{key}.txt").write_text(f"Iron rose in {key}.")
    before = held_texts()
    told: list[tuple[str, int, int, int]] = []
    supported(offline, quoting("k0", "Copper did not change"), *keys[1:], told=told)
    steps = [each for what, *each, _ in told if what == "looking for quotes in other sources"]
    assert steps == [[done, 9] for done in range(10)]
    assert max(held for *_, held in told) <= 2  # the one at hand, and the one before it
    assert held_texts() == before


def test_a_file_that_cannot_be_read_is_told_once(offline: Registries) -> None:
    Path("sources/a.txt").write_text("")
    found = supported(offline, "a", quoting("a", "Iron rose in all women of the ward"))
    assert [(each.key, each.place.file) for each in found.unreadable] == [("a", "sources/a.txt")]


def test_a_run_counts_what_could_not_be_looked_for(offline: Registries) -> None:
    def unchecked(*lines: str) -> int:
        supported(offline, *lines)
        return check(load_project(), offline, select=("SUP", "RUN")).run.unchecked

    none = unchecked("a", "d")
    assert unchecked(quoting("a", "Iron rose in all women of the ward")) == none
    quote = quoting("d", "Iron rose")
    cell = "{reference: d, table: {label: Table 1, row: Iron, cell: 7}}"
    assert unchecked(quote) == none + 1
    assert unchecked(quote, cell) == none + 2
    both = "{reference: d, quote: Iron rose, table: {label: Table 1, row: Iron, cell: 7}}"
    assert unchecked(both) == none + 1
