"""The words about backups."""

ORIGINAL = ("origineel", "originelen")
BACKED_UP = (
    "De back-up is gemaakt: de database en {originals}. De sleutel zit er niet in: bewaar die op "
    "een andere plaats, want zonder sleutel is de back-up niet te lezen."
)
BACKED_UP_WITH_KEY = (
    "De back-up is gemaakt: de database, {originals} en de sleutel. Wie deze map heeft, kan alle "
    "brieven lezen. Bewaar hem achter slot."
)
BACKUP_WHOLE = "De back-up van {made_at} is heel: de database en {originals} zijn gecontroleerd."
ORIGINALS_WHOLE = "Alles is er nog: {originals} gecontroleerd."
RESTORED = "De back-up van {made_at} staat er weer: de database en {originals}."
BACKUP_WHERE = "Noem de map voor de back-up, zoals `postkamer backup /mnt/back-up`."
BACKUP_FAULTS = {
    "geen_backup": "In {about} staat geen back-up die af is. Kijk of het de goede map is.",
    "geen_sleutel": (
        "De sleutel is er niet: {about}. Zet het sleutelbestand daar neer, of noem de plaats met "
        "de instelling `key_file`."
    ),
    "niet_leeg": (
        "Hier staan al brieven. Een back-up wordt alleen teruggezet op een lege installatie: kies "
        "met de instelling `data` een nieuwe map."
    ),
    "database_ontbreekt": "In de back-up ontbreekt {about}. Gebruik een andere back-up.",
    "database_beschadigd": "In de back-up is {about} beschadigd. Gebruik een andere back-up.",
    "origineel_ontbreekt": (
        "Een origineel is er niet: {about}. Zet het terug uit een andere back-up en meld dit aan "
        "de beheerder."
    ),
    "origineel_beschadigd": (
        "Een origineel is beschadigd of met een andere sleutel versleuteld: {about}. Kijk of de "
        "goede sleutel gebruikt wordt, of zet het terug uit een andere back-up."
    ),
    "programma_ontbreekt": (
        "Het programma {about} is nodig en is er niet. Installeer de client van PostgreSQL "
        "(apt-get install postgresql-client)."
    ),
    "programma_mislukt": (
        "Het programma {about} gaf een fout. Kijk of de database draait en of het adres klopt."
    ),
}
