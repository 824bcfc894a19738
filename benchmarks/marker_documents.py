"""The same paragraphs as documents: every form of marker in every format that can hold it."""

import html
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from marker_paragraphs import REFERENCES, Listed, Paragraph
from pdf_documents import Run, pdf_document

_MARKER: Final = re.compile(r"(?P<blank> ?)\{(?P<labels>[\d, -]+)\}")
_LACKING: Final = re.compile("[Α-ω≤≥−]")
_RAISED_DIGITS: Final = str.maketrans("0123456789,–", "⁰¹²³⁴⁵⁶⁷⁸⁹˒⁻")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its markers, and what it cites."""

    text: str
    labels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of marker in a format: how it is written, and whether a blank stands before it."""

    name: str
    suffix: str
    write: Callable[[tuple[int, ...]], str]
    is_close: bool = False
    is_numeric: bool = True


def writable(paragraphs: Sequence[Paragraph], form: Form) -> tuple[Paragraph, ...]:
    """The paragraphs that the form can hold: the PDF's font lacks Greek."""
    if form.suffix != ".pdf":
        return tuple(paragraphs)
    return tuple(each for each in paragraphs if not _LACKING.search("".join(each)))


def numbers(labels: str) -> tuple[int, ...]:
    """`3,6-8` spelt out."""
    found: list[int] = []
    for part in labels.split(","):
        first, _, last = part.strip().partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def sentences(paragraphs: Sequence[Paragraph], form: Form) -> tuple[Sentence, ...]:
    """What a reader should find."""
    found = []
    for paragraph in paragraphs:
        for sentence in paragraph:
            cited = [numbers(each["labels"]) for each in _MARKER.finditer(sentence)]
            labels = tuple(tuple(map(form_label(form), each)) for each in cited)
            found.append(Sentence(_MARKER.sub("", sentence), labels))
    return tuple(found)


def form_label(form: Form) -> Callable[[int], str]:
    """How the form names the item of this number."""
    return str if form.is_numeric else lambda number: REFERENCES[number - 1].key


def runs(form: Form, sentence: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The sentence in pieces: text, and, where the piece is a marker, what it cites."""
    at = 0
    for marker in _MARKER.finditer(sentence):
        yield sentence[at : marker.start()], ()
        yield "" if form.is_close else marker["blank"], ()
        yield marker["labels"], numbers(marker["labels"])
        at = marker.end()
    yield sentence[at:], ()


def _grouped(cited: Sequence[int], dash: str, comma: str) -> str:
    """`3, 6–8`: runs of three and more as a range."""
    pieces: list[str] = []
    for _, group in groupby(enumerate(cited), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        pieces += [f"{run[0]}{dash}{run[-1]}"] if len(run) > 2 else map(str, run)
    return comma.join(pieces)


def _bracket(cited: tuple[int, ...]) -> str:
    return f"[{_grouped(cited, '–', ', ')}]"


def _compact(cited: tuple[int, ...]) -> str:
    return f"[{_grouped(cited, '-', ',')}]"


def _parenthesis(cited: tuple[int, ...]) -> str:
    return f"({_grouped(cited, '–', ', ')})"


def _raised(cited: tuple[int, ...]) -> str:
    return _grouped(cited, "–", ",")


def _key(number: int) -> str:
    return REFERENCES[number - 1].key


def _author(item: Listed) -> str:
    if len(item.names) == 2:
        return f"{item.family} and {item.names[1][0]}"
    return f"{item.family} et al." if len(item.names) > 2 else item.family


def _author_year(cited: tuple[int, ...]) -> str:
    items = (REFERENCES[number - 1] for number in cited)
    return f"({'; '.join(f'{_author(each)}, {each.year}' for each in items)})"


def _close(name: str, suffix: str, before: str = "", after: str = "") -> Form:
    """Superscripts, which follow their word without a blank."""
    return Form(name, suffix, lambda c: f"{before}{_raised(c)}{after}", is_close=True)


def _keys(name: str, suffix: str, before: str, sign: str, between: str, after: str) -> Form:
    def write(cited: tuple[int, ...]) -> str:
        return before + between.join(sign + _key(number) for number in cited) + after

    return Form(name, suffix, write, is_numeric=False)


_PRINTED: Final = (
    ("brackets", _bracket),
    ("brackets, compact", _compact),
    ("parentheses", _parenthesis),
)
FORMS: Final = (
    *(
        Form(name, suffix, write)
        for suffix in (".txt", ".md", ".html", ".tex", ".docx")
        for name, write in _PRINTED
    ),
    Form("superscripts", ".txt", lambda c: _raised(c).translate(_RAISED_DIGITS), is_close=True),
    _close("superscripts, carets", ".txt", "^", "^"),
    _close("superscripts, flat", ".txt"),
    _close("superscripts", ".md", "<sup>", "</sup>"),
    _close("superscripts, carets", ".md", "^", "^"),
    _close("superscripts", ".html", "<sup>", "</sup>"),
    _close("superscripts", ".tex", r"\textsuperscript{", "}"),
    _close("superscripts, math", ".tex", "$^{", "}$"),
    _close("superscripts", ".docx"),
    Form("brackets", ".pdf", _bracket),
    _close("superscripts", ".pdf"),
    _keys("keys, Pandoc", ".md", "[", "@", "; ", "]"),
    _keys("keys, MyST", ".md", "{cite}`", "", ",", "`"),
    _keys("keys", ".tex", r"\cite{", "", ",", "}"),
    Form("fields, Zotero", ".docx", _bracket),
    *(
        Form("authors and years", suffix, _author_year, is_numeric=False)
        for suffix in (".txt", ".md", ".html", ".docx")
    ),
)


def listed_text(item: Listed) -> str:
    """The item as Vancouver lists print it."""
    authors = ", ".join(f"{family} {initials}" for family, initials in item.names)
    return f"{authors}. {item.title}. {item.journal} {item.year}; {item.volume}: {item.pages}."


def write_document(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    """The document, with its reference list."""
    return _WRITERS[form.suffix](paragraphs, form)


_Escape: TypeAlias = Callable[[str], str]


def _prose(paragraphs: Sequence[Paragraph], form: Form, escape: _Escape) -> list[str]:
    written = []
    for paragraph in paragraphs:
        said = (
            "".join(form.write(cited) if cited else escape(text) for text, cited in runs(form, one))
            for one in paragraph
        )
        written.append(" ".join(said))
    return written


def _items(form: Form) -> list[str]:
    texts = [listed_text(item) for item in REFERENCES]
    if form.is_numeric:
        return [f"{number}. {text}" for number, text in enumerate(texts, 1)]
    return texts


def _plain(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    parts = [
        "A short review",
        *_prose(paragraphs, form, str),
        "References",
        "\n".join(_items(form)),
    ]
    if not form.is_numeric:
        parts[-1:] = _items(form)
    return ("\n\n".join(parts) + "\n").encode()


def _markdown(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    def escape(text: str) -> str:
        return re.sub(r"([*_<`])", r"\\\1", text)

    head = "# A short review"
    if form.name.startswith("keys"):
        head = f"---\nbibliography: works.bib\n---\n\n{head}"
    parts = [head, *_prose(paragraphs, form, escape)]
    if not form.name.startswith("keys"):
        parts += ["## References", *_items(form)]
    return ("\n\n".join(parts) + "\n").encode()


def _html(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    body = [f"<p>{text}</p>" for text in _prose(paragraphs, form, html.escape)]
    tag = "ol" if form.is_numeric else "ul"
    items = "".join(f"<li>{html.escape(listed_text(item))}</li>" for item in REFERENCES)
    page = ["<h1>A short review</h1>", *body, f"<h2>References</h2><{tag}>{items}</{tag}>"]
    lines = ["<!doctype html><meta charset=utf-8><body>", *page, "</body>"]
    return "\n".join(lines).encode()


def _latex(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    def escape(text: str) -> str:
        return re.sub(r"([%#&_])", r"\\\1", text.replace("^", r"\^{}"))

    text = [r"\documentclass{article}", r"\begin{document}", r"\section{A short review}"]
    text += _prose(paragraphs, form, escape)
    text.append(r"\begin{thebibliography}{99}")
    if form.is_numeric:
        text[-1] = r"\section*{References}"
        text += [escape(each) for each in _items(form)]
    else:
        text += [rf"\bibitem{{{each.key}}} {escape(listed_text(each))}" for each in REFERENCES]
        text.append(r"\end{thebibliography}")
    return "\n\n".join([*text, r"\end{document}", ""]).encode()


def _docx(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    document = docx.Document()
    document.add_heading("A short review", 1)
    for paragraph in paragraphs:
        written = document.add_paragraph()
        for at, sentence in enumerate(paragraph):
            if at:
                written.add_run(" ")
            for text, cited in runs(form, sentence):
                if not cited:
                    written.add_run(text)
                elif form.name.startswith("fields"):
                    _add_field(written, _zotero(cited), form.write(cited))
                else:
                    run = written.add_run(form.write(cited))
                    run.font.superscript = True if form.name == "superscripts" else None
    document.add_heading("References", 1)
    for item in _items(form):
        document.add_paragraph(item)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _zotero(cited: tuple[int, ...]) -> str:
    """The instruction of a field, as Zotero writes it."""
    items = []
    for number in cited:
        each = REFERENCES[number - 1]
        data = {
            "id": number,
            "type": "article-journal",
            "title": each.title,
            "container-title": each.journal,
            "volume": str(each.volume),
            "page": each.pages,
            "author": [{"family": family, "given": given} for family, given in each.names],
            "issued": {"date-parts": [[str(each.year)]]},
        }
        items.append(
            {"id": number, "uris": [f"http://zotero.org/items/{number}"], "itemData": data}
        )
    csl = {"citationID": "x", "properties": {"noteIndex": 0}, "citationItems": items}
    return f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(csl)} "


def _add_field(paragraph: DocxParagraph, instruction: str, displayed: str) -> None:
    for kind in ("begin", "instruction", "separate", "displayed", "end"):
        run = paragraph.add_run(displayed if kind == "displayed" else "")
        if kind == "instruction":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = instruction
            run._r.append(text)
        elif kind != "displayed":
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
            run._r.append(sign)


def _pdf(paragraphs: Sequence[Paragraph], form: Form) -> bytes:
    body = [[Run("A short review")]]
    for paragraph in paragraphs:
        written: list[Run] = []
        for at, sentence in enumerate(paragraph):
            written.append(Run(" " if at else ""))
            for text, cited in runs(form, sentence):
                is_raised = bool(cited) and form.is_close
                written.append(Run(form.write(cited) if cited else text, is_raised))
        body.append([run for run in written if run.text])
    body += [[Run("References")], *([Run(item)] for item in _items(form))]
    return pdf_document(body)


_WRITERS: Final = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".tex": _latex,
    ".docx": _docx,
    ".pdf": _pdf,
}
