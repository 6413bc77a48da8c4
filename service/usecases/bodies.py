"""The organisations to which a letter can be sent on: how they are called and where they are."""

from dataclasses import dataclass

from service.called import called
from service.texts import concepts as texts
from service.usecases.addressing import capital, office_address, office_lines
from service.usecases.errors import UsageError
from service.wording import Wording
from validators.profile import DEFAULT_PROFILE, Catalogue, Profile, load_bodies
from validators.report import Kind


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A bestuursorgaan or court."""

    name: str  # as on an envelope
    called: str  # in running text, with its article
    address: tuple[str, ...] = ()  # lines below the name; empty when not known
    phone: str = ""


def public_body(
    body_id: str, kind: Kind | None, *, wording: Wording, catalogue: Catalogue
) -> PublicBody:
    """Return an organisation to which post may be sent on.

    Raises:
        UsageError: when there is none with this id, or when it is private: medical privacy then
            asks for the consent of the sender.

    """
    profile = catalogue.profiles.get(body_id)
    name, is_public = _named(body_id, profile)
    words = wording.bodies.get(body_id)
    if not is_public:
        who = called(body_id, catalogue=catalogue)
        raise UsageError(texts.REFUSALS["geen_bestuursorgaan"].format(body=capital(who)))
    own_address = words.regels if words is not None else ()
    known = office_lines(office_address(profile, kind)) if profile is not None else ()
    return PublicBody(
        name=name,
        called=words.naam if words is not None else name,
        address=own_address or known,
        phone=profile.texts.phone if profile is not None else "",
    )


def public_bodies(*, without: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return the id and name of every organisation to which post may be sent on, by name."""
    own = ((each.id, each.name) for each in catalogue.profiles.values() if each.law == "awb")
    others = (
        (body_id, capital(next(iter(body.names), body_id)))
        for body_id, body in load_bodies().items()
        if body.public
    )
    named = {**dict(others), **dict(own)}
    left_out = {without, DEFAULT_PROFILE}
    kept = [each for each in named.items() if each[0] not in left_out]
    return tuple(sorted(kept, key=lambda each: each[1].casefold()))


def _named(body_id: str, profile: Profile | None) -> tuple[str, bool]:
    """Return the name of an organisation and whether it is a bestuursorgaan or court."""
    if profile is not None:
        return profile.name, profile.law == "awb"
    body = load_bodies().get(body_id)
    if body is None:
        raise UsageError(texts.REFUSALS["onbekende_instantie"].format(body=body_id))
    return capital(next(iter(body.names), body_id)), body.public
