"""SUP001–SUP005: quotes against the text of their work."""

from dataclasses import replace

from evidence.checks import sup_quotes
from evidence.checks.rule import Problem, Rule
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.anchors.finder import AnchorFinder
from evidence.model.claim import Claim, EvidenceLine, Role
from evidence.model.finding import Confidence, Severity
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText
from source_texts import abstract, full_text, line

GOUT = full_text(
    "We gave colchicine to 84 adults with gout. Flares fell from 3.1 to 1.2 a month, but not in"
    " those with renal failure.\fDiarrhoea was seen in 12 patients. It stopped at once in most."
    "\n\nTwo of them died. It stopped at once in most."
)
QUOTE_RULES = (
    sup_quotes.quote_not_found,
    sup_quotes.altered_quote,
    sup_quotes.spliced_quote,
    sup_quotes.cut_quote,
    sup_quotes.ambiguous_quote,
)


def supported(
    *lines: EvidenceLine,
    text: str = "Colchicine prevents flares.",
    source: SourceText | None = GOUT,
) -> SupportedClaim:
    finder = AnchorFinder([source] if source else [], first_page="101-102")
    depth = source.depth if source else Depth.NONE
    claim = Claim("flares", text, Place("claims.yaml", 3, 5), evidence=lines)
    anchors = [finder.anchor(each) if each.quote else None for each in lines]
    return SupportedClaim(
        claim,
        tuple(
            LineSupport(each, depth, anchor) for each, anchor in zip(lines, anchors, strict=True)
        ),
    )


def codes(subject: SupportedClaim) -> list[str]:
    return [rule.code for rule in QUOTE_RULES for _ in rule.check(subject)]


def only(rule: Rule[SupportedClaim], subject: SupportedClaim) -> Problem:
    assert codes(subject) == [rule.code]
    (problem,) = rule.check(subject)
    return problem


def test_words_that_stand_there_whole_are_no_finding() -> None:
    subject = supported(line("Diarrhoea was seen in 12 patients."), line())
    assert codes(subject) == []


def test_words_that_stand_nowhere_are_an_error_with_the_nearest_passage() -> None:
    problem = only(
        sup_quotes.quote_not_found,
        supported(line("We gave colchicine and placebo to 84 adults or children with acute gout")),
    )
    assert problem == Problem(
        Place("claims.yaml", 5, 9),
        "the quote is not in the text of `work2020`; the nearest passage on page 101 is `We gave"
        " colchicine to 84 adults with gout`: `We gave colchicine and placebo to 84 adults or"
        " children with acute gout`",
        key="work2020",
        claim="flares",
        field="quote",
        found="We gave colchicine and placebo to 84 adults or children with acute gout",
        expected="We gave colchicine to 84 adults with gout",
    )
    assert sup_quotes.quote_not_found.severity is Severity.ERROR


def test_words_that_nothing_is_like_are_told_alone() -> None:
    problem = only(sup_quotes.quote_not_found, supported(line("Statins lower cholesterol")))
    assert problem.message == (
        "the quote is not in the text of `work2020`, and nothing like it is: `Statins lower"
        " cholesterol`"
    )


def test_another_work_that_has_the_words_is_named() -> None:
    subject = supported(line("Statins lower cholesterol"))
    (support,) = subject.lines
    assert support.anchor
    anchor = replace(support.anchor, elsewhere=("other2016", "third2018"))
    subject = replace(subject, lines=(replace(support, anchor=anchor),))
    assert only(sup_quotes.quote_not_found, subject).message == (
        "the quote is not in the text of `work2020`; it stands in that of `other2016` and"
        " `third2018`: `Statins lower cholesterol`"
    )


def test_with_an_abstract_or_nothing_at_hand_a_quote_lacks_nowhere() -> None:
    quoted = line("Statins lower cholesterol")
    assert codes(supported(quoted, source=abstract("Gout is old."))) == []
    assert codes(supported(quoted, source=None)) == []


def test_a_quote_behind_any_role_is_looked_up() -> None:
    quoted = replace(line("Statins lower cholesterol"), role=Role.BACKGROUND)
    assert codes(supported(quoted)) == ["SUP001"]


def test_each_change_of_an_altered_quote_is_told_with_the_words_of_the_source() -> None:
    problem = only(
        sup_quotes.altered_quote,
        supported(line("Diarrhoea was seen in 120 patients")),
    )
    assert problem.message == (
        "the quote differs from the text of `work2020` on page 102: `120` for `12`"
    )
    assert problem.expected == "Diarrhoea was seen in 12 patients"
    assert problem.suggestion
    assert problem.suggestion.value == problem.expected
    assert problem.suggestion.confidence is Confidence.MEDIUM


def test_a_lost_not_is_an_altered_quote_and_a_new_line_is_none() -> None:
    source = full_text("The drug did not\nprevent any of the flares of gout.")
    lost = supported(line("The drug did prevent any of the flares of gout."), source=source)
    message = only(sup_quotes.altered_quote, lost).message
    assert message == "the quote differs from the text of `work2020`: `not` left out"
    kept = supported(line("The drug did not prevent any of the flares of gout."), source=source)
    assert codes(kept) == []


def test_many_changes_are_not_all_told() -> None:
    words = [f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyzäöü"]
    source = full_text(" ".join(words).capitalize() + ".")
    quote = " ".join("other" if at % 4 == 1 else word for at, word in enumerate(words))
    message = only(sup_quotes.altered_quote, supported(line(quote), source=source)).message
    assert message.count("`other` for") == 6
    assert message.endswith(" and more")


def test_words_joined_without_a_sign_are_a_splice() -> None:
    problem = only(
        sup_quotes.spliced_quote,
        supported(line("We gave colchicine to 84 adults and it stopped at once in most")),
    )
    assert problem.message == (
        "the quote joins words that stand apart in the text of `work2020`: `We gave colchicine to"
        " 84 adults` on page 101 and `It stopped at once in most` on page 102; quote each in a line"
        " of its own"
    )
    assert problem.expected == "We gave colchicine to 84 adults … It stopped at once in most"


def test_a_qualifier_that_was_cut_is_told_even_where_the_claim_has_it() -> None:
    quoted = line("Flares fell from 3.1 to 1.2 a month")
    problem = only(sup_quotes.cut_quote, supported(quoted))
    assert problem.message == (
        "the quote from `work2020` leaves out `but not in those with renal failure`, which stands"
        " in the same sentence: quote it too, and see whether the claim still holds"
    )
    assert problem.expected == "but not in those with renal failure"
    said = "Colchicine prevents flares, though not in renal failure."
    assert codes(supported(quoted, text=said)) == ["SUP004"]


def test_in_whom_a_finding_holds_may_be_said_by_the_claim() -> None:
    source = full_text("Flares became rare in patients with renal failure. They were mild.")
    quoted = line("Flares became rare")
    assert codes(supported(quoted, source=source)) == ["SUP004"]
    said = "In renal failure, colchicine prevents flares."
    assert codes(supported(quoted, text=said, source=source)) == []


def test_another_quote_of_the_same_work_may_have_the_qualifier() -> None:
    quoted = line("Flares fell from 3.1 to 1.2 a month")
    rest = line("but not in those with renal failure")
    assert codes(supported(quoted, rest)) == []
    other = replace(rest, reference="other2016")
    assert "SUP004" in codes(supported(quoted, other))


NERVES = full_text(
    "Pain fell by half with the patch. Doses of 25 mg did not spare the nerves of the foot. All"
    " patients finished.\n\nSleep was longer. However, this gain was not seen after a month."
)


def test_a_denial_of_the_claim_that_stands_behind_its_quote_must_be_quoted_too() -> None:
    said = "The patch halves pain, but 25 mg does not spare the nerves."
    quoted = line("Pain fell by half with the patch.")
    problem = only(sup_quotes.cut_quote, supported(quoted, text=said, source=NERVES))
    assert problem.message == (
        "the quote from `work2020` ends before `Doses of 25 mg did not spare the nerves of the"
        " foot`, which the claim says too and no quote has: quote it as well"
    )
    assert problem.expected == "Doses of 25 mg did not spare the nerves of the foot"
    rest = line("25 mg did not spare the nerves")
    assert codes(supported(quoted, rest, text=said, source=NERVES)) == []
    assert codes(supported(quoted, text="The patch halves pain.", source=NERVES)) == []


def test_a_sentence_behind_the_quote_may_take_it_back() -> None:
    quoted = line("Sleep was longer.")
    problem = only(
        sup_quotes.cut_quote, supported(quoted, text="The patch lengthens sleep.", source=NERVES)
    )
    assert problem.message == (
        "the quote from `work2020` ends before `However, this gain was not seen after a month`:"
        " quote it too, and see whether the claim still holds"
    )
    said = "The patch lengthens sleep, but not for longer than a month."
    assert codes(supported(quoted, text=said, source=NERVES)) == []


def test_words_that_stand_twice_need_more() -> None:
    problem = only(sup_quotes.ambiguous_quote, supported(line("It stopped at once in most.")))
    assert problem.message == (
        "the quote stands 2 times in the text of `work2020`: quote more of it, or add `prefix`,"
        " `suffix`, `page` or `section`"
    )
    settled = line("It stopped at once in most.", prefix="Two of them died.")
    assert codes(supported(settled)) == []


def test_the_pages_of_words_that_stand_twice_are_told() -> None:
    source = full_text("It stopped at once.\fIt stopped at once.")
    subject = supported(line("It stopped at once."), source=source)
    message = only(sup_quotes.ambiguous_quote, subject).message
    assert ", on page 101 and page 102:" in message


def test_words_beside_the_quote_that_stand_beside_none_of_its_places_are_told() -> None:
    subject = supported(line("It stopped at once in most.", suffix="in a week"))
    assert only(sup_quotes.ambiguous_quote, subject).message == (
        "the quote stands 2 times in the text of `work2020`, and the suffix `in a week` stands"
        " behind none of them: quote more of it, or add `prefix`, `suffix`, `page` or `section`"
    )


def test_the_words_that_are_suggested_have_no_markers() -> None:
    source = full_text(
        "Flares fell in most men [1], and in few women.\n\nReferences\n\n1. Able A. Gout. J"
        " Gout 2010;1:1-9."
    )
    subject = supported(line("Flares fell in most men, and in no women"), source=source)
    problem = only(sup_quotes.altered_quote, subject)
    assert problem.message.endswith(": `no` for `few`")
    assert problem.suggestion
    assert problem.suggestion.value == "Flares fell in most men, and in few women"
