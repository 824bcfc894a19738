"""Statements and claims: what deserves a claim, and whether both say the same."""
