"""Logs of all processes, as JSON lines or readable text on stderr; event names and ids, no letters.

Only fields that are known to be harmless come out; the value of any other field is left out, and so
is every number that passes the elfproef and every message text of an error: both may come from a
letter. Of what libraries log only their own words come out, without the values filled in, and only
from libraries that never see a letter.
"""

import logging
import logging.config
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, Literal, TextIO

import structlog

from validators.numbers.bsn import is_valid

# Fields that may come out as they are: codes, ids, counts and times, never what someone wrote.
HARMLESS = frozenset(
    {
        *("event", "level", "timestamp", "logger", "process", "pid", "program", "exit_code"),
        *("restart_in_s", "request_id", "method", "route", "status", "seconds", "size", "count"),
        *("letter_id", "batch_id", "delivery_id", "channel_id", "event_id", "job_id", "key_id"),
        *("account_id", "organisation_id", "work", "queue", "attempts", "verdict", "code", "kind"),
        *("round", "pause_s", "error", "place", "url", "folder", "mailbox", "version", "door"),
        *("trace_id", "span_id", "state", "workers", "port", "depth", "retry_in_s", "stage"),
        "page",
    }
)
HIDDEN = "(weggelaten)"
OURS = "postkamer"
_add_fields = structlog.stdlib.ExtraAdder()
# Libraries whose own words may come out; others handle letters.
TOLD = ("postkamer", "gunicorn", "dramatiq", "alembic", "pika", "py.warnings")
# An id of ours is passed over whole: by chance one in so many has digits in a row that pass the
# elfproef, and without them nobody finds the request that a user speaks of.
_NUMBER = re.compile(
    r"(?P<id>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)"
    r"|(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)"
)

Event = MutableMapping[str, Any]
Form = Literal["json", "text"]


def configure(*, form: Form, level: str, process: str, out: TextIO = sys.stderr) -> None:
    """Let every logger of this process write to one stream in one form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        lambda _logger, _method, event: {**event, "process": process},
        _without_messages,
        redact,
        structlog.processors.TimeStamper(fmt="iso", utc=True),  # its digits are nobody's number
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    is_text = form == "text"
    renderer = structlog.dev.ConsoleRenderer() if is_text else structlog.processors.JSONRenderer()
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_values, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    logging.getLogger("alembic").setLevel("WARNING")  # it tells of every look
    logging.raiseExceptions = False


def redact(_logger: object, _method: str, event: Event) -> Event:
    """Leave out what may say something about a person."""
    return {
        key: _masked(value) if key in HARMLESS or key.startswith("_") else HIDDEN
        for key, value in event.items()
    }


def _masked(value: object) -> object:
    """Mask every number that can be a BSN, wherever it stands."""
    if isinstance(value, str):
        return _NUMBER.sub(_mask, value)
    if isinstance(value, int) and not isinstance(value, bool) and is_valid(str(value)):
        return HIDDEN
    if isinstance(value, Mapping):
        return {key: _masked(each) for key, each in value.items()}
    return value


def _mask(found: "re.Match[str]") -> str:
    if found["id"]:
        return found.group()
    digits = re.sub(r"\D", "", found.group())
    return HIDDEN if is_valid(digits) else found.group()


def _without_values(_logger: object, _method: str, event: Event) -> Event:
    """Keep the words of a library's message and drop what it filled in; ours have fields."""
    record: logging.LogRecord = event["_record"]
    is_told = record.name.startswith(TOLD)
    event = {**event, "event": str(record.msg) if is_told else HIDDEN}
    own = logging.getLogger(record.name)
    return _add_fields(own, _method, event) if record.name.startswith(OURS) else event


def _without_messages(_logger: object, _method: str, event: Event) -> Event:
    """Say of an exception what kind it is and where it was raised, never its message."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["place"] = _place(error)
    event.pop("stack_info", None)
    return event


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
