"""What claims rest on, as an order: grounds come before what is built on them."""

from collections.abc import Iterator

from evidence.model.claim import Claim, Claims


def in_order(claims: Claims) -> tuple[Claim, ...]:
    """The claims, each after all that it rests on; those without such an order are left out.

    Left out are circles and what rests on one. Grounds that no claim has the id of are passed over.
    """
    known = {claim.id for claim in claims.claims}
    waiting = {
        id(claim): {ground.claim for ground in claim.rests_on} & known for claim in claims.claims
    }
    done: set[str] = set()
    ordered: list[Claim] = []
    remaining = list(claims.claims)
    while remaining:
        ready = [claim for claim in remaining if waiting[id(claim)] <= done]
        if not ready:
            break
        ordered += ready
        done |= {claim.id for claim in ready}
        taken = {id(claim) for claim in ready}
        remaining = [claim for claim in remaining if id(claim) not in taken]
    return tuple(ordered)


def circles(claims: Claims) -> Iterator[tuple[str, ...]]:
    """Each circle once, as the ids that lead from its first claim back to it."""
    ordered = {claim.id for claim in in_order(claims)}
    stuck = {claim.id: claim for claim in claims.claims if claim.id not in ordered}
    reported: set[str] = set()
    for start in stuck:
        if start in reported:
            continue
        path = _way_back(start, stuck)
        if path:
            reported |= set(path)
            yield path


def _way_back(start: str, claims: dict[str, Claim]) -> tuple[str, ...]:
    """The shortest way from `start` along `rests_on` back to it, else nothing."""
    came_from: dict[str, str] = {}
    border = [start]
    while border:
        here = border.pop(0)
        for ground in claims[here].rests_on:
            if ground.claim == start:
                path = [here]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if ground.claim in claims and ground.claim not in came_from:
                came_from[ground.claim] = here
                border.append(ground.claim)
    return ()
