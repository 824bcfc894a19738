"""Sound claims of several fields of medicine are left alone; exchanged names are found."""

import pytest

from dossiers import said
from evidence.checks import sup_bundles, sup_names
from evidence.checks.case import Case
from evidence.model.anchor import AnchorState
from evidence.model.claim import Role
from evidence.model.source_text import Depth
from evidence.model.synonyms import Synonyms
from named_works import claim_of, line, supported, text_of

RULES = (
    sup_names.unnamed_subject,
    sup_names.untitled_subject,
    sup_names.unrelated_work,
    sup_bundles.broader_claim,
)


def all_said(case: Case) -> list[str]:
    return [each.split(" ", 1)[1] for rule in RULES for each in said(rule, case)]


def codes(claim: str, text: str, quote: str = "") -> list[str]:
    case = supported(claim_of(claim, line(quote=quote)), [("A work", text_of(text))])
    return [each[:6] for each in all_said(case)]


HEART = (
    "4744 patients with an ejection fraction of 40% or less were given dapagliflozin 10 mg or a"
    " placebo once a day. The outcome occurred in 16.3% with dapagliflozin and 21.2% with placebo."
)
STROKE = (
    "We compared apixaban with warfarin in atrial fibrillation; dabigatran and rivaroxaban had been"
    " tested before. Bleeding occurred in 2.1% per year with apixaban and 3.1% with warfarin."
)
LUNG = (
    "In EGFR mutation-positive lung cancer the tumours took longer to grow with osimertinib than"
    " with gefitinib or erlotinib. Patients with ALK fusions were excluded."
)
SKIN = (
    "Secukinumab, a human anti-interleukin-17A antibody, was compared with etanercept. PASI 75 was"
    " reached by 77% on secukinumab and by 44% on etanercept."
)
GUT = (
    "Oral vancomycin was compared with fidaxomicin; metronidazole was not allowed. Cure was reached"
    " in 86% with vancomycin and in 88% with fidaxomicin."
)
BLOOD = (
    "Ketoconazole, a strong CYP3A inhibitor, given together with venetoclax increased its AUC"
    " 6.4-fold."
)
PAIN = "Patients took acetaminophen 4 g per day or dummy tablets; recovery was no quicker."
BONE = (
    "Denosumab binds receptor activator of nuclear factor-κB ligand. New fractures occurred in 2.3%"
    " on denosumab and in 7.2% on placebo."
)
CROUP = "One dose of dexamethasone was given for croup. Children on the drug returned less often."
MIND = "Intranasal esketamine is an antagonist at the N-methyl-D-aspartate receptor."
WEIGHT = "The mean change in body weight was −15% with semaglutide and −2% with placebo."
LIPIDS = "Evolocumab lowered LDL cholesterol by 59% when it was added to a statin."


@pytest.mark.parametrize(
    ("claim", "text", "quote"),
    [
        ("Dapagliflozin, an SGLT2 inhibitor, kept patients with HFrEF out of hospital more than"
         " placebo did.", HEART, "The outcome occurred in 16.3% with dapagliflozin"),
        ("Apixaban caused less major bleeding than warfarin.", STROKE,
         "Bleeding occurred in 2.1% per year with apixaban and 3.1% with warfarin"),
        ("The factor Xa inhibitor apixaban is safer than warfarin in AF.", STROKE, ""),
        ("Osimertinib beats gefitinib or erlotinib in EGFR-mutated NSCLC.", LUNG,
         "the tumours took longer to grow"),
        ("Secukinumab neutralises IL-17A and clears plaques better than etanercept.", SKIN,
         "PASI 75 was reached by 77% on secukinumab"),
        ("Vancomycin by mouth cures most first episodes, and so does fidaxomicin.", GUT, ""),
        ("Strong CYP3A4 inhibitors such as ketoconazole raise the AUC of venetoclax sixfold.",
         BLOOD, "given together with venetoclax increased its AUC"),
        ("Paracetamol did not relieve back pain better than placebo.", PAIN,
         "recovery was no quicker"),
        ("Denosumab, an antibody against RANKL, prevents vertebral fractures better than placebo.",
         BONE, "New fractures occurred in 2.3% on denosumab"),
        ("A dose of dexamethasone reduces return visits for croup.", CROUP,
         "Children on the drug returned less often"),
        ("Esketamine blocks NMDA receptors.", MIND, "an antagonist at the N-methyl-D-aspartate"),
        ("About one adult in ten has chronic kidney disease (eGFR below 60).", MIND, ""),
        ("PCSK9 inhibition with evolocumab lowers LDL-C on top of statins.", LIPIDS,
         "lowered LDL cholesterol by 59%"),
    ],
)  # fmt: skip
def test_a_sound_claim_is_left_alone(claim: str, text: str, quote: str) -> None:
    assert codes(claim, text, quote) == []


@pytest.mark.parametrize(
    ("claim", "text", "quote", "code"),
    [
        # a drug for another one that the work does not name
        ("Empagliflozin kept patients with HFrEF out of hospital.", HEART, "", "SUP015"),
        ("Afatinib beats gefitinib or erlotinib in EGFR-mutated NSCLC.", LUNG, "", "SUP013"),
        ("Ixekizumab neutralises IL-17A.", SKIN, "", "SUP013"),
        ("Strong CYP3A4 inhibitors such as rifampicin raise the AUC of venetoclax.", BLOOD, "",
         "SUP013"),
        ("Ibuprofen did not relieve back pain better than placebo.", PAIN, "", "SUP015"),
        ("A dose of prednisone reduces return visits for croup.", CROUP,
         "Children on the drug returned less often", "SUP015"),
        ("Romosozumab, an antibody against sclerostin, prevents fractures.", BONE, "", "SUP015"),
        # a drug that the work does name, for another one that the quote names
        ("Rivaroxaban caused less major bleeding than warfarin.", STROKE,
         "Bleeding occurred in 2.1% per year with apixaban and 3.1% with warfarin", "SUP013"),
        ("Metronidazole cures most first episodes, and so does fidaxomicin.", GUT,
         "Cure was reached in 86% with vancomycin and in 88% with fidaxomicin", "SUP013"),
        # a comparator
        ("Dapagliflozin kept patients out of hospital more than enalapril.", HEART, "", "SUP013"),
        ("Semaglutide lowers weight more than liraglutide.", WEIGHT,
         "−15% with semaglutide and −2% with placebo", "SUP013"),
        # a target
        ("Osimertinib beats gefitinib or erlotinib in BRAF-mutated NSCLC.", LUNG, "", "SUP016"),
        ("Secukinumab neutralises IL-23 better than etanercept does.", SKIN, "", "SUP016"),
        ("Strong CYP2D6 inhibitors such as ketoconazole raise the AUC of venetoclax.", BLOOD, "",
         "SUP016"),
        ("Denosumab, an antibody against sclerostin, prevents fractures.", BONE, "", "SUP016"),
        ("Esketamine blocks AMPA receptors.", MIND, "", "SUP016"),
        # a work that is about something else
        ("Apixaban caused less major bleeding than warfarin.", SKIN, "", "SUP015"),
        ("Esketamine blocks NMDA receptors.", HEART, "", "SUP015"),
    ],
)  # fmt: skip
def test_an_exchanged_name_or_work_is_found_and_told_once(
    claim: str, text: str, quote: str, code: str
) -> None:
    assert codes(claim, text, quote) == [code]


def test_the_message_names_what_is_missing_and_what_the_quote_has_instead() -> None:
    quote = "longer to grow with osimertinib"
    claim = claim_of("Afatinib beats gefitinib in EGFR-mutated NSCLC.", line(quote=quote))
    assert said(sup_names.unnamed_subject, supported(claim, [("", text_of(LUNG))])) == [
        "claims.yaml:6:9: SUP013 the full text of `w` does not name `Afatinib`, and its quote names"
        " `osimertinib` where the claim has `Afatinib`: correct the claim or the line"
    ]
    claim = claim_of("Afatinib and neratinib beat gefitinib in lung cancer with EGFR.", line())
    assert said(sup_names.unnamed_subject, supported(claim, [("", text_of(LUNG))])) == [
        "claims.yaml:6:9: SUP013 the full text of `w` names neither `Afatinib` nor `neratinib`:"
        " cite a work on it, or add its other names to the file of synonyms"
    ]


def test_works_with_quotes_of_their_own_may_bear_a_part_of_the_claim_each() -> None:
    quote = "Recovery was no quicker with exercise."
    works = [("", text_of(f"Backs were stretched. {quote}")), ("", text_of(PAIN))]
    lines = (line("a", quote=quote), line("b", quote="recovery was no quicker", at=7))
    claim = claim_of("Neither exercise nor paracetamol eases back pain.", *lines)
    assert all_said(supported(claim, works)) == []
    (told,) = all_said(supported(claim, works, state=AnchorState.NOT_FOUND))
    assert told.startswith("SUP015 the full text of `a` does not name `paracetamol`")


def test_a_work_may_be_about_another_drug() -> None:
    quote = "Bleeding was rarer in the first year."
    text = text_of(f"Apixaban was given, and dabigatran not allowed. {quote}")
    claim = claim_of("Dabigatran made bleeding rarer.", line(quote=quote))
    case = supported(claim, [("Apixaban in atrial fibrillation", text)])
    assert all_said(case) == [
        "SUP013 `w`: it is about `Apixaban` and names `Dabigatran`, of which the claim speaks, in"
        " passing only: correct the claim or the line"
    ]


def test_a_quote_that_was_not_found_says_nothing() -> None:
    claim = claim_of("Rivaroxaban is safer than warfarin.", line(quote="apixaban was safer"))
    works = [("", text_of(STROKE))]
    assert all_said(supported(claim, works, state=AnchorState.NOT_FOUND)) == []
    assert all_said(supported(claim, works)) == [
        "SUP013 `w`: its quote names `apixaban` where the claim has `Rivaroxaban`: correct the"
        " claim or the line"
    ]


def test_each_line_answers_for_its_own_quote() -> None:
    lines = (line(quote="it was safe"), line(quote="apixaban was safer", at=9))
    works = [("", text_of(STROKE))] * 2
    case = supported(claim_of("Rivaroxaban is safer than warfarin.", *lines), works)
    assert [each[:17] for each in said(sup_names.unnamed_subject, case)] == ["claims.yaml:9:9: "]


@pytest.mark.parametrize(
    "quote",
    [
        "the drug halved the risk when warfarin was stopped",
        "compared with dabigatran, bleeding was rarer",
        "patients previously treated with dabigatran had fewer events",
        "bleeding was rarer",
    ],
)
def test_a_quote_that_names_the_drug_by_another_word_says_nothing(quote: str) -> None:
    assert codes("Apixaban halved the risk.", f"Apixaban was given. {quote}.", quote) == []


def test_a_quote_may_have_the_name_that_the_text_explains() -> None:
    text = "Tozasertib (VX-680) was given to mice. VX-680 slowed the tumours."
    assert codes("Tozasertib slowed tumours.", text, "VX-680 slowed the tumours") == []
    other = text.replace("Tozasertib (VX-680)", "Tozasertib or VX-680")
    assert codes("Tozasertib slowed tumours.", other, "VX-680 slowed the tumours") == ["SUP013"]


def test_drugs_may_be_divided_among_the_works_and_each_must_be_somewhere() -> None:
    both = "Dapagliflozin and empagliflozin keep patients out of hospital."
    one, other = text_of("Dapagliflozin helped."), text_of("Empagliflozin helped.")
    claim = claim_of(both, line("a"), line("b", at=7))
    assert all_said(supported(claim, [("", one), ("", other)])) == []
    assert all_said(supported(claim, [("", one), ("", None)])) == []
    told = all_said(supported(claim, [("", one), ("", one)]))
    assert told == [
        f"SUP013 the full text of `{key}` does not name `empagliflozin`: cite a work on it, or add"
        " its other names to the file of synonyms"
        for key in "ab"
    ]


def test_a_comparator_needs_to_stand_in_one_of_the_works() -> None:
    claim = claim_of("Apixaban is safer than warfarin.", line("a"), line("b"))
    with_it, without = text_of("Apixaban or warfarin."), text_of("Apixaban inhibits factor Xa.")
    assert all_said(supported(claim, [("", with_it), ("", without)])) == []


def test_background_and_methods_need_not_name_anything() -> None:
    for role in (Role.BACKGROUND, Role.METHOD, Role.DEFINITION, Role.CONTRARY):
        claim = claim_of("Entrectinib inhibits ALK.", line(role=role))
        assert all_said(supported(claim, [("On asthma", text_of("Children had asthma."))])) == []


class TestTitles:
    CLAIM = "Entrectinib inhibits ALK, ROS1 and TRKA."

    def said(self, title: str, role: Role = Role.EVIDENCE, *, text: str = "") -> list[str]:
        claim = claim_of(self.CLAIM, line(role=role), line("other", at=7))
        abstract = text_of(text, depth=Depth.ABSTRACT) if text else None
        case = supported(claim, [(title, abstract), ("Entrectinib and its targets", None)])
        return all_said(case)

    def test_a_title_without_the_drug_tells_what_it_lacks(self) -> None:
        expected = (
            "SUP014 the title of `w` names neither `Entrectinib` nor `ALK` nor `ROS1`, and no text"
            " of it is at hand"
        )
        assert self.said("TRK inhibitors in NTRK fusion-positive cancers") == [expected]
        assert self.said("TRK inhibitors in cancer", Role.BACKGROUND) == [expected]
        assert self.said("TRK inhibitors in cancer", Role.METHOD) == []

    def test_an_abstract_without_both_is_another_work(self) -> None:
        assert self.said("On asthma", text="Children were given budesonide.") == [
            "SUP015 the title and the abstract of `w` name neither `Entrectinib` nor `ALK` nor"
            " `ROS1` nor `TRKA`: is it the work meant?"
        ]
        assert self.said("On TRK", text="It was studied in patients.") == [
            "SUP014 the title and the abstract of `w` name neither `Entrectinib` nor `ALK` nor"
            " `ROS1`, and no more of it is at hand"
        ]

    def test_the_drug_or_all_targets_are_enough(self) -> None:
        assert self.said("Discovery of entrectinib") == []
        assert self.said("ALK, ROS1 and pan-TRK inhibitors") == []
        assert self.said("A work", text="Entrectinib was given.") == []

    def test_without_any_title_nothing_is_said(self) -> None:
        assert self.said("") == []

    def test_a_lone_background_work_is_not_told_of(self) -> None:
        claim = claim_of(self.CLAIM, line(role=Role.BACKGROUND))
        assert all_said(supported(claim, [("On asthma", None)])) == []

    def test_a_claim_without_a_drug_needs_one_target_in_the_title(self) -> None:
        claim = claim_of("ALK and ROS1 fusions are rare.", line())
        assert all_said(supported(claim, [("ALK in lung cancer", None)])) == []
        assert all_said(supported(claim, [("Lung cancer", None)])) == [
            "SUP014 the title of `w` names neither `ALK` nor `ROS1`, and no text of it is at hand"
        ]


def test_an_abstract_may_lack_a_drug_without_being_another_work() -> None:
    claim = claim_of("Ibuprofen relieves pain.", line())
    abstract = text_of("Anti-inflammatory drugs relieved pain.", depth=Depth.ABSTRACT)
    assert all_said(supported(claim, [("On pain", abstract)])) == [
        "SUP014 the title and the abstract of `w` do not name `Ibuprofen`, and no more of it is at"
        " hand"
    ]


def test_the_projects_synonyms_count() -> None:
    claim = claim_of("Entrectinib slowed tumours.", line())
    works = [("", text_of("Rozlytrek slowed the tumours of mice."))]
    ours = Synonyms((("entrectinib", "Rozlytrek"),))
    assert all_said(supported(claim, works, synonyms=ours)) == []
    assert len(all_said(supported(claim, works))) == 1


def test_findings_carry_entry_claim_and_names() -> None:
    case = supported(claim_of("Entrectinib inhibits ALK.", line()), [("", text_of("Asthma."))])
    (finding,) = sup_names.unrelated_work.run(case)
    assert (finding.key, finding.claim, finding.expected) == ("w", "c", "Entrectinib, ALK")
