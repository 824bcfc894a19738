"""References as lists print them, against what they say; the texts are made up."""

from dataclasses import replace

import pytest

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.printed_references import read_printed

TRIAL = PrintedReference(
    type="article",
    authors=(Name("Rossi", "A"), Name("Verdi", "CM")),
    title="Thermal imaging of burns: a pilot study",
    venue="Wound Repair Regen",
    year="2004",
    volume="12",
    issue="3",
    pages="101-109",
)
STOPPED = replace(TRIAL, authors=(Name("Rossi", "A."), Name("Verdi", "C. M.")))
IN_FULL = replace(TRIAL, authors=(Name("Rossi", "Anna"), Name("Verdi", "Carlo M.")))
FULL_VENUE = "Wound Repair and Regeneration"


def reading(printed: PrintedReference, **parts: object) -> PrintedReference:
    return replace(printed, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Rossi A, Verdi CM. Thermal imaging of burns: a pilot study. Wound Repair Regen"
            " 2004; 12: 101-109.",
            reading(TRIAL, issue=""),
        ),
        (
            "3. Rossi A, Verdi CM. Thermal imaging of burns: a pilot study. Wound Repair Regen."
            " 2004 May-Jun;12(3):101-109. doi: 10.1111/wrr.04.12. PubMed PMID: 12345678.",
            reading(TRIAL, doi="10.1111/wrr.04.12"),
        ),
        (
            "Rossi, A., & Verdi, C. M. (2004a). Thermal imaging of burns: a pilot study. *Wound"
            " Repair and Regeneration*, *12*(3), 101-109. https://doi.org/10.1111/wrr.04.12.",
            reading(STOPPED, venue=FULL_VENUE, doi="https://doi.org/10.1111/wrr.04.12"),
        ),
        (
            "Rossi, A. and Verdi, C. M., 2004. Thermal imaging of burns: a pilot study. Wound"
            " Repair and Regeneration, 12(3), pp. 101-109.",
            reading(STOPPED, venue=FULL_VENUE),
        ),
        (
            "Rossi, A. & Verdi, C. M. Thermal imaging of burns: a pilot study. Wound Repair Regen."
            " 12, 101-109 (2004).",
            reading(STOPPED, issue="", venue="Wound Repair Regen"),
        ),
        (
            "A. Rossi and C. M. Verdi, “Thermal imaging of burns: a pilot study,” Wound Repair"
            " Regen., vol. 12, no. 3, pp. 101-109, May 2004.",
            reading(STOPPED, venue="Wound Repair Regen"),
        ),
        (
            "A. Rossi, C. M. Verdi, Thermal imaging of burns: a pilot study, Wound Repair Regen. 12"
            " (2004) 101-109.",
            reading(STOPPED, issue="", venue="Wound Repair Regen"),
        ),
        (
            "Rossi, A.; Verdi, C. M. J. Med. Chem. 2004, 12 (3), 101-109.",
            reading(STOPPED, title="", venue="J. Med. Chem."),
        ),
        (
            "Rossi, Anna, and Carlo M. Verdi. “Thermal imaging of burns: a pilot study.” Wound"
            " Repair and Regeneration 12, no. 3 (2004): 101-109.",
            reading(IN_FULL, venue=FULL_VENUE),
        ),
        (
            "Rossi A, Verdi CM: Thermal imaging of burns: a pilot study. Wound Repair Regen"
            " 12:101-109, 2004",
            reading(TRIAL, issue=""),
        ),
    ],
)
def test_an_article_is_read_in_every_style(text: str, printed: PrintedReference) -> None:
    assert read_printed(text) == printed


@pytest.mark.parametrize(
    ("title", "follows"),
    [
        ("Why do some burns never heal?", ""),
        ("Does it hurt? A survey of pain", "."),
        ("Burns in the U.S.: ten years on", "."),
        ("Drains vs. no drains after surgery", "."),
        ("The many faces of p53", "."),
        ("Grading burns, version 2.1", "."),
        ("Depth, site and size", "."),
        ("Melanoma", "."),
    ],
)
def test_a_title_keeps_its_own_stops_and_signs(title: str, follows: str) -> None:
    printed = read_printed(f"Rossi A. {title}{follows} N Engl J Med. 2004;350:12-9.")
    assert (printed.title, printed.venue) == (title, "N Engl J Med")


@pytest.mark.parametrize(
    ("journal", "venue"),
    [
        ("J. Clin. Oncol.", "J. Clin. Oncol."),
        ("Proc. Natl Acad. Sci. USA", "Proc. Natl Acad. Sci. USA"),
        ("eLife", "eLife"),
        ("PLoS Med.", "PLoS Med"),
        ("Lancet", "Lancet"),
    ],
)
def test_a_journal_is_told_from_the_title(journal: str, venue: str) -> None:
    printed = read_printed(f"Rossi, A. & Verdi, C. Burns in Europe. {journal} 12, 1–9 (2004).")
    assert (printed.title, printed.venue) == ("Burns in Europe", venue)


@pytest.mark.parametrize(
    ("names", "authors", "et_al"),
    [
        ("van den Berg A", (Name("van den Berg", "A"),), False),
        ("O'Hara BC Jr, Paz-Ares L", (Name("O'Hara", "BC", "Jr"), Name("Paz-Ares", "L")), False),
        ("Ou SI et al", (Name("Ou", "SI"),), True),
        ("D'hooghe MB, and others", (Name("D'hooghe", "MB"),), True),
        ("Şimşek Ö, Łukasz Ż, de Oña J-P, et al", (
            Name("Şimşek", "Ö"), Name("Łukasz", "Ż"), Name("de Oña", "J-P")), True),
        ("Kim H; Skin Study Group", (Name("Kim", "H"), Name("Skin Study Group", is_group=True)),
         False),
        ("Kim H, on behalf of the SKIN Investigators", (
            Name("Kim", "H"), Name("SKIN Investigators", is_group=True)), False),
        ("Kim H, et al; Skin Study Group", (
            Name("Kim", "H"), Name("Skin Study Group", is_group=True)), True),
        ("World Health Organization", (Name("World Health Organization", is_group=True),), False),
        ("EMA", (Name("EMA", is_group=True),), False),
        ("Gupta, R., Smith, J. A., Jr., & van Dyk, D.", (
            Name("Gupta", "R."), Name("Smith", "J. A.", "Jr."), Name("van Dyk", "D.")), False),
        ("GTEx Consortium, Scott, A. J.", (), False),
        ("M. Božič, V. Vivod", (Name("Božič", "M."), Name("Vivod", "V.")), False),
        ("Gupta, R., … Zhu, D.", (Name("Gupta", "R."), Name("Zhu", "D.")), True),
    ],
)  # fmt: skip
def test_names_are_read_as_printed(
    names: str,
    authors: tuple[Name, ...],
    et_al: bool,  # noqa: FBT001
) -> None:
    printed = read_printed(f"{names}. Burns in Europe. BMJ 2004;12:1-9.")
    if authors:
        assert (printed.authors, printed.et_al, printed.title) == (
            authors, et_al, "Burns in Europe"
        )  # fmt: skip


def test_initials_and_the_first_letter_of_a_journal_are_told_apart() -> None:
    printed = read_printed("Rossi, A.; Verdi, C. J. Med. Chem. 2004, 12, 1–9.")
    assert [name.given for name in printed.authors] == ["A.", "C."]
    titled = read_printed("Rossi, A. & Verdi, C. U.S. trends in burns. Burns 12, 1–9 (2004).")
    assert [name.given for name in titled.authors] == ["A.", "C."]
    assert titled.title == "U.S. trends in burns"


@pytest.mark.parametrize(
    ("where", "parts"),
    [
        ("2016; 108", ("2016", "108", "", "")),
        ("2018; 29: xyz424.017-xyz424.017", ("2018", "29", "", "xyz424.017-xyz424.017")),
        ("2018;29(suppl 8):viii713", ("2018", "29", "suppl 8", "viii713")),
        ("2018;29 Suppl 8:S12-S19", ("2018", "29", "Suppl 8", "S12-S19")),
        ("2018; 29 (suppl_8): v1-v9 (LBA17)", ("2018", "29", "suppl_8", "v1-v9")),
        ("2018; 108: djv306", ("2018", "108", "", "djv306")),
        ("2018 Jun 7;378(23):2149-2160", ("2018", "378", "23", "2149-2160")),
        ("2018;3(CD001):12-3, 17-9", ("2018", "3", "CD001", "12-3, 17-9")),
        ("2021 Apr 5:S0264-410X(21)00123-4. Epub ahead of print",
         ("2021", "", "", "S0264-410X(21)00123-4")),
    ],
)  # fmt: skip
def test_numbers_are_read_as_printed(where: str, parts: tuple[str, str, str, str]) -> None:
    printed = read_printed(f"Rossi A. Burns in Europe. Ann Surg {where}.")
    assert (printed.year, printed.volume, printed.issue, printed.pages) == parts
    assert (printed.title, printed.venue) == ("Burns in Europe", "Ann Surg")


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("https://doi.org/10.1234/ab(1)2", "https://doi.org/10.1234/ab(1)2"),
        ("http://dx.doi.org/10.1234/AB.", "http://dx.doi.org/10.1234/AB"),
        ("doi:10.1234/ab", "10.1234/ab"),
        ("DOI 10.1234/ab;", "10.1234/ab"),
        ("10.1234/ab", "10.1234/ab"),
        ("https://doi.org/410.1234/ab1424.1017 .", "https://doi.org/410.1234/ab1424.1017"),
        ("doi: 10,1234/ab", "10,1234/ab"),
        (
            "https://doi.org/https://doi.org/10.1234/ab",
            "https://doi.org/https://doi.org/10.1234/ab",
        ),
    ],
)
def test_a_doi_stays_as_written(written: str, doi: str) -> None:
    printed = read_printed(f"Rossi A. Burns in Europe. Ann Surg 2018; 29: 1-9, {written}")
    assert (printed.doi, printed.pages, printed.url) == (doi, "1-9", "")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Rossi A. Handbook of burns. 2nd ed. New York: Springer; 2010. p. 12-20.",
            PrintedReference(
                "book", (Name("Rossi", "A"),), title="Handbook of burns", year="2010",
                pages="12-20", publisher="Springer",
            ),
        ),
        (
            "Rossi A, Verdi C. Grafts. In: Bianchi D, editor. Handbook of burns. 2nd ed. New York:"
            " Springer; 2010. p. 12-20.",
            PrintedReference(
                "incollection", (Name("Rossi", "A"), Name("Verdi", "C")), title="Grafts",
                editors=(Name("Bianchi", "D"),), venue="Handbook of burns", year="2010",
                pages="12-20", publisher="Springer",
            ),
        ),
        (
            "Rossi, A. (2010). Grafts. In D. Bianchi & E. Neri (Eds.), Handbook of burns (2nd ed.,"
            " pp. 12–20). Springer.",
            PrintedReference(
                "incollection", (Name("Rossi", "A."),), title="Grafts",
                editors=(Name("Bianchi", "D."), Name("Neri", "E.")), venue="Handbook of burns",
                year="2010", pages="12–20", publisher="Springer",
            ),
        ),
        (
            "A. Rossi and C. Verdi, “Reading burns,” in Proc. Int. Conf. Mach. Learn., 2019, pp."
            " 41–46.",
            PrintedReference(
                "inproceedings", (Name("Rossi", "A."), Name("Verdi", "C.")), title="Reading burns",
                venue="Proc. Int. Conf. Mach. Learn", year="2019", pages="41–46",
            ),
        ),
        (
            "Rossi A, Verdi C (eds). Atlas of burns. Chichester: Wiley; 2008.",
            PrintedReference(
                "book", editors=(Name("Rossi", "A"), Name("Verdi", "C")), title="Atlas of burns",
                year="2008", publisher="Wiley",
            ),
        ),
        (
            "Rossi A. Healing of grafts [PhD thesis]. Padua: University of Padua; 2011.",
            PrintedReference(
                "phdthesis", (Name("Rossi", "A"),), title="Healing of grafts [PhD thesis]",
                year="2011", publisher="University of Padua",
            ),
        ),
        (
            "World Health Organization. Burns [Internet]. 2018. Available from:"
            " https://www.who.int/burns (accessed 3 May 2020).",
            PrintedReference(
                "misc", (Name("World Health Organization", is_group=True),), title="Burns",
                year="2018", url="https://www.who.int/burns",
            ),
        ),
        ("10.1234/ab", PrintedReference(doi="10.1234/ab")),
        ("Letter from a patient.", PrintedReference(title="Letter from a patient")),
        ("", PrintedReference()),
    ],
)  # fmt: skip
def test_other_works_are_read_too(text: str, printed: PrintedReference) -> None:
    assert read_printed(text) == printed


@pytest.mark.parametrize("sign", ["^ ", "^ a b c ", "↑ Jump up to: ", "1. ^ ", "^ 1.0 1.1 "])
def test_signs_that_link_back_are_no_part_of_an_item(sign: str) -> None:
    printed = read_printed(f"{sign}Poe, Edgar (May 2003). Book of burns. Springer. pp. 1–4. ↩︎")
    assert (printed.authors, printed.title) == ((Name("Poe", "Edgar"),), "Book of burns")
    assert (printed.year, printed.pages, printed.publisher) == ("2003", "1–4", "Springer")


@pytest.mark.parametrize("sign", ["'", "’"])
def test_apostrophes_join_a_letter_to_a_name(sign: str) -> None:
    text = f"Le Goff J-P, N{sign}Diaye T, d{sign}Arc F. L{sign}eau froide. Rev Prat. 2012;62:1-8."
    printed = read_printed(text)
    assert [name.family for name in printed.authors] == [
        "Le Goff", f"N{sign}Diaye", f"d{sign}Arc"
    ]  # fmt: skip
    assert printed.title == f"L{sign}eau froide"


@pytest.mark.parametrize(
    ("text", "group", "title"),
    [
        ("Haute Autorité de santé. Soins des brûlures. Saint-Denis: HAS; 2016.",
         "Haute Autorité de santé", "Soins des brûlures"),
        ("Cancer Haven Britain. Living with burns. London: CHB; 2016.",
         "Cancer Haven Britain", "Living with burns"),
        ("Bundesärztekammer. Leitlinie Brandwunden. 2. Aufl. Berlin: ÄZQ; 2016.",
         "Bundesärztekammer", "Leitlinie Brandwunden"),
        ("BURNS Group. Skin grafts in wards. Lancet. 2016;352:837-53.",
         "BURNS Group", "Skin grafts in wards"),
        ("IPCC, 2016. Climate 2014: Burns. Cambridge: Cambridge University Press.",
         "IPCC", "Climate 2014: Burns"),
        ('OECD, "Agricultural burns," 2016. [Online]. Available: https://www.oecd.org/a',
         "OECD", "Agricultural burns"),
        # These begin with a title; none of it is lost.
        ("Burns in Europe. A survey of wards. Boston: Elsevier; 2016.",
         "", "Burns in Europe. A survey of wards"),
        ("The many faces of p53. A review. Boston: Elsevier; 2016.",
         "", "The many faces of p53. A review"),
        ("A study of burns in wards: Phase 2. Lancet. 2016;352:837-53.",
         "", "A study of burns in wards: Phase 2"),
    ],
)  # fmt: skip
def test_a_group_is_told_from_a_title(text: str, group: str, title: str) -> None:
    printed = read_printed(text)
    assert printed.authors == ((Name(group, is_group=True),) if group else ())
    assert (printed.title, printed.year) == (title, "2016")


def test_capitals_behind_a_family_name_are_initials_and_no_group() -> None:
    assert read_printed("Ernst WHO. Burns. Lancet. 2016;352:8-9.").authors[0].family == "Ernst"


def test_a_group_may_be_the_editor() -> None:
    text = "Deutsche Gesellschaft für Haut und Haar (Hrsg.). Leitlinie. Berlin: DGHH; 2018."
    assert read_printed(text) == PrintedReference(
        "book", title="Leitlinie", year="2018", publisher="DGHH",
        editors=(Name("Deutsche Gesellschaft für Haut und Haar", is_group=True),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("F. P. Rossi, The burning man, Addison-Wesley, Boston, 1982.", PrintedReference(
            "book", (Name("Rossi", "F. P."),), title="The burning man", year="1982",
            publisher="Addison-Wesley")),
        ("F. P. Rossi, Title of His Book, 3rd ed. New York, NY, USA: Wiley, 2009, ch. 4, pp. 5–7.",
         PrintedReference("book", (Name("Rossi", "F. P."),), title="Title of His Book",
                          year="2009", publisher="Wiley", pages="5–7")),
        ("Rossi K (2009) Pharmakologie. 3. Auflage. Thieme, Stuttgart, S. 45–67", PrintedReference(
            "book", (Name("Rossi", "K"),), title="Pharmakologie", year="2009",
            publisher="Thieme", pages="45–67")),
        ("J Med Chem. 2016.", PrintedReference(venue="J Med Chem", year="2016")),
        ("Smith J. 2016.", PrintedReference(authors=(Name("Smith", "J"),), year="2016")),
        ("Zhonghua Er Ke Za Zhi. 2011;49(3):200-4. Chinese.", PrintedReference(
            "article", venue="Zhonghua Er Ke Za Zhi", year="2011", volume="49", issue="3",
            pages="200-4")),
        ("(in press). Naps and vigilance. Sleep.", PrintedReference(
            title="Naps and vigilance", venue="Sleep")),
        ("A trial of grafts: Phase 2. ClinicalTrials.gov identifier NCT01234567. Updated May 3,"
         " 2020.", PrintedReference(title="A trial of grafts: Phase 2", year="2020")),
        ("Grafting at home: Open-Label. ClinicalTrials.gov. 2020.", PrintedReference(
            title="Grafting at home: Open-Label", year="2020")),
        ("ClinicalTrials.gov. NCT01234567. Grafts. Bethesda: Library Press; 2020.",
         PrintedReference(authors=(Name("ClinicalTrials.gov", is_group=True),), title="Grafts",
                          year="2020", publisher="Library Press")),
        ("Rossi A. Grafts (NCT01234567). Lancet. 2004;12:1-9.", PrintedReference(
            "article", (Name("Rossi", "A"),), title="Grafts (NCT01234567)", venue="Lancet",
            year="2004", volume="12", pages="1-9")),
    ],
)  # fmt: skip
def test_books_trials_and_short_items_are_no_articles(text: str, printed: PrintedReference) -> None:
    assert read_printed(text) == printed


def test_what_has_too_long_a_title_was_not_taken_apart() -> None:
    text = "Rossi A. Burns " + "and more burns " * 45 + ". Lancet. 2004;12:1-9. doi:10.1234/ab"
    assert read_printed(text) == PrintedReference(doi="10.1234/ab")


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A. ",
        "Chen Y, ",
        "1-",
        "(",
        "2018;",
        "Aa. ",
        '"a',
        ". In A",
        "van de ",
        "vol 1 ",
        "*a ",
    ],
)
def test_a_hostile_line_is_read_at_once(unit: str) -> None:
    assert len(read_printed(unit * 200_000).title) <= 5_000


def test_a_group_may_stand_before_the_persons() -> None:
    printed = read_printed(
        "BALANCE investigators; Geddes JR, Goodwin GM, et al. Lithium plus valproate combination "
        "therapy (BALANCE). Lancet. 2010;375(9712):385-95."
    )
    assert printed.authors == (
        Name("BALANCE investigators", is_group=True),
        Name("Geddes", "JR"),
        Name("Goodwin", "GM"),
    )
    assert printed.et_al
    assert printed.title == "Lithium plus valproate combination therapy (BALANCE)"
