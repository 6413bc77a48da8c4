"""How files are read is put together in one place, for folders and for the service alike."""

import pytest

from service.bootstrap.folder_run import threads_for
from service.bootstrap.reading import limits_of
from service.bootstrap.worker import setup_of
from service.settings import Settings


def test_what_an_administrator_sets_reaches_the_readers() -> None:
    limits = limits_of(Settings(all_pages=True, file_seconds=20), threads=2)
    assert (limits.all_pages, limits.file_s, limits.page_threads) == (True, 20, 2)


def test_by_default_what_no_report_needs_is_left() -> None:
    assert not limits_of(Settings()).all_pages


@pytest.mark.parametrize("is_on", [True, False])
def test_suggestions_for_handwriting_can_be_turned_off(is_on: bool) -> None:
    assert setup_of(Settings(handwriting=is_on)).handwriting is is_on


@pytest.mark.parametrize(
    ("jobs", "files", "threads"),
    [
        (4, 1, 4),  # alone it gets every core
        (4, 2, 2),
        (2, 5, 2),  # the last long one leaves no core idle
        (2, 200, 1),
        (1, 5, 1),
        (4, 0, 4),
    ],
)
def test_pages_are_read_beside_each_other_where_cores_would_wait(
    jobs: int, files: int, threads: int
) -> None:
    assert threads_for(jobs, files) == threads
