"""Where pages find their style sheets, scripts and icons: by version, so that they can be kept."""

import hashlib
from functools import partial
from pathlib import Path

from flask import Flask, url_for

HASH_CHARS = 12


def register(app: Flask) -> None:
    """Let templates name the files of this app; browsers keep them until they change."""
    folder = Path(app.static_folder or "")
    versions = {
        path.relative_to(folder).as_posix(): _hash(path)
        for path in folder.rglob("*")
        if path.is_file()
    }
    app.jinja_env.globals["asset"] = partial(_address, versions)


def _address(versions: dict[str, str], name: str) -> str:
    return url_for("static", filename=name, v=versions[name])


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_CHARS]
