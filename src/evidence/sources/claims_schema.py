"""The shape of a claims file, for pydantic to check.

Every scalar arrives as text. An empty entry (`note:`) counts as absent.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from evidence.model.claim import ClaimType, Role, System

SCHEMA: Final = "evidence/claims/1"

RESERVED: Final[dict[str, frozenset[str]]] = {
    "Claim": frozenset({"review_by", "expires", "markets"}),
    "Line": frozenset({"stance", "defect", "judged", "prefix", "suffix"}),
}
"""Keys that a later version will give a meaning, by the shape that will have them."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
OptionalText = Annotated[str, StringConstraints(strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[\w.:-]+$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
# After SEVCO and CIViC.
Design = Literal[
    "in-vitro",
    "animal",
    "case-report",
    "phase-1",
    "phase-2",
    "phase-3",
    "basket-trial",
    "rct",
    "cohort",
    "pooled-analysis",
    "meta-analysis",
    "review",
    "guideline",
    "label",
]


def _spell_out(line: Any) -> Any:
    """The shorthand of an evidence line, its reference alone, in full."""
    return {"reference": line} if isinstance(line, str) else line


class Shape(BaseModel):
    """What all parts have in common: unknown keys are errors, empty entries are absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict) or None not in data.values():
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}


class Table(Shape):
    """A cell of a table in the cited work."""

    label: Text
    row: OptionalText = ""
    column: OptionalText = ""
    cell: OptionalText = ""


class Number(Shape):
    """A value that a claim states."""

    name: Text
    value: Text
    unit: OptionalText = ""
    target: OptionalText = ""
    comparator: OptionalText = ""
    n: OptionalText = ""
    ci: OptionalText = ""


class Line(Shape):
    """One work that a claim rests on."""

    reference: Text
    role: Role = Role.EVIDENCE
    system: System | None = None
    design: Design | None = None
    quote: OptionalText = ""
    page: OptionalText = ""
    section: OptionalText = ""
    table: Table | None = None
    note: OptionalText = ""


class Claim(Shape):
    """One claim."""

    id: Id
    text: Text
    variants: list[Text] = Field(default_factory=list)
    type: ClaimType | None = None
    system: System | None = None
    values: list[Number] = Field(default_factory=list)
    evidence: list[Annotated[Line, BeforeValidator(_spell_out)]] = Field(default_factory=list)
    rests_on: list[Text] = Field(default_factory=list)
    note: OptionalText = ""
    ignore: dict[Code, str | None] = Field(default_factory=dict)


class File(Shape):
    """A claims file; each of its claims is checked on its own."""

    schema_: Annotated[Literal["evidence/claims/1"], Field(alias="schema")]
    documents: list[Text] = Field(default_factory=list)
    claims: list[Any]
    ignore: dict[Code, str | None] = Field(default_factory=dict)
