"""In what a work was made and what kind it is, by the line, the title, the abstract, the text."""

import pytest

from evidence.matching.studies.in_words import systems_in_words
from evidence.matching.studies.publication_kind import publication_kind
from evidence.matching.studies.read_study import read_study
from evidence.matching.studies.species import animals_in, differing_population, species_in
from evidence.matching.studies.study import PublicationKind, Study
from evidence.model.claim import EvidenceLine, System
from evidence.model.document import Document
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.source_text import Depth, SourceText
from evidence.sources.texts.abstracts import abstract_text

PLACE = Place("references.bib", 1, 1)


def study_of(
    title: str, text: str = "", depth: Depth = Depth.ABSTRACT, line: EvidenceLine | None = None
) -> Study:
    reference = Reference("a", "article", (Field("title", title, title, PLACE),), PLACE)
    texts = (SourceText("a", depth, Document("a.txt", text)),) if text else ()
    return read_study(reference, None, texts).of_line(line or EvidenceLine("a", PLACE))


@pytest.mark.parametrize(
    ("title", "systems"),
    [
        ("Drug X in patients with asthma", {System.PATIENT}),
        ("Results from two phase I trials (ALKA-372-001 and STARTRK-1)", {System.PATIENT}),
        ("Pooled analysis of STARTRK-2 and STARTRK-1", {System.PATIENT}),
        ("Drug X prolongs survival of tumour-bearing mice", {System.ANIMAL}),
        ("Single doses of X in healthy volunteers", {System.HEALTHY_VOLUNTEER}),
        ("Discovery of X, a potent inhibitor of ALK", set()),
    ],
)
def test_a_title_tells_the_system_or_nothing(title: str, systems: set[System]) -> None:
    assert set(study_of(title).systems) == systems


def test_an_abstract_and_the_methods_of_a_text_tell_more() -> None:
    abstract = "A therapy for patients is needed. X killed cultured cells and cured mice."
    assert study_of("X", abstract).systems == (System.CELL, System.ANIMAL)
    told = study_of("X", "Methods. Mice were housed in cages.", Depth.FULL_TEXT)
    assert (told.systems, told.species) == ((System.ANIMAL,), ("mouse",))


def test_the_line_is_trusted_first() -> None:
    line = EvidenceLine("a", PLACE, system=System.ANIMAL)
    assert study_of("X in patients", line=line) == Study(
        (System.ANIMAL,), ("animal",), "line", populations=(("kind:human", "patients"),)
    )
    line = EvidenceLine("a", PLACE, design="RCT")
    told = study_of("X", line=line)
    assert (told.systems, told.kind, told.is_randomised) == (
        (System.PATIENT,), PublicationKind.REPORT, True
    )  # fmt: skip
    assert study_of("X", line=EvidenceLine("a", PLACE, design="review")).kind == "review"


@pytest.mark.parametrize(
    ("design", "systems"),
    [
        ("in-silico", (System.IN_SILICO,)),
        ("in-vitro", (System.BIOCHEMICAL, System.CELL)),
        ("ex vivo", (System.EX_VIVO,)),
        ("animal", (System.ANIMAL,)),
        ("phase-1", (System.PATIENT,)),
        ("label", ()),
    ],
)
def test_a_design_tells_the_system(design: str, systems: tuple[System, ...]) -> None:
    assert study_of("X", line=EvidenceLine("a", PLACE, design=design)).systems == systems


def test_a_review_has_no_system_of_its_own() -> None:
    told = study_of("Drug X in patients with asthma: a narrative review")
    assert (told.kind, told.systems) == (PublicationKind.REVIEW, ())


@pytest.mark.parametrize(
    ("title", "venue", "abstract", "kind"),
    [
        ("TRK inhibitor therapy", "Nature Reviews Clinical Oncology", "", "review"),
        ("A review of opioids", "Pain", "", "review"),
        ("Opioids", "Pain", "In this review we describe opioids.", "review"),
        ("Opioids: a retrospective review of 40 patients", "Pain", "", "unknown"),
        ("Opioids: a systematic review and meta-analysis", "Pain", "", "systematic review"),
        ("Opioids", "Cochrane Database of Systematic Reviews", "", "systematic review"),
        ("Statins for sepsis: study protocol for a randomised trial", "Trials", "", "protocol"),
        ("Comment on: statins", "BMJ", "", "editorial"),
        ("Letters from patients on dialysis", "BMJ", "", "unknown"),
        ("ESC clinical guidelines for heart failure", "Eur Heart J", "", "guideline"),
        ("Statins", "BMJ", "We enrolled 200 patients.", "report"),
    ],
)
def test_the_kind_of_a_publication(title: str, venue: str, abstract: str, kind: str) -> None:
    assert publication_kind(title, venue, abstract)[0] == kind


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (("Review", "Journal Article"), "review"),
        (("review", "Systematic Review"), "systematic review"),
        (("Journal Article", "Meta-Analysis"), "systematic review"),
        (("Clinical Trial Protocol",), "protocol"),
        (("Editorial",), "editorial"),
        (("Comment", "Letter"), "editorial"),
        (("Practice Guideline", "Review"), "guideline"),
        (("Guideline",), "guideline"),
        (("Case Reports", "Review"), "report"),
        (("Letter", "Randomized Controlled Trial"), "report"),
        (("Letter", "Observational Study"), "report"),
        (("Journal Article", "research-article"), "report"),
        ((), "report"),
    ],
)
def test_the_kind_that_a_registry_gives_is_believed_first(
    types: tuple[str, ...], kind: str
) -> None:
    told = publication_kind("Statins", "BMJ", "We enrolled 200 patients.", types)
    assert told[0] == kind


def test_the_types_of_a_text_tell_the_kind_of_its_study() -> None:
    text = abstract_text(
        "a", "Statins lower lipids.", "Europe PMC", publication_types=("Journal Article", "Review")
    )
    reference = Reference("a", "article", (), PLACE)
    study = read_study(reference, None, [text]).of_line(EvidenceLine("a", PLACE))
    assert (study.kind, study.kind_words) == (PublicationKind.REVIEW, "Review")


def test_species_are_those_studied() -> None:
    assert species_in("Mice, then guinea pigs; a rabbit anti-mouse antibody") == (
        "mouse",
        "guinea pig",
    )
    assert animals_in("in Murine models") == {"mouse": "Murine"}


@pytest.mark.parametrize(
    ("ours", "theirs", "differs"),
    [
        ("in children", "in older adults", True),
        ("in children", "in infants", False),
        ("in adolescents", "in infants", True),
        ("in men", "in women", True),
        ("in men and women", "in women", False),
        ("in children", "in patients", False),
    ],
)
def test_populations_differ_where_none_is_shared(ours: str, theirs: str, *, differs: bool) -> None:
    assert (differing_population(ours, theirs) is not None) is differs


def test_what_all_works_were_made_in_in_words() -> None:
    mice = Study((System.ANIMAL,), species=("mouse",))
    assert systems_in_words([mice, Study((System.CELL,))]) == "cells, animals (mice)"
    assert systems_in_words([Study((System.ANIMAL,))], "regressed in rats") == "animals (rats)"
    assert systems_in_words([mice, Study()]) == ""
    assert systems_in_words([mice, Study((System.PATIENT,))]) == ""
    assert systems_in_words([]) == ""


def test_that_something_was_not_studied_in_patients_is_no_study_of_them() -> None:
    abstract = "Mice got well. Whether it is effective in patients was not studied here."
    assert study_of("X", abstract).systems == (System.ANIMAL,)
    assert System.PATIENT in study_of("X", "Mice died, and patients were treated.").systems
