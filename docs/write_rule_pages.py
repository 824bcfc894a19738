"""Write one page a rule into docs/rules, and the table of them all; `--check` only compares."""

import sys
from pathlib import Path

from evidence import RULES

FOLDER = Path(__file__).parent / "rules"


def pages() -> dict[Path, str]:
    """Every page by its path, the table of rules included."""
    table = "\n".join(
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |"
        for rule in RULES
    )
    listed = "\n".join(rule.code for rule in RULES)
    index = (
        "# Rules\n\nThese pages are made from the rules' own docstrings: `make docs` writes them.\n"
        f"\n| code | name | severity | what it finds |\n|---|---|---|---|\n{table}\n"
        f"\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"
    )
    return {FOLDER / "index.md": index} | {FOLDER / f"{r.code}.md": r.page() for r in RULES}


def main() -> int:
    """Write the pages, or say which ones are not as the code has them."""
    written = pages()
    if "--check" in sys.argv[1:]:
        there = {path: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
        stale = [
            path.name for path in written.keys() | there if written.get(path) != there.get(path)
        ]
        if stale:
            print(f"docs/rules is out of date, run `make docs`: {', '.join(sorted(stale))}")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for path, text in written.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
