"""How organisations are called in a sentence about whom a letter is for: "de rechtbank"."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from validators.profile import Catalogue, catalogue_of, load_bodies


def called(body_id: str, *, catalogue: Catalogue | None = None) -> str:
    """Return how people call an organisation; its id when nobody knows it any more.

    A profile of the installation itself has the name that it gives.

    >>> called("rechtbank"), called("clientondersteuner"), called("vgz-zorgkantoor"), called("x")
    ('de rechtbank', 'de cliëntondersteuner', 'VGZ Zorgkantoor', 'x')
    """
    shipped = catalogue_of()
    profile = (catalogue or shipped).profiles.get(body_id)
    ours = shipped.profiles.get(body_id)
    if profile is not None and (ours is None or profile.name != ours.name):
        return profile.name
    body = load_bodies().get(body_id)
    known = profile.name if profile is not None else next(iter(body.names if body else ()), body_id)
    return _with_articles().get(body_id, known)


@cache
def _with_articles() -> Mapping[str, str]:
    text = files("service").joinpath("brieven", "instanties.toml").read_text("utf-8")
    return {body_id: entry["naam"] for body_id, entry in tomllib.loads(text).items()}
