"""What the service says when it starts and stops."""

SERVING = "Postkamer draait op {url}\nAlles wordt bewaard in {data}\nStoppen: Ctrl-C"
FIRST_LINK = (
    "Er is nog geen beheerder. Open deze link om er een te maken; hij werkt één keer:\n{link}"
)
STOPPED = "Postkamer is gestopt. Wat nog niet gelezen was, gaat bij de volgende start verder."
BUSY = (
    "Er draait al een Postkamer met de map {data}. "
    "Stop die eerst, of kies met de instelling `data` een andere map."
)
