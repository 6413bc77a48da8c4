"""Certificate signatures of a PDF, checked with pyHanko on the untouched bytes.

What cannot be checked counts as no certificate: a letter is then signed by ink or not at all.
pyHanko takes most of a second to import, so it is imported when a file has a signature.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from extractors.document import Certificate
from extractors.errors import DECODER_ERRORS
from extractors.readers.pdf_structure import fields_of

if TYPE_CHECKING:
    from asn1crypto import x509  # type: ignore[import-untyped]
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.registry import SimpleTrustManager

SIGNATURE_MARK: Final = b"/ByteRange"


def find_certificates(data: bytes) -> tuple[Certificate, ...]:
    """Return the certificate signatures in the file; none when it has none that can be checked."""
    if SIGNATURE_MARK not in data:
        return ()
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415 - slow, and seldom needed
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        return tuple(_certificates(reader, data))
    except (PdfError, *DECODER_ERRORS):
        return ()


def _certificates(reader: "PdfFileReader", data: bytes) -> Iterator[Certificate]:
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    # Nothing is looked up over the network. A file gets a context of its own, so that certificates
    # that one file brings along are never known to the next.
    trust = ValidationContext(trust_manager=_system_trust(), allow_fetching=False)
    places = fields_of(data)
    for signature in reader.embedded_regular_signatures:
        found = _certificate(signature, trust)
        if found is not None:
            page, box = places.get(signature.field_name, (None, None))
            yield replace(found, page=page, box=box)


def _system_trust() -> "SimpleTrustManager":
    """Return what the operating system trusts; the list is read anew when a day has passed."""
    from oscrypto import trust_list  # type: ignore[import-untyped]  # noqa: PLC0415

    return _trust_in(tuple(root for root, _, _ in trust_list.get_list()))


@lru_cache(maxsize=1)
def _trust_in(roots: "tuple[x509.Certificate, ...]") -> "SimpleTrustManager":
    """Sort a hundred and more certificates once: they are the same objects all day."""
    from pyhanko_certvalidator.registry import SimpleTrustManager  # noqa: PLC0415

    return SimpleTrustManager.build(trust_roots=roots)


def _certificate(
    signature: "EmbeddedPdfSignature", trust: "ValidationContext"
) -> Certificate | None:
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    try:
        status = validate_pdf_signature(signature, signer_validation_context=trust)
    except DECODER_ERRORS:  # pyHanko's own for a signature that makes no sense are ValueErrors
        return None
    names = status.signing_cert.subject.native
    return Certificate(
        signer=str(names.get("common_name", "")),
        intact=bool(status.intact),
        valid=bool(status.valid),
        covers_whole_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        trusted=bool(status.trusted),
    )
