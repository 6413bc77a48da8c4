"""What a computer adds to a born-digital PDF: a certificate signature or a drawn one."""

import datetime as dt
import hashlib
import io
from collections.abc import Iterator

import pikepdf
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from maker import pen
from maker.sheet import Mark

POINTS_PER_MM = 72 / 25.4
PAGE_HEIGHT = 841.89


def sign(pdf: bytes, name: str, mark: Mark) -> bytes:
    """Sign with a certificate made on the spot; its key is thrown away.

    The key is new each time, so these bytes differ from run to run.
    """
    signer = _signer(name)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    left, foot = mark.x * POINTS_PER_MM, PAGE_HEIGHT - mark.y * POINTS_PER_MM
    box = (round(left), round(foot), round(left + 170), round(foot + 42))
    spec = fields.SigFieldSpec("Handtekening", on_page=mark.page - 1, box=box)
    meta = signers.PdfSignatureMetadata(field_name="Handtekening", location="Nederland")
    signed = signers.PdfSigner(meta, signer, new_field_spec=spec).sign_pdf(writer)
    return bytes(signed.getbuffer())


def _signer(name: str) -> signers.SimpleSigner:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Voorbeeldcertificaat, geen waarde"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(hashlib.sha256(name.encode()).digest()[:12]))
        .not_valid_before(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2036, 1, 1, tzinfo=dt.UTC))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(
            certificate.public_bytes(serialization.Encoding.DER)
        ),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def annotate(pdf: bytes, seed: str, mark: Mark, *, width: float = 45.0) -> bytes:
    """Draw a signature as an ink annotation, as PDF viewers on a tablet do."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        paths = list(_paths(seed, mark, width))
        xs = [value for path in paths for value in path[0::2]]
        ys = [value for path in paths for value in path[1::2]]
        rectangle = [min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2]
        shown = pikepdf.Stream(document, _content(paths))
        shown.Type, shown.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        shown.BBox = pikepdf.Array(rectangle)
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Ink,
            Rect=rectangle,
            InkList=pikepdf.Array([pikepdf.Array(path) for path in paths]),
            C=[0.05, 0.1, 0.45],
            F=4,
            M="D:20261110194200+01'00'",
            AP=pikepdf.Dictionary(N=document.make_indirect(shown)),
        )
        page = document.pages[mark.page - 1]
        page.Annots = pikepdf.Array([document.make_indirect(note)])
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _paths(seed: str, mark: Mark, width: float) -> Iterator[list[float]]:
    strokes = pen.signature(seed)
    xs = [x for stroke in strokes for x, _ in stroke]
    low = min(y for stroke in strokes for _, y in stroke)
    unit = width * POINTS_PER_MM / (max(xs) - min(xs))
    left, foot = mark.x * POINTS_PER_MM, PAGE_HEIGHT - mark.y * POINTS_PER_MM
    for stroke in strokes:
        yield [
            round(value, 2)
            for x, y in stroke[::3]
            for value in (left + (x - min(xs)) * unit, foot + (y - low) * unit)
        ]


def _content(paths: list[list[float]]) -> bytes:
    parts = ["0.05 0.1 0.45 RG 1.4 w 1 J 1 j"]
    for path in paths:
        pairs = list(zip(path[0::2], path[1::2], strict=True))
        parts.append(f"{pairs[0][0]} {pairs[0][1]} m")
        parts += [f"{x} {y} l" for x, y in pairs[1:]]
        parts.append("S")
    return "\n".join(parts).encode()
