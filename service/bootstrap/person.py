"""Puts together what is needed to hand over or destroy everything of one person."""

from service.adapters.store.store import SqlStore
from service.bootstrap.kept import open_blobs, open_sealer
from service.bootstrap.web import rendered_pages
from service.settings import Settings
from service.usecases.person import Files


def files_of(settings: Settings, store: SqlStore) -> Files:
    """Return where what is kept of letters lies."""
    sealer = open_sealer(settings)
    blobs = open_blobs(settings, sealer)
    return Files(store, blobs, rendered_pages(settings, store, blobs, sealer))
