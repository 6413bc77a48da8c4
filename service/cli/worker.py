"""`postkamer worker`: reads letters and delivers reports until it is told to stop."""

from service.bootstrap.worker import open_worker
from service.settings import read_settings


def worker() -> None:
    """Lees brieven uit de wachtrij en bezorg de rapporten; stopt netjes bij Ctrl-C."""
    open_worker(read_settings()).run()
