"""Making the warnings of the report; when one is due is each rule's own business."""

from validators.report import Notice
from validators.texts import routing_text, warning_text


def warn(code: str, *, when: bool, **values: str) -> tuple[Notice, ...]:
    """Return the warning with its sentence, or nothing when it is not due."""
    return (Notice(code=code, message=warning_text(code, **values)),) if when else ()


def warn_and_tell(code: str, *, when: bool, sender: str | None) -> tuple[Notice, ...]:
    """Return the warning with what to write to the sender behind it, if there is anything."""
    if not when or sender is None:
        return warn(code, when=when)
    return advise(code, mailroom=warning_text(code), sender=sender)


def advise(code: str, *, mailroom: str, sender: str) -> tuple[Notice, ...]:
    """Return a warning that says what to do and what to write to the sender."""
    text = routing_text("met_afzender", mailroom=mailroom, sender=sender)
    return (Notice(code=code, message=text),)
