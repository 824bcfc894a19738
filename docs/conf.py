"""How the documentation is built."""

from evidence import __version__

project = "evidence"
copyright = "2026, the evidence authors"
release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
html_theme = "furo"
html_title = f"evidence {__version__}"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
