"""Drugs that a work names in passing, where it is about another one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.names.subjects import Exchanged, SubjectKind
from evidence.matching.names.text_names import TextNames
from evidence.matching.names.text_subjects import Mention, subjects_in
from evidence.model.document import Document
from evidence.model.synonyms import Synonyms

DRUGS: Final = (SubjectKind.DRUG, SubjectKind.COMPARATOR)
"""What a drug may be to a claim."""

_FEW: Final = 4  # times that a work may name a drug that it is not about
_MANY: Final = 4  # times that it names one that it is about, and how many times as often
_TIMES_MORE: Final = 3
_TWICE: Final = 2  # as often, its title with it
_NO_DRUG: Final = re.compile(r"placebo|standard|usual|routine|supportive", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Za-z][\w-]{4,}")


_INTRODUCTION: Final = re.compile(r"\W*(?:\d\W*)?(?:introduction|background)\b", re.IGNORECASE)


def own_words(document: Document) -> str | None:
    """What a work says without a citation and outside of its introduction, its tables with it; None
    where its text has no citations: then nothing tells.
    """
    if not any(each.citations for each in document.statements):
        return None
    own = (
        each.text
        for each in document.statements
        if not each.citations and not _INTRODUCTION.match(each.section)
    )
    captions = (table.caption.text for table in document.tables)
    cells = (cell for table in document.tables for row in table.rows for cell in row)
    return "\n".join((*own, *captions, *cells))


def is_name(mention: Mention) -> bool:
    """Whether it is a drug or target of its own, and no placebo nor what is usual."""
    return _NO_DRUG.match(mention.subject.written) is None


def named_in_passing(
    claim: str,
    subjects: Sequence[Mention],
    titles: Sequence[str],
    documents: Sequence[Document],
    synonyms: Synonyms,
) -> Iterator[Exchanged]:
    """The drug of the claim that a work names in passing, and the one that it is about instead.

    The title names none of the claim's drugs, the text names them a few times, and the drug in the
    title, or the one that the text names most often, is not in the claim. Nothing else is given for
    a claim with several drugs of which the work is about one.
    """
    drugs = [each for each in subjects if each.subject.kind in DRUGS and is_name(each)]
    in_titles = TextNames(titles)
    if not drugs or any(in_titles.has(each.sought) for each in drugs):
        return
    text = "\n".join(each.text for each in documents)
    most = max(_times(each.subject.written, text) for each in drugs)
    if 0 < most <= _FEW:
        main = next(_mainly(titles, text, max(_MANY, most * _TIMES_MORE), synonyms), None)
        is_main = main is not None and _times(main.subject.written, text) + 1 >= most * _TWICE
        if main and is_main and not TextNames([claim]).has(main.sought):
            yield Exchanged("", drugs[0].subject, main.subject.written)


def _mainly(titles: Sequence[str], text: str, least: int, synonyms: Synonyms) -> Iterator[Mention]:
    """The drugs in the titles, then those that the text names so often, the most frequent first."""
    in_titles = (each for title in titles for each in subjects_in(title, synonyms))
    words = (word for word, times in Counter(_WORD.findall(text)).most_common() if times >= least)
    in_text = (each for word in words for each in subjects_in(word, synonyms))
    for named in (in_titles, in_text):
        yield from (each for each in named if each.subject.kind in DRUGS and is_name(each))


def _times(written: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(written)}\b", text, re.IGNORECASE))
