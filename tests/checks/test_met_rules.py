import re
from dataclasses import replace
from typing import Any

import pytest

from dossiers import DOI, HAND_MADE, TITLE, case, cocco, dossier, proposed, record, said
from evidence.checks import met_identity, met_location, met_notes
from evidence.checks.case import Dossier
from evidence.checks.rule import Rule
from evidence.checks.table import find_rules
from evidence.matching.comparison import Aspect, Comparison, Disagreement
from evidence.model.outcome import Absent

FIELD_RULES = tuple(rule for rule in find_rules("MET") if rule.code != "MET010")
by_code = pytest.mark.parametrize("rule", FIELD_RULES, ids=lambda rule: rule.code)


def disagreeing(field: str, aspect: Aspect, *, is_note: bool = False) -> Dossier:
    """A dossier with one disagreement on a field."""
    disagreement = Disagreement(aspect, field, "ours", "theirs", "they differ", is_note)
    return replace(
        dossier(cocco(), record()), comparison=Comparison((disagreement,), title_agrees=True)
    )


def codes(subject: Dossier) -> list[str]:
    """The codes of all rules of the family that find something."""
    return [f.code for rule in find_rules("MET") for f in rule.run(case(subject))]


@pytest.mark.parametrize(
    ("change", "rule", "finding", "found", "expected"),
    [
        (
            {"title": "NTRK fusion-negative cancers and TRK inhibitor therapy"},
            met_identity.differing_title,
            "references.bib:3:16: MET001 the title is `NTRK fusion-negative cancers and TRK"
            f" inhibitor therapy`, the record has `{TITLE}`",
            "NTRK fusion-negative cancers and TRK inhibitor therapy",
            TITLE,
        ),
        (
            {"journal": "Cancer Cell"},
            met_location.differing_venue,
            "references.bib:4:16: MET005 the journal is `Cancer Cell`, the record has `Nature"
            " Reviews Clinical Oncology`",
            "Cancer Cell",
            "Nature Reviews Clinical Oncology",
        ),
        (
            {"volume": "22"},
            met_location.differing_volume,
            "references.bib:6:16: MET006 the volume is `22`, the record has `15`",
            "22",
            "15",
        ),
        (
            {"number": "2"},
            met_location.differing_issue,
            "references.bib:7:16: MET007 the number is `2`, the record has `12`",
            "2",
            "12",
        ),
        (
            {"pages": "713--747"},
            met_location.differing_pages,
            "references.bib:8:16: MET008 the pages are `713–747`, the record has `731-747`",
            "713–747",
            "731-747",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Rule) else "",
)
def test_a_spoilt_field_is_reported_where_its_value_stands(
    change: dict[str, str], rule: Rule[Any], finding: str, found: str, expected: str
) -> None:
    (reported,) = rule.run(case(dossier(cocco(**change), record())))
    assert str(reported) == finding
    assert (reported.found, reported.expected, reported.suggestion) == (found, expected, None)
    assert (reported.key, reported.field) == ("cocco2018", next(iter(change)))
    assert codes(dossier(cocco(**change), record())) == [rule.code]


def test_a_year_that_the_record_does_not_give_is_reported() -> None:
    (found,) = met_identity.differing_year.run(case(dossier(cocco(year="2014"), record())))
    assert str(found.place) == "references.bib:5:16"
    assert re.findall(r"\d{4}", found.message) == ["2014", "2018"]
    assert (found.field, found.found, found.suggestion) == ("year", "2014", None)
    assert codes(dossier(cocco(year="2014"), record())) == ["MET003"]


def test_an_author_who_is_not_in_the_record_is_reported() -> None:
    cited = cocco(author="Cocco, Emiliano and Scaltriti, Maurizio and Smith, John")
    (found,) = met_identity.differing_authors.run(case(dossier(cited, record())))
    assert str(found).startswith("references.bib:2:16: MET002 ")
    assert found.field == "author"
    assert codes(dossier(cited, record())) == ["MET002"]


@by_code
def test_a_sound_entry_has_no_finding(rule: Rule[Any]) -> None:
    assert said(rule, case(dossier(cocco(), record()))) == []


@by_code
@pytest.mark.parametrize(
    "silent",
    [
        dossier(cocco()),
        dossier(cocco(), Absent("not in Crossref")),
        dossier(cocco(doi="none", year="2014"), proposal=record()),
        dossier(cocco(year="2014"), Absent("not in Crossref"), proposal=record()),
    ],
    ids=["not looked up", "absent", "malformed", "unregistered"],
)
def test_nothing_differs_from_a_work_that_the_entry_does_not_lead_to(
    rule: Rule[Any], silent: Dossier
) -> None:
    assert said(rule, case(silent)) == []


def test_what_a_search_found_is_compared_as_well() -> None:
    searched = dossier(cocco(doi=None, volume="22"), proposal=record())
    assert said(met_location.differing_volume, case(searched)) == [
        "references.bib:6:16: MET006 the volume is `22`, the record has `15`"
    ]


def test_a_record_made_by_hand_is_named_as_such() -> None:
    # The record of 10.1038/s41571-018-0113-0 in the repository's snapshot was typed by hand.
    subject = dossier(cocco(volume="22", number="2"), record(origin=HAND_MADE))
    found = [f.message for rule in FIELD_RULES for f in rule.run(case(subject))]
    assert found == [
        "the volume is `22`, the record has `15` (hand-made record)",
        "the number is `2`, the record has `12` (hand-made record)",
    ]


class TestPlaces:
    def test_a_conference_paper_is_reported_at_its_booktitle(self) -> None:
        cited = cocco("inproceedings", journal=None, booktitle="Proceedings of AAAI-91")
        (found,) = met_location.differing_venue.run(case(dossier(cited, record())))
        assert (str(found.place), found.field) == ("references.bib:9:16", "booktitle")

    def test_the_year_of_a_date_is_reported_at_the_date(self) -> None:
        cited = cocco(year=None, date="2014-12-01")
        (found,) = met_identity.differing_year.run(case(dossier(cited, record())))
        assert (str(found.place), found.field) == ("references.bib:9:16", "date")

    def test_what_is_no_field_of_the_entry_is_reported_where_the_entry_begins(self) -> None:
        # A record's type is told against the entry's, `@book`, which is no field.
        (found,) = met_notes.differing_type.run(case(dossier(cocco("book"), record())))
        assert str(found) == (
            "references.bib:1:1: MET009 the entry is `@book`, the record is of type"
            " `journal-article`"
        )
        assert (found.field, found.found, found.expected) == ("type", "book", "journal-article")
        missing = disagreeing("booktitle", Aspect.VENUE)
        assert said(met_location.differing_venue, case(missing)) == [
            "references.bib:1:1: MET005 they differ"
        ]


class TestNotes:
    def test_the_year_after_a_date_in_autumn_is_a_note(self) -> None:
        cited = cocco(year="2019")
        (found,) = met_identity.neighbouring_year.run(case(dossier(cited, record())))
        assert str(found.place) == "references.bib:5:16"
        assert found.message.endswith(": published at the end of the year before")
        assert codes(dossier(cited, record())) == ["MET004"]

    def test_a_record_that_kept_the_first_author_alone_is_at_fault_itself(self) -> None:
        # As publishers deposited in the nineties.
        printed = {"date-parts": [[1998]]}
        alone = record(
            {"author": [{"family": "Cocco", "given": "Emiliano"}], "published-print": printed}
        )
        subject = dossier(cocco(year="1998"), alone)
        (found,) = met_notes.registry_defect.run(case(subject))
        assert str(found).startswith("references.bib:2:16: MET011 ")
        assert codes(subject) == ["MET011"]

    def test_a_misprint_in_the_title_is_a_note(self) -> None:
        subject = dossier(cocco(title=f"{TITLE[:-7]}terapy"), record())
        (found,) = met_notes.noted_difference.run(case(subject))
        assert str(found) == (
            f"references.bib:3:16: MET012 the title is `{TITLE[:-7]}terapy`, the record has"
            f" `{TITLE}`"
        )
        assert codes(subject) == ["MET012"]

    @pytest.mark.parametrize("aspect", list(Aspect))
    def test_a_note_on_any_aspect_belongs_to_one_rule(self, aspect: Aspect) -> None:
        own = {
            Aspect.YEAR_NEAR: "MET004",
            Aspect.TYPE: "MET009",
            Aspect.REGISTRY_DEFECT: "MET011",
        }
        noted = disagreeing("title", aspect, is_note=True)
        assert codes(noted) == [own.get(aspect, "MET012")]


class TestAnotherWork:
    CITED = cocco(
        title="Credit Lost: Two decades of software citation in astronomy",
        author="Bouquin, Daina and others",
        journal="F1000Research",
        doi="10.12688/f1000research.26932.2",
    )
    GUIDE = {  # noqa: RUF012
        "DOI": "10.12688/f1000research.26932.2",
        "title": ["Recognizing the value of software: a software citation guide"],
        "author": [{"family": "Katz", "given": "Daniel S."}],
        "container-title": ["F1000Research"],
        "published-print": {"date-parts": [[2021]]},
    }

    def test_it_is_reported_at_the_doi_with_both_titles(self) -> None:
        (found,) = met_identity.another_work.run(case(dossier(self.CITED, record(self.GUIDE))))
        assert str(found) == (
            "references.bib:9:16: MET010 `10.12688/f1000research.26932.2` belongs to another work:"
            " `Recognizing the value of software: a software citation guide` by Katz, 2021"
        )
        assert (found.field, found.found) == ("doi", self.CITED.title)
        assert found.expected == "Recognizing the value of software: a software citation guide"
        assert found.suggestion is None

    def test_the_work_that_was_meant_is_suggested(self) -> None:
        meant = proposed(self.CITED, record({"DOI": "10.3847/1538-4365/ab7be6"}))
        subject = replace(dossier(self.CITED, record(self.GUIDE)), proposal=meant)
        (found,) = met_identity.another_work.run(case(subject))
        assert found.suggestion is not None
        assert found.suggestion.doi == "10.3847/1538-4365/ab7be6"

    def test_what_the_record_lacks_is_left_out(self) -> None:
        bare = record({**self.GUIDE, "author": [], "published-print": None}, origin=HAND_MADE)
        comparison = Comparison(title_agrees=False, is_other_work=True)
        subject = replace(dossier(self.CITED, bare), comparison=comparison)
        (found,) = met_identity.another_work.run(case(subject))
        assert found.message.endswith("software citation guide` (hand-made record)")

    def test_its_fields_are_not_compared_one_by_one(self) -> None:
        assert codes(dossier(self.CITED, record(self.GUIDE))) == ["MET010"]

    def test_a_work_that_differs_in_a_field_is_no_other(self) -> None:
        differing = dossier(cocco(year="2014"), record())
        assert said(met_identity.another_work, case(differing, dossier(cocco()))) == []
        assert differing.found
        assert differing.found.doi.name == DOI
