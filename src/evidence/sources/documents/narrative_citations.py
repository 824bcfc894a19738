"""Narrative citations that their sentence does not need: `… in adults \\citet{rolfo2015}.`"""

import re
from dataclasses import replace
from typing import Final

from evidence.sources.documents.interface import Block, Contents, KnownCitation

_END_OF_SENTENCE: Final = re.compile(r"\s*(?:[.;!?)\]]|\Z)")
_LONGEST_WORD: Final = 30
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)\s*\Z")
# What stands before the cited authors where they are a part of the sentence: prepositions,
# conjunctions, and the verbs whose object they are.
_NEEDING: Final = re.compile(
    r"after|against|and|as|at|before|but|by|follow(?:s|ed|ing)?|for|from|in|like|of|on|or|per|than"
    r"|through|to|under|unlike|using|via|with|adapt(?:s|ed)?|adopt(?:s|ed)?|cit(?:e|es|ed)"
    r"|confirm(?:s|ed)?|contradict(?:s|ed)?|extend(?:s|ed)?|replicat(?:e|es|ed)"
    r"|reproduc(?:e|es|ed)|see|support(?:s|ed)?|us(?:e|es|ed)"
    r"|bei|durch|für|gegen|mit|nach|oder|siehe|und|von|wie|zu"
    r"|avec|chez|comme|dans|de|et|ou|par|selon|voir",
    re.IGNORECASE,
)


def settle_narratives(contents: Contents) -> Contents:
    """The contents, where a narrative marker that only closes its sentence is one like `[3]`."""
    return replace(contents, blocks=tuple(map(_settled, contents.blocks)))


def _settled(block: Block) -> Block:
    if not any(each.is_narrative for each in block.citations):
        return block
    return replace(
        block,
        citations=tuple(
            replace(each, is_narrative=each.is_narrative and not _is_closing(block.text, each))
            for each in block.citations
        ),
    )


def _is_closing(text: str, citation: KnownCitation) -> bool:
    """Whether the sentence ends behind the marker and is whole without it."""
    before = text[max(citation.start - _LONGEST_WORD, 0) : citation.start]
    if not before.strip() or not _END_OF_SENTENCE.match(text, citation.end):
        return False
    last = _LAST_WORD.search(before)
    return last is None or _NEEDING.fullmatch(last[1]) is None
