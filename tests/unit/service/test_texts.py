"""Every code that a page or a command may show has Dutch words."""

from enum import StrEnum

import pytest

from extractors.element import ElementId
from service.adapters.channels import amqp, folder, webhook
from service.ports.errors import Trouble
from service.records.audit import About, ActorKind, Broken, Done
from service.records.deliveries import DeliveryState
from service.texts import audit as audit_texts
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from service.texts import troubles as troubles_texts
from service.usecases import audit_round, channels, deliver, ledger, mailbox
from service.usecases.watching import watch
from validators.report import Channel, Intent, Kind, Status, Verdict, WindowVerdict


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Trouble, troubles_texts.TROUBLES),
        (Kind, report_texts.KINDS),
        (Intent, report_texts.INTENTS),
        (Verdict, report_texts.VERDICTS),
        (Verdict, report_texts.VERDICT_MEANINGS),
        (Status, report_texts.STATUSES),
        (WindowVerdict, report_texts.WINDOWS),
        (Channel, report_texts.CHANNELS),
        (ElementId, report_texts.ELEMENTS),
        (DeliveryState, deliveries_texts.DELIVERY_STATES),
        (Done, audit_texts.ACTS),
        (About, audit_texts.OBJECTS),
        (ActorKind, audit_texts.ACTORS),
        (Broken, audit_texts.BROKEN),
    ],
)
def test_every_code_has_words(codes: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize("trouble", Trouble)
def test_a_trouble_is_told_in_a_sentence_and_a_remedy(trouble: Trouble) -> None:
    assert troubles_texts.TROUBLES[trouble].rstrip(".").count(".") >= 1


def test_a_masked_bsn_shows_three_digits() -> None:
    assert figures_texts.masked("999990019") == "***-**-019"


STATUSES = {
    *(each.status for each in webhook.FAILURES.values()),
    *folder.TROUBLES.values(),
    folder.OTHER_TROUBLE,
    *amqp.STATUSES.values(),
    amqp.OTHER_STATUS,
    *("aangenomen", "geschreven", channels.BY_A_PERSON),
    *(deliver.CRASHED, deliver.LETTER_REMOVED, deliver.INSTALLATION),
}


def test_every_outcome_of_a_delivery_has_words_and_no_others_do() -> None:
    assert set(deliveries_texts.HANDOVERS) == STATUSES


@pytest.mark.parametrize("status", [*STATUSES, "http_500", "http_410", "uit-de-toekomst"])
def test_an_outcome_is_told(status: str) -> None:
    assert deliveries_texts.handover(status)


def test_every_alert_has_words() -> None:
    of_doors = watch.ALERTS | mailbox.ALERTS
    own = {deliver.GIVEN_UP, deliver.CHANNEL_GONE, audit_round.VIOLATED, ledger.ALERT}
    assert set(deliveries_texts.ALERTS) == own | of_doors
