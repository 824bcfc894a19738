"""Which words are names of drugs: by the stems of international names, by a list, by a code."""

import re
from functools import lru_cache
from typing import Final

from evidence.matching.statements.contrasts import is_drug

# Stems that the WHO gives to international nonproprietary names ("The use of stems in the selection
# of INN", 2018), beside those that `is_drug` knows already.
_STEMS: Final = re.compile(
    r"[a-z]{2,}(?:[ad]ilol|alol|amil|anserin|apine|azepine|bactam|barbital|bendazole|bicin"
    r"|bradine|buvir|caftor|capone|cetrapib|ciguat|citabine|citalopram|clax|clone|codone|conazole"
    r"|coxib|curium|curonium|dilol|domide|dronic|entan|estrant|faxine|fentanil|fentanyl|fenadine"
    r"|flurane|fovir|gepant|giline|glinide|glitazar|glutide|grastim|iaxone|imod|kacin|kinra|leucel"
    r"|limus|lisib|lutamide|mantine|mectin|metasone|morphone|mustine|natide|navir|nersen|nidazole"
    r"|nirole|onide|orexant|oxacin|oxetine|oxicam|oxidil|pamide|patide|paratide|penem|peridol"
    r"|peridone|pexole|pezil|phylline|pidem|pitant|poetin|pramine|pristone|prost|prostol|racetam"
    r"|ratadine|relin|relix|renone|reotide|senatide|siran|spirone|stigmine|suximide|tecan|tegravir"
    r"|teplase|terone|thalidone|thromycin|tiapine|tiazem|tirizine|tocin|traline|traxate|trexed"
    r"|trexone|triptyline|tropium|trozole|vancin|vaptan|vastatin|vudine|zepam|zodone|zolamide"
    r"|zolam|zolid|virine|quiline|steride|oprim|manid|sidone|siban|gestrel|plostim|fiban|irudin"
    r"|prazan|planin|methorphan|metacin|serod|apride|piride|verine|ergoline|sulfan|dralazine"
    r"|melteon|begron|fexor|gabine|caserin|salan|setron|relbant|cromil|nixin|oxef|parin|kalant|rinone|pirdine|tidine|grel|gatran|ciclib|sertib|metinib|rafenib|ertinib|brutinib|xaban"
    r"|quine|trombopag|sudil|[dm]ectin|panor|parvovec|exipag|otermin)"
)
_PREFIXED: Final = re.compile(r"(?:cef|peginter|pegfil)[a-z]{4,}")
_NO_DRUGS: Final = frozenset({
    # Words of the language that end like a drug.
    "concept", "accept", "except", "precept", "percept", "incept", "intercept", "carcassone",
    "compstat", "magazine", "newsmagazine", "aerostat", "cryostat", "hemostat", "rheostat",
    "photostat", "heliostat", "eurostat", "dauphine", "josephine", "delphine", "seraphine",
    "persone", "trephine", "triumvir", "cyclone", "anticyclone", "mesocyclone", "hydrocyclone",
    "aztecan", "hadronic", "hydronic", "argentan", "precipitant", "attrib", "contrib",
    "distrib", "prohib", "mongrel", "midrib", "amphib", "preparin", "gastroenterol", "corrib",
    "falsone", "enfamil",
    # What the body, a cell or a plant is made of.
    "cholesterol", "hydroxycholesterol", "ergosterol", "phytosterol", "sitosterol",
    "campesterol", "stigmasterol", "lanosterol", "sterol", "histidine", "bipyridine",
    "pyrrolizidine", "sanidine", "cytidine", "deoxycytidine", "thymidine", "uridine",
    "deoxyuridine", "spermidine", "guanidine", "pyrimidine", "pyridine", "piperidine",
    "pyrrolidine", "toluidine", "benzidine", "acridine", "cystatin", "myostatin",
    "somatostatin", "angiostatin", "endostatin", "follistatin", "oncostatin", "thioredoxin",
    "ferredoxin", "peroxiredoxin", "ecdysone", "corticosterone", "androsterone", "aldosterone",
    "cortisone", "ghrelin", "glucuronide", "cortisol", "bradykinin", "prostaglandin",
    # Poisons, dyes, solvents, plastics.
    "aflatoxin", "anatoxin", "antitoxin", "biotoxin", "dioxin", "endotoxin", "enterotoxin",
    "exotoxin", "lymphotoxin", "mycotoxin", "neurotoxin", "ochratoxin", "saxitoxin",
    "tetrodotoxin", "phosphine", "triphenylphosphine", "atrazine", "tartrazine", "acrylamide",
    "polyacrylamide", "diethylamide", "imidazole", "benzimidazole", "thiazole", "triazole",
    "pyrazole", "carbazole", "triazine", "pyrazine", "piperazine", "hydrazine", "phenothiazine",
    "adamantine", "pyrrolidone", "povidone", "polyvinylpyrrolidone", "carbamate", "retrovir",
    "acetonide", "antimonide",
    # Of these a text tells as often as they are measured, or as they are the body's own.
    "insulin", "testosterone", "estradiol", "melatonin", "ethanol", "nicotine", "lithium",
    "caffeine", "progesterone", "dihydrotestosterone", "dehydroepiandrosterone", "oxytocin",
    "methicillin", "meticillin", "thyroxine", "prostacyclin",
    # Classes of drugs.
    "anthracycline", "benzodiazepine", "carbapenem", "thiazide", "gliptin", "statin",
    "quinolone", "biguanide", "dihydropyridine", "fluoroquinolone", "cephalosporin",
    "cephamycin", "aminopenicillin", "placebo",
})  # fmt: skip
# Frequent drugs whose names have no stem.
_OTHERS: Final = frozenset({
    "acamprosate", "acarbose", "acetylcysteine", "adapalene", "adrenaline", "alprostadil",
    "amantadine", "ambroxol", "amiloride", "amisulpride", "amphotericin", "aprotinin", "argatroban",
    "artemether", "artemisinin", "artesunate", "asparaginase", "aspart", "atovaquone", "atropine",
    "avacopan", "azathioprine", "baclofen", "balsalazide", "bempedoic", "betahistine", "bexarotene",
    "bisacodyl", "bivalirudin", "botulinum", "brexanolone", "bumetanide", "bupropion",
    "busulfan", "cabergoline", "calcipotriol", "calcitriol", "cannabidiol",
    "carbidopa", "carbocisteine", "carglumic", "cenobamate", "chlorambucil",
    "chlorphenamine", "chlortalidone", "cholestyramine", "cilostazol", "cinacalcet", "citalopram",
    "cladribine", "clemastine", "clobazam", "clomifene", "clomiphene", "colestyramine", "colistin",
    "cyclizine", "cycloserine", "cysteamine", "cytarabine", "danaparoid", "danazol", "dantrolene",
    "darifenacin", "deferasirox", "deferoxamine", "degludec", "desmopressin", "detemir",
    "dexrazoxane", "diazoxide", "diethylstilbestrol", "dihydroergotamine", "diphenhydramine",
    "dipyridamole", "disulfiram", "dobutamine", "dofetilide", "dopexamine", "dornase", "doxylamine",
    "dronedarone", "edaravone", "efavirenz", "efsitora", "eltrombopag", "ephedrine", "epinephrine",
    "epoetin", "eptifibatide", "ergotamine", "eribulin", "esketamine", "eteplirsen", "ethambutol",
    "ethinylestradiol", "ethionamide", "etomidate", "etoposide", "exemestane", "ezetimibe",
    "felbamate", "fenfluramine", "fentanyl", "ferumoxytol", "fesoterodine", "flecainide",
    "flunarizine", "fluvoxamine", "fondaparinux", "fosphenytoin", "gabexate", "galantamine",
    "ganaxolone", "glargine", "glatiramer", "gliclazide", "glimepiride", "glipizide", "glulisine",
    "glyburide", "glycopyrronium", "griseofulvin", "guanfacine", "hydroxycarbamide", "hydroxyurea",
    "hydroxyzine", "icatibant", "icodec", "ifosfamide", "iptacopan", "isosorbide", "isotretinoin",
    "istradefylline", "lacosamide", "lactulose", "lamotrigine", "lanthanum", "lefamulin",
    "leflunomide", "leucovorin", "leuprolide", "levamisole", "levocarnitine", "levosimendan",
    "levothyroxine", "liothyronine", "lispro", "loperamide", "lumateperone", "lumefantrine",
    "lurasidone", "macrogol", "mannitol", "mavacamten", "meclizine", "melphalan", "mepacrine",
    "mercaptopurine", "mesalamine", "metamizole", "methyldopa", "methylphenidate", "methysergide",
    "metoclopramide", "metyrapone", "metyrosine", "milrinone", "miltefosine", "mirabegron",
    "mitotane", "mitoxantrone", "modafinil", "mycophenolate", "nalmefene", "naloxegol", "naloxone",
    "niacin", "nicorandil", "nifurtimox", "nitazoxanide", "nitisinone", "nitrofurantoin",
    "nitroglycerin", "nitroprusside", "noradrenaline", "norepinephrine", "obeticholic",
    "odevixibat", "onasemnogene", "ospemifene", "oxybutynin", "patiromer", "pegloticase",
    "penicillamine", "pentoxifylline", "perampanel", "phenelzine", "phentermine", "phenylephrine",
    "pirfenidone", "pitolisant", "pizotifen", "plerixafor", "praziquantel",
    "pretomanid", "primidone", "probenecid", "probucol", "proguanil", "protamine", "prucalopride",
    "psilocybin", "pyrazinamide", "pyrimethamine", "raloxifene", "rasburicase", "relugolix",
    "resmetirom", "ribavirin", "rifampicin", "rifampin", "rifapentine", "rifaximin", "riluzole",
    "risdiplam", "roflumilast", "romidepsin", "rufinamide", "sacubitril", "safinamide",
    "salbutamol", "sapropterin", "scopolamine", "setmelanotide", "sevelamer", "solifenacin",
    "solriamfetol", "somapacitan", "somatrogon", "stiripentol", "streptokinase", "succinylcholine",
    "sucralfate", "sucroferric", "sugammadex", "sulthiame", "suramin", "suxamethonium", "tafamidis",
    "tamsulosin", "tazarotene", "tegafur", "temozolomide", "terbutaline", "teriflunomide",
    "thioguanine", "thiopental", "tiagabine", "tibolone", "tirofiban", "tolterodine", "topiramate",
    "toremifene", "tozinameran", "trabectedin", "tranexamic", "treosulfan", "treprostinil",
    "tretinoin", "triamcinolone", "triamterene", "trientine", "trihexyphenidyl", "ulipristal",
    "urokinase", "ursodeoxycholic", "ursodiol", "varenicline", "vernakalant", "vigabatrin",
    "vinblastine", "vincristine", "vinflunine", "vinorelbine", "vorapaxar", "voxelotor",
    "ziconotide", "zileuton", "zonisamide", "zuranolone",
})  # fmt: skip
_CODE: Final = re.compile(
    r"(?:RXDX|LOXO|BLU|NMS-?[EP]|BMS|MK|ABT|ABBV|PF|AZD|BAY|GSK|LY|JNJ|AMG|GDC|RG|RO|SAR|TAK|ONO"
    r"|BIBF|BIBW|BI|SB|XL|INCB|MLN|ARRY|VX|DS|EPZ|BGB|TPX|PLX|REGN|MEDI|KTE|ALXN|ACT|SCH|STI"
    r"|CHIR|BNT|ALN|ISIS|IONIS|MRTX|AMN|PKC|RAD|OSI|ZD|TAS|HMR|KW|LCZ|LCQ|AEB|CTL|QAW)"
    r"-?\d{3,8}[a-z]?\d?|A-\d{5,7}|(?:BAY|BI|GSK|LY|PF|MK|AZD) \d{2,8}(?:-\d{4})?"
)
_SHAPED_CODE: Final = re.compile(r"[A-Z]{2,4}-\d{3,6}[a-z]?")
# Cells (Cellosaurus), strains, trials and forms that are written as a company writes its codes.
_CELL_LINE: Final = re.compile(
    r"(?:HCT|HEK|HCC|NCI|MDA|MB|BT|SK|SNU|RPMI|CAL|CFPAC|OVCAR|UM|WM|IMR|MRC|ATCC|DSM|NCTC|CCL|HTB"
    r"|CRL|PANC|MIA|HPAF|SUM|SUP|KG|KMS|MM|OCI|LAN|LN|SF|ISO|NCT|GSE|NRG|ACTG|HPTN|SWOG|ECOG"
    r"|EORTC|RTOG|NSABP|CALGB|COVID|HLA|CHO|VO|AGS|KYSE|TE|COLO|IGROV|LS|CT|DBA)-"
)


@lru_cache(maxsize=32_768)
def is_drug_name(folded: str) -> bool:
    """Whether a word in small letters is the name of one drug. A class of drugs is none, and
    neither is what the body makes itself: of that a text may tell for other reasons.
    """
    if folded in _NO_DRUGS or len(folded) < 6:
        return False
    return (
        folded in _OTHERS
        or is_drug(folded)
        or _STEMS.fullmatch(folded) is not None
        or _PREFIXED.fullmatch(folded) is not None
    )


def is_drug_code(written: str) -> bool:
    """Whether it is the code by which a company calls a compound: `RXDX-101`, `BAY 59-7939`.

    A company that is not known takes a hyphen and three digits; lines of cells look alike.
    """
    if _SHAPED_CODE.fullmatch(written):
        return _CELL_LINE.match(written) is None
    return _CODE.fullmatch(written) is not None and sum(map(str.isdigit, written)) > 2
