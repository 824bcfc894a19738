from dataclasses import replace

from evidence.model.claim import RestsOn
from evidence.model.finding import Finding, Severity
from evidence.reports.html_page import Link, page_of
from sample_references import bib
from sample_report import clean_report, full_report


def test_things_of_one_name_get_anchors_of_their_own_and_links_lead_to_the_first() -> None:
    (result,) = clean_report().references
    names = ("a", "a", "a-2", "a b", "a|b", "肿瘤")
    references = tuple(
        replace(result, reference=replace(result.reference, key=name)) for name in names
    )
    finding = Finding("DOI001", "malformed-doi", Severity.NOTE, "x", bib(1), key="a")
    page = page_of(replace(clean_report(), references=references, findings=(finding,)))
    assert [item.anchor for item in page.references] == [
        "reference-a",
        "reference-a-2",
        "reference-a-2-2",
        "reference-a-b",
        "reference-a-b-2",
        "reference--",
    ]
    assert page.findings[0].reference == Link("a", "reference-a")
    assert [len(item.findings) for item in page.references] == [1, 1, 0, 0, 0, 0]


def test_what_does_not_exist_has_no_anchor() -> None:
    (claim,) = clean_report().claims
    resting = replace(claim, claim=replace(claim.claim, rests_on=(RestsOn("gone", bib(1)),)))
    finding = Finding("CLM002", "unknown", Severity.NOTE, "x", bib(1), key="gone", claim="gone")
    page = page_of(replace(clean_report(), claims=(resting,), references=(), findings=(finding,)))
    assert page.claims[0].rests_on == (Link("gone", None),)
    assert page.claims[0].lines[0].reference == Link("menichincheri2016", None)
    assert (page.findings[0].reference, page.findings[0].claim) == (Link("gone", None),) * 2


def test_findings_are_linked_both_ways() -> None:
    page = page_of(full_report())
    (malformed,) = (i for i in page.references if i.result.reference.key == "demetri2018")
    (item,) = malformed.findings
    assert item in page.findings
    assert item.reference == Link("demetri2018", malformed.anchor)
    assert [suggestion.doi for suggestion in malformed.suggested_dois] == [
        "10.1093/annonc/mdy424.017"
    ]
