"""The list of output formats: to add one, write its module and name it here."""

from types import ModuleType

from service.rendering import csv, html, json, jsonl, table

RENDERERS: tuple[ModuleType, ...] = (table, jsonl, json, csv, html)
