"""What the words of a report say of a page that could not be checked."""

import pytest

from evidence.model.anchor import Anchor, AnchorState, Passage
from evidence.model.place import Place
from evidence.reports.support_words import anchor_detail

FOUND, NOT_FOUND = AnchorState.FOUND, AnchorState.NOT_FOUND


@pytest.mark.parametrize(
    ("state", "pages", "page", "expected"),
    [
        (FOUND, (), "403", "page not checked: the text has no pages"),
        (FOUND, (), "", ""),
        (FOUND, ("4", "403"), "403", "p. 403 · 4 of the file"),
        (NOT_FOUND, (), "403", ""),
    ],
)
def test_a_page_that_a_text_without_pages_cannot_tell(
    state: AnchorState, pages: tuple[str, ...], page: str, expected: str
) -> None:
    passage = Passage(text="Gout hurts", start=0, end=10, place=Place("sources/a.xml"), pages=pages)
    found = state is FOUND
    assert (
        anchor_detail(Anchor(state=state, passages=(passage,) if found else ()), page) == expected
    )
