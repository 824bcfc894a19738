"""DataCite: the JSON:API record of one DOI."""

from collections.abc import Mapping
from pathlib import Path

from standin.collection import Record, lower_doi, read_lines
from standin.messages import Answer, Request, json_answer


def read_datacite(path: Path | None, *, as_datacite: bool) -> dict[str, Record]:
    """The records of a JSON-lines file by lower-case DOI; each line is the `data` of an answer."""
    records = read_lines(path) if path else ()
    return {
        lower_doi(record["id"]): _in_the_part_of_datacite(record) if as_datacite else record
        for record in records
    }


def _in_the_part_of_datacite(record: Record) -> Record:
    """A hand-made record as DataCite would send it; on the wire only, as for Crossref's."""
    return record | {"attributes": record["attributes"] | {"source": "api"}}


def answer_datacite(request: Request, records: Mapping[str, Record]) -> Answer:
    """What DataCite answers to `request`."""
    record = records.get(lower_doi(request.doi))
    if not record:
        errors = [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
        return json_answer(404, {"errors": errors}, content_type="application/json; charset=utf-8")
    return json_answer(
        200, {"data": record}, content_type="application/vnd.api+json; charset=utf-8"
    )
