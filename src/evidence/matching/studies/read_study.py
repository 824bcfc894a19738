"""In what a cited work was made, by the claims file, its title, its abstract and its text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from evidence.matching.studies.populations import animals_of, populations_of
from evidence.matching.studies.publication_kind import publication_kind
from evidence.matching.studies.study import PublicationKind, Study
from evidence.matching.studies.study_words import (
    systems_of_abstract,
    systems_of_methods,
    systems_of_title,
    tells_randomisation,
)
from evidence.model.claim import EvidenceLine, System
from evidence.model.reference import Reference
from evidence.model.source_text import Depth, SourceText
from evidence.model.work import Work

_CLINICAL: Final = re.compile(
    r"phase-?[2-4].*|rct|randomi[sz]ed.*|(?:.*-)?cohort(?:-study)?|case-(?:report|series|control)|"
    r"basket-trial|pooled-analysis|cross-sectional|registry|observational|(?:clinical-)?trial|"
    r"single-arm.*"
)
_KINDS: Final = {
    "review": PublicationKind.REVIEW,
    "narrative-review": PublicationKind.REVIEW,
    "systematic-review": PublicationKind.SYSTEMATIC_REVIEW,
    "meta-analysis": PublicationKind.SYSTEMATIC_REVIEW,
    "guideline": PublicationKind.GUIDELINE,
    "protocol": PublicationKind.PROTOCOL,
    "editorial": PublicationKind.EDITORIAL,
    "comment": PublicationKind.EDITORIAL,
    "letter": PublicationKind.EDITORIAL,
}
_WITHOUT_STUDY: Final = (
    PublicationKind.REVIEW,
    PublicationKind.EDITORIAL,
    PublicationKind.GUIDELINE,
)
_BEGINNING: Final = 2_500  # characters of a full text that stand for its abstract
_LONGEST: Final = 1_000_000


class ReadStudy:
    """What a work's own words say of the study, told once for all the lines that name it."""

    def __init__(self, study: Study) -> None:
        self._study = study

    def of_line(self, line: EvidenceLine) -> Study:
        """The study as this line uses it: its own `system` and `design` are trusted first."""
        study = self._study
        design = line.design.strip().casefold().replace(" ", "-").replace("_", "-")
        if design in _KINDS:
            study = replace(study, kind=_KINDS[design], kind_words=line.design)
        elif _CLINICAL.fullmatch(design):
            study = replace(study, kind=PublicationKind.REPORT, kind_words=line.design)
        if design.startswith(("rct", "randomi", "phase-3")):
            study = replace(study, is_randomised=True)
        systems = (line.system,) if line.system else _of_design(design)
        if not systems:
            return study
        word = str(line.system) if line.system else line.design
        return replace(study, systems=systems, words=(word,) * len(systems), told_by="line")


def read_study(reference: Reference, work: Work | None, texts: Sequence[SourceText]) -> ReadStudy:
    """What the entry's title, the work's record and its texts say of the study.

    A review or an editorial has no system of its own, nor has a guideline: they tell what others
    found. What the title or the abstract leave open the words of the text may tell; what they tell
    the methods of a full text may add to (`cells were cultured`, `mice received`).
    """
    title = ". ".join((work.titles[0], *work.subtitles)) if work and work.titles else ""
    title = title or reference.title
    venue = (work.venue if work else "") or reference.venue
    full = "\n\n".join(_texts(texts, Depth.FULL_TEXT))[:_LONGEST]
    abstract = "\n\n".join(_texts(texts, Depth.ABSTRACT)) or full[:_BEGINNING]
    types = [each for text in texts for each in text.publication_types]
    kind, kind_words = publication_kind(title, venue, abstract, types)
    told = {"title": systems_of_title(title), "abstract": systems_of_abstract(abstract)}
    told["full text"] = systems_of_methods(full) if any(told.values()) else _of_text(full)
    if kind in _WITHOUT_STUDY:
        told = {}
    systems, words = _together(tuple(told.values()))
    populations = populations_of(f"{title}. \n\n{abstract}\n\n{full}")
    return ReadStudy(
        Study(
            systems=systems,
            words=words,
            told_by=next((where for where, found in told.items() if found), ""),
            kind=kind,
            kind_words=kind_words,
            species=animals_of(populations),
            populations=populations,
            is_randomised=tells_randomisation(f"{title}\n{abstract}\n{full}"),
        )
    )


def _texts(texts: Sequence[SourceText], depth: Depth) -> list[str]:
    """The first text of this depth: the others are the same work in another format."""
    return [each.document.text for each in texts if each.depth is depth][:1]


def _of_text(text: str) -> dict[System, str]:
    return systems_of_methods(text) or systems_of_abstract(text)


def _together(told: Sequence[Mapping[System, str]]) -> tuple[tuple[System, ...], tuple[str, ...]]:
    """All the systems in their order, each with the word of the first that tells of it."""
    found: dict[System, str] = {}
    for each in told:
        found = {**each, **found}
    systems = tuple(system for system in System if system in found)
    return systems, tuple(found[system] for system in systems)


def _of_design(design: str) -> tuple[System, ...]:
    """The systems that a kind of study is made in; none where it may be any."""
    if design.startswith(("phase-1", "phase1", "phase-i")) or _CLINICAL.fullmatch(design):
        return (System.PATIENT,)
    match design:
        case "in-silico":
            return (System.IN_SILICO,)
        case "in-vitro":
            return (System.BIOCHEMICAL, System.CELL)
        case "ex-vivo":
            return (System.EX_VIVO,)
        case "animal" | "animal-study" | "in-vivo":
            return (System.ANIMAL,)
        case _:
            return ()
