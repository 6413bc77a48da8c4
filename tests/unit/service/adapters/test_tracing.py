"""Traces tell what was done with which id, and of an error only its kind."""

from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from service.adapters.tracing import Tracer


def test_a_span_has_its_name_and_its_ids() -> None:
    exporter = InMemorySpanExporter()
    tracer = Tracer("worker", exporter)
    with tracer.span("lezen", id="abc"):
        pass
    tracer.close()
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.attributes) == ("lezen", {"id": "abc"})
    assert span.resource.attributes["service.name"] == "postkamer-worker"


def test_an_error_is_told_without_its_message() -> None:
    exporter = InMemorySpanExporter()
    tracer = Tracer("worker", exporter)
    try:
        with tracer.span("lezen"):
            int("mevrouw Jansen")
    except ValueError:
        pass
    tracer.close()
    (span,) = exporter.get_finished_spans()
    assert span.status.description == "ValueError"
    assert "Jansen" not in span.to_json()
