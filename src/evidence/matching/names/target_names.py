"""Which words are symbols of genes, proteins and receptors."""

import re
from typing import Final

# Families whose members are numbered, as HGNC, IUPHAR or the CD nomenclature number them; hyphens
# are left out.
_SYMBOL: Final = re.compile(
    r"IL\d{1,2}(?:[A-F]|R|RA|Ra|[αβ]|R[αβ])?|CYP\d[A-Z]\d{1,2}|5HT\d[A-F]?|P2[XY]\d{1,2}|SGLT[12]"
    r"|PDE\d{1,2}[A-D]?|CDK\d{1,2}|JAK[123]|TYK2|STAT[1-6][ABab]?|FGFR\d|VEGFR\d|VEGF[A-D]"
    r"|PDGFR(?:[ABαβ])|HER[1-4]|ERBB[1-4]|[Tt][Rr][Kk][A-C]|NTRK[1-3]|CD\d{1,3}[a-e]?|TLR\d{1,2}"
    r"|MMP\d{1,2}|HDAC\d{1,2}|SIRT[1-7]|KCN[A-Z]{1,2}\d{1,2}|SCN\d{1,2}A|SLC\d{1,2}[A-Z]\d{1,2}"
    r"|ABC[A-G]\d{1,2}|OATP\d[A-Z]\d|OAT[1-4]|OCT[123]|MATE[12]K?|UGT\d[A-Z]\d{1,2}|Nav1\.?[1-9]"
    r"|Kv\d\.?\d|Cav\d\.?\d|TRP[ACMV]\d|mGluR?\d|S1P[1-5]|CCR\d{1,2}|CXCR\d|CCL\d{1,2}|CXCL\d{1,2}"
    r"|PPAR[αβγδ]|TGF[αβ]\d?|TNF[αβ]|IFN[αβγ]|NK[123]R|OX[12]R|MT[12]R|GLP[12]R?|ADAM(?:TS)?\d{1,2}"
    r"|TNFRSF\d{1,2}[A-Z]?|TNFSF\d{1,2}[A-Z]?|SOCS\d|SMAD\d|FGF\d{1,2}|GDF\d{1,2}|BMP\d{1,2}|GATA\d"
    r"|CLDN\d{1,2}|DLL[134]|NOTCH[1-4]|MAP[234]?K\d{1,2}|PIK3C[ABDG]|AKT[123]|TET[12]|DNMT\d[AB]?"
    r"|ANGPTL\d|APOC3|APO[ABE]|LRP\d|GPR\d{1,3}|GLUT\d{1,2}|AQP\d{1,2}|NR\d[A-Z]\d|BCL\d{1,2}|MCL1"
    r"|PBP\d[abx]?|RIPK[1-5]|BRD\d{1,2}|PRMT\d|KDM\d[A-D]|KMT2[A-D]|NSD[123]|HSP\d{2}|GRK\d"
    r"|ASIC\d[ab]?|ROCK[12]|RAR[αβγ]|RXR[αβγ]|FFAR\d|HCN[1-4]|NOX[1-5]|PKC[αβγδεθ]|TNFR[12]"
    r"|CARD\d{1,2}|NLRP\d{1,2}|CHEK[12]|AURK[AB]|PLK[1-4]|RAD51|MLH1|MSH[26]|PALB2|CHD\d"
)
_RECEPTOR: Final = re.compile(r"(?:[DMVY][1-5]|H[1-4]|AT[12]|A1|A2[AB]|A3|CB[12]|MT[12]|NK[123])")
_ABBREVIATION: Final = re.compile(r"[A-Z](?=[a-z0-9]*[A-Z])[A-Za-z0-9]{2,7}")
_BEHIND: Final = re.compile(
    r"[- ](?:(?:tyrosine |positive )?kinases?|inhibitors?|agonists?|antagonists?|receptors?|"
    r"phosphorylation|(?:is|was|are|were) (?:\w+ly |not )?(?:inhibited|blocked|degraded)|"
    r"(?:gene )?(?:fusions?|rearrangements?)|rearranged|mutant|mutated)\b"
)
_RECEPTOR_BEHIND: Final = re.compile(r"[- ](?:dopamine |histamine )?receptors?\b")
_NO_TARGETS: Final = frozenset({
    "HIV", "HIV1", "HBV", "HCV", "CMV", "HSV", "RSV", "EBV", "HPV", "DNA", "RNA", "mRNA", "MRNA",
    "COVID", "SARS", "CNS", "LDL", "HDL", "VLDL", "TKI", "SSRI", "SNRI", "PPI", "ATP", "ADP",
    "GPCR", "RTK", "RAS", "RAAS", "NSCLC", "SCLC", "CRC", "AML", "CML", "CLL", "ALL", "GIST", "RCC",
    "COPD", "NSAID", "NNRTI", "NRTI", "TCA", "ADC", "CAR", "TCR", "GPCRS", "WT", "USA", "FDA",
    "EMA", "PET", "MRI", "SERM", "ARB", "ACEI", "MRA", "GLP1RA", "PARPI", "ROS", "MAPK", "HRT",
})  # fmt: skip


def is_target_symbol(written: str) -> bool:
    """Whether a word without its hyphens is a symbol of a family that is known: `IL17A`, `CDK4`."""
    return _SYMBOL.fullmatch(written) is not None


def is_called_target(written: str, behind: str) -> bool:
    """Whether an abbreviation is a target's by the words behind it: `NRG1 fusion`, `D2 receptor`.

    `written` is without hyphens, `behind` the text that follows.
    """
    if _RECEPTOR.fullmatch(written):
        return _RECEPTOR_BEHIND.match(behind) is not None
    return (
        _ABBREVIATION.fullmatch(written) is not None
        and written not in _NO_TARGETS
        and _BEHIND.match(behind) is not None
    )
