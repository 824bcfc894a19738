"""The JSON Schema of claims files, held against what the reader itself accepts."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from evidence.model.claim import ClaimType, Role, System
from evidence.model.judgement import Defect, Stance
from evidence.sources.claims import read_claims
from evidence.sources.claims_json_schema import claims_json_schema
from evidence.sources.claims_schema import Claim, File, Judged, Line, Number, Shape, Table

ROOT = Path(__file__).parents[2]
SCHEMA = claims_json_schema()
HEAD = "schema: evidence/claims/1\n"

GOOD = [
    "claims: []",
    "documents:\nignore: {MET001: read}\nclaims: []",
    "claims: [{id: 12, text: 7, note: , type: , evidence: }]",
    "claims: [{id: a, text: no, evidence: [a, 12, {reference: b, page: 3, role: , table: }]}]",
    "claims: [{id: Übelkeit.x_1:2-3, text: a, values: [{name: p, value: 0.05, n: 12}]}]",
    "claims: [{id: a, text: a, rests_on: [b], ignore: {CLM005: , MET001: yes}}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, design: rct, system: cell}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, table: {label: 1, cell: 7}}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, prefix: 7, quote: c, suffix: }]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: partly, defect: indirect}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: , judged: }]}]",
    # A YAML 1.1 reader would make truth of a bare `on`, and a day of what stands there.
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: supports, judged: "
    "{by: c, 'on': '2026-01-31'}}]}]",
]
BAD = [
    "",
    "claims:",
    "claims: [x]",
    "claims: [{id: a}]",
    "claims: [{text: a}]",
    "claims: [{id: a b, text: a}]",
    "claims: [{id: a, text: }]",
    "claims: [{id: a, text: '  '}]",
    "claims: [{id: a, text: [b]}]",
    "claims: [{id: a, text: a, type: guess}]",
    "claims: [{id: a, text: a, evidence: b}]",
    "claims: [{id: a, text: a, evidence: [[b]]}]",
    "claims: [{id: a, text: a, evidence: [ ' ' ]}]",
    "claims: [{id: a, text: a, evidence: [{page: 3}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, role: friend}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, desing: rct}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, table: 3}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: maybe}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: partly, defect: bad}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: partly, judged: c}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: partly, judged: {by: c}}]}]",
    "claims: [{id: a, text: a, evidence: [{reference: b, stance: partly, judged: "
    "{by: c, 'on': 'in May'}}]}]",
    "claims: [{id: a, text: a, values: [{name: p}]}]",
    "claims: [{id: a, text: a, ignore: {met: why}}]",
    "claims: [{id: a, text: a, markets: [EU]}]",
    "claims: []\nclaim: []",
]


def errors(text: str) -> list[str]:
    validator: Any = Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(yaml.safe_load(text))]


def is_read(text: str, tmp_path: Path) -> bool:
    path = tmp_path / "claims.yaml"
    path.write_text(text, "utf-8")
    return not read_claims([(path, "claims.yaml")]).problems


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_this_repositorys_claims_are_accepted() -> None:
    assert errors((ROOT / "claims.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize("text", GOOD)
def test_what_is_read_is_accepted(text: str, tmp_path: Path) -> None:
    assert is_read(HEAD + text, tmp_path)
    assert errors(HEAD + text) == []


@pytest.mark.parametrize("text", BAD)
def test_what_is_not_read_is_refused(text: str, tmp_path: Path) -> None:
    assert not is_read(HEAD + text, tmp_path)
    assert errors(HEAD + text)


def test_another_schema_is_refused() -> None:
    assert errors("schema: evidence/claims/2\nclaims: []")


def test_every_key_has_a_meaning() -> None:
    parts: dict[str, type[Shape]] = {"Claim": Claim, "Line": Line, "Number": Number, "Table": Table}
    parts["Judged"] = Judged
    shown = {name: dict(SCHEMA["$defs"][name]["properties"]) for name in parts}
    del shown["Judged"]["true"]  # how YAML 1.1 reads `on`
    shown["File"] = SCHEMA["properties"]
    parts["File"] = File
    for name, model in parts.items():
        keys = {field.alias or key for key, field in model.model_fields.items()}
        assert set(shown[name]) == keys
        assert all(schema["description"] for schema in shown[name].values())


def test_every_member_of_an_enumeration_is_offered_with_its_meaning() -> None:
    for model in (ClaimType, System, Role, Stance, Defect):
        offered = SCHEMA["$defs"][model.__name__]["oneOf"]
        assert [each["const"] for each in offered] == [each.value for each in model]
        assert all(each["description"] for each in offered)
