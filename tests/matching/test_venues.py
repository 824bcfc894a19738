import gzip
import json
from pathlib import Path

import pytest

from evidence.matching.acronyms import is_acronym_in
from evidence.matching.venues import is_preprint_server, is_series, same_venue
from shared_data import shared_file


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # ISO 4 and NLM
        ("J. Am. Chem. Soc.", "Journal of the American Chemical Society"),
        ("N Engl J Med", "New England Journal of Medicine"),
        ("J Natl Cancer Inst", "JNCI: Journal of the National Cancer Institute"),
        ("J. Natl. Cancer Inst.", "JNCI Journal of the National Cancer Institute"),
        ("J Hematol Oncol", "Journal of Hematology &amp; Oncology"),
        ("Astron. J.", "The Astronomical Journal"),
        ("Jpn. J. Appl. Phys.", "Japanese Journal of Applied Physics"),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences"),
        ("Proc. Nat. Acad. Sci. USA", "Proceedings of the National Academy of Sciences of the"
         " United States of America"),
        ("Boll Unione Mat Ital", "Bollettino dell'Unione Matematica Italiana"),
        ("Neuroinform", "Neuroinformatics"),
        ("Angew. Chem. Int. Ed.", "Angewandte Chemie International Edition"),
        ("Acta Cryst. D", "Acta Crystallographica Section D Biological Crystallography"),
        ("SIGARCH Comput. Archit. News", "ACM SIGARCH Computer Architecture News"),
        ("Dtsch Med Wochenschr", "DMW - Deutsche Medizinische Wochenschrift"),
        # macros and acronyms
        ("mnras", "Monthly Notices of the Royal Astronomical Society"),
        ("Monthly Notices of the RAS", "Monthly Notices of the Royal Astronomical Society"),
        ("PNAS", "Proceedings of the National Academy of Sciences"),
        ("AP", "Annalen der Physik"),  # 10.1002/andp.19314010303
        ("JAMA", "JAMA: The Journal of the American Medical Association"),
        ("A&A", "Astronomy & Astrophysics"),
        ("IEEE TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("NeurIPS 2025", "Advances in Neural Information Processing Systems 38"),
        ("NAACL-HLT", "Proceedings of the 2025 Conference of the Nations of the Americas Chapter"
         " of the Association for Computational Linguistics: Human Language Technologies"),
        # form
        ("Lancet", "The Lancet"),
        ("Rheumatology (Oxford)", "Rheumatology"),
        ("Bioinformatics (Oxford, England)", "Bioinformatics"),
        ("Journal of Physics A", "Journal of Physics A: Mathematical and General"),
        ("Computer Modeling in Engineering & Sciences",
         "Computer Modeling in Engineering &amp; Sciences"),
        ("Zeitschrift für Physik", "Zeitschrift f\ufffdr Physik"),
    ],
)  # fmt: skip
def test_one_venue_under_two_names(ours: str, theirs: str) -> None:
    assert same_venue([ours], [theirs])
    assert same_venue([theirs], [ours])


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Phys. Rev. A", "Physical Review B"),
        ("Physical Review A", "Physical Review E"),
        ("Phys. Rev. Applied", "Physical Review A"),
        ("Phys. Rev.", "Physical Review Letters"),
        ("Nature", "Nature Medicine"),
        ("Science", "Science Advances"),
        ("Cancer", "Cancers"),
        ("Gut", "Gut and Liver"),
        ("Circulation", "Circulation Research"),
        ("BMJ Open", "BMJ"),
        ("JAMA", "JAMA Internal Medicine"),
        ("apjl", "The Astrophysical Journal"),
        ("Am J Med", "American Journal of Medical Genetics"),
        ("Clin Cancer Res", "Cancer Research"),
        ("J Clin Oncol", "Journal of Clinical Pathology"),
        ("Annals of Internal Medicine", "Annals of Oncology"),
        ("Astronomy and Astrophysics Supplement Series", "Astronomy and Astrophysics Letters"),
        ("A&A", "Annual Review of Astronomy and Astrophysics"),
        ("MBE", "Journal of Experimental Marine Biology and Ecology"),
        ("J. Phys.: Condens. Matter", "Journal of Physics: Conference Series"),
        ("IEEE Transactions on Robotics", "ACM Transactions on Graphics"),
        ("Journal of Finance and Stuff", "Journal of Finance"),
        ("", "Nature"),
        ("Of", "The"),
    ],
)
def test_other_venues(ours: str, theirs: str) -> None:
    assert not same_venue([ours], [theirs])
    assert not same_venue([theirs], [ours])


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("15th IEEE International Conference on Image Processing",
         "2008 15th IEEE International Conference on Image Processing", True),
        ("Proceedings of the 60th Annual ACM/IEEE Design Automation Conference",
         "2023 60th ACM/IEEE Design Automation Conference (DAC)", True),
        ("ICCV", "2025 IEEE/CVF International Conference on Computer Vision (ICCV)", True),
        ("AAAI", "Proceedings of the AAAI Conference on Artificial Intelligence", True),
        ("ICLR", "Advances in Neural Information Processing Systems 31", False),
        ("International Conference on Machine Learning",
         "Proceedings of the Annual Meeting on Crystallography", False),
        ("Proceedings", "Proceedings of the Annual Meeting on Crystallography", False),
        ("Journal of Finance and Stuff", "Journal of Finance", False),
        ("Kinases in Cancer", "Cancer", False),
    ],
)  # fmt: skip
def test_proceedings_are_known_by_their_meeting(ours: str, theirs: str, same: bool) -> None:  # noqa: FBT001
    assert same_venue([ours], [theirs], proceedings=True) is same


def test_macros_of_an_entry_are_journals() -> None:
    assert same_venue(["apjl"], ["The Astrophysical Journal Letters"])
    assert same_venue(["aap"], ["Astronomy &amp; Astrophysics"])


def test_a_journal_has_the_works_of_its_earlier_names() -> None:
    """10.1512/iumj.1969.18.18074 is of the Journal of Mathematics and Mechanics."""
    earlier, later = (
        "Journal of Mathematics and Mechanics",
        "Indiana University Mathematics Journal",
    )
    assert same_venue([earlier], [later])
    assert not same_venue(["Journal of Applied Mathematics and Mechanics"], [later])


def test_any_name_of_either_side_will_do() -> None:
    theirs = ["Lecture Notes in Computer Science", "Ubiquitous Networking"]
    assert same_venue(["Ubiquitous Networking"], theirs)
    assert not same_venue([], theirs)


@pytest.mark.parametrize("venue", ["arXiv e-prints", "CoRR", "bioRxiv", "PeerJ PrePrints"])
def test_preprint_servers(venue: str) -> None:
    assert is_preprint_server(venue)
    assert not is_preprint_server("Journal of the Royal Society Interface")


def test_series_of_proceedings() -> None:
    assert is_series("Lecture Notes in Computer Science")
    assert is_series("SPIE Proceedings")
    assert not is_series("Logics in Artificial Intelligence")


def test_an_acronym_may_stand_in_the_doi() -> None:
    assert is_acronym_in("WMT", "10.18653/v1/2025.wmt-1.4")
    assert is_acronym_in("ICASSP 2022", "10.1109/icassp43922.2022.9747766")
    assert not is_acronym_in("EMNLP", "10.18653/v1/2025.wmt-1.4")
    assert not is_acronym_in("Machine Translation", "10.18653/v1/2025.machine-1.4")


# Registered short titles that do not shorten the title, such as `ApJL` for The Astrophysical
# Journal, `Imaji` for another journal's name, transliterations, and acronyms of neither.
_MISSED_AT_MOST = 28


def test_registered_short_titles_are_recognised() -> None:
    path = shared_file(Path("crossref/works.jsonl.gz"))
    pairs = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for work in map(json.loads, lines):
            if work["type"] == "journal-article":
                for full in work.get("container-title") or []:
                    for short in work.get("short-container-title") or []:
                        pairs.add((short, full))
    missed = [pair for pair in sorted(pairs) if not same_venue([pair[0]], [pair[1]])]
    assert len(pairs) > 400
    assert len(missed) <= _MISSED_AT_MOST, missed
