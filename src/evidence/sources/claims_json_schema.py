"""The shape of a claims file as a JSON Schema, for editors to complete and to explain."""

from typing import Any, Final, TypeAlias

from evidence.sources.claims_schema import SCHEMA, Claim, File

Json: TypeAlias = dict[str, Any]

# YAML readers make numbers, booleans and nothing of what a claims file takes for text.
_SCALAR: Final = ["string", "number", "boolean"]
# `\w` in Python is any letter, in an editor an ASCII one: here, all but ASCII's other signs.
_ID: Final = r"^[^\s!-,/;-@\[-^`{-~]+$"

_DATE: Final = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"

_MEANINGS: Final[dict[str, dict[str, str]]] = {
    "File": {
        "schema": f"The version of this format: {SCHEMA}.",
        "documents": "The texts that state the claims, as paths from the folder of this file.",
        "claims": "The claims, each with an id and a text.",
        "ignore": "Findings that were looked at and accepted: the rule's code, and why.",
    },
    "Claim": {
        "id": "Letters, digits and `. _ : -`; unique in the project.",
        "text": "The claim in your words.",
        "variants": "Other wordings of the claim that are approved.",
        "type": "What kind of statement the claim makes (after SEPIO).",
        "system": "In what the finding was made, from the test tube to the patient (after ECO).",
        "values": "The numbers that the claim states.",
        "evidence": "The works that the claim rests on: a key, or a mapping with `reference`.",
        "rests_on": "Ids of the claims that this one is inferred from.",
        "note": "What a reviewer should know.",
        "ignore": "Findings about this claim that were accepted: the rule's code, and why.",
    },
    "Line": {
        "reference": "The key of an entry of the .bib file.",
        "role": "What the work does for the claim (after CiTO).",
        "system": "In what the work found it.",
        "design": "The kind of study in which the work found it (after SEVCO and CIViC).",
        "quote": "The work's own words.",
        "page": "The page of the work where it stands.",
        "section": "The section of the work where it stands.",
        "table": "The table of the work, and the cell, where it stands.",
        "note": "What a reviewer should know.",
        "prefix": "What stands before the quote, where its words occur more than once.",
        "suffix": "What stands behind the quote, where its words occur more than once.",
        "stance": "What the work says to the claim, in a person's reading.",
        "defect": "What is wrong with the citation, in a person's reading.",
        "judged": "Who said so, and on what day.",
    },
    "Judged": {
        "by": "The person.",
        "on": "The day, as 2026-01-31.",
    },
    "Number": {
        "name": "What is measured, such as IC50.",
        "value": "The number as it is printed, or a range.",
        "unit": "Its unit, in UCUM's spelling or the text's.",
        "target": "What it is measured on, such as ROS1.",
        "comparator": "What the value is compared with.",
        "n": "In how many.",
        "ci": "The confidence interval.",
    },
    "Table": {
        "label": "The table, such as Table 2.",
        "row": "The heading of the row.",
        "column": "The heading of the column.",
        "cell": "What stands in the cell.",
    },
}

_MEMBERS: Final[dict[str, str]] = {
    "mechanism": "How a substance acts.",
    "pharmacodynamic": "What a substance does to the body or to a target.",
    "pharmacokinetic": "What the body does to a substance.",
    "efficacy": "A wanted effect.",
    "safety": "An unwanted effect, or its absence.",
    "comparative": "One thing measured against another.",
    "epidemiology": "How often something occurs, and in whom.",
    "economic": "Costs and what they buy.",
    "inference": "Concluded from other claims: see `rests_on`.",
    "in-silico": "By computation.",
    "biochemical": "In isolated molecules.",
    "cell": "In cells in culture.",
    "ex-vivo": "In tissue outside the body.",
    "healthy-volunteer": "In healthy people.",
    "patient": "In people with the disease.",
    "evidence": "It supports the claim; the default.",
    "method": "It describes the method.",
    "data": "It holds the data; it supports the claim.",
    "definition": "It defines a term.",
    "contrary": "It found otherwise.",
    "in-vitro": "Outside a living organism.",
    "case-report": "Single patients, described.",
    "phase-1": "A first trial in people: dose and tolerability.",
    "phase-2": "A trial for first signs of efficacy.",
    "phase-3": "A trial that confirms efficacy.",
    "basket-trial": "One treatment in several diseases with a common trait.",
    "rct": "A randomised controlled trial.",
    "cohort": "A group that was observed over time.",
    "pooled-analysis": "The patients of several trials taken together.",
    "meta-analysis": "The results of several studies taken together.",
    "review": "An account of other works.",
    "guideline": "Recommendations of a body of experts.",
    "label": "The product information of a medicine.",
    "animal": "In animals.",
    "background": "What is generally known.",
    "supports": "It says what the claim says.",
    "partly": "It says part of it.",
    "disputes": "It says otherwise.",
    "neutral": "It says neither.",
    "not-substantiated": "The work does not say it.",
    "oversimplified": "The work says it with more conditions.",
    "contradicted": "The work says the opposite.",
    "misquoted": "The words or numbers are not the work's.",
    "indirect": "The work reports what another one found.",
    "irrelevant": "The work is about something else.",
}


def claims_json_schema() -> Json:
    """The JSON Schema (draft 2020-12) of claims files.

    It accepts what `read_claims` does, read by any YAML reader, but for ids with rare signs; it
    cannot see keys and ids that stand twice, days that no calendar has, and a judgement without a
    stance.
    """
    parts = {model.__name__: model.model_json_schema(by_alias=True) for model in (File, Claim)}
    definitions = parts["Claim"].pop("$defs") | parts
    made = {name: _part(name, definition) for name, definition in definitions.items()}
    made["File"]["properties"]["claims"]["items"] = {"$ref": "#/$defs/Claim"}
    shorthand = {"type": _SCALAR, "pattern": r"\S", "description": "The key alone."}
    made["Claim"]["properties"]["evidence"]["items"] = {
        "anyOf": [shorthand, {"$ref": "#/$defs/Line"}]
    }
    _let_on_be_true(made["Judged"])
    file = made.pop("File")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA}
    return {**head, **file, "$defs": made}


def _let_on_be_true(judged: Json) -> None:
    """The key `on` as a tool for YAML 1.1 writes it back; either is expected, not both."""
    judged["properties"]["true"] = judged["properties"]["on"]
    judged["required"] = ["by"]
    judged["oneOf"] = [{"required": ["on"]}, {"required": ["true"]}]


def _part(name: str, definition: Json) -> Json:
    """A mapping with the meaning of its keys, or an enumeration with that of its members."""
    if "enum" in definition:
        return {"description": definition["description"], **_enumeration(definition)}
    properties: Json = {}
    for key, schema in definition["properties"].items():
        is_optional = key not in definition["required"]
        meant = {"description": _MEANINGS[name][key]}
        properties[key] = {**meant, **_loosened(schema, is_optional=is_optional)}
    return {
        "type": "object",
        "description": definition["description"],
        "properties": properties,
        "required": definition["required"],
        "additionalProperties": False,
    }


def _loosened(schema: Json, *, is_optional: bool) -> Json:
    """A value's schema for any scalar that a YAML reader may make of it, or for none."""
    choices = [choice for choice in schema.get("anyOf", [schema]) if choice.get("type") != "null"]
    [schema] = choices
    if "$ref" in schema or "enum" in schema:
        made = {"$ref": schema["$ref"]} if "$ref" in schema else _enumeration(schema)
        return {"anyOf": [made, {"type": "null"}]} if is_optional else made
    match schema:
        case {"const": const}:
            return {"const": const}
        case {"type": "string"}:
            made = {"type": list(_SCALAR)}
            if "pattern" in schema:
                made["pattern"] = _ID
            elif "minLength" in schema:
                made["pattern"] = r"\S"
            elif schema.get("format") == "date":
                made = {"type": ["string"], "pattern": _DATE}
        case {"type": "array"}:
            made = {"type": ["array"]}
            if schema["items"]:
                made["items"] = _loosened(schema["items"], is_optional=False)
        case _:
            [pattern] = schema["patternProperties"]
            reason = {"type": [*_SCALAR, "null"]}
            made = {"type": ["object"], "patternProperties": {pattern: reason}}
            made["additionalProperties"] = False
    if is_optional:
        made["type"].append("null")
    return made


def _enumeration(schema: Json) -> Json:
    return {"oneOf": [{"const": name, "description": _MEMBERS[name]} for name in schema["enum"]]}
