"""A project of any size, made from real records: its .bib file, its claims, and the records.

Beyond the number of real records the titles are cut in half and put together anew, under DOIs of
their own, so that no two entries are the same work. Three strings in four hold LaTeX: accents,
formulas, commands, escapes. Of 50 entries one has a wrong volume, so that there is something to
report.
"""

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

Record = dict[str, Any]

_KINDS: Final = {"journal-article": "article", "proceedings-article": "inproceedings",
                 "book-chapter": "incollection"}  # fmt: skip
_ACCENTS: Final = {"\u0301": "'", "\u0300": "`", "\u0302": "^", "\u0308": '"', "\u0303": "~",
                   "\u0304": "=", "\u0307": ".", "\u0327": "c", "\u030c": "v", "\u0328": "k",
                   "\u030a": "r", "\u0306": "u", "\u030b": "H"}  # fmt: skip
_SIGNS: Final = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "–": "--", "—": "---",
                 "’": "'", "“": "``", "”": "''", "α": r"$\alpha$", "β": r"$\beta$", "ß": r"{\ss}",
                 "γ": r"$\gamma$", "µ": r"$\mu$", "ø": r"{\o}", "Ø": r"{\O}", "ł": r"{\l}",
                 "±": r"$\pm$", "≥": r"$\geq$", "≤": r"$\leq$", "×": r"$\times$"}  # fmt: skip
_MARKUP: Final = re.compile(r"<[^>]+>")
_FIRST_WORD: Final = re.compile(r"^([^\s,]+)")
_LATEX: Final = re.compile(r"[\\${~]")
_SPOILT: Final = 50  # one entry in so many has a wrong volume


def records(path: Path, count: int) -> Iterator[Record]:
    """`count` records: those of the file that can be cited, then works made of their parts."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        known = [record for record in map(json.loads, lines) if _can_be_cited(record)]
    yield from known[:count]
    for number in range(len(known), count):
        turn, at = divmod(number, len(known))
        own, other = known[at], known[(at + 97 * turn) % len(known)]
        yield own | {
            "DOI": f"{own['DOI']}.{turn}",
            "title": [f"{_half(own, last=False)} {_half(other, last=True)}"],
            "subtitle": [],
            "short-title": [],
            "update-to": [],
            "updated-by": [],
            "aliases": [],
        }


def bibliography(works: Iterable[Record]) -> Iterator[str]:
    """An entry for each work, with keys from `w0` on."""
    for at, work in enumerate(works):
        yield _entry(at, work)


def claims(count: int) -> Iterator[str]:
    """A claims file of as many claims, each resting on one entry or two, every tenth on another
    claim as well.
    """
    yield "schema: evidence/claims/1\nclaims:\n"
    for at in range(count):
        yield (
            f"  - id: claim-{at}\n"
            f"    text: Compound {at} halved the signal in {at % 97 + 3} of 100 cells.\n"
            f"    type: mechanism\n    system: cell\n"
            f"    evidence:\n      - w{at}\n"
            f"      - reference: w{(at * 7 + 1) % count}\n        role: background\n"
            f"        page: {at % 400 + 1}\n        quote: halved the signal, in most cells\n"
        )
        if at % 10 == 9:
            yield f"    rests_on: [claim-{at - 1}]\n"


def _can_be_cited(record: Record) -> bool:
    return (
        record.get("type") in _KINDS
        and bool(record.get("title") and record.get("container-title"))
        and any(author.get("family") for author in record.get("author", ()))
        and _year(record) is not None
    )


def _year(record: Record) -> int | None:
    """The year of the earliest kind of date that is given, in this order."""
    for name in ("published-print", "issued", "published-online"):
        for parts in (record.get(name) or {}).get("date-parts", ()):
            if parts and isinstance(parts[0], int):
                return parts[0]
    return None


def _half(record: Record, *, last: bool) -> str:
    words = record["title"][0].split()
    middle = (len(words) + 1) // 2
    return " ".join(words[middle:] if last else words[:middle])


def _entry(at: int, work: Record) -> str:
    venue = "journal" if work["type"] == "journal-article" else "booktitle"
    title = ": ".join(work["title"][:1] + (work.get("subtitle") or [])[:1])
    volume = work.get("volume", "")
    if at % _SPOILT == 7 and volume.isdecimal():
        volume = str(int(volume) + 7)
    strings = {
        "author": " and ".join(filter(None, map(_name, work["author"]))),
        "title": title,
        venue: work["container-title"][0],
        "publisher": work.get("publisher", ""),
    }
    written = {name: _latex(text, at + k) for k, (name, text) in enumerate(strings.items())}
    plain = {
        "year": str(_year(work)),
        "volume": volume,
        "number": work.get("issue", ""),
        "pages": work.get("page", "").replace("-", "--"),
        "doi": work["DOI"],
    }
    fields = [f"  {name} = {{{text}}}," for name, text in (written | plain).items() if text]
    return "\n".join((f"@{_KINDS[work['type']]}{{w{at},", *fields, "}\n\n"))


def _name(author: Record) -> str:
    family, given = author.get("family", ""), author.get("given", "")
    if not family:
        return f"{{{author['name']}}}" if author.get("name") else ""
    return ", ".join(filter(None, (family, author.get("suffix", ""), given)))


def _latex(text: str, number: int) -> str:
    """`text` as BibTeX; of four that need no LaTeX, three get some that changes nothing."""
    bare = " ".join(_MARKUP.sub("", html.unescape(html.unescape(text))).split())
    written = "".join(map(_character, bare.replace("{", "").replace("}", "")))
    if _LATEX.search(written) or number % 4 == 0:
        return written
    harmless = (r"{\\relax \1}", r"{\\rm \1}", r"\\textrm{\1}")[number % 4 - 1]
    return _FIRST_WORD.sub(harmless, written)


def _character(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    if character in _SIGNS:
        return _SIGNS[character]
    parts = unicodedata.normalize("NFD", character)
    if len(parts) == 2 and parts[0].isascii() and parts[1] in _ACCENTS:
        letter = rf"\{parts[0]}" if parts[0] in "ij" else parts[0]
        return rf"{{\{_ACCENTS[parts[1]]}{{{letter}}}}}"
    return character
