"""The words about channels, at the commands and on the pages."""

NONE = "geen"
NO_SUCH_KIND = 'Een kanaal van de soort "{kind}" bestaat niet. Kies uit {kinds}.'
NO_SUCH_CHANNEL = 'Het kanaal "{name}" bestaat niet. Kanalen die er zijn: {names}.'
SEVERAL_CHANNELS = 'Er zijn meer kanalen met de naam "{name}". Noem een van deze ids: {names}.'
NO_SUCH_FOLDER = (
    "deze map is er niet. Maak haar eerst, of koppel de netwerkschijf aan, en geef de opdracht "
    "opnieuw"
)
NO_SUCH_SETTING = "deze instelling bestaat niet"
CHANNEL_WITHOUT_NAME = "Geef het kanaal een naam."
CHANNEL_NAME_TAKEN = 'Er is al een kanaal met de naam "{name}". Kies een andere naam.'
CHANNEL_REMOVED = (
    'Het kanaal "{name}" is verwijderd. Maak een nieuw kanaal en stuur de brief daar opnieuw heen.'
)
NO_SUCH_ORGANISATION = 'De organisatie "{name}" bestaat niet. Controleer de naam.'
NO_SUCH_DELIVERY = 'De bezorging "{name}" bestaat niet. Zie `postkamer deliveries list`.'
NOTHING_TO_ROTATE = "Een kanaal van de soort {kind} heeft geen geheim dat vernieuwd kan worden."
ALREADY_DELIVERED = "Dit rapport is al bezorgd; er valt niets te laten vervallen."
TEST_REPORT = "Dit is een proefbericht van Postkamer. Het gaat niet over een brief."
NO_CHANNELS = "Er zijn nog geen kanalen. Voeg er een toe met `postkamer channel add`."
NO_DELIVERIES = "Er zijn geen bezorgingen."
NO_KEY_AND_VALUE = '"{written}" is geen instelling. Schrijf sleutel=waarde, zoals url=https://...'
VALUE_NOT_READ = "{key}: het bestand {file} is niet te lezen. Kijk of het er is."
CHANNEL_ADDED = 'Kanaal "{name}" is toegevoegd ({id}). Probeer het met `postkamer channel test`.'
SHOWN_ONCE = (
    "Geheim: {secret}\nGeef dit aan de beheerder van de ontvanger. Het wordt niet nog eens getoond."
)
OLD_ONE_TOO = "Het oude geheim geldt nog 24 uur naast het nieuwe."
CHANNEL_DISABLED = 'Kanaal "{name}" staat uit. Wat ervoor klaarstaat wacht.'
CHANNEL_ENABLED = 'Kanaal "{name}" staat aan. Wat wachtte wordt nu bezorgd.'
CHANNEL_IS_REMOVED = 'Kanaal "{name}" is verwijderd; {count} vervallen.'
REMOVE_CHANNEL = 'Kanaal "{name}" verwijderen? Wat ervoor klaarstaat vervalt.'
ID_OR_CHANNEL = "Noem het id van een bezorging, of een kanaal met --channel."
RESENT = "Bezorging {id} gaat opnieuw op weg."
RESENT_ALL = 'Kanaal "{name}": {count} opnieuw op weg.'
LAPSED = "Bezorging {id} is vervallen."
