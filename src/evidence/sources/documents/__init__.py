"""Documents to `Document`: one file a format, and what is the same for all of them."""
