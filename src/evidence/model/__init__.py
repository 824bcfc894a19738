"""The values that every floor speaks in: immutable, made of the standard library only."""
