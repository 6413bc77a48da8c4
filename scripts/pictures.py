"""Takes the pictures of the README: a service of its own, the samples sent to it, three pages."""

import io
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.acceptance.served import Served, started

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("[0-9]*"))
TARGET = ROOT / "docs" / "img"
SIZE = (1280, 800)
COLOURS = 128  # enough for pages, and a third of the size
PATIENCE_MS = 600_000
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def main() -> None:
    """Take every picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    command = [str(Path(sys.executable).with_name("postkamer")), "serve", "--port", "0"]
    with tempfile.TemporaryDirectory() as folder:
        running = started(command, {**os.environ, **_settings(folder)})  # noqa: TID251
        try:
            _take_all(running)
        finally:
            running.process.terminate()
            running.process.communicate()


def _settings(folder: str) -> dict[str, str]:
    return {
        "POSTKAMER_DATA": str(Path(folder) / "data"),
        "POSTKAMER_METRICS_PORT": "0",
        "POSTKAMER_ORGANISATION_NAME": "Zorgkantoor Zorg en Zekerheid",
        "POSTKAMER_ORGANISATION_PROFILE": "zorg-en-zekerheid",
    }


def _take_all(running: Served) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(ARGUMENTS)
        )
        page = browser.new_page(
            locale="nl-NL",
            base_url=running.url,
            viewport={"width": SIZE[0], "height": SIZE[1]},
        )
        _enter(page, running.said)
        _send(page)
        _take(page, "lijst")
        page.get_by_role("link", name="Zelf kijken").click()
        page.get_by_role("table").get_by_role("link", name="Bezwaar").first.click()
        page.wait_for_load_state("networkidle")
        _take(page, "brief")
        page.goto("/termijn")
        page.get_by_label("Datum op het besluit").fill("2026-10-05")
        page.get_by_label("Ontvangen op", exact=True).fill("2026-11-09")
        page.get_by_role("button", name="Reken uit").click()
        _take(page, "termijn")
        browser.close()


def _enter(page: Page, said: str) -> None:
    link = re.search(r"http\S+/uitnodiging/\S+", said)
    if link is None:
        message = "the service gave no link to make an account with"
        raise SystemExit(message)
    page.goto(link.group())
    page.get_by_label("Naam").fill("Anna de Wit")
    page.get_by_label("E-mailadres").fill("anna@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill("vier losse woorden hier")
    page.get_by_role("button", name="Account maken").click()


def _send(page: Page) -> None:
    """Send every sample and wait until all are read."""
    page.get_by_label("Kies brieven").set_input_files(SAMPLES)
    expect(page.get_by_text("Toegevoegd", exact=True)).to_have_count(
        len(SAMPLES), timeout=PATIENCE_MS
    )
    expect(page.get_by_role("link", name="Wordt gelezen 0")).to_be_visible(timeout=PATIENCE_MS)
    page.goto("/")


def _take(page: Page, name: str) -> None:
    taken = Image.open(io.BytesIO(page.screenshot()))
    few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
