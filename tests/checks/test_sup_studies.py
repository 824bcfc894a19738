"""The rules on the system, the strength and the kind of what a claim rests on."""

import pytest

from evidence.checks import sup_kinds, sup_limits, sup_species, sup_strength, sup_systems
from evidence.checks.case import Case
from evidence.checks.rule import Rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.studies.study import PublicationKind, Study
from evidence.model.anchor import Anchor, AnchorState, Passage
from evidence.model.claim import Claim, Claims, ClaimType, EvidenceLine, Role, System
from evidence.model.place import Place
from evidence.model.reference import Bibliography
from evidence.model.source_text import Depth

PLACE = Place("claims.yaml", 1, 1)
ANIMAL = Study((System.ANIMAL,), ("mice",), "title")
PATIENT = Study((System.PATIENT,), ("patients",), "title")


def line(
    study: Study | None = None,
    quote: str = "",
    role: Role = Role.EVIDENCE,
    cites: tuple[str, ...] = (),
    depth: Depth = Depth.NONE,
) -> LineSupport:
    passage = Passage(text=quote, start=0, end=len(quote), place=PLACE, sentence=quote, cites=cites)
    anchor = Anchor(state=AnchorState.FOUND, passages=(passage,)) if quote else None
    evidence = EvidenceLine("a", PLACE, role, quote=quote)
    return LineSupport(evidence, depth, anchor, study=study or Study())


def messages(
    rule: Rule[SupportedClaim], text: str, *lines: LineSupport, kind: ClaimType | None = None,
    system: System | None = None,
) -> list[str]:  # fmt: skip
    claim = Claim("c", text, PLACE, kind, system)
    case = Case(Bibliography("r.bib"), Claims((claim,)), supported=(SupportedClaim(claim, lines),))
    return [finding.message for finding in rule.run(case)]


CELL = Study((System.CELL,), ("cell",), "line")


@pytest.mark.parametrize(
    ("text", "kind", "lines", "count"),
    [
        ("X shrinks tumours.", None, (line(ANIMAL),), 1),
        ("X shrinks tumours.", None, (line(ANIMAL), line(Study())), 0),
        ("X shrinks tumours.", None, (line(ANIMAL), line(PATIENT)), 0),
        ("X shrinks tumours.", ClaimType.MECHANISM, (line(ANIMAL),), 0),
        ("X shrinks tumours in mice.", None, (line(ANIMAL),), 0),
        ("X shrinks tumours in xenograft models.", None, (line(ANIMAL),), 0),
        ("X lowers the MIC of colistin for most isolates.", None, (line(CELL),), 0),
        ("Most larvae survived five days with X.", None, (line(ANIMAL),), 0),
        ("X shrinks tumours in patients.", None, (line(ANIMAL),), 0),  # SUP018 tells
        ("X shrinks tumours.", None, (line(ANIMAL, role=Role.BACKGROUND),), 0),
    ],
)
def test_preclinical_evidence(
    text: str, kind: ClaimType | None, lines: tuple[LineSupport, ...], count: int
) -> None:
    assert len(messages(sup_systems.preclinical_evidence, text, *lines, kind=kind)) == count


def test_a_field_of_the_claim_does_not_say_it_to_readers() -> None:
    rule = sup_systems.preclinical_evidence
    assert messages(rule, "X shrinks tumours.", line(ANIMAL), system=System.ANIMAL) == [
        "the text of `c` does not say that all its evidence is preclinical, made in animals (`a`: "
        "its title says `mice`): say so in the text, or cite work in patients"
    ]


VOLUNTEER = Study((System.HEALTHY_VOLUNTEER,), ("volunteers",), "title")


@pytest.mark.parametrize(
    ("text", "kind", "study", "count"),
    [
        ("X enters the brain in preclinical studies.", None, PATIENT, 1),
        ("X enters the brain in preclinical studies.", None, ANIMAL, 0),
        ("X enters the brain in mice.", None, PATIENT, 1),
        ("X works in patients.", None, ANIMAL, 1),
        ("X may work in patients.", None, ANIMAL, 0),
        ("X works in children.", None, ANIMAL, 1),
        ("X works in patients.", None, VOLUNTEER, 0),
        ("X works in patients.", ClaimType.EFFICACY, VOLUNTEER, 1),
        ("X works in mice.", None, CELL, 1),
        ("X works in mice.", None, Study((System.CELL,), ("cells",), "title"), 0),
        ("X works.", None, ANIMAL, 0),
    ],
)
def test_differing_system(text: str, kind: ClaimType | None, study: Study, count: int) -> None:
    assert len(messages(sup_systems.differing_system, text, line(study), kind=kind)) == count


def test_the_system_of_the_claim_counts_where_its_text_is_silent() -> None:
    told = messages(sup_systems.differing_system, "X works.", line(ANIMAL), system=System.PATIENT)
    assert told == [
        "`c` says `system: patient`, and `a` was made in animals (its title says `mice`): cite "
        "work that was made in what the claim says, or say what this one was made in"
    ]


@pytest.mark.parametrize(
    ("system", "quote"),
    [
        (System.ANIMAL, "In pregnant sheep X sufficed."),
        (System.EX_VIVO, "In cultured biopsies from patients X lowered CXCL10."),
        (System.EX_VIVO, "In extracted human teeth X worked."),
    ],
)
def test_what_the_quote_was_made_in_counts_before_the_title(system: System, quote: str) -> None:
    rule = sup_systems.differing_system
    assert not messages(rule, "X works.", line(PATIENT, quote), system=system)
    assert messages(rule, "X works.", line(PATIENT, "X worked."), system=system)


MICE = Study(species=("mouse",))


@pytest.mark.parametrize(
    ("text", "support", "count"),
    [
        ("X works in mice.", line(quote="X worked in rats."), 1),
        ("X works in mice.", line(quote="X worked in mice and rats."), 0),
        ("X works in mice.", line(quote="X worked in patients."), 1),
        ("X works in patients.", line(quote="X worked in rats."), 1),
        ("X works in adults.", line(quote="X worked in children."), 1),
        ("X works in rats.", line(MICE, "X worked."), 1),
        ("X works in rats.", line(MICE), 1),
        ("X works in rats.", line(MICE, depth=Depth.ABSTRACT), 1),
        ("X works in rats.", line(MICE, depth=Depth.FULL_TEXT), 1),
        ("X works in rats.", line(Study(species=("mouse", "dog"))), 0),
        ("X works in mice.", line(MICE), 0),
        ("X works.", line(MICE), 0),
    ],
)
def test_differing_species(text: str, support: LineSupport, count: int) -> None:
    assert len(messages(sup_species.differing_species, text, support)) == count


def test_a_species_that_differs_from_the_quote_is_told_once() -> None:
    support = line(PATIENT, "X worked in patients.")
    assert not messages(sup_systems.differing_system, "X works in mice.", support)
    assert messages(sup_species.differing_species, "X works in mice.", support) == [
        "`c` says `mice`, and the quote of `a` says `patients`: put right what is wrong"
    ]


@pytest.mark.parametrize(
    ("rule", "quote", "message"),
    [
        (sup_strength.hedge_lost, "X may lower the rate of relapse.",
         "`c` states as a fact what the quote hedges (`may`): hedge it as well (`a`)"),
        (sup_limits.limit_lost, "X lowers the rate of relapse only in men.",
         "`c` leaves out a limit of the quote (`only in men`): say it as well (`a`)"),
        (sup_limits.part_left_out, "X lowers the rate of relapse, although few relapsed.",
         "`c` leaves out `although few relapsed` of the quote: see whether it matters (`a`)"),
        (sup_strength.association_as_cause, "Use of X was associated with a lower rate of relapse.",
         "`c` says `lowers`, and the quote only `associated with`: an association does not say "
         "what causes what (`a`)"),
        (sup_strength.differing_denial, "X did not lower the rate of relapse.",
         "`c` says `X lowers the rate of relapse`, and the quote `not lower the rate of relapse`: "
         "one of them denies what the other says (`a`)"),
        (sup_strength.differing_way, "X raised the rate of relapse.",
         "`c` says `lowers`, and the quote `raised`: put right which way it went (`a`)"),
    ],
)  # fmt: skip
def test_strength(rule: Rule[SupportedClaim], quote: str, message: str) -> None:
    text = "X lowers the rate of relapse."
    assert messages(rule, text, line(quote=quote)) == [message]
    assert not messages(rule, text, line(quote=text))
    assert not messages(rule, text, line(quote=quote, role=Role.BACKGROUND))


def test_a_randomised_trial_may_speak_of_an_association() -> None:
    support = line(Study(is_randomised=True), "X was associated with a lower rate of relapse.")
    assert not messages(sup_strength.association_as_cause, "X lowers relapse.", support)


@pytest.mark.parametrize(
    ("text", "kind", "published", "count"),
    [
        ("X shrinks tumours.", ClaimType.EFFICACY, PublicationKind.REVIEW, 1),
        ("X shrinks tumours in 57% of patients.", None, PublicationKind.EDITORIAL, 1),
        ("X shrinks tumours.", ClaimType.SAFETY, PublicationKind.PROTOCOL, 1),
        ("X shrinks tumours.", None, PublicationKind.REVIEW, 0),
        ("X binds ALK.", ClaimType.MECHANISM, PublicationKind.REVIEW, 0),
        ("X shrinks tumours.", ClaimType.EFFICACY, PublicationKind.SYSTEMATIC_REVIEW, 0),
        ("X shrinks tumours.", ClaimType.EFFICACY, PublicationKind.GUIDELINE, 0),
    ],
)
def test_review_as_evidence(
    text: str, kind: ClaimType | None, published: PublicationKind, count: int
) -> None:
    support = line(Study(kind=published, kind_words="words"))
    assert len(messages(sup_kinds.review_as_evidence, text, support, kind=kind)) == count


@pytest.mark.parametrize(
    ("support", "count"),
    [
        (line(quote="X halved relapse.", cites=("4", "7")), 1),
        (line(quote="X halved relapse."), 0),
        (line(quote="X halved relapse, consistent with earlier trials.", cites=("4",)), 0),
        (line(quote="X failed in men, and the present data speak for it.", cites=("4",)), 0),
        (line(quote="These data do not show that X helps.", cites=("4",)), 0),
        (line(quote="X halved relapse.", cites=("4",), role=Role.BACKGROUND), 0),
        (line(Study(kind=PublicationKind.GUIDELINE), "X halved relapse.", cites=("4",)), 0),
        (line(), 0),
    ],
)
def test_secondary_quote(support: LineSupport, count: int) -> None:
    assert len(messages(sup_kinds.secondary_quote, "X halves relapse.", support)) == count
