import pytest

from evidence.matching.people import is_editorial, is_et_al, is_group
from evidence.matching.person_names import Likeness, likeness, same_group
from evidence.model.work import Name
from matching_values import name


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # initials against given names
        ("Brown, JR", "Brown, John R."),
        ("Ting, Y. -S.", "Ting, Y-S"),
        ("Ou, SI", "Ou, Sai-Hong Ignatius"),
        ("LI, BO", "Li, Bo"),
        ("Foong, Andrew YK", "Foong, Andrew Y. K."),
        ("Rana, Md", "Rana, Mashud"),  # 10.1016/j.asoc.2024.112350
        ("Kirby, Robert M.", "Kirby, Mike"),  # 10.52202/075280-2484
        ("Cottrell, Garrison W", "Cottrell, Gary"),
        ("Salakhutdinov, Russ R", "Salakhutdinov, Ruslan"),
        ("Smith, Bob", "Smith, R. A."),
        ("Smith, Bob", "Smith, Robert"),
        ("Yelts, Evgeny", "Yelts, Yevgeny"),
        ("Xavier, JdeB", "Xavier, Joao de Bivar"),  # 10.1002/bit.20544
        ("Sobol', Ilya Meyerovich", "Sobol', I.M"),
        ("Chi, P", "Chi"),
        ("Molyneux, J. R.", "Molyneux, S J"),  # 10.1093/mnras/stab549
        # particles and compound surnames
        ("van den Oord, Aaron", "Oord, A. van den"),
        ("de Braud, F", "De Braud, Filippo"),
        ("Van Sloun, Ruud JG", "van Sloun, Ruud J. G."),
        ("Le Rest, Catherine Cheze", "Rest, Catherine Cheze Le"),
        ("Meyer McGrath, Brianne", "McGrath, Brianne Meyer"),  # 10.3847/1538-3881/aad635
        ("Battaia, F", "Arrigoni Battaia, F"),
        ("García Satorras, Victor", "Satorras, V. García"),
        ("Sauval, A. J.", "Jacques Sauval, A."),  # 10.1016/j.nuclphysa.2005.06.010
        # letters
        ("Hegedűs, I", "Hegedus, István"),
        ("O'Dea, C", "O’Dea, Christopher"),
        ("Müller, K", "Mueller, Karl"),
        ("Gottlöber, S", "Gottloeber, S."),
        ("Tchaikovsky, P", "Chaikovskii, Pyotr"),
        ("CastaÃ±o, J", "Castaño, Juan"),
        ("Castaño, J", "Casta\ufffdo, Juan"),
        ("Þierssen, T", "ierssen, T"),
        ("Ceballos, Andres", "Ceballos, res"),  # 10.32604/cmes.2020.08164
        ("Κοhler, A", "Kohler, A"),  # with a Greek kappa and omicron
        ("Smith, J", "SMITH, J."),
        # suffixes and degrees
        ("Smith IV, David H", "Smith, David H."),  # 10.1145/3649217.3653587
        ("Corwin, Harold G., Jr.", "Corwin, Harold G."),
        ("Brown, J, MD", "Brown, Jane"),
        ("{J. Peřina, Jr.}", "Peřina, Jan"),  # 10.1103/PhysRevA.57.3972
        # order and division
        ("Silpa, S.", "S, Silpa"),  # 10.1093/mnras/stab549
        ("Stimper Vincent", "Stimper, Vincent"),  # 10.1126/science.adv9817
        ("M., Rouse D.", "Rouse, David M."),  # 10.1109/icip.2008.4711973
        ("S, Hemami S.", "Hemami, Sheila S."),
        ("Nhat, Pham Minh", "Pham Minh, Nhat"),
        ("Olugbara, Oludayo O", "O, Oludayo"),  # 10.14569/ijacsa.2020.0110972
    ],
)
def test_one_person_under_two_names(ours: str, theirs: str) -> None:
    assert likeness(name(ours), name(theirs)) is Likeness.SAME
    assert likeness(name(ours), name(theirs)).is_match


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Chen, Y", "Chi, P", Likeness.OTHER),
        ("Pennin, Jeffrey", "Pennington, Jeffrey", Likeness.OTHER),
        ("Li, J.", "Jiang, L.", Likeness.OTHER),
        ("Smith, J", "Smythe, Q", Likeness.OTHER),
        ("Kim, H. S.", "Park, H. S.", Likeness.OTHER),
        ("Duck, Goran", "Duck, Geraint", Likeness.OTHER_GIVEN),  # 10.1371/journal.pone.0157989
        ("Wang, Li", "Wang, Jun", Likeness.OTHER_GIVEN),
        ("Wang, L.", "Wang, Jun", Likeness.OTHER_INITIALS),
        ("Trakhtenbrot, B.", "Trakhenbrot, B.", Likeness.MISSPELT),  # 10.3847/0004-637x/819/1/62
        ("Johnson, J", "Johnston, J", Likeness.MISSPELT),
        ("Johnson, J", "Johnston, K", Likeness.OTHER),
        ("Lee, J", "Lie, J", Likeness.OTHER),
        ("", "Smith, J", Likeness.OTHER),
        ("CastaÃ±oń, J", "Castaño, J", Likeness.OTHER),  # not UTF-8 read as cp1252 throughout
    ],
)
def test_other_names(ours: str, theirs: str, expected: Likeness) -> None:
    assert likeness(name(ours), name(theirs)) is expected


@pytest.mark.parametrize(
    "group",
    [
        Name("The Tabula Sapiens Consortium", is_group=True),
        Name("Collaboration", "The ATLAS"),  # 10.1088/1748-0221/3/08/s08003
        Name("Lab", "Thinking Machines"),
        Name("Division of Public Health, Osaka Institute of Public Health, Osaka, Japan"),
        Name("Kimi-Team"),
        Name("EACVI", is_group=True),
    ],
)
def test_groups_and_addresses_are_no_persons(group: Name) -> None:
    assert is_group(group)


@pytest.mark.parametrize("person", [name("Board, P. G."), Name("J. Peřina", is_group=True)])
def test_persons_are_no_groups(person: Name) -> None:
    assert not is_group(person)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("MAGPI Team", "And The MAGPI Team", True),
        ("ATLAS Collaboration", "Collaboration, The ATLAS", True),
        ("Collaborative Group", "The Group", False),
        ("CMS Collaboration", "ATLAS Collaboration", False),
    ],
)
def test_groups_are_told_apart_by_their_telling_words(ours: str, theirs: str, same: bool) -> None:  # noqa: FBT001
    assert same_group(name(ours), name(theirs)) is same


def test_et_al_is_no_author() -> None:
    assert is_et_al(Name("et al."))
    assert is_et_al(Name("al.", "et"))
    assert not is_et_al(Name("Alvarez", "E."))


def test_the_staff_stands_for_nobody() -> None:
    assert is_editorial(name("{The PLOS ONE Staff}"))
    assert not is_editorial(name("{Gaia Collaboration}"))
