"""Logs tell what happened and never what a letter says."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from service.adapters import logs

BSN = "999990019"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Return what is logged as JSON lines."""
    out, root = io.StringIO(), logging.getLogger()
    before = root.handlers, root.level
    logs.configure(form="json", level="info", process="test", out=out)
    yield out
    root.handlers, root.level = before[0], before[1]
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_has_its_name_its_ids_and_its_process(stream: io.StringIO) -> None:
    structlog.get_logger("postkamer").info("letter_read", letter_id="abc")
    (line,) = lines(stream)
    assert (line["event"], line["letter_id"], line["process"]) == ("letter_read", "abc", "test")


def test_a_field_that_is_not_known_to_be_harmless_is_left_out(stream: io.StringIO) -> None:
    structlog.get_logger("postkamer").info("letter_read", naam="Jansen")
    assert "Jansen" not in stream.getvalue()


@pytest.mark.parametrize("text", [BSN, f"/v1/{BSN}/x", "9999.90.019", "9999 90 019", int(BSN)])
def test_a_number_that_can_be_a_bsn_is_masked(stream: io.StringIO, text: object) -> None:
    structlog.get_logger("postkamer").info("request", url=text)
    (line,) = lines(stream)
    assert "999" not in str(line["url"])  # the hour of the line may hold such figures


def test_the_id_of_a_request_comes_out_whole_whatever_its_digits_are(stream: io.StringIO) -> None:
    own = f"207cd2db-a421-4108-9bc3-b1a{BSN}"
    structlog.get_logger("postkamer").info("request", request_id=own, url=f"{own}/{BSN}")
    (line,) = lines(stream)
    assert line["request_id"] == own
    assert line["url"] == f"{own}/{logs.HIDDEN}"


def test_an_error_is_told_without_its_message(stream: io.StringIO) -> None:
    try:
        int("mevrouw Jansen")
    except ValueError:
        structlog.get_logger("postkamer").exception("round_failed", round="mail")
    (line,) = lines(stream)
    assert line["error"] == "ValueError"
    assert str(line["place"]).startswith("test_logs.py:")
    assert "Jansen" not in stream.getvalue()


def test_of_a_library_only_its_own_words_come_out(stream: io.StringIO) -> None:
    logging.getLogger("gunicorn.error").info("Listening at: %s", "Jansen")
    logging.getLogger("a.reader").warning("Geachte heer Jansen")
    assert [line["event"] for line in lines(stream)] == ["Listening at: %s", logs.HIDDEN]


def test_our_own_loggers_tell_their_fields(stream: io.StringIO) -> None:
    fields = {"letter_id": "abc", "naam": "Jansen"}
    logging.getLogger("postkamer.work").warning("work_postponed", extra=fields)
    (line,) = lines(stream)
    assert (line["letter_id"], line["naam"]) == ("abc", logs.HIDDEN)


def test_text_for_a_terminal_is_redacted_too(stream: io.StringIO) -> None:
    logs.configure(form="text", level="info", process="test", out=stream)
    structlog.get_logger("postkamer").warning("letter_read", naam="Jansen", letter_id=BSN)
    assert "letter_read" in stream.getvalue()
    assert "Jansen" not in stream.getvalue()
    assert BSN not in stream.getvalue()
