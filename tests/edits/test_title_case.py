import pytest

from evidence.edits.title_case import protect_capitals


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Safety of the pan-TRK inhibitor", "Safety of the pan-{TRK} inhibitor"),
        ("The Role of mRNA and pH in NTRK1/2/3", "The Role of {mRNA} and {pH} in {NTRK1}/2/3"),
        ("Vitamin D in Two Phase I Trials", "Vitamin {D} in Two Phase {I} Trials"),
        ("A study of McDonald’s", "A study of {McDonald’s}"),
        ("TRK: an overview (ICC).", "{TRK}: an overview ({ICC})."),
        # In a title in lower case a capital is a name; behind a colon it begins a sentence.
        ("Patients with Alzheimer disease: A study", "Patients with {Alzheimer} disease: A study"),
        ("Patients With Alzheimer Disease: A Study", "Patients With Alzheimer Disease: A Study"),
        ("THE OASIS EFFECT OF DNA", "THE OASIS EFFECT OF DNA"),
        (r"\emph{Escherichia coli} in water", r"\emph{Escherichia coli} in water"),
        (r"Rapid growth of \emph{Escherichia coli}", r"Rapid growth of \emph{{Escherichia} coli}"),
        (r"The H\textsubscript{2}O of Q\&A", r"The {H\textsubscript{2}O} of {Q}\&{A}"),
        (r"\textsuperscript{13}CO lines", r"\textsuperscript{13}{CO} lines"),
        ("", ""),
        ("2017", "2017"),
    ],
)
def test_capitals_that_mean_something_stay(title: str, protected: str) -> None:
    assert protect_capitals(title) == protected
