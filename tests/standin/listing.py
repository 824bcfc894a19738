"""Crossref's route for many works: `/works` with a filter of DOIs, or a query."""

import re
from collections.abc import Iterator

from standin.collection import Collection, Record, lower_doi
from standin.messages import Answer, json_answer, not_played
from standin.refusals import (
    Failure,
    bad_request,
    bad_rows,
    not_a_doi,
    not_a_pair_list,
    title_query_gone,
    unknown_field_query,
    unknown_filter,
    unknown_parameter,
    unknown_select,
)
from standin.vocabulary import (
    OTHER_FIELD_QUERIES,
    OTHER_FILTERS,
    OTHER_PARAMETERS,
    PLAYED_PARAMETERS,
    SELECTABLE,
)

_DOI = re.compile(r"10\.\d{4,}(\.\d+)*/\S+")
_DEFAULT_ROWS = 20
_MOST_ROWS = 1000
_MILLIONS = 3_000_000


def list_works(parameters: dict[str, str], collection: Collection) -> Answer:
    """What Crossref answers on `/works`: 400 if anything is wrong, else a list of works."""
    failures = list(_held_against(parameters))
    if failures:
        return bad_request(failures)
    others = [name for name in parameters if name not in PLAYED_PARAMETERS]
    others += [name for name, _ in _clauses(parameters) if name != "doi"]
    if others:
        return not_played(f"`{others[0]}`")
    rows = int(parameters.get("rows", _DEFAULT_ROWS))
    terms = " ".join(parameters[n] for n in ("query", "query.bibliographic") if n in parameters)
    scored = [(record, 0.0) for record in _filtered(parameters, collection)]
    if terms:
        allowed = {record["DOI"] for record, _ in scored}
        ranked = collection.ranking.search(terms)
        scored = [(record, score) for record, score in ranked if record["DOI"] in allowed]
    # Crossref counts every work that shares a word with a query: always millions.
    unseen = _MILLIONS if terms and "filter" not in parameters else 0
    message = {
        "facets": {},
        "total-results": unseen + len(scored),
        "items": [_item(record, score, parameters) for record, score in scored[:rows]],
        "items-per-page": rows,
        "query": {"start-index": 0, "search-terms": terms or None},
    }
    content = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0"}
    return json_answer(200, content | {"message": message})


def _filtered(parameters: dict[str, str], collection: Collection) -> Iterator[Record]:
    """The works that pass the filter, in the collection's order: not in the order asked.

    An unknown DOI is silently missing, an alias too. So is a SICI, although Crossref has it:
    field notes say that a filter with one may find nothing.
    """
    if "filter" not in parameters:
        yield from collection.works.values()
        return
    values = (value for _, value in _clauses(parameters) if not {"<", ">"} & set(value))
    asked = {lower_doi(value) for value in values}
    for doi, record in collection.works.items():
        if doi in asked:
            yield record


def _item(record: Record, score: float, parameters: dict[str, str]) -> Record:
    whole = record | {"score": score}
    if "select" not in parameters:
        return whole
    names = parameters["select"].split(",")
    if record.get("source") == "hand-made":
        names.append("source")  # what a person typed always says so, whatever is asked for
    return {name: value for name, value in whole.items() if name in names}


def _clauses(parameters: dict[str, str]) -> list[tuple[str, str]]:
    """The filter's clauses as (name, value); a comma always ends one, even inside a DOI."""
    text = parameters.get("filter")
    pairs = [clause.partition(":") for clause in text.split(",")] if text else []
    return [(name, value) for name, _, value in pairs]


def _held_against(parameters: dict[str, str]) -> Iterator[Failure]:
    for name in parameters:
        if name not in PLAYED_PARAMETERS | OTHER_PARAMETERS:
            yield from _held_against_name(name)
    rows = parameters.get("rows", "0")
    if not re.fullmatch(r"[0-9]+", rows) or int(rows) > _MOST_ROWS:
        yield bad_rows(rows)
    selects = parameters["select"].split(",") if "select" in parameters else []
    yield from (unknown_select(name) for name in selects if name not in SELECTABLE)
    if any(":" not in clause for clause in parameters.get("filter", ":").split(",")):
        yield not_a_pair_list(parameters["filter"])
        return
    for name, value in _clauses(parameters):
        if name == "doi" and not _DOI.fullmatch(value):
            yield not_a_doi(value)
        elif name != "doi" and name not in OTHER_FILTERS:
            yield unknown_filter(name)


def _held_against_name(name: str) -> Iterator[Failure]:
    field_query = name.removeprefix("query.")
    if name == "query.title":
        yield title_query_gone()
    elif field_query == name:
        yield unknown_parameter(name)
    elif field_query not in OTHER_FIELD_QUERIES:
        yield unknown_field_query(field_query)
