"""Make the Word template of letters: `python scripts/letters/template.py FILE`.

What stands between braces is filled in by `service/rendering/brieven/docx.py`. The address lies in
the window of an envelope, as in the PDF: see `brief.typ`.
"""

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FONT = "Arial"
GREY = RGBColor(0x4D, 0x4D, 0x4D)
MADE = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - Word keeps times without a zone
LABEL_WIDTH = Mm(28)
# Word cannot put the middle of the lines at 63,5 mm from the top (NEN 1026): three lines and the
# return address above them do so when they begin here.
WINDOW = {"x": Mm(25), "y": Mm(51), "w": Mm(85), "h": Mm(31)}


def main() -> None:
    """Write the template."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    _write(document)
    properties = document.core_properties
    properties.title, properties.author = "{{ onderwerp }}", "{{ organisatie }}"
    properties.created = properties.modified = MADE
    properties.language = "nl-NL"
    properties.comments = ""
    written = io.BytesIO()
    document.save(written)
    Path(sys.argv[1]).write_bytes(_repacked(written.getvalue()))


def _repacked(document: bytes) -> bytes:
    """Pack the parts with one fixed time, so that the same script makes the same file."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return written.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(26)
    section.footer_distance = Mm(15)


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    normal = _style(document, "Normal", size=10.5, after=8)
    normal.paragraph_format.line_spacing = 1.15
    _style(document, "Heading 1", size=13, bold=True, before=14, after=12)
    _style(document, "Heading 2", size=10.5, bold=True, before=12, after=3)
    _style(document, "List Bullet", size=10.5, after=8)
    _style(document, "Footer", size=8.5, grey=True).paragraph_format.tab_stops.clear_all()
    for name in ("Brief Regel", "Brief Adres", "Brief Kop"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    line = _style(document, "Brief Regel", size=10.5)
    line.paragraph_format.tab_stops.add_tab_stop(LABEL_WIDTH)
    _style(document, "Brief Adres", size=10.5, after=8).paragraph_format.left_indent = Mm(6)
    for name in ("List Bullet", "Brief Adres"):
        _keep_close(document, name)
    _style(document, "Brief Kop", size=14, bold=True)


def _style(  # noqa: PLR0913 - what a style has
    document: WordDocument,
    name: str,
    *,
    size: float,
    bold: bool = False,
    grey: bool = False,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - all that are named here are
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = GREY if grey else RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    style.element.get_or_add_rPr().append(language)
    return style


def _keep_close(document: WordDocument, name: str) -> None:
    """Leave no space between paragraphs of one style, only around them."""
    properties = document.styles[name].element.get_or_add_pPr()
    properties.append(OxmlElement("w:contextualSpacing"))


def _write(document: WordDocument) -> None:
    _framed(document.add_paragraph("{{ organisatie }}", "Brief Kop"), y=Mm(16), h=Mm(10))
    window = [
        *("{%p if retouradres %}", "{{ retouradres }}", "{%p endif %}"),
        *("{%p for regel in adres %}", "{{ regel }}", "{%p endfor %}"),
    ]
    for text in window:
        paragraph = document.add_paragraph(text, "Brief Regel")
        _framed(paragraph, y=WINDOW["y"], h=WINDOW["h"])
        if text == "{{ retouradres }}":
            paragraph.runs[0].font.size = Pt(7)
            paragraph.runs[0].font.color.rgb = GREY
            paragraph.paragraph_format.space_after = Pt(3)
    _references(document)
    document.add_paragraph("{{ onderwerp }}", "Heading 1")
    document.add_paragraph("{{ aanhef }}", "Normal")
    _blocks(document)
    _ending(document)
    _footer(document)


def _framed(paragraph: Paragraph, *, y: int, h: int) -> None:
    """Lay a paragraph at a place on the page, whatever stands around it."""
    frame = OxmlElement("w:framePr")
    places = {"w": WINDOW["w"] if h > Mm(10) else Mm(160), "h": h, "x": WINDOW["x"], "y": y}
    for name, value in places.items():
        frame.set(qn(f"w:{name}"), str(round(value / 635)))  # English metric units -> twips
    for name, text in {"hRule": "exact", "hAnchor": "page", "vAnchor": "page"}.items():
        frame.set(qn(f"w:{name}"), text)
    frame.set(qn("w:wrap"), "notBeside")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no frames
    properties.insert_element_before(frame, "w:widowControl", "w:numPr", "w:spacing", "w:ind")


def _references(document: WordDocument) -> None:
    """Write date and references; the space above keeps them below the window."""
    first = _reference(document, "Datum", "datum")
    first.paragraph_format.space_before = Mm(70)
    for label, name in (("Ons kenmerk", "kenmerk"), ("Uw brief van", "uw_brief")):
        document.add_paragraph(f"{{%p if {name} %}}", "Brief Regel")
        _reference(document, label, name)
        document.add_paragraph("{%p endif %}", "Brief Regel")


def _reference(document: WordDocument, label: str, name: str) -> Paragraph:
    paragraph = document.add_paragraph("", "Brief Regel")
    paragraph.add_run(label).font.color.rgb = GREY
    paragraph.add_run(f"\t{{{{ {name} }}}}")
    return paragraph


def _blocks(document: WordDocument) -> None:
    rows = [
        ("{%p for blok in blokken %}", "Normal"),
        ('{%p if blok.soort == "kop" %}', "Normal"),
        ("{{ blok.tekst }}", "Heading 2"),
        ('{%p elif blok.soort == "tekst" %}', "Normal"),
        ("{{ blok.tekst }}", "Normal"),
        ('{%p elif blok.soort == "punten" %}', "Normal"),
        ("{%p for punt in blok.regels %}", "Normal"),
        ("{{ punt }}", "List Bullet"),
        ("{%p endfor %}", "Normal"),
        ("{%p else %}", "Normal"),
        ("{%p for regel in blok.regels %}", "Normal"),
        ("{{ regel }}", "Brief Adres"),
        ("{%p endfor %}", "Normal"),
        ("{%p endif %}", "Normal"),
        ("{%p endfor %}", "Normal"),
    ]
    for text, style in rows:
        document.add_paragraph(text, style)


def _ending(document: WordDocument) -> None:
    closing = document.add_paragraph("{{ groet }}", "Normal")
    closing.paragraph_format.space_before = Pt(14)
    closing.paragraph_format.space_after = Mm(15)
    closing.paragraph_format.keep_with_next = True
    document.add_paragraph("{%p for regel in ondertekening %}", "Brief Regel")
    document.add_paragraph("{{ regel }}", "Brief Regel").paragraph_format.keep_together = True
    document.add_paragraph("{%p endfor %}", "Brief Regel")
    document.add_paragraph("{%p if bijlagen %}", "Brief Regel")
    enclosed = document.add_paragraph("{{ bijlagen_kop }}", "Brief Regel")
    enclosed.paragraph_format.space_before = Pt(14)
    document.add_paragraph("{%p for bijlage in bijlagen %}", "Brief Regel")
    document.add_paragraph("{{ bijlage }}", "Brief Regel")
    document.add_paragraph("{%p endfor %}", "Brief Regel")
    document.add_paragraph("{%p endif %}", "Brief Regel")


def _footer(document: WordDocument) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{{ voettekst }}\tbladzijde ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" van ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a number that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


if __name__ == "__main__":
    main()
