"""Opens tracing when it is set; otherwise spans cost nothing."""

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from service.settings import ConfigurationError, Settings


class Spans(Protocol):
    """Traces pieces of work."""

    def span(self, name: str, **ids: str) -> AbstractContextManager[None]:
        """Trace what is done inside."""


class NoSpans:
    """Traces nothing."""

    @contextmanager
    def span(self, name: str, **ids: str) -> Iterator[None]:
        """Only do what is inside."""
        yield


def open_spans(settings: Settings, process: str) -> Spans:
    """Return what traces this process.

    Raises:
        ConfigurationError: when the library for it is not installed.

    """
    if settings.otlp_endpoint is None:
        return NoSpans()
    if importlib.util.find_spec("opentelemetry.sdk") is None:
        message = (
            "otlp_endpoint: hiervoor is OpenTelemetry nodig. "
            f"Installeer het met `{sys.executable} -m pip install 'postkamer[tracing]'`."
        )
        raise ConfigurationError(message)
    from service.adapters.tracing import Tracer, exporter_to  # noqa: PLC0415 - an extra

    return Tracer(process, exporter_to(settings.otlp_endpoint))
