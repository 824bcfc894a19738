"""What Crossref's records say became of a work, with the traps of real records."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from evidence.model.doi import Doi
from evidence.model.work import Origin, Relation, Update, Via, Work
from evidence.registries.crossref_record import work_from
from shared_data import shared_file

ORIGIN = Origin("Crossref", Via.NETWORK, None)
PAPER, NOTICE = "10.1016/s0140-6736(20)31180-6", "10.1016/s0140-6736(20)31324-6"


def work(**members: object) -> Work:
    names = {name.replace("_", "-"): value for name, value in members.items()}
    return work_from({"DOI": "10.1234/X"} | names, ORIGIN)


def update(doi: str, kind: str = "retraction", source: str = "publisher") -> dict[str, object]:
    day = {"date-parts": [[2010, 2, 6]]}
    return {"DOI": doi, "type": kind, "source": source, "updated": day}


def related(doi: object, kind: object = "doi") -> dict[str, object]:
    return {"id-type": kind, "id": doi, "asserted-by": "subject"}


class TestUpdates:
    def test_they_are_those_that_others_made_in_the_registry_s_order(self) -> None:
        found = work(
            updated_by=[
                update("10.1234/correction", "correction", "retraction-watch"),
                update("10.1234/notice"),
            ],
            update_to=[update("10.1234/another")],
        ).updates
        day = date(2010, 2, 6)
        assert found == (
            Update("correction", Doi("10.1234/correction"), day, "retraction-watch"),
            Update("retraction", Doi("10.1234/notice"), day, "publisher"),
        )

    @pytest.mark.parametrize(
        ("written", "folded"),
        [
            ("expression_of_concern", "expression-of-concern"),
            ("Expression of Concern", "expression-of-concern"),
            ("partial-retraction", "partial-retraction"),
            ("new__Version ", "new-version"),
            # Real spellings, counted over all of Crossref.
            ("err", "erratum"),
            ("Corrected Article", "correction"),
            ("retration", "retraction"),
            ("retracion", "retraction"),
            ("publisher-note", "publisher-note"),
        ],
    )
    def test_types_are_folded(self, written: str, folded: str) -> None:
        found = work(updated_by=[update("10.1234/n", written)]).updates
        assert [each.type for each in found] == [folded]

    def test_an_update_may_lack_everything_but_its_type(self) -> None:
        assert work(updated_by=[{"type": "retraction"}, {}, None, "x"]).updates == (
            Update("retraction"),
        )
        # A notice without a DOI says nothing of the paper's own notice.
        lone = [{"type": "retraction", "source": "retraction-watch"}]
        assert work(updated_by=[{"type": "retraction"}], update_to=lone).updates != ()

    def test_a_day_that_is_not_in_the_calendar_is_none(self) -> None:
        wrong = update("10.1234/n") | {"updated": {"date-parts": [[2010, 2, 30]]}}
        assert work(updated_by=[wrong]).updates[0].date is None


class TestWorksThatPointAtThemselves:
    def test_a_new_version_of_itself_is_a_slip(self) -> None:
        # 10.1371/journal.pgen.1011490, beside the real version of another work.
        slip, version = update("10.1234/x", "new_version"), update("10.1234/x2", "new_version")
        assert work(updated_by=[slip], update_to=[slip]).updates == ()
        found = work(updated_by=[slip, version], update_to=[slip]).updates
        assert [each.doi for each in found] == [Doi("10.1234/x2")]

    def test_a_retraction_of_itself_counts_once(self) -> None:
        own = update("10.1234/X")
        found = work(updated_by=[own], update_to=[own])
        assert [each.type for each in found.updates] == ["retraction"]
        assert found.is_withdrawn
        assert found.takes_back == ()

    def test_what_was_changed_in_place_may_say_so_in_one_direction_only(self) -> None:
        # 10.1103/physrevb.98.104436: corrected under its own DOI, and nothing in `updated-by`.
        found = work(update_to=[update("10.1234/x", "correction")]).updates
        assert [each.type for each in found] == ["correction"]

    def test_a_witness_of_a_retraction_in_place_does_not_turn_it_round(self) -> None:
        own = update("10.1234/x", source="retraction-watch")
        assert work(updated_by=[update("10.1234/x")], update_to=[own]).is_withdrawn
        assert work(update_to=[own]).is_withdrawn


class TestDirection:
    def test_the_notice_is_not_taken_for_the_paper(self) -> None:
        notice = work(
            title="Retraction\u2014A study",
            updated_by=[update("10.1234/paper")],
            update_to=[
                update("10.1234/paper", source="retraction-watch"),
                update("10.1234/paper", "erratum"),
            ],
        )
        assert notice.updates == ()
        assert not notice.is_withdrawn
        assert notice.takes_back == (Doi("10.1234/paper"),)

    def test_the_paper_is_not_taken_for_the_notice(self) -> None:
        paper = work(
            title="RETRACTED: A study",
            updated_by=[update("10.1234/notice", source="retraction-watch")],
            update_to=[update("10.1234/notice")],
        )
        assert [each.doi for each in paper.updates] == [Doi("10.1234/notice")]
        assert paper.is_withdrawn
        assert paper.takes_back == ()

    @pytest.mark.parametrize("source", ["publisher", "retraction-watch"])
    def test_when_both_directions_are_witnessed_alike_a_retraction_is_told(
        self, source: str
    ) -> None:
        both = [update("10.1234/other", source=source)]
        assert work(updated_by=both, update_to=both).is_withdrawn

    def test_a_correction_takes_nothing_back(self) -> None:
        assert work(update_to=[update("10.1234/paper", "correction")]).takes_back == ()


class TestRelations:
    def test_those_between_versions_are_kept_in_order(self) -> None:
        # As 10.26434/chemrxiv-2022-w0jzh-v2, with the published DOI in capitals.
        found = work(
            relation={
                "is-version-of": [related("10.26434/chemrxiv-2022-w0jzh")],
                "is-preprint-of": [related("10.1002/ANIE.202215847")],
                "has-review": [related("10.1234/review")],
            }
        )
        assert found.relations == (
            Relation("is-version-of", Doi("10.26434/chemrxiv-2022-w0jzh")),
            Relation("is-preprint-of", Doi("10.1002/anie.202215847")),
        )
        assert found.related("is-preprint-of", "has-preprint") == (Doi("10.1002/anie.202215847"),)

    def test_what_both_sides_assert_is_one_relation(self) -> None:
        # 10.53731/ybhah-9jy85 has its relation twice, asserted by `subject` and by `object`.
        both = [
            related("10.1234/a"),
            related("https://doi.org/10.1234/A") | {"asserted-by": "object"},
        ]
        assert work(relation={"is-version-of": both}).relations == (
            Relation("is-version-of", Doi("10.1234/a")),
        )

    @pytest.mark.parametrize(
        "odd",
        [
            *(
                None,
                [],
                "is-preprint-of",
                {"is-preprint-of": None},
                {"is-preprint-of": "10.1234/a"},
            ),
            {"is-preprint-of": [related("10.1234/X")]},  # itself
            {"is-preprint-of": [related("arxiv:1706.03762", "arxiv")]},
            {"is-preprint-of": [related("10.1234/a", "uri")]},
            {"is-preprint-of": [related(None), related(7), {"id": "10.1234/a"}, None]},
        ],
    )
    def test_what_names_no_other_doi_is_none(self, odd: object) -> None:
        assert work(relation=odd).relations == ()

    def test_a_relation_that_stands_alone_counts(self) -> None:
        lone = {"Is_Preprint_Of": related("10.1234/a", "DOI")}
        assert work(relation=lone).related("is-preprint-of") == (Doi("10.1234/a"),)


def test_of_5415_real_records_four_were_updated_and_one_retracted() -> None:
    lines = gzip.decompress(shared_file(Path("crossref/works.jsonl.gz")).read_bytes()).splitlines()
    works = [work_from(json.loads(line), ORIGIN) for line in lines]
    assert {each.doi.name: [u.type for u in each.updates] for each in works if each.updates} == {
        "10.1016/s0140-6736(97)11096-0": ["correction", "retraction"],
        "10.1073/pnas.1414271111": ["correction"],
        "10.1103/physrevb.98.104436": ["correction"],
        "10.29328/journal.jcmhs.1001023": ["partial-retraction"],
    }
    assert [each.doi.name for each in works if each.is_withdrawn] == [
        "10.1016/s0140-6736(97)11096-0"
    ]
    assert {
        each.doi.name: [d.name for d in each.takes_back] for each in works if each.takes_back
    } == {NOTICE: [PAPER]}
    assert sum(bool(each.related("is-preprint-of")) for each in works) == 4
    assert sum(bool(each.related("has-preprint")) for each in works) == 13
