"""How long an answer is kept, by its kind.

Failures are never kept, nor is a batched answer as such: its works are, each by itself.
"""

from datetime import timedelta
from typing import Final

FOUND: Final = timedelta(days=30)
"""A record, an alias, an agency: they change seldom, and a retraction should show in a month."""

ABSENT: Final = timedelta(days=1)
"""That there is no record: a new DOI is often cited before it is registered."""

SEARCH: Final = timedelta(days=7)
"""The works that fit a description."""
