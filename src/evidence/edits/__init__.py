"""Changes of a .bib file's text that touch nothing else."""
