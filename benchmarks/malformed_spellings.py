"""Ways in which DOIs are misspelt, and legal ways in which they are written.

The kinds are those met in bibliographies, reference lists and publishers' addresses. Each makes a
misspelling from a right DOI, always the same one, or nothing where the DOI has nothing to spoil.
"""

import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import quote

OTHER = "10.1016/j.cell.2011.02.013"
"""The second DOI of a field with two."""

Spelling = Callable[[str, Random], str]


@dataclass(frozen=True)
class Kind:
    """A way to misspell: `needs` is a pattern that a DOI must hold."""

    name: str
    spell: Spelling
    needs: str = ""

    def of(self, doi: str) -> str:
        """The misspelling of `doi`; empty where there is none, or where it is the DOI itself."""
        if not re.search(self.needs, doi):
            return ""
        seed = hashlib.sha256(f"{self.name} {doi}".encode()).hexdigest()
        written = self.spell(doi, Random(seed))
        return "" if written.lower() == doi.lower() else written


def halves(doi: str) -> tuple[str, str]:
    prefix, _, suffix = doi.partition("/")
    return prefix, suffix


def edited(doi: str, random: Random, pattern: str, make: Callable[[str], str]) -> str:
    """`doi` with one match of `pattern` in its suffix, chosen by chance, made into another."""
    prefix, suffix = halves(doi)
    found = [m for m in re.finditer(pattern, suffix) if make(m[0]) != m[0]]
    if not found:
        return doi
    one = random.choice(found)
    return f"{prefix}/{suffix[: one.start()]}{make(one[0])}{suffix[one.end() :]}"


def everywhere(pattern: str, instead: str) -> Spelling:
    """Every match in the suffix replaced."""

    def spell(doi: str, _: Random) -> str:
        prefix, suffix = halves(doi)
        return f"{prefix}/{re.sub(pattern, instead, suffix)}"

    return spell


def form(pattern: str) -> Spelling:
    """The DOI in this form: `{}` is the DOI, `{p}` its prefix, `{s}` its suffix, `{d}` a digit."""

    def spell(doi: str, random: Random) -> str:
        prefix, suffix = halves(doi)
        return (
            pattern.replace("{p}", prefix)
            .replace("{s}", suffix)
            .replace("{d}", str(random.randint(2, 9)))
            .replace("{}", doi)
        )

    return spell


def swapped(pair: str) -> str:
    return pair[::-1]


def stray_digit(doi: str, random: Random) -> str:
    return edited(doi, random, r"[0-9]", lambda digit: f"{random.randint(0, 9)}{digit}")


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


SLIPS = (
    Kind("stray digit before `10.`", form("{d}{}")),
    Kind("stray digit before `10.` in an address", form("https://doi.org/{d}{}")),
    Kind("digit inserted", stray_digit),
    Kind("digit doubled", lambda d, r: edited(d, r, "[0-9]", lambda c: c * 2)),
    Kind("digits inserted twice", lambda d, r: stray_digit(stray_digit(d, r), r)),
    Kind("stray digits before and inside", lambda d, r: f"{r.randint(2, 9)}{stray_digit(d, r)}"),
    Kind("digit lost", lambda d, r: edited(d, r, "[0-9]", lambda _: "")),
    Kind("one of two equal digits lost", lambda d, r: edited(d, r, r"([0-9])\1", lambda c: c[0])),
    Kind("digits transposed", lambda d, r: edited(d, r, "(?=([0-9]{2}))..", swapped)),
    Kind("letters transposed", lambda d, r: edited(d, r, "[a-z]{2}", swapped)),
    Kind("digit mistyped", lambda d, r: edited(d, r, "[0-9]", lambda c: str((int(c) + 3) % 10))),
    Kind("letter O for zero", lambda d, r: edited(d, r, "0", lambda _: "O")),
    Kind("letter O for every zero", everywhere("0", "O"), needs="/.*0"),
    Kind("letter l for one", lambda d, r: edited(d, r, "1", lambda _: "l")),
    Kind("comma for dot", lambda d, r: edited(d, r, r"\.", lambda _: ",")),
    Kind("dot lost", lambda d, r: edited(d, r, r"\.", lambda _: "")),
    Kind("dot doubled", lambda d, r: edited(d, r, r"\.", lambda c: c * 2)),
    Kind("dot for hyphen", lambda d, r: edited(d, r, "-", lambda _: ".")),
    Kind("hyphen lost", lambda d, r: edited(d, r, "-", lambda _: "")),
    Kind("underscore for hyphen", lambda d, r: edited(d, r, "-", lambda _: "_")),
    Kind("blank inside", lambda d, r: edited(d, r, "[.-]", lambda c: f"{c} ")),
    Kind("line break inside", lambda d, r: edited(d, r, "[0-9a-z](?=.)", lambda c: f"{c}\n    ")),
    Kind("en dash for hyphen", everywhere("-", "–"), needs="/.*-"),
    Kind("Unicode hyphen", everywhere("-", "\u2010"), needs="/.*-"),
    Kind("minus sign for hyphen", everywhere("-", "\u2212"), needs="/.*-"),
    Kind("zero-width space", lambda d, r: edited(d, r, "[0-9a-z]", lambda c: f"{c}\u200b")),
    Kind("soft hyphen", lambda d, r: edited(d, r, "[0-9a-z]", lambda c: f"{c}\u00ad")),
    Kind("byte-order mark", form("\ufeff{}")),
    Kind("full-width characters", lambda d, _: wide(d)),
    Kind("final `.x` lost", lambda d, _: d[:-2], needs=r"\.x$"),
)  # fmt: skip

PREFIXES = (
    Kind("letter O in `10.`", lambda d, _: "1O" + d[2:]),
    Kind("letter l in `10.`", lambda d, _: "l" + d[1:]),
    Kind("letter O in the registrant code", lambda d, _: d[:3] + d[3:7].replace("0", "O") + d[7:]),
    Kind("comma after `10`", lambda d, _: "10," + d[3:]),
    Kind("blank after `10.`", lambda d, _: "10. " + d[3:]),
    Kind("two dots after `10`", lambda d, _: "10.." + d[3:]),
    Kind("dot after `10` lost", lambda d, _: "10" + d[3:]),
    Kind("lost `1` of `10.`", lambda d, _: d[1:]),
    Kind("lost `0` of `10.`", lambda d, _: "1" + d[2:]),
    Kind("`10.` lost", lambda d, _: d[3:]),
    Kind("`10.` doubled", form("10.{}")),
    Kind("underscore for the slash", form("{p}_{s}")),
    Kind("slash missing", form("{p}{s}"), needs=r"/[^0-9]"),
    Kind("slash missing before a digit", form("{p}{s}"), needs=r"/[0-9]"),
    Kind("blanks around the slash", form("{p} / {s}")),
    Kind("two slashes", form("{p}//{s}")),
    Kind("backslash", form("{p}\\{s}")),
    Kind("digit too many in the registrant code", lambda d, _: d[:5] + d[4] + d[5:]),
    Kind("digit too few in the registrant code", lambda d, _: d[:4] + d[5:]),
    Kind("digits transposed in the registrant code", lambda d, _: d[:5] + d[6] + d[5] + d[7:]),
)  # fmt: skip

ENDINGS = (
    *(Kind(f"final `{sign}`", form(f"{{}}{sign}")) for sign in (".", ",", ";", ":", ")", "]", ">")),
    Kind("final `).`", form("{}).")),
    Kind("final quote", form("{}”")),
    *(
        Kind(f"tail `{tail}`", form(f"{{}}{tail}"))
        for tail in (
            *("/abstract", "/full", "/pdf", "/epdf", "/meta", "/summary", "/full/html"),
            *("/p397-smith.pdf", ".pdf", "#page-1", ";jsessionid=1A2B3C.f02t01"),
            *("?utm_source=x&utm_medium=y", "?journalCode=abc", "v1", "v2.full", "v1.full.pdf"),
            *(" (2013)", "(2013)", ". PMID: 12345678", " [doi]", " Accessed May 3, 2019"),
        )
    ),
)

WRAPPINGS = (
    Kind("Wiley's address", form("https://onlinelibrary.wiley.com/doi/abs/{}")),
    Kind("Wiley's address of a PDF", form("https://onlinelibrary.wiley.com/doi/epdf/{}")),
    Kind("Taylor's address", form("https://www.tandfonline.com/doi/full/{}?scroll=top&needAccess=1")),
    Kind("Springer's address", form("https://link.springer.com/article/{}#Sec2")),
    Kind("Springer's address of a PDF", form("https://link.springer.com/content/pdf/{}.pdf")),
    Kind("IOP's address", form("https://iopscience.iop.org/article/{}/meta")),
    Kind("bioRxiv's address", form("https://www.biorxiv.org/content/{}v1.full")),
    Kind("Oxford's advance article",
         form("https://academic.oup.com/annonc/advance-article/doi/{}/5150123")),
    Kind("Oxford's advance abstract",
         form("https://academic.oup.com/jnci/advance-article-abstract/doi/{}/5150123?redirectedFrom=fulltext")),
    Kind("percent-encoded in another site's address",
         lambda d, _: f"https://www.example.org/item?doi={quote(d, safe='')}&lang=en"),
    Kind("library proxy, host with hyphens", form("https://doi-org.ezproxy.lib.example.edu/{}")),
    Kind("library proxy, host with dots", form("https://doi.org.proxy.lib.example.edu/{}")),
    Kind("library proxy's login",
         form("https://login.ezproxy.example.edu/login?url=https://doi.org/{}")),
    Kind("doubled address", form("https://doi.org/https://doi.org/{}")),
    Kind("two kinds of address", form("https://doi.org/http://dx.doi.org/{}")),
    Kind("label in an address", form("https://doi.org/doi:{}")),
    Kind("label before an address", form("doi: https://doi.org/{}")),
    Kind("label twice", form("doi:doi:{}")),
    Kind("label without a colon", form("DOI {}")),
    Kind("label with a dot", form("doi.{}")),
    Kind("host without a slash", form("doi.org{}")),
    Kind("host without a scheme", form("doi.org/{}")),
    Kind("`htp://`", form("htp://dx.doi.org/{}")),
    Kind("`https//`", form("https//doi.org/{}")),
    Kind("`https:/`", form("https:/doi.org/{}")),
    Kind("`http://http://`", form("http://http://dx.doi.org/{}")),
    Kind("misspelt host `dx.doi.og`", form("http://dx.doi.og/{}")),
    Kind("misspelt host `dx.doi.rog`", form("https://dx.doi.rog/{}")),
    Kind("misspelt host `dx.dio.org`", form("https://dx.dio.org/{}")),
    Kind("address with a final slash", form("https://doi.org/{}/")),
    Kind("address with a query", form("https://doi.org/{}?domain=pdf")),
    Kind("address with a final dot", form("http://dx.doi.org/{}.")),
    Kind("`\\url`", form("\\url{https://doi.org/{}}")),
    Kind("`\\href`", form("\\href{https://doi.org/{}}{{}}")),
    Kind("Markdown", form("[{}](https://doi.org/{})")),
    Kind("angle brackets", form("<https://doi.org/{}>")),
    Kind("quotes", form("“{}”")),
    Kind("HTML element", form("<doi>{}</doi>")),
    Kind("HTML end tag", form("{}</doi>")),
    Kind("HTML link", form("<a href='https://doi.org/{}'>{}</a>")),
    Kind("HTML entity at the end", form("{}&gt;")),
    Kind("HTML entities", lambda d, _: html.escape(d), needs="[<>&]"),
    Kind("percent-encoded", lambda d, _: quote(d, safe="")),
    Kind("percent-encoded twice",
         lambda d, _: "https://doi.org/" + quote(quote(d, safe=""), safe="")),
    Kind("words around it", form("Annals of Oncology 2018; doi: {}; published online")),
    Kind("two DOIs, `;`", form(f"{{}}; {OTHER}")),
    Kind("two DOIs, a comma", form(f"{{}},{OTHER}")),
    Kind("two DOIs, a blank", form(f"{{}} {OTHER}")),
    Kind("two DOIs, the right one second", form(f"{OTHER} and {{}}")),
    Kind("two DOIs, glued", form(f"{{}}{OTHER}")),
    Kind("two addresses, glued", form(f"https://doi.org/{{}}https://doi.org/{OTHER}")),
    Kind("the same address, glued", form("{}https://doi.org/{}")),
)  # fmt: skip

# The string says nothing of the work: only a search can find it.
SILENT = (
    Kind("placeholder", lambda _, r: r.choice(("n/a", "not available", "none", "TBD", "--"))),
    Kind("PubMed identifier", lambda _, r: str(r.randint(10_000_000, 35_000_000))),
    Kind("other text", lambda _, r: r.choice(("in press", "see publisher", "Epub ahead"))),
    Kind("suffix truncated", lambda d, _: d[: -max(3, len(d.partition("/")[2]) // 3)]),
    Kind("prefix alone", form("{p}/")),
)

KINDS = (*SLIPS, *PREFIXES, *ENDINGS, *WRAPPINGS, *SILENT)


def latex(text: str) -> str:
    """`text` as LaTeX wants it: `_`, `%`, `#`, `&` escaped, `<` and `>` in math."""
    return re.sub("[<>]", r"$\g<0>$", re.sub(r"[_%#&]", r"\\\g<0>", text))


def spelt_out(text: str) -> str:
    """`text` with LaTeX's words for signs."""
    signs = {"<": r"\textless{}", ">": r"\textgreater{}", "_": r"{\_}"}
    return re.sub("[<>_]", lambda sign: signs[sign[0]], text)


LEGAL = (
    Kind("upper case", lambda d, _: d.upper()),
    Kind("blanks around it", form(" {} ")),
    Kind("`https://doi.org/`", form("https://doi.org/{}")),
    Kind("`http://doi.org/`", form("http://doi.org/{}")),
    Kind("`http://dx.doi.org/`", form("http://dx.doi.org/{}")),
    Kind("`https://dx.doi.org/`", form("https://dx.doi.org/{}")),
    Kind("`https://www.doi.org/`", form("https://www.doi.org/{}")),
    Kind("`HTTPS://DOI.ORG/`", lambda d, _: f"HTTPS://DOI.ORG/{d.upper()}"),
    Kind("`doi:`", form("doi:{}")),
    Kind("`DOI: `", form("DOI: {}")),
    Kind("`info:doi/`", form("info:doi/{}")),
    Kind("`urn:doi:`", form("urn:doi:{}")),
    Kind("percent-encoded in an address", lambda d, _: "https://doi.org/" + quote(d, safe="/")),
    Kind("slash encoded in an address", lambda d, _: "https://doi.org/" + quote(d, safe="")),
    Kind("LaTeX escapes", lambda d, _: latex(d), needs="[_%#&<>]"),
    Kind("LaTeX words", lambda d, _: spelt_out(d), needs="[_<>]"),
    Kind("LaTeX escapes in an address",
         lambda d, _: "https://doi.org/" + latex(d), needs="[_#&<>]"),
    Kind("inner braces", form("{{}}")),
)  # fmt: skip
