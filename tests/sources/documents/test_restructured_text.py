from pathlib import Path

import pytest
from docutils.parsers.rst import directives, roles

from evidence.errors import InputError
from evidence.model.document import CitationForm
from evidence.sources.documents.restructured_text.document import read_restructured_text
from shown_blocks import misplaced, read, shown

PAGE = """\
.. |drug| replace:: Warfarin
.. A comment.

Anticoagulants
==============

:Author: nobody

:Results: kept after the first text only

|drug| lowers *clotting* [1, 2]. The ``dose`` varies
with age\\ :sup:`3,4` \\[5\\] and |diet|, see :ref:`Diet <diet>`
or `a page <http://x.org>`_ (http://y.org).

:Outcome: Bleeding fell [6].

- one
  goes on

  more
- two

  1. inner
  #. next

3) third

a. lettered

::

   x[1]

>>> y[2]

.. code-block:: python

   z[3]

.. math:: a[4]

Term
   Meaning [7].

   Quoted.

| Line one
| line two

.. rubric:: Aside

.. figure:: f.png

   Figure 1. Flow
"""


def test_a_page_is_read_block_by_block() -> None:
    assert shown(read_restructured_text, PAGE) == [
        "heading 4:1 Anticoagulants",
        "paragraph 11:1 Warfarin lowers clotting [1, 2]. The dose varies\n"
        "with age^{3,4} [5] and diet, see Diet\nor a page (http://y.org).",
        "paragraph 15:11 Bleeding fell [6].",
        "item 17:3 one\ngoes on",
        "paragraph 20:3 more",
        "item 21:3 two",
        "item 1 23:6 inner",
        "item 2 24:6 next",
        "item 3 26:4 third",
        "item 28:4 lettered",
        "paragraph 42:1 Term",
        "paragraph 43:4 Meaning [7].",
        "paragraph 45:4 Quoted.",
        "paragraph 47:3 Line one\nline two\n",
        "heading 50:13 Aside",
        "paragraph 54:4 Figure 1. Flow",
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Held :cite:`a,b`.", "Held {:cite:`a,b` -> a, b}."),
        ("Held :cite:p:`a{p. 3}`.", "Held {:cite:p:`a{p. 3}` -> a p. 3}."),
        (":cite:t:`a` showed", "!{a -> a} showed"),
        ("Held :footcite:`a`.", "Held {:footcite:`a` -> a}."),
        ("Held :footcite:p:`a`.", "Held {:footcite:p:`a` -> a}."),
        ("Held :cite:`a,\nb`.", "Held {:cite:`a, b` -> a, b}."),
        ("Held [Ito2001]_.", "Held {[Ito2001] -> Ito2001}."),
        ("Held [9]_.", "Held [9]."),
        ("Mail a@b.org and :unknown:`shown <x>`.", "Mail a@b.org and shown."),
        ("A *never closed [1].", "A *never closed [1]."),
        ("A :cite:`,` role", "A , role"),
    ],
)
def test_citations(written: str, read_as: str) -> None:
    assert shown(read_restructured_text, written) == [f"paragraph 1:1 {read_as}"]


def test_citations_and_footnotes_that_hold_a_reference_are_references() -> None:
    page = """\
Held [ito2001]_ and [1]_ and [#]_ and [#roe]_, but [2]_ [*]_.

.. [Ito2001] Ito K, et al. Lancet
   2001; 3: 4.

   doi:10.1000/x
.. [1] Roe J. BMJ 2002; 5: 6.
.. [#] Poe A, Loe B. 2003.
.. [#roe] doi: 10.1000/y
.. [2] In 2004 the rules changed.
.. [*] A star.
"""
    assert shown(read_restructured_text, page) == [
        "paragraph 1:1 Held {[ito2001] -> Ito2001} and {[1] -> 1} and {[3] -> 3} and {[4] -> 4},"
        " but.",
        "reference Ito2001 3:14 Ito K, et al. Lancet\n2001; 3: 4.\ndoi:10.1000/x",
        "reference 1 7:8 Roe J. BMJ 2002; 5: 6.",
        "reference 3 8:8 Poe A, Loe B. 2003.",
        "reference 4 9:11 doi: 10.1000/y",
        "paragraph 10:8 In 2004 the rules changed.",
        "paragraph 11:8 A star.",
    ]
    first, second, *_ = read(read_restructured_text, page).blocks[0].citations
    assert (first.form, second.form) == (CitationForm.KEY, CitationForm.BRACKET)


def test_a_footnote_that_only_cites_is_cited_by_its_mark() -> None:
    page = (
        "Held. [#a]_ Fell [#b]_ so.\n\n"
        ".. [#a] See also :cite:p:`ito,roe{p. 3}`.\n.. [#b] Fell in :cite:p:`ito`.\n"
    )
    assert shown(read_restructured_text, page) == [
        "paragraph 1:1 Held. {[1] -> ito, roe p. 3} Fell so.",
        "paragraph 4:9 Fell in {:cite:p:`ito` -> ito}.",
    ]


def test_tables_of_all_kinds() -> None:
    page = """\
.. list-table:: Table 1. *Dose* [4]
   :header-rows: 1

   * - Drug
     - mg/m\\ :sup:`2`
   * - A\\ :sup:`a`
     - 7

.. csv-table:: Table 2
   :header: x, y

   1, 2

.. table:: Table 3

   +---+---+---+
   | A | B     |
   +===+===+===+
   | x | 1 | 2 |
   |   +---+---+
   |   | 3 |   |
   +---+---+---+

== ==
p  q
== ==
1  2
== ==
"""
    assert shown(read_restructured_text, page) == [
        "table 1:1 <paragraph 1:17 Table 1. Dose [4]> Drug | mg/m² / A | 7",
        "table 9:1 <paragraph 9:16 Table 2> x | y / 1 | 2",
        "table 14:1 <paragraph 14:12 Table 3> A | B | B / x | 1 | 2 / x | 3 | ",
        "table 25:1 p | q / 1 | 2",
    ]


def test_sphinxs_directives_do_no_harm() -> None:
    page = """\
.. seealso:: Other work [5].

.. only:: html

   Only here.

.. note:: A note.

.. toctree::

   other

.. bibliography:: trials.bib reviews.bib
   :style: unsrt

.. bibliography::
"""
    contents = read(read_restructured_text, page)
    assert [block.text for block in contents.blocks] == [
        "Other work [5].",
        "Only here.",
        "A note.",
    ]
    assert contents.bibliographies == ("trials.bib", "reviews.bib")


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    page = f"""\
.. include:: {secret}
.. raw:: html
   :file: {secret}
.. csv-table:: x
   :file: {secret}
.. literalinclude:: {secret}
.. figure:: {secret}
   :figwidth: image

   Kept.

.. raw:: html

   <b>raw</b>
"""
    assert [block.text for block in read(read_restructured_text, page).blocks] == ["Kept."]


def test_nothing_is_left_in_docutils_or_on_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    read(read_restructured_text, "x")  # docutils loads its languages
    known = dict(vars(roles)["_roles"])
    page = (
        ".. role:: mine\n.. default-role:: math\n\n:mine:`a` `b` [x]_ *c\n\n"
        ".. nothing:: x\n\n.. bibliography:: x\n\nA\n=\nB\n-\nC\n~\n"
    )
    read(read_restructured_text, page)
    assert dict(vars(roles)["_roles"]) == known
    loaded = vars(directives)["_directives"].values()
    assert {each.__module__.split(".")[0] for each in loaded} == {"docutils"}
    assert capfd.readouterr() == ("", "")


def test_every_piece_stands_where_its_place_says() -> None:
    page = (
        "Head *line*\n===========\n\n"
        "A **bold** word, `link <x>`_ and ``code``\n  goes [1] on :cite:`a`\\ :sup:`2`\n\n"
        "* item [2]\n\n  .. note:: deep *note*\n     on two lines\n\n"
        ".. [1] Ito K. 2001; 3: 4.\n"
    )
    assert misplaced(read(read_restructured_text, page), page) == []


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="page:1:1: CIT012 the byte 0xff"):
        read(read_restructured_text, b"\xff")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n\n".join(" " * depth + "a" for depth in range(1000)), "nested too deeply"),
        ("a\n" + "w" * 1_000_001, "page:2:1: CIT012 the line has 1,000,001 characters"),
        ("ok\n\n" + "*a " * 20_000, "page:3:1: CIT012 the text up to this paragraph has too much"),
    ],
)
def test_what_docutils_cannot_bear_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(read_restructured_text, text)


@pytest.mark.parametrize(
    "text",
    [
        ".. |a| replace:: |b||b|\n.. |b| replace:: |a||a|\n\n|a| |A|\n",
        ".. |d| unicode:: 0xFFFFFFFFFF\n\n|d|\n",
        ".. |d| nothing:: x\n\n|d|\n",
        ".. list-table:: x\n   :widths: a\n\n   * - a\n",
        ".. csv-table::\n   :delim: xx\n\n   a\n",
        "+--+\n|a |\n" * 100,
        "=\n=\n\n==\n",
        ".. [1]\n.. [a]\n\n[1]_ [a]_\n",
        "`a`__ |b|_ _`c` [#x]_\n",
        "a\\\nb\\\n\\ c\n",
    ],
)
def test_broken_markup_is_read(text: str) -> None:
    for block in read(read_restructured_text, text).blocks:
        assert block.place(len(block.text)).line <= text.count("\n") + 1
