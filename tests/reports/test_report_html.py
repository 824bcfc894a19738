import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest

from evidence.model.report import Report, Status
from evidence.model.source_text import Depth
from evidence.reports.table import render
from hostile_report import with_text_everywhere
from html_tree import Element, Tree, by_id
from sample_references import AWKWARD, MALFORMED, RULES
from sample_report import clean_report, empty_report, full_report, unchecked_report
from sample_support import supported_report

REPORTS = {
    "full": full_report(),
    "empty": empty_report(),
    "clean": clean_report(),
    "hand-made": unchecked_report(with_hand_made_record=True),
    "unreadable": unchecked_report(with_hand_made_record=False),
    "supported": supported_report(),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "{{ 7 * 7 }}{% raw %}",
    "</style></title><b>",
    "<!-- ",
    "\x00\x1b\ud800\u202e",
)


@cache
def tree(report: Report) -> Element:
    return Tree(render(report, "html")).root


@pytest.fixture(params=[*REPORTS, *HOSTILE])
def page(request: pytest.FixtureRequest) -> Element:
    return tree(REPORTS.get(request.param) or with_text_everywhere(request.param))


def test_anchors_are_unique_and_every_link_inside_the_page_leads_to_one(page: Element) -> None:
    ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    named = [
        e.attributes["href"][1:] for e in page.all() if e.attributes.get("href", "")[:1] == "#"
    ]
    labels = [
        e.attributes["aria-labelledby"] for e in page.all() if "aria-labelledby" in e.attributes
    ]
    assert set(named + labels) <= set(ids)
    assert not re.search(r"\s", "".join(ids))


def test_nothing_is_fetched_and_nothing_runs(page: Element) -> None:
    for element in page.all():
        assert element.tag not in {"script", "link", "iframe", "object", "form", "base"}
        assert not [a for a in element.attributes if a.startswith("on") or a == "style"]
        source = element.attributes.get("src", "data:image/png;base64,")
        assert re.fullmatch(r"data:image/png;base64,[A-Za-z0-9+/=]*", source), source
        address = element.attributes.get("href", "#")
        assert address.startswith(("#", "https://doi.org/10.", RULES)), address


def test_headings_and_landmarks_are_in_order(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    for section in page.all("section"):
        assert "aria-labelledby" in section.attributes


def test_the_head_names_language_title_viewport_and_policy(page: Element) -> None:
    (html,) = page.all("html")
    assert html.attributes["lang"] == "en"
    (title,) = page.all("title")
    assert title.text.startswith("Evidence report")
    metas = [meta.attributes for meta in page.all("meta")]
    assert metas[0] == {"charset": "utf-8"}
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas
    (style,) = page.all("style")
    digest = base64.b64encode(hashlib.sha256(style.own_text.encode()).digest()).decode()
    assert {
        "http-equiv": "Content-Security-Policy",
        "content": (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        ),
    } in metas


def test_a_status_is_a_word_and_a_shape(page: Element) -> None:
    chips = [e for e in page.all("span") if "chip" in e.attributes.get("class", "").split()]
    assert chips
    for chip in chips:
        assert chip.text
        (use,) = chip.all("use")
        assert by_id(page, use.attributes["href"][1:]).tag == "symbol"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_strangers_is_shown_as_text(text: str) -> None:
    page = tree(with_text_everywhere(text))
    shown = re.sub(r"\s+", " ", text.replace("\x00", "␀").replace("\x1b", "␛")).strip()
    shown = shown.replace("\ud800", "�").replace("\u202e", "�")
    assert page.text.count(shown) > 25
    render(with_text_everywhere(text), "html").encode("utf-8")


def test_a_rule_page_is_linked_only_where_its_address_is_one() -> None:
    findings = [e for e in tree(full_report()).all("article") if "finding" in e.attributes["class"]]
    links = [[a.attributes["href"] for a in finding.all("a")] for finding in findings]
    assert links[0] == ["#claim-alk-ros1-ic50"]
    assert links[3] == [f"{RULES}DOI001", "#reference-demetri2018"]


def test_a_malformed_doi_is_shown_as_written_and_not_linked() -> None:
    row = by_id(tree(full_report()), "reference-demetri2018")
    assert f"As written {MALFORMED}" in row.text
    assert "Suggested instead 10.1093/annonc/mdy424.017 high confidence" in row.text
    assert [a.attributes["href"] for a in row.all("a")] == [
        "#reference-demetri2018",
        "#finding-4",
        "#claim-bbb-penetration",
    ]


def test_a_sound_doi_is_linked_in_the_letters_of_the_entry() -> None:
    row = by_id(tree(full_report()), "reference-ardini2016")
    (link,) = (a for a in row.all("a") if a.attributes.get("class") == "doi")
    assert link.text == "10.1158/1535-7163.MCT-15-0758"
    assert link.attributes["href"] == "https://doi.org/10.1158/1535-7163.mct-15-0758"
    assert "year the entry says 2015, the record 2016" in row.text


def test_a_reference_says_what_became_of_its_work() -> None:
    row = by_id(tree(full_report()), "reference-wakefield1998")
    assert "verified retracted or withdrawn" in row.text
    assert (
        "Updates correction, 6 Mar 2004 (publisher) retraction, 6 Feb 2010 (retraction-watch), "
        "10.1016/s0140-6736(10)60175-4 expression of concern"
    ) in row.text
    other = by_id(tree(full_report()), "reference-sartore2016")
    assert "The DOI leads to Quite another paper. Doe J. JNCI 2016;108:djv305" in other.text
    found = by_id(tree(full_report()), "reference-software2020")
    assert "Record found 10.5281/zenodo.123" in found.text


def test_a_claim_shows_its_lines_values_and_links() -> None:
    claim = by_id(tree(full_report()), "claim-alk-ros1-ic50")
    assert claim.text == (
        "alk-ros1-ic50 linked broken claims.yaml:20:5 "
        "Entrectinib inhibits ROS1 and ALK with IC50 values of 7 and 12 nmol/L. "
        "Values that the claim states Name Target Value "
        "IC50 ROS1 7 nmol/L IC50 ALK 12 nmol/L, against crizotinib, n = 3, CI 9–15 "
        "data ardini2016 differs the year differs Table 9, row ROS-1, column IC50, cell 7 "
        "evidence sartore2016 another-work the DOI belongs to other work Figure 1 "
        "evidence nobody2000 unknown reference "
        "error CLM002 unknown-reference"
    ).replace("IC50 ROS1 7", "IC50ROS17").replace("IC50 ALK 12", "IC50ALK12").replace(
        "Name Target Value ", "NameTargetValue "
    )
    inference = by_id(tree(full_report()), "claim-cns-tumours")
    assert "Rests on bbb-penetration, gone" in inference.text
    assert [a.text for a in inference.all("a")] == ["cns-tumours", "bbb-penetration"]


def test_awkward_characters_are_readable() -> None:
    assert tree(full_report()).text.count(AWKWARD) == 2


def test_levels_that_nobody_assesses_are_not_counted_as_failures() -> None:
    (funnel,) = (e for e in tree(clean_report()).all("ol"))
    assert [row.text for row in funnel.all("li")] == [
        "all claims 1",
        "linked 1",
        "verified 1 1 not anchored",
        "anchored 0",
        "judged 0",
        "approved – no command sets it",
    ]
    reached = [row.text for row in tree(full_report()).all("ol")[0].all("li")]
    assert reached[0] == "all claims 9 1 uncited"
    assert reached[5] == "approved 1"


@pytest.mark.parametrize(
    ("name", "notices"),
    [
        ("clean", []),
        ("empty", []),
        (
            "full",
            [
                "2 of 11 references could not be checked against a registry.",
                "Records from a snapshot speak for the date that they carry; no registry was asked "
                "about them in this run.",
                "1 of 1 quote could not be looked for in the works' own texts.",
            ],
        ),
        (
            "hand-made",
            [
                "The records of the works were made by hand and are only compared with the "
                "entries: nothing here is verified."
            ],
        ),
        (
            "unreadable",
            [
                "Part of the input could not be read: this report is not complete.",
                "No work could be looked up: nothing here is verified.",
            ],
        ),
    ],
)
def test_a_banner_says_what_a_reader_must_know_first(name: str, notices: list[str]) -> None:
    (header,) = tree(REPORTS[name]).all("header")
    assert [p.text for p in header.all("p") if p.attributes.get("role") == "note"] == notices


def test_nothing_is_marked_verified_where_nothing_is() -> None:
    page = tree(REPORTS["hand-made"])
    assert not [e for e in page.all("span") if "good" in e.attributes.get("class", "").split()]
    assert "hand-made record in the snapshot: compared, not verified" in page.text


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2: from 1 to 21."""

    def luminance(color: str) -> float:
        parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(scheme: int) -> None:
    style = files("evidence.reports").joinpath("templates", "report.css").read_text("utf-8")
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", roots[scheme]))
    pairs = [
        (text, ground)
        for text in ("ink", "muted", "link", "anchored", "judged")
        for ground in ("paper", "wash")
    ]
    pairs += [("wrong", "paper"), ("muted", "same-wash")]
    pairs += [(name.removesuffix("-wash"), name) for name in colors if name.endswith("-wash")]
    assert len(pairs) == 19
    for text, ground in pairs:
        assert _contrast(colors[text], colors[ground]) >= 4.5, (text, ground)


def test_claim_and_quote_stand_side_by_side_with_what_agrees_marked() -> None:
    claim = by_id(tree(supported_report()), "claim-bbb-penetration")
    sides = [e for e in claim.all("div") if e.attributes.get("class") == "side"]
    assert [side.text for side in sides[:2]] == [
        "Claim Entrectinib crosses the blood–brain barrier in mice.".replace("Claim ", "Claim"),
        "QuoteThe compound crossed the blood-brain barrier of mice",
    ]
    assert [[mark.text for mark in side.all("mark")] for side in sides[:2]] == [
        ["crosses", "blood–brain barrier", "mice"],
        ["crossed", "blood-brain barrier", "mice"],
    ]


def test_registry_text_and_person_are_told_apart_by_word_shape_and_place() -> None:
    claim = by_id(tree(supported_report()), "claim-bbb-penetration")
    first = claim.all("li")[0]
    chips = [e for e in first.all("span") if "chip" in e.attributes.get("class", "").split()]
    assert [(chip.text, chip.all("use")[0].attributes["href"]) for chip in chips] == [
        ("verified", "#mark-good"),
        ("quote found", "#mark-anchored"),
        ("judged", "#mark-judged"),
    ]
    told = [e for e in first.all("div") if "told" in e.attributes.get("class", "").split()]
    assert [e.text for e in told] == [
        "In the work’s text Quote found p. 403 · 4 of the file, section Results; it leaves out "
        "“but not in rats”",
        "A person’s judgement Supports by M. Okafor, 20 Nov 2026",
    ]
    assert "p. 403, section Results · studied in animals · full text sources/" in first.text
    assert "studied in healthy volunteers, patients · abstract only" in claim.text
    assert "Read next get the full text of menichincheri2016" in claim.text
    assert "Remark menichincheri2016 is in patients; the claim says mice." in claim.text


def test_an_altered_quote_shows_what_it_says_and_what_the_source_says() -> None:
    claim = by_id(tree(supported_report()), "claim-potency")
    (changes,) = (e for e in claim.all("ul") if e.attributes.get("class") == "changes")
    assert changes.text == "quote 120 source 12 source in cells"
    assert [e.text for e in changes.all("del", "ins")] == ["120", "12", "in cells"]
    assert "Nearest passage, p. 401 · 2 of the file inhibited ALK at 12 nM in cells" in claim.text


def test_a_judgement_that_is_out_of_date_or_not_sealed_is_greyed_out_and_says_so() -> None:
    claim = by_id(tree(supported_report()), "claim-potency")
    stale = [e for e in claim.all("div") if e.attributes.get("class") == "told person stale"]
    assert [e.text for e in stale] == [
        "A person’s judgement Partly, oversimplified by M. Okafor, 20 Nov 2026 "
        "Out of date: claim and record changed since",
        "A person’s judgement Disputes by a person who is not named "
        "Not sealed: nobody noted what was judged",
    ]
    chips = [e.text for e in claim.all("span") if e.attributes.get("class") == "chip stale"]
    assert chips == ["judged, stale", "judged, unsealed"]


def test_a_table_cell_shows_what_the_source_says() -> None:
    said = by_id(tree(supported_report()), "claim-table").text
    assert "In the work’s text Cell differs it says “1.2”, not “12”" in said
    assert "In the work’s text Table not found there are Table 1, Table S1" in said


def test_a_cell_that_differs_is_wrong_and_a_reference_that_does_is_doubtful() -> None:
    def mark(claim: Element, word: str) -> set[str]:
        return {e.attributes["class"] for e in claim.all("span") if e.text == word}

    assert mark(by_id(tree(supported_report()), "claim-table"), "cell differs") == {"chip wrong"}
    assert mark(by_id(tree(full_report()), "claim-alk-ros1-ic50"), "differs") == {"chip doubtful"}


def test_the_words_say_that_no_command_approves_a_claim() -> None:
    (words,) = (e for e in tree(clean_report()).all("section") if e.text.startswith("Words"))
    assert (
        "approved A person has approved the claim. No command sets this level, so no claim "
        "reaches it."
    ) in words.text.replace("approvedA", "approved A")


def test_the_words_of_a_line_have_their_colours_only_where_the_page_has_what_they_say() -> None:
    def legend(report: Report) -> list[str]:
        (words,) = (e for e in tree(report).all("section") if e.text.startswith("Words"))
        chips = [e for e in words.all("span") if "chip" in e.attributes.get("class", "").split()]
        return [chip.attributes["class"].split()[1] for chip in chips][-3:]

    assert legend(supported_report()) == ["good", "anchored", "judged"]
    (claim,) = clean_report().claims
    nothing = replace(claim.lines[0], status=Status.UNCHECKED, depth=Depth.FULL_TEXT)
    silent = replace(clean_report(), claims=(replace(claim, lines=(nothing,)),))
    assert legend(silent) == ["plain", "plain", "plain"]
    (words,) = (e for e in tree(clean_report()).all("section") if e.text.startswith("Words"))
    assert "Of a line of evidence" not in words.text
