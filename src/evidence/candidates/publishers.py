"""Forms of DOIs that publishers gave up, or that readers mistake."""

import re
from collections.abc import Iterator
from typing import Final

_HEART: Final = re.compile(r"10\.1161/(circ|res|str|hyp|atvb)\.(.+)$")
_HEART_LETTERS: Final = {"circ": "cir", "atvb": "atv"}
_WILEY: Final = re.compile(
    r"(10\.(?:(?:1111|1046|1034|1365)/|[0-9]+/j\.[0-9]{4}-[0-9]{3}[0-9x]\.).*[.-](?:tb)?[0-9]{3,})"
    r"(\.?x?)$"
)
_OXFORD: Final = re.compile(
    r"(10\.1093/[a-z]+/[0-9]{13})\.001\.0001/[a-z]+-[0-9]{13}-(e|chapter)-([0-9]+)$"
)
_GROVE: Final = re.compile(
    r"(10\.1093/[a-z]+/[0-9]{13})\.001\.0001/[a-z]+-[0-9]{13}-e-(?:([14])00|(7)000)([0-9]+)$"
)
_GROVE_LETTERS: Final = {"1": "a", "4": "l", "7": "t"}
_ARXIV: Final = re.compile(r"10\.48550/(?:arxiv:?)?([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})$")
_PII: Final = re.compile(
    r"10\.1016/(s?)([0-9]{4})-?([0-9]{3}[0-9x])[(\[]?([0-9]{2})[)\]]?([0-9]{5})-?([0-9x])$"
)
_SPRINGER: Final = re.compile(r"(10\.[0-9]+)/(s[0-9]{5})-?([0-9]{3})-?([0-9]{4,5})-?([0-9a-z])$")
_ISSN: Final = re.compile(r"(?<![0-9])[0-9]{7}[0-9x](?![0-9a-z])")
_ELSEVIER: Final = re.compile(r"10\.1016/(?!j\.)j?([a-z]{2,})\.?((?:19|20)[0-9]{2}\..+)$")
_SICI: Final = re.compile(r"(.*\)[0-9]+:[0-9])([0-9]*?)[<>\[]?([0-9]+):{1,2}(aid-[a-z]+[0-9]+?)"
                          r"[<>\]]?([0-9]\.[0-9]?)\.?(co;2-.)$")  # fmt: skip


def publisher_forms(text: str) -> Iterator[tuple[str, str]]:
    """The forms that the publishers registered."""
    for form in (_heart, _wiley, _oxford, _arxiv, _psychology, _elsevier, _springer, _issn, _sici):
        yield from form(text)


def _heart(text: str) -> Iterator[tuple[str, str]]:
    """The American Heart Association's old short form: 38 % of 40,534 DOIs that no other rule
    repairs.
    """
    found = _HEART.match(text)
    if found:
        letters = _HEART_LETTERS.get(found[1], found[1])
        yield f"10.1161/01.{letters}.{found[2]}", "in the form that the Heart Association registers"


def _wiley(text: str) -> Iterator[tuple[str, str]]:
    """The final `.x` of Wiley's and Blackwell's older DOIs."""
    found = _WILEY.match(text)
    if found and found[2] != ".x":
        yield f"{found[1]}.x", "with the final `.x` that is missing"


def _oxford(text: str) -> Iterator[tuple[str, str]]:
    """Articles of Oxford's reference works by the end of their address, chapters of its books."""
    grove = _GROVE.match(text)
    if grove:
        letter = _GROVE_LETTERS[grove[2] or grove[3]]
        yield f"{grove[1]}.article.{letter}{grove[4]}", "in the form that Oxford's Grove has"
    found = _OXFORD.match(text)
    if found and found[2] == "chapter":
        edit = "in the form that Oxford registers for chapters"
        yield f"{found[1]}.003.{found[3]:0>4}", edit
    elif found:
        edit = "in the form that Oxford registers for articles"
        yield f"{found[1]}.013.{found[3]}", edit
        yield f"{found[1]}.article.{found[3]}", edit
    edit = "in the form that Oxford's biographies have"
    number = re.fullmatch(r"10\.1093/odnb/([0-9]+)", text)
    if number:
        yield f"10.1093/ref:odnb/{number[1]}", edit
    article = re.fullmatch(r"10\.1093/(9780198614128\.013\.[0-9]+)", text)
    if article:
        yield f"10.1093/odnb/{article[1]}", edit


def _arxiv(text: str) -> Iterator[tuple[str, str]]:
    """arXiv's identifier without its name."""
    found = _ARXIV.match(text)
    if found:
        yield f"10.48550/arxiv.{found[1]}", "in the form that arXiv registers"


def _psychology(text: str) -> Iterator[tuple[str, str]]:
    """The two slashes of psychologists' older DOIs, which look like a slip and are none."""
    found = re.match(r"(10\.(?:1037|1026|1027))/([0-9].+)$", text)
    if found:
        yield f"{found[1]}//{found[2]}", "with the second `/` of its publisher's older DOIs"


def _elsevier(text: str) -> Iterator[tuple[str, str]]:
    """Elsevier's item identifiers without their brackets and hyphens, its journals without `j.`."""
    found = _PII.match(text)
    if found:
        letter, first, second, year, number, check = found.groups()
        meant = f"10.1016/{letter}{first}-{second}({year}){number}-{check}"
        if meant != text:
            yield meant, "with the hyphens and brackets of Elsevier's item identifiers"
    journal = _ELSEVIER.match(text)
    if journal:
        yield f"10.1016/j.{journal[1]}.{journal[2]}", "with the `j.` of Elsevier's journals"


def _springer(text: str) -> Iterator[tuple[str, str]]:
    """Springer's article identifiers without one of their hyphens."""
    found = _SPRINGER.match(text)
    if found:
        prefix, journal, year, number, check = found.groups()
        meant = f"{prefix}/{journal}-{year}-{number}-{check}"
        if meant != text:
            yield meant, "with the hyphens of Springer's identifiers"


def _issn(text: str) -> Iterator[tuple[str, str]]:
    """An ISSN without its hyphen: it is known by its last digit, a check on the others."""
    for found in _ISSN.finditer(text):
        values = [10 if sign == "x" else int(sign) for sign in found[0]]
        if sum(value * weight for value, weight in zip(values, range(8, 0, -1), strict=True)) % 11:
            continue
        issn = f"{found[0][:4]}-{found[0][4:]}"
        meant = f"{text[: found.start()]}{issn}{text[found.end() :]}"
        yield meant, f"with the hyphen of the ISSN `{issn}`"


def _sici(text: str) -> Iterator[tuple[str, str]]:
    """Wiley's SICI DOIs whose `<` and `>` were lost: it stands before the first page."""
    found = _SICI.match(text)
    if found and not re.search(r"<[0-9]+::[^<>]+>", text):
        issue, more, page, item, check, end = found.groups()
        check = check if check.endswith(".0") or check[-1].isdigit() else f"{check}0"
        digits = more + page
        for at in range(min(2, len(digits))):
            meant = f"{issue}{digits[:at]}<{digits[at:]}::{item}>{check}.{end}"
            yield meant, "with the `<` and `>` of SICI identifiers"
