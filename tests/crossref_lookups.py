"""The DOIs of the stand-in's works that the look-up tests ask for, and what they look at."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registries
from standin import StandIn

Connect = Callable[..., AbstractContextManager[Registries]]


LOZENGES = Doi("10.1234/jim.2019.0001")
BALDNESS = Doi("10.1234/jim.2016.0012")
NOTICE = Doi("10.1234/jim.2018.0003")
SICI = Doi("10.1234/(sici)1099-0000(199805)17:5<321::aid-jim4>3.0.co;2-#")
COMMA = Doi("10.1234/jim.251.19.2504,2509")
FINAL_DOT = Doi("10.4321/annals.1967.8.")
ALIAS = Doi("10.4321/old.2015.77")
PRIMARY = Doi("10.1234/merged.2015.77")
MISSING = Doi("10.1234/nothing.1")
ABSENT = Absent("not in Crossref")
NOWHERE = Absent("no registration agency knows it (doi.org: DOI does not exist)")
OFFLINE = Unavailable("offline, and not in the cache")


def found(outcome: Outcome | None) -> Work:
    """The work of an outcome that has one."""
    assert isinstance(outcome, Found), outcome
    return outcome.work


def add_many(standin: StandIn, count: int) -> list[Doi]:
    """So many DOIs of works that the stand-in now has, each with its number as its title."""
    for number in range(count):
        standin.collection.add({"DOI": f"10.1234/many.{number:03}", "title": [f"{number}"]})
    return [Doi(f"10.1234/many.{number:03}") for number in range(count)]


def asked(standin: StandIn) -> list[str]:
    """The routes of the requests so far, in order."""
    return [request.route.value for request in standin.requests()]
