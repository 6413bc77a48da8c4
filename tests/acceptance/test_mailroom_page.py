"""The mailroom page in a real browser: a clerk's work, for everyone, by day and by night."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.acceptance.conftest import COMMAND
from tests.acceptance.post import send
from tests.acceptance.served import Served, started
from tests.needs import missing

SAMPLES = Path(__file__).parents[2] / "samples"
SENT = (
    "01-bezwaar-pgb-geweigerd.pdf",
    "02-bezwaar-zonder-handtekening.pdf",
    "19-bezwaar-geplakte-handtekening.pdf",
    "27-ingebrekestelling.pdf",
)
PASSWORD = "vier losse woorden hier"  # noqa: S105 - of an account that lives as long as the test
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Chromium says so about every page that is not found, also when that is what is tested.
STATUS = "Failed to load resource"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return a service of an organisation, with nothing in it yet."""
    own = {
        "POSTKAMER_DATA": str(tmp_path_factory.mktemp("postkamer") / "data"),
        "POSTKAMER_METRICS_PORT": "0",
        "POSTKAMER_WORKERS": "1",
        "POSTKAMER_ORGANISATION_PROFILE": "zorg-en-zekerheid",
    }
    running = started([*COMMAND, "serve", "--port", "0"], {**os.environ, **own})  # noqa: TID251
    yield running
    running.process.terminate()
    running.process.communicate()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the browser of this machine."""
    path = shutil.which("chromium")
    if path is None:
        missing("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def state(served: Served, chromium: Browser) -> dict[str, object]:
    """Return what the browser of a clerk holds, who was invited and sent some letters."""
    context = chromium.new_context(locale="nl-NL", base_url=served.url)
    page = context.new_page()
    link = re.search(r"http\S+/uitnodiging/\S+", served.said)
    assert link is not None
    page.goto(link.group())
    page.get_by_label("Naam").fill("Anna de Wit")
    page.get_by_label("E-mailadres").fill("anna@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Account maken").click()
    send(page, *(SAMPLES / name for name in SENT))
    kept = context.storage_state()
    context.close()
    return dict(kept)


def context_of(chromium: Browser, served: Served, state: object, **rest: object) -> BrowserContext:
    return chromium.new_context(
        locale="nl-NL",
        base_url=served.url,
        storage_state=state,  # type: ignore[arg-type]
        **rest,  # type: ignore[arg-type]
    )


@pytest.fixture
def page(served: Served, chromium: Browser, state: dict[str, object]) -> Iterator[Page]:
    """Return a page of someone who is logged in; whatever its console complains of is a fault."""
    context = context_of(chromium, served, state)
    opened = context.new_page()
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and STATUS not in message.text:
            said.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


def open_letter(page: Page, group: str = "open", kind: str = "") -> None:
    page.goto(f"/?groep={group}")
    page.get_by_role("table").get_by_role("link", name=kind).first.click()
    expect(page.get_by_role("region", name="Bladzijden van de brief")).to_be_visible()


def test_a_letter_that_is_sure_but_for_one_thing_takes_two_keys(page: Page) -> None:
    open_letter(page, "kijken", "Bezwaar")
    element = page.locator("[data-element][data-open]")
    expect(element).to_be_focused()
    about = element.get_attribute("data-element")
    page.keyboard.press("b")
    decided = page.locator(f'[data-element="{about}"]')
    expect(decided.get_by_text("door Anna de Wit")).to_be_visible()
    expect(decided.get_by_text("Postkamer las:")).to_be_visible()
    expect(page.get_by_role("link", name="Volgende", exact=True)).to_be_focused()
    before = page.url
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(before)
    expect(page.locator("h1")).to_contain_text("Andere brief")


def test_a_decision_is_taken_back(page: Page) -> None:
    open_letter(page, "navragen", "Bezwaar")
    name = page.locator('[data-element="naam"]')
    name.get_by_role("button", name="Ontbreekt").click()
    expect(name.get_by_text("Vastgesteld dat dit ontbreekt")).to_be_visible()
    name.get_by_role("button", name="Maak ongedaan").click()
    expect(name.get_by_text("door Anna de Wit")).to_have_count(0)


def test_a_box_on_the_scan_fills_the_open_form(page: Page) -> None:
    open_letter(page, "navragen", "Bezwaar")
    page.wait_for_load_state("networkidle")
    name = page.locator('[data-element="naam"]')
    name.get_by_role("button", name="Toon op de scan").click()
    place = page.locator(".plek").first
    expect(place).to_be_in_viewport()
    name.locator("summary").click()
    field = name.get_by_label("Naam")
    was = field.input_value()
    field.fill("")
    at = place.bounding_box()
    assert at is not None
    page.mouse.move(at["x"] - 4, at["y"] - 4)
    page.mouse.down()
    page.mouse.move(at["x"] + at["width"] + 4, at["y"] + at["height"] + 4, steps=4)
    page.mouse.up()
    expect(field).to_have_value(re.compile(re.escape(was.split()[-1])))


def test_the_list_is_worked_with_keys_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("j")
    page.keyboard.press("x")
    row = page.locator("[data-rij]").first
    expect(row.get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("j")
    expect(page.locator("[data-rij]").nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("/")
    expect(page.get_by_label("Zoek een brief")).to_be_focused()
    page.keyboard.type("bestaat niet")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Er is hier geen brief die daarbij past")).to_be_visible()


def test_the_help_turns_the_keys_off(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.get_by_role("button", name="Sluiten").click()
    page.keyboard.press("/")
    expect(page.get_by_label("Zoek een brief")).not_to_be_focused()


def test_a_handled_letter_leaves_the_list(page: Page) -> None:
    page.goto("/?groep=compleet")
    title = page.locator("[data-rij] a").first.inner_text()
    page.locator("[data-rij]").first.get_by_role("checkbox").check()
    page.get_by_role("button", name="Aangekruiste brieven afgehandeld").click()
    expect(page.get_by_role("link", name=title)).to_have_count(0)
    page.goto("/?groep=afgehandeld")
    page.get_by_role("link", name=title).click()
    page.get_by_role("button", name="Weer openen").click()
    expect(page.get_by_text("De brief staat weer open.")).to_be_visible()


def test_a_file_that_is_dropped_on_the_page_is_taken_or_refused_by_name(page: Page) -> None:
    page.goto("/")
    dropped = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["geen brief"], "notitie.txt", { type: "text/plain" }));
            return data;
        }"""
    )
    page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    expect(page.get_by_text(re.compile("notitie.txt: ."))).to_be_visible()


def test_the_calculator_gives_a_calendar(page: Page) -> None:
    page.goto("/termijn")
    page.get_by_label("Datum op het besluit").fill("2026-10-05")
    page.get_by_label("Ontvangen op", exact=True).fill("2026-11-09")
    page.get_by_role("button", name="Reken uit").click()
    expect(page.get_by_text("Laatste dag om bezwaar te maken: 16 november 2026")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet de dagen in een agenda").click()
    assert download.value.suggested_filename == "termijnen.ics"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["inloggen", "lijst", "brief", "termijn", "fout", "v1/docs"])
def test_everyone_can_use_it(
    served: Served, chromium: Browser, state: dict[str, object], *, place: str, scheme: str
) -> None:
    held = None if place == "inloggen" else state
    context = context_of(chromium, served, held, color_scheme=scheme)
    page = context.new_page()
    go_to(page, place)
    for details in page.locator("details").all():
        details.evaluate("each => { each.open = true; }")
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("place", ["inloggen", "lijst", "brief", "termijn"])
def test_a_narrow_page_does_not_scroll_sideways(
    served: Served, chromium: Browser, state: dict[str, object], place: str
) -> None:
    held = None if place == "inloggen" else state
    context = context_of(chromium, served, held, viewport={"width": 320, "height": 640})
    page = context.new_page()
    go_to(page, place)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= 320


def go_to(page: Page, place: str) -> None:
    if place == "brief":
        open_letter(page, "navragen")
        return
    page.goto({"lijst": "/", "fout": "/bestaat-niet"}.get(place, f"/{place}"))


def test_nothing_is_kept_of_a_page_but_its_files(served: Served) -> None:
    answer = httpx.get(f"{served.url}/inloggen")
    assert answer.headers["Cache-Control"] == "no-store"
