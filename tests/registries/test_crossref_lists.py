"""What is asked for together: in few lists, shortened, and filled in where that is wanted."""

from crossref_lookups import (
    ABSENT,
    ALIAS,
    BALDNESS,
    LOZENGES,
    MISSING,
    OFFLINE,
    PRIMARY,
    SICI,
    Connect,
    add_many,
    asked,
    found,
)
from evidence.model.doi import Doi
from evidence.model.outcome import Unavailable
from evidence.model.work import Origin, Via
from evidence.registries.crossref_addresses import SELECTED, CrossrefAddresses
from evidence.registries.crossref_record import work_from
from evidence.registries.interface import Registries
from standin import Refusal, StandIn
from standin.vocabulary import SELECTABLE


def test_many_dois_go_in_few_lists(standin: StandIn, registries: Registries) -> None:
    dois = add_many(standin, 240)
    outcomes = dict(registries.works.resolve(dois))
    assert [found(outcomes[doi]).title for doi in dois] == [str(n) for n in range(240)]
    rows = [request.parameters["rows"] for request in standin.requests("list")]
    assert sorted(rows) == ["50", "95", "95"]


def test_no_request_line_is_too_long_and_few_are_short(
    standin: StandIn, open_registries: Connect
) -> None:
    dois = [Doi(f"10.1234/{'(many)' * 4}.{number:03}") for number in range(220)]
    with open_registries(crossref_url=f"{standin.crossref_url}/a/proxy") as registries:
        list(registries.works.resolve(dois))
    lengths = sorted(request.line_length for request in standin.requests())
    assert lengths[-1] < 4000
    assert lengths[1] > 3800


def test_lists_are_asked_for_what_is_read_and_may_be_selected(
    standin: StandIn, registries: Registries
) -> None:
    list(registries.works.resolve([LOZENGES, BALDNESS]))
    list(registries.search.search(["lozenges"]))
    assert [request.status for request in standin.requests()] == [200, 200]
    for request in standin.requests():
        assert tuple(request.parameters["select"].split(",")) == SELECTED


class Watched(dict[str, object]):
    """A record that notes which of its members are looked at."""

    def __init__(self, record: dict[str, object]) -> None:
        super().__init__(record)
        self.read: set[str] = set()

    def get(self, key: str, default: object = None) -> object:
        self.read.add(key)
        return super().get(key, default)


def test_what_is_selected_is_what_is_read() -> None:
    record = Watched({"DOI": "10.1234/x"})
    work_from(record, Origin("Crossref", Via.NETWORK, None))
    assert set(SELECTED) <= record.read
    assert not (record.read - set(SELECTED)) & set(SELECTABLE)
    assert set(SELECTED) <= set(SELECTABLE)


def test_answers_are_kept_under_what_was_asked_before_abstracts_were_selected(
    standin: StandIn, registries: Registries
) -> None:
    addresses = CrossrefAddresses(standin.crossref_url)
    list(registries.works.resolve([LOZENGES, BALDNESS]))
    list(registries.works.resolve([SICI]))
    list(registries.search.search(["placebo & lozenges, ü (2019)"]))
    asked = [standin.crossref_url + request.target for request in standin.requests()]
    assert [address.replace("%2Cabstract", "") for address in asked] == [
        addresses.listed(LOZENGES, BALDNESS),
        addresses.single(SICI),
        addresses.searched("placebo & lozenges, ü (2019)", 10),
    ]


def test_a_work_from_a_list_is_partial_also_from_the_cache_and_one_asked_for_alone_is_whole(
    open_registries: Connect,
) -> None:
    for via in (Via.NETWORK, Via.CACHE):
        with open_registries() as registries:
            outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS, SICI]))
            for doi, is_partial in ((LOZENGES, True), (BALDNESS, True), (SICI, False)):
                work = found(outcomes[doi])
                assert (work.origin.via, work.is_partial) == (via, is_partial)


def test_completing_asks_for_the_single_record_once_and_keeps_it(
    standin: StandIn, open_registries: Connect
) -> None:
    issue = {"published-print": {"date-parts": [[2014]]}}
    standin.collection.add({"DOI": PRIMARY.name, "aliases": [ALIAS.name], "journal-issue": issue})
    with open_registries() as registries:
        partial = found(dict(registries.works.resolve([PRIMARY, BALDNESS]))[PRIMARY])
        whole = found(dict(registries.works.complete([PRIMARY, PRIMARY]))[PRIMARY])
    assert (partial.is_partial, partial.aliases, partial.year) == (True, (), None)
    assert (whole.is_partial, whole.aliases, whole.year) == (False, (ALIAS,), 2014)
    assert asked(standin) == ["list", "single"]
    standin.forget()
    with open_registries() as registries:
        for outcomes in (registries.works.complete([PRIMARY]), registries.works.resolve([PRIMARY])):
            again = found(dict(outcomes)[PRIMARY])
            assert (again.is_partial, again.aliases, again.origin.via) == (
                False,
                (ALIAS,),
                Via.CACHE,
            )
    assert standin.requests() == ()


def test_what_was_never_asked_for_can_be_completed_too(
    standin: StandIn, registries: Registries
) -> None:
    for _ in range(2):
        outcomes = dict(registries.works.complete([LOZENGES, MISSING]))
        assert not found(outcomes[LOZENGES]).is_partial
        assert outcomes[MISSING] == ABSENT
    assert asked(standin) == ["single", "single"]


def test_a_work_that_was_listed_and_then_has_no_record_is_neither_absent_nor_lost(
    standin: StandIn, registries: Registries
) -> None:
    list(registries.works.resolve([LOZENGES, BALDNESS]))
    del standin.collection.works[LOZENGES.name]
    for _ in range(2):
        assert dict(registries.works.complete([LOZENGES])) == {
            LOZENGES: Unavailable("Crossref lists the work, and then has no record of it")
        }
        assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).is_partial


def test_a_work_that_cannot_be_completed_now_is_not_lost(
    standin: StandIn, registries: Registries
) -> None:
    list(registries.works.resolve([LOZENGES, BALDNESS]))
    standin.fail(Refusal(403))
    assert isinstance(dict(registries.works.complete([LOZENGES]))[LOZENGES], Unavailable)
    assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).is_partial
    assert not found(dict(registries.works.complete([LOZENGES]))[LOZENGES]).is_partial


def test_offline_nothing_can_be_completed_and_nothing_is_lost(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([LOZENGES, BALDNESS]))
    standin.forget()
    with open_registries(offline=True) as registries:
        assert dict(registries.works.complete([LOZENGES])) == {LOZENGES: OFFLINE}
        assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).is_partial
    assert standin.requests() == ()
