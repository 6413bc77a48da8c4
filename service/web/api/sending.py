"""Sending letters: a delivery of many, or one letter with its report in the same answer."""

import datetime as dt
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from flask import Response, request

from service.names import cleaned, masked
from service.ports.errors import NotFoundError, ReusedKeyError
from service.records.audit import Done
from service.records.letters import Door, LetterState, NewLetter
from service.usecases.receive import Envelope, Facts, Intake, Received
from service.web.api import models
from service.web.api.checking import checked_as_far_as_right, parsed_json
from service.web.api.operation import Call, json_answer
from service.web.api.showing import parts_of, refused_files
from service.web.intake import METADATA, Upload, take_upload
from service.web.noting import note_letter
from service.web.problems import API, Fault, ProblemError, fault, invalid, of_manifest
from validators.case import is_possible
from validators.report import ReceivedSource

KEY = "Idempotency-Key"
KEY_SHAPE = re.compile(r"[\x20-\x7e]{1,255}", re.ASCII)
ONCE = ("name", "profile", "received", "postmarked", "channel")  # fields that come once
MANY = "channels"
LOOK_EVERY_S = 0.2
FINISHED = (LetterState.DONE, LetterState.STRANDED)


def send_batch(call: Call) -> Response:
    """Take in a delivery."""
    received = _take_in(call, is_single=False)
    answer = models.BatchReceived(
        id=received.batch.id,
        received_at=received.batch.received_at,
        letters=tuple(models.LetterLine(id=each.id, file=each.file) for each in received.letters),
        refused=refused_files(received.refusals),
    )
    return json_answer(answer, 202, {"Location": f"{API}/batches/{received.batch.id}"})


def send_letter(call: Call) -> Response:
    """Take in one letter and, when asked, wait for its report."""
    wait_s = call.query_as(models.WaitQuery).wait
    received = _take_in(call, is_single=True)
    if not received.letters:  # a repeat, of a letter that was destroyed since
        raise NotFoundError
    letter = received.letters[0]
    if wait_s or received.is_repeat:
        _wait_for(letter, wait_s, call)
        answer = _letter_received(letter, received.batch.id, call)
    else:
        answer = _just_received(letter, received.batch.id)
    headers = {"Location": f"{API}/letters/{letter.id}"}
    return json_answer(answer, 201 if answer.state in FINISHED else 202, headers)


def _take_in(call: Call, *, is_single: bool) -> Received:
    """Take in what the request brings and enter it.

    Raises:
        ProblemError: for everything that is wrong, all at once; nothing is entered then.

    """
    key_hash, faults = _key_hash()
    door = replace(call.door, max_bytes=call.known_caller.upload_bytes)
    with Intake(call.parts.desk) as intake:
        upload = take_upload(request, intake, door, with_archives=not is_single)
        files = "file" if is_single else "files"  # as the description of the address calls it
        wish, more = _wish(upload, files)
        faults += more + _faults_of_files(upload, intake, files)
        today = call.parts.desk.clock.today()
        faults += faults_of_manifests(upload, intake, today, profiles=call.catalogue.ids)
        # of a ZIP with a wrong manifest no letter was taken: any name may stand in it
        names = None if upload.wrong else {each.file for each in intake.taken}
        faults += _faults_of_wish(wish, names, call)
        if faults:
            raise invalid(faults)
        if not any(each.draft for each in intake.taken):
            raise ProblemError("geen_brieven", faults=_faults_of_refusals(intake))
        intake.tell({cleaned(each.file): _known(each) for each in wish.files})
        try:
            return intake.enter(_envelope(wish, call), key_hash=key_hash)
        except ReusedKeyError as error:
            raise ProblemError("sleutel_hergebruikt") from error


def _key_hash() -> tuple[str | None, list[Fault]]:
    """Return the hash of the idempotency key; the draft standard writes it between quotes."""
    given = request.headers.get(KEY)
    if given is None:
        return None, []
    key = given.strip().removeprefix('"').removesuffix('"')
    if not KEY_SHAPE.fullmatch(key):
        return None, [fault("verkeerd_teken", KEY, where="header")]
    return hashlib.sha256(key.encode()).hexdigest(), []


def _wish(upload: Upload, files: str) -> tuple[models.Metadata, list[Fault]]:
    """Return what is told of the delivery, fields and metadata together, as far as it is right."""
    told, faults = _metadata(upload)
    fields, more = _fields(upload, files)
    both = sorted(set(told) & set(fields))
    faults += more + [fault("dubbel", name) for name in both]
    wish, more = checked_as_far_as_right(models.Metadata, {**told, **fields}, where="body")
    return wish, faults + more


def _metadata(upload: Upload) -> tuple[Mapping[str, object], list[Fault]]:
    if upload.metadata is None:
        return {}, []
    value, faults = parsed_json(upload.metadata, field=METADATA)
    if upload.has_two_metadata:
        faults = [*faults, fault("dubbel", METADATA)]
    if not faults and not isinstance(value, dict):
        faults = [fault("geen_object", METADATA)]
    return (value if isinstance(value, dict) else {}), faults


def _fields(upload: Upload, files: str) -> tuple[dict[str, object], list[Fault]]:
    """Return the fields of a form, each as often as it may come."""
    fields: dict[str, object] = {}
    faults = []
    channels = [value for name, value in upload.fields if name == MANY]
    if channels:
        fields[MANY] = channels
    for name, value in upload.fields:
        if name not in {*ONCE, MANY}:
            faults.append(fault("onbekend", known=", ".join((files, METADATA, *ONCE, MANY))))
        elif name in fields and name != MANY:
            faults.append(fault("dubbel", name))
        elif value is None:
            faults.append(fault("klopt_niet", name))
        elif name != MANY:
            fields[name] = value
    return fields, faults


def _faults_of_files(upload: Upload, intake: Intake, files: str) -> list[Fault]:
    if not upload.files:
        return [fault("geen_bestand", files, where="file")]
    if files == "file" and len(intake.taken) != 1:
        return [fault("een_bestand", files, where="file")]
    return []


def _faults_of_wish(
    wish: models.Metadata, names: Collection[str] | None, call: Call
) -> list[Fault]:
    """Return what cannot be so; `names` are those of the files that came, None if not known."""
    faults = [*_faults_of_facts(wish, wish, "", call)]
    for number, each in enumerate(wish.files):
        prefix = f"files[{number}]."
        faults += _faults_of_facts(each, wish, prefix, call)
        if names is not None and cleaned(each.file) not in names:
            faults.append(fault("bestand_niet_meegestuurd", f"{prefix}file"))
    if wish.channels:
        with call.parts.desk.store.reading() as transaction:
            known = {each.id for each in transaction.channels.all(call.organisation_id)}
        faults += [
            fault("onbekend_kanaal", f"{MANY}[{number}]")
            for number, channel_id in enumerate(wish.channels)
            if channel_id not in known
        ]
    return faults


def _faults_of_facts(
    facts: models.Facts, defaults: models.Facts, prefix: str, call: Call
) -> Iterator[Fault]:
    profiles = call.catalogue.ids
    if facts.profile is not None and facts.profile not in profiles:
        yield fault("onbekend_profiel", f"{prefix}profile", known=", ".join(profiles))
    today = call.parts.desk.clock.today()
    for name, day in (("received", facts.received), ("postmarked", facts.postmarked)):
        if not is_possible(day):
            yield fault("geen_datum", prefix + name)
        elif day is not None and day > today:
            yield fault("in_de_toekomst", prefix + name)
    received = facts.received or defaults.received
    postmarked = facts.postmarked or defaults.postmarked
    if (facts.received or facts.postmarked) and _is_after(postmarked, received):
        yield fault("poststempel_na_ontvangst", f"{prefix}postmarked")


def faults_of_manifests(
    upload: Upload, intake: Intake, today: dt.date, *, profiles: Collection[str]
) -> list[Fault]:
    """Return what is wrong with manifests: their lines, and days that cannot be so."""
    wrong = [each for error in upload.wrong for each in of_manifest(error, profiles)]
    return [*wrong, *_faults_of_told_days(intake, today)]


def _faults_of_told_days(intake: Intake, today: dt.date) -> Iterator[Fault]:
    for each in intake.taken:
        days = [day for day in (each.facts.received, each.facts.postmarked) if day is not None]
        if any(day > today for day in days):
            yield fault("in_de_toekomst", masked(each.file), where="file")
        elif _is_after(each.facts.postmarked, each.facts.received):
            yield fault("poststempel_na_ontvangst", masked(each.file), where="file")


def _is_after(postmarked: dt.date | None, received: dt.date | None) -> bool:
    return postmarked is not None and received is not None and postmarked > received


def _faults_of_refusals(intake: Intake) -> list[Fault]:
    return [
        Fault(
            where="file",
            field=masked(each.file),
            code=each.refusal.code,
            message=each.refusal.message,
        )
        for each in intake.taken
        if each.refusal
    ]


def _known(facts: models.Facts) -> Facts:
    return Facts(
        profile=facts.profile,
        channel=facts.channel,
        received=facts.received,
        received_source=ReceivedSource.API if facts.received else None,
        postmarked=facts.postmarked,
    )


def _envelope(wish: models.Metadata, call: Call) -> Envelope:
    caller = call.known_caller
    return Envelope(
        organisation_id=caller.organisation_id,
        door=Door.API,
        received_by=caller.key_id,
        defaults=_known(wish),
        name=wish.name,
        channel_ids=wish.channels,
    )


def _wait_for(letter: NewLetter, wait_s: int, call: Call) -> None:
    """Wait until the letter has its report or the time is over.

    Only so many requests may wait at once: the others are answered at once, as without waiting.
    """
    parts = call.parts
    if not wait_s or not parts.waiting.acquire(blocking=False):
        return
    try:
        for _ in range(round(wait_s / LOOK_EVERY_S)):
            with parts.desk.store.reading() as transaction:
                if transaction.letters.find(letter.id).state in FINISHED:
                    return
            parts.pause(LOOK_EVERY_S)
    finally:
        parts.waiting.release()


def _just_received(letter: NewLetter, batch_id: str) -> models.LetterReceived:
    """Return the answer about a letter of which nothing else can be known yet."""
    return models.LetterReceived(
        id=letter.id,
        batch_id=batch_id,
        file=letter.file,
        state=LetterState.RECEIVED,
        report=None,
        parts=(),
    )


def _letter_received(letter: NewLetter, batch_id: str, call: Call) -> models.LetterReceived:
    with call.parts.desk.store.reading() as transaction:
        record = transaction.letters.find(letter.id)
        is_finished = record.state in FINISHED
        answer = models.LetterReceived(
            id=letter.id,
            batch_id=batch_id,
            file=letter.file,
            state=record.state,
            report=transaction.letters.report(letter.id) if is_finished else None,
            parts=parts_of(record, transaction),
        )
    if answer.report is not None:
        note_letter(call.parts.desk.store, call.actor, Done.REPORT_READ, record)
    return answer
