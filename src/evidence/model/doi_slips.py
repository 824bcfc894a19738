"""Slips in the prefix of a DOI: a character that is wrong, lost or blank."""

from typing import Final

# No registrant code has more than five digits yet.
_REGISTRANT: Final = r"[0-9]{4,5}(?:\.[0-9]+)*"
PREFIX_SLIPS: Final = (
    (
        r"(?<![0-9.])1(?P<slip>o)\.[0-9o.]{4,}/\S",
        "letter `O` where the `0` of `10.` belongs",
        "0",
    ),
    (
        rf"(?<![0-9a-z])(?P<slip>[il])0\.{_REGISTRANT}/\S",
        "letter where the `1` of `10.` belongs",
        "1",
    ),
    (
        r"(?<![0-9.])10\.[0-9]{0,8}(?P<slip>o)[0-9o]{0,8}/\S",
        "letter `O` in the registrant code",
        "0",
    ),
    (
        rf"(?<![0-9.])10(?P<slip>\s*[,;:·/]\s*){_REGISTRANT}/\S",
        "wrong sign where the dot after `10` belongs",
        ".",
    ),
    (
        rf"(?<![0-9.])10(?P<slip>\s+\.\s*|\.\s+|\.\.+){_REGISTRANT}/\S",
        "blank or doubled dot after `10`",
        ".",
    ),
    (rf"(?<![0-9.])10(?P<slip>\s+){_REGISTRANT}/\S", "blank where the dot after `10` belongs", "."),
    (
        rf"(?<![0-9.])10\.{_REGISTRANT}(?P<slip>\\/|\\+)\S",
        "backslash where the `/` after the prefix belongs",
        "/",
    ),
    (
        rf"(?<![0-9.])10\.{_REGISTRANT}(?P<slip>\s+/\s*|/\s+)\S",
        "blank beside the `/` after the prefix",
        "/",
    ),
    (
        rf"(?<![0-9.])10\.{_REGISTRANT}(?P<slip>\s+)[a-z]\S",
        "blank where the `/` after the prefix belongs",
        "/",
    ),
    (
        rf"(?<![0-9.])10\.{_REGISTRANT}(?P<slip>[_|:⁄∕]|[.-](?=[a-z(]))\S",
        "wrong sign where the `/` after the prefix belongs",
        "/",
    ),
    (rf"(?<![0-9.])(?P<slip>)0\.{_REGISTRANT}/\S", "the `1` of `10.` is missing", "1"),
    (rf"(?<![0-9.])1(?P<slip>)\.{_REGISTRANT}/\S", "the `0` of `10.` is missing", "0"),
    (rf"(?<![0-9.])10(?P<slip>){_REGISTRANT}/\S", "the dot after `10` is missing", "."),
    (
        rf"(?<![0-9.])10\.{_REGISTRANT}(?P<slip>)[a-z(]\S",
        "the `/` after the prefix is missing",
        "/",
    ),
    (r"^10\.[0-9]{4}(?P<slip>)[0-9][^/\s]{2,}$", "the `/` after the prefix is missing", "/"),
    (r"^(?P<slip>\.?)(?=[0-9]{4,5}/[^\s/])", "the `10.` is missing", "10."),
)
"""Pattern (the group `slip` is at fault), what it is in words, and what belongs there; in order."""
