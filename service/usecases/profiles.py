"""Versions of profiles: which rules judge a letter now, and which judged it then.

An organisation may put a text of its own in use for any profile. It holds for letters that are read
from then on, in every process, for each looks in the store when it begins a letter. A letter that
was judged keeps its rules when a person corrects it: the sender was told by those.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import structlog

from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import About, Deed, Done, account_actor
from service.records.letters import LetterRecord
from service.records.profiles import JudgedBy, ProfileText, ProfileVersion
from validators.faults import Fault
from validators.profile import (
    DEFAULT_PROFILE,
    SUFFIX,
    Catalogue,
    ProfileFile,
    catalogue_of,
    check_profile,
)

log = structlog.get_logger("postkamer.profiles")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What works with versions of profiles; `base` are those of the installation."""

    store: Store
    clock: Clock
    base: Catalogue


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A profile as an organisation has it: the text in use and the versions before it."""

    id: str
    is_installed: bool  # comes with Postkamer or stands in the folder of the installation
    version: ProfileVersion | None  # None: what is installed is in use
    is_usable: bool  # a text of an earlier Postkamer may not be understood any more


@dataclass(frozen=True, slots=True)
class Judgement:
    """A report on a letter with the text of the profile that judged it."""

    judged: JudgedBy
    text: ProfileText | None


@dataclass(frozen=True, slots=True)
class KnownIds(Collection[str]):
    """The ids of the profiles that an organisation has at the moment that somebody looks."""

    base: Catalogue
    store: Store
    organisation_id: str

    def __contains__(self, profile_id: object) -> bool:
        """Tell whether there is such a profile now."""
        return profile_id in self._ids()

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, sorted."""
        return iter(self._ids())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids())

    def _ids(self) -> tuple[str, ...]:
        with self.store.reading() as transaction:
            return current(self.base, transaction, self.organisation_id).ids


def files_of(
    base: Catalogue, transaction: Transaction, organisation_id: str
) -> tuple[ProfileFile, ...]:
    """Return the files that take the place of what comes with Postkamer, by name.

    A text that this version does not understand is left out: what is installed holds instead.
    """
    chosen = {
        each.profile: each.content for each in transaction.profiles.in_use(organisation_id).values()
    }
    return _files({**_own_texts(base), **_usable(chosen)})


def current(base: Catalogue, transaction: Transaction, organisation_id: str) -> Catalogue:
    """Return the profiles by which letters of an organisation are judged now."""
    files = files_of(base, transaction, organisation_id)
    return catalogue_of(files) if files else base


def as_judged(base: Catalogue, transaction: Transaction, letter: LetterRecord) -> Catalogue:
    """Return the profiles by which a letter was judged, to judge it again by the same rules.

    A letter that now is for another organisation is judged by the rules that this one has now.
    """
    found = files_of(base, transaction, letter.organisation_id)
    for judged in transaction.profiles.judged(letter.id):
        text = transaction.profiles.text(judged.sha256) if judged.sha256 else None
        if text is not None and text.profile == letter.profile:
            texts = {file.id: file.text for file in found} | _usable({text.profile: text.content})
            return catalogue_of(_files(texts))
    return catalogue_of(found) if found else base


def keep_judge(
    profile_id: str | None, catalogue: Catalogue, transaction: Transaction, *, now: dt.datetime
) -> str | None:
    """Keep the text of the profile that judges a letter, and return what it is known by."""
    wanted = profile_id or DEFAULT_PROFILE
    if wanted not in catalogue.texts:
        return None
    return transaction.profiles.keep(wanted, catalogue.texts[wanted], now=now)


def check(file: ProfileFile) -> tuple[Fault, ...]:
    """Return everything that is wrong in a profile that somebody wants to use."""
    return check_profile(file)


def put_in_use(
    file: ProfileFile, organisation_id: str, *, account_id: str, shelf: Shelf
) -> ProfileVersion:
    """Let letters that come in from now on be judged by this text.

    Raises:
        ProfileError: with every fault in it.

    """
    texts = {**_own_texts(shelf.base), file.id: file.text}
    catalogue_of(_files(texts))
    now = shelf.clock.now()
    with shelf.store.accepting() as transaction:
        sha256 = transaction.profiles.keep(file.id, file.text, now=now)
        about = (About.PROFILE, file.id, organisation_id, {"versie": sha256})
        transaction.audit.note(Deed(account_actor(account_id), Done.PROFILE_USED, *about))
        return transaction.profiles.use(organisation_id, sha256, created_by=account_id, now=now)


def use_again(
    sha256: str, organisation_id: str, *, account_id: str, shelf: Shelf
) -> ProfileVersion:
    """Put a text in use that was in use before.

    Raises:
        NotFoundError: when the organisation never used it.
        ProfileError: when this version of Postkamer does not understand it.

    """
    with shelf.store.reading() as transaction:
        text = own_text(sha256, organisation_id, transaction)
    file = ProfileFile(text.profile + SUFFIX, text.content)
    return put_in_use(file, organisation_id, account_id=account_id, shelf=shelf)


def use_installed(
    profile_id: str, organisation_id: str, *, account_id: str, shelf: Shelf
) -> ProfileVersion:
    """Put the text of the installation in use again.

    Raises:
        NotFoundError: when the installation has no such profile.

    """
    if profile_id not in shelf.base.texts:
        raise NotFoundError(profile_id)
    file = ProfileFile(profile_id + SUFFIX, shelf.base.texts[profile_id])
    return put_in_use(file, organisation_id, account_id=account_id, shelf=shelf)


def own_text(sha256: str, organisation_id: str, transaction: Transaction) -> ProfileText:
    """Return a text that the organisation put in use or that judged one of its letters.

    Raises:
        NotFoundError: when it did neither.

    """
    used = {each.sha256 for each in transaction.profiles.versions(organisation_id)}
    if sha256 not in used and not transaction.profiles.has_judged(organisation_id, sha256):
        raise NotFoundError(sha256)
    return transaction.profiles.text(sha256)


def shelf_lines(organisation_id: str, *, shelf: Shelf) -> tuple[ShelfLine, ...]:
    """Return every profile that the organisation can use, by id."""
    with shelf.store.reading() as transaction:
        in_use = transaction.profiles.in_use(organisation_id)
        versions = transaction.profiles.versions(organisation_id)
    last: dict[str, ProfileVersion] = {}
    for each in versions:
        last.setdefault(each.profile, each)
    usable = _usable({each.profile: each.content for each in in_use.values()})
    return tuple(
        ShelfLine(
            id=profile_id,
            is_installed=profile_id in shelf.base.texts,
            version=last.get(profile_id),
            is_usable=profile_id not in last or profile_id in usable,
        )
        for profile_id in sorted({*shelf.base.ids, *last})
    )


def judgements(letter_id: str, organisation_id: str, *, shelf: Shelf) -> tuple[Judgement, ...]:
    """Return the reports on a letter and the texts that judged them, the last one first.

    Raises:
        NotFoundError: when the organisation has no such letter.

    """
    with shelf.store.reading() as transaction:
        transaction.letters.find(letter_id, organisation_id=organisation_id)
        return tuple(
            Judgement(each, transaction.profiles.text(each.sha256) if each.sha256 else None)
            for each in transaction.profiles.judged(letter_id)
        )


def _own_texts(base: Catalogue) -> dict[str, str]:
    return {profile_id: base.texts[profile_id] for profile_id in base.own}


def _usable(texts: Mapping[str, str]) -> dict[str, str]:
    """Leave out what this version of Postkamer does not understand."""
    return {
        profile_id: text
        for profile_id, text in texts.items()
        if _is_usable(ProfileFile(profile_id + SUFFIX, text))
    }


@lru_cache(maxsize=256)
def _is_usable(file: ProfileFile) -> bool:
    if faults := check_profile(file):
        log.error("profile_version_unusable", profile=file.id, faults=len(faults))
    return not faults


def _files(texts: Mapping[str, str]) -> tuple[ProfileFile, ...]:
    return tuple(ProfileFile(each + SUFFIX, texts[each]) for each in sorted(texts))
