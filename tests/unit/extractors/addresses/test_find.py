import pytest

from extractors.addresses.find import find_addresses
from extractors.document import Box, Line, TextSource, Word
from extractors.element import Address
from tests.factories import make_letter, make_letter_page, make_page

ADDRESSES = {
    "Dorpsstraat 12\n2311 AB  Leiden": ("Dorpsstraat", "12", "2311 AB", "Leiden"),
    "J. de Vries, Dorpsstraat 12, 2311 AB Leiden": ("Dorpsstraat", "12", "2311 AB", "Leiden"),
    "J. de Vries Dorpsstraat 12 2311 AB Leiden": ("Dorpsstraat", "12", "2311 AB", "Leiden"),
    "wonende te Leiden aan de Breestraat 12, maakt": ("Breestraat", "12", "", "Leiden"),
    "te (2311 AB) Leiden aan de Breestraat 12 bis,": ("Breestraat", "12 bis", "2311 AB", "Leiden"),
    "wonende te Dorpsstraat\n12-3, 2311 AB Leiden": ("Dorpsstraat", "12-3", "2311 AB", "Leiden"),
    "te Dorpsstraat 12 A, 2311\nAB Leiden, maak": ("Dorpsstraat", "12 A", "2311 AB", "Leiden"),
    "Plein 1944 12\n6511 JK NIJMEGEN": ("Plein 1944", "12", "6511 JK", "Nijmegen"),
    "Postbus 400\n2300 AK LEIDEN": ("Postbus", "400", "2300 AK", "Leiden"),
    "2e Jan Steenstraat 12hs\n1072 NL Ede": ("2e Jan Steenstraat", "12hs", "1072 NL", "Ede"),
    "P.C. Hooftstraat 12\n1071 BX Amsterdam": ("P.C. Hooftstraat", "12", "1071 BX", "Amsterdam"),
    "'t Hof 5\n1757 PK 't Zand": ("'t Hof", "5", "1757 PK", "'t Zand"),
    "Kade t/o 5\n1011 AA Amsterdam": ("Kade", "t/o 5", "1011 AA", "Amsterdam"),
    "Op de Wal 343\n2392 XW Leiden": ("Op de Wal", "343", "2392 XW", "Leiden"),
    "Molenweg 5\n(achterhuis)\n3401 AB IJsselstein": ("Molenweg", "5", "3401 AB", "IJsselstein"),
    "Nieuwe 's-Gravelandseweg 1\n1405 HL Ede": ("Nieuwe 's-Gravelandseweg", "1", "1405 HL", "Ede"),
    "Breestraat 5, Leiden, 2311 AB": ("Breestraat", "5", "2311 AB", "Leiden"),
    "Kerkstraat 4\n2401 AA Alphen a/d Rijn": ("Kerkstraat", "4", "2401 AA", "Alphen a/d Rijn"),
    "Kerkstraat 4\n2500 AA 'S-GRAVENHAGE": ("Kerkstraat", "4", "2500 AA", "'s-Gravenhage"),
    "Merelhof 14, 7579 PC Hengelo\n(O). Mijn moeder": ("Merelhof", "14", "7579 PC", "Hengelo (O)"),
    "Merelhof 14, 4611 PC Bergen op\nZoom en": ("Merelhof", "14", "4611 PC", "Bergen op Zoom"),
    "Sint Jozefstraat 9-6021 EJ Budel": ("Sint Jozefstraat", "9", "6021 EJ", "Budel"),
    "Sint Jozefstraat 9-6, 6021 EJ Budel": ("Sint Jozefstraat", "9-6", "6021 EJ", "Budel"),
    "wonende Eerste Jacob van\nCampenstraat 3 bis, 4621 JS Goes": (
        "Eerste Jacob van Campenstraat", "3 bis", "4621 JS", "Goes",
    ),
    "Straat: Laan van Zuid\nHuisnummer: 12\nPostcode: 2500 XX\nPlaats: Rijswijk": (
        "Laan van Zuid", "12", "2500 XX", "Rijswijk",
    ),
    "Kerkstraat l2\n3SO1 AB  UTRECBT": ("Kerkstraat", "12", "3501 AB", "Utrecht"),
    "Kerkstraat 4\n6889B) Arnhem": ("Kerkstraat", "4", "6889 BJ", "Arnhem"),
    "Sterrenbosch:\n217\n3098 ZX Rotterdam": ("Sterrenbosch", "217", "3098 ZX", "Rotterdam"),
    "dorpsstraat 12\n1234 ab leiden": ("dorpsstraat", "12", "1234 AB", "Leiden"),
    "Wijdesteeg 4, Gouda": ("Wijdesteeg", "4", "", "Gouda"),
    "Hauptstraße 5\n48455 Bad Bentheim\nDuitsland": ("Hauptstraße", "5", "48455", "Bad Bentheim"),
    "Kerkstraat 5 bus 3\nB-2000 Antwerpen": ("Kerkstraat", "5", "B-2000", "Antwerpen"),
    "vader, 23-4-1951, Hertog Jan\nvan Brabantlaan 37, 1616 VW Hoorn": (
        "Hertog Jan van Brabantlaan", "37", "1616 VW", "Hoorn",
    ),
    "Piet Jansen\nvan Brabantlaan 37\n1616 VW Hoorn": (
        "Brabantlaan", "37", "1616 VW", "Hoorn",
    ),
    "Beatrixtaan 5\n2311 AB Leiden": ("Beatrixlaan", "5", "2311 AB", "Leiden"),
    "Oceaan 5\n2311 AB Leiden": ("Oceaan", "5", "2311 AB", "Leiden"),
    "Prins Christiaan 5\n2311 AB Leiden": ("Prins Christiaan", "5", "2311 AB", "Leiden"),
    "Nieuwstad 5-1-03\n6511 AB Nijmegen": ("Nieuwstad", "5-1-03", "6511 AB", "Nijmegen"),
    "Laan 1940-1945 12\n2311 AB Leiden": ("Laan 1940-1945", "12", "2311 AB", "Leiden"),
    "Kade t.o. 12, 1015 DX Amsterdam": ("Kade", "t.o. 12", "1015 DX", "Amsterdam"),
    "Dorpsstraat 12 2311-AB Leiden": ("Dorpsstraat", "12", "2311 AB", "Leiden"),
    "OUDE KERKSTRAAT 14 BIS\n3572 TJ UTRECHT": (
        "OUDE KERKSTRAAT", "14 BIS", "3572 TJ", "Utrecht",
    ),
    "Kerkelaan 12 achter\n1851 HE Heiloo": ("Kerkelaan", "12 achter", "1851 HE", "Heiloo"),
    "Voorstraat 9 wit, 8226KM Lelystad": ("Voorstraat", "9 wit", "8226 KM", "Lelystad"),
    "Kade 9 achter de kerk, 8226 KM Lelystad": ("Kade", "9", "8226 KM", "Lelystad"),
    "Dorpsweg 12 achter - 1697 KD Schellinkhout": (
        "Dorpsweg", "12 achter", "1697 KD", "Schellinkhout",
    ),
    "Adres: Aarle 18 a te Best (5685 XX)": ("Aarle", "18 a", "5685 XX", "Best"),
    "woont op Kade 9 a en is 84, 8226 KM Lelystad": ("Kade", "9", "8226 KM", "Lelystad"),
    "wonende te Maastricht (6228 XT), Rijksweg 45, tekent": (
        "Rijksweg", "45", "6228 XT", "Maastricht",
    ),
    "Keulsekade 14 ws\n3531 JX Utrecht": ("Keulsekade", "14 ws", "3531 JX", "Utrecht"),
    "Hilledijk 115, 3 hoog\n3073 AD Rotterdam": (
        "Hilledijk", "115 3 hoog", "3073 AD", "Rotterdam",
    ),
    "te 6417 BR Heerlen aan de Akerstraat 210 c, met": (
        "Akerstraat", "210 c", "6417 BR", "Heerlen",
    ),
    "Rue de l'Eglise 27\nB-1000 Brussel": ("Rue de l'Eglise", "27", "B-1000", "Brussel"),
    "C. Lubbers          Marsdijk 4          9405 CC Assen": (
        "Marsdijk", "4", "9405 CC", "Assen",
    ),
    "Nel Kooij-de Vries, 't Zand 7 a 3, 1779 dk den oever, tel": (
        "'t Zand", "7 a 3", "1779 DK", "Den Oever",
    ),
    "Ria de Vries, Kade 3, 1779 DK in het dorp": ("Kade", "3", "1779 DK", ""),
    "woont te Vries, Kade 3, 9481 DK": ("Kade", "3", "9481 DK", "Vries"),
    "te (s256 PD) Heusden aan de Putterweg 4 D.": ("Putterweg", "4 D", "5256 PD", "Heusden"),
    "Zijlsinge! 30\n2013 DN Haarlem": ("Zijlsingel", "30", "2013 DN", "Haarlem"),
    "le Jan Smitstraat 30 hs\n2013 DN Haarlem": (
        "1e Jan Smitstraat", "30 hs", "2013 DN", "Haarlem",
    ),
    "J. le Roux\nKade 3\n2013 DN Haarlem": ("Kade", "3", "2013 DN", "Haarlem"),
    "lllestraat 6\n2013 DN Haarlem": ("Illestraat", "6", "2013 DN", "Haarlem"),
    "llperveld 6\n2013 DN Haarlem": ("Ilperveld", "6", "2013 DN", "Haarlem"),
    "Prinses lrenelaan 6\n2013 DN Haarlem": ("Prinses Irenelaan", "6", "2013 DN", "Haarlem"),
    "Kade 3\n2526 JG \u2018s-Gravenhage": ("Kade", "3", "2526 JG", "'s-Gravenhage"),
    "Kade 3\n2711 JG \u2018Zoetermeer": ("Kade", "3", "2711 JG", "Zoetermeer"),
    "Hertog Jan van Brabantiaan 3\n4811 DN Breda": (
        "Hertog Jan van Brabantlaan", "3", "4811 DN", "Breda",
    ),
    "Van der Helstptein 3\n3011 DN Rotterdam": ("Van der Helstplein", "3", "3011 DN", "Rotterdam"),
    "\u201ct Hof 105 | 2648 LP Delft": ("'t Hof", "105", "2648 LP", "Delft"),
    "\u2018tHof 53a | 9788HK Groningen": ("'t Hof", "53a", "9788 HK", "Groningen"),
    "Bosrand-126\n4880 DL Breda": ("Bosrand", "126", "4880 DL", "Breda"),
    "Oosterhout, W.A.J. van\nDe Ruyterlaan 253\n6711 HJ Ede": (
        "De Ruyterlaan", "253", "6711 HJ", "Ede",
    ),
    "Veld, Tineke in 't\nOude Rijksweg Noord 8\n7201 TM Zutphen": (
        "Oude Rijksweg Noord", "8", "7201 TM", "Zutphen",
    ),
    "Op gen Hek 31\n6462 XX Kerkrade": ("Op gen Hek", "31", "6462 XX", "Kerkrade"),
    "Op 'e Terp 3\n9163 GT Nes": ("Op 'e Terp", "3", "9163 GT", "Nes"),
    "Kade 99 e 4531 BM Terneuzen e 0115 612 007": ("Kade", "99", "4531 BM", "Terneuzen"),
    "Kade 99 e 4531 BM Terneuzen": ("Kade", "99 e", "4531 BM", "Terneuzen"),
    "Afz. W. Wijngaarden. Dorpsplein 11, 2411 BD Bodegraven": (
        "Dorpsplein", "11", "2411 BD", "Bodegraven",
    ),
    "- Kade 14 -\n- Winsum 9951 AJ -": ("Kade", "14", "9951 AJ", "Winsum"),
    "Bep Hoogland \u2014 Zeedijk 57 \u2014 1621 LC \u2014 Hoorn": (
        "Zeedijk", "57", "1621 LC", "Hoorn",
    ),
    "Nergenslaan 1\n9999 AA Nergenshuizen": ("Nergenslaan", "1", "9999 AA", "Nergenshuizen"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), ADDRESSES.items())
def test_address_is_read_in_its_parts(text: str, parts: tuple[str, str, str, str]) -> None:
    (found,) = find_addresses(make_letter(text).lines)

    assert found.address == Address(*parts)
    assert found.is_complete


@pytest.mark.parametrize(
    "text",
    [
        "Op 12 maart 2026 heb ik besluit 1234 AB ontvangen",
        "Het besluit van 2026 IN de zaak",
        "Bijlage 1\nBijlage 2",
        "Uw kenmerk 2026-AB van 3 mei",
        "Bergen op Zoom, 23-2-2026",
        "Leiden, 3 maart 2026",
        "Kenmerk ZK-2026-1234",
        "artikel 12 van de Wlz",
    ],
)
def test_what_is_no_address_gives_nothing(text: str) -> None:
    assert find_addresses(make_letter(text).lines) == ()


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Postbus 90\nKade 45 b\n3112 XP Schiedam", "Kade"),
        ("Kade 45\nPostbus 90\n3100 XP Schiedam", "Postbus"),
    ],
)
def test_a_postcode_belongs_to_the_nearest_of_street_and_box(text: str, street: str) -> None:
    found = find_addresses(make_letter(text).lines)

    assert [each.address.straat for each in found if each.address.postcode] == [street]


@pytest.mark.parametrize(
    ("sender", "place"),
    [
        ("J. van Leiden, Breestraat 3", ""),
        ("mevrouw Haarlem, Breestraat 3", ""),
        ("woont te Leiden, Breestraat 3", "Leiden"),
        ("uit Den Haag, Breestraat 3", "Den Haag"),
    ],
)
def test_a_surname_before_the_street_is_no_place(sender: str, place: str) -> None:
    (found,) = find_addresses(make_letter(sender).lines)

    assert found.address.plaats == place


def test_a_date_in_english_is_no_address() -> None:
    assert find_addresses(make_letter("Date: Mon, 16 Nov 2026 at 14:03").lines) == ()


def test_postcode_and_place_alone_are_not_a_complete_address() -> None:
    (found,) = find_addresses(make_letter("J. de Vries\n2311 AB Leiden").lines)

    assert not found.is_complete


def test_lines_above_the_address_are_given_nearest_first() -> None:
    (found,) = find_addresses(
        make_letter("J. de Vries\np/a De Brug\nKade 5\n1011 AA Amsterdam").lines
    )

    assert [line.text for line in found.head] == ["p/a De Brug", "J. de Vries"]


@pytest.mark.parametrize(("usual", "wide"), [(4, 11), (2.25, 6.75)])  # three spaces of 9 points
def test_a_gap_wider_than_the_others_parts_a_name_from_the_street(
    usual: float, wide: float
) -> None:
    x0, words = 70.0, []
    for word in ("Denise", "Landveld|", "De", "Meent", "322|", "2615", "EL", "Delft"):
        text = word.rstrip("|")
        words.append(Word(text, Box(x0, 60, x0 + 6 * len(text), 70), 0.9))
        x0 += 6 * len(text) + (usual if text == word else wide)
    (found,) = find_addresses([Line(tuple(words), 1)])
    assert found.address == Address("De Meent", "322", "2615 EL", "Delft")
    assert found.before.strip(" ,") == "Denise Landveld"


@pytest.mark.parametrize("sign", [",", ".", ""])
def test_what_a_scan_makes_of_the_comma_behind_a_name_is_no_street(sign: str) -> None:
    letter = make_letter(f"Janneke Roorda-Vos{sign} Emmaweg 29, 1241 LG Kortenhoef")
    (found,) = find_addresses(letter.lines, ["Janneke Roorda-Vos"])
    assert found.address.straat == "Emmaweg"


@pytest.mark.parametrize(
    ("line", "place", "is_sure"),
    [
        ("2945 BA Krimp", "Krimp", False),
        ("1191 MB Ouderkerk aan de Ar@st", "Ouderkerk", False),
        ("2945 BA Krimpen", "Krimpen", True),
        ("2945 BA Krimpen aan den IJssel", "Krimpen aan den IJssel", True),
    ],
)
def test_a_place_that_a_stamp_left_in_part_is_no_other_place_and_not_sure(
    line: str, place: str, is_sure: bool
) -> None:
    page = make_page(f"Molenweg 232\n{line}", source=TextSource.OCR, confidence=0.9)
    (found,) = find_addresses(make_letter_page(page).lines)
    assert found.address.plaats == place
    assert (found.score > 0.6) is is_sure
