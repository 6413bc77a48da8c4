"""Sound input for each target, for fuzzing to start from; all people in it are invented."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests import mails, outlook, zips
from tests.hostile import pdfs, pictures
from tests.pages import LINES, encoded, picture, scan_pdf, text_pdf

LETTER = "\n".join(LINES)
DATES = (
    "12 oktober 2026", "d.d. l2 0ktober 2026", "3-3-'26", "2026-10-12", "31 november 2026",
    "1e januari", "twaalf oktober tweeduizend zesentwintig", "oktober 2026", "12 / 10 / 2026",
)  # fmt: skip
NUMBERS = ("BSN: 999990019", "burgerservicenummer 9999 90 019", "bsn 9999.90.019", "99999 00l9")
ADDRESSES = (
    "Dorpsstraat 12\n3512 AB Utrecht",
    "Postbus 1234\n3500 AA UTRECHT",
    "J. Bakker, Kerkplein 3-bis, 1234AB 's-Gravenhage",
    "Rue de la Loi 16\n1000 Bruxelles\nBelgië",
)
MANIFESTS = (
    "file,received,postmarked,channel,profile\na.pdf,2026-11-20,,post,awb\n",
    'file;received\n"a;b.pdf";2026-11-20\n',
    "\ufefffile\r\na.pdf\r\n",
)
UPLOAD = (
    b'--grens\r\nContent-Disposition: form-data; name="profile"\r\n\r\nawb\r\n'
    b'--grens\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
    b"Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--grens--\r\n"
)


CORPUS = Path(__file__).with_name("corpus")


def seeds(target: str) -> tuple[bytes, ...]:
    """Return what fuzzing of a target starts from: sound input, and what was found before."""
    return (*sound(target), *found(target))


def sound(target: str) -> tuple[bytes, ...]:
    """Return input with which nothing is wrong."""
    made = MADE.get(target)
    return made() if made else tuple(text.encode() for text in _texts(target))


def found(target: str) -> tuple[bytes, ...]:
    """Return what fuzzing found to go new ways, and what once broke the target."""
    return tuple(each.read_bytes() for each in sorted((CORPUS / target).glob("*.bin")))


def _texts(target: str) -> tuple[str, ...]:
    own = {
        "dates": DATES,
        "citizen_number": NUMBERS,
        "address": ADDRESSES,
        "manifest": MANIFESTS,
    }[target]
    return (*own, "\n".join(own)) if target == "manifest" else (*own, LETTER + "\n".join(own))


def _pictures() -> tuple[bytes, ...]:
    small = picture(dpi=30)
    kinds = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
    return (
        *(encoded(small, kind) for kind in kinds),
        encoded(small.convert("1"), "TIFF", compression="group4"),
        encoded(small, "TIFF", compression="tiff_lzw", save_all=True, append_images=[small]),
        encoded(small, "JPEG", progressive=True),
        pictures.looping_tiff(),
        pictures.picture_with_odd_directions(),
    )


def _pdfs() -> tuple[bytes, ...]:
    return (
        text_pdf(),
        scan_pdf(picture(dpi=20)),
        pdfs.form_in_itself(),
        pdfs.fields_in_a_ring(),
        pdfs.glyph_in_itself(),
        pdfs.objects_in_themselves(),
        pdfs.note_in_itself(),
        pdfs.holds_a_program(),
    )


def _archives() -> tuple[bytes, ...]:
    told = b"file,received\na.pdf,2026-11-20\n"
    return (
        zips.make_zip({"a.pdf": zips.pdf(), "map/b.pdf": zips.pdf("b" * 5_000)}),
        zips.make_zip({"a.pdf": zips.pdf(), "manifest.csv": told}, compress=False),
        zips.with_link(),
        zips.as_encrypted(zips.make_zip({"a.pdf": zips.pdf()})),
    )


def _messages() -> tuple[bytes, ...]:
    inner = mails.attach(mails.message(html="<p>Geachte <b>heer</b></p>"))
    outer = mails.message()
    outer.add_attachment(inner)
    zipped = mails.attach(mails.message(), _archives()[0], "post.zip", "application/zip")
    made = outlook.outlook({outlook.SUBJECT: "bezwaar", outlook.BODY: mails.LETTER})
    return (inner.as_bytes(), outer.as_bytes(), zipped.as_bytes(), made)


def _documents() -> tuple[bytes, ...]:
    return (*_pictures(), *_pdfs())


def _beheaded() -> tuple[bytes, ...]:
    return tuple(each.removeprefix(b"%PDF-1.7\n") for each in _pdfs())


def _uploads() -> tuple[bytes, ...]:
    return (UPLOAD,)


MADE: Final[dict[str, Callable[[], tuple[bytes, ...]]]] = {
    "document": _documents,
    "picture": _pictures,
    "pdf": _beheaded,
    "archive": _archives,
    "message": _messages,
    "mail": _messages,
    "upload": _uploads,
}
