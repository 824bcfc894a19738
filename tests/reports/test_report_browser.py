from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evidence.model.report import Report
from evidence.reports.table import render
from hostile_report import with_text_everywhere
from sample_report import empty_report, full_report

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
    [full_report(), empty_report(), with_text_everywhere("unbroken" * 40)],
    ids=["full", "empty", "long words"],
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
