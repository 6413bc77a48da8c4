"""Questions on the command line: asked and answered in Dutch."""

import typer

from service.texts import asking as texts
from service.usecases.errors import UsageError


def ask_sure(question: str) -> None:
    """Ask whether somebody is sure of what cannot be undone; whoever only presses Enter is not.

    Raises:
        UsageError: when they are not.

    """
    words = texts.SURE.format(question=question)
    answer = typer.prompt(words, default="", show_default=False).strip().lower()
    if answer not in texts.YES:
        raise UsageError(texts.NOTHING_DONE)
