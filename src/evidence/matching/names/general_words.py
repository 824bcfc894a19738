"""English words, and words for what every work of medicine tells of, that end as substances do."""

import re
from functools import lru_cache
from typing import Final

# The endings of the names of substances (IUPAC's and those usual for alkaloids and antibiotics).
_SUBSTANCE: Final = re.compile(
    r"[a-z]{3,}(?:ine|in|ium|amide|imide|azide|one|ole|tol|nol|dol|rol|pram|thion|phos|oxon|xane)"
)
_COMPOUNDED: Final = re.compile(
    r"\w+(?:line|tone|stone|bone|phone|zone|tain|train|chain|plain|vain|brain|strain|stain|lain|skin"
    r"|hole|pole|machine|medicine|vaccine|testine|control|protein|globin|globulin|albumin|kine"
    r"|bacterium|thelium|cardium|metrium|cranium|peritoneum|crine|trine|hormone|uterine|spine|fine"
    r"|gone|done|none|column|sterol|toxin|discipline|virgin|nephrine|amine)"
)
_GENERAL: Final = frozenset({
    # The language.
    "within", "herein", "therein", "wherein", "certain", "uncertain", "remain", "explain", "domain",
    "again", "against", "bargain", "captain", "curtain", "complain", "mountain", "fountain",
    "villain", "pertain", "refrain", "regain", "retrain", "terrain", "cousin", "cabin", "bulletin",
    "coffin", "satin", "latin", "ruin", "dolphin", "napkin", "pumpkin", "violin", "assassin",
    "raisin", "resin", "robin", "basin", "penguin", "plugin", "login", "admin", "linchpin",
    "imagine", "engine", "machine", "genuine", "marine", "submarine", "routine", "divine",
    "decline",
    "define", "determine", "examine", "reexamine", "undermine", "combine", "recombine", "sunshine",
    "doctrine", "feminine", "masculine", "gasoline", "cuisine", "turbine", "famine", "quarantine",
    "pristine", "discipline", "intertwine", "figurine", "latrine", "limousine", "magazine",
    "sardine", "tangerine", "trampoline", "vaseline", "nectarine", "entwine", "shrine",
    "heroine", "adrenaline", "outline", "outshine", "alongside", "medium", "premium", "stadium",
    "symposium", "consortium", "equilibrium", "auditorium", "gymnasium", "podium", "aquarium",
    "moratorium", "compendium", "colloquium", "millennium", "sanatorium", "solarium", "tedium",
    "everyone", "someone", "anyone", "throne", "console", "parole", "whole", "tadpole", "loophole",
    "control", "symbol", "school", "patrol", "petrol", "protocol", "pistol", "idol", "cyclone",
    "postpone", "condone", "ozone", "drone", "clone", "prone", "stone", "phone", "hyperbole",
    "rigmarole", "casserole", "milestone", "martin", "berlin", "dublin", "britain", "franklin",
    "austin", "helsinki", "wisconsin", "spain", "bahrain", "ukraine", "palestine", "belgium",
    "origin", "aborigine", "virgin", "margin", "begin", "sprain", "rejoin", "adjoin", "enjoin",
    "ordain", "disdain", "ascertain", "estuarine", "labyrinthine", "sanguine", "clandestine",
    "asinine", "internecine", "disequilibrium", "ultrathin", "subroutine", "aquamarine", "muffin",
    "manikin", "mannequin", "javelin", "porcupine", "guillotine", "harlequin", "landmine",
    "hodgkin", "rankin", "epstein", "valentin", "justin", "argentine", "philippine",
    # Animals, places in the body, states, ways of measuring.
    "bovine", "canine", "equine", "feline", "murine", "ovine", "porcine", "caprine", "simian",
    "uterine", "intrauterine", "endocrine", "exocrine", "paracrine", "autocrine", "supine",
    "alpine", "pontine", "palatine", "cystine", "intestine", "urine", "vitreous", "chagrin",
    "crystalline", "alkaline", "saline", "hyaline", "serpentine", "uridine", "dentin", "dentine",
    "atrium", "bacterium", "clostridium", "mycobacterium", "cranium", "delirium", "endothelium",
    "epithelium", "myocardium", "pericardium", "endometrium", "myometrium", "mycelium", "sodium",
    "potassium", "calcium", "magnesium", "lithium", "helium", "barium", "chromium", "cadmium",
    "ammonium", "petiole", "arteriole", "bronchiole", "vacuole", "systole", "diastole", "areole",
    "dipole", "monopole", "migraine", "medicine", "vaccine", "telemedicine", "biomedicine",
    "vermin", "penicillium", "fusarium", "plasmodium", "cryptosporidium", "trichophyton",
    # What is made of, measured in, or added to nearly everything.
    "protein", "lipoprotein", "glycoprotein", "apolipoprotein", "albumin", "globulin",
    "hemoglobin", "haemoglobin", "myoglobin", "immunoglobulin", "ferritin", "transferrin",
    "bilirubin", "creatinine", "creatine", "troponin", "fibrin", "thrombin", "prothrombin",
    "keratin", "collagen", "elastin", "myelin", "melanin", "mucin", "actin", "myosin", "tubulin",
    "heparin", "insulin", "vitamin", "multivitamin", "antitoxin", "endotoxin", "exotoxin",
    "cytokine", "chemokine", "interleukin", "histamine", "serotonin", "dopamine", "hormone",
    "ketone", "acetone", "steroid", "cholesterol", "glycerol", "glycol", "alcohol", "ethanol",
    "methanol", "phenol", "aerosol", "cytosol", "paraffin", "formalin", "eosin", "hematoxylin",
    "gelatin", "agarose", "amine", "catecholamine", "nicotine", "caffeine", "iodine", "chlorine",
    "fluorine", "bromine", "silicone", "lignin", "chitin", "pectin", "lectin", "casein", "lecithin",
    "biotin", "purine", "pyrimidine", "guanine", "adenine", "thymine", "cytosine", "quinone",
    "proline", "lysine", "leucine", "isoleucine", "valine", "alanine", "glycine", "serine",
    "arginine", "cysteine", "histidine", "tyrosine", "threonine", "methionine", "tryptophan",
    "glutamine", "asparagine", "phenylalanine", "chromatin", "integrin", "cadherin", "catenin",
    "fibronectin", "endorphin", "statin", "gliptin", "gliflozin", "taxane", "macrolide",
    "quinolone", "coumarin", "anthracycline", "benzodiazepine", "cephalosporin", "hydantoin",
    "guideline", "baseline", "midline", "pipeline", "timeline", "deadline", "hairline",
})  # fmt: skip
_SHORTEST: Final = 6


@lru_cache(maxsize=16_384)
def is_substance_like(folded: str) -> bool:
    """Whether a word in small letters ends as the names of single substances do, and is no word of
    the language, no class of drugs and nothing that every body is made of.
    """
    return (
        len(folded) >= _SHORTEST
        and folded not in _GENERAL
        and _SUBSTANCE.fullmatch(folded) is not None
        and _COMPOUNDED.fullmatch(folded) is None
    )
