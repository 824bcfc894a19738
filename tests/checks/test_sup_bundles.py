from dossiers import said
from evidence.checks import sup_bundles, sup_names
from evidence.model.claim import Role, TableCell
from evidence.model.source_text import Depth
from named_works import claim_of, line, supported, text_of

LIST = "Entrectinib inhibits ALK, ROS1 and EGFR."
ALK = text_of("Entrectinib inhibits ALK.")
ROS1 = text_of("Entrectinib inhibits ROS1.")


class TestBroaderClaim:
    def test_a_target_that_no_work_names_is_told_at_the_claim(self) -> None:
        claim = claim_of(LIST, line("a"), line("b"))
        (finding,) = sup_bundles.broader_claim.run(supported(claim, [("", ALK), ("", ROS1)]))
        assert str(finding) == (
            "claims.yaml:3:9: SUP016 `c` names `EGFR`, and the full text of `a` and `b` does not:"
            " cite a work that does, or take it out"
        )
        assert (finding.claim, finding.key, finding.found) == ("c", None, "EGFR")

    def test_a_list_may_be_divided_among_the_works(self) -> None:
        claim = claim_of("Entrectinib inhibits ALK and ROS1.", line("a"), line("b"))
        assert said(sup_bundles.broader_claim, supported(claim, [("", ALK), ("", ROS1)])) == []

    def test_nothing_is_said_unless_every_text_was_read(self) -> None:
        abstract = text_of("Entrectinib inhibits ROS1.", depth=Depth.ABSTRACT)
        claim = claim_of(LIST, line("a"), line("b"))
        for other in (None, abstract):
            case = supported(claim, [("", ALK), ("Entrectinib", other)])
            assert said(sup_bundles.broader_claim, case) == []

    def test_background_counts_neither_for_nor_against(self) -> None:
        claim = claim_of(LIST, line("a"), line("b", role=Role.BACKGROUND))
        case = supported(claim, [("", ALK), ("", text_of("EGFR and ROS1."))])
        assert "`EGFR`" in said(sup_bundles.broader_claim, case)[0]

    def test_a_work_on_something_else_is_told_by_its_own_rule_alone(self) -> None:
        case = supported(claim_of(LIST, line()), [("", text_of("Children had asthma."))])
        assert said(sup_bundles.broader_claim, case) == []
        assert len(said(sup_names.unrelated_work, case)) == 1

    def test_a_drug_by_its_name_alone_acts_on_its_target(self) -> None:
        text = text_of("Dapagliflozin or a placebo was given.")
        claim = claim_of("Dapagliflozin, an SGLT2 inhibitor, was given.", line())
        assert said(sup_bundles.broader_claim, supported(claim, [("", text)])) == []
        claim = claim_of("Dapagliflozin, a DPP-4 inhibitor, was given.", line())
        assert len(said(sup_bundles.broader_claim, supported(claim, [("", text)]))) == 1

    def test_classes_hormones_and_germs_are_looked_for_as_well(self) -> None:
        text = text_of("Cetirizine was given for itch; leptin rose and Candida grew.")
        sound = "Antihistamines ease itch, leptin rises and Candida albicans grows."
        assert (
            said(sup_bundles.broader_claim, supported(claim_of(sound, line()), [("", text)])) == []
        )
        claim = claim_of("Corticosteroids ease itch, ghrelin rises and Listeria grows.", line())
        (told,) = said(sup_bundles.broader_claim, supported(claim, [("", text)]))
        assert "names `Corticosteroids`, `ghrelin` and `Listeria`, and" in told

    def test_a_claim_on_background_alone_rests_on_what_is_quoted_there(self) -> None:
        lines = [line(role=Role.BACKGROUND, quote=quote) for quote in ("inhibits ALK", "")]
        text = text_of("Entrectinib inhibits ALK.")
        works = [("", text), ("", text)]
        case = supported(claim_of("Entrectinib inhibits EGFR.", *lines), works)
        assert len(said(sup_bundles.broader_claim, case)) == 1
        case = supported(claim_of("Entrectinib inhibits EGFR.", lines[1]), works[:1])
        assert said(sup_bundles.broader_claim, case) == []


class TestUnanchoredMember:
    def said(self, *lines: object) -> list[str]:
        claim = claim_of("It works.", *lines)  # type: ignore[arg-type]
        return said(sup_bundles.unanchored_member, supported(claim, [("", None)] * len(lines)))

    def test_a_member_without_a_line_of_its_own_is_told(self) -> None:
        assert self.said(line("a", quote="it works"), line("b", at=9)) == [
            "claims.yaml:9:9: SUP031 nothing says where `b` bears `c`, as the line of `a` does: add"
            " a quote, a page, a section or a table"
        ]
        assert len(self.said(line("a", table=TableCell("Table 1", cell="7")), line("b"))) == 1

    def test_a_page_is_enough_and_so_is_another_line_of_the_same_work(self) -> None:
        assert self.said(line("a", quote="it works"), line("b", page="3")) == []
        assert self.said(line("a", quote="it works"), line("a")) == []

    def test_background_is_no_member_and_a_row_without_quotes_is_left_alone(self) -> None:
        assert self.said(line("a", quote="it works"), line("b", role=Role.BACKGROUND)) == []
        assert self.said(line("a"), line("b", page="3")) == []
