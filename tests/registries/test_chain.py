"""One registry behind another."""

from collections.abc import Iterator, Mapping, Sequence

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Origin, Via, Work
from evidence.registries.chain import ChainedRegistry
from evidence.registries.interface import Sifted

ONE, TWO, THREE = Doi("10.1234/1"), Doi("10.1234/2"), Doi("10.1234/3")
DOWN = Unavailable("no network")
NOT_THERE = Unavailable("not in the snapshot")


def work(doi: Doi, via: Via, *, instead_of: str = "") -> Work:
    return Work(doi, "", (), Origin("Crossref", via, None, instead_of=instead_of))


class Fixed:
    """A registry with these outcomes; `asked` is what it was asked for."""

    def __init__(self, outcomes: Mapping[Doi, Outcome]) -> None:
        self.outcomes = outcomes
        self.asked: list[Doi] = []

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        for doi in dois:
            self.asked.append(doi)
            yield doi, self.outcomes.get(doi, NOT_THERE)

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        return self.resolve(dois)

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        outcomes = dict(self.resolve(guesses))
        return Sifted(
            {doi: o.work for doi, o in outcomes.items() if isinstance(o, Found)},
            {doi: o.reason for doi, o in outcomes.items() if isinstance(o, Unavailable)},
        )


def test_the_second_is_asked_only_where_the_first_cannot_tell() -> None:
    first = Fixed({ONE: Found(work(ONE, Via.NETWORK)), TWO: Absent("not in Crossref"), THREE: DOWN})
    second = Fixed({doi: Found(work(doi, Via.SNAPSHOT)) for doi in (ONE, TWO, THREE)})
    assert dict(ChainedRegistry(first, second).resolve([ONE, TWO, THREE])) == {
        ONE: Found(work(ONE, Via.NETWORK)),
        TWO: Absent("not in Crossref"),
        THREE: Found(work(THREE, Via.SNAPSHOT, instead_of="no network")),
    }
    assert second.asked == [THREE]


def test_the_reason_of_the_first_stands_where_the_second_knows_nothing() -> None:
    chain = ChainedRegistry(Fixed({ONE: DOWN}), Fixed({}))
    assert dict(chain.resolve([ONE])) == {ONE: DOWN}
    assert chain.sift([ONE]) == Sifted({}, {ONE: "no network"})


def test_only_the_first_fills_in_what_it_left_out() -> None:
    second = Fixed({ONE: Found(work(ONE, Via.SNAPSHOT))})
    assert dict(ChainedRegistry(Fixed({ONE: DOWN}), second).complete([ONE])) == {ONE: DOWN}
    assert second.asked == []


def test_guesses_go_to_the_second_when_the_first_cannot_tell() -> None:
    second = Fixed({ONE: Found(work(ONE, Via.SNAPSHOT))})
    chain = ChainedRegistry(Fixed({ONE: DOWN}), second)
    assert chain.sift([ONE]) == Sifted({ONE: work(ONE, Via.SNAPSHOT, instead_of="no network")})


def test_guesses_that_the_first_answered_are_not_asked_for_again() -> None:
    first = Fixed({ONE: Found(work(ONE, Via.NETWORK)), TWO: DOWN, THREE: Absent("not there")})
    second = Fixed({doi: Found(work(doi, Via.SNAPSHOT)) for doi in (ONE, TWO, THREE)})
    assert set(ChainedRegistry(first, second).sift([ONE, TWO, THREE]).works) == {ONE, TWO}
    assert second.asked == [TWO]
