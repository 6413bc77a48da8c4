"""Dossiers, letters that came twice and sessions in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.browsing import (
    SAMPLES,
    check,
    chromium,
    context_of,
    data,
    go_to_invitation,
    make_account,
    served,
)
from tests.acceptance.post import send_as
from tests.acceptance.served import Served

__all__ = ["chromium", "data", "served"]
TWICE = "01-bezwaar-pgb-geweigerd.pdf"
PLACES = ["brief", "dossier", "dossiers", "sessies"]


@pytest.fixture(scope="module")
def state(served: Served, chromium: Browser) -> dict[str, object]:
    """Return what the browser of a clerk holds, who sent one letter twice."""
    context = context_of(chromium, served)
    page = context.new_page()
    go_to_invitation(page, served)
    make_account(page)
    for name in ("post.pdf", "mail.pdf"):
        send_as(page, name, SAMPLES / TWICE)
    kept = context.storage_state()
    context.close()
    return dict(kept)


@pytest.fixture
def page(served: Served, chromium: Browser, state: dict[str, object]) -> Iterator[Page]:
    context = context_of(chromium, served, state)
    yield context.new_page()
    context.close()


def go_to(page: Page, place: str) -> None:
    if place in {"dossiers", "sessies"}:
        page.goto(f"/{place}")
    if place == "dossiers":
        page.get_by_label("Zoek een dossier").fill("van der Meer")
        page.get_by_label("Zoek een dossier").press("Enter")
        expect(page.get_by_text("2 brieven")).to_be_visible()
    if place in {"brief", "dossier"}:
        page.goto("/")
        page.get_by_role("table").get_by_role("link").first.click()
        expect(page.get_by_role("heading", name="Kwam deze brief al eerder?")).to_be_visible()
    if place == "dossier":
        page.get_by_role("link", name="Dossier", exact=True).click()
        expect(page.get_by_text("Binnen per post")).to_have_count(2)


def test_a_letter_that_came_twice_is_told_apart_and_back_by_keyboard(page: Page) -> None:
    go_to(page, "brief")
    page.get_by_role("button", name=re.compile("^Geen dubbele")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("dit is een andere brief")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Toch een dubbele")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Waarschijnlijk dezelfde brief")).to_be_visible()


def test_a_dossier_leads_to_each_of_its_letters(page: Page) -> None:
    go_to(page, "dossier")
    expect(page.get_by_text("de brief waar u vandaan komt")).to_be_visible()
    page.get_by_role("listitem").get_by_role("link").first.click()
    expect(page.get_by_role("region", name="Bladzijden van de brief")).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
def test_everyone_can_use_it(page: Page, place: str) -> None:
    go_to(page, place)
    check(page)
