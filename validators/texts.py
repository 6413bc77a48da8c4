"""The Dutch sentences of the report, by code: plain words, and what to do next.

Lateness and gaps are facts here; what they mean for the sender is for a person to decide.
"""

import datetime as dt
from enum import StrEnum

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


class Reason(StrEnum):
    """Why an element has the status that it has."""

    NIET_GEVONDEN = "niet_gevonden"
    SLECHT_LEESBAAR = "slecht_leesbaar"
    DEELS_GELEZEN = "deels_gelezen"
    SOORT_ONZEKER = "soort_onzeker"
    HANDGESCHREVEN = "handgeschreven"
    HANDSCHRIFT_GELEZEN = "handschrift_gelezen"
    PAGINA_ONTBREEKT = "pagina_ontbreekt"
    ZWAK = "zwak"
    MEERDERE = "meerdere"
    SLECHT_GELEZEN = "slecht_gelezen"
    ONGEWONE_PLAATS = "ongewone_plaats"
    MISSCHIEN = "misschien"
    ONGEWONE_VORM = "ongewone_vorm"
    ANDERE_PERSOON = "andere_persoon"
    BSN_ELFPROEF = "bsn_elfproef"
    BSN_ELFPROEF_ONZEKER = "bsn_elfproef_onzeker"
    BSN_ZONDER_LABEL = "bsn_zonder_label"
    DATUM_TOEKOMST = "datum_toekomst"
    DATUM_NA_ONTVANGST = "datum_na_ontvangst"
    DATUM_OUD = "datum_oud"
    DATUM_VAN_BESLUIT = "datum_van_besluit"
    DATUM_BESTAAT_NIET = "datum_bestaat_niet"
    DATUM_ZONDER_DAG = "datum_zonder_dag"
    DATUM_ZONDER_JAAR = "datum_zonder_jaar"
    BESLUITDATUM_ONTVANGST = "besluitdatum_ontvangst"
    BESLUITPAGINA = "besluitpagina"
    KENMERK_AFZENDER = "kenmerk_afzender"
    BESLUIT_VAAG = "besluit_vaag"
    BESLUIT_UIT_GRONDEN = "besluit_uit_gronden"
    BESLUIT_BIJLAGE = "besluit_bijlage"
    PRO_FORMA = "pro_forma"
    KAAL = "kaal"
    OMSCHRIJVING_KAAL = "omschrijving_kaal"
    ZIE_BIJLAGE = "zie_bijlage"
    GRONDEN_OF_PRO_FORMA = "gronden_of_pro_forma"
    ALLEEN_VOORNAAM = "alleen_voornaam"
    ALLEEN_VERTEGENWOORDIGER = "alleen_vertegenwoordiger"
    ADRES_ONVOLLEDIG = "adres_onvolledig"
    CONTACT_ZONDER_EMAIL = "contact_zonder_email"
    CONTACT_ZONDER_RELATIE = "contact_zonder_relatie"
    MACHTIGING_NIET_NODIG = "machtiging_niet_nodig"
    MACHTIGING_ONGETEKEND = "machtiging_ongetekend"
    MACHTIGING_VERMELD = "machtiging_vermeld"
    HANDTEKENING_GEEN = "handtekening_geen"
    HANDTEKENING_GETYPT = "handtekening_getypt"
    HANDTEKENING_PLAATJE = "handtekening_plaatje"
    HANDTEKENING_STEMPEL = "handtekening_stempel"
    HANDTEKENING_BIJLAGE = "handtekening_bijlage"
    HANDTEKENING_ZWAK = "handtekening_zwak"
    CERTIFICAAT_VERTROUWD = "certificaat_vertrouwd"
    CERTIFICAAT_ONBEKEND = "certificaat_onbekend"
    CERTIFICAAT_GEWIJZIGD = "certificaat_gewijzigd"
    CERTIFICAAT_DEELS = "certificaat_deels"
    VASTGESTELD = "vastgesteld"


REASONS: dict[Reason, str] = {
    Reason.NIET_GEVONDEN: "Dit staat niet in de brief.",
    Reason.SLECHT_LEESBAAR: "Niet gevonden, maar de brief is slecht leesbaar. Kijk zelf.",
    Reason.DEELS_GELEZEN: "Niet gevonden, maar niet alle tekst kon worden gelezen. Kijk zelf.",
    Reason.SOORT_ONZEKER: "Niet gevonden of niet goed. Kies eerst de soort brief.",
    Reason.HANDGESCHREVEN: "Niet gevonden, maar de brief is met de hand geschreven. Kijk zelf.",
    Reason.HANDSCHRIFT_GELEZEN: (
        "Dit is met de hand geschreven en kan verkeerd gelezen zijn. Vergelijk het met de brief."
    ),
    Reason.PAGINA_ONTBREEKT: "Niet gevonden, maar een (deel van een) pagina lijkt weg. Kijk zelf.",
    Reason.ZWAK: "Dit is niet zeker genoeg gelezen. Kijk of het klopt.",
    Reason.MEERDERE: "Er zijn meer mogelijkheden gevonden. Kies de juiste.",
    Reason.SLECHT_GELEZEN: (
        "Hier is de brief slecht te lezen. Vergelijk elke letter en elk cijfer met de brief."
    ),
    Reason.MISSCHIEN: "Misschien staat het hier, maar dat is niet zeker. Kijk of het klopt.",
    Reason.ONGEWONE_PLAATS: (
        "Dit staat op een plaats waar het zelden staat, of er staat niet bij wat het is. "
        "Kijk of het klopt."
    ),
    Reason.ONGEWONE_VORM: "Dit ziet er anders uit dan gewoonlijk. Kijk of het goed is gelezen.",
    Reason.ANDERE_PERSOON: (
        "Iemand anders schrijft voor de cliënt. Kijk van wie van de twee dit is."
    ),
    Reason.BSN_ELFPROEF: (
        "Dit nummer kan geen BSN zijn: de cijfers passen niet bij elkaar. Vraag het goede nummer."
    ),
    Reason.BSN_ELFPROEF_ONZEKER: (
        "Dit nummer kan zo geen BSN zijn, maar is misschien verkeerd gelezen. Kijk zelf."
    ),
    Reason.BSN_ZONDER_LABEL: "Dit nummer kan een BSN zijn, maar dat staat er niet bij. Kijk zelf.",
    Reason.DATUM_BESTAAT_NIET: "Deze datum bestaat niet. Vraag welke dag is bedoeld.",
    Reason.DATUM_TOEKOMST: "Deze datum ligt in de toekomst. Kijk welke dag is bedoeld.",
    Reason.DATUM_OUD: (
        "Deze datum ligt meer dan een jaar voor de ontvangst. Kijk of de datum goed is gelezen."
    ),
    Reason.DATUM_VAN_BESLUIT: (
        "Dit is ook de datum van het besluit. Kijk of de brief zelf een datum heeft."
    ),
    Reason.DATUM_NA_ONTVANGST: (
        "Deze datum ligt na de dag van ontvangst. Kijk welke van de twee klopt."
    ),
    Reason.DATUM_ZONDER_DAG: "Er staat alleen een maand, geen dag. Kijk zelf.",
    Reason.DATUM_ZONDER_JAAR: (
        "Er staan een dag en een maand, geen jaar. Kijk of het jaar van ontvangst past."
    ),
    Reason.BESLUITDATUM_ONTVANGST: (
        "De brief noemt alleen wanneer het besluit is ontvangen, niet de datum van het besluit."
    ),
    Reason.BESLUITPAGINA: "Dit staat niet in de brief, maar wel op het meegestuurde besluit.",
    Reason.KENMERK_AFZENDER: "Dit is het kenmerk van de afzender, niet dat van het besluit.",
    Reason.BESLUIT_VAAG: "De brief zegt niet duidelijk tegen welk besluit hij gaat.",
    Reason.BESLUIT_UIT_GRONDEN: (
        "De brief noemt het besluit niet, maar wel wat ertegen is. Kijk of duidelijk is welk "
        "besluit het is."
    ),
    Reason.BESLUIT_BIJLAGE: "Het besluit is meegestuurd.",
    Reason.PRO_FORMA: "De afzender schrijft dat de redenen later komen.",
    Reason.KAAL: (
        "De afzender is het niet eens met het besluit, maar noemt geen duidelijke reden. Kijk zelf."
    ),
    Reason.OMSCHRIJVING_KAAL: (
        "De afzender is ontevreden, maar schrijft niet duidelijk wat er is gebeurd. Kijk zelf."
    ),
    Reason.ZIE_BIJLAGE: "Voor de uitleg verwijst de brief naar een bijlage. Kijk zelf.",
    Reason.GRONDEN_OF_PRO_FORMA: (
        "Er lijken redenen te staan, maar ook dat de redenen later komen. Kijk zelf."
    ),
    Reason.ALLEEN_VOORNAAM: "Er staat alleen een voornaam. Kijk of de achternaam bekend is.",
    Reason.ALLEEN_VERTEGENWOORDIGER: (
        "Er staat wie namens de cliënt schrijft, maar niet duidelijk hoe de cliënt heet. Kijk zelf."
    ),
    Reason.ADRES_ONVOLLEDIG: "Het adres is niet volledig. Kijk of post zo aankomt.",
    Reason.CONTACT_ZONDER_EMAIL: "Er staat geen e-mailadres van de contactpersoon.",
    Reason.CONTACT_ZONDER_RELATIE: (
        "Er staat niet wat de contactpersoon is van wie de zorg krijgt."
    ),
    Reason.MACHTIGING_NIET_NODIG: "Een machtiging is niet nodig.",
    Reason.MACHTIGING_ONGETEKEND: "De machtiging lijkt niet ondertekend. Kijk zelf.",
    Reason.MACHTIGING_VERMELD: (
        "De brief noemt een machtiging, maar die is niet gevonden. Kijk zelf."
    ),
    Reason.HANDTEKENING_GEEN: "Er staat geen handtekening bij de afsluiting.",
    Reason.HANDTEKENING_GETYPT: "De naam is getypt. Een handtekening is niet gevonden.",
    Reason.HANDTEKENING_PLAATJE: (
        "De handtekening is een plaatje of tekening in het bestand. Laat beoordelen of dat "
        "genoeg is."
    ),
    Reason.HANDTEKENING_STEMPEL: (
        "Dit kan een stempel zijn in plaats van een handtekening. Kijk zelf."
    ),
    Reason.HANDTEKENING_BIJLAGE: "Er staat alleen een handtekening op een bijlage.",
    Reason.HANDTEKENING_ZWAK: "Dit kan een handtekening zijn, maar dat is niet zeker. Kijk zelf.",
    Reason.CERTIFICAAT_VERTROUWD: "Digitaal ondertekend; de handtekening is geldig en vertrouwd.",
    Reason.CERTIFICAAT_ONBEKEND: (
        "Digitaal ondertekend en niet gewijzigd; wie het certificaat gaf, is niet bekend."
    ),
    Reason.CERTIFICAAT_GEWIJZIGD: (
        "Het bestand is gewijzigd nadat het digitaal ondertekend was. Vraag een nieuw exemplaar."
    ),
    Reason.CERTIFICAAT_DEELS: (
        "De digitale handtekening geldt niet voor het hele bestand. Kijk wat later is toegevoegd."
    ),
    Reason.VASTGESTELD: "Dit heeft een medewerker vastgesteld.",
}

# Each says what is the matter, and then what to do. After a dot: the sentence in a special case.
WARNINGS: dict[str, str] = {
    "veiligheid": (
        "De brief kan over de veiligheid van iemand gaan. Lees hem meteen en laat vandaag "
        "beoordelen wat er moet gebeuren."
    ),
    "spoed": "De afzender vraagt om spoed. Bekijk de brief vandaag.",
    "voorlopige_voorziening": (
        "De afzender vraagt de rechter om een snelle, voorlopige beslissing of is dat van plan. "
        "Geef dit vandaag door aan Juridische Zaken."
    ),
    "ingebrekestelling": (
        "De afzender vindt dat een besluit te laat is en stelt u in gebreke. Geef dit vandaag door "
        "aan Juridische Zaken. Beslis uiterlijk op {laatste}; daarna kost elke dag geld (dwangsom)."
    ),
    "ingebrekestelling.te_vroeg": (
        "De afzender vindt dat een besluit te laat is en stelt u in gebreke. Dat lijkt te vroeg: u "
        "kunt nog beslissen tot en met {tot}. Laat Juridische Zaken dit vandaag nakijken. Is het "
        "niet te vroeg, beslis dan uiterlijk op {laatste}; daarna kost elke dag geld (dwangsom)."
    ),
    "te_laat": (
        "De brief kwam na de laatste dag binnen. Vraag de afzender hoe dat komt en laat een jurist "
        "beslissen; er kan een goede reden zijn."
    ),
    "klacht_ouder_dan_een_jaar": (
        "Wat in de klacht staat, gebeurde langer dan een jaar geleden ({wanneer}). Kijk of dat "
        "klopt. U hoeft zo'n klacht niet te behandelen, maar het mag wel. Laat een jurist kiezen "
        "en vertel de afzender binnen vier weken wat u doet."
    ),
    "klacht_ouder_dan_een_jaar.schrikkeldag": (
        "Wat in de klacht staat, gebeurde op een schrikkeldag ({wanneer}), een jaar geleden. Of "
        "het jaar nu net voorbij is, staat niet vast. Laat een jurist kiezen en vertel de afzender "
        "binnen vier weken wat u doet."
    ),
    "verzenddatum_aangenomen": (
        "Wanneer het besluit is verzonden, is niet bekend; er is gerekend met de datum op het "
        "besluit. Zoek de verzenddatum op, want die kan de uitkomst veranderen."
    ),
    "mogelijk_meer_brieven": (
        "In dit bestand zitten misschien meer brieven. Kijk of elke brief apart is gelezen."
    ),
    "kb_dagen_onbekend": (
        "Van {years} is niet bekend welke extra vrije dagen de regering heeft aangewezen. "
        "Reken de laatste dag zelf na."
    ),
    "ontvangst_aangenomen": (
        "De dag van ontvangst is niet bekend; er is gerekend met vandaag. Vul de juiste dag in."
    ),
    "verkeerd_loket": (
        "Deze brief lijkt voor een andere organisatie. Noteer de dag van ontvangst, "
        "stuur de brief door of terug en vertel dat de afzender."
    ),
    "beroep": (
        "Dit lijkt een beroep bij de rechter. Noteer de dag van ontvangst, stuur de brief door "
        "naar de rechtbank en vertel dat de afzender."
    ),
    "intrekking": (
        "De afzender lijkt een bezwaar of klacht in te trekken. Zoek de eerdere brief erbij en "
        "vraag het na als het niet duidelijk is."
    ),
    "hulpvraag": (
        "De afzender vraagt om hulp en valt geen besluit aan. Zoek uit wie die hulp kan geven en "
        "bel de afzender."
    ),
    "ander_soort_document": (
        "Dit lijkt geen bezwaar en geen klacht, maar {what}. Kijk zelf bij wie het hoort."
    ),
    "soort_onzeker": "Het is niet zeker of dit een bezwaar of een klacht is. Kijk zelf.",
    "ook_klacht": "De brief is een bezwaar en ook een klacht. Behandel de klacht apart.",
    "pro_forma": (
        "De redenen van het bezwaar volgen later. Bevestig de ontvangst en geef een dag waarop de "
        "redenen er moeten zijn."
    ),
    "machtiging_vragen": (
        "Iemand anders schrijft voor de cliënt en er zit geen machtiging bij. Vraag om een "
        "machtiging."
    ),
    "vertegenwoordiger_onbevoegd": (
        "Een {who} mag hier misschien niet namens de cliënt bezwaar maken. Leg dit voor aan een "
        "jurist."
    ),
    "handtekening_alleen_op_bijlage": (
        "Alleen een bijlage is ondertekend, de brief zelf niet. Vraag een handtekening."
    ),
    "certificaat_gewijzigd": (
        "Het bestand is veranderd na de digitale handtekening. Vraag een nieuw exemplaar."
    ),
    "bsn_ongeldig": "Het BSN in de brief klopt niet. Zoek het op of vraag het na.",
    "ander_bsn": "In de brief staan twee verschillende BSN's. Kijk goed welk van de cliënt is.",
    "kenmerk_van_afzender": (
        "Het kenmerk in de brief is van de afzender zelf. Zoek het kenmerk van het besluit op."
    ),
    "meerdere_besluiten": (
        "De brief gaat tegen meer dan één besluit. Bekijk van elk besluit de datum en de laatste "
        "dag."
    ),
    "datum_bestaat_niet": (
        "In de brief staat een datum die niet bestaat ({datum}). Kijk of hij goed is gelezen, of "
        "vraag welke dag is bedoeld."
    ),
    "datum_in_toekomst": "De brief heeft een datum die nog niet was geweest. Kijk welke dag klopt.",
    "datum_ontbreekt_of_vaag": (
        "De brief heeft geen duidelijke datum. Noteer de dag van ontvangst; die telt voor de "
        "termijn."
    ),
    "datum_voor_besluit": "De brief is ouder dan het besluit. Kijk of de datums kloppen.",
    "besluit_na_ontvangst": (
        "Het besluit heeft een latere datum dan de dag waarop de brief binnenkwam. Kijk welke "
        "datum klopt."
    ),
    "besluit_oud": (
        "Het besluit is meer dan een jaar ouder dan de brief. Kijk of de datum goed is gelezen en "
        "of dit het besluit is waar het om gaat."
    ),
    "besluit_op_vrije_dag": (
        "Het besluit heeft een datum in het weekend of op een feestdag. Kijk of die klopt."
    ),
    "poststempel_na_ontvangst": (
        "De poststempel is later dan de dag van ontvangst. Kijk welke datum klopt."
    ),
    "geen_nederlands": (
        "De brief is voor het grootste deel niet in het Nederlands. Kijk of een vertaling nodig is "
        "en vraag die dan aan de afzender."
    ),
    "handgeschreven": "De brief is (voor een deel) met de hand geschreven. Lees hem zelf.",
    "pagina_ontbreekt": "Er lijkt een pagina te ontbreken. Kijk of alles is gescand.",
    "slecht_leesbaar": "De brief is slecht leesbaar. Scan hem zo mogelijk opnieuw.",
}

# What the mailroom does with a letter that is not for us, and what the sender is told of it, when
# the row of the table of desks has no sentence of its own. {who} is the competent body.
ROUTING: dict[str, str] = {
    "doorzenden": (
        "Deze brief lijkt voor {who}. Kijk of dat klopt, zet de dag van ontvangst erop en stuur "
        "hem vandaag door."
    ),
    "deels_doorzenden": (
        "Een deel van deze brief lijkt voor {who}. Zet de dag van ontvangst erop, stuur vandaag "
        "een kopie door en behandel zelf de rest."
    ),
    "informeren": (
        "Deze brief lijkt voor {who}. Stuur hem niet door zonder toestemming van de afzender."
    ),
    "zelf_sturen": (
        "Deze brief lijkt voor {who}. Stuur hem vandaag terug en noteer wanneer u hem kreeg."
    ),
    "onduidelijk": (
        "Het is niet duidelijk voor welke organisatie deze brief is. Noteer de dag van ontvangst, "
        "stuur nog niets door en laat een jurist dit vandaag uitzoeken."
    ),
    "onduidelijk_welke": (
        "Het is niet zeker voor welke organisatie deze brief is; misschien voor {who}. Noteer de "
        "dag van ontvangst, stuur nog niets door en laat een jurist dit vandaag uitzoeken."
    ),
    "afzender_doorzenden": "Wij hebben {brief} doorgestuurd naar {who}.",
    "afzender_deels": (
        "Een deel van uw brief gaat over ons besluit; dat behandelen wij zelf. Een kopie hebben "
        "wij doorgestuurd naar {who}."
    ),
    "eerste_ontvangst": "De dag waarop uw brief bij ons kwam, telt voor de termijn.",
    "afzender_zelf": "Wij gaan hier niet over. Stuur {brief} naar {who}.",
    "afzender_zelf_termijn": (
        "Wij gaan hier niet over. Stuur {brief} zo snel mogelijk zelf naar {who}, want de termijn "
        "loopt door."
    ),
    "afzender_onduidelijk": (
        "Wij hebben {brief} ontvangen en zoeken uit wie erover gaat. Hebt u een kopie van de brief "
        "waar het om gaat, stuur die dan na."
    ),
    "met_afzender": "{mailroom} Schrijf de afzender: {sender}",
}

# How the sender's own letter is called in a sentence, by its intent.
BRIEF: dict[str, str] = {
    "bezwaar": "uw bezwaar",
    "klacht": "uw klacht",
    "beroep": "uw beroep",
}
OTHER_BRIEF = "uw brief"


def routing_text(code: str, **values: str) -> str:
    """Return the sentence about the right desk; without values its braces are left in."""
    return ROUTING[code].format(**values) if values else ROUTING[code]


def brief_text(intent: str) -> str:
    """Return how the sender's letter is called.

    >>> brief_text("bezwaar"), brief_text("intrekking")
    ('uw bezwaar', 'uw brief')
    """
    return BRIEF.get(intent, OTHER_BRIEF)


# What a letter of kind overig seems to be, by the code of the signal that says so.
SORTS: dict[str, str] = {
    "automatisch_aangemaakt": "een brief van een organisatie zelf",
    "factuur": "een rekening",
    "avg": "een verzoek over persoonsgegevens (AVG)",
    "woo": "een verzoek om informatie (Woo)",
    "reclame": "reclame",
    "zienswijze": "een zienswijze",
    "anders": "een ander soort brief",
}

ERRORS: dict[str, str] = {
    "onleesbaar": "Dit bestand kan niet worden gelezen. Scan de brief opnieuw.",
    "leeg_bestand": "Dit bestand is leeg. Scan de brief opnieuw of vraag het bestand opnieuw.",
    "geen_document": (
        "Dit is geen brief die gelezen kan worden. Lever een PDF, TIFF, JPEG of PNG aan."
    ),
    "beschadigd": "Dit bestand is beschadigd. Scan de brief opnieuw of vraag het bestand opnieuw.",
    "wachtwoord_nodig": (
        "Dit bestand is beveiligd met een wachtwoord. Vraag een versie zonder wachtwoord."
    ),
    "geen_paginas": "Dit bestand heeft geen pagina's. Scan de brief opnieuw.",
    "te_groot": "Een pagina of beeld in dit bestand is te groot. Scan de brief op A4, 300 dpi.",
    "te_veel_paginas": "Dit bestand heeft te veel pagina's. Splits het in kleinere bestanden.",
    "niets_te_lezen": "In dit bestand staat niets leesbaars. Kijk of de scan goed is gelukt.",
    "inhoud_elders": (
        "Dit PDF-bestand laat alleen in Adobe Reader zien wat erin staat. Open het daar, druk het "
        "af naar een gewone PDF en lever die aan."
    ),
    "tijd_op": "Het lezen duurde te lang en is gestopt. Splits het bestand of scan het opnieuw.",
}
UNKNOWN_ERROR = "Dit bestand kon niet worden verwerkt. Lees de brief zelf en meld dit."


# What is wrong in a profile file; the file and the line stand in front of it.
FAULTS: dict[str, str] = {
    "geen_toml": (
        "deze regel is niet te lezen: {regel}. Kijk naar de aanhalingstekens, de haakjes en het "
        "teken =."
    ),
    "dubbel": 'de sleutel "{key}" staat er twee keer; haal er een weg',
    "onbekende_sleutel": 'onbekende sleutel "{key}"{waar}; bekend zijn: {bekend}',
    "sleutel_hoort_boven": (
        'de sleutel "{key}" hoort boven in het bestand, voor de eerste regel met [ ]; '
        "bekend{waar} zijn: {bekend}"
    ),
    "ontbreekt": 'de sleutel "{key}" ontbreekt{waar}',
    "onbekend_element": "onbekend element {waarde} in {key}; bekend zijn: {bekend}",
    "kies": "{waarde} kan niet bij {key}; kies uit: {bekend}",
    "te_klein": "{key} moet {grens} of meer zijn",
    "te_groot": "{key} moet {grens} of minder zijn",
    "leeg": "{key} is leeg; vul iets in of haal de regel weg",
    "moet_tekst": 'in {key} hoort tekst tussen aanhalingstekens, niet {waarde}: {key} = "..."',
    "moet_lijst": 'in {key} hoort een lijst, niet {waarde}: {key} = ["...", "..."]',
    "moet_getal": "in {key} hoort een getal zonder aanhalingstekens, niet {waarde}",
    "moet_deel": "{key} is een deel met eigen regels; zet [{key}] op een regel erboven",
    "moet_delen": "{key} bestaat uit delen met eigen regels; zet [[{key}]] boven elk deel",
    "moet_anders": "{key} kan niet {waarde} zijn",
    "postcode": "de postcode {waarde} klopt niet; schrijf hem als 2300 AK",
    "patroon": "{waarde} is geen geldig patroon (reguliere expressie)",
    "patroon_leeg": "het patroon {waarde} past op alles; maak het preciezer",
    "adres": "geef bij een adres een postbus of een straat, en niet allebei",
    "twee_keer_gevraagd": "{elementen} staat in wettelijk en in organisatie; kies er een",
    "niet_gevraagd": "only_with noemt {elementen}, maar dat wordt niet gevraagd",
    "machtiging": (
        "een machtiging vraagt Postkamer zelf, als iemand anders schrijft; haal haar hier weg"
    ),
    "duur": "geef bij een belofte days of working_days, en niet allebei",
    "geen_soort": "een profiel heeft een deel [bezwaar], een deel [klacht] of allebei nodig",
    "naam_bestand": (
        "de naam van het bestand is de naam van het profiel; gebruik alleen kleine letters, "
        "cijfers en streepjes, en .toml aan het eind"
    ),
    "onbekend_profiel": 'profiel "{key}" bestaat niet; kies uit: {bekend}',
}


def fault_text(code: str, **values: str) -> str:
    """Return the sentence of a fault in a profile file with its values filled in."""
    return FAULTS[code].format(**values)


def reason_text(reason: Reason | None) -> str | None:
    """Return the sentence of a reason, None for none."""
    return None if reason is None else REASONS[reason]


def warning_text(code: str, **values: str) -> str:
    """Return the sentence of a warning with its values filled in."""
    return WARNINGS[code].format(**values)


def error_text(code: str) -> str:
    """Return the sentence of an error code; one that is not known gets a general one."""
    return ERRORS.get(code, UNKNOWN_ERROR)


def date_text(day: dt.date) -> str:
    """Return a date as it is spoken.

    >>> date_text(dt.date(2026, 3, 1))
    '1 maart 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# {until} says until when one could object and from which day that was counted.
WINDOW: dict[str, str] = {
    "R0_geen_ontvangst": (
        "De dag van ontvangst is niet bekend, dus de termijn kan niet worden beoordeeld."
    ),
    "R0_geen_besluitdatum": (
        "De datum van het besluit is niet bekend, dus de termijn kan niet worden berekend."
    ),
    "R0_alleen_ontvangst": (
        "De brief noemt alleen wanneer het besluit is ontvangen; voor de termijn is nodig "
        "wanneer het is verzonden."
    ),
    "R0_zwak": (
        "De datum van het besluit is niet zeker gelezen; is die {trigger}, dan was {last_day} "
        "de laatste dag."
    ),
    "R0_meerdere": (
        "De brief noemt meer dan één datum voor het besluit ({triggers}) en dat maakt verschil "
        "voor de termijn; kies de juiste datum."
    ),
    "R0_aangenomen": (
        "{until}; de dag van ontvangst is niet bekend, dus ga zelf na of de brief op tijd was."
    ),
    "R0_verzending": (
        "Het besluit is van {trigger}; is het die dag verzonden, dan kon bezwaar tot en met "
        "{last_day} en kwam de brief op {received} te laat; zoek op wanneer het is verzonden."
    ),
    "R0_jaar": (
        "Bij de datum van het besluit staat geen jaar; is die {trigger}, dan was {last_day} de "
        "laatste dag."
    ),
    "R1": (
        "De brief kwam binnen op {received}, voordat de termijn op {first_day} begon; dat is "
        "meestal geen probleem."
    ),
    "R2": "{until}; de brief kwam binnen op {received} en is op tijd.",
    "R3": (
        "{until}; de brief kwam niet met de post en pas binnen op {received}, dus te laat; vraag "
        "naar de reden."
    ),
    "R3_storing": (
        "{until}; de brief kwam binnen op {received}; op de laatste dag was er een storing bij de "
        "digitale post, dus laat een jurist beslissen."
    ),
    "R4": (
        "{until}; de brief kwam meer dan een week later binnen, op {received}, dus te laat; vraag "
        "naar de reden."
    ),
    "R5": (
        "{until}; de brief is op {postmarked} gepost en kwam binnen een week na de laatste dag "
        "binnen, dus hij is op tijd."
    ),
    "R6": (
        "{until}; de brief is op tijd gepost, maar de week daarna liep af op een vrije dag, dus "
        "laat een jurist beslissen."
    ),
    "R7": (
        "{until}; de poststempel is van {postmarked}, dus de brief is te laat gepost; vraag naar "
        "de reden."
    ),
    "R7_onbekend": (
        "{until}; de poststempel is van {postmarked}, maar daartussen waren alleen vrije dagen, "
        "dus misschien is de brief op tijd gepost; laat een jurist beslissen."
    ),
    "R8": (
        "{until}; de brief kwam met de post binnen op {received}, zo kort daarna dat hij op tijd "
        "gepost moet zijn."
    ),
    "R9": (
        "{until}; de brief kwam binnen op {received} en zonder poststempel is niet te zien of "
        "hij op tijd is gepost, dus vraag een bewijs."
    ),
    "klacht": "Voor een klacht geldt geen termijn van zes weken.",
    "niet_tijdig": "Als een besluit uitblijft, geldt er geen vaste termijn om bezwaar te maken.",
    "overig": "Dit is geen bezwaar, dus de termijn voor bezwaar geldt niet.",
    "fout": "Het bestand is niet gelezen, dus de termijn is niet beoordeeld.",
}

# What a date of the decision is the date of, by the role of the finder.
DECIDED: dict[str, str] = {
    "verzonden": "Het besluit is verzonden op {trigger}",
    "bekendgemaakt": "Het besluit is bekendgemaakt op {trigger}",
    "gedateerd": "Het besluit is van {trigger}",
}


def window_text(code: str, **values: str) -> str:
    """Return the sentence about the term with its dates filled in."""
    return WINDOW[code].format(**values)
