from dataclasses import replace

import pytest

from dossiers import DOI, TITLE, case, cocco, dossier, record, said
from evidence.checks import doi, doi_registration
from evidence.model.finding import Confidence, Suggestion
from evidence.model.outcome import Absent, Unavailable

UNKNOWN = Absent("no registration agency knows it (doi.org: DOI does not exist)")
DATACITE = Absent("registered with DataCite, not with Crossref", agency="DataCite")


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
    @pytest.mark.parametrize("kind", ["article", "inproceedings", "conference"])
    def test_a_work_that_no_search_finds_is_reported_at_its_title(self, kind: str) -> None:
        (found,) = doi.no_such_work.run(case(dossier(cocco(kind, doi=None))))
        assert str(found) == (
            f"references.bib:3:16: DOI005 no registered work was found for `{TITLE}`"
        )
        assert (found.field, found.found, found.suggestion) == ("title", TITLE, None)

    @pytest.mark.parametrize("kind", ["book", "phdthesis", "techreport", "misc", "incollection"])
    def test_books_theses_and_reports_often_have_no_doi(self, kind: str) -> None:
        assert said(doi.no_such_work, case(dossier(cocco(kind, doi=None)))) == []

    @pytest.mark.parametrize("field", ["url", "eprint", "isbn"])
    def test_what_can_be_found_in_another_way_is_passed_over(self, field: str) -> None:
        # 1706.03762, the arXiv number of "Attention is all you need".
        cited = cocco(doi=None, **{field: "1706.03762"})
        assert said(doi.no_such_work, case(dossier(cited))) == []

    def test_a_search_that_could_not_be_made_says_nothing(self) -> None:
        unasked = dossier(cocco(doi=None), search_reason="offline")
        assert said(doi.no_such_work, case(unasked)) == []

    def test_an_entry_with_a_doi_or_a_found_work_is_passed_over(self) -> None:
        assert said(doi.no_such_work, case(dossier(cocco(), UNKNOWN))) == []
        assert said(doi.no_such_work, case(dossier(cocco(doi=None), proposal=record()))) == []


class TestDuplicateDoi:
    def test_case_makes_no_other_doi(self) -> None:
        first, second = cocco(), replace(cocco(doi=DOI.upper()), key="cocco2")
        (found,) = doi_registration.duplicate_doi.run(case(dossier(first), dossier(second)))
        assert str(found) == (
            f"references.bib:9:16: DOI006 `{DOI}` is also the DOI of `cocco2018` (references.bib:1)"
        )
        assert (found.key, found.field, found.found) == ("cocco2", "doi", DOI)

    def test_every_later_entry_names_the_first(self) -> None:
        # greta's Rcpp.bib gives the DOI of the package to each of its vignettes.
        keys = ("CRAN:Rcpp", "vignette1", "vignette2")
        named = [dossier(replace(cocco(doi="10.32614/CRAN.package.Rcpp"), key=key)) for key in keys]
        found = list(doi_registration.duplicate_doi.run(case(*named)))
        assert [f.key for f in found] == ["vignette1", "vignette2"]
        assert all("`CRAN:Rcpp`" in f.message for f in found)

    def test_a_url_and_a_doi_field_can_name_one_doi(self) -> None:
        address = dossier(cocco(doi=None, url=f"https://doi.org/{DOI}"))
        (found,) = doi_registration.duplicate_doi.run(case(dossier(), address))
        assert found.field == "url"

    def test_different_malformed_and_missing_dois_are_no_duplicates(self) -> None:
        written = (DOI, "10.1186/s13045-018-0622-4", "none", "none", None, None)
        dossiers = (dossier(cocco(doi=text)) for text in written)
        assert said(doi_registration.duplicate_doi, case(*dossiers)) == []


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
            "references.bib:9:16: DOI008 `10.5281/zenodo.6484021` is registered with DataCite: not"
            " compared"
        )
        assert (found.key, found.field, found.suggestion) == ("cocco2018", "doi", None)

    def test_no_other_answer_names_an_agency(self) -> None:
        outcomes = (UNKNOWN, Unavailable("doi.org: 503"), record(), None)
        dossiers = (dossier(cocco(), outcome) for outcome in outcomes)
        assert said(doi_registration.other_agency, case(*dossiers)) == []
