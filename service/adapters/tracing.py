"""Traces for OpenTelemetry, when an address to send them to is set: names and ids, no letters."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter


class Tracer:
    """Makes spans of this process and sends them in the background."""

    def __init__(self, process: str, exporter: SpanExporter) -> None:
        """Send to this exporter, as `postkamer-<process>`."""
        resource = Resource.create({"service.name": f"postkamer-{process}"})
        self._provider = TracerProvider(resource=resource)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("postkamer")

    @contextmanager
    def span(self, name: str, **ids: str) -> Iterator[None]:
        """Trace what is done inside; an error is told by its kind, never by its message."""
        with self._tracer.start_as_current_span(
            name, attributes=ids, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield
            except Exception as error:
                kind = type(error).__name__
                span.set_status(trace.StatusCode.ERROR, kind)
                raise

    def close(self) -> None:
        """Send what was not sent yet."""
        self._provider.shutdown()


def exporter_to(endpoint: str) -> SpanExporter:
    """Return what sends spans over OTLP (HTTP) to an address such as http://host:4318/v1/traces."""
    return OTLPSpanExporter(endpoint=endpoint)
