from dataclasses import replace

import pytest

from dossiers import DOI, TITLE, case, cocco, dossier, record, said
from evidence.checks import doi, doi_address, doi_registration, doi_search
from evidence.model.finding import Confidence, Suggestion
from evidence.model.outcome import Absent, Unavailable

UNKNOWN = Absent("no registration agency knows it (doi.org: DOI does not exist)")
DATACITE = Absent("registered with DataCite, not compared: offline", agency="DataCite")


class TestMalformedDoi:
    def test_it_is_reported_at_the_field_with_what_was_meant(self) -> None:
        # The DOI of the first document, with a stray digit before it and one in its suffix.
        written = "https://doi.org/410.1093/annonc/mdy1424.1017"
        meant = record({"DOI": "10.1093/annonc/mdy424.017"})
        (found,) = doi.malformed_doi.run(case(dossier(cocco(doi=written), proposal=meant)))
        assert str(found) == (
            f"references.bib:9:16: DOI001 `{written}` is not a DOI: stray `4` before `10.`"
        )
        assert (found.field, found.found, found.expected) == ("doi", written, None)
        assert found.suggestion == Suggestion(
            Confidence.HIGH, "found by hand", doi="10.1093/annonc/mdy424.017"
        )

    def test_a_guess_that_nobody_looked_up_is_still_a_suggestion(self) -> None:
        guess = Suggestion(Confidence.LOW, "without the stray `4` before `10.`", doi=DOI)
        malformed = replace(dossier(cocco(doi=f"4{DOI}")), guess=guess)
        (found,) = doi.malformed_doi.run(case(malformed))
        assert found.suggestion == guess

    @pytest.mark.parametrize(
        ("written", "explanation"),
        [
            # haziqj's phd-thesis, whedon's paper.bib, a Zotero test file, ReScience's published.bib
            ("10.1.1.18.3036", "a CiteSeerX number"),
            ("10/fm2vqj", "a short DOI, which only the resolver can expand"),
            ("fg6rf9", "no `10.` followed by a registrant code and `/`"),
            (
                "10.5281_zenodo.11077385",
                "wrong sign where the `/` after the prefix belongs",
            ),
        ],
    )
    def test_it_says_what_stands_there_instead(self, written: str, explanation: str) -> None:
        (found,) = doi.malformed_doi.run(case(dossier(cocco(doi=written))))
        assert found.message == f"`{written}` is not a DOI: {explanation}"
        assert found.suggestion is None

    @pytest.mark.parametrize(
        "written",
        [
            DOI,
            f"doi:{DOI.upper()}",
            # Registered as they stand.
            "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#",
            "10.5424/http://dx.doi.org/10.5424/sjar/20110903-330-10",
        ],
    )
    def test_a_legal_way_to_write_a_doi_is_passed_over(self, written: str) -> None:
        assert said(doi.malformed_doi, case(dossier(cocco(doi=written)))) == []

    def test_a_malformed_doi_in_the_url_is_reported_there(self) -> None:
        cited = cocco(doi=None, url=f"https://doi.org/4{DOI}")
        (found,) = doi.malformed_doi.run(case(dossier(cited)))
        assert (str(found.place), found.field) == ("references.bib:9:16", "url")


class TestUnregisteredDoi:
    def test_it_is_reported_with_the_answer_and_what_was_meant(self) -> None:
        # A final full stop, as 80 % of the DOIs that OpenCitations mended have one.
        (found,) = doi.unregistered_doi.run(
            case(dossier(cocco(doi=f"{DOI}."), UNKNOWN, proposal=record()))
        )
        assert str(found) == (
            f"references.bib:9:16: DOI002 `{DOI}.` is not registered: {UNKNOWN.reason}"
        )
        assert (found.key, found.field, found.found) == ("cocco2018", "doi", f"{DOI}.")
        assert found.suggestion == Suggestion(Confidence.HIGH, "found by hand", doi=DOI)

    def test_it_keeps_the_way_in_which_it_was_written(self) -> None:
        address = "https://doi.org/10.5555/12345678"
        (found,) = doi.unregistered_doi.run(case(dossier(cocco(doi=None, url=address), UNKNOWN)))
        assert (found.field, found.found, found.suggestion) == ("url", address, None)

    @pytest.mark.parametrize("outcome", [DATACITE, Unavailable("Crossref: 503"), record(), None])
    def test_no_other_answer_makes_it_unregistered(self, outcome: Absent | None) -> None:
        assert said(doi.unregistered_doi, case(dossier(cocco(), outcome))) == []


class TestClutteredDoi:
    def test_the_plain_form_is_suggested(self) -> None:
        # `Lupke199975` in roguephysicist's thesis.bib.
        cited = cocco(doi="DOI: 10.1016/S0167-5729(99)00007-2")
        (found,) = doi.cluttered_doi.run(case(dossier(cited)))
        plain = "10.1016/s0167-5729(99)00007-2"
        assert str(found) == (
            "references.bib:9:16: DOI003 `DOI: 10.1016/S0167-5729(99)00007-2` is written with the"
            f" label `doi:`: `{plain}` is enough"
        )
        assert (found.field, found.expected) == ("doi", plain)
        assert found.suggestion == Suggestion(
            Confidence.HIGH, "the same DOI in the plain form", doi=plain
        )

    def test_where_nobody_could_be_asked_the_plain_form_is_no_sure_repair(self) -> None:
        # The final `/` makes it another DOI, which may not exist; the plain form would keep it.
        cited = cocco(doi=f"https://doi.org/{DOI}/")
        (found,) = doi.cluttered_doi.run(case(dossier(cited, Unavailable("offline"))))
        assert found.suggestion == Suggestion(
            Confidence.MEDIUM, "the same DOI in the plain form; not looked up", doi=f"{DOI}/"
        )

    def test_latex_escapes_are_named(self) -> None:
        # mathlib's references.bib.
        cited = cocco(doi=r"10.1007/978-3-030-51054-1\_4")
        assert [
            f.message.partition(": ")[0] for f in doi.cluttered_doi.run(case(dossier(cited)))
        ] == [r"`10.1007/978-3-030-51054-1\_4` is written with LaTeX escapes"]

    @pytest.mark.parametrize("written", [DOI, DOI.upper()])
    def test_the_plain_form_is_passed_over_in_any_case(self, written: str) -> None:
        assert said(doi.cluttered_doi, case(dossier(cocco(doi=written), record()))) == []

    def test_an_address_is_right_in_the_url(self) -> None:
        cited = cocco(doi=None, url=f"https://doi.org/{DOI}")
        assert said(doi.cluttered_doi, case(dossier(cited, record()))) == []

    def test_it_is_silent_where_the_doi_itself_is_wrong(self) -> None:
        cited = cocco(doi=f"https://doi.org/{DOI}")
        assert said(doi.cluttered_doi, case(dossier(cited, UNKNOWN))) == []
        assert said(doi.cluttered_doi, case(dossier(cited, record(), proposal=record()))) == []
        assert len(said(doi.cluttered_doi, case(dossier(cited, Unavailable("503"))))) == 1


class TestMissingDoi:
    def test_the_doi_that_a_search_found_is_suggested(self) -> None:
        found_by_search = dossier(cocco(doi=None), proposal=record())
        (found,) = doi.missing_doi.run(case(found_by_search))
        assert str(found) == (
            f"references.bib:1:1: DOI004 `cocco2018` has no DOI; its work is registered as `{DOI}`"
        )
        assert (found.key, found.field, found.expected) == ("cocco2018", None, DOI)
        assert found.suggestion == Suggestion(Confidence.HIGH, "found by hand", doi=DOI)

    def test_an_entry_whose_url_is_its_doi_lacks_none(self) -> None:
        cited = cocco(doi=None, url=f"http://dx.doi.org/{DOI}")
        assert said(doi.missing_doi, case(dossier(cited, UNKNOWN, proposal=record()))) == []

    def test_an_address_elsewhere_is_no_doi(self) -> None:
        # A publisher's address with the DOI inside leads to the work, and is not the DOI.
        cited = cocco(doi=None, url=f"https://www.nature.com/doi/{DOI}")
        assert len(said(doi.missing_doi, case(dossier(cited, proposal=record())))) == 1

    def test_nothing_is_missing_where_nothing_was_found(self) -> None:
        assert said(doi.missing_doi, case(dossier(cocco(doi=None)))) == []


class TestNoSuchWork:
    def test_a_work_that_no_search_finds_is_reported_at_its_title(self) -> None:
        (found,) = doi_search.no_such_work.run(case(dossier(cocco(doi=None))))
        assert str(found) == (
            f"references.bib:3:16: DOI005 no registered work was found for `{TITLE}`"
        )
        assert (found.field, found.found, found.suggestion) == ("title", TITLE, None)

    def test_a_work_that_may_have_no_doi_gets_a_note(self) -> None:
        # Astronomy and Astrophysics registers DOIs since 2000: 278, 549 of 1993 has none.
        old = case(dossier(cocco(doi=None, year="1993")))
        assert said(doi_search.no_such_work, old) == []
        assert said(doi_search.unfound_work, old) == [
            f"references.bib:3:16: DOI009 no registered work was found for `{TITLE}`; such works"
            " often have no DOI"
        ]
        assert said(doi_search.unfound_work, case(dossier(cocco(doi=None)))) == []

    def test_another_version_of_the_work_gets_a_note(self) -> None:
        # 10.1101/2021.07.19.452956, the preprint of Science 376, eabl4896.
        preprint = record({"DOI": "10.1101/1", "container-title": ["bioRxiv"]})
        cited = case(replace(dossier(cocco(doi=None)), near=preprint))
        assert said(doi_search.no_such_work, cited) == []
        assert said(doi_search.unfound_work, cited) == [
            f"references.bib:3:16: DOI009 no registered work was found for `{TITLE}`; `10.1101/1`"
            " has this title by Cocco, 2018, bioRxiv"
        ]

    def test_the_title_of_others_is_no_version_of_the_work(self) -> None:
        others = record({"DOI": "10.1234/1", "author": [], "issued": None})
        theirs = record({"DOI": "10.1234/1", "author": [{"family": "Jiang", "given": "Heinrich"}]})
        cited = case(replace(dossier(cocco(doi=None)), near=theirs))
        assert said(doi_search.no_such_work, cited) == [
            f"references.bib:3:16: DOI005 no registered work was found for `{TITLE}`; `10.1234/1`"
            " has this title by Jiang, 2018, Nature Reviews Clinical Oncology"
        ]
        assert said(doi_search.unfound_work, cited) == []
        unsigned = case(replace(dossier(cocco(doi=None, year="1993")), near=others))
        assert len(said(doi_search.unfound_work, unsigned)) == 1

    @pytest.mark.parametrize("kind", ["book", "phdthesis", "techreport", "misc", "incollection"])
    def test_books_theses_and_reports_often_have_no_doi(self, kind: str) -> None:
        assert said(doi_search.no_such_work, case(dossier(cocco(kind, doi=None)))) == []

    @pytest.mark.parametrize("field", ["url", "eprint", "isbn"])
    def test_what_can_be_found_in_another_way_is_passed_over(self, field: str) -> None:
        # 1706.03762, the arXiv number of "Attention is all you need".
        cited = cocco(doi=None, **{field: "1706.03762"})
        assert said(doi_search.no_such_work, case(dossier(cited))) == []
        assert said(doi_search.unfound_work, case(dossier(cited))) == []

    def test_a_search_that_could_not_be_made_says_nothing(self) -> None:
        unasked = dossier(cocco(doi=None), search_reason="offline")
        assert said(doi_search.no_such_work, case(unasked)) == []

    def test_an_invented_doi_makes_no_work(self) -> None:
        assert said(doi_search.no_such_work, case(dossier(cocco(), UNKNOWN)))
        unasked = dossier(cocco(), UNKNOWN, search_reason="offline")
        assert said(doi_search.no_such_work, case(unasked)) == []

    def test_an_entry_with_another_agencys_doi_or_a_found_work_is_passed_over(self) -> None:
        assert said(doi_search.no_such_work, case(dossier(cocco(), DATACITE))) == []
        assert (
            said(doi_search.no_such_work, case(dossier(cocco(doi=None), proposal=record()))) == []
        )


class TestAliasDoi:
    def test_the_doi_that_the_registry_prefers_is_suggested(self) -> None:
        primary = record({"DOI": "10.1234/new", "aliases": [DOI]})
        (found,) = doi_registration.alias_doi.run(case(dossier(cocco(), primary)))
        assert str(found) == (
            f"references.bib:9:16: DOI007 `{DOI}` is an alias: the work is registered as"
            " `10.1234/new`"
        )
        assert (found.found, found.expected) == (DOI, "10.1234/new")
        assert found.suggestion == Suggestion(
            Confidence.MEDIUM, "the DOI that the registry itself uses", doi="10.1234/new"
        )

    def test_case_makes_no_alias(self) -> None:
        assert (
            said(doi_registration.alias_doi, case(dossier(cocco(doi=DOI.upper()), record()))) == []
        )

    def test_neither_another_work_nor_a_proposal_makes_an_alias(self) -> None:
        other = dossier(cocco(), record({"DOI": "10.1234/new"}))
        assert other.comparison is not None
        other = replace(other, comparison=replace(other.comparison, is_other_work=True))
        searched = dossier(cocco(doi=None), proposal=record())
        assert said(doi_registration.alias_doi, case(other, searched)) == []


class TestOtherAgency:
    def test_it_is_reported_with_the_agency(self) -> None:
        # `https://doi.org/10.5281/zenodo.6484021` in ReScience's published.bib.
        cited = cocco(doi="https://doi.org/10.5281/zenodo.6484021")
        (found,) = doi_registration.other_agency.run(case(dossier(cited, DATACITE)))
        assert str(found) == (
            "references.bib:9:16: DOI008 `10.5281/zenodo.6484021` is registered with DataCite, not"
            " compared: offline"
        )
        assert (found.key, found.field, found.suggestion) == ("cocco2018", "doi", None)

    def test_no_other_answer_names_an_agency(self) -> None:
        outcomes = (UNKNOWN, Unavailable("doi.org: 503"), record(), None)
        dossiers = (dossier(cocco(), outcome) for outcome in outcomes)
        assert said(doi_registration.other_agency, case(*dossiers)) == []


class TestContradictingUrl:
    def test_an_address_of_another_doi_is_reported_where_it_stands(self) -> None:
        cited = cocco(url="https://doi.org/10.1186/s13045-018-0622-4")
        (found,) = doi_address.contradicting_url.run(case(dossier(cited, record())))
        assert str(found) == (
            "references.bib:10:16: DOI012 the url leads to `10.1186/s13045-018-0622-4`, the doi"
            f" field names `{DOI}`"
        )
        assert (found.field, found.expected) == ("url", DOI)

    @pytest.mark.parametrize(
        "url",
        [
            f"http://dx.doi.org/{DOI.upper()}",
            "https://www.nature.com/articles/s41571-018-0113-0",
            "https://doi.org/no-doi-at-all",
        ],
    )
    def test_the_same_doi_and_any_other_address_are_passed_over(self, url: str) -> None:
        assert said(doi_address.contradicting_url, case(dossier(cocco(url=url), record()))) == []

    def test_an_address_alone_contradicts_nothing(self) -> None:
        cited = cocco(doi=None, url="https://doi.org/10.1186/s13045-018-0622-4")
        assert said(doi_address.contradicting_url, case(dossier(cited, UNKNOWN))) == []
