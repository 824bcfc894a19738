import pytest

from citations import article
from evidence.edits.citation_keys import USUAL, learn_key_style, new_key, spell_key
from evidence.model.reference import Reference
from evidence.model.work import Name
from evidence.sources.bibtex import parse_bibliography

WORK = article(titles=("The safety of entrectinib",))


def entry(key: str, author: str, year: str, title: str) -> str:
    return f"@article{{{key}, author = {{{author}}}, year = {{{year}}}, title = {{{title}}}}}\n"


def references(*keys: str) -> tuple[Reference, ...]:
    """Entries of three works with these keys in turn."""
    works = (
        ("Cocco, E. and Scaltriti, M.", "2018", "NTRK fusions in cancer"),
        ("van den Oord, A. and Vinyals, O.", "2016", "A wave net for raw audio"),
        ("Peña, M. and Rojas, P.", "2015", "On the weight of shadows"),
    )
    written = (entry(key, *work) for key, work in zip(keys, works, strict=False))
    return parse_bibliography("".join(written), "refs.bib").references


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (("cocco2018", "vandenoord2016"), "drilon2017"),
        (("Cocco2018", "VandenOord2016"), "Drilon2017"),
        (("COCCO2018",), "DRILON2017"),
        (("cocco18", "oord16"), "drilon17"),
        (("cocco:2018", "oord:2016"), "drilon:2017"),
        (("Cocco_2018", "Oord_2016b"), "Drilon_2017"),
        (("cocco2018ntrk", "vandenoord2016wave"), "drilon2017safety"),
        (("cocco_ntrk_2018", "oord_wave_2016"), "drilon_safety_2017"),
        (("coccoNtrkFusionsCancer2018",), "drilonSafetyEntrectinib2017"),
        (("CoccoScaltriti2018", "OordVinyals2016", "PenaRojas2015"), "DrilonSiena2017"),
        (("cocco", "oord"), "drilon"),
        (("2018cocco",), "2017drilon"),
        # Most keys decide.
        (("cocco2018", "Oord2016", "Pena2015"), "Drilon2017"),
        # No style, or none that is known.
        ((), "drilon2017"),
        (("ref1", "ref2"), "drilon2017"),
        (("ref1", "ref2", "Pena2015"), "drilon2017"),
        (("2018NatRv..15..731C",), "drilon2017"),
        (("DBLP:conf/nips/Cocco18",), "drilon2017"),
    ],
)
def test_a_new_key_is_in_the_style_of_the_others(keys: tuple[str, ...], key: str) -> None:
    style = learn_key_style(references(*keys))
    assert new_key(WORK, style, set()) == key


def test_a_letter_tells_a_new_key_apart_whatever_its_case() -> None:
    assert new_key(WORK, USUAL, {"drilon2017"}) == "drilon2017a"
    taken = {"drilon2017", *(f"drilon2017{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")}
    assert new_key(WORK, USUAL, taken) == "drilon2017aa"
    upper = learn_key_style(references("Cocco2018"))
    assert new_key(WORK, upper, {"drilon2017"}) == "Drilon2017a"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (Name("Müller-Lüdenscheidt", "E"), "mullerludenscheidt2017"),
        (Name("O'Dea", "A"), "odea2017"),
        (Name("Łukasz", "A"), "lukasz2017"),
        (Name("The GTEx Consortium", is_group=True), "gtex2017"),
        (Name("王", "伟"), "safety2017"),
    ],
)
def test_a_key_is_made_of_ascii_letters(name: Name, key: str) -> None:
    assert new_key(article(authors=(name,), titles=WORK.titles), USUAL, set()) == key


def test_a_work_that_lacks_what_the_style_asks_for_leaves_it_out() -> None:
    style = learn_key_style(references("Cocco_Scaltriti_2018"))
    alone = article(authors=(Name("Drilon", "A"),))
    assert new_key(alone, style, set()) == "Drilon_2017"
    assert new_key(article(authors=(Name("Drilon"),), dates=()), style, set()) == "Drilon"
    nothing = article(authors=(), dates=(), titles=())
    assert new_key(nothing, style, set()) == "work"


@pytest.mark.parametrize(
    ("keys", "label", "key"),
    [
        ((), "drilon2017", "drilon2017"),
        ((), "drilon2017a", "drilon2017a"),
        ((), "drilon2017b", "drilon2017b"),
        ((), "alliancefordrugs2017", "alliancefordrugs2017"),
        (("drilon2017b",), "drilon2017b", "drilon2017"),
        (("drilon2017", "drilon2017b"), "drilon2017b", "drilon2017a"),
        (("Cocco2018",), "drilon2017a", "Drilon2017a"),
        (("cocco18",), "drilon2017b", "drilon17b"),
        (("cocco2018ntrk",), "drilon2017b", "drilon2017safety"),
        (("Cocco2018",), "drilon2016b", "Drilon2017"),
        ((), "drilon", "drilon2017"),
        ((), "[Dri17]", "drilon2017"),
        ((), "7", "drilon2017"),
    ],
)
def test_the_key_is_what_the_document_calls_the_work_or_has_its_letter(
    keys: tuple[str, ...], label: str, key: str
) -> None:
    taken = {each.lower() for each in keys}
    style = learn_key_style(references(*keys))
    assert spell_key(WORK.authors, WORK.title, WORK.year, style, taken, label) == key
