"""What a quote leaves out of its own sentence."""

import pytest

from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.stated_cut import states_cut
from source_texts import full_text, line

# The quote stands between the marks.
CUT = """
<Metformin lowered HbA1c by 1.1 points>, but not in patients with renal failure.
<Rivaroxaban reduced the risk of stroke> except in patients older than 80 years.
<The vaccine prevented hospital admission> only in participants without earlier infection.
<Sertraline improved depressive symptoms> in a subset of patients with severe depression.
<Mortality was lower with dexamethasone> (P = 0.21).
<Mortality was lower with dexamethasone>, although the difference was not significant.
<Response rates were higher> (not statistically significant).
<Survival was longer> (HR 0.92, 95% CI 0.80-1.06; P = .25).
<Blood loss was reduced> without reaching statistical significance.
<Pain scores fell in patients> with osteoarthritis of the knee.
<The inhaler improved lung function> when given with a spacer.
<The drug was well tolerated> at doses up to 60 mg.
<The drug inhibited the channel> at concentrations above 10 µM.
<Tumours regressed completely> in mice.
<The antibody neutralised the virus> in vitro.
<The device closed the defect> in 12 of 40 patients.
<Children recovered faster> unless they were underweight.
<Insomnia improved in women>, not in men.
<Survival improved>, provided that surgery was complete.
<Remission was achieved in adults> who had not been treated before.
<Semaglutide reduced weight>, however this effect was lost after withdrawal.
<Warfarin prevents stroke> if the INR is kept between 2 and 3.
<Bone density increased at the spine> but fell at the hip.
<Ketamine relieved depression>, albeit for no more than a week.
<The test detects early cancer> with a specificity of 40% only.
<Zinc shortened colds> when started within 24 hours.
<Infliximab induced remission> in patients with fistulas.
<The gain was small>, and its meaning for daily life is uncertain.
<Second cancers were rare>, and a modest increase cannot be excluded.
<The device was safe> in most centres, and this finding awaits confirmation.
<The cyst was smaller>, yet the scans that would prove it were not read blind.
<Iron may raise ferritin>, which has to be tested in donors.
<The graft was thicker>, a point that needs further study.
<The graft was thicker>, a measure of doubtful value in children.
<Healing was faster after laser>, which was not measured by blinded readers.
The aim of this study was to show that <zinc shortens colds>.
There is little evidence that <zinc shortens colds>.
The purpose of the trial was to learn how far <zinc shortens colds>.
<Healing was faster after laser>, although this was not so in smokers.
<Scars were no wider after glue>, except in dark skin.
<No relapse was seen>, which was too short a time to judge it.
<Swelling was less in infants>, and was not seen in those who had been vaccinated.
<The dose was high>; the size of the effect should therefore not be extrapolated to humans.
There was no evidence that <aspirin lowered the risk of dementia>.
We hypothesised that <vitamin D prevents fractures>.
Whether <statins prevent dementia> is unknown.
It is not the case that <antibiotics shorten the illness>.
In a subset of patients with eosinophilia, <mepolizumab reduced exacerbations>.
If taken with food, <absorption rises twofold>.
Apixaban did not <reduce mortality in these patients>.
Only in patients with type 2 inflammation <exacerbations were halved>.
These findings suggest that <the gene drives resistance>.
In children aged under two years, <the vaccine caused fever>.
The authors could not confirm that <fish oil prevents arrhythmia>.
<Fish oil … prevents arrhythmia> stands here. Fish oil never prevents arrhythmia.
<Lithium … was stopped> stands here. Lithium helped most, but not those in whom it was stopped.
<Zinc helped … Iron was given> stands here. Zinc helped, but not the boys. Iron was given too.
<Zinc helped … iron works> stands here. Zinc helped at once. We do not know whether iron works.
""".strip().splitlines()
HARMLESS = """
<Metformin lowered HbA1c by 1.1 points> (95% CI 0.9 to 1.3).
<Rivaroxaban reduced the risk of stroke> compared with warfarin.
<Mortality was lower with dexamethasone> (P < 0.001).
<Mortality was lower with dexamethasone> (17% v 24%, P = 0.003).
<The drug was well tolerated>, and no serious adverse events occurred.
<The drug reduced pain> without affecting motor function.
<The drug reduced pain> and did not affect renal function.
<Sertraline improved symptoms>, whereas placebo had no effect.
<Sertraline improved symptoms> [12].
In this randomised trial, <apixaban reduced bleeding>.
After 12 weeks, <HbA1c had fallen by 1.1 points>.
<HbA1c had fallen by 1.1 points> after 12 weeks.
We found that <apixaban reduced bleeding>.
Although warfarin is cheap, <apixaban reduced bleeding>.
<Apixaban reduced bleeding>, which is the main risk of these drugs.
<Survival improved from 6.2 to 9.4 months> in the treatment group.
<Scars did not differ in width after glue> (2.1 v 2.3 mm; p=0.31).
<Pain was similar in the two arms> (p=0.62).
<Glue did not shorten the operation>, though surgeons liked it more.
<Glue did not shorten the operation>, and it may widen the scar, although this was not significant.
<The trial did not include smokers>, nor those with asthma.
<Iron raised ferritin>, and transferrin was not altered.
<Iron raised ferritin>; the platelet count was not altered.
Compared with placebo, <semaglutide reduced weight>.
<Of 120 patients, 31 had a complete response>, and 40 had a partial one.
<The compound inhibits ROS1 with an IC50 of 7 nmol/L>, not far from that of others.
<Mortality fell by a third>, not only in men.
<Symptoms improved> in both groups, but more so with the active drug.
While the mechanism is not known, <lithium prevents relapse>.
<Lithium … prevents relapse> stands here. Lithium, given once a day, prevents relapse.
<Zinc helped … Iron was given> stands here. Zinc helped at once. Then iron was given.
<Zinc helped … Iron was given> stands here. Zinc helped at once. Nothing else did. Iron was given.
""".strip().splitlines()


def cut(marked: str) -> str:
    start, end = marked.index("<"), marked.index(">")
    quote = marked[start + 1 : end]
    stands = marked.split("> stands here. ")[-1]
    sentence = stands if "> stands here" in marked else marked[:start] + quote + marked[end + 1 :]
    text = full_text(f"The study began in May. {sentence} More was said later.")
    found = AnchorFinder([text]).anchor(line(quote))
    assert found.is_found, found
    return found.cut


@pytest.mark.parametrize("marked", CUT)
def test_a_limit_a_denial_or_a_doubt_that_is_left_out_is_told(marked: str) -> None:
    assert cut(marked)


@pytest.mark.parametrize("marked", HARMLESS)
def test_what_merely_adds_may_be_left_out(marked: str) -> None:
    assert cut(marked) == ""


def test_the_qualifier_is_told_in_its_own_spelling_without_markers() -> None:
    assert cut("<Zinc helped>, But Not in (most) children [3].") == "But Not in (most) children"
    assert cut("There was no evidence [3] that <zinc helped>.") == "There was no evidence that"
    assert cut(f"<Zinc helped> only in {'very ' * 60}old men.").endswith("very …")


@pytest.mark.parametrize(
    ("qualifier", "said", "is_stated"),
    [
        ("but not in children", "Zinc helped adults but no children.", True),
        ("but not in children", "Zinc helped.", False),
        ("but not in children", "Zinc did not harm.", False),
        ("in mice", "Zinc helped mice.", True),
        ("in mice", "Zinc helped.", False),
        ("in patients with heart failure", "In heart failure, zinc helped.", True),
        ("There was no evidence that", "There is no evidence that zinc helped.", True),
        ("There was no evidence that", "Zinc helped.", False),
        ("We hypothesised that", "Zinc may help.", True),
        ("We hypothesised that", "Zinc helps.", False),
        ("P = 0.21", "Zinc helped.", False),
        ("P = 0.21 for superiority", "Zinc was not superior to copper.", True),
    ],
)
def test_a_claim_that_has_the_qualifier_itself_is_known(
    qualifier: str, said: str, *, is_stated: bool
) -> None:
    assert states_cut(qualifier, [said]) is is_stated
