from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.model.document import Cited
from evidence.sources.documents.interface import Block, BlockKind, Contents, Source
from evidence.sources.documents.latex.document import read_latex


def contents(text: str, folder: Path = Path("nowhere")) -> Contents:
    return read_latex(Source(folder / "paper.tex", "paper.tex", text.encode()), lambda *_: None)


def read(text: str, folder: Path = Path("nowhere")) -> tuple[Block, ...]:
    return contents(text, folder).blocks


def said(text: str, folder: Path = Path("nowhere")) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks, with their labels."""
    return [
        (block.kind.value, f"{block.label}|{block.text}" if block.label else block.text)
        for block in read(text, folder)
    ]


def only(text: str) -> Block:
    (block,) = read(text)
    return block


def plain(text: str) -> str:
    return only(text).text


def refusal(text: str, folder: Path = Path("nowhere")) -> str:
    with pytest.raises(InputError) as caught:
        read(text, folder)
    return str(caught.value)


PAPER = r"""\documentclass{article}
% \begin{document} is not here
\usepackage{natbib}
\newcommand{\drug}{tora\-semide\xspace}
\newcommand{\two}[2]{#1 and #2}
\addbibresource{refs.bib}
\title[Short]{Effects of \drug on {\'e}lan\thanks{Paid by none}}
\author{A. Baker \cite{no}}
\begin{document}
\maketitle
\begin{abstract}
It works \cite{baker2015}.
\end{abstract}
\section{Results}\label{sec:results}
Torasemide relieves congestion~\citep[see][p.~3]{osei2016, lind2014}, and % no \cite{no}
\citet{stone2011} showed it.\footnote{In adults \cite{roe2001}.} See Table~\ref{tab:auc}.
\begin{table}[htb]
  \centering
  \caption{Bioavailability \cite{osei2016}}\label{tab:auc}
  \begin{tabular}{lrr}
    \toprule
    Drug & \multicolumn{2}{c}{AUC (h)} \\
    \midrule
    Tora\-semide\textsuperscript{a} & 90$^{1}$ & \cite{lind2014}\\[2pt]
    Furosemide & 52 mg/m$^2$ \\ \hline
  \end{tabular}
  \footnotesize{a: in adults.}
\end{table}
It is \emph{well} tolerated.

\subsection*{Lists}
\begin{itemize}
  \item First, \item second.
\end{itemize}
\begin{enumerate}
  \item Wash \item[7.] Dry
\end{enumerate}
\bibliography{refs,more.bib}
\end{document}
Never read { this
"""


def test_a_paper_is_read_as_its_parts() -> None:
    assert said(PAPER) == [
        ("heading", "Effects of torasemide on élan"),
        ("heading", "Abstract"),
        ("paragraph", r"It works \cite{baker2015}."),
        ("heading", "Results"),
        (
            "paragraph",
            "Torasemide relieves congestion \\citep[see][p.~3]{osei2016, lind2014}, and stone2011 "
            "showed it. See Table 1.\nIt is well tolerated.",
        ),
        ("paragraph", r"In adults \cite{roe2001}."),
        ("table", ""),
        ("paragraph", "a: in adults."),
        ("heading", "Lists"),
        ("item", "First,"),
        ("item", "second."),
        ("item", "1|Wash"),
        ("item", "7|Dry"),
    ]
    assert contents(PAPER).bibliographies == ("refs.bib", "more.bib")


def test_a_table_has_its_number_caption_and_cells_without_note_marks() -> None:
    (table,) = (block for block in read(PAPER) if block.kind is BlockKind.TABLE)
    assert table.rows == (
        ("Drug", "AUC (h)", ""),
        ("Torasemide", "90", "[lind2014]"),
        ("Furosemide", "52 mg/m2", ""),
    )
    assert table.caption is not None
    assert table.caption.text == r"Table 1: Bioavailability \cite{osei2016}"
    assert [each.cited for each in table.caption.citations] == [(Cited("osei2016"),)]
    assert str(table.place(0)) == "paper.tex:19:3"


def test_citations_have_keys_locators_and_places() -> None:
    block = read(PAPER)[4]
    parenthetical, narrative = block.citations
    assert parenthetical.cited == (Cited("osei2016"), Cited("lind2014", "p. 3"))
    assert (parenthetical.is_narrative, narrative.is_narrative) == (False, True)
    assert narrative.cited == (Cited("stone2011"),)
    assert block.text[narrative.start : narrative.end] == "stone2011"
    assert str(block.place(parenthetical.start)) == "paper.tex:15:32"
    assert str(block.place(block.text.index("showed"))) == "paper.tex:16:19"


@pytest.mark.parametrize(
    "command",
    [
        "cite", "citep", "citealp", "citeyear", "parencite", "autocite", "footcite", "supercite",
        "fullcite", "Parencite", "cite*", "citep*", "citeyearpar", "smartcite",
    ],
)  # fmt: skip
def test_commands_that_cite(command: str) -> None:
    block = only(rf"It works \{command}[3]{{a, b,a}}.")
    assert [(each.cited, each.is_narrative) for each in block.citations] == [
        ((Cited("a", "3"), Cited("b")), False)
    ]
    assert block.text == rf"It works \{command}[3]{{a, b,a}}."


@pytest.mark.parametrize("command", ["citet", "Citet", "textcite", "citeauthor", "citet*"])
def test_commands_that_are_words_of_their_sentence(command: str) -> None:
    block = only(rf"\{command}{{a,b}} agree.")
    assert block.text == "a, b agree."
    assert [each.is_narrative for each in block.citations] == [True]


def test_several_keys_each_with_their_notes() -> None:
    block = only(r"So it is \autocites(see)()[12]{a}[cf.][3]{b}.")
    assert block.citations[0].cited == (Cited("a", "12"), Cited("b", "3"))


def test_what_names_no_key_cites_nothing() -> None:
    block = only(r"So \nocite{*}it \cite{} is\cite.")
    assert (block.text, block.citations) == ("So it is.", ())


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        (r"works\textsuperscript{3,6}.", ["3,6"]),
        (r"works$^{3,6}$.", ["3,6"]),
        (r"works$^3$.", ["3"]),
        (r"works${}^{\rm 3--6}$.", ["3–6"]),
        (r"works\textsuperscript{3}$^{,6}$.", ["3,6"]),
        (r"works at $10^{-6}$.", []),
        (r"works at $^{1}x^{2}$.", []),
        (r"works\textsuperscript{\cite{a}}.", []),
        (r"works\textsuperscript.", []),
    ],
)
def test_superscripts(text: str, raised: list[str]) -> None:
    block = only(text)
    assert [block.text[each.start : each.end] for each in block.superscripts] == raised


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"5\,\% of \$10 \& more\_x \#1", "5 % of $10 & more_x #1"),
        (r"M\"uller, Sim\'{\i}, \v{S}imek, \c cedille, \'", "Müller, Simí, Šimek, çedille,"),
        (r"\ss{}en \O{} \textmu m, ``so'' -- and --- ok", "ßen Ø µm, “so” – and — ok"),
        (r"$p < 0.05$, \(\alpha\), \[x^2\] and $\frac{1}{2}$", "p < 0.05, α, x2 and 1/2"),
        ("costs 5$ now", "costs 5$ now"),
        (r"a \verb|x_%{| b \lstinline{y} c", "a x_%{ b y c"),
        (r"\url{http://x.org/a%20b_c}, \href{http://y.org}{z}", "http://x.org/a%20b_c, z"),
        (r"\SI{1}{\milli\gram\per\litre}, \qty{5}{\percent}", "1 mg/L, 5 %"),
        (r"\SIrange{2}{3}{mg}, \si{\nano\molar} and \SI{4}", "2–3 mg, nM and 4"),
        (r"\enquote{well} \textbf{\emph{done}}\label{x}\index{y} now", "“well” done now"),
        (r"It is \begin{equation*}a &= b\end{equation*}if done", "It is a = b if done"),
        ("one % no\n  two%\nthree", "one twothree"),
        ("one\n% no\ntwo", "one\ntwo"),
        (r"before\iffalse never \cite{a} \fi after", "before after"),
        (r"\textcolor{red}{warm} \vspace{1cm}room \unknown[opt]{stays}", "warm room stays"),
        (r"one\\[3pt] two\newline three & four", "one two three four"),
        (r"\newcommand\x{five}\def\y#1{no}\renewcommand{\z}{six}\x\ and \z{} m", "five and six m"),
        (r"\begin{minipage}[t]{5cm}inside\end{minipage}", "inside"),
        (r"\begin{verbatim}\cite{a} {\end{verbatim}text", "text"),
        (r"See Section~\ref{none}, as (Figure~\ref{no}) is.", "See Section, as (Figure) is."),
        (r"\begin tabular \label x \ref y \title z \newcommand \bibliography", "tabular x y z"),
        (r"\setcounter{table} \multicolumn \caption \captionof{table} \url \v{}", "table"),
        (r"\begin{tabular}{l}\end{tabular}done", "done"),
        (r"a \endhead b \bigskip c", "a b c"),
        (r"\item alone", "alone"),
        (r"\begin{table}\label{x}A note\end{table}", "A note"),
        (r"$^{\text{a}}$ and $\mathrm{x}$ \~{} \infty{} \quad{}x", "a and x ~ ∞ x"),
        ("\\drug", ""),
        ("a\\", "a"),
    ],
)  # fmt: skip
def test_text(text: str, expected: str) -> None:
    assert " ".join(block.text for block in read(text)) == expected


@pytest.mark.parametrize("between", ["\n\n", "\n  \n", "\n%\n\n", r" \par ", "%\n\n"])
def test_what_parts_paragraphs(between: str) -> None:
    assert said(f"One.{between}Two.") == [("paragraph", "One."), ("paragraph", "Two.")]


def test_windows_line_ends_are_line_ends() -> None:
    first, second = read("One\r\ntwo.\r\n\r\nThree.")
    assert (first.text, str(second.place(0))) == ("One\ntwo.", "paper.tex:4:1")


def test_a_bibliography_in_the_document_is_its_reference_list() -> None:
    text = r"""\begin{thebibliography}{9}
\bibitem[Stone(2011)]{stone:11} Stone L. \newblock Cold rooms.
\newblock \emph{Sleep} 2011;4:12--19.

\url{https://doi.org/10.1000/x}
\bibitem{osei16}
Osei K. Naps. 2016.
\end{thebibliography}"""
    assert said(text) == [
        ("reference", "stone:11|Stone L. Cold rooms.\nSleep 2011;4:12–19.\nhttps://doi.org/10.1000/x"),
        ("reference", "osei16|Osei K. Naps. 2016."),
    ]  # fmt: skip


def test_captions_figures_and_long_tables() -> None:
    text = r"""\setcounter{table}{8}
\begin{figure}\includegraphics[width=1cm]{x}\caption[s]{Sleep \cite{a}}\label{f}\end{figure}
\begin{longtable}{ll}
\caption{Doses}\label{t}\\
Drug & Dose \\ \endfirsthead
Drug (continued) & Dose \\ \endhead
more below & \\ \endfoot
A & 5 \\
B & 7 \tabularnewline
\end{longtable}
As \autoref{f} and \ref{t} show.
\begin{tabular*}{5cm}[t]{ll}x & \makecell{y\\z}\end{tabular*}
\begin{minipage}{1cm}\captionof*{table}{Alone}\end{minipage}"""
    blocks = read(text)
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", r"Figure 1: Sleep \cite{a}"),
        ("table", ""),
        ("paragraph", "As Figure 1 and 9 show."),
        ("table", ""),
        ("paragraph", "Alone"),
    ]
    assert blocks[1].caption is not None
    assert blocks[1].caption.text == "Table 9: Doses"
    assert blocks[1].rows == (("Drug", "Dose"), ("A", "5"), ("B", "7"))
    assert blocks[3].rows == (("x", "y z"),)


def test_a_list_with_words_as_labels() -> None:
    assert said(r"\begin{description}\item[Dose] low\end{description}") == [("item", "Dose low")]


# --- files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.tex").write_text("Included \\cite{a}.\n\\input{parts/two}\n")
    (tmp_path / "parts" / "two.tex").write_text("Twice { open\n")
    (tmp_path / "parts" / "three.tex").write_text("\\input four ends.")
    (tmp_path / "parts" / "four.tex").write_text("Beside it")
    (tmp_path / "parts" / "circle.tex").write_text("\n \\include{parts/circle}")
    (tmp_path / "parts" / "whole.tex").write_text(
        "\\documentclass{subfiles}\\begin{document}Inside.\\end{document} no"
    )
    (tmp_path / "head.tex").write_text("\\title{Naps}\\addbibresource{naps.bib}\\input{deeper}")
    (tmp_path / "plot.pgf").write_text("\\cite{no} {")
    return tmp_path


def test_files_are_read_where_they_are_included(folder: Path) -> None:
    text = r"Start. \input{parts/three} \subfile{parts/whole} \input{plot.pgf} \include{parts/four}"
    assert said(text, folder) == [
        ("paragraph", "Start. Beside it ends. Inside."),
        ("paragraph", "Beside it"),
    ]


def test_places_name_the_included_file(folder: Path) -> None:
    message = refusal(r"\input{parts/one}", folder)
    assert message == "parts/two.tex:1:7: CIT012 `{` is never closed"


def test_a_preamble_of_its_own_file_is_looked_at(folder: Path) -> None:
    text = r"\input{head}\input{glyphtounicode}\begin{document}Text.\end{document}"
    assert said(text, folder) == [("heading", "Naps"), ("paragraph", "Text.")]
    assert contents(text, folder).bibliographies == ("naps.bib",)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (r"\input{absent}", "`absent` was not found in the document's folder"),
        (
            r"\include{../paper}",
            "`../paper` lies outside the document's folder and the current folder",
        ),
        (r"\input{../../etc/passwd}", "`../../etc/passwd` lies outside the document's folder"),
        (r"\input{/etc/passwd}", "`/etc/passwd` lies outside the document's folder"),
        (r"\input /etc/passwd", "`/etc/passwd` lies outside the document's folder"),
        (r"\input{link}", "`link` lies outside the document's folder"),
        (r"\input{paper.tex}", "`paper.tex` includes itself"),
        (r"\input{}", "a file to include was expected here"),
    ],
)
def test_what_cannot_be_included(folder: Path, command: str, message: str) -> None:
    (folder / "paper.tex").write_text("x")
    (folder / "link.tex").symlink_to("/etc/hostname")
    assert refusal(f"One.\n {command}", folder).startswith(f"paper.tex:2:2: CIT012 {message}")


def test_a_file_beside_the_documents_folder_is_read_within_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thesis = tmp_path / "project" / "thesis"
    thesis.mkdir(parents=True)
    (thesis.parent / "shared.tex").write_text("Shared {")
    (tmp_path / "secret.tex").write_text("Secret.")
    monkeypatch.chdir(thesis.parent)
    path = Path("thesis/main.tex")
    with pytest.raises(InputError, match=r"^shared\.tex:1:8: CIT012 `{` is never closed$"):
        read_latex(Source(path, "thesis/main.tex", rb"\input{../shared}"), lambda *_: None)
    message = (
        "thesis/main.tex:1:1: CIT012 `../../secret` lies outside the document's folder and the "
        "current folder and is not read: run the command in a folder that holds both"
    )
    with pytest.raises(InputError) as caught:
        read_latex(Source(path, "thesis/main.tex", rb"\input{../../secret}"), lambda *_: None)
    assert str(caught.value) == message


def test_a_circle_of_files_is_refused_where_it_closes(folder: Path) -> None:
    message = "parts/circle.tex:2:2: CIT012 `parts/circle` includes itself"
    assert refusal(r"\input{parts/circle}", folder) == message


def test_a_macro_that_calls_itself_is_refused() -> None:
    assert refusal(r"\newcommand{\x}{\y}\newcommand{\y}{\x} \x") == (
        "paper.tex:1:40: CIT012 files and macros are nested more than 20 deep"
    )


def test_macros_that_multiply_are_refused() -> None:
    names = ("va", "vb", "vc", "vd", "ve")
    macros = [rf"\def\{x}{{" + rf"\{y}" * 40 + "}" for x, y in pairwise(names)]
    text = "".join(macros) + r"\def\ve{xxxxxxxxxx} \va\va"
    assert "more than 10 million characters" in refusal(text)


def test_macros_may_hold_citations() -> None:
    block = only(r"\newcommand{\theirs}{the trial \cite{osei2016}} In \theirs.")
    assert block.citations[0].cited == (Cited("osei2016"),)
    assert str(block.place(block.citations[0].start)) == "paper.tex:1:52"


# --- what is broken


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a {b", "1:3: CIT012 `{` is never closed"),
        ("a} b", "1:2: CIT012 `}` closes nothing"),
        ("\\begin{center}\nx", "1:1: CIT012 `\\begin{center}` is never closed"),
        ("x \\end{center}", "1:3: CIT012 `\\end{center}` closes nothing"),
        (
            "\\begin{a}\n\\begin{b}\n\\end{a}",
            "2:1: CIT012 `\\begin{b}` is not closed before `\\end{a}` in line 3",
        ),
        ("\\begin{a}{\\end{a}", "1:10: CIT012 `{` is not closed before `\\end{a}` in line 1"),
        ("{\\begin{a}}", "1:2: CIT012 `\\begin{a}` is not closed before `}` in line 1"),
        ("\\begin{document}{\\end{document}", "1:17: CIT012 `{` is never closed"),
        ("\\begin{verbatim} x", "1:1: CIT012 `\\begin{verbatim}` is never closed"),
        ("\\label{x", "1:7: CIT012 `{` is never closed"),
        ("\\(x", "1:1: CIT012 `\\(` is never closed"),
        ("\\verb|x\n|", "1:1: CIT012 `\\verb` is never closed"),
        ("\\iffalse x", "1:1: CIT012 `\\iffalse` is never closed"),
        ("\\section{x\n\n\\cite{a}", "1:9: CIT012 `{` is never closed"),
        (
            "%\\documentclass{a}\n\\documentclass{a} x",
            "2:1: CIT012 `\\begin{document}` was expected, and is nowhere",
        ),
    ],
)
def test_what_is_never_closed_is_refused_with_its_place(text: str, message: str) -> None:
    assert refusal(text) == f"paper.tex:{message}"


def test_what_is_no_text_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r"^paper\.tex:1:2: CIT012 the byte 0xff"):
        read_latex(Source(Path("paper.tex"), "paper.tex", b"a\xff"), lambda *_: None)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    text = "Word. " * 40_000
    source = Source(Path("paper.tex"), "paper.tex", text.replace(". ", ".\n").encode())
    read_latex(source, lambda *step: told.append(step))
    assert [stage for stage, _, _ in told] == ["reading"] * 3
    assert told[-1][1:] == (240_000, 240_000)


TOKENS = [
    r"\cite{a}", r"\cite[", r"\textsuperscript{", r"{", r"}", r"$", r"$$", r"\(", r"\)", r"[",
    r"]", r"\item", r"\begin{tabular}{l}", r"&", r"\\", r"\end{tabular}", r"\begin{table}",
    r"\end{table}", r"\caption{", r"\footnote{", r"\section{", r"\verb|x|",
    r"\multicolumn{2}{c}{", r"\label{", r"\ref{x}", r"%", r"\par", r"word.", r"\'", r"\v",
    r"\bibitem{k}", r"\begin{math}", r"\end{math}", r"\setcounter{table}{x}", r"\newcommand{\q}{",
    r"\q", r"\endhead", r"\url{", r"\SI{", r"\captionof", r"\begin{enumerate}",
    r"\end{enumerate}", r"\enquote{", r"\href{", r"\title{", r"\end{document}", "\\",
]  # fmt: skip


@pytest.mark.parametrize(
    "formula",
    [
        r"\[ E = mc^2 \]",
        "$$ E = mc^2 $$",
        r"\begin{equation}\label{eq:e} E = mc^2 \end{equation}",
        r"\begin{align*} E &= mc^2 \end{align*}",
        r"\begin{displaymath} E = mc^2 \end{displaymath}",
    ],
)
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Naps help.", "Pain fell.", "Naps help.\nPain fell."),
        (r"Naps (all) help.\cite{a}", "Pain fell.", "Naps (all) help.\\cite{a}\nPain fell."),
        ("", "Pain fell.", "Pain fell."),
        ("It is", "where $E$ is large.", "It is\nE = mc2 where E is large."),
        ("It is", "Pain fell.", "It is\nE = mc2. Pain fell."),
        ("It is", "", "It is\nE = mc2"),
        ("Naps help.", "where $E$ is large.", "Naps help.|where E is large."),
    ],
)
def test_a_displayed_formula_is_part_of_no_sentence_but_its_own(
    formula: str, before: str, after: str, expected: str
) -> None:
    assert "|".join(block.text for block in read(f"{before}\n{formula}\n{after}")) == expected


def test_a_formula_in_the_line_belongs_to_its_sentence() -> None:
    text = r"Naps help. $E = mc^2$ holds. \begin{math}x\end{math} falls."
    assert plain(text) == "Naps help. E = mc2 holds. x falls."


def test_a_displayed_formula_with_its_stop_gets_no_other() -> None:
    assert plain(r"It is \[ m = 4. \] Pain fell.") == "It is m = 4. Pain fell."


def test_a_footnote_that_only_cites_is_a_marker_of_its_statement() -> None:
    text = (
        r"\textcite{drilon2017} showed it.\footnote{See also \cite[p.~3]{menich2016} and "
        r"\citet{roe2001}.} It held.\footnote{See how \cite{x} failed.}"
    )
    statement, note = read(text)
    assert [each.cited for each in statement.citations] == [
        (Cited("drilon2017"),),
        (Cited("menich2016", "p. 3"), Cited("roe2001")),
    ]
    assert statement.citations[1].end == statement.text.index(" It held.")
    assert note.text == r"See how \cite{x} failed."


def test_a_footnote_text_without_its_mark_stays_a_paragraph() -> None:
    assert said(r"\footnotetext{See \cite{a}.}") == [("paragraph", r"See \cite{a}.")]


def test_narrative_citations_show_the_names_of_the_documents_own_list() -> None:
    block = read(
        r"\citet{noh1999} and \citeauthor{noh1999} saw what \citet{roe2001} and \citet{ito} saw."
        r"\begin{thebibliography}{9}\bibitem[{Noh et~al.}(1999)Noh, Nah]{noh1999} Noh. 1999."
        r"\bibitem[Ito]{ito} Ito.\end{thebibliography}"
    )[0]
    assert block.text == "Noh et al. (1999) and Noh et al. saw what roe2001 and ito saw."
    assert block.citations[0].cited == (Cited("noh1999"),)


@given(st.lists(st.sampled_from(TOKENS), max_size=14))
def test_any_input_is_read_or_refused_with_a_place(tokens: list[str]) -> None:
    text = "\n".join(tokens)
    refused = None
    blocks: tuple[Block, ...] = ()
    try:
        blocks = read(text)
    except InputError as error:
        refused = error
    assert refused is None or (refused.place is not None and refused.code == "CIT012")
    for block in blocks:
        assert block.places[0][0] == 0
        assert all(span.end <= len(block.text) for span in block.superscripts)
        assert all(each.cited for each in block.citations)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"with a $\kd$ of 1.1 nM", "with a Kd of 1.1 nM"),
        (r"with $\kd=1$ and $\outer x$", "with Kd=1 and Kd50 x"),
        (r"with $\auc_{0-\infty}$ and \(\outer\)", "with AUC0-∞ and Kd50"),
        (r"with $3\unheard x$ and $\unheard$", "with 3 unheard x and unheard"),
        (r"with $\left(\displaystyle\bm{x}\right) \le \hat y$", "with (x) ≤ y"),
        (r"with a \raised dose", "with a Kd dose"),
        (r"of $5\nano\molar$", "of 5 nM"),
        (r"of $\dfrac{a}{b}$, $\tfrac12$ and $\frac{1}{2}$", "of a/b, 1/2 and 1/2"),
        (r"of $\frac12$, $1\frac12$, $\frac\pi2$, $\nicefrac{3}{4}$", "of 1/2, 1 1/2, π/2, 3/4"),
        (r"of $3 \times 10^{-6}$ at $10^6$ and $10^{12}$", "of 3 × 10⁻⁶ at 10⁶ and 10¹²"),
        (r"of $2\,s^{-1}$ and $3\,\mathrm{min}^{-1}$", "of 2 s⁻¹ and 3 min⁻¹"),
        (r"of $10^{-0.5}$ from $10-6$ to $10 - 6$", "of 10^-0.5 from 10-6 to 10 - 6"),
        (r"of $5^2$ and $110^{3}$ to ${10}^{4}$", "of 5^2 and 110^3 to 10⁴"),
        (r"of $m^2$, $\mathrm{Ca}^{2+}$ and $^{13}\mathrm{C}$", "of m2, Ca2+ and 13C"),
        (r"It is \[ k = 2 \times 10^{-3}\,\mathrm{min}^{-1} \]", "It is k = 2 × 10⁻³ min⁻¹"),
    ],
)
def test_formulas(written: str, expected: str) -> None:
    macros = r"""\newcommand{\kd}{K_{\mathrm{d}}}\newcommand\outer{\kd_{50}}
\DeclareMathOperator*{\auc}{AUC}\newcommand{\raised}{\ensuremath{\kd}\xspace}"""
    preamble = rf"\documentclass{{article}}{macros}\begin{{document}}"
    assert plain(preamble + written) == expected


def test_macros_of_formulas_that_never_end_are_refused() -> None:
    assert refusal(r"\newcommand{\a}{\a}It is $\a$.").endswith(
        "files and macros are nested more than 20 deep"
    )
    doubled = "".join(
        rf"\newcommand{{\{a}}}{{\{b}\{b}}}" for a, b in pairwise("abcdefghijklmnopqrs")
    )
    many = rf"\newcommand{{\s}}{{{'x' * 100}}}"
    assert refusal(rf"{doubled}{many}It is $\a$.").endswith(
        "the macros in the formulas hold more than 2 million characters"
    )
