"""How files are read is put together in one place, for folders and for the service alike."""

from service.bootstrap.reading import limits_of
from service.settings import Settings


def test_what_an_administrator_sets_reaches_the_readers() -> None:
    limits = limits_of(Settings(all_pages=True, file_seconds=20), threads=2)
    assert (limits.all_pages, limits.file_s, limits.page_threads) == (True, 20, 2)


def test_by_default_what_no_report_needs_is_left() -> None:
    assert not limits_of(Settings()).all_pages
