"""What deserves a claim, and what does not."""

import pytest

from evidence.matching.statements.claimable import claimable
from evidence.matching.statements.finding_words import states_finding, states_inference
from evidence.model.document import (
    Citation,
    CitationForm,
    Cited,
    Document,
    DocumentTable,
    Statement,
)
from evidence.model.place import Place

PLACE = Place("page.txt")


def said(text: str, *labels: str, at: int = 0, paragraph: int = 0) -> Statement:
    cited = tuple(Cited(label) for label in labels)
    marker = Citation("[…]", CitationForm.BRACKET, cited, at, at, PLACE)
    citations = (marker,) if labels else ()
    return Statement(text, at, at + len(text), PLACE, citations, paragraph)


def doses(*labels: str, at: int = 50, label: str = "Table 2") -> DocumentTable:
    rows = (("Dose", "Half-life (h)"), ("low", "4"))
    return DocumentTable(label, said("Half-lives by dose", *labels, at=at), rows)


def texts(*statements: Statement, tables: tuple[DocumentTable, ...] = ()) -> list[str]:
    found = claimable(Document("page.txt", "", statements, tables))
    return [each.statement.text for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Tranexamic acid reduced deaths from bleeding within three hours of injury.",
        "Median survival was 11.2 months (95% CI 8.0–14.9).",
        "Vancomycin can inhibit the synthesis of the cell wall.",
        "Response rates did not differ between the groups.",
        "Statin use was associated with a lower risk of stroke.",
        "The tumours regressed completely in mice.",
        "The drug crosses the placenta.",
        "It penetrates into cerebrospinal fluid poorly.",
        "Symptoms resolved in 40 of 52 patients (77%).",
        "The treatment was well tolerated.",
        "Mortality was lower with early surgery than with watchful waiting.",
        "Fracture risk fell after two years of treatment.",
        "There was no significant difference in pain scores between the arms.",
        "Exposure led to a twofold rise in plasma renin.",
        "The half-life is 4 hours.",
        "Relapse was seen in 12% after a year.",
        "The hazard ratio for death was 0.85.",
        "A 3-fold rise was seen (p < 0.01).",
    ],
)
def test_a_result_is_a_finding(text: str) -> None:
    assert states_finding(text)


@pytest.mark.parametrize(
    "text",
    [
        "On this basis, the drug is thought to be able to reach the retina.",
        "Metformin may slow the growth of these tumours.",
        "These results suggest that screening could begin earlier.",
        "It is likely to act through the vagus nerve.",
        "The receptor appears to be expressed in the gut only.",
        "This suggests a role for the complement system.",
    ],
)
def test_a_conclusion_or_a_hedge_is_an_inference(text: str) -> None:
    assert states_inference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Previous Page   Next Page",
        "Last update: 24 June 2019",
        "Mechanism of action",
        "Reduced mortality in elderly patients with sepsis",  # a heading
        "Does metformin reduce mortality in patients with cancer?",
        "Please contact your doctor if the pain increases.",
        "Doses should be reduced in patients with renal impairment.",
        "We measured blood pressure in 32% of the patients.",
        "Blood pressure was measured after 12 weeks.",
        "Sepsis is defined as organ dysfunction caused by infection.",
        "The reduction of mortality is shown in Figure 3.",
        "Figure 2: Survival was improved with early treatment.",
        "This page summarises how the drug reduced mortality.",
        "The study was funded by a foundation that promotes health.",
        "The authors declare that they have no conflicts of interest that increased bias.",
        "Written informed consent was obtained from 98% of participants.",
        "You may be contacted by post.",
        "Tables may be found in the appendix.",
        "The aim was to test whether aspirin prevents stroke.",
        "Further studies may clarify this.",
        "Vancomycin is a glycopeptide antibiotic.",
        "Hypertension is common and has many causes of its own.",
        "It works.",
        "Inclusion criteria were an age over 18 years and a sore throat.",
        "Participants received 5% glucose for 12 weeks.",
        "Cells were incubated with 10 nM of the inhibitor, which was 98% pure.",
        "P < 0.05 was considered significant.",
        "Patients were randomised to receive the drug or placebo for 12 weeks.",
        "The primary endpoint was overall survival.",
        "This list of the causes of pain is not complete.",
        "x" * 3_000 + " reduced the risk of death.",
    ],
)
def test_what_states_nothing_of_the_world_is_neither(text: str) -> None:
    assert not states_finding(text)
    assert not states_inference(text)


def test_cited_statements_deserve_a_claim_whatever_their_words() -> None:
    assert texts(said("Vancomycin is an antibiotic.", "1")) == ["Vancomycin is an antibiotic."]


def test_a_sentence_that_only_names_its_source_does_not() -> None:
    statements = [said(text, "1") for text in ("See also", "Reviewed in.", "For a review, see.")]
    assert texts(*statements) == []
    assert texts(said("Reviewed in detail, the data hold.", "1"))


def test_uncited_findings_deserve_one_only_where_the_document_cites() -> None:
    finding = said("The drug reduced pain.", at=40)
    assert texts(finding) == []
    assert texts(said("Pain is common.", "1"), finding) == ["Pain is common.", finding.text]
    assert texts(finding, tables=(doses("3"),))[0] == finding.text


def test_an_uncited_statement_knows_the_one_before_it_in_its_paragraph() -> None:
    first = said("Pain is common.", "1")
    second = said("The drug reduced pain.", at=20)
    third = said("It may act on the spine.", at=50, paragraph=1)
    found = claimable(Document("page.txt", "", (first, second, third)))
    assert [each.before for each in found] == [None, first, None]
    assert [each.is_cited for each in found] == [True, False, False]


def test_a_cited_table_is_one_claim_at_its_place() -> None:
    before, after = said("Pain is common.", "1"), said("Pain is rare.", "2", at=90)
    assert texts(before, after, tables=(doses("3"),)) == [
        "Pain is common.",
        "Half-lives by dose: Half-life 4 h for low.",
        "Pain is rare.",
    ]
    assert texts(before, tables=(doses(),)) == ["Pain is common."]


@pytest.mark.parametrize(
    "text",
    [
        "The half-lives are shown in the following table, which summarises all doses.",
        "How fast it is cleared and inhibits the enzyme is given in the table below.",
        "Half-lives are summarised in Table 2.",
        "Table 2 lists the half-lives of all doses.",
        "See Table 2.",
    ],
)
def test_a_sentence_that_only_points_to_its_table_is_the_tables(text: str) -> None:
    assert texts(said(text, "3"), tables=(doses("3"),)) == [
        "Half-lives by dose: Half-life 4 h for low."
    ]
    assert texts(said(text, "3"), tables=(doses(),)) == [text]  # nobody cites for the table


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Online Table 2 lists the half-lives.", "Online Table 2"),
        ("Half-lives are shown in Table A.", "Table A"),
        ("Half-lives are listed in table B.1.", "Table B.1"),
    ],
)
def test_a_table_is_found_by_any_name_that_a_caption_has(text: str, label: str) -> None:
    assert text not in texts(said(text, "3"), tables=(doses("3", label=label),))
    assert text in texts(said(text, "3"), tables=(doses("3", label="Table 7"),))


@pytest.mark.parametrize(
    "text",
    [
        "The half-life was 4 hours, as shown in Table 2.",
        "Table 2 shows that the half-life was 4 hours.",
        "The drug reduced pain, and half-lives are shown in Table 2.",
        "Half-lives are shown in Table 7.",
        "The table above lists the half-lives.",
        "Half-lives were 4.5 h on average and are listed in the table below.",
    ],
)
def test_one_that_says_more_or_points_elsewhere_is_its_own(text: str) -> None:
    assert text in texts(said(text, "3"), tables=(doses("3"),))


def test_the_table_above_is_one_that_came_before() -> None:
    text = "The table above lists the half-lives."
    assert text not in texts(said(text, "3", at=90), tables=(doses("3"),))
