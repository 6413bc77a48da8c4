"""`postkamer queue`: the work that waits, and what was put aside for a person."""

import functools
from typing import Annotated

import typer
from rich.table import Table

from service.bootstrap.broker import queues
from service.bootstrap.kept import open_store
from service.bootstrap.machine import clock
from service.cli.options import console_on, table_of
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.settings import read_settings
from service.texts import queue as texts
from service.usecases import dead_letters
from service.usecases.errors import UsageError

app = typer.Typer(
    name="queue", help="Werk dat wacht, en wat apart is gelegd.", no_args_is_help=True
)
Id = Annotated[str, typer.Argument(metavar="ID", help="Uit `postkamer queue list`.")]


@app.command("list")
def list_command(config: Config = None) -> None:
    """Toon hoeveel werk er wacht en wat apart is gelegd."""
    settings = read_settings(config)
    store = open_store(settings)
    console = console_on(typer.get_text_stream("stdout"))
    waiting = Table("werk", "wacht", "later", "bezig", "apart", "oudste (s)", box=None)
    for each in queues(settings, store).depths():
        counts = (each.waiting, each.delayed, each.running, each.dead)
        waiting.add_row(each.work, *map(str, counts), f"{each.oldest_s:.0f}")
    console.print(waiting)
    aside = table_of("id", "wat", "over", "waarom", "sinds")
    for job in dead_letters.dead_jobs(store=store):
        since = job.queued_at.isoformat(timespec="minutes")
        aside.add_row(job.id, job.work, job.about, texts.WHY_DEAD[job.why], since)
    for letter in dead_letters.stranded_letters(store=store):
        since = letter.arrived_at.isoformat(timespec="minutes")
        aside.add_row(letter.id, "brief", letter.batch_id, letter.error_code or "", since)
    console.print(aside if aside.row_count else texts.NOTHING_ASIDE)
    store.database.close()


@app.command()
def retry(job_id: Id, config: Config = None) -> None:
    """Probeer iets dat apart is gelegd opnieuw."""
    store = open_store(read_settings(config))
    for again in (dead_letters.retry_letter, dead_letters.retry_job):
        try:
            again(job_id, store=store, by=OPERATOR)
        except NotFoundError:
            continue
        typer.echo(texts.TRIED_AGAIN.format(id=job_id))
        return
    raise UsageError(texts.NOT_ASIDE.format(id=job_id))


@app.command()
def drop(job_id: Id, config: Config = None) -> None:
    """Laat rusten wat apart is gelegd; de brief en zijn rapport blijven bewaard."""
    store = open_store(read_settings(config))
    for forget in (
        dead_letters.drop_letter,
        functools.partial(dead_letters.drop_job, clock=clock()),
    ):
        try:
            forget(job_id, store=store)
        except NotFoundError:
            continue
        typer.echo(texts.DROPPED.format(id=job_id))
        return
    raise UsageError(texts.NOT_ASIDE.format(id=job_id))
