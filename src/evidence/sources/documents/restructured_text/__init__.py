"""reStructuredText to blocks."""
