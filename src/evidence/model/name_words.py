"""Words that are no person's name by themselves: particles, generations, what groups are called."""

import re
from typing import Final

_WORDS: Final = re.compile(r"\S+")

PARTICLES: Final = frozenset(
    _WORDS.findall(
        "van von de den der del della di da das do dos du des la le les el al ter ten te zu zur "
        "zum af av bin ibn ben abu d l y e i und het op vander vanden vonder st saint"
    )
)
"""Particles of family names, in lower case."""

GENERATIONS: Final = frozenset(_WORDS.findall("jr sr ii iii iv v 2nd 3rd filho neto junior"))
"""What follows the names of sons and grandsons."""

GROUP_WORDS: Final = frozenset(
    _WORDS.findall(
        "collaboration collaborations consortium consortia group groups team network study "
        "investigators committee society association institut institute university universiteit "
        "organization organisation department division initiative project programme program "
        "foundation council agency task registry panel trialists alliance working cooperative "
        "federation commission ministry hospital laboratory lab labs inc llc ltd corporation "
        "company authors editors contributors developers collaborators investigadores"
    )
)
"""Words that hardly stand in the name of a person."""
