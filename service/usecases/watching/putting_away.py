"""Putting files of a watched folder where they belong, and their reports beside them.

Where a file goes is kept before it is moved, and that it was moved after: whatever happens in
between, the next walk finds out what was done and goes on. A file whose letters all have a report
gets them beside it; one that asks for a person lies in `fout` with a note that says what to do.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from service.ports.doors import OpenFile, Seen
from service.ports.errors import ChangedError, OccupiedError, TroubleError
from service.records.doors import WatchedFile, WatchedState
from service.records.letters import Refusal
from service.texts import doors as texts
from service.usecases.expand import needs_person
from service.usecases.watching.watch import (
    DONE,
    LIMIT,
    MOST_TROUBLES,
    PUT_ASIDE,
    UNWRITABLE,
    WRONG,
    Teller,
    Tools,
    Walked,
    Watch,
)
from validators.report import Report, Verdict


class PuttingAway:
    """Puts away the files of one folder."""

    def __init__(self, watch: Watch, tools: Tools, teller: Teller) -> None:
        """Begin; which files must be put away is in the store."""
        self._watch = watch
        self._folder = tools.folder
        self._store = tools.desk.store
        self._teller = teller
        self._sure: set[str] = set()  # ids of files that are certainly what was taken in

    def move_all(self, walked: Walked) -> None:
        """Move every file that was taken in before and does not lie where it belongs."""
        with self._store.reading() as transaction:
            files = transaction.watched.taken(self._watch.id)
        for file in files:
            if walked.troubles >= MOST_TROUBLES:
                break
            self.move(file, walked)

    def move_new(self, file: WatchedFile, walked: Walked) -> None:
        """Move a file that was taken in just now."""
        self._sure.add(file.id)
        if walked.troubles < MOST_TROUBLES:
            self.move(file, walked)

    def move(self, file: WatchedFile, walked: Walked) -> None:
        """Move a file where it belongs; what does not succeed is tried in the next walk."""
        try:
            self._move(file)
        except ChangedError:
            return  # it was taken away at this moment
        except OccupiedError:
            self._choose(file)
        except (OSError, TroubleError) as error:
            self._teller.trouble(UNWRITABLE, walked, error)

    def report_all(self, walked: Walked) -> None:
        """Write the reports on files of which all letters were read."""
        with self._store.reading() as transaction:
            files = transaction.watched.finished(self._watch.id, limit=LIMIT)
        for file in files:
            if walked.troubles >= MOST_TROUBLES:
                break
            try:
                self._report(file)
                walked.reported += 1
            except OccupiedError:
                self._choose(file)
            except OSError as error:
                self._teller.trouble(UNWRITABLE, walked, error)

    def _move(self, file: WatchedFile) -> WatchedFile:
        if self._is_same(file):
            file = file if file.place else self._choose(file)
            self._folder.move(file.lies, file.place)
        elif not file.place or self._folder.identity(file.place) != file.identity:
            file = self._miss(file)
        self._sure.discard(file.id)
        return self._keep(replace(file, lies=file.place, state=WatchedState.MOVED))

    def _miss(self, file: WatchedFile) -> WatchedFile:
        """Choose a place for the report on a file that someone took away or replaced."""
        self._folder.remove(f"{file.lies}.txt" if _area(file.lies) else f"{file.place}.txt")
        file = self._choose(file)
        self._folder.write(f"{file.place}.txt", texts.FILE_GONE)
        return file

    def _choose(self, file: WatchedFile, area: str | None = None) -> WatchedFile:
        """Choose and keep where a file goes."""
        chosen = area or _area(file.place) or self._area_of(file)
        name = file.lies.removeprefix(f"{_area(file.lies)}/") if _area(file.lies) else file.lies
        place = self._folder.free_place(chosen, name)
        return self._keep(replace(file, place=place, state=WatchedState.TAKEN))

    def _area_of(self, file: WatchedFile) -> str:
        with self._store.reading() as transaction:
            refusals = transaction.batches.refusals(file.batch_id)
        return WRONG if any(needs_person(each) for each in refusals) else DONE

    def _is_same(self, file: WatchedFile) -> bool:
        """Tell whether what lies there is what was taken in, and not another with its name."""
        if self._folder.identity(file.lies) != file.identity:
            return False
        if file.sha256 is None or file.id in self._sure:
            return True
        with self._folder.open_file(Seen(file.lies, file.identity)) as opened:
            is_same = _sha256(opened) == file.sha256
        if is_same:
            self._sure.add(file.id)
        return is_same

    def _keep(self, file: WatchedFile) -> WatchedFile:
        with self._store.working() as transaction:
            transaction.watched.keep(file)
        return file

    def _report(self, file: WatchedFile) -> None:
        reports, refusals = self._results(file.batch_id)
        faults = _faults(reports, refusals)
        if faults and file.lies.startswith(f"{DONE}/"):
            self._sure.add(file.id)
            file = self._move(self._choose(file, WRONG))
        for number, report in enumerate(reports, start=1):
            suffix = ".json" if number == 1 else f".brief-{number}.json"
            self._folder.write(file.lies + suffix, report.model_dump_json(indent=2) + "\n")
        if faults:
            is_partly = any(report.verdict is not Verdict.FOUT for report in reports)
            self._folder.write(f"{file.lies}.txt", texts.wrong_file(faults, is_partly=is_partly))
        with self._store.working() as transaction:
            transaction.watched.end(file)
            if faults:
                self._teller.alert_in(transaction, PUT_ASIDE, about=file.batch_id)

    def _results(self, batch_id: str) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
        """Return the reports on the letters in a file, in their order, and what was refused."""
        with self._store.reading() as transaction:
            letters = transaction.letters
            ids = [
                part_id
                for first in transaction.batches.letters(batch_id)
                for part_id in (first.id, *(each.id for each in letters.parts(first.id)))
            ]
            reports = tuple(letters.report(letter_id) for letter_id in ids)
            return reports, transaction.batches.refusals(batch_id)


def _area(place: str) -> str:
    """Return in which area a place is; empty for a file that lies where it was dropped."""
    area = place.partition("/")[0]
    return area if area in {DONE, WRONG} else ""


def _faults(reports: Sequence[Report], refusals: Sequence[Refusal]) -> list[tuple[str, str]]:
    """Return name and sentence of everything in a file that asks for a person."""
    told = [(each.file, each.message) for each in refusals if needs_person(each)]
    return told + [
        (report.document.file, report.error.message if report.error else "")
        for report in reports
        if report.verdict is Verdict.FOUT
    ]


def _sha256(opened: OpenFile) -> str:
    digest = hashlib.sha256()
    while piece := opened.source.read(1024 * 1024):
        digest.update(piece)
    return digest.hexdigest()
