"""What the user is told when a command ends by an error."""

import errno
import io

import pytest

from service.cli.endings import end_of
from service.ports.errors import AwayError, BusyError, FullError
from service.texts import troubles as texts


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_called_so_and_is_no_fault_of_the_program(number: int) -> None:
    said = io.StringIO()
    assert end_of(OSError(number, "x"), said) == 3
    assert said.getvalue() == texts.DISK_FULL + "\n"


def test_a_store_without_room_is_a_full_disk_too() -> None:
    said = io.StringIO()
    assert end_of(FullError(), said) == 3
    assert said.getvalue() == texts.DISK_FULL + "\n"


@pytest.mark.parametrize("error", [AwayError("the database"), BusyError()])
def test_a_store_that_cannot_be_used_now_is_no_fault_of_the_program(error: Exception) -> None:
    said = io.StringIO()
    assert end_of(error, said) == 3
    assert said.getvalue() == texts.AWAY + "\n"


def test_another_error_names_where_it_happened() -> None:
    said = io.StringIO()
    assert end_of(OSError(errno.EIO, "x"), said) == 3
    assert "fout in het programma" in said.getvalue()
