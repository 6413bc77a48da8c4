"""What the API can do with channels and deliveries."""

from functools import partial

from service.records.people import Scope
from service.web.api import channel_models as models
from service.web.api import channels
from service.web.api.operation import Answer, Operation

CHANNELS = "kanalen"
_KINDS = (
    "Een organisatie maakt zelf de soorten kanalen die de beheerder van de installatie toestaat "
    "(instelling `channel_kinds`); de andere maakt die met `postkamer channel add`."
)
CHANNEL_REQUEST = {
    "kind": "webhook",
    "name": "zaaksysteem",
    "settings": {"url": "https://zaken.example.org/postkamer", "inhoud": "verwijzing"},
}


_administering = partial(Operation, scope=Scope.ADMIN, tag=CHANNELS)

CHANNEL_OPERATIONS: tuple[Operation, ...] = (
    _administering(
        "listChannels",
        "GET",
        "/channels",
        "De kanalen waar rapporten heen gaan",
        channels.list_channels,
        (Answer(200, "De kanalen.", models.ChannelList),),
    ),
    _administering(
        "createChannel",
        "POST",
        "/channels",
        "Een kanaal toevoegen",
        channels.add_channel,
        (
            Answer(
                201,
                "Het kanaal; het geheim ziet u alleen nu.",
                models.ChannelCreated,
                headers=("Location",),
            ),
        ),
        text=_KINDS,
        body=models.ChannelRequest,
        body_example=CHANNEL_REQUEST,
    ),
    _administering(
        "showChannel",
        "GET",
        "/channels/{channelId}",
        "Een kanaal",
        channels.show_channel,
        (Answer(200, "Het kanaal.", models.ReportChannel),),
    ),
    _administering(
        "changeChannel",
        "PATCH",
        "/channels/{channelId}",
        "Een kanaal uit- of weer aanzetten",
        channels.change_channel,
        (Answer(200, "Het kanaal zoals het nu is.", models.ReportChannel),),
        text="Wat klaarstaat voor een kanaal dat uit is, wacht. Gaat het weer aan, dan begint "
        "alles wat wachtte opnieuw met al zijn pogingen.",
        body=models.ChannelChange,
        body_example={"isEnabled": False},
    ),
    _administering(
        "removeChannel",
        "DELETE",
        "/channels/{channelId}",
        "Een kanaal weghalen",
        channels.remove_channel,
        (Answer(204, "Het kanaal is weg; wat ervoor klaarstond vervalt.", media_types=()),),
    ),
    _administering(
        "testChannel",
        "POST",
        "/channels/{channelId}/tests",
        "Een proefbericht sturen",
        channels.try_channel,
        (Answer(200, "Wat er van het proefbericht werd.", models.ChannelTest),),
        text="Kan ook bij een kanaal dat uit is. Het antwoord komt als de ontvanger antwoordt of "
        "zijn tijd om is.",
    ),
    _administering(
        "rotateSecret",
        "POST",
        "/channels/{channelId}/secrets",
        "Een kanaal een nieuw geheim geven",
        channels.rotate_secret,
        (Answer(200, "Het nieuwe geheim; het oude geldt nog een dag.", models.ChannelSecret),),
        more_problems=("kanaal_zonder_geheim",),
    ),
    _administering(
        "resendAll",
        "POST",
        "/channels/{channelId}/attempts",
        "Alles wat van een kanaal is opgegeven opnieuw bezorgen",
        channels.resend_all,
        (Answer(202, "Hoeveel er opnieuw wordt bezorgd.", models.Resent),),
    ),
    _administering(
        "listDeliveries",
        "GET",
        "/deliveries",
        "Bezorgingen, ook die zijn opgegeven",
        channels.list_deliveries,
        (Answer(200, "Bezorgingen.", models.DeliveryList, headers=("Link",)),),
        query=models.DeliveriesQuery,
    ),
    _administering(
        "showDelivery",
        "GET",
        "/deliveries/{deliveryId}",
        "Een bezorging",
        channels.show_delivery,
        (Answer(200, "De bezorging.", models.Delivery),),
    ),
    _administering(
        "resendDelivery",
        "POST",
        "/deliveries/{deliveryId}/attempts",
        "Opnieuw bezorgen, of meteen als de bezorging wacht",
        channels.resend,
        (Answer(202, "De bezorging; zij begint opnieuw met al haar pogingen.", models.Delivery),),
        more_problems=("kanaal_is_weg",),
    ),
)
