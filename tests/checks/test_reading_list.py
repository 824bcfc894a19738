from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evidence.checks.reading_list import MOST, to_read
from evidence.model.anchor import Anchor, AnchorState, CellAnchor, CellState, Passage
from evidence.model.claim import Claim, EvidenceLine, RestsOn, Role, TableCell
from evidence.model.judgement import Defect, Judged, Judgement, JudgementState, Stance
from evidence.model.place import Place
from evidence.model.report import ClaimResult, Level, LineResult, Status
from evidence.model.source_text import Depth

PLACE = Place("claims.yaml", 1)
READER = Judged("R. Achebe", date(2026, 11, 1))
SUPPORTS = Judgement(Stance.SUPPORTS, JudgementState.CURRENT, judged=READER)


def passage(*pages: str, section: str = "") -> Passage:
    return Passage(text="words", start=0, end=5, place=PLACE, pages=pages, section=section)


FOUND = Anchor(state=AnchorState.FOUND, passages=(passage("2", "114"),), file="sources/a.pdf")


def line(
    key: str = "lind2019",
    *,
    status: Status | None = Status.VERIFIED,
    role: Role = Role.EVIDENCE,
    page: str = "",
    **parts: object,
) -> LineResult:
    parts = {"depth": Depth.FULL_TEXT} | parts
    table = TableCell("Table 2", "placebo") if "cell" in parts else None
    evidence = EvidenceLine(key, PLACE, role, page=page, table=table)
    return LineResult(evidence, status, **parts)  # type: ignore[arg-type]


def steps(*lines: LineResult, rests_on: tuple[RestsOn, ...] = ()) -> tuple[str, ...]:
    evidence = tuple(each.line for each in lines)
    claim = Claim("statins", "Statins lower LDL.", PLACE, evidence=evidence, rests_on=rests_on)
    return to_read(ClaimResult(claim, Level.LINKED, at_risk=False, broken=False, lines=lines))


def test_a_claim_without_evidence_needs_some() -> None:
    assert steps() == ("find evidence for the claim, and link it: `evidence link statins KEY`",)


def test_an_inference_has_nothing_of_its_own_to_read() -> None:
    assert steps(rests_on=(RestsOn("other", PLACE),)) == ()


def test_a_line_that_was_judged_is_done() -> None:
    assert steps(line(anchor=FOUND, judgement=SUPPORTS)) == ()
    assert steps(line(depth=Depth.NONE, judgement=SUPPORTS)) == ()


def test_a_found_quote_is_to_be_judged() -> None:
    assert steps(line(anchor=FOUND)) == (
        "read `lind2019`, p. 114, and judge it: `evidence judge statins lind2019`",
    )
    nowhere = replace(FOUND, passages=(passage(section="Results"),))
    assert steps(line(anchor=nowhere)) == (
        "read `lind2019`, Results, and judge it: `evidence judge statins lind2019`",
    )


def test_a_found_cell_is_to_be_judged() -> None:
    assert steps(line(cell=CellAnchor(state=CellState.FOUND, text="12"), page="9")) == (
        "read `lind2019`, p. 9, and judge it: `evidence judge statins lind2019`",
    )


def test_a_text_without_a_quote_is_to_be_quoted() -> None:
    assert steps(line(), line("amer2020", depth=Depth.ABSTRACT)) == (
        "find the passage of `lind2019` that carries it: `evidence anchor statins lind2019`",
        "find the passage of `amer2020` that carries it: `evidence anchor statins amer2020`",
    )


def test_works_without_a_text_are_to_be_got_all_at_once() -> None:
    none: dict[str, Any] = {"depth": Depth.NONE}
    assert steps(line(**none)) == ("get the full text of `lind2019` (as `sources/lind2019.pdf`)",)
    assert steps(line(**none), line("amer2020", **none), line(**none)) == (
        "get the full texts of `lind2019`, `amer2020` (as `sources/lind2019.pdf`)",
    )


def test_an_abstract_that_lacks_the_quote_calls_for_the_full_text() -> None:
    unchecked = Anchor(state=AnchorState.UNCHECKED, reason="only the abstract is at hand")
    got = ("get the full text of `lind2019` (as `sources/lind2019.pdf`)",)
    assert steps(line(anchor=unchecked, depth=Depth.ABSTRACT)) == got
    cell = CellAnchor(state=CellState.UNCHECKED, reason="only the abstract is at hand")
    assert steps(line(cell=cell, depth=Depth.ABSTRACT)) == got
    assert steps(line(anchor=unchecked)) == ()  # of a full text: nothing more to get


@pytest.mark.parametrize("role", [Role.BACKGROUND, Role.METHOD, Role.DEFINITION])
def test_a_line_that_does_not_bear_the_claim_needs_no_text(role: Role) -> None:
    assert steps(line(role=role), line(role=role, depth=Depth.NONE)) == ()
    assert len(steps(line(role=Role.CONTRARY))) == 1


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (
            Anchor(state=AnchorState.NOT_FOUND),
            "look for the finding in `lind2019`: the quote is not in its text",
        ),
        (
            Anchor(state=AnchorState.NOT_FOUND, nearest=passage("3")),
            "look for the finding in `lind2019`: the quote is not in its text; compare p. 3",
        ),
        (
            Anchor(state=AnchorState.NOT_FOUND, nearest=passage("3"), elsewhere=("amer2020", "c")),
            "read `amer2020`, `c`: the quote stands there, and not in `lind2019`",
        ),
        (
            Anchor(state=AnchorState.ALTERED, nearest=passage("3", "115")),
            "read `lind2019`, p. 115, and quote its own words",
        ),
        (
            Anchor(state=AnchorState.SPLICED, passages=(passage("3"), passage("7"))),
            "read `lind2019`, p. 3 and p. 7: the quote joins passages that stand apart",
        ),
    ],
)
def test_a_wrong_quote_says_where_to_read(anchor: Anchor, said: str) -> None:
    assert steps(line(anchor=anchor)) == (said,)


def test_an_ambiguous_quote_is_placed_before_it_is_judged() -> None:
    twice = Anchor(state=AnchorState.AMBIGUOUS, passages=(passage("3"), passage("7")))
    assert steps(line(anchor=twice)) == (
        "say which of 2 passages of `lind2019` is meant, by `page` or `prefix`",
    )


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (
            CellAnchor(state=CellState.DIFFERS, text="14"),
            "read Table 2 of `lind2019`: the cell says `14`",
        ),
        (
            CellAnchor(state=CellState.NO_TABLE),
            "look for Table 2 in `lind2019`: that table is not there",
        ),
        (
            CellAnchor(state=CellState.NO_CELL),
            "look for Table 2 in `lind2019`: that cell is not there",
        ),
    ],
)
def test_a_wrong_cell_says_what_to_look_at(cell: CellAnchor, said: str) -> None:
    assert steps(line(cell=cell)) == (said,)


@pytest.mark.parametrize(
    ("changed", "said"),
    [(("claim",), "the claim changed"), (("claim", "source"), "the claim and source changed")],
)
def test_a_stale_judgement_says_what_changed(changed: tuple[str, ...], said: str) -> None:
    stale = Judgement(Stance.SUPPORTS, JudgementState.STALE, judged=READER, changed=changed)
    assert steps(line(anchor=FOUND, judgement=stale)) == (
        f"read `lind2019`, p. 114 again, since {said} after it was judged: "
        "`evidence judge statins lind2019`",
    )


def test_an_unsealed_judgement_is_given_again() -> None:
    typed = Judgement(Stance.SUPPORTS, JudgementState.UNSEALED)
    assert steps(line(judgement=typed)) == (
        "read `lind2019` again, so that it is noted what was judged: "
        "`evidence judge statins lind2019`",
    )


@pytest.mark.parametrize(
    ("stance", "defect", "said"),
    [
        (Stance.DISPUTES, None, "disputes"),
        (Stance.SUPPORTS, Defect.MISQUOTED, "misquoted"),
    ],
)
def test_an_adverse_judgement_calls_for_another_claim(
    stance: Stance, defect: Defect | None, said: str
) -> None:
    judged = Judgement(stance, JudgementState.CURRENT, defect, READER)
    assert steps(line(anchor=FOUND, judgement=judged)) == (
        f"change the claim, or its evidence: `lind2019` was judged `{said}`",
    )


def test_an_entry_that_is_wrong_comes_before_its_work_is_read() -> None:
    assert steps(
        line("gone", status=None, depth=Depth.NONE),
        line("mistyped", status=Status.MALFORMED, depth=Depth.NONE),
        line("retracted", is_withdrawn=True),
    ) == (
        "add `gone` to the bibliography, or correct the key",
        "set the entry `mistyped` right (`malformed`) before its work is read",
        "find other evidence than `retracted`, which is retracted or withdrawn",
    )
    assert len(steps(line(status=Status.UNCHECKED, depth=Depth.NONE))) == 1


def test_what_is_wrong_comes_first_and_not_more_than_a_handful_is_told() -> None:
    stale = Judgement(Stance.SUPPORTS, JudgementState.STALE, judged=READER, changed=("line",))
    told = steps(
        line("no-text", depth=Depth.NONE),
        line("no-quote"),
        line("found", anchor=FOUND),
        line("stale", anchor=FOUND, judgement=stale),
        line("wrong", anchor=Anchor(state=AnchorState.NOT_FOUND)),
    )
    keys = ("wrong", "stale", "found", "no-quote", "no-text")
    assert [key for key, step in zip(keys, told, strict=True) if f"`{key}`" in step] == [*keys]
    many = steps(*(line(f"key{number}", anchor=FOUND) for number in range(MOST + 2)))
    assert len(many) == MOST
    assert many[-1] == "then 3 more"


def test_a_name_that_a_shell_would_take_apart_is_quoted() -> None:
    (step,) = steps(line("a b;c", anchor=FOUND))
    assert step.endswith("`evidence judge statins 'a b;c'`")


def test_of_several_lines_for_a_work_the_command_says_which() -> None:
    lines = (line(page="1", judgement=SUPPORTS), line("amer2020"), line(page="2", anchor=FOUND))
    assert steps(*lines) == (
        "read `lind2019`, p. 114, and judge it: `evidence judge statins lind2019 --at 2`",
        "find the passage of `amer2020` that carries it: `evidence anchor statins amer2020`",
    )


def test_the_folder_of_the_texts_may_have_another_name() -> None:
    claim = Claim("statins", "Statins lower LDL.", PLACE)
    result = ClaimResult(
        claim, Level.LINKED, at_risk=False, broken=False, lines=(line(depth=Depth.NONE),)
    )
    assert to_read(result, sources="texts") == (
        "get the full text of `lind2019` (as `texts/lind2019.pdf`)",
    )
