"""Crossref's dates, which may stop at the year or the month, and be wrong in any part."""

from datetime import date

from evidence.registries.json_parts import items, part, text


def date_parts(value: object) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of `{"date-parts": [[year, month, day]]}`, as far as it can be one."""
    for parts in items(part(value, "date-parts"))[:1]:
        year, month, day = ([_number(each) for each in items(parts)] + [0, 0, 0])[:3]
        if 1000 <= year <= 9999:
            known_month = month if 1 <= month <= 12 else None
            known_day = day if known_month and 1 <= day <= 31 else None
            return year, known_month, known_day
    return None


def calendar_day(value: object) -> date | None:
    """The day in the calendar, None where the date is not whole or there is no such day."""
    known = date_parts(value)
    if known is None or known[1] is None or known[2] is None:
        return None
    try:
        return date(known[0], known[1], known[2])
    except ValueError:
        return None


def _number(value: object) -> int:
    """The number, also where it is spelt as text; 0 where there is none."""
    spelt = text(value)
    return int(spelt) if spelt.isascii() and spelt.isdigit() and len(spelt) <= 4 else 0
