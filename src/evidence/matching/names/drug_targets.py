"""What a drug acts on, where its international name alone says so."""

from functools import lru_cache
from typing import Final

from evidence.matching.names.folded_names import name_key

# By stem ("The use of stems in the selection of INN", WHO 2018), the longest first where one ends
# in another; then antibodies, whose names do not tell.
_BY_ENDING: Final = (
    ("gliflozin", "SGLT2 SGLT1"),
    ("gliptin", "DPP-4"),
    ("glutide", "GLP-1"),
    ("natide", "GLP-1"),
    ("xaban", "factor-Xa"),
    ("gatran", "thrombin"),
    ("pril", "ACE"),
    ("grel", "P2Y12"),
    ("grelor", "P2Y12"),
    ("vastatin", "HMG-CoA-reductase"),
    ("setron", "5-HT3"),
    ("pitant", "NK1"),
    ("gepant", "CGRP"),
    ("parib", "PARP"),
    ("ciclib", "CDK4 CDK6"),
    ("coxib", "COX-2"),
    ("citinib", "JAK JAK1 JAK2 JAK3"),
    ("brutinib", "BTK"),
    ("rafenib", "BRAF"),
    ("metinib", "MEK MEK1 MEK2"),
    ("lisib", "PI3K"),
    ("clax", "BCL2"),
    ("caftor", "CFTR"),
    ("orexant", "OX1R OX2R"),
    ("limus", "mTOR"),
    ("degib", "SMO"),
    ("trozole", "aromatase"),
    ("sacubitril", "neprilysin"),
    ("tirzepatide", "GIP GLP-1"),
    ("osimertinib erlotinib gefitinib afatinib dacomitinib cetuximab panitumumab", "EGFR"),
    ("crizotinib alectinib ceritinib brigatinib lorlatinib", "ALK"),
    ("imatinib dasatinib nilotinib bosutinib ponatinib asciminib", "BCR-ABL"),
    ("trastuzumab pertuzumab tucatinib lapatinib", "HER2"),
    ("bevacizumab ranibizumab aflibercept", "VEGF"),
    ("pembrolizumab nivolumab cemiplimab", "PD-1"),
    ("atezolizumab durvalumab avelumab", "PD-L1"),
    ("ipilimumab tremelimumab", "CTLA-4"),
    ("rituximab obinutuzumab ocrelizumab ofatumumab", "CD20"),
    ("daratumumab isatuximab", "CD38"),
    ("adalimumab infliximab golimumab certolizumab etanercept", "TNF"),
    ("secukinumab ixekizumab", "IL-17A"),
    ("ustekinumab", "IL-12 IL-23"),
    ("guselkumab risankizumab tildrakizumab", "IL-23"),
    ("tocilizumab sarilumab", "IL-6"),
    ("anakinra canakinumab", "IL-1 IL-1β"),
    ("mepolizumab reslizumab benralizumab", "IL-5"),
    ("dupilumab", "IL-4 IL-13"),
    ("tezepelumab", "TSLP"),
    ("evolocumab alirocumab inclisiran", "PCSK9"),
    ("denosumab", "RANKL"),
    ("romosozumab", "sclerostin"),
    ("erenumab fremanezumab galcanezumab eptinezumab", "CGRP"),
    ("natalizumab", "VLA-4"),
    ("deucravacitinib", "TYK2"),
    ("ketamine esketamine memantine", "NMDA"),
    ("sildenafil tadalafil vardenafil avanafil", "PDE5"),
    ("apremilast roflumilast", "PDE4"),
    ("selegiline rasagiline safinamide", "MAO-B"),
    ("entacapone opicapone tolcapone", "COMT"),
    ("levetiracetam brivaracetam", "SV2A"),
)


@lru_cache(maxsize=8192)
def targets_of(drug: str) -> frozenset[str]:
    """The keys of the targets that a drug is known to act on by its name; empty where it is not."""
    key = name_key(drug)
    return frozenset(
        name_key(target)
        for endings, targets in _BY_ENDING
        if key.endswith(tuple(endings.split()))
        for target in targets.split()
    )
