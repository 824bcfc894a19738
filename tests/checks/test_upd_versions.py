from collections.abc import Mapping

import pytest

from dossiers import DOI, TITLE, case, cocco, dossier, record, said
from evidence.checks import upd, upd_versions
from evidence.checks.case import Dossier
from evidence.model.work import Work


def relation(kind: str, *dois: str) -> dict[str, object]:
    return {"relation": {kind: [{"id-type": "doi", "id": doi} for doi in dois]}}


def preprint(**changes: object) -> Work:
    return record({"type": "posted-content", "container-title": None, **changes})


def at(doi: str, members: Mapping[str, object]) -> Dossier:
    """An entry with this DOI, whose record has these members."""
    return dossier(cocco(doi=doi), record({"DOI": doi, **members}))


class TestPublishedVersion:
    def test_the_published_doi_is_named(self) -> None:
        # 10.5194/cp-2020-95 became 10.5194/cp-17-1507-2021.
        published = preprint(**relation("is-preprint-of", "10.5194/CP-17-1507-2021"))
        (found,) = upd_versions.published_version.run(case(dossier(cocco(), published)))
        assert str(found) == (
            "references.bib:9:16: UPD005 `cocco2018` cites a preprint that was published as"
            " `10.5194/cp-17-1507-2021`"
        )
        assert (found.key, found.expected) == ("cocco2018", "10.5194/cp-17-1507-2021")

    def test_the_article_of_a_preprint_is_passed_over(self) -> None:
        article = record(relation("has-preprint", "10.1101/055962"))
        assert said(upd_versions.published_version, case(dossier(cocco(), article))) == []

    @pytest.mark.parametrize("doi", ["10.1234/ARTICLE", "10.1234/alias"])
    def test_a_preprint_whose_article_is_cited_too_is_left_to_the_duplicates(
        self, doi: str
    ) -> None:
        posted = dossier(cocco(), preprint(**relation("is-preprint-of", "10.1234/article")))
        article = dossier(cocco(doi=doi), record({"DOI": "10.1234/article"}))
        assert said(upd_versions.published_version, case(posted, article)) == []
        assert said(upd_versions.published_version, case(article, posted)) == []

    def test_an_entry_of_a_preprint_for_which_the_search_found_the_article(self) -> None:
        entry = cocco(doi=None, journal="arXiv preprint arXiv:1809.01234")
        (found,) = upd_versions.published_version.run(case(dossier(entry, proposal=record())))
        assert found.expected == DOI
        assert str(found.place) == "references.bib:1:1"

    def test_an_article_and_a_preprint_that_the_search_found_as_cited(self) -> None:
        article = dossier(cocco(doi=None), proposal=record())
        posted = dossier(cocco(doi=None, journal="bioRxiv"), proposal=preprint())
        assert said(upd_versions.published_version, case(article, posted)) == []

    def test_another_work_under_the_doi_tells_nothing(self) -> None:
        other = preprint(
            title=["Hiccups"], author=[{"family": "Quill"}], **relation("is-preprint-of", "10.1/a")
        )
        assert said(upd_versions.published_version, case(dossier(cocco(), other))) == []


class TestNewerVersion:
    @pytest.mark.parametrize(
        ("stem", "cited", "others", "newest"),
        [
            # Each version of a work on Research Square has all the others, older ones too.
            ("10.21203/rs.3.rs-708548", "/v9", ("/v27", "/v10", "/v1"), "/v27"),
            ("10.20944/preprints202601.1676", ".v1", (".v2",), ".v2"),
            ("10.31219/osf.io/4k26r", "_v9", ("_v10", "_v8"), "_v10"),
            ("10.12688/f1000research.4680", ".1", (".2", ".10"), ".10"),
            # Cambridge Open Engage begins to count with the second version.
            ("10.26434/chemrxiv-2022-w0jzh", "", ("-v2",), "-v2"),
        ],
    )
    @pytest.mark.parametrize("kind", ["has-version", "is-version-of"])
    def test_the_newest_by_number_is_named(
        self, stem: str, cited: str, others: tuple[str, ...], newest: str, kind: str
    ) -> None:
        versions = relation(kind, *(f"{stem}{other}" for other in others))
        (found,) = upd_versions.newer_version.run(case(at(f"{stem}{cited}", versions)))
        assert str(found) == (
            "references.bib:9:16: UPD006 `cocco2018` cites a work of which there is a newer"
            f" version, `{stem}{newest}`"
        )
        assert found.expected == f"{stem}{newest}"

    @pytest.mark.parametrize(
        ("cited", "other"),
        [
            ("10.20944/preprints202601.1676.v2", "10.20944/preprints202601.1676.v1"),
            ("10.26434/chemrxiv-2022-w0jzh-v2", "10.26434/chemrxiv-2022-w0jzh"),
            # Without a number a DOI stands for all versions, or nothing tells which came later.
            ("10.31219/osf.io/4k26r", "10.31219/osf.io/4k26r_v11"),
            ("10.53731/ybhah-9jy85", "10.53731/q5ges-cp507"),
            ("10.17504/protocols.io.8uvhww6", "10.17504/protocols.io.779hrr6"),
            ("10.1101/055962", "10.1101/055963"),
        ],
    )
    @pytest.mark.parametrize("kind", ["has-version", "is-version-of"])
    def test_older_versions_and_those_in_no_order_are_passed_over(
        self, cited: str, other: str, kind: str
    ) -> None:
        assert said(upd_versions.newer_version, case(at(cited, relation(kind, other)))) == []

    def test_an_update_says_so_of_itself(self) -> None:
        told = [
            {"DOI": f"10.1520/{name}", "type": kind}
            for name, kind in (("d1-19", "new_version"), ("d1-22", "new_edition"))
        ]
        (found,) = upd_versions.newer_version.run(case(at("10.1520/d1-15", {"updated-by": told})))
        assert found.expected == "10.1520/d1-22"

    def test_a_version_of_itself_is_none(self) -> None:
        # 10.1371/journal.pgen.1011490 points at itself in both directions.
        own = [{"DOI": DOI, "type": "new_version"}]
        assert said(upd_versions.newer_version, case(at(DOI, {"updated-by": own}))) == []

    def test_a_newer_version_that_is_cited_too_is_passed_over(self) -> None:
        old = at("10.1234/a.v1", relation("has-version", "10.1234/a.v2"))
        assert said(upd_versions.newer_version, case(old, at("10.1234/a.v2", {}))) == []


class TestCitedNotice:
    # 10.1016/s0140-6736(20)31324-6 retracts 10.1016/s0140-6736(20)31180-6 by this kind of title.
    NOTICE: Mapping[str, object] = {
        "title": [f"Retraction\u2014{TITLE}"],
        "update-to": [{"DOI": "10.1234/paper", "type": "retraction", "source": "publisher"}],
    }

    def test_the_title_of_the_paper_with_the_doi_of_the_notice(self) -> None:
        (found,) = upd_versions.cited_notice.run(case(dossier(cocco(), record(self.NOTICE))))
        assert str(found) == (
            f"references.bib:9:16: UPD007 `{DOI}` is the notice that takes back the work, which is"
            " `10.1234/paper`"
        )
        assert (found.field, found.found, found.expected) == ("doi", DOI, "10.1234/paper")

    @pytest.mark.parametrize("title", [f"Retraction\u2014{TITLE}", f"Retraction--{TITLE}"])
    def test_a_notice_that_is_cited_as_such_is_passed_over(self, title: str) -> None:
        notice = dossier(cocco(title=title), record(self.NOTICE))
        assert said(upd_versions.cited_notice, case(notice)) == []

    def test_the_paper_itself_is_passed_over(self) -> None:
        witness = {"DOI": "10.1234/notice", "type": "retraction", "source": "retraction-watch"}
        paper = record(
            {
                "title": [f"RETRACTED: {TITLE}"],
                "updated-by": [witness],
                "update-to": [{**witness, "source": "publisher"}],
            }
        )
        assert said(upd_versions.cited_notice, case(dossier(cocco(), paper))) == []
        assert len(said(upd.retracted_work, case(dossier(cocco(), paper)))) == 1

    def test_a_notice_that_does_not_name_the_paper_s_title_may_be_any_other(self) -> None:
        notice = record({**self.NOTICE, "title": ["Retraction"]})
        assert said(upd_versions.cited_notice, case(dossier(cocco(), notice))) == []

    def test_entries_without_a_title_or_a_record_are_passed_over(self) -> None:
        subjects = (
            dossier(cocco(title=None), record(self.NOTICE)),
            dossier(),
            dossier(cocco(doi=None), proposal=record(self.NOTICE)),
        )
        assert said(upd_versions.cited_notice, case(*subjects)) == []
