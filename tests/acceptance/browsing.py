"""A real browser at the real service: what the tests of pages share."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.acceptance.conftest import COMMAND
from tests.acceptance.post import PATIENCE_MS
from tests.acceptance.served import Served, started
from tests.needs import missing

SAMPLES = Path(__file__).parents[2] / "samples"
PASSWORD = "vier losse woorden hier"  # noqa: S105 - of an account that lives as long as the test
PROFILE = "zorg-en-zekerheid"
NARROW = ViewportSize(width=320, height=640)
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Chromium says so about every page that is not found, also when that is what is tested.
STATUS = "Failed to load resource"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the service keeps its data."""
    return tmp_path_factory.mktemp("postkamer") / "data"


@pytest.fixture(scope="module")
def served(data: Path) -> Iterator[Served]:
    """Return a service of an organisation, with nothing in it yet."""
    own = {
        "POSTKAMER_DATA": str(data),
        "POSTKAMER_METRICS_PORT": "0",
        "POSTKAMER_WORKERS": "1",
        "POSTKAMER_ORGANISATION_PROFILE": PROFILE,
    }
    running = started([*COMMAND, "serve", "--port", "0"], {**os.environ, **own})  # noqa: TID251
    yield running
    running.process.terminate()
    running.process.communicate()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the browser of this machine; on a busy one a page may take long to come."""
    path = shutil.which("chromium")
    if path is None:
        missing("chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


def context_of(
    chromium: Browser, served: Served, state: object = None, **rest: object
) -> BrowserContext:
    """Return a browser of its own, of someone who is logged in when there is a state."""
    context = chromium.new_context(
        locale="nl-NL",
        base_url=served.url,
        storage_state=state,  # type: ignore[arg-type]
        **rest,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


def heard(page: Page) -> list[str]:
    """Return what the console of a page complains of from now on."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and STATUS not in message.text:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def go_to_invitation(page: Page, served: Served) -> None:
    """Go to the invitation for the first account."""
    link = re.search(r"http\S+/uitnodiging/\S+", served.said)
    assert link is not None
    page.goto(link.group())


def make_account(page: Page) -> None:
    """Fill in the invitation that the page shows."""
    page.get_by_label("Naam").fill("Anna de Wit")
    page.get_by_label("E-mailadres").fill("anna@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Account maken").click()


def check(page: Page, *, is_narrow_too: bool = True) -> None:
    """Look whether everyone can use the page as it is now, by day and by night, and narrow."""
    for each in page.locator("details").all():
        each.evaluate("one => { one.open = true; }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
    page.emulate_media(color_scheme="light")
    if is_narrow_too:
        _check_narrow(page)


def _check_narrow(page: Page) -> None:
    usual = page.viewport_size
    assert usual is not None
    # half the width is what is left at 200 %
    half = ViewportSize(width=usual["width"] // 2, height=usual["height"] // 2)
    for size in (NARROW, half):
        page.set_viewport_size(size)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"], size
    page.set_viewport_size(usual)
