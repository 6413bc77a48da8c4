"""Which page is the letter, what is enclosed, and when a file holds two letters."""

from dataclasses import replace

import numpy as np
import pytest
import zxingcpp

from extractors.document import Document, Letter, Page, PageImage, PageRole, TextSource
from extractors.split import split
from tests.factories import HINTS, make_page

LETTER = """
A. Bakker
Lindelaan 4
2403 VB Alphen aan den Rijn

Zorg en Zekerheid
Postbus 400
2300 AK Leiden

Alphen aan den Rijn, 3 november 2026

Geachte heer, mevrouw,

Hierbij maak ik bezwaar tegen uw besluit van 1 oktober 2026. Ik ben het er niet mee eens
omdat mijn moeder de hele dag hulp nodig heeft en ik dat niet alleen kan.
"""
CLOSING = "\nHoogachtend,\n\n\nA. Bakker\n"
OTHER = LETTER.replace("A. Bakker", "C. Yilmaz").replace("2403 VB", "2311 GJ")
OTHER_CLOSING = CLOSING.replace("A. Bakker", "C. Yilmaz")
DECISION = """
Zorgkantoor
Postbus 400 2300 AK Leiden

Mevrouw A. Bakker
Lindelaan 4
2403 VB Alphen aan den Rijn

Datum: 1 oktober 2026
Ons kenmerk: ZK-1
Behandeld door: mevrouw De Wit

Geachte mevrouw Bakker,

U heeft een persoonsgebonden budget aangevraagd. Wij hebben besloten uw aanvraag af te wijzen.
Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken na verzending bezwaar maken.

Met vriendelijke groet,
namens het zorgkantoor, teammanager
"""
AUTHORISATION = """
MACHTIGING

Hierbij machtig ik mijn dochter om namens mij bezwaar te maken.

Volmachtgever: A. Bakker          Gemachtigde: B. Bakker
"""


CONSENT = """
Toestemmingsverklaring

Ik geef toestemming aan de persoon hieronder.
Naam:          A. Bakker
Geboortedatum: 3-4-1950

Degene die namens mij handelt:
Naam:          B. Bakker

Ik vraag hem om voor mij bezwaar te voeren en brieven te ontvangen.

Handtekening van mij
"""
BY_A_FIRM = """
Bureau Wegwijs

Gemeente Delft
Postbus 78
2600 ME Delft

Geachte leden van de commissie,

Met dit schrijven maakt de heer Bakker door tussenkomst van het bureau bezwaar tegen het besluit
om geen scootmobiel te verstrekken. De volmacht gaat hierbij.
"""


def roles(*texts: str) -> list[list[PageRole]]:
    pages = tuple(make_page(text, number=n) for n, text in enumerate(texts, start=1))
    letters = split(Document("application/pdf", pages), HINTS)
    return [[page.role for page in letter.pages] for letter in letters]


def doubts(*texts: str) -> list[bool]:
    pages = tuple(make_page(text, number=n) for n, text in enumerate(texts, start=1))
    return [each.may_hold_more for each in split(Document("application/pdf", pages), HINTS)]


def test_one_page_is_the_letter() -> None:
    assert roles(LETTER + CLOSING) == [[PageRole.LETTER]]


def test_an_enclosed_decision_is_told_apart() -> None:
    assert roles(LETTER + CLOSING, DECISION) == [[PageRole.LETTER, PageRole.DECISION]]


def test_a_decision_in_front_does_not_become_the_letter() -> None:
    assert roles(DECISION, LETTER + CLOSING) == [[PageRole.DECISION, PageRole.LETTER]]


def test_a_decision_alone_is_the_letter_so_that_it_is_judged() -> None:
    assert roles(DECISION) == [[PageRole.LETTER]]


def test_a_letter_goes_on_until_its_closing() -> None:
    second = "en daarom vraag ik u om mijn aanvraag opnieuw te bekijken.\n" + CLOSING
    assert roles(LETTER, second, DECISION) == [
        [PageRole.LETTER, PageRole.CONTINUATION, PageRole.DECISION]
    ]


def test_an_enclosed_machtiging_is_told_apart() -> None:
    assert roles(LETTER + CLOSING, AUTHORISATION) == [[PageRole.LETTER, PageRole.AUTHORISATION]]


def test_an_empty_back_is_blank() -> None:
    assert roles(LETTER + CLOSING, "") == [[PageRole.LETTER, PageRole.BLANK]]


def test_a_letter_of_somebody_else_is_a_second_letter() -> None:
    assert roles(LETTER + CLOSING, OTHER + OTHER_CLOSING) == [[PageRole.LETTER], [PageRole.LETTER]]


def test_a_copy_of_the_senders_earlier_letter_is_an_enclosure() -> None:
    earlier = LETTER.replace("3 november", "3 augustus")
    assert roles(LETTER + CLOSING, earlier + CLOSING) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


def test_name_and_signature_on_the_next_page_belong_to_the_letter() -> None:
    assert roles(LETTER + "\nHoogachtend,\n", "A. Bakker\n\nBijlagen: 1") == [
        [PageRole.LETTER, PageRole.CONTINUATION]
    ]


def test_an_authorisation_by_another_name_is_one() -> None:
    assert roles(LETTER + CLOSING, DECISION, CONSENT) == [
        [PageRole.LETTER, PageRole.DECISION, PageRole.AUTHORISATION]
    ]


def test_a_letter_without_i_comes_before_the_consent_behind_it() -> None:
    assert roles(BY_A_FIRM + CLOSING, CONSENT) == [[PageRole.LETTER, PageRole.AUTHORISATION]]


def letters_of(*texts: str) -> tuple[Letter, ...]:
    pages = tuple(make_page(text, number=n) for n, text in enumerate(texts, start=1))
    return split(Document("image/tiff", pages), HINTS)


def test_another_sender_begins_another_letter_also_when_the_first_was_not_closed() -> None:
    assert roles(LETTER, OTHER + OTHER_CLOSING) == [[PageRole.LETTER], [PageRole.LETTER]]


def test_behind_a_separator_sheet_a_bare_letter_is_a_letter() -> None:
    bare = OTHER.replace("Geachte heer, mevrouw,", "")
    assert roles(LETTER + CLOSING, "SCHEIDINGSBLAD 0042", bare) == [
        [PageRole.LETTER, PageRole.BLANK],
        [PageRole.LETTER],
    ]


def test_a_blank_back_cuts_nothing() -> None:
    second = "en daarom vraag ik u om mijn aanvraag opnieuw te bekijken.\n" + CLOSING
    assert roles(LETTER, "", second) == [[PageRole.LETTER, PageRole.BLANK, PageRole.CONTINUATION]]


def test_a_possible_second_letter_is_told_and_not_cut() -> None:
    nameless = OTHER.replace("2311 GJ", "").replace("C. Yilmaz", "")
    (letter,) = letters_of(LETTER + CLOSING, nameless)
    assert letter.may_hold_more


def test_enclosures_raise_no_doubt() -> None:
    doctor = (
        "Huisartsenpraktijk De Linde\nKerkplein 3\n2404 AB Alphen aan den Rijn\n\n"
        "Geachte collega,\n\nPatiënt is bij mij onder behandeling.\n\nMet groet,\nP. Arts"
    )
    (letter,) = letters_of(LETTER + CLOSING, DECISION, CONSENT, doctor)
    assert not letter.may_hold_more


def test_pages_that_were_scanned_in_the_wrong_order_are_read_in_the_right_one() -> None:
    second = "en daarom vraag ik u om mijn aanvraag te herzien.\n" + CLOSING + "\nPagina 2 van 2"
    (letter,) = letters_of(second, LETTER + "\nPagina 1 van 2")
    assert [page.page.number for page in letter.own_pages] == [2, 1]


def test_without_numbers_the_page_that_greets_comes_first() -> None:
    second = "en daarom vraag ik u om mijn aanvraag te herzien. Ik wacht af.\n" + CLOSING
    (letter,) = letters_of(second, LETTER)
    assert [page.page.number for page in letter.own_pages] == [2, 1]


DOCTOR = (
    "Huisartsenpraktijk De Bron\n\nGeachte collega,\n\nMevrouw is bij mij onder behandeling.\n\n"
    "Met collegiale groet,\n\nB. de Wit, arts"
)


def test_a_doctors_letter_does_not_go_on_from_one_whose_closing_was_lost() -> None:
    assert roles(LETTER, DECISION, DOCTOR) == [
        [PageRole.LETTER, PageRole.DECISION, PageRole.ATTACHMENT]
    ]


SUBMITTED = (
    "Digitaal loket\n\nSamenvatting van uw inzending\n\nNaam\nK. Bakker\n\n"
    "Wij vechten de weigering van jeugdhulp aan.\n\nDe praktijk neemt hem niet aan."
)


def test_a_doctors_letter_is_not_the_letter_behind_what_was_sent_with_a_form() -> None:
    assert roles(SUBMITTED, DOCTOR.replace("is bij mij", "is, verwacht ik, bij mij")) == [
        [PageRole.LETTER, PageRole.ATTACHMENT]
    ]


def test_a_letter_to_a_colleague_alone_is_the_letter_so_that_it_is_judged() -> None:
    assert roles(DOCTOR) == [[PageRole.LETTER]]


def test_the_second_page_on_top_needs_no_more_than_its_number() -> None:
    second = "Verzoek: kostprijs verlagen.\n\nMet groet,\n\n\nA. Bakker\n2403 VB Alphen\n\n"
    assert roles(second + "Pagina 2 van 2", LETTER + "\nPagina 1 van 2") == [
        [PageRole.CONTINUATION, PageRole.LETTER]
    ]


def test_the_second_page_of_another_paper_on_top_is_not_of_the_letter() -> None:
    second = "Verzoek: kostprijs verlagen.\n\nMet groet,\n\n\nA. Bakker\n2403 VB Alphen\n\n"
    assert roles(second + "Pagina 2 van 4", LETTER + "\nPagina 1 van 2") == [
        [PageRole.ATTACHMENT, PageRole.LETTER]
    ]


def sheet(code: str) -> Page:
    """Return a scanned page with nothing but a code on it."""
    drawn = np.array(
        zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128).to_image(scale=4)
    )
    pixels = np.full((1870, 1323), 255, np.uint8)
    pixels[300 : 300 + drawn.shape[0], 200 : 200 + drawn.shape[1]] = drawn
    image = PageImage(pixels, 160 / 72)
    return Page(2, 595, 842, (), TextSource.OCR, image)


@pytest.mark.parametrize(("code", "letters"), [("PATCHT", 2), ("3SABCD0123456", 1)])
def test_a_sheet_with_the_code_for_it_parts_letters_of_one_sender(code: str, letters: int) -> None:
    pages = (make_page(LETTER), sheet(code), make_page(LETTER, number=3))
    assert len(split(Document("application/pdf", pages), HINTS)) == letters


def test_a_coded_sheet_in_front_is_no_letter() -> None:
    pages = (replace(sheet("PATCHT"), number=1), make_page(LETTER, number=2))
    assert len(split(Document("application/pdf", pages), HINTS)) == 1


COMPLAINT = """
A. Bakker
Lindelaan 4
2403 VB Alphen aan den Rijn

Zorg en Zekerheid
Postbus 400
2300 AK Leiden

Alphen aan den Rijn, 3 november 2026

Betreft: klacht

Geachte heer, mevrouw,

Ik heb een klacht over uw medewerker aan de telefoon. Ik werd drie keer doorverbonden en toen
werd er opgehangen. Zo wil ik niet behandeld worden.

Met vriendelijke groet,

A. Bakker
"""
NEIGHBOUR = """
P. Smit
Lindelaan 6
2404 AB Alphen aan den Rijn

Zorg en Zekerheid
Postbus 400
2300 AK Leiden

Geachte heer, mevrouw,

Op verzoek van mijn buurvrouw verklaar ik dat zij de hele dag hulp nodig heeft. Ik zie dat zelf en
ik hoop dat u haar bezwaar toewijst.

Met vriendelijke groet,

P. Smit
"""
ENVELOPE = "Zorg en Zekerheid\nPostbus 400\n2300 AK Leiden"
FIRST, SECOND = [PageRole.LETTER], [PageRole.LETTER]


def test_two_at_one_address_who_both_object_write_two_letters() -> None:
    partner = (LETTER + CLOSING).replace("A. Bakker", "C. Yilmaz")
    assert roles(LETTER + CLOSING, partner) == [FIRST, SECOND]


def test_two_of_one_name_at_one_address_are_told_and_not_cut() -> None:
    partner = (LETTER + CLOSING).replace("A. Bakker", "C. Bakker").replace("moeder", "schoonmoeder")
    (letter,) = letters_of(LETTER + CLOSING, partner)
    assert letter.may_hold_more


def test_an_objection_and_a_complaint_of_one_day_are_two_letters() -> None:
    assert roles(LETTER + CLOSING, COMPLAINT) == [FIRST, SECOND]


def test_a_complaint_of_an_earlier_day_came_with_the_objection() -> None:
    (letter,) = letters_of(LETTER + CLOSING, COMPLAINT.replace("3 november", "12 mei"))
    assert not letter.may_hold_more


def test_a_later_letter_of_the_same_sender_is_told_and_not_cut() -> None:
    (letter,) = letters_of(LETTER + CLOSING, COMPLAINT.replace("3 november", "9 november"))
    assert letter.may_hold_more


def test_a_letter_with_its_own_copy_is_one_without_doubt() -> None:
    (letter,) = letters_of(LETTER + CLOSING, LETTER + CLOSING)
    assert not letter.may_hold_more


def test_the_statement_of_a_neighbour_is_no_letter() -> None:
    assert roles(LETTER + CLOSING, NEIGHBOUR) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


def test_who_speaks_of_the_sender_by_name_sends_no_other_letter() -> None:
    other = (OTHER + OTHER_CLOSING).replace("mijn moeder", "mevrouw Bakker")
    assert len(letters_of(LETTER + CLOSING, other)) == 1


def test_a_letter_on_two_pages_without_numbers_ends_where_another_begins() -> None:
    second = "en daarom vraag ik u om mijn aanvraag opnieuw te bekijken.\n" + CLOSING
    assert roles(LETTER, second, OTHER + OTHER_CLOSING) == [
        [PageRole.LETTER, PageRole.CONTINUATION],
        [PageRole.LETTER],
    ]


def test_what_was_enclosed_stays_with_the_letter_before_it() -> None:
    assert roles(LETTER + CLOSING, DECISION, CONSENT, OTHER + OTHER_CLOSING) == [
        [PageRole.LETTER, PageRole.DECISION, PageRole.AUTHORISATION],
        [PageRole.LETTER],
    ]


def test_envelopes_that_lie_on_top_stay_with_the_letter_behind_them() -> None:
    assert roles(ENVELOPE, LETTER + CLOSING, ENVELOPE, OTHER + OTHER_CLOSING) == [
        [PageRole.ENVELOPE, PageRole.LETTER],
        [PageRole.ENVELOPE, PageRole.LETTER],
    ]


def test_a_page_that_runs_on_begins_no_letter() -> None:
    second = "2311 GJ\nen daarom maak ik bezwaar omdat het anders niet gaat.\n" + OTHER_CLOSING
    assert len(letters_of(LETTER, second)) == 1


def test_a_day_on_top_is_no_page_number() -> None:
    dated = OTHER.replace("C. Yilmaz\nLindelaan", "22/10/2026\nC. Yilmaz\nLindelaan", 1)
    assert roles(LETTER + CLOSING, dated + OTHER_CLOSING) == [FIRST, SECOND]


PLAN = """
Zorgplan mevrouw Bakker

Doel: een stabiel gewicht. Elke maandag wegen en vocht bijhouden op de lijst van de cliënt.
Mobiliteit: loopt kleine stukken met de rollator onder toezicht van de begeleiding.
"""
NUMBERED = "\n\nPagina {} van {}\n"


def test_numbered_pages_of_a_plan_do_not_go_on_with_the_letter() -> None:
    pages = [PLAN + NUMBERED.format(number, 3) for number in (1, 2, 3)]
    assert roles(LETTER + CLOSING, *pages) == [[PageRole.LETTER] + [PageRole.ATTACHMENT] * 3]


def test_pages_behind_an_enclosure_that_count_on_are_of_it() -> None:
    bare = "De nacht was onrustig en er is twee keer hulp gegeven bij het draaien in bed."
    pages = [PLAN + NUMBERED.format(1, 2), bare + NUMBERED.format(2, 2)]
    assert roles(LETTER + CLOSING, *pages) == [[PageRole.LETTER] + [PageRole.ATTACHMENT] * 2]


def test_a_letter_that_goes_on_behind_an_enclosure_stays_the_letter() -> None:
    first = LETTER + NUMBERED.format(1, 2)
    second = "Ik vraag u dan ook om mijn bezwaar gegrond te verklaren." + NUMBERED.format(2, 2)
    own = second.replace("\n\nPagina", CLOSING + "\n\nPagina")
    assert roles(first, PLAN + NUMBERED.format(1, 2), own) == [
        [PageRole.LETTER, PageRole.ATTACHMENT, PageRole.CONTINUATION]
    ]


def test_a_page_that_was_read_in_part_is_never_the_letter() -> None:
    pages = (
        make_page(LETTER + CLOSING),
        replace(make_page("Pagina 2 van 2", number=2), in_part=True),
    )
    (letter,) = split(Document("application/pdf", pages), HINTS)
    assert letter.pages[1] not in letter.own_pages


FAX_COVER = """
FAX

Aan              Zorgkantoor, afdeling bezwaar
Faxnummer        0555 77 88 99
Van              Bureau Wegwijs
Aantal pagina's  2 (incl. voorblad)
Betreft          bezwaar de heer Bakker
"""
FORM = """
16-11-2026 21:04  Formulier bezwaar indienen - Gemeente Delft

Bezwaar maken

Uw gegevens, opgehaald met DigiD

Burgerservicenummer
999990019

Voornamen
Annelies Maria

Achternaam
Bakker

Geboortedatum
12-03-1984

Straatnaam en huisnummer
Lindelaan 4

Postcode
2403 VB

Woonplaats
Alphen aan den Rijn

Het besluit waartegen u bezwaar maakt
Besluit Wmo huishoudelijke ondersteuning

Datum van het besluit
22-10-2026
"""
FORM_GOES_ON = """
16-11-2026 21:04  Formulier bezwaar indienen - Gemeente Delft

Waarom maakt u bezwaar?
Omdat ik niet kan bukken en mijn rug steeds slechter wordt.

Ondertekening
Datum
16-11-2026
"""


def test_the_cover_of_a_fax_is_no_letter_and_lies_before_its_own() -> None:
    letter, cover = PageRole.LETTER, PageRole.ATTACHMENT
    assert roles(FAX_COVER, LETTER + CLOSING) == [[cover, letter]]
    assert doubts(FAX_COVER, LETTER + CLOSING) == [False]
    assert roles(OTHER + OTHER_CLOSING, FAX_COVER, LETTER + CLOSING) == [[letter], [cover, letter]]


def test_a_letter_written_on_the_cover_of_a_fax_is_a_letter() -> None:
    own = "Hierbij maak ik bezwaar, omdat mijn moeder hulp nodig heeft en ik het niet red."
    assert roles(FAX_COVER + own) == [[PageRole.LETTER]]
    assert roles(FAX_COVER + own, DECISION) == [[PageRole.LETTER, PageRole.DECISION]]


def test_a_form_begins_where_it_is_told_who_fills_it_in() -> None:
    assert roles(FORM, FORM_GOES_ON) == [[PageRole.LETTER, PageRole.CONTINUATION]]
    assert roles(FORM, LETTER + CLOSING) == [[PageRole.ATTACHMENT, PageRole.LETTER]]


def test_a_message_of_an_office_begins_no_letter() -> None:
    message = """
Van: bezwaar@zorgkantoor.example
Aan: a.bakker@voorbeeldpost.nl
Verzonden: maandag 2 november 2026 10:12
Onderwerp: Uw vraag

Geachte mevrouw Bakker,

Wij kunnen u nog geen antwoord geven.

Met vriendelijke groet,
L. Kuijt
"""
    assert roles(LETTER + CLOSING, message) == [[PageRole.LETTER, PageRole.ATTACHMENT]]
    assert doubts(LETTER + CLOSING, message) == [False]
    by_citizen = message.replace("bezwaar@zorgkantoor.example", "C. Yilmaz <c@voorbeeldpost.nl>")
    assert doubts(LETTER + CLOSING, by_citizen) == [True]


NOTE = """
A. Bakker
Lindelaan 4
2403 VB Alphen aan den Rijn

Zorg en Zekerheid
Postbus 400
2300 AK Leiden

3 november 2026

Geachte heer, mevrouw,

Bijgaand zend ik u mijn bezwaarschrift met bijlagen.

Met vriendelijke groet,


A. Bakker
"""


def test_a_note_that_hands_over_a_letter_is_not_the_letter() -> None:
    assert roles(NOTE, LETTER + CLOSING) == [[PageRole.ATTACHMENT, PageRole.LETTER]]
    assert doubts(NOTE, LETTER + CLOSING) == [False]
    assert roles(NOTE, DECISION) == [[PageRole.LETTER, PageRole.DECISION]]


def test_what_gives_another_address_behind_a_letter_came_with_it() -> None:
    bill = "Thuiszorg Anders\nIndustrieweg 8\n9403 AB Assen\n\nFactuurdatum 31-10-2026\nUren 12\n"
    assert roles(LETTER + CLOSING, bill, "Ondertekening\n\n15 december 2025") == [
        [PageRole.LETTER, PageRole.ATTACHMENT, PageRole.ATTACHMENT]
    ]
    name = "A. Bakker\nLindelaan 4\n2403 VB Alphen aan den Rijn"
    assert roles(LETTER + "\nHoogachtend,\n", name) == [[PageRole.LETTER, PageRole.CONTINUATION]]


def test_a_decision_goes_with_the_letter_of_whoever_it_was_sent_to() -> None:
    other = DECISION.replace("A. Bakker", "C. Yilmaz").replace("mevrouw Bakker", "mevrouw Yilmaz")
    other = other.replace("2403 VB", "2311 GJ")
    pair = [PageRole.DECISION, PageRole.LETTER]
    assert roles(DECISION, LETTER + CLOSING, other, OTHER + OTHER_CLOSING) == [pair, pair]
    behind = [PageRole.LETTER, PageRole.DECISION]
    assert roles(LETTER + CLOSING, DECISION, OTHER + OTHER_CLOSING) == [behind, [PageRole.LETTER]]


def test_a_doctor_who_writes_of_the_sender_begins_no_letter() -> None:
    doctor = """
Huisartsenpraktijk De Maas
Havenstraat 2, 3201 AB Spijkenisse

2 november 2026

Aan wie dit aangaat

Mevrouw A. Bakker is bij mij bekend met artrose en heeft bij alles hulp nodig.

Met collegiale groet,

P. Lems, huisarts
"""
    assert doubts(doctor, LETTER + CLOSING) == [False]
    assert len(doubts(doctor.replace("Bakker", "Zoutman"), LETTER + CLOSING)) == 2
    nurse = (
        "Zorg en Zekerheid\nPostbus 400\n2300 AK Leiden\n\nGeachte heer,\n\n{}\n\nHoogachtend,\n"
    )
    supports = "Als verpleegkundige van mevrouw Bakker wil ik haar bezwaar ondersteunen."
    assert doubts(LETTER + CLOSING, nurse.format(supports)) == [False]
    objects = "Als dochter van mevrouw Bakker maak ik bezwaar tegen uw besluit van 3 oktober."
    assert doubts(LETTER + CLOSING, nurse.format(objects)) == [True]


FOR_MOTHER = LETTER.replace("A. Bakker\nLindelaan 4\n2403 VB Alphen aan den Rijn\n", "").replace(
    "Geachte", "Betreft: bezwaar namens mijn moeder, mevrouw T. Schraven\n\nGeachte"
)
END = """
Het zorgkantoor wil niet luisteren.

Ik vraag u om het bezwaar gegrond te verklaren.

Oss, 5 november 2026

Hoogachtend,

Wim Verhallen
Kromstraat 41
5341 JC Oss
"""


def test_name_and_address_on_the_last_page_begin_no_letter() -> None:
    assert roles(FOR_MOTHER, END) == [[PageRole.LETTER, PageRole.CONTINUATION]]
    assert doubts(FOR_MOTHER, END) == [False]
    # Also when something short stands above the text: the letter before it was not closed.
    short = END.replace("Het zorgkantoor wil niet luisteren.", "Zorg en Zekerheid")
    assert len(letters_of(FOR_MOTHER, short)) == 1


SISTER = """
Lieve mensen van het zorgkantoor,

Ik ben de zus van {}. Elke ochtend om zes uur rijd ik daarheen.
Ik ben het niet eens met dit besluit.

Hartelijke groet,

Annemieke Duivenvoorden
Leidsestraat 77
2182 DK Hillegom

Alphen aan den Rijn, 3 november 2026
"""
FULL = LETTER.replace("A. Bakker", "Paulien Bakker") + CLOSING.replace("A. Bakker", "P. Bakker")


def test_who_stands_by_the_sender_sends_no_letter() -> None:
    assert roles(FULL, SISTER.format("Paulien")) == [[PageRole.LETTER, PageRole.ATTACHMENT]]
    assert doubts(FULL, SISTER.format("Paulien")) == [False]
    # By no name it may be of another: a person looks, and nothing is cut.
    assert doubts(FULL, SISTER.format("een vrouw")) == [True]


def test_a_letter_of_another_needs_no_word_for_what_it_is() -> None:
    laughed = OTHER.replace("Hierbij maak ik bezwaar tegen uw besluit van 1 oktober 2026. Ik", "Ik")
    told = laughed.replace("ben het er niet mee eens", "ben aan de telefoon uitgelachen")
    assert roles(LETTER + CLOSING, told + OTHER_CLOSING) == [FIRST, SECOND]


def test_one_reference_in_two_letters_is_one_matter() -> None:
    first = LETTER.replace("1 oktober 2026.", "1 oktober 2026, kenmerk ZK-2026-7781.") + CLOSING
    second = OTHER.replace("1 oktober 2026.", "1 oktober 2026, kenmerk ZK-2026-7781.")
    assert doubts(first, second + OTHER_CLOSING) == [True]
    another = second.replace("7781", "7782")
    assert len(letters_of(first, another + OTHER_CLOSING)) == 2


def test_paragraphs_that_count_on_are_of_one_letter() -> None:
    first = LETTER + "\n1. Het verslag klopt niet.\n\n2. Mijn arts is niet gehoord.\n"
    second = "{}. Over wie gaat het?\n\nDe heer B. Kolthof\nIndustrieweg 20\n9403 AB Assen\n\n"
    ends = "Zorg en Zekerheid\n\nDatum: 3 november 2026\n\nIk maak bezwaar tegen uw besluit.\n"
    assert doubts(first, second.format(3) + ends) == [False]
    assert doubts(first, second.format(1) + ends) == [True]


PERSONAL = """
Beste mevrouw Lindeman,

Ik schrijf u dit als mens. Mijn zoontje is overleden en de post bleef liggen. Ik vraag u met heel
mijn hart om het besluit terug te draaien.

Liefs en dank dat u dit las,

{}
"""


def test_a_page_that_greets_anew_is_of_whoever_signs_it() -> None:
    own, other = PERSONAL.format("A. Bakker"), PERSONAL.format("B. de Wit")
    assert roles(LETTER, own) == [[PageRole.LETTER, PageRole.CONTINUATION]]
    assert roles(LETTER, other) == [[PageRole.LETTER, PageRole.ATTACHMENT]]
    assert roles(LETTER + CLOSING, own) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


def test_a_letter_may_end_below_the_message_that_it_quotes() -> None:
    quoted = """
Van: D. Postma <postma@zorgkantoor.example>
Verzonden: maandag 9 november 2026 16:52
Aan: a.bakker@voorbeeldpost.nl
Onderwerp: RE: mijn vraag

Geachte mevrouw Bakker,

Ik heb u al drie keer gezegd dat u moet wachten.

Met vriendelijke groet,
D. Postma

U begrijpt dat ik hier boos over ben. Ik wil dat hij mij belt.

Met vriendelijke groet,

{}
"""
    own, other = quoted.format("A. Bakker"), quoted.format("D. Postma")
    assert roles(LETTER, own) == [[PageRole.LETTER, PageRole.CONTINUATION]]
    assert doubts(LETTER, own) == [False]
    assert roles(LETTER, other) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


def test_numbered_pages_of_a_decision_are_of_it_before_and_behind_the_letter() -> None:
    bare = "De bedragen gelden voor het hele jaar en worden elk jaar aangepast." + NUMBERED
    pages = [DECISION + NUMBERED.format(1, 3), bare.format(2, 3), bare.format(3, 3)]
    three = [PageRole.DECISION] * 3
    assert roles(*pages, LETTER + CLOSING) == [[*three, PageRole.LETTER]]
    assert roles(LETTER + CLOSING, *pages) == [[PageRole.LETTER, *three]]
    assert doubts(*pages, LETTER + CLOSING) == [False]


def test_a_pile_turned_over_is_one_letter() -> None:
    name = "Hoogachtend,\n\nA. Bakker\nDorpsweg 3\n4783 ES Willemstad\n\nPagina 2 van {}"
    first = FOR_MOTHER + "\nPagina 1 van 2"
    assert doubts(name.format(2), first) == [False]
    assert roles(name.format(2), first) == [[PageRole.CONTINUATION, PageRole.LETTER]]
    assert roles(name.format(3), first) != [[PageRole.CONTINUATION, PageRole.LETTER]]


def test_a_doctors_letter_is_not_the_letter_beside_a_form() -> None:
    form = "Samenvatting van uw inzending\n\nNaam\nK.R. van der Zwan\n\nWij vechten dit aan.\n"
    assert roles(form, DOCTOR) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


def test_a_message_above_an_older_one_of_an_office_is_a_letter() -> None:
    message = """
Gijs zat er nog in
T. Claassen <t@voorbeeldpost.nl>
Aan: klachten@zorgkantoor.example

Beste mensen,

Onze zoon is vergeten in de bus. Wij willen dat u dit uitzoekt.

Groeten,
T. Claassen

Van: bezwaar@zorgkantoor.example
Wij hebben uw bericht ontvangen.
"""
    assert len(letters_of(LETTER + CLOSING, "SCHEIDINGSBLAD", message)) == 2
    assert len(letters_of(LETTER + CLOSING, "SCHEIDINGSBLAD", DECISION)) == 1


def test_a_numbered_form_of_somebody_else_is_a_letter() -> None:
    form = """
{}. Wie schrijft u?

C. Yilmaz
Lindelaan 4
2311 GJ Leiden

{}. Aan

Zorg en Zekerheid, Postbus 400, 2300 AK Leiden

{}. Mijn verhaal

Ik kan de keukendeur niet door. Mijn oudste zegt dat dit een bezwaarschrift moet heten.

Met een hartelijke groet van een oude stadgenote,

C. Yilmaz
"""
    assert roles(LETTER + CLOSING, form.format(1, 2, 3)) == [FIRST, SECOND]
    assert doubts(LETTER + CLOSING, form.format(4, 5, 6)) == [True]


def test_a_statement_to_nobody_raises_no_doubt() -> None:
    statement = """
Verklaring

Ondergetekende, R. Amrani, wonende Kade 11, 3311 GN Dordrecht, verklaart dat zij bij het gesprek
was. De medewerker verhief zijn stem en dat is een klacht waard.

Dordrecht, 3 november 2026

R. Amrani
"""
    assert doubts(LETTER + CLOSING, statement) == [False]
    addressed = statement.replace("Verklaring", "Zorg en Zekerheid\n\nGeachte heer, mevrouw,\n")
    assert doubts(LETTER + CLOSING, addressed) == [True]
    own = addressed.replace(", verklaart dat zij", " te Dordrecht, dient een klacht in: zij")
    assert len(letters_of(LETTER + CLOSING, own)) == 2


def test_an_address_below_running_text_is_no_envelope() -> None:
    end = """
Zorg en Zekerheid heeft hem nooit bezocht!

Hij ligt de hele dag op bed.

Afzender:
R. Hupkens
Merelstraat 4
5645 KB Eindhoven
"""
    assert roles(LETTER, end) == [[PageRole.LETTER, PageRole.CONTINUATION]]
    assert roles(LETTER + CLOSING, ENVELOPE + "\n\nAfzender: A. Bakker") == [
        [PageRole.LETTER, PageRole.ENVELOPE]
    ]


@pytest.mark.parametrize(
    "paper",
    [
        "APOTHEEK DE VIJZEL\n\nDatum 12-10-2026 14:02\n\nTOTAAL EUR 31,30\n\nBedankt en tot ziens",
        "Uw afspraak\nDatum: 7-12-2026\nTijd: 10:20 uur\nbij dhr. Koster",
    ],
)
def test_a_dated_paper_behind_a_letter_that_names_nobody_of_it_was_enclosed(paper: str) -> None:
    assert roles(LETTER + CLOSING, paper) == [[PageRole.LETTER, PageRole.ATTACHMENT]]


@pytest.mark.parametrize("name", ["A. Bakker", "A. Bakkor"])
def test_a_dated_page_with_the_senders_name_ends_the_letter(name: str) -> None:
    end = f"Alphen aan den Rijn, 3 november 2026\n\n\n{name}\n"
    assert roles(LETTER + "\nHoogachtend,\n", end) == [[PageRole.LETTER, PageRole.CONTINUATION]]
