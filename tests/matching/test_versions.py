import pytest

from evidence.matching.versions import Version, version_of
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
        # NASA ADS names the e-print beside the journal
        (entry(journal="Nature", archiveprefix="arXiv"), "journal-article", None),
        (entry(journal="Nature"), "journal-article", None),
    ],
)
def test_which_version_the_record_is_of(
    reference: Reference, kind: str, version: Version | None
) -> None:
    assert version_of(reference, record(kind)) is version
