"""MET, part two: venue, volume, issue and pages, which say where the work stands."""

from collections.abc import Iterator

from evidence.checks.difference import Difference, differences, report
from evidence.checks.rule import Problem, rule
from evidence.matching.comparison import Aspect
from evidence.model.finding import Severity


@rule("MET005", "differing-venue", Severity.ERROR, each=differences(Aspect.VENUE, noted=False))
def differing_venue(difference: Difference) -> Iterator[Problem]:
    """The journal or book is another one than the record's.

    Abbreviations, dots, `&` for "and", a leading "The" and acronyms are passed over.

    ## Why it matters

    The work cannot be found where the reference says that it stands.

    ## Example

    ```bib bad
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      journal = {Cancer Cell},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      journal = {Nat Rev Clin Oncol},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET006", "differing-volume", Severity.ERROR, each=differences(Aspect.VOLUME, noted=False))
def differing_volume(difference: Difference) -> Iterator[Problem]:
    """The volume is not the record's.

    ## Why it matters

    In a library, and for programs that link references, volume and page are the address.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      volume = {22},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      volume = {15},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET007", "differing-issue", Severity.WARNING, each=differences(Aspect.ISSUE, noted=False))
def differing_issue(difference: Difference) -> Iterator[Problem]:
    """The issue is not the record's.

    ## Why it matters

    Pages may begin anew in every issue. Most styles print it, few readers use it.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      number = {2},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      number = {12},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET008", "differing-pages", Severity.ERROR, each=differences(Aspect.PAGES, noted=False))
def differing_pages(difference: Difference) -> Iterator[Problem]:
    """The pages, or the article number, are not the record's.

    Every kind of dash, shortened last pages (`1425-37`) and a first page alone are passed over.

    ## Why it matters

    In a library, and for programs that link references, volume and page are the address.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      pages  = {713--747},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      pages  = {731--47},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)
