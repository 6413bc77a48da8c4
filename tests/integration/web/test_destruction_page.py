"""Proposing to destroy letters on the page: one administrator asks, another one agrees."""

import re

import pytest

from service.records.people import Role
from service.texts.retention import NOT_YOUR_OWN
from service.usecases.destruction import Shredder, carry_out
from tests.web import Browser, Office, browser, reading_reader

PAGE = "/beheer/vernietigen"
OFFER = "Stel voor om deze te vernietigen"


@pytest.fixture
def one(our_office: Office) -> Browser:
    return browser(our_office, role=Role.BEHEERDER, name="An de Een")


def past_letter(office: Office, one: Browser) -> str:
    """Let a letter be past its term; everyone logs in again after so long."""
    one.send(("brief.pdf", b"%PDF-1.4 een brief"))
    (sent,) = office.waiting()
    office.read_all(reading_reader(office.room))
    one.post(f"/brieven/{sent}/afgehandeld", doe="klaar")
    one.post("/beheer/bewaren", bezwaar="1", klacht="1", overig="1", fout="1")
    return sent


def later(office: Office) -> tuple[Browser, Browser]:
    office.room.clock.move(days=40)
    names = ("An de Een", "Bo de Ander")
    first, second = (browser(office, role=Role.BEHEERDER, name=each) for each in names)
    return first, second


def proposal_on(page: str) -> str:
    found = re.search(rf"{PAGE}/([0-9a-f-]{{36}})\.csv", page)
    assert found is not None
    return f"{PAGE}/{found[1]}"


def test_one_proposes_and_another_agrees(our_office: Office, one: Browser) -> None:
    sent = past_letter(our_office, one)
    assert sent not in one.get(PAGE).text
    first, second = later(our_office)
    assert sent in first.get(PAGE).text
    assert OFFER in first.get(PAGE).text
    assert first.post(PAGE).status_code == 303
    assert "Keur goed" not in first.get(PAGE).text
    assert OFFER not in first.get(PAGE).text  # it would be refused
    place = proposal_on(first.get(PAGE).text)
    refused = first.post(f"{place}/akkoord", zeker="ja")
    assert refused.status_code == 400
    assert refused.text.count(NOT_YOUR_OWN) == 1
    assert "Weet u het zeker?" in second.post(f"{place}/akkoord").text
    assert second.post(f"{place}/akkoord", zeker="ja").status_code == 303
    assert OFFER not in second.get(PAGE).text
    room = our_office.room
    (ended,) = carry_out(
        shredder=Shredder(room.store, room.blobs, our_office.parts.pages, room.clock)
    )
    assert ended.destroyed == 1
    assert second.get(f"/brieven/{sent}").status_code == 404
    assert "Vernietigd: 1" in second.get(PAGE).text
    assert sent in second.get(f"{place}.csv").text
    assert second.get(f"{place}.pdf").data.startswith(b"%PDF")


def test_a_proposal_can_be_withdrawn(our_office: Office, one: Browser) -> None:
    past_letter(our_office, one)
    first, second = later(our_office)
    first.post(PAGE)
    place = proposal_on(first.get(PAGE).text)
    assert first.post(f"{place}/intrekken").status_code == 303
    assert second.post(f"{place}/akkoord", zeker="ja").status_code == 400
    assert "ingetrokken" in first.get(PAGE).text


def test_the_page_fits_its_policy(our_office: Office, one: Browser) -> None:
    past_letter(our_office, one)
    first, _ = later(our_office)
    first.post(PAGE)
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", first.get(PAGE).text)
