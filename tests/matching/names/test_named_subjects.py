import pytest

from dossiers import CROSSREF
from evidence.matching.names.subjects import Exchanged, Looked, Naming, Subject, SubjectKind
from evidence.model.claim import Value
from evidence.model.source_text import Depth
from evidence.model.synonyms import Synonyms
from evidence.registries.crossref_record import work_from
from named_works import claim_of, entry, line, named_in, text_of

CLAIM = claim_of("Entrectinib inhibits ALK and TRKA better than placebo.")
DRUG = Subject("Entrectinib", SubjectKind.DRUG)
ALK = Subject("ALK", SubjectKind.TARGET)
TRKA = Subject("TRKA", SubjectKind.TARGET)
PLACEBO = Subject("placebo", SubjectKind.COMPARATOR)


def test_the_titles_of_entry_and_record_count_together() -> None:
    work = work_from(
        {"DOI": "10.1234/x", "title": ["On ALK"], "subtitle": ["And pan-TRK"]}, CROSSREF
    )
    found = named_in(entry(title="A trial of entrectinib"), work=work).naming(CLAIM)
    assert found == Naming((DRUG, ALK, TRKA), (PLACEBO,), Looked.TITLE)


def test_abstract_and_full_text_and_the_cells_of_tables_count() -> None:
    abstract = text_of("Entrectinib was given.", depth=Depth.ABSTRACT)
    full = text_of("It was compared with placebo.", cells=("Kinase", "ALK"))
    title = entry(title="On TRK")
    assert named_in(title, abstract).naming(CLAIM) == Naming(
        (DRUG, TRKA), (ALK, PLACEBO), Looked.ABSTRACT
    )
    assert named_in(title, abstract, full).naming(CLAIM) == Naming(
        (DRUG, ALK, TRKA, PLACEBO), (), Looked.FULL_TEXT
    )


def test_the_list_of_references_does_not_count() -> None:
    text = text_of("Children had asthma.", listed="Ardini E. Entrectinib. 2016.")
    assert DRUG in named_in(entry(), text).naming(CLAIM).unnamed


def test_without_title_and_text_nothing_is_looked_at() -> None:
    assert named_in(entry()).naming(CLAIM) == Naming()


def test_a_claim_without_subjects_has_none() -> None:
    naming = named_in(entry(title="On ALK")).naming(claim_of("Tumours regressed in mice."))
    assert naming == Naming(looked=Looked.TITLE)


def test_a_quote_that_names_another_drug_is_told_with_it() -> None:
    quote = "crizotinib inhibited ALK"
    claim = claim_of("Entrectinib inhibits ALK.", line(quote=quote), line("other", quote=quote))
    naming = named_in(entry(), text_of(f"Entrectinib and {quote}.")).naming(claim)
    assert naming.exchanged == (Exchanged(quote, DRUG, "crizotinib"),)


@pytest.mark.parametrize(
    ("claim", "quote", "instead"),
    [
        ("It inhibits ROS1 at 7 nM.", "inhibits ALK at 7 nM", "ALK"),
        ("In EGFR-mutant cancers it works.", "in BRAF-mutant cancers", "BRAF"),
        ("It lowers LDL by blocking PCSK9.", "the LDLR gene was not needed for PPARγ", ""),
        ("Apixaban is better than aspirin.", "apixaban was better than warfarin", "warfarin"),
        ("Apixaban is better than placebo.", "apixaban was better than placebo or warfarin", ""),
        ("Warfarin is potentiated.", "metronidazole potentiates anticoagulants", ""),
        ("Sitagliptin lowers glucose.", "treatment with linagliptin lowered glucose",
         "linagliptin"),
        ("Sitagliptin lowers glucose.", "added to metformin, glucose was lowered", ""),
        ("Sitagliptin lowers glucose.", "the study drug lowered glucose; linagliptin did not", ""),
    ],
)  # fmt: skip
def test_what_a_quote_has_in_the_place_of_a_name(claim: str, quote: str, instead: str) -> None:
    naming = named_in(entry(), text_of("A text.")).naming(claim_of(claim, line(quote=quote)))
    assert [each.instead for each in naming.exchanged] == ([instead] if instead else [])


def test_values_name_targets_and_comparators() -> None:
    values = (
        Value("IC50", "7", target="ROS1"),
        Value("IC50", "9", target="XYZ12", comparator="crizotinib"),
        Value("change", "1", target="LDL-C"),
        Value("change", "1", target="HbA1c"),
        Value("change", "1", target="body weight", comparator="control"),
        Value("IC50", "8", target="ROS1"),
    )
    naming = named_in(entry(title="On XYZ-12")).naming(claim_of("It inhibits.", values=values))
    assert naming.named == (Subject("XYZ12", SubjectKind.TARGET),)
    assert naming.unnamed == (
        Subject("ROS1", SubjectKind.TARGET),
        Subject("crizotinib", SubjectKind.COMPARATOR),
    )


def test_sets_of_the_project_join_those_that_are_built_in() -> None:
    ours = Synonyms((("acetaminophen", "Tylenol"), ("Panadol", "Tylenol")))
    naming = named_in(entry(title="On Panadol"), synonyms=ours)
    assert naming.naming(claim_of("Paracetamol relieves pain.")).unnamed == ()
    none = named_in(entry(title="On Panadol"))
    assert len(none.naming(claim_of("Paracetamol relieves pain.")).unnamed) == 1


def test_a_huge_text_of_nothing_but_joints_is_read() -> None:
    text = text_of("AB-1, 2/3-" * 60_000 + "(ALK " * 60_000 + "Ab" * 60_000)
    assert ALK in named_in(entry(), text).naming(CLAIM).named
