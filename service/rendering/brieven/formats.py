"""The output formats of letters; a new one is a module and its line here."""

from service.rendering.brieven import docx, pdf

RENDERERS = (pdf, docx)
