from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evidence.model.report import Report
from evidence.reports.table import render
from hostile_report import with_text_everywhere
from pdf_writer import text_page, write_pdf
from sample_report import empty_report, full_report
from sample_support import supported_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser at {CHROMIUM}")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(CHROMIUM), headless=True, args=list(QUIET)
        )
        yield opened
        opened.close()


@pytest.mark.parametrize(
    "report",
    [
        full_report(),
        supported_report(),
        empty_report(),
        with_text_everywhere("unbroken" * 40),
    ],
    ids=["full", "supported", "empty", "long words"],
)
def test_the_page_fits_every_screen_and_asks_nobody(
    browser: "Browser", tmp_path: Path, report: Report
) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(report, "html"), "utf-8")
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme, paper in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 26)")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
    assert said == []
    assert asked == [file.as_uri()]
    page.close()


def test_paper_is_white_though_the_screen_is_dark(browser: "Browser", tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(empty_report(), "html"), "utf-8")
    page = browser.new_page(color_scheme="dark")
    page.goto(file.as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()


def test_a_link_leads_to_the_thing_and_takes_the_focus_with_it(
    browser: "Browser", tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(full_report(), "html"), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.click("#claim-bbb-penetration a[href='#reference-demetri2018']")
    assert page.evaluate("document.activeElement.id") == "reference-demetri2018"
    page.click("#reference-demetri2018 a[href='#finding-4']")
    assert page.evaluate("document.activeElement.id") == "finding-4"
    page.close()


@pytest.fixture
def quoted_page(tmp_path: Path) -> Path:
    """A report whose first quote stands on a page of a PDF."""
    pdf = tmp_path / "sources" / "menichincheri2016.pdf"
    pdf.parent.mkdir()
    sample = supported_report()
    first = sample.claims[0].lines[0]
    assert first.anchor
    pdf.write_bytes(write_pdf([text_page([]), text_page([f"{first.line.quote}."])]))
    passages = tuple(replace(each, pages=("2", "403")) for each in first.anchor.passages)
    shown = replace(first, anchor=replace(first.anchor, passages=passages, file=str(pdf)))
    claim = replace(sample.claims[0], lines=(shown, *sample.claims[0].lines[1:]))
    file = tmp_path / "report.html"
    report = replace(sample, claims=(claim, *sample.claims[1:]))
    file.write_text(render(report, "html"), "utf-8")
    return file


def test_claim_and_quote_stand_beside_each_other_and_below_on_a_phone(
    browser: "Browser", quoted_page: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(quoted_page.as_uri())
    sides = page.locator("#claim-bbb-penetration .side")
    for width, is_beside in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        claim, quote = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
        assert claim
        assert quote
        assert (quote["x"] >= claim["x"] + claim["width"]) is is_beside
        assert (quote["y"] >= claim["y"] + claim["height"]) is not is_beside
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_marks_are_seen_by_line_and_by_ground(browser: "Browser", quoted_page: Path) -> None:
    page = browser.new_page()
    page.goto(quoted_page.as_uri())
    mark = page.locator("#claim-bbb-penetration mark").first
    style = "(e, name) => getComputedStyle(e)[name]"
    assert mark.evaluate(style, "textDecorationLine") == "underline"
    assert mark.evaluate(style, "backgroundColor") == "rgb(253, 243, 196)"
    page.close()


def test_the_picture_of_the_page_opens_and_is_printed_though_it_is_closed(
    browser: "Browser", quoted_page: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(quoted_page.as_uri())
    picture = page.locator("details img")
    assert not picture.is_visible()
    page.click("details summary")
    assert picture.is_visible()
    page.wait_for_function("document.querySelector('details img').naturalWidth > 800")
    page.set_viewport_size({"width": 390, "height": 900})
    box = picture.bounding_box()
    assert box
    assert 250 < box["width"] < 390
    page.click("details summary")
    page.emulate_media(media="print")
    assert picture.is_visible()
    assert said == []
    page.close()
