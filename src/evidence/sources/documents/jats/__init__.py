"""Articles in JATS XML to blocks."""
