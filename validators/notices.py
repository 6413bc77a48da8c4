"""Making the warnings of the report; when one is due is each rule's own business."""

from validators.report import Notice
from validators.texts.routing import routing_text
from validators.texts.warnings import warning_text


def warn(code: str, *, when: bool, variant: str = "", **values: str) -> tuple[Notice, ...]:
    """Return the warning with its sentence, or nothing when it is not due.

    A warning that says something else in a special case has a variant of its sentence.
    """
    if not when:
        return ()
    words = f"{code}.{variant}" if variant else code
    return (Notice(code=code, message=warning_text(words, **values)),)


def warn_and_tell(
    code: str, *, when: bool, sender: str | None, variant: str = "", **values: str
) -> tuple[Notice, ...]:
    """Return the warning with what to write to the sender behind it, if there is anything."""
    warned = warn(code, when=when, variant=variant, **values)
    if not warned or sender is None:
        return warned
    return advise(code, mailroom=warned[0].message, sender=sender)


def advise(code: str, *, mailroom: str, sender: str) -> tuple[Notice, ...]:
    """Return a warning that says what to do and what to write to the sender."""
    text = routing_text("met_afzender", mailroom=mailroom, sender=sender)
    return (Notice(code=code, message=text),)
