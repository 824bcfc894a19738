"""A string that should be a DOI: the DOI that it is, or what is wrong with it."""

from dataclasses import dataclass

from evidence.model.doi import Doi, WrittenDoi, parse_bare, read_legal
from evidence.model.doi_flaws import Flaw, explain, find_flaws
from evidence.model.doi_syntax import short_doi


@dataclass(frozen=True, slots=True)
class MalformedDoi:
    """A string that is not a DOI as written.

    `mended` is the DOI that is left when every flaw is mended as its `edit` says, where there is
    one: a guess, which nobody has looked up.
    """

    written: str
    flaws: tuple[Flaw, ...]
    mended: Doi | None = None

    @property
    def explanation(self) -> str:
        """The flaws in words."""
        return explain(self.flaws)

    @property
    def short_doi(self) -> str:
        """The short DOI (`10/gf4gqc`) that stands in place of a DOI; else empty."""
        return short_doi(self.written)


def read_doi(written: str) -> WrittenDoi | MalformedDoi:
    """The DOI that `written` names in a legal way, else what is wrong with it.

    >>> reading = read_doi("https://doi.org/410.1093/annonc/mdy1424.1017")
    >>> reading.explanation
    'stray `4` before `10.`'
    """
    legal = read_legal(written)
    if legal:
        return legal
    flaws, mended = find_flaws(written)
    return MalformedDoi(written, flaws, parse_bare(mended))
