"""Runs the stand-in by hand: `python -m standin --works FILE`, from `tests/`, until ^C."""

import argparse
import threading
from pathlib import Path

from standin.server import StandIn


def main(arguments: list[str] | None = None) -> None:
    """Serve until interrupted; print the options that point `evidence` here."""
    options = _parser().parse_args(arguments)
    stand_in = StandIn(
        options.works,
        datacite=options.datacite,
        europe_pmc=options.europe_pmc,
        agencies=dict(options.agency),
        short_dois=dict(options.short_doi),
        as_crossref=options.as_crossref,
        enforce_limits=options.enforce_limits,
        retry_after=options.retry_after,
        latency=options.latency / 1000,
        port=options.port,
    )
    with stand_in as server:
        print("--crossref-url", server.crossref_url)
        print("--doi-url", server.doi_url)
        print("--datacite-url", server.datacite_url)
        print("--europe-pmc-url", server.europe_pmc_url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m standin", description=__doc__)
    parser.add_argument(
        "--works",
        type=Path,
        action="append",
        required=True,
        metavar="FILE",
        help="JSON lines of Crossref works (.gz too); may be given more than once",
    )
    parser.add_argument("--datacite", type=Path, metavar="FILE", help="JSON lines of DataCite")
    parser.add_argument(
        "--europe-pmc", type=Path, metavar="FILE", help="JSON lines of Europe PMC's results"
    )
    parser.add_argument(
        "--agency",
        type=_registration,
        action="append",
        default=[],
        metavar="PREFIX=NAME",
        help="who registered a prefix or a DOI, such as 10.5281=DataCite",
    )
    parser.add_argument(
        "--short-doi",
        type=_registration,
        action="append",
        default=[],
        metavar="SHORT=DOI",
        help="what a short DOI stands for, such as 10/abc=10.1234/jim.2019.0001",
    )
    parser.add_argument(
        "--as-crossref", action="store_true", help="send hand-made records as the registries' own"
    )
    parser.add_argument("--port", type=int, default=0, help="default: any free one")
    parser.add_argument("--latency", type=float, default=0, metavar="MS", help="for every answer")
    parser.add_argument("--enforce-limits", action="store_true", help="429 over Crossref's limits")
    parser.add_argument("--retry-after", metavar="VALUE", help="the header of those 429")
    return parser


def _registration(text: str) -> tuple[str, str]:
    name, _, agency = text.partition("=")
    return name, agency


if __name__ == "__main__":
    main()
