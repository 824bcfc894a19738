"""SUP: quotes, held against the text of the work that they are taken from."""

from collections.abc import Iterator
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.quoted_lines import (
    cut_behind,
    in_state,
    problem_of,
    said_beside,
    where,
)
from evidence.checks.rule import Problem, rule
from evidence.checks.support import SupportedClaim
from evidence.matching.anchors.cut_words import takes_back
from evidence.matching.anchors.stated_cut import states_cut
from evidence.matching.text import enumerated, shortened
from evidence.model.anchor import AnchorState
from evidence.model.finding import Confidence, Severity, Suggestion

_QUOTED: Final = 100  # characters of a quote or a passage in a message
_MOST_CHANGES: Final = 6


@rule("SUP001", "quote-not-found", Severity.ERROR, each=each_supported)
def quote_not_found(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote does not stand in the full text of the work that it is said to be from.

    Quotes are looked for word by word. Only the way of printing may differ: case, dashes, quotation
    marks, ligatures, hyphens in words, blanks around numbers and signs, commas and blanks that set
    off thousands, the work's own citation markers. A quote does not begin or end in a word, nor in
    a compound whose other part turns it round (`non-toxic`). `…` and `[…]` may stand for words left
    out, and words in brackets for words of the source. Where the words stand in the text of another
    entry, the finding names it; else it shows the passage that is nearest. With no more than an
    abstract at hand nothing is said.

    ## Why it matters

    A reader who looks the quote up will not find it, and may well doubt the rest.

    ## Example

    ```text ardini2016
    In mice that carried human tumours, entrectinib was given by mouth twice a day.

    Tumour growth stopped within a week in all animals that received the higher dose.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression-mice
        text: Tumours regressed in mice.
        evidence: [{reference: ardini2016, quote: Complete regression was seen in most of them.}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Tumours stopped growing in mice.
        evidence: [{reference: ardini2016, quote: Tumour growth stopped within a week}]
    ```
    """
    for support, anchor in in_state(supported, AnchorState.NOT_FOUND):
        key = support.line.reference
        if anchor.elsewhere:
            others = enumerated([f"`{other}`" for other in anchor.elsewhere])
            message = f"the quote is not in the text of `{key}`; it stands in that of {others}"
        elif anchor.nearest:
            message = (
                f"the quote is not in the text of `{key}`; the nearest passage"
                f"{where(anchor.nearest)} is `{anchor.nearest.quotable}`"
            )
        else:
            message = f"the quote is not in the text of `{key}`, and nothing like it is"
        expected = anchor.nearest.quotable if anchor.nearest and not anchor.elsewhere else None
        yield problem_of(
            supported, support, f"{message}: `{shortened(support.line.quote, _QUOTED)}`", expected
        )


@rule("SUP002", "altered-quote", Severity.ERROR, each=each_supported)
def altered_quote(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote is nearly what its source says, and not quite.

    Each difference is told: a word, number or sign for another one, left out, or added; another
    spelling (`tumor` for `tumour`) is one too. Words that are left out on purpose need an ellipsis
    (`…`), words of one's own brackets (`[of the mice]`).

    ## Why it matters

    A digit or a `not` is enough to turn a finding round, and a reader takes a quote at its word.

    ## Example

    ```text ardini2016
    Entrectinib inhibited the growth of cells in culture with an IC50 of 7 nmol/L for ROS1.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: ros1-cells
        text: Entrectinib inhibits the growth of cells that depend on ROS1.
        evidence:
          - reference: ardini2016
            quote: inhibited the growth of cells in culture with an IC50 of 70 nmol/L for ROS1
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: ros1-cells
        text: Entrectinib inhibits the growth of cells that depend on ROS1.
        evidence:
          - reference: ardini2016
            quote: inhibited the growth of cells in culture with an IC50 of 7 nmol/L for ROS1
    ```
    """
    for support, anchor in in_state(supported, AnchorState.ALTERED):
        assert anchor.nearest, "an altered quote has a passage that it was altered from"
        told = [str(change) for change in anchor.changes[:_MOST_CHANGES]]
        if len(anchor.changes) > _MOST_CHANGES:
            told.append("more")
        words = anchor.nearest.quotable
        yield problem_of(
            supported,
            support,
            f"the quote differs from the text of `{support.line.reference}`"
            f"{where(anchor.nearest)}: {enumerated(told)}",
            words,
            Suggestion(
                Confidence.MEDIUM, "these are the words of the source at that place", value=words
            ),
        )


@rule("SUP003", "spliced-quote", Severity.ERROR, each=each_supported)
def spliced_quote(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote is put together from words that stand apart in its source.

    Its parts are all there, but in another order or with sentences between them, and no ellipsis
    says so; or the ellipsis stands for more than a paragraph.

    ## Why it matters

    The sentence was never written: a result may have been joined to another group or another dose.

    ## Example

    ```text ardini2016
    All tumours in mice with the KM12 line regressed within two weeks of the first dose. Body weight
    was recorded three times a week. The compound was also given to dogs for four weeks, which lost
    weight at the two higher doses.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: weight
        text: Animals lost weight.
        evidence:
          - reference: ardini2016
            quote: All tumours in mice with the KM12 line lost weight at the two higher doses.
    ```

    Mark what was left out, or quote each in a line of its own:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: weight
        text: Dogs lost weight.
        evidence:
          - reference: ardini2016
            quote: given to dogs … lost weight at the two higher doses
    ```
    """
    for support, anchor in in_state(supported, AnchorState.SPLICED):
        parts = [f"`{shortened(each.quotable, 60)}`{where(each)}" for each in anchor.passages]
        yield problem_of(
            supported,
            support,
            f"the quote joins words that stand apart in the text of `{support.line.reference}`:"
            f" {enumerated(parts)}; quote each in a line of its own",
            " … ".join(each.quotable for each in anchor.passages),
        )


@rule("SUP004", "cut-quote", Severity.WARNING, each=each_supported)
def cut_quote(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote leaves out words of its sentence that limit, deny or doubt the rest.

    Looked at are the rest of the last sentence (`but not in …`, `only when …`, `P = 0.4`), the
    beginning of the first one (`There was no evidence that …`, `We hypothesised that …`), what an
    ellipsis stands for, and a sentence behind the quote that takes it back (`However, this effect
    was not seen in …`). Nothing is said where another quote of the same work has these words; nor
    where they only say when or in whom the finding holds (`in patients with …`), and the claim says
    so itself. A denial or doubt of the claim that no quote has must not stand right behind one.

    ## Why it matters

    The words that were cut may be the ones that the claim needs.

    ## Example

    ```text ardini2016
    Entrectinib slowed the growth of all tumours in mice, but not of those with the G595R mutation.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Entrectinib slowed the growth of tumours in mice.
        evidence:
          - reference: ardini2016
            quote: Entrectinib slowed the growth of all tumours in mice
    ```

    Quote the whole of it, and let the claim say so:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: growth-mice
        text: Entrectinib slowed the growth of tumours in mice, but not of those with G595R.
        evidence:
          - reference: ardini2016
            quote: >-
              Entrectinib slowed the growth of all tumours in mice, but not of those with the G595R
              mutation.
    ```
    """
    for support, anchor in in_state(supported, AnchorState.FOUND):
        beside = said_beside(supported, support)
        if anchor.cut and not takes_back(anchor.cut):
            beside.append(supported.claim.text)
        if anchor.cut and not states_cut(anchor.cut, beside):
            yield problem_of(
                supported,
                support,
                f"the quote from `{support.line.reference}` leaves out `{anchor.cut}`, which stands"
                " in the same sentence: quote it too, and see whether the claim still holds",
                anchor.cut,
            )
        elif not anchor.cut:
            yield from cut_behind(supported, support, anchor.behind)


@rule("SUP005", "ambiguous-quote", Severity.NOTE, each=each_supported)
def ambiguous_quote(supported: SupportedClaim) -> Iterator[Problem]:
    """A quote stands several times in its source, and nothing says which of them is meant.

    ## Why it matters

    The same few words may be said of two groups or two doses.

    ## Example

    ```text ardini2016
    In the mice of the first group the tumours were no longer palpable after ten days.

    In the mice of the second group the tumours were no longer palpable after thirty days.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: regression-mice
        text: Tumours regressed in mice.
        evidence: [{reference: ardini2016, quote: the tumours were no longer palpable}]
    ```

    Quote more, or say what stands before or behind it, on which page, or in which section:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression-mice
        text: Tumours regressed in mice.
        evidence:
          - reference: ardini2016
            quote: the tumours were no longer palpable
            suffix: after ten days
    ```
    """
    for support, anchor in in_state(supported, AnchorState.AMBIGUOUS):
        pages = list(dict.fromkeys(f"page {each.page}" for each in anchor.passages if each.page))
        there = f", on {enumerated(pages[:_MOST_CHANGES])}" if len(pages) > 1 else ""
        beside = f", and {anchor.reason}" if anchor.reason else ""
        yield problem_of(
            supported,
            support,
            f"the quote stands {len(anchor.passages)} times in the text of"
            f" `{support.line.reference}`{there}{beside}: quote more of it, or add `prefix`,"
            " `suffix`, `page` or `section`",
        )
