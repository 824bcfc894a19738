from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from dossiers import DOI, HAND_MADE, record
from evidence.audit.explanation import Explanation, Verdict, explain_dois
from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Origin, Via, Work
from evidence.registries.interface import Registries, Sifted

WORK = record()
MALFORMED = "https://doi.org/410.1093/annonc/mdy1424.1017"
MEANT = Doi("10.1093/annonc/mdy424.017")
UNKNOWN = Absent("no registration agency knows it (doi.org: DOI does not exist)")
MEDRA = Absent("registered with mEDRA, not compared", agency="mEDRA")
DATACITE = Absent("registered with DataCite, not compared", agency="DataCite")
AT_DATACITE = Origin("DataCite", Via.NETWORK, None)
SHORT = "10/gf4gqc"
A_SHORT_DOI = "a short DOI, which only the resolver can expand"


@dataclass(slots=True)
class Told:
    """Registries that know what they were told, and write down what they are asked."""

    outcomes: Mapping[Doi, Outcome] = field(default_factory=dict)
    located: Mapping[Doi, Absent | Unavailable] = field(default_factory=dict)
    sifted: Sifted = field(default_factory=Sifted)
    short: Mapping[str, Doi | Absent | Unavailable] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        self.asked.append(tuple(doi.name for doi in dois))
        return ((doi, self.outcomes.get(doi, Absent("not in Crossref"))) for doi in reversed(dois))

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        return ((doi, self.located.get(doi, UNKNOWN)) for doi in dois)

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        raise AssertionError(f"nothing turns on a whole record here: {dois}")

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        return ((short, self.short[short]) for short in short_dois)

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        known = {doi: work for doi, work in self.sifted.works.items() if doi in guesses}
        return Sifted(known, self.sifted.unasked)

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        raise AssertionError(f"a bare DOI has no title to search for: {descriptions}")


def explain(text: str, told: Told | None = None) -> Explanation:
    """The explanation of one string."""
    (explanation,) = explain_dois([text], connected(told or Told()))
    return explanation


def connected(told: Told, **others: Told) -> Registries:
    return Registries(told, told, told, lambda: 0, others)


def test_a_registered_doi_is_shown_with_its_work() -> None:
    found = explain(f"doi:{DOI.upper()}", Told({Doi(DOI): Found(WORK)}))
    assert (found.verdict, found.reason, found.work) == (Verdict.REGISTERED, "", WORK)
    assert (found.written, found.doi, found.candidates) == (f"doi:{DOI.upper()}", Doi(DOI), ())


def test_a_record_made_by_hand_is_shown_and_vouches_for_nothing() -> None:
    by_hand = record(origin=HAND_MADE)
    found = explain(DOI, Told({Doi(DOI): Found(by_hand)}))
    assert (found.verdict, found.reason) == (Verdict.UNCHECKED, "hand-made record")
    assert found.work == by_hand


@pytest.mark.parametrize(
    ("told", "verdict", "reason"),
    [
        (Told({Doi(DOI): Unavailable("offline")}), Verdict.UNCHECKED, "offline"),
        (Told(located={Doi(DOI): MEDRA}), Verdict.OTHER_AGENCY, MEDRA.reason),
        (Told(located={Doi(DOI): Unavailable("doi.org: 503")}), Verdict.UNCHECKED, "doi.org: 503"),
        (Told(), Verdict.UNREGISTERED, UNKNOWN.reason),
    ],
    ids=["Crossref silent", "mEDRA", "doi.org silent", "nobody"],
)
def test_without_a_record_the_verdict_is_what_was_answered(
    told: Told, verdict: Verdict, reason: str
) -> None:
    found = explain(DOI, told)
    assert (found.verdict, found.reason, found.work) == (verdict, reason, None)


def test_a_doi_of_datacites_is_registered_and_shown_with_its_work() -> None:
    work = record(origin=AT_DATACITE)
    told = Told(located={Doi(DOI): DATACITE})
    registries = connected(told, DataCite=Told({Doi(DOI): Found(work)}))
    (found,) = explain_dois([DOI], registries)
    assert (found.verdict, found.reason, found.work) == (Verdict.REGISTERED, "", work)


@pytest.mark.parametrize(
    "outcome", [Unavailable("503"), Absent("DataCite has no public record of it")]
)
def test_a_doi_of_datacites_without_a_record_is_of_another_agency(
    outcome: Absent | Unavailable,
) -> None:
    told = Told(located={Doi(DOI): DATACITE})
    registries = connected(told, DataCite=Told({Doi(DOI): outcome}))
    (found,) = explain_dois([DOI], registries)
    assert (found.verdict, found.reason, found.candidates) == (
        Verdict.OTHER_AGENCY,
        f"registered with DataCite, not compared: {outcome.reason}",
        (),
    )


def test_a_version_of_a_preprint_that_is_no_doi_leads_to_the_preprint() -> None:
    versioned, preprint = "10.48550/arXiv.2602.12172v1", Doi("10.48550/arxiv.2602.12172")
    work = record({"DOI": preprint.name}, origin=AT_DATACITE)
    told = Told(located={preprint: DATACITE})
    registries = connected(told, DataCite=Told({preprint: Found(work)}))
    (found,) = explain_dois([versioned], registries)
    assert found.verdict is Verdict.UNREGISTERED
    assert [(c.doi, w) for c, w in found.known] == [(preprint, work)]


class TestShortDois:
    def test_one_is_malformed_and_shown_with_the_work_of_the_doi_that_it_stands_for(self) -> None:
        told = Told({Doi(DOI): Found(WORK)}, short={SHORT: Doi(DOI)})
        found = explain(f"https://doi.org/{SHORT}", told)
        assert (found.verdict, found.reason) == (Verdict.MALFORMED, A_SHORT_DOI)
        assert (found.doi, found.stands_for, found.work) == (None, Doi(DOI), WORK)
        assert (found.candidates, found.known) == ((), ())

    def test_what_it_stands_for_may_lead_nowhere(self) -> None:
        found = explain(SHORT, Told(short={SHORT: Doi(DOI)}))
        assert (found.stands_for, found.work) == (Doi(DOI), None)
        assert found.reason == f"{A_SHORT_DOI}; {UNKNOWN.reason}"

    @pytest.mark.parametrize("told", [Absent("doi.org does not know it"), Unavailable("offline")])
    def test_nobody_may_know_what_it_stands_for(self, told: Absent | Unavailable) -> None:
        found = explain(SHORT, Told(short={SHORT: told}))
        assert (found.verdict, found.stands_for) == (Verdict.MALFORMED, None)
        assert found.reason == f"{A_SHORT_DOI}; {told.reason}"


def test_a_malformed_doi_is_explained_and_what_exists_of_the_guesses_is_known() -> None:
    # The DOI of the first document: a stray digit before `10.`, two in the suffix.
    meant = record({"DOI": MEANT.name})
    found = explain(MALFORMED, Told(sifted=Sifted({MEANT: meant})))
    assert (found.verdict, found.reason) == (Verdict.MALFORMED, "stray `4` before `10.`")
    assert (found.doi, found.work) == (None, None)
    assert found.candidates[0].doi == Doi("10.1093/annonc/mdy1424.1017")
    ((candidate, work),) = found.known
    assert (candidate.doi, work) == (MEANT, meant)
    assert candidate in found.candidates


def test_an_unregistered_doi_gets_guesses_too() -> None:
    # A final full stop, the most frequent slip of all.
    found = explain(f"{DOI}.", Told(sifted=Sifted({Doi(DOI): WORK})))
    assert found.verdict is Verdict.UNREGISTERED
    assert [(c.doi, c.why) for c, _ in found.known] == [(Doi(DOI), "without the final `.`")]


def test_guesses_that_nobody_could_look_up_say_why() -> None:
    guess = Doi(DOI)
    found = explain(f"4{DOI}", Told(sifted=Sifted(unasked={guess: "offline"})))
    assert (found.known, found.unasked) == ((), {guess: "offline"})
    assert found.candidates[0].doi == guess


def test_what_leads_nowhere_has_no_guesses() -> None:
    found = explain("in press")
    assert (found.verdict, found.reason, found.candidates) == (
        Verdict.MALFORMED,
        "a placeholder",
        (),
    )


def test_several_are_looked_up_together_once_each_and_told_in_their_order() -> None:
    told = Told({Doi(DOI): Found(WORK), Doi("10.1234/b"): Unavailable("offline")})
    texts = ["10.1234/b", DOI, "none", f"https://doi.org/{DOI}"]
    explanations = explain_dois(texts, connected(told))
    assert [e.written for e in explanations] == texts
    assert [e.verdict.value for e in explanations] == [
        "unchecked", "registered", "malformed", "registered",
    ]  # fmt: skip
    assert told.asked == [("10.1234/b", DOI)]


def test_one_string_is_one_doi_and_not_its_letters() -> None:
    (found,) = explain_dois(DOI, connected(Told({Doi(DOI): Found(WORK)})))
    assert found.verdict is Verdict.REGISTERED
