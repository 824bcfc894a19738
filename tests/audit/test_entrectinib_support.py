"""The claims of the first document over texts of its works that were made for the purpose."""

import shutil
from pathlib import Path

import pytest

import evidence
from evidence.model.anchor import AnchorState
from evidence.model.report import Level
from evidence.model.source_text import Depth

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "tests/data/entrectinib_texts"

QUOTED = """schema: evidence/claims/1
claims:
  - id: kinase-activity
    text: Entrectinib is active against ALK, ROS1, TRKA, TRKB and TRKC.
    type: mechanism
    evidence:
      - reference: menichincheri2016
        quote: >-
          an orally available inhibitor of anaplastic lymphoma kinase (ALK), ROS1 and the
          tropomyosin receptor kinases TRKA, TRKB and TRKC
  - id: bbb-penetration
    text: Entrectinib crosses the blood–brain barrier in mice, rats and dogs.
    type: pharmacokinetic
    evidence:
      - reference: menichincheri2016
        quote: Entrectinib crosses the blood-brain barrier efficiently in mice, rats and dogs.
        section: Results
  - id: alk-ros1-ic50
    text: Entrectinib inhibits ROS1 and ALK with IC50 values of 7 and 12 nmol/L.
    type: pharmacodynamic
    values:
      - {name: IC50, target: ROS1, value: 7, unit: nmol/L}
      - {name: IC50, target: ALK, value: 12, unit: nmol/L}
    evidence:
      - reference: ardini2016
        quote: the IC50 of entrectinib was 7 nmol/L for ROS1 and 12 nmol/L for ALK
        page: 628
      - {reference: ardini2016, table: {label: Table 1, row: ALK, column: IC50, cell: 12}}
  - id: phosphorylation
    text: >-
      In mice, entrectinib completely inhibits the phosphorylation of ALK and STAT3, although it
      returns within 24 hours of the last dose.
    type: pharmacodynamic
    evidence:
      - reference: ardini2016
        quote: >-
          the phosphorylation of ALK and STAT3 was completely inhibited in vivo, although it
          returned to its former level within 24 hours of the last dose
        page: 629
  - id: tumour-regression
    text: Entrectinib induces complete tumour regression in mice with ROS1-driven tumours and
      TRKA-dependent colorectal carcinoma.
    type: efficacy
    evidence:
      - reference: ardini2016
        quote: >-
          Entrectinib induced complete tumour regression in mice with TRKA-dependent KM12
          colorectal carcinoma, with tumours driven by ROS1
        page: 629
  - id: patients
    text: Entrectinib may be active in patients whose tumours carry such fusions.
    type: efficacy
    evidence:
      - reference: ardini2016
        quote: >-
          These results suggest that entrectinib may be active in patients whose tumours carry
          fusions of these kinases. Whether it is effective in patients was not studied here.
        page: 630
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The repository's bibliography with the texts beside it."""
    shutil.copy(ROOT / "references.bib", tmp_path)
    shutil.copytree(TEXTS, tmp_path / "sources")
    return tmp_path


def check(folder: Path, claims: str) -> evidence.Report:
    """What a check without a network says of these claims."""
    (folder / "claims.yaml").write_text(claims, "utf-8")
    with evidence.connect(offline=True) as registries:
        return evidence.check(evidence.load_project(folder), registries)


def support_findings(report: evidence.Report) -> list[tuple[str, str | None, str | None]]:
    """The code, the claim and the entry of all findings on the works' own texts."""
    return [(f.code, f.claim, f.key) for f in report.findings if f.code.startswith("SUP")]


def test_of_the_claims_as_they_are_the_clinical_works_and_those_on_other_things_are_told(
    folder: Path,
) -> None:
    text = (ROOT / "claims.yaml").read_text("utf-8").replace("documents:", "# documents:")
    report = check(folder, text)
    assert sorted(support_findings(report), key=str) == [
        ("SUP014", "kinase-activity", "chen2018"),
        ("SUP014", "kinase-activity", "cocco2018"),
        ("SUP018", "bbb-penetration", "demetri2018"),
        ("SUP018", "bbb-penetration", "drilon2017"),
    ]
    assert all(line.depth is Depth.FULL_TEXT for claim in report.claims for line in claim.lines)
    by_id = {claim.claim.id: claim for claim in report.claims}
    assert by_id["tumour-regression"].remarks == ("all evidence is from animals (mice)",)


def test_quotes_that_stand_in_the_texts_anchor_the_claims_and_nothing_is_found(
    folder: Path,
) -> None:
    report = check(folder, QUOTED)
    assert support_findings(report) == []
    assert all(line.is_anchored for claim in report.claims for line in claim.lines)
    assert {claim.level for claim in report.claims} == {Level.LINKED}  # no record is at hand
    [_, _, _, _, _, patients] = report.claims
    anchor = patients.lines[0].anchor
    assert anchor is not None
    assert anchor.state is AnchorState.FOUND
    assert anchor.passages[0].page == "630"


@pytest.mark.parametrize(
    ("code", "claim", "written", "instead"),
    [
        ("SUP001", "bbb-penetration", "crosses the blood-brain barrier efficiently in mice, rats",
         "is absorbed well from the gut of horses and accumulates in their liver, and in pigs"),
        ("SUP002", "alk-ros1-ic50", "was 7 nmol/L for ROS1", "was 70 nmol/L for ROS1"),
        ("SUP003", "tumour-regression",
         "with TRKA-dependent KM12\n          colorectal carcinoma, with tumours driven by ROS1",
         "with TRKA-dependent KM12\n          may be active in patients whose tumours carry"),
        ("SUP004", "phosphorylation",
         ", although it\n          returned to its former level within 24 hours of the last dose",
         ""),
        ("SUP006", "tumour-regression", "ROS1\n        page: 629", "ROS1\n        page: 630"),
        ("SUP007", "bbb-penetration", "section: Results", "section: Discussion"),
        ("SUP008", "alk-ros1-ic50", "cell: 12}", "cell: 21}"),
        ("SUP009", "alk-ros1-ic50", "Table 1, row: ALK", "Table 4, row: ALK"),
        ("SUP010", "alk-ros1-ic50", "IC50 values of 7 and 12", "IC50 values of 70 and 12"),
        ("SUP010", "alk-ros1-ic50", "7 and 12 nmol/L", "7 and 12 µmol/L"),
        ("SUP013", "tumour-regression", "text: Entrectinib induces", "text: Crizotinib induces"),
        ("SUP017", "tumour-regression", " in mice with ROS1-driven", " in ROS1-driven"),
        ("SUP019", "patients", "Entrectinib may be active", "Entrectinib is active"),
        ("SUP022", "phosphorylation", "entrectinib completely inhibits",
         "entrectinib does not inhibit"),
        ("SUP032", "tumour-regression", "complete tumour regression in mice with ROS1",
         "complete tumour regression in dogs with ROS1"),
    ],
)  # fmt: skip
def test_each_spoiling_is_found_by_the_rule_that_is_made_for_it(
    folder: Path, code: str, claim: str, written: str, instead: str
) -> None:
    assert QUOTED.count(written) == 1, written
    found = support_findings(check(folder, QUOTED.replace(written, instead)))
    assert (code, claim) in {(each, of) for each, of, _ in found}
    assert {of for _, of, _ in found} == {claim}


def test_a_text_that_says_that_it_is_another_work_anchors_nothing(folder: Path) -> None:
    text = folder / "sources/menichincheri2016.txt"
    written = "doi: 10.9999/other.2019.1\n\n" + text.read_text("utf-8").partition("\n")[2]
    text.write_text(written, "utf-8")
    report = check(folder, QUOTED)
    assert ("SUP033", None, "menichincheri2016") in support_findings(report)
    by_key = {line.line.reference: line for claim in report.claims for line in claim.lines}
    assert not by_key["menichincheri2016"].is_anchored
    assert by_key["ardini2016"].is_anchored
