"""Why a file was not taken in at the door."""

REFUSALS = {
    "leeg_bestand": (
        "Dit bestand is leeg. Kijk of de scan gelukt is en stuur het bestand opnieuw."
    ),
    "te_groot": (
        "Dit bestand is groter dan {max_mb} MB. Scan de brief op 300 dpi of splits het bestand, "
        "en stuur het opnieuw."
    ),
    "geen_document": (
        "Dit is geen bestand dat Postkamer kan lezen. "
        "Bewaar of scan de brief als PDF, TIFF, JPEG of PNG (een HEIC-foto van een iPhone als "
        "JPEG) en stuur hem opnieuw."
    ),
    "wachtwoord_nodig": (
        "Dit bestand is met een wachtwoord beveiligd. "
        "Haal het wachtwoord eraf en stuur het opnieuw."
    ),
    "beschadigd": (
        "Dit bestand is beschadigd of niet helemaal aangekomen. "
        "Maak het opnieuw en stuur het nog eens."
    ),
    "zip_in_zip": (
        "Dit is een ZIP in een ZIP. Pak de binnenste uit en zet de brieven zelf in de buitenste."
    ),
    "zip_niet_hier": "Dit is een ZIP met meer bestanden. Stuur een ZIP naar /v1/batches.",
    "bericht_niet_hier": "Dit is een e-mailbericht. Stuur een bericht naar /v1/batches.",
    "lege_zip": "In deze ZIP staan geen brieven. Kijk of de scans erin zijn gezet.",
    "onveilig_pad": (
        "De naam van dit bestand in de ZIP wijst naar een plek buiten de ZIP, of het is een "
        "koppeling. Zet het bestand zelf in de ZIP, in een gewone map."
    ),
    "te_veel_bestanden": (
        "In deze ZIP staan meer dan {most} bestanden. Verdeel de brieven over meer ZIP-bestanden."
    ),
    "zip_bom": (
        "Dit bestand wordt bij het uitpakken onwaarschijnlijk veel groter. "
        "Scan de brief opnieuw en zet hem in een nieuwe ZIP."
    ),
    "zip_te_groot": (
        "Uitgepakt is deze ZIP groter dan {max_mb} MB. Verdeel de brieven over meer ZIP-bestanden."
    ),
    # what is in a message beside letters
    "plaatje": "Dit is een klein plaatje in de tekst, zoals een logo. U hoeft niets te doen.",
    "agenda": "Dit is een afspraak voor in de agenda, geen brief. U hoeft niets te doen.",
    "visitekaartje": "Dit is een visitekaartje, geen brief. U hoeft niets te doen.",
    "handtekeningbestand": (
        "Dit is de elektronische ondertekening van het bericht, geen brief. U hoeft niets te doen."
    ),
    "afleverbericht": (
        "Dit is een melding over de bezorging van een bericht, geen brief. U hoeft niets te doen."
    ),
    "hulpbestand": (
        "Dit is een hulpbestand dat een Mac meestuurt, geen brief. U hoeft niets te doen."
    ),
    "begeleidende_tekst": (
        "De tekst van het bericht biedt alleen de bijlagen aan. U hoeft niets te doen."
    ),
    "versleuteld_smime": (
        "Dit bericht is versleuteld of verpakt (S/MIME); Postkamer kan er niet in. Open het in uw "
        "mailprogramma, bewaar de brief als PDF en bied die aan, of vraag de afzender erom."
    ),
    "versleuteld_pgp": (
        "Dit is versleuteld (PGP); Postkamer kan er niet in. Laat wie de sleutel heeft het openen, "
        "bewaar de brief als PDF en bied die aan, of vraag de afzender erom."
    ),
    "winmail": (
        "De bijlagen van dit bericht zitten in een winmail.dat van Outlook. Vraag de afzender het "
        "bericht opnieuw te sturen als HTML of platte tekst, of de brief als PDF."
    ),
    "leeg_bericht": (
        "In dit bericht staat geen tekst en geen brief. Kijk in de mailbox, en vraag de afzender "
        "de brief opnieuw te sturen."
    ),
    "te_lange_tekst": (
        "De tekst van dit bericht is langer dan honderd bladzijden. Open het in uw mailprogramma, "
        "bewaar wat de brief is als PDF en bied die aan."
    ),
    "te_diep": (
        "Dit bericht zit in te veel andere berichten. Open het in uw mailprogramma en stuur het "
        "zelf door."
    ),
    "los_manifest": (
        "Een manifest geldt alleen voor brieven die bij hem in de ZIP staan; hier is het niet "
        "gebruikt. Zet het manifest en de brieven samen in één ZIP en stuur die."
    ),
    "manifest_fout": (
        "De manifest.csv in deze ZIP klopt niet. Verbeter haar of haal haar weg en stuur de ZIP "
        "opnieuw."
    ),
}
