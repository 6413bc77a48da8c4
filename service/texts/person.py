"""The Dutch words of what is handed over to a person, and of the command that does it."""

README = """Dit is alles wat Postkamer van uw brieven bewaart.

Per brief is er een map:
- origineel of bladzijde-N   uw brief zoals hij binnenkwam; stond hij in een scan met brieven van
                             anderen, dan alleen uw bladzijden
- rapport-N.json             wat de computer erin las en wat er volgens hem aan ontbrak; elke
                             volgende N is een latere beoordeling
- vastgesteld.json           wat mensen hebben nagekeken of verbeterd
- verstuurd-N                brieven die naar aanleiding ervan zijn gestuurd
- logboek.json               wie uw brief wanneer bekeek of wijzigde
"""
NO_LETTERS = "Er zijn geen brieven van deze persoon."
NOT_A_BSN = "Dit is geen burgerservicenummer. Controleer de cijfers."
ASK_BSN = "BSN (leeg als u alleen brieven noemt)"
EXPORTED = "In {path}: {letters}. Geef het bestand versleuteld door en gooi het daarna weg."
ERASE = (
    "{letters} vernietigen, met alles wat ervan bewaard is? Dat kan niet ongedaan worden "
    "gemaakt. Ga na of de wet (Archiefwet, lopende zaak) toestaat dat zij weg mogen."
)
ERASED = "Vernietigd: {letters}."
IS_THERE = "{path} bestaat al. Kies een andere naam, of gooi dat bestand eerst weg."
NO_PLACE = "{path} kan niet worden gemaakt. Noem een map die er is en waarin u mag schrijven."
LEFT = (
    "Niet vernietigd, omdat zij in één bestand zitten met een brief van iemand anders: {ids}. "
    "Laat zulke scans opnieuw en apart inlezen, en vernietig daarna het hele bestand."
)
