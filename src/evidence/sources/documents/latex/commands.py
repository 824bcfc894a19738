"""Which of LaTeX's commands and environments a reader of its text must know, and what they take."""

from typing import Final

SECTIONS: Final = frozenset({
    "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph",
    "title", "subtitle", "addchap", "addsec", "minisec", "frametitle",
})  # fmt: skip
NOTES: Final = frozenset({"footnote", "footnotetext", "endnote", "sidenote"})
INCLUDES: Final = frozenset({"input", "include", "subfile"})
BIBLIOGRAPHIES: Final = frozenset({"bibliography", "addbibresource", "addglobalbib"})
DEFINITIONS: Final = frozenset({
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef",
    "DeclareMathOperator",
})  # fmt: skip
VERBATIM: Final = frozenset({"verb", "lstinline"})
ACCENTS: Final = frozenset("'`^\"~=.Hbcdkrtuv")
END_OF_PARAGRAPH: Final = frozenset({"par", "newpage", "clearpage", "maketitle", "bigskip"})

# How many arguments in braces are no text; those in brackets never are.
SILENT_ARGUMENTS: Final = {
    **dict.fromkeys((
        "address", "affil", "affiliation", "author", "authorrunning", "bibliographystyle",
        "captionsetup", "cellcolor", "cline", "cmidrule", "color", "colorbox", "columncolor",
        "date", "email", "foreignlanguage", "geometry", "glsadd", "graphicspath", "href",
        "hphantom", "hspace", "hypersetup", "includegraphics", "includeonly", "index",
        "institute", "linespread", "marginpar", "markright", "nocite", "noopsort", "orcid",
        "pagenumbering", "pagestyle", "phantom", "raisebox", "refstepcounter", "resizebox",
        "rowcolor", "scalebox", "selectlanguage", "stepcounter", "texorpdfstring", "textcolor",
        "thanks", "thispagestyle", "titlerunning", "tnote", "todo", "usepackage", "vphantom",
        "vspace",
    ), 1),
    **dict.fromkeys((
        "addtocounter", "addtolength", "fontsize", "markboth", "multirow", "rule", "setlength",
    ), 2),
    **dict.fromkeys(("addcontentsline", "definecolor", "newenvironment"), 3),
}  # fmt: skip
REFERRING: Final = frozenset({"ref", "autoref", "cref", "Cref", "eqref", "pageref", "nameref"})

MATHS: Final = frozenset({
    "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign",
    "alignat",
})  # fmt: skip
# What sets the look of a formula and prints nothing, without an argument in braces.
LAYOUT: Final = frozenset({
    "Big", "Bigg", "Biggl", "Biggm", "Biggr", "Bigl", "Bigm", "Bigr", "acute", "allowbreak",
    "bar", "big", "bigg", "biggl", "biggm", "biggr", "bigl", "bigm", "bigr", "bm", "boldmath",
    "boldsymbol", "breve", "check", "ddot", "displaystyle", "dot", "ensuremath", "footnotesize",
    "grave", "hat", "hfill", "hline", "ifmmode", "else", "fi", "large", "left", "limits",
    "mathbb", "mathfrak", "mathop", "mathscr", "mathsf", "mathtt", "middle", "nolimits",
    "nolinebreak", "nonumber", "normalfont", "normalsize", "notag", "overline", "protect",
    "right", "scriptscriptstyle", "scriptsize", "scriptstyle", "small", "textstyle", "tilde",
    "underline", "vec", "widehat", "widetilde", "xspace",
})  # fmt: skip
NOT_TEXT: Final = frozenset({
    "verbatim", "Verbatim", "lstlisting", "minted", "comment", "tikzpicture", "pgfpicture",
    "filecontents", "axis", "forest", "algorithmic",
})  # fmt: skip
LISTS: Final = frozenset({"itemize", "enumerate", "description", "compactitem", "compactenum"})
FLOATS: Final = {
    "table": "Table", "sidewaystable": "Table", "wraptable": "Table", "longtable": "Table",
    "xltabular": "Table", "figure": "Figure", "sidewaysfigure": "Figure", "wrapfigure": "Figure",
}  # fmt: skip
# How many arguments a tabular has in front of its columns' formats.
TABULARS: Final = {
    "tabular": 0, "tabular*": 1, "tabularx": 1, "xltabular": 1, "tabulary": 1, "longtable": 0,
    "tabu": 0,
}  # fmt: skip
ENVIRONMENT_ARGUMENTS: Final = {
    "minipage": 1, "multicols": 1, "wrapfigure": 2, "wraptable": 2, "thebibliography": 1,
    "adjustbox": 1, "list": 2, "adjustwidth": 2, "subfigure": 1, "subtable": 1, "otherlanguage": 1,
}  # fmt: skip

# How many arguments the numbers of siunitx with their unit have.
QUANTITIES: Final = {"SI": 2, "qty": 2, "SIrange": 3, "qtyrange": 3, "si": 1, "unit": 1}
# https://ctan.org/pkg/siunitx: the units of medicine and the prefixes before them.
UNITS: Final = {
    "nano": "n", "pico": "p", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "kilo": "k",
    "gram": "g", "litre": "L", "liter": "L", "mole": "mol", "molar": "M", "metre": "m",
    "meter": "m", "second": "s", "minute": "min", "hour": "h", "day": "d", "percent": "%",
    "celsius": "°C", "degreeCelsius": "°C", "per": "/", "square": "", "squared": "2", "cubed": "3",
    "kg": "kg", "mg": "mg", "ug": "µg", "ng": "ng", "ml": "mL", "mL": "mL", "nM": "nM", "uM": "µM",
    "gray": "Gy", "becquerel": "Bq", "nmol": "nmol", "umol": "µmol", "mmol": "mmol",
}  # fmt: skip
