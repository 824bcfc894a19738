from dataclasses import replace

import pytest

from dossiers import DOI, HAND_MADE, TITLE, case, cocco, dossier, read, record, said
from evidence.checks import doi_duplicates
from evidence.checks.case import Dossier, Proposal
from evidence.matching.compare import compare
from evidence.model.finding import Confidence
from evidence.model.reference import Field, Reference


def entry(key: str, kind: str = "article", /, **fields: str) -> Reference:
    return read(f"@{kind}{{{key},{','.join(f' {k} = {{{v}}}' for k, v in fields.items())}}}")


def second(**changes: str | None) -> Dossier:
    return dossier(replace(cocco(**changes), key="second"))


def sure(reference: Reference, confidence: Confidence = Confidence.HIGH) -> Dossier:
    """An entry without a good DOI, for which the work `DOI` was found."""
    work = record()
    found = Proposal(work, compare(reference, work), confidence, "found by hand")
    return replace(dossier(reference), proposal=found)


class TestDuplicateDoi:
    def test_case_makes_no_other_doi(self) -> None:
        (found,) = doi_duplicates.duplicate_doi.run(case(dossier(), second(doi=DOI.upper())))
        assert str(found) == (
            f"references.bib:9:16: DOI006 `{DOI}` is also the DOI of `cocco2018` (references.bib:1)"
        )
        assert (found.key, found.field, found.found) == ("second", "doi", DOI)

    def test_every_later_entry_names_the_first(self) -> None:
        # greta's Rcpp.bib gives the DOI of the package to each of its vignettes.
        keys = ("CRAN:Rcpp", "vignette1", "vignette2")
        doi = "10.32614/CRAN.package.Rcpp"
        named = [dossier(entry(key, "manual", title=f"On {key}", doi=doi)) for key in keys]
        found = list(doi_duplicates.duplicate_doi.run(case(*named)))
        assert [f.key for f in found] == ["vignette1", "vignette2"]
        assert [f.message for f in found] == [
            "`10.32614/cran.package.rcpp` is also the DOI of `CRAN:Rcpp` (references.bib:1),"
            " which has another title"
        ] * 2

    def test_a_url_and_a_doi_field_can_name_one_doi(self) -> None:
        address = second(doi=None, url=f"https://doi.org/{DOI}")
        (found,) = doi_duplicates.duplicate_doi.run(case(dossier(), address))
        assert found.field == "url"

    def test_an_entry_without_a_title_has_no_other_one(self) -> None:
        (found,) = doi_duplicates.duplicate_doi.run(case(dossier(), second(title=None)))
        assert found.message.endswith("`cocco2018` (references.bib:1)")

    @pytest.mark.parametrize("alias_first", [True, False])
    def test_an_alias_names_the_doi_of_its_work(self, *, alias_first: bool) -> None:
        work = record({"aliases": ["10.1234/old"]})
        both = [dossier(cocco(doi="10.1234/old"), work), dossier(cocco(), work)]
        (found,) = doi_duplicates.duplicate_doi.run(case(*(both if alias_first else both[::-1])))
        assert found.found == DOI

    @pytest.mark.parametrize(
        ("confidence", "findings"), [(Confidence.HIGH, 1), (Confidence.MEDIUM, 0)]
    )
    def test_a_malformed_doi_names_what_it_is_certain_to_mean(
        self, confidence: Confidence, findings: int
    ) -> None:
        malformed = sure(cocco(doi=f"{DOI} (2018)"), confidence)
        assert len(said(doi_duplicates.duplicate_doi, case(dossier(), malformed))) == findings

    def test_different_malformed_and_missing_dois_are_no_duplicates(self) -> None:
        written = (DOI, "10.1186/s13045-018-0622-4", "none", "none", None, None)
        dossiers = (dossier(cocco(doi=text)) for text in written)
        assert said(doi_duplicates.duplicate_doi, case(*dossiers)) == []

    def test_a_book_and_its_chapter_may_share_the_doi_of_the_book(self) -> None:
        # 10.1037/10319-000 in a Zotero export; 10.1145/281508.281649 in SymPy's is the paper of
        # Jeffrey, and by mistake the tutorial's in the same proceedings.
        book = {"year": "1999", "doi": "10.1037/10319-000"}
        whole = entry("gold1999", "collection", title="The Complete Social Scientist", **book)
        held = entry(
            "lewin1999", "incollection", title="Group decision", booktitle=whole.title, **book
        )
        for pair in ((whole, held), (held, whole)):
            assert said(doi_duplicates.duplicate_doi, case(*map(dossier, pair))) == []
        other = replace(held, key="other", fields=entry("x", title="A tutorial", **book).fields)
        assert len(said(doi_duplicates.duplicate_doi, case(dossier(held), dossier(other)))) == 1

    def test_two_chapters_may_share_the_doi_of_their_book_where_its_record_says_so(self) -> None:
        work = record({"type": "book", "title": ["The Complete Social Scientist"]})
        held = {"booktitle": "The Complete Social Scientist", "doi": DOI}
        chapters = [
            dossier(entry(title.lower(), "incollection", title=title, **held), work)
            for title in ("Group decision", "Field theory", "Group Decision")
        ]
        (found,) = doi_duplicates.duplicate_doi.run(case(*chapters))
        assert found.key == "group decision"


class TestDuplicateWork:
    def test_the_first_entry_is_named(self) -> None:
        (found,) = doi_duplicates.duplicate_work.run(case(dossier(), second(doi=None)))
        assert str(found) == (
            "references.bib:1:1: DOI010 `second` is the same work as `cocco2018` (references.bib:1)"
        )
        assert found.key == "second"

    def test_two_dois_are_left_to_the_registry(self) -> None:
        # Both name a DOI: the same one is another rule's, different ones are two works.
        for doi in (DOI, "10.1234/other"):
            assert said(doi_duplicates.duplicate_work, case(dossier(), second(doi=doi))) == []

    def test_a_malformed_doi_tells_nothing(self) -> None:
        assert len(said(doi_duplicates.duplicate_work, case(dossier(), second(doi="none")))) == 1

    def test_three_entries_are_two_findings_that_name_the_first(self) -> None:
        third = replace(cocco(doi=None, title=TITLE.upper()), key="third")
        subjects = (dossier(cocco(doi=None)), second(doi=None), dossier(third))
        found = said(doi_duplicates.duplicate_work, case(*subjects))
        assert [text.partition("the same work as ")[2] for text in found] == [
            "`cocco2018` (references.bib:1)"
        ] * 2

    def test_a_doubled_key_is_the_rule_on_keys_to_report(self) -> None:
        assert said(doi_duplicates.duplicate_work, case(dossier(), dossier(cocco(doi=None)))) == []

    def test_a_search_that_found_the_work_of_another_entry_tells(self) -> None:
        translated = replace(cocco(doi=None, title="Tumores con fusión", volume=None), key="second")
        for certain in (sure(translated), replace(sure(translated), reading=None)):
            (found,) = doi_duplicates.duplicate_work.run(case(dossier(found=record()), certain))
            assert found.key == "second"
        doubtful = sure(translated, Confidence.MEDIUM)
        assert said(doi_duplicates.duplicate_work, case(dossier(found=record()), doubtful)) == []

    def test_a_preprint_is_not_its_article(self) -> None:
        posted = second(doi=None, journal="bioRxiv", volume=None, number=None, pages=None)
        assert said(doi_duplicates.duplicate_work, case(dossier(), posted)) == []

    def test_a_title_that_is_misspelt_is_found_by_where_the_work_begins(self) -> None:
        misspelt = second(doi=None, title=f"{TITLE.replace('fusion', 'fussion')}: a review")
        assert len(said(doi_duplicates.duplicate_work, case(dossier(), misspelt))) == 1

    def test_a_book_of_a_short_title_is_found_and_an_entry_without_one_is_not(self) -> None:
        books = [
            entry(key, "book", author="Boyd, R. W.", title="Nonlinear Optics", year="2003")
            for key in ("boyd", "boyd2003nonlinear")
        ]
        bare = [entry(key, "book", author="Boyd, R. W.", year="2003") for key in ("bare", "empty")]
        (found,) = doi_duplicates.duplicate_work.run(case(*map(dossier, (*books, *bare))))
        assert found.key == "boyd2003nonlinear"

    def test_of_many_works_of_one_title_the_first_few_are_compared(self) -> None:
        many = [replace(cocco(doi=None, volume=str(n)), key=f"k{n}") for n in range(1, 15)]
        again = replace(many[0], key="again")
        (found,) = doi_duplicates.duplicate_work.run(case(*map(dossier, (*many, again))))
        assert found.key == "again"

    def test_thousands_of_editorials_are_no_duplicates(self) -> None:
        editorial = cocco(doi=None, title="Editorial")
        subjects = [
            dossier(replace(editorial, key=f"k{n}", fields=_paged(editorial, n)))
            for n in range(2000)
        ]
        assert said(doi_duplicates.duplicate_work, case(*subjects)) == []


class TestPreprintAndArticle:
    POSTED = cocco(doi=None, journal="bioRxiv", volume=None, number=None, pages=None)

    def test_by_title_and_authors_whichever_comes_first(self) -> None:
        posted, article = dossier(replace(self.POSTED, key="posted")), dossier(cocco())
        assert said(doi_duplicates.preprint_and_article, case(posted, article)) == [
            "references.bib:1:1: DOI011 `cocco2018` is the published form of the same work as"
            " `posted` (references.bib:1)"
        ]
        assert said(doi_duplicates.preprint_and_article, case(article, posted)) == [
            "references.bib:1:1: DOI011 `posted` is the preprint of the same work as"
            " `cocco2018` (references.bib:1)"
        ]

    def test_by_the_relation_of_either_record(self) -> None:
        # As 10.21203/rs.1.1/v2 and its article, here under a title of its own.
        def told(kind: str, doi: str) -> dict[str, object]:
            return {"relation": {kind: [{"id-type": "doi", "id": doi}]}}

        posted = {"DOI": "10.21203/rs.1.1/v2", "type": "posted-content", "title": ["Trial Forge"]}
        entries = (cocco(title="Trial Forge", doi="10.21203/rs.1.1/v2"), cocco())
        for members, more in (
            (told("is-preprint-of", DOI), {}),
            ({}, told("has-preprint", "10.21203/rs.1.1/v2")),
        ):
            pair = (
                dossier(entries[0], record({**posted, **members})),
                dossier(entries[1], record(more)),
            )
            assert len(said(doi_duplicates.preprint_and_article, case(*pair))) == 1
            assert len(said(doi_duplicates.preprint_and_article, case(*pair[::-1]))) == 1

    def test_the_record_of_the_doi_says_what_is_a_preprint(self) -> None:
        # The entry names the journal, its DOI is the preprint's.
        posted = dossier(
            cocco(doi="10.1101/1"), record({"DOI": "10.1101/1", "type": "posted-content"})
        )
        assert len(said(doi_duplicates.preprint_and_article, case(posted, second()))) == 1

    def test_two_articles_or_two_preprints_are_no_such_pair(self) -> None:
        for one in (self.POSTED, cocco()):
            pair = case(dossier(one), dossier(replace(one, key="second")))
            assert said(doi_duplicates.preprint_and_article, pair) == []


def test_a_hand_made_record_is_no_proof_that_two_entries_are_one() -> None:
    work = record(origin=HAND_MADE)
    found = Proposal(work, compare(cocco(), work), Confidence.MEDIUM, "by hand")
    pair = case(dossier(), replace(second(doi=None, title="A", volume=None), proposal=found))
    assert said(doi_duplicates.duplicate_work, pair) == []


def _paged(editorial: Reference, n: int) -> tuple[Field, ...]:
    return tuple(
        replace(field, text=f"{n}--{n}") if field.name == "pages" else field
        for field in editorial.fields
    )
