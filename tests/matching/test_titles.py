import pytest

from evidence.matching.titles import TitleKind, compare_titles

DISKS = "The formation of protostellar disks"


def kind(ours: str, theirs: str) -> TitleKind:
    forth, back = compare_titles([ours], [theirs]).kind, compare_titles([theirs], [ours]).kind
    assert forth.agrees == back.agrees
    return forth


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # labels
        ("Ileal lymphoid hyperplasia", "RETRACTED: Ileal lymphoid hyperplasia"),
        ("Ileal lymphoid hyperplasia", "RETRACTED ARTICLE: Ileal lymphoid hyperplasia"),
        ("Ileal lymphoid hyperplasia", "Ileal lymphoid hyperplasia [Retracted]"),
        ("Complex Query Answering", "Complex Query Answering (Extended Abstract)*"),
        ("Ensemble classification", "Ensemble Classification [Review Article]"),
        ("Fitting of splines", "Fitting of Splines (with Discussion)"),
        ("VIII.5. - Contrast Limited Equalization", "Contrast Limited Equalization"),
        ("Chapter 8: ChatGPT and GPT-4", "ChatGPT and GPT-4"),
        ("Statistics of photon downconversion", "Statistics of Photon Downconversiona"),
        ("A study of galaxies", "A Study of Galaxies. Plates."),
        (
            "Über Elementarakte mit zwei Quantensprüngen [On elementary processes with quanta]",
            "Über Elementarakte mit zwei Quantensprüngen",
        ),
        ("On elementary processes", "[On elementary processes]."),
        (
            "CUDA Quantum: The Platform, in Proceedings of the 60th Annual Conference",
            "CUDA Quantum: The Platform",
        ),
        ("Analysis with missing data", "Analysis with Missing Data, Third Edition"),
        # subtitles
        (
            "Resource Allocation for Relay Networks",
            "Resource Allocation for Relay Networks: A Multi-Armed Bandit Approach",
        ),
        ("Gaia Early Data Release 3: Summary", "Gaia Early Data Release 3"),
        ("tracing the Galactic disc with clusters", "The GALAH survey: tracing the Galactic disc"
         " with clusters"),
        # parts
        ("Part I. Foundations of flow", "I. Foundations of flow"),
        ("Foundations of flow, Part II", "Foundations of flow. 2"),
        ("Two-year outcomes", "2-year outcomes"),
        # wording
        ("Spectroscopy of ionised gas", "Spectroscopy of ionized gas"),
        ("Tumour necrosis factor in haemorrhage", "Tumor necrosis factor in hemorrhage"),
        ("A study of X rays in solids", "Study of X rays in solids"),
        ("The interstellar lambda 3302 NA I doublet in NaI", "The interstellar  3302 Na I doublet"
         " in Na I"),
        ("Role of TGF-beta in cancer", "Role of TGF-ß in cancer"),
        ("13CO in clouds of gas", "CO-13 in clouds of gas"),
        (f"{DISKS}. I. 1 M sub sun", f"{DISKS}. I - 1 M(solar)"),
        ("Ionizing fluxes from 0.05 to 2 Zsolar", "Ionizing fluxes from 0.05 to 2 Z"),
        ("Berechnung der natürlichen Breite", "Berechnung der nat\ufffdrlichen Breite"),
        ("Relocating the Site: Is There Room?", "Relocating the site?Is there room?"),
    ],
)  # fmt: skip
def test_harmless_differences(ours: str, theirs: str) -> None:
    assert kind(ours, theirs) is TitleKind.SAME


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (f"{DISKS}: Part II", f"{DISKS}: Part III", TitleKind.OTHER_PART),
        (f"{DISKS}", f"{DISKS}. II", TitleKind.OTHER_PART),
        ("HECKTOR at MICCAI 2020: overview", "HECKTOR at MICCAI 2021: overview",
         TitleKind.OTHER_PART),
        ("Missing Data, 2nd edition", "Missing Data, 3rd edition", TitleKind.DIFFERENT),
        (f"Reply to Smith: {DISKS}", DISKS, TitleKind.DERIVED),
        (DISKS, f"Erratum: {DISKS}", TitleKind.DERIVED),
        (DISKS, f"Correction to: {DISKS}", TitleKind.DERIVED),
        (DISKS, f"{DISKS} (Erratum)", TitleKind.DERIVED),
        (DISKS, f"{DISKS}: a reply", TitleKind.DERIVED),
        (f"Comment on ‘{DISKS}’", DISKS, TitleKind.DERIVED),
        (DISKS, f"Author response: {DISKS}", TitleKind.DERIVED),
        (DISKS, f"Review for “{DISKS}”", TitleKind.DERIVED),
        (DISKS, f"Expression of concern: {DISKS}", TitleKind.DERIVED),
        (DISKS, f"{DISKS}: comment on a paper", TitleKind.DIFFERENT),
        # 10.1038/s41598-024-78290-w
        ("Probabilistic Metaplasticity for Continual Learning with Memristors",
         "Probabilistic metaplasticity for continual learning with memristors in spiking networks",
         TitleKind.DIFFERENT),
        # 10.1002/ase.1620
        ("From chalkboard, slides, and to e-learning", "From chalkboard, slides, and paper to"
         " e-learning", TitleKind.DIFFERENT),
        ("Treatment of hypertension in pregnancy", "Treatment of hypotension in pregnancy",
         TitleKind.DIFFERENT),
        ("Editorial", "Editorial: Ten years of the journal", TitleKind.UNRELATED),
        ("Credit Lost: Two decades of software citation in astronomy",
         "Recognizing the value of software: a software citation guide", TitleKind.UNRELATED),
        ("Adsorption of gas in solids", "Absorption of gas in solids", TitleKind.MISSPELT),
        ("Absorbtion of gas in solds and watr", "Absorption of gas in solids and water",
         TitleKind.DIFFERENT),
    ],
)  # fmt: skip
def test_titles_of_other_works_and_corrupted_ones(
    ours: str, theirs: str, expected: TitleKind
) -> None:
    assert kind(ours, theirs) is expected


def test_a_title_that_begins_like_a_notice_and_is_none() -> None:
    title = "Correction of anemia with epoetin alfa in chronic kidney disease"
    assert kind(title, title.upper()) is TitleKind.SAME
    assert kind(title, f"{title}: a trial") is TitleKind.SAME


def test_a_book_may_be_cited_by_a_single_word() -> None:
    assert not compare_titles(["Gravity"], ["Gravity: Newtonian, Relativistic"]).kind.agrees
    assert compare_titles(["Gravity"], ["Gravity: Newtonian, Relativistic"], book=True).kind.agrees


def test_a_very_long_title_may_be_cited_by_its_beginning() -> None:
    long = "an act to make further provision for the regulation of the sale of bread and flour in "
    long += "the cities of london and westminster and for other purposes"
    assert kind(" ".join(long.split()[:14]), long) is TitleKind.SAME
    assert kind(" ".join(long.split()[:6]), long) is TitleKind.UNRELATED


def test_any_title_of_the_record_will_do() -> None:
    theirs = ["Über Elementarakte", "On elementary processes of two quanta"]
    found = compare_titles(["On elementary processes of two quanta"], theirs)
    assert found.kind is TitleKind.SAME


def test_the_best_of_several_titles_counts() -> None:
    ours = [f"{DISKS} in gas", "Gravity"]
    for theirs in ([DISKS, "Absorption"], ["Absorption", DISKS]):
        assert compare_titles(ours, theirs).kind is TitleKind.DIFFERENT


def test_without_titles_nothing_agrees() -> None:
    assert compare_titles([], ["A title"]).kind is TitleKind.UNRELATED
