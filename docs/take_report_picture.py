"""Take the picture of the report that the README shows, from the page that it is given.

.venv/bin/evidence report --offline --cache-dir build/empty --output build/report.html
.venv/bin/python docs/take_report_picture.py build/report.html
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "report.png"
WIDTH, HEIGHT = 1080, 1900


def main() -> None:
    """Write docs/report.png: the summary and the first claims."""
    page_url = Path(sys.argv[1]).resolve().as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_url)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
