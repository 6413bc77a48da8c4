"""The commands behind `postkamer serve`, one process each; for who runs them apart."""

import signal
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from service.adapters.logs import configure
from service.settings import Settings, read_settings, use_metrics_folder

Config = Annotated[
    Path | None, typer.Option("--config", metavar="BESTAND", help="Bestand met instellingen.")
]


def settings_for(process: str, config: Path | None) -> Settings:
    """Read the settings and set up the logs of this process."""
    settings = read_settings(config)
    configure(form=settings.log_format, level=settings.log_level, process=process)
    return settings


def keeper(config: Config = None) -> None:
    """Doe wat steeds opnieuw moet: wachtrij, mappen, postbussen, bezorging."""
    settings = settings_for("keeper", config)
    use_metrics_folder(settings.metrics_folder)
    from service.bootstrap.keeper import open_keeper  # noqa: PLC0415 - it counts in that folder

    kept = open_keeper(settings)

    def stop(_number: int, _frame: FrameType | None) -> None:
        kept.stop()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    kept.run(patience_s=settings.stop_seconds)


def worker(config: Config = None) -> None:
    """Lees brieven uit de wachtrij en bezorg de rapporten; stopt netjes bij Ctrl-C."""
    settings = settings_for("worker", config)
    use_metrics_folder(settings.metrics_folder)
    from service.bootstrap.channels import delivery_handlers  # noqa: PLC0415 - as below
    from service.bootstrap.worker import open_worker  # noqa: PLC0415 - it counts in that folder

    open_worker(settings, delivery_handlers).run()


def web(
    config: Config = None,
    listen_fd: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Beantwoord verzoeken aan de website en de API."""
    settings = settings_for("web", config)
    use_metrics_folder(settings.metrics_folder)
    from service.web.server import serve  # noqa: PLC0415 - it counts in that folder
    from service.web.wsgi import open_app  # noqa: PLC0415

    bind = f"fd://{listen_fd}" if listen_fd is not None else f"{settings.host}:{settings.port}"
    serve(
        lambda: open_app(settings),
        bind=bind,
        threads=settings.web_threads,
        stop_s=settings.stop_seconds,
    )
