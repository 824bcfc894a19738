"""Entries of one work, and others that look like it, most of them from real bibliographies."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers import CROSSREF, read, said
from evidence.checks import doi_duplicates
from evidence.checks.case import Case, Dossier
from evidence.checks.same_work import is_published_from, is_same_work
from evidence.model.claim import Claims
from evidence.model.doi_diagnosis import read_doi
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Field, Reference
from evidence.model.work import Work
from evidence.registries.crossref_record import work_from
from evidence.sources.bibtex import read_bibliography
from shared_data import shared_file

STUDY = "author = {Doe, Jane and Roe, Richard}, title = {A study of the effects of placebo}"


def entry(text: str) -> Reference:
    return read(text if text.startswith("@") else f"@article{{key, {text}}}")


def same(ours: str, theirs: str) -> bool:
    """Whether two entries are of one work; the order makes no difference."""
    found = is_same_work(entry(ours), entry(theirs))
    assert is_same_work(entry(theirs), entry(ours)) is found
    return found


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"{STUDY}, year = 2018", f"{STUDY}, date = {{2018-05}}"),
        (  # SymPy: a `conference` and an `inproceedings`
            f"@conference{{a, {STUDY}, year = 2008, booktitle = {{Proceedings of the twenty-first"
            " international symposium on Symbolic and algebraic computation}, pages = {133--140}}",
            f"@inproceedings{{b, {STUDY}, year = 2008, booktitle = {{ISSAC '08: Proceedings of"
            " the 2008 International Symposium on Symbolic and Algebraic Computation},"
            " pages = {133-140}}",
        ),
        (  # the volume and the pages in common make up for a year that is one off
            f"{STUDY}, year = 2018, volume = 7, pages = {{10--19}}",
            f"{STUDY}, year = 2019, volume = 7, pages = {{10-9}}",
        ),
        (  # for missing authors, and for a missing year
            "title = {Deep learning}, year = 2015, volume = 521, pages = {436--444}",
            "author = {LeCun, Y.}, title = {Deep Learning}, volume = 521, pages = {436}",
        ),
        (  # and for other types
            f"{STUDY}, year = 2018, volume = 7, pages = {{10--19}}",
            f"@misc{{b, {STUDY}, year = 2018, volume = 7, pages = {{10}}}}",
        ),
        (  # a book needs no long title
            "@book{a, author = {Boyd, R.W.}, title = {Nonlinear Optics}, year = 2003}",
            "@book{b, author = {Boyd, Robert W.}, title = {Nonlinear optics}, year = {2003}}",
        ),
        (  # a list that is cut
            "author = {Chipman, Hugh}, title = {The practical implementation of Bayesian model"
            " selection}, year = 2001",
            "author = {Chipman, H and others},"
            " title = {The Practical Implementation of Bayesian Model Selection}, year = 2001",
        ),
    ],
)
def test_one_work(ours: str, theirs: str) -> None:
    assert same(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # part one and part two (Downey and Fellows)
            "author = {Downey, R.}, title = {Fixed-parameter tractability I}, year = 1995",
            "author = {Downey, R.}, title = {Fixed-parameter tractability II}, year = 1995",
        ),
        (f"{STUDY}, year = 2018", "title = {Erratum: A study of the effects of placebo},"
         " author = {Doe, Jane and Roe, Richard}, year = 2018"),
        (f"{STUDY}, year = 2018, pages = {{10--19}}", f"{STUDY}, year = 2018, pages = {{90}}"),
        (f"{STUDY}, year = 2018, volume = 7", f"{STUDY}, year = 2018, volume = 8"),
        (f"{STUDY}, year = 2018, number = 7", f"{STUDY}, year = 2018, number = 8"),
        (f"{STUDY}, year = 2018, eprint = {{1801.00001}}",
         f"{STUDY}, year = 2018, eprint = {{1801.00002}}"),
        (f"{STUDY}, year = 2018", f"{STUDY}, year = 2020"),
        (f"{STUDY}, year = 2018", f"{STUDY}, year = 2019"),
        (f"{STUDY}, year = 2018", STUDY),
        (f"{STUDY}, year = 2018", "title = {A study of the effects of placebo}, year = 2018"),
        (  # the second author tells them apart
            f"{STUDY}, year = 2018",
            "author = {Doe, Jane and Quill, Ada}, title = {A study of the effects of placebo},"
            " year = 2018",
        ),
        (  # two editorials of one editor in one year
            "author = {Doe, J.}, title = {Editorial}, journal = {BMJ}, year = 2018",
            "author = {Doe, J.}, title = {Editorial}, journal = {BMJ}, year = 2018, volume = 3",
        ),
        (  # the article, and the thesis that it came from (deal.II: Sheldon 2016)
            f"{STUDY}, year = 2016, journal = {{Journal of Computational Physics}}",
            f"@phdthesis{{b, {STUDY}, year = 2016, school = {{Penn State}}}}",
        ),
        (  # a talk and the article of the same year
            f"@inproceedings{{a, {STUDY}, year = 2016, booktitle = {{ICSOC 2016}}}}",
            f"{STUDY}, year = 2016, journal = {{Int. J. Cooperative Inf. Syst.}}",
        ),
        (  # two editions
            f"@book{{a, {STUDY}, year = 2013, edition = {{1st}}}}",
            f"@book{{b, {STUDY}, year = 2013, edition = {{2nd}}}}",
        ),
        (  # a book, and the chapter of its name
            f"@book{{a, {STUDY}, year = 2014}}",
            f"@incollection{{b, {STUDY}, year = 2014, booktitle = {{Mutualism}}}}",
        ),
        (  # a talk given twice, on two pages of the web
            f"@misc{{a, {STUDY}, year = 2014, url = {{https://example.org/1}}}}",
            f"@misc{{b, {STUDY}, year = 2014, url = {{https://example.org/2}}}}",
        ),
        (  # ReScience: two replications of one paper
            "author = {Papp, Gergely}, title = {[Re] Label-free explainability for models},"
            " year = 2023",
            "author = {Pariza, Valentinos}, title = {[Re] Label-free explainability for models},"
            " year = 2023",
        ),
    ],
)  # fmt: skip
def test_two_works(ours: str, theirs: str) -> None:
    assert not same(ours, theirs)


@pytest.mark.parametrize(
    ("article", "preprint", "is_published"),
    [
        (f"{STUDY}, year = 2018", f"{STUDY}, year = 2017", True),
        (f"{STUDY}, year = 2022", f"{STUDY}, year = 2017", True),
        (f"{STUDY}, year = 2023", f"{STUDY}, year = 2017", False),
        (f"{STUDY}, year = 2016", f"{STUDY}, year = 2017", True),  # posted after the talk
        (f"{STUDY}, year = 2015", f"{STUDY}, year = 2017", False),
        (f"{STUDY}, year = 2018", STUDY, False),
        (f"@phdthesis{{a, {STUDY}, year = 2018}}", f"{STUDY}, year = 2017", False),
        ("author = {LeCun, Y.}, title = {Deep learning}, year = 2015",
         "author = {LeCun, Y.}, title = {Deep learning}, year = 2015", False),
    ],
)  # fmt: skip
def test_an_article_comes_from_a_preprint_of_its_title_and_authors(
    article: str, preprint: str, *, is_published: bool
) -> None:
    assert is_published_from(entry(article), entry(preprint)) is is_published


def pairs(file: Path) -> Iterator[str]:
    """The pairs of keys that the rule on doubled works names in a file."""
    bibliography = read_bibliography(file, file.name)
    dossiers = tuple(
        Dossier(each, read_doi(each.doi_field.text) if each.doi_field else None)
        for each in bibliography.references
    )
    for text in said(doi_duplicates.duplicate_work, Case(bibliography, Claims(), dossiers)):
        later, first = re.findall(r"`([^`]+)`", text)
        yield f"{first} {later}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plk__biber__papers.bib", [
            "BodlaenderEG01 BodlaenderEG02", "Kloks94 Kloks96a", "DowneyF98 DowneyF99",
            "Bodlaender88d Bodlaender94", "BodlaenderDFW93 BodlaenderDFW95",
            "DowneyF91b DowneyF95a", "TakahashiUK91a TakahashiUK95",
        ]),
        ("sympy__sympy-paper__paper.bib", [
            "kauers2008integration Kauers2008heuristic", "Kane1985 kane1985dynamics",
            "Adams1994intro adams1994introduction", "FetterWalecka2003 fetter2003quantum",
            "FunctionalDifferentialGeometry sussman2013functional",
            "StatsMRocklin rocklin2012symbolic",
        ]),
        ("ReScience__rescience.github.io__published.bib", []),
        ("leanprover-community__mathlib3__references.bib", []),
    ],
)  # fmt: skip
def test_the_doubled_works_of_real_files(name: str, expected: list[str]) -> None:
    assert sorted(pairs(shared_file(Path("bib") / name))) == sorted(expected)


def test_of_5000_registered_works_no_two_are_taken_for_one() -> None:
    lines = gzip.decompress(shared_file(Path("crossref/works.jsonl.gz")).read_bytes()).splitlines()
    works = (work_from(json.loads(line), CROSSREF) for line in lines)
    dossiers = tuple(Dossier(_described(work)) for work in works if work.title)
    assert len(dossiers) > 5000
    whole = Case(Bibliography("works.bib"), Claims(), dossiers)
    assert said(doi_duplicates.duplicate_work, whole) == []
    assert said(doi_duplicates.preprint_and_article, whole) == []


def _described(work: Work) -> Reference:
    """An entry that says all that the record says, but for the DOI."""
    place = Place("works.bib", 1)
    said = {
        "title": work.title,
        "journal": work.venue,
        "volume": work.volume,
        "number": work.issue,
        "pages": work.pages or work.article_number,
        "year": str(work.year or ""),
    }
    fields = tuple(Field(name, text, text, place) for name, text in said.items() if text)
    kind = "article" if work.type == "journal-article" else "misc"
    return Reference(work.doi.name, kind, fields, place, work.authors, work.editors)
