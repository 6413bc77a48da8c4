"""Fields of a form that hold each other without end: whoever walks along them never comes back."""

from typing import Final

import pikepdf

MOST_FIELDS: Final = 100_000  # those within others each time they are held


def drop_endless_fields(pdf: pikepdf.Pdf) -> bool:
    """Take the form away when its fields have no end; tell whether that was so.

    What is seen of a field on a page stays there: that is a note of the page.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or not _is_endless(form.get("/Fields")):
        return False
    del pdf.Root["/AcroForm"]
    return True


def _is_endless(fields: pikepdf.Object | None) -> bool:
    waiting, seen = [fields], 0
    while waiting and seen <= MOST_FIELDS:
        held = waiting.pop()
        if isinstance(held, pikepdf.Array):
            seen += len(held)
            kids = (each.get("/Kids") for each in held if isinstance(each, pikepdf.Dictionary))
            waiting += [each for each in kids if each is not None]
    return seen > MOST_FIELDS
