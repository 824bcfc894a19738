import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

from evidence.sources.latex import decode
from evidence.sources.latex_symbols import (
    ACCENTS,
    ADDRESSES,
    FIRST_ARGUMENT_IS_SILENT,
    QUOTING,
    SILENT,
    WORDS,
    symbol,
)

PLAIN = {
    # accents
    r"{\'\i}": "í",
    r"\'{\i}": "í",
    r"na{\"\i}ve": "naïve",
    r"{\v{s}}": "š",
    r"\v s": "š",
    r"\c c\c{c}\c{ c}": "ççç",
    r"\'{{e}}": "é",
    r"\"{uber}": "über",
    r"\u g\H{o}\k{a}\r{a}\d{h}\b{b}\t{oo}\.z\=a\~n\`e": "ğőąåḥḇo͡ożāñè",
    r"\'{\ae}": "ǽ",
    r"\'5": "5",
    # letters and signs
    r"Stra\ss e, Stra\ss{}e, {\ss}": "Straße, Straße, ß",
    r"S\o ren {\O}": "Søren Ø",
    r"\L{}\'od\'z \l": "Łódź ł",
    r"\AA ngstr\"om": "Ångström",
    r"A \& B 5\% \#1 \$2 a\_b \{c\}": "A & B 5% #1 $2 a_b {c}",
    r"\textonesuperior{}H": "¹H",
    r"a\ldots b\textendash c": "a…b–c",
    r"\~{}x \^{}y \'{}z": "~x ^y z",
    "a---b--c-d": "a—b–c-d",
    "``a'' `b' c's": "“a” ‘b' c's",
    r"a~b\ c\,d\\e\-f\/g": "a b c d efg",
    # commands that print their argument
    r"\textit{ab {c}} \emph{d} {\em x} {\sc Y}": "ab c d x Y",
    r"\textsuperscript{13}C \unknown{z}": "13C z",
    r"\mkbibquote{x} \enquote{y {z}}": "“x” “y z”",
    r"T\kern-.1667em\lower.7ex\hbox{E}X": "TEX",
    r"\LaTeX* \item a\today": "LaTeX* a",
    # commands with arguments of their own
    r"\url{http://a/~b_c\_d\%e}": "http://a/~b_c_d%e",
    r"\href{http://a}{b}": "b",
    r"\noopsort{1973a}{1973}": "1973",
    r"\frac{1}{2}": "1/2",
    r"\ifmmode \check{S}\else \v{S}\fi{}afa\ifmmode \check{r}\else \v{r}\fi{}\'{\i}k": "Šafařík",
    r"\ifmmode x": "x",
    # formulas
    "$^{13}$CO$_2$ a_b^c": "13CO2 a_b^c",
    r"$\alpha$-synuclein, \(\beta\)": "α-synuclein, β",
    r"$n \times n$, $O(\log n)$, $\beta $-x, $\gamma _2$": "n × n, O(log n), β-x, γ2",
    "costs $5": "costs $5",
    # a command and nothing else
    r"\apjl": "apjl",
    r" {\mnras} ": "mnras",
    r"{\ss}": "ß",
    # not closed
    "{": "",
    "}": "",
    "\\": "\\",
    r"\href{a": "a",
    r"\'": "",
    # no LaTeX
    " a \n\t b\u00a0c ": "a b c",
    "{{DNA} {R}epair}": "DNA Repair",
}


@pytest.mark.parametrize(("latex", "plain"), PLAIN.items())
def test_latex_becomes_plain_text(latex: str, plain: str) -> None:
    assert decode(latex) == plain


PIECES = [
    *ACCENTS, "\\", "{", "}", "$", "\\i", "\\href", "\\ifmmode", "\\else", "\\fi", "\\url", "-",
    " ", "\\frac", "\\enquote", "\\kern", "a", "é", "_", "\\(", "\\)", "\n",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_decoded(text: str) -> None:
    decoded = decode(text)
    assert decoded == " ".join(decoded.split())


@pytest.mark.parametrize(
    "text",
    [
        "{" * 200_000 + "}" * 200_000,
        r"\'{" * 50_000,
        r"\href{" * 50_000,
        r"\enquote{" * 50_000 + "}" * 50_000,
        r"\ifmmode" * 50_000 + r"\else",
        r"\else" + r"\ifmmode" * 50_000,
        "$" * 100_001,
        r"\kern" + " " * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_time_grows_with_length_only(text: str) -> None:
    started = time.process_time()
    decode(text)
    assert time.process_time() - started < 5


# Where we differ from pylatexenc's own reading of a symbol, on purpose.
OURS = {
    "SS", "texttildelow", "textperiodcentered", "today", "sqrt", "textquotesingle", "epsilon",
    "qquad", "quad", "textasciicircum", "textvisiblespace",
    "cdot", "textmu", "textasciitilde", "to", "par",
}  # fmt: skip


@pytest.mark.parametrize("word", sorted(set(WORDS) - OURS))
def test_our_table_agrees_with_pylatexenc(word: str) -> None:
    symbol.cache_clear()
    theirs = LatexNodes2Text().latex_to_text(f"\\{word}{{}}")
    assert theirs in ("", WORDS[word]), f"pylatexenc reads {theirs!r}"


@pytest.mark.parametrize("word", sorted(SILENT - FIRST_ARGUMENT_IS_SILENT - ADDRESSES - QUOTING))
def test_what_prints_nothing_here_prints_nothing_in_pylatexenc(word: str) -> None:
    known = get_default_latex_context_db().get_macro_spec(word)
    text = getattr(known, "simplify_repl", None)
    assert not (isinstance(text, str) and text and "%" not in text)
    assert symbol(word) is None


@pytest.mark.parametrize("accent", sorted(set(ACCENTS) - {"t"}))
def test_our_accents_agree_with_pylatexenc(accent: str) -> None:
    for letter in "aceghijklnorstuyzACEGIKLNORSTUYZ":
        text = f"\\{accent}{{{letter}}}"
        assert decode(text) == LatexNodes2Text().latex_to_text(text)


@pytest.mark.parametrize(
    ("word", "text"), [("hslash", "ℏ"), ("lessapprox", "⪅"), ("emph", None), ("nobodys", None)]
)
def test_rare_symbols_come_from_pylatexenc(word: str, text: str | None) -> None:
    assert symbol(word) == text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (
            r"at z $_{phot}$ \UTF{2243} 7.6",
            "at z phot ≃ 7.6",
        ),  # NASA ADS, of 10.3847/1538-4357/acdc9d
        (r"\UTF{}", ""),
        (r"half a pair: \UTF{D800}", "half a pair: D800"),
    ],
)
def test_code_points_of_the_otf_package(written: str, plain: str) -> None:
    assert decode(written) == plain
