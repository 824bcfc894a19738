"""Europe PMC's JSON, in our terms: of a record what is said of its abstract and its kind.

The members are those of the service's `core` results: `doi`, `source`, `abstractText` (HTML) and
`pubTypeList.pubType`.
"""

from collections.abc import Sequence
from typing import Final

from evidence.model.abstract import Abstract
from evidence.model.doi import Doi
from evidence.registries.json_parts import doi_in, items, part, text, texts
from evidence.sources.abstract_markup import plain_abstract

NAME: Final = "Europe PMC"

_KEPT: Final = ("id", "source", "pmid", "pmcid", "doi", "isOpenAccess", "abstractText")
_TYPES: Final = "pubTypeList"
_MEDLINE: Final = "MED"


def listed(body: object) -> list[object] | None:
    """The records of an answer; None where it holds no list of them."""
    results = part(part(body, "resultList"), "result")
    return results if isinstance(results, list) else None


def records_of(dois: Sequence[Doi], records: Sequence[object]) -> dict[Doi, list[object]]:
    """For each DOI its own records, shortened to what is read and what tells one from another.

    A record of another DOI, in which the one asked for is only a part, is left out.
    """
    by_doi: dict[Doi, list[object]] = {doi: [] for doi in dois}
    for record in records:
        doi = doi_in(part(record, "doi"))
        if doi is not None and doi in by_doi:
            by_doi[doi].append({name: part(record, name) for name in (*_KEPT, _TYPES)})
    return by_doi


def abstract_of(doi: Doi, records: Sequence[object]) -> Abstract | None:
    """The abstract in the records of a work, MEDLINE's before others'; None without one."""
    own = [record for record in records if doi_in(part(record, "doi")) == doi]
    own.sort(key=lambda record: text(part(record, "source")) != _MEDLINE)
    for record in own:
        written = plain_abstract(text(part(record, "abstractText")))
        if written:
            types = texts(*(items(part(part(each, _TYPES), "pubType")) for each in own))
            return Abstract(doi, written, NAME, types)
    return None
