"""Which of a claim's subjects a work names."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from evidence.matching.names.claim_subjects import claim_subjects
from evidence.matching.names.drug_targets import targets_of
from evidence.matching.names.exchanged_names import Exchanging
from evidence.matching.names.foreign_names import WorkWords, foreign_names
from evidence.matching.names.passing_names import DRUGS, is_name, named_in_passing, own_words
from evidence.matching.names.subjects import Exchanged, Looked, Naming, Subject, SubjectKind
from evidence.matching.names.terms import Term, terms_in
from evidence.matching.names.text_names import TextNames
from evidence.matching.names.text_subjects import Mention
from evidence.model.claim import Claim
from evidence.model.document import Document
from evidence.model.reference import Reference
from evidence.model.source_text import Depth, SourceText
from evidence.model.synonyms import Synonyms
from evidence.model.work import Work

_CALLED = r"\b(?:also|formerly|previously|originally) (?:known|called|named|developed|designated)\b"


class NamedSubjects:
    """The names in a work: in its title as the entry and the registry have it, and in its texts.

    The list of references of the work does not count: it names what others wrote about.
    """

    def __init__(
        self,
        reference: Reference,
        work: Work | None,
        texts: Sequence[SourceText],
        synonyms: Synonyms,
    ) -> None:
        self._key = reference.key
        self._synonyms = synonyms
        titles = (reference.title, *((*work.titles, *work.subtitles) if work else ()))
        self._titles = tuple(title for title in titles if title)
        self._documents = tuple(text.document for text in texts)
        depths = {text.depth for text in texts}
        self._looked = Looked.TITLE if self._titles else Looked.NOTHING
        if Depth.FULL_TEXT in depths:
            self._looked = Looked.FULL_TEXT
        elif Depth.ABSTRACT in depths:
            self._looked = Looked.ABSTRACT

    def naming(self, claim: Claim) -> Naming:
        """Which of the claim's subjects the work names, wherever in it."""
        if self._looked is Looked.NOTHING:
            return Naming()
        subjects = claim_subjects(claim, self._synonyms)
        terms = terms_in(claim.text, self._synonyms) if self._looked is Looked.FULL_TEXT else ()
        is_named = self._are_named(subjects)
        unnamed = (s.subject for s, named in zip(subjects, is_named, strict=True) if not named)
        missing = [term.subject for term in terms if term.is_missing(self._names)]
        known = {each.subject.written for each in subjects} | {each.written for each in missing}
        foreign = (each for each in self._foreign(claim) if each.written not in known)
        return Naming(
            tuple(s.subject for s, named in zip(subjects, is_named, strict=True) if named),
            (*unnamed, *missing, *foreign),
            self._looked,
            tuple(self._exchanged(claim, subjects)),
            tuple(self._in_passing(claim, subjects, terms)),
        )

    def _in_passing(
        self, claim: Claim, subjects: Sequence[Mention], terms: Sequence[Term]
    ) -> Iterator[Subject]:
        """What the work names only beside a citation or in its introduction. It is asked of a work
        that is quoted, and of no more than what no quote names.
        """
        quotes = [line.quote for line in claim.evidence if line.quote]
        is_quoted = any(line.quote and line.reference == self._key for line in claim.evidence)
        if not is_quoted:
            return
        in_quotes = TextNames(quotes)
        drugs = (s for s in subjects if s.subject.kind in DRUGS and is_name(s) and not s.is_beside)
        for asked in (*(each.sought for each in drugs), *(term.sought for term in terms)):
            # Most names stand in the quote: those of the text are read where one does not.
            if in_quotes.has(asked) or not self._names.has(asked):
                continue
            if self._own_names and not self._own_names.has(asked):
                yield asked.subject

    def _foreign(self, claim: Claim) -> Iterator[Subject]:
        """The names of the claim that the work has nowhere, and its quotes another one instead."""
        quotes = [line.quote for line in claim.evidence if line.quote]
        if quotes and self._looked is Looked.FULL_TEXT:
            yield from foreign_names(claim.text, quotes, self._work_words)

    @cached_property
    def _work_words(self) -> WorkWords:
        return WorkWords(self._titles, self._names)

    def _are_named(self, subjects: Sequence[Mention]) -> list[bool]:
        """A target counts as named with a drug whose name tells it: `dapagliflozin` with SGLT2."""
        is_named = [self._names.has(each.sought) for each in subjects]
        drugs = (s.subject.written for s, named in zip(subjects, is_named, strict=True) if named)
        told = frozenset(key for drug in drugs for key in targets_of(drug))
        return [
            named or (s.subject.kind is SubjectKind.TARGET and not told.isdisjoint(s.sought.names))
            for s, named in zip(subjects, is_named, strict=True)
        ]

    @cached_property
    def _names(self) -> TextNames:
        return TextNames((*self._titles, *map(_whole, self._documents)))

    @cached_property
    def _own_names(self) -> TextNames | None:
        """The names in what the work says on its own account; None where nothing tells that."""
        parts = list(map(own_words, self._documents))
        if self._looked is not Looked.FULL_TEXT or None in parts:
            return None
        return TextNames((*self._titles, *filter(None, parts)))

    def _exchanged(self, claim: Claim, subjects: Sequence[Mention]) -> Iterator[Exchanged]:
        lines = [line for line in claim.evidence if line.quote]
        own = [line.quote for line in lines if line.reference == self._key]
        if not own:
            return
        quotes = [line.quote for line in lines]
        exchanging = Exchanging(claim.text, quotes, subjects, self._synonyms)
        found = [each for quote in own for each in exchanging.in_quote(quote)]
        if not found and self._looked is Looked.FULL_TEXT and exchanging.are_unquoted:
            found = list(
                named_in_passing(
                    claim.text, subjects, self._titles, self._documents, self._synonyms
                )
            )
        for each in found:
            if not self._are_one(each.subject.written, each.instead):
                yield each

    def _are_one(self, one: str, other: str) -> bool:
        """Whether the work gives one of the names in parentheses behind the other, or says that it
        is or was called so.
        """
        a, b = re.escape(one), re.escape(other)
        joint = rf"\b[^()\[\]]{{0,20}}(?:[(\[]|{_CALLED})[^()\[\]]{{0,30}}\b"
        either = re.compile(rf"\b(?:{a}{joint}{b}|{b}{joint}{a})\b", re.IGNORECASE)
        return any(either.search(d.text) for d in self._documents)


def _whole(document: Document) -> str:
    """All the words of a work, its tables with them."""
    cells = (cell for table in document.tables for row in table.rows for cell in row)
    return "\n".join((document.text, *cells))
