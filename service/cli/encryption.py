"""`postkamer encryption`: the key with which everything is kept."""

import typer

from service.bootstrap.encryption import replace_key
from service.cli.processes import Config
from service.settings import read_settings

app = typer.Typer(
    name="encryption", help="De versleuteling van alles wat bewaard is.", no_args_is_help=True
)
REPLACED = (
    "Er is een nieuwe sleutel en alles is daarmee versleuteld: {values} gegevens en {originals} "
    "originelen. Maak nu een kopie van {key_file} en bewaar die apart; een back-up van eerder is "
    "alleen te lezen met de kopie die u daarvan had."
)


@app.callback()
def _options() -> None:
    """Keep `rotate` a command of its own, although it is the only one."""


@app.command()
def rotate(config: Config = None) -> None:
    """Vervang de sleutel en versleutel alles opnieuw; de service moet stilstaan."""
    done = replace_key(read_settings(config))
    typer.echo(
        REPLACED.format(values=done.values, originals=done.originals, key_file=done.key_file)
    )
