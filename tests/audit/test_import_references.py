"""The reference list of a page of our own, imported offline and with the stand-in for Crossref."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.audit.import_references import Basis, ImportedReferences, import_references
from evidence.edits.addition import write_addition
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    ListedReference,
    Statement,
)
from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.model.reference import Reference
from evidence.model.work import Name
from evidence.registries.connect import connect
from evidence.sources.bibtex import read_bibliography
from standin import StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/works.jsonl")
COCCO = (
    "Cocco E, Scaltriti M, Drilon A. NTRK fusion-positive cancers and TRK inhibitor therapy."
    " Nat Rev Clin Oncol 2018; 15: 731-747."
)
LIST = (
    COCCO,
    "Rossi A, Verdi CM, Neri E et al. Imaging of burns: A pilot study (BURN-1). Wound Repair Regen"
    " 2004; 12.",
    "Kim H, Paz-Ares L et al. Late results: Pooled analysis of BURN-1 and BURN-2. Annals of Surgery"
    " 2018; 29: xyz424.017-xyz424.017, https://doi.org/410.1093/annsurg/xyz1424.1017 .",
    "Kim H. Healing in mice. J Hand Surg Am 2018; 108: djv306.",
)
BIB = Path("references.bib")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn(WORKS, as_crossref=True) as server:
        yield server


def page(*texts: str) -> Document:
    listed = (
        ListedReference(str(number), text, Place("page.txt", 20 + number))
        for number, text in enumerate(texts, 1)
    )
    return Document("page.txt", "", listed=tuple(listed))


def run(document: Document, server: StandIn | None = None) -> ImportedReferences:
    """What is imported, and written."""
    with connect(
        cache_dir=Path("cache" if server else "no-cache"),
        offline=server is None,
        crossref_url=server.crossref_url if server else "",
        doi_url=server.doi_url if server else "",
        mailto="a@example.org",
    ) as registries:
        imported = import_references(document, BIB, registries)
    write_addition(imported.addition)
    return imported


def entries() -> dict[str, Reference]:
    return {each.key: each for each in read_bibliography(BIB, "x").references}


def fields(reference: Reference) -> dict[str, str]:
    return {each.name: each.text for each in reference.fields if each.name != "author"}


def test_offline_every_item_becomes_an_entry_as_printed() -> None:
    imported = run(page(*LIST))
    assert imported.keys == {"1": "cocco2018", "2": "rossi2004", "3": "kim2018", "4": "kim2018a"}
    found = entries()
    assert [str(name) for name in found["rossi2004"].authors] == [
        "Rossi, A",
        "Verdi, CM",
        "Neri, E",
    ]
    assert found["rossi2004"].et_al
    assert fields(found["rossi2004"]) == {
        "title": "Imaging of burns: A pilot study (BURN-1)",
        "journal": "Wound Repair Regen",
        "year": "2004",
        "volume": "12",
    }
    assert fields(found["kim2018"]) == {
        "title": "Late results: Pooled analysis of BURN-1 and BURN-2",
        "journal": "Annals of Surgery",
        "year": "2018",
        "volume": "29",
        "pages": "xyz424.017–xyz424.017",
        "doi": "https://doi.org/410.1093/annsurg/xyz1424.1017",
    }
    assert found["kim2018a"].pages == "djv306"
    text = BIB.read_text("utf-8")
    assert text.startswith(
        "% 1 in page.txt:21: as printed; nobody could be asked: offline, and not in the cache.\n"
        "@article{cocco2018,\n"
    )
    assert {each.basis for each in imported.outcomes} == {Basis.PRINTED}


def test_a_second_import_keeps_every_entry_and_its_key() -> None:
    first = run(page(*LIST))
    before = BIB.read_bytes()
    again = run(page(*reversed(LIST)))
    assert BIB.read_bytes() == before
    assert list(again.keys.values()) == list(first.keys.values())[::-1]
    assert {each.basis for each in again.outcomes} == {Basis.KEPT}


def test_a_work_that_is_found_fills_the_entry(server: StandIn) -> None:
    imported = run(page(*LIST[:2]), server)
    text = BIB.read_text("utf-8")
    assert text.startswith(
        "% 1 in page.txt:21: authors, title, journal, year, volume, number, pages and doi from"
        " Crossref's record of 10.1038/s41571-018-0113-0.\n@article{cocco2018,\n"
    )
    assert "journal = {Nature Reviews Clinical Oncology}" in text
    assert "% 2 in page.txt:22: as printed; no work that agrees was found by its text.\n" in text
    assert [each.basis for each in imported.outcomes] == [Basis.RECORD, Basis.PRINTED]


def test_a_malformed_doi_stays_although_the_work_is_found(server: StandIn) -> None:
    malformed = "https://doi.org/410.1038/s41571-018-0113-0"
    run(page(f"{COCCO} {malformed} ."), server)
    assert entries()["cocco2018"].text("doi") == malformed
    comment = BIB.read_text("utf-8").splitlines()[0]
    assert comment.endswith("record of 10.1038/s41571-018-0113-0; doi as printed.")


def test_a_record_that_differs_is_named_and_not_used(server: StandIn) -> None:
    run(page(COCCO.replace("2018", "2019")), server)
    comment = BIB.read_text("utf-8").splitlines()[0]
    assert comment.startswith(
        "% 1 in page.txt:21: as printed; the record of 10.1038/s41571-018-0113-0 leaves a doubt and"
        " was not used: "
    )
    assert "year nearly (the record has `2018`)" in comment
    assert entries()["cocco2019"].text("journal") == "Nat Rev Clin Oncol"


def test_an_item_in_parts_is_looked_for_by_its_parts(server: StandIn) -> None:
    printed = PrintedReference(
        "article", (Name("Cocco", "Emiliano"), Name("Scaltriti", "M")), title=(
        "NTRK fusion-positive cancers and TRK inhibitor therapy"), venue="Nat Rev Clin Oncol",
        year="2018", volume="15", issue="12", pages="731-747",
    )  # fmt: skip
    document = page("(1)")
    document = replace(document, listed=(replace(document.listed[0], printed=printed),))
    assert run(document, server).outcomes[0].basis is Basis.RECORD


def test_one_work_in_two_items_gets_one_entry() -> None:
    assert run(page(COCCO, COCCO)).keys == {"1": "cocco2018", "2": "cocco2018"}
    assert list(entries()) == ["cocco2018"]


def test_what_cannot_be_taken_apart_is_kept_whole() -> None:
    run(page("https://example.org/burns"))
    assert entries()["work"].text("url") == "https://example.org/burns"
    assert entries()["work"].text("note") == "https://example.org/burns"


def test_an_empty_list_makes_no_file() -> None:
    assert run(Document("page.txt", "")).keys == {}
    assert not BIB.exists()


# --- lists without numbers -----------------------------------------------------------------------

LETTERED = {
    "smith2010a": "Smith A. Burns in adults. J Med 2010a; 3: 1-9.",
    "smith2010b": "Smith A. Burns in men. J Med 2010b; 3: 10-19.",
    "kim2011": "Kim H. Healing in mice. J Hand Surg Am 2011; 10: 306-309.",
}


def lettered(**items: str) -> Document:
    listed = (ListedReference(*each, Place("page.txt", 20)) for each in items.items())
    return Document("page.txt", "", listed=tuple(listed))


def test_the_keys_of_new_entries_have_the_letters_of_the_list() -> None:
    assert run(lettered(**LETTERED)).keys == {label: label for label in LETTERED}
    assert list(entries()) == list(LETTERED)
    before = BIB.read_bytes()
    assert run(lettered(**LETTERED)).keys == {label: label for label in LETTERED}
    assert BIB.read_bytes() == before


def test_a_letter_that_another_work_has_is_not_taken() -> None:
    BIB.write_text(
        "@article{smith2010a, author = {Smith, Zoe}, title = {A study of the ears of hares},"
        " journal = {Hares}, year = 2010}\n",
        "utf-8",
    )
    keys = run(lettered(**LETTERED)).keys
    assert keys == {"smith2010a": "smith2010", "smith2010b": "smith2010b", "kim2011": "kim2011"}


# --- documents that cite by keys ---------------------------------------------------------------


def keyed(*keys: str, bibliographies: tuple[str, ...] = ("papers.bib",)) -> Document:
    cited = tuple(Cited(key) for key in keys)
    citation = Citation("[@…]", CitationForm.KEY, cited, 0, 1, Place("page.md", 3, 5))
    statement = Statement("So it is.", 0, 1, Place("page.md", 3), (citation,))
    return Document("page.md", "", (statement,), bibliographies=bibliographies)


def test_cited_keys_are_taken_over_as_they_are_written_elsewhere() -> None:
    Path("papers.bib").write_text(
        "@string{bu = {Burns}}\n@Article{Kim01, author = {Kim, H.}, title = {On {NaCl}},\n"
        " journal = bu # { \\& Trauma}, year = 2001}\n@misc{other, title = {O}}\n",
        "utf-8",
    )
    BIB.write_text("@misc{here, title = {H}}\n", "utf-8")
    imported = run(keyed("here", "Kim01", "nowhere"))
    assert imported.keys == {"here": "here", "Kim01": "Kim01"}
    assert BIB.read_text("utf-8") == (
        "@misc{here, title = {H}}\n\n% Kim01 in page.md: taken over from papers.bib:2.\n"
        "@article{Kim01, author = {Kim, H.},\n  title = {On {NaCl}},\n"
        "  journal = {Burns \\& Trauma},\n  year = {2001}}\n"
    )
    assert imported.told == ()
    assert [each.basis for each in imported.outcomes] == [Basis.KEPT, Basis.TAKEN_OVER]


def test_a_name_without_its_suffix_is_the_bib_file() -> None:
    Path("papers.bib").write_text("@misc{a, title = {A}}", "utf-8")
    assert run(keyed("a", bibliographies=("papers",))).keys == {"a": "a"}


def test_files_that_are_missing_broken_or_outside_are_told_and_not_fatal(tmp_path: Path) -> None:
    Path("broken.bib").write_bytes(b"\xff\xfe\xff")
    outside = tmp_path.parent / "outside.bib"
    outside.write_text("@misc{a, title = {A}}", "utf-8")
    names = ("none.bib", "../outside.bib", str(outside), "broken.bib")
    imported = run(keyed("a", bibliographies=names))
    assert imported.keys == {}
    assert imported.told[:3] == (
        "`none.bib`, which `page.md` names, is not there",
        "`../outside.bib`, which `page.md` names, lies outside its folder and was not read",
        f"`{outside}`, which `page.md` names, lies outside its folder and was not read",
    )
    assert "BIB006" in imported.told[3]


def test_keys_that_differ_in_case_alone_are_not_taken_over() -> None:
    Path("papers.bib").write_text("@misc{KIM, title = {A}}", "utf-8")
    BIB.write_text("@misc{kim, title = {H}}\n", "utf-8")
    imported = run(keyed("KIM"))
    assert imported.keys == {}
    assert imported.told[0] == (
        "`KIM` was not taken over: it differs from the key `kim` in case alone"
    )


# --- entries with the DOI of another work ------------------------------------------------------

PRINTED = "Rossi A. Thermal imaging of burns. Wound Repair Regen 2004; 12: 101-109."


def test_an_entry_with_the_doi_of_an_item_but_another_work_is_told_and_not_named() -> None:
    BIB.write_text(
        "@article{foo2001,\n  author = {Foo, B.},\n  title = {Vitamin D and bones in rats},\n"
        "  year = {2001},\n  doi = {10.1111/wrr.04},\n}\n",
        "utf-8",
    )
    before = BIB.read_bytes()
    imported = run(page(f"{PRINTED} doi:10.1111/wrr.04"))
    assert (imported.keys, imported.outcomes) == ({}, ())
    assert imported.told == (
        "page.txt:21:1: `1` of the list gets no entry and no line: `foo2001` (references.bib:1:1)"
        " has the item's DOI, but another title, author or year; correct one of the two",
    )
    assert BIB.read_bytes() == before


def test_two_works_of_the_list_with_one_doi_are_not_one_entry() -> None:
    other = "Foo B. Vitamin D and bones in rats. BMJ 2001; 3: 1-9. doi:10.1111/wrr.04"
    imported = run(page(f"{PRINTED} doi:10.1111/wrr.04", other))
    assert imported.keys == {"1": "rossi2004"}
    assert "`2` of the list gets no entry and no line: `rossi2004`" in imported.told[0]


def test_an_entry_with_the_doi_and_the_author_of_an_item_is_its_entry() -> None:
    BIB.write_text(
        "@article{rossi, author = {Rossi, A.}, title = {Imagerie thermique}, year = {2004},"
        " doi = {10.1111/wrr.04}}\n",
        "utf-8",
    )
    imported = run(page(f"{PRINTED} doi:10.1111/wrr.04"))
    assert (imported.keys, imported.told) == ({"1": "rossi"}, ())
