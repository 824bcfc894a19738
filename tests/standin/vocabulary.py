"""The names that Crossref's parameters, filters and selects may have."""

# As Crossref's own refusal listed them on 2026-10-03: `journal-issue`, `aliases`, `subtype`,
# `language` and `edition-number` are not among them.
_SELECTABLE = """
    abstract URL resource member posted score created degree update-policy short-title license ISSN
    container-title issued update-to issue prefix approved indexed article-number
    clinical-trial-number accepted author group-title DOI is-referenced-by-count updated-by event
    chair standards-body original-title funder translator published archive published-print
    alternative-id subject subtitle published-online publisher-location content-domain reference
    title link type publisher volume references-count ISBN issn-type assertion deposited page
    contributor content-created short-container-title relation editor
"""
_OTHER_FILTERS = """
    alternative-id article-number container-title from-index-date from-issued-date from-pub-date
    funder has-abstract has-references has-update is-update isbn issn member orcid prefix type
    until-index-date until-issued-date until-pub-date update-type updates
"""
_OTHER_FIELD_QUERIES = """
    affiliation author chair container-title contributor degree editor event-acronym event-location
    event-name event-sponsor event-theme funder-name publisher-location publisher-name
    standards-body-acronym standards-body-name translator
"""

SELECTABLE = tuple(_SELECTABLE.split())

PLAYED_PARAMETERS = frozenset(
    {"filter", "rows", "select", "query", "query.bibliographic", "mailto"}
)
# What Crossref has and the stand-in knows by name only; of the filters, the most usual ones.
OTHER_PARAMETERS = frozenset({"offset", "sort", "order", "cursor", "sample", "facet"})
OTHER_FILTERS = frozenset(_OTHER_FILTERS.split())
OTHER_FIELD_QUERIES = frozenset(_OTHER_FIELD_QUERIES.split())
