"""Blocks to statements with their citations, for all formats alike."""
