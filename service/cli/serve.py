"""`postkamer serve`: the whole product on this machine."""

from typing import Annotated

import typer

from service.bootstrap.serve import holding, listen, prepare, supervisor
from service.bootstrap.web import first_link
from service.cli.processes import Config, settings_for
from service.texts import serving as texts


def serve(
    config: Config = None,
    host: Annotated[str | None, typer.Option(metavar="ADRES", help="Waar te luisteren.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Poort; 0 kiest.")] = None,
) -> None:
    """Start Postkamer: website, API, lezen, bezorgen en mappen; stopt netjes bij Ctrl-C."""
    settings = settings_for("serve", config)
    given = {"host": host, "port": port}
    settings = settings.model_copy(update={key: at for key, at in given.items() if at is not None})
    with holding(settings):
        store = prepare(settings)
        listening = listen(settings)
        url = settings.public_url or f"http://{settings.host}:{listening.port}"
        link = first_link(settings.model_copy(update={"public_url": url}), store)
        store.database.close()  # the processes open their own
        typer.echo(texts.SERVING.format(url=url, data=settings.data.absolute()), err=True)
        if link is not None:
            typer.echo(texts.FIRST_LINK.format(link=link), err=True)
        supervisor(settings, listening, config).run()
    typer.echo(texts.STOPPED, err=True)
