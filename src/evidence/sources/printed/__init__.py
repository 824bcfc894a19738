"""Printed references taken apart: identifiers, names, numbers, title and container."""
