"""What a page weighs with its style sheets, scripts and icons, the scan left out."""

import pytest

from benchmarks.pages import weight
from tests.web import Browser, Office, browser, reading_reader
from tests.zips import pdf

MOST_BYTES = 250 * 1024
ROWS = 20  # files of one upload; the list has fifty


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    """Return someone whose list is full."""
    person = browser(our_office)
    for batch in range(3):
        person.send(
            *((f"{batch}-{number}.pdf", pdf(f"{batch}-{number}")) for number in range(ROWS))
        )
    our_office.read_all(reading_reader(our_office.room))
    return person


def test_no_page_is_heavy(our_office: Office, clerk: Browser) -> None:
    with our_office.room.store.database.reading() as connection:
        letter_id = connection.exec_driver_sql("select id from letter limit 1").scalar()
    paths = ("/", f"/brieven/{letter_id}", f"/brieven/{letter_id}/dossier", "/dossiers", "/termijn")
    for path in (*paths, "/sessies"):
        assert weight(clerk.client, path) < MOST_BYTES, path
