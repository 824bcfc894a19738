"""reStructuredText as it is parsed: nothing is fetched or run, and what Sphinx adds does no harm.

docutils keeps roles and directives in tables that all its users share; nothing is registered there.
"""

import re
from typing import Any, Final

from docutils import frontend, nodes
from docutils.parsers.rst import Directive, Parser, directives, states
from docutils.transforms.references import Footnotes
from docutils.utils import new_document

from evidence.errors import InputError
from evidence.model.document import Cited
from evidence.model.place import Place
from evidence.sources.documents.citation_roles import cited_by_role, is_citing, is_narrative
from evidence.sources.documents.interface import UNREADABLE

_LONGEST_LINE: Final = 1_000_000  # characters; docutils' own limit is 10,000
_MOST_EFFORT: Final = 500_000_000  # characters × marks of a paragraph, summed; a book has a tenth
_ROLE_TARGET: Final = re.compile(r"\s*<[^<>]*>\Z")
_RAISED: Final = ("sup", "superscript")

# They act on the whole program, give a program's text, or say nothing that is read.
_IGNORED: Final = re.compile(
    "include|raw|role|default-role|date|code|code-block|sourcecode|math|parsed-literal|contents"
    "|sectnum|section-numbering|target-notes|header|footer|meta|title"
)
# Sphinx's directives that hold text, without and with a first line that is not part of it.
_TEXT: Final = re.compile("seealso|todo|rst-class|centered|glossary|tab-set|grid|card|margin")
_TEXT_AFTER_ARGUMENT: Final = re.compile(
    "only|tab|tab-item|dropdown|details|grid-item|grid-item-card"
)


class cited(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' nodes are lower case
    """A marker by key: its text as written."""

    def __init__(self, written: str, works: tuple[Cited, ...], *, is_narrative: bool) -> None:
        super().__init__(written, written)
        self.works = works
        self.is_narrative = is_narrative


class bibliography(nodes.Invisible, nodes.Element):  # noqa: N801
    """The .bib files that the document names."""

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__()
        self.files = files


def parse(text: str, name: str) -> nodes.document:
    """The tree of the document, its automatic footnotes numbered.

    Raises InputError (`CIT012`) for a line that is too long and for more markup than docutils can
    bear, and RecursionError when the text is nested too deeply for it.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            message = f"the line has {len(line):,} characters, expected up to {_LONGEST_LINE:,}"
            raise InputError(message, place=Place(name, number), code=UNREADABLE)
    settings = frontend.get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5  # nothing: what it cannot parse stays text
    settings.warning_stream = ""
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = _LONGEST_LINE
    document = new_document(name, settings)
    parser = Parser(inliner=_Inliner())
    parser.state_classes = _STATES
    parser.parse(text, document)
    Footnotes(document).apply()
    return document


def _with_patterns(inliner: type[states.Inliner]) -> type[states.Inliner]:
    """docutils fills its patterns from what stands in the very class, not in one above it."""
    for name, value in vars(states.Inliner).items():
        if isinstance(value, str) and not name.startswith("__"):
            setattr(inliner, name, value)
    return inliner


@_with_patterns
class _Inliner(states.Inliner):
    """Roles are read by their names alone; addresses stay text."""

    def init_customizations(self, settings: Any) -> None:
        super().init_customizations(settings)
        self.implicit_dispatch = []
        self._effort = 0

    def parse(self, text: str, lineno: int, memo: Any, parent: nodes.Element) -> Any:
        # docutils copies and searches what is left of a paragraph at every mark of markup in it.
        self._effort += len(text) * sum(text.count(mark) for mark in "*`|_")
        if self._effort > _MOST_EFFORT:
            place = Place(memo.document["source"], max(lineno, 1))
            message = "the text up to this paragraph has too much markup, more than any book has"
            raise InputError(message, place=place, code=UNREADABLE)
        return super().parse(text, lineno, memo, parent)

    def interpreted(
        self,
        rawsource: str,
        text: str,
        role: str | None,
        lineno: int,  # noqa: ARG002
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name = (role or "").lower()
        content = nodes.unescape(text)
        if is_citing(name) and (works := cited_by_role(content)):
            return [cited(rawsource, works, is_narrative=is_narrative(name))], []
        shown = _ROLE_TARGET.sub("", content) or content
        kind = nodes.superscript if name in _RAISED else nodes.inline
        return [kind(rawsource, shown)], []


class _Ignored(Directive):
    has_content = True

    def run(self) -> list[nodes.Node]:
        return []


class _AnyOption(dict[str, Any]):
    """Options of whatever name."""

    def __missing__(self, name: str) -> Any:
        return directives.unchanged


class _Text(Directive):
    has_content = True
    option_spec = _AnyOption(name=directives.unchanged)

    def run(self) -> list[nodes.Node]:
        container = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


class _TextAfterArgument(_Text):
    optional_arguments = 1
    final_argument_whitespace = True


class _Bibliography(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption(name=directives.unchanged)

    def run(self) -> list[nodes.Node]:
        return [bibliography(tuple(" ".join(self.arguments).split()))]


def _directive_of(name: str) -> type[Directive]:
    """What is done with a directive that docutils does not have."""
    if name == "bibliography":
        return _Bibliography
    if _TEXT_AFTER_ARGUMENT.fullmatch(name):
        return _TextAfterArgument
    return _Text if _TEXT.fullmatch(name) else _Ignored


class _State:
    """What all states do otherwise than docutils'."""

    nested_sm_cache: list[Any] = []  # noqa: RUF012 - docutils', of its own for these states

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    def run_directive(
        self, directive: type[Directive], match: Any, type_name: str, option_presets: Any
    ) -> Any:
        chosen = _Ignored if _IGNORED.fullmatch(type_name.lower()) else directive
        return super().run_directive(chosen, match, type_name, option_presets)  # type: ignore[misc]

    def unknown_directive(self, type_name: str) -> Any:
        line = self.state_machine.line  # type: ignore[attr-defined]
        match = re.search(rf"{re.escape(type_name)} ?:: *", line)
        return self.run_directive(_directive_of(type_name.lower()), match, type_name, {})


_STATES: Final = tuple(
    type(state.__name__, (_State, state), {"__doc__": state.__doc__})
    for state in states.state_classes
)
