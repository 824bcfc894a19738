"""Europe PMC: its search, as far as it is asked about DOIs."""

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus

from standin.collection import Record, lower_doi
from standin.messages import Answer, Request, json_answer, not_played, text_answer

_CLAUSE = r'DOI:"((?:[^"\\]|\\.)+)"'
_QUERY = re.compile(rf"{_CLAUSE}(?: OR {_CLAUSE})*")
_RESULT_TYPES = frozenset({"idlist", "lite", "core"})
# What only a `core` result holds, of what is in the files.
_CORE = frozenset({"abstractText", "pubTypeList"})
_PARAMETERS = frozenset({"query", "resultType", "format", "pageSize"})
_DEFAULT_PAGE = 25
_LARGEST_PAGE = 1000
# As for Crossref: longer request lines are refused on the way.
_LONGEST_REQUEST_LINE = 4096


def answer_europe_pmc(request: Request, results: Sequence[Record]) -> Answer:
    """What Europe PMC answers to `request`; what it would answer in XML is refused here."""
    parameters = request.parameters
    if request.line_length > _LONGEST_REQUEST_LINE:
        return text_answer(HTTPStatus.REQUEST_URI_TOO_LONG, "URI Too Long")
    wrong = next(_held_against(parameters), None)
    if wrong:
        return json_answer(400, {"version": "6.9", "errCode": 400, "errMsg": wrong})
    others = parameters.keys() - _PARAMETERS
    if others or not _QUERY.fullmatch(parameters["query"]):
        return not_played(f"`{request.query}`")
    found = [record for record in results if _is_found(record, parameters["query"])]
    kind = parameters.get("resultType", "lite")
    page = found[: int(parameters.get("pageSize", _DEFAULT_PAGE))]
    content = {
        "version": "6.9",
        "hitCount": len(found),
        "request": {"queryString": parameters["query"], "resultType": kind},
        "resultList": {"result": [_shown(record, kind) for record in page]},
    }
    return json_answer(200, content, content_type="application/json;charset=UTF-8")


def _held_against(parameters: dict[str, str]) -> Iterator[str]:
    if not parameters.get("query"):
        yield "Missing mandatory parameter: query"
    if parameters.get("format") != "json":
        yield "The stand-in answers in JSON only: `format=json` is missing"
    if parameters.get("resultType", "lite") not in _RESULT_TYPES:
        yield "Invalid resultType"
    size = parameters.get("pageSize", "1")
    if not re.fullmatch(r"[0-9]{1,4}", size) or not 1 <= int(size) <= _LARGEST_PAGE:
        yield "Invalid pageSize"


def _is_found(record: Record, query: str) -> bool:
    """Whether a phrase of the query is the record's DOI, or what a longer one begins with."""
    doi = lower_doi(str(record.get("doi", "")))
    phrases = (re.sub(r"\\(.)", r"\1", each[1]) for each in re.finditer(_CLAUSE, query))
    return any(doi == phrase or doi.startswith(f"{phrase}.") for phrase in map(lower_doi, phrases))


def _shown(record: Record, kind: str) -> Record:
    if kind == "core":
        return record
    return {name: value for name, value in record.items() if name not in _CORE}
