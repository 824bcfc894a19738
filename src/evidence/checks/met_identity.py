"""MET, part one: title, authors and year, which say what work this is."""

from collections.abc import Iterator

from evidence.checks.case import Dossier, each_dossier
from evidence.checks.difference import Difference, differences, report
from evidence.checks.rule import Problem, rule
from evidence.matching.comparison import Aspect
from evidence.model.finding import Severity


@rule("MET001", "differing-title", Severity.ERROR, each=differences(Aspect.TITLE, noted=False))
def differing_title(difference: Difference) -> Iterator[Problem]:
    """The title is not the one in the registry's record.

    Markup, dashes, quotes, case, a subtitle that one side leaves out and other harmless
    differences are passed over.

    ## Why it matters

    A wrong word in a title sends a reader, and every program that links references, elsewhere.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-negative cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET002", "differing-authors", Severity.ERROR, each=differences(Aspect.AUTHORS, noted=False))
def differing_authors(difference: Difference) -> Iterator[Problem]:
    """An author is missing, invented, replaced or out of order.

    Initials for given names, dropped accents, particles and a list that ends in `others` are
    passed over.

    ## Why it matters

    Credit goes to the wrong person; an invented co-author is the mark of a fabricated reference.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Smith, John},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET003", "differing-year", Severity.ERROR, each=differences(Aspect.YEAR, noted=False))
def differing_year(difference: Difference) -> Iterator[Problem]:
    """The year is none of those that the record gives.

    The years of print, of online publication, of the issue and of the event are all right.

    ## Why it matters

    The year is part of the citation that readers see first, and of every author-year style.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2014},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    yield from report(difference)


@rule("MET004", "neighbouring-year", Severity.NOTE, each=differences(Aspect.YEAR_NEAR, noted=True))
def neighbouring_year(difference: Difference) -> Iterator[Problem]:
    """The year is next to the record's, for a reason that is no mistake.

    It is one later than a date in the last quarter of a year, or earlier than the record of a
    digitised issue that knows no date of print.

    ## Why it matters

    It is worth a look, and no more.

    ## Example

    ```bib bad
    @article{late2018,
      author = {Example, Ada},
      title  = {An article published late in the year},
      year   = {2019},
      doi    = {10.1234/late.2018},
    }
    ```

    Use instead:

    ```bib good
    @article{late2018,
      author = {Example, Ada},
      title  = {An article published late in the year},
      year   = {2018},
      doi    = {10.1234/late.2018},
    }
    ```
    """
    yield from report(difference)


@rule("MET010", "another-work", Severity.ERROR, each=each_dossier)
def another_work(dossier: Dossier) -> Iterator[Problem]:
    """The DOI is registered, for another work than the entry describes.

    ## Why it matters

    Whoever follows the link lands on a work that the text never meant, and may well believe it.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1186/s13045-018-0622-4},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year   = {2018},
      doi    = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    work = dossier.found
    if work and dossier.comparison and dossier.comparison.is_other_work:
        by = f" by {work.authors[0].family}" if work.authors else ""
        when = f", {work.year}" if work.year else ""
        source = " (hand-made record)" if work.origin.hand_made else ""
        yield Problem(
            dossier.doi_field.place,
            f"`{work.doi}` belongs to another work: `{work.title}`{by}{when}{source}",
            key=dossier.reference.key,
            field=dossier.doi_field.name,
            found=dossier.reference.title,
            expected=work.title,
            suggestion=dossier.suggestion,
        )
