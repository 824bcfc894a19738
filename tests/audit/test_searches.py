from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from dossiers import DOI, TITLE, cocco
from evidence.audit.searches import with_searches
from evidence.checks.case import Dossier
from evidence.model.doi import Doi
from evidence.model.outcome import Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registries
from recorded_registries import RecordedWorks

# As 10.1090/proc/12928: online in the year before its issue, whose date no list gives.
LATE: dict[str, object] = {
    "DOI": DOI,
    "type": "journal-article",
    "title": [TITLE],
    "author": [{"family": "Cocco", "given": "Emiliano"}],
    "container-title": ["Nature Reviews Clinical Oncology"],
    "published-online": {"date-parts": [[2017, 3, 1]]},
    "journal-issue": {"published-print": {"date-parts": [[2018]]}},
    "volume": "15",
    "issue": "12",
    "page": "731-747",
}
OTHER = LATE | {"DOI": "10.1234/other", "title": ["Basket trials in oncology"], "page": "1-9"}


class Completing(RecordedWorks):
    """Remembers whose whole records were asked for."""

    def __init__(self, *records: dict[str, object]) -> None:
        super().__init__(records)
        self.completed: list[Doi] = []

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        self.completed += dois
        return super().complete(dois)


class Silent:
    """A search that does not answer."""

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        for description in descriptions:
            yield description, Unavailable("503")


def searched(registries: Registries, *dossiers: Dossier) -> list[Dossier]:
    return with_searches(dossiers, registries, lambda *_: None, repairs=True)


def sound(**changes: str | None) -> Dossier:
    return Dossier(cocco(author="Cocco, Emiliano", doi=None, **changes))


def test_a_year_that_only_the_whole_record_has_is_right() -> None:
    works = Completing(LATE, OTHER)
    [found] = searched(works.registries(), sound())
    assert works.completed == [Doi(DOI)]
    assert found.proposal is not None
    assert not found.proposal.comparison.differs
    assert found.near is not None
    assert found.near.doi == Doi(DOI)


def test_a_wrong_year_stays_wrong() -> None:
    [found] = searched(Completing(LATE).registries(), sound(year="2011"))
    assert found.proposal is not None
    assert found.proposal.comparison.differs


@pytest.mark.parametrize("change", [{"year": "2017"}, {"volume": "22", "year": "2017"}])
def test_no_whole_record_is_asked_for_where_it_decides_nothing(change: dict[str, str]) -> None:
    works = Completing(LATE)
    searched(works.registries(), sound(**change))
    assert works.completed == []


def test_why_nothing_was_searched_is_told() -> None:
    silent = replace(Completing(LATE).registries(), search=Silent())
    untitled, unanswered = searched(silent, sound(title=None), sound())
    assert untitled.search_reason == "the entry has no title to search for"
    assert unanswered.search_reason == "503"
    assert (untitled.proposal, unanswered.proposal) == (None, None)
