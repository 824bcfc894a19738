"""Word documents (.docx) to blocks."""
