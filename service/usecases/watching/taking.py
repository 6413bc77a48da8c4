"""Taking one file of a watched folder in: itself as a letter, or the letters that are in it."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import BinaryIO, Final

from extractors.signatures import HEAD_BYTES
from service.names import cleaned
from service.ports.doors import OpenFile, Seen, Sort
from service.ports.errors import Trouble
from service.ports.store import Transaction
from service.records.doors import WatchedFile
from service.records.letters import Door, Refusal
from service.texts import troubles as texts
from service.usecases.archive import is_zip, unzip
from service.usecases.expand import expand
from service.usecases.manifest import ManifestError
from service.usecases.receive import (
    Envelope,
    Facts,
    Incoming,
    Received,
    letters_only,
    receive,
    refused,
)
from service.usecases.watching.watch import Tools, Watch

NO_FILE: Final = {Sort.LINK: Trouble.KOPPELING, Sort.OTHER: Trouble.GEEN_BESTAND}

Taken = tuple[Received, WatchedFile]


class Taking:
    """Takes in the files of one folder."""

    def __init__(self, watch: Watch, tools: Tools) -> None:
        """Prepare; nothing is taken in yet."""
        self._watch = watch
        self._tools = tools

    def take(self, seen: Seen, facts: Facts, manifest: str | None) -> Taken:
        """Take in a file and keep, in the same transaction, that it was.

        Raises:
            ChangedError: when it is not complete; nothing was kept.
            TroubleError: when it cannot be read; nothing was kept.
            OSError: when nothing can be kept now.

        """
        if seen.sort is not Sort.FILE:
            return self.refuse(seen, NO_FILE[seen.sort])
        with self._tools.folder.open_file(seen) as opened:
            parts = self._parts(cleaned(seen.name), opened, facts)
            return self._receive(parts, seen, check=opened.check_whole, manifest=manifest)

    def refuse(self, seen: Seen, trouble: Trouble) -> Taken:
        """Take note of something that cannot be a letter, so that it is put aside."""
        name = cleaned(seen.name)
        refusal = Refusal(name, trouble.value, texts.TROUBLES[trouble])
        return self._receive(iter([_refusal(name, refusal)]), seen)

    def _parts(self, name: str, opened: OpenFile, facts: Facts) -> Iterator[Incoming]:
        """Yield the letters in a file: itself, or those in a message or a ZIP."""
        source = opened.source

        def from_start() -> AbstractContextManager[BinaryIO]:
            source.seek(0)
            return nullcontext(source)

        with from_start():
            is_archive = is_zip(source.read(HEAD_BYTES))
        if not is_archive:
            yield from self._opened(Incoming(name, from_start, facts))
            return
        meter, profiles = self._tools.meter(), self._tools.profiles
        try:
            for member in unzip(name, source, meter=meter, profiles=profiles):
                yield from self._opened(replace(member, facts=member.facts.over(facts)))
        except ManifestError:
            yield _refusal(name, refused(name, "manifest_fout"))

    def _opened(self, file: Incoming) -> Iterator[Incoming]:
        """Yield the letters in a message, or the file itself when it is none."""
        for part in expand(file, opener=self._tools.opener):
            is_itself = part is file and part.refusal is None
            yield letters_only(part) if is_itself else part

    def _receive(
        self,
        parts: Iterator[Incoming],
        seen: Seen,
        *,
        check: Callable[[], None] = lambda: None,
        manifest: str | None = None,
    ) -> Taken:
        watch, desk = self._watch, self._tools.desk
        file = WatchedFile(
            id=desk.new_id(),
            folder=watch.id,
            batch_id="",
            name=seen.name,
            lies=seen.name,
            place="",
            identity=seen.identity,
            taken_at=desk.clock.now(),
            manifest=manifest,
        )

        def of(received: Received) -> WatchedFile:
            return replace(file, batch_id=received.batch.id, sha256=_sha256_of(received))

        def also(transaction: Transaction, received: Received) -> None:
            check()  # what was read must be the whole file, or else nothing of it is kept
            transaction.watched.add(of(received))

        envelope = Envelope(
            organisation_id=watch.organisation_id,
            door=Door.FOLDER,
            received_by=watch.id,
            defaults=Facts(profile=watch.profile, channel=watch.channel),
        )
        received = receive(parts, envelope, desk=desk, also=also)
        return received, of(received)


def _sha256_of(received: Received) -> str | None:
    """Return the hash of the whole file, when taking it in has told it."""
    if not received.letters:
        return None
    first = received.letters[0]
    if first.message is not None:
        is_one = all(each.message == first.message for each in received.letters)
        return first.message.sha256 if is_one else None
    is_alone = len(received.letters) == 1 and not received.refusals
    return first.blob.sha256 if is_alone else None


def _refusal(name: str, refusal: Refusal) -> Incoming:
    return Incoming(name, lambda: nullcontext(io.BytesIO()), refusal=refusal)
