"""What a claims file lacks of what a document states."""

from dataclasses import replace

import pytest

from evidence.audit.document_claims import UNCITED, DocumentClaims, plan_claims
from evidence.checks.holding import hold
from evidence.edits.claims.new_claim import NewLine
from evidence.model.claim import Claim, Claims, ClaimType, EvidenceLine, System, Value
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    DocumentTable,
    Statement,
)
from evidence.model.place import Place

FILE = "claims.yaml"
KEYS = {"1": "quill2018", "2": "ember1998", "3": "ness2015"}
SLEEP = "Counting sheep shortens the time to sleep in patients with insomnia."
SNAILS = "Preclinical studies have shown that snails sleep in slow waves."
ASLEEP = "The snails are thought to dream."
PLACEBO = "In addition, placebo lozenges reduced hiccups by 40%."


def said(text: str, *cited: str | Cited, line: int = 1, paragraph: int = 0) -> Statement:
    place = Place("page.txt", line)
    labels = tuple(each if isinstance(each, Cited) else Cited(each) for each in cited)
    marker = Citation("[…]", CitationForm.BRACKET, labels, line * 100, line * 100 + 3, place)
    markers = (marker,) if cited else ()
    return Statement(text, line * 100, line * 100 + 50, place, markers, paragraph)


def claim(id: str, text: str, *references: str, file: str = FILE) -> Claim:
    lines = tuple(EvidenceLine(key, Place(file, 9)) for key in references)
    return Claim(id, text, Place(file, 4), evidence=lines)


def plan(
    *statements: Statement, claims: tuple[Claim, ...] = (), tables: tuple[DocumentTable, ...] = ()
) -> DocumentClaims:
    document = Document("page.txt", "", statements, tables)
    return plan_claims(hold(document, claims, ()), Claims(claims), KEYS, FILE)


def test_a_cited_statement_gets_a_line_for_each_work_in_the_order_of_the_citation() -> None:
    [new] = plan(said(SLEEP, "3", "1")).new
    assert new.claim.id == "sheep-sleep-patients-insomnia"
    assert new.claim.text == SLEEP
    assert new.claim.lines == (NewLine("ness2015"), NewLine("quill2018"))
    assert (new.claim.type, new.claim.system) == (None, System.PATIENT)
    assert (new.claim.note, new.claim.comments, new.claim.after) == ("", (), None)


def test_two_labels_of_one_entry_are_one_line_and_one_without_an_entry_is_none() -> None:
    two = Document("page.txt", "", (said(SLEEP, "1", "8", "9"),))
    [new] = plan_claims(hold(two, (), ()), Claims(), {"1": "quill2018", "9": "quill2018"}, FILE).new
    assert new.claim.lines == (NewLine("quill2018"),)


@pytest.mark.parametrize(
    ("locator", "line"),
    [
        ("p. 12", NewLine("quill2018", page="12")),
        ("pp. 33-35, 38", NewLine("quill2018", section="pp. 33-35, 38")),
        ("pp. 33–35", NewLine("quill2018", page="33–35")),
        ("pages 4", NewLine("quill2018", page="4")),
        ("e123", NewLine("quill2018", page="e123")),
        ("7", NewLine("quill2018", page="7")),
        ("chap. 2", NewLine("quill2018", section="chap. 2")),
        ("fig.  3", NewLine("quill2018", section="fig. 3")),
        ("", NewLine("quill2018")),
        ("S7", NewLine("quill2018", page="7")),
        ("p. x", NewLine("quill2018", section="p. x")),
        ("pp. 33-x", NewLine("quill2018", section="pp. 33-x")),
        ("9" * 80, NewLine("quill2018", page="9" * 80)),
        ("9" * 81, NewLine("quill2018", section="9" * 80)),
        ("p. " + "1" * 100_000 + "!", NewLine("quill2018", section="p. " + "1" * 77)),
    ],
)
def test_the_place_in_the_work_is_taken_over(locator: str, line: NewLine) -> None:
    [new] = plan(said(SLEEP, Cited("1", locator))).new
    assert new.claim.lines == (line,)


def test_an_uncited_inference_has_no_evidence_and_a_proposal() -> None:
    first, second = plan(said(SNAILS, "2", "3"), said(ASLEEP, line=2)).new
    assert first.claim.id == "sleep-slow-waves"
    assert second.claim.type is ClaimType.INFERENCE
    assert (second.claim.lines, second.claim.rests_on) == ((), ())
    assert second.claim.note == UNCITED
    assert second.claim.comments == (
        "proposed, for a person to decide: rests_on: [sleep-slow-waves], the sentence before",
    )


def test_an_uncited_finding_may_inherit_the_citation_before_it() -> None:
    _, second = plan(said(SNAILS, "2", "3"), said(PLACEBO, line=2)).new
    assert (second.claim.type, second.claim.lines, second.claim.note) == (None, (), UNCITED)
    assert second.claim.comments == (
        "proposed, for a person to decide: evidence: [ember1998, ness2015], cited by the sentence"
        " before",
    )


def test_nothing_is_proposed_from_another_paragraph_or_an_uncited_sentence() -> None:
    cited, other = said(SNAILS, "2"), said(PLACEBO, line=2, paragraph=1)
    third = said("Lozenges also prevented sneezing.", line=3, paragraph=1)
    assert [each.claim.comments for each in plan(cited, other, third).new] == [(), (), ()]


def test_a_cited_table_becomes_values() -> None:
    caption = said("Half-lives", "1", line=5)
    table = DocumentTable("Table 2", caption, (("Drug", "Half-life (h)"), ("A", "4"), ("B", "5")))
    [new] = plan(tables=(table,)).new
    assert new.claim.text == "Half-lives: Half-life 4 h for A, 5 h for B."
    assert new.claim.values == (
        Value("Half-life", "4", "h", "A"),
        Value("Half-life", "5", "h", "B"),
    )
    assert new.claim.lines == (NewLine("quill2018"),)


def test_a_statement_that_stands_there_twice_is_one_claim_with_all_its_works() -> None:
    found = plan(said(SLEEP, "1"), said(SNAILS, "2", line=2), said(SLEEP, "1", "3", line=3))
    assert [each.claim.text for each in found.new] == [SLEEP, SNAILS]
    assert found.new[0].claim.lines == (NewLine("quill2018"), NewLine("ness2015"))
    assert found.new[0].statement.place.line == 1


def test_what_is_cited_where_it_stands_again_is_not_uncited() -> None:
    first, second = plan(said(SNAILS, "2"), said(PLACEBO, line=2), said(PLACEBO, "1", line=3)).new
    assert second.claim.lines == (NewLine("quill2018"),)
    assert (second.claim.note, second.claim.comments) == ("", ())
    assert first.claim.text == SNAILS


def test_new_claims_go_behind_the_claim_of_the_statement_before_them() -> None:
    old = (claim("snails", SNAILS, "ember1998"), claim("other", "Tap water has no memory."))
    found = plan(
        said(SLEEP, "1"),
        said(SNAILS, "2", line=2),
        said(PLACEBO, "1", line=3),
        said("Yawns are contagious.", "3", line=4),
        claims=old,
    )
    assert [(each.claim.id, each.claim.after) for each in found.new] == [
        ("sheep-sleep-patients-insomnia", None),
        ("placebo-lozenges-hiccups", "snails"),
        ("yawns-contagious", "placebo-lozenges-hiccups"),
    ]
    assert [each.claim.before for each in found.new] == ["snails", None, None]


def test_a_new_claim_goes_in_front_of_the_next_claim_of_its_own_file() -> None:
    old = (claim("placebo", PLACEBO, file="more.yaml"), claim("snails", SNAILS, "ember1998"))
    found = plan(
        said(SLEEP, "1"), said(PLACEBO, "1", line=2), said(SNAILS, "2", line=3), claims=old
    )
    assert [(each.claim.after, each.claim.before) for each in found.new] == [(None, "snails")]


def test_a_second_sentence_in_another_spelling_is_the_same_claim() -> None:
    first = "Hiccalin is present at 1,000 nmol/L in the plasma of patients."
    second = first.replace("1,000 nmol/L", "1000 nM")
    once = claim("plasma", first, "quill2018")
    assert plan(said(first, "1"), said(second, "1", line=2), claims=(once,)).new == ()
    [new] = plan(said(first, "1"), said(second, "2", line=2)).new
    assert new.claim.lines == (NewLine("quill2018"), NewLine("ember1998"))
    other = first.replace("1,000", "1,001")
    assert len(plan(said(first, "1"), said(other, "1", line=2)).new) == 2


def test_a_claim_that_is_stated_with_another_number_gets_no_lines() -> None:
    old = claim("placebo", PLACEBO.replace("40%", "60%"), "quill2018")
    found = plan(said(PLACEBO, "1", "2"), claims=(old,))
    assert (found.new, found.grown) == ((), ())
    twice = (said(old.text, "1"), said(PLACEBO, "1", "2", line=2))
    assert plan(*twice, claims=(old,)).grown == ()


def test_a_statement_that_is_a_claim_already_gets_lines_for_new_works_only() -> None:
    old = claim("snails", SNAILS.replace("have shown", "showed"), "ember1998", "by-hand1990")
    found = plan(said(SNAILS, "2", "3"), claims=(old,))
    assert found.new == ()
    [grown] = found.grown
    assert (grown.claim, grown.lines) == (old, (NewLine("ness2015"),))
    assert plan(said(SNAILS, "2"), claims=(old,)).grown == ()


def test_a_second_sentence_of_the_same_words_adds_to_the_same_claim() -> None:
    old = claim("snails", SNAILS, "ember1998")
    twice = (said(SNAILS, "2"), said(SNAILS, "3", line=2), said(SNAILS, "3", line=3))
    found = plan(*twice, claims=(old,))
    assert found.new == ()
    assert [each.lines for each in found.grown] == [(NewLine("ness2015"),)]


def test_one_work_is_added_to_every_claim_whose_statement_cites_it() -> None:
    old = (claim("sleep", SLEEP, "quill2018"), claim("snails", SNAILS, "ember1998"))
    found = plan(said(SLEEP, "1", "3"), said(SNAILS, "3", line=2), claims=old)
    assert [(each.claim.id, each.lines) for each in found.grown] == [
        ("sleep", (NewLine("ness2015"),)),
        ("snails", (NewLine("ness2015"),)),
    ]


def test_works_of_a_statement_that_was_split_into_two_claims_are_not_added_again() -> None:
    text = "Snails sleep in slow waves and lozenges shorten hiccups by 40%."
    parts = (
        claim("a", "Snails sleep in slow waves.", "ember1998"),
        claim("b", "Lozenges shorten hiccups by 40%.", "quill2018"),
    )
    found = plan(said(text, "1", "2"), claims=parts)
    assert (found.new, found.grown) == ((), ())


def test_an_approved_wording_holds_a_statement_too() -> None:
    old = replace(claim("snails", "Gastropods rest."), variants=(SNAILS,))
    assert plan(said(SNAILS, "2"), claims=(old,)).new == ()


def test_an_id_of_another_file_is_not_taken_twice_and_nothing_goes_behind_it() -> None:
    taken = claim("placebo-lozenges-hiccups", "Another claim.", file="more.yaml")
    held = claim("snails", SNAILS, file="more.yaml")
    found = plan(said(SNAILS, "2"), said(PLACEBO, "1", line=2), claims=(taken, held))
    assert [(each.claim.id, each.claim.after) for each in found.new] == [
        ("placebo-lozenges-hiccups-2", None)
    ]
    assert [each.claim.id for each in found.grown] == ["snails"]


def test_the_same_document_gives_the_same_ids() -> None:
    statements = (said(SLEEP, "1"), said(SNAILS, "2", line=2), said(PLACEBO, line=3))
    assert plan(*statements) == plan(*statements)
