import pytest

from evidence.model.place import Place
from evidence.sources.positions import Positions


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (1, 1, 2), (3, 2, 1), (5, 3, 1), (7, 4, 1), (8, 4, 2)]
)
def test_every_kind_of_line_end_ends_one_line(offset: int, line: int, column: int) -> None:
    positions = Positions.of("a\r\nb\nc\ré", "x.bib")
    assert positions.place(offset) == Place("x.bib", line, column)
    assert positions.line(offset) == line
    assert positions.offset(Place("x.bib", line, column)) == offset
