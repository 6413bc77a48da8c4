"""One watched folder, walk after walk.

A file that stood unchanged in some looks is taken in; in the same transaction is kept that it was,
so that it is known after a crash at any line. Only then is it moved, and when its letters were read
their reports are written beside it. Nothing that is wrong with one file stops the others, and what
is wrong with the folder is tried again.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from service.ports.doors import Look, Seen, Sort
from service.ports.errors import ChangedError, FolderAwayError, Trouble, TroubleError
from service.usecases.receive import Facts
from service.usecases.tries import Tries
from service.usecases.watching.manifests import Manifest, Manifests
from service.usecases.watching.putting_away import PuttingAway
from service.usecases.watching.taking import Taken, Taking
from service.usecases.watching.watch import (
    AWAY,
    LIMIT,
    STUCK,
    UNREADABLE,
    UNWRITABLE,
    Teller,
    Tools,
    Walked,
    Watch,
)

LONG = dt.timedelta(hours=1)  # a file that still waits then may wait for ever
SPELL = dt.timedelta(seconds=10)  # of taking in, so that a stop need not wait long for it
MOST_TRIES = 3  # of a file on which the code breaks
EMPTY = "0-"  # how the identity of an empty file begins


@dataclass(slots=True)
class _Waiting:
    """A file that is not taken in yet: how often it was the same, and since when."""

    identity: str
    looks: int
    since: dt.datetime


class FolderWatch:
    """Watches one folder; all that it remembers itself is what it saw in earlier looks."""

    def __init__(self, watch: Watch, tools: Tools) -> None:
        """Begin to watch; nothing was seen yet."""
        self._watch = watch
        self._folder = tools.folder
        self._store = tools.desk.store
        self._clock = tools.desk.clock
        self._teller = Teller(watch, tools.desk)
        self._away = PuttingAway(watch, tools, self._teller)
        self._manifests = Manifests(watch, tools, self._teller)
        self._taking = Taking(watch, tools)
        self._waiting: dict[str, _Waiting] = {}
        self._tries = Tries(MOST_TRIES)

    def walk(self) -> Walked:
        """Look once, and do all that can be done now.

        Raises:
            FolderAwayError: when the folder cannot be reached.
            OSError: when nothing can be kept, as with a full disk.

        """
        walked = Walked()
        try:
            self._prepare(walked)
            self._away.move_all(walked)
            self._away.report_all(walked)
            self._take_new(self._folder.look(), walked)
        except FolderAwayError:
            self._teller.alert(AWAY)
            raise
        self._teller.walked(walked)
        return walked

    def _prepare(self, walked: Walked) -> None:
        with self._store.reading() as transaction:
            is_known = transaction.watched.lying(self._watch.id) > 0
        try:
            self._folder.prepare(is_known=is_known)
        except OSError as error:  # letters are taken in all the same
            self._teller.trouble(UNWRITABLE, walked, error)

    def _take_new(self, look: Look, walked: Walked) -> None:
        if look.unreadable:
            self._teller.trouble(UNREADABLE, walked)
        self._forget_all_but({each.name for each in (*look.seen, *look.manifests)})
        stable = [each for each in look.manifests if self._is_stable(each)]
        manifests = [self._manifests.of(each, walked) for each in stable]
        ready = sorted(self._ready(look, manifests), key=lambda each: self._tries.count(each.name))
        told = self._manifests.told(manifests)
        begun = self._clock.now()
        for seen in ready[:LIMIT]:
            facts, manifest = told.get(seen.name, (Facts(), None))
            with self._tries.counted(seen.name):
                taken = self._take(seen, facts, manifest, walked)
            if taken is not None:
                self._count(taken, walked)
            if self._clock.now() - begun >= SPELL:
                break
        self._manifests.put_away(manifests, look.manifests, walked)
        waiting = [self._waiting[each.name] for each in look.seen if each.name in self._waiting]
        walked.waiting += len(waiting)
        now = self._clock.now()
        if any(now - each.since >= LONG for each in waiting):
            self._teller.alert(STUCK)

    def _ready(self, look: Look, manifests: Sequence[Manifest]) -> Iterator[Seen]:
        """Yield what can be taken in; what a manifest is still to tell of waits."""
        with self._store.reading() as transaction:
            taken = transaction.watched.taken(self._watch.id)
        known = {(file.lies, file.identity) for file in taken}
        told = {each.name for each in manifests if each.fault is None}
        closed = [_folder_of(each.name) for each in look.manifests if each.name not in told]
        for seen in look.seen:
            is_new = (seen.name, seen.identity) not in known
            if is_new and self._is_stable(seen) and not _is_below(seen.name, closed):
                yield seen

    def _is_stable(self, seen: Seen) -> bool:
        """Count a look; tell whether the file was the same in enough of them."""
        before = self._waiting.get(seen.name)
        if before is None or before.identity != seen.identity:
            before = _Waiting(seen.identity, 0, self._clock.now())
            self._waiting[seen.name] = before
        before.looks += 1
        return before.looks >= self._watch.looks

    def _has_waited(self, seen: Seen) -> bool:
        """Tell whether the file had its time to become readable by itself."""
        return self._clock.now() - self._waiting[seen.name].since >= self._watch.patience

    def _take(self, seen: Seen, facts: Facts, manifest: str | None, walked: Walked) -> Taken | None:
        """Take a file in; None when it may yet become one that can be."""
        is_early = not self._has_waited(seen)
        if seen.sort is Sort.FILE:
            is_empty = seen.identity.startswith(EMPTY)
            if (is_early and is_empty) or self._folder.is_being_written(seen.name):
                return None
        if self._tries.count(seen.name) > MOST_TRIES:  # this try included
            return self._taking.refuse(seen, Trouble.GECRASHT)
        try:
            return self._taking.take(seen, facts, manifest)
        except ChangedError:
            del self._waiting[seen.name]  # its looks are counted anew
        except TroubleError as error:
            self._teller.unreadable(error.trouble.value, walked)
            return None if is_early else self._taking.refuse(seen, error.trouble)
        return None

    def _count(self, taken: Taken, walked: Walked) -> None:
        received, file = taken
        walked.letters += len(received.letters)
        walked.refused += len(received.refusals)
        self._waiting.pop(file.name, None)
        self._away.move_new(file, walked)

    def _forget_all_but(self, names: Collection[str]) -> None:
        """Forget what is no longer there."""
        self._tries.forget_all_but(names)
        for name in self._waiting.keys() - names:
            del self._waiting[name]


def _folder_of(name: str) -> str:
    return name.rpartition("/")[0]


def _is_below(name: str, folders: Sequence[str]) -> bool:
    return any(not folder or name.startswith(f"{folder}/") for folder in folders)
