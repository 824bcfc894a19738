import pytest

from evidence.matching.versions import Version, names_preprint, version_of
from evidence.model.reference import Reference
from matching_values import entry, record


@pytest.mark.parametrize(
    ("reference", "kind", "version"),
    [
        (entry(journal="Science"), "posted-content", Version.PREPRINT),
        (entry("inproceedings", booktitle="ICASSP"), "posted-content", Version.PREPRINT),
        (entry(journal="bioRxiv"), "posted-content", None),
        (entry("misc", howpublished="bioRxiv"), "posted-content", None),
        (entry("misc", title="A work"), "posted-content", None),
        (entry(journal="arXiv preprint arXiv:2410.10813"), "journal-article", Version.PUBLISHED),
        (entry("misc", archiveprefix="arXiv"), "journal-article", Version.PUBLISHED),
        (entry(url="https://arxiv.org/abs/1706.03762"), "proceedings-article", Version.PUBLISHED),
        # NASA ADS names the e-print beside the journal
        (entry(journal="Nature", archiveprefix="arXiv"), "journal-article", None),
        (entry(journal="Nature"), "journal-article", None),
    ],
)
def test_which_version_the_record_is_of(
    reference: Reference, kind: str, version: Version | None
) -> None:
    assert version_of(reference, record(kind)) is version


@pytest.mark.parametrize(
    "reference",
    [
        entry(journal="arXiv preprint arXiv:1706.03762"),
        entry(journal="CoRR", volume="abs/1412.6980"),
        entry(journal="PeerJ Preprints"),
        entry(eprint="1706.03762", archiveprefix="arXiv"),
        entry(eprint="hep-th/9711200"),
        entry(note="arXiv:2603.28846"),
        entry(url="https://arxiv.org/abs/1706.03762"),
        entry(url="https://www.biorxiv.org/content/10.1101/2020.03.03.975771v1"),
        entry(url="https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3525002"),
        entry(howpublished="bioRxiv"),
    ],
)
def test_what_names_a_preprint(reference: Reference) -> None:
    assert names_preprint(reference)


@pytest.mark.parametrize(
    "reference",
    [
        # The preprint is only where it can be read.
        entry(journal="Phys. Rev. Lett.", eprint="1602.03837", archiveprefix="arXiv"),
        entry(journal="Scientific Reports", note="arXiv:2403.08718"),
        entry("phdthesis", url="https://eprints.soton.ac.uk/44722/"),
        entry(url="https://example.org"),
        entry(eprint="https://example.org/paper.pdf"),
    ],
)
def test_what_names_none(reference: Reference) -> None:
    assert not names_preprint(reference)
