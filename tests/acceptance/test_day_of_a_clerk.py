"""A clerk's day in a real browser: from upload to a printed request, and what then waits."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.browsing import (
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

UNSIGNED = "02-bezwaar-zonder-handtekening.pdf"
BILL = "29-factuur-thuiszorg.pdf"


@pytest.fixture(scope="module")
def page(served: Served, chromium: Browser) -> Iterator[Page]:
    """Return a page on which a clerk was invited; what its console complains of is a fault."""
    context = context_of(chromium, served, has_touch=True, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    said = heard(opened)
    go_to_invitation(opened, served)
    check(opened)
    make_account(opened)
    yield opened
    context.close()
    assert said == []


def open_letter(page: Page, group: str, name: str = "Hoogendoorn") -> None:
    page.goto(f"/?groep={group}")
    page.get_by_role("table").get_by_role("link", name=name).click()
    expect(page.get_by_role("region", name="Bladzijden van de brief")).to_be_visible()
    page.wait_for_load_state("networkidle")


def change_salutation(page: Page) -> None:
    """Change a field; it is kept and shown as it will be printed without anything more."""
    preview = page.get_by_role("img", name="Bladzijde 1")
    before = preview.get_attribute("src")
    page.get_by_label("Aanhef").fill("Geachte heer Hoogendoorn,")
    page.get_by_label("Aanhef").blur()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    expect(preview).not_to_have_attribute("src", before or "")
    assert preview.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def check_download(page: Page, folder: Path) -> None:
    """Look whether what is downloaded is a PDF for everyone (PDF/UA) and for ever (PDF/A)."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PDF").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")


def test_from_upload_to_a_request_that_waits(page: Page, tmp_path: Path) -> None:
    send(page, SAMPLES / UNSIGNED, SAMPLES / BILL)
    open_letter(page, "navragen")
    check(page)
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Verzoek om aanvulling")).to_be_visible()
    check(page)
    change_salutation(page)
    check_download(page, tmp_path)
    page.get_by_role("button", name="Leg vast als verstuurd").click()
    expect(page.get_by_text("Vastgelegd dat de brief is verstuurd.")).to_be_visible()
    expect(page.get_by_role("heading", name="Wacht op een aanvulling")).to_be_visible()
    expect(page.get_by_text("door Anna de Wit")).to_be_visible()
    check(page)
    page.goto("/")
    row = page.get_by_role("row").filter(has_text="Hoogendoorn")
    expect(row).to_contain_text("Aanvulling verwacht tot en met")
    expect(page.get_by_role("link", name="Wacht op antwoord 1")).to_be_visible()
    check(page)


def test_what_did_not_go_out_is_taken_back(page: Page) -> None:
    open_letter(page, "wacht")
    page.get_by_role("button", name="Toch niet verstuurd").click()
    expect(page.get_by_text("De tekst is weer een concept.")).to_be_visible()
    page.get_by_role("link", name="Verzoek om aanvulling").click()
    expect(page.get_by_label("Aanhef")).to_have_value("Geachte heer Hoogendoorn,")


def test_a_letter_is_written_with_keys_alone(page: Page) -> None:
    page.goto("/?groep=navragen")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Bladzijden van de brief")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Verzoek om aanvulling")).to_be_visible()
    send = page.get_by_role("button", name="Leg vast als verstuurd")
    for _ in range(80):
        page.keyboard.press("Tab")
        if send.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Vastgelegd dat de brief is verstuurd.")).to_be_visible()


def test_other_post_leaves_the_list_with_two_keys(page: Page) -> None:
    open_letter(page, "kijken", "Lagerwey")
    page.keyboard.press("b")
    expect(page.locator(".oordeel")).to_contain_text("Andere post")
    page.goto("/?groep=kijken")
    expect(page.get_by_text("Er is geen brief waar u zelf naar moet kijken.")).to_be_visible()


def test_a_finger_draws_a_box_when_that_is_asked_for(page: Page) -> None:
    open_letter(page, "wacht")
    name = page.locator('[data-element="naam"]')
    name.get_by_role("button", name="Toon op de scan").click()
    place = page.locator(".plek").first
    expect(place).to_be_in_viewport()
    name.locator("summary").click()
    field = name.get_by_label("Naam")
    was = field.input_value()
    field.fill("")
    page.get_by_role("button", name="Trek een vak").click()
    box = place.bounding_box()
    assert box is not None
    left, top = box["x"] - 4, box["y"] - 4
    swipe(page, (left, top), (left + box["width"] + 8, top + box["height"] + 8))
    expect(field).to_have_value(re.compile(re.escape(was.split()[-1])))
    expect(page.get_by_role("button", name="Trek een vak")).to_have_attribute(
        "aria-pressed", "false"
    )


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a finger over the page."""
    touch = page.context.new_cdp_session(page)
    steps = [
        (start[0] + (end[0] - start[0]) * part / 4, start[1] + (end[1] - start[1]) * part / 4)
        for part in range(5)
    ]
    for number, (x, y) in enumerate(steps):
        touch.send(
            "Input.dispatchTouchEvent",
            {
                "type": "touchMove" if number else "touchStart",
                "touchPoints": [{"x": x, "y": y}],
            },
        )
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_what_is_refused_is_said_on_a_page_that_everyone_can_use(page: Page) -> None:
    page.goto("/")
    page.evaluate(
        """() => {
            const form = document.querySelector("[data-aanbieden]");
            const data = new DataTransfer();
            data.items.add(new File(["geen brief"], "notitie.txt", { type: "text/plain" }));
            form.elements.files.files = data.files;
            HTMLFormElement.prototype.submit.call(form);
        }"""
    )
    expect(page.get_by_role("heading", name="Brieven toevoegen")).to_be_visible()
    check(page)
