"""From the paths that were given to the assignments to do: names, order and what is known of each.

Looks at names and manifests only; no letter is opened here.
"""

import datetime as dt
import os.path
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from service.ports.errors import Trouble
from service.ports.reading import Assignment, Files, Found
from service.usecases.errors import UsageError
from service.usecases.manifest import Entry, ManifestError, Mistake, mistake, read_manifest
from validators.assess import Receipt
from validators.report import ReceivedSource

STREAM = "-"  # what other commands call their standard input
NO_STREAM = (
    "Postkamer leest geen brief uit een doorgeefluik (-). "
    "Bewaar de brief als bestand en noem de naam van dat bestand."
)
TO_COME = (
    "{what}: {day} ligt in de toekomst. Geef de dag waarop de brief binnenkwam of gestempeld is."
)

POSTED_LATER = (
    "{what}: {posted} ligt na de ontvangst op {received}. Een brief komt niet binnen voor hij is "
    "gestempeld: controleer beide datums, en laat het stempel weg als het niet te lezen is."
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked on the command line for all files together."""

    receipt: Receipt
    profile: str | None = None
    profiles: tuple[str, ...] = ()  # the ids that exist
    today: dt.date | None = None  # a letter did not come in after it


@dataclass(frozen=True, slots=True)
class Plan:
    """The assignments in order of name, and the names of data files that are not post."""

    assignments: tuple[Assignment, ...]
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """One path that was given, with the assignments that it holds."""

    path: str
    assignments: tuple[Assignment, ...]
    skipped: tuple[str, ...] = ()


def plan(paths: Iterable[str], wish: Wish, *, files: Files, without: Collection[str] = ()) -> Plan:
    """List the files below the paths, sorted by name; a file that is given twice is done once.

    Paths in `without` (the folder for the output) are left out.

    Raises:
        UsageError: for a path that does not exist and for a manifest that is wrong.

    """
    _check_days(wish)
    sources = [_source(path, wish, files=files) for path in paths]
    every = tuple(_apart(sources))
    once = {os.path.abspath(each.path): each for each in reversed(every)}  # noqa: PTH100 - no link
    kept = [each for path, each in once.items() if not _is_within(path, without)]
    return Plan(
        tuple(sorted(kept, key=lambda each: each.file)),
        tuple(name for source in sources for name in source.skipped),
    )


def _source(path: str, wish: Wish, *, files: Files) -> _Source:
    if not files.exists(path):
        message = f"{path} bestaat niet. Controleer de naam, of zet aanhalingstekens om spaties."
        raise UsageError(NO_STREAM if path == STREAM else message)
    if not files.is_folder(path):
        return _Source(path, (_assignment(Found(path, PurePath(path).name), None, wish),))
    listing = files.walk(path)
    entries = _entries(listing.manifests, root=path, wish=wish, files=files)
    found = {each.name: each for each in listing.found}
    for name in entries:
        found.setdefault(name, Found(os.path.join(path, name), name))  # noqa: PTH118
    assignments = tuple(_assignment(each, entries.get(name), wish) for name, each in found.items())
    if not assignments:
        name = PurePath(os.path.abspath(path)).name or "/"  # noqa: PTH100 - "." has a name too
        empty = Found(path, name, Trouble.LEGE_MAP)
        assignments = (_assignment(empty, None, wish),)
    return _Source(path, assignments, listing.skipped)


def _entries(
    manifests: tuple[Found, ...], *, root: str, wish: Wish, files: Files
) -> dict[str, Entry]:
    """Return the entries by name below `root`; the manifest nearest to a file wins."""
    entries: dict[str, Entry] = {}
    mistakes: list[Mistake] = []
    for manifest in sorted(manifests, key=lambda each: each.name.count("/")):
        folder = manifest.name.rpartition("/")[0]
        text = files.read_text(manifest.path)
        read, wrong = read_manifest(text, name=manifest.name, profiles=wish.profiles)
        mistakes += wrong
        for entry in read:
            name = f"{folder}/{entry.file}" if folder else entry.file
            mistakes += _wrong_days(entry, manifest.name, wish)
            mistakes += _wrong_file(name, entry, manifest=manifest.name, root=root, files=files)
            entries[name] = entry
    if mistakes:
        raise ManifestError(mistakes)
    return entries


def _wrong_days(entry: Entry, manifest: str, wish: Wish) -> Iterator[Mistake]:
    for column, day in (("received", entry.received), ("postmarked", entry.postmarked)):
        if _is_to_come(day, wish):
            message = TO_COME.format(what=f"kolom {column}", day=day)
            yield mistake("in_de_toekomst", manifest, entry.line, message)
    said = _posted_later("kolom postmarked", _receipt(entry, wish.receipt))
    if said and (entry.received or entry.postmarked):
        yield mistake("poststempel_na_ontvangst", manifest, entry.line, said)


def _check_days(wish: Wish) -> None:
    receipt = wish.receipt
    for option, day in (("--received", receipt.received), ("--postmarked", receipt.postmarked)):
        if _is_to_come(day, wish):
            raise UsageError(TO_COME.format(what=option, day=day))
    said = _posted_later("--postmarked", receipt)
    if said:
        raise UsageError(said)


def _posted_later(what: str, receipt: Receipt) -> str | None:
    """Return what is wrong when a letter was stamped after it came in."""
    posted, received = receipt.postmarked, receipt.received
    if posted is None or received is None or posted <= received:
        return None
    return POSTED_LATER.format(what=what, posted=posted, received=received)


def _is_to_come(day: dt.date | None, wish: Wish) -> bool:
    return day is not None and wish.today is not None and day > wish.today


def _wrong_file(
    name: str, entry: Entry, *, manifest: str, root: str, files: Files
) -> Iterator[Mistake]:
    if PurePath(entry.file).is_absolute() or ".." in PurePath(entry.file).parts:
        message = f"{entry.file} ligt buiten de map. Noem alleen bestanden in de map."
        yield mistake("onveilig_pad", manifest, entry.line, message)
    elif not files.exists(os.path.join(root, name)):  # noqa: PTH118 - a name may be no valid text
        message = f"{entry.file} is er niet. Verbeter de naam of haal de regel weg."
        yield mistake("bestand_is_er_niet", manifest, entry.line, message)


def _assignment(found: Found, entry: Entry | None, wish: Wish) -> Assignment:
    return Assignment(
        path=found.path,
        file=found.name,
        receipt=_receipt(entry, wish.receipt),
        profile=(entry.profile if entry else None) or wish.profile,
        trouble=found.trouble,
    )


def _receipt(entry: Entry | None, receipt: Receipt) -> Receipt:
    """Return the receipt of the options with the values of the manifest over it."""
    if entry is None:
        return receipt
    if entry.received is not None:
        receipt = replace(receipt, received=entry.received, source=ReceivedSource.MANIFEST)
    if entry.postmarked is not None:
        receipt = replace(receipt, postmarked=entry.postmarked)
    if entry.channel is not None:
        receipt = replace(receipt, channel=entry.channel)
    return receipt


def _apart(sources: list[_Source]) -> Iterable[Assignment]:
    """Put as many parents before the names as it takes to tell the files of the paths apart."""
    parents = [_parents(source) for source in sources]
    for depth in range(max((len(each) for each in parents), default=0) + 1):
        named = [
            replace(each, file="/".join((*above[len(above) - depth :], each.file)))
            for source, above in zip(sources, parents, strict=True)
            for each in source.assignments
        ]
        if _differ(named):
            break
    return named


def _parents(source: _Source) -> tuple[str, ...]:
    """Return the folders above the names of a source, the nearest last."""
    whole = PurePath(os.path.abspath(source.path))  # noqa: PTH100 - "." and ".." have names too
    is_file = len(source.assignments) == 1 and source.assignments[0].path == source.path
    return (whole.parent if is_file else whole).parts[1:]


def _differ(assignments: list[Assignment]) -> bool:
    """Tell whether no two files on disk have the same name in the report."""
    names = {(each.file, os.path.abspath(each.path)) for each in assignments}  # noqa: PTH100
    return max(Counter(name for name, _ in names).values(), default=0) <= 1


def _is_within(path: str, folders: Collection[str]) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in folders)
