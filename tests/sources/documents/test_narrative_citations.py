from pathlib import Path

import pytest

from evidence.sources.documents.read import read_document


@pytest.mark.parametrize(
    ("name", "sentence", "text"),
    [
        ("a.tex", r"Rash fell in adults \citet*{roe2001}.", "Rash fell in adults."),
        ("a.tex", r"Rash fell (\citet{roe2001}).", "Rash fell."),
        ("a.tex", r"Rash fell, as seen by \citet{roe2001}.", "Rash fell, as seen by roe2001."),
        ("a.tex", r"These doses follow \citet{roe2001}.", "These doses follow roe2001."),
        ("a.tex", r"In adults \citet{roe2001} saw it.", "In adults roe2001 saw it."),
        ("a.md", "Rash fell in adults @roe2001 [p. 3].", "Rash fell in adults."),
        ("a.md", "@roe2001 [p. 3] saw it.", "@roe2001 saw it."),
        ("a.md", "@roe2001", "@roe2001"),
        ("a.md", "{cite:t}`roe2001` saw it.", "roe2001 saw it."),
        ("a.rst", ":cite:t:`roe2001` saw it.", "roe2001 saw it."),
        ("a.rst", "Rash fell in adults :cite:t:`roe2001`.", "Rash fell in adults."),
    ],
)
def test_a_narrative_marker_stays_where_its_sentence_needs_it(
    tmp_path: Path, name: str, sentence: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(sentence)
    (statement,) = read_document(path).statements
    assert (statement.text, statement.labels) == (text, ("roe2001",))
