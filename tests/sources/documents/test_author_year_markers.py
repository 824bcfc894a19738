"""Markers by author and year against the reference list, each beside what only looks like one."""

import pytest

from assembled_documents import assembled, cited, listed, numbered
from evidence.sources.documents.statements.author_year_index import items_left_open

_LIST = listed(
    "Drilon A, Siena S, Ou SI, et al. Safety. Cancer Discov 2017;7:400-409.",
    "Smith J, Jones K. One. J Med 2018;1:1.",
    "Smith J, Jones K. Two. J Med 2018;1:2.",
    "Chen Y, Chi P. Basket. J Hematol Oncol 2018;11:78.",
    "Chen Z, Wu Q. Another. J Hematol Oncol 2018;12:79.",
    "van der Berg A. Blood. Lancet 2015;1:2.",
    "World Health Organization. Report. Geneva: WHO; 2019.",
    "O'Neill P, Müller-Lüdenscheidt H. Bath. BMJ 2020;3:4.",
    "Sartore-Bianchi A, Ardini E. Sensitivity. JNCI 2016;108.",
    "García-Pérez M. Uno. Rev Esp 2014;1:2.",
)


def labels(text: str) -> str:
    """What a paragraph cites in a document that surely cites by author and year."""
    document = assembled(text, "It is safe (Drilon et al., 2017).", references=_LIST)
    return ",".join(label for each in document.statements[:-1] for label in each.labels)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("(Drilon et al., 2017)", "drilon2017"),
        ("(Drilon et al 2017)", "drilon2017"),
        ("[Drilon et al., 2017]", "drilon2017"),
        ("(Drilon, Siena, and Ou, 2017)", "drilon2017"),
        ("(Drilon and colleagues, 2017)", "drilon2017"),
        ("(Smith & Jones 2018a, 2018b)", "smith2018a,smith2018b"),
        ("(Smith & Jones 2018a,b)", "smith2018a,smith2018b"),
        ("(Smith, Jones, 2018b)", "smith2018b"),
        ("(Drilon 2017; Smith and Jones, 2018a)", "drilon2017,smith2018a"),
        ("(Drilon 2017, Smith and Jones 2018a)", "drilon2017,smith2018a"),
        ("(e.g., Drilon 2017; see also Sartore-Bianchi and Ardini, 2016)",
         "drilon2017,sartorebianchi2016"),
        ("(Chen and Wu, 2018)", "chen2018b"),
        ("(van der Berg, 2015)", "vanderberg2015"),
        ("(O’Neill and Müller-Lüdenscheidt, 2020)", "oneill2020"),
        ("(O'Neill & Muller-Ludenscheidt, 2020)", "oneill2020"),
        ("(García-Pérez, 2014)", "garciaperez2014"),
        ("(WHO 2019)", "worldhealthorganization2019"),
        ("(World Health Organization, 2019)", "worldhealthorganization2019"),
        ("(Nobody et al., 2011)", "nobody2011"),
        ("(Nix & Nada 2012)", "nix2012"),
        ("(Drilon et al., 2019)", "drilon2019"),
        ("(Meyer et al., in press)", "meyer"),
    ],
)  # fmt: skip
def test_reads_every_form_in_parentheses(marker: str, expected: str) -> None:
    assert labels(f"The drug is safe {marker}.") == expected


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("Drilon et al. (2017) showed it.", "Drilon et al. showed it.", "drilon2017"),
        ("In Drilon et al. (2017: 12) it is so.", "In Drilon et al. it is so.", "drilon2017"),
        ("Chen and Chi's (2018) trial was small.", "Chen and Chi's trial was small.", "chen2018a"),
        ("As van der Berg (2015) found.", "As van der Berg found.", "vanderberg2015"),
        ("Smith and Jones (2018a, b) agree.", "Smith and Jones agree.", "smith2018a,smith2018b"),
        ("By Nobody et al. (2011) it fell.", "By Nobody et al. it fell.", "nobody2011"),
    ],
)
def test_a_name_in_the_sentence_stays_in_it(text: str, shown: str, expected: str) -> None:
    document = assembled(text, references=_LIST)
    assert cited(document) == [(shown, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "It began last spring (May 2018).",
        "It is told elsewhere (Section 2, 2017).",
        "Made in Switzerland (Roche, Basel, 2019).",
        "It is shown (Figure 3; 2017).",
        "It began in 2017 (2017).",
        "In Europe (2018) it fell.",
        "From 2010 to 2019 (2010–2019).",
        "The criteria of then (RECIST 2009).",
    ],
)
def test_years_that_belong_to_no_author_cite_nothing(text: str) -> None:
    assert labels(text) == ""


def test_what_else_stands_in_the_parentheses_stays() -> None:
    document = assembled("It is safe (Drilon et al., 2017; unpublished data).", references=_LIST)
    assert cited(document) == [("It is safe (unpublished data).", "drilon2017")]


def test_the_place_in_a_work_is_kept() -> None:
    document = assembled("It is safe (Chen and Chi, 2018, p. 12).", references=_LIST)
    (only,) = document.statements[0].cited
    assert (only.label, only.locator) == ("chen2018a", "p. 12")


_SEVERAL = listed(
    "Smith, A. (2011). Burns in adults. J Med, 3, 1-9.",
    "Smith, J. (2011). Burns in men. J Med, 3, 10-19.",
    "Lee, Anna. 2012. Frost in the young. J Med 4: 1-9.",
    "Lee, Amir. 2012. Frost in the old. J Med 4: 10-19.",
    "Meyer K. Scars. J Med 2013;5:1-9.",
    "Meyer L, Kunz P. Wounds. J Med 2013;5:10-19.",
    "Meyer M, Huber F, Wolf T, et al. Grafts. J Med 2013;5:20-29.",
    "Ortiz P (2014a) Salves. J Med 6:1-9.",
    "Ortiz P, Ruiz M (2014b) Baths. J Med 6:10-19.",
    "Yang JA, Wu P. Skin. J Med 2015;7:1-9.",
    "Yang JB, Wu P. Nails. J Med 2015;7:10-19.",
    "European Environment Agency (EEA), 2019. Air. Copenhagen.",
    "World Health Organization, 2019. Burns. Geneva.",
    "World Health Organization, 2019. Scalds. Geneva.",
    "IPCC, 2014. Climate. Intergovernmental Panel on Climate Change, Geneva.",
    "NIHR (National Institute for Health Research), 2016. Beds. London.",
    "National Institute for Health and Care Excellence (NICE), 2016. Scars. London.",
    "Centers for Disease Control and Prevention, 2018. Atlanta.",
    "Nancy Drew, Ned Poe. Ice. J Med 2018;8:1-9.",
    "BSG. Burns. Scars. Grafts. Gut 2017;1:2.",
    "Roth P. Undated work. Berlin, n.d.",
    "Roth P. Coming work. Berlin, in press.",
)  # fmt: skip


def among_several(text: str) -> str:
    """What a paragraph cites in a document whose list has several works of a name and year."""
    document = assembled(text, "It is safe (EEA, 2019).", references=_SEVERAL)
    return "; ".join(label for each in document.statements[:-1] for label in each.labels)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (A. Smith, 2011).", "smith2011a"),
        ("It is so (J. Smith, 2011).", "smith2011b"),
        ("It is so (Smith, J., 2011; Smith, A., 2011).", "smith2011b; smith2011a"),
        ("J. Smith (2011) found it.", "smith2011b"),
        ("Anna Lee (2012) found it.", "lee2012a"),
        ("Amir Lee (2012) found it.", "lee2012b"),
        ("J. B. Yang (2015) found it.", "yang2015b"),
        ("J.-A. Yang and P. Wu (2015) found it.", "yang2015a"),
        ("It is so (Meyer, 2013).", "meyer2013a"),
        ("It is so (Meyer & Kunz, 2013).", "meyer2013b"),
        ("It is so (Meyer et al., 2013).", "Meyer, 2013"),
        ("It is so (Meyer, Huber, et al., 2013).", "meyer2013c"),
        ("It is so (Ortiz & Ruiz, 2014).", "ortiz2014b"),
    ],
)
def test_the_authors_that_a_marker_names_choose_among_works_of_a_year(
    text: str, expected: str
) -> None:
    assert among_several(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (Smith, 2011).", "Smith, 2011"),
        ("It is so (B. Smith, 2011).", "Smith, 2011"),
        ("It is so (Smith & Brown, 2011).", "Smith, 2011"),
        ("They lacked vitamin D. Smith (2011) found it.", "Smith, 2011"),
        ("It is so (Lee, A., 2012).", "Lee, 2012"),
        ("It is so (J. Yang & Wu, 2015).", "Yang, 2015"),
        ("It is so (Ortiz, 2014).", "Ortiz, 2014"),
        ("It is so (Ortiz, 2014c).", "ortiz2014c"),
        ("It is so (WHO, 2019).", "WHO, 2019"),
        ("It is so (Smith, 2012).", "smith2012"),
    ],
)
def test_a_marker_that_leaves_several_open_names_none_of_them(text: str, expected: str) -> None:
    assert among_several(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (EEA, 2019).", "europeanenvironmentagency2019"),
        ("It is so (European Environment Agency, 2019).", "europeanenvironmentagency2019"),
        ("It is so (European Environment Agency [EEA], 2019).", "europeanenvironmentagency2019"),
        ("The European Environment Agency (EEA, 2019) said so.", "europeanenvironmentagency2019"),
        ("It is so (World Health Organization, 2019b).", "worldhealthorganization2019b"),
        ("It is so (WHO, 2019a).", "worldhealthorganization2019a"),
        ("It is so (Disease Centers, 2018).", "diseasecenters2018"),
        ("It is so (CDC, 2018).", "centersfordiseasecontrol2018"),
        (
            "It is so (Centers for Disease Control and Prevention, 2018).",
            "centersfordiseasecontrol2018",
        ),
        ("It is so (Drew, 2018).", "drew2018"),
        ("It is so (IPCC, 2014).", "ipcc2014"),
        ("It is so (Intergovernmental Panel on Climate Change, 2014).", "ipcc2014"),
        ("It is so (National Institute for Health Research, 2016).", "nihr2016"),
        ("It is so (NIHR, 2016).", "nihr2016"),
        ("It is so (NICE, 2016).", "nationalinstituteforhealth2016"),
        ("It is so (NIH, 2016).", "nih2016"),
        ("It is so (BSG, 2017).", "bsg2017"),
        ("It is so (Burns Scars Grafts, 2017).", "burnsscarsgrafts2017"),
        ("It is so (Roth, n. d.; Roth, forthcoming).", "rotha; rothb"),
    ],
)
def test_a_body_is_found_by_its_name_and_by_its_acronym(text: str, expected: str) -> None:
    assert among_several(text) == expected


def test_works_without_number_of_one_name_and_year_are_left_open() -> None:
    many = listed(*(f"Gray {chr(65 + n % 26)}. Work {n}. J Med 2016;{n}:1-9." for n in range(80)))
    document = assembled("It is so (B. Gray, 2016; Gray, 2016b).", references=many)
    assert document.statements[0].labels == ("Gray, 2016", "gray2016b")


def test_a_label_that_leaves_it_open_stands_for_its_items() -> None:
    listed_items = assembled("So it is.", references=_SEVERAL).listed
    assert items_left_open(["Smith, 2011", "WHO, 2019", "Berg, 2011", "b2"], listed_items) == {
        "Smith, 2011": ("smith2011a", "smith2011b"),
        "WHO, 2019": ("worldhealthorganization2019a", "worldhealthorganization2019b"),
    }
    assert items_left_open(["smith2011"], listed_items) == {}


def test_a_numbered_list_is_cited_by_name_too_but_gets_no_new_label() -> None:
    document = assembled(
        "AuthorB (2001) showed it (AuthorC, 2002) [4], not (Nobody et al., 2011).",
        references=numbered(5),
    )
    assert document.statements[0].labels == ("1", "2", "4")
