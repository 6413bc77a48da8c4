"""Figures for Prometheus: counted in every process, gathered from all of them by one.

Each process writes its counts in a folder of the service (the library's multi-process mode); the
keeper adds them up and looks in the database for what is waiting. No label says anything about a
person. The library looks for that folder when it is first imported: whoever imports this module
must have named it before (`settings.use_metrics_folder`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    Metric,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

# From a digital letter to a thick scan.
SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)

Labels = tuple[str, ...]
# What is waiting now: name of the figure -> labels -> number.
Look = Callable[[], Mapping[str, Mapping[Labels, float]]]

# Name, label names and meaning of what is looked up in the database.
WAITING: Mapping[str, tuple[Labels, str]] = {
    "queue_depth": (("work",), "Jobs that are waiting or under way"),
    "queue_oldest_seconds": (("work",), "Age of the oldest job that is due"),
    "dead_jobs": (("work",), "Jobs that were put aside for a person"),
    "letters": (("state",), "Letters by state"),
    "oldest_letter_seconds": ((), "Age of the oldest letter without a report"),
    "deliveries": (("state",), "Deliveries by state"),
    "alerts": ((), "Alerts that nobody has seen yet"),
}


class PrometheusMeter:
    """Counts what happens in this process."""

    def __init__(self, registry: CollectorRegistry = REGISTRY) -> None:
        """Register the figures; once for each process and registry."""
        self._stages = Histogram(
            "postkamer_stage_seconds",
            "Seconds that a stage of the work took",
            ["stage"],
            buckets=SECONDS,
            registry=registry,
        )
        self._letters = Counter(
            "postkamer_letters_done", "Letters with a report", ["verdict"], registry=registry
        )
        self._failures = Counter(
            "postkamer_failures", "What went wrong, by code", ["code"], registry=registry
        )
        self._requests = Counter(
            "postkamer_requests", "Answers by route", ["route", "status"], registry=registry
        )

    def took(self, stage: str, seconds: float) -> None:
        """Count how long a stage of the work took."""
        self._stages.labels(stage).observe(seconds)

    def judged(self, verdict: str) -> None:
        """Count a letter that has its report."""
        self._letters.labels(verdict).inc()

    def failed(self, code: str) -> None:
        """Count something that went wrong."""
        self._failures.labels(code).inc()

    def answered(self, route: str, status: int) -> None:
        """Count an answer of the web service."""
        self._requests.labels(route, str(status)).inc()


@dataclass(frozen=True, slots=True)
class Waiting(Collector):
    """What is waiting now, looked up when somebody asks."""

    look: Look
    rounds: Callable[[], Mapping[str, float]]  # seconds since each went well

    def collect(self) -> Iterable[Metric]:
        """Yield every figure with its labels."""
        found = self.look()
        for name, (labels, meaning) in WAITING.items():
            yield _gauge(name, labels, meaning, found.get(name, {}))
        rounds: dict[Labels, float] = {(name,): seconds for name, seconds in self.rounds().items()}
        yield _gauge("round_age_seconds", ("round",), "Seconds since a round went well", rounds)


def _gauge(name: str, labels: Labels, meaning: str, values: Mapping[Labels, float]) -> Metric:
    gauge = GaugeMetricFamily(f"postkamer_{name}", meaning, labels=labels)
    for each, value in values.items():
        gauge.add_metric(each, value)
    return gauge


def serve_metrics(
    host: str, port: int, folder: Path, waiting: Waiting
) -> tuple[WSGIServer, Thread]:
    """Answer Prometheus with the counts of all processes and what is waiting."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]
    registry.register(waiting)
    return start_http_server(port, addr=host, registry=registry)
