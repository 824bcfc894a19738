"""The rules: one family a file, pure: what was read and looked up goes in, findings come out."""
