"""PDFs whose pages are drawn without end, with fonts, colours and states that cannot be."""

from typing import Final

from tests.hostile.raw import FONT, LETTER, PAGE, one_page, packed, page_with, stream

FORM: Final = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
WIDE: Final = b"1" + b"0" * 30
MILLION: Final = 1_000_000


def _with_font(font: bytes, *more: bytes, show: bytes = LETTER) -> bytes:
    return one_page(stream(show), font, *more, page=page_with(b"/Font << /F1 5 0 R >>"))


def widths_beyond_all() -> bytes:
    """A font whose letters are wider than the earth."""
    widths = b"[" + (WIDE + b" ") * 256 + b"]"
    return _with_font(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 255 /Widths %s >>"
        % widths
    )


def widths_below_nothing() -> bytes:
    """A font whose letters run backwards, from letter two thousand million on."""
    return _with_font(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar -2147483648"
        b" /LastChar 2147483647 /Widths [-500 -500] >>"
    )


def widths_of_every_kind() -> bytes:
    """A font whose widths are texts, names, lists and nothing."""
    return _with_font(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar (a) /LastChar null"
        b" /Widths [(a) /b [1] null << >> 5 0 R] >>"
    )


def widths_without_end() -> bytes:
    """A font of two bytes a letter that gives one width to two thousand million letters."""
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 2147483647 500] /DW 99999 >>"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] >>"
    )
    return _with_font(font, inner)


def font_in_itself() -> bytes:
    """A font of two bytes whose descendant is itself."""
    return _with_font(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H"
        b" /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>"
    )


def font_of_noise() -> bytes:
    """A font whose letters are drawn by noise, in each of the three kinds there are."""
    noise = bytes((number * 73 + number // 3) % 256 for number in range(20_000))
    described = (
        b"<< /Type /FontDescriptor /FontName /A /Flags 32 /FontFile 7 0 R /FontFile2 7 0 R"
        b" /FontFile3 7 0 R /FontBBox [0 0 0 0] >>"
    )
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor 6 0 R >>"
    return _with_font(font, described, stream(noise, b"/Length1 2147483647 /Subtype /Type1C"))


def encoding_without_end() -> bytes:
    """A font with a million letters that were given another name."""
    names = b"/Differences [" + b"0 /eacute " * MILLION + b"]"
    return _with_font(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << %s >> >>" % names
    )


def map_in_itself() -> bytes:
    """A table of letters that is to be completed with itself."""
    table = stream(
        b"/CIDInit /ProcSet findresource begin begincmap /A usecmap endcmap",
        b"/Type /CMap /CMapName /A /UseCMap 6 0 R",
    )
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /ToUnicode 6 0 R"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A >>] >>"
    )
    return _with_font(font, table)


def map_elsewhere() -> bytes:
    """A table of letters that is to be read from another folder of the machine."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /..#2f..#2f..#2fetc#2fpasswd"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A >>] >>"
    )
    return _with_font(font)


def map_to_long_texts() -> bytes:
    """A font of which each letter stands for a text of a hundred thousand letters."""
    texts = b"".join(b"<%02x> <%s> " % (code, b"0061" * 100_000) for code in (0x61, 0x65))
    table = packed(b"begincmap 2 beginbfchar " + texts + b"endbfchar endcmap")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return _with_font(font, table)


def letters_of_no_size() -> bytes:
    """A letter that is printed at size nought, below nought and beyond all."""
    sizes = (b"0", b"-12", WIDE, b"0.0000000001", b"nan", b"1e9")
    shown = b" ".join(LETTER.replace(b"12 Tf", size + b" Tf") for size in sizes)
    return one_page(stream(shown + b" " + LETTER))


def letters_far_away() -> bytes:
    """A page whose letters stand at places beyond what a number can hold."""
    return one_page(
        stream(LETTER.replace(b"70 700", WIDE * 20 + b" -" + WIDE * 20) + b" " + LETTER)
    )


def scaled_without_end() -> bytes:
    """A page that is made twice as large ten thousand times."""
    return one_page(packed(b"2 0 0 2 0 0 cm " * 10_000 + LETTER))


def scaled_to_nothing() -> bytes:
    """A page whose lines are flattened to nothing, before and within a saved state."""
    return one_page(packed(b"q 0 0 0 0 0 0 cm " * 5_000 + LETTER + b" Q" * 9_000 + b" " + LETTER))


def million_paths() -> bytes:
    """A million small squares."""
    return one_page(packed(b"1 1 2 2 re f " * MILLION + LETTER))


def million_curves() -> bytes:
    """One line of a million curves, filled."""
    return one_page(packed(b"0 0 m " + b"9 9 5 5 0 9 c " * MILLION + b"f " + LETTER))


def million_clips() -> bytes:
    """A page that is cut out of itself two hundred thousand times."""
    return one_page(packed(b"0 0 595 842 re W n " * 200_000 + LETTER))


def dashes_without_end() -> bytes:
    """A line across the page of dashes of a millionth of a point."""
    return one_page(stream(b"[0.000001 0.000001] 0 d 0 0 m 595 842 l S " + LETTER))


def dashes_below_nothing() -> bytes:
    """Lines of dashes below nothing, of a width beyond all, with joints that do not exist."""
    return one_page(stream(b"[-1 -1] -5 d %s w 99 j -3 J 0 M 0 0 m 9 9 l S " % WIDE + LETTER))


def operators_without_operands() -> bytes:
    """Every operator there is without what it needs, and with a dictionary too many."""
    names = (
        b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i ID J j"
        b" K k l M m MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw"
        b" Tz v w W W* y ' \""
    ).split()
    bare = b" ".join(each for each in names if each not in {b"BI", b"ID"})
    full = b" ".join(b"<< /A [1 (b)] >> " + each for each in names if each not in {b"BI", b"ID"})
    return one_page(stream(bare + b"\n" + full + b"\n" + LETTER))


def marks_without_end() -> bytes:
    """Two hundred thousand marks around each other that are never closed."""
    return one_page(packed(b"/P << /MCID 0 >> BDC " * 200_000 + LETTER))


def text_within_text() -> bytes:
    """A hundred thousand blocks of text that begin within each other."""
    return one_page(packed(b"BT " * 100_000 + LETTER + b" ET" * 100_000))


def shades_without_end() -> bytes:
    """A shade that calls a function that is made of itself."""
    function = b"<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>"
    shade = b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842] /Function 6 0 R >>"
    page = page_with(b"/Shading << /S 5 0 R >>")
    return one_page(stream(b"/S sh " + LETTER), shade, function, page=page)


def sampled_without_end() -> bytes:
    """A shade by a function of eight inputs with a million samples each."""
    function = stream(
        b"\x00" * 100,
        b"/FunctionType 0 /Domain [0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1]"
        b" /Size [1000000 1000000 1000000 1000000 1000000 1000000 1000000 1000000]"
        b" /BitsPerSample 32",
    )
    shade = b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 6 0 R /Matrix [1 0 0 1 0 0] >>"
    page = page_with(b"/Shading << /S 5 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1"
                     b" /BaseFont /Helvetica >> >>")  # fmt: skip
    return one_page(stream(b"/S sh " + LETTER), shade, function, page=page)


def program_without_end() -> bytes:
    """A shade by a program of a hundred thousand steps for each point."""
    function = packed(
        b"{ " + b"dup mul 2 exp sqrt " * 25_000 + b"}",
        b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]",
    )
    shade = b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 6 0 R /Matrix [595 0 0 842 0 0] >>"
    page = page_with(b"/Shading << /S 5 0 R >>")
    return one_page(stream(b"/S sh " + LETTER), shade, function, page=page)


def mesh_without_end() -> bytes:
    """A shade of a million small triangles."""
    mesh = packed(
        b"\x00" + bytes(range(7)) * 1_000_000,
        b"/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 16 /BitsPerComponent 8"
        b" /BitsPerFlag 8 /Decode [0 595 0 842 0 1]",
    )
    page = page_with(b"/Shading << /S 5 0 R >>")
    return one_page(stream(b"/S sh " + LETTER), mesh, page=page)


def colours_in_a_ring() -> bytes:
    """A colour space that is based on itself."""
    space = b"[/Indexed 5 0 R 255 (abc)]"
    page = page_with(b"/ColorSpace << /C 5 0 R >>")
    return one_page(stream(b"/C cs 1 sc 9 9 99 99 re f " + LETTER), space, page=page)


def colours_without_end() -> bytes:
    """A colour that is mixed of a thousand inks by nobody."""
    inks = b" ".join(b"/Inkt%d" % number for number in range(1_000))
    space = b"[/DeviceN [%s] /DeviceCMYK 5 0 R]" % inks
    page = page_with(b"/ColorSpace << /C 5 0 R >>")
    return one_page(
        stream(b"/C cs " + b"1 " * 1_000 + b"scn 9 9 99 99 re f " + LETTER), space, page=page
    )


def glass_upon_glass() -> bytes:
    """Forty see-through groups upon each other, each as large as the page and twice drawn."""
    state = b"/ExtGState << /G << /ca 0.5 /SMask << /S /Luminosity /G %d 0 R >> >> >>"
    group = b"/Group << /S /Transparency /I true /K true >> "
    forms = [
        stream(
            b"/G gs /Fm Do /Fm Do",
            FORM + group + b"/Resources << /XObject << /Fm %d 0 R >> %s >>" % (n, state % n),
        )
        for n in range(6, 45)
    ]
    last = stream(LETTER, FORM + group + FONT)
    page = page_with(b"/XObject << /Fm 5 0 R >>")
    return one_page(stream(b"/Fm Do"), *forms, last, page=page)


def mask_of_itself() -> bytes:
    """A state whose mask is drawn with that state."""
    form = stream(
        b"/G gs 0 0 595 842 re f",
        FORM + b"/Group << /S /Transparency >> /Resources << /ExtGState << /G 6 0 R >> >>",
    )
    state = b"<< /SMask << /S /Alpha /G 5 0 R >> >>"
    page = page_with(b"/ExtGState << /G 6 0 R >>")
    return one_page(stream(b"/G gs " + LETTER), form, state, page=page)


def layers_in_a_ring() -> bytes:
    """Layers that are shown when they themselves are shown."""
    layer = b"<< /Type /OCMD /OCGs [5 0 R] /VE [/And 5 0 R [/Not 5 0 R]] >>"
    page = page_with(b"/Properties << /L 5 0 R >>")
    return one_page(stream(b"/OC /L BDC " + LETTER + b" EMC"), layer, page=page)


def hidden_by_white() -> bytes:
    """A letter over which a white sheet was laid: on paper nobody reads it."""
    return one_page(stream(LETTER + b" 1 1 1 rg 0 0 595 842 re f"))


def thousand_contents() -> bytes:
    """A page whose content is in a hundred thousand pieces, cut in the middle of words."""
    pieces = b"[" + b"5 0 R " * 100_000 + b"4 0 R]"
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents " + pieces)
    return one_page(stream(LETTER), stream(b" "), page=page)


def filters_upon_filters() -> bytes:
    """Content that says that it was packed five hundred times, and was not."""
    return one_page(stream(LETTER, b"/Filter [" + b"/ASCIIHexDecode " * 500 + b"]"))


def filter_unknown() -> bytes:
    """Content in a packing that nobody knows, and one that asks for a key."""
    return one_page(
        stream(LETTER, b"/Filter [/Crypt /Onbekend] /DecodeParms [<< /Name /Geheim >>]")
    )


def predictor_beyond_all() -> bytes:
    """Deflated content with a predictor of two thousand million columns of 64 bits."""
    parms = b"/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 2147483647 /BitsPerComponent 64 >>"
    return one_page(packed(LETTER, parms))


def inline_in_inline() -> bytes:
    """A hundred thousand images within the page, of one pixel each."""
    return one_page(packed(b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI " * 100_000 + LETTER))
