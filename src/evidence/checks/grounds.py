"""What claims rest on: an order in which grounds come first, circles, and ways down to a claim."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evidence.model.claim import Claim, Claims


def in_order(claims: Claims) -> tuple[Claim, ...]:
    """The claims, each after all that it rests on; those without such an order are left out.

    Left out are circles and what rests on one. Grounds that no claim has the id of are passed over;
    an id that several claims have may mean any of them, so all of them come first.
    """
    unfinished = Counter(claim.id for claim in claims.claims)
    built = _built_on(claims)
    waiting = {
        id(claim): {ground.claim for ground in claim.rests_on} & unfinished.keys()
        for claim in claims.claims
    }
    ready = deque(claim for claim in claims.claims if not waiting[id(claim)])
    ordered: list[Claim] = []
    while ready:
        claim = ready.popleft()
        ordered.append(claim)
        unfinished[claim.id] -= 1
        if not unfinished[claim.id]:
            for above in built[claim.id]:
                waiting[id(above)].discard(claim.id)
                if not waiting[id(above)]:
                    ready.append(above)
    return tuple(ordered)


def circles(claims: Claims) -> Iterator[tuple[Claim, ...]]:
    """Each circle once, as the claims that lead from its first claim back to it."""
    ordered = {id(claim) for claim in in_order(claims)}
    stuck = [claim for claim in claims.claims if id(claim) not in ordered]
    by_id: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in stuck:
        by_id[claim.id].append(claim)
    reported: set[int] = set()
    for start in stuck:
        if id(start) in reported:
            continue
        path = _way_back(start, by_id)
        if path:
            reported.update(map(id, path))
            yield path


def ways_down(claims: Claims, bottom: Iterable[Claim]) -> dict[int, Claim]:
    """For each claim that rests on one of `bottom`, by its `id()`: the ground that leads there.

    Going from ground to ground is a shortest way. The claims of `bottom` themselves are left out.
    """
    built = _built_on(claims)
    border = deque(bottom)
    reached = {id(claim) for claim in border}
    leads: dict[int, Claim] = {}
    while border:
        ground = border.popleft()
        for above in built[ground.id]:
            if id(above) not in reached:
                reached.add(id(above))
                leads[id(above)] = ground
                border.append(above)
    return leads


def _built_on(claims: Claims) -> defaultdict[str, list[Claim]]:
    """The claims that rest on each id."""
    built: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims.claims:
        for ground in dict.fromkeys(ground.claim for ground in claim.rests_on):
            built[ground].append(claim)
    return built


def _way_back(start: Claim, by_id: Mapping[str, Sequence[Claim]]) -> tuple[Claim, ...]:
    """The shortest way from `start` along `rests_on` back to it, else nothing."""
    came_from: dict[int, Claim] = {}
    border = deque([start])
    while border:
        here = border.popleft()
        for ground in (each for name in here.rests_on for each in by_id.get(name.claim, ())):
            if ground is start:
                path = [here]
                while path[-1] is not start:
                    path.append(came_from[id(path[-1])])
                return tuple(reversed(path))
            if id(ground) not in came_from:
                came_from[id(ground)] = here
                border.append(ground)
    return ()
