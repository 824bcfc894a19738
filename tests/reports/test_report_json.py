import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from evidence.model.anchor import AnchorState, CellState
from evidence.model.claim import ClaimType, Role, System
from evidence.model.finding import Confidence, Severity
from evidence.model.judgement import Defect, JudgementState, Stance
from evidence.model.place import Place
from evidence.model.report import Level, Report, Status
from evidence.model.source_text import Depth
from evidence.model.work import Via
from evidence.reports.table import render, render_check
from hostile_report import with_text_everywhere
from sample_report import clean_report, empty_report, full_report, unchecked_report
from sample_support import supported_report

EXPECTED = Path(__file__).with_name("expected")
SCHEMA = json.loads(files("evidence.reports").joinpath("report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def parsed(report: Report) -> Any:
    return json.loads(render(report, "json"))


def test_the_names_and_the_nulls_are_those_of_the_schema() -> None:
    assert render(full_report(), "json") == (EXPECTED / "report.json").read_text("utf-8")


def test_a_line_tells_what_the_text_and_a_person_say_of_it() -> None:
    written = render(supported_report(), "json")
    assert written == (EXPECTED / "supported.json").read_text("utf-8")


def test_check_and_report_say_the_same() -> None:
    assert render_check(full_report(), "json") == render(full_report(), "json")


@pytest.mark.parametrize(
    "report",
    [
        full_report(),
        empty_report(),
        clean_report(),
        unchecked_report(with_hand_made_record=True),
        unchecked_report(with_hand_made_record=False),
        supported_report(),
    ],
)
def test_every_report_follows_the_schema(report: Report) -> None:
    VALIDATOR.validate(parsed(report))


def test_the_schema_is_sound_and_knows_every_word() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    definitions = SCHEMA["$defs"]
    assert definitions["status"]["enum"] == list(Status)
    assert definitions["claim"]["properties"]["level"]["enum"] == list(Level)
    assert definitions["origin"]["properties"]["via"]["enum"] == list(Via)
    assert definitions["line"]["properties"]["role"]["enum"] == list(Role)
    assert definitions["line"]["properties"]["depth"]["enum"] == list(Depth)
    assert definitions["system"]["enum"] == list(System)
    assert definitions["claim"]["properties"]["type"]["enum"] == [*ClaimType, None]
    assert definitions["anchor"]["properties"]["state"]["enum"] == list(AnchorState)
    assert definitions["cell_anchor"]["properties"]["state"]["enum"] == list(CellState)
    assert definitions["judgement"]["properties"]["stance"]["enum"] == list(Stance)
    assert definitions["judgement"]["properties"]["defect"]["enum"] == [*Defect, None]
    assert definitions["judgement"]["properties"]["state"]["enum"] == list(JudgementState)
    assert definitions["finding"]["properties"]["severity"]["enum"] == list(Severity)
    assert definitions["confidence"]["enum"] == list(Confidence)


def test_no_object_of_the_schema_lets_a_stray_name_in() -> None:
    objects = [part for part in (SCHEMA, *SCHEMA["$defs"].values()) if part.get("type") == "object"]
    assert len(objects) == 19
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


def put(path: str, value: object) -> Callable[[Any], None]:
    """A change that puts `value` at a path like `run.requests`."""

    def change(report: Any) -> None:
        *parents, last = (int(name) if name.isdigit() else name for name in path.split("."))
        for name in parents:
            report = report[name]
        report[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "evidence/report/2"),
        ("extra", 1),
        ("run.requests", -1),
        ("run.source", ""),
        ("run.started", "2026-11-22T16:40:05"),
        ("references.0.doi", "10.1021/ACS.jmedchem.6b00064"),
        ("references.0.doi", "https://doi.org/10.1021/acs.jmedchem.6b00064"),
        ("references.0.status", "ok"),
        ("references.0.reason", None),
        ("references.0.origin", None),
        ("references.0.origin.hand_made", True),  # and verified
        ("references.0.origin.via", "fax"),
        ("references.0.origin.retrieved", "yesterday"),
        ("references.0.work", None),
        ("references.0.work.venue", ""),
        ("references.0.work.authors.0.orcid", "0000"),
        ("references.0.place.line", 0),
        ("references.1.updates.0.date", "6 March 2004"),
        ("references.5.doi", "10.1093/annonc/mdy424.017"),  # of a malformed one
        ("references.5.origin", {"registry": "crossref"}),
        ("claims.0.level", "proven"),
        ("claims.0.at_risk", None),
        ("claims.0.evidence.0.role", "proof"),
        ("claims.0.evidence.0.quote", ""),
        ("claims.0.evidence.0.system", "mouse"),
        ("claims.1.evidence.0.table.label", None),
        ("findings.0.code", "CLM2"),
        ("findings.0.severity", "fatal"),
        ("findings.0.message", ""),
        ("findings.2.suggestion.confidence", "certain"),
        ("findings.2.suggestion.doi", "10.1/a"),  # beside a value
        ("findings.2.suggestion", {"confidence": "low", "why": "because"}),
    ],
)
def test_the_schema_rejects(path: str, value: object) -> None:
    report = parsed(full_report())
    put(path, value)(report)
    assert not VALIDATOR.is_valid(report)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("0.type", "opinion"),
        ("0.values", None),
        ("0.remarks", "one"),
        ("0.to_read", [1]),
        ("0.evidence.0.depth", "some"),
        ("0.evidence.0.studied", ["mouse"]),
        ("0.evidence.0.prefix", ""),
        ("0.evidence.0.anchor.state", "fuzzy"),
        ("0.evidence.0.anchor.passages", []),  # of a quote that was found
        ("0.evidence.0.anchor.passages.0.start", -1),
        ("0.evidence.0.anchor.passages.0.place.line", 0),
        ("0.evidence.0.anchor.passages.0.pages", [""]),
        ("0.evidence.0.anchor.cut", ""),
        ("0.evidence.0.anchor.extra", 1),
        ("0.evidence.1.anchor.reason", None),  # of one that was not looked for
        ("1.evidence.0.anchor.changes.0.quoted", ""),
        ("0.evidence.0.judgement.stance", "agrees"),
        ("0.evidence.0.judgement.on", "20 Nov 2026"),
        ("0.evidence.0.judgement.state", "old"),
        ("2.evidence.0.cell.state", "near"),
        ("2.evidence.0.cell.text", ""),
    ],
)
def test_the_schema_rejects_of_a_supported_claim(path: str, value: object) -> None:
    report = parsed(supported_report())
    put(f"claims.{path}", value)(report)
    assert not VALIDATOR.is_valid(report)


@pytest.mark.parametrize("name", ["references", "claims", "findings", "run"])
def test_the_schema_misses_what_is_not_there(name: str) -> None:
    report = parsed(full_report())
    part = report[name][0] if name != "run" else report[name]
    for key in list(part):
        left_out = part.pop(key)
        assert not VALIDATOR.is_valid(report), key
        part[key] = left_out
    del report[name]
    assert not VALIDATOR.is_valid(report)


def test_an_abstract_is_no_file_that_a_passage_could_stand_in() -> None:
    report = supported_report()
    first = report.claims[0]
    line = first.lines[0]
    assert line.anchor
    [passage] = line.anchor.passages
    anchor = replace(line.anchor, file="", passages=(replace(passage, place=Place("", 3)),))
    claim = replace(first, lines=(replace(line, anchor=anchor), *first.lines[1:]))
    told = parsed(replace(report, claims=(claim, *report.claims[1:])))
    found = told["claims"][0]["evidence"][0]["anchor"]
    assert (found["file"], found["passages"][0]["place"]) == (None, None)
    VALIDATOR.validate(told)


def test_a_time_in_another_zone_is_given_in_utc() -> None:
    report = empty_report()
    local = report.run.started.astimezone(tz=None)
    assert parsed(replace(report, run=replace(report.run, started=local))) == parsed(report)
    naive = report.run.started.replace(tzinfo=None)
    assert parsed(replace(report, run=replace(report.run, started=naive))) == parsed(report)


def test_any_text_comes_back_as_it_was() -> None:
    text = 'a"\\\x00\x1b\u2028\n肿瘤\ud800'
    written = render(with_text_everywhere(text), "json")
    written.encode("utf-8")
    assert json.loads(written)["claims"][0]["text"] == text
    assert "肿瘤" in written
    assert re.search(r"\\ud800", written)
