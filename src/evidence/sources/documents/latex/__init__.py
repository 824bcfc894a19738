"""LaTeX documents to blocks."""
