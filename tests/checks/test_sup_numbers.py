"""SUP010–SUP012: the numbers of claims."""

from evidence.checks import sup_numbers
from evidence.checks.case import Case
from evidence.checks.rule import Problem
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.quantities.stated_quantities import StatedQuantities
from evidence.model.anchor import CellAnchor, CellState
from evidence.model.claim import Claim, Claims, EvidenceLine, Role, TableCell
from evidence.model.document import Document, Statement
from evidence.model.place import Place
from evidence.model.reference import Bibliography
from evidence.model.source_text import Depth, SourceText

HERE = Place("claims.yaml", 4, 5)
QUOTE = "Gout flares fell by 57.4% (HR 0.72; 95% CI 0.58-0.90) with 0.5 mg of colchicine."


def claim(text: str, id: str = "flares") -> Claim:
    return Claim(id, text, HERE)


def support(
    about: Claim,
    reference: str = "smith2001",
    *,
    quote: str = "",
    text: str | None = None,
    table: TableCell | None = None,
    cell: str = "",
    role: Role = Role.EVIDENCE,
) -> LineSupport:
    statement = Statement(text or "", 0, 0, HERE)
    source = SourceText(reference, Depth.FULL_TEXT, Document("x", text or "", (statement,)))
    return LineSupport(
        EvidenceLine(reference, HERE, role, quote=quote, table=table),
        Depth.NONE if text is None else Depth.FULL_TEXT,
        cell=CellAnchor(state=CellState.FOUND, text=cell) if cell else None,
        unstated=StatedQuantities([source]).unstated(about) if text is not None else (),
    )


def unquoted(about: Claim, *lines: LineSupport) -> list[Problem]:
    return list(sup_numbers.unquoted_number.check(SupportedClaim(about, lines)))


def unstated(about: Claim, *lines: LineSupport) -> list[Problem]:
    return list(sup_numbers.unstated_number.check(SupportedClaim(about, lines)))


class TestUnquotedNumber:
    def test_a_slip_is_told_with_the_nearest_number_of_the_quote(self) -> None:
        about = claim("Flares fell by 57 % with 5 mg of colchicine.")
        (found,) = unquoted(about, support(about, quote=QUOTE))
        assert found == Problem(
            HERE,
            "no quote or cell of `smith2001` states `5 mg`; the nearest is `0.5 mg`: correct the"
            " claim, or quote the passage that states it",
            key="smith2001",
            claim="flares",
            found="5 mg",
            expected="0.5 mg",
        )

    def test_every_quantity_is_told_by_itself_with_its_bound(self) -> None:
        about = claim("Less than 10 % had flares within 3 days.")
        found = unquoted(about, support(about, quote="None was counted."))
        assert [each.found for each in found] == ["<10 %", "3 days"]
        assert [each.expected for each in found] == [None, None]

    def test_rounding_and_words_for_a_ratio_are_quoted(self) -> None:
        about = claim("Flares fell by 57 %, and their risk by 28 % (95 % CI 10–42 %).")
        assert unquoted(about, support(about, quote=QUOTE)) == []

    def test_the_quotes_and_cells_of_all_lines_count_together(self) -> None:
        about = claim("Flares fell by 57 % in 12 weeks, pain by 7 mm and swelling by 4 cm.")
        lines = (
            support(about, quote=QUOTE),
            support(about, "jones2002", quote="after 84 days"),
            support(about, "table", table=TableCell("Table 2", "Pain", "Change, mm"), cell="7"),
            support(about, "cell", table=TableCell("Table 3", "Swelling (cm)", "Change", "4")),
        )
        assert unquoted(about, *lines) == []
        (found,) = unquoted(about, *lines[1:])
        assert (found.found, found.message[:47]) == (
            "57 %",
            "no quote or cell of `jones2002`, `table`, `cell",
        )

    def test_a_line_that_does_not_support_the_claim_does_not_count(self) -> None:
        about = claim("Flares fell by 57 %.")
        background = support(about, quote=QUOTE, role=Role.BACKGROUND)
        assert unquoted(about, background) == []
        assert len(unquoted(about, background, support(about, quote="No number."))) == 1

    def test_the_full_text_of_a_line_without_a_quote_may_state_it(self) -> None:
        about = claim("Flares fell by 57 %.")
        quote = support(about, quote="Flares fell.")
        assert unquoted(about, quote, support(about, "b", text="a fall of 57%")) == []
        assert len(unquoted(about, quote, support(about, "b", text="a fall of 5.7%"))) == 1
        assert len(unquoted(about, quote, support(about, "b"))) == 1

    def test_a_result_is_stated_where_the_text_speaks_of_it_and_a_setting_anywhere(self) -> None:
        quote, text = "Flares fell.", "In 54 patients flares fell by 57% within 12 weeks on 5 mg."
        setting = claim("Flares fell in 54 patients on 5 mg within 12 weeks.")
        result = claim("Flares fell by 57 %.")
        assert unquoted(setting, support(setting, quote=quote, text=text)) == []
        assert len(unquoted(setting, support(setting, quote=quote))) == 3
        assert unquoted(result, support(result, quote=quote, text=text)) == []
        other = "Wounds had healed in 57% on day 5."
        assert len(unquoted(result, support(result, quote=quote, text=other))) == 1

    def test_a_slip_with_one_digit_is_told_where_one_of_both_has_decimals(self) -> None:
        text = "Of 8 dogs, 8 lived. The ratio of tissue to serum was 0.08."
        about = claim("The ratio of tissue to serum was 0.8.")
        (found,) = unquoted(about, support(about, quote="a ratio of 0.08", text=text))
        assert (found.found, found.expected) == ("0.8", "0.08")
        other = claim("The ratio of tissue to serum was 0.8.")
        assert unquoted(other, support(other, quote="in 8 dogs", text="ratio of serum 0.8")) == []

    def test_nothing_is_said_where_the_nearest_reads_the_same(self) -> None:
        about = claim("Grip improved by 12 kg (aMD 0.63, 0.52 - 0.76).")
        assert unquoted(about, support(about, quote="12 kg; 0.63% (0.52–0.76%)")) == []
        other = claim("Grip improved by 12 kg (aMD 0.63, 0.52–0.96).")
        assert len(unquoted(other, support(other, quote="12 kg; 0.63% (0.52–0.76%)"))) == 1

    def test_a_slip_in_copying_is_told_though_the_text_has_the_number_elsewhere(self) -> None:
        text = "Visits were every two months. Over two years flares fell."
        about = claim("Over two months flares fell.")
        (found,) = unquoted(about, support(about, quote="Over two years flares fell.", text=text))
        assert (found.found, found.expected) == ("two months", "two years")
        other = claim("Flares fell; visits were every two months, for two years.")
        assert unquoted(other, support(other, quote="Over two years they fell.", text=text)) == []

    def test_a_bound_does_not_hide_a_slip(self) -> None:
        quote = "up to 0.5 mg; in one case 4 mg"
        about = claim("Doses of up to 5 mg were given.")
        (found,) = unquoted(about, support(about, quote=quote))
        assert (found.found, found.expected) == ("≤5 mg", "≤0.5 mg")

    def test_a_period_is_told_when_quote_and_full_text_have_others(self) -> None:
        about = claim("Fewer were readmitted within a month.")
        text = "Readmission within 12 months fell."
        (found,) = unquoted(about, support(about, quote="Readmission fell.", text=text))
        assert (found.found, found.expected) == ("within a month", "12 months")
        assert unquoted(about, support(about, quote="Readmission fell.")) == []
        assert unquoted(about, support(about, quote="within 30 days", text=text)) == []
        both = support(about, quote="it fell", text=text), support(about, text="after 4 weeks")
        assert unquoted(about, *both) == []

    def test_a_quote_alone_tells_of_whose_time_events_are_counted(self) -> None:
        about = claim("Flares fell to 0.3 per patient-week.")
        quote = "0.3 flares per patient-year"
        assert [each.found for each in unquoted(about, support(about, quote=quote))] == [
            "patient-week"
        ]

    def test_the_background_counts_where_nothing_supports_the_claim(self) -> None:
        about = claim("Flares fell by 5.7 %.")
        background = support(about, quote=QUOTE, role=Role.BACKGROUND)
        assert [each.found for each in unquoted(about, background)] == ["5.7 %"]

    def test_words_that_only_count_what_is_listed_are_no_numbers(self) -> None:
        about = claim("In two phase 3 trials of 2015 both drugs worked in one of the groups.")
        assert unquoted(about, support(about, quote="Both worked.")) == []

    def test_nothing_is_said_without_a_quote_or_a_cell(self) -> None:
        about = claim("Flares fell by 57 %.")
        assert unquoted(about, support(about, text="nothing")) == []
        assert unquoted(about) == []


class TestUnstatedNumber:
    def test_what_no_full_text_states_is_told(self) -> None:
        about = claim("Flares fell by 57 % within 12 weeks.")
        lines = (support(about, text="by 5.7%"), support(about, "b", text="in 12 weeks"))
        assert unstated(about, *lines) == [
            Problem(
                HERE,
                "the full text of `smith2001`, `b` does not state `57 %`; the nearest is `5.7%`:"
                " correct the claim, or say where the number comes from",
                key="smith2001",
                claim="flares",
                found="57 %",
                expected="5.7%",
            )
        ]

    def test_what_one_of_the_works_states_is_not(self) -> None:
        about = claim("Flares fell by 57 %.")
        lines = (support(about, text="by 5.7%"), support(about, "b", text="by 57.4%"))
        assert unstated(about, *lines) == []

    def test_a_work_without_a_full_text_may_state_it(self) -> None:
        about = claim("Flares fell by 57 %.")
        assert unstated(about, support(about, text="nothing"), support(about, "b")) == []

    def test_a_quote_leaves_it_to_the_other_rule(self) -> None:
        about = claim("Flares fell by 57 %.")
        assert unstated(about, support(about, text="nothing", quote="nothing")) == []
        assert unstated(about) == []


class TestConflictingValues:
    def test_the_later_claim_is_told_with_the_place_of_the_first(self) -> None:
        claims = (
            claim("Gout flares fell by 57 %.", "a"),
            claim("Pain fell by 20 %.", "pain"),
            claim("Flares of gout fell by 75 %.", "b"),
        )
        case = Case(Bibliography("references.bib"), Claims(claims))
        (found,) = sup_numbers.conflicting_values.run(case)
        assert str(found) == (
            "claims.yaml:4:5: SUP012 `b` says `75 %` where `a` (claims.yaml:4:5) says `57 %`:"
            " correct one, or say what tells them apart"
        )
        assert (found.claim, found.found, found.expected) == ("b", "75 %", "57 %")
