"""SUP018 and SUP032 over the full texts of works."""

import pytest

from evidence.checks import sup_species, sup_systems
from evidence.checks.rule import Problem
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.studies.populations import populations_of
from evidence.matching.studies.study import Study
from evidence.model.claim import Claim, EvidenceLine, Role, System
from evidence.model.place import Place
from evidence.model.source_text import Depth

HERE = Place("claims.yaml", 3, 1)


def line(
    text: str, *, quote: str = "", role: Role = Role.EVIDENCE, depth: Depth = Depth.FULL_TEXT
) -> LineSupport:
    study = Study(populations=populations_of(text))
    return LineSupport(EvidenceLine("a2001", HERE, role, quote=quote), depth, study=study)


def problems(text: str, *lines: LineSupport) -> list[Problem]:
    supported = SupportedClaim(Claim("asthma", text, HERE), lines)
    return list(sup_species.differing_species.check(supported))


def test_people_whom_the_text_does_not_name_are_told() -> None:
    (found,) = problems("In infants attacks fell.", line("Adults with asthma took part."))
    assert found.message == (
        "`asthma` says `infants`, whom no text of its works tells of (`a2001`): they tell of "
        "`Adults`; put right what is wrong"
    )
    assert (found.found, found.expected) == ("infants", "Adults")


@pytest.mark.parametrize(
    "lines",
    [
        (line("Neonates took part."),),
        (line("Adults took part."), line("Infants took part.")),
        (line("Adults took part.", depth=Depth.ABSTRACT),),
        (line("Adults took part.", role=Role.CONTRARY),),
        (),
    ],
)
def test_nothing_is_said_where_one_work_names_them_or_may(lines: tuple[LineSupport, ...]) -> None:
    assert problems("In infants attacks fell.", *lines) == []


def test_the_background_counts_where_nothing_supports_the_claim() -> None:
    background = line("Adults took part.", role=Role.BACKGROUND)
    assert len(problems("In infants attacks fell.", background)) == 1
    assert problems("In infants attacks fell.", background, line("Infants.")) == []


def test_one_animal_of_several_that_no_quote_names_is_told() -> None:
    quote = line("Mice, rats and dogs.", quote="Airways of rats and dogs relaxed.")
    (found,) = problems("Airways of mice and dogs relaxed.", quote)
    assert (found.found, found.expected) == ("mice", "rats")
    assert problems("Airways of mice and dogs relaxed.", quote, line("Mice and dogs.")) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Patients breathed better, which may be due to relaxed airways.", 1),
        ("The drug may help patients.", 0),
        ("Rats breathed better, which may be due to relaxed airways.", 0),
    ],
)
def test_a_hedge_on_something_else_is_no_inference(text: str, count: int) -> None:
    study = Study((System.ANIMAL,), ("rats",), "title")
    support = LineSupport(EvidenceLine("a2001", HERE), Depth.FULL_TEXT, study=study)
    supported = SupportedClaim(Claim("c", text, HERE), (support,))
    assert len(list(sup_systems.differing_system.check(supported))) == count


def system_problems(text: str, study: Study, quote: str = "", says: System | None = None) -> int:
    support = LineSupport(EvidenceLine("a2001", HERE, quote=quote), Depth.FULL_TEXT, study=study)
    supported = SupportedClaim(Claim("c", text, HERE, system=says), (support,))
    return len(list(sup_systems.differing_system.check(supported)))


def test_people_who_gave_cells_are_no_patients() -> None:
    rats = Study((System.ANIMAL,), ("rats",), "title")
    assert system_problems("In islets from women it raised insulin.", rats) == 0
    assert system_problems("In women it raised insulin.", rats) == 1


def test_a_quote_that_names_people_shows_that_the_work_tells_of_them() -> None:
    rats = Study((System.ANIMAL,), ("rats",), "title")
    assert system_problems("In women sleep improved.", rats, "Ten women slept longer.") == 0
    assert system_problems("In women sleep improved.", rats, "They slept longer.") == 1


def test_a_model_may_be_one_of_patients() -> None:
    told = Study((System.PATIENT,), ("40 patients",), "abstract")
    said = Study((System.PATIENT,), ("patient",), "line")
    assert system_problems("It costs less.", told, says=System.IN_SILICO) == 0
    assert system_problems("It costs less.", said, says=System.IN_SILICO) == 1
    assert system_problems("It costs less.", told, says=System.CELL) == 1
