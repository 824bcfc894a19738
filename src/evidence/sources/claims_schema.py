"""The shape of a claims file, for pydantic to check.

Every scalar arrives as text. An empty entry (`note:`) counts as absent.
"""

import datetime
import re
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from evidence.model.claim import ClaimType, Role, System
from evidence.model.judgement import Defect, Stance

SCHEMA: Final = "evidence/claims/1"

RESERVED: Final[dict[str, frozenset[str]]] = {
    "Claim": frozenset({"review_by", "expires", "markets"}),
}
"""Keys that a later version will give a meaning, by the shape that will have them."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
OptionalText = Annotated[str, StringConstraints(strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[\w.:-]+$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
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


def _read_date(value: Any) -> Any:
    """A date as it is written in ISO 8601; pydantic itself would take a number of seconds too."""
    if isinstance(value, str) and _DATE.fullmatch(value.strip()):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise PydanticCustomError("no_date", "expected a date")


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


class Judged(Shape):
    """Who judged a line, and on what day.

    A tool for YAML 1.1 takes the key `on` for a truth value, and writes it back as `true`.
    """

    by: Text
    on: Annotated[datetime.date, BeforeValidator(_read_date)]

    @model_validator(mode="before")
    @classmethod
    def _restore_on(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "on" in data:
            return data
        return {"on" if key == "true" else key: value for key, value in data.items()}


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
    prefix: OptionalText = ""
    suffix: OptionalText = ""
    stance: Stance | None = None
    defect: Defect | None = None
    judged: Judged | None = None

    @model_validator(mode="after")
    def _prove_stance(self) -> Self:
        """What goes with a judgement stands beside one."""
        for key in ("defect", "judged"):
            if getattr(self, key) is not None and self.stance is None:
                raise PydanticCustomError("no_stance", "expected a stance", {"key": key})
        return self


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
