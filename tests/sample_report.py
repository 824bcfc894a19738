"""Reports made by hand: one with everything in it, one empty, one where nothing was checked."""

from evidence.model.claim import (
    Claim,
    ClaimType,
    EvidenceLine,
    RestsOn,
    Role,
    System,
    TableCell,
    Value,
)
from evidence.model.finding import Confidence, Finding, Severity, Suggestion
from evidence.model.report import (
    ClaimResult,
    Level,
    LineResult,
    Report,
    Run,
    Status,
)
from sample_references import AWKWARD, MALFORMED, RULES, STARTED, bib, open_, verified, wrong, yaml


def _claims() -> tuple[ClaimResult, ...]:
    return (
        ClaimResult(
            Claim(
                "bbb-penetration",
                "Entrectinib crosses the blood–brain barrier in preclinical studies.",
                yaml(4),
                ClaimType.PHARMACOKINETIC,
                System.ANIMAL,
                note="Preclinical only.",
            ),
            Level.LINKED,
            at_risk=True,
            broken=False,
            lines=(
                LineResult(
                    EvidenceLine(
                        "menichincheri2016",
                        yaml(9, 9),
                        system=System.ANIMAL,
                        design="in-vitro",
                        quote="penetrates the blood–brain barrier “efficiently”",
                        page="3392",
                        section="Abstract",
                    ),
                    Status.VERIFIED,
                ),
                LineResult(EvidenceLine("demetri2018", yaml(13, 9)), Status.MALFORMED),
                LineResult(
                    EvidenceLine("drilon2017", yaml(14, 9), role=Role.CONTRARY, note="clinical"),
                    Status.UNREGISTERED,
                ),
            ),
        ),
        ClaimResult(
            Claim(
                "alk-ros1-ic50",
                "Entrectinib inhibits ROS1 and ALK with IC50 values of 7 and 12 nmol/L.",
                yaml(20),
                values=(
                    Value("IC50", "7", "nmol/L", target="ROS1"),
                    Value("IC50", "12", "nmol/L", "ALK", comparator="crizotinib", n="3", ci="9–15"),
                ),
            ),
            Level.LINKED,
            at_risk=True,
            broken=True,
            lines=(
                LineResult(
                    EvidenceLine(
                        "ardini2016",
                        yaml(26, 9),
                        role=Role.DATA,
                        table=TableCell("Table 9", "ROS-1", "IC50", "7"),
                    ),
                    Status.DIFFERS,
                ),
                LineResult(
                    EvidenceLine("sartore2016", yaml(29, 9), table=TableCell("Figure 1")),
                    Status.ANOTHER_WORK,
                ),
                LineResult(EvidenceLine("nobody2000", yaml(30, 9)), None),
            ),
        ),
        ClaimResult(
            Claim(
                "cns-tumours",
                "Entrectinib may act on brain metastases and primary brain tumours.",
                yaml(40),
                ClaimType.INFERENCE,
                rests_on=(RestsOn("bbb-penetration", yaml(43, 17)), RestsOn("gone", yaml(44, 17))),
            ),
            Level.UNCITED,
            at_risk=True,
            broken=False,
        ),
        ClaimResult(
            Claim("retracted-support", "Rests on a retracted work.", yaml(50)),
            Level.VERIFIED,
            at_risk=True,
            broken=True,
            lines=(
                LineResult(
                    EvidenceLine("wakefield1998", yaml(53, 9)), Status.VERIFIED, is_withdrawn=True
                ),
            ),
        ),
        *(
            ClaimResult(
                Claim(id, text, yaml(line)),
                level,
                at_risk=False,
                broken=False,
                lines=(LineResult(EvidenceLine(key, yaml(line + 3, 9), role), status),),
            )
            for id, text, line, level, key, role, status in (
                ("trial-design", "A basket trial was run.", 60, Level.VERIFIED,
                 "menichincheri2016", Role.BACKGROUND, Status.VERIFIED),
                ("awkward", AWKWARD, 65, Level.LINKED,
                 "awkward|2021", Role.DEFINITION, Status.UNCHECKED),
                ("found", "The quote stands there.", 70, Level.ANCHORED,
                 "menichincheri2016", Role.EVIDENCE, Status.VERIFIED),
                ("judged", "A person read it.", 75, Level.JUDGED,
                 "menichincheri2016", Role.METHOD, Status.VERIFIED),
                ("approved", "It was approved.", 80, Level.APPROVED,
                 "menichincheri2016", Role.EVIDENCE, Status.VERIFIED),
            )
        ),
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "CLM002",
            "unknown-reference",
            Severity.ERROR,
            "`nobody2000` is not an entry of `references.bib`; expected one of its keys.",
            yaml(30, 9),
            claim="alk-ros1-ic50",
        ),
        Finding(
            "DOI001",
            "malformed-doi",
            Severity.ERROR,
            f"`{MALFORMED}` is not a DOI: a DOI begins with `10.`, this with `410.`.",
            bib(62, 13),
            key="demetri2018",
            field="doi",
            found=MALFORMED,
            suggestion=Suggestion(
                Confidence.HIGH,
                "the stray `4` and two digits `1` cut; title, authors and year agree",
                doi="10.1093/annonc/mdy424.017",
            ),
            url=f"{RULES}DOI001",
        ),
        Finding(
            "MET003",
            "wrong-year",
            Severity.WARNING,
            "The year is `2015`, the record says `2016`.",
            bib(25, 13),
            key="ardini2016",
            field="year",
            found="2015",
            expected="2016",
            suggestion=Suggestion(Confidence.MEDIUM, "the year of the issue", value="2016"),
            url=f"{RULES}MET003",
        ),
        Finding(
            "DOI004",
            "resolver-address",
            Severity.NOTE,
            "The DOI stands as an address.",
            bib(9, 13),
            key="menichincheri2016",
            claim=None,
            url=f"{RULES}DOI004",
        ),
    )


def full_report() -> Report:
    """Every status, every level, every kind of null, and characters that mean something."""
    references = (*verified(), *wrong(), *open_())
    claims = _claims()
    return Report(
        Run(len(references), len(claims), 31, 2, 5, "crossref+cache+snapshot", STARTED),
        references,
        claims,
        _findings(),
        documents=("documents/entrectinib-moa.md",),
    )


def empty_report() -> Report:
    """A project without an entry and without a claim."""
    return Report(Run(0, 0, 31, 0, 0, "none", STARTED))


def clean_report() -> Report:
    """One verified reference under one verified claim, and no finding."""
    claim = Claim("one", "A claim that holds.", yaml(2))
    line = LineResult(EvidenceLine("menichincheri2016", yaml(4)), Status.VERIFIED)
    return Report(
        Run(1, 1, 31, 0, 1, "crossref", STARTED),
        (verified()[0],),
        (ClaimResult(claim, Level.VERIFIED, at_risk=False, broken=False, lines=(line,)),),
    )


def unchecked_report(*, with_hand_made_record: bool) -> Report:
    """One reference that nothing is known of, or that a hand-made record alone speaks for."""
    reference = open_()[3 if with_hand_made_record else 2]
    key = reference.reference.key
    claim = Claim("one", "A claim that may hold.", yaml(2))
    line = LineResult(EvidenceLine(key, yaml(4)), Status.UNCHECKED)
    source = "snapshot" if with_hand_made_record else "none"
    return Report(
        Run(1, 1, 31, 1, 0, source, STARTED),
        (reference,),
        (ClaimResult(claim, Level.LINKED, at_risk=True, broken=False, lines=(line,)),),
        unusable=not with_hand_made_record,
    )
