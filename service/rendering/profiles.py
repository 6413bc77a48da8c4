"""A profile in words: what is asked by whom, terms, promises, addresses and texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.element import ElementId
from service.texts import profiles as profiles_texts
from service.texts import report as report_texts
from validators.profile import Profile
from validators.profile_data import PostAddress, Promise, Requirements
from validators.report import Kind

KINDS = (Kind.BEZWAAR, Kind.KLACHT)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows below it: what it is about, and what the profile says."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def kinds_of(profile: Profile) -> str:
    """Return the kinds of letters that the organisation takes, with commas."""
    return ", ".join(report_texts.KINDS[kind] for kind in KINDS if profile.own_requirements(kind))


def sections_of(profile: Profile) -> tuple[Section, ...]:
    """Return everything that a profile says, in the order in which people ask for it."""
    every = (
        Section("Organisatie", tuple(_organisation(profile))),
        *(
            Section(report_texts.KINDS[kind].capitalize(), tuple(_asked(asked)))
            for kind in KINDS
            if (asked := profile.own_requirements(kind)) is not None
        ),
        Section("Termijnen", tuple(_terms(profile))),
        Section("Beloften van de organisatie", tuple(map(_promise, profile.promises))),
        Section("Teksten voor brieven", tuple(_texts(profile))),
    )
    return tuple(section for section in every if section.rows)


def _organisation(profile: Profile) -> Iterator[tuple[str, str]]:
    yield "wet", profiles_texts.LAWS[profile.law]
    if profile.member_of is not None:
        yield "hoort bij", profiles_texts.BODIES[profile.member_of]
    yield from _listed("namen", profile.names)
    for address in profile.addresses:
        kinds = ", ".join(report_texts.KINDS[kind] for kind in address.kinds)
        yield f"adres voor {kinds}", _address(address)
    yield from _listed("kenmerk heet", profile.labels.kenmerk)
    yield from _listed("relatienummer heet", profile.labels.relatienummer)
    yield from _listed("vorm van het kenmerk", profile.kenmerk_patterns)
    yield from _listed("vorm van het relatienummer", profile.relatienummer_patterns)
    yield from _listed("geen bezwaar voor een ander door", profile.barred_representatives)


def _listed(label: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    joined = ", ".join(values)
    if joined:
        yield label, joined


def _address(address: PostAddress) -> str:
    parts = (address.afdeling, address.line, f"{address.postcode} {address.plaats}")
    return ", ".join(part for part in parts if part)


def _asked(asked: Requirements) -> Iterator[tuple[str, str]]:
    yield from _listed("vraagt de wet", _named(asked.wettelijk))
    yield from _listed("vraagt de organisatie", _named(asked.organisatie))
    for element, condition in asked.only_with.items():
        yield f"alleen bij een {condition}", report_texts.ELEMENTS[element]


def _named(elements: Iterable[ElementId]) -> Iterator[str]:
    return (report_texts.ELEMENTS[element] for element in elements)


def _terms(profile: Profile) -> Iterator[tuple[str, str]]:
    if profile.bezwaar is not None:
        weeks = f"{profile.decision_weeks} weken na de bezwaartermijn (Awb 7:10)"
        yield "beslissen op bezwaar", weeks
    if profile.klacht is not None and profile.law == "awb":
        yield "klacht afhandelen", f"{profile.complaint_weeks} weken na ontvangst (Awb 9:11)"
    if profile.klacht is not None and profile.law == "wkkgz":
        yield "klacht afhandelen", "6 weken nadat de zorgaanbieder de klacht kent (Wkkgz 17)"
    grounds = f"{profile.herstel_days_grounds} dagen als de onderbouwing ontbreekt"
    yield "brief aanvullen", f"{profile.herstel_days} dagen, {grounds}"


def _promise(promise: Promise) -> tuple[str, str]:
    term = (
        f"{promise.working_days} werkdagen"
        if promise.working_days is not None
        else f"{promise.days} dagen"
    )
    return (
        f"{promise.what.replace('_', ' ')} ({report_texts.KINDS[promise.kind]})",
        f"binnen {term}",
    )


def _texts(profile: Profile) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        repair = repair_text(profile, kind)
        if repair and profile.own_requirements(kind):
            yield f"aanvulling van een {report_texts.KINDS[kind]}", repair
    yield from _listed("telefoon", [profile.texts.phone])
    yield from _listed("onder de brief", [profile.texts.closing])


def repair_text(profile: Profile, kind: Kind) -> str:
    """Return how to send what was missing: in the profile's words, else to its address."""
    own = {Kind.BEZWAAR: profile.texts.repair.bezwaar, Kind.KLACHT: profile.texts.repair.klacht}
    address = profile.address_for(kind)
    if own.get(kind) or address is None:
        return own.get(kind, "")
    return profiles_texts.REPAIR.format(to=f"{profile.name}, {_address(address)}")
