"""Overviews and administration in a real browser, over the real service with its own workers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from service.adapters.store.tables import letter
from service.bootstrap.kept import open_store
from service.records.letters import LetterState
from service.settings import Settings
from tests.acceptance.browsing import (
    PASSWORD,
    PROFILE,
    SAMPLES,
    check,
    chromium,
    context_of,
    data,
    go_to_invitation,
    heard,
    make_account,
    served,
)
from tests.acceptance.post import send
from tests.acceptance.served import Served
from validators.profile import catalogue_of

__all__ = ["chromium", "data", "served"]
SENT = ("01-bezwaar-pgb-geweigerd.pdf", "02-bezwaar-zonder-handtekening.pdf")
LATER = "09-bezwaar-zonder-relatienummer.jpg"
PLACES = {
    "overzicht": "/overzicht",
    "per-dag": "/overzicht?per=dag",
    "stand": "/beheer",
    "profielen": "/beheer/profielen",
    "profiel": f"/beheer/profielen/{PROFILE}",
    "gebruikers": "/beheer/mensen",
    "sleutels": "/beheer/sleutels",
    "kanalen": "/beheer/kanalen",
    "apart": "/beheer/apart",
    "bewaren": "/beheer/bewaren",
    "vernietigen": "/beheer/vernietigen",
    "akkoord": "/?groep=akkoord",
    "meldingen": "/meldingen",
    "sessies": "/sessies",
    "dossiers": "/dossiers",
}


@dataclass
class Office:
    """A running service, and what the browser of its administrator holds."""

    served: Served
    chromium: Browser
    state: dict[str, object]

    def context(self, **rest: object) -> BrowserContext:
        return context_of(self.chromium, self.served, self.state, **rest)


@pytest.fixture(scope="module")
def office(served: Served, chromium: Browser, data: Path) -> Office:
    """Return a service with an administrator and some letters, one of them put aside."""
    context = context_of(chromium, served)
    page = context.new_page()
    go_to_invitation(page, served)
    make_account(page)
    send(page, *(SAMPLES / name for name in SENT))
    kept = context.storage_state()
    context.close()
    strand_one(data)
    return Office(served, chromium, dict(kept))


def strand_one(data: Path) -> None:
    """Put one letter aside, as one that broke its worker time and again."""
    store = open_store(Settings(data=data))
    with store.working() as transaction:
        first = letter.update().where(letter.c.number == 1).values(state=LetterState.STRANDED)
        transaction.connection.execute(first)
    store.database.close()


@pytest.fixture
def page(office: Office) -> Iterator[Page]:
    """Return a page of the administrator; whatever its console complains of is a fault."""
    context = office.context()
    opened = context.new_page()
    said = heard(opened)
    yield opened
    context.close()
    assert said == []


def test_a_new_version_of_a_profile_is_checked_shown_and_used_by_the_running_worker(
    page: Page, tmp_path: Path
) -> None:
    page.goto(f"/beheer/profielen/{PROFILE}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download de tekst die nu geldt").click()
    text = download.value.path().read_text("utf-8")
    assert text == catalogue_of().texts[PROFILE]
    file = tmp_path / f"{PROFILE}.toml"
    file.write_text(text.replace("[bezwaar]", "[bezwaar]\nonzin = 1", 1), "utf-8")
    offer(page, file)
    wrong = page.get_by_role("link", name=re.compile("Regel "))
    wrong.click()
    expect(page.locator("li:target")).to_have_text("onzin = 1")
    file.write_text(re.sub(r'"bsn",\s*|,\s*"bsn"', "", text), "utf-8")
    offer(page, file)
    page.get_by_role("button", name="Zet deze versie in gebruik").click()
    expect(page.get_by_text("nu in gebruik", exact=True)).to_be_visible()
    page.goto("/")
    send(page, SAMPLES / LATER)
    page.goto("/overzicht")
    expect(page.locator("h1")).to_have_text("Overzicht")
    page.goto("/")
    page.get_by_role("table").get_by_role("link").last.click()
    page.get_by_role("link", name="Met welke regels").click()
    page.get_by_role("cell").get_by_role("link").first.click()
    expect(page.locator("h1")).to_contain_text(f"van {PROFILE}")


def offer(page: Page, file: Path) -> None:
    page.goto("/beheer/profielen")
    page.get_by_label("Profiel (.toml)").set_input_files(file)
    page.get_by_role("button", name="Kijk na").click()


def test_a_colleague_is_invited_and_shut_out_again(office: Office, page: Page) -> None:
    page.goto("/beheer/mensen")
    page.get_by_role("combobox", name="Rol", exact=True).select_option("mailroom")
    page.get_by_role("button", name="Maak een link").click()
    link = page.locator(".geheim").inner_text()
    context = context_of(office.chromium, office.served)
    other = context.new_page()
    other.goto(link)
    other.get_by_label("Naam").fill("Bram Bakker")
    other.get_by_label("E-mailadres").fill("bram@voorbeeld.nl")
    other.get_by_label("Wachtwoord").fill(PASSWORD)
    other.get_by_role("button", name="Account maken").click()
    expect(other.get_by_role("link", name="Beheer")).to_have_count(0)
    other.goto("/beheer")
    expect(other.locator("h1")).to_have_text("Deze bladzijde is niet voor uw rol")
    page.goto("/beheer/mensen")
    page.get_by_role("button", name="Sluit het account van Bram Bakker").click()
    expect(page.get_by_role("status")).to_contain_text("kan niet meer inloggen")
    other.goto("/")
    expect(other.locator("h1")).to_have_text("Inloggen")
    context.close()


def test_a_key_is_made_and_revoked_with_keys_alone(page: Page) -> None:
    page.goto("/beheer/sleutels")
    page.get_by_label("Voor welk systeem").focus()
    page.keyboard.type("Scanstraat")
    page.keyboard.press("Enter")
    expect(page.locator(".geheim")).to_contain_text("pk_")
    page.get_by_role("link", name="Ik heb dit bewaard").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Trek de sleutel Scanstraat in").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Weet u het zeker?")
    page.get_by_role("button", name="Ja, trek de sleutel in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("De sleutel is ingetrokken")


def test_a_channel_that_cannot_be_reached_says_why(page: Page) -> None:
    page.goto("/beheer/kanalen")
    page.get_by_label("Naam").fill("Zaaksysteem")
    page.get_by_label("Adres").fill("https://127.0.0.1/haak")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator(".geheim")).to_contain_text("whsec_")
    page.get_by_role("link", name="Ik heb dit bewaard").click()
    page.get_by_role("button", name="Stuur een proefbericht").click()
    expect(page.get_by_role("alert")).to_contain_text("intern netwerk")
    page.get_by_role("button", name="Verwijder").click()
    page.get_by_role("link", name="Nee, ga terug").click()
    expect(page.locator("h1")).to_have_text("Kanaal Zaaksysteem")


def test_the_figures_are_downloaded_for_a_spreadsheet(page: Page) -> None:
    page.goto("/overzicht")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download deze tabel").click()
    assert download.value.suggested_filename == "overzicht-per-week.csv"
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("place", PLACES)
def test_everyone_can_use_it(page: Page, place: str) -> None:
    page.goto(PLACES[place])
    check(page)
