"""What Crossref's records say became of a work, and of which other works it is a version.

The work that was retracted says so in `updated-by`, its notice in `update-to`. Some records have
both directions for one pair; then the one that Retraction Watch witnesses is the true one.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from evidence.model.doi import Doi
from evidence.model.work import Relation, Update
from evidence.registries.crossref_dates import calendar_day
from evidence.registries.json_parts import doi_in, items, part, text

_WITNESS: Final = "retraction-watch"

# Spellings that occur among Crossref's 280,152 updates: `err` 234 times, the misspelt ones once.
_SPELLINGS: Final = {
    "err": "erratum",
    "corrected": "correction",
    "corrected-article": "correction",
    "retracion": "retraction",
    "retration": "retraction",
}
_VERSIONS: Final = frozenset({"new-version", "new-edition"})
_RELATIONS: Final = frozenset({"is-preprint-of", "has-preprint", "is-version-of", "has-version"})


def updates_of(record: object, doi: Doi) -> Iterator[Update]:
    """What became of the work `doi`, in the registry's order.

    A work that updates itself was changed in place, and some records say so in `update-to` alone
    (10.1103/physrevb.98.104436); a new version of itself is a publisher's slip.
    """
    told, own = _events(record, "updated-by"), _events(record, "update-to")
    turned_round = _witnessed(own) - _witnessed(told) - {doi}
    in_place = {update.type for update in told if update.doi == doi}
    told += [update for update in own if update.doi == doi and update.type not in in_place]
    for update in told:
        is_slip = update.doi == doi and update.type in _VERSIONS
        if not is_slip and update.doi not in turned_round:
            yield update


def taken_back_by(record: object, doi: Doi) -> Iterator[Doi]:
    """The other works of which the record is the notice of retraction, withdrawal or removal."""
    told, own = _events(record, "updated-by"), _events(record, "update-to")
    passed_over = {doi} | (_witnessed(told) - _witnessed(own))
    for update in own:
        if update.withdraws and update.doi and update.doi not in passed_over:
            yield update.doi


def relations_of(record: object, doi: Doi) -> Iterator[Relation]:
    """The relations of the work `doi` to other works that are told here, those by DOI."""
    related = part(record, "relation")
    for key in related if isinstance(related, dict) else ():
        kind = _folded(key)
        for item in items(part(related, key)) if kind in _RELATIONS else ():
            other = doi_in(part(item, "id"))
            if other and other != doi and _folded(part(item, "id-type")) == "doi":
                yield Relation(kind, other)


def _events(record: object, member: str) -> list[Update]:
    """The members of `updated-by` or `update-to` that say what happened."""
    return [update for update in map(_update, items(part(record, member))) if update.type]


def _witnessed(updates: Iterable[Update]) -> set[Doi]:
    """The other side of each update that Retraction Watch tells of."""
    return {update.doi for update in updates if update.doi and update.source == _WITNESS}


def _update(item: object) -> Update:
    """One member of `updated-by` or `update-to`; its type is empty where it says nothing."""
    kind = _folded(part(item, "type"))
    return Update(
        type=_SPELLINGS.get(kind, kind),
        doi=doi_in(part(item, "DOI")),
        date=calendar_day(part(item, "updated")),
        source=text(part(item, "source")),
    )


def _folded(value: object) -> str:
    """A type in lower case with hyphens, however its words are joined."""
    return "-".join(text(value).casefold().replace("_", " ").replace("-", " ").split())
