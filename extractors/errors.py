"""What can be wrong with a file, as opposed to what can be wrong with a letter."""

import struct
import zlib
from typing import ClassVar, Final


class DocumentError(Exception):
    """A file that cannot be read; `code` is stable, the Dutch sentence comes from texts by code."""

    code: ClassVar[str] = "onleesbaar"

    def __init__(self, detail: str = "") -> None:
        """Keep `detail` (English, no letter text) for the log."""
        super().__init__(detail or self.code)
        self.detail = detail


class EmptyFileError(DocumentError):
    """The file has no bytes."""

    code = "leeg_bestand"


class UnknownFormatError(DocumentError):
    """The content is none of the formats that READERS know."""

    code = "geen_document"


class DamagedError(DocumentError):
    """The format is known but the content is broken beyond reading."""

    code = "beschadigd"


class PasswordError(DocumentError):
    """The file asks for a password."""

    code = "wachtwoord_nodig"


class NoPagesError(DocumentError):
    """The file is whole but has no page."""

    code = "geen_paginas"


class TooLargeError(DocumentError):
    """A page, picture or file is beyond the limits."""

    code = "te_groot"


class TooManyPagesError(DocumentError):
    """The file has more pages than the limits allow."""

    code = "te_veel_paginas"


class NothingToReadError(DocumentError):
    """No page holds anything a person could read: a picture of a few pixels, only blank pages."""

    code = "niets_te_lezen"


class ElsewhereError(DocumentError):
    """The pages only say that the content is to be seen with another program."""

    code = "inhoud_elders"


class TimeLimitError(DocumentError):
    """Reading took longer than the limits allow."""

    code = "tijd_op"


# What decoders raise on broken bytes, whatever their documentation says. Where a library has
# errors of its own that are none of these, the reader that imports it adds them. MemoryError is
# none of them: it says nothing of the bytes, and whoever set the limit tells which one it was.
DECODER_ERRORS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # with RecursionError and NotImplementedError
    SyntaxError,  # Pillow's word for a broken PNG
    TypeError,
    ValueError,  # with UnicodeDecodeError
    struct.error,
    zlib.error,
)
