import pytest

from dossiers import case, cocco, dossier, read, record, said
from evidence.checks import bib
from evidence.checks.case import Case
from evidence.checks.rule import Rule
from evidence.model.claim import Claims
from evidence.model.reference import BibProblem
from evidence.sources.bibtex import parse_bibliography

SOUND = "@misc{chen2018, author = {Chen, Y.}, title = {A work}, year = 2018}\n"


def parsed(text: str) -> Case:
    return Case(parse_bibliography(text, "references.bib"), Claims())


@pytest.mark.parametrize(
    "rule",
    [bib.unparsable_block, bib.duplicate_key, bib.duplicate_field, bib.undefined_string],
    ids=lambda rule: rule.code,
)
def test_a_sound_bibliography_has_no_problem(rule: Rule[BibProblem]) -> None:
    assert said(rule, parsed(SOUND)) == []


class TestUnparsableBlock:
    def test_an_entry_that_is_not_closed_is_reported_where_it_begins(self) -> None:
        broken = "@misc{ardini2016,\n  title = {Entrectinib,\n  year = {2016}\n}\n"
        (found,) = bib.unparsable_block.run(parsed(SOUND + broken))
        assert str(found) == (
            "references.bib:2:1: BIB001 the entry `ardini2016` is not closed: the file ends before"
            " its `}`"
        )
        assert found.key == "ardini2016"

    def test_an_entry_without_a_key_cannot_be_cited(self) -> None:
        # As sympy's paper.bib begins, and JabRef's test file in UTF-16.
        (found,) = bib.unparsable_block.run(parsed("\n@article{,\n  title = {A work}\n}\n"))
        assert str(found) == (
            "references.bib:2:1: BIB001 the entry has no key, expected as in `@article{key, …}`"
        )
        assert found.key is None


class TestDuplicateKey:
    def test_the_second_entry_is_reported_and_names_the_first(self) -> None:
        (found,) = bib.duplicate_key.run(parsed(SOUND + SOUND))
        assert str(found) == (
            "references.bib:2:1: BIB002 `chen2018` is already the key of the entry in line 1"
        )
        assert found.key == "chen2018"

    def test_every_repetition_is_reported(self) -> None:
        # total-impact's Greenberg.bib has one key three times.
        found = said(bib.duplicate_key, parsed(SOUND * 3))
        assert [text.partition(" ")[0] for text in found] == [
            "references.bib:2:1:",
            "references.bib:3:1:",
        ]

    def test_keys_that_differ_in_case_are_two(self) -> None:
        assert said(bib.duplicate_key, parsed(SOUND + SOUND.replace("chen", "Chen"))) == []


class TestDuplicateField:
    def test_the_second_field_is_reported(self) -> None:
        text = "@misc{chen2018,\n  author = {Chen, Y.},\n  year = 2018,\n  year = 2019\n}\n"
        (found,) = bib.duplicate_field.run(parsed(text))
        assert str(found) == ("references.bib:4:3: BIB003 `chen2018` has `year` already in line 3")
        assert (found.key, found.field) == ("chen2018", "year")

    def test_the_case_of_a_name_makes_no_other_field(self) -> None:
        # `keywords` stands twice in `BerleantKuipers:97` of a Zotero test file.
        text = "@misc{berleant,\n  keywords = {a},\n  Keywords = {b}\n}\n"
        assert said(bib.duplicate_field, parsed(text)) == [
            "references.bib:3:3: BIB003 `berleant` has `keywords` already in line 2"
        ]


class TestUndefinedString:
    def test_a_bare_word_is_reported_at_its_place(self) -> None:
        (found,) = bib.undefined_string.run(parsed("@article{chen2018,\n  journal = jho\n}\n"))
        assert str(found) == (
            "references.bib:2:13: BIB004 `jho` in `journal` is defined by no `@string` before it,"
            " expected one or `{jho}`"
        )
        assert (found.key, found.field) == ("chen2018", "journal")

    def test_months_are_defined_by_every_style(self) -> None:
        assert said(bib.undefined_string, parsed("@misc{chen2018, month = jan}\n")) == []

    def test_a_word_that_is_defined_below_its_use_is_undefined(self) -> None:
        # `journal = or` in biber's papers.bib, whose strings stand elsewhere.
        text = "@article{aardal, journal = or}\n@string{or = {Operations Research}}\n"
        assert [f.key for f in bib.undefined_string.run(parsed(text))] == ["aardal"]
        turned = "\n".join(reversed(text.splitlines()))
        assert said(bib.undefined_string, parsed(turned)) == []


class TestMissingField:
    def test_all_that_is_missing_is_one_finding(self) -> None:
        # `prime-number-theorem` of kks32's phd-thesis-template.
        theorem = read(
            '\n@MISC{prime-number-theorem,\n  author = "de la Vall{\\\'e}e Poussin, C.",\n'
            '  note = "A strong form of the prime number theorem, 19th century" }\n'
        )
        (found,) = bib.missing_field.run(case(dossier(theorem)))
        assert str(found) == (
            "references.bib:2:1: BIB005 `prime-number-theorem` has no title and no year"
        )
        assert (found.key, found.field) == ("prime-number-theorem", None)

    def test_an_entry_with_all_three_is_passed_over(self) -> None:
        assert said(bib.missing_field, case(dossier(cocco()))) == []

    @pytest.mark.parametrize("maker", ["editor", "organization"])
    def test_editors_and_organizations_make_a_work_too(self, maker: str) -> None:
        made = cocco(author=None, **{maker: "World Health Organization"})
        assert said(bib.missing_field, case(dossier(made))) == []

    def test_the_date_of_biblatex_is_a_year(self) -> None:
        assert said(bib.missing_field, case(dossier(cocco(year=None, date="2018-12-01")))) == []

    @pytest.mark.parametrize("kind", ["online", "software", "dataset", "manual"])
    def test_what_is_no_publication_may_lack_an_author(self, kind: str) -> None:
        assert said(bib.missing_field, case(dossier(cocco(kind, author=None)))) == []

    def test_what_a_cross_reference_may_give_is_not_missing(self) -> None:
        # `crossref = {CRAN:Rcpp}` in greta's Rcpp.bib.
        child = cocco(author=None, year=None, crossref="CRAN:Rcpp")
        assert said(bib.missing_field, case(dossier(child))) == []

    def test_a_work_whose_record_names_nobody_needs_no_author(self) -> None:
        # As JAMA's index of 1883 and the editorials of many journals.
        nobody = record({"author": []})
        assert said(bib.missing_field, case(dossier(cocco(author=None), nobody))) == []
        assert len(said(bib.missing_field, case(dossier(cocco(author=None), record())))) == 1


class TestUndefinedParent:
    def test_the_first_entry_that_names_it_is_reported(self) -> None:
        # Two of 127 children in a database of planning papers that came without its books.
        text = "@misc{Kautz:90, crossref = {Intentions}}\n@misc{Cohen:90, crossref = {Intentions}}"
        (found,) = bib.undefined_parent.run(parsed(text))
        assert str(found) == (
            "references.bib:1:29: BIB007 `Kautz:90` takes fields over from `Intentions`, which is "
            "not there: expected an entry with this key"
        )
        assert (found.key, found.field) == ("Kautz:90", "crossref")

    def test_a_parent_in_the_file_is_no_problem(self) -> None:
        text = "@misc{Kautz:90, crossref = {Intentions}}\n@book{Intentions, title = {Intentions}}"
        assert said(bib.undefined_parent, parsed(text)) == []
