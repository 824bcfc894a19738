"""Crossref's routes for one work: its record, its alias, its agency."""

from urllib.parse import quote

from standin.collection import Collection, Record
from standin.listing import list_works
from standin.messages import Answer, Request, Route, json_answer, text_answer
from standin.refusals import (
    Failure,
    bad_request,
    not_allowed,
    resource_not_found,
    unknown_parameter,
)
from standin.vocabulary import OTHER_PARAMETERS, PLAYED_PARAMETERS

# Field notes of other projects: longer request lines are refused. No recording exists.
_LONGEST_REQUEST_LINE = 4096


def answer_crossref(request: Request, collection: Collection) -> Answer:
    """What Crossref answers to `request`."""
    if request.line_length > _LONGEST_REQUEST_LINE:
        return text_answer(414, "URI Too Long")
    if request.route in (Route.LIST, Route.SEARCH):
        return list_works(request.parameters, collection)
    failures = _held_against(request.parameters)
    if failures:
        return bad_request(failures)
    if request.route is Route.AGENCY:
        return _agency(request.doi, collection)
    return one_work(request.doi, collection)


def one_work(doi: str, collection: Collection) -> Answer:
    """The record of a DOI, the way to it for an alias, or 404."""
    record = collection.find(doi)
    if record:
        return envelope("work", record | {"score": 1})
    primary = collection.primary(doi)
    if primary:
        # As recorded: relative, and with an empty body.
        return Answer(301, headers={"location": f"/works/{quote(primary, safe='/')}"})
    return resource_not_found(doi)


def envelope(message_type: str, message: Record) -> Answer:
    """200, with `message` in Crossref's wrapping."""
    content = {"status": "ok", "message-type": message_type, "message-version": "1.0.0"}
    return json_answer(200, content | {"message": message})


def _agency(doi: str, collection: Collection) -> Answer:
    if not collection.knows(doi):
        return resource_not_found(doi)
    agency = {"id": "crossref", "label": "Crossref"}
    return envelope("work-agency", {"DOI": doi, "agency": agency})


def _held_against(parameters: dict[str, str]) -> list[Failure]:
    """All parameters but `mailto`: on these routes there is nothing to choose."""
    of_lists = OTHER_PARAMETERS | PLAYED_PARAMETERS
    failures = [
        not_allowed(name)
        if name in of_lists or name.startswith("query.")
        else unknown_parameter(name)
        for name in parameters
        if name != "mailto"
    ]
    return list(dict.fromkeys(failures))  # several field queries are one failure
