"""The rules on the claims of documents, and on what these cite for them."""

from evidence.checks import cit_claims, cit_lines
from evidence.checks.case import Case
from evidence.checks.engine import run_rules
from evidence.checks.table import find_rules
from evidence.model.claim import ClaimsProblem, EvidenceLine, Value
from evidence.model.place import Place
from sample_documents import FILE, background, claim, document, said, table
from sample_documents import held_case as case

MICE = "Entrectinib slowed the growth of tumours in mice."
SAFE = "Most patients tolerated entrectinib well."
HALF_LIFE = "In healthy volunteers the half-life of entrectinib was 20 hours."


def test_a_cited_statement_and_a_cited_table_without_a_claim() -> None:
    rows = (("Target", "IC50 (nmol/L)"), ("ALK", "12"))
    text = document((MICE, "1"), (SAFE, "1"), listed=["ardini2016"], tables=(table(*rows),))
    found = case(text, claims=(claim("growth", MICE, "ardini2016"),))
    assert said(cit_claims.unclaimed_citation, found) == [
        f"{FILE}:2:1: no claim holds this statement, which cites `[1]`: “{SAFE}”",
        f"{FILE}:50:1: no claim holds this table `Table 9`, which cites `[1]`: "
        "“Inhibition of kinases: IC50 12 nmol/L for ALK.”",
    ]


def test_without_any_claims_a_document_has_one_finding() -> None:
    text = document((MICE, "1"), (SAFE, "1"), listed=["ardini2016"])
    assert said(cit_claims.unclaimed_citation, case(text)) == [
        f"{FILE}:1:1: `{FILE}` has 2 cited statements and there are no claims:"
        f" `evidence import {FILE}` writes them"
    ]


def test_a_finding_that_cites_nothing() -> None:
    bare = "It reduced the number of metastases by 40%."
    text = document((MICE, "1"), (bare,), ("Cancer is feared.",), listed=["ardini2016"])
    growth = claim("growth", MICE, "ardini2016")
    assert said(cit_claims.uncited_finding, case(text, claims=(growth,))) == [
        f"{FILE}:2:1: this statement cites nothing (the sentence before it cites `[1]`), and no"
        f" claim holds it: “{bare}”"
    ]
    held = claim("metastases", bare, "ardini2016")
    assert said(cit_claims.uncited_finding, case(text, claims=(growth, held))) == []


def test_claims_that_cannot_be_read_make_no_statement_unclaimed() -> None:
    text = document((MICE, "1"), ("It reduced metastases by 40%.",), listed=["ardini2016"])
    found = case(text, problems=(ClaimsProblem("misspelt", Place("claims.yaml")),))
    assert said(cit_claims.unclaimed_citation, found) == []
    assert said(cit_claims.uncited_finding, found) == []


# CIT005, CIT006, CIT007


def test_an_altered_number_says_what_was_expected() -> None:
    text = document((HALF_LIFE.replace("20", "200"), "1"), listed=["ardini2016"])
    found = case(text, claims=(claim("half-life", HALF_LIFE, "ardini2016"),))
    [finding] = cit_claims.altered_claim.run(found)
    assert str(finding) == f"{FILE}:1:1: CIT005 `half-life` says something else here: 20 → 200"
    assert (finding.claim, finding.found, finding.expected) == ("half-life", "200", "20")
    assert said(cit_claims.reworded_claim, found) == []
    assert said(cit_claims.absent_claim, found) == []
    assert said(cit_claims.unclaimed_citation, found) == []


def test_a_dropped_hedge_is_an_alteration_and_an_added_word_is_not() -> None:
    may = "Entrectinib may reach tumours of the brain."
    plain = document(("Entrectinib reaches tumours of the brain.",))
    added = document(("Entrectinib may well reach tumours of the brain.",))
    claims = (claim("brain", may, "ardini2016"),)
    assert said(cit_claims.altered_claim, case(plain, claims=claims)) == [
        f"{FILE}:1:1: `brain` says something else here: `may` dropped"
    ]
    assert said(cit_claims.altered_claim, case(added, claims=claims)) == []
    assert said(cit_claims.reworded_claim, case(added, claims=claims)) == [
        f"{FILE}:1:1: `brain` is worded otherwise here: `well` added"
    ]


def test_an_altered_claim_is_found_in_the_document_that_altered_it() -> None:
    texts = (
        document((HALF_LIFE,)),
        document((HALF_LIFE.replace("hours", "days"),), file="documents/b.md"),
    )
    found = case(*texts, claims=(claim("half-life", HALF_LIFE, "ardini2016"),))
    assert said(cit_claims.altered_claim, found) == [
        "documents/b.md:1:1: `half-life` says something else here: hours → days"
    ]


def test_a_claim_that_stands_nowhere_names_the_nearest_statement() -> None:
    near = "Healthy volunteers had a shorter half-life of entrectinib than patients with asthma."
    claims = (claim("half-life", HALF_LIFE, at=3), claim("wholly-other", "Statins help.", at=9))
    found = case(document((MICE,), (near,)), claims=claims)
    assert said(cit_claims.absent_claim, found) == [
        "claims.yaml:3:9: `half-life` stands in no document; nearest is documents/a.md:2:1: "
        "Healthy volunteers had a shorter half-life of entrectinib than patients with …",
        "claims.yaml:9:9: `wholly-other` stands in no document",
    ]
    assert (
        said(cit_claims.absent_claim, case(document((MICE,)), claims=claims, unreadable=("b.md",)))
        == []
    )


def test_one_document_of_several_is_enough() -> None:
    texts = (document((MICE,)), document((SAFE,), file="documents/b.md"))
    claims = (claim("growth", MICE), claim("safety", SAFE))
    assert said(cit_claims.absent_claim, case(*texts, claims=claims)) == []


def test_a_claim_is_there_when_a_table_states_its_values() -> None:
    rows = (("Target", "IC50 (nmol/L)"), ("ALK", "12"))
    values = (Value("IC50", "12", "nM", "ALK"),)
    claims = (claim("alk", "It inhibits ALK at low concentrations.", "ardini2016", values=values),)
    found = case(document(listed=["ardini2016"], tables=(table(*rows),)), claims=claims)
    assert run_rules(find_rules("CIT004"), found) == ()
    assert said(cit_claims.absent_claim, found) == []


# CIT008


def test_a_cited_work_without_a_line() -> None:
    text = document((MICE, "1", "2"), listed=["ardini2016", "chen2018"])
    found = case(text, claims=(claim("growth", MICE, "ardini2016"),))
    assert said(cit_lines.differing_citation, found) == [
        f"{FILE}:1:1: `growth` stands here with `chen2018`, for which it has no line:"
        " `evidence link growth chen2018` adds one"
    ]


def test_a_line_in_any_role_names_the_work() -> None:
    text = document((MICE, "1", "2"), listed=["ardini2016", "chen2018"])
    named = claim("growth", MICE, "ardini2016", background("chen2018"))
    assert said(cit_lines.differing_citation, case(text, claims=(named,))) == []


def test_a_supporting_line_that_is_no_longer_cited() -> None:
    text = document((MICE, "1"), listed=["ardini2016"])
    more = claim("growth", MICE, "ardini2016", "drilon2017")
    assert said(cit_lines.differing_citation, case(text, claims=(more,))) == [
        "claims.yaml:5:9: `drilon2017` supports `growth`, and the statement at documents/a.md:1:1"
        " does not cite it"
    ]


def test_what_a_person_added_as_background_need_not_be_cited() -> None:
    text = document((MICE, "1"), listed=["ardini2016"])
    more = claim("growth", MICE, "ardini2016", background("drilon2017"))
    assert said(cit_lines.differing_citation, case(text, claims=(more,))) == []


def test_a_statement_that_cites_nothing_leaves_the_lines_to_the_person() -> None:
    found = case(document((MICE,)), claims=(claim("growth", MICE, "ardini2016"),))
    assert said(cit_lines.differing_citation, found) == []


def test_a_lost_marker_is_told_where_the_document_has_the_work() -> None:
    text = document((MICE,), (SAFE, "1"), listed=["drilon2017", "ardini2016"])
    claims = (claim("growth", MICE, "ardini2016"), claim("safety", SAFE, "drilon2017"))
    assert said(cit_lines.differing_citation, case(text, claims=claims)) == [
        f"claims.yaml:4:9: `ardini2016` supports `growth`, and the statement at {FILE}:1:1 cites"
        " nothing: cite it there, or say in a `note` why not"
    ]


def test_a_note_says_that_the_text_cites_nothing_for_a_line() -> None:
    text = document((MICE,), listed=["ardini2016"])
    noted = EvidenceLine("ardini2016", Place("claims.yaml", 4), note="A person's reading.")
    imported = claim("growth", MICE, "ardini2016", note="The document cites nothing here.")
    for one in (claim("growth", MICE, noted), imported):
        assert said(cit_lines.differing_citation, case(text, claims=(one,))) == []


def test_a_claim_may_be_cited_at_one_of_its_places_only() -> None:
    text = document((MICE, "1"), (MICE, "2"), listed=["ardini2016", "chen2018"])
    both = claim("growth", MICE, "ardini2016", "chen2018")
    assert said(cit_lines.differing_citation, case(text, claims=(both,))) == []


def test_a_label_without_an_entry_may_be_the_missing_work() -> None:
    text = document((MICE, "1", "2"), listed=["ardini2016", "unknown"])
    found = case(text, claims=(claim("growth", MICE, "ardini2016", "drilon2017"),))
    assert said(cit_lines.differing_citation, found) == []


def test_lines_of_claims_in_one_statement_and_of_grounds_count_together() -> None:
    both = "Entrectinib slowed the growth of tumours in mice; most patients tolerated it well."
    text = document((both, "1", "3"), listed=["ardini2016", "chen2018", "drilon2017"])
    claims = (
        claim("growth", both, "ardini2016", rests_on=("safety",)),
        claim("safety", SAFE, "drilon2017"),
    )
    assert said(cit_lines.differing_citation, case(text, claims=claims)) == []


# CIT009


def moved(*labels: tuple[str, ...]) -> Case:
    """Two claims that were written when the list began with ardini2016 and drilon2017."""
    text = document(
        (MICE, *labels[0]), (SAFE, *labels[1]), listed=["chen2018", "ardini2016", "drilon2017"]
    )
    claims = (claim("growth", MICE, "ardini2016"), claim("safety", SAFE, "drilon2017"))
    return case(text, claims=claims)


def test_numbers_that_moved_under_the_markers_are_one_finding() -> None:
    found = moved(("1",), ("2",))
    assert [message.partition(": ")[2] for message in said(cit_lines.renumbered_list, found)] == [
        "the list was renumbered and the markers were not: 1 was `ardini2016`, now 2; 2 was"
        " `drilon2017`, now 3"
    ]
    assert said(cit_lines.differing_citation, found) == []


def test_one_marker_that_was_changed_is_no_renumbering() -> None:
    found = moved(("2",), ("2",))
    assert said(cit_lines.renumbered_list, found) == []
    assert len(said(cit_lines.differing_citation, found)) == 2


def test_markers_that_moved_with_the_list_are_right() -> None:
    found = moved(("2",), ("3",))
    assert said(cit_lines.renumbered_list, found) == []
    assert said(cit_lines.differing_citation, found) == []
