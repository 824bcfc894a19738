"""The texts of cited works: files that a user has, and abstracts that a registry gives."""
