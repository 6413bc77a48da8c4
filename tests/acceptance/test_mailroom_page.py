"""The mailroom page in a real browser: a clerk's work, for everyone, by day and by night."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, ViewportSize, expect

from tests.acceptance.browsing import (
    NARROW,
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

__all__ = ["chromium", "data", "served"]

SENT = (
    "01-bezwaar-pgb-geweigerd.pdf",
    "02-bezwaar-zonder-handtekening.pdf",
    "19-bezwaar-geplakte-handtekening.pdf",
    "27-ingebrekestelling.pdf",
)
MAIL = b"From: wie@example.org\r\nSubject: bezwaar\r\n\r\nIk maak bezwaar, brief %d.\r\n"
NOTE = FilePayload(name="notitie.txt", mimeType="text/plain", buffer=b"geen brief")


@pytest.fixture(scope="module")
def state(served: Served, chromium: Browser) -> dict[str, object]:
    """Return what the browser of a clerk holds, who was invited and sent some letters."""
    context = context_of(chromium, served)
    page = context.new_page()
    go_to_invitation(page, served)
    make_account(page)
    send(page, *(SAMPLES / name for name in SENT))
    kept = context.storage_state()
    context.close()
    return dict(kept)


@pytest.fixture
def page(served: Served, chromium: Browser, state: dict[str, object]) -> Iterator[Page]:
    """Return a page of someone who is logged in; whatever its console complains of is a fault."""
    context = context_of(chromium, served, state)
    opened = context.new_page()
    said = heard(opened)
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


def test_the_mark_on_the_scan_leaves_its_words_free(page: Page) -> None:
    open_letter(page, "navragen", "Bezwaar")
    page.locator('[data-element="naam"]').get_by_role("button", name="Toon op de scan").click()
    place = page.locator(".plek").first
    expect(place).to_be_visible()
    free = "one => one.clientHeight === one.offsetHeight && one.clientWidth === one.offsetWidth"
    assert place.evaluate(free)


def test_what_was_typed_is_not_lost_when_it_is_refused(page: Page) -> None:
    open_letter(page, "navragen", "Bezwaar")
    bsn = page.locator('[data-element="bsn"]')
    bsn.locator("summary").click()
    bsn.get_by_label("BSN").fill("999990018")
    bsn.get_by_role("button", name="Leg vast").click()
    expect(bsn.get_by_text("Dit is geen geldig BSN")).to_be_visible()
    expect(bsn.get_by_label("BSN")).to_have_value("999990018")
    expect(bsn.get_by_label("BSN")).to_be_focused()


def test_the_way_back_leads_to_the_list_as_it_was(page: Page) -> None:
    page.goto("/?groep=open&soort=bezwaar")
    was = page.url
    page.get_by_role("table").get_by_role("link").first.click()
    page.get_by_role("link", name="Naar de lijst").click()
    expect(page).to_have_url(was)


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda each: sent.append(each.url))
    page.goto("/")
    page.locator("[data-aanbieden]").evaluate("form => { form.dataset.briefHoogstens = '1'; }")
    large = FilePayload(name="groot.pdf", mimeType="application/pdf", buffer=b"x" * (2**20 + 1))
    page.get_by_label("Kies brieven").set_input_files(large)
    expect(page.get_by_text("Dit bestand is groter dan 1 MB")).to_be_visible()
    assert not [each for each in sent if each.endswith("/aanbieden")]
    # what may hold letters is measured where it is unpacked, each letter by itself
    packed = FilePayload(name="post.zip", mimeType="application/zip", buffer=b"x" * (2**20 + 1))
    with page.expect_request("**/aanbieden"):
        page.get_by_label("Kies brieven").set_input_files(packed)


def test_what_was_refused_stands_before_all_that_came_in(page: Page) -> None:
    page.goto("/")
    packed = [
        FilePayload(name=f"{number}.eml", mimeType="message/rfc822", buffer=MAIL % number)
        for number in range(2)
    ]
    page.get_by_label("Kies brieven").set_input_files([*packed, NOTE])
    expect(page.get_by_text("Toegevoegd")).to_have_count(2)
    expect(page.locator("[data-voortgang] li").first).to_contain_text("notitie.txt")


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


def test_a_file_that_is_chosen_before_the_page_is_ready_is_taken_too(page: Page) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route("**/lijst.js*", hold)
    with page.expect_request("**/lijst.js*"):
        page.goto("/", wait_until="commit")
    page.get_by_label("Kies brieven").set_input_files(NOTE)
    late[0].continue_()
    expect(page.get_by_text(re.compile("notitie.txt: ."))).to_be_visible()


def test_what_was_said_of_a_file_stays_when_the_list_cannot_be_had(page: Page) -> None:
    asked: list[str] = []

    def fail_once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.goto("/")
    page.route("**/lijst?*", fail_once)
    with page.expect_response(lambda answer: "/lijst?" in answer.url and answer.ok):
        page.get_by_label("Kies brieven").set_input_files(NOTE)
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


@pytest.mark.parametrize("place", ["inloggen", "lijst", "brief", "termijn", "fout", "v1/docs"])
def test_everyone_can_use_it(
    served: Served, chromium: Browser, state: dict[str, object], place: str
) -> None:
    context = context_of(chromium, served, None if place == "inloggen" else state)
    page = context.new_page()
    go_to(page, place)
    check(page, is_narrow_too=place not in {"fout", "v1/docs"})
    context.close()


def go_to(page: Page, place: str) -> None:
    if place == "brief":
        open_letter(page, "navragen")
        return
    page.goto({"lijst": "/", "fout": "/bestaat-niet"}.get(place, f"/{place}"))


def test_the_menu_leaves_room_and_what_is_asked_stands_in_one_line(page: Page) -> None:
    page.goto("/")
    tops = {round(each.bounding_box()["y"]) for each in page.locator(".zoeken label").all()}  # type: ignore[index]
    assert len(tops) == 1
    page.set_viewport_size(NARROW)
    header = page.locator(".kop").bounding_box()
    assert header is not None
    assert header["height"] < NARROW["height"] / 3
    page.set_viewport_size(ViewportSize(width=683, height=384))  # 1366 x 768 at 200 %
    tops = {round(each.bounding_box()["y"]) for each in page.locator(".menu a").all()}  # type: ignore[index]
    assert len(tops) == 1


def test_nothing_is_kept_of_a_page_but_its_files(served: Served) -> None:
    answer = httpx.get(f"{served.url}/inloggen")
    assert answer.headers["Cache-Control"] == "no-store"


def test_on_paper_stands_what_was_read_and_nothing_to_press(page: Page) -> None:
    page.goto("/?groep=kijken")
    page.emulate_media(media="print")
    urgent = page.locator(".toon-urgent").first
    expect(urgent).to_be_visible()  # white on red: without the red there is nothing to see
    expect(urgent).to_have_css("print-color-adjust", "exact")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_label("Zoek een brief")).to_be_hidden()
    open_letter(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [each.inner_text() for each in page.get_by_role("button").all()] == []
    sheet = page.locator("[data-vel]")
    assert sheet.evaluate("it => it.scrollHeight <= it.clientHeight + 1")  # no page is cut off
