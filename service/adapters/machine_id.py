"""What this machine is called among others that work on the same database."""

import os
import uuid
from pathlib import Path

FILE = "machine"


def machine_id(folder: Path) -> str:
    """Return the name of the machine with this data folder; made once, so that it stays the same.

    A machine that starts again goes on with what it had: it need not wait for its own turn to end.
    """
    file = folder / FILE
    draft = folder / f".{FILE}.{uuid.uuid4().hex[:8]}"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            draft.write_text(str(uuid.uuid4()), "ascii")
            os.link(draft, file)
        except FileExistsError:  # another process was first
            pass
        finally:
            draft.unlink(missing_ok=True)
    return file.read_text("ascii").strip()
