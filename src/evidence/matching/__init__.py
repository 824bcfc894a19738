"""Comparison of what an entry says with what a registry's record says: pure, no look-ups."""
