"""A project whose claims quote sources of many pages: plain text and JATS, and a PDF in ten.

No two sentences are alike, and no two works share their names: what is kept of one text is of no
use to the next. Drawn from a fixed seed, so that each run measures the same.
"""

import random
import sys
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from pdf_writer import Line, Rule, Run, write_pdf

PAGES: Final = 15
_KINDS: Final = ("pdf", "xml", "txt", "xml", "txt", "xml", "txt", "xml", "txt", "txt")
_SENTENCES: Final = 42  # on a page
_TOGETHER: Final = 7  # in a paragraph
_SYLLABLES: Final = ("ba", "do", "fe", "gli", "ka", "lor", "mi", "nu", "pra", "quo", "ris", "sel")
_ENDINGS: Final = ("mab", "tinib", "gliflozin", "pril", "sartan", "statin", "parib", "ciclib")
_WORDS: Final = {
    "who": "women|men|children|adults|older adults|smokers|outpatients|nurses|infants|survivors",
    "ill": "gout|asthma|psoriasis|migraine|type 2 diabetes|heart failure|chronic kidney disease|"
    "ulcerative colitis|rheumatoid arthritis|breast cancer|atrial fibrillation|osteoporosis",
    "what": "pain|systolic blood pressure|serum ferritin|relapse|overall survival|sleep quality|"
    "body weight|stroke|hospital admission|bleeding|fasting glucose|urinary albumin|fatigue|"
    "bone density|lung function|quality of life|infection|remission|plasma clearance|nausea",
    "did": "lowered|raised|did not change|reduced|improved|worsened|hardly altered|delayed|halved",
    "may": "may|might|could|is likely to|did not appear to|can|is expected to|seems to",
    "site": "the clinic|primary care|the intensive care unit|rural wards|a day hospital|the ward",
    "time": "weeks|months|days|years",
    "unit": "mg|mmol/L|mm Hg|kg|points|g/L|units|nM",
    "how": "markedly|slightly|consistently|early|late|rarely|often|clearly|modestly|briefly",
    "term_end": "osis|emia|itis|gen|pathy|oma|ase|ine",
    "model": "mice|rats|cultured cells|tissue slices|volunteers|cohorts|registries|xenografts",
}
_CHOICES: Final = {name: words.split("|") for name, words in _WORDS.items()}
_NUMBERS: Final = {
    "n": (10, 99), "a": (1, 4), "b": (5, 19), "c": (90, 99), "d": (0, 9), "e": (0, 9), "f": (2, 9),
    "year": (1994, 2008), "year2": (2009, 2024),
}  # fmt: skip
_FORMS: Final = (
    "{drug} {did} {what} in {who} with {ill} by {n}.{d}% ({c}% CI {a}.{d} to {b}.{e}; p=0.0{f}).",
    "After {f} {time}, {n} of {b}{n} {who} given {drug} {f}0 {unit} reported {what} at {site}.",
    "{drug} {may} prevent {what} and {what2} in {who}, although follow-up was {how} cut short.",
    "In {model}, a dose of {n} {unit} of {drug} {did} {what} {how}, whereas {rival} {did2} it.",
    "Compared with {rival}, {drug} {did} {what} ({n}.{d} vs {b}.{e} {unit}) among {who} of {site}.",
    "We enrolled {b}{n} {who} with {ill} at {site} between {year} and {year2}; {f} withdrew.",
    "The mean {what} was {n}.{d} (SD {f}.{e}) {unit} at baseline and {b}.{d} {unit} at {f} {time}.",
    "No difference in {what} was seen between {drug} and {rival} once {what2} was adjusted for.",
    "Whether {drug} {may} influence {what} in {who} with {ill} remains {how} understood [{f}].",
    "Levels of {term} and {term2} rose {how} in {who} with {what}, as {author} found in {year}.",
    "{rival} was associated with {what} (hazard ratio 0.{n}) and, {how}, with {what2} [{f},{n}].",
)


def write_project(folder: Path, sources: int, claims: int) -> None:
    """So many sources and claims; each claim quotes what is there, and names its page."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    entries, listed = [], ["schema: evidence/claims/1\nclaims:\n"]
    for at in range(sources):
        entries.append(
            f"@article{{s{at},\n  author = {{Berg, Anna}},\n  title = {{Trial {at} of"
            f" {_names(at)[0]}}},\n  journal = {{Ann Trials}},\n  year = {{2016}}\n}}\n"
        )
        kind = _KINDS[at % len(_KINDS)]
        data = {"pdf": _pdf, "xml": _jats, "txt": _text}[kind](at)
        (folder / "sources" / f"s{at}.{kind}").write_bytes(data)
    for number in range(claims):
        at, page = number % sources, number % PAGES
        said = _sentences(at, page)[number // sources % _SENTENCES]
        where = "" if _KINDS[at % len(_KINDS)] == "xml" else f"        page: {page + 1}\n"
        told = f"It was reported that {said[0].lower()}{said[1:]}"
        listed.append(
            f"  - id: c{number}\n    text: '{told}'\n    type: efficacy\n    system: patient\n"
            f"    evidence:\n      - reference: s{at}\n{where}        quote: '{said}'\n"
        )
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    (folder / "claims.yaml").write_text("".join(listed), encoding="utf-8")


@cache
def _names(source: int) -> tuple[str, str]:
    """The drug that a work is about, and the one that it was compared with."""
    drawn = random.Random(f"names {source}")
    stems = ["".join(drawn.choices(_SYLLABLES, k=3)) for _ in range(2)]
    return stems[0] + drawn.choice(_ENDINGS), stems[1] + drawn.choice(_ENDINGS)


def _sentences(source: int, page: int) -> list[str]:
    drawn = random.Random(f"{source} {page}")
    return [_sentence(drawn, *_names(source)) for _ in range(_SENTENCES)]


def _sentence(drawn: random.Random, drug: str, rival: str) -> str:
    values = {name: drawn.choice(words) for name, words in _CHOICES.items()}
    values |= {name: str(drawn.randint(*ends)) for name, ends in _NUMBERS.items()}
    second = {f"{name}2": drawn.choice(_CHOICES[name]) for name in ("what", "did")}
    made = {
        name: "".join(drawn.choices(_SYLLABLES, k=drawn.randint(2, 4))) + values["term_end"]
        for name in ("term", "term2", "author")
    }
    made["author"] = made["author"].capitalize()
    said = drawn.choice(_FORMS).format(drug=drug, rival=rival, **values, **second, **made)
    return said[0].upper() + said[1:]


def _paragraphs(source: int, page: int) -> list[str]:
    said = _sentences(source, page)
    return [" ".join(said[at : at + _TOGETHER]) for at in range(0, len(said), _TOGETHER)]


def _text(source: int) -> bytes:
    pages = ("\n\n".join(_paragraphs(source, page)) for page in range(PAGES))
    return "\f".join(pages).encode()


def _jats(source: int) -> bytes:
    sections = (
        f"<sec><title>Part {page}</title>"
        + "".join(f"<p>{escape(each)}</p>" for each in _paragraphs(source, page))
        + "</sec>"
        for page in range(PAGES)
    )
    title = f"<article-title>Trial {source}</article-title>"
    front = f"<front><article-meta><title-group>{title}</title-group></article-meta></front>"
    return f"<article>{front}<body>{''.join(sections)}</body></article>".encode()


def _pdf(source: int) -> bytes:
    return write_pdf([_page(source, page) for page in range(PAGES)])


def _page(source: int, page: int) -> list[Line | Rule]:
    """A page in two columns; every fifth has a table between rules below them."""
    lines = _wrapped(" ".join(_sentences(source, page)), 58)
    drawn: list[Line | Rule] = [Line([Run(f"Ann Trials 2016;3(1)   {page + 101}")], 40, 820, 8)]
    for number, line in enumerate(lines):
        column, row = divmod(number, (len(lines) + 1) // 2)
        drawn.append(Line([Run(line)], 40 + 265 * column, 800 - 9.5 * row, 8))
    if page % 5 == 2:
        drawn.append(Line([Run(f"Table {page}. Patients by ward")], 40, 100, 8))
        drawn += [Rule(40, 300, height) for height in (92, 80, 44)]
        for row, cells in enumerate((("Ward", "Patients", "Age"), *[("First", "12", "44")] * 3)):
            drawn += [Line([Run(cell)], 44 + 90 * at, 83 - 11 * row, 8)
                      for at, cell in enumerate(cells)]  # fmt: skip
    return drawn


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
