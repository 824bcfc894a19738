"""A DOI as the content of the field that should hold it."""

import re
from urllib.parse import unquote

from evidence.edits.change import Refused
from evidence.model.doi import Doi, read_legal
from evidence.model.doi_syntax import RESOLVER, undo_latex


def doi_content(doi: Doi, name: str, written: str) -> str | Refused:
    """What the field `name`, which holds `written` now, should hold instead.

    The letters stay in the case in which they are written; a `url` stays an address.
    """
    resolver = RESOLVER.match(written.strip()) if name == "url" else None
    if resolver:
        content = resolver[0] + doi.url.partition("doi.org/")[2]
    elif name == "doi":
        content = _in_the_case_of(written, doi)
    else:
        return Refused(f"`{doi}` should stand in the field `doi`, not in `{name}`")
    reading = read_legal(content)
    if reading is None or reading.doi != doi or set(content) & set("{}\\"):
        return Refused(f"BibTeX cannot hold `{doi}` as it is")
    return content


def _in_the_case_of(written: str, doi: Doi) -> str:
    """The DOI as it is spelt inside `written`, else in lower case."""
    for text in (written, undo_latex(written), unquote(written)):
        spelt = re.search(re.escape(doi.name), text, re.IGNORECASE | re.ASCII)
        if spelt:
            return spelt[0]
    return doi.name
