"""MET, part three: differences that are worth knowing and make no entry wrong."""

from collections.abc import Iterator

from evidence.checks.difference import Difference, differences, other_notes, report
from evidence.checks.rule import Problem, rule
from evidence.matching.comparison import Aspect
from evidence.model.finding import Severity


@rule("MET009", "differing-type", Severity.NOTE, each=differences(Aspect.TYPE, noted=True))
def differing_type(difference: Difference) -> Iterator[Problem]:
    """The entry is of another type than the record.

    ## Why it matters

    Styles print a book chapter and an article differently. Registries are often loose here.

    ## Example

    ```bib bad
    @book{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
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


@rule(
    "MET011",
    "registry-defect",
    Severity.NOTE,
    each=differences(Aspect.REGISTRY_DEFECT, noted=True),
)
def registry_defect(difference: Difference) -> Iterator[Problem]:
    """The record itself is visibly at fault: it lacks authors, or numbers volumes in its own way.

    Publishers of the nineties, for one, often gave Crossref the first author alone.

    ## Why it matters

    The record cannot vouch for what it lacks. Do not copy its value into the entry; publishers
    mend such records when they are told.

    ## Example

    ```bib bad
    @article{firstonly1998,
      author = {Example, Ida and Sample, Otto},
      title  = {A record that kept the first author only},
      year   = {1998},
      doi    = {10.1234/first.only},
    }
    ```

    There is nothing to mend in the entry; once looked at, it can be accepted with a reason.

    ```bib good
    % evidence: ignore MET011 -- the title page names both authors
    @article{firstonly1998,
      author = {Example, Ida and Sample, Otto},
      title  = {A record that kept the first author only},
      year   = {1998},
      doi    = {10.1234/first.only},
    }
    ```
    """
    yield from report(difference)


@rule("MET012", "noted-difference", Severity.NOTE, each=other_notes)
def noted_difference(difference: Difference) -> Iterator[Problem]:
    """Entry and record differ in a way that is worth knowing and makes neither wrong.

    ## Why it matters

    Where a single letter of the title differs, say, one of the two has a misprint.

    ## Example

    ```bib bad
    @article{cocco2018,
      author = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title  = {{NTRK} fusion-positive cancers and {TRK} inhibitor terapy},
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
