"""DOI: an entry that names two of them, one in `doi` and another in `url`."""

from collections.abc import Iterator

from evidence.checks.case import Dossier, each_dossier
from evidence.checks.rule import Problem, rule
from evidence.model.doi import WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.doi_syntax import RESOLVER
from evidence.model.finding import Severity


@rule("DOI012", "contradicting-url", Severity.WARNING, each=each_dossier)
def contradicting_url(dossier: Dossier) -> Iterator[Problem]:
    """The `url` leads to another DOI than the `doi` field names.

    The DOI in the `doi` field is the one that is looked up.

    ## Why it matters

    Styles print one or the other, so that readers of two texts are sent to two works.

    ## Example

    ```bib bad
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
      url     = {https://doi.org/10.1186/s13045-018-0622-4},
    }
    ```

    Use instead:

    ```bib good
    @article{cocco2018,
      author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
      title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
      year    = {2018},
      doi     = {10.1038/s41571-018-0113-0},
    }
    ```
    """
    address = dossier.reference.field("url")
    if dossier.doi is None or address is None or not RESOLVER.match(address.text):
        return
    other = read_doi(address.text)
    if isinstance(other, WrittenDoi) and other.doi != dossier.doi:
        yield Problem(
            address.place,
            f"the url leads to `{other.doi}`, the doi field names `{dossier.doi}`",
            key=dossier.reference.key,
            field="url",
            found=address.text,
            expected=dossier.doi.name,
        )
