"""What the command line does not need it does not import."""

import subprocess
import sys


def test_the_command_line_leaves_counting_to_who_counts() -> None:
    """The library looks for its folder when it is imported: nobody may do so too early."""
    code = "import service.cli.app, sys; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
