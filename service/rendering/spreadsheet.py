"""CSV that Dutch Excel opens by a double click: semicolons, a byte order mark, comma decimals.

A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Sequence

CONTENT_TYPE = "text/csv; charset=utf-8"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | None


def written(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""Return a table as CSV, its byte order mark included.

    >>> written(["naam", "deel"], [["=1+1", 0.5], ["b", None]])
    "\ufeffnaam;deel\r\n'=1+1;0,5\r\nb;\r\n"
    """
    out = io.StringIO("\ufeff", newline="")
    out.seek(0, io.SEEK_END)
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([_text(head) for head in heads])
    lines.writerows([[_text(cell) for cell in row] for row in rows])
    return out.getvalue()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case float():
            return f"{cell:.4f}".rstrip("0").rstrip(".").replace(".", ",")
        case int():
            return str(cell)
        case _:
            return f"'{cell}" if cell.startswith(FORMULA) else cell
