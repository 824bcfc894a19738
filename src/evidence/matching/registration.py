"""Whether a work like the one that an entry describes would have a DOI at Crossref.

Much that is cited has none, and is right: preprints, reports, talks and web pages written as
articles; journals and meetings that register no DOIs; whatever is older than the practice. Of 82
real and correct entries without a DOI, Crossref's answers to a search lack the works of 41.
"""

import re

from evidence.matching.text import plain, words
from evidence.matching.venues import same_venue
from evidence.model.reference import Reference

_KINDS = frozenset({"article", "inproceedings", "conference"})
_OTHER_WAYS = ("url", "eprint", "isbn", "arxivid", "archiveprefix", "howpublished")
_TELLING_FIELDS = ("journal", "journaltitle", "booktitle", "series", "note", "volume", "pages",
                   "publisher", "institution", "organization", "pubstate")  # fmt: skip

# Crossref began in 2000. Societies and small publishers followed within some years, and meetings
# later: the papers of ACL and IJCAI have DOIs since 2015.
_JOURNALS_SINCE, _MEETINGS_SINCE = 2005, 2015

_SCHOLAR_NAMES = 10

# What is no publication of a journal or a meeting, or not yet.
_ELSEWHERE = re.compile(
    r"arxiv|preprint|e-?print|\babs/|\bcorr\b|https?:|\bwww\b|\.(?:org|com|io|net)\b|openreview"
    r"|open review|accessed|retrieved|\bonline\b|\bblog|\breport\b|\bmemo|white ?paper|thesis"
    r"|dissertation|\bmanual\b|working paper|discussion paper|submitted|in press|in preparation"
    r"|forthcoming|to appear|accepted|under review|\babstracts?\b|poster|\btalk|slides|newsletter"
    r"|workshop|\bpatent\b|\bdataset\b|\bstandard\b|unpublished|personal communication|circular"
    r"|telegram|annual meeting of the (?:american|european) astro|github|hugging ?face|magazine"
    r"|newspaper|\bnews\b|\btimes\b|\bthread\b|law review|black hat|def ?con\b",
    re.IGNORECASE,
)

_JOURNALS = (
    "Journal of Machine Learning Research", "Transactions on Machine Learning Research",
    "Reinforcement Learning Journal", "Journal of Integer Sequences",
    "Theory and Applications of Categories", "Notices of the American Mathematical Society",
    "Proceedings of Machine Learning Research", "Polar Meteorology and Glaciology",
)  # fmt: skip
# Meetings whose papers Crossref does not have, or not of all years, by the words of their names.
_MEETINGS = tuple(
    frozenset(words(name))
    for name in (
        "neural information processing systems", "international conference machine learning",
        "learning representations", "artificial intelligence statistics",
        "uncertainty artificial intelligence", "conference learning theory",
        "algorithmic learning theory", "asian conference machine learning",
        "conference robot learning", "conference language modeling", "machine learning systems",
        "reinforcement learning conference", "lifelong learning agents", "usenix",
        "networked systems design", "operating systems design", "ceur", "language resources",
        "text retrieval conference", "music information retrieval", "linux symposium",
        "innovative data systems", "astronomical society pacific conference",
        "astronomical data analysis software", "american astronomical society",
        "european astronomical society", "esa special", "british machine vision conference",
        "computational creativity", "educational data mining", "educational media technology",
    )
)  # fmt: skip
_UNREGISTERED_ACRONYMS = frozenset(
    words(
        "neurips nips neuripsw eurips icml iclr aistats uai colt alt acml corl colm pmlr jmlr tmlr "
        "rlj rlc collas mlsys midl l4dc usenix nsdi osdi soups ceur lrec trec tac ismir cidr aas "
        "eas asp adass bmvc iccc edm"
    )
)
# Names of meetings whose proceedings are all registered.
_REGISTERED_ACRONYMS = frozenset(
    words(
        "acl emnlp naacl eacl aacl conll semeval cvpr iccv eccv wacv icassp icip icra iros kdd "
        "sigir cikm www wsdm chi cscw uist siggraph sigmod icde pods stoc focs ccs isca asplos "
        "hpca pldi popl icse fse oopsla sosp sigcomm mobicom infocom globecom aaai ijcai "
        "interspeech recsys miccai isbi embc igarss spie aiaa"
    )
)
_MEETING = re.compile(r"\b(?:conference|symposium|proceedings)\b", re.IGNORECASE)


def is_registered_kind(reference: Reference) -> bool:
    """Whether the entry is of an article or a paper, and names no other way to find it."""
    return reference.type in _KINDS and not reference.field(*_OTHER_WAYS)


def is_surely_registered(reference: Reference) -> bool:
    """Whether the work, if it exists, has a DOI at Crossref for all that we know."""
    year, venue = reference.year, plain(reference.venue)
    told = " ".join(reference.text(name) for name in _TELLING_FIELDS)
    if year is None or not venue or not is_registered_kind(reference):
        return False
    if _ELSEWHERE.search(told) or _is_exported(reference):
        return False
    names = (venue, plain(reference.text("series")))
    if any(map(_is_unregistered, filter(None, names))):
        return False
    is_numbered = bool(reference.pages)
    if reference.type == "article" and not _MEETING.search(venue):
        return year >= _JOURNALS_SINCE and is_numbered and bool(reference.volume)
    is_known = not _REGISTERED_ACRONYMS.isdisjoint(words(venue)[:4]) and len(words(venue)) <= 4
    is_named = bool(_MEETING.search(venue)) and is_numbered
    return year >= _MEETINGS_SINCE and (is_known or is_named)


def _is_unregistered(venue: str) -> bool:
    found = frozenset(words(venue))
    if not _UNREGISTERED_ACRONYMS.isdisjoint(found) or any(name <= found for name in _MEETINGS):
        return True
    return same_venue((venue,), _JOURNALS)


def _is_exported(reference: Reference) -> bool:
    """Google Scholar exports ten authors and `others`: then somebody indexed the work."""
    return reference.et_al and len(reference.authors) == _SCHOLAR_NAMES
