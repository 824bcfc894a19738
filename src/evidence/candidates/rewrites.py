"""Repairs of a suffix by what is known to be added to DOIs, most frequent first.

The order is that of 5,747 repairs that OpenCitations confirmed at doi.org: a final full stop 80 %,
a second DOI or address glued on 15 %, `/abstract`, `/full` and their like 2.5 %, a year 0.6 %.
None of them is ever applied to a DOI that resolves: applied blindly, each breaks registered ones.
"""

import html
import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote

Rewrite = Callable[[str], Iterator[tuple[str, str]]]

_CLOSING: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
_DASHES: Final = re.compile("[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_GLUED: Final = re.compile(
    r"(?<=.)[.,;&\s]*(?:https?:?/{0,2}|www\.|(?:dx\.)?doi\.org|doi:?\s*10\.).*$"
)
_SECOND: Final = re.compile(r"(?<=.)[.,;:|&+\s]+(10\.[0-9]{4,9}/.+)$")
_TAIL: Final = re.compile(
    r"/(?:abstract|full|fulltext|full-text|epdf|pdf|pdfdirect|html|meta|summary|references|tables"
    r"|figures|issuetoc|asset|download|-/dcsupplemental|p[0-9]+-x\.pdf)(?:[/?#.>].*)?$|\.(?:pdf|html?)$"
)
_QUERY: Final = re.compile(r"(?:\?|;jsessionid|#|&lt;|&gt;|</?[a-z]+>|<).*$")
_YEAR: Final = re.compile(r"[.,;]?\((?:1[89]|20)[0-9]{2}\)?$")
_PUNCTUATION: Final = re.compile(r"[.,;:!?'\"”’»*/|(\[<]+$")


def final_punctuation(text: str) -> Iterator[tuple[str, str]]:
    """A sentence's full stop or comma, or a bracket that was never opened."""
    found = _PUNCTUATION.search(text)
    if found:
        yield text[: found.start()], f"without the final `{found[0]}`"
    opening = _CLOSING.get(text[-1:])
    if opening and text.count(text[-1]) > text.count(opening):
        rest = text[:-1].rstrip(".,;:")
        yield rest, f"without the final `{text[len(rest) :]}`"


def glued_address(text: str) -> Iterator[tuple[str, str]]:
    """A second DOI, or an address, that follows without a blank."""
    second = _SECOND.search(text)
    if second:
        yield text[: second.start()], f"without the second DOI `{second[1]}`"
        yield second[1], f"with the second DOI `{second[1]}` alone"
    glued = _GLUED.search(text)
    if glued:
        yield text[: glued.start()], f"without `{glued[0]}` at the end"


def address_tail(text: str) -> Iterator[tuple[str, str]]:
    """The last part of a publisher's address, a query, or markup."""
    for pattern in (_TAIL, _QUERY):
        found = pattern.search(text)
        if found and found.start():
            yield text[: found.start()], f"without `{found[0]}` at the end"


def year(text: str) -> Iterator[tuple[str, str]]:
    """The year of the reference in brackets."""
    found = _YEAR.search(text)
    if found:
        yield text[: found.start()], f"without the year `{found[0]}` at the end"


def leftovers(text: str) -> Iterator[tuple[str, str]]:
    """What reference lists put behind a DOI: an identifier, a note, a host, leaders of dots."""
    found = _LEFTOVERS.search(text)
    if found:
        yield text[: found.start()], f"without `{found[0]}` at the end"


_LEFTOVERS: Final = re.compile(
    r"""[.,;]* (?: pmid:? [0-9]+ | [>\[(]? accessed | \[doi\] | [\[(]epub
      | \.? article\s*published | [.'’-]{4,} ) .* $
      | (?<=[0-9x]) [a-z]{2,} \. [a-z]+ \. (?:com|org|net) .* $""",
    re.VERBOSE,
)


def doubled_signs(text: str) -> Iterator[tuple[str, str]]:
    """A sign that was typed twice, or markup that was left in the middle."""
    for sign in "._-":
        if sign * 2 in text:
            yield text.replace(sign * 2, sign), f"with one `{sign}` for two"
    plain = _MARKUP.sub("", text)
    if plain != text:
        yield plain, "without the markup inside"


_MARKUP: Final = re.compile(r"<([a-z_]+)>[^<]*</\1>|<[a-z]+ ?/>")


def dashes(text: str) -> Iterator[tuple[str, str]]:
    """Typographic dashes: Crossref registers none."""
    found = _DASHES.search(text)
    if found:
        yield _DASHES.sub("-", text), f"with `-` for `{found[0]}`"


def encoding(text: str) -> Iterator[tuple[str, str]]:
    """Characters that HTML or an address spells in its own way."""
    if html.unescape(text) != text:
        yield html.unescape(html.unescape(text)), "with the HTML entities undone"
    if unquote(text) != text:
        yield unquote(text), "with the percent-encoding undone"


def letters_for_digits(text: str) -> Iterator[tuple[str, str]]:
    """The letters `O`, `I` and `l` beside digits, as a tired eye or a scanner reads them."""
    prefix, slash, suffix = text.partition("/")
    for letters, digit in (("o", "0"), ("il", "1")):
        mended = re.sub(rf"(?<=[0-9])[{letters}]|[{letters}](?=[0-9])", digit, suffix)
        if mended != suffix:
            yield (
                f"{prefix}{slash}{mended}",
                f"with `{digit}` for the letter `{letters[0].upper()}`",
            )


def publisher_forms(text: str) -> Iterator[tuple[str, str]]:
    """Forms that publishers give up or readers mistake.

    The American Heart Association's old short form (38 % of 40,534 DOIs that no other rule
    repairs), Wiley's and Blackwell's final `.x`, the version of a bioRxiv preprint, an article of
    Oxford's reference works by the end of its address.
    """
    heart = _HEART.match(text)
    if heart:
        letters = _HEART_LETTERS.get(heart[1], heart[1])
        yield f"10.1161/01.{letters}.{heart[2]}", "in the form that the Heart Association registers"
    if _WILEY.match(text):
        yield f"{text}.x", "with the final `.x` that is missing"
    version = _BIORXIV_VERSION.match(text)
    if version:
        yield version[1], f"without the version `{version[2]}` at the end"
    oxford = _OXFORD.match(text)
    if oxford:
        yield f"{oxford[1]}.013.{oxford[2]}", "in the form that Oxford registers for articles"


_HEART: Final = re.compile(r"10\.1161/(circ|res|str|hyp|atvb)\.(.+)$")
_HEART_LETTERS: Final = {"circ": "cir", "atvb": "atv"}
_WILEY: Final = re.compile(r"10\.(?:1111|1046|1034|1365)/.*\.[0-9]{3,}$")
_OXFORD: Final = re.compile(r"(10\.1093/[a-z]+/[0-9]{13})\.001\.0001/[a-z]+-[0-9]{13}-e-([0-9]+)$")
_BIORXIV_VERSION: Final = re.compile(r"(10\.1101/.+[0-9])(v[0-9]+)$")

REWRITES: Final[tuple[Rewrite, ...]] = (
    final_punctuation,
    glued_address,
    address_tail,
    year,
    leftovers,
    doubled_signs,
    dashes,
    encoding,
    publisher_forms,
    letters_for_digits,
)
