"""Letters sent in on the page of the mailroom, and waited for."""

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

PATIENCE_MS = 120_000


def send(page: Page, *files: Path) -> None:
    """Add files to the list that the page shows, and return when all of them are read."""
    page.get_by_label("Kies brieven").set_input_files(files)
    wait_until_read(page, len(files))


def send_as(page: Page, name: str, file: Path) -> None:
    """Add a file under another name to the list that the page shows, and wait for it."""
    one = FilePayload(name=name, mimeType="application/pdf", buffer=file.read_bytes())
    page.get_by_label("Kies brieven").set_input_files(one)
    wait_until_read(page, 1)


def wait_until_read(page: Page, count: int) -> None:
    expect(page.get_by_text("Toegevoegd", exact=True)).to_have_count(count)
    page.goto("/")  # the list on the page may be that from before they were added
    expect(page.get_by_role("link", name="Wordt gelezen 0")).to_be_visible(timeout=PATIENCE_MS)
