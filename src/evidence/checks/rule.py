"""A rule: a code, a name, a weight, and a generator whose docstring is the rule's page."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from evidence.checks.case import Case
from evidence.model.finding import Finding, Severity, Suggestion
from evidence.model.place import Place

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields: where and what, and nothing that the rule's own record already says."""

    place: Place
    message: str
    key: str | None = None
    claim: str | None = None
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One check: `each` takes its subjects out of the case, `check` looks at one of them."""

    code: str
    name: str
    severity: Severity
    each: Callable[[Case], Iterable[Subject]]
    check: Callable[[Subject], Iterator[Problem]]

    def run(self, case: Case) -> Iterator[Finding]:
        """Every finding of this rule."""
        for subject in self.each(case):
            for problem in self.check(subject):
                yield Finding(
                    code=self.code,
                    name=self.name,
                    severity=self.severity,
                    message=problem.message,
                    place=problem.place,
                    key=problem.key,
                    claim=problem.claim,
                    field=problem.field,
                    found=problem.found,
                    expected=problem.expected,
                    suggestion=problem.suggestion,
                    url=self.url,
                )

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def url(self) -> str:
        """Where the rule's page stands, relative to the repository."""
        return f"docs/rules/{self.code}.md"

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self._page.partition("\n")[0]

    def page(self) -> str:
        """The rule's page in Markdown."""
        summary, _, rest = self._page.partition("\n")
        return (
            f"# {self.name} ({self.code})\n\n{summary}\n\nSeverity: {self.severity}.\n"
            f"\n{rest.strip()}\n"
        )

    @property
    def _page(self) -> str:
        page = inspect.getdoc(self.check)
        if not page:
            raise ValueError(f"{self.code} has no docstring, so it would have no page")
        return page


def rule(
    code: str, name: str, severity: Severity, *, each: Callable[[Case], Iterable[Subject]]
) -> Callable[[Callable[[Subject], Iterator[Problem]]], Rule[Subject]]:
    """Make the decorated generator a `Rule` over the subjects that `each` takes from a case."""

    def wrap(check: Callable[[Subject], Iterator[Problem]]) -> Rule[Subject]:
        return Rule(code, name, severity, each, check)

    return wrap
