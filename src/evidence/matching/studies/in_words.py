"""In what works were made, in words for a reader."""

from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.species import species_in
from evidence.matching.studies.study import Study
from evidence.model.claim import System

PRECLINICAL: Final = (
    System.IN_SILICO,
    System.BIOCHEMICAL,
    System.CELL,
    System.EX_VIVO,
    System.ANIMAL,
)
"""The systems that are nobody: from the computer to the animal."""

IN_WORDS: Final = {
    System.IN_SILICO: "computer models",
    System.BIOCHEMICAL: "biochemical assays",
    System.CELL: "cells",
    System.EX_VIVO: "tissue outside the body",
    System.ANIMAL: "animals",
    System.HEALTHY_VOLUNTEER: "healthy volunteers",
    System.PATIENT: "patients",
}
"""What a work was made or studied in."""

_PLURALS: Final = {"mouse": "mice", "sheep": "sheep", "zebrafish": "zebrafish"}


def systems_in_words(studies: Sequence[Study], text: str = "") -> str:
    """What all the works were made in, `animals (mice)`, where every one of them is preclinical;
    empty where one is not, or is not known to be. `text` is a claim that may name the species, too.
    """
    systems = {system for study in studies for system in study.systems}
    if not studies or not all(study.systems for study in studies):
        return ""
    if not systems <= set(PRECLINICAL):
        return ""
    species = dict.fromkeys(each for study in studies for each in study.species)
    return ", ".join(
        IN_WORDS[system] + (_named(tuple(species), text) if system is System.ANIMAL else "")
        for system in System
        if system in systems
    )


def _named(species: Sequence[str], text: str) -> str:
    names = species or species_in(text)
    return f" ({', '.join(_PLURALS.get(each, f'{each}s') for each in names)})" if names else ""


def told_in_words(study: Study) -> str:
    """Who says so: `the line says so`, ``its title says `mice` ``."""
    if study.told_by == "line":
        return "as the line says"
    return f"its {study.told_by} says {', '.join(f'`{word}`' for word in study.words)}"


def made_in_words(study: Study) -> str:
    """What one work was made in: `cells and animals`."""
    return " and ".join(IN_WORDS[system] for system in study.systems)
