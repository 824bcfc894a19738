"""Sentences of scientific English, and of other languages where that does no harm."""

import pytest

from evidence.sources.documents.statements.sentences import sentences

_MARKER = "\ue000" * 3


def split(text: str) -> list[str]:
    """The sentences, where `§` stands for a hidden marker."""
    hidden = text.replace("§", _MARKER)
    return [hidden[start:end].replace(_MARKER, "§") for start, end in sentences(hidden)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell.|It rose.",
        "Did it fall?|It did!|So be it.",
        "It fell §.|It rose.",
        "It fell.§|It rose.",
        "It fell.§|In mice it rose.",
        "It fell. §|It rose.",
        "It fell. §",
        "It fell.|§ showed that it rose.",
        "It fell.§In mice it rose.",
        "It fell.§|mRNA rose.",
        "It fell (Fig. 2).|It rose.",
        "It fell (see Fig. 3. It is small) in mice.|It rose.",
        "(It fell.)|It rose.",
        "He said “it fell.”|It rose.",
        "He said “it fell”.§|“It rose”, she said.",
        "Given p.o. and i.v. to mice.|Tumours shrank.",
        "It was given p.o.|Tumours shrank.",
        "Given b.i.d. for 3 d.|Mice died.",
        "At approx. 5 mg vs. 3 mg it fell, i.e. by 2.5 mg, e.g. in mice.|It rose.",
        "Smith et al. § showed it.|Jones et al. Agreed.",
        "As shown by Smith et al. §|The others agreed.",
        "J. Smith and A. B. Jones agreed.|E. coli grew.",
        "It needs vitamin D.|Mice have it.",
        "It is measured at 3 T.|Intra-observer error was small.",
        "It is measured at 3 T §.|Intra-observer error was small.",
        "It was at 5 h §.|Others agreed, as J. Smith did.",
        "In the U.S. Food and Drug Administration.|It left the U.S.|The end.",
        "It was p = .03.|Then .05.",
        "The answer was no.|Patients, no. 5 and no. 6, left.",
        "In 2017.|12 of 20 died.",
        "It fell in mice.|mRNA fell.|pH fell.|c-Met fell.|p53 fell.|α-Synuclein fell.",
        "It is on https://doi.org/10.1000/x.2.3 and in v. 2.1.3 of it.|It rose.",
        "Fig. 3. Growth of tumours.|It rose.",
        "1. First it fell.|It rose.",
        "It fell … and rose.|Hmm…|It fell.",
        "Mice, rats, etc. were used.|Others, cats etc.|They died.",
        "Salmonella spp. were found.|Dr. Who of Roche Inc. agreed.",
        "It fell,§ and rose; so: it fell.§",
        "Es fiel z. B. am 3. Mai bzw. d. h. später.|Die Maus starb.",
        "Il est mort, p. ex. en mars.|Elle vit.",
        "Murió, p. ej. en marzo.|La otra vive.",
        "It fell.\nIt rose\nagain.",
        "It fell §.|entrectinib was safe §.",
        "It fell.§|entrectinib was safe.§",
        "It fell (see §).|siponimod was safe.",
        "It fell §§ .|van den Berg agreed.",
        "Did it fall §?|ibuprofen did.",
        "It fell §… and rose §, or was it.§",
        "It fell. entrectinib was safe §.",
        "As Smith et al.§ showed, and Jones et al. § said, cf.§ and others.",
        "It fell.|§ showed that it rose.|Smith et al. § showed that.",
        "It fell (95% CI 0.89-1.06).2|Then it rose §.",
        "It fell in mice.3,4|Then it rose by 1.06 to .2 in all.",
        "See Fig.2 In mice it fell, as did no.3 In rats.",
    ],
)
def test_splits(text: str) -> None:
    expected = text.split("|")
    joined = text.replace("|", " ") if "\n" not in text else text
    if text == "It fell.§In mice it rose.":
        expected = ["It fell.§", "In mice it rose."]
    if "\n" in text:
        expected = ["It fell.", "It rose\nagain."]
    assert split(joined) == expected


def test_nothing_but_blanks_has_no_sentence() -> None:
    assert split(" \n ") == []


def test_a_parenthesis_that_is_never_closed_ends_with_its_sentence() -> None:
    assert split("It fell (in mice. It rose. It fell.") == [
        "It fell (in mice.",
        "It rose.",
        "It fell.",
    ]


def test_a_parenthesis_closed_far_away_was_never_closed() -> None:
    assert len(split("It fell (in mice. " + "It rose again. " * 80 + "It fell).")) > 80
