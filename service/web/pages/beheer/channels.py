"""Where reports go: webhooks, trying them, and deliveries that failed.

Only webhooks are made here: their addresses are guarded. A folder or an exchange is on the network
of the server, and only who administers that may let Postkamer write there.
"""

from dataclasses import dataclass, replace

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.ports.errors import ChannelSettingsError
from service.records.deliveries import ChannelRecord, Delivery, DeliveryState, Ending
from service.texts import channels as channels_texts
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts
from service.usecases import channels as usecase
from service.usecases import deliveries
from service.usecases.channels import NewChannel, Office, Overview
from service.usecases.deliveries import Counter
from service.usecases.errors import UsageError
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    told_once,
    unsure,
    written_down,
)
from service.web.pages.beheer.words import CONTENTS
from service.web.pages.list_view import profile_name
from service.web.pages.page import catalogue, field, viewer, viewer_actor
from service.web.pages.words import Sign

channels = Blueprint("kanalen", __name__, url_prefix="/beheer/kanalen")
MADE_HERE = "webhook"
MOST_SHOWN = 100
LONGEST_NAME = 200
ON, OFF = Sign("Aan", "✓", "ok"), Sign("Uit", "–", "quiet")  # noqa: RUF001 - a dash
AWAY = Sign("Aan, ontvanger weg", "!", "warning")


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel in the list."""

    id: str
    name: str
    kind: str
    leads_to: str
    state: Sign
    why: str
    whom: str
    waiting: int
    given_up: int
    is_on: bool
    has_secret: bool


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A report on its way to a channel."""

    id: str
    letter_id: str
    state: str
    attempts: int
    tried: str
    again: str
    happened: str
    is_given_up: bool


@channels.get("")
@for_administrators
def show() -> AnyResponse:
    """Show the channels."""
    return _page()


@channels.post("/toevoegen")
@for_administrators
def add() -> AnyResponse:
    """Add a webhook and show its secret, once."""
    known = catalogue().ids
    new = NewChannel(
        organisation_id=viewer().organisation_id,
        kind=MADE_HERE,
        name=field("naam", most=LONGEST_NAME),
        settings={"url": field("url", most=2000), "inhoud": field("inhoud")},
        profiles=tuple(each for each in request.form.getlist("profiel") if each in known),
        is_default=field("alleen_genoemd") != "ja",
    )
    try:
        channel, secret = usecase.add(new, office=_office())
    except ChannelSettingsError as error:
        return _page({key: f"{key}: {fault}." for key, fault in error.faults})
    except UsageError as error:
        return _page({"naam": str(error)})
    written_down("channel_added", channel_id=channel.id)
    return _secret(channel, secret or "")


@channels.get("/<channel_id>")
@for_administrators
def show_one(channel_id: str) -> AnyResponse:
    """Show a channel with what waits for it and what failed."""
    return _one_page(channel_id)


@channels.post("/<channel_id>/proef")
@for_administrators
def try_out(channel_id: str) -> AnyResponse:
    """Send a test event and say what became of it."""
    handover = usecase.test(channel_id, office=_office())
    written_down("channel_tested", channel_id=channel_id, status=handover.status)
    is_good = handover.ending is Ending.DELIVERED
    return _one_page(channel_id, tried=(is_good, deliveries_texts.handover(handover.status)))


@channels.post("/<channel_id>/geheim")
@for_administrators
def rotate(channel_id: str) -> AnyResponse:
    """Give a channel a new secret and show it, once."""
    try:
        channel, secret = usecase.rotate(channel_id, office=_office())
    except UsageError as error:
        return _one_page(channel_id, fault=str(error))
    written_down("channel_secret_rotated", channel_id=channel.id)
    return _secret(channel, secret, f"{channels_texts.OLD_ONE_TOO} ")


@channels.post("/<channel_id>/aan")
@for_administrators
def enable(channel_id: str) -> AnyResponse:
    """Enable a channel."""
    usecase.enable(channel_id, office=_office())
    written_down("channel_enabled", channel_id=channel_id)
    return back_to(url_for("kanalen.show_one", channel_id=channel_id), "aan")


@channels.post("/<channel_id>/uit")
@for_administrators
def disable(channel_id: str) -> AnyResponse:
    """Disable a channel."""
    usecase.disable(channel_id, office=_office())
    written_down("channel_disabled", channel_id=channel_id)
    return back_to(url_for("kanalen.show_one", channel_id=channel_id), "uit")


@channels.post("/<channel_id>/verwijderen")
@for_administrators
def remove(channel_id: str) -> AnyResponse:
    """Remove a channel, when one is sure."""
    channel = _find(channel_id).channel
    question = unsure(
        f'Het kanaal "{channel.name}" gaat weg, met zijn adres en geheim. Rapporten die ervoor '
        "klaarstaan worden niet meer bezorgd. Dit kan niet ongedaan worden gemaakt.",
        button="Ja, verwijder het kanaal",
        back=url_for("kanalen.show_one", channel_id=channel_id),
    )
    if question is not None:
        return question
    lapsed = usecase.remove(channel_id, office=_office())
    written_down("channel_removed", channel_id=channel_id, lapsed=lapsed)
    return back_to(url_for("kanalen.show"), "verwijderd")


@channels.post("/<channel_id>/alles-opnieuw")
@for_administrators
def resend_all(channel_id: str) -> AnyResponse:
    """Send again everything that was given up."""
    number = deliveries.resend_all(channel_id, counter=_counter())
    written_down("deliveries_resent", channel_id=channel_id, number=number)
    return back_to(url_for("kanalen.show_one", channel_id=channel_id), "alles_opnieuw")


@channels.post("/bezorgingen/<delivery_id>/opnieuw")
@for_administrators
def resend(delivery_id: str) -> AnyResponse:
    """Send a delivery again."""
    delivery = deliveries.resend(delivery_id, counter=_counter())
    written_down("delivery_resent", delivery_id=delivery_id)
    return back_to(url_for("kanalen.show_one", channel_id=delivery.channel_id), "opnieuw")


@channels.post("/bezorgingen/<delivery_id>/laten-vervallen")
@for_administrators
def drop(delivery_id: str) -> AnyResponse:
    """Let a delivery lapse, when one is sure."""
    counter = _counter()
    with counter.store.reading() as transaction:
        delivery = transaction.deliveries.find(delivery_id, organisation_id=counter.organisation_id)
    question = unsure(
        "Dit rapport wordt dan niet naar dit kanaal bezorgd. Een later rapport over dezelfde "
        "brief gaat wel door.",
        button="Ja, laat de bezorging vervallen",
        back=url_for("kanalen.show_one", channel_id=delivery.channel_id),
    )
    if question is not None:
        return question
    try:
        deliveries.drop(delivery_id, counter=counter)
    except UsageError as error:
        return _one_page(delivery.channel_id, fault=str(error))
    written_down("delivery_dropped", delivery_id=delivery_id)
    return back_to(url_for("kanalen.show_one", channel_id=delivery.channel_id), "vervallen")


def _office() -> Office:
    """Return the office for the channels of one's own organisation alone."""
    office = sessions.parts().office
    return replace(office, organisation_id=viewer().organisation_id, by=viewer_actor())


def _counter() -> Counter:
    office = _office()
    return Counter(office.store, office.clock, office.organisation_id, by=office.by)


def _find(channel_id: str) -> Overview:
    return usecase.overview(channel_id, office=_office())


def _page(faults: dict[str, str] | None = None) -> AnyResponse:
    return shown(
        "kanalen",
        400 if faults else 200,
        channels=tuple(map(_line, usecase.overviews(office=_office()))),
        profiles={each: profile_name(each) for each in catalogue().ids},
        contents=CONTENTS,
        values=request.form,
        faults=faults or {},
    )


def _one_page(
    channel_id: str, *, tried: tuple[bool, str] | None = None, fault: str = ""
) -> AnyResponse:
    found = _find(channel_id)
    lines = tuple(
        _delivery(each)
        for state in (DeliveryState.GIVEN_UP, DeliveryState.WAITING)
        for each in deliveries.search(
            counter=_counter(), channel_id=channel_id, state=state, limit=MOST_SHOWN
        )
    )
    return shown(
        "kanaal",
        400 if fault else 200,
        channel=_line(found),
        deliveries=lines,
        most=MOST_SHOWN,
        tried=tried,
        fault=fault,
    )


def _line(overview: Overview) -> ChannelLine:
    channel, counts = overview.channel, overview.counts
    state, why = ON, ""
    if not channel.is_open:
        state, why = OFF, deliveries_texts.handover(channel.disabled_why)
    elif channel.away_until is not None:
        state, why = AWAY, deliveries_texts.handover(channel.away_status)
    whom = ", ".join(map(profile_name, channel.profiles)) or "alle brieven"
    return ChannelLine(
        id=channel.id,
        name=channel.name,
        kind=channel.kind,
        leads_to=overview.leads_to,
        state=state,
        why=why,
        whom=whom if channel.is_default else f"{whom}, als een zending het kanaal noemt",
        waiting=counts.get(DeliveryState.WAITING, 0),
        given_up=counts.get(DeliveryState.GIVEN_UP, 0),
        is_on=channel.is_open,
        has_secret=channel.kind == MADE_HERE,
    )


def _delivery(delivery: Delivery) -> DeliveryLine:
    waits = delivery.state is DeliveryState.WAITING
    return DeliveryLine(
        id=delivery.id,
        letter_id=delivery.letter_id,
        state=deliveries_texts.DELIVERY_STATES[delivery.state],
        attempts=delivery.attempts,
        tried=figures_texts.moment(delivery.tried_at) if delivery.tried_at else "nog niet",
        again=figures_texts.moment(delivery.next_at) if waits and delivery.next_at else "",
        happened=deliveries_texts.handover(delivery.last_status),
        is_given_up=delivery.state is DeliveryState.GIVEN_UP,
    )


def _secret(channel: ChannelRecord, secret: str, before: str = "") -> AnyResponse:
    return told_once(
        title=f"Geheim van kanaal {channel.name}",
        secret=secret,
        explanation=(
            f"{before}Geef dit aan de beheerder van de ontvanger: daarmee kijkt hij na of een "
            "bericht echt van Postkamer komt. Het wordt niet nog eens getoond."
        ),
        back=url_for("kanalen.show_one", channel_id=channel.id),
    )
