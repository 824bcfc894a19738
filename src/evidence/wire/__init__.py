"""The only HTTP: one session, cache > retry > pace > wire, and habanero over it."""
