"""Fuzz one target with atheris: `python -m tests.fuzz TARGET FOLDER -max_total_time=600`.

FOLDER keeps what was found to go new ways; it is begun with the seeds. What comes after it goes to
libFuzzer. What broke the target is written to `crash-...` in the folder that this is run from.
"""

import hashlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["extractors", "service", "validators", "pdfminer"]):
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz until libFuzzer stops."""
    if len(sys.argv) < 3 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: python -m tests.fuzz {{{','.join(TARGETS)}}} FOLDER [-runs=N ...]")
    name, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for each in seeds(name):
        (folder / hashlib.sha256(each).hexdigest()[:16]).write_bytes(each)
    atheris.Setup([sys.argv[0], str(folder), *sys.argv[3:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
