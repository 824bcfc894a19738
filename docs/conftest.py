"""What the examples in these pages find when they are run as tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from standin import StandIn

SNAPSHOT = Path(__file__).parents[1] / "data/entrectinib-snapshot.jsonl"
REFERENCES = """@article{cocco2018,
  author = {Cocco, E. and Scaltriti, M. and Drilon, A.},
  title = {NTRK fusion-positive cancers and TRK inhibitor therapy},
  year = {2018}, doi = {10.1038/s41571-018-0113-0},
}
@article{demetri2018,
  author = {Demetri, G. D. and Paz-Ares, L. and Farago, A. F. and others},
  title = {Efficacy and safety of entrectinib in patients with NTRK fusion-positive (NTRK-fp)
    Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and ALKA-372-001},
  year = {2018},
  doi = {https://doi.org/410.1093/annonc/mdy1424.1017},
}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  - {id: therapy, text: TRK inhibitors are a therapy., evidence: [cocco2018]}
  - {id: efficacy, text: Entrectinib is active., evidence: [demetri2018]}
"""
SUMMARY = """# Summary

TRK inhibitors are a therapy [1]. Entrectinib crossed the blood-brain barrier in mice [2].

## References

1. Cocco E, Scaltriti M, Drilon A. NTRK fusion-positive cancers and TRK inhibitor therapy.
   Nat Rev Clin Oncol. 2018;15:731-747.
2. Menichincheri M, Ardini E, Magnaghi P, et al. Discovery of entrectinib: a new 3-aminoindazole as
   a potent anaplastic lymphoma kinase (ALK), c-ros oncogene 1 kinase (ROS1), and pan-tropomyosin
   receptor kinases (pan-TRKs) inhibitor. J Med Chem. 2016;59:3392-3408.
"""


@pytest.fixture(autouse=True)
def my_review(
    doctest_namespace: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A folder `my-review` in the current folder, and a Crossref to ask."""
    folder = tmp_path / "my-review"
    folder.mkdir()
    (folder / "references.bib").write_text(REFERENCES, "utf-8")
    (folder / "claims.yaml").write_text(CLAIMS, "utf-8")
    (folder / "summary.md").write_text(SUMMARY, "utf-8")
    monkeypatch.chdir(tmp_path)
    with StandIn([SNAPSHOT], as_crossref=True) as server:
        doctest_namespace["crossref_url"] = server.crossref_url
        yield
