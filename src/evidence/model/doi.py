"""Digital Object Identifiers: their normal form, and the legal ways to write one."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from evidence.model.doi_flaws import explain, find_flaws
from evidence.model.doi_syntax import is_doi, strip_wrapper, undo_latex

_ASCII_LOWER: Final = str.maketrans({chr(code): chr(code + 32) for code in range(65, 91)})


@dataclass(frozen=True, slots=True)
class Doi:
    """A DOI in normal form: two that differ only in the case of ASCII letters are equal.

    >>> Doi.parse("https://doi.org/10.1158/1535-7163.MCT-15-0758").name
    '10.1158/1535-7163.mct-15-0758'
    """

    name: str

    @classmethod
    def parse(cls, text: str) -> "Doi":
        """The DOI that `text` writes in any of the legal ways.

        Raises ValueError, with what stands in the way, when it is not a DOI.
        """
        legal = read_legal(text)
        if legal is None:
            raise ValueError(explain(find_flaws(text)[0]))
        return legal.doi

    @property
    def prefix(self) -> str:
        """`10.` and the registrant code."""
        return self.name.partition("/")[0]

    @property
    def suffix(self) -> str:
        """All that follows the first `/`."""
        return self.name.partition("/")[2]

    @property
    def path(self) -> str:
        """The name as one segment of a URL's path, so that `#`, `?`, `%` and `/` survive."""
        return quote(self.name, safe="")

    @property
    def url(self) -> str:
        """The address at the DOI resolver."""
        return f"https://doi.org/{quote(self.name, safe='/:;()._-')}"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class WrittenDoi:
    """A DOI together with the legal way in which it was written.

    `form` says in words what stands around it (`a resolver address`); empty for the plain form.
    """

    written: str
    doi: Doi
    form: str = ""


def parse_bare(text: str) -> Doi | None:
    """The DOI, when `text` is one and nothing else."""
    return Doi(text.translate(_ASCII_LOWER)) if is_doi(text) else None


def read_legal(written: str) -> WrittenDoi | None:
    """The DOI in any of the legal ways to write one, else None.

    Legal are the plain form, an address at `doi.org`, `dx.doi.org` or `www.doi.org` (where
    percent-encoding counts), the labels `doi:`, `info:doi/` and `urn:doi:`, and LaTeX's escapes,
    in any case.
    """
    text = written.strip()
    plain = parse_bare(text)
    if plain and "\\" not in text and "$<$" not in text and "{" not in text:
        return WrittenDoi(written, plain)
    forms = []
    unescaped = undo_latex(text)
    if unescaped != text:
        forms.append("LaTeX escapes")
    body, wrapper = strip_wrapper(unescaped)
    if wrapper:
        forms.insert(0, wrapper)
    doi = parse_bare(body)
    return WrittenDoi(written, doi, " and ".join(forms)) if doi else None
