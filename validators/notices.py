"""Making the warnings of the report; when one is due is each rule's own business."""

from validators.report import Notice
from validators.texts import warning_text


def warn(code: str, *, when: bool, **values: str) -> tuple[Notice, ...]:
    """Return the warning with its sentence, or nothing when it is not due."""
    return (Notice(code=code, message=warning_text(code, **values)),) if when else ()
