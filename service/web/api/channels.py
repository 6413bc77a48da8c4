"""Channels and deliveries: where the reports of an organisation go, and what did not arrive."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flask import Response

from service.ports.errors import ChannelSettingsError, NotFoundError
from service.records.deliveries import ChannelRecord, DeliveryState, Ending
from service.records.deliveries import Delivery as DeliveryRecord
from service.texts import channels as channels_texts
from service.texts import deliveries as deliveries_texts
from service.usecases import channels, deliveries
from service.usecases.channels import NameTakenError, NewChannel, NoSecretError, Office
from service.usecases.deliveries import ChannelGoneError, Counter
from service.web.api import channel_models as models
from service.web.api.operation import Call, json_answer
from service.web.api.showing import id_in, link_to
from service.web.problems import API, Fault, ProblemError, fault, invalid

# Settings that name a file of this machine: a key must not find out which files there are.
ON_THIS_MACHINE = frozenset({"ca_file"})


def list_channels(call: Call) -> Response:
    """Return the channels of the organisation."""
    every = channels.overviews(office=_office(call))
    return json_answer(models.ChannelList(channels=tuple(map(_channel_of, every))))


def add_channel(call: Call) -> Response:
    """Add a channel and show its secret, once."""
    wish, office = call.body_as(models.ChannelRequest), _office(call)
    faults = [*_faults_of(wish, call)]
    if faults:
        raise invalid(faults)
    new = NewChannel(
        organisation_id=call.organisation_id,
        kind=wish.kind,
        name=wish.name,
        settings=wish.settings,
        profiles=wish.profiles,
        is_default=wish.is_default,
    )
    try:
        channel, secret = channels.add(new, office=office)
    except NameTakenError as error:
        raise invalid([fault("naam_bestaat_al", "name")]) from error
    except ChannelSettingsError as error:
        raise invalid(_fault_of_setting(*each) for each in error.faults) from error
    leads_to = office.kinds[channel.kind].describe(channel.settings)
    shown = _shown(channel, leads_to, {})
    answer = models.ChannelCreated.model_validate({**dict(shown), "secret": secret})
    return json_answer(answer, 201, {"Location": f"{API}/channels/{channel.id}"})


def show_channel(call: Call) -> Response:
    """Return one channel."""
    return json_answer(_found(call))


def change_channel(call: Call) -> Response:
    """Enable or disable a channel."""
    change = channels.enable if call.body_as(models.ChannelChange).is_enabled else channels.disable
    change(id_in(call, "channelId"), office=_office(call))
    return json_answer(_found(call))


def remove_channel(call: Call) -> Response:
    """Remove a channel; what waits for it lapses."""
    channels.remove(id_in(call, "channelId"), office=_office(call))
    return Response(status=204)


def try_channel(call: Call) -> Response:
    """Send a test event and say what became of it."""
    handover = channels.test(id_in(call, "channelId"), office=_office(call))
    return json_answer(
        models.ChannelTest(
            is_delivered=handover.ending is Ending.DELIVERED,
            code=handover.status,
            message=deliveries_texts.handover(handover.status),
        )
    )


def rotate_secret(call: Call) -> Response:
    """Give a channel a new secret and show it, once."""
    try:
        _, secret = channels.rotate(id_in(call, "channelId"), office=_office(call))
    except NoSecretError as error:
        raise ProblemError("kanaal_zonder_geheim") from error
    return json_answer(models.ChannelSecret(secret=secret))


def resend_all(call: Call) -> Response:
    """Deliver again everything of a channel that was given up."""
    try:
        count = deliveries.resend_all(id_in(call, "channelId"), counter=_counter(call))
    except ChannelGoneError as error:
        raise NotFoundError from error
    return json_answer(models.Resent(resent=count), 202)


def list_deliveries(call: Call) -> Response:
    """Return deliveries, the oldest first."""
    wish = call.query_as(models.DeliveriesQuery)
    found = deliveries.search(
        counter=_counter(call),
        channel_id=wish.channel_id,
        state=wish.state,
        after=wish.cursor,
        limit=wish.limit + 1,
    )
    page = found[: wish.limit]
    following = page[-1].number if len(found) > len(page) else None
    return json_answer(
        models.DeliveryList(deliveries=tuple(map(_delivery_of, page)), next=following),
        headers=link_to(f"{API}/deliveries", "cursor", following, wish.limit),
    )


def show_delivery(call: Call) -> Response:
    """Return one delivery."""
    with call.parts.office.store.reading() as transaction:
        found = transaction.deliveries.find(
            id_in(call, "deliveryId"), organisation_id=call.organisation_id
        )
    return json_answer(_delivery_of(found))


def resend(call: Call) -> Response:
    """Deliver again, or at once when it waits."""
    try:
        again = deliveries.resend(id_in(call, "deliveryId"), counter=_counter(call))
    except ChannelGoneError as error:
        raise ProblemError("kanaal_is_weg") from error
    return json_answer(_delivery_of(again), 202)


def _office(call: Call) -> Office:
    return replace(call.parts.office, organisation_id=call.organisation_id)


def _counter(call: Call) -> Counter:
    office = call.parts.office
    return Counter(office.store, office.clock, call.organisation_id)


def _faults_of(wish: models.ChannelRequest, call: Call) -> Iterator[Fault]:
    own = call.parts.office.own_kinds
    if wish.kind not in own:
        yield fault("kanaalsoort_niet_hier", "kind", known=", ".join(own) or "geen")
    for name in sorted(ON_THIS_MACHINE & wish.settings.keys()):
        yield fault("instelling_niet_hier", f"settings.{name}")
    known = call.parts.door.profiles
    for number, each in enumerate(wish.profiles):
        if each not in known:
            yield fault("onbekend_profiel", f"profiles[{number}]", known=", ".join(known))


def _fault_of_setting(key: str, sentence: str) -> Fault:
    """Return what is wrong with a setting; the key of one that does not exist is not repeated."""
    if sentence.startswith(channels_texts.NO_SUCH_SETTING):
        key = ""
    field = f"settings.{key}" if key else "settings"
    message = f"{sentence[:1].upper()}{sentence[1:]}."
    return Fault(where="body", field=field, code="kanaalinstelling", message=message)


def _found(call: Call) -> models.ReportChannel:
    channel_id = id_in(call, "channelId")
    every = channels.overviews(office=_office(call))
    found = next((each for each in every if each.channel.id == channel_id), None)
    if found is None:
        raise NotFoundError
    return _channel_of(found)


def _channel_of(found: channels.Overview) -> models.ReportChannel:
    return _shown(found.channel, found.leads_to, found.counts)


def _shown(
    channel: ChannelRecord, leads_to: str, counts: Mapping[DeliveryState, int]
) -> models.ReportChannel:
    return models.ReportChannel.model_validate(
        {
            "id": channel.id,
            "kind": channel.kind,
            "name": channel.name,
            "leads_to": leads_to,
            "profiles": channel.profiles,
            "is_default": channel.is_default,
            "is_enabled": channel.disabled_at is None,
            "disabled_at": channel.disabled_at,
            "disabled_why": channel.disabled_why,
            "away_until": channel.away_until,
            "deliveries": {state: counts.get(state, 0) for state in DeliveryState},
        }
    )


def _delivery_of(record: DeliveryRecord) -> models.Delivery:
    names = models.Delivery.model_fields.keys() - {"message"}
    same = {name: getattr(record, name) for name in names}
    message = deliveries_texts.handover(record.last_status)
    return models.Delivery.model_validate({**same, "message": message})
