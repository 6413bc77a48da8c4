"""Why an element has the status that it has: the reasons and their Dutch sentences."""

from enum import StrEnum


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
    ANDERE_PARTIJ = "andere_partij"
    WOORDEN_VAN_ANDER = "woorden_van_ander"
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
    Reason.ANDERE_PARTIJ: (
        "De klacht lijkt over een ander te gaan dan deze zorgaanbieder. Kijk of het klopt."
    ),
    Reason.ANDERE_PERSOON: (
        "Iemand anders schrijft voor de cliënt. Kijk van wie van de twee dit is."
    ),
    Reason.WOORDEN_VAN_ANDER: (
        "De woorden eromheen passen ook bij iets of iemand anders. Kijk of dit de goede is."
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


def reason_text(reason: Reason | None) -> str | None:
    """Return the sentence of a reason, None for none."""
    return None if reason is None else REASONS[reason]
