"""The drugs, targets and comparators of a claim, and whether a text names them."""
