"""A stand-in for Crossref, doi.org, DataCite and Europe PMC: a real HTTP server, as strict as they.

It plays the parts of their interfaces that the project uses, over works from JSON-lines files, and
refuses what they refuse, in the recorded words. What it does not play it answers with 501, loudly.
"""

from standin.faults import (
    AnotherWork,
    CutConnection,
    Fault,
    Hang,
    OtherBody,
    Refusal,
    TruncatedBody,
)
from standin.messages import Request, Route
from standin.server import StandIn

__all__ = [
    "AnotherWork",
    "CutConnection",
    "Fault",
    "Hang",
    "OtherBody",
    "Refusal",
    "Request",
    "Route",
    "StandIn",
    "TruncatedBody",
]
