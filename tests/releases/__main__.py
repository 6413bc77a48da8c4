"""Save an installation: `python -m tests.releases FILE`."""

import sys
from pathlib import Path

from tests.releases import save

save(Path(sys.argv[1]))
