"""A report in the form that its reader wants: one file a format."""
