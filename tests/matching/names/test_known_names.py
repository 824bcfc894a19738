"""The names that are built in: each set is of one kind and of one thing."""

from collections import Counter

import pytest

from evidence.matching.names.drug_names import is_drug_code, is_drug_name
from evidence.matching.names.drug_targets import targets_of
from evidence.matching.names.folded_names import name_key
from evidence.matching.names.known_names import DRUGS, TARGETS
from evidence.matching.names.synonyms import names_by_key
from evidence.matching.names.target_names import is_target_symbol
from evidence.model.synonyms import Synonyms


@pytest.mark.parametrize("lines", [DRUGS, TARGETS])
def test_no_name_stands_in_two_sets(lines: tuple[str, ...]) -> None:
    sets = [{name_key(name) for name in line.split(", ")} for line in lines]
    assert [key for key, count in Counter(k for s in sets for k in s).items() if count > 1] == []


def test_a_drug_is_no_target() -> None:
    keys = [{name_key(n) for line in lines for n in line.split(", ")} for lines in (DRUGS, TARGETS)]
    assert keys[0].isdisjoint(keys[1])


@pytest.mark.parametrize(
    "drug",
    [
        "dapagliflozin sitagliptin semaglutide rivaroxaban dabigatran ramipril ticagrelor"
        " atorvastatin ondansetron aprepitant rimegepant olaparib palbociclib celecoxib tofacitinib"
        " ibrutinib dabrafenib trametinib alpelisib venetoclax ivacaftor suvorexant sirolimus"
        " vismodegib letrozole osimertinib denosumab sildenafil"
    ],
)
def test_what_a_drug_acts_on_is_a_name_that_is_known(drug: str) -> None:
    known = names_by_key(Synonyms())
    for name in drug.split():
        assert is_drug_name(name)
        targets = targets_of(name)
        assert targets
        assert all(target in known or is_target_symbol(target.upper()) for target in targets)
    assert targets_of("entrectinib") == frozenset()


@pytest.mark.parametrize(
    "word",
    [
        *("cholesterol", "histidine", "somatostatin", "insulin", "endotoxin", "peptide", "kinase"),
        *("concept", "except", "magazine", "cyclone", "survival"),
        *("benzodiazepine", "statin", "placebo", "acrylamide", "methicillin"),
    ],
)
def test_words_that_end_like_a_drug_are_none(word: str) -> None:
    assert not is_drug_name(word)


@pytest.mark.parametrize(
    ("written", "is_code"),
    [
        ("RXDX-101", True), ("AZD9291", True), ("BAY 59-7939", True), ("BNT162b2", True),
        ("STARTRK-2", False), ("KM12", False), ("MCF-7", False), ("NCT01234567", False),
        ("PF 06", False), ("CI 95", False),
    ],
)  # fmt: skip
def test_the_codes_of_compounds(written: str, is_code: bool) -> None:  # noqa: FBT001
    assert is_drug_code(written) is is_code
