"""Text into values: bibliographies, claims, settings."""
