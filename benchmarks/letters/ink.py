"""Puts ink on printed pages: on pictures for paper, as objects in a born-digital PDF."""

import datetime as dt
import io
import tempfile
from pathlib import Path

import cv2
import numpy as np
import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from numpy.typing import NDArray
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from benchmarks.letters.dice import Dice
from benchmarks.letters.sheet import HEIGHT, Spot
from benchmarks.letters.signatures import drawn_ink, lay_ink, signature_ink, strokes
from benchmarks.letters.stamps import round_stamp

Grey = NDArray[np.uint8]
DOT = 300 / 72  # pixels per point at which pages are drawn


def sign_on_paper(dice: Dice, page: Grey, spot: Spot, *, sign: str, split: str) -> None:
    """Put a signature, initials or a stamp near a spot of a page at 300 dpi."""
    x, y = int(spot.x * DOT), int(spot.top * DOT)
    tall = int(spot.height * DOT)
    if sign == "stempel":
        lay_ink(page, round_stamp(dice), x + dice.whole(0, 80), y - 60)
        return
    width = dice.whole(110, 190) if sign == "paraaf" else dice.whole(330, 720)
    ink = drawn_ink(dice, width, loops=2) if sign == "paraaf" else signature_ink(dice, split, width)
    if ink.shape[0] > tall * 1.5:
        scale = tall * 1.5 / ink.shape[0]
        ink = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    down = (tall - ink.shape[0]) // 2 + dice.whole(-15, 25)
    lay_ink(page, ink, x + dice.whole(-20, 160), y + down, strength=dice.between(0.6, 1.0))


def paste_picture(dice: Dice, pdf: Path, spot: Spot, split: str) -> None:
    """Paste a picture of a signature into a born-digital PDF, as Word users do."""
    ink = signature_ink(dice, split, 420)
    _, data = cv2.imencode(".png", ink)
    with tempfile.TemporaryDirectory() as folder:
        layer = Path(folder) / "layer.pdf"
        mask = [245, 255] if dice.chance(0.5) else None  # see-through or a white box
        _picture_layer(layer, data.tobytes(), spot, ratio=ink.shape[1] / ink.shape[0], mask=mask)
        with (
            pikepdf.open(pdf, allow_overwriting_input=True) as target,
            pikepdf.open(layer) as source,
        ):
            target.pages[spot.page - 1].add_overlay(source.pages[0])
            target.save(pdf)


def _picture_layer(
    path: Path, png: bytes, spot: Spot, *, ratio: float, mask: list[int] | None
) -> None:
    """Write a page with only the picture."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - only digital letters need it
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    canvas = Canvas(str(path), pagesize=A4)
    width = min(130, spot.height * 0.95 * ratio)
    low = HEIGHT - spot.top - spot.height
    canvas.drawImage(ImageReader(io.BytesIO(png)), spot.x, low, width, width / ratio, mask=mask)
    canvas.save()


def annotate(dice: Dice, pdf: Path, spot: Spot) -> None:
    """Draw a signature as an ink annotation, as PDF viewers do."""
    width, low = 120.0, HEIGHT - spot.top - spot.height
    lines = [
        [(float(spot.x + x * width), float(low + (0.42 - y) * width)) for x, y in line]
        for line in strokes(dice)
    ]
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    box = [min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2]
    path = ["0 0 0.5 RG 1.2 w"]
    for line in lines:
        path.append(f"{line[0][0]:.1f} {line[0][1]:.1f} m")
        path += [f"{x:.1f} {y:.1f} l" for x, y in line[1:]]
        path.append("S")
    with pikepdf.open(pdf, allow_overwriting_input=True) as target:
        look = target.make_stream("\n".join(path).encode())
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, box
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Ink,
            Rect=box,
            InkList=[[n for point in line for n in point] for line in lines],
            F=4,
            AP=pikepdf.Dictionary(N=look),
        )
        page = target.pages[spot.page - 1]
        page.Annots = target.make_indirect([target.make_indirect(note)])
        target.save(pdf)


def certify(pdf: Path, name: str, day: dt.date) -> None:
    """Sign the PDF with a throw-away certificate in the writer's name."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = dt.datetime.combine(day, dt.time(), dt.UTC)
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
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - dt.timedelta(days=30))
        .not_valid_after(start + dt.timedelta(days=700))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        (store / "key.pem").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        (store / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        signer = signers.SimpleSigner.load(str(store / "key.pem"), str(store / "cert.pem"))
    with pdf.open("rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        out = signers.sign_pdf(
            writer, signers.PdfSignatureMetadata(field_name="Handtekening"), signer=signer
        )
        data = out.getbuffer().tobytes()
    pdf.write_bytes(data)
