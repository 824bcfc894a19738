"""What a claim says otherwise than the words that it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """The claim's words and the quote's, either empty where it has none; `quote` is the place of
    the quote among those that were compared.
    """

    ours: str
    theirs: str
    quote: int
