"""How well citation markers are found, and attached to their statements, in each form and format.

Each form writes the paragraphs of `marker_cases` as a document, which is then read. A marker
counts as found where the right labels come in the right order, as attached where the statement that
has it is the sentence that has it in the case, word for word.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from evidence.model.document import Statement
from evidence.sources.documents.read import read_document
from marker_documents import FORMS, Form, Sentence, sentences, writable, write_document
from marker_paragraphs import HELD_OUT, TUNED, Paragraph

_ROW: Final = "{:22} {:6} {:>8} {:>8} {:>10} {:>10}"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of markers: expected, found in the document, right, right and on their statement."""

    expected: int = 0
    found: int = 0
    right: int = 0
    attached: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.expected + other.expected,
            self.found + other.found,
            self.right + other.right,
            self.attached + other.attached,
        )

    def row(self, name: str, suffix: str) -> str:
        """Recall, precision and attachment."""
        shares = (
            _share(self.right, self.expected),
            _share(self.right, self.found),
            _share(self.attached, self.right),
        )
        return _ROW.format(name, suffix, str(self.expected), *shares)


def main() -> None:
    """Print the tables, and what went wrong."""
    for title, paragraphs in (("tuned", TUNED), ("held out", HELD_OUT)):
        print(f"\n## Markers, {title}\n")
        print(_ROW.format("form", "format", "markers", "recall", "precision", "attached"))
        wrong: list[str] = []
        total = Score()
        for form in FORMS:
            score = measure(paragraphs, form, wrong)
            total += score
            print(score.row(form.name, form.suffix))
        print(total.row("all", ""))
        print("\n".join(wrong))


def measure(paragraphs: Sequence[Paragraph], form: Form, wrong: list[str]) -> Score:
    """The score of one form; `wrong` gets a line for each thing that went wrong."""
    paragraphs = writable(paragraphs, form)
    expected = sentences(paragraphs, form)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"review{form.suffix}")
        path.write_bytes(write_document(paragraphs, form))
        document = read_document(path)
    pairs = [(labels, each) for each in expected for labels in each.labels]
    found = [(cited.labels, each) for each in document.statements for cited in each.citations]
    matcher = SequenceMatcher(
        None, [labels for labels, _ in pairs], [labels for labels, _ in found], autojunk=False
    )
    right = attached = 0
    for kind, a, end_a, b, end_b in matcher.get_opcodes():
        if kind != "equal":
            wrong += [f"  {form.name} {form.suffix}: missed {pair}" for pair in pairs[a:end_a]]
            wrong += [f"  {form.name} {form.suffix}: invented {_brief(p)}" for p in found[b:end_b]]
            continue
        right += end_a - a
        for (_, sentence), (labels, statement) in zip(pairs[a:end_a], found[b:end_b], strict=True):
            if _same(sentence, statement):
                attached += 1
            else:
                wrong.append(
                    f"  {form.name} {form.suffix}: {labels} stands on `{statement.text}`,"
                    f" not on `{sentence.text}`"
                )
    return Score(len(pairs), len(found), right, attached)


def _brief(pair: tuple[tuple[str, ...], Statement]) -> str:
    labels, statement = pair
    return f"{labels} on `{statement.text[:90]}`"


def _same(sentence: Sentence, statement: Statement) -> bool:
    return _folded(sentence.text) == _folded(statement.text)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


if __name__ == "__main__":
    main()
