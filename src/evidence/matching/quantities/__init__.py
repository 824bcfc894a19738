"""Numbers with units, bounds, ranges and confidence intervals, and whether a text states them."""
