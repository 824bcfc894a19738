"""Runs bibaudit's command line against other servers than the real ones.

It is run by the Python of the environment that bibaudit is installed in; the arguments are the
addresses in place of api.crossref.org and api.datacite.org, and then those of bibaudit.
"""

import sys
from importlib import import_module


def main() -> int:
    """What bibaudit's own `main` gives back."""
    crossref, datacite, *arguments = sys.argv[1:]
    vars(import_module("bibaudit.registries.crossref"))["_API_ROOT"] = crossref
    vars(import_module("bibaudit.registries.datacite"))["_DOIS_URL"] = f"{datacite}/dois/"
    code = import_module("bibaudit.cli").main(arguments)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
