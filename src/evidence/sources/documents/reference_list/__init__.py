"""The reference list of a document, for all formats alike."""
