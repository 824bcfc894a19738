"""A claims file that is edited and read again, for tests."""

from pathlib import Path

from evidence.edits.claims.editing import edit_claims, write_claims_edit
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.model.claim import Role

HEAD = "schema: evidence/claims/1\n"
PAIN = NewClaim("pain", "Ibuprofen eases pain.", lines=(NewLine("moore2015"),))
KEY = NewLine("abc2020")
PAGED = NewLine("abc2020", Role.BACKGROUND, page="12")


def edited(
    text: str,
    *claims: NewClaim,
    lines: tuple[tuple[str, NewLine], ...] = (),
    documents: tuple[str, ...] = (),
) -> str:
    """The text of `claims.yaml`, here, once it is edited."""
    path = Path("claims.yaml")
    path.write_bytes(text.encode())
    write_claims_edit(edit_claims(path, claims=claims, lines=lines, documents=documents))
    return path.read_bytes().decode()
