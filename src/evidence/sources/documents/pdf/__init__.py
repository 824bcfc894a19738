"""PDF files to blocks, as text."""
