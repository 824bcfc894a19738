"""Where quoted words, pages, sections and table cells stand in the text of a work."""
