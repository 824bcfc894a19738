"""Who can be asked about works: Crossref, doi.org, a snapshot on disk."""
