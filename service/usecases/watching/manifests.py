"""Manifests in a watched folder: what they tell of files, until every file was taken in.

A manifest counts once for each file: scanners give their files the same names every day, and a date
of receipt of yesterday must not stick to the post of today.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.names import is_unsafe
from service.ports.doors import Seen
from service.ports.errors import OccupiedError, Trouble
from service.texts import doors as doors_texts
from service.texts import troubles as troubles_texts
from service.usecases.archive import facts_of
from service.usecases.manifest import Entry, ManifestError, parse_manifest
from service.usecases.receive import Facts
from service.usecases.watching.watch import (
    BAD_MANIFEST,
    DONE,
    UNWRITABLE,
    WRONG,
    Teller,
    Tools,
    Walked,
    Watch,
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read, or why it could not be; it tells of its folder and below."""

    name: str
    identity: str
    folder: str
    entries: dict[str, Entry] = field(default_factory=dict)  # by name below the watched folder
    fault: str | None = None

    @property
    def key(self) -> str:
        """Tell this manifest from one with the same name before or after it."""
        return _key(self.name, self.identity)


class Manifests:
    """Reads the manifests of one folder, each once."""

    def __init__(self, watch: Watch, tools: Tools, teller: Teller) -> None:
        """Begin; none was read yet."""
        self._watch = watch
        self._folder = tools.folder
        self._profiles = tools.profiles
        self._store = tools.desk.store
        self._teller = teller
        self._read: dict[str, Manifest] = {}
        self._present: frozenset[str] | None = None  # keys of the manifests of the last walk

    def of(self, seen: Seen, walked: Walked) -> Manifest:
        """Return a manifest; a fault in it is noted in `fout`, where people look."""
        known = self._read.get(seen.name)
        if known is not None and known.identity == seen.identity:
            return known
        manifest = self._parse(seen)
        note = f"{WRONG}/{seen.name}.txt"
        try:
            if manifest.fault is None:
                self._folder.remove(note)
            else:
                self._teller.alert(BAD_MANIFEST)
                self._folder.write(note, doors_texts.wrong_manifest(manifest.fault))
        except OSError as error:
            self._teller.trouble(UNWRITABLE, walked, error)
        self._read[seen.name] = manifest
        return manifest

    def told(self, manifests: Sequence[Manifest]) -> dict[str, tuple[Facts, str]]:
        """Return what is told of files, with the key of the manifest; the nearest one wins."""
        told: dict[str, tuple[Facts, str]] = {}
        for manifest in sorted(manifests, key=lambda each: each.name.count("/")):
            done = self._done(manifest)
            told |= {
                name: (facts_of(entry), manifest.key)
                for name, entry in manifest.entries.items()
                if name not in done
            }
        return told

    def put_away(
        self, manifests: Sequence[Manifest], present: Sequence[Seen], walked: Walked
    ) -> None:
        """Put away manifests of which every file was taken in, and forget those that are gone."""
        gone = {manifest.name for manifest in manifests if self._is_put_away(manifest, walked)}
        here = [each for each in present if each.name not in gone]
        walked.waiting += len(here)
        keys = frozenset(_key(each.name, each.identity) for each in here)
        if keys != self._present:
            with self._store.working() as transaction:
                transaction.watched.forget_all_but(self._watch.id, keys)
            self._present = keys

    def _is_put_away(self, manifest: Manifest, walked: Walked) -> bool:
        if manifest.fault is not None or not manifest.entries.keys() <= self._done(manifest):
            return False
        try:
            place = self._folder.free_place(DONE, manifest.name)
            self._folder.move(manifest.name, place)
        except (OSError, OccupiedError) as error:
            self._teller.trouble(UNWRITABLE, walked, error)
            return False
        return True

    def _done(self, manifest: Manifest) -> frozenset[str]:
        with self._store.reading() as transaction:
            return transaction.watched.told_by(self._watch.id, manifest.key)

    def _parse(self, seen: Seen) -> Manifest:
        folder = seen.name.rpartition("/")[0]
        empty = Manifest(seen.name, seen.identity, folder)
        try:
            text = self._folder.read_text(seen.name)
            entries = parse_manifest(text, name=seen.name, profiles=self._profiles)
        except ManifestError as error:
            return replace(empty, fault=str(error))
        except OSError:
            return replace(empty, fault=troubles_texts.TROUBLES[Trouble.LEESFOUT])
        outside = next((each for each in entries if is_unsafe(each.file)), None)
        if outside is not None:
            return replace(
                empty, fault=doors_texts.OUTSIDE.format(file=outside.file, line=outside.line)
            )
        below = {f"{folder}/{each.file}" if folder else each.file: each for each in entries}
        return replace(empty, entries=below)


def _key(name: str, identity: str) -> str:
    return hashlib.sha256(f"{name}\n{identity}".encode("utf-8", "surrogateescape")).hexdigest()
