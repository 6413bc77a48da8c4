"""The list of formats of the calculator: to add one, write its module and name it here.

Each has NAME, NEEDS_DAYS and render(answer, now=...); `now` is the time of writing, aware, in UTC.
"""

from types import ModuleType

from service.rendering.termijn import ics, json, text

RENDERERS: tuple[ModuleType, ...] = (text, json, ics)
