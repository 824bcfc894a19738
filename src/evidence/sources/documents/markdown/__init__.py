"""Markdown, with what Pandoc and MyST add to it, to blocks."""
