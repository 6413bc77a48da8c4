"""Why a file could not be read, and what to do."""

from service.ports.errors import Trouble

TROUBLES = {
    Trouble.GEEN_LEESRECHT: (
        "Postkamer mag dit bestand of deze map niet lezen. "
        "Vraag de beheerder om leesrecht en bied het opnieuw aan."
    ),
    Trouble.VERDWENEN: (
        "Het bestand is er niet meer, of is een koppeling naar iets dat er niet is. "
        "Zoek het bestand op en bied het opnieuw aan."
    ),
    Trouble.GEEN_BESTAND: (
        "Dit is geen gewoon bestand maar een apparaat, map of doorgeefluik. "
        "Haal het weg en zet de brief er als bestand neer."
    ),
    Trouble.SYMLINK_LUS: (
        "Deze koppeling verwijst naar zichzelf of naar een map waar zij zelf in ligt. "
        "Haal de koppeling weg; de rest van de map is wel gedaan."
    ),
    Trouble.KOPPELING: (
        "Dit is een koppeling naar een bestand of map ergens anders; die volgt Postkamer niet. "
        "Zet het bestand zelf in de map."
    ),
    Trouble.LEGE_MAP: (
        "In deze map staan geen brieven. "
        "Controleer of het de goede map is en of de scans al klaar zijn."
    ),
    Trouble.LEESFOUT: (
        "De schijf of netwerkmap gaf een fout bij het lezen van dit bestand. "
        "Kopieer het opnieuw en bied het nog eens aan."
    ),
    Trouble.TIJD_OP: (
        "Het lezen duurde te lang en is gestopt. "
        "Scan de brief opnieuw of splits het bestand, en bied het weer aan."
    ),
    Trouble.REKENTIJD_OP: (
        "Het lezen kostte te veel rekentijd en is gestopt. "
        "Splits het bestand of scan de brief opnieuw, en bied het weer aan."
    ),
    Trouble.GEHEUGEN_OP: (
        "Het lezen kostte te veel geheugen en is gestopt. "
        "Scan de brief met een lagere resolutie (300 dpi) en bied hem weer aan."
    ),
    Trouble.GECRASHT: (
        "Het lezen van dit bestand ging onverwacht mis; de andere bestanden zijn wel gedaan. "
        "Druk de brief af, scan hem opnieuw en meld dit aan de beheerder."
    ),
}

UNEXPECTED = (
    "Postkamer is gestopt door een fout in het programma of de installatie ({place}). "
    "Draai `postkamer doctor`; is daar alles goed, meld de fout dan aan de beheerder."
)

NO_OUTPUT = (
    "In de map {folder} kan niets worden geschreven. "
    "Noem bij --output een map die er al is of gemaakt kan worden, en waarin u mag schrijven."
)

DISK_FULL = (
    "Postkamer kan niet verder schrijven: de schijf is vol. "
    "Maak ruimte vrij en geef de opdracht opnieuw."
)

AWAY = (
    "De database of de opslag van Postkamer is nu niet te gebruiken. Kijk of `data` en `database` "
    "in de instellingen kloppen, of Postkamer hier al eens is gestart en of de database aanstaat. "
    "Geef daarna de opdracht opnieuw."
)
STOPPED = "Gestopt: op de vraag kwam geen antwoord. Geef de opdracht opnieuw."
