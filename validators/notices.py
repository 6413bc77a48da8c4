"""Making the warnings of the report; when one is due is each rule's own business."""

from validators.report import Notice
from validators.texts import warning_text


def warn(code: str, *, when: bool, variant: str = "", **values: str) -> tuple[Notice, ...]:
    """Return the warning with its sentence, or nothing when it is not due.

    A warning that says something else in a special case has a variant of its sentence.
    """
    if not when:
        return ()
    words = f"{code}.{variant}" if variant else code
    return (Notice(code=code, message=warning_text(words, **values)),)
