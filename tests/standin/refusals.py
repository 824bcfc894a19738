"""How Crossref says no, in the words that were recorded."""

from dataclasses import asdict, dataclass

from standin.messages import Answer, json_answer, text_answer
from standin.vocabulary import OTHER_FIELD_QUERIES, OTHER_FILTERS, SELECTABLE


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that Crossref holds against a request."""

    type: str
    value: str
    message: str


def bad_request(failures: list[Failure]) -> Answer:
    """400, with all that is wrong."""
    content = {
        "status": "failed",
        "message-type": "validation-failure",
        "message": [asdict(failure) for failure in failures],
    }
    return json_answer(400, content, content_type="application/json;charset=utf-8")


def resource_not_found(doi: str) -> Answer:
    """404: one and the same text, now and then labelled as the JSON that it is not."""
    labels = ("text/plain", "application/json;charset=utf-8")
    return text_answer(404, "Resource not found.", content_type=labels[len(doi) % 2])


def gateway_page(status: int, reason: str) -> Answer:
    """The HTML page of the gateway before Crossref (recorded: 504 Gateway Time-out)."""
    line = f"{status} {reason}"
    page = (
        f"<html>\r\n<head><title>{line}</title></head>\r\n<body>\r\n"
        f"<center><h1>{line}</h1></center>\r\n</body>\r\n</html>\r\n"
    )
    return text_answer(status, page, content_type="text/html")


def not_allowed(name: str) -> Failure:
    """A parameter that exists, but not on this route."""
    if name.startswith("query."):
        return Failure(
            "parameter-not-allowed", "query.*", "This route does not support field query parameters"
        )
    return Failure("parameter-not-allowed", name, f"This route does not support {name}")


def unknown_parameter(name: str) -> Failure:
    """A parameter that no route has."""
    return Failure(
        "unknown-parameter",
        name,
        f"Parameter {name} specified but there is no such parameter available on any route",
    )


def title_query_gone() -> Failure:
    """`query.title`, which Crossref took away in December 2019."""
    return Failure(
        "unknown-parameter",
        "query.title",
        "Parameter query.title has been deprecated. Please use query.bibliographic instead. "
        "See https://status.crossref.org/incidents/4y45gj63jsp4 ",
    )


def unknown_field_query(name: str) -> Failure:
    """A `query.…` that is none."""
    valid = ", ".join(sorted(OTHER_FIELD_QUERIES | {"bibliographic"}))
    return Failure(
        "field-query-not-available",
        name,
        f"Field query '{name}' specified but there is no such field query for this route. "
        f"Valid field queries for this route are: {valid}",
    )


def unknown_select(name: str) -> Failure:
    """A name that `select` does not take."""
    return Failure(
        "select-not-available",
        name,
        f"Select '{name}' specified but there is no such select for this route. "
        f"Valid selects for this route are: {', '.join(SELECTABLE)}",
    )


def unknown_filter(name: str) -> Failure:
    """A filter that is none."""
    valid = ", ".join(sorted(OTHER_FILTERS | {"doi"}))
    return Failure(
        "filter-not-available",
        name,
        f"Filter {name} specified but there is no such filter for this route. "
        f"Valid filters for this route are: {valid}",
    )


def not_a_pair_list(text: str) -> Failure:
    """A filter with a clause that is no `name:value`, such as the tail of a DOI with a comma."""
    return Failure(
        "pair-list-form-invalid",
        text,
        f"Pair list form specified as '{text}' but should be of the form: key:val,...,keyN:valN",
    )


def not_a_doi(text: str) -> Failure:
    """A `doi:` clause whose value is no DOI."""
    return Failure(
        "doi-not-valid",
        text,
        f"DOI specified as {text} but must be of the form: 10.prefix/suffix where prefix is 4 or "
        "more digits and suffix  is a string",
    )


def bad_rows(text: str) -> Failure:
    """A number of rows that is none, or over the maximum."""
    return Failure(
        "integer-not-valid",
        text,
        f"Integer specified as {text} but must be a positive integer less than or equal to 1000. ",
    )
