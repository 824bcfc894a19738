"""What LaTeX's commands stand for in plain text.

The frequent ones stand here; for the rest there are the tables of pylatexenc, and a command that
neither knows prints nothing itself (`\\em`, `\\textit`, `\\mathrm`): its argument stays.
"""

import functools
from typing import Final

# The letter's mark as a combining character.
ACCENTS: Final = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "b": "\u0331", "c": "\u0327", "d": "\u0323", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "t": "\u0361", "u": "\u0306", "v": "\u030c",
}  # fmt: skip

# `\ifmmode`, `\href` and the like act on what follows and are read in `latex.py`.
WORDS: Final = {
    "AA": "Å", "AE": "Æ", "DH": "Ð", "DJ": "Đ", "L": "Ł", "NG": "Ŋ", "O": "Ø", "OE": "Œ",
    "P": "¶", "S": "§", "SS": "SS", "TH": "Þ", "aa": "å", "ae": "æ", "dh": "ð", "dj": "đ",
    "i": "ı", "j": "ȷ", "l": "ł", "ng": "ŋ", "o": "ø", "oe": "œ", "ss": "ß", "th": "þ",
    "BibTeX": "BibTeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX",
    "copyright": "©", "cprime": "′", "dots": "…", "ldots": "…", "lbrack": "[", "rbrack": "]",
    "lq": "‘", "newline": " ", "nobreakdash": "", "par": " ", "quad": " ", "qquad": " ",
    "rq": "’", "slash": "/", "space": " ", "textasciicircum": "^", "textasciitilde": "~",
    "textbackslash": "\\", "textbar": "|", "textbraceleft": "{", "textbraceright": "}",
    "textdegree": "°", "textdollar": "$", "textellipsis": "…", "textemdash": "—",
    "textendash": "–", "textgreater": ">", "textless": "<", "textmu": "µ", "textonesuperior": "¹",
    "textperiodcentered": "·", "textquotedbl": '"', "textquotedblleft": "“",
    "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'",
    "textregistered": "®", "textrightarrow": "→", "texttheta": "θ", "textthreesuperior": "³",
    "texttildelow": "~", "texttimes": "×", "texttrademark": "™", "texttwosuperior": "²",
    "textunderscore": "_", "textvisiblespace": " ",
    "today": "",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ", "omega": "ω", "Delta": "Δ",
    "Gamma": "Γ", "Omega": "Ω", "cdot": "·", "circ": "∘", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "pm": "±", "sim": "∼", "sqrt": "√", "times": "×", "to": "→", "infty": "∞",
    "zeta": "ζ", "eta": "η", "theta": "θ", "nu": "ν", "xi": "ξ", "rho": "ρ", "phi": "ϕ",
    "chi": "χ", "psi": "ψ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "approx": "≈", "bullet": "∙", "langle": "⟨", "log": "log",
    "rangle": "⟩", "textcopyright": "©",
}  # fmt: skip

# A backslash and one other character; what is not here stands for itself (`\&`, `\%`, `\_`).
SIGNS: Final = {
    " ": " ", "\t": " ", "\n": " ", "\r": " ", ",": " ", ";": " ", ":": " ", ">": " ", "\\": " ",
    "!": "", "-": "", "/": "", "@": "", "(": "", ")": "", "[": "", "]": "", "|": "‖",
}  # fmt: skip

# The first argument is not part of the text: an address, a colour, a sort key, a citation.
FIRST_ARGUMENT_IS_SILENT: Final = frozenset({
    "begin", "bibinfo", "cite", "citeauthor", "citep", "citet", "color", "end", "foreignlanguage",
    "href", "hspace", "label", "noopsort", "raisebox", "ref", "selectlanguage", "texorpdfstring",
    "textcite", "textcolor", "vphantom", "vspace",
})  # fmt: skip
ADDRESSES: Final = frozenset({"nolinkurl", "path", "url"})
QUOTING: Final = frozenset({"enquote", "mkbibquote", "textquote"})

# The frequent ones that print nothing themselves, beside those above.
SILENT: Final = FIRST_ARGUMENT_IS_SILENT | ADDRESSES | QUOTING | {
    "bf", "em", "emph", "frac", "it", "mathbf", "mathcal", "mathit", "mathrm", "mathsl", "mbox",
    "relax", "rm", "sc", "sf", "sl", "text", "textbf", "textit", "textnormal", "textrm", "textsc",
    "textsf", "textsl", "textsubscript", "textsuperscript", "texttt", "textup", "tt",
}  # fmt: skip


@functools.lru_cache(maxsize=1024)
def symbol(word: str) -> str | None:
    """The plain text of the command `\\word`; None when it is known to neither table."""
    if word in WORDS or word in SILENT:
        return WORDS.get(word)
    # Loading it takes longer than decoding a small file.
    from pylatexenc.latex2text import get_default_latex_context_db

    known = get_default_latex_context_db().get_macro_spec(word)
    text = getattr(known, "simplify_repl", None)
    # A `%` is a place for an argument, a callable computes (today's date, an accent).
    return text if isinstance(text, str) and text and "%" not in text else None
