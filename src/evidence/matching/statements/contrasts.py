"""Words of which one for another changes what is said: direction, degree, order, age."""

import re
from typing import Final

from evidence.matching.statements.spelling import one_spelling

_SETS: Final = (
    # Each line is one set, its members apart by `|`; words of one member mean the same.
    "mild slight slightly | moderate moderately | severe severely",
    "major | minor",
    "serious | trivial",
    "small smaller smallest | large larger largest big bigger",
    "partial partially partly | complete completely full fully total totally",
    "weak weakly | strong strongly potent potently",
    "acute acutely | chronic chronically",
    "early earlier | late later",
    "fast rapid rapidly faster quickly | slow slowly slower",
    "always | usually mostly | often frequently commonly | sometimes occasionally | rarely seldom",
    "common frequent | uncommon infrequent rare",
    "daily | weekly | monthly | yearly annually | hourly",
    "first | second | third | fourth | fifth",
    "primary | secondary | tertiary",
    "initial initially | final finally",
    "male males man men boy boys | female females woman women girl girls",
    "adult adults | child children pediatric | adolescent adolescents teenagers | infant infants"
    " | neonate neonates newborn newborns neonatal | elderly",
    "young younger | old older elderly",
    "fasting fasted | fed",
    "inferior | superior | equivalent",
    "gain | loss",
    "up | down",
    "above | below beneath",
    "over | under",
    "häufig häufiger | selten seltener",
    "all every | most majority | some several many | few minority",
    "positive positively | negative negatively",
    "sensitive sensitivity | resistant resistance",
    "benign | malignant",
    "agonist agonists | antagonist antagonists",
    "oral orally | intravenous intravenously | subcutaneous subcutaneously | intramuscular "
    "intramuscularly | topical topically | inhaled",
    "before | after | during",
    "systolic | diastolic",
    "left | right",
    "proximal | distal",
    "anterior | posterior",
    "benefit benefits beneficial | harm harms harmful",
    "survived alive | died dead",
    "inpatient inpatients | outpatient outpatients",
    "alpha | beta | gamma | delta | kappa",
    "homozygous | heterozygous",
    "dominant | recessive",
    "north northern | south southern | east eastern | west western",
    "activate activates activated activating activation | inhibit inhibits inhibited inhibiting "
    "inhibition",
    "upregulated upregulation upregulates | downregulated downregulation downregulates",
)

CONTRASTS: Final[dict[str, dict[int, int]]] = {}
"""The sets that a word belongs to, in its American spelling, and which member of each it is."""

for _at, _line in enumerate(_SETS):
    for _which, _member in enumerate(_line.split("|")):
        for _word in _member.split():
            CONTRASTS.setdefault(one_spelling(_word), {})[_at] = _which

GREEK: Final = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa"}

_DENYING: Final = ("un", "in", "im", "ir", "il", "non", "dis")
_TURNING: Final = (("hypo", "hyper"), ("pre", "post"), ("intra", "extra"), ("intra", "inter"),
                   ("tachy", "brady"), ("pro", "anti"), ("mono", "poly"), ("over", "under"),
                   ("up", "down"), ("micro", "macro"))  # fmt: skip
_DRUG: Final = re.compile(
    r"[a-z]{2,}(?:mab|[a-z]{2}ib|xaban|gatran|pril|sartan|olol|azole|prazole|vir|liptin|gliflozin"
    r"|triptan|dipine|setron|cept|taxel|thiazide|semide|tidine|trexate|fibrate|profen|fenac|lukast"
    r"|grel|grelor|glutide|cycline|azepam|azolam|etine|idine|azine|phine|terol|sone|solone|afil"
    r"|parin|statin|mycin|micin|cillin|floxacin|platin|rubicin|formin|zosin|fungin|barbital|caine"
    r"|dronate|gabalin|pentin|oxin|glitazone|rafenib|citabine|uracil|metformin|lamide|stat)"
)
_NO_DRUGS: Final = frozenset({"guanidine", "arginine", "thermostat", "hydrazine", "toxin"})
_OLD_DRUGS: Final = frozenset({
    "aspirin", "warfarin", "heparin", "insulin", "placebo", "morphine", "paracetamol",
    "acetaminophen", "lithium", "ibuprofen", "naproxen", "digoxin", "codeine", "ketamine",
    "propofol", "amiodarone", "clopidogrel", "phenytoin", "valproate", "levodopa", "methadone",
    "tamoxifen", "colchicine", "allopurinol", "quinine", "chloroquine", "caffeine", "nicotine",
    "ethanol", "tramadol", "oxycodone", "spironolactone", "isoniazid", "sirolimus", "tacrolimus",
    "ciclosporin", "cyclosporine", "cyclophosphamide", "melatonin", "estradiol", "testosterone",
})  # fmt: skip


def is_drug(folded: str) -> bool:
    """Whether a word is the name of a drug: one of the old ones, or by the stem that the WHO gives
    to international nonproprietary names (`-mab`, `-tinib`, `-sartan`).
    """
    return folded in _OLD_DRUGS or (
        len(folded) > 5 and folded not in _NO_DRUGS and _DRUG.fullmatch(folded) is not None
    )


def are_opposite(one: str, other: str) -> bool:
    """Whether two words differ in a prefix that turns them round: `stable` and `unstable`,
    `hypotension` and `hypertension`.
    """
    if any(prefix + one == other or prefix + other == one for prefix in _DENYING):
        return min(len(one), len(other)) > 3
    return any(
        (one.startswith(a) and other == b + one[len(a) :])
        or (one.startswith(b) and other == a + one[len(b) :])
        for a, b in _TURNING
    )
