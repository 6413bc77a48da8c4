"""Organisations: whose letters are kept here, each apart from the others."""

import re

from service.ports.errors import NotFoundError
from service.ports.store import Store
from service.ports.world import Clock
from service.records.audit import POSTKAMER, About, Actor, Deed, Done
from service.records.letters import Organisation

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 64


class WrongOrganisationError(Exception):
    """An organisation that cannot be made, by code."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def add_organisation(
    new: Organisation, *, store: Store, clock: Clock, by: Actor = POSTKAMER
) -> None:
    """Keep a new organisation.

    Raises:
        WrongOrganisationError: when its id is no id, or is taken.

    """
    if not ID.fullmatch(new.id) or len(new.id) > LONGEST_ID:
        raise WrongOrganisationError("geen_id")
    with store.accepting() as transaction:
        try:
            transaction.organisations.find(new.id)
        except NotFoundError:
            transaction.organisations.add(new, now=clock.now())
            deed = Deed(by, Done.ORGANISATION_ADDED, About.ORGANISATION, new.id, new.id)
            transaction.audit.note(deed)
            return
    raise WrongOrganisationError("bestaat_al")


def set_four_eyes(organisation_id: str, *, is_on: bool, store: Store) -> None:
    """Say whether a jurist looks at letters of the mailroom before they go out.

    Raises:
        NotFoundError: when there is no such organisation.

    """
    with store.accepting() as transaction:
        transaction.organisations.find(organisation_id)
        transaction.organisations.set_four_eyes(organisation_id, is_on=is_on)
