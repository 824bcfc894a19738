"""DataCite's types of resources in Crossref's words."""

import re
from typing import Final

# `resourceTypeGeneral` of the DataCite Metadata Schema 4.6. `Text` is what repositories choose for
# anything that is written, so it says nothing about the kind of work.
_CROSSREF_TYPES: Final = {
    "Book": "book",
    "BookChapter": "book-chapter",
    "ComputationalNotebook": "software",
    "ConferencePaper": "proceedings-article",
    "ConferenceProceeding": "proceedings",
    "DataPaper": "journal-article",
    "Dissertation": "dissertation",
    "Journal": "journal",
    "JournalArticle": "journal-article",
    "PeerReview": "peer-review",
    "Preprint": "posted-content",
    "Report": "report",
    "Standard": "standard",
    "Dataset": "dataset",
    "Software": "software",
    "Text": "other",
    "Other": "other",
}
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def crossref_type(general: str) -> str:
    """Crossref's word for a type; what Crossref does not register, in DataCite's own words, spelt
    as Crossref would (`physical-object`).
    """
    return _CROSSREF_TYPES.get(general) or _HUMP.sub("-", general).lower()
