"""Puts the letters to citizens together: their words and their formats, for one profile."""

from collections.abc import Mapping
from functools import partial

from service.adapters.own_letters import TEMPLATE, OwnLetters, read_own_letters
from service.bootstrap.profiles import catalogue
from service.ports.drawing import LetterRenderer
from service.rendering.brieven import docx, pdf
from service.rendering.brieven.formats import RENDERERS
from service.settings import ConfigurationError, Settings
from service.usecases.letter_kit import LetterKit
from service.wording import WordingError, wording_of

FORMATS = tuple(module.NAME for module in RENDERERS)


def letter_kits(settings: Settings) -> Mapping[str, LetterKit]:
    """Return what letters are made with, for every profile.

    Raises:
        ConfigurationError: when a text or a template of the organisation cannot be used.

    """
    return {each: letter_kit(settings, each) for each in catalogue(settings).ids}


def letter_kit(settings: Settings, profile_id: str) -> LetterKit:
    """Return the words and formats of a profile, with those of the organisation in their place.

    Raises:
        ConfigurationError: when a text or a template of the organisation cannot be used.

    """
    own = read_own_letters(settings.letters, profile_id, catalogue(settings).ids)
    try:
        wording = wording_of(own.texts)
    except WordingError as error:
        raise ConfigurationError(f"{settings.letters}: {error}") from error
    return LetterKit(wording, _renderers(own, settings), pdf)


def _renderers(own: OwnLetters, settings: Settings) -> Mapping[str, LetterRenderer]:
    found: dict[str, LetterRenderer] = {module.NAME: module.render for module in RENDERERS}
    if own.template is not None:
        try:
            docx.check_template(own.template)
        except docx.LetterTemplateError as error:
            message = f"{settings.letters}: {TEMPLATE}: {error}"
            raise ConfigurationError(message) from error
        found[docx.NAME] = partial(docx.render, template=own.template)
    return found
