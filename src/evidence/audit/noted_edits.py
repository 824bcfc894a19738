"""A change of a claims file that is written together with what the lock notes of it."""

from evidence.edits.claims.editing import ClaimsEdit
from evidence.edits.file_edit import FileEdit
from evidence.edits.lock import LockEdit
from evidence.errors import InputError


def write_noted(claims: ClaimsEdit, lock: LockEdit, *, what: str, again: str) -> None:
    """Write the claims file and the lock, each whole or not at all.

    `what` was put into the claims file (`the judgement`), and `again` is what to do when only that
    was written. Raises InputError when one of the files is not what it was when it was read, with
    neither written; and when one cannot be written: then the claims file is put back as it was, and
    where that fails as well, the message says so.
    """
    for edit in (claims, lock):
        edit.prove_current()
    claims.write()
    try:
        lock.write()
    except InputError as error:
        try:
            FileEdit(claims.path, claims.after, claims.before).write()
        except InputError:
            there = f"`{claims.name}` may have {what} all the same; {again}"
        else:
            there = f"`{claims.name}` is as it was"
        message = f"{error.message} ({there})"
        raise InputError(message, place=error.place, code=error.code) from error
