"""What became of a delivery, and what to do about it."""

from service.records.deliveries import DeliveryState

DELIVERY_STATES = {
    DeliveryState.WAITING: "wacht",
    DeliveryState.DELIVERED: "bezorgd",
    DeliveryState.GIVEN_UP: "opgegeven",
    DeliveryState.DROPPED: "vervallen",
}
# What a receiver did with a message, by status.
HANDOVERS = {
    "aangenomen": "De ontvanger heeft het bericht aangenomen.",
    "geschreven": "Het rapport staat in de map.",
    "geen_verbinding": (
        "Er kwam geen verbinding met de ontvanger. Kijk of het adres klopt, of de ontvanger "
        "aanstaat en of een firewall in de weg zit."
    ),
    "tijd_op": (
        "De ontvanger antwoordde niet op tijd. Laat hem eerst antwoorden en dan pas het werk doen."
    ),
    "geen_antwoord": (
        "De ontvanger verbrak de verbinding of gaf geen geldig antwoord. Kijk in zijn logboek."
    ),
    "certificaat": (
        "Het certificaat van de ontvanger wordt niet vertrouwd. Kijk of het geldig is, of noem met "
        "ca_file de uitgever van het certificaat."
    ),
    "naam_onbekend": "De naam in het adres bestaat niet. Kijk of het adres klopt.",
    "adres_geweigerd": (
        "Het adres leidt naar een intern netwerk of is niet versleuteld (https). Is dat de "
        "bedoeling, zet het netwerk dan in de instelling webhook_networks."
    ),
    "map_weg": (
        "De map is er niet, of de netwerkschijf is niet aangesloten. Maak de map of sluit de "
        "schijf aan; Postkamer maakt haar niet zelf."
    ),
    "map_vol": "De schijf van de map is vol. Maak ruimte vrij.",
    "map_verboden": "Postkamer mag niet schrijven in de map. Geef het schrijfrecht.",
    "map_fout": "De schijf van de map gaf een fout. Kijk de schijf na.",
    "geen_rabbitmq": (
        "Er kwam geen verbinding met RabbitMQ. Kijk of het adres en het wachtwoord kloppen en of "
        "RabbitMQ aanstaat."
    ),
    "geen_exchange": (
        "De exchange of de wachtrij is er niet, of is van een andere soort. Maak van de exchange "
        "een duurzame topic-exchange, of laat declare weg."
    ),
    "geen_wachtrij": (
        "Aan de exchange hangt geen wachtrij die dit bericht wil hebben. Verbind er een, of noem "
        "met queue een wachtrij die Postkamer maakt."
    ),
    "rabbitmq_weigert": "RabbitMQ heeft het bericht niet aangenomen. Kijk in het logboek ervan.",
    "rabbitmq_vol": "RabbitMQ neemt even niets aan: geheugen of schijf is vol. Maak ruimte vrij.",
    "installatie": (
        "De installatie mist iets voor dit kanaal. Probeer het met `postkamer channel test`; dat "
        "zegt wat."
    ),
    "gecrasht": "Het bezorgen brak steeds af. Meld dit aan de beheerder.",
    "brief_verwijderd": "De brief is verwijderd; er valt niets meer te bezorgen.",
    "door_een_mens": "Uitgezet door een medewerker.",
}
HTTP_STATUS = "De ontvanger antwoordde met code {code}."
HTTP_HINTS = {
    "401": "Hij vertrouwt de handtekening niet: geef hem het geheim van dit kanaal.",
    "403": "Hij laat Postkamer niet toe: vraag de beheerder van de ontvanger om toegang.",
    "404": "Op dit adres is niets: kijk of het adres klopt.",
    "410": "Hij wil geen berichten meer. Het kanaal is uitgezet zodra dit bij een rapport gebeurt.",
    "413": "Het bericht is hem te groot: zet inhoud op verwijzing.",
}
ALERTS = {
    "logboek_geschonden": (
        "In het logboek van wie wat zag en wijzigde is iets veranderd of weggehaald. Draai "
        "`postkamer audit verify`, bewaar de database zoals zij is en meld het."
    ),
    "map_weg": (
        "Een map waar scans in komen is niet te bereiken. Kijk of de map bestaat en of de "
        "netwerkschijf gekoppeld is; Postkamer blijft het proberen."
    ),
    "map_niet_schrijfbaar": (
        "In een map waar scans in komen kan Postkamer niets verplaatsen of schrijven. De brieven "
        "worden wel ingelezen. Geef schrijfrecht op de map en kijk of de schijf vol is."
    ),
    "map_niet_leesbaar": (
        "In een map waar scans in komen staat een map die Postkamer niet mag lezen. Geef leesrecht."
    ),
    "bestand_wacht": (
        "In een map waar scans in komen staat al meer dan een uur een bestand dat niet wordt "
        "ingelezen: een programma heeft het nog open, of er is een manifest dat niet klopt."
    ),
    "manifest_fout": (
        "Een manifest.csv klopt niet; de brieven in die map wachten. In de map fout staat wat er "
        "mis is."
    ),
    "mailbox_weg": (
        "Een mailbox is niet te bereiken. Kijk of de mailserver werkt en of naam, poort en "
        "certificaat kloppen; Postkamer blijft het proberen."
    ),
    "mailbox_wachtwoord": (
        "Een mailbox weigert de naam of het wachtwoord. Pas ze aan in de instellingen."
    ),
    "mailbox_token_weg": (
        "De server die toegang tot een mailbox geeft is niet te bereiken. Kijk of token_url klopt; "
        "Postkamer blijft het proberen."
    ),
    "mailbox_token_geweigerd": (
        "Postkamer krijgt geen toegang tot een mailbox. Kijk of client_id, client_secret en scope "
        "kloppen, of het geheim niet verlopen is, en of de app deze mailbox mag openen."
    ),
    "mailbox_map_weg": (
        "In een mailbox is een map niet te openen of te maken. Kijk of de map bestaat en of "
        "Postkamer er rechten op heeft."
    ),
    "mailbox_fout": (
        "Een mailbox gaf een fout. Postkamer blijft het proberen; blijft het zo, kijk dan in het "
        "logboek van de mailserver."
    ),
    "mail_met_rest": (
        "Van een e-mail kon niet alles worden ingelezen. Zij ligt in de mailbox in de map voor "
        "fouten; bij de partij van binnenkomst staat wat eraan scheelt."
    ),
    "mail_breekt": (
        "Een e-mail kon na een paar keer proberen niet worden ingelezen en blijft in de mailbox. "
        "Lees haar zelf en meld dit aan de beheerder."
    ),
    "post_in_fout": (
        "Post kon niet (helemaal) worden ingelezen. Kijk in de map fout wat er mis is en bied de "
        "brief opnieuw aan."
    ),
    "bezorging_opgegeven": (
        "Een of meer rapporten konden niet worden bezorgd. Los op wat er met het kanaal is en "
        "stuur ze opnieuw met `postkamer deliveries resend`."
    ),
    "grootboek_klopt_niet": (
        "De dagelijkse controle vond brieven, bladzijden of rapporten die niet kloppen. "
        "`postkamer ledger check` toont welke en wat u kunt doen."
    ),
    "kanaal_weg": (
        "De ontvanger wil geen berichten meer en het kanaal is uitgezet. Wat ervoor klaarstaat "
        "wacht: zet het kanaal weer aan, of verwijder het."
    ),
}


def handover(status: str | None) -> str:
    """Return what a receiver did with a message, and what to do about it.

    >>> handover("http_404")
    'De ontvanger antwoordde met code 404. Op dit adres is niets: kijk of het adres klopt.'
    """
    if status is None:
        return ""
    if status.startswith("http_"):
        code = status.removeprefix("http_")
        sentences = [HTTP_STATUS.format(code=code), HTTP_HINTS.get(code, "")]
        return " ".join(filter(None, sentences))
    return HANDOVERS.get(status, status)  # of another version
