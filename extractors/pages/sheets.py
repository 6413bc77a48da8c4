"""Read the code on sheets that a mailroom puts between letters before it scans them.

Such a sheet says by its bar code or QR code alone that another letter begins: its print may be
lost in the scan, or there may be none. Codes on letters and envelopes say something else.
"""

import re
from typing import Final

import zxingcpp

from extractors.document import PageImage

# What scanners and archives print on separator sheets; "PATCHT" is the usual one.
_SEPARATES: Final = re.compile(
    r"\s*(patch[\s_-]?(code)?[\s_-]?(t|[1-6]|i{1,3}|iv|vi?)|(doc(ument)?[\s_-]?)?sep(arator)?|scheiding\w*"
    r"|nieuwe?[\s_-]?(brief|document|dossier)|new[\s_-]?(document|file))\s*",
    re.IGNORECASE,
)
_FORMATS: Final = zxingcpp.BarcodeFormats(
    (
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.Code39,
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
    )
)
PLAIN: Final = 64  # levels of grey: the bars of a code stand out by more


def has_separator_code(image: PageImage) -> bool:
    """Tell whether a code on the page says that a letter ends here."""
    # A clean back of a sheet holds no code, and to look for one takes as long as all its finders.
    if int(image.pixels.max()) - int(image.pixels.min()) < PLAIN:
        return False
    # Nobody prints such a sheet in negative, and to look for that as well takes twice as long.
    codes = zxingcpp.read_barcodes(image.pixels, formats=_FORMATS, try_invert=False)
    return any(_SEPARATES.fullmatch(code.text) for code in codes)
