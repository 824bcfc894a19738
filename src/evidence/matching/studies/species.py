"""The species, and among people the ages and sexes, that a text names."""

import re
from typing import Final

SPECIES: Final = {
    "mouse": r"mice|mouse|murine",
    "rat": r"rats?",
    "hamster": r"hamsters?",
    "guinea pig": r"guinea[ -]pigs?",
    "rabbit": r"rabbits?",
    "dog": r"dogs?|beagles?|canines?",
    "cat": r"cats|feline",
    "pig": r"minipigs?|micropigs?|pigs?|piglets?|swine|porcine",
    "sheep": r"sheep|ovine|ewes?|lambs?",
    "monkey": r"monkeys?|macaques?|marmosets?|baboons?|non-?human primates?",
    "ferret": r"ferrets?",
    "gerbil": r"gerbils?",
    "chick": r"chicks?|chickens?|hens?",
    "cow": r"calves|calf|cattle|cows?|heifers?|bovine",
    "horse": r"horses?|foals?|equine",
    "goat": r"goats?|caprine",
    "frog": r"xenopus|frogs?",
    "fly": r"drosophila|fruit flies",
    "worm": r"c\. elegans|caenorhabditis",
    "zebrafish": r"zebrafish",
    "chinchilla": r"chinchillas?",
    "woodchuck": r"woodchucks?|marmots?",
    "tree shrew": r"tree shrews?",
    "opossum": r"opossums?",
    "quail": r"quails?",
    "killifish": r"killifish|medaka",
    "axolotl": r"axolotls?",
    "vole": r"voles?",
}
_PEOPLE: Final = (
    r"patients?|outpatients?|inpatients?|volunteers?|humans|women|men|children|adults|adolescents|"
    r"infants|neonates|newborns|people|healthy (?:subjects|participants)"
)
_POPULATIONS: Final = {
    "child": r"child|children|p(?:a)?ediatric|boys|girls",
    "child/infant": r"infants?|toddlers?",
    "child/infant/neonate": r"neonat(?:es?|al)|newborns?",
    "child/adolescent": r"adolescents?|teenagers?",
    "adult": r"adults?",
    "adult/elderly": r"elderly|older (?:adults|people|patients|men|women)|geriatric",
    "man": r"men|boys|male (?:patients|participants|adults|subjects)",
    "woman": r"women|girls|female (?:patients|participants|adults|subjects)",
}


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    # The names of groups may hold neither blanks nor slashes: they are counted instead.
    parts = (f"(?P<g{at}>{each})" for at, each in enumerate(words.values()))
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


_ANY_SPECIES: Final = _pattern(SPECIES)
_ANY_POPULATION: Final = _pattern(_POPULATIONS)
_ANY_PEOPLE: Final = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
# What names where a reagent, a gene or a disease comes from, and not what was studied.
ORIGIN: Final = re.compile(
    r"\b(?:anti-?)?(?:mouse|rat|rabbit|goat|sheep|hamster|murine|porcine|ovine|canine|bovine|horse|"
    r"equine|chicken|hen|calf)"
    r"(?:[ -](?:anti|monoclonal|polyclonal|antibod|IgG|serum|sera|thymus|egg|heparin|insulin|bite|"
    r"insulinoma)\w*|-derived)|"
    r"\banti-(?:mouse|rat|rabbit)\b|\bcat (?:scratch|allerg|dander)\w*|\bdogs? bites?\b|"
    r"\bpatient-derived\b|\b(?:swine|guinea-pig) (?:flu|influenza)\b|\bmouse double minute\b",
    re.IGNORECASE,
)
_HUMAN_TISSUE: Final = re.compile(
    r"\bhuman (?:[\w-]+ ){0,2}?(?:tissues?|cells?|slices?|islets?|livers?|kidneys?|brains?|skin|"
    r"plasma|serum|blood|microsomes|transporters?|receptors?|enzymes?|channels?|kinases?|neurons|arter\w+|"
    r"\w+cytes|\w+blasts)\b",
    re.IGNORECASE,
)
# Whose cells or tissue it was: `hepatocytes from two donors` are no people.
_TAKEN_FROM: Final = re.compile(
    r"\b(\w+cytes|\w+blasts|cells?|lines?|cultures?|organoids?|tissues?|explants?|slices?|rings|"
    r"strips|biops(?:y|ies)|samples?|specimens?|islets|arteries|veins|muscles?|plasma|serum|"
    r"microsomes|placentas?|monolayers)\s(?:(?:\w+\s){0,2}?(?:from|of|by))\s(?:[\w-]+\s){0,3}?"
    r"(?:patients?|volunteers?|humans|women|men|children|adults|people|donors|infants|neonates|"
    r"newborns)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 5_000_000


def species_in(text: str) -> tuple[str, ...]:
    """The animals that the text names, each once, in the order of their first mention: `mouse`,
    `rat`, `dog` … What an antibody or a serum was made in does not count.
    """
    return tuple(animals_in(text))


def animals_in(text: str) -> dict[str, str]:
    """The animals that the text names, each with the first word for it, as written."""
    found: dict[str, str] = {}
    for each in _ANY_SPECIES.finditer(ORIGIN.sub(" ", text[:_LONGEST])):
        found.setdefault(_named(each, SPECIES), each[0])
    return found


def people_in(text: str) -> str:
    """The first word of the text for people, as written; empty where it has none."""
    found = _ANY_PEOPLE.search(ORIGIN.sub(" ", text[:_LONGEST]))
    return found[0] if found else ""


def human_tissue_in(text: str) -> str:
    """The first words of the text for tissue, cells or proteins of people; empty without them."""
    found = _HUMAN_TISSUE.search(text[:_LONGEST]) if "uman " in text else None
    return found[0] if found else ""


def without_donors(text: str) -> str:
    """The text without the people whose cells or tissue were studied: they were not."""
    return _TAKEN_FROM.sub(r"\1", text[:_LONGEST])


def populations_in(text: str) -> dict[str, str]:
    """The ages and sexes of people that the text names, each with the first word for it.

    An age is a path from the general to the particular: `child/infant/neonate`.
    """
    found: dict[str, str] = {}
    for each in _ANY_POPULATION.finditer(text[:_LONGEST]):
        found.setdefault(_named(each, _POPULATIONS), each[0])
    return found


def differing_population(ours: str, theirs: str) -> tuple[str, str] | None:
    """The words for ages or for sexes of which the one text names only others than the other."""
    a, b = populations_in(ours), populations_in(theirs)
    for kinds in (("child", "adult"), ("man", "woman")):
        mine = {path: word for path, word in a.items() if path.partition("/")[0] in kinds}
        other = {path: word for path, word in b.items() if path.partition("/")[0] in kinds}
        if mine and other and not any(_are_compatible(x, y) for x in mine for y in other):
            return next(iter(mine.values())), next(iter(other.values()))
    return None


def _are_compatible(one: str, other: str) -> bool:
    """Whether one is the other, or a part of it."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _named(found: re.Match[str], words: dict[str, str]) -> str:
    return tuple(words)[int(str(found.lastgroup)[1:])]
