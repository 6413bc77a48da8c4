"""The command `postkamer`: lists its commands and is the only place where the process ends.

Nothing is imported here that a command needs: who asks for help should not wait for a database.
"""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from service.cli.lazy import Announced, group_of
from service.cli.outlet import Outlet

COMMANDS = (
    Announced(
        "validate",
        "service.cli.validate:validate_command",
        "Lees brieven en zeg wat er ontbreekt en of zij op tijd zijn.",
    ),
    Announced(
        "termijn",
        "service.cli.termijn:termijn",
        "Reken uit of een bezwaar op tijd is, en wat er wanneer moet gebeuren; "
        "ook voor een klacht.",
    ),
    Announced(
        "serve",
        "service.cli.serve:serve",
        "Start Postkamer: website, API, lezen, bezorgen en mappen; stopt netjes bij Ctrl-C.",
    ),
    Announced(
        "worker",
        "service.cli.processes:worker",
        "Lees brieven uit de wachtrij en bezorg de rapporten; stopt netjes bij Ctrl-C.",
    ),
    Announced(
        "keeper",
        "service.cli.processes:keeper",
        "Doe wat steeds opnieuw moet: wachtrij, mappen, postbussen, bezorging.",
    ),
    Announced("web", "service.cli.processes:web", "Beantwoord verzoeken aan de website en de API."),
    Announced(
        "watch",
        "service.cli.watch:watch",
        "Loop één keer langs de mappen en mailboxen en zeg wat er binnenkwam.",
    ),
    Announced(
        "backup",
        "service.cli.backup:backup",
        "Maak een back-up, ook als Postkamer draait; een volgende keer alleen wat nieuw is.",
    ),
    Announced(
        "restore", "service.cli.backup:restore", "Zet een back-up terug op een lege installatie."
    ),
    Announced(
        "invite",
        "service.cli.invite:invite_command",
        "Maak een uitnodiging: een link die een keer werkt, drie dagen lang.",
    ),
    Announced(
        "brief",
        "service.cli.brief:brief_command",
        "Maak het concept van een brief aan de burger; een mens kijkt het na en stuurt het.",
    ),
    Announced(
        "doctor",
        "service.cli.doctor:doctor",
        "Zeg wat er op deze computer ontbreekt en hoe u eraan komt.",
    ),
    Announced("queue", "service.cli.queue:app", "Werk dat wacht, en wat apart is gelegd."),
    Announced("ledger", "service.cli.ledger:app", "Klopt alles wat binnenkwam met wat ervan werd?"),
    Announced(
        "reassess",
        "service.cli.reassess:reassess_command",
        "Toon wat de regels van nu anders zeggen; zonder --apply verandert er niets.",
    ),
    Announced(
        "audit",
        "service.cli.audit:app",
        "Het logboek: wie zag, wijzigde, uitvoerde en vernietigde wat.",
    ),
    Announced("key", "service.cli.key:app", "Sleutels waarmee andere systemen de API gebruiken."),
    Announced(
        "person",
        "service.cli.person:app",
        "Alles wat van één persoon bewaard is: uitgeven of vernietigen.",
    ),
    Announced(
        "encryption", "service.cli.encryption:app", "De versleuteling van alles wat bewaard is."
    ),
    Announced(
        "organisation", "service.cli.organisation:app", "De organisaties op deze installatie."
    ),
    Announced("account", "service.cli.account:app", "Accounts van mensen."),
    Announced(
        "retention",
        "service.cli.retention:app",
        "Brieven over de bewaartermijn: tonen, en vernietigen wat is goedgekeurd.",
    ),
    Announced("alerts", "service.cli.alerts:app", "Meldingen waar een beheerder naar moet kijken."),
    Announced("channel", "service.cli.channel:app", "Kanalen waar rapporten heen gaan."),
    Announced("deliveries", "service.cli.deliveries:app", "Rapporten die bezorgd zijn of worden."),
    Announced(
        "profiles",
        "service.cli.profiles:app",
        "Toon en controleer de profielen: wat elke organisatie van een brief vraagt.",
    ),
)

app = typer.Typer(
    name="postkamer",
    cls=group_of(COMMANDS),
    help="Leest bezwaarschriften en klachten en zegt wat er ontbreekt en of zij op tijd zijn.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; the only place where the process ends."""
    _use_utf8()
    _open_closed()
    err = sys.stderr
    try:
        try:
            ended: object = app(standalone_mode=False)
        finally:
            sys.stdout.flush()
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 - the border
        from service.cli.endings import end_of  # noqa: PLC0415 - nearly always there is none

        sys.exit(end_of(error, err))
    sys.exit(ended if isinstance(ended, int) else 0)


def _open_closed() -> None:
    """Give what was closed (`>&-`) a place to write to: who closes it wants the exit code only.

    Otherwise the next file that is opened would get the number of the output, and what a program
    prints would end up in it.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale, for JSON has no other encoding."""
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if isinstance(sys.stdout, TextIOWrapper):
        lines = sys.stdout.line_buffering
        # not detached: who reads files asks the first one where it writes
        sys.stdout = Outlet(
            sys.stdout.buffer, "utf-8", "replace", newline="\n", line_buffering=lines
        )


def _print_version(asked: bool) -> None:
    if asked:
        from service.bootstrap.machine import version  # noqa: PLC0415 - only who asks needs it

        typer.echo(f"postkamer {version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="De versie.")
    ] = False,
) -> None:
    """Say what every command takes."""
