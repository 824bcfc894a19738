"""Words that end in a full stop, by what a stop behind them may mean."""

from typing import Final

# Something always follows: the stop never ends a sentence.
NEVER_LAST: Final = frozenset({
    "e.g", "eg", "i.e", "ie", "vs", "cf", "ca", "approx", "viz", "resp", "dr", "drs", "prof",
    "mr", "mrs", "ms", "st", "fig", "figs", "eq", "eqs", "ref", "refs", "tab", "suppl", "sect",
    "sec", "chap", "ch", "vol", "vols", "ed", "eds", "dept", "univ", "z.b", "d.h", "u.a", "o.g",
    "bzw", "vgl", "abb", "nr", "sog", "ggf", "evtl", "inkl", "bspw", "ung", "p.ex", "c.-à-d",
    "env", "p.ej", "núm", "pág", "aprox", "mme", "mlle", "sra", "incl", "excl", "esp", "subsp",
    "ssp", "f.e", "versus", "ibid", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
})  # fmt: skip
# Only before a number: `no. 3`, but `The answer was no.`
BEFORE_NUMBER: Final = frozenset({
    "no", "nos", "n.o", "p", "pp", "art", "n", "v", "s", "§", "lot", "cat", "para", "pt", "pts",
})  # fmt: skip
# The sentence may end here; it does when what follows begins with a capital.
BEFORE_CAPITAL: Final = frozenset({
    "etc", "usw", "i.v", "p.o", "s.c", "i.p", "i.m", "i.n", "b.i.d", "t.i.d", "q.i.d", "q.d",
    "o.d", "b.d", "t.d.s", "q.w", "q2w", "q3w", "a.m", "p.m", "spp", "sp", "min", "max", "hr",
    "hrs", "wk", "wks", "mo", "yr", "yrs", "d", "h", "conc", "temp", "wt", "mol", "std", "mio",
    "ff", "a.u", "r.p.m", "w.r.t", "var",
})  # fmt: skip
# As above, but a name may follow: only a word that begins sentences shows that one has ended.
BEFORE_STARTER: Final = frozenset({
    "al", "et.al", "u.s", "u.s.a", "u.k", "e.u", "d.c", "inc", "ltd", "co", "corp", "plc",
    "gmbh", "ag", "llc", "ph.d", "m.d", "jr", "sr", "m.sc", "b.sc", "n.d", "bros", "int", "nat",
})  # fmt: skip
STARTERS: Final = frozenset({
    "the", "a", "an", "this", "these", "those", "that", "it", "its", "they", "their", "there",
    "here", "we", "our", "in", "on", "at", "of", "by", "for", "from", "with", "without", "to",
    "as", "after", "before", "during", "while", "when", "where", "although", "though",
    "however", "but", "and", "moreover", "furthermore", "additionally", "also", "thus",
    "therefore", "hence", "since", "because", "if", "once", "until", "both", "all", "each",
    "most", "many", "several", "some", "such", "no", "not", "none", "only", "other", "another",
    "one", "two", "three", "four", "five", "contrast", "consistent", "similarly", "finally",
    "first", "second", "third", "then", "next", "patients", "results", "treatment", "using",
    "given", "among", "across", "overall", "interestingly", "importantly", "notably",
    "conversely", "whereas", "despite", "neither", "either", "data", "studies", "what", "which",
    "who", "why", "how", "is", "are", "was", "were", "have", "has", "had", "can", "could",
    "may", "der", "die", "das", "ein", "eine", "es", "wir", "sie", "im", "bei", "nach", "mit",
    "für", "durch", "auch", "diese", "dieser", "dieses", "le", "la", "les", "un", "une", "il",
    "elle", "nous", "ce", "cette", "ces", "dans", "en", "au", "aux", "après", "avec", "pour",
    "el", "los", "las", "una", "unos", "al", "por", "con", "para", "este", "esta", "estos",
    "estas", "se",
})  # fmt: skip
# `vitamin D.` ends a sentence where `J.` of a name does not.
LETTERED: Final = frozenset({
    "vitamin", "hepatitis", "influenza", "type", "group", "grade", "class", "factor", "arm",
    "cohort", "protein", "stage", "phase", "panel", "appendix", "table", "figure", "fig",
    "site", "part", "subtype", "category", "kinase", "antigen", "plan", "box", "section",
    "strain", "toxin", "receptor", "child-pugh", "pugh", "coenzyme",
})  # fmt: skip
# Before a German ordinal number: `am 3. Mai`.
BEFORE_ORDINAL: Final = frozenset({
    "am", "vom", "zum", "bis", "der", "dem", "den", "des", "im", "die", "das", "jeder", "jedem",
})  # fmt: skip
