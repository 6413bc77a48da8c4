"""`postkamer watch`: go along the watched folders and mailboxes once, to see whether they work."""

import sys
import time
from collections.abc import Callable

import typer
from rich.table import Table
from rich.text import Text

from service.adapters.logs import configure
from service.bootstrap.doors import Counts, OtherMachineError, check_doors, trial_walks
from service.bootstrap.kept import open_blobs, open_store
from service.bootstrap.serve import holding, make_ready
from service.bootstrap.web import desk
from service.cli.exits import exit_code
from service.cli.options import console_on
from service.cli.processes import Config
from service.ports.errors import FolderAwayError, FullError, MailboxError
from service.settings import read_settings
from service.texts import deliveries as deliveries_texts
from service.texts import doors as doors_texts
from service.usecases.errors import UsageError


def watch(config: Config = None) -> None:
    """Loop één keer langs de mappen en mailboxen en zeg wat er binnenkwam."""
    settings = read_settings(config)
    if not settings.watch and not settings.mailbox:
        raise UsageError(doors_texts.NO_DOORS)
    configure(form="text", level="error", process="watch")
    table = Table("deur", "brieven", "geweigerd", "wacht", "", box=None)
    is_good = True
    with holding(settings):
        store = make_ready(settings, open_store(settings))
        check_doors(settings, store)
        receiving = desk(settings, store, open_blobs(settings))
        for name, walk in trial_walks(settings, receiving, pause=time.sleep):
            is_good = _walk(name, walk, table) and is_good
        store.database.close()
    console_on(sys.stdout).print(table)
    raise typer.Exit(exit_code(is_good))


def _walk(name: str, walk: Callable[[], Counts], table: Table) -> bool:
    """Try one door and write down what came of it; tell whether it works."""
    try:
        counts = walk()
    except FolderAwayError:
        trouble = deliveries_texts.ALERTS["map_weg"]
    except MailboxError as error:
        trouble = deliveries_texts.ALERTS[error.code]
    except FullError:
        trouble = doors_texts.DOOR_FULL
    except OtherMachineError:
        table.add_row(Text(name), "", "", "", Text(doors_texts.DOOR_ELSEWHERE))
        return True
    else:
        numbers = (counts.letters, counts.refused, counts.waiting)
        table.add_row(Text(name), *map(str, numbers), Text("goed", "green"))
        return True
    table.add_row(Text(name), "", "", "", Text(trouble, "bold red"))
    return False
