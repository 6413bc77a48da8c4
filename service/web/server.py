"""Runs the web service: gunicorn with threads, in this process and one that it looks after."""

import logging
from collections.abc import Callable, Mapping

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger

from service.web.leftover import Leftover

# A request that takes longer is ended; uploads of gigabytes are read in pieces and go on.
TIMEOUT_S = 300


class PlainLogger(Logger):
    """Leaves it to the logging of this process where lines go and how they look."""

    def setup(self, cfg: Config) -> None:
        """Keep gunicorn's own handlers out."""
        self.error_log = logging.getLogger("gunicorn.error")
        self.access_log = logging.getLogger("gunicorn.access")
        self.access_log.disabled = True  # a line for each request is written by the app

    def reopen_files(self) -> None:
        """Have no files to open again."""


class Server(BaseApplication):
    """Serves one app with these options of gunicorn."""

    def __init__(self, make: Callable[[], Flask], options: Mapping[str, object]) -> None:
        """Make the app in the process that serves it."""
        self._make = make
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Take over the options; no file and no environment is looked at."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Leftover:
        """Return the app."""
        return Leftover(self._make())


def serve(make: Callable[[], Flask], *, bind: str, threads: int, stop_s: float) -> None:
    """Answer requests until SIGTERM; `bind` is host:port or fd://number."""
    options = {
        "bind": bind,
        "workers": 1,
        "worker_class": "gthread",
        "threads": threads,
        "timeout": TIMEOUT_S,
        "graceful_timeout": max(int(stop_s) - 2, 1),
        "keepalive": 5,
        "logger_class": PlainLogger,
        "worker_tmp_dir": "/dev/shm",  # noqa: S108 - the heartbeat of a worker, not on a slow disk
        "control_socket_disable": True,
    }
    Server(make, options).run()
