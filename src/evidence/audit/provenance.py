"""Where the parts of an imported entry come from: the record of the work, or the printed list."""

from dataclasses import replace
from typing import Final, assert_never

from evidence.audit.identification import Identification
from evidence.edits.new_entry import NewEntry
from evidence.edits.printed_entry import printed_entry, printed_identifier
from evidence.edits.proposed_entry import ProposedEntry, entry_of_work
from evidence.matching.text import enumerated
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.outcome import Absent, Found, Unavailable
from evidence.model.printed import PrintedReference
from evidence.model.work import Work

_WORDS: Final = {
    "author": "authors",
    "booktitle": "title of the book",
    "editor": "editors",
    "institution": "institution",
}
# What an item may say beyond the record; a title or an author that the record lacks is no detail.
_DETAILS: Final = ("year", "volume", "number", "pages")


def is_usable(found: Identification) -> bool:
    """Whether the work may fill the entry: no doubt is left, and a registry vouches for it."""
    return found.is_certain and found.work is not None and not found.work.origin.hand_made


def entry_from_record(work: Work, printed: PrintedReference) -> ProposedEntry:
    """The entry of a work that was found, the DOI as printed where one is."""
    proposed = entry_of_work(work)
    recorded = dict(proposed.entry.fields)
    own = printed_entry(printed)
    is_same_type = own.type == proposed.entry.type
    details = {
        name: content
        for name, content in own.fields
        if is_same_type and name in _DETAILS and name not in recorded
    }
    from_list = list(details)
    if printed.doi:
        recorded["doi"] = printed_identifier(printed.doi)
        from_list.append("doi")
    doi = recorded.pop("doi", "")
    fields = {**recorded, **details, "doi": doi}
    theirs = [name for name in recorded if name not in from_list]
    theirs += [] if printed.doi else ["doi"]
    comment = f"{_listed(theirs)} from {work.origin.registry}'s record of {work.doi}"
    comment += f"; {_listed(from_list)} as printed." if from_list else "."
    entry = NewEntry(proposed.entry.type, tuple((n, c) for n, c in fields.items() if c))
    return replace(proposed, entry=entry, comments=(comment,))


def entry_as_printed(printed: PrintedReference, text: str, found: Identification) -> ProposedEntry:
    """The entry of an item for which no work was found, or none without a doubt."""
    remark = f" {found.remark}." if found.remark else ""
    return ProposedEntry(
        printed_entry(printed, text),
        printed.authors or printed.editors,
        printed.title,
        int(printed.year) if printed.year.isdecimal() else None,
        _dois(printed.doi),
        comments=(f"as printed; {_why(found)}.{remark}",),
    )


def _dois(written: str) -> tuple[Doi, ...]:
    reading = read_doi(written) if written else None
    if isinstance(reading, WrittenDoi):
        return (reading.doi,)
    return (reading.mended,) if reading and reading.mended else ()


def _why(found: Identification) -> str:
    """Why there is nothing but what is printed."""
    match found.outcome:
        case Found(work=work) if work.origin.hand_made:
            return f"the record of {work.doi} was made by hand and not used"
        case Found(work=work):
            return f"the record of {work.doi} leaves a doubt and was not used: {found.why}"
        case Absent(reason=reason):
            return reason
        case Unavailable(reason=reason):
            return f"nobody could be asked: {reason}"
        case unknown:
            assert_never(unknown)


def _listed(names: list[str]) -> str:
    return enumerated([_WORDS.get(name, name) for name in names])
