from collections.abc import Mapping
from dataclasses import replace

import pytest

from dossiers import DOI, case, cocco, dossier, record, said
from evidence.checks import upd
from evidence.checks.rule import Rule
from evidence.checks.table import find_rules
from evidence.model.work import Work

RETRACTION = {
    "DOI": "10.1234/notice",
    "type": "retraction",
    "source": "retraction-watch",
    "updated": {"date-parts": [[2020, 6, 5]]},
}
UPD = tuple(find_rules("UPD"))


def updated(*updates: Mapping[str, object], title: str = "A work") -> Work:
    return record({"updated-by": list(updates), "title": [title]})


def codes(work: Work) -> list[str]:
    return [f.code for rule in UPD for f in rule.run(case(dossier(cocco(), work)))]


@pytest.mark.parametrize("rule", UPD, ids=lambda rule: rule.code)
def test_a_work_to_which_nothing_happened_is_passed_over(rule: Rule[object]) -> None:
    subjects = (dossier(cocco(), record()), dossier(cocco()), dossier(cocco(doi=None)))
    assert said(rule, case(*subjects)) == []


class TestRetractedWork:
    def test_the_notice_is_named_with_its_date_and_source(self) -> None:
        (found,) = upd.retracted_work.run(case(dossier(cocco(), updated(RETRACTION))))
        assert str(found) == (
            "references.bib:9:16: UPD001 the work of `cocco2018` has a notice of retraction on"
            " 2020-06-05, see `10.1234/notice` (retraction-watch)"
        )
        assert (found.key, found.field, found.suggestion) == ("cocco2018", None, None)

    @pytest.mark.parametrize("kind", ["Retraction", "withdrawal", "removal"])
    def test_a_notice_that_says_little_is_enough(self, kind: str) -> None:
        assert said(upd.retracted_work, case(dossier(cocco(), updated({"type": kind})))) == [
            f"references.bib:9:16: UPD001 the work of `cocco2018` has a notice of {kind.lower()}"
        ]

    def test_the_label_of_the_title_counts_where_nothing_else_says_so(self) -> None:
        # As Elsevier's old records, which have the label and no `updated-by`.
        label = "RETRACTED: Ileal-lymphoid-nodular hyperplasia"
        assert said(upd.retracted_work, case(dossier(cocco(), updated(title=label)))) == [
            "references.bib:9:16: UPD001 the record's title says that the work was taken back:"
            f" `{label}`"
        ]

    def test_a_correction_before_the_retraction_does_not_hide_it(self) -> None:
        # 10.1016/s0140-6736(97)11096-0: corrected in 2004, retracted in 2010, labelled since.
        correction = {
            "DOI": "10.1016/s0140-6736(04)15715-2",
            "type": "correction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2004, 3, 6]]},
        }
        retraction = {**RETRACTION, "DOI": "10.1016/s0140-6736(10)60175-4"}
        work = updated(correction, retraction, title="RETRACTED: Ileal-lymphoid hyperplasia")
        (found,) = upd.retracted_work.run(case(dossier(cocco(), work)))
        assert "a notice of retraction on 2020-06-05" in found.message
        assert codes(work) == ["UPD001", "UPD003"]

    def test_two_notices_of_one_retraction_are_one_finding(self) -> None:
        work = updated({**RETRACTION, "source": "publisher"}, RETRACTION)
        (found,) = upd.retracted_work.run(case(dossier(cocco(), work)))
        assert found.message.endswith("(publisher)")

    def test_a_notice_itself_was_not_retracted(self) -> None:
        # 10.1016/s0140-6736(20)31324-6 retracts 10.1016/s0140-6736(20)31180-6, and says both.
        paper = "10.1016/s0140-6736(20)31180-6"
        notice = record(
            {
                "title": ["Retraction—Hydroxychloroquine or chloroquine with or without"],
                "updated-by": [{"DOI": paper, "type": "retraction", "source": "publisher"}],
                "update-to": [{**RETRACTION, "DOI": paper}],
            }
        )
        assert codes(notice) == []

    def test_a_title_about_retraction_is_no_label(self) -> None:
        # Dentistry: the retraction of teeth.
        assert codes(updated(title="Retraction: a review of canine movement")) == []

    def test_a_work_that_only_a_search_found_is_reported_where_the_entry_begins(self) -> None:
        searched = dossier(cocco(doi=None), proposal=updated(RETRACTION))
        (found,) = upd.retracted_work.run(case(searched))
        assert str(found.place) == "references.bib:1:1"

    def test_another_work_under_the_doi_is_not_the_entry_s(self) -> None:
        subject = dossier(cocco(), updated(RETRACTION))
        assert subject.comparison is not None
        other = replace(subject, comparison=replace(subject.comparison, is_other_work=True))
        assert said(upd.retracted_work, case(other)) == []


class TestEvents:
    @pytest.mark.parametrize(
        ("kind", "code", "words"),
        [
            ("expression_of_concern", "UPD002", "expression of concern"),
            ("Expression of Concern", "UPD002", "expression of concern"),
            ("correction", "UPD003", "correction"),
            ("corrigendum", "UPD003", "corrigendum"),
            ("erratum", "UPD003", "erratum"),
            ("addendum", "UPD003", "addendum"),
            ("clarification", "UPD003", "clarification"),
            ("publisher-note", "UPD003", "publisher note"),
            ("err", "UPD003", "erratum"),
            ("partial_retraction", "UPD004", "partial retraction"),
        ],
    )
    def test_each_kind_of_notice_has_its_rule(self, kind: str, code: str, words: str) -> None:
        work = updated({**RETRACTION, "type": kind, "source": "publisher"})
        found = [str(f) for rule in UPD for f in rule.run(case(dossier(cocco(), work)))]
        assert found == [
            f"references.bib:9:16: {code} the work of `cocco2018` has a notice of {words} on"
            " 2020-06-05, see `10.1234/notice` (publisher)"
        ]

    def test_a_new_version_is_no_reason_for_worry(self) -> None:
        # 10.1371/journal.pgen.1011490 has one, which points at itself.
        assert codes(updated({"DOI": DOI, "type": "new_version"})) == []

    def test_a_notice_that_is_the_work_s_own_record_still_counts(self) -> None:
        # 10.29328/journal.jcmhs.1001023 has its partial retraction under its own DOI.
        own = {"DOI": DOI, "type": "partial_retraction", "source": "publisher"}
        work = record({"updated-by": [own], "update-to": [own]})
        assert codes(work) == ["UPD004"]

    def test_every_correction_is_reported(self) -> None:
        first = {"DOI": "10.1234/one", "type": "erratum"}
        second = {"DOI": "10.1234/two", "type": "correction"}
        found = said(upd.corrected_work, case(dossier(cocco(), updated(first, second))))
        assert [text.rpartition(" ")[2] for text in found] == ["`10.1234/one`", "`10.1234/two`"]

    def test_a_notice_that_two_sources_tell_of_is_reported_once(self) -> None:
        told = {"DOI": "10.1234/one", "type": "erratum", "source": "publisher"}
        witnessed = {"DOI": "10.1234/One", "type": "correction", "source": "retraction-watch"}
        (found,) = said(upd.corrected_work, case(dossier(cocco(), updated(told, witnessed))))
        assert found.endswith("a notice of erratum, see `10.1234/one` (publisher)")
