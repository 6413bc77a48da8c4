"""`postkamer reassess`: what would the rules of now say of letters that were judged before."""

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import typer

from service.bootstrap.web import judge_of, ready_store
from service.cli.options import Since, console_on, table_of
from service.cli.processes import Config
from service.records.audit import OPERATOR
from service.settings import OWN, read_settings
from service.texts import ledger as texts
from service.usecases.reassess import Question, Reassessed, reassess


def reassess_command(  # noqa: PLR0913 - the options of the command
    organisation: Annotated[
        str, typer.Option(metavar="ID", help="Van welke organisatie de brieven zijn.")
    ] = OWN,
    profile: Annotated[
        str | None, typer.Option(metavar="PROFIEL", help="Alleen brieven met dit profiel.")
    ] = None,
    since: Since = None,
    *,
    handled: Annotated[
        bool, typer.Option("--handled", help="Ook brieven waar iemand mee klaar is.")
    ] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Bewaar en bezorg de nieuwe rapporten.")
    ] = False,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Voor mensen of voor programma's.")
    ] = "text",
    config: Config = None,
) -> None:
    """Toon wat de regels van nu anders zeggen; zonder --apply verandert er niets."""
    question = Question(organisation, profile, since, with_handled=handled)
    settings = read_settings(config)
    store = ready_store(settings)
    judging = judge_of(settings, store)
    found = reassess(question, judge=judging, applies=apply, by=OPERATOR)
    if output == "json":
        for each in found:
            typer.echo(json.dumps(dataclasses.asdict(each)))
    else:
        _print(found, applies=apply)
    store.database.close()


def _print(found: Iterable[Reassessed], *, applies: bool) -> None:
    counted: Counter[str] = Counter()
    table = table_of("brief", "wat", "was", "wordt")
    for letter_id, what, before, after in _rows(found, counted):
        table.add_row(letter_id, what, before, after)
    console = console_on(typer.get_text_stream("stdout"))
    if table.row_count:
        console.print(table)
    console.print(texts.REASSESSED.format(**counted, same=counted["all"] - counted["other"]))
    if counted["other"]:
        console.print(texts.REASSESSED_KEPT if applies else texts.REASSESSED_SHOWN)


def _rows(
    found: Iterable[Reassessed], counted: Counter[str]
) -> Iterator[tuple[str, str, str, str]]:
    counted.update(all=0, other=0, left=0)
    for each in found:
        counted.update(all=each.is_judged, other=bool(each.changes), left=not each.is_judged)
        for change in each.changes:
            yield each.letter_id, change.what, change.before, change.after
