"""What kind of publication a work is, told by its title, its journal and how its text begins."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.study import PublicationKind

# In this order: a protocol of a systematic review is a protocol, a meta-analysis in `Obesity
# Reviews` is none of the narrative reviews.
_TITLES: Final = (
    (
        PublicationKind.PROTOCOL,
        r"\b(?:(?:study|trial|review) protocol|protocol (?:for|of) (?:a|an|the)\b|"
        r": (?:a )?protocol$|(?:rationale(?:,| and) (?:study )?design|design and rationale))\b",
    ),
    (
        PublicationKind.SYSTEMATIC_REVIEW,
        r"\b(?:systematic (?:literature )?(?:review|overview)|meta-?analys[ie]s|umbrella review|"
        r"network meta-?analys[ie]s|meta-?regression)\b",
    ),
    (
        PublicationKind.GUIDELINE,
        r"\b(?:(?:practice|treatment|management|clinical) guidelines?|guidelines? (?:for|on|of)|"
        r"consensus (?:statement|recommendations?|guidelines?|report)|position (?:statement|paper)|"
        r"recommendations (?:for|on) the (?:management|treatment|diagnosis))\b",
    ),
    (
        PublicationKind.EDITORIAL,
        r"^\W*(?:editorial|comment(?:ary)?|letters?|correspondence|viewpoint|in reply|"
        r"(?:the )?authors?['’]?s?['’]? (?:reply|response)|(?:reply|letter) to|re)\b\W*"
        r"(?=:|$|to\b|on\b|\w+ to\b)|^response to\b(?=:| (?:the )?(?:comments?|letters?|editors?|"
        r"correspondence|criticisms?|dr|[A-Z][\w-]+ et al)\b)|(?:: |[-–—] ?|\()(?:an? )?"
        r"(?:editorial|commentary|comment|viewpoint|opinion)\W*$|^(?:reply|letter) to\b",
    ),
    (
        PublicationKind.REVIEW,
        r"(?:[:.?–—-] ?(?:an? |the )?(?:[\w-]+ ){0,3}?|^(?:an? |the )?(?:[\w-]+ ){0,2}?)"
        r"(?<!retrospective )(?<!chart )(?<!record )(?<!records )(?<!case )(?<!cases )"
        r"(?<!peer )(?<!multicent[re][re] )(?<!institutional )reviews?"
        r"(?: article| of the literature| of(?! \d)|\W*$)|: (?:an? )?(?:narrative )?overview\b|"
        r"\bstate[- ]of[- ]the[- ]art(?: review)?\b|\bliterature review\b|\bmini-?review\b",
    ),
)
# MEDLINE's publication types (https://www.nlm.nih.gov/mesh/pubtypes.html), in the order of
# `_TITLES`.
_TYPES: Final = (
    (PublicationKind.PROTOCOL, {"clinical trial protocol"}),
    (PublicationKind.SYSTEMATIC_REVIEW, {"systematic review", "meta-analysis"}),
    (PublicationKind.GUIDELINE, {"practice guideline", "guideline"}),
    (PublicationKind.EDITORIAL, {"editorial", "comment", "letter"}),
    (PublicationKind.REVIEW, {"review"}),
)
# `Case Reports` with `Review`, or a trial in a `Letter`, has findings of its own.
_OWN_STUDY: Final = re.compile(r"\b(?:trial|study|case reports)\b", re.IGNORECASE)
_WITHOUT_FINDINGS: Final = (PublicationKind.REVIEW, PublicationKind.EDITORIAL)
_OWN_RECORDS: Final = re.compile(
    r"\b(?:retrospective|charts?|records?|cases?|peer|multicent(?:er|re)|institutional|single-"
    r"cent(?:er|re)|audit|pathology) reviews?\b",
    re.IGNORECASE,
)
_REVIEW_JOURNAL: Final = re.compile(
    r"^(?:nat(?:ure|\.)? rev(?:iews|\.)?\b|annu(?:al|\.)? rev(?:iews?|\.)?\b|"
    r"expert reviews? (?:of|in)|expert rev\b|trends in\b|current opinion in\b|curr\.? opin\.?\b)|"
    r"\b(?:reviews)\b(?! letters)",
    re.IGNORECASE,
)
_SYSTEMATIC_JOURNAL: Final = re.compile(
    r"\b(?:systematic reviews?|cochrane database)\b", re.IGNORECASE
)
_ABSTRACTS: Final = (
    (
        PublicationKind.SYSTEMATIC_REVIEW,
        r"\b(?:(?:we (?:did|performed|conducted|undertook|carried out)|this is|in this|this|our) "
        r"(?:an? )?(?:\w+ ){0,3}?(?:systematic (?:literature )?review|meta-?analys[ie]s)|"
        r"we (?:systematically )?searched (?:\w+ ){0,3}?(?:MEDLINE|PubMed|Embase|CENTRAL|"
        r"databases))",
    ),
    (
        PublicationKind.PROTOCOL,
        r"\b(?:(?:this|the) (?:study )?protocol describes|the trial will (?:enrol|recruit|randomi)|"
        r"(?:patients|participants) will be (?:randomi|recruit|enrol|assign)\w*)",
    ),
    (
        PublicationKind.REVIEW,
        r"\b(?:(?:this|the present|in this|our|here,? a|this short|the current) (?:[\w-]+ ){0,2}?"
        r"(?:mini-?)?review(?! board)\b(?! of (?:\d|records|charts|medical))|"
        r"(?:here,? )?we (?:\w+ly |also |first |then |here )?review (?!board)(?!the (?:records|"
        r"charts|medical))|(?:is|are) reviewed(?: here)?\b|"
        r"this (?:article|paper|chapter) (?:\w+ly )?(?:reviews|summari[sz]es|gives an overview)|"
        r"in this (?:article|paper|chapter),? we (?:\w+ly )?(?:review|summari[sz]e|discuss))",
    ),
)
_REPORT: Final = re.compile(
    r"\b(?:we (?:randomly|enrolled|recruited|randomi[sz]ed|treated|measured|included \d|studied \d|"
    r"report (?:a|the) case)|(?:patients|participants|mice|rats|animals|cells) were\b|"
    r"(?:primary|secondary) (?:end ?point|outcome)s? (?:was|were)|case report\b)",
    re.IGNORECASE,
)
_BY_TITLE: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _TITLES)
_BY_ABSTRACT: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _ABSTRACTS)
_LONGEST_TITLE: Final = 1_000
_BEGINNING: Final = 4_000


def publication_kind(
    title: str, venue: str, abstract: str, types: Sequence[str] = ()
) -> tuple[PublicationKind, str]:
    """What kind of publication this is, and the words that say so; UNKNOWN where none do.

    The `types` that a registry gives it are asked first, the title next, then the journal, then the
    abstract or how the text begins. A review of a clinic's own records (`a retrospective review of
    40 patients`) is a report.
    """
    if found_type := _of_types(types):
        return found_type
    title, abstract = _OWN_RECORDS.sub(" ", title[:_LONGEST_TITLE]), abstract[:_BEGINNING]
    abstract = _OWN_RECORDS.sub(" ", abstract)
    for kind, words in _BY_TITLE:
        if found := words.search(title):
            return kind, found[0].strip(" :.–—-?()")
    if found := _SYSTEMATIC_JOURNAL.search(venue):
        return PublicationKind.SYSTEMATIC_REVIEW, venue
    for kind, words in _BY_ABSTRACT:
        if found := words.search(abstract):
            return kind, found[0]
    if _REVIEW_JOURNAL.search(venue):
        return PublicationKind.REVIEW, venue
    if found := _REPORT.search(f"{title}. {abstract}"):
        return PublicationKind.REPORT, found[0]
    return PublicationKind.UNKNOWN, ""


def _of_types(types: Sequence[str]) -> tuple[PublicationKind, str] | None:
    """The kind that a type says, with the type; None where none does."""
    has_findings = any(map(_OWN_STUDY.search, types))
    for kind, names in _TYPES:
        told = next((each for each in types if each.casefold() in names), "")
        if told and not (has_findings and kind in _WITHOUT_FINDINGS):
            return kind, told
    return None
